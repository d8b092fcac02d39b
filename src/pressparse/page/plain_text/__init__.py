"""Blocks of canonical text from plain text: a pasted page, an e-mailed release, a copy from PDF, Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from pressparse.page.plain_text.columns import columns_apart
from pressparse.page.plain_text.email_headers import split_headers
from pressparse.page.plain_text.lines import Line, read_lines, unquoted
from pressparse.page.plain_text.markup import marked_block
from pressparse.page.plain_text.paragraphs import Paragraph, paragraphs_of
from pressparse.page.plain_text.running_heads import without_running_heads
from pressparse.page.raw import RawBlock
from pressparse.page.roles.line_roles import line_kind, split_more_mark
from pressparse.page.roles.sections import gives_contact
from pressparse.rules import Rules, any_of, load_rules

_ATX_HEADING = re.compile(r"(#{1,6})\s+(?=\S)(.*?)(?:\s+#+)?")
_LONGEST_HEADING = 100
_LONGEST_SIGNATURE = 15
_HEADINGS = frozenset({"h1", "h2"})
_SIGNATURE_MARK = "--"


def text_blocks(text: str) -> list[RawBlock]:
    r"""The blocks of a plain text in reading order, each with its final words.

    Hard wraps, quote marks, list markers, inline marks and the running heads of page copies are gone. E-mail
    headers that a post needs (date, subject) come first, with the hint `email`; what stands under a signature
    mark has the hint `signature`.

    Examples:
        >>> blocks = text_blocks("# Bridge opens\n\nThe bridge over the Orr was opened\non Friday.")
        >>> [(block.element, block.text) for block in blocks]
        [('h1', 'Bridge opens'), ('p', 'The bridge over the Orr was opened on Friday.')]
    """
    headers, lines = split_headers(read_lines(text))
    lines = columns_apart(without_running_heads(unquoted(lines)))
    lines, signature = _split_signature(lines)
    blocks = _header_blocks(headers)
    blocks += _heading_something(_blocks_of(lines))
    blocks += [replace(block, hints=("signature",)) for block in _blocks_of(signature)]
    return blocks


def _header_blocks(headers: dict[str, str]) -> list[RawBlock]:
    fields = (("subject", headers.get("subject")), ("date", headers.get("date") or headers.get("sent")))
    return [RawBlock(value, "p", hints=("email", name)) for name, value in fields if value]


def _split_signature(lines: list[Line]) -> tuple[list[Line], list[Line]]:
    """The lines before and after the mark that e-mail puts over a signature."""
    for place in range(len(lines) - 1, max(0, len(lines) - _LONGEST_SIGNATURE - 1), -1):
        if lines[place].text == _SIGNATURE_MARK:
            return lines[:place], lines[place + 1 :]
    return lines, []


def _blocks_of(lines: Sequence[Line]) -> list[RawBlock]:
    blocks: list[RawBlock] = []
    for paragraph in _contacts_together(paragraphs_of(lines)):
        words, mark = split_more_mark(paragraph.text)
        if words:
            blocks.append(_block(paragraph, words, blocks))
        if mark:
            blocks.append(RawBlock(mark, "p"))
    return [block for block in blocks if block.text or block.images]


def _heading_something(blocks: list[RawBlock]) -> list[RawBlock]:
    """The blocks, those of a text of short lines alone paragraphs: where there is no story nothing heads one."""
    if any(block.element not in _HEADINGS for block in blocks):
        return blocks
    return [replace(block, element="p") for block in blocks]


def _contacts_together(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, the lines of one contact joined: "Jane Roe", her desk, her telephone."""
    held: Paragraph | None = None
    for paragraph in paragraphs:
        if held is not None and _is_more_of_contact(held, paragraph):
            held.pieces += ["\n", paragraph.text]
            held.lines += paragraph.lines
            continue
        if held is not None:
            yield held
        held = paragraph
    if held is not None:
        yield held


def _is_more_of_contact(held: Paragraph, paragraph: Paragraph) -> bool:
    first = paragraph.first
    return (
        first.gap == 0
        and not (first.after_rule or first.after_page)
        and held.element == paragraph.element == "p"
        and len(paragraph.text) <= _LONGEST_HEADING
        and (line_kind(held.pieces[0]) or "").startswith("contact")
        and (
            gives_contact(paragraph.text)
            or (line_kind(paragraph.text) is None and not gives_contact(held.text))
        )
    )


def _block(paragraph: Paragraph, words: str, before: Sequence[RawBlock]) -> RawBlock:
    heading = _ATX_HEADING.fullmatch(words) if line_kind(words) != "end_mark" else None
    if heading:
        return marked_block(heading[2], f"h{len(heading[1])}")
    if paragraph.element == "li":
        kept = f"{paragraph.marker} {words}" if _is_league_row(paragraph, before) else words
        return marked_block(kept, "li")
    return marked_block(words, _element(paragraph, words))


def _element(paragraph: Paragraph, words: str) -> str:
    if paragraph.element == "table":
        return "table"
    if paragraph.first.quoted:
        return "blockquote"
    if paragraph.last.underline and len(words) <= _LONGEST_HEADING:
        return "h1" if paragraph.last.underline == "=" else "h2"
    return "h2" if _is_heading(words) else "p"


def _is_heading(words: str) -> bool:
    """Whether words that stand alone read as a heading: short, and no sentence."""
    return (
        len(words) <= _LONGEST_HEADING
        and "\n" not in words
        and re.search(r"""[.,;:!…]["'”’»)\]]*$|["”’»]$""", words) is None
        and not words[0].islower()
        and line_kind(words) is None
    )


def _is_league_row(paragraph: Paragraph, before: Sequence[RawBlock]) -> bool:
    """Whether a list item's number is a place in a league table, and so part of what it says."""
    if not paragraph.marker.strip(".)").isdigit():
        return False
    for block in reversed(before[-40:]):
        if block.element != "li":
            return _league_heading().search(block.text) is not None and len(block.text) <= _LONGEST_HEADING
    return False


@cache
def _league_heading() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b{any_of(_rules().words('league_tables'))}\b")


@cache
def _rules() -> Rules:
    return load_rules("plain_text")
