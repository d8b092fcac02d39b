"""The document that a page becomes: where it came from, its posts, and what was degraded on the way."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, Literal

from pressparse.records import (
    Award,
    Contact,
    DateMention,
    Entity,
    Number,
    PhotoCredit,
    Quote,
    SocialHandle,
)
from pressparse.span import Span

SCHEMA_VERSION = "1"

Role = Literal[
    "title", "subtitle", "byline", "published", "dateline", "source", "paragraph", "heading", "list_item",
    "blockquote", "table", "pre", "caption", "photo_credit", "social", "contact", "boilerplate", "tags", "more",
    "embargo", "end_mark", "other",
]  # fmt: skip
BODY_ROLES: frozenset[Role] = frozenset({"paragraph", "heading", "list_item", "blockquote", "table", "pre"})
READABLE_MEDIA_TYPES = frozenset({"text/html", "text/plain"})
PageKind = Literal["article", "archive", "text"]


@dataclass(frozen=True, slots=True)
class PageWarning:
    """Something that was degraded, and why."""

    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Source:
    """Where the document came from."""

    path: str | None
    url: str | None
    media_type: str
    encoding: str | None
    sha256: str


@dataclass(frozen=True, slots=True)
class Archive:
    """What a listing lists: `taxonomy` is tag, category, author, date or search."""

    taxonomy: str
    term: str


@dataclass(frozen=True, slots=True)
class Page:
    """What the page says of itself."""

    kind: PageKind
    title: str | None = None
    site_name: str | None = None
    url: str | None = None
    language: str | None = None
    archive: Archive | None = None


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of `Post.text` that has one role. `start` and `end` are offsets into the post's text."""

    role: Role
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where and when a story was filed, as printed at its head."""

    place: str | None
    date: str | None
    agency: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Post:
    """One post of a page.

    Attributes:
        text: the whole visible text in reading order, blocks joined by a blank line; every offset points into it.
        blocks: in order; together they cover `text` but for the joins.
        published: ISO 8601, as precise as the page is.
        truncated: whether the post stops at a read-more mark.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    subtitle: str | None = None
    url: str | None = None
    language: str | None = None
    source: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    published: str | None = None
    modified: str | None = None
    dateline: Dateline | None = None
    truncated: bool = False
    entities: tuple[Entity, ...] = ()
    quotes: tuple[Quote, ...] = ()
    awards: tuple[Award, ...] = ()
    numbers: tuple[Number, ...] = ()
    photo_credits: tuple[PhotoCredit, ...] = ()
    social_handles: tuple[SocialHandle, ...] = ()
    dates: tuple[DateMention, ...] = ()
    contacts: tuple[Contact, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """One input, read: its page, its posts, its warnings."""

    source: Source
    page: Page
    posts: tuple[Post, ...]
    warnings: tuple[PageWarning, ...] = ()
    schema_version: str = SCHEMA_VERSION

    @property
    def is_readable(self) -> bool:
        """Whether the input was a page at all, and no picture, PDF or other binary file."""
        return self.source.media_type in READABLE_MEDIA_TYPES

    def to_dict(self) -> dict[str, Any]:
        """The document as plain dicts, lists, strings and numbers, in the form of the JSON Schema."""
        from pressparse.schema import document_adapter

        dumped: dict[str, Any] = document_adapter().dump_python(self, mode="json")
        return dumped

    def to_json(self, *, indent: int | None = None) -> str:
        """The document as JSON text, in one line unless `indent` is given."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent)
