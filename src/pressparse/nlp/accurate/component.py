"""The spaCy component of the accurate pipeline: sets tags, features, trees, sentences and entities."""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import registry
from spacy.vocab import Vocab

from pressparse.nlp.accurate.decode import read_marks
from pressparse.nlp.accurate.network import FILES, Labels, Network, WindowReading
from pressparse.nlp.accurate.windows import Window, batches, cut_windows

FACTORY = "pressparse_annotator"
_ATTRIBUTES = ("TAG", "POS", "MORPH", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE")
_COLUMN = {attribute: column for column, attribute in enumerate(_ATTRIBUTES)}
_BEGINS, _INSIDE, _OUTSIDE = 3, 1, 2  # as spaCy numbers ENT_IOB
_SCORERS = tuple(f"spacy.{pipe}_scorer.v1" for pipe in ("tagger", "morphologizer", "parser", "ner"))

Keys = npt.NDArray[np.uint64]


class Annotator:
    """Reads a `Doc`'s words with a `Network` and writes all it says on the `Doc`.

    White space is not read: it hangs on the word before it, as in spaCy's own pipelines.

    Args:
        vocab: the pipeline's.
        name: of the component in its pipeline.
        threads: how many processors a pass may use.
    """

    def __init__(self, vocab: Vocab, name: str, *, threads: int) -> None:
        self.vocab = vocab
        self.name = name
        self._threads = threads
        self._folder: Path | None = None

    @property
    def labels(self) -> tuple[str, ...]:
        """Every label that it may set: tags, dependencies, entities."""
        labels = self._network.labels
        return (*labels.tags, *labels.deps, *(mark[2:] for mark in labels.marks if mark.startswith("B-")))

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], *, batch_size: int = 64) -> Iterator[Doc]:
        """Annotate docs in place, those of a batch together."""
        stream = iter(stream)
        while docs := list(islice(stream, batch_size)):
            readings = self._read(docs)
            for number, doc in enumerate(docs):
                if len(doc):
                    table = self._table(doc, readings[number])
                    doc.from_array(list(_ATTRIBUTES), table)  # type: ignore[arg-type]  # thinc's name of it
                yield doc

    def score(self, examples: Iterable[Example], **options: Any) -> dict[str, Any]:
        """Measure all that it sets, as spaCy's own components do."""
        examples = list(examples)
        scorers = [registry.get("scorers", name)() for name in _SCORERS]
        return {name: score for scorer in scorers for name, score in scorer(examples, **options).items()}

    def _read(self, docs: Sequence[Doc]) -> dict[int, list[tuple[Window, WindowReading]]]:
        """What the network says of each doc, by its number."""
        windows = [
            window
            for number, doc in enumerate(docs)
            for window in cut_windows(number, [token.text for token in doc], self._network.pieces_of)
        ]
        readings: dict[int, list[tuple[Window, WindowReading]]] = defaultdict(list)
        for batch in batches(windows):
            found = self._network.read([window.words for window in batch])
            for window, reading in zip(batch, found, strict=True):
                readings[window.text].append((window, reading))
        return readings

    def _table(self, doc: Doc, readings: Sequence[tuple[Window, WindowReading]]) -> Keys:
        """The doc's annotations as `Doc.from_array` takes them: one row a token."""
        table = self._white_space(len(doc), readings)
        for window, reading in readings:
            places = np.array(window.places)
            rows = self._keys.of_words(reading)
            rows[:, _COLUMN["HEAD"]] = (places[reading.heads] - places).astype(np.uint64)
            table[places] = rows
            self._write_entities(table, window, reading)
        return table

    def _white_space(self, size: int, readings: Sequence[tuple[Window, WindowReading]]) -> Keys:
        """A table of nothing but white space, the first token leaning on the first word."""
        strings = self.vocab.strings
        row = dict.fromkeys(_ATTRIBUTES, 0)
        row.update(TAG=strings.add("_SP"), POS=strings.add("SPACE"), DEP=strings.add("dep"))
        row.update(MORPH=self.vocab.morphology.add(""), ENT_IOB=_OUTSIDE)
        table = np.array([list(row.values())] * size, dtype=np.uint64)
        heads = np.full(size, -1, dtype=np.int64)
        heads[0] = min((window.places[0] for window, _ in readings), default=0)
        table[:, _COLUMN["HEAD"]] = heads.astype(np.uint64)
        if not readings:
            table[0, _COLUMN["DEP"]] = strings.add("ROOT")
        return table

    def _write_entities(self, table: Keys, window: Window, reading: WindowReading) -> None:
        marks = self._network.labels.marks
        for start, end, label in read_marks([marks[mark] for mark in reading.marks]):
            first, last = window.places[start], window.places[end - 1]
            table[first : last + 1, _COLUMN["ENT_TYPE"]] = self.vocab.strings.add(label)
            table[first : last + 1, _COLUMN["ENT_IOB"]] = _INSIDE
            table[first, _COLUMN["ENT_IOB"]] = _BEGINS

    def from_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> Annotator:  # noqa: ARG002
        """Load the network from a folder.

        Raises:
            ImportError: onnxruntime or tokenizers is not installed.
        """
        self._folder = Path(path)
        self._network = Network(self._folder, threads=self._threads)
        self._keys = _Keys(self._network.labels, self.vocab)
        return self

    def to_disk(self, path: str | Path, *, exclude: Sequence[str] = ()) -> None:  # noqa: ARG002
        """Copy the network's files to a folder."""
        if self._folder is None:
            raise ValueError("an annotator that was never loaded has nothing to write")
        Path(path).mkdir(parents=True, exist_ok=True)
        for file in FILES:
            shutil.copyfile(self._folder / file, Path(path) / file)


class _Keys:
    """What the network's numbers are in a vocabulary: the keys that a `Doc` stores."""

    def __init__(self, labels: Labels, vocab: Vocab) -> None:
        self.tags = np.array([vocab.strings.add(tag) for tag in labels.tags], dtype=np.uint64)
        self.deps = np.array([vocab.strings.add(dep) for dep in labels.deps], dtype=np.uint64)
        self.pos = np.array([vocab.strings.add(pos) for pos in labels.pos], dtype=np.uint64)
        features = [[labels.features.get(tag, {}).get(pos, "") for pos in labels.pos] for tag in labels.tags]
        self.morphs = np.array(
            [[vocab.morphology.add(each) for each in row] for row in features], dtype=np.uint64
        )

    def of_words(self, reading: WindowReading) -> Keys:
        """Rows of a table, but for heads and entities."""
        rows = np.zeros((len(reading.tags), len(_ATTRIBUTES)), dtype=np.uint64)
        rows[:, _COLUMN["TAG"]] = self.tags[reading.tags]
        rows[:, _COLUMN["POS"]] = self.pos[reading.pos]
        rows[:, _COLUMN["MORPH"]] = self.morphs[reading.tags, reading.pos]
        rows[:, _COLUMN["DEP"]] = self.deps[reading.deps]
        rows[:, _COLUMN["ENT_IOB"]] = _OUTSIDE
        return rows


@Language.factory(
    FACTORY,
    assigns=["token.tag", "token.pos", "token.morph", "token.dep", "token.head", "doc.sents", "doc.ents"],
    default_config={"threads": 1},
)
def make_annotator(nlp: Language, name: str, threads: int) -> Annotator:
    """Make the component; it reads nothing until its network is loaded from disk."""
    return Annotator(nlp.vocab, name, threads=threads)
