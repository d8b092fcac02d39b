"""Ways in which press text differs from the corpora, worked into copies of their samples."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from functools import reduce

from training.sample import Sample, stacked
from training.world_names import WorldNames

_OPENING, _CLOSING = "“", "”"
_STRAIGHT_QUOTES = {'"', "''", "``"}
_STRAIGHT = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_BEFORE_OPENING = {"(", "[", "—", "–", "--"}
_HEADLINE_MAX_WORDS = 25
_SHARE_SWAPPED = 0.5
_SHARE_RENAMED = 0.6
_WITH_PLAIN_WORDS = {"TITLE", "NORP"}  # no word of theirs could as well be another

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


def rename(sample: Sample, world: WorldNames, common: Set[str], rng: random.Random) -> Sample:
    """Put names that no corpus holds in the place of some of the sample's names.

    Persons and towns get names of persons and towns from anywhere in the world, persons longer ones and
    other forms of address too. In other names the words that say nothing ("Norvik" in "Norvik Shipping")
    are exchanged for made-up ones, the others stay.

    Args:
        sample: what to print anew.
        world: where the names come from.
        common: words that say something, in lower case.
        rng: the source of chance.
    """
    chosen = [
        ent for ent in sample.ents or [] if ent[2] not in _WITH_PLAIN_WORDS and rng.random() < _SHARE_RENAMED
    ]
    for start, end, label in sorted(chosen, reverse=True):  # from the last, so that the others stay in place
        if label == "PERSON":
            sample = _rename_person(sample, start, end, world, rng)
        else:
            sample = _written_over(
                sample, start, _other_name(sample.words[start:end], label, world, common, rng)
            )
    return sample


def _rename_person(sample: Sample, start: int, end: int, world: WorldNames, rng: random.Random) -> Sample:
    size = world.length_of_person(end - start, rng)
    name = world.person(size, rng)
    if start and sample.words[start - 1].rstrip(".") in world.honorifics:
        sample = _written_over(sample, start - 1, [rng.choice(world.honorifics)])
    return _written_over(sample.widened(end - 1, size - (end - start)), start, name)


def _written_over(sample: Sample, start: int, words: Sequence[str]) -> Sample:
    before = sample.words[start : start + len(words)]
    shouted = all(word.isupper() for word in before) and len("".join(before)) > 1
    printed = [word.upper() for word in words] if shouted else words
    return replace(sample, words=[*sample.words[:start], *printed, *sample.words[start + len(words) :]])


def _other_name(
    words: Sequence[str], label: str, world: WorldNames, common: Set[str], rng: random.Random
) -> list[str]:
    city = world.city(len(words), rng) if label == "GPE" else None
    return city or [world.coin(rng) if _says_nothing(word, common) else word for word in words]


def _says_nothing(word: str, common: Set[str]) -> bool:
    return word.istitle() and word.isalpha() and word.lower() not in common
