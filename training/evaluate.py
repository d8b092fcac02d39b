"""Stage: measure a pipeline on what it was not trained on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.training import Example
from spacy.vocab import Vocab

from training.sample import Entity, Sample

if TYPE_CHECKING:
    from spacy.language import Language

PLACE = "PLACE"
_PLACES = {"GPE": PLACE, "LOC": PLACE, "FAC": PLACE}
_WEB_LABELS = {"PERSON": "PERSON", "ORG": "ORG", **_PLACES}
_TREE_SCORES = ("tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")

Counts = dict[str, tuple[int, int, int]]  # by label: entities found rightly, in the gold, found
Rates = dict[str, dict[str, float]]


def tree_scores(nlp: Language, samples: Sequence[Sample]) -> dict[str, float]:
    """Measure tags, lemmas, trees and sentences on raw text; punctuation does not count in trees."""
    examples = [Example(nlp.make_doc(sample.text), sample.to_doc(nlp.vocab)) for sample in samples]
    scores = nlp.evaluate(examples)
    return {name: scores[name] for name in _TREE_SCORES if scores.get(name) is not None}


def count_names(nlp: Language, samples: Sequence[Sample]) -> Counts:
    """Count entities by label, of all labels together, and of all places as one label."""
    pairs = [(gold_entities(sample), found_entities(nlp, sample)) for sample in samples]
    merged = [(_relabel(gold, _PLACES), _relabel(found, _PLACES)) for gold, found in pairs]
    return {**_count(pairs), PLACE: _count(merged).get(PLACE, (0, 0, 0))}


def count_web_names(nlp: Language, samples: Sequence[Sample]) -> Counts:
    """The same for a corpus that knows persons, organisations and places alone."""
    gold_labels = {**_WEB_LABELS, "LOC": PLACE}
    return _count(
        [
            (_only(gold_entities(sample), gold_labels), _only(found_entities(nlp, sample), _WEB_LABELS))
            for sample in samples
        ]
    )


def pooled(folds: Iterable[Counts]) -> Counts:
    """Add the counts of several test sets."""
    total: Counts = {}
    for counts in folds:
        for label, row in counts.items():
            before = total.get(label, (0, 0, 0))
            total[label] = (before[0] + row[0], before[1] + row[1], before[2] + row[2])
    return total


def rates(counts: Counts) -> Rates:
    """Give precision, recall, F and the number of gold entities by label."""
    table: Rates = {}
    for label, (right, wanted, found) in counts.items():
        row = {"p": right / found if found else 0.0, "r": right / wanted if wanted else 0.0}
        table[label] = {
            **row,
            "f": 2 * right / (wanted + found) if wanted + found else 0.0,
            "support": wanted,
        }
    return table


def gold_entities(sample: Sample) -> set[Entity]:
    """The sample's entities in character offsets."""
    doc = replace(sample, unknown=None).to_doc(Vocab())
    return {(ent.start_char, ent.end_char, ent.label_) for ent in doc.ents}


def found_entities(nlp: Language, sample: Sample) -> set[Entity]:
    """What the pipeline finds in the sample's text, but for what overlaps an unknown word."""
    starts = _starts(sample)
    open_stretches = [(starts[i], starts[i] + len(sample.words[i])) for i in sample.unknown or []]
    ents = {(ent.start_char, ent.end_char, ent.label_) for ent in nlp(sample.text).ents}
    return {e for e in ents if not any(start < e[1] and end > e[0] for start, end in open_stretches)}


def _starts(sample: Sample) -> list[int]:
    starts, position = [], 0
    for word, space in zip(sample.words, sample.spaces, strict=True):
        starts.append(position)
        position += len(word) + space
    return starts


def _only(ents: set[Entity], labels: dict[str, str]) -> set[Entity]:
    return {(start, end, labels[label]) for start, end, label in ents if label in labels}


def _relabel(ents: set[Entity], labels: dict[str, str]) -> set[Entity]:
    return {(start, end, labels.get(label, label)) for start, end, label in ents}


def _count(pairs: Sequence[tuple[set[Entity], set[Entity]]]) -> Counts:
    labels = sorted({label for gold, found in pairs for _, _, label in gold | found})
    rows = {
        label: _agreement([(_of(gold, label), _of(found, label)) for gold, found in pairs])
        for label in labels
    }
    return {**rows, "all": _agreement(pairs)}


def _of(ents: set[Entity], label: str) -> set[Entity]:
    return {ent for ent in ents if ent[2] == label}


def _agreement(pairs: Iterable[tuple[set[Entity], set[Entity]]]) -> tuple[int, int, int]:
    right = wanted = found_in_all = 0
    for gold, found in pairs:
        right += len(gold & found)
        wanted += len(gold)
        found_in_all += len(found)
    return right, wanted, found_in_all
