"""Who wrote a post: a visible byline first, then the metadata, then marks that may be anyone's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressparse.page.fields.dates import shown_dates, stated_dates
from pressparse.page.fields.names import (
    LONGEST_NAME,
    bare_name,
    folded,
    is_nobody,
    is_writer,
    split_names,
)
from pressparse.page.fields.signed import Signed
from pressparse.page.head_lines import bare_names, is_by_label, marked_names, signed_names
from pressparse.page.html.headline import words
from pressparse.page.html.outline import prose_length
from pressparse.page.html.tree import Node
from pressparse.page.metadata import Metadata
from pressparse.page.raw import RawBlock
from pressparse.page.roles.bylines import names_other_hand

_BY_COMMENT = re.compile(r"^\s*(?:posted |written )?by:?\s+(?P<name>\S.{1,60}?)\s*$", re.IGNORECASE)
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|by|people|person|staff|profiles?|contributors?|writers?|reporters?|columnists?|journalists?"
    r"|team|bio|users?)/(?!sign|log|register|new\b|join|account|password)[^/]+",
    re.IGNORECASE,
)


def visible_authors(post: Signed, site_names: Sequence[str]) -> tuple[str, ...]:
    """Who the post itself says wrote it: in a byline, in an element marked as the author's, in a comment."""
    signed = [name for name in _names_in_bylines(post) if is_writer(name, site_names)]
    for source in (_names_in_marks, _names_in_links, _names_in_comments):
        signed = signed or [
            n for n in source(post) if is_writer(n, site_names) and not is_nobody(n, site_names)
        ]
    return tuple(dict.fromkeys(signed))


def confirmed_authors(post: Signed, metadata: Metadata, title: str | None) -> tuple[str, ...]:
    """The authors of a page's article: who signs it visibly, named as the metadata does where both agree.

    A byline is made to be looked at ("Jane RoePublished May 3"); where the metadata's name stands in it, that
    is where the name begins and ends. Without one the metadata is believed before marks that may be anyone's,
    and marks below the head only on a page that tells a story: a shop has its customers' names.
    """
    sites = metadata.site_names
    printed = tuple(name for name in _signed_in_head(post) if is_writer(name, sites))
    if confirmed := _confirmed(post, metadata, title):
        return _as_printed(confirmed, printed)
    labelled = {name for value in _labelled_authors(metadata) for name in split_names(value)}
    stated = stated_authors(metadata, title)
    people = tuple(name for name in stated if name in labelled or not is_nobody(name, sites))
    if found := printed or people:
        return tuple(dict.fromkeys(found))
    if (found := visible_authors(post.head(), sites)) or not _tells_story(post, metadata, title):
        return found or tuple(name for name in _signed_below(post) if is_writer(name, sites))
    return visible_authors(post, sites)


def stated_authors(metadata: Metadata, title: str | None) -> tuple[str, ...]:
    """Who the page's metadata says wrote its article; organisations, addresses and the site are nobody."""
    article = metadata.article(title)
    nobody = [*metadata.site_names, *(article.organizations if article else ())]
    values = list(article.authors) if article else []
    values = values or [*metadata.stated("author")[:5], *_labelled_authors(metadata)]
    names = (bare_name(part) for value in values for part in split_names(value))
    return tuple(dict.fromkeys(name for name in names if is_writer(name, nobody)))


def _confirmed(post: Signed, metadata: Metadata, title: str | None) -> list[str]:
    """The names that the metadata states and the bylines hold; an organisation's where no person's is."""
    article = metadata.article(title)
    people = [bare_name(name) for name in article.authors if is_writer(name, ())] if article else []
    bodies = [bare_name(name) for name in article.organizations] if article else []
    bylines = [block.text for block in post.having("byline") if not names_other_hand(block.text)]
    signed = f" {folded(' '.join(bylines))} "
    for names in ((*stated_authors(metadata, title), *people), bodies):
        if found := [name for name in names if folded(name) in signed]:
            return list(dict.fromkeys(found))
    return []


def _as_printed(confirmed: list[str], printed: tuple[str, ...]) -> tuple[str, ...]:
    """The confirmed names as the page prints them; all that it prints, where the metadata names the first alone."""
    by_fold = {folded(name): name for name in printed}
    if len(by_fold) > len(confirmed) and all(any(folded(c) in name for name in by_fold) for c in confirmed):
        return tuple(by_fold.values())
    return tuple(dict.fromkeys(by_fold.get(folded(name), name) for name in confirmed))


def _tells_story(post: Signed, metadata: Metadata, title: str | None) -> bool:
    if metadata.article(title) is not None or metadata.first("og:type") == "article":
        return True
    dates = shown_dates(post) | stated_dates(metadata, title, is_signed=False)
    return bool(dates.published or dates.modified)


def _labelled_authors(metadata: Metadata) -> Iterator[str]:
    """The names that are to be shown with links to the page: `twitter:data1`, labelled "Written by"."""
    for number in "12":
        label = metadata.first(f"twitter:label{number}") or ""
        if is_by_label(label):
            yield from metadata.every(f"twitter:data{number}")


def _names_in_bylines(post: Signed) -> Iterator[str]:
    """The names in the first byline that holds any."""
    for block in post.having("byline"):
        if names := _byline_names(block) or bare_names(block.text):
            yield from names
            return


def _signed_below(post: Signed) -> Iterator[str]:
    return (name for block in post.having("byline") for name in signed_names(block.text))


def _signed_in_head(post: Signed) -> Iterator[str]:
    """The names in the first byline over the story that says that it is one; a lone name may be a rubric."""
    before = ""
    for block, role in zip(post.head().blocks, post.roles, strict=False):
        if role == "byline":
            names = _byline_names(block)
            if not names and (is_by_label(before) or not words("author").isdisjoint(block.hints)):
                names = bare_names(block.text)
            if names:
                yield from names
                return
        before = block.text


def _byline_names(block: RawBlock) -> tuple[str, ...]:
    """The names that a byline signs with "by", or links to their pages; a link says where a name ends."""
    linked, signed = _linked_names(block), signed_names(block.text)
    return signed if set(linked) < set(signed) else linked or signed


def _linked_names(block: RawBlock) -> tuple[str, ...]:
    links = [k for k in block.links if "author" in k.rel.split() or _AUTHOR_PAGE.search(k.url)]
    names = [name for k in links for name in marked_names(block.text[k.start : k.end])]
    return tuple(dict.fromkeys(names))


def _names_in_marks(post: Signed) -> Iterator[str]:
    for node in post.nodes:
        if not _marks_author(node):
            continue
        text = node.text()
        names = marked_names(text) if len(text) <= LONGEST_NAME else ()
        if names:
            yield from names
            return


def _names_in_links(post: Signed) -> Iterator[str]:
    """The full name of the first link to a writer's page that stands in no sentence."""
    for block in post.blocks:
        if prose_length(block):
            continue
        for name in _linked_names(block):
            if len(name.split()) >= 2:
                yield name
                return


def _marks_author(node: Node) -> bool:
    if not node.attributes or node.tag in {"meta", "link", "img"}:
        return False
    return "author" in node.get("rel").split() or not words("author").isdisjoint(node.words)


def _names_in_comments(post: Signed) -> Iterator[str]:
    for node in post.nodes:
        if node.tag == "#comment" and (found := _BY_COMMENT.match("".join(map(str, node.children)))):
            yield found["name"]
