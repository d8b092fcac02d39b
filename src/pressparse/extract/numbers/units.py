"""Reads the unit after an amount: percent, measures and lengths of time."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from pressparse.extract.numbers.amounts import Amount, table
from pressparse.extract.numbers.passage import HYPHENS, Passage
from pressparse.extract.numbers.quantity import Quantity
from pressparse.records import NumberKind
from pressparse.rules import load_rules

_ONE = frozenset({"a", "an", "one"})
_KINDS: tuple[NumberKind, ...] = ("duration", "measure")
_ALONE_AFTER_A_SPACE = frozenset({"g", "W", "t", "m"})
_ALSO_OTHER_WORDS = frozenset({"second", "stone", "min", "sec"})  # "one second, …"
_BEFORE = "magnitude"  # the one unit that stands before its figures
_TEMPERATURES = frozenset({"C", "F"})
_SHORT_WORDS = frozenset({"ft", "oz"})


def unit_offset(passage: Passage, amount: Amount) -> int:
    """Where the unit begins, past "a" in "half a mile", "of a" in "a third of a mile", "of" in "millions of tonnes"."""
    key = passage.key(amount.end)
    is_part = amount.value is not None and amount.value < 1 and amount.shape in {"fraction", "figures"}
    if is_part and key == "of" and passage.key(amount.end + 1) in _ONE:
        return passage.at(amount.end + 1).end
    has_article = amount.shape == "fraction" and key in {"a", "an"}
    has_of = amount.shape == "vague" and key == "of"
    return passage.at(amount.end if has_article or has_of else amount.end - 1).end


def read_percent(passage: Passage, amount: Amount, offset: int) -> Quantity | None:
    """An amount in percent, percentage points or basis points."""
    match = passage.match("units", "percent", offset)
    if match is None:
        return None
    end = passage.index_from(match.end())
    unit = _percents()[" ".join(match["unit"].casefold().split())]
    is_hyphened = passage.key(end) in HYPHENS and passage.glued(end)
    return replace(Quantity.of(amount, "percent", end=end), unit=unit, is_hyphened=is_hyphened)


def read_measure(passage: Passage, amount: Amount, offset: int) -> Quantity | None:
    """An amount with a unit of time or of measure; `unit` as printed."""
    if passage.key(amount.first - 1) == _BEFORE and amount.shape == "figures":
        return replace(Quantity.of(amount, "measure", first=amount.first - 1), unit=_BEFORE)
    if is_one_in_a_row(passage, amount):
        return None
    for kind in _KINDS:
        match = passage.match("units", kind, offset)
        if match is not None and _is_unit(passage, amount, match["unit"], match.start("unit")):
            quantity = Quantity.of(amount, kind, end=passage.index_from(match.end()))
            return replace(quantity, unit=match["unit"], is_hyphened=match[0][0] in HYPHENS)
    return None


def is_one_in_a_row(passage: Passage, amount: Amount) -> bool:
    """Whether it is as in "for a third year", which is no third of a year."""
    word = passage.key(amount.end - 1)
    is_ordinal = word in table("ordinals") and passage.key(amount.first) in {"a", "an"}
    has_unit = passage.match("units", "duration", passage.at(amount.end - 1).end) is not None
    return is_ordinal and amount.shape == "fraction" and has_unit


@cache
def _percents() -> dict[str, str]:
    return {word.casefold(): unit for word, unit in load_rules("units").table("percents").items()}


def _is_unit(passage: Passage, amount: Amount, unit: str, start: int) -> bool:
    """Whether a short symbol is one here: "5 g", "38mm", not "five G" or "5 V shows"."""
    has_figures = amount.shape in {"figures", "fraction"}
    if unit in _TEMPERATURES:
        return passage.matches_anywhere("units", "temperature_words")
    if len(unit) <= 2 and unit.casefold() not in _SHORT_WORDS and not has_figures:
        return False
    if len(unit) == 1 and unit != "°" and passage.text[start - 1].isspace():
        return unit in _ALONE_AFTER_A_SPACE
    return not (unit.casefold() in _ALSO_OTHER_WORDS and amount.value == 1)
