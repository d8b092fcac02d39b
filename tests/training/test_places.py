"""The kind of a place is read off its name, where a corpus knows places of one kind alone."""

from __future__ import annotations

import pytest

pytest.importorskip("tomllib", reason="training needs Python 3.11")

from training.places import kind_of_place


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Lake Chad", "LOC"),
        ("Abbey Road", "FAC"),
        ("Chad", "GPE"),
        ("South Korea", "GPE"),
        ("South Asia", "LOC"),
        ("House", "GPE"),  # one word shows nothing built
        ("SOUTH ASIA", "LOC"),
    ],
)
def test_a_place_is_told_by_its_name(name: str, kind: str) -> None:
    assert kind_of_place(name.split()) == kind
