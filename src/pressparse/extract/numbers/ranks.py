"""Reads ranks: "ranks first", "came second in …", "No. 4", "second-largest bank", "65th session"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from pressparse.extract.numbers.amounts import read_amount, table, words
from pressparse.extract.numbers.counted import noun_phrase, of_phrase
from pressparse.extract.numbers.passage import HYPHENS, Passage
from pressparse.extract.numbers.quantity import Quantity

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_SUPERLATIVES = frozenset({"most", "least", "best", "worst"})
_RANKED_IN = frozenset({"in", "of", "for", "among", "on", "at"})
_REACH = 3


def read_rank(passage: Passage, at: int) -> Quantity | None:
    """The rank that begins at a lexeme, or None."""
    if passage.masked[at]:
        return None
    return _numbered(passage, at) or _top(passage, at) or _ordinal_rank(passage, at)


def _numbered(passage: Passage, at: int) -> Quantity | None:
    """Reads "No. 4", "number one", "#1"; "Bulletin No. 41" is a name."""
    key = passage.key(at)
    figure = at + 1 + (key == "no" and passage.key(at + 1) == ".")
    is_verb = key == "number" and passage.tag(at).startswith("VB")  # "graduates number 312"
    if is_verb or key not in {"no", "number", "#"} or (key == "no" and figure == at + 1):
        return None
    before = passage.at(at - 1)
    is_name = before.kind == "word" and before.text[0].isupper() and not passage.begins_sentence(at - 1)
    is_name = is_name and not before.is_possessive  # "Africa's No. 1"
    amount = None if is_name and not passage.is_heading else read_amount(passage, figure)
    if (
        amount is None
        or amount.value is None
        or amount.value.denominator != 1
        or not 0 < amount.value <= 1000
    ):
        return None
    if key == "#" and not (passage.glued(figure) and amount.shape == "figures" and not passage.glued(at)):
        return None
    return _ranking(passage, Quantity.of(amount, "rank", first=at))


def _top(passage: Passage, at: int) -> Quantity | None:
    """Reads "among the top 100"."""
    if passage.key(at) != "top":
        return None
    amount = read_amount(passage, at + 1 + (passage.key(at + 1) in HYPHENS))
    if amount is None or not amount.is_whole:
        return None
    if passage.match("units", "percent", passage.at(amount.end - 1).end):
        return None
    return _ranking(passage, replace(Quantity.of(amount, "rank", first=at), modifier="at_most"))


def _ordinal_rank(passage: Passage, at: int) -> Quantity | None:
    ordinal = read_ordinal(passage, at)
    is_code = passage.is_figure(at) and passage.glued(at) and passage.key(at - 1) in HYPHENS  # "(R-14th)"
    if ordinal is None or is_code:
        return None
    value, end = ordinal
    quantity = Quantity(at, end, "rank", value, written="words")
    superlative = _superlative(passage, end)
    if superlative is not None:
        return quantity.counting(passage, noun_phrase(passage, superlative) or (superlative, superlative + 1))
    if _is_ranked(passage, at, end, value):
        return _ranking(passage, quantity)
    return _in_order(passage, quantity)


def read_ordinal(passage: Passage, at: int) -> tuple[Fraction, int] | None:
    """The value of "third", "23rd" or "twenty-first", and the index after it."""
    if passage.is_figure(at) and passage.key(at + 1) in _SUFFIXES and passage.glued(at + 1):
        return passage.at(at).value, at + 2
    ordinals, cardinals = table("ordinals"), table("cardinals")
    if passage.key(at) in ordinals:
        return ordinals[passage.key(at)], at + 1
    tens, ones = cardinals.get(passage.key(at), Fraction(0)), ordinals.get(passage.key(at + 2), Fraction(0))
    is_compound = passage.key(at + 1) in HYPHENS and tens >= 20 and 0 < ones < 10
    return (tens + ones, at + 3) if is_compound else None


def _superlative(passage: Passage, end: int) -> int | None:
    """Where the superlative of "second-largest", "third most populous" stands."""
    index = end + (passage.key(end) in HYPHENS)
    key = passage.key(index)
    is_superlative = key in _SUPERLATIVES or (
        key.endswith("est") and len(key) > 4 and passage.tag(index) in {"JJS", "RBS", ""}
    )
    return index if is_superlative else None


def _is_ranked(passage: Passage, at: int, end: int, value: Fraction) -> bool:
    """Whether an ordinal says a place ("came second", "is fourth of ten"), not which ("the second man")."""
    if not _stands_without_noun(passage, end):
        return False
    before = [passage.key(i) for i in range(max(0, at - _REACH), at)] or [""]
    if words("strong_ranking_verbs") & set(before):
        return True
    after = passage.key(end)
    says_where = after in _RANKED_IN or after in words("after_a_rank")
    if before[-1] in words("ranking_verbs"):
        return says_where or (value > 1 and after in words("after_a_bare_rank"))
    if passage.is_figure(at) and before[-1] != "the":
        return says_where or after in words("after_a_bare_rank")
    in_headline = passage.is_heading and value > 1 and after in {"in", "of"}
    return in_headline or after in words("ranked_where") or (after == "for" and before[-1] == "and")


def _stands_without_noun(passage: Passage, end: int) -> bool:
    if passage.key(end) in HYPHENS or passage.phrase(end, end + 2) == "to none":
        return False
    is_free = end >= len(passage) or passage.masked[end] or passage.key(end) in words("after_a_rank")
    return is_free or not passage.tag(end).startswith(("NN", "JJ", "CD"))


def _in_order(passage: Passage, quantity: Quantity) -> Quantity | None:
    """Editions and anniversaries ("65th session"), and who was the first of a kind ("the first woman")."""
    if _is_first_person(passage, quantity.end) and passage.key(quantity.first - 1) not in {"a", "an"}:
        return quantity.counting(passage, (quantity.end, quantity.end + 1))
    phrase = noun_phrase(passage, quantity.end)
    if phrase is None or (passage.at(phrase[0]).text[0].isupper() and not passage.is_heading):
        return None
    inside = {passage.key(i) for i in range(*phrase)}
    if inside & words("counted_in_order") and quantity.value != 1 and quantity.value is not None:
        return quantity.counting(passage, phrase)
    return None


def _is_first_person(passage: Passage, index: int) -> bool:
    is_of_a_people = passage.key(index) in words("peoples") and passage.key(index + 1) in {"to", "ever", "in"}
    return passage.key(index) in words("person_nouns") or is_of_a_people


def _ranking(passage: Passage, quantity: Quantity) -> Quantity:
    """With what is ranked: a noun after it, or the "in …", "for …" that says where."""
    after = quantity.end + (passage.key(quantity.end) in words("after_a_rank"))
    if passage.phrase(after, after + 3) == "in terms of":
        after += 2
    if passage.key(after) in _RANKED_IN:
        return quantity.counting(passage, of_phrase(passage, after + 1))
    phrase = noun_phrase(passage, quantity.end)
    return quantity.counting(
        passage, phrase if passage.key(quantity.end) not in words("after_a_rank") else None
    )
