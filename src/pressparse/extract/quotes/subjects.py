"""Who the subject of an attribution verb is: the stretch of text that names or describes the speaker.

Works from the words and their tags, not from a parse: sentences with long quotations, asides and titles in a row
are those that parsers get wrong, and their order of words is fixed by convention.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from pressparse.extract.quotes.words import QUOTE, Sentence, Word
from pressparse.nlp.people import People
from pressparse.rules import load_rules

Form = Literal["name", "pronoun", "phrase"]

_PRONOUNS = frozenset(("he", "she", "it", "they", "i", "we", "you"))
RELATIVES = frozenset(("who", "which", "whose", "whom", "where", "when", "that"))
_SUBORDINATORS = frozenset((
    "because", "although", "though", "while", "whilst", "after", "before", "since", "as", "if", "unless", "until", "once",
    "whereas", "when", "where", "that", "than",
))  # fmt: skip
_OPENERS = frozenset(("and", "but", "or", "so", "yet", "then", "meanwhile", "however", "as", "also", "both", "still"))
_STOPS = frozenset((".", "!", "?", ":", "…", "..."))
_PREPOSITION_TAGS = frozenset(("IN", "TO"))
_PARTICIPLES = frozenset(("VBG", "VBN"))
_PERSONS = frozenset(("person",))
_CHUNKS_TRIED = 6


@dataclass(frozen=True, slots=True)
class Subject:
    """Where the speaker is named or described, as offsets into the post's text."""

    start: int
    end: int
    form: Form


@dataclass(frozen=True)
class Mentions:
    """Where persons and other bodies are named, in order."""

    persons: tuple[tuple[int, int], ...]
    bodies: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, people: People) -> Mentions:
        named: dict[bool, set[tuple[int, int]]] = {True: set(), False: set()}
        for entity in people.entities:
            for mention in entity.mentions:
                if mention.text[:1].isupper() or mention.text[:1].isdigit():
                    named[entity.label in _PERSONS].add((mention.start, mention.end))
        return cls(tuple(sorted(named[True])), tuple(sorted(named[False])))

    def persons_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """The names of persons that begin in the stretch."""
        return _within(self.persons, start, end)

    def bodies_in(self, start: int, end: int) -> list[tuple[int, int]]:
        """The names of organisations, places and groups that begin in the stretch."""
        return _within(self.bodies, start, end)


def _within(spans: Sequence[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    found = []
    for at in range(bisect_left(spans, (start, 0)), len(spans)):
        if spans[at][0] >= end:
            break
        found.append(spans[at])
    return found


class SubjectFinder:
    """Finds the subjects of verbs in the sentences of one post."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions

    def subject_of(self, words: Sentence, verb: int) -> Subject | None:
        """The subject of `words[verb]`, before or after it."""
        if is_inverted(words, verb, self):
            return self.after(words, verb)
        if words[verb].tag == "VBG":
            return self._of_participle(words, verb)
        return self.before(words, verb)

    def is_thing(self, words: Sentence, subject: Subject) -> bool:
        """Whether the subject is no person that the post names, nor a personal pronoun."""
        if subject.form == "pronoun":
            return next((w.lower for w in words if w.start == subject.start), "") not in ("he", "she")
        return not self.mentions.persons_in(subject.start, subject.end)

    # --- after the verb: "said Jane Roe, director of X" ---

    def after(self, words: Sentence, verb: int) -> Subject | None:
        """The subject of a verb that comes before it."""
        begin = skip_manner(words, verb + 1)
        if begin >= len(words):
            return None
        if words[begin].lower in _PRONOUNS:
            return _subject(words, begin, begin + 1, "pronoun")
        first: Subject | None = None
        for at, (a, b) in enumerate(_chunks_right(words, begin)):
            if at and _begins_aside(words, a, b):
                break
            person = self._core_person(words, a, b)
            if person:
                return person
            if at == 0:
                first = self._phrase(words, a, _before_adverbial(words, a, b))
                if first is None or self._is_named(words, a, b):
                    break
        return first

    def _is_named(self, words: Sentence, a: int, b: int) -> bool:
        """Whether the phrase itself is a name, so that what follows the comma is no name for it."""
        return bool(words[a].tag.startswith("NNP") or self.mentions.bodies_in(words[a].start, words[a].start + 1))

    # --- before the verb: "Jane Roe, director of X, said" ---

    def before(self, words: Sentence, verb: int) -> Subject | None:
        """The subject of a verb that comes after it."""
        floor = _floor(words, verb)
        last = _skip_group_back(words, verb - 1, floor)
        if last < floor:
            return None
        word = words[last]
        if word.lower in _PRONOUNS:
            return _subject(words, last, last + 1, "pronoun")
        if word.lower in RELATIVES:
            return self._antecedent(words, last, floor)
        if word.tag == "CC" or (word.is_comma and last > floor and words[last - 1].tag == "CC"):
            return self._shared(words, last)
        if word.is_comma:
            return self._across_asides(words, last, floor)
        return self._adjacent(words, last, floor)

    def _adjacent(self, words: Sentence, last: int, floor: int) -> Subject | None:
        a = last
        while a > floor and not _bounds_phrase(words[a - 1]):
            a -= 1
        while a < last and (words[a].lower in _OPENERS or words[a].tag in ("RB", "CC")):
            a += 1
        person = self._core_person(words, a, last + 1) or self._named_before(words, a, floor)
        if person:
            return person
        if words[a].tag in _PREPOSITION_TAGS:
            a = next((i for i in range(last, a, -1) if words[i].tag in ("DT", "PRP$")), last + 1)
        return self._phrase(words, a, last + 1)

    def _named_before(self, words: Sentence, a: int, floor: int) -> Subject | None:
        """ "Jane Roe, a member of the board said": the title's second comma is often left out."""
        if a - 2 < floor or not words[a - 1].is_comma or words[a].tag not in ("DT", "NN", "JJ"):
            return None
        x, y = next(_chunks_left(words, a - 1, floor), (a, a))
        if x == y or _begins_aside(words, x, y) or any(word.is_finite for word in words[x:y]):
            return None
        person = self._core_person(words, x, y)
        return person if person and person.end == words[y - 1].end else None

    def _across_asides(self, words: Sentence, comma: int, floor: int) -> Subject | None:
        """Over titles, ages and relative clauses back to the name they belong to."""
        phrase: Subject | None = None
        for a, b in _chunks_left(words, comma, floor):
            if _begins_aside(words, a, b):
                continue
            person = self._core_person(words, a, b)
            if person:
                return person
            if any(word.is_finite for word in words[a:b]):
                break
            phrase = self._phrase(words, a, b) or phrase
        return phrase

    def _antecedent(self, words: Sentence, relative: int, floor: int) -> Subject | None:
        end = relative
        while end > floor and words[end - 1].is_comma:
            end -= 1
        if end <= floor:
            return None
        start = words[max(floor, end - 8)].start
        persons = [p for p in self.mentions.persons_in(start, words[end - 1].end) if p[1] >= words[end - 1].start]
        if persons:
            return Subject(*persons[-1], "name")
        return self._across_asides(words, end, floor) if words[relative].is_comma else self._adjacent(words, end - 1, floor)

    def _shared(self, words: Sentence, last: int) -> Subject | None:
        """The subject of the verb before, where two verbs share one: "She smiled and said"."""
        for i in range(last, -1, -1):
            if words[i].is_finite:
                return self.subject_of(words, i)
        return None

    def _of_participle(self, words: Sentence, verb: int) -> Subject | None:
        """ "Adding that ..." has the subject of the verb that it goes with."""
        if verb and not words[verb - 1].is_comma and words[verb - 1].tag[:2] in ("NN", "PR"):
            return self._with_participle(words, verb)
        finite = [i for i in range(verb) if words[i].is_finite]
        speaking = [i for i in finite if words[i].cue]
        for i in reversed(speaking or finite[:1]):
            return self.subject_of(words, i)
        return None

    def _with_participle(self, words: Sentence, verb: int) -> Subject | None:
        """ "with Roe adding that ..." """
        a = next((i + 1 for i in range(verb - 1, -1, -1) if words[i].lower == "with" or words[i].is_comma), 0)
        return (self._core_person(words, a, verb) or self._phrase(words, a, verb)) if a < verb else None

    # --- phrases ---

    def _core_person(self, words: Sentence, a: int, b: int) -> Subject | None:
        """The person a phrase is about: not one in it after a preposition, nor one who owns something."""
        for start, end in self.mentions.persons_in(words[a].start, words[b - 1].end):
            at = next((i for i in range(a, b) if words[i].end > start), b)
            after = next((i for i in range(at, len(words)) if words[i].start >= end), len(words))
            owns = after < b and words[after].lower in ("'s", "'")
            if not owns and not self._depends(words, a, at):
                return Subject(start, end, "name")
        return None

    def _depends(self, words: Sentence, a: int, at: int) -> bool:
        before = at - 1
        while before >= a and words[before].text.rstrip(".").istitle() and len(words[before].text) <= 5 and words[before].text.endswith("."):
            before -= 1  # an honorific: "for Mr. Roe"
        return before >= a and words[before].tag in _PREPOSITION_TAGS and words[before].lower not in _OPENERS

    def _phrase(self, words: Sentence, a: int, b: int) -> Subject | None:
        while a < b and (words[a].lower in _OPENERS or words[a].tag == "CC"):
            a += 1
        if a >= b or words[a].tag in ("QUOTE", "RB", "IN", "TO", "WP", "WDT", "WRB") or words[a].is_finite:
            return None
        if is_day(words[a]) or not any(word.tag[:2] in ("NN", "PR", "CD", "DT", "") for word in words[a:b]):
            return None
        return _subject(words, a, b, "name" if _is_proper(words, a, b) else "phrase")


def _is_proper(words: Sentence, a: int, b: int) -> bool:
    """Whether the phrase is written as a name, known or not."""
    capitalised = all(word.text[0].isupper() for word in words[a:b])
    return capitalised and (a > 0 or all(word.tag.startswith("NNP") for word in words[a:b]))


def is_inverted(words: Sentence, verb: int, finder: SubjectFinder) -> bool:
    """Whether the subject follows: after a quotation, or in "X, said Jane Roe, is good"."""
    before = verb - 1
    while before >= 0 and words[before].is_comma:
        before -= 1
    begin = skip_manner(words, verb + 1)
    if begin >= len(words) or words[begin].lower in ("that", *_STOPS) or words[begin].is_comma:
        return False
    if before >= 0 and words[before].tag == QUOTE:
        return words[begin].tag != QUOTE
    if before == verb - 1 or before < 0:
        return False
    a, b = next(iter(_chunks_right(words, begin)), (begin, begin))
    if a == b or any(word.is_finite for word in words[a:b]) or is_day(words[a]):
        return False
    return finder._core_person(words, a, b) is not None or words[a].lower in _PRONOUNS


def _subject(words: Sentence, a: int, b: int, form: Form) -> Subject:
    return Subject(words[a].start, words[b - 1].end, form)


def _floor(words: Sentence, verb: int) -> int:
    """Where the clause may begin at the earliest: after the last quotation before the verb."""
    return next((i + 1 for i in range(verb - 1, -1, -1) if words[i].tag == QUOTE), 0)


def skip_manner(words: Sentence, at: int) -> int:
    manner = load_rules("speech").words("manner")
    while at < len(words) and words[at].lower in manner and words[at].lower not in ("both", "all", "in"):
        at += 1
    return at


def _skip_group_back(words: Sentence, at: int, floor: int) -> int:
    """Over auxiliaries and adverbs: "has also said"."""
    manner = load_rules("speech").words("manner")
    while at >= floor and (words[at].tag in ("MD", "RB", "RBR") or words[at].lower in _AUXILIARIES or words[at].lower in manner):
        at -= 1
    return at


_AUXILIARIES = frozenset(("has", "have", "had", "'ve", "'s", "'d", "was", "were", "is", "are", "did", "does", "do"))


def _bounds_phrase(word: Word) -> bool:
    return (
        word.is_comma
        or word.text in _STOPS
        or word.tag == QUOTE
        or word.is_finite
        or word.lower in RELATIVES
        or word.lower in _SUBORDINATORS
    )


def _chunks_right(words: Sentence, begin: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas from `begin` to the end of the clause."""
    a = begin
    for _ in range(_CHUNKS_TRIED):
        b = a
        while b < len(words) and not words[b].is_comma and words[b].text not in _STOPS and words[b].tag != QUOTE:
            b += 1
        if b > a:
            yield a, b
        if b >= len(words) or not words[b].is_comma:
            return
        a = b + 1


def _chunks_left(words: Sentence, comma: int, floor: int) -> Iterator[tuple[int, int]]:
    """The stretches between commas before `comma`, nearest first."""
    b = comma
    while b > floor:
        a = b
        while a > floor and not words[a - 1].is_comma and words[a - 1].text not in _STOPS:
            a -= 1
        if b > a:
            yield a, b
        if a <= floor or words[a - 1].text in _STOPS:
            return
        b = a - 1


def _begins_aside(words: Sentence, a: int, b: int) -> bool:
    first = words[a]
    if first.tag in _PARTICIPLES or first.lower in RELATIVES:
        return True
    return first.tag in ("IN", "TO", "WP", "WDT", "WRB", "RB") and first.lower not in _OPENERS


def _before_adverbial(words: Sentence, a: int, b: int) -> int:
    """Where "in a statement", "on Tuesday" and the like begin after a subject."""
    adverbial = ("in", "on", "during", "after", "before", "following", "as", "when", "while", "via", "through", "to", "at")
    for i in range(a + 1, b):
        if words[i].lower in adverbial or is_day(words[i]):
            return i
    return b


def is_day(word: Word) -> bool:
    return word.text in load_rules("speech").words("days") or word.lower in ("today", "yesterday", "tonight")
