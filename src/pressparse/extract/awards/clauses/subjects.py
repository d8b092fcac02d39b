"""Who does it: the noun phrase before a verb, over commas, relative clauses and shared subjects."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from pressparse.extract.awards.lexicon import words
from pressparse.extract.awards.tokens import (
    CLOSING_QUOTES,
    OPENING_QUOTES,
    RELATIVES,
    Range,
    in_noun_phrase,
    is_finite,
    is_inside_name,
    is_noun,
    is_year,
)
from pressparse.rules import load_rules

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_OPENERS = frozenset({"DT", "PRP$", "PRP", "PDT"})  # a determiner begins its phrase
_MARKS_WITHIN = frozenset({"(", ")"}) | OPENING_QUOTES | CLOSING_QUOTES
_DEEPEST = 4  # shared subjects of shared subjects


@dataclass(frozen=True, slots=True)
class Subject:
    """Where a subject stands.

    Attributes:
        range: its tokens; of a relative pronoun, those that it stands for.
        relative: whether a relative pronoun stands for it.
        shared_with: an earlier verb that has the same subject.
        object: what a relative pronoun before the subject stands for: "the cup | which the club gave her".
    """

    range: Range
    relative: bool = False
    shared_with: int | None = None
    object: Range | None = None


def subject_of(doc: Doc, first: int, floor: int, depth: int = 0) -> Subject | None:
    """The subject of the verb group that begins at token `first`.

    Within a sentence that begins at `floor`.
    """
    at = first - 1
    if at < floor:
        return None
    if doc[first].lower_ == "to" or (
        doc[first].tag_ == "VBG" and doc[at].lower_ in words("markers") - {"with"}
    ):
        return _shared(doc, first, floor, depth)  # "she came to receive it", "honoured her by giving her"
    whose = phrase_start(doc, first, floor) - 1
    if whose > floor and doc[whose].lower_ == "whose":  # "Jane Roe, whose pie won": it is her prize
        owner = _antecedent(doc, whose, floor)
        return replace(owner, relative=False) if owner else None
    at = _before_year(doc, at, floor)
    if doc[at].lower_ in RELATIVES or (doc[at].lower_ == "that" and doc[at].tag_ in {"WDT", "WP"}):
        return _antecedent(doc, at, floor)
    if doc[at].tag_ == "CC" or doc[at].lower_ in {"and", "but", "or", "then"}:
        return _shared(doc, at, floor, depth)
    return _before_verb(doc, first, floor, depth)


def _before_year(doc: Doc, at: int, floor: int) -> int:
    """The relative pronoun before a year: "Jane Roe, | who | in 2001 was given the prize"; else `at` itself."""
    fronted = at - 2 >= floor and is_year(doc[at]) and doc[at - 1].lower_ == "in"
    return at - 2 if fronted and doc[at - 2].lower_ == "who" else at


def _antecedent(doc: Doc, pronoun: int, floor: int) -> Subject | None:
    if pronoun > floor and doc[pronoun - 1].tag_ == "CC":  # "who came here and who won"
        earlier = [i for i in range(floor, pronoun - 1) if doc[i].lower_ in RELATIVES]
        return _antecedent(doc, earlier[-1], floor) if earlier else None
    end = pronoun - 1 if pronoun > floor and doc[pronoun - 1].text == "," else pronoun
    start = phrase_start(doc, end, floor)
    if (
        start - 1 > floor
        and doc[start - 1].text == ","
        and not any(t.ent_type_ == "PERSON" for t in doc[start:end])
    ):
        named = phrase_start(doc, start - 1, floor)  # "Jane Roe, chair of the club, who"
        if any(t.ent_type_ == "PERSON" for t in doc[named : start - 1]):
            start = named
    return Subject(Range(start, end), relative=True) if start < end else None


def _shared(doc: Doc, joint: int, floor: int, depth: int) -> Subject | None:
    """As in "He wrote it and won": the subject of the verb before the joint."""
    verbs = (i for i in range(joint - 1, floor, -1) if is_finite(doc[i]))
    verb = next((i for i in verbs if not _in_relative(doc, i, floor)), None)
    if verb is None or depth >= _DEEPEST:
        return None
    while verb > floor and (is_finite(doc[verb - 1]) or doc[verb - 1].tag_.startswith("RB")):
        verb -= 1
    found = subject_of(doc, verb, floor, depth + 1)
    return found and replace(found, relative=False, shared_with=_main_verb(doc, verb, joint))


def _main_verb(doc: Doc, first: int, stop: int) -> int:
    """The last verb of the group that begins at `first`."""
    at = first
    while at + 1 < stop and (doc[at + 1].tag_.startswith("VB") or doc[at + 1].tag_.startswith("RB")):
        at += 1
    return at


def _before_verb(doc: Doc, first: int, floor: int, depth: int) -> Subject | None:
    """The first noun phrase of the verb's own clause.

    What commas cut off behind it is apposition or relative.
    """
    boundary = _clause_start(doc, first, floor)
    pronoun = _object_pronoun(doc, floor, first)
    if pronoun is not None:
        antecedent = _antecedent(doc, pronoun, floor) if doc[pronoun].tag_ != "WRB" else None
        return Subject(Range(pronoun + 1, first), object=antecedent.range if antecedent else None)
    everything = _segments(doc, boundary, first)
    segments = [s for s in everything if not _is_aside(doc, s)]
    if not segments:
        start = phrase_start(doc, first, boundary)
        if doc[start - 1].tag_ == "CC" and doc[first].lower_ in {"were", "are", "have"}:
            start = phrase_start(doc, start - 1, boundary)
        absolute = (
            doc[start - 1].lower_ == "with" and doc[first].tag_ == "VBG"
        )  # "with the choir receiving the medal"
        if (
            everything
            and boundary < start < first
            and (absolute or doc[start - 1].lower_ not in words("markers"))
        ):
            return Subject(
                Range(start, first)
            )  # "on Monday Mr Roe was named": no comma after what is fronted
        told_by_another = doc[boundary - 1].lower_ == "that"  # "Roe notes that during the war men received"
        return _shared(doc, boundary, floor, depth) if boundary > floor and not told_by_another else None
    start = _skip_joints(doc, segments[0])
    if start >= first:
        return None
    end = first - 1 if doc[first - 1].text == "," else first
    return Subject(Range(start, end))


def _object_pronoun(doc: Doc, floor: int, first: int) -> int | None:
    """The relative pronoun of "which the club gave her".

    Between it and the verb there is but a noun phrase.
    """
    for at in range(first - 2, floor, -1):
        if doc[at].lower_ in {"which", "whom", "where", "when"} or (
            doc[at].lower_ == "that" and doc[at].tag_ == "WDT"
        ):
            return at if doc[at - 1].tag_ not in {"IN", "TO"} else None
        if is_finite(doc[at]) or doc[at].text in {",", ";", ":"}:
            return None
    return None


def _clause_start(doc: Doc, first: int, floor: int) -> int:
    """After the last finite verb of another clause before this one, at the joint that follows it."""
    at = first - 1
    relative_verbs = 0
    while at >= floor:
        token = doc[at]
        if (
            token.text in {";", "—"}
            or _is_spaced_dash(doc, at)
            or (_closes_speech(doc, at) and not _closes_title(doc, at, first))
        ):
            return at + 1
        if is_finite(token) and not _in_relative(doc, at, floor):
            return _after_complements(doc, at, first)
        relative_verbs += is_finite(token)
        at -= 1
    return floor


def _closes_speech(doc: Doc, at: int) -> bool:
    return doc[at].text in {"”", '"'} and doc[at - 1].text in {",", ".", "!", "?"}


def _closes_title(doc: Doc, at: int, end: int) -> bool:
    """As in "“The Ferry,” directed by Jane Roe, won": marks around a work's name, and no speech."""
    if at + 1 >= end or not _closes_speech(doc, at):
        return False
    return doc[at + 1].tag_ == "VBN" or doc[at + 1].lower_ in {"by", "from"}


def _is_spaced_dash(doc: Doc, at: int) -> bool:
    """The dash after a place of filing, or about an aside."""
    return doc[at].text in {"-", "--", "–"} and at > 0 and bool(doc[at - 1].whitespace_)


def _in_relative(doc: Doc, verb: int, floor: int) -> bool:
    """Whether a finite verb belongs to a relative clause: "who first made the molecule"."""
    at = verb - 1
    if at - 1 > floor and doc[at].tag_ == "PRP" and is_noun(doc[at - 1]) and doc[at - 1].tag_ != "PRP":
        return True  # "the songs she wrote"
    while at >= floor and doc[at].text not in {",", ";"}:
        if doc[at].lower_ in RELATIVES or (doc[at].lower_ == "that" and doc[at].tag_ == "WDT"):
            return True
        if (
            is_finite(doc[at])
            and doc[at].tag_ != "MD"
            and doc[at].lower_ not in {"has", "have", "had", "is", "was", "were", "are"}
        ):
            return False
        at -= 1
    return False


def _after_complements(doc: Doc, verb: int, first: int) -> int:
    """Past the complements of an earlier verb.

    After the last comma with a joint, or the last joint, else after the verb.
    """
    joints = [at for at in range(verb + 1, first - 1) if doc[at].tag_ == "CC"]
    after_comma = [at for at in joints if doc[at - 1].text == ","]
    phrases = [at for at in joints if _starts_phrase(doc, at + 1)]
    if after_comma or phrases:
        return (after_comma or phrases)[0] + 1
    for at in range(verb + 1, first):
        if (
            doc[at].lower_
            in {"that", "because", "when", "after", "while", "as", "so", "if", "before", "although"}
            and at + 1 < first
        ):
            return at + 1
    comma = next((i for i in range(verb + 1, first - 1) if doc[i].text == ","), None)
    return verb + 1 if comma is None else comma + 1


def _starts_phrase(doc: Doc, at: int) -> bool:
    return doc[at].tag_ in {"DT", "PRP$", "NNP", "PRP", "NNPS"}


def _segments(doc: Doc, start: int, end: int) -> list[Range]:
    """The stretches between commas; names with a comma inside stay whole."""
    segments, begin = [], start
    for at in range(start, end):
        if doc[at].text == "," and not (is_inside_name(doc[at]) or _closes_title(doc, at + 1, end)):
            if at > begin:
                segments.append(Range(begin, at))
            begin = at + 1
    if begin < end:
        segments.append(Range(begin, end))
    return segments


def _is_aside(doc: Doc, segment: Range) -> bool:
    """A fronted phrase, a relative clause, an age: no subject."""
    start = _skip_joints(doc, segment)
    if start >= segment.end:
        return True
    token = doc[start]
    if (
        token.lower_ in RELATIVES
        or token.lower_ in words("markers")
        or token.tag_ in {"IN", "RB", "VBG", "VBN", "TO", "WRB", "RBR"}
    ):
        return True
    return not any(is_noun(t) for t in doc[start : segment.end])


def _skip_joints(doc: Doc, segment: Range) -> int:
    start = segment.start
    while start < segment.end and (
        doc[start].tag_ == "CC"
        or doc[start].is_space
        or doc[start].text in {"“", '"', "‘", "–", "—", "--", "*", "-"}
    ):
        start += 1
    return start


def phrase_start(doc: Doc, end: int, floor: int) -> int:
    """Where the noun phrase that ends before token `end` begins, its "of" phrases with it."""
    at = end
    while at > floor:
        token = doc[at - 1]
        if at < end and doc[at].tag_ in _OPENERS and not _continues(doc, at - 1):
            break
        if at < end and is_inside_name(doc[at]):
            at -= 1
            continue
        if _is_calendar_word(token):
            break
        if in_noun_phrase(token) or token.text in _MARKS_WITHIN or _continues(doc, at - 1):
            at -= 1
        else:
            break
    return at


def _is_calendar_word(token: Token) -> bool:
    """As in "On Friday | Ms Roe": what tells the day is fronted, and no part of the name."""
    return token.lower_ in _calendar_words() and token.ent_type_ not in {"PERSON", "ORG"}


@cache
def _calendar_words() -> frozenset[str]:
    dates = load_rules("dates")
    return frozenset(word.casefold() for table in ("months", "weekdays") for word in dates.table(table))


def _continues(doc: Doc, at: int) -> bool:
    """As in "the city | of | the lakes": a joint inside one noun phrase."""
    return doc[at].lower_ in {"of", "&"} or (doc[at].tag_ == "PDT") or doc[at].lower_ == "all"
