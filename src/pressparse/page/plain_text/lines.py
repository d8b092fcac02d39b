"""The printed lines of a plain text, as they come, and what lies between them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from pressparse.page.canonical import canonical_characters, single_spaced

_TAB_WIDTH = 8
_QUOTE_MARKS = re.compile(r"(?:>[ \t]?)+")
_RULE = re.compile(r"[ \t]{0,20}(?:[=_~─━═]{3,}|-{3,}|(?:[-=_]\s){3,}[-=_]?)[ \t]*")
_CELL_GAP = re.compile(r"\t+| {3,}|\s{0,2}\|\s*| {2,}(?=[@+]|https?:)")


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line.

    Attributes:
        text: its words with single spaces.
        indent: columns of white space before them.
        width: columns up to its last character.
        gap: blank lines before it.
        cells: its words, parted where tabs, bars or wide gaps part them.
        quoted: depth of `>` marks.
        after_rule: whether a rule ("=====") stands before it.
        after_page: whether a page break stands before it.
        underline: the character of the rule right under it, or "".
    """

    text: str
    indent: int
    width: int
    gap: int
    cells: tuple[str, ...]
    quoted: int = 0
    after_rule: bool = False
    after_page: bool = False
    underline: str = ""


def read_lines(text: str) -> list[Line]:
    r"""The lines of a text that have words; blank lines, rules and page breaks are told by the line after.

    Examples:
        >>> [(line.text, line.indent, line.gap) for line in read_lines("One\n\n  Two   words")]
        [('One', 0, 0), ('Two words', 2, 1)]
    """
    lines: list[Line] = []
    gap, rule, page = 0, False, False
    for raw in canonical_characters(text).split("\n"):
        page = page or "\f" in raw
        line = _line(raw.replace("\f", ""))
        if line is None:
            gap += 1
        elif _RULE.fullmatch(line.text):
            if lines and not gap:
                lines[-1] = replace(lines[-1], underline=line.text[0])
            rule = True
        else:
            lines.append(replace(line, gap=gap, after_rule=rule, after_page=page))
            gap, rule, page = 0, False, False
    return _single_spaced_paragraphs(lines)


def _line(raw: str) -> Line | None:
    printed = raw.expandtabs(_TAB_WIDTH).rstrip()
    if not printed:
        return None
    marks = _QUOTE_MARKS.match(printed)
    quoted = marks[0].count(">") if marks else 0
    words = printed[marks.end() :] if marks else printed
    if not words.strip():
        return None
    cells = _CELL_GAP.split(_QUOTE_MARKS.sub("", raw, count=1).strip() if marks else raw.strip())
    return Line(
        text=single_spaced(words),
        indent=len(words) - len(words.lstrip()),
        width=len(words),
        gap=0,
        cells=tuple(single_spaced(cell) for cell in cells if cell.strip()),
        quoted=quoted,
    )


def unquoted(lines: list[Line]) -> list[Line]:
    """Lines of a message that is quoted as a whole, their depth counted from the message's own."""
    depths = sorted(line.quoted for line in lines)
    common = depths[len(depths) // 4] if depths else 0
    return [replace(line, quoted=max(0, line.quoted - common)) for line in lines] if common else lines


def _single_spaced_paragraphs(lines: list[Line]) -> list[Line]:
    """Lines of a text that has a blank line after every line, with one blank line less everywhere."""
    inner = lines[1:]
    broken = sum(a.text[-1].isalnum() and b.text[0].islower() for a, b in zip(lines, inner, strict=False))
    if len(lines) < 6 or any(line.gap == 0 for line in inner) or broken < 0.4 * len(inner):
        return lines
    return [replace(line, gap=max(0, line.gap - 1)) for line in lines]
