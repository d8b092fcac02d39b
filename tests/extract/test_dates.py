"""Dates of a post, told from its own date."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from hand_built import reading_of
from pressparse.document import Dateline
from pressparse.extract.dates import extract_dates
from pressparse.span import Span

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "dates.toml").read_text(encoding="utf-8"))[
    "cases"
]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_dates_of_a_sentence(case: dict[str, Any]) -> None:
    reference = date.fromisoformat(case["reference"]) if "reference" in case else None
    found = extract_dates(reading_of(case["text"], reference_date=reference))
    assert [[d.text, d.value or ""] for d in found] == case["dates"]


def values(text: str, **post: Any) -> list[str | None]:
    return [d.value for d in extract_dates(reading_of(text, reference_date=date(1999, 1, 31), **post))]


def test_the_post_s_own_date_goes_before_the_reference() -> None:
    assert values("It opened yesterday.") == ["1999-01-30"]
    assert values("It opened yesterday.", published="2013-12-06T10:00:00+00:00") == ["2013-12-05"]


def test_the_dateline_s_date_goes_before_the_publication_s() -> None:
    dateline = Dateline("OSLO", "Dec. 3", None, Span("OSLO, Dec. 3 - ", 0, 15))
    text = "OSLO, Dec. 3 - It opened yesterday."
    assert values(text, published="2013-12-06", dateline=dateline) == ["2013-12-03", "2013-12-02"]


def test_a_publication_date_without_a_day_is_no_reference() -> None:
    assert values("It opened yesterday.", published="2013-12") == ["1999-01-30"]


def test_only_what_is_told_from_another_date_is_relative() -> None:
    found = extract_dates(reading_of("On Oct. 15, last July and Monday."))
    assert [d.relative for d in found] == [False, True, True]


def test_contacts_and_tags_are_not_read() -> None:
    reading = reading_of([("contact", "Call by 6 May 2013"), ("tags", "May 2013"), ("caption", "7 May 2013")])
    assert [d.text for d in extract_dates(reading)] == ["7 May 2013"]
