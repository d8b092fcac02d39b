"""The lines between a post's title and its first sentence: who wrote it, when, and labels of the page.

What a line says by itself is told by its role; here a line is read by its place. A bare name is a byline only
beside a date or under "Written by"; a short line that says nothing is a label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pressparse.document import BODY_ROLES, Role
from pressparse.expressions.dates import find_clock_times, find_dates, read_date
from pressparse.page.html.outline import prose_length
from pressparse.page.raw import RawBlock
from pressparse.page.roles.bylines import byline_names, has_given_name, names_in, names_job
from pressparse.page.roles.line_roles import line_kind
from pressparse.rules import Rules, load_rules

_LONGEST_LINE = 140
_MOST_ABOVE = 3
_MOST_UNDER_LEAD = 2
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
        >>> pieces_of("by Jane Roe ● December 23, 2025 ● 6 min read")
        ['by Jane Roe', 'December 23, 2025', '6 min read']
    """
    return [piece for piece in _BREAKS.split(text) if piece]


def name_head_lines(blocks: Sequence[RawBlock], roles: list[Role | None]) -> None:
    """Give bylines, dates and labels around the running text their roles, in place."""
    running = [i for i, block in enumerate(blocks) if roles[i] in BODY_ROLES and prose_length(block)]
    if not running:
        return
    for index in range(running[0]):
        if roles[index] == "subtitle" and (
            signed_names(blocks[index].text) or _is_job_of_writer(blocks, roles, index)
        ):
            roles[index] = "byline"
        if roles[index] in _LABEL_ROLES and len(blocks[index].text) <= _LONGEST_LINE:
            roles[index] = _role_in_head(blocks, index, running[0]) or _as_label(blocks[index], roles[index])
    _name_line_under_lead(blocks, roles, running[0])
    last = max([running[-1], *(i for i, role in enumerate(roles) if role in _LISTED)])
    for index in range(last + 1, len(blocks)):
        if roles[index] in {"paragraph", "heading"}:
            roles[index] = _as_label(blocks[index], roles[index])


def _name_line_under_lead(blocks: Sequence[RawBlock], roles: list[Role | None], lead: int) -> None:
    """Give the line that says who and when its role where it stands under the first paragraph, and not over it."""
    if any(role in {"byline", "published"} for role in roles[:lead]):
        return
    for index in range(lead + 1, min(lead + 1 + _MOST_UNDER_LEAD, len(blocks))):
        block = blocks[index]
        if roles[index] != "paragraph" or len(block.text) > _LONGEST_LINE or block.emphasis:
            continue
        if any(map(_is_date, pieces_of(block.text))) and _is_all_counts(block.text):
            roles[index] = "byline" if bare_names(block.text) or signed_names(block.text) else "published"
            return


def is_by_label(text: str) -> bool:
    """Whether a line only introduces the writer: "Written by:"."""
    return _BY_LABEL.match(text) is not None


def marked_names(text: str) -> tuple[str, ...]:
    """The names in a line that is marked as the writer's, without the date or label behind them.

    Examples:
        >>> marked_names("Ola Nilsen December 3, 2024"), marked_names("By Jane Roe Published: May 3")
        (('Ola Nilsen',), ('Jane Roe',))
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
        if signed_names(block.text) or any(map(_is_date, pieces_of(block.text))):
            first = index
    return first


def _role_in_head(blocks: Sequence[RawBlock], index: int, end: int) -> Role | None:
    text = blocks[index].text
    if signed_names(text):
        return "byline"
    dated = _is_dated(text)
    labelled = index > 0 and is_by_label(blocks[index - 1].text)
    if bare_names(text) and (dated or labelled or _stands_by_date(blocks, index, end)):
        return "byline"
    return "published" if dated else None


def _stands_by_date(blocks: Sequence[RawBlock], index: int, end: int) -> bool:
    """Whether a line beside this one is a date, or one behind the writer's job."""
    behind_job = index + 2 if index + 1 < end and _is_job_line(blocks[index + 1].text) else index
    return any(_is_dated(blocks[i].text) for i in (index - 1, index + 1, behind_job) if 0 <= i < end)


def _is_job_of_writer(blocks: Sequence[RawBlock], roles: Sequence[Role | None], index: int) -> bool:
    """Whether a line says what the writer named in the line before does: "Co-Founder & Director"."""
    return index > 0 and roles[index - 1] == "byline" and _is_job_line(blocks[index].text)


def _is_job_line(text: str) -> bool:
    return len(text) <= _LONGEST_LABEL and not text.endswith(".") and names_job(text)


def _is_dated(text: str) -> bool:
    return any(map(_is_date, pieces_of(text))) or line_kind(text) == "published"


def _as_label(block: RawBlock, role: Role | None) -> Role | None:
    return "other" if role in {"paragraph", "heading"} and len(block.text) < _LONGEST_LABEL else role


def signed_names(text: str) -> tuple[str, ...]:
    """The names of the first part of a line that is a byline by its words.

    Examples:
        >>> signed_names("May 3, 2020 | By Jane Roe"), signed_names("Jane Roe")
        (('Jane Roe',), ())
    """
    return next(filter(None, map(byline_names, pieces_of(text))), ())


def bare_names(text: str) -> tuple[str, ...]:
    """The name that a whole piece of the line is: two words or more, each with a capital.

    Beside a date in one piece it must begin with a known given name: "Travel News May 3, 2020" has no writer.

    Examples:
        >>> bare_names("Jane Roe | 4 min read"), bare_names("May 3, 2020 Jane Roe"), bare_names("JANE ROE")
        (('Jane Roe',), ('Jane Roe',), ())
    """
    for piece in pieces_of(text):
        name = _without_figures(piece)
        is_alone = name == piece.strip(" &")
        if _is_whole_name(name) and (is_alone or has_given_name(name)):
            return (name,)
    return ()


def _is_whole_name(name: str) -> bool:
    return (
        2 <= len(name.split()) <= 4
        and not name.isupper()
        and not _is_date(name)
        and names_in(name) == (name,)
    )


def _without_figures(piece: str) -> str:
    """A piece of a line without its date, its hour, and counts of minutes, shares and comments."""
    for found in reversed(find_dates(piece)):
        if found.day is not None:
            piece = f"{piece[: found.start]} {piece[found.end :]}"
    for start, end in reversed(find_clock_times(piece)):
        piece = f"{piece[:start]} {piece[end:]}"
    return " ".join(_rules().regex("count").sub(" ", piece).split()).strip(" &,")


def _is_all_counts(text: str) -> bool:
    """Whether a line holds nothing but names, dates and counts."""
    rest = " ".join(map(_without_figures, pieces_of(text)))
    return not rest or bool(bare_names(rest) or signed_names(rest))


def _is_date(piece: str) -> bool:
    return len(piece) < 60 and any(ch.isdigit() for ch in piece) and read_date(piece) is not None


@cache
def _rules() -> Rules:
    return load_rules("post_dates")
