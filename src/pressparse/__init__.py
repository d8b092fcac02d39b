"""Reads press releases and blog pages: quotes with speakers, awards, numbers, photo credits, social handles.

Examples:
    >>> import pressparse
    >>> document = pressparse.parse_text("“We start on Monday,” said Ada Osei, the mayor.")  # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pressparse.document import Archive, Block, Dateline, Document, Page, PageWarning, Post, Source
from pressparse.errors import PressparseError
from pressparse.records import (
    Award,
    Contact,
    DateMention,
    Entity,
    Number,
    Party,
    PhotoCredit,
    Quote,
    SocialHandle,
    Speaker,
)
from pressparse.span import Span

if TYPE_CHECKING:
    from pressparse.parser import Parser, parse, parse_html, parse_text

__version__ = "0.1.0"

__all__ = [
    "Archive",
    "Award",
    "Block",
    "Contact",
    "DateMention",
    "Dateline",
    "Document",
    "Entity",
    "Number",
    "Page",
    "PageWarning",
    "Parser",
    "Party",
    "PhotoCredit",
    "Post",
    "PressparseError",
    "Quote",
    "SocialHandle",
    "Source",
    "Span",
    "Speaker",
    "__version__",
    "parse",
    "parse_html",
    "parse_text",
]


def __getattr__(name: str) -> Any:
    """Load the parser, and all that stands behind it, only when it is asked for."""
    if name in {"Parser", "parse", "parse_html", "parse_text"}:
        from pressparse import parser

        return getattr(parser, name)
    raise AttributeError(f"module 'pressparse' has no attribute {name!r}")
