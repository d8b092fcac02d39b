"""Groups of alike elements, or of alike headings, that may be the posts of a listing.

Alike are elements with one tag and one class below the same tags. Which group is the posts, and whether any is,
`units` decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressparse.page.html.entries import is_date_line
from pressparse.page.html.headline import is_titled, words
from pressparse.page.html.outline import Outline, linked_length, prose_length
from pressparse.page.html.tree import Node, Tree
from pressparse.page.raw import RawBlock

Shape = tuple[object, ...]
_LEAST_CARDS = 3
_LEAST_SUMMARY = 40  # characters beside its title from which a card tells something of its post


@dataclass(frozen=True, slots=True)
class Unit:
    """The blocks of one post, and the element that holds them (None where only headings part the posts)."""

    first: int
    end: int
    element: int | None = None


def post_groups(tree: Tree, outline: Outline) -> list[list[Unit]]:
    """Every group of two or more elements or stretches that may be posts."""
    found = [*headed_groups(tree, outline), *_card_groups(tree, outline)]
    groups = [*_marked_groups(tree, outline), *(group for group in found if _is_a_post_each(outline, group))]
    return [group for group in groups if len(group) >= 2]


def is_post_mark(node: Node) -> bool:
    """Whether an element is marked as a post."""
    if node.tag in {"body", "html", "main", "a", "span", "ul", "ol"}:
        return False
    kind = node.get("itemtype").rsplit("/", 1)[-1]
    return (
        node.tag == "article"
        or kind in {"BlogPosting", "Article", "NewsArticle"}
        or not words("post").isdisjoint(node.words)
        or node.get("class").strip().lower() in words("post_alone")
    )


def headed_groups(tree: Tree, outline: Outline) -> list[list[Unit]]:
    """Groups of blocks, each begun by a heading that links to its post."""
    headings: dict[Shape, list[int]] = defaultdict(list)
    for index, block in enumerate(outline.blocks):
        if is_linked_heading(block):
            headings[_block_shape(tree, block)].append(index)
    groups = []
    for indexes in headings.values():
        targets = {target(outline.blocks[i]) for i in indexes}
        if len(indexes) >= 2 and len(targets) == len(indexes):
            groups.append(_units_by_headings(outline, indexes))
    return groups


def is_linked_heading(block: RawBlock) -> bool:
    """Whether a block is a heading and a link to what it heads."""
    if not (3 < len(block.text) < 250 and is_titled(block)):
        return False
    return (
        bool(block.links)
        and linked_length(block) > 0.8 * len(block.text)
        and not target(block).startswith("#")
    )


def target(block: RawBlock) -> str:
    """Where the longest link of a block leads."""
    return max(block.links, key=lambda link: link.end - link.start).url


def title_index(blocks: Sequence[RawBlock]) -> int | None:
    """The block that is the title of a listed post: called so, linked, or the first heading."""

    def weight(index: int) -> float:
        block = blocks[index]
        if (
            not block.text
            or len(block.text) > 300
            or not is_titled(block)
            or block.element in {"li", "figcaption"}
        ):
            return 0.0
        linked = linked_length(block) > 0.8 * len(block.text)
        named = not words("headline").isdisjoint(block.hints[:8])
        return 1.0 + 2.0 * linked + 1.0 * named - 0.01 * index

    best = max(range(len(blocks)), key=weight, default=None)
    if best is not None and weight(best) > 0:
        return best
    return next((index for index, block in enumerate(blocks) if _may_be_title(block)), None)


def _may_be_title(block: RawBlock) -> bool:
    """Whether a line of a card that is a link as a whole may be its title: some words, and no date."""
    if not 2 < len(block.text) < 200 or linked_length(block) < len(block.text) or is_date_line(block.text):
        return False
    return len(block.text.split()) > 1


def tells_of_posts(outline: Outline, group: Sequence[Unit]) -> bool:
    """Whether the units of a group say more than a title each: a date, or some words of the story."""
    telling = sum(_tells(outline.blocks[unit.first : unit.end]) for unit in group)
    return telling >= 0.8 * len(group)


def without_repeats(outline: Outline, units: Sequence[Unit]) -> list[Unit]:
    """The units, each post once: a page may show one in several shapes and places; the longest is kept."""
    longest: dict[object, Unit] = {}
    for unit in units:
        blocks = outline.blocks[unit.first : unit.end]
        title = title_index(blocks)
        told = (blocks[title].text, _address(blocks[title])) if title is not None else unit
        longest[told] = max(longest.get(told, unit), unit, key=lambda u: _length(outline, u))
    return sorted(longest.values(), key=lambda unit: unit.first)


def _address(block: RawBlock) -> str:
    return target(block) if block.links else ""


def _length(outline: Outline, unit: Unit) -> int:
    return sum(len(block.text) for block in outline.blocks[unit.first : unit.end])


def _is_a_post_each(outline: Outline, group: Sequence[Unit]) -> bool:
    """Whether the units are posts, and not sections of several posts, each with a linked heading."""
    single = sum(_count_targets(outline.blocks[unit.first : unit.end]) <= 1 for unit in group)
    return single >= len(group) / 2


def _count_targets(blocks: Sequence[RawBlock]) -> int:
    return len({target(block) for block in blocks if is_linked_heading(block)})


def _tells(blocks: Sequence[RawBlock]) -> bool:
    texts = [block.text for block in blocks if block.text]
    if any(map(is_date_line, texts)):
        return True
    title = next((block.text for block in blocks if is_titled(block)), None) or next(iter(texts), "")
    return any(len(text) >= _LEAST_SUMMARY for text in texts if text != title)


def _marked_groups(tree: Tree, outline: Outline) -> list[list[Unit]]:
    groups: dict[Shape, list[Unit]] = defaultdict(list)
    ends: dict[Shape, int] = defaultdict(int)
    for number, totals in outline.totals.items():
        node = tree.nodes[number]
        if not is_post_mark(node):
            continue
        shape = _mark_shape(tree, node)
        if totals.first >= ends[shape] and _has_title(outline.blocks[totals.first : totals.end]):
            groups[shape].append(Unit(totals.first, totals.end, number))
            ends[shape] = totals.end
    return list(groups.values())


def _card_groups(tree: Tree, outline: Outline) -> list[list[Unit]]:
    """Cards that are links as a whole: each an `a` around several blocks."""
    groups: dict[Shape, dict[str, Unit]] = defaultdict(dict)
    for number, totals in outline.totals.items():
        node = tree.nodes[number]
        if node.tag == "a" and totals.end - totals.first >= 2 and node.get("href"):
            shape = (node.get("class"), *_tags_above(tree, node))
            groups[shape].setdefault(node.get("href"), Unit(totals.first, totals.end, number))
    cards = [list(group.values()) for group in groups.values() if len(group) >= _LEAST_CARDS]
    return [group for group in cards if tells_of_posts(outline, group)]


def _mark_shape(tree: Tree, node: Node) -> Shape:
    """What alike elements have in common: tag, the words that mark them as posts, and the tags above them."""
    return (node.tag, words("post").intersection(node.words), _tags_above(tree, node))


def _tags_above(tree: Tree, node: Node) -> tuple[str, ...]:
    return tuple(tree.nodes[number].tag for number in node.path[:-1])


def _block_shape(tree: Tree, block: RawBlock) -> Shape:
    return (
        block.element,
        tuple(tree.nodes[n].tag for n in block.path),
        tree.nodes[block.path[-1]].get("class"),
    )


def _units_by_headings(outline: Outline, indexes: list[int]) -> list[Unit]:
    """Each post is the largest element around its heading alone, or what stands up to the next heading."""
    paths = [outline.blocks[i].path for i in indexes]
    depth = next((d for d, numbers in enumerate(zip(*paths, strict=False)) if len(set(numbers)) > 1), None)
    if depth is None:  # lines of one element
        return [Unit(a, b) for a, b in pairwise([*indexes, outline.totals[paths[0][-1]].end])]
    roots = [path[depth] for path in paths]
    if len(set(roots)) == len(roots):
        alone = [Unit(outline.totals[r].first, outline.totals[r].end, r) for r in roots]
        if all(unit.end - unit.first > 1 for unit in alone) and not _stand_over_text(outline, alone):
            return alone
        indexes = [unit.first for unit in alone]
    last = outline.totals[paths[-1][depth - 1]].end if depth else len(outline.blocks)
    return [Unit(a, b) for a, b in pairwise([*indexes, last])]


def _stand_over_text(outline: Outline, units: Sequence[Unit]) -> bool:
    """Whether the units are lines of a title and a date, with the text of the posts between them."""
    if any(len({block.path for block in outline.blocks[unit.first : unit.end]}) > 1 for unit in units):
        return False
    between = [outline.blocks[a.end : b.first] for a, b in pairwise(units)]
    return sum(any(map(prose_length, blocks)) for blocks in between) > len(between) / 2


def _has_title(blocks: Sequence[RawBlock]) -> bool:
    return any(map(is_titled, blocks[:12]))
