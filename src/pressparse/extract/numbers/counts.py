"""Decides what a bare number counts, and whether it is a quantity at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pressparse.extract.numbers.amounts import words
from pressparse.extract.numbers.counted import noun_phrase, of_phrase, subject_noun
from pressparse.extract.numbers.passage import HYPHENS, Passage
from pressparse.extract.numbers.quantity import Quantity
from pressparse.span import Span

_SENTENCE_ENDS = frozenset({".", "!", "?"})
_FAR = 60  # lexemes: an elliptical "nine" reaches back a sentence or two, not a page
_LINKS = frozenset({"to", "and", "or", ",", "from", "than", "versus", "vs", "against"})
_LESS_SURE = 0.7


def read_count(passage: Passage, quantity: Quantity) -> Quantity | None:
    """The count with what directly follows it as its unit; None where the number is no quantity."""
    end = quantity.end
    if passage.key(end) in HYPHENS and passage.glued(end) and passage.at(end + 1).kind == "word":
        return _hyphened(passage, quantity)
    if passage.key(end) == "times":
        return replace(quantity, end=end + 1, unit="times")
    if passage.key(end) == "of":
        counted = _partitive(passage, quantity)
    else:
        counted = _direct(passage, quantity)
    return counted if _is_quantity(passage, counted) else None


def resolve_ellipses(passage: Passage, found: Sequence[Quantity], before: Quantity | None) -> list[Quantity]:
    """Gives counts without a noun of their own the one they count elsewhere: "and five in Nova Scotia".

    Args:
        passage: that the quantities were found in.
        found: all quantities of the passage, in order.
        before: the last count of an earlier passage that has a unit.
    """
    resolved: list[Quantity] = []
    for quantity in _linked(passage, found):
        is_bare = quantity.kind == "count" and quantity.unit is None
        resolved.append(_elliptical(passage, quantity, resolved, before) if is_bare else quantity)
    return resolved


def _linked(passage: Passage, found: Sequence[Quantity]) -> list[Quantity]:
    """Gives "twelve" and "15" the unit of what they are joined to: "from twelve to eight days", "15, 30 and 50 years"."""
    linked: list[Quantity] = []
    for quantity in reversed(found):
        after = linked[-1] if linked else None
        is_bare = quantity.kind == "count" and quantity.unit is None
        if is_bare and after is not None and after.unit is not None and _is_linked(passage, quantity, after):
            quantity = replace(quantity, kind=after.kind, unit=after.unit, counted=after.counted)
        linked.append(quantity)
    return linked[::-1]


def _hyphened(passage: Passage, quantity: Quantity) -> Quantity | None:
    """"212-page report" counts pages; "one-way", "two-time", "third-party" count nothing."""
    unit = quantity.end + 1
    key = passage.key(unit)
    if key in words("hyphen_words") or key.endswith("ed") or passage.is_number_word(unit) or quantity.written == "fraction":
        return None  # "two-way", "three-pronged", "one-two punch"
    if passage.key(unit) == "strong":
        return replace(quantity, end=unit + 1).counting(passage, noun_phrase(passage, unit + 1))
    return replace(quantity, is_hyphened=True).counting(passage, (unit, unit + 1))


def _partitive(passage: Passage, quantity: Quantity) -> Quantity:
    """"three of the dogs", "dozens of volunteers"; of "11 of the company's 38 works" the number alone."""
    phrase = of_phrase(passage, quantity.end)
    if phrase is None:
        return quantity
    if passage.key(phrase[0]) in {"them", "these", "those", "which", "whom", "it"}:
        return replace(quantity, end=phrase[1])  # what they are stands elsewhere
    return quantity.counting(passage, phrase)


def _direct(passage: Passage, quantity: Quantity) -> Quantity:
    end = quantity.end
    if passage.key(end) == "more" and passage.key(end + 1) != "than":
        phrase = noun_phrase(passage, end + 1)
        return quantity.counting(passage, phrase) if phrase else replace(quantity, end=end + 1)
    return quantity.counting(passage, noun_phrase(passage, end))


def _is_quantity(passage: Passage, quantity: Quantity) -> bool:
    if quantity.value == 1 and quantity.written == "words":
        return _is_counted_one(passage, quantity)
    if quantity.value == 0 and quantity.unit is None:
        return False
    return quantity.unit is not None or not _is_hour(passage, quantity)


def _is_counted_one(passage: Passage, quantity: Quantity) -> bool:
    """"One gauge" is a count; "one of them", "no one", "one day" are not."""
    after = passage.key(quantity.first + 1)
    is_pronoun = quantity.counted is None or after in words("days_and_one") or quantity.counted.start < passage.at(quantity.first).end
    return not is_pronoun and passage.key(quantity.first - 1) not in {"no", "any", "every", "each", "some"}


def _is_hour(passage: Passage, quantity: Quantity) -> bool:
    """"At four", "by nine", "from 10": an hour of the day, unless it is qualified or too large."""
    value = quantity.value if quantity.value is not None else quantity.low
    is_small = value is not None and value <= 12 and value.denominator == 1 and quantity.scale == 1
    return is_small and quantity.modifier is None and passage.key(quantity.first - 1) in words("before_hours")


def _elliptical(
    passage: Passage,
    quantity: Quantity,
    earlier: Sequence[Quantity],
    before: Quantity | None,
) -> Quantity:
    if passage.key(quantity.first - 1) == "of" and passage.at(quantity.first - 2).kind == "word":
        whole = quantity.first - 2
        if passage.key(whole) in words("collectives"):
            return replace(quantity.counting(passage, (whole, whole + 1)), end=quantity.end)
        if passage.key(whole) in words("groups_without_unit"):
            return quantity
    if earlier and earlier[-1].kind == "rank" and passage.phrase(quantity.first - 2, quantity.first) == "out of":
        return quantity
    last = _last_counted(earlier)
    if last is not None and _in_one_sentence(passage, last.end, quantity.first):
        return _like(quantity, last)
    subject = subject_noun(passage, quantity.first)
    if subject is not None:
        return replace(quantity, unit=subject.text, counted=Span(subject.text, subject.idx, subject.idx + len(subject)))
    if last is not None and quantity.first - last.end < _FAR:
        return _like(quantity, last)
    is_early = last is None and quantity.first < _FAR
    return _like(quantity, before) if before is not None and is_early and _is_anaphoric(passage, quantity) else quantity


def _like(quantity: Quantity, other: Quantity) -> Quantity:
    return replace(quantity, unit=other.unit, counted=other.counted, confidence=_LESS_SURE)


def _last_counted(earlier: Sequence[Quantity]) -> Quantity | None:
    return next((q for q in reversed(earlier) if q.kind == "count" and q.counted and not q.is_hyphened), None)


def _is_linked(passage: Passage, first: Quantity, second: Quantity) -> bool:
    """Whether nothing but links stand between ("from 1,500 to 2,300 participants")."""
    return second.first - first.end <= 3 and all(passage.key(i) in _LINKS for i in range(first.end, second.first))


def _in_one_sentence(passage: Passage, end: int, first: int) -> bool:
    return not any(passage.key(i) in _SENTENCE_ENDS for i in range(end, first))


def _is_anaphoric(passage: Passage, quantity: Quantity) -> bool:
    """"The six", "these six", "two more", "three of them" point back past their own block."""
    is_pointed_at = passage.key(quantity.first - 1) in {"the", "these", "those", "all", "other"}
    tail = {passage.key(i) for i in range(quantity.first, quantity.end + 1)}
    return is_pointed_at or bool(tail & {"more", "them"})
