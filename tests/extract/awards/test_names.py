"""What is taken for the name of an award, by its shape."""

from __future__ import annotations

import pytest

from hand_built import marked_doc
from pressparse.extract.awards.names.find import find_prizes

NAMED = [
    ("He won the Lovelace Medal.", ["Lovelace Medal"]),
    ("the Harrow Award for Public Courage for his reports", ["Harrow Award for Public Courage"]),
    ("the Harrow Prize in Chemistry in Leeds", ["Harrow Prize in Chemistry"]),
    ("the Nobel Prize for physics", ["Nobel Prize for physics"]),
    ("the 2021 Calder Prize", ["Calder Prize"]),
    ("the President's Medal", ["President's Medal"]),
    ("Harrow Society's Lovelace Medal", ["Lovelace Medal"]),
    ("Engineer of the Year", ["Engineer of the Year"]),
    ("the Start-up of the Year Award", ["Start-up of the Year Award"]),
    ("the Order of the Falcon, First Class, in May", ["Order of the Falcon, First Class"]),
    ("an honorary Doctor of Laws", ["honorary Doctor of Laws"]),
    ("Commander of the Order of Merit", ["Commander of the Order of Merit"]),
    ("a Silver Otter for Best Camera", ["Silver Otter for Best Camera"]),
    ("the 'Best Foot' award", ["'Best Foot' award"]),
    ("the Nordic Sailing Hall of Fame", ["Nordic Sailing Hall of Fame"]),
    ("the Bronze Star and the Purple Heart", ["Bronze Star", "Purple Heart"]),
    ("Baker Wins Crumb Prize", ["Crumb Prize"]),
    ("the second and third prizes", ["second", "third prizes"]),
    ("special mention", ["special mention"]),
    ("the 2006 Voice for Farmers Award", ["Voice for Farmers Award"]),
    ("the Harrow Guild's (HG) Loom Award", ["Loom Award"]),
    ("Lead-Maker-in-Chief's Award", ["Lead-Maker-in-Chief's Award"]),
    ("the Calder Prize of the Fondazione Pino Roe", ["Calder Prize"]),
    ("a Harrow Diploma for weaving", ["Harrow Diploma"]),
]
NO_NAMES = [
    "National Medal of Honor Day",
    "the Harrow Prize Committee met",
    "a Port Security Grant Award",
    "She received a Bachelor of Arts from Leeds.",
    "Officer of the Company",
    "the Red Cross",
    "a prize",
    "a Harbour Works Award of $1.2 million",
    "the Oscars of the cheese world",
    "Soldier of the Year Competitions",
    "Her High School Diploma",
    "five training scholarships",
]


def names_in(text: str) -> list[str]:
    doc = marked_doc(text)
    return [doc[p.start : p.end].text for p in find_prizes(doc, 0, len(doc)) if p.kind != "generic"]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_names_are_found_whole(text: str, expected: list[str]) -> None:
    assert names_in(text) == expected


@pytest.mark.parametrize("text", NO_NAMES)
def test_other_names_are_left_alone(text: str) -> None:
    assert names_in(text) == []


def test_a_possessor_is_the_owner() -> None:
    doc = marked_doc("the Harrow Society's Lovelace Medal")
    (prize,) = find_prizes(doc, 0, len(doc))
    assert prize.owner is not None
    assert doc[prize.owner.start : prize.owner.end].text == "Harrow Society"


def test_a_class_is_the_category() -> None:
    doc = marked_doc("the Silver Otter for Best Camera")
    (prize,) = find_prizes(doc, 0, len(doc))
    assert prize.category is not None
    assert doc[prize.category.start : prize.category.end].text == "Best Camera"
