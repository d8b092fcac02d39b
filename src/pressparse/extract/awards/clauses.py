"""Cuts what stands around an award verb: its subject, its bare objects, the phrases after prepositions.

A small parser errs most where these sentences are long, and errs in ways that move a winner: so the clause is
cut by tags, names, commas and function words, which it gets right, and not by the dependency tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressparse.extract.awards.lexicon import frame_of, verb_of, words
from pressparse.extract.awards.names import Prize
from pressparse.extract.awards.subjects import Subject, phrase_start, subject_of
from pressparse.extract.awards.tokens import (
    AUXILIARIES,
    BE,
    CLOSING_QUOTES,
    DASHES,
    RELATIVES,
    Range,
    is_finite,
    is_inside_name,
    is_name_word,
    touches,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_ENDS = frozenset({";", "—", "–", "(", "…"})
_TRAILING = frozenset({",", ".", "!", "…", ":"}) | RELATIVES
_PARTICLES = frozenset({"up", "over", "out", "home", "away", "back"})
_LONGEST_ASIDE = 24  # tokens of a bracket or enclosed relative clause
_LONGEST_FRONT = 9  # tokens before a clause's subject


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a clause and the word before it: "by", "for", "in recognition of".

    "" for a bare object.
    """

    marker: str
    start: int
    end: int

    @property
    def range(self) -> Range:
        return Range(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Clause:
    """An award verb with what belongs to it.

    Attributes:
        verb: the verb's token.
        lemma: which verb it is, as in the rules.
        helpers: its auxiliaries and adverbs, in lower case.
        passive: whether its subject is at the receiving end.
        subject: who or what does it, or has it done; None where nothing is found.
        parts: what follows the verb, in order.
        start: where the clause begins, or its subject.
        end: where it ends.
    """

    verb: int
    lemma: str
    helpers: tuple[str, ...]
    passive: bool
    subject: Subject | None
    parts: tuple[Part, ...]
    start: int
    end: int

    def part(self, *markers: str) -> Part | None:
        """The first part with one of the markers."""
        return next((part for part in self.parts if part.marker in markers), None)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's tokens and the prizes that it speaks of; `headline` where verbs go without auxiliaries."""

    doc: Doc
    start: int
    end: int
    prizes: tuple[Prize, ...]
    headline: bool = False

    def prize_at(self, index: int) -> Prize | None:
        """The prize that covers a token."""
        return next((prize for prize in self.prizes if prize.start <= index < prize.end), None)

    def fronted(self, clause: Clause) -> tuple[Part, ...]:
        """The phrases before a clause's subject: "On Friday", "At the dinner in Leeds"."""
        begin = clause.start
        while begin > self.start and not (is_finite(self.doc[begin - 1]) or self.doc[begin - 1].tag_ == "CC"):
            begin -= 1
        return tuple(parts_between(self, begin, clause.start))

    def prizes_in(self, where: Range) -> list[Prize]:
        return [prize for prize in self.prizes if prize.range.overlaps(where)]


def find_clauses(sentence: Sentence) -> Iterator[Clause]:
    """The award verbs of a sentence, each with its subject and complements."""
    for at in range(sentence.start, sentence.end):
        lemma = _lemma_at(sentence, at)
        if lemma and _is_verb(sentence, at):
            yield _clause(sentence, at, lemma)


def _lemma_at(sentence: Sentence, at: int) -> str | None:
    """The award verb at a token; to pick up is to collect."""
    lemma = verb_of(sentence.doc[at])
    picked_up = lemma == "pick" and at + 1 < sentence.end and sentence.doc[at + 1].lower_ == "up"
    return "collect" if picked_up else lemma


def _is_verb(sentence: Sentence, at: int) -> bool:
    token = sentence.doc[at]
    if sentence.prize_at(at):
        prize = sentence.prize_at(at)
        return prize is not None and prize.kind in {"generic", "mention"} and token.tag_.startswith("VB")
    if at + 1 < len(sentence.doc) and sentence.doc[at + 1].text == "-":
        return False
    if at > 0 and sentence.doc[at - 1].text == "-" and not sentence.doc[at - 1].whitespace_:
        return False
    sure = not token.tag_ or token.tag_.startswith("VB") or sentence.headline
    return sure or _forced_verb(sentence, at) or _only_verb(sentence, at)


def _forced_verb(sentence: Sentence, at: int) -> bool:
    """A form in -ed after an auxiliary is a verb, whatever its tag."""
    token = sentence.doc[at]
    return token.lower_.endswith("ed") and at > sentence.start and sentence.doc[at - 1].lower_ in AUXILIARIES


def _only_verb(sentence: Sentence, at: int) -> bool:
    """As in "Studio Roe scoops two awards": a form in -s that the sentence would be without a verb otherwise."""
    doc = sentence.doc
    if doc[at].tag_ != "NNS" or at == sentence.start or at + 1 >= sentence.end:
        return False
    opens_object = doc[at + 1].tag_ in {"DT", "CD", "PRP$"} or sentence.prize_at(at + 1) is not None
    return opens_object and not any(is_finite(token) for token in doc[sentence.start : sentence.end])


def _clause(sentence: Sentence, at: int, lemma: str) -> Clause:
    first, helpers = verb_group(sentence, at)
    subject = subject_of(sentence.doc, first, sentence.start)
    end = _clause_end(sentence, at)
    subject = subject or _subject_behind(sentence, at, end)
    infinitive = "to" in helpers
    ahead = subject is not None and subject.range.start < first and not infinitive
    start = subject.range.start if subject and ahead else first
    particle = at + 1 < end and sentence.doc[at + 1].lower_ in _PARTICLES
    parts = tuple(parts_between(sentence, at + 2 if particle else at + 1, end))
    passive = _is_passive(sentence, at, helpers, subject, parts)
    return Clause(at, lemma, helpers, passive, subject, parts, start, end)


def _subject_behind(sentence: Sentence, at: int, end: int) -> Subject | None:
    """As in "Accepting the prize in Leeds, | Jane Roe | thanked"."""
    doc = sentence.doc
    opens = at == sentence.start and doc[at].tag_ in {"VBG", "VBN"} and end < sentence.end - 1
    if not opens or doc[end].text != ",":
        return None
    stop = next((i for i in range(end + 1, sentence.end) if is_finite(doc[i]) or doc[i].text == ","), None)
    return Subject(Range(end + 1, stop)) if stop and stop > end + 1 else None


def verb_group(sentence: Sentence, at: int) -> tuple[int, tuple[str, ...]]:
    """Where the verb's auxiliaries begin, and these with the adverbs among them."""
    first = at
    helpers: list[str] = []
    while first > sentence.start and len(helpers) < 8:
        token = sentence.doc[first - 1]
        adverb = token.tag_.startswith("RB") or token.lower_ in words("unreal") or token.lower_.endswith("ly")
        when = _time_before(sentence, first)
        if when:
            helpers.extend(reversed([t.lower_ for t in sentence.doc[first - when : first]]))
            first -= when
            continue
        if not (token.lower_ in AUXILIARIES or adverb or token.lower_ in {"both", "also", "all", "each"}):
            break
        if token.lower_ in {"'s", "’s"} and token.tag_ == "POS":
            break
        helpers.append(token.lower_)
        first -= 1
    return first, tuple(reversed(helpers))


def _time_before(sentence: Sentence, at: int) -> int:
    """How many tokens tell the day between auxiliary and verb: "was | this week | named"; 0 for none."""
    doc = sentence.doc
    for length in (2, 1):
        begin = at - length
        if begin > sentence.start and doc[begin:at].text.lower() in words("times_within_verbs"):
            return length if doc[begin - 1].lower_ in AUXILIARIES else 0
    return 0


def _is_passive(
    sentence: Sentence, at: int, helpers: tuple[str, ...], subject: Subject | None, parts: tuple[Part, ...]
) -> bool:
    token = sentence.doc[at]
    if token.lower_.endswith("ing") or not _can_be_participle(token.lower_):
        return False
    auxiliaries = [word for word in helpers if word in AUXILIARIES]
    if auxiliaries:
        return _is_be(auxiliaries[-1])
    if not any(part.marker == "" for part in parts) and any(part.marker == "by" for part in parts):
        return True
    if subject and subject.shared_with is not None:
        _, earlier = verb_group(sentence, subject.shared_with)
        return any(_is_be(word) for word in earlier) and token.tag_ != "VBD"
    takes_object = frame_of(_lemma_at(sentence, at) or "win") in {"get", "take"} and any(
        p.marker == "" for p in parts
    )
    return not takes_object and _is_bare_participle(sentence, at)


def _is_bare_participle(sentence: Sentence, at: int) -> bool:
    """As in "Roe, awarded the prize in 1999, ..." or a headline's "Roe Named Teacher of the Year".

    It is no participle where it is the sentence's only verb.
    """
    if sentence.headline:
        return sentence.doc[at].lower_.endswith("ed")
    if sentence.doc[at].tag_ != "VBN":
        return False
    return any(is_finite(token) for token in sentence.doc[sentence.start : sentence.end])


def _is_be(word: str) -> bool:
    return word in BE


def _can_be_participle(word: str) -> bool:
    return word.endswith(("ed", "en", "ne", "on", "ade", "eld", "ent"))


def _clause_end(sentence: Sentence, verb: int) -> int:
    """Where the verb's own complements end: at a relative, a semicolon, or where another clause begins."""
    doc, at = sentence.doc, verb + 1
    while at < sentence.end:
        prize = sentence.prize_at(at)
        past = _past_aside(sentence, at)
        if prize and prize.kind != "generic":
            at = max(prize.end, at + 1)
        elif past:
            at = past
        elif doc[at].text in _ENDS or (doc[at].text == ":" and _holds_verb(doc, at, sentence.end)):
            return at
        elif _is_relative(doc[at]) and not (_within_reason(doc, at, verb) and doc[at - 1].text != ","):
            return _before_comma(doc, at, verb)
        elif doc[at].text == "," and at + 1 < sentence.end and _opens_participle(sentence, at + 1):
            return at
        elif is_finite(doc[at]) and not is_name_word(doc[at]):
            boundary = _next_clause(sentence, verb, at)
            if boundary is not None:
                return boundary
            at += 1
        else:
            at += 1
    return sentence.end


def _holds_verb(doc: Doc, start: int, end: int) -> bool:
    """Whether a clause follows, and no list."""
    return any(is_finite(token) for token in doc[start:end])


def _past_aside(sentence: Sentence, at: int) -> int | None:
    """Past a bracket, or a relative clause that commas enclose and a preposition follows.

    As in "the medal, which is gold, for".
    """
    doc = sentence.doc
    if doc[at].text == "(":
        close = next(
            (i for i in range(at, min(at + _LONGEST_ASIDE, sentence.end)) if doc[i].text == ")"), None
        )
        return None if close is None else close + 1
    if doc[at].text != "," or at + 1 >= sentence.end or doc[at + 1].lower_ not in {"which", "who"}:
        return None
    for comma in range(at + 2, min(at + _LONGEST_ASIDE, sentence.end - 1)):
        if doc[comma].text == "," and doc[comma + 1].lower_ in {"for", "in", "at", "by", "on"}:
            return comma
    return None


def _is_relative(token: Token) -> bool:
    return (token.lower_ in RELATIVES and token.tag_ != "IN") or (
        token.lower_ == "that" and token.tag_ in {"WDT", "WP"}
    )


def _within_reason(doc: Doc, at: int, verb: int) -> bool:
    """As in "for work that helped thousands": a clause inside a reason is the reason's."""
    return any(token.lower_ in {"for", "recognition"} for token in doc[verb + 1 : at])


def _next_clause(sentence: Sentence, verb: int, finite: int) -> int | None:
    """Where the clause of a later finite verb begins, if it is one beside this: after a comma or joint."""
    doc = sentence.doc
    first = finite
    while first - 1 > verb and (doc[first - 1].lower_ in AUXILIARIES or doc[first - 1].tag_.startswith("RB")):
        first -= 1
    joint = first - 1
    if doc[joint].tag_ == "CC":
        return _before_comma(doc, joint, verb)
    if doc[joint].text == ",":  # "and her deputy, Jane Roe, received"
        joints = [at for at in range(verb + 1, joint) if doc[at].tag_ == "CC"]
        return _before_comma(doc, joints[-1], verb) if joints else joint
    return _boundary_before(sentence, verb, phrase_start(doc, first, verb + 1))


def _boundary_before(sentence: Sentence, verb: int, start: int) -> int | None:
    """The comma or joint before a clause's subject, over what is fronted ("..., and on Friday | she")."""
    doc = sentence.doc
    if doc[start - 1].tag_ in {"IN", "TO"}:
        return None  # "in recognition of years spent abroad"
    for at in range(start - 1, max(verb, start - _LONGEST_FRONT), -1):
        if doc[at].tag_ == "CC" or doc[at].text == ",":
            return at - 1 if doc[at - 1].text == "," and at - 1 > verb else at
        if doc[at].tag_ in {"NN", "NNS"} and doc[at + 1].lower_ not in words("markers"):
            return None  # "a tune nobody can hum": no mark, no clause of its own
    return None


def _before_comma(doc: Doc, at: int, verb: int) -> int:
    return at - 1 if at - 1 > verb and doc[at - 1].text == "," else at


def _opens_participle(sentence: Sentence, at: int) -> bool:
    """As in "..., accepted on its behalf by", "..., saying that", but not a list within a reason."""
    token = sentence.doc[at]
    return token.tag_ in {"VBG", "VBN", "VBD"} or (verb_of(token) is not None and _is_verb(sentence, at))


def parts_between(sentence: Sentence, start: int, end: int) -> Iterator[Part]:
    """The stretches between markers; prizes and names of bodies are not cut."""
    doc, at, begin, marker = sentence.doc, start, start, ""
    while at < end:
        prize = sentence.prize_at(at)
        if prize and prize.kind != "generic":
            at = prize.end
            continue
        past = _past_aside(sentence, at)
        if past and doc[at].text == ",":
            yield from _part(doc, marker, begin, at)
            marker, begin, at = "", past, past
            continue
        if past:
            at = past
            continue
        length = _marker_length(sentence, at, end)
        if length:
            yield from _part(doc, marker, begin, at)
            marker = doc[at : at + length].text.lower()
            begin = at = at + length
        elif doc[at].text == ":" or _begins_another_prize(sentence, at, end):
            yield from _part(doc, marker, begin, at)
            marker, begin, at = "", at + 1, at + 1
        else:
            at += 1
    yield from _part(doc, marker, begin, end)


def _part(doc: Doc, marker: str, start: int, end: int) -> Iterator[Part]:
    """The part without marks and joints at its ends."""
    while end > start and (
        doc[end - 1].text in _TRAILING or doc[end - 1].tag_ == "CC" or doc[end - 1].is_space
    ):
        end -= 1
    while start < end and doc[start].text in {",", ":"}:
        start += 1
    if start < end:
        yield Part(marker, start, end)


def _marker_length(sentence: Sentence, at: int, end: int) -> int:
    doc = sentence.doc
    if doc[at].lower_ not in words("markers") and doc[at].lower_ not in {"thanks", "because"}:
        return 0
    if doc[at - 1].text in DASHES and touches(doc, at):  # "not-for-profit"
        return 0
    infinitive = doc[at].lower_ == "to" and at + 1 < len(doc) and doc[at + 1].tag_.startswith("VB")
    if infinitive or _inside_name(doc, at):
        return 0
    for length in (4, 3, 2):
        if at + length <= end and doc[at : at + length].text.lower() in words("long_markers"):
            return length
    return 0 if doc[at].tag_ in {"RP"} or doc[at].lower_ not in words("markers") else 1


def _inside_name(doc: Doc, at: int) -> bool:
    """As in "the Society for Tidal Research", "Committee on Trade": the preposition is the name's."""
    after = at + 2 if at + 2 < len(doc) and doc[at + 1].tag_ == "DT" else at + 1
    if after >= len(doc) or not is_name_word(doc[after]):
        return False
    if is_inside_name(doc[at]) and is_inside_name(doc[at + 1]):
        return True
    if doc[at].lower_ not in {"for", "on", "in", "to", "with"} or (
        doc[at].lower_ == "in" and doc[at + 1].ent_type_ in {"GPE", "LOC"}
    ):
        return False
    before = at - 1
    while before > 0 and is_name_word(doc[before]):
        if doc[before].lower_ in words("organisation_nouns"):
            return doc[at].lower_ in {"for", "on"}
        before -= 1
    return False


def _begins_another_prize(sentence: Sentence, at: int, end: int) -> bool:
    """As in "... and the Harbour Cup": a second object after other parts."""
    doc = sentence.doc
    if doc[at].tag_ != "CC" and doc[at].text != ",":
        return False
    comma = at
    at += 1
    while (
        at < end
        and (doc[at].tag_ in {"DT", "CC", "PRP$", "JJ", "CD"} or doc[at].text in CLOSING_QUOTES)
        and not sentence.prize_at(at)
    ):
        at += 1
    prize = sentence.prize_at(at) if at < end else None
    called = sentence.prize_at(comma - 1)  # "its highest award, the Golden Spanner": the same one
    apposed = doc[comma].text == "," and called is not None and called.kind == "generic"
    return prize is not None and prize.kind != "generic" and not apposed
