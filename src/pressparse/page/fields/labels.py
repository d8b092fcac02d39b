"""A post's tags, categories and source."""

from __future__ import annotations

import re

from pressparse.page.fields.signed import Signed
from pressparse.page.roles import source_name
from pressparse.page.roles.tag_lines import listed_tags


def tags_and_categories(post: Signed) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The labels of a post: links marked `rel=tag`, and those in its tag lines."""
    tags: dict[str, None] = {}
    categories: dict[str, None] = {}
    for block, role in zip(post.blocks, post.roles, strict=True):
        if role in {"tags", "byline"} and not block.links:
            for found, names in zip((tags, categories), listed_tags(block.text), strict=True):
                found.update(dict.fromkeys(names))
        for link in block.links:
            label = block.text[link.start : link.end].strip(" ,#")
            rel = link.rel.split()
            if not label or not ("tag" in rel or "category" in rel or role == "tags"):
                continue
            is_category = "category" in rel or (
                role == "tags" and re.search(r"/categor(?:y|ies)/|/section/", link.url)
            )
            (categories if is_category else tags)[label] = None
    return tuple(tags), tuple(categories)


def visible_source(post: Signed) -> str | None:
    """The outlet that the post credits itself to."""
    return next(filter(None, (source_name(b.text.replace("\n", " ")) for b in post.having("source"))), None)
