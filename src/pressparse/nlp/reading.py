"""What an extractor reads: a post with its annotations, each made when first asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from pressparse.document import Block, PageKind, Post
from pressparse.nlp.annotate import annotate, unanalysed_prose
from pressparse.nlp.people import People, find_people
from pressparse.page.raw import PagePost
from pressparse.span import Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc


class Reading:
    """One post, and what the language pipeline makes of it.

    The pipeline is loaded and run only when an extractor asks for `doc` or `people`.

    Attributes:
        page_post: the post with its links, images and the page's profile links.
        page_kind: what kind of page the post stands on.
        reference_date: what relative dates are told from, where the post itself gives no date.
    """

    def __init__(
        self,
        page_post: PagePost,
        *,
        pipeline: Callable[[], Language],
        page_kind: PageKind = "article",
        reference_date: date | None = None,
    ) -> None:
        self.page_post = page_post
        self.page_kind = page_kind
        self.reference_date = reference_date
        self._pipeline = pipeline

    @property
    def post(self) -> Post:
        return self.page_post.post

    @property
    def text(self) -> str:
        return self.page_post.post.text

    @cached_property
    def doc(self) -> Doc:
        """The post's text as one `Doc`: `doc.text == post.text`, so that token offsets are the post's."""
        return annotate(self.post, self._pipeline())

    @property
    def unanalysed(self) -> int:
        """Characters of prose that are tokenised and no more, for the post is too long; 0 for most."""
        return unanalysed_prose(self.post)

    @cached_property
    def people(self) -> People:
        """Who and what the post speaks of."""
        return find_people(self.post, self.doc)

    @property
    def has_doc(self) -> bool:
        """Whether the pipeline was asked for."""
        return "doc" in self.__dict__

    @property
    def has_people(self) -> bool:
        """Whether the entities were asked for."""
        return "people" in self.__dict__

    def span(self, start: int, end: int) -> Span:
        """The stretch of the post's text from `start` to `end`."""
        return Span.of(self.text, start, end)

    def block_text(self, block: Block) -> str:
        """The words of one block."""
        return self.text[block.start : block.end]
