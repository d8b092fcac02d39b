"""Cuts a long text into stretches that are read by themselves, and puts stretches of like length together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from pressparse.nlp.accurate.full_stops import ends_sentence

_WINDOW_PIECES = 300  # the encoder knows 512 positions, and learnt on pages of fewer than these
_BATCH_PIECES = 600  # padding counted: larger passes take more memory and are no faster on one processor


@dataclass(frozen=True, slots=True)
class Window:
    """Words of one text that are read together.

    Attributes:
        text: the number of the text they are of.
        places: their positions among its tokens; white space is left out.
        words: the words themselves.
        pieces: how many word pieces they have.
    """

    text: int
    places: tuple[int, ...]
    words: tuple[str, ...]
    pieces: int


def cut_windows(text: int, tokens: Sequence[str], size_of: Callable[[str], int]) -> Iterator[Window]:
    """Cut a text's tokens at blank lines, and what is too long also at the ends of sentences.

    Args:
        text: the number that its windows bear.
        tokens: words and white space.
        size_of: tells how many pieces a word has, 6 at most.
    """
    for places in _paragraphs(tokens):
        words = [tokens[place] for place in places]
        sizes = list(map(size_of, words))
        for start, end in _stretches(words, sizes):
            yield Window(text, tuple(places[start:end]), tuple(words[start:end]), sum(sizes[start:end]))


def batches(windows: Iterable[Window]) -> Iterator[list[Window]]:
    """Put windows of like length together, so that little of a batch is padding."""
    batch: list[Window] = []
    for window in sorted(windows, key=lambda window: window.pieces):
        if batch and window.pieces * (len(batch) + 1) > _BATCH_PIECES:
            yield batch
            batch = []
        batch.append(window)
    if batch:
        yield batch


def _paragraphs(tokens: Sequence[str]) -> Iterator[list[int]]:
    """The positions of words, parted at white space that holds a blank line."""
    for is_break, places in groupby(range(len(tokens)), key=lambda i: _is_blank_line(tokens[i])):
        words = [] if is_break else [place for place in places if not tokens[place].isspace()]
        if words:
            yield words


def _is_blank_line(token: str) -> bool:
    return token.isspace() and token.count("\n") > 1


def _stretches(words: Sequence[str], sizes: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Where to cut words so that no stretch has too many pieces: at the last end of a sentence that fits."""
    start = filled = sentence_end = 0
    for position, size in enumerate(sizes):
        if filled + size > _WINDOW_PIECES:
            end = sentence_end if sentence_end > start else position
            yield start, end
            start, filled = end, sum(sizes[end:position])
        filled += size
        if ends_sentence(words, position):
            sentence_end = position + 1
    if start < len(words):
        yield start, len(words)
