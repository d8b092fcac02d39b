"""Which elements a reader does not see."""

from __future__ import annotations

import re
from functools import cache

from pressparse.page.html.tree import Node
from pressparse.rules import load_rules

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def is_hidden(node: Node) -> bool:
    """Whether an element is hidden by an attribute, its style, or a class name made for screen readers."""
    if not node.attributes:
        return False
    style = node.get("style")
    return (
        "hidden" in node.attributes
        or (style != "" and _HIDDEN_STYLE.search(style) is not None)
        or not _hidden_words().isdisjoint(node.words)
    )


def is_hidden_from_readers(node: Node) -> bool:
    """Whether an element is hidden from all, or from screen readers as what nobody reads."""
    if not node.attributes:
        return False
    return is_hidden(node) or node.get("aria-hidden").lower() == "true"


@cache
def _hidden_words() -> frozenset[str]:
    return load_rules("page_clutter").words("hidden")
