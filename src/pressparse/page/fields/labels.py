"""A post's tags, categories and source."""

from __future__ import annotations

import re

from pressparse.document import Role
from pressparse.page.fields.signed import Signed
from pressparse.page.raw import Link, RawBlock
from pressparse.page.roles import source_name
from pressparse.page.roles.tag_lines import listed_tags

_CATEGORY_PAGE = re.compile(r"/categor(?:y|ies)/|/section/")
_FRAGMENT = re.compile(r"#\w")  # "2 Comments" leads to a part of a page
_LABEL_RELATIONS = frozenset({"tag", "category"})


def tags_and_categories(post: Signed) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The labels of a post: links marked `rel=tag`, and those in its tag lines."""
    tags: dict[str, None] = {}
    categories: dict[str, None] = {}
    for block, role in zip(post.blocks, post.roles, strict=True):
        if role in {"tags", "byline"} and not block.links:
            for found, names in zip((tags, categories), listed_tags(block.text), strict=True):
                found.update(dict.fromkeys(names))
        for link in _label_links(block, role):
            if label := block.text[link.start : link.end].strip(" ,#"):
                is_category = "category" in link.rel.split() or _CATEGORY_PAGE.search(link.url)
                (categories if is_category else tags)[label] = None
    return tuple(tags), tuple(categories)


def _label_links(block: RawBlock, role: Role | None) -> list[Link]:
    """The links of a block that are labels: those marked as such; in a tag line without any, all links."""
    marked = [link for link in block.links if not _LABEL_RELATIONS.isdisjoint(link.rel.split())]
    if marked or role != "tags":
        return marked
    return [link for link in block.links if not _FRAGMENT.search(link.url)]


def visible_source(post: Signed) -> str | None:
    """The outlet that the post credits itself to."""
    return next(filter(None, (source_name(b.text.replace("\n", " ")) for b in post.having("source"))), None)
