"""The pieces that a sentence is cut into: clauses of award verbs, and their parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressparse.extract.awards.clauses.subjects import Subject
from pressparse.extract.awards.names.prize import Prize
from pressparse.extract.awards.tokens import Range

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a clause and the word before it: "by", "for", "in recognition of".

    "" for a bare object.
    """

    marker: str
    start: int
    end: int

    @property
    def range(self) -> Range:
        return Range(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Clause:
    """An award verb with what belongs to it.

    Attributes:
        verb: the verb's token.
        lemma: which verb it is, as in the rules.
        helpers: its auxiliaries and adverbs, in lower case.
        passive: whether its subject is at the receiving end.
        subject: who or what does it, or has it done; None where nothing is found.
        parts: what follows the verb, in order.
        start: where the clause begins, or its subject.
        end: where it ends.
    """

    verb: int
    lemma: str
    helpers: tuple[str, ...]
    passive: bool
    subject: Subject | None
    parts: tuple[Part, ...]
    start: int
    end: int

    def part(self, *markers: str) -> Part | None:
        """The first part with one of the markers."""
        return next((part for part in self.parts if part.marker in markers), None)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence's tokens and the prizes that it speaks of; `headline` where verbs go without auxiliaries."""

    doc: Doc
    start: int
    end: int
    prizes: tuple[Prize, ...]
    headline: bool = False

    def prize_at(self, index: int) -> Prize | None:
        """The prize that covers a token."""
        return next((prize for prize in self.prizes if prize.start <= index < prize.end), None)

    def prizes_in(self, where: Range) -> list[Prize]:
        return [prize for prize in self.prizes if prize.range.overlaps(where)]
