"""Reads ratios: "one in five homes", "nine out of ten", "half of it", "doubled", "three times as many"."""

from __future__ import annotations

from fractions import Fraction

from pressparse.extract.numbers.amounts import Amount, read_amount, table, words
from pressparse.extract.numbers.counted import noun_phrase, of_phrase
from pressparse.extract.numbers.modifiers import modifier_before
from pressparse.extract.numbers.money import Money
from pressparse.extract.numbers.passage import HYPHENS, Passage
from pressparse.extract.numbers.quantity import Quantity
from pressparse.extract.numbers.terms import read_term
from pressparse.extract.numbers.units import is_one_in_a_row

_SENTENCE = 12  # lexemes back to "two people died"
_NOMINAL = ("NN", "JJ", "CD")
_NEXT_IN_A_LIST = frozenset({"PRP", "VBZ", "MD"})  # "a second is …, and a third I'm cosponsoring"
_DETERMINERS = frozenset(
    {"the", "its", "their", "his", "her", "our", "my", "your", "all", "these", "those", "that", "this"}
)


def read_ratio(passage: Passage, at: int, money: Money) -> Quantity | None:
    """The ratio that begins at a lexeme, or None."""
    if passage.masked[at]:
        return None
    return (
        _share(passage, at, money)
        or _multiple(passage, at)
        or _times(passage, at)
        or _part(passage, at, money)
        or _to_one(passage, at)
    )


def _share(passage: Passage, at: int, money: Money) -> Quantity | None:
    """Reads "one in five adults", "one ferry in three", "six out of ten", "one of every five"."""
    upper = read_amount(passage, at)
    if upper is None or upper.value is None or not upper.is_whole:
        return None
    noun = _noun_between(passage, upper)
    lower_at = _link(passage, noun[1] if noun else upper.end)
    lower = read_term(passage, lower_at, money) if lower_at is not None else None
    if lower is None or lower_at is None or lower.value is None or lower.kind != "count" or lower.is_hyphened:
        return None
    is_share = noun is not None or _is_share(passage, lower_at, lower.value)
    if not (upper.value < lower.value and is_share):
        return None
    phrase = noun or noun_phrase(passage, lower.end) or _of(passage, lower.end)
    share = Quantity(at, lower.end, "ratio", upper.value / lower.value, written=upper.shape)
    return share.counting(passage, phrase)


def _noun_between(passage: Passage, upper: Amount) -> tuple[int, int] | None:
    """The "ferry" of "one ferry in three"."""
    noun = upper.end
    is_noun = upper.value == 1 and passage.at(noun).kind == "word"
    return (noun, noun + 1) if is_noun and passage.key(noun + 1) in {"in", "out"} else None


def _link(passage: Passage, at: int) -> int | None:
    for phrase in (("out", "of", "every"), ("out", "of"), ("in", "every"), ("of", "every"), ("in",)):
        end = at + len(phrase)
        if tuple(passage.key(i) for i in range(at, end)) == phrase:
            return end
    return None


def _is_share(passage: Passage, lower_at: int, lower: Fraction) -> bool:
    """Whether it is no count of a count: "nine out of ten" is a share, "23 out of 16,000" two counts."""
    is_out_of = passage.phrase(lower_at - 2, lower_at) == "out of"
    return str(lower) in words("round_denominators") or (lower.denominator == 1 and not is_out_of)


def _of(passage: Passage, at: int) -> tuple[int, int] | None:
    return of_phrase(passage, at) if passage.key(at) == "of" else None


def _multiple(passage: Passage, at: int) -> Quantity | None:
    """Reads "doubled", "more than double", "twice the level", "tenfold"."""
    fold = _fold(passage, at)
    if fold is not None:
        return fold
    factor = table("multipliers").get(passage.key(at))
    if factor is None or not _is_multiplied(passage, at):
        return None
    return Quantity(at, at + 1, "ratio", factor, written="words")


def _is_multiplied(passage: Passage, at: int) -> bool:
    key, after, tag = passage.key(at), passage.key(at + 1), passage.tag(at)
    if after in HYPHENS or passage.key(at - 1) in HYPHENS:
        return False
    if key in {"twice", "thrice"}:
        return after in words("compared_with") or passage.tag(at + 1) in {"JJR", "RBR"}
    if key in {"double", "triple", "treble", "quadruple", "quintuple", "halve"}:
        is_verb = tag in {"VB", "VBP"} and passage.tag(at + 1) not in {"NN", "NNS"}
        is_qualified = passage.key(at - 1) in {"than", "nearly", "almost", "about", "roughly", "to"}
        is_compared = is_qualified and not passage.tag(at + 1).startswith("NN")
        return is_verb or is_compared or after in words("compared_with")
    return tag.startswith("VB") or not tag or key.endswith("d")


def _fold(passage: Passage, at: int) -> Quantity | None:
    key = passage.key(at)
    if passage.key(at - 1) in {"is", "are", "was", "were"}:
        return None  # "our aims are threefold" says how many there are
    if key.endswith("fold") and key.removesuffix("fold") in table("cardinals"):
        return Quantity(at, at + 1, "ratio", table("cardinals")[key.removesuffix("fold")], written="words")
    amount = read_amount(passage, at)
    if amount is None or amount.value is None:
        return None
    end = amount.end + (passage.key(amount.end) in HYPHENS)
    if passage.key(end) == "fold" or (passage.key(end) == "x" and passage.glued(end) and end == amount.end):
        return Quantity(at, end + 1, "ratio", amount.value, written=amount.shape)
    return None


def _times(passage: Passage, at: int) -> Quantity | None:
    """Reads "three times as many" and "1.4 times EBITDA"; "40 times" is a count."""
    amount = read_amount(passage, at)
    if amount is None or amount.value is None or passage.key(amount.end) != "times":
        return None
    end = amount.end + 1
    is_compared = passage.key(end) in words("compared_with") or passage.tag(end) in {"JJR", "RBR"}
    if amount.value.denominator == 1 and not is_compared:
        return None
    return Quantity(at, end, "ratio", amount.value, written=amount.shape)


def _part(passage: Passage, at: int, money: Money) -> Quantity | None:
    """Reads "half of the members", "a fifth", "two-thirds": a fraction that no unit follows."""
    amount = read_amount(passage, at)
    if amount is None or amount.shape != "fraction" or amount.value is None:
        return None
    if is_one_in_a_row(passage, amount):
        return None
    term = read_term(passage, at, money)
    if (term is not None and term.unit is not None) or not _is_part(passage, amount):
        return None
    follows = passage.key(amount.end)
    phrase = of_phrase(passage, amount.end) if follows == "of" or follows in _DETERMINERS else None
    return Quantity.of(amount, "ratio").counting(passage, phrase)


def _is_part(passage: Passage, amount: Amount) -> bool:
    before, after = passage.key(amount.first - 1), passage.key(amount.end)
    if before in words("fraction_breakers") or before in HYPHENS:
        return False
    if (after in HYPHENS and passage.glued(amount.end)) or after == "way" or _is_one_more(passage, amount):
        return False
    is_plural_part = passage.key(amount.end - 1).endswith("s")
    if after in {"of", ",", ".", "", ";", ")"} or after in _DETERMINERS or is_plural_part:
        return True
    tag = passage.tag(amount.end)
    if tag == "JJR" or after in {"more", "fewer", "less"}:
        return True  # "a fifth fewer than last year"
    return not tag.startswith(_NOMINAL) and (
        tag not in _NEXT_IN_A_LIST or passage.key(amount.first) not in {"a", "an"}
    )


def _is_one_more(passage: Passage, amount: Amount) -> bool:
    """As in "two people died and a third was injured"."""
    before = [passage.key(i) for i in range(max(0, amount.first - _SENTENCE), amount.first)]
    is_third = passage.phrase(amount.first, amount.end) == "a third" and passage.key(amount.end) != "of"
    return is_third and ("two" in before or "second" in before)


def _follows_by(passage: Passage, at: int) -> bool:
    """As in "rejected by two to one", "by more than two to one"."""
    first, _ = modifier_before(passage, at, kind="ratio")
    return passage.key(first - 1) == "by"


def _to_one(passage: Passage, at: int) -> Quantity | None:
    """Reads "3 to 1", "24:1" and "five-to-one", where a word like "ratio" stands near."""
    upper = read_amount(passage, at)
    if upper is None or not upper.value or upper.shape not in {"figures", "words"}:
        return None
    hyphened = passage.key(upper.end) in HYPHENS
    link = upper.end + hyphened
    lower = read_amount(passage, link + 1 + hyphened) if passage.key(link) in {"to", ":"} else None
    if lower is None or lower.value != Fraction(1):
        return None
    near = {passage.key(i) for i in range(max(0, at - 10), min(len(passage), lower.end + 4))}
    is_stated = hyphened or passage.key(link) == ":"  # with colons the masks have asked already
    is_stated = is_stated or (upper.shape == lower.shape == "words" and _follows_by(passage, at))
    if not is_stated and not near & words("ratio_words"):
        return None
    return Quantity(at, lower.end, "ratio", upper.value, written=upper.shape)
