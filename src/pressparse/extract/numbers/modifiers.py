"""What qualifies a number: "some", "more than", "up to" before it, "-plus", "or so", "or older" after it."""

from __future__ import annotations

from functools import cache

from pressparse.extract.numbers.amounts import words
from pressparse.extract.numbers.passage import Passage
from pressparse.records import Modifier, NumberKind
from pressparse.rules import load_rules

_LONGEST = 5
_MOST_FILLERS = 3
# prepositions of place and time too; after a noun ("12 laps over 30 hurdles") they say nothing of the number
_ALSO_PREPOSITIONS = frozenset({"over", "under", "about", "around", "above", "below"})
_ARTICLES = frozenset({"a", "an", "the"})
_PLURALS = frozenset({"NNS", "NNPS", "CD"})
_NOUNS = _PLURALS | {"NN", "NNP"}


@cache
def _table(name: str) -> dict[str, Modifier]:
    return dict(load_rules("numbers").table(name))


def modifier_before(passage: Passage, first: int, *, kind: NumberKind) -> tuple[int, Modifier | None]:
    """Where the qualified number begins, and what qualifies it.

    Args:
        passage: that the number stands in.
        first: index of the number's own first lexeme.
        kind: of the number: before a length of time "over" mostly says that something lasted, before an age
            ("children under 12") it is never a mere preposition.
    """
    for fillers in range(_MOST_FILLERS + 1):
        end = first - fillers
        if fillers and passage.key(end) not in words("fillers"):
            break
        is_article_alone = fillers == 1 and passage.key(end) in _ARTICLES  # "under a $5 million contract"
        begin = None if is_article_alone and kind != "age" else _phrase_ending_at(passage, end)
        if begin is not None and (kind == "age" or not _is_preposition(passage, begin, end, kind=kind)):
            modifier = _table("modifiers_before")[passage.phrase(begin, end)]
            return _with_outer(passage, begin, modifier)
    return first, None


def modifier_after(passage: Passage, end: int) -> tuple[int, Modifier | None]:
    """Where a number ends with what qualifies it from behind, and the qualifier."""
    for length in (2, 1):
        modifier = _table("modifiers_after").get(passage.phrase(end, end + length))
        is_comparison = passage.key(end + length) == "than"  # "jobs and more than $5"
        is_sum = passage.key(end) == "plus" and _opens_another(passage, end + 1)
        is_placed = passage.glued(end) or passage.at(end).kind == "word"
        if modifier is not None and not is_comparison and not is_sum and is_placed:
            return end + length, modifier
    return end, None


def _opens_another(passage: Passage, index: int) -> bool:
    """Whether what "plus" adds begins here ("£20 plus costs", "14 passengers plus a crew")."""
    opener = passage.at(index)
    is_amount = passage.is_number_word(index) or opener.key in {"$", "£", "€"}
    return is_amount or opener.key in _ARTICLES or opener.key in words("added_with_plus")


def _phrase_ending_at(passage: Passage, end: int) -> int | None:
    for length in range(_LONGEST, 0, -1):
        begin = end - length
        if begin >= 0 and passage.phrase(begin, end) in _table("modifiers_before"):
            return begin
    return None


def _with_outer(passage: Passage, begin: int, modifier: Modifier) -> tuple[int, Modifier]:
    """The outer one of two tells the bound: "no more than" before "about"."""
    outer = _phrase_ending_at(passage, begin)
    if outer is None or _is_preposition(passage, outer, begin, kind="count"):
        return begin, modifier
    return outer, _table("modifiers_before")[passage.phrase(outer, begin)]


def _is_preposition(passage: Passage, begin: int, end: int, *, kind: NumberKind) -> bool:
    if end - begin > 1 or passage.key(begin) not in _ALSO_PREPOSITIONS:
        return False
    before = passage.at(begin - 1)
    if before.kind == "mark" and before.text not in {"%", ")"}:
        return False
    if passage.key(begin) == "over" and before.key in words("verbs_with_over"):
        return True
    if kind == "duration" and passage.key(begin) == "over":
        return passage.key(begin - 1) not in {
            "for",
            "of",
            "in",
            "after",
            "with",
            "is",
            "was",
            "at",
            "to",
            "lasted",
            "lasts",
            "and",
        }
    nouns = _NOUNS if passage.key(begin) == "about" else _PLURALS
    return passage.tag(begin - 1) in nouns or before.text == "%"
