"""Lines → paragraphs, list items and table rows of a plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from pressparse.page.plain_text.line_wraps import Wrapping, continues_across_pages, ends_sentence
from pressparse.page.plain_text.lines import Line
from pressparse.page.roles.line_roles import line_kind
from pressparse.rules import Rules, load_rules

_TABLE_RULE = re.compile(r"[|\s:+\-=]+")
_MOST_CELLS = 12
_LEAST_INDENT = 2  # columns by which the first line of a paragraph is set in
_LONGEST_HEADLINE_LINE = 110


@dataclass(slots=True)
class Paragraph:
    """Lines that belong together, as one text.

    Attributes:
        pieces: its text in pieces, line by line, words that a line end divides made whole.
        lines: as printed.
        element: the HTML element that it amounts to: `p`, `li` or `table`.
        marker: the bullet or number that a list item begins with, not in the text.
    """

    pieces: list[str]
    lines: list[Line]
    element: str = "p"
    marker: str = ""

    @property
    def text(self) -> str:
        return "".join(self.pieces)

    @property
    def first(self) -> Line:
        return self.lines[0]

    @property
    def last(self) -> Line:
        return self.lines[-1]


def paragraphs_of(lines: Sequence[Line]) -> list[Paragraph]:
    r"""The paragraphs of a text, hard wraps undone.

    Examples:
        >>> from pressparse.page.plain_text.lines import read_lines
        >>> text = "* Boats were lent by two rowing\n  clubs.\n* No form was needed."
        >>> [(p.element, p.text) for p in paragraphs_of(read_lines(text))]
        [('li', 'Boats were lent by two rowing clubs.'), ('li', 'No form was needed.')]
    """
    wrapping = Wrapping.of(lines)
    rows = _table_rows(lines)
    markers = _list_markers(lines)
    paragraphs: list[Paragraph] = []
    for place, line in enumerate(lines):
        if place in rows:
            if not _TABLE_RULE.fullmatch(line.text):
                paragraphs.append(Paragraph([" | ".join(line.cells)], [line], "table"))
        elif place in markers:
            marker = markers[place]
            paragraphs.append(Paragraph([line.text[len(marker) :].lstrip()], [line], "li", marker.strip()))
        elif paragraphs and _goes_on(paragraphs[-1], line, wrapping):
            _append(paragraphs[-1], line, wrapping)
        else:
            paragraphs.append(Paragraph([line.text], [line]))
    return paragraphs


def _append(paragraph: Paragraph, line: Line, wrapping: Wrapping) -> None:
    joined = wrapping.joined(paragraph.pieces[-1], line.text)
    paragraph.pieces[-1:] = [joined[: -len(line.text)], line.text]
    paragraph.lines.append(line)


def _goes_on(paragraph: Paragraph, line: Line, wrapping: Wrapping) -> bool:
    last = paragraph.last
    if _stands_apart(paragraph, line):
        return False
    if line.after_page:
        return continues_across_pages(last, line)
    if paragraph.element == "li" and line.indent > paragraph.first.indent:
        return True
    if _is_headline_in_two(paragraph, line):
        return True
    opened = "".join(paragraph.pieces[-8:])
    return wrapping.continues(last, line, opened=opened) and not _is_label(line, last)


def _stands_apart(paragraph: Paragraph, line: Line) -> bool:
    """Whether a blank line, a rule or an indent parts a line from the paragraph before."""
    last = paragraph.last
    if paragraph.element == "table" or line.quoted != last.quoted or line.after_rule:
        return True
    if line.after_page:
        return False
    is_set_in = line.indent >= last.indent + _LEAST_INDENT and ends_sentence(last.text)
    return line.gap > 0 or line.underline != "" or (is_set_in and paragraph.element != "li")


def _is_label(line: Line, last: Line) -> bool:
    """Whether a line that a full line precedes is a line of its own by its words: "Contact: ..."."""
    return last.text[-1] in '.!?"”’)' and line_kind(line.text) is not None


def _is_headline_in_two(paragraph: Paragraph, line: Line) -> bool:
    """Whether both are lines of one headline in capitals."""
    return (
        len(paragraph.lines) < 4
        and _in_capitals(paragraph.last.text)
        and _in_capitals(line.text)
        and len(paragraph.last.text.split()) > 3
        and len(line.text) <= _LONGEST_HEADLINE_LINE
        and paragraph.pieces[-1][-1] not in ".:!?"
        and line_kind(line.text) is None
        and line_kind(paragraph.text) is None
    )


def _in_capitals(text: str) -> bool:
    letters = [ch for ch in text if ch.isalpha()]
    return len(letters) > 3 and sum(map(str.isupper, letters)) >= 0.9 * len(letters)


def _table_rows(lines: Sequence[Line]) -> frozenset[int]:
    """Places of the lines that are rows of a table: runs of lines with cells."""
    rows: set[int] = set()
    run: list[int] = []
    for place, line in enumerate([*lines, None]):
        if line is not None and _has_cells(line) and (not run or line.gap == 0):
            run.append(place)
            continue
        if len(run) >= 2 and _is_regular([len(lines[p].cells) for p in run]):
            rows.update(run)
        run = [place] if line is not None and _has_cells(line) else []
    return frozenset(rows)


def _has_cells(line: Line) -> bool:
    return 2 <= len(line.cells) <= _MOST_CELLS and line_kind(line.text) is None and not _marker(line.text)


def _is_regular(counts: list[int]) -> bool:
    usual = max(counts, key=counts.count)
    return counts.count(usual) >= 0.6 * len(counts)


def _list_markers(lines: Sequence[Line]) -> dict[int, str]:
    """The marker of each line that begins a list item, by its place.

    A dash or a number marks an item only where another of its kind stands near.
    """
    found = {place: marker for place, line in enumerate(lines) if (marker := _marker(line.text))}
    kinds = {place: _marker_kind(marker) for place, marker in found.items()}
    return {
        place: marker
        for place, marker in found.items()
        if kinds[place] == "bullet" or _has_fellow(kinds, place, len(lines))
    }


def _has_fellow(kinds: dict[int, str], place: int, count: int) -> bool:
    nearby: Iterable[int] = range(max(0, place - 12), min(count, place + 13))
    return any(other != place and kinds.get(other) == kinds[place] for other in nearby)


def _marker(text: str) -> str:
    if line_kind(text) in {"end_mark", "more", "social", "contact"}:
        return ""
    for name in ("bullet", "dash_bullet", "number"):
        if found := _rules().regex(name).match(text):
            return found[0]
    return ""


def _marker_kind(marker: str) -> str:
    marker = marker.strip()
    if _rules().regex("bullet").match(marker + " x"):
        return "bullet"
    if marker[0] in "-–—‒":
        return "dash"
    inside = marker.strip("().")
    return "digit" if inside.isdigit() else "letter"


@cache
def _rules() -> Rules:
    return load_rules("plain_text")
