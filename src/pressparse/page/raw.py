"""What the stages of `page` hand to one another."""

from __future__ import annotations

from dataclasses import dataclass, field

from pressparse.document import Page, PageWarning, Post


@dataclass(slots=True)  # not frozen: a page has hundreds, and freezing trebles what each costs to make
class Link:
    """A hyperlink; `start` and `end` are offsets into the text of its block or its post."""

    start: int
    end: int
    url: str
    rel: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Image:
    """A picture: its address, its alternative text, and the credit that its attributes name, if they do."""

    url: str
    alt: str = ""
    credit: str = ""


@dataclass(slots=True)  # not frozen, as links are not
class RawBlock:
    r"""A block of canonical text, before it has a role.

    Attributes:
        text: canonical: NFC, single spaces, `\n` only where the page breaks a line inside a block.
        element: the HTML element that says what the text is (`p`, `h2`, `li`, `blockquote`, `figcaption`,
            `pre`, `div`, ...; `table` for a row of a table of data), or the one that plain text amounts to.
        links: hyperlinks, with offsets into `text`.
        emphasis: `(start, end)` of bold stretches.
        images: pictures in the block, or in the figure that it captions.
        hints: lower-case words from class, id, role and itemprop of the element and those around it, nearest
            first; each name whole (`entry-meta`) and in its parts (`entry`, `meta`).
        path: numbers of the ancestor elements, outermost first, the element's own last; empty for plain text.
        data: other attributes that the later stages read (`datetime`, `href` of a `cite`, ...).
    """

    text: str
    element: str
    links: tuple[Link, ...] = ()
    emphasis: tuple[tuple[int, int], ...] = ()
    images: tuple[Image, ...] = ()
    hints: tuple[str, ...] = ()
    path: tuple[int, ...] = ()
    data: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ProfileLink:
    """A link outside the posts' text: its address, its visible or accessible label, and where it stands."""

    url: str
    label: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class PagePost:
    """A post as the page gives it: text, blocks and fields, and what only the page knows.

    Attributes:
        post: without records yet.
        links: offsets into `post.text`.
        images: each picture with the index of the block (in `post.blocks`) that captions it, or None.
        emphasis: `(start, end)` of bold stretches, offsets into `post.text`.
        profile_links: links of the page around the post that may be profiles of its publisher or author.
    """

    post: Post
    links: tuple[Link, ...] = ()
    images: tuple[tuple[Image, int | None], ...] = ()
    emphasis: tuple[tuple[int, int], ...] = ()
    profile_links: tuple[ProfileLink, ...] = ()


@dataclass(frozen=True, slots=True)
class PageReading:
    """A whole page, read: what it says of itself, its posts, and what was degraded."""

    page: Page
    posts: tuple[PagePost, ...]
    warnings: tuple[PageWarning, ...] = ()
