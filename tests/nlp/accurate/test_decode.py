"""The best marks, trees and sentences that scores allow."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest

from pressparse.nlp.accurate.decode import IMPOSSIBLE, best_forest, best_marks, best_sentences

MARKS = ("O", "B-ORG", "I-ORG", "B-TITLE", "I-TITLE")


def named(scores: np.ndarray) -> list[str]:
    return [MARKS[mark] for mark in best_marks(scores, MARKS)]


@pytest.mark.parametrize("seed", range(20))
def test_an_inside_mark_never_follows_another_label(seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(12, len(MARKS))).astype(np.float32)
    scores[:, [mark.startswith("I-") for mark in MARKS]] += 2.0
    marks = named(scores)
    assert any(mark.startswith("I-") for mark in marks)
    for before, mark in pairwise(["O", *marks]):
        assert not mark.startswith("I-") or mark[2:] == before[2:]


def test_a_word_gets_no_mark_that_is_impossible_there() -> None:
    likely = np.array([[-5.0, 0.0, -5.0, -5.0, -5.0], [-5.0, -5.0, 0.0, -5.0, -5.0]], dtype=np.float32)
    assert named(likely) == ["B-ORG", "I-ORG"]
    likely[1, 1:] = IMPOSSIBLE
    assert named(likely) == ["B-ORG", "O"]


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


def scores_of(*heads: int, sure: float = 6.0) -> np.ndarray:
    """Log-probabilities that favour some heads."""
    scores = np.zeros((len(heads), len(heads)), dtype=np.float32)
    scores[np.arange(len(heads)), list(heads)] = sure
    return scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))


def no_starts(size: int) -> np.ndarray:
    return np.zeros(size, dtype=bool)


def sentences(heads: np.ndarray) -> list[tuple[int, int]]:
    """First and last word of each tree, by its root."""
    trees: dict[int, list[int]] = {}
    for word in range(len(heads)):
        root = word
        while heads[root] != root:
            root = int(heads[root])
        trees.setdefault(root, []).append(word)
    return sorted((min(words), max(words)) for words in trees.values())


def test_trees_side_by_side_stay_as_they_are() -> None:
    assert best_sentences(scores_of(1, 1, 1, 4, 4), no_starts(5)).tolist() == [1, 1, 1, 4, 4]


def test_a_stray_arc_into_another_sentence_is_cut() -> None:
    scores = scores_of(0, 0, 0, 4, 4, 4, 4)
    scores[6, 0] = scores[6, 4] + 1.0
    assert best_forest(scores)[6] == 0
    assert sentences(best_sentences(scores, no_starts(7))) == [(0, 2), (3, 6)]


def test_a_tree_within_a_tree_joins_it() -> None:
    heads = best_sentences(scores_of(3, 3, 2, 3, 0, 3, 1), no_starts(7))
    assert sentences(heads) == [(0, 6)]


def test_a_full_stop_tips_the_balance_between_one_sentence_and_two() -> None:
    scores = scores_of(0, 0, 0, 4, 4, 4)
    scores[4, 0] = scores[4, 4] + 1.0
    assert sentences(best_sentences(scores, no_starts(6))) == [(0, 5)]
    starts = np.array([False, False, False, True, False, False])
    assert sentences(best_sentences(scores, starts)) == [(0, 2), (3, 5)]


@pytest.mark.parametrize("seed", range(20))
def test_every_sentence_fills_a_stretch_of_its_own(seed: int) -> None:
    random = np.random.default_rng(seed)
    size = int(random.integers(1, 30))
    scores = random.normal(size=(size, size)).astype(np.float32) * 3
    found = sentences(best_sentences(scores, random.random(size) < 0.2))
    assert found[0][0] == 0
    assert found[-1][1] == size - 1
    assert all(last + 1 == first for (_, last), (first, _) in pairwise(found))
