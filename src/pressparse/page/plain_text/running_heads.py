"""Running heads, feet and page numbers of a text copied from pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from pressparse.page.plain_text.lines import Line

_DIGITS = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(
    r"(?i)[\s\-–—|(]{0,20}(?:page|seite|p\.)?\s{0,9}\d{1,3}\s{0,9}(?:(?:/|of|von|sur|de)\s{0,9}\d{1,3})?[\s\-–—|)]{0,20}"
)
_PAGE_COUNT = re.compile(
    r"(?i)\b(?:page\s+)?\d{1,3}\s*(?:/|of)\s*\d{1,3}$|\bpage\s+\d{1,3}$|^page\s+\d{1,3}\b"
)
_LONGEST_HEAD = 120
_MARK_ROWS = 3  # so far from a page's edge a running line may stand


def without_running_heads(lines: Sequence[Line]) -> list[Line]:
    """The lines without those that every page repeats; the line after such a stretch follows a page break.

    A line repeats when the same words, whatever the numbers in them, stand at least twice, each time beside a
    page's edge: a form feed, a page count, the text's end, a number that counts the pages, or another such line.
    """
    repeated = _repeated(lines)
    at_edge = _at_page_edge(lines, repeated)
    kept: list[Line] = []
    dropped = False
    for place, line in enumerate(lines):
        if at_edge[place]:
            dropped = True
            continue
        kept.append(replace(line, after_page=True) if dropped and kept else line)
        dropped = False
    return kept


def _repeated(lines: Sequence[Line]) -> list[bool]:
    counts = Counter(shape for line in lines for shape in {_shape(line.text), *map(_shape, line.cells)})
    return [
        len(line.text) <= _LONGEST_HEAD
        and (
            counts[_shape(line.text)] >= 2
            or (_is_numbered(line) and counts[_shape(_running_words(line))] >= 2)
        )
        for line in lines
    ]


def _is_numbered(line: Line) -> bool:
    """Whether a line is words at one margin and a page's number at the other."""
    numbers = [_PAGE_NUMBER.fullmatch(cell) is not None for cell in line.cells]
    return len(numbers) == 2 and numbers.count(True) == 1


def _running_words(line: Line) -> str:
    return max(line.cells, key=len)


def _shape(text: str) -> str:
    return _DIGITS.sub("0", text).casefold()


def _at_page_edge(lines: Sequence[Line], repeated: Sequence[bool]) -> list[bool]:
    """Which lines lie in a run of repeated lines and page numbers that holds a page's edge."""
    marked = [False] * len(lines)
    runs = list(_runs(lines, repeated))
    counted = _counted_pages(lines, runs)
    for start, end in runs:
        if (start, end) in counted or _holds_page_edge(lines, start, end):
            marked[start:end] = [True] * (end - start)
    return marked if _pages_are_told(lines, marked) else [False] * len(lines)


def _runs(lines: Sequence[Line], repeated: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """The stretches of repeated lines and page numbers, each from its first line to the one after its last."""
    is_mark = [repeated[place] or _is_page_number(lines, place, repeated) for place in range(len(lines))]
    start = 0
    for marks, group in groupby(is_mark):
        end = start + len(list(group))
        if marks:
            yield start, end
        start = end


def _counted_pages(lines: Sequence[Line], runs: Sequence[tuple[int, int]]) -> set[tuple[int, int]]:
    """The runs of a repeated line and a number that counts up from one run to the next: 1, 2, 3."""
    numbered = {
        (start, end): int(_DIGITS.findall(number.text)[0])
        for start, end in runs
        if 2 <= end - start <= _MARK_ROWS
        for number in lines[start:end]
        if _PAGE_NUMBER.fullmatch(number.text)
    }
    numbers = list(numbered.values())
    counts_up = all(after == before + 1 for before, after in pairwise(numbers))
    return set(numbered) if len(numbers) >= 2 and counts_up else set()


def _holds_page_edge(lines: Sequence[Line], start: int, end: int) -> bool:
    run = lines[start:end]
    return (
        start == 0
        or end == len(lines)
        or any(line.after_page or _PAGE_COUNT.search(line.text) or _is_numbered(line) for line in run)
        or (end < len(lines) and lines[end].after_page)
    ) and len(run) <= 2 * _MARK_ROWS


def _is_page_number(lines: Sequence[Line], place: int, repeated: Sequence[bool]) -> bool:
    line = lines[place]
    alone = place == 0 or line.gap > 0 or line.after_page or repeated[place - 1]
    after = place + 1 == len(lines) or lines[place + 1].gap > 0 or lines[place + 1].after_page
    return alone and after and _PAGE_NUMBER.fullmatch(line.text) is not None


def _pages_are_told(lines: Sequence[Line], marked: Sequence[bool]) -> bool:
    """Whether anything but repetition speaks of pages: a form feed, or a page count in a marked line."""
    return any(line.after_page or (marked[place] and _tells_page(line)) for place, line in enumerate(lines))


def _tells_page(line: Line) -> bool:
    numbered = _PAGE_COUNT.search(line.text) or _PAGE_NUMBER.fullmatch(line.text)
    return numbered is not None or _is_numbered(line)
