"""Date expressions: where they are, what they mean, and strings that are dates."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressparse.expressions.dates import find_clock_times, find_dates, read_date, resolve

READ = [
    ("Oct 3, 2018, 09:15 ET", "2018-10-03T09:15:00-04:00"),
    ("Jan. 3, 2018, 09:15 ET", "2018-01-03T09:15:00-05:00"),
    ("Posted On: 3 MAY 2018 4:25PM by the desk", "2018-05-03T16:25:00"),
    ("2015-03-08T14:05:26+0000", "2015-03-08T14:05:26+00:00"),
    ("2015-03-08T14:05:26.123Z", "2015-03-08T14:05:26+00:00"),
    ("2018-10-03 09:15", "2018-10-03T09:15:00"),
    ("Thu, 3 May 2018 11:05:17 -0500", "2018-05-03T11:05:17-05:00"),
    ("14-Nov-2018 15:20 GMT", "2018-11-14T15:20:00+00:00"),
    ("embargoed until 06.05 BST, Thursday 7 June 2018", "2018-06-07T06:05:00+01:00"),
    ("9:15 a.m. (ET) Thursday, June 7, 2018", "2018-06-07T09:15:00-04:00"),
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
