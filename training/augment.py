"""Ways in which press text differs from the corpora, worked into copies of their samples."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import reduce

from training.sample import Sample, stacked

_OPENING, _CLOSING = "“", "”"
_STRAIGHT_QUOTES = {'"', "''", "``"}
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_BEFORE_OPENING = {"(", "[", "—", "–", "--"}
_HEADLINE_MAX_WORDS = 25
_SHARE_SWAPPED = 0.5

# By label and number of words, so that a swap leaves the tree as it is.
NamePool = dict[tuple[str, int], list[list[str]]]


def curl_quotes(sample: Sample) -> Sample:
    """Print straight quotation marks, apostrophes and double hyphens as press text does: “ ” ’ —."""
    words = list(sample.words)
    for position, word in enumerate(words):
        if word in _STRAIGHT_QUOTES:
            words[position] = _OPENING if _opens(sample, position) else _CLOSING
        elif word == "--":
            words[position] = "—"
        elif "'" in word:
            words[position] = word.replace("'", "’")
    return replace(sample, words=words)


def _opens(sample: Sample, position: int) -> bool:
    """Take the tag's word for it; else a mark opens behind a space and where a word touches it."""
    if sample.tags and sample.tags[position] in {"``", "''"}:
        return sample.tags[position] == "``"
    if sample.spaces[position]:
        return False
    before = sample.words[position - 1] if position else "\n"
    return before.isspace() or before in _BEFORE_OPENING or sample.spaces[position - 1]


def straighten_quotes(sample: Sample) -> Sample:
    """Print curly marks as straight ones, the way of plain-text releases."""
    return replace(sample, words=[word.translate(_STRAIGHT) for word in sample.words])


def print_as_headline(sample: Sample) -> Sample:
    """Print in capitals, as headlines and names of heads of pages are."""
    return replace(sample, words=[word.upper() for word in sample.words])


def could_be_headline(sample: Sample) -> bool:
    """Headlines are short; a page of capitals would teach what no page shows."""
    return len(sample.words) <= _HEADLINE_MAX_WORDS


def join_blocks(samples: Sequence[Sample]) -> Sample:
    """Set samples, annotated alike, under one another as blocks of one page."""
    return reduce(stacked, samples)


def pool_names(samples: Iterable[Sample]) -> NamePool:
    """Collect the names in samples."""
    pool: NamePool = defaultdict(list)
    for sample in samples:
        for start, end, label in sample.ents or []:
            pool[label, end - start].append(sample.words[start:end])
    return pool


def swap_names(sample: Sample, pool: NamePool, rng: random.Random) -> Sample:
    """Put other names of the same label and length in the place of some of the sample's names."""
    words = list(sample.words)
    for start, end, label in sample.ents or []:
        others = pool.get((label, end - start))
        if others and rng.random() < _SHARE_SWAPPED:
            words[start:end] = rng.choice(others)
    return replace(sample, words=words)
