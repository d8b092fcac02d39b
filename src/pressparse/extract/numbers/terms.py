"""Reads an amount with its unit (money, percent, measure, duration, or none yet), and ranges of two."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from pressparse.extract.numbers.amounts import Amount, read_amount, words
from pressparse.extract.numbers.compounds import read_marked_height, with_smaller_units
from pressparse.extract.numbers.modifiers import modifier_after
from pressparse.extract.numbers.money import Money, has_minus_before, read_price, read_sum
from pressparse.extract.numbers.passage import DASHES, HYPHENS, Passage
from pressparse.extract.numbers.points import read_points
from pressparse.extract.numbers.quantity import Quantity
from pressparse.extract.numbers.units import read_measure, read_percent, unit_offset
from pressparse.rules import load_rules

_JOINS = frozenset({"to", "or", "through", "thru"}) | DASHES
_INSIDE_BETWEEN = frozenset(
    {"the", "ages", "age", "of", "about", "some", "roughly", "approximately", "an", "estimated"}
)
_GLUED_TO_CODES = frozenset("/#_@*")
_LONGEST_CODE = 8  # lexemes
_FAR = 4  # times: nobody writes a range as wide as "by 312 to 14,087"
_CLAUSE = 8  # how many words back a verb of change says that "to" leads to a new value


def read_term(passage: Passage, at: int, money: Money) -> Quantity | None:
    """An amount with what belongs to it: "$3.4 million", "-2.3%", "31-metre", "half an hour", "300"."""
    price = read_price(passage, at, money)
    if price is not None:
        return price
    amount = read_amount(passage, at)
    if amount is None or _is_part_of_a_code(passage, amount):
        return None
    end, modifier = modifier_after(passage, amount.end)
    quantity = _with_unit(passage, replace(_signed(passage, amount), end=end), money)
    return replace(quantity, modifier=modifier) if quantity is not None and modifier is not None else quantity


def read_quantity(passage: Passage, at: int, money: Money) -> Quantity | None:
    """A term, or the range that it begins ("5 to 7 million", "$4-5bn", "between 30 and 35 per cent")."""
    first = read_marked_height(passage, at) or read_term(passage, at, money)
    if first is None:
        return None
    first = with_smaller_units(passage, first)
    join = _join(passage, first.end)
    is_between = passage.key(join) == "and" and _follows_between(passage, first.first)
    second = read_term(passage, join + 1, money) if is_between or passage.key(join) in _JOINS else None
    return (_range(passage, first, second, join) if second is not None else None) or first


def _join(passage: Passage, end: int) -> int:
    """Where the joining word stands, behind the hyphen that waits for the second's unit: "16- to 24-year-olds"."""
    is_suspended = passage.key(end) in HYPHENS and passage.glued(end) and passage.key(end + 1) in {"to", "or"}
    return end + 1 if is_suspended else end


def _range(passage: Passage, first: Quantity, second: Quantity, join: int) -> Quantity | None:
    low, high = _on_one_scale(first, second), second.value
    if low is None or high is None or low >= high or not _same_unit(first, second):
        return None
    if passage.key(join) == "to" and _leads_to_a_new_value(passage, first.first, is_far=high > low * _FAR):
        return None
    if passage.key(join) in DASHES and passage.glued(join) != passage.glued(join + 1):
        return None
    unit = second if second.unit else first
    ends = replace(second, first=first.first, value=None, low=low, high=high, written=first.written)
    return replace(ends, kind=unit.kind, unit=unit.unit)


def _same_unit(first: Quantity, second: Quantity) -> bool:
    if first.unit and second.unit:
        return (first.kind, first.unit) == (second.kind, second.unit)
    if first.unit:
        return first.kind == "money" and second.kind == "count"
    return "fraction" not in {first.written, second.written}


def _on_one_scale(first: Quantity, second: Quantity) -> Fraction | None:
    """The value of the first; in "5 to 7 million" the scale of the second holds for it."""
    if first.value is None or second.value is None:
        return None
    scaled = first.value * second.scale
    return scaled if first.scale == 1 and scaled < second.value else first.value


def _leads_to_a_new_value(passage: Passage, first: int, *, is_far: bool) -> bool:
    """Whether "to" leads to a second value ("rose from 8 to 12", "by 8 to 900"), not to the end of a range."""
    if passage.key(first - 1) == "by" and is_far:
        return True
    is_change = is_far and passage.key(first - 1) in words("change_words")
    if passage.key(first - 1) != "from" and not is_change:
        return False
    for index in range(first - 1, max(-1, first - 1 - _CLAUSE), -1):
        if passage.key(index) in {".", ";", ":", "?", "!"}:
            return False
        if passage.key(index) in words("change_words"):
            return True
    return False


def _follows_between(passage: Passage, first: int) -> bool:
    """Whether it stands as in "between 5", "between about 5", "between the ages of 5"."""
    before = first - 1
    while before > first - 4 and passage.key(before) in _INSIDE_BETWEEN:
        before -= 1
    return passage.key(before) == "between"


def _signed(passage: Passage, amount: Amount) -> Amount:
    is_negative = amount.shape == "figures" and has_minus_before(passage, amount.first)
    is_negative = is_negative or _follows_minus(passage, amount.first)
    if not is_negative or amount.value is None:
        return amount
    return replace(amount, value=-amount.value, first=amount.first - 1)


def _follows_minus(passage: Passage, first: int) -> bool:
    """As in "minus 12 degrees", not in "plus or minus 3" and "5 minus 3"."""
    before = passage.key(first - 2)
    return (
        passage.key(first - 1) == "minus"
        and before not in {"or", "/"}
        and not passage.is_number_word(first - 2)
    )


def _is_part_of_a_code(passage: Passage, amount: Amount) -> bool:
    """Figures that letters or signs are glued to: "CVT-118", "G20", "Under-16", "#12"."""
    first = amount.first
    before = passage.at(first - 1)
    if not passage.glued(first):
        return False
    if before.key in HYPHENS:
        return _follows_letters(passage, first - 1)
    return before.kind == "word" or before.key in _GLUED_TO_CODES


def _follows_letters(passage: Passage, hyphen: int) -> bool:
    """Whether letters begin what is glued together before a hyphen: "CVT-", "C5-11-"; not "50m-", "EUR4-"."""
    index = hyphen
    while index > hyphen - _LONGEST_CODE and _joins_code(passage, index - 1):
        index -= 1
    word = passage.at(index - 1)
    if not passage.glued(index) or word.kind != "word":
        return False
    is_suffix = passage.glued(index - 1) and passage.is_figure(index - 2)
    return not is_suffix and word.text not in load_rules("currencies").table("codes")


def _joins_code(passage: Passage, index: int) -> bool:
    return passage.glued(index + 1) and (passage.is_figure(index) or passage.key(index) in HYPHENS)


def _with_unit(passage: Passage, amount: Amount, money: Money) -> Quantity | None:
    offset = unit_offset(passage, amount)
    quantity = (
        read_percent(passage, amount, offset)
        or read_points(passage, amount)
        or read_sum(passage, amount, offset, money)
        or read_measure(passage, amount, offset)
    )
    if quantity is not None:
        return quantity
    is_code = passage.glued(amount.end) and passage.at(amount.end).kind == "word"  # "5G", "9AA"
    return None if is_code else Quantity.of(amount, "count")
