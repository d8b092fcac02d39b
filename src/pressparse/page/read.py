"""The entry to the page layer: a page's HTML or text → its posts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pressparse.document import Page, PageWarning
from pressparse.page.html.blocks import blocks_of
from pressparse.page.html.captions import name_captions
from pressparse.page.html.clutter import find_clutter
from pressparse.page.html.entries import part_entries
from pressparse.page.html.headline import find_headline
from pressparse.page.html.outline import Outline
from pressparse.page.html.post_groups import Unit
from pressparse.page.html.profiles import profile_links
from pressparse.page.html.tree import Tree, parse_tree
from pressparse.page.html.units import find_archive, find_entries, find_teasers, find_units, page_kind
from pressparse.page.language import language_of, language_warning
from pressparse.page.metadata import Metadata, read_metadata
from pressparse.page.plain_text import text_blocks
from pressparse.page.plain_text.text_posts import without_listing_head
from pressparse.page.posts import article_post, listed_posts, stated_post, written_posts
from pressparse.page.raw import PagePost, PageReading, RawBlock
from pressparse.page.roles import archive_heading

_LEAST_BODY = 500  # characters of text that JSON-LD must hold to stand for a page that shows nothing
_SHOWN_SHARE = 0.2


def read_html(html: str, *, url: str | None = None) -> PageReading:
    r"""Read an HTML page; any text is read, and what was degraded is in the reading's warnings.

    Args:
        html: the page.
        url: where the page was got from, if known; relative links are made absolute with it.

    Examples:
        >>> reading = read_html("<h1>Ferry enters service</h1><p>The ferry left at nine.</p>")
        >>> reading.posts[0].post.text
        'Ferry enters service\n\nThe ferry left at nine.'
    """
    tree = parse_tree(html)
    metadata = read_metadata(tree, url=url)
    everything = Outline(blocks_of(tree, base=metadata.base))
    headline = find_headline(everything.blocks, metadata)
    clutter = find_clutter(tree, everything, title_block=headline)
    content = Outline(name_captions(tree, everything.without(set(clutter))))
    title = everything.blocks[headline] if headline is not None else None
    content, units = _listed(tree, content, metadata, title)
    warnings = list(tree.warnings)
    if units:
        posts = listed_posts(tree, content, units, metadata)
    elif body := _unshown_body(content, metadata):
        posts = [stated_post(metadata, body)]
        warnings.append(
            PageWarning("text_from_metadata", "the page shows its text with scripts; read from JSON-LD")
        )
    else:
        posts = [_only_post(tree, content, metadata, title)]
    posts = [post for post in posts if post.post.text]
    profiles = profile_links(tree, everything.blocks, posts, metadata, clutter)
    page = _page(metadata, content.blocks, is_listing=len(units) > 0)
    posts = [replace(post, profile_links=profiles) for post in posts]
    return _reading(page, posts, warnings)


def _listed(
    tree: Tree, content: Outline, metadata: Metadata, title: RawBlock | None
) -> tuple[Outline, list[Unit]]:
    """The posts of a listing and the outline that they are in, their titles parted from other lines if need be."""
    units = find_units(tree, content, metadata, _index_of(content.blocks, title))
    if units:
        return content, units
    parted = Outline(part_entries(content.blocks))
    units = find_entries(tree, parted, metadata, _index_of(parted.blocks, title))
    return (parted, units) if units else (content, [])


def _only_post(tree: Tree, content: Outline, metadata: Metadata, title: RawBlock | None) -> PagePost:
    """The post of an article's page, without what points to other articles."""
    links = _is_directory(content, metadata)
    if not links:
        teasers = find_teasers(tree, content, metadata, _index_of(content.blocks, title))
        content = content.without(teasers)
    return article_post(tree, content, metadata, _index_of(content.blocks, title), links=links)


def _unshown_body(content: Outline, metadata: Metadata) -> str:
    """The text that JSON-LD has and the page does not show without scripts; empty where it shows its text."""
    body = max((article.body for article in metadata.linked.articles), key=len, default="")
    return body if len(body) >= _LEAST_BODY and content.whole.prose < _SHOWN_SHARE * len(body) else ""


def read_text(text: str) -> PageReading:
    r"""Read a plain text: a pasted page, an e-mailed release.

    Examples:
        >>> read_text("Ferry enters service\n\nThe ferry left at nine.").page.kind
        'text'
    """
    blocks = without_listing_head(text_blocks(text))
    archive = next(filter(None, (archive_heading(block.text) for block in blocks[:5])), None)
    posts = [post for post in written_posts(blocks) if post.post.text]
    return _reading(Page(kind="text", archive=archive), posts, ())


def _is_directory(content: Outline, metadata: Metadata) -> bool:
    """Whether a page is made of links: a front page whose posts have no shape in common."""
    return page_kind(metadata, content.blocks) != "article" and content.whole.prose < 0.4 * content.whole.text


def _page(metadata: Metadata, blocks: Sequence[RawBlock], *, is_listing: bool) -> Page:
    archive = find_archive(blocks)
    listing = is_listing or (archive is not None and page_kind(metadata, blocks) == "archive")
    return Page(
        kind="archive" if listing else "article",
        title=metadata.document_title,
        site_name=metadata.site_names[0] if metadata.site_names else None,
        url=metadata.url,
        language=metadata.language,
        archive=archive if listing else None,
    )


def _index_of(blocks: Sequence[RawBlock], block: RawBlock | None) -> int | None:
    if block is None:
        return None
    return next((i for i, b in enumerate(blocks) if b.path == block.path and b.text == block.text), None)


def _reading(page: Page, posts: Sequence[PagePost], found: Sequence[PageWarning]) -> PageReading:
    """The reading, with the language of a page that does not say it, and warnings of what its posts are."""
    warnings = list(found)
    if not posts:
        warnings.append(PageWarning("no_text", "the page has no text that could be a post"))
    elif page.language is None:
        page = replace(page, language=language_of("\n\n".join(post.post.text for post in posts[:5])))
    warnings += filter(None, [language_warning(page.language)])
    return PageReading(page, tuple(posts), tuple(warnings))
