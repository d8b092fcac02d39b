"""Quotes of posts as they occur: the table `cases/quotes.toml`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from hand_built import reading_of
from pressparse.extract.quotes import extract_quotes
from pressparse.records import Quote
from simple_tags import give_tags

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = Path(__file__).parents[2] / "cases" / "quotes.toml"


def cases() -> Iterator[Any]:
    for case in tomllib.loads(CASES.read_text(encoding="utf-8"))["case"]:
        reason = case.get("known_failure")
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
        yield pytest.param(case["blocks"], case["quotes"], id=case["name"], marks=marks)


def quotes_of(*blocks: str | list[str]) -> tuple[Quote, ...]:
    rows = [("paragraph", b) if isinstance(b, str) else (b[0], b[1]) for b in blocks]
    reading = reading_of(rows)  # type: ignore[arg-type]
    give_tags(reading.doc)
    return extract_quotes(reading)


def as_row(quote: Quote, expected: dict[str, Any]) -> dict[str, Any]:
    """What the case asks of the quote; a speaker that is not asked for is not compared."""
    row: dict[str, Any] = {"segments": [segment.text for segment in quote.segments]}
    if quote.kind != "direct":
        row["kind"] = quote.kind
    if "speaker" in expected:
        row["speaker"] = quote.speaker.name if quote.speaker else ""
    if quote.cue:
        row["cue"] = quote.cue.text
    return row


@pytest.mark.parametrize(("blocks", "expected"), list(cases()))
def test_case(blocks: list[str | list[str]], expected: list[dict[str, Any]]) -> None:
    found = quotes_of(*blocks)
    padded = [*expected, *({} for _ in found[len(expected) :])]
    assert [as_row(quote, want) for quote, want in zip(found, padded, strict=False)] == expected


def test_offsets_are_the_posts() -> None:
    halves = "“It leaks,” said [[PERSON|Mara Oduya]]. “It does.”"
    reading = reading_of([("title", "A title"), ("paragraph", halves)])
    give_tags(reading.doc)
    [quote] = extract_quotes(reading)
    for span in (*quote.segments, quote.cue, quote.speaker and quote.speaker.mention):
        assert span is not None
        assert reading.text[span.start : span.end] == span.text
    assert quote.text == "It leaks, It does."


def test_a_surer_attribution_has_more_confidence() -> None:
    [said] = quotes_of("“It leaks,” said [[PERSON|Mara Oduya]].")
    [nameless] = quotes_of("“It leaks,” said an old neighbour.")
    [floating] = quotes_of("“It leaks when it snows and nobody minds.”")
    assert said.confidence > nameless.confidence > floating.confidence


def test_titles_and_captions_are_no_speech() -> None:
    assert quotes_of(["title", "“It leaks,” says Oduya"], ["caption", "“It leaks,” says Oduya"]) == ()


def test_a_pull_quote_is_not_a_second_quote() -> None:
    found = quotes_of("“It leaks when it snows, and nobody minds.”", "The hall is old.", "The hall is cold.",
                      "“It leaks when it snows, and nobody minds,” said [[PERSON|Mara Oduya]].")  # fmt: skip
    assert [quote.speaker and quote.speaker.name for quote in found] == ["Mara Oduya"]


def test_text_without_tags_raises_nothing() -> None:
    reading = reading_of("“It leaks,” said [[PERSON|Mara Oduya]]. She noted that it was late.")
    assert [quote.kind for quote in extract_quotes(reading)][:1] == ["direct"]


SCRAPS = ["", "“", "”", "“”", "''''", "said", "“ ” ‘ ’", "according to", "— —", "“said”", ": “"]
UNITS = ["“", '"a ', "'a' ", "said ", "and said ", "who, ", "“a,” said b ", "((", "according to "]


@pytest.mark.parametrize("text", SCRAPS)
def test_scraps_raise_nothing(text: str) -> None:
    quotes_of(text)


@pytest.mark.parametrize("unit", UNITS)
def test_repetition_takes_bounded_time(unit: str) -> None:
    quotes_of(unit * 1500)
