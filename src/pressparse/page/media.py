"""Tells HTML from plain text by what stands in it."""

from __future__ import annotations

import re
from pathlib import PurePath

HTML, TEXT, BINARY = "text/html", "text/plain", "application/octet-stream"
_SAMPLE = 20_000
_DOCUMENT = re.compile(
    r"\A(?:<\?xml[^>]*>\s*)?(?:<!--(?:[^-]|-(?!->))*-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I
)
_ELEMENT = re.compile(
    r"<(?:/?(?:html|head|body|div|p|h[1-6]|ul|ol|li|table|tr|td|article|section|span|blockquote|figure|main|header)"
    r"(?:\s[^<>]*)?|a\s[^<>]*href[^<>]*|br\s*/?|img\s[^<>]*|meta\s[^<>]*)>",
    re.I,
)
_TEXT_SUFFIXES = {".txt", ".text", ".md", ".eml"}
_HTML_SUFFIXES = {".html", ".htm", ".xhtml"}


def media_type_of(text: str, path: str | None = None) -> str:
    """`text/html` or `text/plain`: a page by its first tag, a fragment by its tags unless its name says text.

    Examples:
        >>> media_type_of("<p>A ferry.</p>"), media_type_of("If a < b and b > c.")
        ('text/html', 'text/plain')
        >>> media_type_of("Use <p> for a paragraph.", "notes.txt")
        'text/plain'
    """
    suffix = PurePath(path).suffix.lower() if path else ""
    if suffix in _HTML_SUFFIXES or _DOCUMENT.match(text[:_SAMPLE].lstrip("\ufeff \t\r\n")):
        return HTML
    if suffix in _TEXT_SUFFIXES:
        return TEXT
    return HTML if _ELEMENT.search(text, 0, _SAMPLE) else TEXT
