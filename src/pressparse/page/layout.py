"""Blocks with roles → one canonical text, with every offset moved along."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pressparse.document import Block, Role
from pressparse.page.raw import Image, Link, RawBlock
from pressparse.page.roles import split_more_mark

_JOIN = "\n\n"
_CAPTIONS = frozenset({"caption", "photo_credit"})


@dataclass(frozen=True, slots=True)
class Laid:
    """A post's text, and what lies in it; all offsets point into `text`."""

    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...]
    emphasis: tuple[tuple[int, int], ...]
    images: tuple[tuple[Image, int | None], ...]


def lay_out(blocks: Sequence[RawBlock], roles: Sequence[Role | None]) -> Laid:
    r"""Join the blocks that have a role; those without one, or without text, leave only their pictures.

    Examples:
        >>> laid = lay_out([RawBlock("A title", "h1"), RawBlock("Words.", "p")], ["title", "paragraph"])
        >>> laid.text, laid.blocks[1]
        ('A title\n\nWords.', Block(role='paragraph', start=9, end=15))
    """
    pieces: list[str] = []
    placed: list[Block] = []
    links: list[Link] = []
    emphasis: list[tuple[int, int]] = []
    images: list[tuple[Image, int | None]] = []
    start = 0
    for raw, role in zip(blocks, roles, strict=True):
        shown = role is not None and bool(raw.text)
        images += [(image, len(placed) if shown and role in _CAPTIONS else None) for image in raw.images]
        if role is None or not raw.text:
            continue
        end = start + len(raw.text)
        pieces.append(raw.text)
        placed.append(Block(role, start, end))
        links += [replace(link, start=link.start + start, end=link.end + start) for link in raw.links]
        emphasis += [(a + start, b + start) for a, b in raw.emphasis]
        start = end + len(_JOIN)
    return Laid(_JOIN.join(pieces), tuple(placed), tuple(links), tuple(emphasis), tuple(images))


def part_more_marks(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """The blocks, each read-more mark at the end of a paragraph made a block of its own."""
    parted: list[RawBlock] = []
    for block in blocks:
        kept, mark = split_more_mark(block.text) if len(block.text) > 20 else (block.text, "")
        if mark and kept:
            parted += [
                cut_block(block, 0, len(kept)),
                cut_block(block, block.text.rindex(mark), len(block.text), element="p"),
            ]
        else:
            parted.append(block)
    return parted


def cut_block(block: RawBlock, start: int, end: int, element: str | None = None) -> RawBlock:
    """A stretch of a block, with the links and bold type in it."""
    links = [k for k in block.links if k.start < end and k.end > start]
    return replace(
        block,
        text=block.text[start:end],
        element=element or block.element,
        links=tuple(replace(k, start=max(k.start - start, 0), end=min(k.end, end) - start) for k in links),
        emphasis=tuple(
            (max(a - start, 0), min(b, end) - start) for a, b in block.emphasis if a < end and b > start
        ),
        images=block.images if start == 0 else (),
    )
