"""What a network says of words, written on a Doc; the network is played by a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.tokens import Doc

from pressparse.nlp.accurate.component import FACTORY, Annotator, _Keys
from pressparse.nlp.accurate.network import Labels, WindowReading

LABELS = Labels(
    marks=("O", "B-PERSON", "I-PERSON"),
    tags=("NNP", "VBD", "."),
    pos=("PROPN", "VERB", "PUNCT"),
    deps=("ROOT", "nsubj", "flat", "punct"),
    features={"VBD": {"VERB": "Tense=Past|VerbForm=Fin"}},
)
# word: mark, tag and part of speech, dependency, how far its head is
WORDS = {"Ana": (1, 0, 1, 2), "Ruiz": (2, 0, 2, -1), "spoke": (0, 1, 0, 0), ".": (0, 2, 3, -1)}


class Table:
    labels = LABELS

    def pieces_of(self, _: str) -> int:
        return 1

    def read(self, windows: Sequence[Sequence[str]]) -> Iterator[WindowReading]:
        for words in windows:
            marks, tags, deps, offsets = np.array([WORDS[word] for word in words]).T
            yield WindowReading(marks, tags, tags, np.arange(len(words)) + offsets, deps)


@pytest.fixture
def annotator() -> Annotator:
    nlp = spacy.blank("en")
    made = nlp.create_pipe(FACTORY)
    made._network, made._keys = Table(), _Keys(LABELS, nlp.vocab)  # type: ignore[attr-defined]
    return made  # type: ignore[return-value]


def doc_of(annotator: Annotator, *words: str) -> Doc:
    return annotator(Doc(annotator.vocab, words=list(words), spaces=[False] * len(words)))


def test_everything_is_set(annotator: Annotator) -> None:
    doc = doc_of(annotator, "Ana", "Ruiz", "spoke", ".")
    assert [(t.tag_, t.pos_, t.dep_, t.head.text) for t in doc] == [
        ("NNP", "PROPN", "nsubj", "spoke"),
        ("NNP", "PROPN", "flat", "Ana"),
        ("VBD", "VERB", "ROOT", "spoke"),
        (".", "PUNCT", "punct", "spoke"),
    ]
    assert str(doc[2].morph) == "Tense=Past|VerbForm=Fin"
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("AnaRuiz", "PERSON")]
    assert all(doc.has_annotation(each) for each in ("TAG", "POS", "DEP", "ENT_IOB", "SENT_START"))


def test_white_space_hangs_on_the_word_before_and_splits_no_name(annotator: Annotator) -> None:
    doc = doc_of(annotator, "\n", "Ana", "\n", "Ruiz", "spoke", ".", "\n\n", "Ana", "Ruiz", "spoke", ".", " ")
    spaces = [token for token in doc if token.is_space]
    assert [(token.tag_, token.pos_, token.dep_) for token in spaces] == [("_SP", "SPACE", "dep")] * 4
    assert [token.head.i for token in spaces] == [1, 1, 5, 10]
    assert [ent.text for ent in doc.ents] == ["Ana\nRuiz", "AnaRuiz"]
    assert [(sentence.start, sentence.end) for sentence in doc.sents] == [(0, 7), (7, 12)]


@pytest.mark.parametrize("words", [[], ["\n\n"], [" ", "\n\n"]])
def test_a_doc_without_words_is_left_whole(annotator: Annotator, words: list[str]) -> None:
    assert [token.text for token in doc_of(annotator, *words)] == words


@pytest.mark.parametrize("batch_size", [1, 3, 64])
def test_docs_come_in_order_whatever_the_batch(annotator: Annotator, batch_size: int) -> None:
    docs = [Doc(annotator.vocab, words=["Ana", "Ruiz", "spoke", "."] * (n % 3)) for n in range(10)]
    assert list(annotator.pipe(docs, batch_size=batch_size)) == docs
    assert [len(doc.ents) for doc in docs] == [n % 3 for n in range(10)]


def test_an_annotator_without_a_network_says_so(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="never loaded"):
        spacy.blank("en").create_pipe(FACTORY).to_disk(tmp_path)  # type: ignore[attr-defined]
