"""How much text lies below each element of a page, told by the paths of its blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pressparse.page.raw import RawBlock

_ENDS_A_SENTENCE = re.compile(r"""[.!?…:;]["'”’»)\]]*$""")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


@dataclass(slots=True)
class Totals:
    """What lies below one element.

    Attributes:
        first, end: the blocks from `first` up to, not including, `end`.
        prose: characters of running text, links not counted.
        text, linked: characters in all, and of links.
    """

    first: int
    end: int
    prose: int = 0
    text: int = 0
    linked: int = 0

    @property
    def link_density(self) -> float:
        return self.linked / self.text if self.text else 0.0


class Outline:
    """The blocks of a page, and the totals of every element above them."""

    def __init__(self, blocks: Sequence[RawBlock]) -> None:
        self.blocks = blocks
        self.totals: dict[int, Totals] = {}
        for index, block in enumerate(blocks):
            self._count(index, block)
        self.whole = self.totals.get(0) or Totals(0, len(blocks))

    def _count(self, index: int, block: RawBlock) -> None:
        length, linked = len(block.text), linked_length(block)
        prose = prose_length(block)
        for number in block.path:
            totals = self.totals.get(number)
            if totals is None:
                totals = self.totals[number] = Totals(index, index)
            totals.end = index + 1
            totals.prose += prose
            totals.text += length
            totals.linked += linked

    def share(self, number: int) -> float:
        """The part of the page's running text that lies below an element."""
        totals = self.totals.get(number)
        return totals.prose / self.whole.prose if totals and self.whole.prose else 0.0

    def without(self, numbers: set[int]) -> Outline:
        """The outline of the blocks that lie below none of the elements."""
        return Outline([b for b in self.blocks if numbers.isdisjoint(b.path)]) if numbers else self


def linked_length(block: RawBlock) -> int:
    """How many characters of a block are links."""
    return sum(link.end - link.start for link in block.links)


def prose_length(block: RawBlock) -> int:
    """How much running text a block holds: none where it is a heading, a label or mostly links."""
    length = len(block.text)
    if length < 25 or block.element in _HEADINGS:
        return 0
    own = length - 2 * linked_length(block)
    if own <= 0 or (length < 80 and not _ENDS_A_SENTENCE.search(block.text)):
        return 0
    return own
