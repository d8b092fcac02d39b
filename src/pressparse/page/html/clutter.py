"""What of a page is not content: navigation, share bars, cookie boxes, related links, comments, hidden text.

An element is clutter by its tag, by a word of its class or id, or by how it is hidden, unless it holds more
of the page's running text than such an element would: a class name is a hint, no promise. The words are data.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from pressparse.page.html.hidden import is_hidden_from_readers
from pressparse.page.html.outline import Outline, Totals
from pressparse.page.html.tree import Node, Tree
from pressparse.rules import Rules, load_rules

_WITHIN_CONTENT = frozenset({"article", "main"})
_NEVER = frozenset({"#root", "html", "body"})
_LEAST_STORY = 200
_BIOGRAPHY = 80  # characters of running text from which what is marked as the writer's is more than a name
_TAG_LIMITS = {"nav": 0.5, "aside": 0.4, "dialog": 0.4, "footer": 0.4, "header": 0.2, "form": 0.1}
_LISTS = frozenset({"ul", "ol", "menu", "table", "nav"})


def find_clutter(tree: Tree, outline: Outline, *, title_block: int | None = None) -> dict[int, str]:
    """The elements that are no content, by number, with where their links stand: header, footer, aside.

    Args:
        tree: the page.
        outline: of all its blocks.
        title_block: the index of the block that is the page's title, which nothing may take away.
    """
    titled = set(outline.blocks[title_block].path) if title_block is not None else set()
    suspects: dict[tuple[str, float], list[int]] = defaultdict(list)
    lists: list[int] = []
    for number, totals in outline.totals.items():
        node = tree.nodes[number]
        if node.tag in _NEVER or number in titled:
            continue
        for mark in _marks_of(tree, node):
            suspects[mark].append(number)
        if totals.prose >= _BIOGRAPHY and not _words("writer").isdisjoint(node.words):
            suspects["biography", 0.15].append(number)
        if _is_link_list(node, totals):
            lists.append(number)
    marked = {n for (_, limit), numbers in suspects.items() for n in _believed(outline, numbers, limit)}
    if _leaves_nothing(outline, marked):  # a forum: what elsewhere is comment is what people came for
        marked = {
            n
            for (word, limit), numbers in suspects.items()
            if word not in _talk()
            for n in _believed(outline, numbers, limit)
        }
    return _with_descendants(tree, outline, marked | set(lists))


def _leaves_nothing(outline: Outline, marked: set[int]) -> bool:
    left = outline.whole.prose - sum(outline.totals[n].prose for n in _outermost(outline, sorted(marked)))
    return left < _LEAST_STORY and outline.whole.prose > 2 * _LEAST_STORY


def _talk() -> frozenset[str]:
    return _words("certain") | _words("discussion")


def _believed(outline: Outline, numbers: list[int], limit: float) -> list[int]:
    """The elements that one mark makes clutter: all, unless together they hold more than clutter does.

    A paywall that marks every paragraph holds the story, one that stands before it does not.
    """
    outermost = _outermost(outline, numbers)
    if sum(map(outline.share, outermost)) < limit:
        return outermost
    return [n for n in outermost if outline.totals[n].prose == 0]


def _outermost(outline: Outline, numbers: list[int]) -> list[int]:
    kept: list[int] = []
    for number in numbers:  # in document order
        if not kept or outline.totals[number].first >= outline.totals[kept[-1]].end:
            kept.append(number)
    return kept


def _with_descendants(tree: Tree, outline: Outline, marked: set[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for number in sorted(outline.totals):
        node = tree.nodes[number]
        around = node.path[-2] if len(node.path) > 1 else None
        if around in found:
            found[number] = found[around]
        elif number in marked:
            found[number] = _place(tree, node)
    return found


def _marks_of(tree: Tree, node: Node) -> Iterator[tuple[str, float]]:
    """What marks an element as clutter, each with the share of running text that such clutter may hold."""
    if node.tag == "noscript" or is_hidden_from_readers(node):
        yield "hidden", 0.4
    if node.tag in _TAG_LIMITS and not (node.tag in {"header", "footer"} and _is_within_content(tree, node)):
        yield node.tag, _TAG_LIMITS[node.tag]
    if not node.words:
        return
    if node.get("role") in _words("landmark_roles"):
        yield "landmark", 0.5
    limits = _word_limits()
    for word in node.words:
        if word in limits and (word not in _words("margins") or not _is_within_article(tree, node)):
            yield word, limits[word]


@cache
def _word_limits() -> dict[str, float]:
    limits = {"margins": 0.2, "widgets": 0.35, "discussion": 0.6, "certain": 0.95, "never": 2.0}
    return {word: limit for name, limit in limits.items() for word in _words(name)}


def _is_within_content(tree: Tree, node: Node) -> bool:
    return any(
        above.tag in _WITHIN_CONTENT or above.tag in {"blockquote", "section"} for above in tree.upwards(node)
    )


def _is_within_article(tree: Tree, node: Node) -> bool:
    return any(above.tag == "article" or "hentry" in above.words for above in tree.upwards(node))


def _is_link_list(node: Node, totals: Totals) -> bool:
    """A list of nothing but links, three or more: a menu, or what else to read."""
    return (
        node.tag in _LISTS
        and totals.end - totals.first >= 3
        and totals.link_density > 0.9
        and not totals.prose
    )


def _place(tree: Tree, node: Node) -> str:
    """Where an element stands, for the links in it."""
    for above in tree.upwards(node):
        for place in ("footer", "header", "aside"):
            if above.tag == place or place in above.words:
                return place
        if not _words("foot").isdisjoint(above.words):
            return "footer"
        if not _words("head").isdisjoint(above.words):
            return "header"
    return "aside"


def _words(name: str) -> frozenset[str]:
    return _rules().words(name)


@cache
def _rules() -> Rules:
    return load_rules("page_clutter")
