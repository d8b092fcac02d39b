"""Which corpora there are, what each teaches, and whom to credit for it: corpora.toml, read."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import tomllib

HOME = Path(__file__).parent
PRESS = HOME / "press"


@dataclass(frozen=True)
class Corpus:
    """One row of corpora.toml.

    Attributes:
        id: its name in this project; samples carry it.
        kind: "trees", "names" or "releases".
        path: its place under the data folder.
        on_trees: the id of the trees whose words it labels, where it has none of its own.
        held_out: whether it measures and must not teach.
    """

    id: str
    kind: str
    path: str
    on_trees: str = ""
    held_out: bool = False


@cache
def _rows() -> dict[str, list[dict[str, Any]]]:
    return tomllib.loads((HOME / "corpora.toml").read_text(encoding="utf-8"))


def corpora() -> list[Corpus]:
    """Give all corpora in the order of the file."""
    known = Corpus.__dataclass_fields__
    return [Corpus(**{key: value for key, value in row.items() if key in known}) for row in _rows()["corpus"]]


def sources(*, teacher: bool, releases: bool = True) -> list[dict[str, str]]:
    """Give the credits of everything the weights are made from, as spaCy's meta.json wants them.

    Args:
        teacher: whether there was a teacher, whose sources then count too.
        releases: whether the raw releases that it labelled taught anything.
    """
    rows = [row for row in _rows()["corpus"] + _rows()["resource"] if not row.get("held_out")]
    rows = [row for row in rows if releases or row.get("kind") != "releases"]
    rows = [row for row in rows if teacher or not row.get("teacher")]
    return [
        {"name": row["name"], "author": row["author"], "license": row["licence"], "url": row["home"]}
        for row in rows
    ]


def press_files() -> list[Path]:
    """Give the files of the project's own press lines."""
    return sorted(PRESS.glob("?.txt"))
