"""How many posts a page holds, and which blocks are whose.

Posts in a listing look alike: elements of one shape, each with a heading of its own, with the usual marks
(`hentry`, `article`, `BlogPosting`) or without. A single article with teasers below it is told from a listing
by where the running text is and by what the page says of itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from pressparse.document import Archive
from pressparse.page.html.headline import is_stated, is_titled, words
from pressparse.page.html.outline import Outline, Totals, prose_length
from pressparse.page.html.post_groups import (
    Unit,
    headed_groups,
    is_linked_heading,
    post_groups,
    target,
    tells_of_posts,
    without_repeats,
)
from pressparse.page.html.tree import Tree
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
_CERTAIN_SHARE = 0.8  # and those of a page that says that it is an article
_FLAT_WEIGHT = (
    0.5  # of posts that no element holds: their headings may be those of sections, each of several posts
)
_FEWEST_ENTRIES = 3
_MOST_PARTS = 5  # as many posts may be the parts of one story
LEAST_STORY_TITLE = 25  # characters from which a page's title is a story's and not a rubric's
_LEAST_ARTICLE = 400  # characters of running text from which a mark below an article is an article too


def find_units(tree: Tree, outline: Outline, metadata: Metadata, headline: int | None) -> list[Unit]:
    """The posts of a listing, in order; empty where the page is one article.

    Args:
        tree: the page.
        outline: of the blocks that are content.
        metadata: what the page says of itself.
        headline: the block that is the page's title, if one is.
    """
    groups = post_groups(tree, outline)
    if not groups:
        return []
    best = max(groups, key=lambda group: _share(outline, group) * (1 if group[0].element else _FLAT_WEIGHT))
    if _archive_in_headings(outline.blocks):
        return best
    kind = page_kind(metadata, outline.blocks)
    if kind is None and _is_article_in_parts(outline, metadata, best, headline):
        return []
    if kind == "article" and not _outweighs_claim(outline, best, headline):
        return best if _is_run_of_articles(outline, best, headline) else []
    share = _LEAST_SHARE if kind == "archive" else _LIKELY_SHARE
    units = _with_other_sections(outline, best, groups)
    if _share(outline, best) < share / 2 or _share(outline, units) < share:
        return []
    units = sorted([*units, *_lone_posts(outline, units)], key=lambda unit: unit.first)
    return without_repeats(outline, units)


def find_entries(tree: Tree, parted: Outline, metadata: Metadata, headline: int | None) -> list[Unit]:
    """The posts of a listing whose titles are lines like others, parted from what follows them.

    Lists of links are many things; one of posts says more of each than its title.
    """
    if page_kind(metadata, parted.blocks) == "article":
        return []
    units = find_units(tree, parted, metadata, headline)
    return units if len(units) >= _FEWEST_ENTRIES and tells_of_posts(parted, units) else []


def _outweighs_claim(outline: Outline, units: list[Unit], headline: int | None) -> bool:
    """Whether a page that calls itself an article is none: under a rubric, many posts hold nearly all its text."""
    is_rubric = headline is None or len(outline.blocks[headline].text) < LEAST_STORY_TITLE
    return is_rubric and len(units) > _MOST_PARTS and _share(outline, units) >= _CERTAIN_SHARE


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
    return found


def _lone_posts(outline: Outline, units: list[Unit]) -> list[Unit]:
    """The posts of a front page that are shown like no other: each the largest element around its heading alone."""
    taken = {index for unit in units for index in range(unit.first, unit.end)}
    told = {target(outline.blocks[i]) for i in taken if outline.blocks[i].links}
    headings = [i for i, block in enumerate(outline.blocks) if i not in taken and is_linked_heading(block)]
    lone = [i for i in headings if target(outline.blocks[i]) not in told]
    found: list[Unit] = []
    for index in lone:
        others = taken.union(lone) - {index}
        around = _largest_without(outline, outline.blocks[index].path, others)
        if around is not None and around[1].prose:
            found.append(Unit(around[1].first, around[1].end, around[0]))
    return found


def _largest_without(outline: Outline, path: Sequence[int], others: set[int]) -> tuple[int, Totals] | None:
    for number in path:  # outermost first
        totals = outline.totals[number]
        if others.isdisjoint(range(totals.first, totals.end)):
            return number, totals
    return None


def find_teasers(tree: Tree, outline: Outline, metadata: Metadata, headline: int | None) -> set[int]:
    """The elements of an article's page that point to other articles: alike, each with a linked heading.

    Headings that link to other sites are a list's items (shops, books), which may be the article itself.
    """
    found: set[int] = set()
    for group in headed_groups(tree, outline):
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
        heading = next((b for b in outline.blocks[unit.first : unit.end] if is_linked_heading(b)), None)
        hosts.add(_host_of(target(heading)) if heading else "")
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


def _share(outline: Outline, units: list[Unit]) -> float:
    """The part of a page's running text that its posts hold; of all its text where it has no story."""
    if outline.whole.prose >= _LEAST_STORY:
        return _prose(outline, units) / outline.whole.prose
    return _text(outline, units) / max(outline.whole.text, 1)


def _prose(outline: Outline, units: list[Unit]) -> int:
    return sum(map(prose_length, _blocks_of(outline, units)))


def _text(outline: Outline, units: list[Unit]) -> int:
    return sum(len(block.text) for block in _blocks_of(outline, units))


def _blocks_of(outline: Outline, units: list[Unit]) -> Iterator[RawBlock]:
    return (block for unit in units for block in outline.blocks[unit.first : unit.end])


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
