"""Reads points of percent that are told as bare points: "down 7 points at 21 percent"."""

from __future__ import annotations

from dataclasses import replace

from pressparse.extract.numbers.amounts import Amount, words
from pressparse.extract.numbers.passage import Passage
from pressparse.extract.numbers.quantity import Quantity

_MOST = 50  # a share of a hundred does not move by more
_CHANGE_REACH = 4  # lexemes back to the word of change: "up by some 3 points"
_POINTS = frozenset({"point", "points"})


def read_points(passage: Passage, amount: Amount) -> Quantity | None:
    """An amount of points by which a percentage changed; None for those of a game, a league or an index."""
    is_possible = passage.key(amount.end) in _POINTS and 0 < amount.least <= _MOST
    if not is_possible or not passage.matches_anywhere("units", "percent_sign"):
        return None
    before = {passage.key(i) for i in range(max(0, amount.first - _CHANGE_REACH), amount.first)}
    is_change = bool(before & words("change_words"))
    if not is_change or passage.matches_anywhere("units", "other_points"):
        return None
    return replace(Quantity.of(amount, "percent", end=amount.end + 1), unit="percentage_point")
