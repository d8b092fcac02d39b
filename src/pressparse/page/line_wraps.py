"""Which line breaks of a plain text are its author's, and which only the width of a page or a window."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from pressparse.page.lines import Line
from pressparse.rules import Rules, load_rules

_SENTENCE_END = re.compile(r"""[.!?:…]["'”’»)\]]*$""")
_NARROWEST, _WIDEST = 25, 130
_SLACK = 2  # a mail program breaks a column or two before the width
_NEARLY_FULL = 0.8  # type that is not monospaced makes full lines of unequal length
_OPEN_BRACKET = re.compile(r"[(\[][^)\]]*$")
_DIVIDED = re.compile(r"(?P<head>[^\W\d_]+)-$")


def wrap_width(lines: Sequence[Line]) -> int | None:
    r"""The width at which a text is wrapped, in columns, or None where its line breaks are its author's.

    Told by breaks that no author makes: between a line that does not end a sentence and one that begins in
    lower case.

    Examples:
        >>> from pressparse.page.lines import read_lines
        >>> wrap_width(read_lines("The bridge over the river was\nopened on Friday by the mayor\nand me."))
        29
    """
    pairs = [(a, b) for a, b in pairwise(lines) if b.gap == 0 and not b.after_rule]
    broken = [a.width for a, b in pairs if _breaks_a_sentence(a, b) and _NARROWEST <= a.width <= _WIDEST]
    if not broken or len(broken) < 0.08 * len(pairs):
        return None
    return sorted(broken)[int(0.95 * (len(broken) - 1) + 0.5)]


def continues(line: Line, following: Line, *, width: int | None, opened: str = "") -> bool:
    """Whether `following` goes on in the paragraph of `line`: the break between them is no one's intent.

    `opened` is the paragraph so far, where an open bracket says that it goes on.
    """
    if _breaks_a_sentence(line, following):
        return line.width >= _NARROWEST or _DIVIDED.search(line.text) is not None
    if width is None:
        return False
    first_word = len(following.text.split(" ", 1)[0])
    if line.width + 1 + first_word > width - _SLACK:
        return True
    if line.width >= _NEARLY_FULL * width and not _SENTENCE_END.search(line.text):
        return True
    return line.width >= width // 2 and _OPEN_BRACKET.search(opened[-300:]) is not None


def continues_across_pages(line: Line, following: Line) -> bool:
    """Whether a paragraph that a page break interrupts goes on after it."""
    return not _SENTENCE_END.search(line.text) and (line.text[-1] in "-,;" or following.text[0].islower())


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does.

    Examples:
        >>> ends_sentence('"We are open."'), ends_sentence("We are open on")
        (True, False)
    """
    return _SENTENCE_END.search(text) is not None


def joined_words(left: str, right: str, known: frozenset[str]) -> str:
    """Two lines as one: a space between them, but for a word that the break has divided.

    A divided word loses its hyphen unless it has one by right: where the hyphened word or both halves are in
    `known` (words of the document, in lower case), or the first half is one that makes such words.

    Examples:
        >>> joined_words("for infor-", "mation about", frozenset())
        'for information about'
        >>> joined_words("her long-", "standing work", frozenset())
        'her long-standing work'
    """
    divided = _DIVIDED.search(left)
    if not divided or not right[:1].isalpha():
        return left + right if left.endswith(("-", "/")) and left[-2:-1].isalnum() else f"{left} {right}"
    head, tail = divided["head"].lower(), (re.match(r"[^\W_]+", right) or [""])[0].lower()
    if head + tail in known:
        return left[:-1] + right
    halves_are_words = head in known and tail in known
    if (
        f"{head}-{tail}" in known
        or halves_are_words
        or right[0].isupper()
        or head in _rules().words("hyphen_heads")
    ):
        return left + right
    return left[:-1] + right


def _breaks_a_sentence(line: Line, following: Line) -> bool:
    return following.text[0].islower() and not _SENTENCE_END.search(line.text) and "@" not in following.text


@cache
def _rules() -> Rules:
    return load_rules("plain_text")
