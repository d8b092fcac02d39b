"""Awards as sentences and lists tell them: the table `cases/awards.toml`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hand_built import reading_of
from pressparse.extract.awards import extract_awards
from pressparse.nlp.reading import Reading
from pressparse.records import Award, Party
from pressparse.span import Span

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = tomllib.loads((Path(__file__).parents[2] / "cases" / "awards.toml").read_text(encoding="utf-8"))[
    "case"
]
TEXT_SLOTS = ("event", "category", "place", "date", "reason")
PARTY_SLOTS = ("giver", "accepted_by")


def blocks_of(case: dict[str, Any]) -> list[Any]:
    return [tuple(block) for block in case.get("blocks", [["paragraph", case.get("text")]])]


def reading_of_case(case: dict[str, Any], *, tagged: bool = True) -> Reading:
    reading = reading_of(blocks_of(case))
    if tagged:
        for token, tag in zip(reading.doc, case["tags"].split(), strict=True):
            token.tag_ = tag
    return reading


def as_row(award: Award) -> dict[str, Any]:
    row: dict[str, Any] = {"recipients": [party.name for party in award.recipients]}
    texts = {slot: getattr(award, slot) for slot in ("name", *TEXT_SLOTS)}
    parties = {slot: getattr(award, slot) for slot in PARTY_SLOTS}
    row |= {slot: span.text for slot, span in texts.items() if span}
    row |= {slot: party.name for slot, party in parties.items() if party}
    return row | ({"status": award.status} if award.status != "won" else {})


def table() -> Iterator[Any]:
    for case in CASES:
        reason = case.get("known_failure")
        marks = [pytest.mark.xfail(reason=reason, strict=True)] if reason else []
        yield pytest.param(case, id=blocks_of(case)[0][1][:60], marks=marks)


@pytest.mark.parametrize("case", list(table()))
def test_awards_of_a_text(case: dict[str, Any]) -> None:
    found = [as_row(award) for award in extract_awards(reading_of_case(case))]
    listed = "blocks" in case  # rows of lists are asked for name, winner and status alone
    slots = {"name", "recipients", "status"}
    assert [{k: v for k, v in row.items() if k in slots} if listed else row for row in found] == case[
        "awards"
    ]


NOTE = {
    "blocks": [
        [
            "paragraph",
            "[[PERSON|Ines Duarte]] received the Elton Prize from the [[ORG|Harrow Trust]] in [[GPE|Leeds]].",
        ],
        ["paragraph", "[[PERSON|Tomas Berg]] has been awarded a Lind Fellowship."],
    ],
    "tags": "NNP NNP VBD DT NNP NNP IN DT NNP NNP IN NNP . _SP NNP NNP VBZ VBN VBN DT NNP NNP .",
}


def test_the_slots_of_one_note_do_not_leak_into_the_next() -> None:
    first, second = (as_row(award) for award in extract_awards(reading_of_case(NOTE)))
    assert (first["giver"], first["place"]) == ("Harrow Trust", "Leeds")
    assert second == {"name": "Lind Fellowship", "recipients": ["Tomas Berg"]}


def spans_of(award: Award) -> Iterator[Span]:
    parties: list[Party | None] = [*award.recipients, award.giver, award.accepted_by]
    yield from (party.mention for party in parties if party)
    yield from (span for slot in ("name", *TEXT_SLOTS) if (span := getattr(award, slot)))
    yield from award.evidence


@pytest.mark.parametrize("case", [case for case in CASES if case["awards"]])
def test_every_span_is_a_slice_of_the_text(case: dict[str, Any]) -> None:
    reading = reading_of_case(case)
    for award in extract_awards(reading):
        assert all(reading.text[span.start : span.end] == span.text for span in spans_of(award))


def test_without_tags_a_plain_sentence_is_still_read() -> None:
    reading = reading_of(
        "The [[ORG|Harrow Society]] has awarded the Lovelace Medal to [[PERSON|Ines Duarte]]."
    )
    assert [as_row(award) for award in extract_awards(reading)] == [
        {"name": "Lovelace Medal", "recipients": ["Ines Duarte"], "giver": "Harrow Society"}
    ]


@pytest.mark.parametrize("case", CASES)
def test_without_tags_nothing_breaks(case: dict[str, Any]) -> None:
    extract_awards(reading_of_case(case, tagged=False))


SPOKEN = """
    the a prize Prize Award awards won was given to for by of and , . ( ) “ ” ' 's Best Year - who which in at
    Order Class Purple Heart Fellow Doctor Hall Fame Golden nominated honourable mention Roe Ltd. winner : ;
    on behalf accepted with highly commended honorary respectively including May 2021 whose picked up
    jury chose her
"""
TAGS = "NNP NN NNS VBD VBN VBZ IN DT CC PRP PRP$ WDT JJ TO POS , ."
TAGGED_WORDS = st.tuples(st.sampled_from([*SPOKEN.split(), "\n"]), st.sampled_from(TAGS.split()))


@given(st.lists(TAGGED_WORDS, min_size=1, max_size=40))
@settings(max_examples=200, deadline=None)
def test_never_raises_on_any_order_of_its_words(tagged: list[tuple[str, str]]) -> None:
    reading = reading_of([("paragraph", " ".join(word for word, _ in tagged))])
    for token, (_, tag) in zip(reading.doc, tagged, strict=False):
        token.tag_ = tag
    for award in extract_awards(reading):
        assert all(reading.text[span.start : span.end] == span.text for span in spans_of(award))
