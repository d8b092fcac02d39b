"""The lines between a post's title and its first sentence: who wrote it, when, and labels of the page.

What a line says by itself is told by its role; here a line is read by its place. A bare name is a byline only
beside a date or under "Written by"; a short line that says nothing is a label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressparse.document import BODY_ROLES, Role
from pressparse.expressions.dates import read_date
from pressparse.page.html.outline import prose_length
from pressparse.page.raw import RawBlock
from pressparse.page.roles.bylines import byline_names, names_in

_LONGEST_LINE = 140
_MOST_ABOVE = 3
_BEHIND_NAME = re.compile(
    r"\s(?=(?:Published|Updated|Posted|Modified|Last|On|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b[\s.:]*\d"
    r"|(?:Published|Updated|Posted|Last)\b|\d)"
)
_LONGEST_LABEL = 80
_BREAKS = re.compile(r"\s*[|·•●∙⋅‧▪–—\n]\s*|\s{2,}")
_BY_LABEL = re.compile(
    r"^(?:(?:written|posted|published|reported|words|story|article|text)\s+)?by:?$|^authors?:?$",
    re.IGNORECASE,
)
_LISTED = BODY_ROLES - {"paragraph", "heading"}
_LABEL_ROLES: frozenset[Role] = frozenset({"paragraph", "heading", "list_item", "other"})


def pieces_of(text: str) -> list[str]:
    """The parts of a line that marks or line breaks set apart.

    Examples:
        >>> pieces_of("by Meaghan Weeden ● December 23, 2025 ● 6 min read")
        ['by Meaghan Weeden', 'December 23, 2025', '6 min read']
    """
    return [piece for piece in _BREAKS.split(text) if piece]


def name_head_lines(blocks: Sequence[RawBlock], roles: list[Role | None]) -> None:
    """Give bylines, dates and labels around the running text their roles, in place."""
    running = [i for i, block in enumerate(blocks) if roles[i] in BODY_ROLES and prose_length(block)]
    if not running:
        return
    for index in range(running[0]):
        if roles[index] == "subtitle" and _signed_names(blocks[index].text):
            roles[index] = "byline"
        if roles[index] in _LABEL_ROLES and len(blocks[index].text) <= _LONGEST_LINE:
            roles[index] = _role_in_head(blocks, index, running[0]) or _as_label(blocks[index], roles[index])
    last = max([running[-1], *(i for i, role in enumerate(roles) if role in _LISTED)])
    for index in range(last + 1, len(blocks)):
        if roles[index] in {"paragraph", "heading"}:
            roles[index] = _as_label(blocks[index], roles[index])


def head_names(blocks: Sequence[RawBlock], roles: Sequence[Role | None]) -> Iterator[str]:
    """The names in the bylines of a post, those of the first byline that holds any."""
    for index, block in enumerate(blocks):
        if roles[index] != "byline":
            continue
        names = _signed_names(block.text) or _bare_names(block.text)
        if names:
            yield from names
            return


def is_by_label(text: str) -> bool:
    """Whether a line only introduces the writer: "Written by:"."""
    return _BY_LABEL.match(text) is not None


def marked_names(text: str) -> tuple[str, ...]:
    """The names in a line that is marked as the writer's, without the date or label behind them.

    Examples:
        >>> marked_names("Sofia Gonzalez December 3, 2024"), marked_names("By Jane Roe Published: May 3")
        (('Sofia Gonzalez',), ('Jane Roe',))
    """
    piece = _BEHIND_NAME.split(text, maxsplit=1)[0].strip()
    return byline_names(piece) or names_in(piece)


def lines_above(blocks: Sequence[RawBlock], headline: int) -> int:
    """The first of the lines right above a title that say who and when; the title itself where none do."""
    first = headline
    for index in range(headline - 1, max(-1, headline - 1 - _MOST_ABOVE), -1):
        block = blocks[index]
        if prose_length(block) or len(block.text) > _LONGEST_LINE:
            break
        if _signed_names(block.text) or any(map(_is_date, pieces_of(block.text))):
            first = index
    return first


def _role_in_head(blocks: Sequence[RawBlock], index: int, end: int) -> Role | None:
    text = blocks[index].text
    dated = any(map(_is_date, pieces_of(text)))
    if _signed_names(text):
        return "byline"
    around = [blocks[i].text for i in (index - 1, index + 1) if 0 <= i < end]
    labelled = index > 0 and is_by_label(blocks[index - 1].text)
    if _bare_names(text) and (
        dated or labelled or any(_is_date(p) for near in around for p in pieces_of(near))
    ):
        return "byline"
    return "published" if dated else None


def _as_label(block: RawBlock, role: Role | None) -> Role | None:
    return "other" if role in {"paragraph", "heading"} and len(block.text) < _LONGEST_LABEL else role


def _signed_names(text: str) -> tuple[str, ...]:
    return next(filter(None, map(byline_names, pieces_of(text))), ())


def _bare_names(text: str) -> tuple[str, ...]:
    """The name that a whole piece of the line is: two words or more, each with a capital."""
    for piece in pieces_of(text):
        names = names_in(piece)
        if (
            len(names) == 1
            and names[0] == piece
            and 2 <= len(piece.split()) <= 4
            and not piece.isupper()
            and not _is_date(piece)
        ):
            return names
    return ()


def _is_date(piece: str) -> bool:
    return len(piece) < 60 and any(ch.isdigit() for ch in piece) and read_date(piece) is not None
