"""Which line breaks of a plain text are its author's, and which only the width of a page or a window."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from pressparse.page.plain_text.lines import Line
from pressparse.rules import Rules, load_rules

_SENTENCE_END = re.compile(r"""[.!?:…]["'”’»)\]]*$""")
_OPEN_BRACKET = re.compile(r"[(\[][^)\]]*$")
_DIVIDED = re.compile(r"(?<![^\W\d_])(?P<head>[^\W\d_]+)-$")
_FIRST_WORD = re.compile(r"[^\W_]+")
_WORDS = re.compile(r"[^\W_]+(?:-[^\W_]+)*")

_NARROWEST, _WIDEST = 25, 130
_SLACK = 2  # a mail program breaks a column or two before the width
_NEARLY_FULL = 0.8  # type that is not monospaced makes full lines of unequal length
_LEAST_BROKEN = 0.08  # of the breaks in a wrapped text, so many fall where no author breaks
_LEAST_BLANK = 0.1  # of the lines of a text whose paragraphs blank lines part, so many follow one
_LEAST_DIVIDED = 0.06  # of the lines of a text that divides words, so many end in a hyphen


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a text is broken into lines.

    Attributes:
        width: the column at which it is wrapped; None where its line breaks are its author's.
        is_spaced: whether blank lines part its paragraphs.
        divides_words: whether it breaks words between syllables, and not only at hyphens that they have.
        words: its whole words in lower case, where some line ends in a hyphen.
    """

    width: int | None
    is_spaced: bool
    divides_words: bool
    words: frozenset[str]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> Wrapping:
        r"""How `lines` are broken, told by breaks that no author makes: inside a sentence, before lower case.

        Examples:
            >>> from pressparse.page.plain_text.lines import read_lines
            >>> text = "The bridge over the river was\nopened on Friday by the mayor\nand me."
            >>> Wrapping.of(read_lines(text)).width
            29
        """
        pairs = [(a, b) for a, b in pairwise(lines) if b.gap == 0 and not b.after_rule]
        divided = sum(_DIVIDED.search(a.text) is not None and b.text[0].islower() for a, b in pairwise(lines))
        return cls(
            width=_width(pairs),
            is_spaced=sum(line.gap > 0 for line in lines) >= _LEAST_BLANK * len(lines),
            divides_words=divided > 1 and divided >= _LEAST_DIVIDED * len(lines),
            words=_whole_words(lines) if divided else frozenset(),
        )

    def continues(self, line: Line, following: Line, *, opened: str = "") -> bool:
        """Whether `following` goes on in the paragraph of `line`: the break between them is no one's intent.

        `opened` is the end of the paragraph so far, where an open bracket says that it goes on.
        """
        if _breaks_a_sentence(line, following):
            wide = line.width >= _NARROWEST or _DIVIDED.search(line.text) is not None
            return wide or line.text.rsplit(" ", 1)[-1].lower() in _rules().words("leading_words")
        if self.width is None:
            return False
        first_word = len(following.text.split(" ", 1)[0])
        if line.width + 1 + first_word > self.width - _SLACK:
            return True
        if line.width >= _NEARLY_FULL * self.width and (self.is_spaced or not ends_sentence(line.text)):
            return True
        return line.width >= self.width // 2 and _OPEN_BRACKET.search(opened[-300:]) is not None

    def joined(self, left: str, right: str) -> str:
        """Two lines as one: a space between them, but for a word that the break has divided.

        Where the text divides words, a word loses the hyphen at which it is divided, unless it has one by
        right: its halves are words of the text, or the first is one that makes such words. Elsewhere it keeps
        it, unless the text has the word without.

        Examples:
            >>> divides = Wrapping(width=72, is_spaced=True, divides_words=True, words=frozenset())
            >>> divides.joined("for infor-", "mation"), divides.joined("a long-", "standing quarrel")
            ('for information', 'a long-standing quarrel')
        """
        divided = _DIVIDED.search(left)
        right_head = _FIRST_WORD.match(right)
        if not divided or not right_head or not right[0].isalpha():
            return left + right if left.endswith(("-", "/")) and left[-2:-1].isalnum() else f"{left} {right}"
        head, tail = divided["head"].lower(), right_head[0].lower()
        return left + right if self._has_hyphen(head, tail, right) else left[:-1] + right

    def _has_hyphen(self, head: str, tail: str, right: str) -> bool:
        if head + tail in self.words:
            return False
        if not self.divides_words or right[0].isupper() or f"{head}-{tail}" in self.words:
            return True
        return {head, tail} <= self.words or head in _rules().words("hyphen_heads")


def continues_across_pages(line: Line, following: Line) -> bool:
    """Whether a paragraph that a page break interrupts goes on after it."""
    return not ends_sentence(line.text) and (line.text[-1] in "-,;" or following.text[0].islower())


def ends_sentence(text: str) -> bool:
    """Whether a line ends as a sentence does.

    Examples:
        >>> ends_sentence('"We are open."'), ends_sentence("We are open on")
        (True, False)
    """
    return _SENTENCE_END.search(text) is not None


def _width(pairs: Sequence[tuple[Line, Line]]) -> int | None:
    broken = [a.width for a, b in pairs if _breaks_a_sentence(a, b) and _NARROWEST <= a.width <= _WIDEST]
    if not broken or len(broken) < _LEAST_BROKEN * len(pairs):
        return None
    return sorted(broken)[int(0.95 * (len(broken) - 1) + 0.5)]  # the widest, but for a few that stick out


def _breaks_a_sentence(line: Line, following: Line) -> bool:
    return following.text[0].islower() and not ends_sentence(line.text) and "@" not in following.text


def _whole_words(lines: Sequence[Line]) -> frozenset[str]:
    """The words of a text in lower case, but for the halves of those that a line's end divides."""
    words: set[str] = set()
    is_divided = False
    for line in lines:
        found = _WORDS.findall(line.text.lower())
        after_division, is_divided = is_divided, line.text.endswith("-")
        words.update(found[after_division : len(found) - is_divided])
    return frozenset(words)


@cache
def _rules() -> Rules:
    return load_rules("plain_text")
