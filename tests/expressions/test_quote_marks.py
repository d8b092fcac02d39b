"""Which stretches marks enclose: as printed, and damaged."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressparse.expressions.quote_marks import Quoted, pair_quote_marks

PAIRED = [
    ("curly", "She said “It leaks.” twice", ["It leaks."]),
    ("straight", 'She said "It leaks." twice', ["It leaks."]),
    ("single curly", "‘It leaks,’ she said.", ["It leaks,"]),
    ("single straight", "'It leaks,' she said.", ["It leaks,"]),
    ("guillemets, spaced", "« It leaks, » she said.", ["It leaks,"]),
    ("guillemets, pointing in", "»Es tropft«, sagt sie.", ["Es tropft"]),
    ("low and high", "Er sagte: „Es tropft.“ Dann ging er.", ["Es tropft."]),
    ("low by two commas", "Er sagte: ,,Es tropft.“", ["Es tropft."]),
    ("doubled single marks", "''It leaks,'' she said. ``It does.''", ["It leaks,", "It does."]),
    ("curly and straight mixed", '“It leaks," she said. "It does.”', ["It leaks,", "It does."]),
    ("turned round", "”It leaks,” she said. ”It does,“ he said.", ["It leaks,", "It does,"]),
    ("spaces inside", '" It leaks , " she said . " It does . "', ["It leaks ,", "It does ."]),
    ("beside a bracket and a dash", "It (“leaks”)—“badly”—today", ["leaks", "badly"]),
    ("apostrophes", "It’s the boys’ and girls’ own, isn't it", []),
    ("apostrophe inside", "‘It’s mine, isn’t it,’ he said.", ["It’s mine, isn’t it,"]),
    ("plural possessive inside", "‘It lasts ten years’ time,’ she said.", ["It lasts ten years’ time,"]),
    ("possessive of a quoted name", "the ‘Friends’ set and the parents’ room", ["Friends"]),
    ("shortened years and words", "By the ’87 census ’tis the Roaring '20s, rock 'n' roll", []),
    (
        "shortened words inside",
        "‘There’s one and ’tis down the well.’",
        ["There’s one and ’tis down the well."],
    ),
    ("inches and feet", 'a 12" pipe, a 6\'2" man', []),
    ("inches inside", '"The 12" pipe broke," he said.', ['The 12" pipe broke,']),
    ("nothing between the marks", "“” and ''", []),
]

UNBALANCED = [
    ("never closed", "“It leaks. He left.", [("It leaks. He left.", True, False)]),
    ("never closed before another", "“It is. “No,” he said.", [("It is.", True, False), ("No,", True, True)]),
    ("never opened", "It leaks,” he said.", [("It leaks,", False, True)]),
    ("single left open at the start", "‘It leaks. It has.", [("It leaks. It has.", True, False)]),
    ("single left open inside a sentence", "the ‘old roof leaks", []),
]

NESTED = [
    ("single in double", "“She said, ‘It leaks,’ and left.”", ["It leaks,"]),
    ("double in single", "‘She said, “It leaks,” and left.’", ["It leaks,"]),
    ("double in double", "“The “old” roof is “fine” now,” he said.", ["old", "fine"]),
    ("ending together", "\"He told me, 'Boats don't need a road.'\"", ["Boats don't need a road."]),
]


def words(text: str, found: tuple[Quoted, ...]) -> list[str]:
    return [text[q.start : q.end] for q in found]


def table(rows: list[tuple[str, str, Any]]) -> list[Any]:
    return [pytest.param(text, expected, id=name) for name, text, expected in rows]


@pytest.mark.parametrize(("text", "expected"), table(PAIRED))
def test_pairs(text: str, expected: list[str]) -> None:
    assert words(text, pair_quote_marks(text)) == expected


@pytest.mark.parametrize(("text", "expected"), table(UNBALANCED))
def test_a_mark_astray_costs_its_stretch(text: str, expected: list[tuple[str, bool, bool]]) -> None:
    assert [(text[q.start : q.end], q.opened, q.closed) for q in pair_quote_marks(text)] == expected


@pytest.mark.parametrize(("text", "expected"), table(NESTED))
def test_nested(text: str, expected: list[str]) -> None:
    [outer] = pair_quote_marks(text)
    assert words(text, outer.inner) == expected


def test_only_the_asked_stretch_is_read() -> None:
    text = "“One.”\n\n“Two.”"
    assert words(text, pair_quote_marks(text, 8, len(text))) == ["Two."]


@given(st.text(alphabet="ab ,.\n\"'“”‘’„«»`´-—(5s", max_size=80))
def test_stretches_are_in_order_and_inside_the_text(text: str) -> None:
    found = pair_quote_marks(text)
    position = 0
    for quoted in found:
        assert position <= quoted.outer_start <= quoted.start < quoted.end <= quoted.outer_end <= len(text)
        assert text[quoted.start : quoted.end].strip() == text[quoted.start : quoted.end]
        position = quoted.outer_end


@pytest.mark.parametrize("unit", ["“", "”", "'a ", "a' ", '"', "‘a’ ", "s' "])
def test_nothing_but_marks_takes_bounded_time(unit: str) -> None:
    pair_quote_marks(unit * 5000)
