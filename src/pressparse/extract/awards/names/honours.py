"""Names of ranks, degrees, orders and halls of fame."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressparse.extract.awards.lexicon import singulars_and_plurals, words
from pressparse.extract.awards.names.extents import (
    class_in,
    is_class_noun,
    name_after,
    name_start,
    with_class,
)
from pressparse.extract.awards.tokens import (
    Range,
    is_capital,
    is_name_word,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

from pressparse.extract.awards.names.prize import Prize


def ranks_and_degrees(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "Commander of the Order of Merit", "Fellow of the Academy".

    "honorary Doctor of Laws honoris causa".
    """
    for at in range(start, end - 2):
        token = doc[at]
        degree = token.lower_ in words("degrees")
        if is_honorary(doc, at) and token.lower_ in words("honorary_ranks"):
            stop = name_after(doc, at + 2, end) if doc[at + 1].lower_ == "of" else at + 1
            yield Prize(with_honorary(doc, at, start), max(stop, at + 1), "rank")
            continue
        if doc[at + 1].lower_ not in {"of", "in", "des", "du", "de"} or not (
            is_capital(token) or is_honorary(doc, at)
        ):
            continue
        right = _before_list(doc, at + 2, name_after(doc, at + 2, end))
        if right == at + 2 or not (_is_honour(doc, start, end) if degree else _is_rank(doc, at, right)):
            continue
        if right + 1 < end and doc[right].lower_ == "honoris":
            right += 2
        yield Prize(
            with_honorary(doc, at, start), with_class(doc, right, end), "degree" if degree else "rank"
        )


def _before_list(doc: Doc, start: int, end: int) -> int:
    """Before the list of honours in which a rank was published: "Officer of the Order | in the New Year Honours"."""
    several = end > start and doc[end - 1].tag_ in {"NNS", "NNPS"} and doc[end - 1].lower_.endswith("s")
    ins = (i for i in range(start + 1, end - 1) if doc[i].lower_ == "in" and doc[i + 1].lower_ == "the")
    return next(ins, end) if several else end


def fellows(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "a 2020 Harbour Fellow", but no "Senior Research Fellow": that is a post."""
    for at in range(start + 1, end):
        if doc[at].text == "Fellow" and is_name_word(doc[at - 1]):
            left, owner = name_start(doc, at, start)
            is_post = any(token.lower_ in words("posts_of_fellows") for token in doc[left:at])
            if left < at and not is_post:
                yield Prize(left, at + 1, "rank", owner)


def _is_honour(doc: Doc, start: int, end: int) -> bool:
    """Whether a degree is given for merit: most that people "received" they studied for."""
    return any(
        token.lower_ in words("honorary") or token.lower_.startswith("confer") for token in doc[start:end]
    )


def _is_rank(doc: Doc, at: int, stop: int) -> bool:
    if doc[at].lower_ in singulars_and_plurals("ranks"):
        return any(token.lower_ in words("orders") for token in doc[at + 2 : stop])
    return doc[at].lower_ in singulars_and_plurals("fellowships") | words("honour_titles")


def orders(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "Order of the Star, Second Class", "Legion of Honour"."""
    for at in range(start, end):
        if doc[at].text in {"Order", "ORDER"}:
            left, owner = name_start(doc, at, start)
            right = name_after(doc, at + 2, end) if at + 2 < end and doc[at + 1].lower_ == "of" else at + 1
            ranked = with_class(doc, right, end)
            if right > at + 2 or left < at or ranked > right:
                category = class_in(doc, right, ranked)
                yield Prize(
                    left, ranked, "named" if right > at + 2 or left < at else "class", owner, category
                )


def halls_of_fame(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    for at in range(start, end - 2):
        if doc[at].lower_ in {"hall", "walk"} and [t.lower_ for t in doc[at + 1 : at + 3]] == ["of", "fame"]:
            left, owner = name_start(doc, at, start)
            yield Prize(left, at + 3, "hall" if left < at or is_capital(doc[at]) else "generic", owner)


def classes_of_orders(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    for at in range(start, end - 1):
        if is_class_noun(doc[at + 1]) and doc[at].lower_ in words("placings") | {"gold", "silver"}:
            yield Prize(at, at + 2, "class", None, Range(at, at + 2))


def is_honorary(doc: Doc, at: int) -> bool:
    return at > 0 and doc[at - 1].lower_ in words("honorary")


def with_honorary(doc: Doc, at: int, floor: int) -> int:
    while at > floor and is_honorary(doc, at):
        at -= 1
    return at
