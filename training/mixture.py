"""Rounds over the training samples, each time in a new order and printed a little differently."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from training.augment import (
    NamePool,
    could_be_headline,
    curl_quotes,
    join_blocks,
    pool_names,
    print_as_headline,
    rename,
    straighten_quotes,
    swap_names,
)
from training.sample import Sample
from training.world_names import WorldNames, common_words

_SHARE_CURLED = 0.45
_SHARE_STRAIGHTENED = 0.15
_SHARE_HEADLINES = 0.12
_SHARE_SWAPPED = 0.3
_SHARE_RENAMED = 0.5
_BLOCKS_A_PAGE = (1, 1, 2, 3)


@dataclass(frozen=True)
class Printer:
    """Prints samples as other publishers might, about other people.

    Attributes:
        world: names of other people, towns and things.
        rng: the source of chance.
        common: words that say something, so that they stay where names change.
    """

    world: WorldNames
    rng: random.Random
    common: frozenset[str]

    @classmethod
    def knowing(cls, samples: Iterable[Sample], world: WorldNames, rng: random.Random) -> Printer:
        """A printer that takes for words what stands in lower case in samples."""
        return cls(world, rng, common_words(sample.words for sample in samples))

    def reprints(self, samples: Sequence[Sample]) -> Iterator[Sample]:
        """One round over the samples."""
        for sample in self.rng.sample(samples, len(samples)):
            yield self._reprint(sample)

    def pages(self, blocks: Sequence[Sample]) -> Iterator[Sample]:
        """One round over single blocks (press lines), one to three to a page."""
        names = pool_names(blocks)
        order = self.rng.sample(blocks, len(blocks))
        while order:
            size = self.rng.choice(_BLOCKS_A_PAGE)
            page, order = order[:size], order[size:]
            yield join_blocks([self._reprint(self._swap(block, names)) for block in page])

    def _swap(self, block: Sample, names: NamePool) -> Sample:
        return swap_names(block, names, self.rng) if self.rng.random() < _SHARE_SWAPPED else block

    def _reprint(self, sample: Sample) -> Sample:
        if self.rng.random() < _SHARE_RENAMED:
            sample = rename(sample, self.world, self.common, self.rng)
        choice = self.rng.random()
        if choice < _SHARE_CURLED:
            sample = curl_quotes(sample)
        elif choice < _SHARE_CURLED + _SHARE_STRAIGHTENED:
            sample = straighten_quotes(sample)
        if could_be_headline(sample) and self.rng.random() < _SHARE_HEADLINES:
            sample = print_as_headline(sample)
        return sample
