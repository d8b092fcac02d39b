"""Rounds over the training samples, each time in a new order and printed a little differently."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence

from training.augment import (
    NamePool,
    could_be_headline,
    curl_quotes,
    join_blocks,
    pool_names,
    print_as_headline,
    straighten_quotes,
    swap_names,
)
from training.sample import Sample

_SHARE_CURLED = 0.45
_SHARE_STRAIGHTENED = 0.15
_SHARE_HEADLINES = 0.12
_SHARE_RENAMED = 0.3
_BLOCKS_A_PAGE = (1, 1, 2, 3)


def reprint(sample: Sample, rng: random.Random) -> Sample:
    """Change marks and case as another publisher might print the same text."""
    choice = rng.random()
    if choice < _SHARE_CURLED:
        sample = curl_quotes(sample)
    elif choice < _SHARE_CURLED + _SHARE_STRAIGHTENED:
        sample = straighten_quotes(sample)
    if could_be_headline(sample) and rng.random() < _SHARE_HEADLINES:
        sample = print_as_headline(sample)
    return sample


def reprints(samples: Sequence[Sample], rng: random.Random) -> Iterator[Sample]:
    """One round over the samples, reprinted."""
    for sample in rng.sample(samples, len(samples)):
        yield reprint(sample, rng)


def pages(blocks: Sequence[Sample], rng: random.Random) -> Iterator[Sample]:
    """One round over single blocks (press lines): renamed, reprinted, one to three to a page."""
    names = pool_names(blocks)
    order = rng.sample(blocks, len(blocks))
    while order:
        size = rng.choice(_BLOCKS_A_PAGE)
        page, order = order[:size], order[size:]
        yield join_blocks([reprint(_rename(block, names, rng), rng) for block in page])


def _rename(block: Sample, names: NamePool, rng: random.Random) -> Sample:
    return swap_names(block, names, rng) if rng.random() < _SHARE_RENAMED else block
