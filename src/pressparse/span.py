"""A stretch of a post's text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A slice of `Post.text`, with its words.

    Attributes:
        text: the words, exactly `post.text[start:end]`.
        start: offset of the first character, in Unicode code points.
        end: offset after the last character.

    Examples:
        >>> Span.of("Park Min-seo said", 0, 12)
        Span(text='Park Min-seo', start=0, end=12)
    """

    text: str
    start: int
    end: int

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Span:
        """The span of `source` from `start` to `end`."""
        return cls(source[start:end], start, end)

    @classmethod
    def trimmed(cls, source: str, start: int, end: int) -> Span | None:
        """The span without white space at its ends, or None where nothing is left.

        Examples:
            >>> Span.trimmed("a  word ", 1, 8)
            Span(text='word', start=3, end=7)
            >>> Span.trimmed("a   b", 1, 4) is None
            True
        """
        words = source[start:end]
        start += len(words) - len(words.lstrip())
        words = words.strip()
        return cls(words, start, start + len(words)) if words else None

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end
