"""Reads how much: figures with scales, number words, fractions, vague amounts ("hundreds of thousands")."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cache
from typing import Literal

from pressparse.extract.numbers.passage import HYPHENS, Passage
from pressparse.rules import load_rules

Shape = Literal["figures", "words", "vague", "fraction"]
_ARTICLES = frozenset({"a", "an"})
_SLASHED_PARTS = frozenset({2, 3, 4, 5, 8})


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount in lexemes `[first, end)`: a `value`, or the bounds of what has none."""

    first: int
    end: int
    value: Fraction | None
    shape: Shape
    low: Fraction | None = None
    high: Fraction | None = None
    scale: Fraction = Fraction(1)

    @property
    def is_whole(self) -> bool:
        """Whether it is an integer, in figures or words."""
        return self.value is not None and self.value.denominator == 1 and self.shape in {"figures", "words"}

    @property
    def least(self) -> Fraction:
        """The value, or the lower bound."""
        return self.value if self.value is not None else self.low or Fraction(0)


@cache
def table(name: str) -> dict[str, Fraction]:
    """A table of numerals."""
    return {word: Fraction(str(value)) for word, value in load_rules("numbers").table(name).items()}


@cache
def words(name: str) -> frozenset[str]:
    """A list of words."""
    return load_rules("numbers").words(name)


def read_amount(passage: Passage, at: int) -> Amount | None:
    """The amount that begins at a lexeme, or None.

    Reads "3.25 million", "41m", "two hundred and fifty", "half a million", "two and a half", "3½",
    "two-thirds", "a dozen", "dozens", "hundreds of thousands".
    """
    if at not in passage.amounts:
        passage.amounts[at] = _read(passage, at)
    return passage.amounts[at]


def _read(passage: Passage, at: int) -> Amount | None:
    if at >= len(passage) or passage.masked[at]:
        return None
    for read in (_vague, _part_of_scale, _fraction, _figures, _cardinal_words, _article):
        amount = read(passage, at)
        if amount is not None:
            return _with_half(passage, amount)
    return None


def _figures(passage: Passage, at: int) -> Amount | None:
    if not passage.is_figure(at) or (passage.at(at).text[:2].isdigit() and passage.at(at).text[0] == "0"):
        return None
    value, end = passage.at(at).value, at + 1
    if passage.at(end).is_vulgar:
        value, end = value + passage.at(end).value, end + 1  # 3½
    elif passage.is_figure(end) and passage.key(end + 1) == "/" and passage.glued(end + 1):
        part = _slashed(passage, end)  # 4 3/4
        value, end = (value + part.value, part.end) if part and part.value else (value, end)
    elif passage.key(end) == "/" and passage.glued(end):
        return _slashed(passage, at)
    return _scaled(passage, Amount(at, end, value, "figures"))


def _slashed(passage: Passage, at: int) -> Amount | None:
    upper, lower = passage.at(at), passage.at(at + 2)
    if lower.kind != "figure" or not passage.glued(at + 2) or passage.key(at + 3) == "/":
        return None
    if not 0 < upper.value < lower.value:
        return None
    is_ordinal = passage.key(at + 3) in {"th", "rd", "nd"} and passage.glued(at + 3)
    if not is_ordinal and lower.value not in _SLASHED_PARTS:
        return None
    return Amount(at, at + 3 + is_ordinal, upper.value / lower.value, "fraction")


def _scaled(passage: Passage, amount: Amount) -> Amount:
    """With "million", "lakh crore", or the letter that stands for one ("41m", "15k")."""
    end, scale = amount.end, Fraction(1)
    for _ in range(2):
        step = _past_hyphen(passage, end)
        factor = table("scales").get(passage.key(step))
        if factor is None:
            break
        scale, end = scale * factor, step + 1
    if end == amount.end and passage.glued(end):
        letter = table("letters").get(passage.at(end).text)
        if letter is not None and _is_scale_letter(passage, end):
            scale, end = letter, end + 1
    value = amount.value * scale if amount.value is not None else None
    return replace(amount, end=end, value=value, scale=scale)


def _is_scale_letter(passage: Passage, at: int) -> bool:
    """A letter glued to figures is a scale after a currency, and else only where it is no unit of measure."""
    letter = passage.at(at).text
    if passage.at(at + 1).kind != "mark" and passage.glued(at + 1):
        return False
    if _follows_currency(passage, at - 1):
        return True
    if letter in {"m", "M", "B", "b", "T", "K", "k", "mm", "MM", "cr", "Cr"}:
        return letter not in {"mm", "MM"} and _counts_things(passage, at + 1)
    return True


def _follows_currency(passage: Passage, figure: int) -> bool:
    before = figure - 1
    while before >= 0 and (passage.is_figure(before) or passage.key(before) in {"-", "–", "(", "to"}):
        before -= 1
    sign = passage.at(before).text
    rules = load_rules("currencies")
    return sign in rules.table("signs") or sign in rules.table("codes")


def _counts_things(passage: Passage, at: int) -> bool:
    """Whether a plural follows ("35m times", "2.4M views"), perhaps behind an adjective."""
    for index in (at, at + 1):
        key = passage.key(index)
        if passage.at(index).kind != "word":
            return False
        if passage.tag(index) in {"NNS", "NNPS"} or (key.endswith("s") and len(key) > 3) or key == "people":
            return True
    return False


def _cardinal_words(passage: Passage, at: int) -> Amount | None:
    """Reads "twenty-three", "two hundred and fifty": grammatical sequences of words alone."""
    total, current, end = Fraction(0), Fraction(0), at
    smallest_scale: Fraction | None = None
    started = False
    while True:
        step = _next_numeral(passage, end) if started else end
        key = passage.key(step)
        cardinal, scale = table("cardinals").get(key), table("scales").get(key)
        if cardinal is not None and _fits(cardinal, current, started and end > at):
            current += cardinal
        elif scale == 100 and 0 < current < 100:
            current *= 100
        elif (
            scale is not None
            and started
            and current > 0
            and (smallest_scale is None or scale < smallest_scale)
        ):
            total, current, smallest_scale = total + current * scale, Fraction(0), scale
        else:
            break
        started, end = True, step + 1
    if not started:
        return None
    return Amount(at, end, total + current, "words", scale=smallest_scale or Fraction(1))


def _fits(cardinal: Fraction, current: Fraction, follows: bool) -> bool:
    """Whether "three" may follow "twenty" or "two hundred", but not "two" or "ten"."""
    if not follows or current == 0:
        return True
    if current % 100 == 0:
        return True
    return cardinal < 10 and current % 100 >= 20 and current % 10 == 0 and cardinal > 0


def _next_numeral(passage: Passage, end: int) -> int:
    """Skips the hyphen of "twenty-three" and the "and" of "hundred and fifty"."""
    if passage.key(end) in HYPHENS and passage.glued(end):
        return end + 1
    after_large = passage.key(end - 1) in table("scales") and passage.key(end - 1) != "dozen"
    if passage.key(end) == "and" and after_large and passage.key(end + 1) in table("cardinals"):
        return end + 1
    return end


def _article(passage: Passage, at: int) -> Amount | None:
    """Reads "a dozen", "a hundred", "a million"."""
    scale = table("scales").get(passage.key(at + 1))
    if passage.key(at) not in _ARTICLES or scale is None:
        return None
    round_sum = Amount(at, at + 2, scale, "words", scale=scale)
    scaled = _scaled(passage, round_sum)
    return _with_rest(passage, round_sum) or (scaled if scaled.scale > 1 else round_sum)


def _with_rest(passage: Passage, amount: Amount) -> Amount | None:
    """With what is added: "a hundred and fifty", "a million two hundred thousand", "a hundred and ten million"."""
    step = _next_numeral(passage, amount.end)
    is_dozen = passage.key(amount.end - 1) == "dozen"
    rest = (
        _cardinal_words(passage, step) if not is_dozen and passage.key(step) in table("cardinals") else None
    )
    if rest is None or not rest.value or amount.value is None:
        return None
    if rest.value < amount.scale:
        return replace(amount, end=rest.end, value=amount.value + rest.value)
    is_scaled_as_one = rest.scale > amount.scale and rest.value < rest.scale * amount.scale
    if not is_scaled_as_one:
        return None
    return replace(amount, end=rest.end, value=amount.value * rest.scale + rest.value, scale=rest.scale)


def _part_of_scale(passage: Passage, at: int) -> Amount | None:
    """Reads "half a million", "half a dozen", "a quarter of a million", "three-quarters of a billion"."""
    part = _fraction(passage, at)
    if part is None or part.value is None:
        return None
    end = part.end + (passage.key(part.end) == "of")
    scale = table("scales").get(passage.key(end + 1))
    if passage.key(end) not in _ARTICLES or scale is None:
        return None
    return Amount(at, end + 2, part.value * scale, "words", scale=scale)


def _fraction(passage: Passage, at: int) -> Amount | None:
    """Reads "half", "a third", "two-thirds", "one quarter"."""
    parts = table("fractions")
    key = passage.key(at)
    if key == "half":
        return Amount(at, at + 1, Fraction(1, 2), "fraction")
    count = Fraction(1) if key in _ARTICLES else table("cardinals").get(key)
    if count is None:
        return None
    end = _past_hyphen(passage, at + 1)
    part = passage.key(end)
    if part not in parts or count >= parts[part] or (count > 1) != part.endswith("s") or count == 0:
        return None
    if part == "quarters" and count == 2 and passage.key(end + 1) != "of":
        return None  # of a year: nobody halves a thing so
    return Amount(at, end + 1, count / parts[part], "fraction")


def _with_half(passage: Passage, amount: Amount) -> Amount:
    """Adds the rest of "two and a half", "three-and-a-half", and a scale after that."""
    joint = _past_hyphen(passage, amount.end)
    if amount.value is None or amount.shape == "fraction" or passage.key(joint) != "and":
        return amount
    rest = _past_hyphen(passage, joint + 1)
    part = _fraction(passage, rest)
    if part is None or part.value is None or (amount.scale > 1 and passage.key(rest) not in _ARTICLES):
        return amount
    if passage.key(part.end) in {"of", "the"}:
        return amount
    value = amount.value + part.value * amount.scale
    return _scaled(passage, replace(amount, end=part.end, value=value))


def _past_hyphen(passage: Passage, index: int) -> int:
    return index + (passage.key(index) in HYPHENS and passage.glued(index))


def _vague(passage: Passage, at: int) -> Amount | None:
    """Reads "dozens", "tens of thousands", "several hundred": a lower bound and no value."""
    vague = table("vague")
    first, key = at, passage.key(at)
    if key in _ARTICLES and passage.key(at + 1) in {"few", "couple"}:
        at, key = at + 1, passage.key(at + 1)
    if key in words("vague_openers"):
        at += 1 + (passage.key(at + 1) == "of")
        scale = table("scales").get(passage.key(at))
        if scale is not None and scale >= 12 and key != "some":
            return Amount(first, at + 1, None, "vague", low=Fraction(24) if scale == 12 else scale)
        if passage.key(at) not in vague:
            return None
    elif first != at:
        return None
    low = vague.get(passage.key(at))
    is_noun = passage.key(at) in words("vague_with_of") and passage.key(at + 1) != "of"  # "perfect scores"
    if low is None or is_noun:
        return None
    end = at + 1
    while passage.key(end) == "of" and passage.key(end + 1) in vague:
        low, end = low * vague[passage.key(end + 1)], end + 2
    if passage.key(end) in {"upon", "and"} and passage.key(end + 1) == passage.key(end - 1):
        end += 2  # "billions upon billions"
    return Amount(first, end, None, "vague", low=low)
