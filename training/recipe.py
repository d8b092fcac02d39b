"""Everything that can be set: how the teacher learns, how much it labels, how the pipeline learns."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Lesson:
    """How the teacher learns.

    Attributes:
        rounds: how often it sees the trees.
        press_repeats: how often it sees the press lines in a round.
        names_share: the share of the other corpora of names that it sees in a round.
        encoder_rate: highest learning rate of the pretrained encoder.
        head_rate: highest learning rate of the rest.
        seed: of everything random.
    """

    rounds: int = 3
    press_repeats: int = 4
    names_share: float = 0.4
    encoder_rate: float = 8e-5
    head_rate: float = 1e-3
    seed: int = 20


@dataclass(frozen=True)
class Plan:
    """How the pipeline learns.

    Attributes:
        steps: number of batches.
        words_a_batch: size of a batch.
        rate: highest learning rate.
        dropout: share of activations left out.
        shares: how large a share of the words each kind of text has.
        seed: of everything random.
    """

    steps: int = 12_000
    words_a_batch: int = 1000
    rate: float = 1e-3
    dropout: float = 0.1
    shares: Mapping[str, float] = field(
        default_factory=lambda: {"trees": 0.33, "press": 0.25, "names": 0.08, "releases": 0.34}
    )
    seed: int = 7


# Without a teacher there are no labelled releases, and only trees teach tags and dependencies.
GOLD_SHARES = {"trees": 0.6, "press": 0.3, "names": 0.1}


@dataclass(frozen=True)
class Recipe:
    """The whole recipe.

    Attributes:
        teacher: whether a teacher labels what people left out; without one those words are left open.
        lesson: how it learns.
        release_words: how much raw text it labels.
        plan: how the pipeline learns.
    """

    teacher: bool = True
    lesson: Lesson = field(default_factory=Lesson)
    release_words: int = 1_500_000
    plan: Plan = field(default_factory=Plan)
