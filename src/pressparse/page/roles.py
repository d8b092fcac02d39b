"""The role of each block of a page: title, paragraph, caption, contact, boilerplate ...

A block's own words, element and class names speak first (`line_roles`); then its neighbours: what follows "Media Contact:"
is contacts, what follows "About X" is boilerplate; what stands before the first paragraph is the head of the post.
"""

from __future__ import annotations

from collections.abc import Sequence

from pressparse.document import Role
from pressparse.page.line_roles import archive_heading, is_more_mark, line_kind, source_name, split_more_mark
from pressparse.page.raw import RawBlock

__all__ = ["archive_heading", "assign_roles", "is_more_mark", "source_name", "split_more_mark"]

_ELEMENT_ROLES: dict[str, Role] = {
    "h1": "heading", "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "li": "list_item", "dt": "list_item", "dd": "list_item", "blockquote": "blockquote", "table": "table", "tr": "table",
    "pre": "pre", "figcaption": "caption",
}  # fmt: skip


def assign_roles(blocks: Sequence[RawBlock], *, title: str | None = None) -> list[Role | None]:
    """The role of each block, in order; None for furniture that must not stand in the text.

    `title` is the post's title where the page's metadata gives it.
    """
    kinds = [_kind(block) for block in blocks]
    roles: list[Role | None] = []
    section: str | None = None
    for block, kind in zip(blocks, kinds, strict=True):
        section = _section_after(section, block, kind)
        roles.append(_role(block, kind, section))
    return roles


def _kind(block: RawBlock) -> str | None:
    kind = line_kind(block.text)
    if block.element == "figcaption":
        return "photo_credit" if kind == "photo_credit" else "caption"
    return kind


def _section_after(section: str | None, block: RawBlock, kind: str | None) -> str | None:
    if kind is not None and kind.endswith("_opener"):
        return kind.removesuffix("_opener")
    if section and (kind is not None or block.element[:1] == "h"):
        return section if kind == section else None
    if section == "contact" and len(block.text) > 200:
        return None
    return section


def _role(block: RawBlock, kind: str | None, section: str | None) -> Role | None:
    found = (kind or section or "").removesuffix("_opener")
    if found == "drop":
        return None
    if found:
        return found  # type: ignore[return-value]
    return _ELEMENT_ROLES.get(block.element, "paragraph")
