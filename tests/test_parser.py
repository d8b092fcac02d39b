"""The whole way from input to document: offsets, round trip, and nothing that raises."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressparse import Document, Parser, PressparseError, parse, parse_html, parse_text
from pressparse.schema import document_adapter

pytestmark = pytest.mark.model

PARSER = Parser()
WORDS = st.sampled_from(
    ["“", "”", '"', "'", "said", "Mr. Osei", "Ada Osei", "the mayor", "won", "the Reed Prize", "3.25 million", "$5bn", "one in",
     "Photo:", "@acme", "Twitter", "5 May 2019", "–", "—MORE—", "###", "By", "LONDON (Reuters) -", "\n", "\n\n", " ", "é", "e\u0301",
     "\u00ad", "😀", "\x00", "&amp;", "according to", ",", ".", "https://x.com/acme", "a@b.example", "+44 20 5550 0100"]
)  # fmt: skip
TEXTS = st.lists(WORDS, max_size=60).map(" ".join)
TAGS = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<h1>", "</h1>", "<ul><li>", "</li></ul>", "<br>", "<b>", "</b>", "<a href='https://x.com/a'>",
     "</a>", "<blockquote>", "</blockquote>", "<table><tr><td>", "</td></tr></table>", "<article>", "</article>", "<script>", "</script>",
     "<!-- ", " -->", "<figure><figcaption>", "</figcaption></figure>", "<time datetime='2019-05-05'>", "</time>", "&#0;", "&nbsp;"]
)  # fmt: skip
MARKUP = st.lists(st.one_of(WORDS, TAGS), max_size=60).map(" ".join)


def spans(node: Any) -> list[dict[str, Any]]:
    if isinstance(node, dict):
        here = [node] if {"text", "start", "end"} <= node.keys() else []
        return here + [span for value in node.values() for span in spans(value)]
    return [span for value in node for span in spans(value)] if isinstance(node, list) else []


def check(document: Document) -> None:
    assert [w for w in document.warnings if w.code == "extractor_failed"] == []
    plain = document.to_dict()
    assert document_adapter().validate_python(plain) == document
    assert json.loads(document.to_json()) == plain
    for post in plain["posts"]:
        text = post["text"]
        records = {key: value for key, value in post.items() if key != "text"}
        assert all(text[s["start"] : s["end"]] == s["text"] for s in spans(records))
        ends = [0, *(edge for b in post["blocks"] for edge in (b["start"], b["end"])), len(text)]
        assert ends == sorted(ends)
        assert all(text[a:b].strip() == "" for a, b in zip(ends[::2], ends[1::2], strict=True))


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_any_text_gives_true_offsets(text: str) -> None:
    check(PARSER.parse_text(text))


@settings(max_examples=60, deadline=None)
@given(MARKUP)
def test_any_markup_gives_true_offsets(html: str) -> None:
    check(PARSER.parse_html(html))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_a_document(data: bytes) -> None:
    check(PARSER.parse(data))


@pytest.mark.parametrize("empty", [b"", "", "   \n\n ", b"<html></html>", "<p> </p>"])
def test_a_page_without_text_gives_a_warning_and_no_post(empty: bytes | str) -> None:
    document = PARSER.parse(empty)
    assert document.posts == ()
    assert document.warnings


def test_html_and_text_can_be_named() -> None:
    assert parse_html("<p>1 &lt; 2 apples</p>").posts[0].text == "1 < 2 apples"
    assert "<p>" in parse_text("The tag <p> opens a paragraph.").posts[0].text


def test_many_sources_stream_in_order() -> None:
    parser = Parser(only=["social_handles"])
    documents = parser.parse_many(text for text in ["First text here.", "Second text here."])
    assert next(documents).posts[0].text == "First text here."
    assert next(documents).posts[0].text == "Second text here."


def test_only_the_kinds_asked_for_are_looked_for() -> None:
    [post] = parse("Photo: Ada Osei/Reuters\n\nSome 5,000 people came.", only=["numbers"]).posts
    assert post.numbers
    assert post.photo_credits == ()


def test_an_unknown_pipeline_is_named_with_advice() -> None:
    with pytest.raises(PressparseError, match="no_such_pipeline"):
        Parser(model="no_such_pipeline")


def broken(*_: object, **__: object) -> None:
    raise ValueError("out of cheese")


@pytest.mark.parametrize(
    ("page", "reader"), [("<p>We are ready.</p>", "read_html"), ("We are ready.", "read_text")]
)
def test_a_fault_of_the_page_stage_is_a_warning(
    page: str, reader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"pressparse.parser.{reader}", broken)
    document = parse(page)
    assert document.posts == ()
    [warning] = document.warnings
    assert (warning.code, "ValueError: out of cheese" in warning.message) == ("page_failed", True)


def test_a_fault_among_the_entities_is_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pressparse.nlp.reading.Reading.people", property(broken))
    document = parse(b"We are ready, said Ada Osei.", only=["entities"])
    assert [post.entities for post in document.posts] == [()]
    assert [w.code for w in document.warnings] == ["extractor_failed"]


def test_a_blank_pipeline_gives_warnings_and_no_crash(tmp_path: Path) -> None:
    import spacy

    spacy.blank("en").to_disk(tmp_path / "blank")
    document = Parser(model=tmp_path / "blank").parse_text(
        "“We are ready,” said Ada Osei. She won the Reed Prize for 3 books."
    )
    assert {w.code for w in document.warnings} == {"missing_annotations"}


def test_relative_dates_are_told_from_the_reference_date() -> None:
    [post] = parse("The bridge opened on Monday.", reference_date="2024-03-14", only=["dates"]).posts
    assert [d.value for d in post.dates] == ["2024-03-11"]
