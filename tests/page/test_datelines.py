"""Datelines: every wire's form is read, and what only looks like one is not."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pressparse.page.roles.datelines import find_dateline

REFERENCE = Path(__file__).parents[2] / "../shared/reference/release_forms.json"

STORIES = [
    # text, place, date, agency
    ("TURIN, Italy, March 3, 2021 /PRNewswire/ -- Alpina", "TURIN, Italy", "March 3, 2021", "PRNewswire"),
    ("TURIN , March  03, 2021 (GLOBE NEWSWIRE) -- Alpina", "TURIN", "March 03, 2021", "GLOBE NEWSWIRE"),
    ("BOISE, Idaho--(BUSINESS WIRE)--Tater Corp. said", "BOISE, Idaho", None, "BUSINESS WIRE"),
    ("BOISE AND PORTO, Portugal--(BUSINESS WIRE)--Tater", "BOISE AND PORTO, Portugal", None, "BUSINESS WIRE"),
    ("TAMPA, FL / ACCESSWIRE / May 5, 2023 / Sun Boats", "TAMPA, FL", "May 5, 2023", "ACCESSWIRE"),
    ("HALIFAX, NS, Feb. 2, 2024 /CNW/ - Tidewater", "HALIFAX, NS", "Feb. 2, 2024", "CNW"),
    ("GENEVA (AP) — Delegates", "GENEVA", None, "AP"),
    ("Riga, 13 Mar 2020 (AFP) — Latvia", "Riga", "13 Mar 2020", "AFP"),
    ("(Reuters) - Shares", None, None, "Reuters"),
    ("TULSA, Okla. (May 9, 2019) -- The club", "TULSA, Okla.", "May 9, 2019", None),
    ("TULSA, OK--May 9, 2019--The club", "TULSA, OK", "May 9, 2019", None),
    ("[TULSA, OK – May 9, 2019] – The club", "TULSA, OK", "May 9, 2019", None),
    ("(WASHINGTON, D.C.) -- Trains are late", "WASHINGTON, D.C.", None, None),
    ("WILMINGTON, DE - U. S. officials", "WILMINGTON, DE", None, None),
    ("Washington, D.C. - The agency", "Washington, D.C.", None, None),
    ("Vienna – Three friends of the town", "Vienna", None, None),
    ("ST. IVES, Cornwall — The pier", "ST. IVES, Cornwall", None, None),
    ("ARVIK, Far Republic and GULL QUAY, Orr. — The", "ARVIK, Far Republic and GULL QUAY, Orr.", None, None),
    ("SUVA, FIJI: Villages that kept", "SUVA, FIJI", None, None),
    ("NEW DELHI: The ministry said", "NEW DELHI", None, None),
    ("KING’S CROSS — The station", "KING’S CROSS", None, None),
    ("LIMA, 7 June 2018 – Two in three", "LIMA", "7 June 2018", None),
    ("6 December 2013 – The Secretary-General", None, "6 December 2013", None),
    ("May 5, 2014 - Ottawa, Ontario - The minister", "Ottawa, Ontario", "May 5, 2014", None),
    ("5 May 2020, GENEVA – The council", "GENEVA", "5 May 2020", None),
    ("5 May 2020 – Secretary-General Jan Roe – the third", None, "5 May 2020", None),
    ("MADRID, 5 de mayo de 2021 - La ministra", "MADRID", "5 de mayo de 2021", None),
    ("MINSK, January 5. /TASS/. The rivers", "MINSK", "January 5", "TASS"),
    ("UNITED\nNATIONS,\nApril 29 -- The Council", "UNITED NATIONS", "April 29", None),
]

NO_DATELINES = [
    "The mayor of Oslo - a painter - opened it.",
    "BALLYMORE was awarded a medal on Sunday last - its first",
    "BONUS DEPRECIATION - Would extend the bonus",
    "EXPENSING FOR SMALL TIMBER PRODUCERS - Would allow",
    "PRESS RELEASE – The town hall",
    "NASA – The agency said",
    "WARNING: The bridge is closed",
    "Geneva: The council",
    "SAFE ROADS and CLEAN WATER — The plan",
    "From January 12 – 14th, storms",
    "Next boat race: Thursday 7 June - Lane 2",
    "Roe: ‘Twenty-six million crowns’ - a fee",
    "Town council passes budget - 12/14/2007",
    "MAYOR TO VISIT THE HARBOUR ON OCT. 20",
    "WEST HARBOUR (PUMP AND ENGINE SYSTEMS)",
    "It’s November 24, 1971.",
    "Jane Roe (Labour) - said on Friday",
    "Q&A - What is a tide?",
    "",
    "—",
]


@pytest.mark.parametrize(("text", "place", "date", "agency"), STORIES)
def test_reads_place_date_and_wire(
    text: str, place: str | None, date: str | None, agency: str | None
) -> None:
    dateline = find_dateline(text)
    assert dateline is not None
    assert (dateline.place, dateline.date, dateline.agency) == (place, date, agency)
    assert text[dateline.span.start : dateline.span.end] == dateline.span.text


@pytest.mark.parametrize("text", NO_DATELINES)
def test_finds_none_where_there_is_none(text: str) -> None:
    assert find_dateline(text) is None


WHOLE_LINES = ["Vienna, 9 November 2011", "Brussels, 12 May 2020", "New York (ots/PRNewswire)\n"]


@pytest.mark.parametrize("line", WHOLE_LINES)
def test_a_line_of_its_own_needs_no_dash(line: str) -> None:
    assert find_dateline(line) is not None


def test_a_word_cut_off_by_the_reach_closes_nothing() -> None:
    assert find_dateline("PARIS, May 5, 2020 and " + "so on " * 50) is None


def test_reads_every_dateline_of_the_reference() -> None:
    if not REFERENCE.exists():
        pytest.skip("the reference expressions are not here")
    rows = json.loads(REFERENCE.read_text(encoding="utf-8"))["datelines"]
    wrong = [row["text"] for row in rows if not _is_read(row)]
    assert wrong == []


def _is_read(row: dict[str, str | None]) -> bool:
    place = ", ".join(part for part in (row["city"], row["region"]) if part) or None
    for story in (row["text"] or "", f"{row['text']}The company said on Monday that it had opened a mill."):
        dateline = find_dateline(story)
        if dateline is None or (dateline.place, dateline.agency) != (place, row["wire"]):
            return False
        if (dateline.date is None) != (row["date"] is None):
            return False
    return True
