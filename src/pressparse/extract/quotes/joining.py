"""From stretches with their attributions to quotes: halves and paragraphs of one speech belong together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pressparse.extract.quotes.quotation import Attribution
from pressparse.extract.quotes.stretches import Stretch

_FEWEST_FLOATING_WORDS = 3
_LONGEST_WORD = 30  # characters
_FEWEST_UNATTRIBUTED_WORDS = 6


@dataclass(frozen=True, slots=True)
class Heard:
    """A stretch as its sentence shows it.

    Attributes:
        attribution: what the text says of its speaker, or None.
        begins_sentence: whether no word of its sentence stands before it.
        is_block: whether it is the whole of its block.
    """

    stretch: Stretch
    attribution: Attribution | None
    begins_sentence: bool
    is_block: bool


@dataclass(slots=True)
class Draft:
    """A quote in the making.

    Attributes:
        attribution: its own; None for a floating quote.
        speaker_from: the draft whose speaker goes on speaking, for a floating quote.
    """

    stretches: list[Stretch]
    attribution: Attribution | None
    speaker_from: Draft | None = None
    is_block: bool = False

    @property
    def source(self) -> Attribution | None:
        """The attribution that tells its speaker, its own or that of the speech it goes on from."""
        if self.attribution is not None or self.speaker_from is None:
            return self.attribution
        return self.speaker_from.source


def join(text: str, heard: Iterable[Heard]) -> list[Draft]:
    """One draft for each uninterrupted act of speech, in order; what is no speech is left out."""
    drafts: list[Draft] = []
    before: Heard | None = None
    for this in heard:
        last = drafts[-1] if drafts else None
        follows_last = last is not None and before is not None and last.stretches[-1] is before.stretch
        if last is not None and before is not None and follows_last and _continues(text, last, before, this):
            last.stretches.append(this.stretch)
            last.attribution = last.attribution or this.attribution
        elif this.attribution is not None and (this.attribution.manner != "floating" or _floats(this)):
            drafts.append(Draft([this.stretch], this.attribution, is_block=this.is_block))
        elif _floats(this):
            drafts.append(Draft([this.stretch], None, _speaking_still(last, this), is_block=this.is_block))
        before = this
    _look_ahead(drafts)
    return [draft for draft in drafts if draft.source is not None or _stands_alone(draft)]


def _continues(text: str, last: Draft, before: Heard, this: Heard) -> bool:
    """Whether `this` is the same speech as the stretch just before it."""
    if before.stretch.runs_on:
        return this.stretch.block == before.stretch.block + 1
    if this.stretch.block != before.stretch.block:
        return False
    if this.attribution is not None and this.attribution.manner != "floating":
        return last.attribution is not None and this.attribution.attributes_with(last.attribution)
    gap_start = before.stretch.quoted.outer_end
    if last.attribution is not None and last.attribution.clause[0] >= gap_start:
        gap_start = last.attribution.clause[1]
    word_before = text[gap_start - _LONGEST_WORD : this.stretch.quoted.outer_start].split()[-1:]
    if word_before and word_before[0].isalpha() and word_before[0].islower():
        return False  # “...,” says Jane Roe, whose “Old Bog” won
    gap = text[gap_start : this.stretch.quoted.outer_start]
    return not any(character.isalnum() for character in gap)


def _floats(this: Heard) -> bool:
    """Whether a stretch without attribution stands as speech all the same: sentences of its own."""
    long_enough = len(this.stretch.words.split()) >= _FEWEST_FLOATING_WORDS
    speech_like = this.stretch.ends_sentence or this.stretch.runs_on or this.is_block
    return this.stretch.marked and this.begins_sentence and long_enough and speech_like


def _speaking_still(last: Draft | None, this: Heard) -> Draft | None:
    """The draft before, if it is near enough for its speaker to be speaking still."""
    if last is None or this.stretch.block - last.stretches[-1].block > 1:
        return None
    return last


def _look_ahead(drafts: Sequence[Draft]) -> None:
    """A quotation that nobody has been named for yet belongs to whoever the next paragraph names."""
    for draft, following in pairwise(drafts):
        near = following.stretches[0].block - draft.stretches[-1].block <= 1
        if draft.source is None and near and _is_attributed_behind(following):
            draft.speaker_from = following


def _is_attributed_behind(draft: Draft) -> bool:
    return draft.attribution is not None and draft.attribution.clause[0] > draft.stretches[0].quoted.start


def _stands_alone(draft: Draft) -> bool:
    return draft.is_block and len(draft.stretches[0].words.split()) >= _FEWEST_UNATTRIBUTED_WORDS
