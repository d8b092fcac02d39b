"""The one form every corpus is converted to, kept as JSON lines between the stages."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

Entity = tuple[int, int, str]


@dataclass
class Sample:
    """A short document: its words and what its corpus says of them; None where the corpus is silent.

    ``heads`` are word indices (a root is its own head), ``ents`` are ``(first, past_last, label)`` in
    words, ``unknown`` lists words whose entity label is not known: training neither rewards nor
    punishes any label there.
    """

    corpus: str
    words: list[str]
    spaces: list[bool]
    tags: list[str] | None = None
    pos: list[str] | None = None
    heads: list[int] | None = None
    deps: list[str] | None = None
    lemmas: list[str] | None = None
    ents: list[Entity] | None = None
    unknown: list[int] | None = None

    @property
    def text(self) -> str:
        """The document's text as printed."""
        return "".join(word + " " * space for word, space in zip(self.words, self.spaces, strict=True))

    def to_doc(self, vocab: Vocab) -> Doc:
        """Give the sample as a spaCy Doc with its gold annotations."""
        from spacy.tokens import Doc

        doc = Doc(
            vocab,
            words=self.words,
            spaces=self.spaces,
            tags=self.tags,
            pos=self.pos,
            heads=self.heads,
            deps=self.deps,
            lemmas=self.lemmas,
        )
        if self.ents is not None:
            spans = [doc[start:end] for start, end, _ in self.ents]
            for span, (_, _, label) in zip(spans, self.ents, strict=True):
                span.label_ = label
            missing = [doc[i : i + 1] for i in self.unknown or []]
            doc.set_ents(spans, missing=missing, default="outside")
        return doc


def write_samples(path: Path, samples: Iterable[Sample]) -> None:
    """Write samples as gzipped JSON lines, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(path.name + ".part")
    with gzip.open(partial, "wt", encoding="utf-8", compresslevel=5) as lines:
        for sample in samples:
            lines.write(json.dumps(asdict(sample), ensure_ascii=False) + "\n")
    partial.replace(path)


def read_samples(path: Path) -> Iterator[Sample]:
    """Read what `write_samples` wrote."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            fields = json.loads(line)
            if fields["ents"] is not None:
                fields["ents"] = [tuple(entity) for entity in fields["ents"]]
            yield Sample(**fields)
