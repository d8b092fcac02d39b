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
        ("It is new, said the chair of the [[ORG|Harbour Trust]], Zubin Qrst.", ["Zubin Qrst"]),
        ("“Fine,” said Qrst.", ["Qrst"]),
        ("Zubin Qrst, a retired potter, left.", ["Zubin Qrst"]),
        ("Zubin Qrst, who sells fish, left.", ["Zubin Qrst"]),
        ("Zubin Qrst left. Ms Qrst was late.", ["Zubin Qrst", "Qrst"]),
        ("We met Zubin al-Qrst, Chief Executive of the club.", ["Zubin al-Qrst"]),
        ("He met her daughter Qrst there.", ["Qrst"]),
        ("Hale’s husband, Qrst, left.", ["Qrst"]),
        ("A grandmother of nine named [[GPE|Qrst]] left.", ["Qrst"]),
        ("A ship named [[GPE|Qrst]] left.", []),
        ("The teacher bought a ship named [[GPE|Qrst]] then.", []),
        ("It is Hale’s younger brother Qrst.", ["Qrst"]),
        ("[[ORG|Zubin Qrst]], 61, sells fish.", ["Zubin Qrst"]),
        ("[[PERSON|Zubin Qrst]] left. According to [[GPE|Qrst]], it is new.", ["Zubin Qrst", "Qrst"]),
        ("[[ORG|Zubin Qrst]] sells fish. [[ORG|Qrst]] said so.", ["Zubin Qrst", "Qrst"]),
        # wrong bounds
        ("“Fine,” says Zubin [[PERSON|Qrst Vu]].", ["Zubin Qrst Vu"]),
        ("It is new, said Chief Officer Zubin [[PERSON|Qrst]].", ["Zubin Qrst"]),
        ("Here are [[PERSON|Jo Ruiz – Ada Hale]].", ["Jo Ruiz", "Ada Hale"]),
        ("Here is [[PERSON|Ada Hale (D]]-WA) at last.", ["Ada Hale"]),
        ("Here is [[PERSON|Secretary-General Kim Dae]]-ho today.", ["Kim Dae-ho"]),
        ("Here is [[TITLE|Secretary-General Kim]] Dae-ho today.", ["Kim Dae-ho"]),
        ("Here are [[PERSON|Ada Hale and Rosa Ruiz]].", ["Ada Hale", "Rosa Ruiz"]),
        ("Here is [[PERSON|Dr. Ada Hale's]] book.", ["Ada Hale"]),
        ("Here is [[ORG|Congressman Steve Hale]].", ["Steve Hale"]),
        ("Here is [[ORG|Detective Constable Zubin Qrst]].", ["Zubin Qrst"]),
        ("Here is [[ORG|Chief Constable Union]].", []),
        ("Here is [[PERSON|Pieter]] van ’t Veer.", ["Pieter van ’t Veer"]),
        ("Here is [[PERSON|Pieter]] in ’t Veld.", ["Pieter"]),
        ("A word from [[ORG|Heritage Council Ada Hale]] came.", ["Ada Hale"]),
        # wrong labels
        ("Here is [[AWARD|Ada Hale]] of the club.", ["Ada Hale"]),
        ("Here is [[PERSON|Ada Hale]]. Then [[ORG|Hale]] spoke.", ["Ada Hale", "Hale"]),
        ("Robert Baker met Dr. King.", ["Robert Baker", "King"]),
        ("Here is [[ORG|Zubin Qrst]]. Then Mr. Qrst spoke.", ["Zubin Qrst", "Qrst"]),
        ("One, 91-year-old [[FAC|Zubin Cartwright]], left.", ["Zubin Cartwright"]),
        ("“Fine,” said [[GPE|Qrst]]. Then [[GPE|Qrst]] left.", ["Qrst", "Qrst"]),
        ("The prizes went to [[PERSON|Jo Ruiz]] and [[ORG|Ada Hale]].", ["Jo Ruiz", "Ada Hale"]),
        ("The [[ORG|Hale Administration]] left. Then President [[PERSON|Hale]] spoke.", ["Hale"]),
        # no people
        ("He was named [[PERSON|President]].", []),
        ("The [[PERSON|Louise Hale Community Award]] is new.", []),
        ("The brokers [[PERSON|Hale Moss]] said so.", []),
        ("The [[PERSON|XY Weibo]] account is new.", []),
        ("She lives on Rosa Street.", []),
        ("“Fine,” said Sen.", []),
        ("“Fine,” they said Tuesday.", []),
        ("The Police said so, and the Trust said no.", []),
        ("She lives in King County.", []),
        ("It came from Harbour Wind, a maker of tents.", []),
        ("Here is [[PERSON|U.S.]] at last.", []),
        ("Here is [[PERSON|Qrst Senior Fellow]].", []),
        ("She joined its [[PERSON|Phase]] at last.", []),
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
        ("We met [[ORG|Mora County Commission Chair]] Ada Hale.", ["Mora County Commission"]),
        ("We read “[[ORG|[The Harbour Courier]].", ["Harbour Courier"]),
        ("We thank the [[ORG|Harbour Energy Forum]]. The Forum grew.", ["Harbour Energy Forum", "Forum"]),
        (
            "We thank the [[ORG|Harbour Trust]] ([[ORG|WHO]]). Now WHO says no.",
            ["Harbour Trust", "WHO", "WHO"],
        ),
        (
            "The Senate Health, Education, Labor and Pensions Committee met.",
            ["Senate Health, Education, Labor and Pensions Committee"],
        ),
        (
            "We thank the Department for Environment, Food and Rural Affairs.",
            ["Department for Environment, Food and Rural Affairs"],
        ),
        ("We thank the Ministry of Defence, Acme Group and others.", ["Ministry of Defence", "Acme Group"]),
        (
            "He met the [[ORG|Committee]] to Protect Journalists on Monday.",
            ["Committee to Protect Journalists"],
        ),
        ("He met the Harbour Committee on Monday.", ["Harbour Committee"]),
        ("By Courtesy Harbour Energy Forum.", ["Harbour Energy Forum"]),
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


def test_a_source_line_names_a_body_without_its_introduction() -> None:
    reading = reading_of(
        [("paragraph", "It grew."), ("source", "SOURCE Acme Instruments Corp.")],
        source="Acme Instruments Corp.",
    )
    assert [m.text for m in find_mentions(reading.post, reading.doc)] == ["Acme Instruments Corp."]
