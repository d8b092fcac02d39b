"""Where persons and other bodies are named in a post, for quick look-up by offset."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from pressparse.nlp.people import People
from pressparse.rules import load_rules

Place = tuple[int, int]


@dataclass(frozen=True)
class Mentions:
    """The offsets of names, in order: of persons, and of organisations, places and groups."""

    persons: tuple[Place, ...]
    bodies: tuple[Place, ...]

    @classmethod
    def of(cls, people: People) -> Mentions:
        """The mentions by name of a post's entities; pronouns and descriptions are left out."""
        persons: set[Place] = set()
        bodies: set[Place] = set()
        for entity in people.entities:
            named = [m for m in entity.mentions if _is_name(m.text)]
            (persons if entity.label == "person" else bodies).update((m.start, m.end) for m in named)
        return cls(tuple(sorted(persons)), tuple(sorted(bodies)))

    def persons_in(self, start: int, end: int) -> list[Place]:
        """The names of persons that begin in the stretch."""
        return _beginning_in(self.persons, start, end)

    def bodies_in(self, start: int, end: int) -> list[Place]:
        """The names of organisations, places and groups that begin in the stretch."""
        return _beginning_in(self.bodies, start, end)


def _is_name(mention: str) -> bool:
    is_pronoun = mention.lower() in load_rules("grammar").words("personal_words")
    return (mention[:1].isupper() or mention[:1].isdigit()) and not is_pronoun


def _beginning_in(places: Sequence[Place], start: int, end: int) -> list[Place]:
    return list(places[bisect_left(places, (start, 0)) : bisect_left(places, (end, 0))])
