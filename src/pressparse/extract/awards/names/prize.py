"""What is said to be given: the kinds of names that awards have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pressparse.extract.awards.tokens import Range

# named      "Harbour Prize"; weak: "Golden Otter", an award only where the verb says so
# labelled   "David di Donatello": nothing but the pipeline says so
# title      "Teacher of the Year", "Best Actress"
# rank       "Fellow of the Guild"; degree: "Doctor of Laws"; hall: "Sailing Hall of Fame"
# programme  "Harbour Awards"
# placing    "second prize", "gold medal", "honorary degree"; class: "Third Class"; mention: "special mention"
# generic    "the award"
PrizeKind = Literal[
    "named",
    "weak",
    "labelled",
    "title",
    "rank",
    "degree",
    "hall",
    "programme",
    "placing",
    "class",
    "mention",
    "generic",
]


@dataclass(frozen=True, slots=True)
class Prize:
    """Something to be won: token range, the range of the possessor before it.

    The range of the class it is for.
    """

    start: int
    end: int
    kind: PrizeKind
    owner: Range | None = None
    category: Range | None = None

    @property
    def range(self) -> Range:
        return Range(self.start, self.end)

    @property
    def opening(self) -> int:
        """Where its phrase begins: with the possessor before it, not with "the Prize | of the Guild" behind."""
        return min(self.start, self.owner.start) if self.owner else self.start
