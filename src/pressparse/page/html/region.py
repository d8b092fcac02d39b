"""Where on a page its one article stands."""

from __future__ import annotations

from collections.abc import Callable

from pressparse.page.html.headline import words
from pressparse.page.html.outline import Outline, Totals
from pressparse.page.html.tree import Node, Tree

_NAMED_SHARE = 0.4  # an element that is named as the body must hold this share of the page's running text
_FRAMED_SHARE = 0.5  # an `article` or `main` must hold this
_DESCENT_SHARE = 0.75  # a nameless element must hold this share of its parent's
_LITTLE = 0.9  # an inner element that keeps this share of an outer one loses little


def find_region(tree: Tree, outline: Outline) -> Totals:
    """The smallest element that holds the page's running text.

    A name such as `entry-content` is believed where the element holds much of the text; otherwise the tree is
    descended from its `article` or `main`, for as long as one child holds nearly all of the text.
    """
    named = _smallest(tree, outline, _is_named_body, _NAMED_SHARE)
    if named is not None:
        return outline.totals[named]
    framed = _smallest(tree, outline, lambda node: node.tag in {"article", "main"}, _FRAMED_SHARE)
    return _descended(tree, outline, framed or 0)


def find_directory(tree: Tree, outline: Outline) -> Totals:
    """The element that holds what a page of links is for: its `main` where that holds most, else all of it."""
    found = outline.whole
    for number, totals in outline.totals.items():  # outer elements come before inner ones
        if tree.nodes[number].tag == "main" and totals.text >= _FRAMED_SHARE * outline.whole.text:
            found = totals
    return found


def _smallest(tree: Tree, outline: Outline, is_wanted: Callable[[Node], bool], share: float) -> int | None:
    best: int | None = None
    for number, totals in outline.totals.items():  # outer elements come before inner ones
        if outline.share(number) < share or not is_wanted(tree.nodes[number]):
            continue
        if best is None or totals.prose > outline.totals[best].prose * _LITTLE:
            best = number
    return best


def _is_named_body(node: Node) -> bool:
    return node.tag not in {"body", "html", "main"} and not words("body").isdisjoint(node.words)


def _descended(tree: Tree, outline: Outline, number: int) -> Totals:
    while True:
        totals = outline.totals.get(number, outline.whole)
        below = [
            c.number
            for c in tree.nodes[number].children
            if not isinstance(c, str) and c.number in outline.totals
        ]
        heaviest = max(below, key=lambda n: outline.totals[n].prose, default=None)
        if heaviest is None or not _holds_most(outline.totals[heaviest], totals):
            return totals
        number = heaviest


def _holds_most(inner: Totals, outer: Totals) -> bool:
    return inner.end - inner.first > 1 and 0 < outer.prose * _DESCENT_SHARE <= inner.prose


def article_element(tree: Tree, outline: Outline, region: Totals) -> Totals:
    """The smallest `article` (or what is marked as one) around the region, or the region where none is."""
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
    return (
        node.tag == "article"
        or "Article" in node.get("itemtype")
        or "BlogPosting" in node.get("itemtype")
        or bool({"hentry", "h-entry"}.intersection(node.words))
    )
