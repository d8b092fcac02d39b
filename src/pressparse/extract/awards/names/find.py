"""Finds what is said to be given: names of awards by their shape, placings, and words like "the prize"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from pressparse.extract.awards.lexicon import singulars_and_plurals, verb_of, words
from pressparse.extract.awards.names.extents import (
    ends_name_word,
    name_after,
    name_end,
    name_start,
    with_half_before,
    with_year,
)
from pressparse.extract.awards.names.honours import (
    classes_of_orders,
    fellows,
    halls_of_fame,
    orders,
    ranks_and_degrees,
)
from pressparse.extract.awards.names.loose import handed_names, labelled_names, precious_names
from pressparse.extract.awards.names.prize import Prize
from pressparse.extract.awards.names.small import small_names, special_mentions
from pressparse.extract.awards.tokens import (
    CLOSING_QUOTES,
    Range,
    is_capital,
    is_name_word,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def find_prizes(doc: Doc, start: int, end: int) -> tuple[Prize, ...]:
    """The awards named between two tokens, in order; the earlier finder wins where two overlap."""
    found: list[Prize] = []
    for finder in _FINDERS:
        for prize in finder(doc, start, end):
            if not any(prize.range.overlaps(_whole(other)) for other in found):
                found.append(prize)
    whole = (_as_labelled(doc, prize, start) for prize in found if not _is_money(doc, prize, end))
    return tuple(sorted(whole, key=lambda prize: prize.start))


def _as_labelled(doc: Doc, prize: Prize, start: int) -> Prize:
    """The prize from where the pipeline lets it begin, if that is earlier: "Anna and Jan Roe Prize"."""
    first = doc[prize.start]
    begins = first.i
    while first.ent_type_ == "AWARD" and begins > start and doc[begins].ent_iob_ == "I":
        begins -= 1
    bare = prize.kind == "named" and prize.owner is None
    earlier = bare and begins < prize.start and is_name_word(doc[begins])
    return replace(prize, start=begins) if earlier else prize


def _is_money(doc: Doc, prize: Prize, end: int) -> bool:
    """As in "grant awards", "Safety Award funding": what is awarded is money."""
    tokens = doc[prize.start : min(prize.end + 1, end)]
    of_sum = prize.end + 1 < end and doc[prize.end].lower_ == "of" and doc[prize.end + 1].text[0] in "$£€¥"
    return of_sum or any(token.lower_ in words("money_nouns") for token in tokens)


def _whole(prize: Prize) -> Range:
    return Range(
        prize.owner.start if prize.owner and prize.owner.start < prize.start else prize.start, prize.end
    )


def _titles_of_the_year(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "Maker of the Year", with a following "Award"."""
    for at in range(start + 1, end - 2):
        of_the = doc[at].lower_ == "of" and doc[at + 1].lower_ == "the"
        if at + 3 < end and doc[at + 3].lower_ in words("contest_nouns"):
            continue  # "Soldier of the Year Competition"
        if of_the and doc[at + 2].lower_ in words("periods") and ends_name_word(doc, at - 1):
            left, owner = name_start(doc, at - 1, start)
            right = at + 3
            if right < end and doc[right].lower_ in singulars_and_plurals("award_nouns"):
                right += 1
            yield Prize(left, with_year(doc, right, end), "title", owner)


def _headed_names(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """A capitalised phrase with an award noun as head: "Harbour Prize for Fiction", "Navy Badge"."""
    for at in range(start, end):
        if not is_capital(doc[at]) or not _heads_a_name(doc, at, start):
            continue
        left, owner = name_start(doc, at, start)
        right, category, giver = name_end(doc, at + 1, end)
        if (left == at and right == at + 1) or _names_something_else(doc, right, end):
            continue
        plural = doc[at].lower_ in {"awards", "prizes", "honours", "honors"}
        left = with_half_before(doc, left, start) if plural and owner is None else left
        yield Prize(left, right, "programme" if plural else "named", owner or giver, category)


def _names_something_else(doc: Doc, right: int, end: int) -> bool:
    """As in "Harbour Prize Committee", "Medal of Honor Day"."""
    enders = words("name_enders")
    if doc[right - 1].lower_ in enders or (
        right < end and is_capital(doc[right]) and doc[right].lower_ in enders
    ):
        return True
    verb = verb_of(doc[right - 1]) is not None and right < end  # "Roe Honours Its Staff"
    return verb and (
        doc[right - 1].tag_.startswith("VB") or (is_capital(doc[right]) and not doc[right - 1].text.isupper())
    )


def _known_names(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """Awards that go by a bare name ("Oscar", "Bronze Star")."""
    at = start
    while at < end:
        length = next(
            (n for n in (4, 3, 2, 1) if at + n <= end and doc[at : at + n].text in words("known_awards")), 0
        )
        if length:
            right, category, _ = name_end(doc, at + length, end)
            if doc[at + length - 1].text.endswith("s") and right < end and doc[right].lower_ == "of":
                right = at  # "the Oscars of the cheese world"
            if right > at and not _names_something_else(doc, right, end):
                yield Prize(at, right, "named", None, category)
        at += max(length, 1)


# The opening marks that a closing one can have.
_QUOTES_BEFORE = {"”": "“„", '"': '"', "’": "‘", "»": "«", "“": "„", "'": "'‘"}


def _quoted_names(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "the 'Best Foot' award": words in marks before an award noun."""
    for at in range(start + 2, end):
        if doc[at].lower_ in singulars_and_plurals("award_nouns") and doc[at - 1].text in CLOSING_QUOTES:
            pairs = _QUOTES_BEFORE[doc[at - 1].text]
            opening = [i for i in range(max(start, at - 10), at - 2) if doc[i].text in pairs]
            if opening and is_capital(doc[opening[-1] + 1]):
                yield Prize(opening[-1], at + 1, "named")


def _classes_won(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "Best Actress", "Best Boat to Row"."""
    for at in range(start, end - 1):
        if doc[at].text in {"Best", "BEST"} and is_capital(doc[at + 1]):
            right = name_after(doc, at + 1, end)
            work = next((t.i for t in doc[at + 1 : right] if t.lower_ == "for"), right)
            is_award = work < end and doc[work].lower_ in words("award_nouns")
            yield Prize(at, work + is_award, "title", None, Range(at, work))


_FINDERS: tuple[Callable[[Doc, int, int], Iterator[Prize]], ...] = (
    _quoted_names,
    ranks_and_degrees,
    fellows,
    orders,
    halls_of_fame,
    _headed_names,
    _known_names,
    precious_names,
    _titles_of_the_year,
    _classes_won,
    classes_of_orders,
    handed_names,
    labelled_names,
    special_mentions,
    small_names,
)


def _heads_a_name(doc: Doc, at: int, start: int) -> bool:
    if at + 1 < len(doc) and is_capital(doc[at + 1]) and _is_award_noun(doc[at + 1]):
        return False
    if doc[at].lower_ in singulars_and_plurals("award_nouns"):
        return not (doc[at].ent_type_ == "PERSON" and doc[at].lower_ in {"honor", "honour"})
    if at + 1 < len(doc) and is_name_word(doc[at + 1]) and not verb_of(doc[at + 1]):
        return False
    if doc[at].lower_ == "diploma" and doc[at - 1].lower_ in words("studied_for"):
        return False
    weak = doc[at].lower_ in singulars_and_plurals("weak_award_nouns") and doc[at].ent_type_ != "PERSON"
    return weak and at > start and is_name_word(doc[at - 1])


def _is_award_noun(token: Token) -> bool:
    return token.lower_ in singulars_and_plurals("award_nouns") | singulars_and_plurals("weak_award_nouns")
