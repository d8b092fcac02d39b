"""Reads one measure told in two units or more: "6ft 2in", "5'10\"", "three hours and ten minutes"."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from pressparse.extract.numbers.amounts import Amount, read_amount, words
from pressparse.extract.numbers.passage import HYPHENS, Passage
from pressparse.extract.numbers.quantity import Quantity
from pressparse.rules import load_rules

_FEET = frozenset("'’′")
_INCHES = frozenset('"”″')
_INCHES_A_FOOT = 12
_TALLEST = 9  # feet: more than that is no person's height


def with_smaller_units(passage: Passage, first: Quantity) -> Quantity:
    """The measure with the rest that follows it in a smaller unit; its `unit` is then the smallest.

    Examples: "6ft 2in" is 74 in, "three hours and ten minutes" 190 minutes.
    """
    while first.kind in {"measure", "duration"} and first.value is not None:
        longer = _with_next(passage, first) or _with_bare_inches(passage, first)
        if longer is None:
            break
        first = longer
    return first


def read_marked_height(passage: Passage, at: int) -> Quantity | None:
    """Feet and inches by their marks: "5'10\\""."""
    feet, inches = passage.at(at), passage.at(at + 2)
    is_marked = passage.key(at + 1) in _FEET and passage.key(at + 3) in _INCHES and passage.glued(at + 1)
    if not (is_marked and feet.kind == inches.kind == "figure") or inches.value >= _INCHES_A_FOOT:
        return None
    return Quantity(at, at + 4, "measure", feet.value * _INCHES_A_FOOT + inches.value, unit="inches")


def _with_next(passage: Passage, first: Quantity) -> Quantity | None:
    amount = read_amount(passage, _past_link(passage, _past_hyphen(passage, first)))
    if amount is None or amount.value is None or amount.shape not in {"figures", "words"}:
        return None
    unit = amount.end + (passage.key(amount.end) in HYPHENS)
    factor = _smaller_in().get((_one_unit(first.unit or ""), _one_unit(passage.key(unit))))
    is_later = passage.key(unit + 1) in words("after_another_time")
    if factor is None or amount.value >= factor or is_later:
        return None
    return _sum(first, amount, factor, end=unit + 1, unit=passage.at(unit).text)


def _past_hyphen(passage: Passage, first: Quantity) -> int:
    return first.end + (first.is_hyphened and passage.key(first.end) in HYPHENS)


def _past_link(passage: Passage, index: int) -> int:
    index += passage.key(index) == ","
    return index + (passage.key(index) == "and")


def _with_bare_inches(passage: Passage, first: Quantity) -> Quantity | None:
    """The "2" of "6-foot-2"."""
    at = _past_hyphen(passage, first)
    if _one_unit(first.unit or "") != "feet" or (first.value or 0) >= _TALLEST or at == first.end:
        return None
    amount = read_amount(passage, at)
    if amount is None or amount.end != at + 1 or amount.least >= _INCHES_A_FOOT:
        return None
    return _sum(first, amount, _INCHES_A_FOOT, end=amount.end, unit="inches")


def _sum(first: Quantity, amount: Amount, factor: int, *, end: int, unit: str) -> Quantity:
    value = (first.value or 0) * factor + amount.least
    return replace(first, end=end, value=value, unit=unit, amount_end=amount.end)


@cache
def _smaller_in() -> dict[tuple[str, str], int]:
    pairs = ((*pair.split(), factor) for pair, factor in load_rules("units").table("smaller_in").items())
    return {(larger, smaller): factor for larger, smaller, factor in pairs}


def _one_unit(printed: str) -> str:
    name = printed.casefold()
    return str(load_rules("units").table("one_unit").get(name, name))
