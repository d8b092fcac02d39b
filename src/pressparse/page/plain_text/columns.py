"""Two columns at the head of a release: "FOR IMMEDIATE RELEASE" on the left, the contact on the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pressparse.page.plain_text.lines import Line
from pressparse.page.roles.line_roles import line_kind

_HEAD = 12  # so many lines down a release may still be in its head


def columns_apart(lines: Sequence[Line]) -> list[Line]:
    r"""The lines, those of a two-column head one column after the other.

    Examples:
        >>> from pressparse.page.plain_text.lines import read_lines
        >>> head = "NEWS RELEASE            Contact: Jo Roe\nMay 4, 2016             555-0101"
        >>> [line.text for line in columns_apart(read_lines(head))]
        ['NEWS RELEASE', 'May 4, 2016', 'Contact: Jo Roe', '555-0101']
    """
    start = next((place for place, line in enumerate(lines[:_HEAD]) if _opens_columns(line)), None)
    if start is None:
        return list(lines)
    end = next(
        (place for place in range(start + 1, len(lines)) if not _is_columned(lines, start, place)), len(lines)
    )
    left, right = _columns(lines[start:end])
    return [*lines[:start], *left, *right, *lines[end:]]


def _opens_columns(line: Line) -> bool:
    """Whether a line has two cells, and one of them is furniture of a release by itself."""
    return len(line.cells) == 2 and "|" not in line.text and any(line_kind(cell) for cell in line.cells)


def _is_columned(lines: Sequence[Line], start: int, place: int) -> bool:
    line = lines[place]
    return (
        line.gap == 0
        and "|" not in line.text
        and (len(line.cells) == 2 or line.indent >= _right_edge(lines[start]))
    )


def _columns(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    edge = _right_edge(lines[0])
    left = [_cell(line, 0) for line in lines if line.indent < edge]
    right = [_cell(line, -1) for line in lines if line.indent >= edge or len(line.cells) == 2]
    return left, [replace(right[0], gap=1), *right[1:]]


def _cell(line: Line, index: int) -> Line:
    text = line.cells[index]
    return replace(line, text=text, cells=(text,), indent=0, width=len(text))


def _right_edge(line: Line) -> int:
    """The column at which nothing but the right cell begins."""
    return max(1, line.width - len(line.cells[-1]) - 3)
