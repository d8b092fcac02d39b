"""Titles of listed posts that stand in no heading of their own: a bold link, a line of a table, "May 4: A title".

Pages made by hand, and lists of headlines, write post after post in plain lines. Here such a line is parted from
what stands before and behind it, and named a heading, so that posts are found in it as on any other page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from pressparse.expressions.dates import read_date
from pressparse.page.layout import cut_block
from pressparse.page.raw import Link, RawBlock
from pressparse.page.roles import is_more_mark

_HEADING = "h4"
_FEWEST_WORDS = 2
_LONGEST_TITLE = 200
_LONGEST_BEFORE = 40  # characters of a date, or of a bullet, before a title
_LONGEST_DATE = 60
_PLAIN = frozenset({"p", "div", "li", "td", "dt", "dd", "section", "center", "span", "tr", "body"})
_JOINT = re.compile(r"[\s:|,;.·•–—()\[\]-]*")
_WORD = re.compile(r"[^\W\d_]{2,}|\d+")


def part_entries(blocks: Sequence[RawBlock]) -> list[RawBlock]:
    """The blocks, those that begin with the linked title of a post parted into title and rest.

    Examples:
        >>> from pressparse.page.raw import Link
        >>> line = RawBlock("May 4, 2016: Bridge opens", "li", links=(Link(13, 25, "/bridge"),))
        >>> [(block.element, block.text) for block in part_entries([line])]
        [('li', 'May 4, 2016'), ('h4', 'Bridge opens')]
    """
    return [part for block in blocks for part in _parts(block)]


def is_date_line(text: str) -> bool:
    """Whether a short line is, or holds, the date of a post.

    Examples:
        >>> is_date_line("(May 4, 2016)"), is_date_line("Top 10 ferries")
        (True, False)
    """
    return (
        len(text) < _LONGEST_DATE and any(map(str.isdigit, text)) and read_date(text.strip(" ()")) is not None
    )


def _parts(block: RawBlock) -> Iterator[RawBlock]:
    title = _title_link(block) if block.element in _PLAIN and block.links else None
    if title is None:
        yield block
        return
    before = _trimmed(block, 0, title.start)
    if before is not None:
        yield before
    yield replace(cut_block(block, title.start, title.end), element=_HEADING)
    start = title.end
    for line in block.text[title.end :].split("\n"):
        rest = _trimmed(block, start, start + len(line))
        if rest is not None:
            yield rest
        start += len(line) + 1


def _title_link(block: RawBlock) -> Link | None:
    """The link that is the title of what the block tells of: it opens the block, or a date alone stands before."""
    link = block.links[0]
    words = block.text[link.start : link.end]
    before, behind = block.text[: link.start], block.text[link.end :]
    if len(_WORD.findall(words)) < _FEWEST_WORDS or len(words) > _LONGEST_TITLE or "\n" in words:
        return None
    if is_more_mark(words) or is_date_line(words) or link.url.startswith("#"):
        return None
    if _JOINT.fullmatch(before) is None and not (
        len(before) <= _LONGEST_BEFORE and is_date_line(_bare(before))
    ):
        return None
    return link if _sets_apart(block, link, behind) else None


def _sets_apart(block: RawBlock, link: Link, behind: str) -> bool:
    """Whether what follows a title is no more of its sentence: nothing, a new line, a mark, or plain type."""
    is_bold = any(start <= link.start + 1 and end >= link.end - 1 for start, end in block.emphasis)
    return not behind or is_bold or behind.lstrip(" ")[0] in "\n|:·•–—-(["


def _trimmed(block: RawBlock, start: int, end: int) -> RawBlock | None:
    """A part of a block without the marks that join it to the title; None where it is only marks."""
    text = block.text[start:end]
    kept = _bare(text)
    if not kept:
        return None
    first = start + text.index(kept)
    return cut_block(block, first, first + len(kept))


def _bare(text: str) -> str:
    """What is left without joints; a bracket or stop that closes words of the rest stays."""
    return text.lstrip(" \n:|,;·•–—-").rstrip(" \n|·•:–—-")
