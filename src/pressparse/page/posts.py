"""Blocks → posts: which are whose, what each is, and what the post says of itself."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import replace

from pressparse.document import BODY_ROLES, Dateline, Post, Role
from pressparse.expressions.dates import read_date
from pressparse.page.fields import (
    Signed,
    confirmed_authors,
    dates_of,
    tags_and_categories,
    url_date,
    visible_authors,
    visible_date,
    visible_source,
)
from pressparse.page.head_lines import lines_above, name_head_lines
from pressparse.page.html.entries import is_date_line
from pressparse.page.html.headline import is_stated, words
from pressparse.page.html.outline import Outline, Totals, linked_length, prose_length
from pressparse.page.html.post_groups import Unit, title_index
from pressparse.page.html.region import article_element, find_directory, find_region
from pressparse.page.html.tree import Node, Tree
from pressparse.page.html.units import LEAST_STORY_TITLE
from pressparse.page.layout import Laid, lay_out, part_more_marks
from pressparse.page.metadata import Metadata, alike
from pressparse.page.plain_text import text_blocks
from pressparse.page.plain_text.text_posts import split_posts
from pressparse.page.raw import PagePost, RawBlock
from pressparse.page.roles import assign_roles
from pressparse.page.roles.datelines import find_dateline
from pressparse.page.roles.sections import contacts_end
from pressparse.rules import load_rules
from pressparse.span import Span

_LONGEST_ASIDE = 400
_LONGEST_NOTE = 140
_UNTOLD: frozenset[Role | None] = frozenset({"other", "paragraph", "list_item", "heading"})
_BETWEEN_NOTES = re.compile(r"\s[|·•/–—-]\s|\n")
_WORD = re.compile(r"\w+")
_CUT_OFF = re.compile(r"(?:\[\s*(?:…|\.\.\.)\s*\]|\(\s*(?:…|\.\.\.)\s*\))\s*$")


def article_post(
    tree: Tree, outline: Outline, metadata: Metadata, headline: int | None, *, links: bool = False
) -> PagePost:
    """The one post of an article's page.

    Args:
        tree: the page.
        outline: of the blocks that are content.
        metadata: what the page says of itself.
        headline: the index of the block that is the title, if one is.
        links: whether the page is made of links, which are its content then.
    """
    region = find_directory(tree, outline) if links else find_region(tree, outline)
    whole = article_element(tree, outline, region)
    headline = _nearer_headline(outline, region, metadata, headline)
    before = headline is not None and headline < region.end
    first = headline if before and headline is not None else region.first
    first = lines_above(outline.blocks, min(first, region.first))
    blocks = part_more_marks(outline.blocks[first : region.end])
    body_end = len(blocks)
    blocks += part_more_marks(outline.blocks[region.end : contacts_end(outline.blocks, whole.end)])
    title = _title_of(outline.blocks[headline].text if headline is not None else None, metadata)
    roles = _roles(blocks, title, links=links)
    roles[body_end:] = [None if role in BODY_ROLES else role for role in roles[body_end:]]
    if not links:
        name_head_lines(blocks, roles)
    signed = Signed(blocks, roles, _nodes_of(tree, blocks))
    found = _build(signed, title=title, url=metadata.url, authors=())
    if links:  # the names and dates that stand in it are those of what it links to
        signed = replace(signed, blocks=(), roles=(), nodes=())
    return _with_metadata(found, signed, metadata)


def stated_post(metadata: Metadata, body: str) -> PagePost:
    """The post of a page that holds its text in its metadata alone, and shows it with scripts."""
    title = _title_of(None, metadata)
    blocks = ([RawBlock(title, "h1")] if title else []) + text_blocks(html.unescape(body))
    signed = Signed(blocks, _roles(blocks, title), ())
    return _with_metadata(_build(signed, title=title, url=metadata.url, authors=()), signed, metadata)


def listed_posts(tree: Tree, outline: Outline, units: Sequence[Unit], metadata: Metadata) -> list[PagePost]:
    """The posts of a listing."""
    return [_listed_post(tree, outline.blocks[unit.first : unit.end], metadata) for unit in units]


def _nearer_headline(
    outline: Outline, region: Totals, metadata: Metadata, headline: int | None
) -> int | None:
    """A heading right over the story, where the page's title may be the site's: its place says what it is."""
    if headline is None or headline >= region.first or not outline.whole.prose:
        return headline
    found = outline.blocks[headline]
    if any(alike(found.text, title) for title in metadata.stated_titles):
        return headline
    is_story = len(found.text) >= LEAST_STORY_TITLE and is_stated(found, metadata)
    for index in range(region.first, region.end):
        block = outline.blocks[index]
        if prose_length(block):
            break
        if is_story and block.element == found.element:
            continue  # the heading of a section
        if block.element[:1] == "h" and block.element <= found.element and 2 < len(block.text) < 200:
            return index
    return headline


def _listed_post(tree: Tree, raw: Sequence[RawBlock], metadata: Metadata) -> PagePost:
    blocks = part_more_marks(raw)
    heading = title_index(blocks)
    title = blocks[heading].text if heading is not None else None
    url = next((k.url for k in blocks[heading].links if k.url), None) if heading is not None else None
    roles = _roles(blocks, title, own_url=url)
    if "subtitle" in roles and not any(_is_running(*pair) for pair in zip(blocks, roles, strict=True)):
        roles[roles.index("subtitle")] = "paragraph"  # all that a listing shows of the story is its excerpt
    name_head_lines(blocks, roles)
    _name_date_lines(blocks, roles)
    signed = Signed(blocks, roles, _nodes_of(tree, blocks))
    found = _build(signed, title=title, url=url, authors=visible_authors(signed, metadata.site_names))
    if found.post.published is None:
        found = replace(found, post=replace(found.post, published=_noted_date(blocks, roles)))
    return found


def _is_running(block: RawBlock, role: Role | None) -> bool:
    return role in BODY_ROLES and prose_length(block) > 0


def _name_date_lines(blocks: Sequence[RawBlock], roles: list[Role | None]) -> None:
    """A line of a listed post that is a date says when it was published."""
    for index, block in enumerate(blocks):
        if roles[index] in _UNTOLD and is_date_line(block.text):
            roles[index] = "published"


def _noted_date(blocks: Sequence[RawBlock], roles: Sequence[Role | None]) -> str | None:
    """The date in the small print of a listed post: in a link to it, or between other notes of one line."""
    links = [block.text[link.start : link.end] for block in blocks for link in block.links]
    notes = [b.text for b, role in zip(blocks, roles, strict=True) if role == "other" or role is None]
    pieces = [piece for note in notes if len(note) < _LONGEST_NOTE for piece in _BETWEEN_NOTES.split(note)]
    return next(filter(None, (read_date(label) for label in [*links, *pieces] if is_date_line(label))), None)


def written_posts(blocks: Sequence[RawBlock]) -> list[PagePost]:
    """The posts of a plain text."""
    roles = assign_roles(blocks)
    parts = split_posts(blocks, roles)
    if len(parts) == 1:
        return [_written_post(blocks, roles)]
    return [
        _written_post(blocks[part], assign_roles(blocks[part])) for part in parts
    ]  # each has its own head


def _written_post(blocks: Sequence[RawBlock], roles: Sequence[Role | None]) -> PagePost:
    title = next((b.text for b, role in zip(blocks, roles, strict=True) if role == "title"), None)
    signed = Signed(blocks, roles, ())
    return _build(signed, title=title, url=None, authors=visible_authors(signed, ()))


def _roles(
    blocks: Sequence[RawBlock], title: str | None, *, links: bool = False, own_url: str | None = None
) -> list[Role | None]:
    """The role of every block: the title's own, what the words say, none for stray links and repeats.

    Text that is a link to the post itself, at `own_url`, is no stray one.
    """
    roles = assign_roles(blocks, title=title)
    _keep_one_title(blocks, roles, title)
    _keep_one_subtitle(blocks, roles)
    repeats = _repeats(blocks, roles)
    for index, block in enumerate(blocks):
        role = roles[index]
        if role not in BODY_ROLES:
            continue
        if not block.text or index in repeats or (not links and _is_stray_link(block, own_url)):
            roles[index] = None
        elif role == "paragraph" and len(block.text) < _LONGEST_ASIDE:
            roles[index] = _aside_role(block.text, role)
    return roles


def _keep_one_subtitle(blocks: Sequence[RawBlock], roles: list[Role | None]) -> None:
    """Running text that is called a subtitle a second time is a class name's other meaning: the story."""
    subtitles = [index for index, role in enumerate(roles) if role == "subtitle"]
    for index in subtitles[1:]:
        if prose_length(blocks[index]):
            roles[index] = "paragraph"


def _keep_one_title(blocks: Sequence[RawBlock], roles: list[Role | None], title: str | None) -> None:
    """The block that is the post's title has that role, and no other heading has."""
    place = next((i for i, block in enumerate(blocks) if title and block.text == title), None)
    for index, role in enumerate(roles):
        if index == place:
            roles[index] = "title"
        elif role == "title" and place is not None:
            roles[index] = "heading"


def _repeats(blocks: Sequence[RawBlock], roles: Sequence[Role | None]) -> set[int]:
    """Pull quotes: short blocks of quotation whose words stand in a longer paragraph of the story, too."""
    quotes = {i for i, b in enumerate(blocks) if roles[i] in BODY_ROLES and _may_be_pull_quote(b)}
    if not quotes:
        return set()
    story = " ".join(
        _words_of(b.text) for i, b in enumerate(blocks) if roles[i] == "paragraph" and i not in quotes
    )
    story = f" {story} "
    return {i for i in quotes if (said := _words_of(blocks[i].text)) and f" {said} " in story}


def _may_be_pull_quote(block: RawBlock) -> bool:
    if not 20 < len(block.text) < _LONGEST_ASIDE:
        return False
    return block.element == "blockquote" or not words("pull_quote").isdisjoint(block.hints)


def _words_of(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _aside_role(text: str, otherwise: Role) -> Role | None:
    """The role of a line that interrupts a story, by its words."""
    for name, pattern in load_rules("page_asides").patterns.items():
        if pattern.regex.match(text):
            return None if name.startswith("drop/") else "other"
    return otherwise


def _is_stray_link(block: RawBlock, own_url: str | None) -> bool:
    """Whether a block is one link: a teaser of something else, unless it is a heading or a list's item."""
    if not block.links or block.element[:1] == "h" or block.element == "li":
        return False
    if own_url is not None and all(link.url == own_url for link in block.links):
        return False
    return linked_length(block) > 0.9 * len(block.text) and len(block.text) < 200


def _title_of(visible: str | None, metadata: Metadata) -> str | None:
    if visible is not None:
        return visible
    return metadata.titles[0] if metadata.titles else None


def _build(signed: Signed, *, title: str | None, url: str | None, authors: tuple[str, ...]) -> PagePost:
    laid = lay_out(signed.blocks, signed.roles)
    tags, categories = tags_and_categories(signed)
    dateline = _dateline(laid)
    post = Post(
        text=laid.text,
        blocks=laid.blocks,
        title=title,
        subtitle=next((b.text for b in signed.having("subtitle")), None),
        url=url,
        source=visible_source(signed),
        authors=authors,
        tags=tags,
        categories=categories,
        published=visible_date(signed) or _dateline_date(dateline) or url_date(url),
        dateline=dateline,
        truncated=_is_truncated(laid),
    )
    return PagePost(post, laid.links, laid.images, laid.emphasis)


def _nodes_of(tree: Tree, blocks: Sequence[RawBlock]) -> list[Node]:
    """The nodes that the blocks stand in, with those between them."""
    numbers = [block.path[-1] for block in blocks if block.path]
    if not numbers:
        return []
    first, last = min(numbers), max(numbers)
    end = next((n.number for n in tree.nodes[last + 1 :] if last not in n.path), len(tree.nodes))
    return tree.nodes[first:end]


def _with_metadata(found: PagePost, signed: Signed, metadata: Metadata) -> PagePost:
    """The post of an article's page, what it does not say itself taken from the page's metadata."""
    post = found.post
    authors = confirmed_authors(signed, metadata, post.title)
    dates = dates_of(signed, metadata, post.title, is_signed=bool(authors))
    sections = metadata.every("article:section")
    return replace(
        found,
        post=replace(
            post,
            authors=authors,
            published=dates.published or post.published,
            modified=dates.modified,
            tags=post.tags or tuple(metadata.every("article:tag")),
            categories=post.categories or tuple(sections),
        ),
    )


def _dateline(laid: Laid) -> Dateline | None:
    """The dateline at the head of the first paragraph, or in a line of its own before it."""
    for block in laid.blocks:
        if block.role in {"dateline", "paragraph"}:
            found = find_dateline(laid.text[block.start : block.end])
            if found is not None:
                span = Span.of(laid.text, found.span.start + block.start, found.span.end + block.start)
                return replace(found, span=span)
            if block.role == "paragraph":
                return None
    return None


def _dateline_date(dateline: Dateline | None) -> str | None:
    return read_date(dateline.date) if dateline is not None and dateline.date else None


def _is_truncated(laid: Laid) -> bool:
    if any(block.role == "more" for block in laid.blocks):
        return True
    body = [b for b in laid.blocks if b.role in BODY_ROLES]
    return bool(body) and bool(_CUT_OFF.search(laid.text[body[-1].start : body[-1].end]))
