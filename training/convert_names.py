"""Named-entity corpora (JSON lines of words) and the marked-up press lines to samples."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from training.sample import Entity, Sample

if TYPE_CHECKING:
    from spacy.tokenizer import Tokenizer

_MARKED = re.compile(r"\[\[([A-Z_]+)\|(.+?)\]\]")
_PRESS_LABELS = {"WORK": "WORK_OF_ART"}


def word_samples(path: Path, corpus: str) -> Iterator[Sample]:
    """Read a corpus kept as one JSON object a line: words, spaces, entities, unknown words."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            ents = [(start, end, label) for start, end, label in record["ents"]]
            yield Sample(corpus, record["tokens"], record["spaces"], ents=ents, unknown=record["unknown"])


def press_samples(path: Path) -> Iterator[Sample]:
    """Read one file of press lines, marked ``[[LABEL|words]]``; the corpus is ``press/<file>``."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            yield press_sample(line.strip(), f"press/{path.stem}")


def press_sample(line: str, corpus: str) -> Sample:
    """Strip the marks from one press line and carry them over to its words."""
    text, marks = _strip_marks(line)
    words, spaces, offsets = split_words(text)
    ents: list[Entity] = []
    unknown: set[int] = set()
    for start, end, label in marks:
        inside = [i for i, (low, high) in enumerate(offsets) if low < end and high > start]
        if offsets[inside[0]][0] == start and offsets[inside[-1]][1] == end:
            ents.append((inside[0], inside[-1] + 1, label))
        else:
            unknown.update(inside)  # the mark cuts a word in two ("U.S.-based"): no safe label
    return Sample(corpus, words, spaces, ents=ents, unknown=sorted(unknown))


def _strip_marks(line: str) -> tuple[str, list[Entity]]:
    parts: list[str] = []
    marks: list[Entity] = []
    length = position = 0
    for match in _MARKED.finditer(line):
        before = line[position : match.start()]
        label, words = match.groups()
        start = length + len(before)
        length = start + len(words)
        marks.append((start, length, _PRESS_LABELS.get(label, label)))
        parts += [before, words]
        position = match.end()
    return "".join(parts) + line[position:], marks


def split_words(text: str) -> tuple[list[str], list[bool], list[tuple[int, int]]]:
    doc = _tokenizer()(text)
    words = [token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    return words, spaces, [(token.idx, token.idx + len(token)) for token in doc]


@cache
def _tokenizer() -> Tokenizer:
    import spacy

    return spacy.blank("en").tokenizer
