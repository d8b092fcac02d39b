"""Reads sums of money: "$3.4 million", "EUR50m", "$(1.7) million", "50 million euros", "29 cents a share"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache

from pressparse.extract.numbers.amounts import Amount, read_amount, table
from pressparse.extract.numbers.passage import HYPHENS, Passage
from pressparse.extract.numbers.quantity import Quantity
from pressparse.rules import load_rules

MINUS = frozenset("-−")
_DOLLARS = frozenset(
    {"$", "dollar", "dollars", "tax dollars", "taxpayer dollars", "public dollars", "cent", "cents", "¢"}
)
_CENTS = frozenset({"cent", "cents"})
_FRANCS = frozenset({"franc", "francs"})
_CROWNS = frozenset({"kr", "kr.", "kroner"})
_POUNDS = frozenset({"pound", "pounds"})
_RAND = "R"  # also the letter of many a code
_LEAST_AMBIGUOUS = 1000  # "eight won" is no money, "80,000 won" is


@dataclass(frozen=True, slots=True)
class Money:
    """What "$", "kr" and "pounds" mean in one document.

    Attributes:
        dollar: ISO 4217 code of its dollars.
        crown: of its crowns, where the document says whose they are.
        franc: of its francs, or the word where nobody says whose they are.
        has_rand: whether its "R" before figures is money.
        has_pounds: whether its pounds are money rather than weight.
        has_euros_alone: whether it has no dollars, so that its cents are of a euro.
    """

    dollar: str = "USD"
    crown: str | None = None
    franc: str = "francs"
    has_rand: bool = False
    has_pounds: bool = False
    has_euros_alone: bool = False

    def code(self, printed: str, code: str) -> str:
        """The ISO 4217 code of what is printed, given the one that it has in most documents."""
        if code == "USD" and printed.casefold() in _DOLLARS:
            return "EUR" if self.has_euros_alone and printed.casefold() in _CENTS else self.dollar
        if printed.casefold() in _FRANCS:
            return self.franc
        return self.crown if self.crown and printed.casefold() in _CROWNS else code


def money_of(text: str) -> Money:
    """Reads from a document whose dollars and crowns it means.

    Examples:
        >>> money_of("All amounts are in Canadian dollars.").dollar
        'CAD'
        >>> money_of("It gave NZ$6m of the $42m.").dollar
        'NZD'
    """
    rules = load_rules("currencies")
    stated = rules.regex("dollars_meant").search(text)
    dollars = {name.casefold(): code for name, code in rules.table("dollars").items()}
    crown = _country_of("crowns", text) if "kr" in text else None
    franc = (_country_of("francs", text) if "franc" in text else None) or "francs"
    dollar = dollars[stated["whose"].casefold()] if stated else _priced_in(text)
    euros_alone = _says(text, "of_euros") and not _says(text, "of_other_cents")
    return Money(dollar, crown, franc, _says(text, "of_south_africa"), "£" in text, euros_alone)


def _country_of(table_name: str, text: str) -> str | None:
    """The code by the first word of the table that stands in the text."""
    meanings = load_rules("currencies").table(table_name).items()
    return next((code for word, code in meanings if re.search(rf"\b{word}\b", text)), None)


def _priced_in(text: str) -> str:
    """Whose dollars "$" means where a document marks some of its dollars, all as one country's."""
    rules = load_rules("currencies")
    marked = {rules.table("signs")[match[0]] for match in rules.regex("marked_dollar").finditer(text)}
    is_foreign = len(marked) == 1 and not _says(text, "of_the_united_states") and not _says(text, "converted")
    return marked.pop() if is_foreign else "USD"


def _says(text: str, name: str) -> bool:
    return load_rules("currencies").regex(name).search(text) is not None


def read_price(passage: Passage, at: int, money: Money) -> Quantity | None:
    """A sum whose currency stands before it."""
    match = passage.match("currencies", "before", passage.at(at).start)
    if match is None or passage.masked[at]:
        return None
    amount = _signed_amount(passage, at, passage.index_from(match.end()))
    if amount is None:
        return None
    rules = load_rules("currencies")
    printed = match["money"]
    if printed == _RAND and not money.has_rand:
        return None
    code = rules.table("signs").get(printed) or rules.table("codes")[printed]
    end = _end_of_price(passage, amount.end)
    is_hyphened = passage.key(end) in HYPHENS and passage.glued(end)
    price = Quantity.of(amount, "money", first=at, end=end)
    return replace(price, unit=money.code(printed, code), is_hyphened=is_hyphened)


def read_sum(passage: Passage, amount: Amount, offset: int, money: Money) -> Quantity | None:
    """A sum whose currency follows at an offset: "50 million euros", "40p", "300 EUR"."""
    match = passage.match("currencies", "after", offset)
    if match is None or (amount.shape == "fraction" and not match["name"]):
        return None
    name, part = (" ".join((match[group] or "").casefold().split()) for group in ("name", "part"))
    if not _is_currency_here(name, amount, money) or (part == "p" and not _is_pence(amount, match[0])):
        return None
    if part:
        code = money.code(part, _meanings("hundredths")[part])
        amount = _divided(amount, 100)
    else:
        code = money.code(name, _meanings("names")[name]) if name else match["code"]
    is_hyphened = passage.key(amount.end) in HYPHENS
    end = _end_of_price(passage, passage.index_from(match.end()))
    return replace(Quantity.of(amount, "money", end=end), unit=code, is_hyphened=is_hyphened)


@cache
def _meanings(name: str) -> dict[str, str]:
    return {word.casefold(): code for word, code in load_rules("currencies").table(name).items()}


def _signed_amount(passage: Passage, first: int, at: int) -> Amount | None:
    """The amount after a currency; "$(1.7) million" is negative, as accountants write it, and so is "-$5"."""
    if passage.key(at) == "(" and passage.key(at + 2) == ")":
        amount = read_amount(passage, at + 1)
        return _in_brackets(passage, amount) if amount is not None and amount.value is not None else None
    has_minus = passage.key(at) in MINUS
    amount = read_amount(passage, at + has_minus)
    if amount is None or amount.value is None:
        return None
    is_negative = has_minus or has_minus_before(passage, first)
    return replace(amount, value=-amount.value) if is_negative else amount


def _in_brackets(passage: Passage, amount: Amount) -> Amount:
    end = amount.end + 1
    scale = table("scales").get(passage.key(end), Fraction(1))
    return replace(amount, value=-amount.least * scale, end=end + (scale != 1))


def has_minus_before(passage: Passage, index: int) -> bool:
    """Whether a minus is glued to a lexeme, and to nothing before."""
    return passage.key(index - 1) in MINUS and passage.glued(index) and not passage.glued(index - 1)


def _divided(amount: Amount, by: int) -> Amount:
    parts = (part / by if part is not None else None for part in (amount.value, amount.low, amount.high))
    value, low, high = parts
    return replace(amount, value=value, low=low, high=high, scale=amount.scale / by)


def _end_of_price(passage: Passage, end: int) -> int:
    """Takes in what follows a price: its currency once more, and the rate ("per diluted share")."""
    again = passage.match("currencies", "after", passage.at(end - 1).end)
    if again is not None and not again["part"]:
        end = passage.index_from(again.end())
    rate = passage.match("currencies", "rate", passage.at(end - 1).end)
    return passage.index_from(rate.end()) if rate else end


def _is_currency_here(name: str, amount: Amount, money: Money) -> bool:
    if name in _POUNDS:
        return money.has_pounds
    is_ambiguous = name in load_rules("currencies").words("ambiguous_names")
    return not is_ambiguous or amount.least >= _LEAST_AMBIGUOUS


def _is_pence(amount: Amount, printed: str) -> bool:
    return amount.shape == "figures" and printed == "p"
