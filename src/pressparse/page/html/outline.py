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

    def add(self, inner: Totals) -> None:
        """Take in what lies below an inner element."""
        self.first = min(self.first, inner.first)
        self.end = max(self.end, inner.end)
        self.prose += inner.prose
        self.text += inner.text
        self.linked += inner.linked

    @property
    def link_density(self) -> float:
        return self.linked / self.text if self.text else 0.0


class Outline:
    """The blocks of a page, and the totals of every element above them."""

    def __init__(self, blocks: Sequence[RawBlock], prose: Sequence[int] | None = None) -> None:
        self.blocks = blocks
        self._prose = list(map(prose_length, blocks)) if prose is None else prose
        self.totals = _totals_of(blocks, self._prose)
        self.whole = self.totals.get(0) or Totals(0, len(blocks))

    def share(self, number: int) -> float:
        """The part of the page's running text that lies below an element."""
        totals = self.totals.get(number)
        return totals.prose / self.whole.prose if totals and self.whole.prose else 0.0

    def without(self, numbers: set[int]) -> Outline:
        """The outline of the blocks that lie below none of the elements."""
        if not numbers:
            return self
        kept = [i for i, block in enumerate(self.blocks) if numbers.isdisjoint(block.path)]
        return Outline([self.blocks[i] for i in kept], [self._prose[i] for i in kept])


def _totals_of(blocks: Sequence[RawBlock], prose: Sequence[int]) -> dict[int, Totals]:
    """The totals by element, outer elements before inner ones: counted where text stands, then added upwards."""
    totals: dict[int, Totals] = {}
    parents: dict[int, int] = {}
    for index, block in enumerate(blocks):
        if not block.path:
            continue
        own = totals.get(block.path[-1]) or _entered(totals, parents, block.path, index)
        own.end = index + 1
        own.prose += prose[index]
        own.text += len(block.text)
        own.linked += linked_length(block)
    ordered = sorted(totals)
    for number in reversed(ordered):
        if number in parents:
            totals[parents[number]].add(totals[number])
    return {number: totals[number] for number in ordered}


def _entered(totals: dict[int, Totals], parents: dict[int, int], path: tuple[int, ...], index: int) -> Totals:
    for depth in range(len(path) - 1, -1, -1):
        if path[depth] in totals:
            break
        totals[path[depth]] = Totals(index, index)
        if depth:
            parents[path[depth]] = path[depth - 1]
    return totals[path[-1]]


def linked_length(block: RawBlock) -> int:
    """How many characters of a block are links."""
    return sum([link.end - link.start for link in block.links]) if block.links else 0


def prose_length(block: RawBlock) -> int:
    """How much running text a block holds: none where it is a heading, a label or mostly links."""
    length = len(block.text)
    if length < 25 or block.element in _HEADINGS:
        return 0
    own = length - 2 * linked_length(block)
    if own <= 0 or (length < 80 and not _ENDS_A_SENTENCE.search(block.text)):
        return 0
    return own
