"""Reads what a number counts from what directly follows it, and whether it is a quantity at all."""

from __future__ import annotations

from dataclasses import replace

from pressparse.extract.numbers.amounts import words
from pressparse.extract.numbers.counted import Phrase, noun_phrase, of_phrase
from pressparse.extract.numbers.passage import HYPHENS, Passage
from pressparse.extract.numbers.quantity import Quantity


def read_count(passage: Passage, quantity: Quantity) -> Quantity | None:
    """The count with what directly follows it as its unit; None where the number is no quantity."""
    end = quantity.end
    if passage.key(end) in HYPHENS and passage.glued(end) and passage.at(end + 1).kind == "word":
        return _hyphened(passage, quantity)
    if _is_or_two(passage, quantity):
        return None
    if passage.key(end) == "times":
        is_ratio = passage.key(end + 1) in words("compared_with") or passage.key(end + 2) == "than"
        return replace(
            quantity, end=end + 1, unit=None if is_ratio else "times", kind="ratio" if is_ratio else "count"
        )
    read = _partitive if passage.key(end) == "of" else _direct
    counted = read(passage, quantity)
    return counted if _is_quantity(passage, counted) else None


def _hyphened(passage: Passage, quantity: Quantity) -> Quantity | None:
    """Reads "212-page report", which counts pages; "one-way" and "three-pronged" count nothing."""
    unit = quantity.end + 1
    key = passage.key(unit)
    if (
        key in words("hyphen_words")
        or key.endswith("ed")
        or passage.is_number_word(unit)
        or quantity.written == "fraction"
    ):
        return None  # "two-way", "three-pronged", "one-two punch"
    if passage.key(unit) == "strong":
        return replace(quantity, end=unit + 1).counting(passage, noun_phrase(passage, unit + 1))
    return replace(quantity, is_hyphened=True).counting(passage, (unit, unit + 1))


def _partitive(passage: Passage, quantity: Quantity) -> Quantity:
    """Reads "three of the dogs", "dozens of volunteers"; of "11 of the 38 works" the number alone."""
    phrase = of_phrase(passage, quantity.end)
    if phrase is None:
        return quantity
    if passage.key(phrase[0]) in {"them", "these", "those", "which", "whom", "it"}:
        return replace(quantity, end=phrase[1])  # what they are stands elsewhere
    return quantity.counting(passage, phrase)


def _direct(passage: Passage, quantity: Quantity) -> Quantity:
    end = quantity.end
    if passage.key(end) in {"more", "fewer", "less"} and passage.key(end + 1) != "than":
        phrase = noun_phrase(passage, end + 1)
        return quantity.counting(passage, phrase) if phrase else replace(quantity, end=end + 1)
    phrase = noun_phrase(passage, end)
    return quantity.counting(passage, _without_verb(passage, phrase) if quantity.value == 1 else phrase)


def _without_verb(passage: Passage, phrase: Phrase | None) -> Phrase | None:
    """Without the verb that was taken for a plural noun: "one program targets veterans"."""
    if phrase is None or phrase[1] - phrase[0] < 2:
        return phrase
    is_plural = passage.tag(phrase[1] - 1) == "NNS" and passage.key(phrase[1] - 1) not in words(
        "singular_in_s"
    )
    return (phrase[0], phrase[1] - 1) if is_plural and passage.tag(phrase[1] - 2) == "NN" else phrase


def _is_quantity(passage: Passage, quantity: Quantity) -> bool:
    if quantity.value == 1 and quantity.written == "words":
        return _is_counted_one(passage, quantity)
    if quantity.value == 0 and quantity.unit is None:
        return False
    return quantity.unit is not None or not _is_hour(passage, quantity)


def _is_counted_one(passage: Passage, quantity: Quantity) -> bool:
    """A count as in "one gauge", not a pronoun as in "one of them", "no one", "one day"."""
    after = passage.key(quantity.first + 1)
    is_idiom = passage.phrase(quantity.first + 2, quantity.first + 4) in {"or another", "or the"}
    is_pronoun = (
        is_idiom
        or quantity.counted is None
        or after in words("days_and_one")
        or quantity.counted.start < passage.at(quantity.first).end
        or _is_plural(passage, quantity.first + 1)
    )
    return not is_pronoun and passage.key(quantity.first - 1) not in {"no", "any", "every", "each", "some"}


def _is_plural(passage: Passage, index: int) -> bool:
    """Whether "one" cannot count it: in "one trusts a system" the noun is a verb, whatever its tag."""
    is_alone = passage.tag(index + 1)[:2] not in {"NN", "JJ"}
    has_plural_end = passage.key(index).endswith("s") and not passage.key(index).endswith(("ss", "us", "is"))
    is_plural = has_plural_end and passage.tag(index) in {"NNS", "VBZ", ""}
    return is_alone and is_plural and passage.key(index) not in words("singular_in_s")


def _is_or_two(passage: Passage, quantity: Quantity) -> bool:
    """As in "a year or two"."""
    noun = quantity.first - 2
    has_noun = passage.at(noun).kind == "word" and not passage.is_number_word(noun)
    return has_noun and quantity.value == 2 and passage.key(quantity.first - 1) == "or"


def _is_hour(passage: Passage, quantity: Quantity) -> bool:
    """An hour of the day ("at four", "by nine"), unless it is qualified or too large for one."""
    value = quantity.value if quantity.value is not None else quantity.low
    is_small = value is not None and value <= 12 and value.denominator == 1 and quantity.scale == 1
    return is_small and quantity.modifier is None and passage.key(quantity.first - 1) in words("before_hours")
