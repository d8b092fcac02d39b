"""Which block is the title of the page's article."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from pressparse.page.metadata import Metadata, alike
from pressparse.page.raw import RawBlock
from pressparse.rules import Rules, load_rules

_LONGEST = 300
_HEADING_WEIGHTS = {"h1": 3.0, "h2": 2.0, "h3": 1.0, "h4": 0.5}
_NAMED = 2.0  # the weight of class names alone
_LEAST = 2.5  # a lone h2 without any other sign is no title


def find_headline(blocks: Sequence[RawBlock], metadata: Metadata) -> int | None:
    """The index of the block that is the title, or None where no block is."""
    best, best_weight = None, _LEAST
    for index, block in enumerate(blocks):
        weight = _weight(block, metadata)
        if weight > best_weight:
            best, best_weight = index, weight
    if best is None:
        return _only_named(blocks, metadata)
    if not metadata.stated_titles or is_stated(blocks[best], metadata):
        return best  # the title of the document alone is the site's on many hand-made pages
    # A heading that is none of the page's own titles, and not its one h1, heads a section or a teaser.
    first_headings = [index for index, block in enumerate(blocks) if block.element == "h1" and block.text]
    return best if first_headings == [best] else None


def _only_named(blocks: Sequence[RawBlock], metadata: Metadata) -> int | None:
    """The one block that its class names call a title, on a page that has no headings for it."""
    named = [index for index, block in enumerate(blocks) if _weight(block, metadata) >= _NAMED]
    return named[0] if len(named) == 1 and blocks[named[0]].element not in _HEADING_WEIGHTS else None


def is_stated(block: RawBlock, metadata: Metadata) -> bool:
    """Whether a block says what the page says that its title is."""
    return any(alike(block.text, title) for title in metadata.titles)


def is_titled(block: RawBlock) -> bool:
    """Whether a block's element or class names call it a title."""
    return block.element in _HEADING_WEIGHTS or not words("headline").isdisjoint(block.hints[:8])


def _weight(block: RawBlock, metadata: Metadata) -> float:
    text = block.text
    if not 2 < len(text) <= _LONGEST or block.element in {"li", "figcaption", "table"}:
        return 0.0
    weight = _HEADING_WEIGHTS.get(block.element, 0.0)
    if not words("headline").isdisjoint(block.hints):
        weight += 2.0
    if is_stated(block, metadata):
        weight += 5.0 if weight else 3.0
    if not weight:
        return 0.0
    if any(alike(text, site) for site in metadata.site_names) or not words("site_title").isdisjoint(
        block.hints
    ):
        weight -= 6.0
    if not words("elsewhere").isdisjoint(block.hints):
        weight -= 3.0
    return weight


def words(name: str) -> frozenset[str]:
    """One list of the words that mark titles."""
    return _rules().words(name)


@cache
def _rules() -> Rules:
    return load_rules("page_words")
