"""Awards of one occasion share its ceremony, place, date and giver."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.extract.awards.merge import Entry

if TYPE_CHECKING:
    from pressparse.nlp.reading import Reading


def carry_over(reading: Reading, entries: list[Entry]) -> None:
    return
