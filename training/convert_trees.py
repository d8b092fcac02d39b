"""Universal Dependencies files (CoNLL-U) to samples of a few sentences each."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from training.sample import Sample

MAX_WORDS = 180
BLOCK_BREAK = "\n\n"


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
    sample = Sample(corpus, [], [], tags=[], pos=[], heads=[], deps=[], lemmas=[])
    for position, sentence in enumerate(group):
        if position and sentence.opens_paragraph:
            _append_block_break(sample)
        _append_sentence(sample, sentence)
    return sample


def _append_block_break(sample: Sample) -> None:
    """The blank line is a token of its own, hung on the word before it as spaCy's pipelines do."""
    sample.spaces[-1] = False
    _append_word(sample, BLOCK_BREAK, False, "_SP", "SPACE", len(sample.words) - 1, "dep", BLOCK_BREAK)


def _append_sentence(sample: Sample, sentence: Sentence) -> None:
    offset = len(sample.words)
    for row in sentence.rows:
        number = int(row[0])
        head = number if row[6] == "0" else int(row[6])
        label = "ROOT" if row[6] == "0" else row[7]
        space = number not in sentence.joined_to_next
        tag = row[4] if row[4] != "_" else "XX"
        lemma = row[2] if row[2] != "_" else row[1]
        _append_word(sample, row[1], space, tag, row[3], offset + head - 1, label, lemma)


def _append_word(
    sample: Sample, word: str, space: bool, tag: str, pos: str, head: int, label: str, lemma: str
) -> None:
    assert sample.tags is not None and sample.pos is not None and sample.lemmas is not None
    assert sample.heads is not None and sample.deps is not None
    sample.words.append(word)
    sample.spaces.append(space)
    sample.tags.append(tag)
    sample.pos.append(pos)
    sample.heads.append(head)
    sample.deps.append(label)
    sample.lemmas.append(lemma)
