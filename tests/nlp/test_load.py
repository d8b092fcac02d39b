"""Loading pipelines: the embedded one, named ones, and what goes wrong with them."""

from __future__ import annotations

import subprocess
import sys
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest
import spacy

from pressparse import Parser
from pressparse.errors import PressparseError
from pressparse.nlp import load
from pressparse.nlp.load import EMBEDDED, PipelineInfo, load_pipeline, missing_annotations, pipeline_info


@pytest.fixture
def saved_blank(tmp_path: Path) -> str:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    nlp.meta.update(name="tiny", version="1.2.3", license="MIT")
    nlp.to_disk(tmp_path / "tiny")
    return str(tmp_path / "tiny")


def test_a_pipeline_is_named_by_its_folder(saved_blank: str) -> None:
    assert load_pipeline(saved_blank).pipe_names == ["sentencizer"]


def test_a_pipeline_is_loaded_once(saved_blank: str) -> None:
    assert load_pipeline(saved_blank) is load_pipeline(saved_blank)


@pytest.mark.parametrize("name", ["en_no_such_pipeline", "./no/such/folder", "no such thing", ""])
def test_an_unknown_pipeline_raises_with_advice(name: str) -> None:
    with pytest.raises(PressparseError, match="install it, give the path"):
        load_pipeline(name)
    with pytest.raises(PressparseError, match="install it, give the path"):
        pipeline_info(name)


@pytest.mark.parametrize("missing", [load._ACCURATE_PACKAGE, "onnxruntime", "tokenizers"])
def test_what_the_accurate_pipeline_lacks_is_named_and_how_to_install_it(
    missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = ModuleSpec("installed", None, origin=str(Path(EMBEDDED, "__init__.py")))
    monkeypatch.setattr(load, "find_spec", lambda package: None if package == missing else installed)
    advice = rf"missing: {missing}\).*pip install '.\[accurate\]' ./models/pressparse-accurate"
    with pytest.raises(PressparseError, match=advice):
        Parser(model="accurate")


def test_a_broken_pipeline_raises_with_advice(saved_blank: str) -> None:
    Path(saved_blank, "config.cfg").write_text("[nlp]\nlang = 5\n", encoding="utf-8")
    with pytest.raises(PressparseError, match="give the path of its folder"):
        load_pipeline(saved_blank)


def test_info_reads_the_meta_of_a_named_pipeline(saved_blank: str) -> None:
    assert pipeline_info(saved_blank) == PipelineInfo("en_tiny", "1.2.3", "MIT", (), {})


def test_info_of_the_embedded_pipeline_names_scores_licence_and_sources() -> None:
    info = pipeline_info()
    assert info.name == "en_pressparse"
    assert info.licence
    assert any("Universal Dependencies" in work for work in info.attribution)
    assert 0 < info.scores["names_all_f"] < 1
    assert all(line in str(info) for line in info.attribution)


def test_info_needs_no_spacy() -> None:
    code = (
        "import sys; from pressparse.nlp import load; load.pipeline_info(); assert 'spacy' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_bare_doc_lacks_everything_and_a_sentencizer_gives_sentences(saved_blank: str) -> None:
    assert missing_annotations(spacy.blank("en")("A line.")) == ("tags", "parse", "ents", "sents")
    assert missing_annotations(load_pipeline(saved_blank)("A line.")) == ("tags", "parse", "ents")


@pytest.mark.model
def test_the_embedded_pipeline_annotates_everything() -> None:
    assert missing_annotations(load_pipeline()("The mayor spoke in Lima.")) == ()


@pytest.mark.model
def test_the_embedded_pipeline_computes_in_single_precision() -> None:
    model = load_pipeline().get_pipe("tok2vec").model
    types = {node.get_param(name).dtype.name for node in model.walk() for name in node.param_names}
    assert types == {"float32"}


@pytest.mark.model
def test_a_copy_of_the_embedded_pipeline_can_be_named() -> None:
    text = "The mayor spoke in Lima."
    named = load_pipeline(str(EMBEDDED))(text)
    assert [token.dep_ for token in named] == [token.dep_ for token in load_pipeline()(text)]


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Sen. Maria Ruiz met Acme Inc. on Monday. The talks went well.", 2),
        ("“We are proud,” said Ana Duarte, director of Museo Norte. “It took ten years.”", 2),
        ("The museum opened on Jan. 5 in Washington, D.C., and drew 400 people.", 1),
    ],
)
def test_sentences_survive_abbreviations_and_quotes(text: str, sentences: int) -> None:
    assert len(list(load_pipeline()(text).sents)) == sentences


@pytest.mark.model
def test_a_speaker_of_a_curly_quote_is_subject_of_the_verb_of_saying() -> None:
    doc = load_pipeline()("“We are proud of this team,” said Ana Duarte, director of the museum.")
    said = next(token for token in doc if token.text == "said")
    assert [token.text for token in said.children if token.dep_ == "nsubj"] == ["Ana"]
    assert [(ent.text, ent.label_) for ent in doc.ents][:1] == [("Ana Duarte", "PERSON")]
