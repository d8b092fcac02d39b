"""Stage: the teacher labels everything: raw releases freely, annotated corpora within what they say."""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch

from pressparse.nlp.accurate.decode import IMPOSSIBLE, Floats, Ints, best_forest, best_marks, read_marks
from training.convert_names import split_words
from training.labels import MARKS, possible_marks
from training.sample import BLOCK_BREAK, Sample
from training.teach import batches_by_length
from training.teacher import PieceEncoder, Teacher

_MAX_WORDS = 180
_PAGE_WORDS = 120
_LEAST_SURE = 0.55  # below this probability a word's mark is left open rather than taught


def release_samples(path: Path, words: int) -> Iterator[Sample]:
    """Cut raw releases, one paragraph a line, into unannotated pages of about so many words in all.

    Pages are taken from all over the file, so that no few authors fill them.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        pages = list(_pages(line.strip() for line in lines if line.strip()))
    total = sum(page.count(" ") for page in pages)
    for page in pages[:: max(1, total // words)]:
        pieces, spaces, _ = split_words(page)
        yield Sample("releases", pieces[:_MAX_WORDS], spaces[:_MAX_WORDS])


def _pages(paragraphs: Iterable[str]) -> Iterator[str]:
    """Set paragraphs under one another until a page is full."""
    page: list[str] = []
    for paragraph in paragraphs:
        if page and sum(block.count(" ") for block in page) + paragraph.count(" ") > _PAGE_WORDS:
            yield BLOCK_BREAK.join(page)
            page = []
        page.append(paragraph)
    yield BLOCK_BREAK.join(page)


def label(teacher: Teacher, samples: Sequence[Sample]) -> Iterator[Sample]:
    """Fill in what samples lack: marks within the allowed ones, and trees where there are none."""
    encode = PieceEncoder()
    for number, batch in enumerate(batches_by_length(samples), 1):
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            yield from _label_batch(teacher, encode, batch)
        if number % 100 == 0:
            print(f"label {number} batches", flush=True)


def _label_batch(teacher: Teacher, encode: PieceEncoder, batch: list[Sample]) -> Iterator[Sample]:
    encoded = encode([sample.words for sample in batch])
    words = teacher(encoded)
    marks = teacher.marks(words).float().log_softmax(-1).numpy()
    arcs = teacher.arc_scores(words, encoded).log_softmax(-1).numpy()
    forests = [best_forest(arcs[row, : len(s.words), : len(s.words)]) for row, s in enumerate(batch)]
    heads = torch.zeros(encoded.first_pieces.shape, dtype=torch.long)
    for row, forest in enumerate(forests):
        heads[row, : len(forest)] = torch.from_numpy(forest)
    deps = teacher.deps.at_heads(words, heads).float()
    deps[..., teacher.inventory.deps.index("ROOT")] = -1e4
    choices = {"deps": deps, "tags": teacher.tags(words), "pos": teacher.pos(words)}
    best = {kind: scores.float().argmax(-1).numpy() for kind, scores in choices.items()}
    for row, sample in enumerate(batch):
        size = len(sample.words)
        marked = _with_marks(sample, marks[row, :size])
        tree = {kind: best[kind][row, :size] for kind in best}
        yield marked if sample.heads is not None else _with_tree(marked, teacher, forests[row], tree)


def _with_marks(sample: Sample, log_probs: Floats) -> Sample:
    """Take the likeliest allowed marks; where neither teacher nor corpus is sure, leave them open."""
    allowed = possible_marks(sample)
    best = best_marks(log_probs + _barred(allowed), MARKS)
    ents = read_marks([MARKS[mark] for mark in best])
    unsure = _unsure(sample, log_probs, best, allowed)
    sure = [ent for ent in ents if not unsure & set(range(ent[0], ent[1]))]
    dropped = {i for start, end, _ in set(ents) - set(sure) for i in range(start, end)}
    return replace(sample, ents=sure, unknown=sorted(unsure | dropped))


def _barred(allowed: list[list[int]]) -> Floats:
    """What to add to scores so that no word gets a mark that it may not have."""
    barred = np.full((len(allowed), len(MARKS)), IMPOSSIBLE, dtype=np.float32)
    for row, marks in zip(barred, allowed, strict=True):
        row[marks] = 0.0
    return barred


def _unsure(sample: Sample, log_probs: Floats, best: Ints, allowed: list[list[int]]) -> set[int]:
    annotated = {i for start, end, _ in sample.ents or [] for i in range(start, end)}
    chances = [
        np.exp(row[mark]) / np.exp(row[marks]).sum()
        for row, mark, marks in zip(log_probs, best, allowed, strict=True)
    ]
    return {i for i, chance in enumerate(chances) if chance < _LEAST_SURE and i not in annotated}


def _with_tree(sample: Sample, teacher: Teacher, forest: Ints, best: dict[str, Ints]) -> Sample:
    inventory = teacher.inventory
    roots = forest == np.arange(len(forest))
    deps = ["ROOT" if root else inventory.deps[n] for root, n in zip(roots, best["deps"], strict=True)]
    return replace(
        sample,
        heads=[int(head) for head in forest],
        deps=deps,
        tags=[inventory.tags[n] for n in best["tags"]],
        pos=[inventory.pos[n] for n in best["pos"]],
    )
