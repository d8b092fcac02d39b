"""The one form every corpus is converted to, kept as JSON lines between the stages."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from training.morphology import features

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

T = TypeVar("T")
Entity = tuple[int, int, str]
BLOCK_BREAK = "\n\n"


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

    def followed_by(self, other: Sample) -> Sample:
        """Give both as one document; what either lacks, the whole lacks."""
        offset = len(self.words)
        heads = [head + offset for head in other.heads] if other.heads is not None else None
        ents = [(start + offset, end + offset, label) for start, end, label in other.ents or []]
        return Sample(
            self.corpus,
            self.words + other.words,
            self.spaces + other.spaces,
            tags=_both(self.tags, other.tags),
            pos=_both(self.pos, other.pos),
            heads=_both(self.heads, heads),
            deps=_both(self.deps, other.deps),
            lemmas=_both(self.lemmas, other.lemmas),
            ents=_both(self.ents, ents),
            unknown=(self.unknown or []) + [position + offset for position in other.unknown or []],
        )

    def widened(self, at: int, by: int) -> Sample:
        """Make room for more words of one name: behind word ``at`` come so many more, joined to it as flat.

        The new words repeat the old one until they are written over.
        """

        def moved(position: int) -> int:
            return position + by if position > at else position

        def spread(column: list[T] | None, filling: T) -> list[T] | None:
            return column and [*column[: at + 1], *[filling] * by, *column[at + 1 :]]

        words, spaces = self.words[at], self.spaces[at]
        return replace(
            self,
            words=spread(self.words, words),
            spaces=[*self.spaces[:at], *[True] * by, spaces, *self.spaces[at + 1 :]],
            tags=spread(self.tags, "NNP"),
            pos=spread(self.pos, "PROPN"),
            heads=spread(self.heads and [moved(head) for head in self.heads], at),
            deps=spread(self.deps, "flat"),
            lemmas=spread(self.lemmas, words),
            ents=self.ents
            and [
                (moved(start), moved(end - 1) + 1 + by * (end - 1 == at), label)
                for start, end, label in self.ents
            ],
            unknown=self.unknown and [moved(position) for position in self.unknown],
        )

    def _morphs(self) -> list[str] | None:
        if self.tags is None or self.pos is None:
            return None
        return [features(tag, pos) for tag, pos in zip(self.tags, self.pos, strict=True)]

    def to_doc(self, vocab: Vocab) -> Doc:
        """Give the sample as a spaCy Doc with its gold annotations."""
        from spacy.tokens import Doc

        doc = Doc(
            vocab,
            words=self.words,
            spaces=self.spaces,
            tags=self.tags,
            pos=self.pos,
            morphs=self._morphs(),
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


def stacked(upper: Sample, lower: Sample) -> Sample:
    """Give two blocks as one document, a blank line between them.

    The blank line is a token of its own, hung on the word before it as spaCy's pipelines do.
    """
    touching = replace(upper, spaces=[*upper.spaces[:-1], False])
    blank = Sample(
        upper.corpus, [BLOCK_BREAK], [False], ["_SP"], ["SPACE"], [-1], ["dep"], [BLOCK_BREAK], [], []
    )
    return touching.followed_by(blank).followed_by(lower)


def _both(first: list[T] | None, second: list[T] | None) -> list[T] | None:
    return None if first is None or second is None else first + second


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
