"""How many posts a page holds, and which blocks are whose.

Posts in a listing look alike: elements of one shape, each with a heading of its own, with the usual marks
(`hentry`, `article`, `BlogPosting`) or without. A single article with teasers below it is told from a listing
by where the running text is and by what the page says of itself.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from pressparse.document import Archive
from pressparse.page.html.headline import is_stated, is_titled, words
from pressparse.page.html.outline import Outline, linked_length
from pressparse.page.html.tree import Node, Tree
from pressparse.page.metadata import Metadata
from pressparse.page.raw import RawBlock
from pressparse.page.roles import archive_heading

_LISTING_PATH = re.compile(
    r"/(?:tags?|category|categories|topics?|label|authors?|archives?|search|page)(?:/|$)(?!.*[-_]\w+[-_]\w+\.\w+$)"
    r"|/(?:19|20)\d\d/(?:\d\d/)?$",
    re.IGNORECASE,
)
_LISTING_TYPES = frozenset({"CollectionPage", "Blog", "SearchResultsPage", "ProfilePage", "ItemList"})
_ITEM_SHARE = 0.3  # what a list of links to other sites may hold of the page's running text, beside a story
_LONGEST_TEASER = 300
_LEAST_STORY = 300  # the characters that must be left of a story beside its teasers
_LEAST_SHARE = 0.3  # of a page's running text, that the posts of what calls itself a listing must hold
_LIKELY_SHARE = 0.6  # and those of a page that does not say what it is
_MOST_PARTS = 5  # as many posts may be the parts of one story
LEAST_STORY_TITLE = 25  # characters from which a page's title is a story's and not a rubric's
_LEAST_ARTICLE = 400  # characters of running text from which a mark below an article is an article too


@dataclass(frozen=True, slots=True)
class Unit:
    """The blocks of one post, and the element that holds them (None where only headings part the posts)."""

    first: int
    end: int
    element: int | None = None


def find_units(tree: Tree, outline: Outline, metadata: Metadata, headline: int | None) -> list[Unit]:
    """The posts of a listing, in order; empty where the page is one article.

    Args:
        tree: the page.
        outline: of the blocks that are content.
        metadata: what the page says of itself.
        headline: the block that is the page's title, if one is.
    """
    groups = [*_marked_groups(tree, outline), *_headed_groups(tree, outline)]
    groups = [group for group in groups if len(group) >= 2]
    if not groups:
        return []
    best = max(groups, key=lambda group: _prose(outline, group))
    if _archive_in_headings(outline.blocks):
        return best
    kind = page_kind(metadata, outline.blocks)
    if kind is None and _is_article_in_parts(outline, metadata, best, headline):
        return []
    if kind == "article":
        return best if _is_run_of_articles(outline, best, headline) else []
    share = _LEAST_SHARE if kind == "archive" else _LIKELY_SHARE
    if _prose(outline, best) < share * outline.whole.prose:
        return []
    return _with_other_sections(outline, best, groups)


def _is_article_in_parts(
    outline: Outline, metadata: Metadata, units: list[Unit], headline: int | None
) -> bool:
    """Whether what looks like posts are parts of a story: few, below a title of many words that is the page's."""
    if headline is None or headline >= units[0].first or len(units) > _MOST_PARTS:
        return False
    title = outline.blocks[headline]
    return len(title.text) >= LEAST_STORY_TITLE and not title.links and is_stated(title, metadata)


def _with_other_sections(outline: Outline, best: list[Unit], groups: list[list[Unit]]) -> list[Unit]:
    """The posts of a front page: the best group, and those of other shapes that stand beside it."""
    found: list[Unit] = []
    taken: set[int] = set()
    for group in [best, *sorted(groups, key=lambda group: _prose(outline, group), reverse=True)]:
        blocks = {index for unit in group for index in range(unit.first, unit.end)}
        if taken.isdisjoint(blocks):
            taken |= blocks
            found += group
    return sorted(found, key=lambda unit: unit.first)


def find_teasers(tree: Tree, outline: Outline, metadata: Metadata, headline: int | None) -> set[int]:
    """The elements of an article's page that point to other articles: alike, each with a linked heading.

    Headings that link to other sites are a list's items (shops, books), which may be the article itself.
    """
    found: set[int] = set()
    for group in _headed_groups(tree, outline):
        elements = {unit.element for unit in group if unit.element is not None}
        titled = headline is not None and any(unit.first <= headline < unit.end for unit in group)
        held, whole = _prose(outline, group), outline.whole.prose
        on_site = held <= _LONGEST_TEASER * len(group) and _stay_on_site(outline, group, metadata.url)
        if (
            elements
            and not titled
            and (held < _ITEM_SHARE * whole or (on_site and whole - held >= _LEAST_STORY))
        ):
            found |= elements
    return found


def _stay_on_site(outline: Outline, group: list[Unit], url: str | None) -> bool:
    hosts = set()
    for unit in group:
        heading = next((b for b in outline.blocks[unit.first : unit.end] if _is_linked_heading(b)), None)
        hosts.add(_host_of(_target(heading)) if heading else "")
    return hosts <= {"", _host_of(url)}


def page_kind(metadata: Metadata, blocks: Sequence[RawBlock]) -> str | None:
    """Whether a page says that it is an `archive` or an `article`; None where it says nothing."""
    said = metadata.body_words
    if _archive_in_headings(blocks):
        return "archive"
    if not words("article_page").isdisjoint(said):
        return "article"
    if not words("archive_page").isdisjoint(said):
        return "archive"
    if metadata.linked.articles or metadata.first("article:published_time"):
        return "article"
    if metadata.linked.types & _LISTING_TYPES or _LISTING_PATH.search(_path_of(metadata.url)):
        return "archive"
    return "article" if metadata.first("og:type") == "article" else None


def find_archive(blocks: Sequence[RawBlock]) -> Archive | None:
    """What a listing says that it lists, in its heading, in a line above its posts, or in its title."""
    lines = [block.text for block in blocks[:40] if len(block.text) < 100]
    return _archive_in_headings(blocks) or next(filter(None, map(archive_heading, lines)), None)


def _archive_in_headings(blocks: Sequence[RawBlock]) -> Archive | None:
    headings = [block.text for block in blocks[:60] if block.text and is_titled(block)]
    return next(filter(None, map(archive_heading, headings)), None)


def _path_of(url: str | None) -> str:
    try:
        return urlsplit(url or "").path
    except ValueError:
        return ""


def _host_of(url: str | None) -> str:
    try:
        return (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _marked_groups(tree: Tree, outline: Outline) -> list[list[Unit]]:
    groups: dict[tuple[object, ...], list[Unit]] = defaultdict(list)
    ends: dict[tuple[object, ...], int] = defaultdict(int)
    for number, totals in outline.totals.items():
        node = tree.nodes[number]
        if not is_post_mark(node):
            continue
        shape = _shape(tree, node)
        if totals.first >= ends[shape] and _has_title(outline.blocks[totals.first : totals.end]):
            groups[shape].append(Unit(totals.first, totals.end, number))
            ends[shape] = totals.end
    return list(groups.values())


def is_post_mark(node: Node) -> bool:
    """Whether an element is marked as a post."""
    if node.tag in {"body", "html", "main", "a", "span", "ul", "ol"}:
        return False
    kind = node.get("itemtype").rsplit("/", 1)[-1]
    return (
        node.tag == "article"
        or kind in {"BlogPosting", "Article", "NewsArticle"}
        or not words("post").isdisjoint(node.words)
    )


def _shape(tree: Tree, node: Node) -> tuple[object, ...]:
    """What alike elements have in common: tag, the words that mark them as posts, and the tags above them."""
    marks = words("post").intersection(node.words)
    return (node.tag, marks, tuple(tree.nodes[number].tag for number in node.path[:-1]))


def _headed_groups(tree: Tree, outline: Outline) -> list[list[Unit]]:
    """Groups of blocks, each begun by a heading that links to its post."""
    headings: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, block in enumerate(outline.blocks):
        if _is_linked_heading(block):
            headings[_block_shape(tree, block)].append(index)
    groups = []
    for indexes in headings.values():
        targets = {_target(outline.blocks[i]) for i in indexes}
        if len(indexes) >= 2 and len(targets) == len(indexes):
            groups.append(_units_by_headings(outline, indexes))
    return groups


def _is_linked_heading(block: RawBlock) -> bool:
    if not (3 < len(block.text) < 250 and is_titled(block)):
        return False
    return (
        bool(block.links)
        and linked_length(block) > 0.8 * len(block.text)
        and not _target(block).startswith("#")
    )


def _target(block: RawBlock) -> str:
    return max(block.links, key=lambda link: link.end - link.start).url


def _block_shape(tree: Tree, block: RawBlock) -> tuple[object, ...]:
    return (
        block.element,
        tuple(tree.nodes[n].tag for n in block.path),
        tree.nodes[block.path[-1]].get("class"),
    )


def _units_by_headings(outline: Outline, indexes: list[int]) -> list[Unit]:
    """Each post is the largest element around its heading alone, or what stands up to the next heading."""
    paths = [outline.blocks[i].path for i in indexes]
    depth = next(d for d, numbers in enumerate(zip(*paths, strict=False)) if len(set(numbers)) > 1)
    roots = [path[depth] for path in paths]
    if len(set(roots)) == len(roots) and all(
        outline.totals[r].end - outline.totals[r].first > 1 for r in roots
    ):
        return [Unit(outline.totals[r].first, outline.totals[r].end, r) for r in roots]
    last = outline.totals[paths[-1][depth - 1]].end if depth else len(outline.blocks)
    return [Unit(a, b) for a, b in zip(indexes, [*indexes[1:], last], strict=True)]


def _has_title(blocks: Sequence[RawBlock]) -> bool:
    return any(map(is_titled, blocks[:12]))


def _prose(outline: Outline, units: list[Unit]) -> int:
    if units[0].element is not None:
        return sum(outline.totals[u.element].prose for u in units if u.element is not None)
    return Outline(outline.blocks[units[0].first : units[-1].end]).whole.prose


def _is_run_of_articles(outline: Outline, units: list[Unit], headline: int | None) -> bool:
    """Whether whole articles stand one below the other, the page's own the first."""
    own = [outline.totals[u.element].prose for u in units if u.element is not None]
    first = headline is None or units[0].first <= headline < units[0].end
    return (
        first
        and len(own) == len(units)
        and min(own) >= _LEAST_ARTICLE
        and sum(own) >= 0.8 * outline.whole.prose
    )
