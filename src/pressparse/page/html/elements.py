"""What the elements of HTML are to a reader: which are blocks, which silent, what they say of their text."""

from __future__ import annotations

from itertools import islice

from pressparse.page.html.tree import Node, Tree

SILENT = frozenset({
    "script", "style", "template", "svg", "math", "iframe", "object", "embed", "canvas", "head", "title",
    "button", "select", "option", "input", "textarea", "audio", "video", "source", "track", "param",
    "datalist", "progress", "meter", "area", "map", "#comment",
})  # fmt: skip
BLOCKS = frozenset({
    "#root", "html", "body", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt",
    "dd", "blockquote", "pre", "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "figure",
    "figcaption", "section", "article", "header", "footer", "aside", "nav", "main", "address",
    "center", "form", "fieldset", "legend", "details", "summary", "hr", "hgroup", "dialog", "menu", "search",
    "noscript",
})  # fmt: skip
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NAMED = HEADINGS | {"li", "blockquote", "figcaption", "pre", "dt", "dd", "address", "caption", "summary"}
_CONTAINERS = frozenset({"article", "section", "main", "body", "td", "table", "form"})
_PICTURES = frozenset({"img", "picture", "iframe", "video", "amp-img"})
_LARGE_SIZES = frozenset({"4", "5", "6", "7", "+1", "+2", "+3", "+4"})
_LONGEST_LARGE_PRINT = 200
_LEAST_FALLBACK = 300
_HINT_ANCESTORS = 4


def is_block(tree: Tree, node: Node) -> bool:
    """Whether an element begins a block of its own."""
    return node.tag in BLOCKS or (node.tag == "font" and _is_large_print(tree, node))


def is_silent(node: Node) -> bool:
    """Whether nothing below is shown; a long `noscript` may be the page, for those without scripts."""
    return node.tag in SILENT or (node.tag == "noscript" and len(node.text()) < _LEAST_FALLBACK)


def element_of(tree: Tree, owner: Node) -> str:
    """The nearest element that says what the text is; a plain container's own name where none does."""
    for node in tree.upwards(owner):
        if node.tag == "font":
            return "h2"
        if node.tag in _NAMED:
            if node.tag == "li" and node.number in tree.holding(HEADINGS):
                break
            return node.tag
        if node.tag == "figure":
            return "figcaption" if node.number in tree.holding(_PICTURES) else owner.tag
        if node.tag in _CONTAINERS:
            break
    return owner.tag


def hints_of(tree: Tree, owner: Node) -> tuple[str, ...]:
    """The words of class, id, role and itemprop of an element and of those around it, nearest first."""
    found: list[str] = []
    for node in islice(tree.upwards(owner), _HINT_ANCESTORS):
        if node.tag == "body":
            break
        found += node.words
    return tuple(dict.fromkeys(found))


def _is_large_print(tree: Tree, node: Node) -> bool:
    """Whether a `font` is a heading of the days before style sheets: large, short, and alone."""
    if node.get("size").strip() not in _LARGE_SIZES or node.number in tree.holding(BLOCKS):
        return False
    return len(node.text()) < _LONGEST_LARGE_PRINT
