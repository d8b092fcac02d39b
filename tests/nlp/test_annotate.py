"""The joined `Doc` is the post's text, and no sentence crosses a block."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from pressparse.document import Block, Dateline, Post, Role
from pressparse.nlp.annotate import MOST_PROSE, annotate, unanalysed_prose
from pressparse.span import Span


def flat_parser(doc: Doc) -> Doc:
    """Stands for a parser: one flat sentence a text."""
    heads = [0] * len(doc)
    return Doc(
        doc.vocab,
        words=[t.text for t in doc],
        spaces=[bool(t.whitespace_) for t in doc],
        heads=heads,
        deps=["ROOT", *["dep"] * (len(doc) - 1)] if len(doc) else [],
        tags=["NN"] * len(doc),
    )


@pytest.fixture(scope="module")
def parsing() -> Language:
    Language.component("flat_parser", func=flat_parser)
    nlp = spacy.blank("en")
    nlp.add_pipe("flat_parser")
    return nlp


def post_of(*rows: tuple[Role, str], dateline: Dateline | None = None) -> Post:
    text, blocks = "", []
    for role, words in rows:
        text += "\n\n" if text else ""
        blocks.append(Block(role, len(text), len(text) + len(words)))
        text += words
    return Post(text, tuple(blocks), dateline=dateline)


def sentences(doc: Doc) -> list[str]:
    return [sentence.text.strip() for sentence in doc.sents]


def test_blocks_without_prose_are_sentences_of_their_own_and_have_no_tags(parsing: Language) -> None:
    doc = annotate(
        post_of(("title", "A fine day"), ("byline", "By Jo Roe"), ("paragraph", "It rained.")), parsing
    )
    assert sentences(doc) == ["A fine day", "By Jo Roe", "It rained."]
    assert [t.text for t in doc if t.tag_ == "NN"] == ["A", "fine", "day", "It", "rained", "."]


def test_a_dateline_is_apart_from_the_sentence_it_precedes(parsing: Language) -> None:
    span = Span("OSLO, May 3 – ", 0, 14)
    post = post_of(("paragraph", "OSLO, May 3 – It rained."), dateline=Dateline("OSLO", "May 3", None, span))
    doc = annotate(post, parsing)
    assert sentences(doc) == ["OSLO, May 3 –", "It rained."]
    assert doc.text == post.text


def test_without_a_parser_nothing_is_parsed() -> None:
    doc = annotate(post_of(("title", "A fine day"), ("byline", "By Jo Roe")), spacy.blank("en"))
    assert not doc.has_annotation("DEP")


def test_an_empty_post_is_an_empty_doc() -> None:
    assert annotate(Post("", ()), spacy.blank("en")).text == ""


ROLES: list[Role] = ["title", "byline", "paragraph", "contact", "pre"]


PLAIN = spacy.blank("en")


@settings(deadline=None)  # the machine may be busy
@given(rows=st.lists(st.tuples(st.sampled_from(ROLES), st.text(min_size=1, max_size=30)), max_size=5))
def test_the_text_is_kept_character_for_character(rows: list[tuple[Role, str]]) -> None:
    post = post_of(*rows)
    assert annotate(post, PLAIN).text == post.text


@pytest.mark.parametrize("run", ["(" * 5000, "a-" * 3000, "x" * 201])
def test_a_long_run_without_spaces_is_one_token(parsing: Language, run: str) -> None:
    doc = annotate(post_of(("paragraph", f"Here {run} ends."), ("contact", run)), parsing)
    assert [t.text for t in doc].count(run) == 2


def test_a_block_longer_than_spacy_takes_is_read(parsing: Language) -> None:
    text = "A line of words. " * 70_000
    post = post_of(("paragraph", text))
    doc = annotate(post, parsing)
    assert doc.text == text
    assert unanalysed_prose(post) == len(text) - MOST_PROSE


def test_only_prose_counts_and_what_is_past_the_bound_has_no_tags(
    parsing: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pressparse.nlp.annotate.MOST_PROSE", 10)
    post = post_of(("contact", "Ada Hale"), ("paragraph", "One two three."), ("paragraph", "Four."))
    doc = annotate(post, parsing)
    assert doc.text == post.text
    assert [t.text for t in doc if t.tag_] == ["One", "two", "th"]
    assert unanalysed_prose(post) == 9
