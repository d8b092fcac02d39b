"""Tells countries and towns, landscapes and buildings apart, where a corpus has one label for all places."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import tomllib


def kind_of_place(words: Sequence[str]) -> str:
    """Tell the kind of a place by its name; a name that says nothing is that of a country, city or state.

    >>> [kind_of_place(name.split()) for name in ("Lake Chad", "Abbey Road", "Chad", "South Korea", "Africa")]
    ['LOC', 'FAC', 'GPE', 'GPE', 'LOC']
    """
    telling = _telling_words()
    lowered = [word.lower() for word in words]
    if len(words) > 1 and not telling["built"].isdisjoint(lowered):
        return "FAC"
    if len(words) > 1 and not telling["states"].isdisjoint(lowered):
        return "GPE"
    return "GPE" if telling["natural"].isdisjoint(lowered) else "LOC"


@cache
def _telling_words() -> dict[str, frozenset[str]]:
    lists = tomllib.loads(Path(__file__).with_name("places.toml").read_text(encoding="utf-8"))
    return {kind: frozenset(words) for kind, words in lists.items()}
