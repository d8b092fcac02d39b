"""Where on a page its one article stands."""

from __future__ import annotations

from pressparse.page.headline import words
from pressparse.page.outline import Outline, Totals
from pressparse.page.tree import Node, Tree

_MARKED_SHARE = 0.5  # an element that is named as the body must hold this share of the page's running text
_DESCENT_SHARE = 0.8  # a nameless one must hold this share of its parent's


def find_region(tree: Tree, outline: Outline) -> Totals:
    """The smallest element that holds the page's running text.

    A name such as `entry-content` is believed where the element holds much of the text; otherwise the tree is descended
    for as long as one child holds nearly all of it.
    """
    return _marked(tree, outline) or _descended(tree, outline)


def _marked(tree: Tree, outline: Outline) -> Totals | None:
    best: Totals | None = None
    for number, totals in outline.totals.items():
        node = tree.nodes[number]
        if outline.share(number) < _MARKED_SHARE or not _is_named_body(node):
            continue
        if best is None or totals.prose > best.prose * 0.9:  # deeper ones come later: the smallest that loses little
            best = totals
    return best


def _is_named_body(node: Node) -> bool:
    if node.tag in {"body", "html"}:
        return False
    return node.tag in {"article", "main"} or not words("body").isdisjoint(node.words)


def _descended(tree: Tree, outline: Outline) -> Totals:
    number, totals = 0, outline.whole
    while True:
        children = [c.number for c in tree.nodes[number].children if not isinstance(c, str) and c.number in outline.totals]
        heaviest = max(children, key=lambda n: outline.totals[n].prose, default=None)
        if heaviest is None or outline.totals[heaviest].prose < totals.prose * _DESCENT_SHARE:
            return totals
        if not outline.totals[heaviest].prose or outline.totals[heaviest].end - outline.totals[heaviest].first < 2:
            return totals
        number, totals = heaviest, outline.totals[heaviest]


def article_element(tree: Tree, outline: Outline, region: Totals) -> Totals:
    """The smallest `article` (or what is marked as one) around the region; the region itself where there is none."""
    if region.first >= len(outline.blocks):
        return region
    block = outline.blocks[region.first]
    for number in reversed(block.path):
        totals = outline.totals[number]
        if totals.first <= region.first and totals.end >= region.end and _is_article(tree.nodes[number]):
            return totals
    return region


def _is_article(node: Node) -> bool:
    if node.tag in {"body", "html"}:
        return False
    return node.tag == "article" or "Article" in node.get("itemtype") or "BlogPosting" in node.get("itemtype") or bool(
        {"hentry", "h-entry"}.intersection(node.words)
    )
