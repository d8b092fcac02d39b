"""From the teacher's scores to the best allowed marks and the best tree."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from training.labels import MARKS

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
_IMPOSSIBLE = -1e4


def best_marks(log_probs: Floats, allowed: list[list[int]]) -> Ints:
    """Viterbi: the likeliest marks of a word sequence where ``I-X`` follows ``B-X`` or ``I-X`` alone.

    Args:
        log_probs: log-probabilities, one row a word, one column a mark.
        allowed: the marks each word may have.
    """
    barred = np.full_like(log_probs, _IMPOSSIBLE)
    for row, marks in zip(barred, allowed, strict=True):
        row[marks] = 0.0
    scores = log_probs + barred
    follow = _transitions()
    best = scores[0] + _opening()
    back = np.zeros(scores.shape, dtype=np.int64)
    for position in range(1, len(scores)):
        paths = best[:, None] + follow
        back[position] = paths.argmax(axis=0)
        best = paths.max(axis=0) + scores[position]
    return _trace(back, int(best.argmax()))


def _trace(back: Ints, last: int) -> Ints:
    path = np.empty(len(back), dtype=np.int64)
    path[-1] = last
    for position in range(len(back) - 1, 0, -1):
        path[position - 1] = back[position, path[position]]
    return path


def _transitions() -> Floats:
    follow = np.zeros((len(MARKS), len(MARKS)), dtype=np.float32)
    for column, mark in enumerate(MARKS):
        if mark.startswith("I-"):
            follow[:, column] = _IMPOSSIBLE
            follow[[MARKS.index("B-" + mark[2:]), column], column] = 0.0
    return follow


def _opening() -> Floats:
    return np.array([_IMPOSSIBLE if mark.startswith("I-") else 0.0 for mark in MARKS], dtype=np.float32)


def best_forest(scores: Floats) -> Ints:
    """The likeliest heads that form trees; a root is its own head.

    Every word takes its likeliest head; where that closes a circle, the maximum spanning arborescence
    is taken (Chu and Liu 1965, Edmonds 1967). A document has as many trees as sentences, so the roots
    hang together on one more node.

    Args:
        scores: log-probabilities, ``scores[word, head]``.
    """
    size = len(scores)
    with_top = np.full((size + 1, size + 1), _IMPOSSIBLE, dtype=np.float32)
    with_top[1:, 1:] = scores
    np.fill_diagonal(with_top, _IMPOSSIBLE)
    with_top[1:, 0] = scores.diagonal()
    heads = _arborescence(with_top)[1:] - 1
    return np.where(heads < 0, np.arange(size), heads)


def _arborescence(scores: Floats) -> Ints:
    """Heads of all nodes, node 0 the root."""
    heads = scores.argmax(axis=1)
    heads[0] = 0
    circle = _find_circle(heads)
    return heads if circle is None else _break_circle(scores, heads, circle)


def _find_circle(heads: Ints) -> list[int] | None:
    settled = {0}
    for start in range(1, len(heads)):
        walk: list[int] = []
        node = start
        while node not in settled and node not in walk:
            walk.append(node)
            node = int(heads[node])
        if node not in settled:
            return walk[walk.index(node) :]
        settled.update(walk)
    return None


def _break_circle(scores: Floats, heads: Ints, circle: list[int]) -> Ints:
    """Contract the circle to one node, solve the smaller graph, and open the circle where its arc enters."""
    outside = [node for node in range(len(heads)) if node not in set(circle)]
    kept = scores[circle, heads[circle]]
    size = len(outside)
    smaller = np.full((size + 1, size + 1), _IMPOSSIBLE, dtype=np.float32)
    smaller[:size, :size] = scores[np.ix_(outside, outside)]
    smaller[:size, size] = scores[np.ix_(outside, circle)].max(axis=1)
    entering = scores[np.ix_(circle, outside)] - kept[:, None]
    smaller[size, :size] = entering.max(axis=0)
    solved = _arborescence(smaller)
    return _expand(scores, heads, circle, outside, solved, entering)


def _expand(
    scores: Floats, heads: Ints, circle: list[int], outside: list[int], solved: Ints, entering: Floats
) -> Ints:
    result = heads.copy()
    size = len(outside)
    for position, node in enumerate(outside):
        head = int(solved[position])
        result[node] = circle[int(scores[node, circle].argmax())] if head == size else outside[head]
    entry = int(solved[size])
    opened = circle[int(entering[:, entry].argmax())]
    result[opened] = outside[entry]
    result[0] = 0
    return result
