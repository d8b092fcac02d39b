"""Names printed small: "second prize", "special mention", "the prize"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressparse.extract.awards.lexicon import singulars_and_plurals, verb_of, words
from pressparse.extract.awards.names.extents import (
    name_start,
)
from pressparse.extract.awards.tokens import (
    Range,
    in_noun_phrase,
    is_capital,
    is_name_word,
    touches,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

from pressparse.extract.awards.names.honours import is_honorary
from pressparse.extract.awards.names.prize import Prize


def special_mentions(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    for at in range(start, end):
        for length in (2, 1):
            if at + length <= end and doc[at : at + length].text.lower() in words("mentions"):
                yield Prize(at, at + length, "mention")
                break


def small_names(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "the third and fourth prizes" (one each), "gold medal", "the prize"."""
    for at in range(start, end):
        if doc[at].lower_ not in singulars_and_plurals("generic_nouns"):
            continue
        ranks = list(_placings_before(doc, at, start))
        for rank in ranks[:-1]:
            yield Prize(rank, rank + 1, "placing")
        if ranks:
            yield Prize(ranks[-1], at + 1, "placing")
        elif doc[at].lower_ in {"degree", "degrees", "doctorate"}:
            if is_honorary(doc, at):
                yield Prize(at - 1, at + 1, "degree")
        elif is_capital(doc[at]):
            yield Prize(at, at + 1, "generic")
        elif at > start and is_name_word(doc[at - 1]) and doc[at].lower_ in words("award_nouns"):
            left, owner = name_start(doc, at, start)
            yield Prize(left, at + 1, "named" if left < at else "generic", owner)
        elif at > start and _is_kind_of_prize(doc, at):
            yield Prize(_kind_start(doc, at, start), at + 1, "placing")  # "the poetry prize"
        else:
            stop = _class_after(doc, at + 1, end)
            category = Range(at + 2, stop) if stop > at + 1 else None
            yield Prize(at, stop, "title" if category else "generic", None, category)


def _is_kind_of_prize(doc: Doc, at: int) -> bool:
    """As in "the poetry prize": not "50,000-euro prize", nor "training scholarships", which are money."""
    kind = doc[at - 1]
    several = doc[at].tag_ == "NNS" and doc[at].lower_.removesuffix("s") in words("held_alone")
    return kind.tag_ == "NN" and not (is_capital(kind) or touches(doc, at - 1) or several)


def _kind_start(doc: Doc, head: int, floor: int) -> int:
    """As in "a | lifetime achievement award"."""
    at = head - 1
    while at > floor and doc[at - 1].tag_ == "NN" and doc[at - 1].is_lower and not touches(doc, at):
        at -= 1
    return at


def _class_after(doc: Doc, at: int, end: int) -> int:
    """Past a class printed small: "the prize | for best regional wine"."""
    if at + 2 >= end or doc[at].lower_ != "for" or doc[at + 1].lower_ not in {"best", "outstanding"}:
        return at
    stop = at + 2
    while stop < end and in_noun_phrase(doc[stop]) and not verb_of(doc[stop]):
        stop += 1
    return stop


def _placings_before(doc: Doc, head: int, floor: int) -> Iterator[int]:
    """The ranks before "prizes", in order: "second", "third"."""
    wanted = words("placings") | words("metals")
    found: list[int] = []
    at = head - 1
    while at >= floor and (doc[at].lower_ in wanted or (found and doc[at].text in {",", "and"})):
        if doc[at].lower_ in wanted:
            found.append(at)
        at -= 1
    yield from reversed(found)
