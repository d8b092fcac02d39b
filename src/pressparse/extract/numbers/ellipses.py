"""Finds what a bare number counts elsewhere: "and five in Maine", "twelve to eight days", "a team of 12"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pressparse.extract.numbers.amounts import words
from pressparse.extract.numbers.counted import SENTENCE_ENDS, noun_phrase, number_of_what, subject_noun
from pressparse.extract.numbers.passage import Passage
from pressparse.extract.numbers.quantity import Quantity

_LINKS = frozenset({"to", "and", "or", ",", "from", "than", "versus", "vs", "against"})
_LONGEST_LINK = 3
_LONGEST_COMPARISON = 6
_COMPARED = frozenset({"percent", "measure", "duration", "ratio"})
_FAR = 60  # lexemes: an elliptical "nine" reaches back a sentence or two, not a page
_FEW = 20  # quantities
_LESS_SURE = 0.7


def resolve_ellipses(passage: Passage, found: Sequence[Quantity], before: Quantity | None) -> list[Quantity]:
    """Gives counts without a noun of their own the one that they count elsewhere.

    Args:
        passage: that the quantities were found in.
        found: all quantities of the passage, in order.
        before: the last count of an earlier passage that has a unit.
    """
    resolved: list[Quantity] = []
    for quantity in _linked(passage, found):
        bare = _Bare(passage, quantity, resolved, before)
        if _is_bare(quantity):
            resolved.append(bare.resolved())
        else:
            resolved.append(_of_more(passage, quantity, resolved[-1] if resolved else None))
    return resolved


def _of_more(passage: Passage, quantity: Quantity, last: Quantity | None) -> Quantity:
    """Gives "120" in "300 tons of wheat, 120 of barley" its tons."""
    if last is None or last.kind != "measure" or quantity.kind != "count":
        return quantity
    is_of_both = passage.key(last.end) == "of" == passage.key(quantity.amount_end)
    is_stuff = passage.key(quantity.amount_end + 1) not in words("determiners")
    return _like(replace(quantity, end=quantity.amount_end), last) if is_of_both and is_stuff else quantity


def _is_bare(quantity: Quantity) -> bool:
    return quantity.kind == "count" and quantity.unit is None


def _linked(passage: Passage, found: Sequence[Quantity]) -> list[Quantity]:
    """Gives bare numbers the unit of what they are joined to: "twelve to eight days", "15 and 50 years"."""
    linked: list[Quantity] = []
    for quantity in reversed(found):
        after = linked[-1] if linked else None
        takes_unit = after is not None and _gives_unit(after) and _is_linked(passage, quantity, after)
        linked.append(_like(quantity, after) if after and takes_unit and _is_bare(quantity) else quantity)
    return linked[::-1]


def _is_a_change(passage: Passage, quantity: Quantity) -> bool:
    """Whether it is by how much something changed ("rose 40 percent from 1,200"), not how much it is."""
    before = passage.key(quantity.first - 1)
    return quantity.kind == "percent" and (before == "by" or before in words("change_words"))


def _gives_unit(quantity: Quantity) -> bool:
    return quantity.unit is not None and quantity.kind != "money"


def _is_linked(passage: Passage, first: Quantity, second: Quantity) -> bool:
    between = range(first.end, second.first)
    return 0 < len(between) <= _LONGEST_LINK and all(passage.key(i) in _LINKS for i in between)


def _like(quantity: Quantity, other: Quantity) -> Quantity:
    return replace(quantity, kind=other.kind, unit=other.unit, counted=other.counted, confidence=_LESS_SURE)


@dataclass(frozen=True, slots=True)
class _Bare:
    """A number without a noun, and where its noun may stand."""

    passage: Passage
    quantity: Quantity
    earlier: Sequence[Quantity]
    before: Quantity | None

    def resolved(self) -> Quantity:
        """The number with the noun of the first place that has one."""
        if self._is_of_a_group() or self._is_after_a_rank() or self._is_of_persons():
            return self.quantity
        if self._key_before(1) == ":":
            return self._label() or self.quantity
        places = [self._group, self._age, self._of_them, self._compared]
        if self.quantity.value is None or self.quantity.value.denominator == 1:
            places += [self._number_of, self._sentence, self._subject, self._text, self._earlier_block]
        found = (place() for place in places)
        return next((quantity for quantity in found if quantity is not None), self.quantity)

    def _key_before(self, distance: int) -> str:
        return self.passage.key(self.quantity.first - distance)

    def _is_of_a_group(self) -> bool:
        """As in "a family of four", "a mother of two": of whom, nobody says."""
        return self._key_before(1) == "of" and self._key_before(2) in words("groups_without_unit")

    def _is_after_a_rank(self) -> bool:
        """As in "57th out of 90"."""
        is_out_of = (self._key_before(2), self._key_before(1)) == ("out", "of")
        return is_out_of and bool(self.earlier) and self.earlier[-1].kind == "rank"

    def _is_of_persons(self) -> bool:
        """As in "killing 12", "employs 60": of people, whatever was counted before."""
        return self._key_before(1) in words("verbs_of_persons")

    def _group(self) -> Quantity | None:
        """As in "a team of 12"."""
        group = self.quantity.first - 2
        if self._key_before(1) != "of" or self.passage.key(group) not in words("collectives"):
            return None
        return self.quantity.counting(self.passage, (group, group + 1))

    def _age(self) -> Quantity | None:
        """As in "aged 4 and 6", "left school at 15, was married by 22"."""
        last = self.earlier[-1] if self.earlier else None
        if last is None or last.kind != "age":
            return None
        is_in_a_life = self._key_before(1) in {"at", "by"} and self._in_one_sentence(last.end)
        is_linked = is_in_a_life or _is_linked(self.passage, last, self.quantity)
        return _like(self.quantity, last) if is_linked else None

    def _of_them(self) -> Quantity | None:
        """As in "22 years, 11 of them as minister"."""
        last = self.earlier[-1] if self.earlier else None
        says_of_them = self.passage.key(self.quantity.end - 1) == "them"
        is_of_time = last is not None and last.kind == "duration" and self._in_one_sentence(last.end)
        return _like(self.quantity, last) if last is not None and says_of_them and is_of_time else None

    def _compared(self) -> Quantity | None:
        """As in "98 percent, versus 91 the year before", "1.8 times earnings, down from 2.3"."""
        last = self.earlier[-1] if self.earlier else None
        if last is None or last.kind not in _COMPARED or not self._in_one_sentence(last.end):
            return None
        between = [self.passage.key(i) for i in range(last.end, self.quantity.first)]
        is_compared = len(between) <= _LONGEST_COMPARISON and bool(words("comparing") & set(between))
        is_next = last.confidence == _LESS_SURE and 0 < len(between) <= _LONGEST_COMPARISON
        is_next = is_next and words("between_comparisons").issuperset(between)
        is_level = not ("from" in between and _is_a_change(self.passage, last))
        return _like(self.quantity, last) if is_level and (is_compared or is_next) else None

    def _last_counted(self) -> Quantity | None:
        near = reversed(self.earlier[-_FEW:])
        counts = (q for q in near if q.kind == "count" and q.counted and not q.is_hyphened)
        return next(counts, None)

    def _sentence(self) -> Quantity | None:
        """As in "six mills in Kent and four in Devon"; a subject in between is nearer."""
        last = self._last_counted()
        if last is None or not self._in_one_sentence(last.end):
            return None
        subject = subject_noun(self.passage, self.quantity.first)
        is_nearer = subject is not None and subject.start > self.passage.at(last.end - 1).end
        return None if is_nearer else _like(self.quantity, last)

    def _in_one_sentence(self, end: int) -> bool:
        return not any(self.passage.key(i) in SENTENCE_ENDS for i in range(end, self.quantity.first))

    def _label(self) -> Quantity | None:
        """As in "Homes without power: 312"."""
        label = self.quantity.first - 2
        while label > 0 and not self.passage.begins_sentence(label):
            label -= 1
        phrase = noun_phrase(self.passage, label)
        is_plural = phrase is not None and self.passage.key(phrase[1] - 1).endswith("s")
        if phrase is None or not is_plural:
            return None
        return replace(self.quantity.counting(self.passage, phrase), end=self.quantity.end)

    def _number_of(self) -> Quantity | None:
        """As in "the number of foxes fell to 300"."""
        phrase = number_of_what(self.passage, self.quantity.first)
        if phrase is None:
            return None
        end, noun = self.quantity.end, self.quantity.counting(self.passage, phrase)
        return replace(noun, end=end, confidence=_LESS_SURE)

    def _subject(self) -> Quantity | None:
        """As in "weekly sales have risen from 2.4 million"."""
        subject = subject_noun(self.passage, self.quantity.first)
        if subject is None:
            return None
        return replace(self.quantity, unit=subject.text, counted=subject, confidence=_LESS_SURE)

    def _text(self) -> Quantity | None:
        """As in "Two thousand live in Ohio": the last count of a sentence or two before."""
        is_pointed_at = self._key_before(1) in words("pointing_back")
        if not is_pointed_at and not self.passage.begins_sentence(self.quantity.first):
            return None
        last = self._last_counted()
        is_near = last is not None and self.quantity.first - last.end < _FAR
        return _like(self.quantity, last) if last is not None and is_near else None

    def _earlier_block(self) -> Quantity | None:
        """As in "the six", "two more", "three of them", which point back past their own block."""
        if self.before is None or self._last_counted() is not None or self.quantity.first >= _FAR:
            return None
        is_pointed_at = self._key_before(1) in words("pointing_back")
        tail = {self.passage.key(i) for i in range(self.quantity.first, self.quantity.end + 1)}
        points_back = is_pointed_at or bool(tail & {"more", "them"})
        return _like(self.quantity, self.before) if points_back else None
