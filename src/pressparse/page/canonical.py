"""Canonical characters: what every text is made of before it is read."""

from __future__ import annotations

import re
import unicodedata

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_LINE_ENDS = {"\u2028": "\n", "\u2029": "\n\n", "\x85": "\n"}
_WRITTEN_OUT = str.maketrans(_LIGATURES | _LINE_ENDS)
_CONTROLS = "\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f"  # all but tab, line feed and form feed
# Soft hyphen, zero width, direction and byte order marks; joiners stay, for scripts and emoji need them.
_MARKS = "\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff"
_INVISIBLE = re.compile(f"[{_CONTROLS}{_MARKS}]")


def canonical_characters(text: str) -> str:
    r"""`text` in NFC, with one kind of line end, ligatures written out, and nothing invisible in it.

    Examples:
        >>> canonical_characters("of\ufb01ce\r\nco\u00adoperate")
        'office\ncooperate'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", _INVISIBLE.sub("", text.translate(_WRITTEN_OUT)))


def single_spaced(text: str) -> str:
    """`text` on one line with single spaces.

    Examples:
        >>> single_spaced("  two   words ")
        'two words'
    """
    return " ".join(text.split())
