"""The encoder and its heads, run by onnxruntime: words in, the best marks, tags and trees out."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from pressparse.nlp.accurate.decode import Floats, Ints, best_marks, best_sentences
from pressparse.nlp.accurate.full_stops import seems_to_start
from pressparse.nlp.accurate.pieces import PieceCutter

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

READER = "reader.onnx"
RELATIONS = "relations.onnx"
VOCABULARY = "tokenizer.json"
LABELS = "labels.json"
FILES = (READER, RELATIONS, VOCABULARY, LABELS)
READER_INPUTS = ("pieces", "piece_mask", "first_pieces", "shapes", "word_mask")
READER_OUTPUTS = ("vectors", "marks", "tags", "pos", "arcs")
RELATIONS_INPUTS = ("vectors", "heads")
ROOT = "ROOT"


@dataclass(frozen=True, slots=True)
class Labels:
    """The closed sets of labels that the network chooses from, as its columns have them.

    Attributes:
        marks: "O", and "B-" and "I-" with every label of entities.
        tags: Penn Treebank tags.
        pos: universal parts of speech.
        deps: dependency labels.
        features: the morphological features of a tag and part of speech, where there are any.
    """

    marks: tuple[str, ...]
    tags: tuple[str, ...]
    pos: tuple[str, ...]
    deps: tuple[str, ...]
    features: Mapping[str, Mapping[str, str]]

    @classmethod
    def read(cls, file: Path) -> Labels:
        stored = json.loads(file.read_text(encoding="utf-8"))
        features = stored.pop("features")
        return cls(features=features, **{kind: tuple(labels) for kind, labels in stored.items()})


@dataclass(frozen=True, slots=True)
class WindowReading:
    """What the network says of the words of one window; labels as their numbers.

    Heads are positions in the window, a root is its own head.
    """

    marks: Ints
    tags: Ints
    pos: Ints
    heads: Ints
    deps: Ints


class Network:
    """Reads windows of words.

    Args:
        folder: holds `FILES`.
        threads: how many processors a pass may use.

    Raises:
        ImportError: onnxruntime or tokenizers is not installed.
    """

    def __init__(self, folder: Path, *, threads: int) -> None:
        self.labels = Labels.read(folder / LABELS)
        self._cut = PieceCutter(folder / VOCABULARY)
        self._reader = _session(folder / READER, threads)
        self._relations = _session(folder / RELATIONS, threads)

    def pieces_of(self, word: str) -> int:
        """How many pieces a word has."""
        return len(self._cut.pieces(word))

    def read(self, windows: Sequence[Sequence[str]]) -> Iterator[WindowReading]:
        """Read windows of like length in one pass."""
        batch = self._cut(windows)
        inputs = {name: getattr(batch, name) for name in READER_INPUTS}
        vectors, marks, tags, pos, arcs = self._reader.run(READER_OUTPUTS, inputs)
        heads = _heads(arcs, windows)
        (deps,) = self._relations.run(None, dict(zip(RELATIONS_INPUTS, (vectors, heads), strict=True)))
        for row, words in enumerate(windows):
            size = len(words)
            yield WindowReading(
                marks=best_marks(marks[row, :size], self.labels.marks),
                tags=tags[row, :size],
                pos=pos[row, :size],
                heads=heads[row, :size],
                deps=self._with_roots(deps[row, :size], heads[row, :size]),
            )

    def _with_roots(self, deps: Ints, heads: Ints) -> Ints:
        """A root's label follows from the tree; the network labels the other words alone."""
        deps = deps.copy()
        deps[heads == range(len(heads))] = self.labels.deps.index(ROOT)
        return deps


def _heads(arcs: Floats, windows: Sequence[Sequence[str]]) -> Ints:
    heads = np.zeros(arcs.shape[:2], dtype=np.int64)
    for row, words in enumerate(windows):
        size = len(words)
        heads[row, :size] = best_sentences(arcs[row, :size, :size], np.array(seems_to_start(words)))
    return heads


def _session(file: Path, threads: int) -> InferenceSession:
    from onnxruntime import InferenceSession, SessionOptions

    options = SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    return InferenceSession(str(file), options, providers=["CPUExecutionProvider"])
