"""Finds what is said to be given: names of awards by their shape, placings, and words like "the prize"."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from pressparse.extract.awards.lexicon import singulars_and_plurals, verb_of, words
from pressparse.extract.awards.tokens import (
    CLOSING_QUOTES,
    DASHES,
    OPENING_QUOTES,
    POSSESSIVES,
    Range,
    is_capital,
    is_name_word,
    is_year,
    touches,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

# named      "Harbour Prize"; weak: "Golden Heron", an award only where the verb says so
# title      "Teacher of the Year", "Best Actress"; rank: "Fellow of ...", degree: "Doctor of ...", hall: "... Hall of Fame"
# programme  "Harbour Awards"
# placing    "second prize", "gold medal", "honorary degree"; class: "Third Class"; mention: "special mention"
# generic    "the award"
PrizeKind = Literal[
    "named", "weak", "title", "rank", "degree", "hall", "programme", "placing", "class", "mention", "generic"
]
_LONGEST_NAME = 16  # tokens on either side of its head: longer runs are no names


@dataclass(frozen=True, slots=True)
class Prize:
    """Something to be won: token range, the range of the possessor before it, the range of the class it is for."""

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
    return tuple(sorted((p for p in found if not _is_money(doc, p, end)), key=lambda prize: prize.start))


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
        if of_the and doc[at + 2].lower_ in words("periods") and _ends_name_word(doc, at - 1):
            left, owner = _leftwards(doc, at - 1, start)
            right = at + 3
            if right < end and doc[right].lower_ in singulars_and_plurals("award_nouns"):
                right += 1
            yield Prize(left, _with_year(doc, right, end), "title", owner)


def _ranks_and_degrees(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "Commander of the Order of Merit", "Fellow of the Academy", "honorary Doctor of Laws honoris causa"."""
    for at in range(start, end - 2):
        token = doc[at]
        degree = token.lower_ in words("degrees")
        if doc[at + 1].lower_ not in {"of", "in"} or not (is_capital(token) or _is_honorary(doc, at)):
            continue
        right = _name_after(doc, at + 2, end)
        if right == at + 2 or not (degree or _is_rank(doc, at, right)):
            continue
        if right + 1 < end and doc[right].lower_ == "honoris":
            right += 2
        yield Prize(
            _with_honorary(doc, at, start), _with_class(doc, right, end), "degree" if degree else "rank"
        )


def _is_rank(doc: Doc, at: int, stop: int) -> bool:
    if doc[at].lower_ in words("ranks"):
        return any(token.lower_ in words("orders") for token in doc[at + 2 : stop])
    return doc[at].lower_ in words("fellowships")


def _orders(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "Order of the Star, Second Class", "Legion of Honour"."""
    for at in range(start, end):
        if doc[at].text in {"Order", "ORDER"}:
            left, owner = _leftwards(doc, at, start)
            right = _name_after(doc, at + 2, end) if at + 2 < end and doc[at + 1].lower_ == "of" else at + 1
            ranked = _with_class(doc, right, end)
            if right > at + 2 or left < at or ranked > right:
                category = _class_in(doc, right, ranked)
                yield Prize(
                    left, ranked, "named" if right > at + 2 or left < at else "class", owner, category
                )


def _halls_of_fame(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    for at in range(start, end - 2):
        if doc[at].lower_ in {"hall", "walk"} and [t.lower_ for t in doc[at + 1 : at + 3]] == ["of", "fame"]:
            left, owner = _leftwards(doc, at, start)
            yield Prize(left, at + 3, "hall" if left < at or is_capital(doc[at]) else "generic", owner)


def _headed_names(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "Harbour Prize for Fiction", "Lantern Award", "Navy Cross": a capitalised phrase with an award noun as head."""
    for at in range(start, end):
        if not is_capital(doc[at]) or not _heads_a_name(doc, at, start):
            continue
        left, owner = _leftwards(doc, at, start)
        right, category, giver = _rightwards(doc, at + 1, end)
        if (left == at and right == at + 1) or _names_something_else(doc, right, end):
            continue
        plural = doc[at].lower_ in {"awards", "prizes", "honours", "honors"}
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
            (n for n in (4, 3, 2, 1) if doc[at : min(at + n, end)].text in words("known_awards")), 0
        )
        if length:
            right, category, _ = _rightwards(doc, at + length, end)
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
    """As in "Best Actress", "Best Place to Work"."""
    for at in range(start, end - 1):
        if doc[at].text in {"Best", "BEST"} and is_capital(doc[at + 1]):
            right = _name_after(doc, at + 1, end)
            yield Prize(at, right, "title", None, Range(at, right))


def _classes_of_orders(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    for at in range(start, end - 1):
        if _is_class_noun(doc[at + 1]) and doc[at].lower_ in words("placings") | {"gold", "silver"}:
            yield Prize(at, at + 2, "class", None, Range(at, at + 2))


def _labelled(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """What the pipeline takes for an award."""
    for entity in doc[start:end].ents:
        if entity.label_ == "AWARD" and is_capital(entity[0]) and not _is_body(entity):
            yield Prize(entity.start, entity.end, "weak")


def _is_body(entity: Span) -> bool:
    return any(token.lower_ in words("organisation_nouns") for token in entity)


def _precious_names(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "Golden Heron for Best Feature", "honorary Lifetime Heron"."""
    for at in range(start, end - 1):
        if is_capital(doc[at]) and doc[at].lower_ in words("precious") and is_name_word(doc[at + 1]):
            if at > start and (is_name_word(doc[at - 1]) or verb_of(doc[at + 1])):
                continue
            right = at + 1
            while right < end and is_name_word(doc[right]) and not _is_headline_verb(doc, right):
                right += 1
            right, category, _ = _rightwards(doc, right, end)
            yield Prize(_with_honorary(doc, at, start), right, "weak", None, category)


def _mentions(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    for at in range(start, end):
        for length in (2, 1):
            if at + length <= end and doc[at : at + length].text.lower() in words("mentions"):
                yield Prize(at, at + length, "mention")
                break


def _small_names(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "the second and third prizes" (one each), "gold medal", "the prize"."""
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
        elif at > start and is_name_word(doc[at - 1]) and doc[at].lower_ in words("award_nouns"):
            left, owner = _leftwards(doc, at, start)
            yield Prize(left, at + 1, "named" if left < at else "generic", owner)
        elif at > start and doc[at - 1].tag_ == "NN" and not is_capital(doc[at - 1]):
            yield Prize(at - 1, at + 1, "placing")  # "the poetry prize"
        else:
            yield Prize(at, at + 1, "generic")


_FINDERS: tuple[Callable[[Doc, int, int], Iterator[Prize]], ...] = (
    _quoted_names,
    _ranks_and_degrees,
    _orders,
    _halls_of_fame,
    _headed_names,
    _known_names,
    _precious_names,
    _titles_of_the_year,
    _classes_won,
    _classes_of_orders,
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


def _leftwards(doc: Doc, head: int, floor: int) -> tuple[int, Range | None]:
    """Where the name that ends with `head` begins, and who owns it ("the League's Harbour Prize": "League")."""
    start = at = head
    floor = max(floor, head - _LONGEST_NAME)
    while at > floor:
        at -= 1
        token = doc[at]
        if token.text in POSSESSIVES:
            owner = _possessor(doc, at, floor)
            if owner is None:
                return _without_edition(doc, start, head), _small_possessor(doc, at, floor)
            quoted = owner.start > 0 and doc[owner.start - 1].text in OPENING_QUOTES
            if not quoted and not _belongs_to_name(doc, owner, is_whole_name=start == head):
                return _without_edition(doc, start, head), owner
            start = at = owner.start
        elif is_name_word(token) and not _is_headline_verb(doc, at):
            start = at
        elif not _ends_name_word(doc, at) and not _joins_leftwards(doc, at, floor):
            break
    return _without_edition(doc, start, head), None


def _ends_name_word(doc: Doc, at: int) -> bool:
    """A capitalised word, or the small end of one: "Start-up"."""
    hyphenated = at >= 2 and doc[at - 1].text in DASHES and touches(doc, at) and touches(doc, at - 1)
    return is_name_word(doc[at]) or (hyphenated and is_name_word(doc[at - 2]))


def _joins_leftwards(doc: Doc, at: int, floor: int) -> bool:
    token = doc[at]
    if token.text in DASHES:
        return touches(doc, at) and touches(doc, at + 1)
    if token.lower_ == "the":
        return at - 2 >= floor and doc[at - 1].lower_ == "of" and _may_precede_joint(doc, at - 2)
    if token.text == "&" or token.lower_ in words("name_joints_before"):
        return at - 1 >= floor and _may_precede_joint(doc, at - 1)
    return False


def _may_precede_joint(doc: Doc, at: int) -> bool:
    return is_name_word(doc[at]) and not _is_headline_verb(doc, at) and doc[at].ent_type_ != "PERSON"


def _is_headline_verb(doc: Doc, at: int) -> bool:
    """As in "Glaciologist Wins Ice Prize": the verb is capitalised and no part of the name."""
    verb = verb_of(doc[at])
    return (
        verb is not None
        and doc[at].lower_ not in singulars_and_plurals("award_nouns")
        and not (doc[at].lower_ == verb and doc[at].tag_ in {"NNP", "NN"})
    )


def _possessor(doc: Doc, mark: int, floor: int) -> Range | None:
    at = mark
    while at > floor and (is_name_word(doc[at - 1]) or _joins_leftwards(doc, at - 1, floor)):
        at -= 1
    return Range(at, mark) if at < mark else None


def _small_possessor(doc: Doc, mark: int, floor: int) -> Range | None:
    """As in "the council's": a body by its kind; not "this year's"."""
    at = mark
    while at > floor and doc[at - 1].tag_ in {"NN", "JJ", "DT", "NNS", "PRP$"}:
        at -= 1
    return Range(at, mark) if at < mark and doc[mark - 1].lower_ not in words("periods") | {"today"} else None


def _belongs_to_name(doc: Doc, owner: Range, *, is_whole_name: bool) -> bool:
    """As in "President's Medal", "St Brigid's Cross" are names; in "the Harbour Guild's Silver Medal" the guild gives it."""
    last = doc[owner.end - 1]
    if last.lower_ in words("name_possessors"):
        return owner.end - owner.start <= 2
    return is_whole_name and last.ent_type_ != "ORG" and last.lower_ not in words("organisation_nouns")


def _without_edition(doc: Doc, start: int, head: int) -> int:
    """A year or number before the name is no part of it: "the 2024 Harbour Prize"."""
    while start < head and (is_year(doc[start]) or doc[start].text[0].isdigit()):
        start += 1
    return start


def _rightwards(doc: Doc, at: int, end: int) -> tuple[int, Range | None, Range | None]:
    """Where a name goes on to ("Prize | for Fiction"), the class it is for, and who it says gives it ("of the Guild")."""
    if at + 1 >= end:
        return at, None, None
    small = doc[at].lower_
    after = at + 2 if doc[at + 1].lower_ == "the" else at + 1
    stop = _name_after(doc, after, end)
    if small == "of" and stop > after:
        if any(t.lower_ in words("organisation_nouns") for t in doc[after:stop]):
            return at, None, Range(after, stop)
        return stop, None, None
    if small == "for" and stop > after and not doc[after].lower_.endswith("ing"):
        return _with_class(doc, stop, end), _class_for(doc, after, stop), None
    if small in {"for", "in"}:
        return _field_after(doc, after, stop, at), None, None
    return (
        _with_class(doc, _with_year(doc, at, end), end),
        _class_in(doc, at, _with_class(doc, at, end)),
        None,
    )


def _field_after(doc: Doc, after: int, stop: int, otherwise: int) -> int:
    if after < len(doc) and stop == after and doc[after].lower_ in words("fields"):
        return after + 1
    return (
        stop
        if any(t.lower_ in words("fields") or t.lower_ == "field" for t in doc[after:stop])
        else otherwise
    )


def _class_for(doc: Doc, start: int, end: int) -> Range | None:
    first = doc[start].lower_
    is_class = first == "best" or doc[end - 1].lower_ in words("periods")
    return Range(start, end) if is_class else None


def _name_after(doc: Doc, at: int, end: int) -> int:
    """Where a run of capitalised words that begins at `at` ends; `at` where there is none."""
    if at < end and doc[at].lower_ == "the":
        at += 1
    begin = stop = at
    end = min(end, at + _LONGEST_NAME)
    while at < end:
        token = doc[at]
        if is_name_word(token) and not _is_headline_verb(doc, at):
            stop = at + 1
        elif not (stop > begin and _joins_rightwards(doc, at, end)):
            break
        at += 1
    return stop


def _joins_rightwards(doc: Doc, at: int, end: int) -> bool:
    token = doc[at]
    if token.text in DASHES:
        return touches(doc, at) and touches(doc, at + 1 if at + 1 < end else at)
    if token.text in POSSESSIVES:
        return True
    following = next((t for t in doc[at + 1 : end] if t.lower_ != "the"), None)
    if following is None:
        return False
    if token.lower_ == "the":
        return doc[at - 1].lower_ in words("name_joints") and is_name_word(following)
    if token.lower_ in {"of", "in"} and following.lower_ in words("periods"):
        return True
    if token.lower_ in words("periods") and doc[at - 1].lower_ == "the":
        return True
    if token.lower_ == "and" and (
        following.ent_type_ == "PERSON" or _comes_before_verb(doc, following.i, end)
    ):
        return False
    if token.lower_ in {"to", "and"} and doc[at + 1].lower_ in {"the", "best"}:
        return False
    joint = token.text == "&" or token.lower_ in words("name_joints")
    return (
        joint
        and is_name_word(following)
        and not (token.lower_ == "in" and following.ent_type_ in {"GPE", "LOC"})
    )


def _comes_before_verb(doc: Doc, at: int, end: int) -> bool:
    """As in "Best Actor and Roe won ...": the name after the joint begins a clause."""
    after = next((t for t in doc[at:end] if not is_name_word(t)), None)
    return after is not None and after.tag_ in {"VBD", "VBZ", "MD"}


def _with_year(doc: Doc, at: int, end: int) -> int:
    return at + 1 if at < end and is_year(doc[at]) else at


def _with_class(doc: Doc, at: int, end: int) -> int:
    """Past ", Second Class"."""
    comma = at < end and doc[at].text == ","
    first = at + 1 if comma else at
    if first + 1 < end and doc[first].lower_ in words("placings") and _is_class_noun(doc[first + 1]):
        return first + 2
    return at


def _is_class_noun(token: Token) -> bool:
    return is_capital(token) and token.lower_ in words("class_nouns")


def _class_in(doc: Doc, start: int, end: int) -> Range | None:
    start = start + 1 if start < end and doc[start].text == "," else start
    return Range(start, end) if start < end and not is_year(doc[start]) else None


def _is_honorary(doc: Doc, at: int) -> bool:
    return at > 0 and doc[at - 1].lower_ in words("honorary")


def _with_honorary(doc: Doc, at: int, floor: int) -> int:
    while at > floor and _is_honorary(doc, at):
        at -= 1
    return at


def _placings_before(doc: Doc, head: int, floor: int) -> Iterator[int]:
    """The ranks before "prizes", in order: "second", "third"."""
    wanted = words("placings") | words("metals")
    at, found = head - 1, []
    while at >= floor and (doc[at].lower_ in wanted or (found and doc[at].text in {",", "and"})):
        if doc[at].lower_ in wanted:
            found.append(at)
        at -= 1
    yield from reversed(found)
