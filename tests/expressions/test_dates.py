"""Date expressions: where they are, what they mean, and strings that are dates."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressparse.expressions.dates import find_clock_times, find_dates, read_date, resolve

READ = [
    ("Oct 17, 2024, 08:30 ET", "2024-10-17T08:30:00-04:00"),
    ("Jan. 17, 2024, 08:30 ET", "2024-01-17T08:30:00-05:00"),
    ("Posted On: 12 FEB 2022 6:41PM by the desk", "2022-02-12T18:41:00"),
    ("2013-12-06T15:04:22+0000", "2013-12-06T15:04:22+00:00"),
    ("2013-12-06T15:04:22.123Z", "2013-12-06T15:04:22+00:00"),
    ("2024-10-17 08:30", "2024-10-17T08:30:00"),
    ("Tue, 9 Apr 2019 10:02:41 -0500", "2019-04-09T10:02:41-05:00"),
    ("22-Nov-2023 16:41 GMT", "2023-11-22T16:41:00+00:00"),
    ("embargoed until 00.01 BST, Tuesday 5 September 2023", "2023-09-05T00:01:00+01:00"),
    ("8:30 a.m. (ET) Friday, June 6, 2014", "2014-06-06T08:30:00-04:00"),
    ("December 6, 2013", "2013-12-06"),
    ("Published July 19th, 2013 by admin", "2013-07-19"),
    ("12:15 12/25/2013", "2013-12-25T12:15:00"),
    ("20131206", "2013-12-06"),
    ("December 2013", "2013-12"),
    ("2013", "2013"),
    ("6 décembre 2013", "2013-12-06"),
    ("12. Dezember 2013", "2013-12-12"),
    ("06/12/2013", None),
    ("19 जुलाई", None),
    ("© 2013 The Agency", None),
    ("yesterday", None),
    ("Oct. 17", None),
    ("20131306", None),
    ("no date at all", None),
    ("", None),
]


@pytest.mark.parametrize(("text", "value"), READ)
def test_a_string_is_read_as_precisely_as_it_is_printed(text: str, value: str | None) -> None:
    assert read_date(text) == value


def test_a_relative_date_is_read_from_a_reference() -> None:
    reference = date(2024, 3, 1)
    assert read_date("yesterday", reference=reference) == "2024-02-29"
    assert read_date("Feb 28, 14:05", reference=reference) == "2024-02-28T14:05:00"


def test_a_month_is_resolved_across_the_turn_of_the_year() -> None:
    (december,) = find_dates("in December")
    assert resolve(december, date(2024, 1, 10)) == "2023-12"
    assert resolve(december, date(2024, 1, 10), ahead=True) == "2024-12"


def test_29_february_is_found_in_a_leap_year_alone() -> None:
    (leap_day,) = find_dates("on 29 February")
    assert resolve(leap_day, date(2023, 3, 1)) == "2024-02-29"
    assert resolve(leap_day, date(2026, 3, 1)) is None


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("at 8:30 a.m. ET or 4.15pm", ["8:30 a.m. ET", "4.15pm"]),
        ("16:41 GMT, 08:30 and 5 p.m.", ["16:41 GMT", "08:30", "5 p.m."]),
        ("10 people at $8.30 and 3.5 am", []),
    ],
)
def test_clock_times(text: str, times: list[str]) -> None:
    assert [text[start:end] for start, end in find_clock_times(text)] == times


@given(st.text(alphabet="0123456789/.- JanMayFeb,th'", max_size=60))
def test_any_text_is_read_and_every_offset_is_true(text: str) -> None:
    read_date(text)
    for expression in find_dates(text):
        assert text[expression.start : expression.end] == expression.text
        resolve(expression, date(2024, 2, 29))


@pytest.mark.parametrize("piece", ["12 March ", "1/", "2013-", "May ", "last ", "'12 ", "June 3, 4, "])
def test_time_grows_with_the_length_alone(piece: str) -> None:
    def seconds(count: int) -> float:
        started = time.perf_counter()
        find_dates(piece * count)
        return time.perf_counter() - started

    short, long = seconds(1_000), seconds(4_000)
    assert long < 12 * short + 0.2  # four times the text; sixteen times the work would be quadratic
