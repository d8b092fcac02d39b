"""What a page's JSON-LD says of its article and its publisher."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pressparse.page.html.tree import Tree

_MAX_CHARACTERS = 1_000_000
_MAX_THINGS = 2000
_ARTICLE = re.compile(r"(Article|(?:Blog|SocialMedia|DiscussionForum)Posting|Report|PressRelease)$")
_REVIEWS = frozenset({"Review", "CriticReview"})
_CONTROL = re.compile(r"[\x00-\x1f]+")
_TRAILING_COMMA = re.compile(r",\s*(?=[}\]])")
_COMMENT = re.compile(r"<!--|-->|/\*.*?\*/|//\s*<!\[CDATA\[|//\s*\]\]>|<!\[CDATA\[|\]\]>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """An article that JSON-LD describes; `authors` are its people, `organizations` its other authors.

    `body` is its text, for pages that show it with scripts alone.
    """

    headline: str | None
    url: str | None
    authors: tuple[str, ...]
    organizations: tuple[str, ...]
    published: str | None
    modified: str | None
    body: str = ""


@dataclass(frozen=True, slots=True)
class LinkedData:
    """Everything read from a page's JSON-LD; `page_dates` are when the page was published and changed."""

    articles: tuple[LinkedArticle, ...] = ()
    site_names: tuple[str, ...] = ()
    page_dates: tuple[str | None, str | None] = (None, None)
    same_as: tuple[str, ...] = ()
    types: frozenset[str] = frozenset()


def read_linked_data(tree: Tree) -> LinkedData:
    """Read all JSON-LD of a page; broken blocks and odd types are passed over."""
    things = list(_things(tree))
    by_id = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str) and len(thing) > 1}
    articles = [_article(thing, by_id) for thing in things if _is_article(thing)]
    publishers = [
        thing for thing in things if _types(thing) & {"Organization", "NewsMediaOrganization", "WebSite"}
    ]
    named = [_resolved(thing.get("publisher"), by_id) for thing in things]
    return LinkedData(
        articles=tuple(articles),
        site_names=tuple(filter(None, (_text(t.get("name")) for t in [*publishers, *filter(None, named)]))),
        page_dates=_page_dates(things),
        same_as=tuple(dict.fromkeys(url for thing in publishers for url in _strings(thing.get("sameAs")))),
        types=frozenset().union(*map(_types, things)),
    )


def _page_dates(things: list[dict[str, Any]]) -> tuple[str | None, str | None]:
    page = next((thing for thing in things if _types(thing) & {"WebPage", "ItemPage", "FAQPage"}), {})
    return _text(page.get("datePublished")), _text(page.get("dateModified"))


def _things(tree: Tree) -> Iterator[dict[str, Any]]:
    """Every JSON object of the page, nested ones too, in document order."""
    for node in tree.nodes:
        if node.tag != "script" or not node.children:
            continue
        stack = [_loaded("".join(c for c in node.children if isinstance(c, str)))]
        for _ in range(_MAX_THINGS):
            if not stack:
                break
            item = stack.pop()
            if isinstance(item, dict):
                yield item
                stack.extend(reversed([v for v in item.values() if isinstance(v, (dict, list))]))
            elif isinstance(item, list):
                stack.extend(reversed(item))


def _loaded(source: str) -> Any:
    if len(source) > _MAX_CHARACTERS:
        return None
    try:
        return json.loads(source, strict=False)
    except (ValueError, RecursionError):
        pass
    if "&quot;" in source and '"' not in source:  # escaped as text is, which a script's content is not
        source = html.unescape(source)
    mended = _TRAILING_COMMA.sub("", _COMMENT.sub("", _CONTROL.sub(" ", source))).strip().rstrip(";")
    try:
        return json.loads(mended, strict=False)
    except (ValueError, RecursionError):
        return None


def _types(thing: dict[str, Any]) -> frozenset[str]:
    return frozenset(t.rsplit("/", 1)[-1] for t in _strings(thing.get("@type")))


def _is_article(thing: dict[str, Any]) -> bool:
    """Whether an object is a story; a review without a headline is a customer's."""
    types = _types(thing)
    return any(map(_ARTICLE.search, types)) or bool(types & _REVIEWS and _text(thing.get("headline")))


def _article(thing: dict[str, Any], by_id: dict[str, dict[str, Any]]) -> LinkedArticle:
    people, organizations = _authors(thing.get("author") or thing.get("creator"), by_id)
    return LinkedArticle(
        headline=_text(thing.get("headline")) or _text(thing.get("name")),
        url=_text(thing.get("url")) or _text(_page_of(thing)),
        authors=people,
        organizations=organizations,
        published=_text(thing.get("datePublished")) or _text(thing.get("dateCreated")),
        modified=_text(thing.get("dateModified")),
        body=next(iter(_strings(thing.get("articleBody"))), ""),
    )


def _page_of(thing: dict[str, Any]) -> Any:
    page = thing.get("mainEntityOfPage")
    return page.get("@id") if isinstance(page, dict) else page


def _authors(value: Any, by_id: dict[str, dict[str, Any]]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    people: dict[str, None] = {}
    organizations: dict[str, None] = {}
    for item in value if isinstance(value, list) else [value]:
        author = _resolved(item, by_id)
        for written in _strings(author.get("name") if author else item):
            name = " ".join(html.unescape(written).split())
            if 1 < len(name) <= 100 and "://" not in name:
                is_body = author is not None and bool(
                    _types(author) & {"Organization", "NewsMediaOrganization"}
                )
                (organizations if is_body else people)[name] = None
    return tuple(people), tuple(organizations)


def _resolved(value: Any, by_id: dict[str, dict[str, Any]]) -> dict[str, Any] | None:
    if not isinstance(value, dict):
        return None
    reference = value.get("@id")
    if "name" not in value and isinstance(reference, str):
        return by_id.get(reference, value)
    return value


def _strings(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [item for item in items if isinstance(item, str)]


def _text(value: Any) -> str | None:
    first = next(iter(_strings(value)), None)
    return (" ".join(html.unescape(first).split()) or None) if first else None
