"""The role of each block of a post: title, paragraph, caption, contact, boilerplate ...

What a block is by itself comes first (`block_kinds`: its words, its element, its class names); then how far
openers reach (`sections`: what follows "Media Contact:" is contacts); then the head (`post_head`: title and
subtitle).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from pressparse.document import Role
from pressparse.page.raw import RawBlock
from pressparse.page.roles.block_kinds import block_kind
from pressparse.page.roles.line_roles import archive_heading, is_more_mark, source_name, split_more_mark
from pressparse.page.roles.post_head import settle_head
from pressparse.page.roles.sections import spread_sections

__all__ = ["archive_heading", "assign_roles", "is_more_mark", "source_name", "split_more_mark"]

_ELEMENT_ROLES: dict[str, Role] = {
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "li": "list_item", "dt": "list_item", "dd": "list_item", "blockquote": "blockquote",
    "table": "table", "tr": "table", "pre": "pre", "figcaption": "caption",
}  # fmt: skip
_LONGEST_HEADING = 100


def assign_roles(blocks: Sequence[RawBlock], *, title: str | None = None) -> list[Role | None]:
    """The role of each block of one post, in order; None for furniture that must not stand in the text.

    Args:
        blocks: in reading order.
        title: the post's title where the page gives it; in plain text it is looked for among the first lines.

    Examples:
        >>> opened = "OSLO, May 5 -- The bridge was opened on Friday."
        >>> lines = ["FOR IMMEDIATE RELEASE", "Bridge over the Orr opens", opened, "# # #"]
        >>> assign_roles([RawBlock(line, "p") for line in lines])
        ['embargo', 'title', 'paragraph', 'end_mark']
    """
    kinds = spread_sections(blocks, [block_kind(block) for block in blocks])
    kinds = settle_head(blocks, kinds, title=title)
    return [_role(block, kind) for block, kind in zip(blocks, kinds, strict=True)]


def _role(block: RawBlock, kind: str | None) -> Role | None:
    if kind == "drop" or not block.text:
        return None
    if kind is not None:
        return cast(Role, kind)
    if block.hints[:1] in {("email",), ("signature",)}:
        return None
    role = _ELEMENT_ROLES.get(block.element, "paragraph")
    return "heading" if role == "paragraph" and _is_bold_heading(block) else role


def _is_bold_heading(block: RawBlock) -> bool:
    """A short line in bold that is no sentence heads a section, whatever its element."""
    if not block.emphasis or len(block.text) > _LONGEST_HEADING or block.text[-1] in '.,;:!”"':
        return False
    return block.emphasis[0][0] == 0 and block.emphasis[-1][1] == len(block.text) and "\n" not in block.text
