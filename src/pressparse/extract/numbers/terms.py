"""Reads an amount with its unit (money, percent, measure, duration, or none yet), and ranges of two of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from pressparse.extract.numbers.amounts import Amount, read_amount, words
from pressparse.extract.numbers.modifiers import modifier_after
from pressparse.extract.numbers.passage import DASHES, HYPHENS, Passage
from pressparse.extract.numbers.quantity import Quantity
from pressparse.records import NumberKind
from pressparse.rules import load_rules

_JOINS = frozenset({"to", "or"}) | DASHES
_MINUS = frozenset("-−")
_INSIDE_BETWEEN = frozenset({"the", "ages", "age", "of", "about", "some", "roughly", "approximately", "an", "estimated"})
_CLAUSE = 8  # how many words back a verb of change says that "to" leads to a new value


@dataclass(frozen=True, slots=True)
class Money:
    """What "$", "kr" and "pounds" mean in one document."""

    dollar: str = "USD"
    crown: str | None = None
    has_pounds: bool = False

    def code(self, printed: str, code: str) -> str:
        if code == "USD" and printed.casefold() in {"$", "dollar", "dollars", "cent", "cents", "¢"}:
            return self.dollar
        if printed.casefold() in {"kr", "kr.", "kroner"} and self.crown:
            return self.crown
        return code


def money_of(text: str) -> Money:
    """Reads from a document whose dollars and crowns it means.

    Examples:
        >>> money_of("All amounts are in Canadian dollars.").dollar
        'CAD'
    """
    rules = load_rules("currencies")
    stated = rules.regex("dollars_meant").search(text)
    crowns = [code for word, code in rules.table("crowns").items() if word in text] if "kr" in text else []
    dollars = {name.casefold(): code for name, code in rules.table("dollars").items()}
    return Money(dollars[stated["whose"].casefold()] if stated else "USD", crowns[0] if crowns else None, "£" in text)


@cache
def _meanings(topic: str, table: str) -> dict[str, str]:
    return {word.casefold(): meaning for word, meaning in load_rules(topic).table(table).items()}


def read_term(passage: Passage, at: int, money: Money) -> Quantity | None:
    """An amount with what stands glued around it: "$3.4 million", "-2.3%", "31-metre", "half an hour", "300"."""
    sign = passage.match("currencies", "before", passage.at(at).start) if not passage.masked[at] else None
    if sign is not None:
        return _priced(passage, at, passage.index_from(sign.end()), sign["money"], money)
    amount = read_amount(passage, at)
    if amount is None or _is_part_of_a_name(passage, amount):
        return None
    amount = _negative(passage, amount)
    end, modifier = modifier_after(passage, amount.end)
    quantity = _with_unit(passage, replace(amount, end=end), money)
    return replace(quantity, modifier=modifier) if quantity is not None and modifier is not None else quantity


def read_quantity(passage: Passage, at: int, money: Money) -> Quantity | None:
    """A term, or the range that it begins ("5 to 7 million", "$2-3bn", "between 20 and 25 per cent")."""
    first = read_term(passage, at, money)
    if first is None:
        return None
    is_between = _follows_between(passage, first.first)
    join = first.end
    if not (passage.key(join) in _JOINS or (is_between and passage.key(join) == "and")):
        return first
    second = read_term(passage, join + 1, money)
    if second is None:
        return first
    return _range(passage, first, second, join) or first


def _range(passage: Passage, first: Quantity, second: Quantity, join: int) -> Quantity | None:
    key = passage.key(join)
    low = _shared_scale(first, second)
    if low is None or second.value is None or low >= second.value:
        return None
    if not _same_unit(first, second) or (key == "to" and _speaks_of_change(passage, first.first)):
        return None
    if key in DASHES and not (passage.glued(join) == passage.glued(join + 1)):
        return None
    kind, unit = (second.kind, second.unit) if second.unit else (first.kind, first.unit)
    return replace(
        second, first=first.first, value=None, low=low, high=second.value, kind=kind, unit=unit, written=first.written
    )


def _same_unit(first: Quantity, second: Quantity) -> bool:
    if first.unit and second.unit:
        return (first.kind, first.unit) == (second.kind, second.unit)
    if first.unit:
        return first.kind == "money" and second.kind == "count"
    return "fraction" not in {first.written, second.written}


def _shared_scale(first: Quantity, second: Quantity) -> Fraction | None:
    """In "5 to 7 million" the scale of the second holds for the first."""
    if first.value is None or second.value is None:
        return None
    scale = second.scale
    if first.scale == 1 and scale > 1 and first.value * scale < second.value:
        return first.value * scale
    return first.value


def _speaks_of_change(passage: Passage, first: int) -> bool:
    """"From eight to twelve days" after "rose" is two values; "from €900 to €1,200" alone is a range."""
    if passage.key(first - 1) != "from":
        return False
    before = range(first - 1, max(-1, first - 1 - _CLAUSE), -1)
    for index in before:
        key = passage.key(index)
        if key in {".", ";", ":", "?", "!"}:
            return False
        if key in words("change_words"):
            return True
    return False


def _follows_between(passage: Passage, first: int) -> bool:
    """"Between 5", "between about 5", "between the ages of 5"."""
    before = first - 1
    while before > first - 4 and passage.key(before) in _INSIDE_BETWEEN:
        before -= 1
    return passage.key(before) == "between"


def _priced(passage: Passage, first: int, at: int, sign: str, money: Money) -> Quantity | None:
    is_negative = passage.key(at) == "(" and passage.key(at + 2) == ")"
    amount = read_amount(passage, at + 1 if is_negative or passage.key(at) in _MINUS else at)
    if amount is None or amount.value is None:
        return None
    if is_negative:
        amount = _negated(passage, amount)
    elif passage.key(at) in _MINUS or _has_minus_before(passage, first):
        amount = replace(amount, value=-amount.value)
    rules = load_rules("currencies")
    table = rules.table("signs")
    code = table[sign] if sign in table else rules.table("codes")[sign]
    end = _end_of_money(passage, amount.end)
    quantity = Quantity.of(amount, "money", first=first, end=end)
    return replace(quantity, unit=money.code(sign, code), is_hyphened=_is_hyphened(passage, end))


def _negated(passage: Passage, amount: Amount) -> Amount:
    """"(1.7) million": accountants put what is lost in brackets."""
    value = -(amount.value or Fraction(0))
    end = amount.end + 1
    scale = load_rules("numbers").table("scales").get(passage.key(end), 1)
    return replace(amount, value=value * scale, end=end + (scale != 1))


def _end_of_money(passage: Passage, end: int) -> int:
    """Takes in what follows a price: its currency once more, and the rate ("per diluted share", "a share")."""
    again = passage.match("currencies", "after", passage.at(end - 1).end)
    if again is not None and not again["part"]:
        end = passage.index_from(again.end())
    rate = passage.match("currencies", "rate", passage.at(end - 1).end)
    return passage.index_from(rate.end()) if rate else end


def _has_minus_before(passage: Passage, index: int) -> bool:
    return passage.key(index - 1) in _MINUS and passage.glued(index) and not passage.glued(index - 1)


def _negative(passage: Passage, amount: Amount) -> Amount:
    before = amount.first - 1
    if not _has_minus_before(passage, amount.first) or amount.value is None or amount.shape != "figures":
        return amount
    return replace(amount, value=-amount.value, first=before)


def _is_part_of_a_name(passage: Passage, amount: Amount) -> bool:
    """"CVT-118", "G20", "5G", "Under-16": figures that letters are glued to."""
    first = amount.first
    if amount.shape in {"words", "vague"}:
        return passage.key(first - 1) in HYPHENS and passage.glued(first) and passage.at(first - 2).kind == "word"
    before = passage.at(first - 1)
    if passage.glued(first) and before.kind == "word":
        return True
    if passage.glued(first) and before.key in {"/", "#", "_", ".", "@", "*", "’", "'", ","} and before.key != "'":
        return passage.glued(first - 1) or before.key in "/#_@*"
    return before.key in HYPHENS and passage.glued(first) and _is_code(passage, first - 1)


def _is_code(passage: Passage, hyphen: int) -> bool:
    """Whether letters begin what is glued together before a hyphen: "CVT-", "C5-11-"; not "50m-", "EUR4-"."""
    index = hyphen
    while passage.glued(index) and (passage.is_figure(index - 1) or passage.key(index - 1) in HYPHENS):
        index -= 1
    if not passage.glued(index) or passage.at(index - 1).kind != "word":
        return False
    word = passage.at(index - 1)
    is_suffix = passage.glued(index - 1) and passage.is_figure(index - 2)
    return not is_suffix and word.text not in load_rules("currencies").table("codes")


def _with_unit(passage: Passage, amount: Amount, money: Money) -> Quantity | None:
    offset = passage.at(amount.end - 1).end
    for read in (_percent, _money_after, _measured):
        quantity = read(passage, amount, offset, money)
        if quantity is not None:
            return quantity
    if passage.glued(amount.end) and passage.at(amount.end).kind == "word" and amount.shape != "vague":
        return None  # "5G", "9AA"
    return Quantity.of(amount, "count")


def _percent(passage: Passage, amount: Amount, offset: int, _: Money) -> Quantity | None:
    article = passage.key(amount.end) in {"a", "of"} and amount.shape == "fraction"
    match = passage.match("units", "percent", passage.at(amount.end).end if article else offset)
    if match is None:
        return None
    end = passage.index_from(match.end())
    unit = _meanings("units", "percents")[" ".join(match["unit"].casefold().split())]
    return replace(Quantity.of(amount, "percent", end=end), unit=unit, is_hyphened=_is_hyphened(passage, end))


def _money_after(passage: Passage, amount: Amount, offset: int, money: Money) -> Quantity | None:
    match = passage.match("currencies", "after", _past_of(passage, amount, offset))
    if match is None or (amount.shape == "fraction" and not match["name"]):
        return None
    if (match["name"] or "").casefold() in {"pound", "pounds"} and not money.has_pounds:
        return None  # of weight
    name, part = (" ".join((match[group] or "").split()) for group in ("name", "part"))
    if part:
        if part.casefold() == "p" and (offset != match.start("part") or amount.shape != "figures"):
            return None
        code = money.code(part, _meanings("currencies", "hundredths")[part.casefold()])
        amount = replace(amount, value=amount.value / 100 if amount.value is not None else None)
    elif name:
        code = money.code(name, _meanings("currencies", "names")[name.casefold()])
    else:
        code = load_rules("currencies").table("codes")[match["code"]]
    end = _end_of_money(passage, passage.index_from(match.end()))
    return replace(Quantity.of(amount, "money", end=end), unit=code, is_hyphened=passage.key(amount.end) in HYPHENS)


def _measured(passage: Passage, amount: Amount, offset: int, _: Money) -> Quantity | None:
    offset = _past_of(passage, amount, offset)
    kinds: tuple[NumberKind, ...] = ("duration", "measure")
    for kind in kinds:
        match = passage.match("units", kind, offset)
        if match is None or not _is_unit(passage, amount, match["unit"], match.start("unit")):
            continue
        end = passage.index_from(match.end())
        hyphened = match[0][0] in HYPHENS
        return replace(Quantity.of(amount, kind, end=end), unit=match["unit"], is_hyphened=hyphened)
    return None


def _past_of(passage: Passage, amount: Amount, offset: int) -> int:
    """Units follow "half a", "millions of" and "dozens of" as they follow a number."""
    key = passage.key(amount.end)
    if (amount.shape == "fraction" and key in {"a", "an"}) or (amount.shape == "vague" and key == "of"):
        return passage.at(amount.end).end
    return offset


def _is_unit(passage: Passage, amount: Amount, unit: str, start: int) -> bool:
    """A short symbol is a unit only with figures: "5 g", not "five G"; "second" is an ordinal after "one"."""
    if len(unit) <= 2 and unit.casefold() not in {"ft", "oz"} and amount.shape not in {"figures", "fraction"}:
        return False
    if len(unit) == 1 and unit != "°" and passage.text[start - 1].isspace():
        return unit in {"g", "W", "t", "m"} and not passage.text[start + 1 : start + 3].strip("., )").isalnum()
    return not (unit.casefold() in {"second", "stone", "min", "sec"} and amount.value == 1)


def _is_hyphened(passage: Passage, end: int) -> bool:
    return passage.key(end) in HYPHENS and passage.glued(end)
