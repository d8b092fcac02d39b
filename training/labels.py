"""The entity labels of the pipeline, and what each corpus can and cannot say of them."""

from __future__ import annotations

from training.places import kind_of_place
from training.sample import Sample

ENTITY_LABELS = (
    "PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "AWARD", "PRODUCT", "WORK_OF_ART", "TITLE",
)  # fmt: skip
OUTSIDE = "O"
MARKS = (OUTSIDE, *(f"{edge}-{label}" for label in ENTITY_LABELS for edge in "BI"))
MARK_IDS = {mark: number for number, mark in enumerate(MARKS)}

# What a corpus leaves unmarked though it may stand there: its "outside" means outside or one of these.
_LEFT_OUT = {
    "ewt-train": ("TITLE", "NORP", "EVENT", "AWARD", "PRODUCT", "WORK_OF_ART"),
    "gum-train": ("TITLE", "NORP", "EVENT", "AWARD", "PRODUCT", "WORK_OF_ART"),
    "crossner": ("TITLE", "NORP", "PRODUCT", "WORK_OF_ART"),
    "wikigold": ("TITLE",),
    "wnut": ("TITLE", "NORP", "EVENT", "AWARD"),
}


def possible_marks(sample: Sample) -> list[list[int]]:
    """Give, word by word, the marks that the sample's own annotation allows.

    Press lines allow one mark a word. Elsewhere "outside" comes first and allows every label that the
    corpus never marks, "LOC" is the kind of place that the name says, and an unknown word (or an
    unannotated sample) may be anything.
    """
    everything = list(range(len(MARKS)))
    if sample.ents is None:
        return [everything] * len(sample.words)
    allowed = [_possible_outside(sample.corpus)] * len(sample.words)
    for position in sample.unknown or []:
        allowed[position] = everything
    for start, end, label in sample.ents:
        all_places = label == "LOC" and sample.corpus in _LEFT_OUT
        kind = kind_of_place(sample.words[start:end]) if all_places else label
        allowed[start] = [MARK_IDS[f"B-{kind}"]]
        allowed[start + 1 : end] = [[MARK_IDS[f"I-{kind}"]]] * (end - start - 1)
    return allowed


def open_everywhere(corpus: str) -> bool:
    """Tell whether a corpus passes over names of most kinds, so that any capital may hide one."""
    return len(_LEFT_OUT.get(corpus, ())) > len(ENTITY_LABELS) // 2


def _possible_outside(corpus: str) -> list[int]:
    hidden = [MARK_IDS[f"{edge}-{label}"] for label in _LEFT_OUT.get(corpus, ()) for edge in "BI"]
    return [MARK_IDS[OUTSIDE], *hidden]
