"""Links around the posts that may be profiles of their publisher or author."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pressparse.expressions.social_mentions import find_mentions
from pressparse.page.html.tree import Tree
from pressparse.page.metadata import Metadata
from pressparse.page.raw import Link, PagePost, ProfileLink, RawBlock
from pressparse.rules import load_rules

_MOST = 300
_LONGEST_LINE = 300
_MAKER_REACH = 60
_PLACES = ("footer", "header", "aside")


def profile_links(
    tree: Tree,
    blocks: Sequence[RawBlock],
    posts: Sequence[PagePost],
    metadata: Metadata,
    clutter: Mapping[int, str],
) -> tuple[ProfileLink, ...]:
    """Every link to another site that stands outside the posts' text, and those that the metadata gives.

    A short line that names a platform ("WeChat: name") counts as well; links to who made the page ("Powered
    by") do not.
    """
    inside = {link.url for post in posts for link in post.links}
    found: dict[str, ProfileLink] = {}
    for block in blocks:
        for link in block.links:
            if len(found) < _MOST and link.url not in inside and _leads_out(block, link):
                place = _place(tree, block, clutter)
                found.setdefault(link.url, ProfileLink(link.url, _label(block, link), place))
        if len(found) < _MOST and _names_account(block) and not _is_in_a_post(block, posts):
            found.setdefault(block.text, ProfileLink("", block.text, _place(tree, block, clutter)))
    for url, label in _stated(metadata):
        found.setdefault(url, ProfileLink(url, label, "meta"))
    return tuple(found.values())


def _leads_out(block: RawBlock, link: Link) -> bool:
    """Whether the link leads to another site, and not to that of whoever made the page."""
    if not link.url.startswith(("http://", "https://", "//")):
        return False
    before = block.text[max(0, link.start - _MAKER_REACH) : link.start]
    return not before or not load_rules("social_platforms").regex("made_by").search(before)


def _names_account(block: RawBlock) -> bool:
    is_short = len(block.text) <= _LONGEST_LINE
    has_label = is_short and bool(load_rules("social_platforms").regex("label").search(block.text))
    return has_label and (not block.links or bool(find_mentions(block.text)))


def _is_in_a_post(block: RawBlock, posts: Sequence[PagePost]) -> bool:
    return any(block.text in post.post.text for post in posts)


def _label(block: RawBlock, link: Link) -> str:
    return block.text[link.start : link.end].strip() or link.title


def _place(tree: Tree, block: RawBlock, clutter: Mapping[int, str]) -> str:
    for number in reversed(block.path):
        if number in clutter:
            return clutter[number]
    for number in reversed(block.path):
        node = tree.nodes[number]
        for place in _PLACES:
            if node.tag == place or place in node.words:
                return place
    return "aside"


def _stated(metadata: Metadata) -> Iterable[tuple[str, str]]:
    yield from ((url, "") for url in metadata.linked.same_as if url.startswith("http"))
    for name in ("article:publisher", "article:author", "og:see_also"):
        yield from ((url, name) for url in metadata.every(name) if url.startswith("http"))
    for name in ("twitter:site", "twitter:creator"):
        for handle in metadata.every(name):
            account = handle.lstrip("@").strip()
            if account.replace("_", "").isalnum():
                yield f"https://x.com/{account}", name
