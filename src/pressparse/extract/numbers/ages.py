"""Tells ages from counts: "37-year-old", "aged 18 to 65", "Earl Hobbs, 61,", "adults over 65"."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from pressparse.extract.numbers.amounts import words
from pressparse.extract.numbers.passage import Passage
from pressparse.extract.numbers.quantity import Quantity

_OLDEST = Fraction(120)
_OLDEST_ALONE = Fraction(105)
_BE = frozenset({"is", "was", "turned", "turns", "turning", "are", "were", "am", "be", "s"})
_INTRODUCTIONS = frozenset(
    {"between the ages of", "age of", "ages of", "aged between", "ages between", "aged from"}
)
_AGE_REACH = 6  # "the average age of our members is 57"
_ENDS = frozenset({",", ".", ";", ")", "", "!", "?", "—", "–", '"', "”", "’", "'", ":"})


def read_age(passage: Passage, quantity: Quantity) -> Quantity | None:
    """The quantity as an age, where it is one."""
    amount_end = quantity.end
    old = passage.match("units", "age", passage.at(quantity.amount_end - 1).end)
    if old is not None:
        return _age(quantity, end=passage.index_from(old.end()), unit=_years(old[0]))
    if quantity.kind != "count" or quantity.is_hyphened or not _is_possible(quantity):
        return None
    introduced = _introduced(passage, quantity.first)
    if introduced is not None:
        return _age(quantity, first=introduced)
    if passage.at(amount_end).kind == "figure" or quantity.unit is not None:
        return None
    is_age = (
        _after_a_name(passage, quantity)
        or _of_somebody(passage, quantity)
        or _of_both(passage, quantity)
        or _then_or_now(passage, quantity)
        or _by_a_bound(passage, quantity)
        or _at_an_age(passage, quantity)
    )
    return _age(quantity) if is_age else None


def _age(
    quantity: Quantity, *, first: int | None = None, end: int | None = None, unit: str = "years"
) -> Quantity:
    return replace(
        quantity,
        kind="age",
        unit=unit,
        first=quantity.first if first is None else first,
        end=quantity.end if end is None else end,
    )


def _years(printed: str) -> str:
    return next((unit for unit in ("months", "weeks", "days") if unit[:-1] in printed.casefold()), "years")


def _is_possible(quantity: Quantity) -> bool:
    ends = [v for v in (quantity.value, quantity.low, quantity.high) if v is not None]
    return all(0 < value <= _OLDEST for value in ends) and quantity.scale == 1


def _introduced(passage: Passage, first: int) -> int | None:
    """Where "aged", "ages" or "at the age of" begins, directly before the number."""
    if passage.key(first - 1) in {"aged", "age", "ages"}:
        return first - 1
    for length in (4, 3, 2):
        if first >= length and passage.phrase(first - length, first) in _INTRODUCTIONS:
            return first - length
    return None


def _after_a_name(passage: Passage, quantity: Quantity) -> bool:
    """Reads "Earl Hobbs, 61, of …", "Cormac Daly (6½)" and "children (5-15)"."""
    before, after = passage.key(quantity.first - 1), passage.at(quantity.end)
    if after.key not in _ENDS or (quantity.value or 0) > _OLDEST_ALONE:
        return False
    if before == "(":
        are_people = passage.key(quantity.first - 2) in words("people_of_an_age")
        is_said_of = are_people or _is_person(passage, quantity.first - 2, sure=True)
        return after.key in {")", ","} and is_said_of
    if before != "," or (after.key == "," and passage.is_figure(quantity.end + 1)):
        return False
    if after.key == "," and _is_apposed(passage, quantity):
        return True
    return after.key != "" and _is_person(passage, quantity.first - 2, sure=False)


def _of_both(passage: Passage, quantity: Quantity) -> bool:
    """Reads "the twins, both 8, …"."""
    is_apposed = passage.phrase(quantity.first - 2, quantity.first) == ", both"
    return is_apposed and passage.key(quantity.end) in _ENDS


def _then_or_now(passage: Passage, quantity: Quantity) -> bool:
    """Reads "her daughter, Ada, then 4, …" and "Now 44, she …"."""
    adverb = quantity.first - 1
    if passage.key(adverb) not in {"then", "now"}:
        return False
    if passage.begins_sentence(adverb):
        return passage.key(quantity.end) in {",", "and"}
    is_apposed = passage.key(adverb - 1) == "," and passage.key(quantity.end) in {",", ")"}
    subject = adverb - 2
    is_of_person = passage.key(subject) in words("person_nouns") or _is_person(passage, subject, sure=False)
    return is_apposed and is_of_person


def _is_apposed(passage: Passage, quantity: Quantity) -> bool:
    """As in "Eze, 39, was" and "the driver, 24, of": commas around an age, whatever the name is taken for."""
    subject, follows = passage.at(quantity.first - 2), passage.key(quantity.end + 1)
    tag = passage.tag(quantity.end + 1)
    if subject.kind != "word" or quantity.written != "figures" or subject.key in words("level_words"):
        return False
    is_list = (
        follows == "and" and passage.at(quantity.end + 2).text[:1].isupper()
    )  # "Eze, 24, and Roe, 31, ran"
    is_told_of = follows in words("after_apposed_age") or tag.startswith(("VBD", "VBZ", "MD"))
    is_told_of = is_told_of or is_list or passage.is_heading or subject.key in words("person_nouns")
    is_somebody = (
        passage.tag(quantity.first - 2) in {"NN", "NNP", ""} and not passage.masked[quantity.first - 2]
    )
    is_in_place = passage.key(quantity.first - 3) in words("before_places")  # "in Ohio, 24, of whom"
    return is_told_of and is_somebody and not is_in_place


def _is_person(passage: Passage, index: int, *, sure: bool) -> bool:
    token = passage.token(index)
    if token is None or passage.masked[index] or not token.text[:1].isupper():
        return False
    if token.ent_type_:
        return token.ent_type_ == "PERSON"
    has_first_name = passage.at(index - 1).text[:1].isupper() and passage.at(index - 1).kind == "word"
    is_subject = passage.begins_sentence(index)
    return not sure and (has_first_name or is_subject) and passage.tag(index) in {"NNP", ""}


def _of_somebody(passage: Passage, quantity: Quantity) -> bool:
    """Reads "Marit is nineteen and …", "he was 17.", "who is 70 in May"."""
    be = quantity.first - 1
    if passage.key(be) in words("people_are") and _ends_age(passage, quantity):
        return True
    if passage.key(be) in {"just", "only", "now", "about", "nearly", "almost", "already"}:
        be -= 1
    if passage.key(be) in {"turned", "turns", "turning"}:
        return _ends_age(passage, quantity) or passage.is_number_word(
            quantity.end
        )  # "turned 50 two years ago"
    if passage.key(be) not in _BE or not _ends_age(passage, quantity):
        return False
    subject = passage.token(be - 1)
    before = [passage.key(i) for i in range(max(0, be - _AGE_REACH), be)]
    if (before[-1:] and before[-1] in words("people_pronouns")) or "age" in before:
        return True
    # "Ada Roe is 31 now", whatever her name is taken for
    is_full_name = passage.at(be - 2).text.istitle() and passage.key(quantity.end) == "now"
    if subject is None or subject.tag_ != "NNP":
        return False
    return subject.ent_type_ in {"PERSON", ""} or is_full_name


def _ends_age(passage: Passage, quantity: Quantity) -> bool:
    after = passage.key(quantity.end)
    return after in _ENDS or after in words("after_age")


def _by_a_bound(passage: Passage, quantity: Quantity) -> bool:
    """Reads "adults over 65", "children under 5", "18 or older"."""
    if passage.key(quantity.end - 1) in {"older", "younger"} and quantity.modifier is not None:
        return True
    if passage.key(quantity.first - 1) not in {"over", "under"}:
        return False
    before, subject = passage.key(quantity.first - 2), passage.key(quantity.first - 3)
    people = words("people_of_an_age") | {"them"}
    is_said_of_people = before in _BE and (subject in words("people_pronouns") or subject in people)
    return before in people or (is_said_of_people and _ends_age(passage, quantity))


def _at_an_age(passage: Passage, quantity: Quantity) -> bool:
    """Reads "she ran her first race at 26, …": a grown person's age, where no level is spoken of."""
    if passage.key(quantity.first - 1) != "at" or quantity.written != "figures" or quantity.value is None:
        return False
    if not 13 <= quantity.value < 100 or quantity.value.denominator != 1:
        return False
    near = {passage.key(i) for i in range(max(0, quantity.first - _AGE_REACH), quantity.first)}
    ends = passage.key(quantity.end) in _ENDS
    goes_on = passage.key(quantity.end) in words("after_age") and bool(near & words("people_pronouns"))
    return (ends or goes_on) and not near & words("level_words")
