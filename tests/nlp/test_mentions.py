"""The pipeline's entities are put right by the form of the words."""

from itertools import pairwise

import pytest

from hand_built import reading_of
from pressparse.nlp.mentions import find_mentions


def found(text: str) -> list[tuple[str, str]]:
    reading = reading_of(text)
    return [(m.label, m.text) for m in find_mentions(reading.post, reading.doc)]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # what the pipeline missed
        ("The prize went to Mr. Hale.", ["Hale"]),
        ("We thank Sen. Ruiz and Supt. Ada Hale.", ["Ruiz", "Ada Hale"]),
        ("“Fine,” said Zubin Qrst, and left.", ["Zubin Qrst"]),
        ("“Fine,” said coach Zubin Qrst.", ["Zubin Qrst"]),
        ("Zubin Qrst, 61, sells fish.", ["Zubin Qrst"]),
        ("Zubin Qrst, Ph.D., sells fish.", ["Zubin Qrst"]),
        ("A letter from Rosa van der Berg came.", ["Rosa van der Berg"]),
        ("We met Walter “Bo” Hale there.", ["Walter “Bo” Hale"]),
        # wrong bounds
        ("Here is [[PERSON|Secretary-General Kim Dae]]-ho today.", ["Kim Dae-ho"]),
        ("Here is [[TITLE|Secretary-General Kim]] Dae-ho today.", ["Kim Dae-ho"]),
        ("Here are [[PERSON|Ada Hale and Rosa Ruiz]].", ["Ada Hale", "Rosa Ruiz"]),
        ("Here is [[PERSON|Dr. Ada Hale's]] book.", ["Ada Hale"]),
        ("Here is [[ORG|Congressman Steve Hale]].", ["Steve Hale"]),
        ("A word from [[ORG|Heritage Council Ada Hale]] came.", ["Ada Hale"]),
        # wrong labels
        ("Here is [[AWARD|Ada Hale]] of the club.", ["Ada Hale"]),
        ("Here is [[PERSON|Ada Hale]]. Then [[ORG|Hale]] spoke.", ["Ada Hale", "Hale"]),
        ("Robert Baker met Dr. King.", ["Robert Baker", "King"]),
        # no people
        ("He was named [[PERSON|President]].", []),
        ("The [[PERSON|Louise Hale Community Award]] is new.", []),
        ("The brokers [[PERSON|Hale Moss]] said so.", []),
        ("The [[PERSON|XY Weibo]] account is new.", []),
        ("She lives on Rosa Street.", []),
    ],
)
def test_people(text: str, people: list[str]) -> None:
    assert [name for label, name in found(text) if label == "person"] == people


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("We thank [[ORG|Acme Paper Goods]], Inc. for it.", ["Acme Paper Goods, Inc."]),
        ("We thank [[ORG|the Harbour Trust]].", ["Harbour Trust"]),
        ("We thank [[AWARD|Harbour Wind LLC]].", ["Harbour Wind LLC"]),
        ("We thank [[PRODUCT|Chamber of Commerce]].", ["Chamber of Commerce"]),
        ("We thank the Hill Farmers Cooperative.", ["Hill Farmers Cooperative"]),
        ("[[ORG|Acme Paper Goods, Inc.]] grew. [[PERSON|Acme]] hired.", ["Acme Paper Goods, Inc.", "Acme"]),
        ("We met [[ORG|ABC Regional Director]] Ada Hale.", ["ABC"]),
        ("We read the [[ORG|Harbour Courier]].", ["Harbour Courier"]),
        ("We met the [[ORG|Senators]].", []),
    ],
)
def test_bodies(text: str, bodies: list[str]) -> None:
    assert [name for label, name in found(text) if label == "organization"] == bodies


def test_authors_in_a_byline_are_people() -> None:
    reading = reading_of([("byline", "By Ada Hale and Press Office")], authors=("Ada Hale", "Press Office"))
    people = [m.text for m in find_mentions(reading.post, reading.doc) if m.label == "person"]
    assert people == ["Ada Hale"]


def test_a_place_before_a_name_is_apart_from_it() -> None:
    text = "the Governor of [[PERSON|Idaho Ada Hale]] came"
    assert found(text) == [("place", "Idaho"), ("person", "Ada Hale")]


def test_mentions_never_overlap() -> None:
    text = "Mr. [[ORG|Ada Hale Trust]] met [[PERSON|Ada Hale]] of [[GPE|Hale]], said Ada Hale."
    reading = reading_of(text)
    mentions = find_mentions(reading.post, reading.doc)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


def test_a_nation_is_a_group_and_no_person() -> None:
    table = "Zorans NNPS - - PERSON\nspoke VBD"
    reading = reading_of("Zorans spoke", table=table)
    assert [m.label for m in find_mentions(reading.post, reading.doc)] == ["group"]
