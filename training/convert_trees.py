"""Universal Dependencies files (CoNLL-U) to samples of a few sentences each."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.sample import Sample, stacked

MAX_WORDS = 180


@dataclass
class Sentence:
    """The word rows of one CoNLL-U sentence and whether it opens a paragraph or a document."""

    rows: list[list[str]]
    joined_to_next: set[int]
    opens_paragraph: bool
    opens_document: bool


def read_sentences(path: Path) -> Iterator[Sentence]:
    """Read the sentences of a gzipped CoNLL-U file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        block: list[str] = []
        for line in lines:
            if line.strip():
                block.append(line.rstrip("\n"))
            elif block:
                yield _sentence(block)
                block = []
        if block:
            yield _sentence(block)


def _sentence(block: list[str]) -> Sentence:
    rows: list[list[str]] = []
    joined: set[int] = set()
    for line in block:
        if line.startswith("#"):
            continue
        row = line.split("\t")
        if row[0].isdigit():
            rows.append(row)
            if "SpaceAfter=No" in row[9]:
                joined.add(int(row[0]))
        elif "-" in row[0]:
            joined |= _joined_in_range(row)
    opens_document = any(line.startswith("# newdoc") for line in block)
    opens_paragraph = opens_document or any(line.startswith("# newpar") for line in block)
    return Sentence(rows, joined, opens_paragraph, opens_document)


def _joined_in_range(row: list[str]) -> set[int]:
    """Words of a contraction ("do" "n't") touch; only the contraction says whether a space follows."""
    first, last = map(int, row[0].split("-"))
    touching = set(range(first, last))
    return touching | {last} if "SpaceAfter=No" in row[9] else touching


def tree_samples(path: Path, corpus: str) -> Iterator[Sample]:
    """Group neighbouring sentences of one document, a blank line between its paragraphs."""
    group: list[Sentence] = []
    for sentence in read_sentences(path):
        size = sum(len(member.rows) for member in group)
        if group and (sentence.opens_document or size + len(sentence.rows) > MAX_WORDS):
            yield _join(group, corpus)
            group = []
        group.append(sentence)
    if group:
        yield _join(group, corpus)


def _join(group: list[Sentence], corpus: str) -> Sample:
    sample = _tree(group[0], corpus)
    for sentence in group[1:]:
        tree = _tree(sentence, corpus)
        sample = stacked(sample, tree) if sentence.opens_paragraph else sample.followed_by(tree)
    return sample


def _tree(sentence: Sentence, corpus: str) -> Sample:
    rows = sentence.rows
    roots = [row[6] == "0" for row in rows]
    return Sample(
        corpus,
        words=[row[1] for row in rows],
        spaces=[int(row[0]) not in sentence.joined_to_next for row in rows],
        tags=["XX" if row[4] == "_" else row[4] for row in rows],
        pos=[row[3] for row in rows],
        heads=[int(row[0] if root else row[6]) - 1 for row, root in zip(rows, roots, strict=True)],
        deps=["ROOT" if root else row[7] for row, root in zip(rows, roots, strict=True)],
        lemmas=[row[1] if row[2] == "_" else row[2] for row in rows],
    )
