"""Who and what stand in a clause, as the frames of award verbs ask for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pressparse.extract.awards.clauses.grammar import Clause, Part, Sentence
from pressparse.extract.awards.lexicon import words
from pressparse.extract.awards.mentions.mention import Mention
from pressparse.extract.awards.names.prize import Prize, PrizeKind
from pressparse.extract.awards.tokens import (
    CLOSING_QUOTES,
    POSSESSIVES,
    Range,
    is_capital,
    is_determiner,
    is_name_word,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

NAMED: frozenset[PrizeKind] = frozenset(
    {"named", "title", "rank", "degree", "hall", "placing", "mention", "programme"}
)

_BEFORE_NAMES = frozenset({"JJ", "JJS", "CD", "POS", "``"})  # tags between a determiner and the name


def listed_after(
    sentence: Sentence, clause: Clause, prizes: Sequence[tuple[int, Prize]]
) -> list[tuple[int, Prize]]:
    """The names behind "two awards: ..." or "several prizes, including ..."."""
    doc, last = sentence.doc, len(clause.parts) - 1
    if not prizes or any(p.kind != "generic" or not doc[p.end - 1].lower_.endswith("s") for _, p in prizes):
        return []
    opened = (
        t.i
        for t in doc[prizes[0][1].end : sentence.end]
        if t.text == ":" or t.lower_ in {"including", "namely"}
    )
    start = next(opened, sentence.end)
    return [
        (last, prize) for prize in sentence.prizes if prize.start > start and prize.kind in NAMED | {"weak"}
    ]


def subject_range(clause: Clause) -> Range | None:
    return clause.subject.range if clause.subject else None


def subject_prize(sentence: Sentence, clause: Clause) -> Prize | None:
    """The prize that is the subject: at its end where a relative pronoun stands for it, else as its head."""
    if clause.subject is None:
        return None
    prizes = sentence.prizes_in(clause.subject.range)
    if not prizes:
        return None
    prize = prizes[-1] if clause.subject.relative else prizes[0]
    close = (
        prize.end >= clause.subject.range.end - 1
        if clause.subject.relative
        else _is_head(sentence, clause, prize)
    )
    return prize if close else None


def _is_head(sentence: Sentence, clause: Clause, prize: Prize) -> bool:
    """Whether the subject is the prize, not somebody of whom it is told ("Nobel Prize winner Jane Roe")."""
    assert clause.subject is not None
    between = sentence.doc[clause.subject.range.start : prize.start]
    after = sentence.doc[prize.end] if prize.end < len(sentence.doc) else None
    described = after is not None and (after.lower_ in words("winner_nouns") or after.text in {"-", "–"})
    names = [
        t
        for t in between
        if is_name_word(t) and not (prize.owner and prize.owner.start <= t.i < prize.owner.end)
    ]
    return not described and not names


def agent_of(sentence: Sentence, clause: Clause) -> Range | None:
    """Who does what the subject has done to it: "by G"."""
    for part in clause.parts:
        if part.marker == "by" and part.start < part.end and not _is_amount(sentence, part):
            if _names_author(sentence.doc, part):
                continue
            other_verb = sentence.doc[part.start - 2].tag_ in {"VBN", "VBD"} and part.start - 2 > clause.verb
            return None if other_verb else part.range  # "presented in an office attended by veterans"
    return None


def _names_author(doc: Doc, part: Part) -> bool:
    """As in "awarded to “The Ferry” | by Jane Roe": whose work won."""
    return doc[part.start - 2].text in CLOSING_QUOTES and doc[part.start].ent_type_ != "ORG"


def _is_amount(sentence: Sentence, part: Part) -> bool:
    token = sentence.doc[part.start]
    return token.tag_ in {"CD", "VBG", "$"} or token.lower_ in {"half", "about", "nearly"}


def prizes_among(
    sentence: Sentence, clause: Clause, kinds: frozenset[PrizeKind], markers: tuple[str, ...]
) -> list[tuple[int, Prize]]:
    """The prizes of the wanted kinds in parts with the first marker that has any.

    Each with its part's number.
    """
    for marker in markers:
        found = [
            (at, prize)
            for at, part in enumerate(clause.parts)
            if part.marker == marker
            for prize in sentence.prizes_in(part.range)
            if prize.kind in kinds and not _describes_somebody(sentence, prize)
        ]
        named = [(at, prize) for at, prize in found if prize.kind != "generic"]
        if found:
            return named or found
    return []


def _describes_somebody(sentence: Sentence, prize: Prize) -> bool:
    """As in "Nobel Prize winner Jane Roe", "her award-winning team": the prize is no object."""
    doc, others = sentence.doc, words("winner_nouns") | words("finalist_nouns") | words("nominee_nouns")
    after = doc[prize.end] if prize.end < sentence.end else None
    if after is not None and (after.text in {"-", "–"} or after.lower_ in others):
        return True
    before = doc[
        max(sentence.start + 1, prize.opening - 3) : prize.opening
    ]  # "the Harrow Band, winners of the Prize"
    return any(token.lower_ in others and doc[token.i - 1].text == "," for token in before)


def receiver_before(sentence: Sentence, prize: Prize, floor: int) -> Range | None:
    """Whom a verb's first object names: "gave | her band | the Silver Flute"."""
    doc = sentence.doc
    start = prize.opening
    while start > floor and (doc[start - 1].tag_ in _BEFORE_NAMES or _is_sum(doc, start - 1, floor)):
        start -= 3 if _is_sum(doc, start - 1, floor) else 1
    if start > floor and is_determiner(doc[start - 1]):  # one alone: "gave | her | its Silver Flute"
        start -= 1
    if doc[start].tag_ == "POS" or doc[start].text in POSSESSIVES:
        return None  # "won the country's first Olympic medal": whose it is
    begin = start
    while begin > floor and not _ends_receiver(doc, begin - 1):
        begin -= 1
    return Range(begin, start) if begin < start else None


def _is_sum(doc: Doc, at: int, floor: int) -> bool:
    """As in "the 50,000-euro Harbour Prize"."""
    return at - 2 >= floor and doc[at - 1].text in {"-", "‑"} and doc[at - 2].text[0].isdigit()


def _ends_receiver(doc: Doc, at: int) -> bool:
    token = doc[at]
    return (
        token.tag_.startswith(("VB", "MD"))
        or token.lower_ in words("markers")
        or token.text in {",", ";", ":"}
    )


def gapped_receiver(sentence: Sentence, prize: Prize, part: Part) -> Range | None:
    """As in "..., and the potter Jane Roe an honorary diploma": a party before the second prize."""
    receiver = receiver_before(sentence, prize, part.start)
    if receiver is None:
        return None
    doc, start = sentence.doc, receiver.start
    while start < receiver.end and doc[start].tag_ == "CC":
        start += 1
    return Range(start, receiver.end) if any(is_name_word(t) for t in doc[start : receiver.end]) else None


def relative_prize(sentence: Sentence, clause: Clause) -> Prize | None:
    """The prize in "the cup which the club gave her"."""
    if clause.subject is None or clause.subject.object is None:
        return None
    prizes = sentence.prizes_in(clause.subject.object)
    return prizes[-1] if prizes and prizes[-1].end >= clause.subject.object.end - 1 else None


def prize_before(sentence: Sentence, clause: Clause) -> Prize | None:
    """The prize of a participle without a subject: "the medal at a ceremony, | bestowed by the city"."""
    before = [prize for prize in sentence.prizes if prize.end <= clause.verb]
    return before[-1] if before else None


def names_behind_colon(sentence: Sentence, clause: Clause) -> Range | None:
    """As in "Three novels have been shortlisted: The Ferry by R1 and Salt by R2"."""
    doc = sentence.doc
    if not clause.passive or clause.subject is None or not _is_counted(doc, clause.subject.range):
        return None
    colon = next((at for at in range(clause.verb, sentence.end - 1) if doc[at].text == ":"), None)
    named = (
        colon is not None
        and not sentence.prizes_in(Range(colon, sentence.end))
        and is_capital(doc[colon + 1])
    )
    return Range(colon + 1, sentence.end) if colon is not None and named else None


def _is_counted(doc: Doc, where: Range) -> bool:
    """As in "three novels": names that follow may say which."""
    last = doc[where.end - 1]
    return last.tag_ in {"NNS", "NNPS"} or any(t.tag_ == "CD" for t in doc[where.start : where.end])


def source_of(sentence: Sentence, clause: Clause, mention: Mention) -> Range | None:
    """Who a prize is "from": named straight after it, before a reason or the next prize."""
    if mention.prize is None:
        return None
    after = [part for part in clause.parts if part.end > mention.prize.end]
    for part in after[1:] if after and after[0].start <= mention.prize.start else after:
        named = any(is_name_word(token) for token in sentence.doc[part.start : part.end])
        if part.marker in {"from", "at the hands of"} and named:
            return part.range
        if part.marker in {"", "for"}:
            return None
    return None


def gapped_prizes(sentence: Sentence, clause: Clause, told: Sequence[Prize]) -> Iterator[tuple[Prize, Range]]:
    """Further prizes, each behind a party of its own: "won the Medal from the Guild, and Roe its Bursary"."""
    for part in clause.parts:
        for prize in sentence.prizes_in(part.range):
            joint = any(token.tag_ == "CC" for token in sentence.doc[part.start : prize.start])
            if told and joint and part.marker and prize.kind == "named" and prize not in told:
                receiver = gapped_receiver(sentence, prize, part)
                if receiver:
                    yield prize, receiver
