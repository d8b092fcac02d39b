"""Stage: the teacher itself as a pipeline: its network in eight bits as ONNX, behind pressparse's own component."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable
from pathlib import Path

import spacy
import torch
from torch import Tensor, nn

from pressparse.nlp.accurate.component import FACTORY
from pressparse.nlp.accurate.network import (
    LABELS,
    READER,
    READER_INPUTS,
    READER_OUTPUTS,
    RELATIONS,
    RELATIONS_INPUTS,
    ROOT,
    VOCABULARY,
)
from training.eight_bits import in_eight_bits
from training.lemmas import add_lemmatizer
from training.morphology import features
from training.sample import Sample
from training.teacher import VOCABULARY as TEACHERS_VOCABULARY
from training.teacher import Encoded, Inventory, PieceEncoder, Teacher

_EXAMPLE = [["Ana", "Ruiz", "spoke", "in", "Lima", "."], ["It", "rained", "."]]


def export_accurate(teacher: Teacher, trees: Iterable[Sample], folder: Path) -> None:
    """Write the teacher as a spaCy pipeline to a folder.

    Args:
        teacher: in single precision, as it was trained.
        trees: what the lemmatizer learns its exceptions from.
        folder: made, with all above it.
    """
    with tempfile.TemporaryDirectory() as network:
        write_network(teacher, Path(network))
        nlp = spacy.blank("en")
        nlp.add_pipe(FACTORY, "annotator").from_disk(network)  # type: ignore[attr-defined]
        add_lemmatizer(nlp, trees)
        nlp.to_disk(folder)


def write_network(teacher: Teacher, folder: Path) -> None:
    """Write the files that the run time's `Network` reads."""
    small = _exportable(teacher)
    batch = PieceEncoder()(_EXAMPLE)
    reader_inputs = tuple(getattr(batch, name) for name in READER_INPUTS)
    _write_onnx(_Reader(small), reader_inputs, folder / READER, READER_INPUTS, READER_OUTPUTS)
    with torch.no_grad():
        vectors = teacher(batch)
    heads = torch.zeros(vectors.shape[:2], dtype=torch.long)
    _write_onnx(_Relations(small), (vectors, heads), folder / RELATIONS, RELATIONS_INPUTS, ("deps",))
    shutil.copyfile(TEACHERS_VOCABULARY, folder / VOCABULARY)
    (folder / LABELS).write_text(json.dumps(_labels(teacher.inventory)), encoding="utf-8")


def _exportable(teacher: Teacher) -> Teacher:
    small = in_eight_bits(teacher).eval()
    small.encoder.set_attn_implementation("eager")  # plain products, which every ONNX runtime has
    for pairs in (small.arcs, small.deps):
        pairs.weight.data = pairs.weight.data.half()
    return small


def _labels(inventory: Inventory) -> dict[str, object]:
    """What `Labels` reads."""
    known = {tag: {pos: features(tag, pos) for pos in inventory.pos} for tag in inventory.tags}
    return {
        "marks": inventory.marks,
        "tags": inventory.tags,
        "pos": inventory.pos,
        "deps": inventory.deps,
        "features": {tag: {pos: each for pos, each in row.items() if each} for tag, row in known.items()},
    }


class _Reader(nn.Module):
    """Word pieces to everything that does not need the tree."""

    def __init__(self, teacher: Teacher) -> None:
        super().__init__()
        self.teacher = teacher

    def forward(
        self, pieces: Tensor, piece_mask: Tensor, first_pieces: Tensor, shapes: Tensor, word_mask: Tensor
    ) -> tuple[Tensor, ...]:
        """Take READER_INPUTS, give READER_OUTPUTS."""
        batch = Encoded(pieces, piece_mask, first_pieces, shapes, word_mask)
        vectors = self.teacher(batch)
        arcs = self.teacher.arc_scores(vectors, batch).log_softmax(-1)
        tags, pos = self.teacher.tags(vectors).argmax(-1), self.teacher.pos(vectors).argmax(-1)
        return vectors, self.teacher.marks(vectors), tags, pos, arcs


class _Relations(nn.Module):
    """Word vectors and heads to dependency labels; a root's label follows from the tree."""

    def __init__(self, teacher: Teacher) -> None:
        super().__init__()
        self.pairs = teacher.deps
        barred = torch.zeros(len(teacher.inventory.deps))
        barred[teacher.inventory.deps.index(ROOT)] = -1e4
        self.register_buffer("barred", barred)

    def forward(self, vectors: Tensor, heads: Tensor) -> Tensor:
        """Give the number of each word's label."""
        return (self.pairs.at_heads(vectors, heads) + self.barred).argmax(-1)


def _write_onnx(
    module: nn.Module,
    example: tuple[Tensor, ...],
    file: Path,
    inputs: tuple[str, ...],
    outputs: tuple[str, ...],
) -> None:
    """Export a module whose inputs may have any number of rows, and rows of any length."""
    rows, pieces, words = (torch.export.Dim(name) for name in ("rows", "pieces", "words"))
    torch.onnx.export(
        module.eval(),
        example,
        file,
        input_names=inputs,
        output_names=outputs,
        dynamic_shapes=[{0: rows, 1: pieces if name.startswith("piece") else words} for name in inputs],
        dynamo=True,
        external_data=False,
        verbose=False,
    )
