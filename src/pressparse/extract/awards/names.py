"""Finds what is said to be given: names of awards by their shape, placings, and words like "the prize"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from pressparse.extract.awards.extents import (
    class_in,
    ends_name_word,
    is_class_noun,
    is_headline_verb,
    name_after,
    name_end,
    name_start,
    with_class,
    with_half_before,
    with_year,
)
from pressparse.extract.awards.lexicon import frame_of, singulars_and_plurals, verb_of, words
from pressparse.extract.awards.tokens import (
    CLOSING_QUOTES,
    OPENING_QUOTES,
    Range,
    is_capital,
    is_name_word,
)
from pressparse.nlp.roles import is_role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# named      "Harbour Prize"; weak: "Golden Otter", an award only where the verb says so
# labelled   "David di Donatello": nothing but the pipeline says so
# title      "Teacher of the Year", "Best Actress"
# rank       "Fellow of the Guild"; degree: "Doctor of Laws"; hall: "Sailing Hall of Fame"
# programme  "Harbour Awards"
# placing    "second prize", "gold medal", "honorary degree"; class: "Third Class"; mention: "special mention"
# generic    "the award"
PrizeKind = Literal[
    "named",
    "weak",
    "labelled",
    "title",
    "rank",
    "degree",
    "hall",
    "programme",
    "placing",
    "class",
    "mention",
    "generic",
]


_GIVING_REACH = 8  # tokens between "gave" and what is given


@dataclass(frozen=True, slots=True)
class Prize:
    """Something to be won: token range, the range of the possessor before it.

    The range of the class it is for.
    """

    start: int
    end: int
    kind: PrizeKind
    owner: Range | None = None
    category: Range | None = None

    @property
    def range(self) -> Range:
        return Range(self.start, self.end)


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
    earlier = prize.kind == "named" and begins < prize.start and is_name_word(doc[begins])
    return replace(prize, start=begins) if earlier else prize


def _is_money(doc: Doc, prize: Prize, end: int) -> bool:
    """As in "grant awards", "Safety Award funding": what is awarded is money."""
    tokens = doc[prize.start : min(prize.end + 1, end)]
    return any(token.lower_ in words("money_nouns") for token in tokens)


def _whole(prize: Prize) -> Range:
    return Range(
        prize.owner.start if prize.owner and prize.owner.start < prize.start else prize.start, prize.end
    )


def _titles_of_the_year(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "Maker of the Year", with a following "Award"."""
    for at in range(start + 1, end - 2):
        of_the = doc[at].lower_ == "of" and doc[at + 1].lower_ == "the"
        if of_the and doc[at + 2].lower_ in words("periods") and ends_name_word(doc, at - 1):
            left, owner = name_start(doc, at - 1, start)
            right = at + 3
            if right < end and doc[right].lower_ in singulars_and_plurals("award_nouns"):
                right += 1
            yield Prize(left, with_year(doc, right, end), "title", owner)


def _ranks_and_degrees(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "Commander of the Order of Merit", "Fellow of the Academy".

    "honorary Doctor of Laws honoris causa".
    """
    for at in range(start, end - 2):
        token = doc[at]
        degree = token.lower_ in words("degrees")
        if _is_honorary(doc, at) and token.lower_ in words("honorary_ranks"):
            stop = name_after(doc, at + 2, end) if doc[at + 1].lower_ == "of" else at + 1
            yield Prize(_with_honorary(doc, at, start), max(stop, at + 1), "rank")
            continue
        if doc[at + 1].lower_ not in {"of", "in", "des", "du", "de"} or not (
            is_capital(token) or _is_honorary(doc, at)
        ):
            continue
        right = name_after(doc, at + 2, end)
        if right == at + 2 or not (_is_honour(doc, start, end) if degree else _is_rank(doc, at, right)):
            continue
        if right + 1 < end and doc[right].lower_ == "honoris":
            right += 2
        yield Prize(
            _with_honorary(doc, at, start), with_class(doc, right, end), "degree" if degree else "rank"
        )


def _fellows(doc: Doc, start: int, end: int) -> Iterator[Prize]:
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
    if doc[at].lower_ in words("ranks"):
        return any(token.lower_ in words("orders") for token in doc[at + 2 : stop])
    return doc[at].lower_ in words("fellowships")


def _orders(doc: Doc, start: int, end: int) -> Iterator[Prize]:
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


def _halls_of_fame(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    for at in range(start, end - 2):
        if doc[at].lower_ in {"hall", "walk"} and [t.lower_ for t in doc[at + 1 : at + 3]] == ["of", "fame"]:
            left, owner = name_start(doc, at, start)
            yield Prize(left, at + 3, "hall" if left < at or is_capital(doc[at]) else "generic", owner)


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
            if not _names_something_else(doc, right, end):
                yield Prize(at, right, "named", None, category)
        at += max(length, 1)


def _quoted_names(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "the 'Best Foot' award": words in marks before an award noun."""
    for at in range(start + 2, end):
        if doc[at].lower_ in singulars_and_plurals("award_nouns") and doc[at - 1].text in CLOSING_QUOTES:
            opening = [i for i in range(max(start, at - 10), at - 2) if doc[i].text in OPENING_QUOTES]
            if opening and is_capital(doc[opening[-1] + 1]):
                yield Prize(opening[-1], at + 1, "named")


def _classes_won(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "Best Actress", "Best Boat to Row"."""
    for at in range(start, end - 1):
        if doc[at].text in {"Best", "BEST"} and is_capital(doc[at + 1]):
            right = name_after(doc, at + 1, end)
            work = next((t.i for t in doc[at + 1 : right] if t.lower_ == "for"), right)
            yield Prize(at, work, "title", None, Range(at, work))


def _classes_of_orders(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    for at in range(start, end - 1):
        if is_class_noun(doc[at + 1]) and doc[at].lower_ in words("placings") | {"gold", "silver"}:
            yield Prize(at, at + 2, "class", None, Range(at, at + 2))


def _labelled(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """What the pipeline takes for an award."""
    for entity in doc[start:end].ents:
        if (
            entity.label_ == "AWARD"
            and is_capital(entity[0])
            and not (_is_body(entity) or _is_office(entity))
        ):
            yield Prize(entity.start, entity.end, "labelled")


def _is_body(entity: Span) -> bool:
    return any(token.lower_ in words("organisation_nouns") for token in entity)


def _handed_names(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "gave her its Velvet Drum for best debut": who gives what is its own, for something, gives an award."""
    for at in range(start + 1, end - 1):
        given = any(_gives(token) for token in doc[max(start, at - _GIVING_REACH) : at])
        if not given or doc[at].lower_ not in {"its", "their", "his", "her"}:
            continue
        stop = at + 1
        while stop < end and is_name_word(doc[stop]) and doc[stop].ent_type_ not in {"GPE", "PERSON", "NORP"}:
            stop += 1
        if stop > at + 2 and stop < end and doc[stop].lower_ == "for":
            yield Prize(at + 1, stop, "weak")


def _gives(token: Token) -> bool:
    verb = verb_of(token)
    return verb is not None and frame_of(verb) == "give"


def _is_office(entity: Span) -> bool:
    """As in "Border Security Summit", "Montana Senator", "Juris Doctor Degree": no award, whatever its label."""
    last = entity[-1].lower_
    if last in words("heads_of_no_award") or not (entity[-1].is_alpha or entity[-1].is_digit):
        return True
    occasion = last in words("ceremonies") and last not in singulars_and_plurals("weak_award_nouns")
    return occasion or is_role(entity[-1].text)


def _precious_names(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "Golden Otter for Best Feature", "honorary Lifetime Otter"."""
    for at in range(start, end - 1):
        if is_capital(doc[at]) and doc[at].lower_ in words("precious") and is_name_word(doc[at + 1]):
            if at > start and (is_name_word(doc[at - 1]) or verb_of(doc[at + 1])):
                continue
            right = at + 1
            while right < end and is_name_word(doc[right]) and not is_headline_verb(doc, right):
                right += 1
            if doc[right - 1].lower_ in words("heads_of_no_award"):  # "Supreme Court"
                continue
            right, category, _ = name_end(doc, right, end)
            _, owner = name_start(doc, at, start)
            yield Prize(_with_honorary(doc, at, start), right, "weak", owner, category)


def _mentions(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    for at in range(start, end):
        for length in (2, 1):
            if at + length <= end and doc[at : at + length].text.lower() in words("mentions"):
                yield Prize(at, at + length, "mention")
                break


def _small_names(doc: Doc, start: int, end: int) -> Iterator[Prize]:
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
            if _is_honorary(doc, at):
                yield Prize(at - 1, at + 1, "degree")
        elif is_capital(doc[at]):
            yield Prize(at, at + 1, "generic")
        elif at > start and is_name_word(doc[at - 1]) and doc[at].lower_ in words("award_nouns"):
            left, owner = name_start(doc, at, start)
            yield Prize(left, at + 1, "named" if left < at else "generic", owner)
        elif at > start and doc[at - 1].tag_ == "NN" and not is_capital(doc[at - 1]):
            yield Prize(at - 1, at + 1, "placing")  # "the poetry prize"
        else:
            yield Prize(at, at + 1, "generic")


_FINDERS: tuple[Callable[[Doc, int, int], Iterator[Prize]], ...] = (
    _quoted_names,
    _ranks_and_degrees,
    _fellows,
    _orders,
    _halls_of_fame,
    _headed_names,
    _known_names,
    _precious_names,
    _titles_of_the_year,
    _classes_won,
    _classes_of_orders,
    _handed_names,
    _labelled,
    _mentions,
    _small_names,
)


def _heads_a_name(doc: Doc, at: int, start: int) -> bool:
    if at + 1 < len(doc) and is_capital(doc[at + 1]) and _is_award_noun(doc[at + 1]):
        return False
    if doc[at].lower_ in singulars_and_plurals("award_nouns"):
        return not (doc[at].ent_type_ == "PERSON" and doc[at].lower_ in {"honor", "honour"})
    if at + 1 < len(doc) and is_name_word(doc[at + 1]) and not verb_of(doc[at + 1]):
        return False
    weak = doc[at].lower_ in singulars_and_plurals("weak_award_nouns") and doc[at].ent_type_ != "PERSON"
    return weak and at > start and is_name_word(doc[at - 1])


def _is_award_noun(token: Token) -> bool:
    return token.lower_ in singulars_and_plurals("award_nouns") | singulars_and_plurals("weak_award_nouns")


def _is_honorary(doc: Doc, at: int) -> bool:
    return at > 0 and doc[at - 1].lower_ in words("honorary")


def _with_honorary(doc: Doc, at: int, floor: int) -> int:
    while at > floor and _is_honorary(doc, at):
        at -= 1
    return at


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
