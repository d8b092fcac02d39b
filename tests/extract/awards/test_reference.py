"""Awards of the reference sentences, where the folder that holds them stands beside the repository."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import pressparse
from pressparse.records import Award

REFERENCE = Path(__file__).parents[4] / "shared" / "reference" / "awards.json"
FLOOR = 0.7  # share of the named awards found with a right winner; it only rises


def named_awards(row: dict[str, Any]) -> set[tuple[str, str]]:
    """`(winner, award)` of a row; several winners or awards give each pair."""
    if "awards" in row and isinstance(row["awards"][0], dict):
        return {(one["recipient"], one["award"]) for one in row["awards"]}
    awards = row.get("awards") or [row.get("award")]
    return {(winner, award) for winner in row.get("recipient", []) for award in awards if award}


def told(awards: tuple[Award, ...]) -> str:
    return " ".join(f"{a.name.text} {[p.name for p in a.recipients]}" for a in awards if a.name)


@pytest.mark.model
@pytest.mark.skipif(not REFERENCE.exists(), reason="the reference folder is not here")
def test_named_awards_of_the_reference() -> None:
    rows = [row for row in json.loads(REFERENCE.read_text(encoding="utf-8")) if named_awards(row)]
    found = wanted = 0
    for row in rows:
        text = told(pressparse.parse_text(row["text"]).posts[0].awards)
        for winner, award in named_awards(row):
            wanted += 1
            found += award in text and winner.split()[-1].strip("()") in text
    assert found / wanted >= FLOOR, f"{found} of {wanted}"
