"""The order of the stages: input → page → posts → annotations → records → document."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from pressparse.document import Document, Page, PageKind, PageWarning, Post, Source
from pressparse.errors import PressparseError
from pressparse.extract import EXTRACTORS, Extractor
from pressparse.inputs import Input, Loaded, load_input
from pressparse.kinds import chosen_kinds
from pressparse.nlp.annotate import PROSE_ROLES
from pressparse.nlp.load import load_pipeline, missing_annotations, pipeline_info
from pressparse.nlp.reading import Reading
from pressparse.page.bounds import bounded
from pressparse.page.decode import Decoded, decode
from pressparse.page.media import BINARY, HTML, TEXT, media_type_of
from pressparse.page.raw import PagePost, PageReading
from pressparse.page.read import read_html, read_text

if TYPE_CHECKING:
    from spacy.language import Language


class Parser:
    """Reads pages with one language pipeline, which is loaded when first needed and then kept.

    Args:
        model: name or path of an installed spaCy pipeline; the embedded English one where None.
        reference_date: what relative dates ("last July") are told from where a post gives no date of its own.
        only: the kinds of records to look for, as in the JSON ("quotes", "awards", ...); all where None.

    Raises:
        PressparseError: `model` is not installed, `only` names no kind of record, or `reference_date` is no ISO date.

    Examples:
        >>> parser = Parser(only=["social_handles"])
        >>> document = parser.parse_text("Our new site is up.\\n\\nTWITTER: Follow us @acme_press")
        >>> [(h.platform, h.handle) for h in document.posts[0].social_handles]
        [('x', 'acme_press')]
    """

    def __init__(
        self,
        *,
        model: str | os.PathLike[str] | None = None,
        reference_date: date | str | None = None,
        only: Iterable[str] | None = None,
    ) -> None:
        self.model = _as_name(model)
        pipeline_info(self.model)  # a wrong name is told now, not at the first page
        self.reference_date = _as_date(reference_date)
        self.kinds = chosen_kinds(only)

    @cached_property
    def pipeline(self) -> Language:
        """The spaCy pipeline, loaded on first use."""
        return load_pipeline(self.model)

    def parse(self, source: Input, *, url: str | None = None) -> Document:
        """Read one page: a path, bytes, text, an open file or a `BeautifulSoup`.

        Args:
            source: a `str` is a path where such a file exists, otherwise the text itself.
            url: where the page came from; never fetched.

        Raises:
            PressparseError: the file cannot be read, or `source` is none of these.
        """
        loaded = load_input(source)
        return self._document(loaded, url, HTML if loaded.is_html else None)

    def parse_html(self, html: str | bytes, *, url: str | None = None) -> Document:
        """Read HTML, given as text or bytes."""
        if not isinstance(html, (str, bytes)):
            raise PressparseError(
                f"parse_html takes str or bytes, not {type(html).__name__}; parse takes paths"
            )
        return self._document(Loaded(html), url, HTML)

    def parse_text(self, text: str, *, url: str | None = None) -> Document:
        """Read plain text."""
        if not isinstance(text, str):
            raise PressparseError(f"parse_text takes a str, not {type(text).__name__}; parse takes bytes")
        return self._document(Loaded(text), url, TEXT)

    def parse_many(self, sources: Iterable[Input]) -> Iterator[Document]:
        """Read pages one after another, as they are asked for.

        Raises:
            PressparseError: as `parse`, when the source at fault is reached.
        """
        return map(self.parse, sources)

    def _document(self, loaded: Loaded, url: str | None, media_type: str | None = None) -> Document:
        decoded = _decoded(loaded.content)
        if decoded.encoding is None and isinstance(loaded.content, bytes):
            source = Source(loaded.path, url, BINARY, None, loaded.sha256)
            return Document(source, Page("text"), (), decoded.warnings)
        media_type = media_type or media_type_of(decoded.text, loaded.path)
        page = _page_of(decoded.text, media_type, url)
        source = Source(loaded.path, url, media_type, decoded.encoding, loaded.sha256)
        return self._compose(page, source, decoded.warnings)

    def _compose(self, page: PageReading, source: Source, warnings: tuple[PageWarning, ...]) -> Document:
        noted = [*warnings, *page.warnings]
        posts = tuple(self._read_post(post, page.page.kind, noted) for post in page.posts)
        return Document(source, page.page, posts, tuple(dict.fromkeys(noted)))

    def _read_post(self, whole: PagePost, kind: PageKind, warnings: list[PageWarning]) -> Post:
        page_post, cut = bounded(whole)
        warnings += cut
        reading = Reading(
            page_post, pipeline=lambda: self.pipeline, page_kind=kind, reference_date=self.reference_date
        )
        wanted = [extractor for extractor in EXTRACTORS if extractor.kind in self.kinds]
        records: dict[str, Any] = {
            e.kind: _attempt(e.kind, partial(e.extract, reading), warnings) for e in wanted
        }
        if "entities" in self.kinds or reading.has_people:
            records["entities"] = _attempt("entities", lambda: reading.people.entities, warnings)
        warnings += _missing(wanted, reading)
        if reading.has_doc and (unread := reading.unanalysed):
            message = f"the last {unread} characters of a post's prose were not analysed"
            warnings.append(PageWarning("too_long", message))
        return replace(page_post.post, **records)


def parse(
    source: Input,
    *,
    url: str | None = None,
    model: str | os.PathLike[str] | None = None,
    reference_date: date | str | None = None,
    only: Iterable[str] | None = None,
) -> Document:
    """Read one page; see `Parser` for the options and `Parser.parse` for what `source` may be.

    Examples:
        >>> document = parse(b"<p>Photo: Ada Osei/Reuters</p>", only=["photo_credits"])
        >>> document.posts[0].photo_credits[0].sources
        ('Reuters',)
    """
    return Parser(model=model, reference_date=reference_date, only=only).parse(source, url=url)


def parse_html(html: str | bytes, *, url: str | None = None) -> Document:
    """Read HTML with the default options."""
    return Parser().parse_html(html, url=url)


def parse_text(text: str, *, url: str | None = None) -> Document:
    """Read plain text with the default options."""
    return Parser().parse_text(text, url=url)


def _decoded(content: bytes | str) -> Decoded:
    """Text that a caller hands over is decoded already; half a surrogate pair in it is no character."""
    if isinstance(content, bytes):
        return decode(content)
    return Decoded(content.encode("utf-8", "replace").decode("utf-8"), None)


def _page_of(text: str, media_type: str, url: str | None) -> PageReading:
    """The page, read; one that our own fault keeps from being read has no posts, and says so."""
    try:
        return read_html(text, url=url) if media_type == HTML else read_text(text)
    except Exception as error:
        kind: PageKind = "article" if media_type == HTML else "text"
        return PageReading(Page(kind), (), (_fault("page_failed", "the page was", error),))


def _attempt(kind: str, read: Callable[[], tuple[Any, ...]], warnings: list[PageWarning]) -> tuple[Any, ...]:
    """The records of one kind; a fault on one page must cost no more than this kind on this page."""
    try:
        return read()
    except PressparseError:
        raise
    except Exception as error:
        warnings.append(_fault("extractor_failed", f"{kind} were", error))
        return ()


def _fault(code: str, what: str, error: Exception) -> PageWarning:
    return PageWarning(code, f"{what} not read ({type(error).__name__}: {error}); please report it")


def _missing(wanted: list[Extractor], reading: Reading) -> Iterator[PageWarning]:
    """What the named pipeline does not give, for each kind of record that would use it."""
    needed = [e for e in wanted if e.needs]
    has_prose = any(block.role in PROSE_ROLES for block in reading.post.blocks)
    if not (needed and has_prose and reading.has_doc):
        return
    missing = missing_annotations(reading.doc)
    for extractor in needed:
        lacks = [annotation for annotation in extractor.needs if annotation in missing]
        if lacks:
            yield PageWarning(
                "missing_annotations",
                f"the pipeline gives no {', '.join(lacks)}: {extractor.kind} may be missed",
            )


def _as_name(model: str | os.PathLike[str] | None) -> str | None:
    try:
        return None if model is None else os.fspath(model)
    except TypeError as error:
        raise PressparseError(f"model takes the name or path of a spaCy pipeline, not {model!r}") from error


def _as_date(value: date | str | None) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError) as error:
        raise PressparseError(f"{value!r} is no date; write it as 2013-12-06") from error
