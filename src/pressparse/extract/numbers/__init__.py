"""Numbers: every quantity of a post's title, subtitle and body.

How one comes to be: a block becomes a row of lexemes (`passage`); what is no quantity is masked (`masks`);
amounts are read (`amounts`) with their units, as ranges where two belong together (`terms`), or as `ratios`,
`ranks` and `ages`; what they count is found in the tags and the parse (`counted`, `counts`, `ellipses`); what
qualifies them is read from the words around (`modifiers`). Values stay exact until they become a `Number`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from pressparse.document import BODY_ROLES, Block
from pressparse.extract.numbers.ages import read_age
from pressparse.extract.numbers.amounts import table, words
from pressparse.extract.numbers.counted import of_phrase
from pressparse.extract.numbers.counts import read_count
from pressparse.extract.numbers.ellipses import resolve_ellipses
from pressparse.extract.numbers.masks import mask
from pressparse.extract.numbers.modifiers import modifier_after, modifier_before
from pressparse.extract.numbers.money import Money, money_of
from pressparse.extract.numbers.passage import Passage, Tokens
from pressparse.extract.numbers.quantity import Quantity, plain
from pressparse.extract.numbers.ranks import read_rank
from pressparse.extract.numbers.ratios import read_ratio
from pressparse.extract.numbers.terms import read_quantity
from pressparse.nlp.reading import Reading
from pressparse.records import Number
from pressparse.rules import load_rules
from pressparse.span import Span

_READ_ROLES = BODY_ROLES | {"title", "subtitle"}
_HEADING_ROLES = frozenset({"title", "subtitle", "heading"})


def extract_numbers(reading: Reading) -> tuple[Number, ...]:
    """Every quantity of the title, the subtitle and the body, in order of appearance."""
    numbers: list[Number] = []
    money = money_of(reading.text)
    tokens = Tokens(reading.doc)
    before: Quantity | None = None
    for block in reading.post.blocks:
        if block.role not in _READ_ROLES:
            continue
        passage = _passage(reading, block, tokens)
        found = resolve_ellipses(passage, list(_quantities(passage, money)), before)
        before = next((q for q in reversed(found) if q.kind == "count" and q.counted), before)
        numbers += [_number(passage, quantity) for quantity in found]
    return tuple(numbers)


def _passage(reading: Reading, block: Block, tokens: Tokens) -> Passage:
    start = block.start
    dateline = reading.post.dateline
    if dateline is not None and block.start <= dateline.span.start < block.end:
        start = min(dateline.span.end, block.end)
    passage = Passage(reading.text, start, block.end, tokens, is_heading=block.role in _HEADING_ROLES)
    mask(passage)
    return passage


def _quantities(passage: Passage, money: Money) -> Iterator[Quantity]:
    at = 0
    while at < len(passage):
        quantity = _read(passage, at, money) if _may_begin(passage, at) else None
        if quantity is not None:
            yield quantity
        at = max(at + 1, quantity.end if quantity is not None else 0)


def _read(passage: Passage, at: int, money: Money) -> Quantity | None:
    quantity = read_ratio(passage, at, money) or read_rank(passage, at) or _term(passage, at, money)
    return _qualified(passage, quantity) if quantity is not None else None


def _term(passage: Passage, at: int, money: Money) -> Quantity | None:
    quantity = read_quantity(passage, at, money)
    if quantity is None:
        return None
    age = read_age(passage, quantity)
    if age is not None:
        return age
    if quantity.kind == "count":
        return read_count(passage, quantity) if quantity.written != "fraction" else None
    if quantity.kind == "duration" and quantity.value == 1 and _is_some_day(passage, quantity):
        return None
    return _with_whole(passage, quantity)


def _is_some_day(passage: Passage, quantity: Quantity) -> bool:
    """A point in time, not its length: "One day she left"."""
    is_one_day = passage.phrase(quantity.first, quantity.end) in {
        "one day",
        "one night",
        "one weekend",
        "one week",
    }
    return is_one_day and passage.key(quantity.first - 1) not in words("before_one_day")


def _with_whole(passage: Passage, quantity: Quantity) -> Quantity:
    """What a percentage or a measure is of ("45% of girls") is counted, and is not its unit."""
    if passage.key(quantity.end) != "of" or quantity.kind not in {"percent", "measure"}:
        return quantity
    phrase = of_phrase(passage, quantity.end)
    if phrase is None:
        return quantity
    start, end = passage.at(phrase[0]).start, passage.at(phrase[1] - 1).end
    return replace(quantity, counted=Span.of(passage.text, start, end))


def _qualified(passage: Passage, quantity: Quantity) -> Quantity:
    if quantity.modifier is None:
        end, modifier = modifier_after(passage, quantity.end)
        quantity = replace(quantity, end=end, modifier=modifier)
    is_range = quantity.low is not None and quantity.high is not None
    if is_range and passage.key(quantity.first - 1) == "between":
        quantity = replace(quantity, first=quantity.first - 1)
    first, modifier = modifier_before(passage, quantity.first, kind=quantity.kind)
    if modifier is None:
        return quantity
    return replace(quantity, first=first, modifier=modifier)


def _number(passage: Passage, quantity: Quantity) -> Number:
    start, end = passage.at(quantity.first).start, passage.at(quantity.end - 1).end
    return Number(
        text=passage.text[start:end],
        start=start,
        end=end,
        kind=quantity.kind,
        value=plain(quantity.value),
        low=plain(quantity.low),
        high=plain(quantity.high),
        unit=quantity.unit,
        modifier=quantity.modifier,
        counted=quantity.counted,
        confidence=quantity.confidence,
    )


@cache
def _beginnings() -> frozenset[str]:
    tables = ("cardinals", "vague", "ordinals", "fractions", "multipliers")
    numerals = {word for name in tables for word in table(name)}
    currencies = load_rules("currencies")
    signs = {sign[:1].casefold() for sign in currencies.table("signs") if not sign[0].isalpha()}
    letters = {"".join(c for c in sign if c.isalpha()).casefold() for sign in currencies.table("signs")} - {
        ""
    }
    codes = {code.casefold() for code in currencies.table("codes")}
    return frozenset(
        numerals
        | signs
        | letters
        | codes
        | words("vague_openers")
        | {"a", "an", "top", "no", "number", "#", "u"}
    )


def _may_begin(passage: Passage, at: int) -> bool:
    """A cheap look at the first word, before any reader tries."""
    lexeme = passage.at(at)
    if passage.masked[at]:
        return False
    return lexeme.kind == "figure" or lexeme.key in _beginnings() or lexeme.key.endswith("fold")
