"""A post's authors, dates, tags and source: the visible text is believed before the metadata."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from pressparse.document import BODY_ROLES, Role
from pressparse.expressions.dates import read_date
from pressparse.page.head_lines import head_names, is_by_label, marked_names, pieces_of
from pressparse.page.html.headline import words
from pressparse.page.html.outline import prose_length
from pressparse.page.html.tree import Node
from pressparse.page.metadata import Metadata, alike, load_metadata_rules
from pressparse.page.raw import RawBlock
from pressparse.page.roles import source_name
from pressparse.page.roles.bylines import names_in
from pressparse.page.roles.tag_lines import listed_tags

_BY_COMMENT = re.compile(r"^\s*(?:posted |written )?by:?\s+(?P<name>\S.{1,60}?)\s*$", re.IGNORECASE)
_URL_DATE = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-]"
    r"(?P<month>0?[1-9]|1[0-2]|(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
    r"(?:[/-](?P<day>0?[1-9]|[12]\d|3[01]))?(?=[/_.-]|$)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_AUTHOR_PAGE = re.compile(
    r"/(?:authors?|by|people|person|staff|profiles?|contributors?|writers?|reporters?|columnists?|journalists?"
    r"|team|bio|users?)/[^/]+",
    re.IGNORECASE,
)
_LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Signed:
    """The blocks of one post with their roles, and the nodes that they stand in."""

    blocks: Sequence[RawBlock]
    roles: Sequence[Role | None]
    nodes: Sequence[Node]

    def having(self, *roles: Role) -> Iterator[RawBlock]:
        """The blocks that have one of the roles."""
        return (block for block, role in zip(self.blocks, self.roles, strict=True) if role in roles)


def visible_authors(post: Signed, site_names: Iterable[str]) -> tuple[str, ...]:
    """Who the post itself says wrote it: in a byline, in an element marked as the author's, in a comment."""
    for source in (_names_in_bylines, _names_in_marks, _names_in_links, _names_in_comments):
        names = [name for name in source(post) if _is_person(name, site_names)]
        if names:
            return tuple(dict.fromkeys(names))
    return ()


def confirmed_authors(post: Signed, metadata: Metadata, title: str | None) -> tuple[str, ...]:
    """The authors of a page's article: who signs it visibly, named as the metadata does where both agree.

    A byline is made to be looked at ("Jane RoePublished May 3"); where the metadata's name stands in it, that
    is where the name begins and ends. Without one the metadata is believed before marks that may be anyone's.
    """
    stated = stated_authors(metadata, title)
    article = metadata.article(title)
    people = [*stated, *(_bare_name(n) for n in article.authors if _is_person(n, ()))] if article else stated
    bodies = article.organizations if article else ()
    printed = {
        _folded(name): name for name in _names_in_bylines(post) if _is_person(name, metadata.site_names)
    }
    signed = _folded(" ".join(block.text for block in post.having("byline")))
    confirmed = [name for name in people if _folded(name) in signed]
    confirmed = confirmed or [name for name in map(_bare_name, bodies) if _folded(name) in signed]
    if len(printed) > len(confirmed) and all(any(_folded(c) in name for name in printed) for c in confirmed):
        return tuple(printed.values())  # the metadata names the first of them alone
    if confirmed:
        return tuple(dict.fromkeys(printed.get(_folded(name), name) for name in confirmed))
    return tuple(printed.values()) or stated or visible_authors(post, metadata.site_names)


def stated_authors(metadata: Metadata, title: str | None) -> tuple[str, ...]:
    """Who the page's metadata says wrote its article; organisations, addresses and the site are nobody."""
    article = metadata.article(title)
    nobody = [*metadata.site_names, *(article.organizations if article else ())]
    values = list(article.authors) if article else []
    values = values or [*metadata.every(*_meta_names("author"))[:5], *_labelled_authors(metadata)]
    names = (_bare_name(part) for value in values for part in _split_names(value))
    return tuple(dict.fromkeys(name for name in names if _is_person(name, nobody)))


def _labelled_authors(metadata: Metadata) -> Iterator[str]:
    """The names that are to be shown with links to the page: `twitter:data1`, labelled "Written by"."""
    for number in "12":
        label = metadata.first(f"twitter:label{number}") or ""
        if is_by_label(label):
            yield from metadata.every(f"twitter:data{number}")


def _bare_name(name: str) -> str:
    """A name without the section, outlet or degrees that a page puts behind it.

    Examples:
        >>> _bare_name("Jane Roe, MS, RDN"), _bare_name("Jane Roe | Sponsored"), _bare_name("Doe, Jane")
        ('Jane Roe', 'Jane Roe', 'Doe, Jane')
    """
    name = re.sub(r"^\s*by:?\s+", "", name, flags=re.IGNORECASE)
    first = re.split(r"\s+[|–—/-]\s+|,\s+", name, maxsplit=1)[0]
    return first if len(first.split()) >= 2 else name


def visible_date(post: Signed) -> str | None:
    """When the post itself says it was published: in a `time` or a line that is not of its story."""
    lines = [b for b, role in zip(post.blocks, post.roles, strict=True) if role not in BODY_ROLES]
    stamps = (read_date(block.data["datetime"]) for block in lines if "datetime" in block.data)
    printed = (
        read_date(piece)
        for b in post.having("published", "byline", "embargo", "dateline")
        for piece in pieces_of(b.text)
    )
    return next(filter(None, stamps), None) or next(filter(None, printed), None)


def stated_dates(metadata: Metadata, title: str | None, *, is_signed: bool) -> tuple[str | None, str | None]:
    """When the page's metadata says its article was published and changed.

    The dates of the web page itself count where somebody signed it: every shop and start page has them, too.
    """
    article = metadata.article(title)
    published = [article.published] if article else []
    modified = [article.modified] if article else []
    published += metadata.every(*_meta_names("published"))
    modified += metadata.every(*_meta_names("modified"))
    if is_signed:
        published.append(metadata.linked.page_dates[0])
        modified.append(metadata.linked.page_dates[1])
    return _first_date(published), _first_date(modified)


def shown_day(visible: str | None, stated: str | None) -> str | None:
    """The date that a reader sees, where the stated one is that instant elsewhere; else the stated one.

    Examples:
        >>> shown_day("2023-12-22T20:48:19", "2023-12-23T01:48:19+00:00")
        '2023-12-22T20:48:19'
        >>> shown_day("2024-02-02", "2022-10-25")
        '2022-10-25'
    """
    if not visible or not stated:
        return stated or visible
    try:
        apart = abs(date.fromisoformat(visible[:10]) - date.fromisoformat(stated[:10])).days
    except ValueError:  # a month or a year
        return stated
    return visible if apart == 1 else stated


def url_date(url: str | None) -> str | None:
    """The date in an address.

    Examples:
        >>> url_date("https://b.example/2013/12/06/ferry/"), url_date("https://b.example/2014/05/x.html")
        ('2013-12-06', '2014-05')
    """
    try:
        found = _URL_DATE.search(urlsplit(url or "").path)
    except ValueError:
        return None
    if found is None:
        return None
    month = str(_MONTHS.index(found["name"]) + 1) if found["name"] else found["month"]
    return "-".join(part.zfill(2) for part in (found["year"], month, found["day"]) if part)


def tags_and_categories(post: Signed) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The labels of a post: links marked `rel=tag`, and those in its tag lines."""
    tags: dict[str, None] = {}
    categories: dict[str, None] = {}
    for block, role in zip(post.blocks, post.roles, strict=True):
        if role in {"tags", "byline"} and not block.links:
            for found, names in zip((tags, categories), listed_tags(block.text), strict=True):
                found.update(dict.fromkeys(names))
        for link in block.links:
            label = block.text[link.start : link.end].strip(" ,#")
            rel = link.rel.split()
            if not label or not ("tag" in rel or "category" in rel or role == "tags"):
                continue
            is_category = "category" in rel or (
                role == "tags" and re.search(r"/categor(?:y|ies)/|/section/", link.url)
            )
            (categories if is_category else tags)[label] = None
    return tuple(tags), tuple(categories)


def visible_source(post: Signed) -> str | None:
    """The outlet that the post credits itself to."""
    return next(filter(None, (source_name(b.text.replace("\n", " ")) for b in post.having("source"))), None)


def _names_in_bylines(post: Signed) -> Iterator[str]:
    for block in post.having("byline"):
        if linked := _linked_names(block):
            yield from linked
            return
    yield from head_names(post.blocks, post.roles)


def _linked_names(block: RawBlock) -> tuple[str, ...]:
    """The names that a byline links to their pages; a link says where a name ends."""
    links = [k for k in block.links if "author" in k.rel.split() or _AUTHOR_PAGE.search(k.url)]
    names = [name for k in links for name in marked_names(block.text[k.start : k.end])]
    return tuple(dict.fromkeys(names))


def _names_in_marks(post: Signed) -> Iterator[str]:
    for node in post.nodes:
        if not _marks_author(node):
            continue
        text = node.text()
        names = marked_names(text) if len(text) <= _LONGEST_NAME else ()
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


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"\w+", plain.casefold()))


def _is_person(name: str, nobody: Iterable[str]) -> bool:
    if not 1 < len(name) <= _LONGEST_NAME or "://" in name or "@" in name or name.startswith(("www.", "/")):
        return False
    if not name[0].isalnum() or not any(map(str.isalpha, name)) or ("." in name and " " not in name):
        return False
    return not any(
        name.casefold() == other.casefold() or (len(name) >= len(other) and alike(name, other))
        for other in nobody
    )


def _split_names(value: str) -> list[str]:
    """The names that a page states in one string: after a full name, single words are degrees or outlets.

    Examples:
        >>> _split_names("By Jane Roe, MS and Ola Nilsen | WBEZ")
        ['Jane Roe', 'Ola Nilsen']
    """
    signed = re.split(r"\s+\|\s+", re.sub(r"^\s*by:?\s+", "", value, flags=re.IGNORECASE), maxsplit=1)[0]
    parts = [part.strip() for part in re.split(r"[;,]|\s+(?:and|&)\s+", signed) if part.strip()]
    return [part for part in parts if part is parts[0] or _is_full_name(part)]


def _is_full_name(part: str) -> bool:
    """Whether a part is one more writer: behind a name, a job ("Senior Editor") is not taken for one."""
    return len(part.split()) >= 2 and names_in(f"Jane Roe, {part}") == ("Jane Roe", part)


def _first_date(values: Iterable[str | None]) -> str | None:
    return next(filter(None, (read_date(value) for value in values if value and len(value) < 100)), None)


def _meta_names(kind: str) -> list[str]:
    names: list[str] = load_metadata_rules().table("meta")[kind]
    return names
