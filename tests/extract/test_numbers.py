"""What counts as a quantity, what it amounts to, what it counts and what qualifies it."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hand_built import reading_of
from pressparse.extract.numbers import extract_numbers
from pressparse.records import Number

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

CASES = tomllib.loads((Path(__file__).parents[1] / "cases" / "numbers.toml").read_text(encoding="utf-8"))[
    "cases"
]
ELSEWHERE = "*"


def bounds(value: float | list[float]) -> tuple[float | None, float | None, float | None]:
    """(value, low, high) of a row's second field."""
    if not isinstance(value, list):
        return value, None, None
    return None, value[0], value[1] if len(value) > 1 else None


def as_row(number: Number, wanted: list[Any] | None) -> list[Any]:
    unit = ELSEWHERE if wanted is not None and wanted[2] == ELSEWHERE else number.unit or ""
    return [number.kind, (number.value, number.low, number.high), unit, number.modifier or ""]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:40] for case in CASES])
def test_quantities_of_a_sentence(case: dict[str, Any]) -> None:
    found = extract_numbers(reading_of(case["text"]))
    wanted = case["numbers"]
    rows = [as_row(n, wanted[i] if i < len(wanted) else None) for i, n in enumerate(found)]
    expected = [[kind, pytest.approx(bounds(value)), unit, mod] for kind, value, unit, mod in wanted]
    assert rows == expected


TAGGED = [
    (
        "some 20 million radio owners",
        """
        some      DT   owners   det
        20        CD   million  compound
        million   CD   owners   nummod
        radio     NN   owners   compound
        owners    NNS  owners   ROOT
        """,
        [("some 20 million radio owners", "radio owners")],
    ),
    (
        "two very careful harbour choirs",
        """
        two         CD   choirs   nummod
        very        RB   careful  advmod
        careful     JJ   choirs   amod
        harbour     NN   choirs   compound
        choirs      NNS  choirs   ROOT
        """,
        [("two very careful harbour choirs", "careful harbour choirs")],
    ),
    (
        "190 countries and territories",
        """
        190          CD   countries  nummod
        countries    NNS  countries  ROOT
        and          CC   territories  cc
        territories  NNS  countries  conj
        """,
        [("190 countries and territories", "countries and territories")],
    ),
    (
        "17 letters out of perhaps 12,000 mailed",
        """
        17         CD   letters    nummod
        letters    NNS  letters    ROOT
        out        IN   12,000     case
        of         IN   12,000     case
        perhaps    RB   12,000     advmod
        12,000     CD   letters    nmod
        mailed     VBN  12,000     acl
        """,
        [("17 letters", "letters"), ("perhaps 12,000", "letters")],
    ),
    (
        "seven Northwest investor-owned utilities met",
        """
        seven      CD    utilities  nummod
        Northwest  NNP   utilities  compound
        investor   NN    owned      obl
        -          HYPH  owned      punct
        owned      VBN   utilities  amod
        utilities  NNS   met        nsubj
        met        VBD   met        ROOT
        """,
        [("seven Northwest investor-owned utilities", "Northwest investor-owned utilities")],
    ),
    (
        "weekly sales have risen from 2.4 million",
        """
        weekly   JJ   sales    amod
        sales    NNS  risen    nsubj
        have     VBP  risen    aux
        risen    VBN  risen    ROOT
        from     IN   million  case
        2.4      CD   million  compound
        million  CD   risen    obl
        """,
        [("2.4 million", "sales")],
    ),
    (
        "Six co-ops are in Kent and four in Rome",
        """
        Six    CD   ops    nummod
        co     NN   ops    compound
        -      HYPH ops    punct
        ops    NNS  Kent   nsubj
        are    VBP  Kent   cop
        in     IN   Kent   case
        Kent   NNP  Kent   ROOT
        and    CC   four   cc
        four   CD   Kent   conj
        in     IN   Rome   case
        Rome   NNP  four   orphan
        """,
        [("Six co-ops", "co-ops"), ("four", "co-ops")],
    ),
    (
        "a play about three ferrymen",
        """
        a         DT   play      det
        play      NN   play      ROOT
        about     IN   ferrymen  case
        three     CD   ferrymen  nummod
        ferrymen  NNS  play      nmod
        """,
        [("three ferrymen", "ferrymen")],
    ),
    (
        "half of the town's members",
        """
        half     NN   half     ROOT
        of       IN   members  case
        the      DT   town     det
        town     NN   members  nmod:poss
        's       POS  town     case
        members  NNS  half     nmod
        """,
        [("half of the town's members", "members")],
    ),
    (
        "Earl Hobbs, 61, spoke",
        """
        Earl    NNP  Hobbs   compound  PERSON
        Hobbs   NNP  spoke   nsubj     PERSON
        ,       ,    61      punct
        61      CD   Hobbs   appos
        ,       ,    Hobbs   punct
        spoke   VBD  spoke   ROOT
        """,
        [("61", "years")],
    ),
    (
        "Windows 7 and Fargo 12, the towers",
        """
        Windows  NNP  Windows  ROOT
        7        CD   Windows  nummod
        and      CC   Fargo    cc
        Fargo    NNP  Windows  conj
        12       CD   Fargo    nummod
        ,        ,    towers   punct
        the      DT   towers   det
        towers   NNS  Windows  appos
        """,
        [],
    ),
]


@pytest.mark.parametrize(("text", "table", "wanted"), TAGGED, ids=[text for text, _, _ in TAGGED])
def test_what_a_number_counts(text: str, table: str, wanted: list[tuple[str, str]]) -> None:
    found = extract_numbers(reading_of(text, table=table))
    assert [(n.text, n.unit) for n in found] == wanted


def test_counted_is_where_the_noun_stands() -> None:
    text, table, _ = TAGGED[3]
    elliptical = extract_numbers(reading_of(text, table=table))[1]
    assert elliptical.counted is not None
    assert text[elliptical.counted.start : elliptical.counted.end] == "letters"


def test_only_title_subtitle_and_body_are_read() -> None:
    reading = reading_of(
        [
            ("title", "3 prizes"),
            ("byline", "By 4 people"),
            ("paragraph", "5 dogs"),
            ("caption", "6 cats"),
            ("boilerplate", "About us: 7 offices"),
        ]
    )
    assert [n.value for n in extract_numbers(reading)] == [3, 5]


def test_values_are_integers_where_they_can_be() -> None:
    values = [n.value for n in extract_numbers(reading_of("3.25 million euros, 0.1 euros and 2.0 euros"))]
    assert values == [3250000, 0.1, 2]
    assert [type(v) for v in values] == [int, float, int]


def test_dollars_are_those_that_the_document_means() -> None:
    reading = reading_of(
        [("paragraph", "It paid $5."), ("paragraph", "All amounts are in Canadian dollars.")]
    )
    assert [n.unit for n in extract_numbers(reading)] == ["CAD"]


def test_kroner_are_those_of_the_country_named() -> None:
    assert [n.unit for n in extract_numbers(reading_of("The Danish fund gave 5 million kroner."))] == ["DKK"]


@given(st.text(alphabet="0123456789.,-–$€% \n'abcmkxy½/()#", max_size=80))
def test_any_text_is_read_and_every_offset_is_true(text: str) -> None:
    reading = reading_of([("paragraph", text)])
    for number in extract_numbers(reading):
        assert reading.text[number.start : number.end] == number.text
        assert (
            number.counted is None or reading.span(number.counted.start, number.counted.end) == number.counted
        )


@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                "two",
                "twenty",
                "hundred",
                "and",
                "half",
                "of",
                "million",
                "dozen",
                "first",
                "in",
                "one",
                "-",
                "%",
                "$",
                "3",
                "the",
                "third",
                "to",
            ]
        )
    )
)
def test_any_row_of_number_words_is_read(words: list[str]) -> None:
    reading = reading_of([("paragraph", " ".join(words))])
    for number in extract_numbers(reading):
        assert reading.text[number.start : number.end] == number.text


HOSTILE = [
    "1,",
    "1 ",
    "-1",
    "$",
    "1.000.",
    "a half ",
    "and twenty ",
    "hundreds of ",
    "1/",
    "(1",
    "no more than ",
    "one in ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_length_alone(piece: str) -> None:
    short, long = (seconds(piece * count) for count in (1_000, 4_000))
    assert long < 12 * short + 0.2  # four times the text; sixteen times the work would be quadratic


def seconds(text: str) -> float:
    reading = reading_of([("paragraph", text)])
    started = time.perf_counter()
    extract_numbers(reading)
    return time.perf_counter() - started
