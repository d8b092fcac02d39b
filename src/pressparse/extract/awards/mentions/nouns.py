"""Who got what, from nouns: "winner of the prize", "prize winner R".

"one of four finalists for the prize", "prize-winning".
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pressparse.extract.awards.clauses.grammar import Sentence
from pressparse.extract.awards.clauses.parts import parts_between
from pressparse.extract.awards.clauses.subjects import phrase_start, subject_of
from pressparse.extract.awards.lexicon import words
from pressparse.extract.awards.mentions.details import without_article
from pressparse.extract.awards.mentions.mention import Details, Mention, filled
from pressparse.extract.awards.names.prize import Prize
from pressparse.extract.awards.tokens import AUXILIARIES, BE, RELATIVES, Range, is_finite, is_name_word
from pressparse.records import AwardStatus

_BEFORE_WINNER = frozenset({"DT", "CD", "PRP$"})
_COMING = frozenset({"came", "comes", "placed", "finished"})
_SECTIONS = frozenset({"section", "category", "class", "division"})
_REACH = 8  # tokens between the noun and its award
_LONGEST_LIST = 16  # tokens of several predicates of one verb
_NAMING = frozenset(
    {"is", "was", "are", "were", "include", "includes", "included", ":"}
)  # "finalists include"
_CALLED = frozenset({"named", "selected", "chosen", "declared", "announced"})  # of "was named"
_CALLING = frozenset({"became", "become", "becomes", "remains", "as"}) | _CALLED
_FORMER = frozenset(
    {"previous", "past", "former", "earlier", "potential", "possible", "future", "fellow", "likely"}
)


@cache
def _statuses() -> dict[str, AwardStatus]:
    lists: dict[str, AwardStatus] = {
        "winner_nouns": "won",
        "finalist_nouns": "finalist",
        "nominee_nouns": "nominated",
        "runner_up_nouns": "runner_up",
    }
    return {noun: status for name, status in lists.items() for noun in words(name)}


def noun_mentions(sentence: Sentence) -> Iterator[Mention]:
    """What nouns like "winner" tell."""
    yield from _mentioned(sentence)
    yield from _titled(sentence)
    for at in range(sentence.start, sentence.end):
        yield from _winning(sentence, at)
        yield from _placed(sentence, at)
        noun = _noun_at(sentence, at)
        if noun and sentence.prize_at(at) is None:
            yield from _mentions_at(
                sentence, noun, _statuses()[sentence.doc[noun.start : noun.end].text.lower()]
            )


def _noun_at(sentence: Sentence, at: int) -> Range | None:
    for length in (3, 2, 1):
        if at + length <= sentence.end and sentence.doc[at : at + length].text.lower() in _statuses():
            return Range(at, at + length)
    return None


def _mentions_at(sentence: Sentence, noun: Range, status: AwardStatus) -> Iterator[Mention]:
    before = _prize_before(sentence, noun.start)
    prize = before or _prize_after(sentence, noun.end)
    phrase = _phrase_around(sentence, noun, prize)
    if any(t.lower_ in _FORMER for t in sentence.doc[phrase.start : noun.start]):
        return
    if prize is None:
        if not _stands_for_award(sentence, phrase, noun):
            return
        prize = _spoken_of(sentence, noun, status)
    holder = _holder(sentence, phrase, noun, is_label=before is not None)
    if holder:
        evidence = Range(sentence.start, sentence.end)
        verbless = before is not None and _calling_verb(sentence, phrase.start) is None
        yield Mention("award", prize, (holder,), _details(prize), evidence, status, in_passing=verbless)
        for further in _listed_with(sentence, prize):
            yield Mention("award", further, (holder,), _details(further), evidence, status)
        for other, name in _gapped(sentence, phrase.end):
            yield Mention("award", other, (name,), _details(other), evidence, status)


def _stands_for_award(sentence: Sentence, phrase: Range, noun: Range) -> bool:
    """As in "the winner was R", "R was named runner-up": nothing is said of what, so it is the award told before."""
    doc = sentence.doc
    bare = all(
        t.tag_ in _BEFORE_WINNER or t.lower_ in {"joint", "overall", "other"}
        for t in doc[phrase.start : noun.start]
    )
    of_something = phrase.end < sentence.end and doc[phrase.end].lower_ in {"of", "in", "for", "from"}
    if not bare or doc[noun.start].lower_ in words("nominee_nouns"):
        return False
    verb = _calling_verb(sentence, phrase.start)
    called = verb is not None and doc[verb].lower_ != "as"
    if phrase.end < sentence.end and doc[phrase.end].lower_ == "for":
        return False  # "a finalist for the new power plant"
    return (called or _named_after_verb(sentence, phrase.end) is not None) and not (
        of_something and not called
    )


def _details(prize: Prize | None) -> Details:
    return Details(giver=prize.owner, category=prize.category) if prize else Details()


def _listed_with(sentence: Sentence, prize: Prize | None) -> Iterator[Prize]:
    """The prizes joined to one: "recipient of the Oar Medal, the Reed Prize | and | the Sail Award"."""
    doc, end = sentence.doc, prize.end if prize else sentence.end
    for other in sentence.prizes:
        between = doc[end : other.start] if other.start > end else ()
        linked = {"and", "the", "a", ",", "its", "an"}
        if between and len(between) <= 3 and all(token.lower_ in linked for token in between):
            yield other
            end = other.end


def _gapped(sentence: Sentence, end: int) -> Iterator[tuple[Prize, Range]]:
    """As in "Runner-up for Best Cake was R, | and for Best Loaf, R2": the noun is told once for all."""
    doc = sentence.doc
    for prize in sentence.prizes:
        named = (
            prize.start > end
            and doc[prize.start - 1].lower_ == "for"
            and doc[prize.start - 2].tag_ in {"CC", ","}
        )
        if named and prize.end < sentence.end and doc[prize.end].lower_ in {",", "was", "to", ":"}:
            stop = next(
                (i for i in range(prize.end + 1, sentence.end) if doc[i].text in {",", ";", ".", "("}),
                sentence.end,
            )
            if any(is_name_word(token) for token in doc[prize.end + 1 : stop]):
                yield prize, Range(prize.end + 1, stop)


def _spoken_of(sentence: Sentence, noun: Range, status: AwardStatus) -> Prize | None:
    """Which award "the winner" has that is not said of what: the one named before in the sentence, or earlier.

    A finalist is one even of an award that nothing names.
    """
    named = [p for p in sentence.prizes if p.end <= noun.start and p.kind in {"named", "title", "programme"}]
    otherwise = None if status == "finalist" else Prize(noun.start, noun.end, "generic")
    return named[-1] if named else otherwise


def _prize_before(sentence: Sentence, at: int) -> Prize | None:
    """As in "Booker Prize winner"."""
    prize = sentence.prize_at(at - 1) if at > sentence.start else None
    return prize if prize and prize.kind not in {"generic", "labelled"} else None


def _prize_after(sentence: Sentence, at: int) -> Prize | None:
    """As in "winner of the Booker Prize"."""
    doc = sentence.doc
    if at >= sentence.end or doc[at].lower_ not in {"of", "for", "in"}:
        return None
    for index in range(at + 1, min(at + _REACH, sentence.end)):
        prize = sentence.prize_at(index)
        if prize:
            return prize if prize.kind != "generic" else None
        if is_finite(doc[index]) or doc[index].text in {",", ";", ":"}:
            return None
    return None


def _phrase_around(sentence: Sentence, noun: Range, prize: Prize | None) -> Range:
    """The whole noun phrase: "one of the six finalists for the prize"."""
    doc = sentence.doc
    end = prize.end if prize and prize.start >= noun.end else noun.end
    start = phrase_start(
        doc, prize.start if prize and prize.end <= noun.start else noun.start, sentence.start
    )
    if start - 2 >= sentence.start and doc[start - 1].lower_ == "of" and doc[start - 2].lower_ == "one":
        start -= 2
    return Range(start, end)


def _calling_verb(sentence: Sentence, start: int) -> int | None:
    """The "is" or "named" of which a noun phrase is the predicate, or the last of several.

    "is a baker and | the holder".
    """
    doc, at = sentence.doc, start - 1
    while at > sentence.start and doc[at].lower_ not in BE | _CALLING:
        listed = doc[at].tag_ == "CC" or doc[at].text == "," or start - 1 > at
        if not listed or is_finite(doc[at]) or doc[at].lower_ in RELATIVES or start - at > _LONGEST_LIST:
            return None
        if at == start - 1 and doc[at].tag_ != "CC":
            return None
        at -= 1
    if at <= sentence.start or (doc[at].lower_ in _CALLED and not _is_passive(sentence, at)):
        return None
    return at


def _is_passive(sentence: Sentence, at: int) -> bool:
    """Whether somebody "was named", or a headline leaves the "was" out."""
    return sentence.headline or any(
        token.lower_ in BE for token in sentence.doc[max(sentence.start, at - 3) : at]
    )


def _holder(sentence: Sentence, phrase: Range, noun: Range, *, is_label: bool) -> Range | None:
    verb = _calling_verb(sentence, phrase.start)
    if verb is not None:
        return _subject_before(sentence, verb + 1)
    return (
        _named_after_verb(sentence, phrase.end)
        or (_name_after(sentence, noun.end) if is_label else None)
        or _name_before(sentence, phrase.start)
        or _name_after(sentence, phrase.end)
    )


def _subject_before(sentence: Sentence, start: int) -> Range | None:
    """The subject of "R was a finalist", unless it is denied."""
    first = start - 1
    while first > sentence.start and (
        sentence.doc[first - 1].lower_ in AUXILIARIES or sentence.doc[first - 1].tag_.startswith("RB")
    ):
        first -= 1
    if any(t.lower_ in words("unreal") for t in sentence.doc[first:start]):
        return None
    subject = subject_of(sentence.doc, first, sentence.start)
    return subject.range if subject else None


def _named_after_verb(sentence: Sentence, end: int) -> Range | None:
    """As in "The winner of the prize is R"."""
    doc = sentence.doc
    if end + 1 >= sentence.end or doc[end].lower_ not in _NAMING:
        return None
    stop = end + 1
    while (
        stop < sentence.end
        and not is_finite(doc[stop])
        and doc[stop].text not in {";", ".", "("}
        and doc[stop].lower_ != "for"
    ):
        stop += 1
    return Range(end + 1, stop) if any(is_name_word(t) for t in doc[end + 1 : stop]) else None


def _name_before(sentence: Sentence, start: int) -> Range | None:
    """As in "R, winner of the prize"."""
    doc = sentence.doc
    if start - 1 <= sentence.start or doc[start - 1].text != ",":
        return None
    begin = phrase_start(doc, start - 1, sentence.start)
    return Range(begin, start - 1) if any(is_name_word(t) for t in doc[begin : start - 1]) else None


def _name_after(sentence: Sentence, end: int) -> Range | None:
    """As in "prize winner R", "the winner of the prize, R"."""
    doc = sentence.doc
    start = end + 1 if end < sentence.end and doc[end].text == "," else end
    stop = start
    while stop < sentence.end and (
        is_name_word(doc[stop]) or (stop > start and doc[stop].text in {"-", "."})
    ):
        stop += 1
    return (
        Range(start, stop)
        if stop > start and doc[start].ent_type_ in {"PERSON", "ORG", "WORK_OF_ART"}
        else None
    )


def _titled(sentence: Sentence) -> Iterator[Mention]:
    """As in "R is the Northern Baker of the Year"."""
    for prize in sentence.prizes:
        phrase = Range(phrase_start(sentence.doc, prize.start, sentence.start), prize.end)
        is_title = prize.kind == "title" and prize.category is None
        if (
            is_title
            and phrase.start > sentence.start
            and sentence.doc[phrase.start - 1].lower_ in {"is", "was", "are"}
        ):
            holder = _subject_before(sentence, phrase.start)
            if holder:
                evidence = Range(sentence.start, sentence.end)
                yield Mention("award", prize, (holder,), Details(giver=prize.owner), evidence)


def _mentioned(sentence: Sentence) -> Iterator[Mention]:
    """As in "with an honourable mention for R"."""
    doc = sentence.doc
    for prize in sentence.prizes:
        by_name = prize.kind == "mention" and doc[prize.end - 1].lower_.startswith("mention")
        if by_name and prize.end < sentence.end and doc[prize.end].lower_ == "for":
            stop = prize.end + 1
            while stop < sentence.end and not is_finite(doc[stop]) and doc[stop].text not in {";", ".", "("}:
                stop += 1
            holder = Range(prize.end + 1, stop)
            if any(is_name_word(token) for token in doc[holder.start : stop]):
                yield Mention(
                    "award",
                    prize,
                    (holder,),
                    Details(),
                    Range(sentence.start, sentence.end),
                    "honorable_mention",
                )


def _winning(sentence: Sentence, at: int) -> Iterator[Mention]:
    """As in "her Pulitzer Prize-winning biographer, R"."""
    doc = sentence.doc
    if doc[at].lower_ not in {"winning", "-winning"} or at - 1 < sentence.start:
        return
    prize = sentence.prize_at(at - 2 if doc[at - 1].text in {"-", "–"} else at - 1)
    if prize is None or prize.kind in {"generic", "labelled"} or prize.end > at:
        return
    if prize.kind == "placing":  # "the bronze medal-winning team" has won a match
        return
    stop = at + 1
    while stop < min(at + _REACH, sentence.end) and doc[stop].tag_ in {"NN", "JJ", "CC", "CD", "HYPH"}:
        stop += 1
    holder = _name_after(sentence, stop)
    if holder:
        evidence = Range(sentence.start, sentence.end)
        yield Mention("award", prize, (holder,), Details(), evidence, in_passing=True)


def _placed(sentence: Sentence, at: int) -> Iterator[Mention]:
    """As in "R came second in the school section of the Harbour Prize"."""
    doc = sentence.doc
    if doc[at].lower_ not in _COMING or at + 2 >= sentence.end or doc[at + 1].lower_ not in words("placings"):
        return
    parts = [part for part in parts_between(sentence, at + 2, sentence.end) if part.marker in {"in", "at"}]
    named = [
        p
        for part in parts[:1]
        for p in sentence.prizes_in(part.range)
        if p.kind in {"named", "programme", "title"}
    ]
    holder = _subject_before(sentence, at + 1)
    if named and holder:
        category = _section_of(sentence, parts[0].range)
        status: AwardStatus = "won" if doc[at + 1].lower_ in {"first", "1st", "top"} else "runner_up"
        details = filled(Details(category=category), _details(named[0]))
        yield Mention("award", named[0], (holder,), details, Range(sentence.start, sentence.end), status)


def _section_of(sentence: Sentence, where: Range) -> Range | None:
    """The class in "the school section of the Harbour Prize"."""
    head = next((t.i for t in sentence.doc[where.start : where.end] if t.lower_ in _SECTIONS), None)
    bare = without_article(sentence.doc, Range(where.start, head)) if head else None
    return bare if bare and bare.start < bare.end else None
