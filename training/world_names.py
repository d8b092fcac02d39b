"""Names from all over the world: a name is to be known by where it stands, not by having been seen before."""

from __future__ import annotations

import random
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_SHARE_FAMILY_FIRST = 0.6
_SHARE_GIVEN_ALONE = 0.25
_PARTICLES = (
    "van",
    "de",
    "von",
    "da",
    "del",
    "bin",
    "al",
    "Al",
    "El",
    "Le",
    "Van",
    "Ben",
    "ibn",
    "Mac",
    "di",
)
_SHARE_LONGER = 0.3
_LONGEST = 5
_SHARE_COINED = 0.3
_SHARE_WITHOUT_ACCENTS = 0.5
_CONTEXT = 3
_EDGE = " "


@dataclass(frozen=True)
class People:
    """The names of one country.

    Attributes:
        given: first names.
        family: last names.
        family_first: whether the family name may come first.
    """

    given: list[str]
    family: list[str]
    family_first: bool


@dataclass(frozen=True)
class WorldNames:
    """A source of names.

    Attributes:
        peoples: names of persons by country; every country is as likely as any other.
        honorifics: forms of address.
        cities: names of towns by number of words.
        follow: what letter may follow which letters, to coin names that no list has.
    """

    peoples: list[People]
    honorifics: list[str]
    cities: dict[int, list[list[str]]]
    follow: dict[str, list[str]]

    def length_of_person(self, words: int, rng: random.Random) -> int:
        """How many words the name that replaces one of so many words shall have."""
        while 1 < words < _LONGEST and rng.random() < _SHARE_LONGER:
            words += 1
        return words

    def person(self, size: int, rng: random.Random) -> list[str]:
        """Give a person's name of so many words."""
        people = rng.choice(self.peoples)
        given, family = self._given(people, rng), self._family(people, rng)
        if size == 1:
            return [given if rng.random() < _SHARE_GIVEN_ALONE else family]
        if size == 2 and people.family_first and rng.random() < _SHARE_FAMILY_FIRST:
            return [family, given]
        return [given, *(self._middle(people, rng) for _ in range(size - 2)), family]

    def city(self, size: int, rng: random.Random) -> list[str] | None:
        """Give the name of a town of so many words, None where there is none."""
        return rng.choice(self.cities[size]) if size in self.cities else None

    def coin(self, rng: random.Random) -> str:
        """Make up a name of one word that sounds like others."""
        word = _EDGE
        while True:
            letter = rng.choice(self.follow[word[-_CONTEXT:]])
            if letter == _EDGE:
                return word.strip()
            word += letter

    def _given(self, people: People, rng: random.Random) -> str:
        return self._printed(rng.choice(people.given), rng)

    def _family(self, people: People, rng: random.Random) -> str:
        return self._printed(rng.choice(people.family), rng)

    def _printed(self, name: str, rng: random.Random) -> str:
        name = self.coin(rng) if rng.random() < _SHARE_COINED else name
        return _without_accents(name) if rng.random() < _SHARE_WITHOUT_ACCENTS else name

    def _middle(self, people: People, rng: random.Random) -> str:
        forms = (rng.choice(people.given)[0] + ".", rng.choice(people.given), rng.choice(people.family))
        return rng.choice((*forms, forms[0], rng.choice(_PARTICLES)))


def letter_habits(names: Iterable[str]) -> dict[str, list[str]]:
    """Collect the letters that follow any few letters in names."""
    follow: dict[str, list[str]] = defaultdict(list)
    for name in names:
        padded = _EDGE + name + _EDGE
        for end in range(1, len(padded)):
            follow[padded[max(0, end - _CONTEXT) : end]].append(padded[end])
    return follow


def _without_accents(name: str) -> str:
    return "".join(
        letter for letter in unicodedata.normalize("NFKD", name) if not unicodedata.combining(letter)
    )


def common_words(texts: Iterable[Sequence[str]]) -> frozenset[str]:
    """Words that stand in lower case somewhere: no part of a name that could as well be another."""
    return frozenset(word for words in texts for word in words if word.islower())
