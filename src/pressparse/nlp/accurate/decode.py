"""From scores to the best allowed marks, and to the best trees."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
IMPOSSIBLE = -1e4
# In log-probabilities; by sentences and trees of UD EWT and GUM dev.
_PASSING_A_START = 2.0  # what an arc loses for each seeming start of a sentence that it passes over
_CUTTING_ELSEWHERE = 1.0  # what a sentence loses that starts anywhere else


def best_marks(scores: Floats, marks: tuple[str, ...]) -> Ints:
    """Viterbi: the likeliest marks of a word sequence where ``I-X`` follows ``B-X`` or ``I-X`` alone.

    Args:
        scores: log-probabilities, or what differs from them by a constant a word; one row a word, one
            column a mark. What a word may not have stands at `IMPOSSIBLE`.
        marks: what the columns stand for.
    """
    follow, opening = _transitions(marks)
    best = scores[0] + opening
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


@lru_cache(maxsize=4)
def _transitions(marks: tuple[str, ...]) -> tuple[Floats, Floats]:
    """Costs of each mark after each, and of each at the start."""
    follow = np.zeros((len(marks), len(marks)), dtype=np.float32)
    opening = np.zeros(len(marks), dtype=np.float32)
    for column, mark in enumerate(marks):
        if mark.startswith("I-"):
            follow[:, column] = opening[column] = IMPOSSIBLE
            follow[[marks.index("B-" + mark[2:]), column], column] = 0.0
    return follow, opening


def read_marks(marks: Sequence[str]) -> list[tuple[int, int, str]]:
    """Join a sequence of ``B-``/``I-`` marks into entities: first word, the word past the last, label.

    Examples:
        >>> read_marks(["B-ORG", "I-ORG", "O", "B-GPE", "B-GPE"])
        [(0, 2, 'ORG'), (3, 4, 'GPE'), (4, 5, 'GPE')]
    """
    ents: list[tuple[int, int, str]] = []
    for position, mark in enumerate(marks):
        if mark.startswith("B-"):
            ents.append((position, position + 1, mark[2:]))
        elif mark.startswith("I-") and ents and ents[-1][1] == position:
            ents[-1] = (ents[-1][0], position + 1, ents[-1][2])
    return ents


def best_sentences(scores: Floats, starts: Bools) -> Ints:
    """The likeliest heads that form trees of which each fills a stretch of its own: the sentences.

    Args:
        scores: log-probabilities, ``scores[word, head]``; a root is its own head.
        starts: for each word whether a sentence seems to start with it, by marks and capitals.
    """
    starts_before = starts.cumsum()
    passed = np.abs(starts_before[:, None] - starts_before)
    scores = scores - (_PASSING_A_START * passed).astype(np.float32)
    heads = best_forest(scores)
    for start, end in pairwise([0, *_cuts(scores, heads, starts), len(heads)]):
        if not _is_one_tree(heads[start:end] - start):
            heads[start:end] = _best_tree(scores[start:end, start:end]) + start
    return heads


def _cuts(scores: Floats, heads: Ints, starts: Bools) -> Iterator[int]:
    """Between which words sentences part: where it costs least between each two roots.

    Where that costs more than to hang the weaker of the two on another word, they stay together.
    """
    roots = np.flatnonzero(heads == np.arange(len(heads))).tolist()
    costs = _costs_of_cuts(scores, heads) + _CUTTING_ELSEWHERE * ~starts
    others = scores.copy()
    np.fill_diagonal(others, IMPOSSIBLE)
    strengths = scores.diagonal() - others.max(axis=1)
    for root, following in pairwise(roots):
        cut = root + 1 + int(costs[root + 1 : following + 1].argmin())
        if costs[cut] <= min(strengths[root], strengths[following]):
            yield cut


def _costs_of_cuts(scores: Floats, heads: Ints) -> Floats:
    """For each word what the trees lose where no arc may pass before it."""
    words = np.arange(len(heads))
    least = np.full((len(heads), 1), IMPOSSIBLE, dtype=np.float32)
    to_left = np.hstack([least, np.maximum.accumulate(scores, axis=1)[:, :-1]])
    to_right = np.maximum.accumulate(scores[:, ::-1], axis=1)[:, ::-1]
    best_without = np.where(words[:, None] < words, to_left, to_right)
    lost = scores[words, heads][:, None] - best_without
    costs: Floats = np.maximum(lost, 0.0).sum(axis=0)
    return costs


def _is_one_tree(heads: Ints) -> bool:
    words = np.arange(len(heads))
    inside = (heads >= 0) & (heads < len(heads))
    return bool(inside.all()) and int((heads == words).sum()) == 1


def _best_tree(scores: Floats) -> Ints:
    """The likeliest heads where no word but the likeliest root is one."""
    inner = scores.copy()
    np.fill_diagonal(inner, IMPOSSIBLE)
    root = int(scores.diagonal().argmax())
    inner[root, root] = 0.0
    return best_forest(inner)


def best_forest(scores: Floats) -> Ints:
    """The likeliest heads that form trees; a root is its own head.

    Every word takes its likeliest head; where that closes a circle, the maximum spanning arborescence
    is taken (Chu and Liu 1965, Edmonds 1967). A document has as many trees as sentences, so the roots
    hang together on one more node.

    Args:
        scores: log-probabilities, ``scores[word, head]``.
    """
    size = len(scores)
    with_top = np.full((size + 1, size + 1), IMPOSSIBLE, dtype=np.float32)
    with_top[1:, 1:] = scores
    np.fill_diagonal(with_top, IMPOSSIBLE)
    with_top[1:, 0] = scores.diagonal()
    heads = _arborescence(with_top)[1:] - 1
    found: Ints = np.where(heads < 0, np.arange(size), heads)
    return found


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
    smaller = np.full((size + 1, size + 1), IMPOSSIBLE, dtype=np.float32)
    smaller[:size, :size] = scores[np.ix_(outside, outside)]
    smaller[:size, size] = scores[np.ix_(outside, circle)].max(axis=1)
    entering = scores[np.ix_(circle, outside)] - kept[:, None]
    smaller[size, :size] = entering.max(axis=0)
    solved = _arborescence(smaller)
    return _expand(scores, heads, circle, outside, solved, entering)


def _expand(
    scores: Floats, heads: Ints, circle: list[int], outside: list[int], solved: Ints, entering: Floats
) -> Ints:
    result: Ints = heads.copy()
    size = len(outside)
    for position, node in enumerate(outside):
        head = int(solved[position])
        result[node] = circle[int(scores[node, circle].argmax())] if head == size else outside[head]
    entry = int(solved[size])
    opened = circle[int(entering[:, entry].argmax())]
    result[opened] = outside[entry]
    result[0] = 0
    return result
