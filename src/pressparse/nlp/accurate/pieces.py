"""Words to the numbers that the encoder reads: word pieces, and the case shape that uncased pieces hide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]

SHAPES = ("lower", "title", "upper", "initial", "mixed", "dotted", "digits", "alnum", "punct", "space")
MOST_PIECES = 510  # the encoder knows 512 positions, of which the first and the last are taken
_MOST_PIECES_A_WORD = 6
_LONGEST_WORD = 200  # characters that are looked at; what is longer is no word
_WORDS_REMEMBERED = 100_000


@dataclass(frozen=True, slots=True)
class Batch:
    """Sequences of words as padded arrays, one row a sequence.

    Attributes:
        pieces: word pieces between a start and an end mark.
        piece_mask: which of them are no padding.
        first_pieces: for each word the column of its first piece.
        shapes: for each word the number of its case shape.
        word_mask: which words are no padding.
    """

    pieces: Ints
    piece_mask: Bools
    first_pieces: Ints
    shapes: Ints
    word_mask: Bools


class PieceCutter:
    """Cuts words into pieces, remembering the words it has seen.

    Args:
        vocabulary: a tokenizer.json of the `tokenizers` library.

    Raises:
        ImportError: `tokenizers` is not installed.
    """

    def __init__(self, vocabulary: Path) -> None:
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(vocabulary))
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._start, self._end, self._unknown = map(self._tokenizer.token_to_id, ("[CLS]", "[SEP]", "[UNK]"))
        self.pieces = lru_cache(maxsize=_WORDS_REMEMBERED)(self._cut)

    def _cut(self, word: str) -> tuple[int, ...]:
        """The word's pieces, at least one and at most six."""
        known = self._tokenizer.encode(word[:_LONGEST_WORD], add_special_tokens=False).ids
        return tuple(known[:_MOST_PIECES_A_WORD]) or (self._end if word.isspace() else self._unknown,)

    def __call__(self, sequences: Sequence[Sequence[str]]) -> Batch:
        """Encode sequences of words; pieces beyond `MOST_PIECES` are left out."""
        rows, firsts = zip(*map(self._row, sequences), strict=True)
        return Batch(
            pieces=_padded(rows),
            piece_mask=_mask(rows),
            first_pieces=_padded(firsts),
            shapes=_padded([list(map(shape_of, words)) for words in sequences]),
            word_mask=_mask(firsts),
        )

    def _row(self, words: Sequence[str]) -> tuple[list[int], list[int]]:
        row = [self._start]
        firsts = []
        for word in words:
            firsts.append(min(len(row), MOST_PIECES + 1))
            row += self.pieces(word)
        return [*row[: MOST_PIECES + 1], self._end], firsts


@lru_cache(maxsize=_WORDS_REMEMBERED)
def shape_of(word: str) -> int:
    """Give the number of the word's case shape: what an uncased encoder cannot see.

    Examples:
        >>> [SHAPES[shape_of(word)] for word in ("Lima", "NASA", "U.S.", "A", "iPad", "42", "4th", "—")]
        ['title', 'upper', 'dotted', 'initial', 'mixed', 'digits', 'alnum', 'punct']
    """
    return SHAPES.index(_shape_name(word))


def _shape_name(word: str) -> str:
    if not any(c.isalnum() for c in word):
        return "space" if word.isspace() else "punct"
    if any(c.isdigit() for c in word):
        return "alnum" if any(c.isalpha() for c in word) else "digits"
    return _letter_shape(word)


def _letter_shape(word: str) -> str:
    if "." in word and word[0].isupper():
        return "dotted"
    if word.islower():
        return "lower"
    if word.isupper():
        return "upper" if len(word) > 1 else "initial"
    return "title" if word[0].isupper() and word[1:].islower() else "mixed"


def _padded(rows: Sequence[Sequence[int]]) -> Ints:
    padded = np.zeros((len(rows), max(map(len, rows))), dtype=np.int64)
    for line, row in zip(padded, rows, strict=True):
        line[: len(row)] = row
    return padded


def _mask(rows: Sequence[Sequence[int]]) -> Bools:
    lengths = np.array([[len(row)] for row in rows])
    return np.arange(lengths.max()) < lengths
