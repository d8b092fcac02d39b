"""Bytes → text: byte order marks, declared and undeclared encodings, and what had to be repaired."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from bs4.dammit import EncodingDetector

from pressparse.document import PageWarning
from pressparse.inputs import MAX_BYTES

_FILE_SIGNATURES = {
    b"%PDF-": "a PDF file", b"{\\rtf": "an RTF document", b"PK\x03\x04": "a zip archive or office document",
    b"\xd0\xcf\x11\xe0": "an office document", b"\x1f\x8b": "a gzip archive", b"\x7fELF": "a program",
    b"\x89PNG": "a PNG image", b"\xff\xd8\xff": "a JPEG image", b"GIF8": "a GIF image",
    b"RIFF": "a media file",
}  # fmt: skip
_SEVEN_BIT = ("iso2022", "utf-7", "hz")  # their bytes are valid UTF-8 and mean something else
_SAMPLE = 100_000
_STRAYS = re.compile("[\udc80-\udcff]+")  # bytes that are no UTF-8, as `surrogateescape` keeps them
_LETTERLIKE = bytes([9, 10, 12, 13, 27, *range(32, 256)])


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the encoding that it was read with (None where it is no text), and what was repaired."""

    text: str
    encoding: str | None
    warnings: tuple[PageWarning, ...] = ()


def decode(data: bytes, *, charset: str | None = None) -> Decoded:
    """Decode a page; never raises.

    A byte order mark wins, then valid UTF-8 (bytes that are valid UTF-8 beyond ASCII are nothing else,
    whatever the page says), then `charset` (from HTTP), the declaration in the page, and Windows-1252.

    Examples:
        >>> decode("<p>café</p>".encode("cp1252"))
        Decoded(text='<p>café</p>', encoding='windows-1252', warnings=())
    """
    kept, warnings = data[:MAX_BYTES], []
    if len(data) > MAX_BYTES:
        warnings.append(PageWarning("page_too_large", f"only the first {MAX_BYTES} bytes were read"))
    body, marked = EncodingDetector.strip_byte_order_mark(kept)
    marked = marked or _utf16_without_mark(body)
    nature = None if marked else _not_text(body)
    if nature:
        return Decoded("", None, (*warnings, PageWarning("not_text", f"this is {nature}, not text or HTML")))
    if marked:
        return _replacing(body, marked, warnings)
    declared = charset or EncodingDetector.find_declared_encoding(body, is_html=True)
    return _undeclared_or_true(body, _known(declared), warnings)


def _undeclared_or_true(body: bytes, declared: str | None, warnings: list[PageWarning]) -> Decoded:
    if declared and declared.startswith(_SEVEN_BIT):
        return _replacing(body, declared, warnings)
    try:
        return Decoded(_decoded_utf8(body), "utf-8", tuple(warnings))
    except UnicodeDecodeError:
        pass
    if declared is None:
        return _replacing(body, "windows-1252", warnings)
    if declared == "utf-8":
        return _damaged_utf8(body, warnings)
    return _replacing(body, declared, warnings)


def _decoded_utf8(body: bytes) -> str:
    """Strict, but a character that the size limit cut in two does not count."""
    return codecs.getincrementaldecoder("utf-8")().decode(body, final=len(body) < MAX_BYTES)


def _damaged_utf8(body: bytes, warnings: list[PageWarning]) -> Decoded:
    """Declared UTF-8 that is not: either Windows-1252 by mistake, or UTF-8 with a few stray bytes."""
    text = body.decode("utf-8", "replace")
    strays = text.count("\ufffd")
    if strays * 2 > sum(ch > "\x7f" for ch in text):
        warnings.append(PageWarning("wrong_charset", "declared utf-8, read as windows-1252"))
        return _replacing(body, "windows-1252", warnings)
    text = _STRAYS.sub(_as_windows, body.decode("utf-8", "surrogateescape"))
    warnings.append(
        PageWarning("repaired_encoding", f"{strays} stray bytes in utf-8 were read as windows-1252")
    )
    return Decoded(text, "utf-8", tuple(warnings))


def _replacing(body: bytes, encoding: str, warnings: list[PageWarning]) -> Decoded:
    text = body.decode(encoding, "replace")
    lost = text.count("\ufffd")
    if lost:
        warnings.append(
            PageWarning("undecodable_bytes", f"{lost} characters could not be read as {encoding}")
        )
    return Decoded(text, encoding, tuple(warnings))


def _known(name: str | None) -> str | None:
    """The codec that a page's charset name means: Latin-1 means Windows-1252, as browsers have it."""
    try:
        found = codecs.lookup((name or "").strip()).name
        b"".decode(found)  # not every codec is one of text
    except (LookupError, ValueError, AttributeError):
        return None
    return "windows-1252" if found in {"iso8859-1", "ascii", "cp1252"} else found


def _utf16_without_mark(body: bytes) -> str | None:
    head = body[:1000]
    if head[1::2].count(0) > len(head) * 0.4:
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > len(head) * 0.4 else None


def _not_text(body: bytes) -> str | None:
    for signature, nature in _FILE_SIGNATURES.items():
        if body.startswith(signature):
            return nature
    sample = body[:_SAMPLE]
    controls = len(sample.translate(None, _LETTERLIKE))
    return "binary data" if controls > max(8, len(sample) * 0.05) else None


def _as_windows(strays: re.Match[str]) -> str:
    return strays[0].encode("ascii", "surrogateescape").decode("windows-1252", "replace")
