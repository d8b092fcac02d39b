"""The best marks and trees that scores allow."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

pytest.importorskip("tomllib", reason="training needs Python 3.11")

from training.decode import best_forest, best_marks
from training.labels import MARK_IDS, MARKS, read_marks
from training.places import kind_of_place

ANYTHING = list(range(len(MARKS)))


def scores_for(*wanted: str) -> np.ndarray:
    scores = np.full((len(wanted), len(MARKS)), -5.0, dtype=np.float32)
    for row, mark in zip(scores, wanted, strict=True):
        row[MARK_IDS[mark]] = 0.0
    return scores


@pytest.mark.parametrize("seed", range(20))
def test_an_inside_mark_never_follows_another_label(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(12, len(MARKS))).astype(np.float32)
    scores[:, [mark.startswith("I-") for mark in MARKS]] += 2.0
    marks = [MARKS[mark] for mark in best_marks(scores, [ANYTHING] * 12)]
    assert any(mark.startswith("I-") for mark in marks)
    for before, mark in pairwise(["O", *marks]):
        assert not mark.startswith("I-") or mark[2:] == before[2:]


def test_marks_stay_within_what_is_allowed() -> None:
    scores = scores_for("B-ORG", "I-ORG")
    allowed = [[MARK_IDS["O"], MARK_IDS["B-TITLE"]], [MARK_IDS["O"]]]
    assert [MARKS[mark] for mark in best_marks(scores, allowed)] in (["O", "O"], ["B-TITLE", "O"])


def test_marks_are_joined_to_entities() -> None:
    assert read_marks(["B-ORG", "I-ORG", "O", "B-GPE", "B-GPE"]) == [
        (0, 2, "ORG"),
        (3, 4, "GPE"),
        (4, 5, "GPE"),
    ]


def is_forest(heads: tuple[int, ...]) -> bool:
    for start in range(len(heads)):
        node = start
        for _ in heads:
            node = heads[node]
        if heads[node] != node:
            return False
    return True


@pytest.mark.parametrize("seed", range(20))
def test_the_best_forest_is_the_best_of_all_forests(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(4, 4)).astype(np.float32)
    if seed % 2:
        scores[np.diag_indices(4)] -= 3.0  # few roots, so that circles arise

    def total(heads: tuple[int, ...]) -> float:
        return float(sum(scores[word, head] for word, head in enumerate(heads)))

    best = max((heads for heads in product(range(4), repeat=4) if is_forest(heads)), key=total)
    assert total(tuple(best_forest(scores))) == pytest.approx(total(best), abs=1e-4)


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
