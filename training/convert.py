"""Stage 1: every corpus becomes samples of one form, one file a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product

from training.sample import Sample

OUTSIDE, UNKNOWN = "O", "?"
_WIDEST_GAP = 12
_SURE_RUN = 4


def with_entities(trees: Iterable[Sample], names: Iterable[Sample]) -> Iterator[Sample]:
    """Carry entities over to trees of the same text, which may be cut into other samples and words."""
    trees = list(trees)
    named = [pair for sample in names for pair in zip(sample.words, _marks(sample), strict=True)]
    words = [word for tree in trees for word in tree.words if not word.isspace()]
    marks = iter(_carry(words, [word for word, _ in named], [mark for _, mark in named]))
    for tree in trees:
        own = [OUTSIDE if word.isspace() else next(marks) for word in tree.words]
        tree.ents, tree.unknown = _read_marks(own)
        yield tree


def _marks(sample: Sample) -> list[str]:
    """One mark a word: ``B-LABEL``, ``I-LABEL``, outside or unknown."""
    marks = [OUTSIDE] * len(sample.words)
    for position in sample.unknown or []:
        marks[position] = UNKNOWN
    for start, end, label in sample.ents or []:
        marks[start:end] = [f"B-{label}"] + [f"I-{label}"] * (end - start - 1)
    return marks


def _read_marks(marks: list[str]) -> tuple[list[tuple[int, int, str]], list[int]]:
    ents: list[tuple[int, int, str]] = []
    unknown: list[int] = []
    for position, mark in enumerate(marks):
        if mark == UNKNOWN or (mark.startswith("I-") and not (ents and ents[-1][1] == position)):
            unknown.append(position)
        elif mark.startswith("B-"):
            ents.append((position, position + 1, mark[2:]))
        elif mark.startswith("I-"):
            ents[-1] = (ents[-1][0], position + 1, ents[-1][2])
    return ents, unknown


def _carry(words: list[str], others: list[str], marks: list[str]) -> list[str]:
    """Give each word the mark of its fellow; words between two sure meetings are unknown."""
    carried: list[str] = []
    j = 0
    while len(carried) < len(words):
        i = len(carried)
        if j < len(others) and words[i] == others[j]:
            carried.append(marks[j])
            j += 1
        else:
            skipped, other_skipped = _next_meeting(words, i, others, j)
            carried += [UNKNOWN] * skipped
            j += other_skipped
    return carried


def _next_meeting(words: list[str], i: int, others: list[str], j: int) -> tuple[int, int]:
    gaps = sorted(product(range(_WIDEST_GAP), repeat=2), key=sum)
    for left, right in gaps[1:]:
        run = words[i + left : i + left + _SURE_RUN]
        if run == others[j + right : j + right + _SURE_RUN]:
            return left, right
    raise ValueError(f"two corpora part at {' '.join(words[i : i + 8])!r}")
