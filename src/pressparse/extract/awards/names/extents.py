"""Where the name of an award begins and ends, who owns it, and which class it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.extract.awards.lexicon import frame_of, singulars_and_plurals, verb_of, words
from pressparse.extract.awards.tokens import (
    BE,
    DASHES,
    OPENING_QUOTES,
    POSSESSIVES,
    Range,
    is_capital,
    is_determiner,
    is_name_word,
    is_year,
    touches,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST_NAME = 16  # tokens on either side of its head: longer runs are no names
_GIVING_REACH = 6  # tokens between "named" and whom it names


def name_start(doc: Doc, head: int, floor: int) -> tuple[int, Range | None]:
    """Where the name that ends with `head` begins, and who owns it.

    As in "the League's Harbour Prize": "League".
    """
    start = at = head
    floor = max(floor, head - _LONGEST_NAME)
    while at > floor:
        at -= 1
        token = doc[at]
        if _closes_letters(doc, at):
            at -= 2
        elif token.text in POSSESSIVES:
            owner = _possessor(doc, at, floor)
            if owner is not None and start == at + 1 and _is_body(doc, owner, start, head):
                start = at = owner.start
                continue
            if owner is None:
                return _without_edition(doc, start, head), _small_possessor(doc, at, floor)
            quoted = owner.start > 0 and doc[owner.start - 1].text in OPENING_QUOTES
            if not quoted and not _belongs_to_name(doc, owner, is_whole_name=start == head):
                return _without_edition(doc, start, head), owner
            start = at = owner.start
        elif is_headline_verb(doc, at):
            break
        elif is_name_word(token):
            start = at
        elif not ends_name_word(doc, at) and not _joins_leftwards(doc, at, floor):
            break
    return _without_edition(doc, _after_receiver(doc, start, head), head), None


def _closes_letters(doc: Doc, at: int) -> bool:
    """Whether a bracket ends the short form of an owner: "the Harrow Guild's (HG) | Loom Award"."""
    return at > 2 and doc[at].text == ")" and doc[at - 2].text == "(" and doc[at - 3].text in POSSESSIVES


def _after_receiver(doc: Doc, start: int, head: int) -> int:
    """Past whom a verb gives the title: "named the potter | Jane Roe | Grower of the Year"."""
    before = doc[max(0, start - _GIVING_REACH) : start]
    giving = [t.i for t in before if (verb := verb_of(t)) and frame_of(verb) in {"name", "give"}]
    if not giving or is_determiner(doc[start - 1]) or _is_passive(doc, giving[-1]):
        return start
    labels = {"PERSON", doc[start].ent_type_} & {"PERSON", "ORG" if giving[-1] == start - 1 else "PERSON"}
    named = [token.i for token in doc[start:head] if token.ent_type_ in labels]
    return named[-1] + 1 if named else start


def _is_passive(doc: Doc, verb: int) -> bool:
    return any(token.lower_ in BE for token in doc[max(0, verb - 3) : verb])


def ends_name_word(doc: Doc, at: int) -> bool:
    """A capitalised word, or the small end of one: "Start-up"."""
    hyphenated = at >= 2 and doc[at - 1].text in DASHES and touches(doc, at) and touches(doc, at - 1)
    return is_name_word(doc[at]) or (hyphenated and is_name_word(doc[at - 2]))


def _joins_leftwards(doc: Doc, at: int, floor: int) -> bool:
    token = doc[at]
    if token.text in DASHES:
        return touches(doc, at) and touches(doc, at + 1)
    if token.lower_ == "the":
        return at - 2 >= floor and is_capital(doc[at + 1]) and _joins_leftwards(doc, at - 1, floor)
    if touches(doc, at) and touches(doc, at + 1) and doc[at - 1].text in DASHES:
        return True  # "Commander-in-Chief"
    if token.text in {"&", "+"} or token.lower_ in words("name_joints_before"):
        return at - 1 >= floor and _may_precede_joint(doc, at - 1)
    return token.lower_ in words("name_joints_within") and _is_opened(doc, at, floor)


def _is_opened(doc: Doc, joint: int, floor: int) -> bool:
    """Whether a determiner opens the name before a joint: "the | Friend | for Farmers Award"."""
    first = joint
    while first > floor and _may_precede_joint(doc, first - 1) and not _heads_award(doc, first - 1):
        first -= 1
    if first in {joint, floor}:
        return False
    before = doc[first - 1]
    return is_determiner(before) or before.text in POSSESSIVES | OPENING_QUOTES or before.lower_ == "annual"


def _heads_award(doc: Doc, at: int) -> bool:
    return doc[at].lower_ in singulars_and_plurals("award_nouns")


def _may_precede_joint(doc: Doc, at: int) -> bool:
    named = ends_name_word(doc, at) or is_year(doc[at])
    return named and not is_headline_verb(doc, at) and doc[at].ent_type_ not in {"PERSON", "GPE"}


def is_headline_verb(doc: Doc, at: int) -> bool:
    """As in "Baker Wins Crumb Prize": the verb is capitalised and no part of the name."""
    verb = verb_of(doc[at])
    return (
        verb is not None
        and doc[at].lower_ not in singulars_and_plurals("award_nouns")
        and not (doc[at].lower_ == verb and doc[at].tag_ in {"NNP", "NN"})
    )


def _possessor(doc: Doc, mark: int, floor: int) -> Range | None:
    at = mark
    while at > floor and (
        is_name_word(doc[at - 1]) or _joins_leftwards(doc, at - 1, floor) or _belongs_to_body(doc, at - 1)
    ):
        at -= 1
    return Range(at, mark) if at < mark else None


def _belongs_to_body(doc: Doc, mark: int) -> bool:
    """Whether a possessive mark stands inside a body's name: "the Harrow Writers' | Circle's prize"."""
    whose = doc[mark - 1] if mark > 0 else None
    several = whose is not None and (whose.lower_.endswith("s") or whose.lower_ in words("name_possessors"))
    return doc[mark].text in POSSESSIVES and several and is_capital(doc[mark + 1])


def _is_body(doc: Doc, owner: Range, start: int, head: int) -> bool:
    """Whether a possessor is but the first word of a body's name: "the | Weavers' Guild | Awards"."""
    within = start < head and doc[start].lower_ in words("organisation_nouns")
    return within and owner.end - owner.start == 1 and doc[owner.start].lower_.endswith("s")


def _small_possessor(doc: Doc, mark: int, floor: int) -> Range | None:
    """As in "the council's": a body by its kind; not "this year's"."""
    at = mark
    while at > floor and doc[at - 1].tag_ in {"NN", "JJ", "DT", "NNS", "PRP$"}:
        at -= 1
    return Range(at, mark) if at < mark and doc[mark - 1].lower_ not in words("periods") | {"today"} else None


def _belongs_to_name(doc: Doc, owner: Range, *, is_whole_name: bool) -> bool:
    """Whether a possessor is part of the name, as in "President's Medal"; the "Harbour Guild's" gives it."""
    last = doc[owner.end - 1]
    if last.lower_ in words("name_possessors"):
        return len(doc[owner.start : owner.end].text.split()) <= 2
    return is_whole_name and last.ent_type_ != "ORG" and last.lower_ not in words("organisation_nouns")


def _without_edition(doc: Doc, start: int, head: int) -> int:
    """A year or number before the name is no part of it: "the 2024 Harbour Prize"."""
    while start < head and (is_year(doc[start]) or doc[start].text[0].isdigit()):
        start += 1
    return start


def with_half_before(doc: Doc, start: int, floor: int) -> int:
    """Over "and" to the first half of a programme's name: "the | Book and | Film Awards", not "Roe and Film Awards"."""
    joint = start - 1
    if joint <= floor or doc[joint].lower_ not in {"and", "&"}:
        return start
    first = joint
    while first > floor and is_name_word(doc[first - 1]) and doc[first - 1].ent_type_ != "PERSON":
        first -= 1
    opened = doc[first - 1].lower_ in {"the", "annual"} or doc[first - 1].text[0].isdigit()
    whole = first < joint and first > floor and opened
    return first if whole and doc[joint - 1].lower_ not in singulars_and_plurals("award_nouns") else start


def name_end(doc: Doc, at: int, end: int) -> tuple[int, Range | None, Range | None]:
    """Where a name goes on to.

    As in "Prize | for Fiction"), the class it is for, and who it says gives it ("of the Guild".
    """
    if at + 1 >= end:
        return at, None, None
    small = doc[at].lower_
    after = at + 2 if doc[at + 1].lower_ == "the" else at + 1
    stop = name_after(doc, after, end)
    if small == "of" and stop > after:
        if any(t.lower_ in words("organisation_nouns") for t in doc[after:stop]):
            return at, None, Range(after, stop)
        return stop, None, None
    if small == "for" and stop > after and not doc[after].lower_.endswith("ing"):
        return with_class(doc, stop, end), _class_for(doc, after, stop), None
    if small in {"for", "in"}:
        return _field_after(doc, after, stop, at), None, None
    return (
        with_class(doc, with_year(doc, at, end), end),
        class_in(doc, at, with_class(doc, at, end)),
        None,
    )


def _field_after(doc: Doc, after: int, stop: int, otherwise: int) -> int:
    if after < len(doc) and stop == after and doc[after].lower_ in words("fields"):
        return after + 1
    named = [token.i for token in doc[after:stop] if token.lower_ in words("fields") | {"field"}]
    if not named:
        return otherwise
    place = (token.i for token in doc[named[-1] + 1 : stop] if token.lower_ == "in")
    return next(place, stop)  # "Prize in Chemistry | in Leeds"


def _class_for(doc: Doc, start: int, end: int) -> Range | None:
    first = doc[start].lower_
    is_class = first == "best" or doc[end - 1].lower_ in words("periods")
    return Range(start, end) if is_class else None


def name_after(doc: Doc, at: int, end: int) -> int:
    """Where a run of capitalised words that begins at `at` ends; `at` where there is none."""
    if at < end and doc[at].lower_ == "the":
        at += 1
    begin = stop = at
    end = min(end, at + _LONGEST_NAME)
    while at < end:
        token = doc[at]
        if is_name_word(token) and not is_headline_verb(doc, at):
            stop = at + 1
        elif not (stop > begin and _joins_rightwards(doc, at, end)):
            break
        at += 1
    return stop


def _joins_rightwards(doc: Doc, at: int, end: int) -> bool:
    """Whether a small word or mark goes on a name that has begun: "Award for Excellence | in | Teaching"."""
    token = doc[at]
    if token.text in DASHES:
        return touches(doc, at) and touches(doc, min(at + 1, end - 1))
    if token.text in POSSESSIVES:
        return True
    following = next((t for t in doc[at + 1 : end] if t.lower_ != "the"), None)
    return following is not None and (
        _joins_period(doc, at, following) or _joins_names(doc, at, following, end)
    )


def _joins_period(doc: Doc, at: int, following: Token) -> bool:
    """As in "Maker of the year", however the year is printed."""
    if doc[at].lower_ in words("periods"):
        return doc[at - 1].lower_ == "the"
    return doc[at].lower_ == "of" and following.lower_ in words("periods")


def _joins_names(doc: Doc, at: int, following: Token, end: int) -> bool:
    """A joint before a capitalised word that goes on the name: not "Best Actor | and Roe won"."""
    token, joints = doc[at], words("name_joints")
    if not is_name_word(following):
        return False
    if token.lower_ == "the":
        return doc[at - 1].lower_ in joints
    if token.lower_ in {"to", "and"} and doc[at + 1].lower_ in {"the", "best"}:
        return False
    if token.lower_ == "and" and (
        following.ent_type_ == "PERSON" or _comes_before_verb(doc, following.i, end)
    ):
        return False
    in_a_place = token.lower_ == "in" and following.ent_type_ in {"GPE", "LOC"}
    return token.lower_ in joints and not in_a_place


def _comes_before_verb(doc: Doc, at: int, end: int) -> bool:
    """As in "Best Actor and Roe won ...": the name after the joint begins a clause."""
    after = next((t for t in doc[at:end] if not is_name_word(t)), None)
    return after is not None and after.tag_ in {"VBD", "VBZ", "MD"}


def with_year(doc: Doc, at: int, end: int) -> int:
    return at + 1 if at < end and is_year(doc[at]) else at


def with_class(doc: Doc, at: int, end: int) -> int:
    """Past ", Second Class"."""
    comma = at < end and doc[at].text == ","
    first = at + 1 if comma else at
    if first + 1 < end and doc[first].lower_ in words("placings") and is_class_noun(doc[first + 1]):
        return first + 2
    return at


def is_class_noun(token: Token) -> bool:
    return is_capital(token) and token.lower_ in words("class_nouns")


def class_in(doc: Doc, start: int, end: int) -> Range | None:
    start = start + 1 if start < end and doc[start].text == "," else start
    return Range(start, end) if start < end and not is_year(doc[start]) else None
