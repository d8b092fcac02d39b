"""Who the subject of an attribution verb is: the stretch of text that names or describes the speaker.

Works from the words and their tags, not from a parse: sentences with long quotations, asides and titles in a
row are those that parsers get wrong, and their order of words is fixed by convention.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pressparse.extract.quotes.mentions import Mentions
from pressparse.extract.quotes.phrases import (
    PREPOSITIONS,
    bare_name_start,
    before_adverbial,
    before_participle,
    begins_aside,
    bounds_phrase,
    chunks_left,
    chunks_right,
    has_finite,
    is_day,
    is_written_as_name,
    may_be_subject,
    skip_manner,
    skip_openers,
    skip_verb_group_back,
)
from pressparse.extract.quotes.verb_context import governing_verb, main_verb
from pressparse.extract.quotes.words import QUOTE, Sentence, Word
from pressparse.nlp.roles import is_role

Form = Literal["name", "pronoun", "phrase"]

_NEAR = 8  # words in which a relative clause has its antecedent
_MOST_SHARING = 4  # verbs of a sentence whose subjects are tried
_LONGEST_HONORIFIC = 5  # letters, with the full stop


@dataclass(frozen=True, slots=True)
class Subject:
    """Where the speaker is named or described, as offsets into the post's text."""

    start: int
    end: int
    form: Form


class SubjectFinder:
    """Finds the subjects of verbs in the sentences of one post."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions

    def subject_of(self, words: Sentence, verb: int) -> Subject | None:
        """The subject of `words[verb]`, wherever it stands."""
        if self.is_inverted(words, verb) or words[verb].cue == "quote":
            return self.after(words, verb)  # whoever is quoted speaks
        if words[verb].tag == "VBG":
            return self._of_participle(words, verb)
        return self.before(words, verb)

    def is_person(self, words: Sentence, subject: Subject) -> bool:
        """Whether the subject names a person, or is "he" or "she"."""
        if subject.form == "pronoun":
            return next((w.lower for w in words if w.start == subject.start), "") in ("he", "she")
        return bool(self.mentions.persons_in(subject.start, subject.end))

    def is_inverted(self, words: Sentence, verb: int) -> bool:
        """Whether the subject follows: after a quotation, or in "X, said Jane Roe, is good"."""
        before = verb - 1
        while before >= 0 and words[before].is_comma:
            before -= 1
        begin = skip_manner(words, verb + 1)
        if begin >= len(words) or words[begin].lower == "that" or not _is_word(words[begin]):
            return False
        if before >= 0 and words[before].tag == QUOTE:
            return True
        may_precede = words[verb].cue is not None and words[verb].is_finite
        begins_sentence = verb == 0
        return may_precede and (begins_sentence or 0 <= before < verb - 1) and self._is_set_off(words, begin)

    def _is_set_off(self, words: Sentence, begin: int) -> bool:
        """Whether a person stands alone between commas."""
        a, b = next(chunks_right(words, begin), (begin, begin))
        if a == b or has_finite(words[a:b]) or is_day(words[a]):
            return False
        lone_pronoun = b == a + 1 and b < len(words) and words[b].is_comma and words[a].is_one_of("pronouns")
        return self._person(words, a, b) is not None or lone_pronoun

    # --- after the verb: "said Jane Roe, director of X" ---

    def after(self, words: Sentence, verb: int) -> Subject | None:
        """The subject of a verb that it follows."""
        begin = skip_manner(words, verb + 1)
        if begin < len(words) and words[begin].is_one_of("pronouns"):
            return _subject(words, begin, begin + 1, "pronoun")
        first: Subject | None = None
        for a, b in chunks_right(words, begin):
            if first is not None and begins_aside(words[a]):
                break
            person = self._person(words, a, b)
            if person:
                return person
            if first is None:
                first = self._body_before_clause(words, a, b)
                first = first or self._phrase(words, a, before_adverbial(words, a, b))
                if first is None or self._is_named(words[a]):
                    break
        return first

    def _is_named(self, word: Word) -> bool:
        """Whether a phrase that begins with the word is a name, so that its comma brings no other."""
        return word.tag.startswith("NNP") or bool(self.mentions.bodies_in(word.start, word.start + 1))

    # --- before the verb: "Jane Roe, director of X, said" ---

    def before(self, words: Sentence, verb: int) -> Subject | None:
        """The subject of a verb that follows it."""
        floor = next((i + 1 for i in range(verb - 1, -1, -1) if words[i].tag == QUOTE), 0)
        last = skip_verb_group_back(words, governing_verb(words, verb) - 1, floor)
        if last < floor:
            return None
        word = words[last]
        if word.is_one_of("pronouns"):
            return _subject(words, last, last + 1, "pronoun")
        if word.is_one_of("relatives"):
            return self._antecedent(words, last, floor)
        if _is_coordinated(words, last):
            return self._shared(words, last)
        if word.is_comma:
            return self._across_asides(words, last, floor)
        return self._adjacent(words, last, floor)

    def _adjacent(self, words: Sentence, last: int, floor: int) -> Subject | None:
        a = last
        while a > floor and not bounds_phrase(words[a - 1]):
            a -= 1
        a = skip_openers(words, a, last)
        person = self._person(words, a, last + 1) or self._named_before(words, a, floor)
        if person:
            return person
        if words[a].tag in PREPOSITIONS:
            body = self._body_ending(words, a, last + 1)
            if body:
                return body
            a = next((i for i in range(last, a, -1) if words[i].tag in ("DT", "PRP$")), last + 1)
        return self._phrase(words, a, last + 1)

    def _body_ending(self, words: Sentence, a: int, b: int) -> Subject | None:
        """The body named right before the verb: "opened in May and the council says"."""
        for start, end in self.mentions.bodies_in(words[a].start, words[b - 1].end):
            first = next(i for i in range(a, b) if words[i].end > start)
            if end == words[b - 1].end and words[first - 1].tag == "CC":
                return Subject(start, end, "name")
        return None

    def _body_before_clause(self, words: Sentence, a: int, b: int) -> Subject | None:
        """The body at the head of the words, where a clause follows: "the Eastbay Council over 300 roofs were"."""
        named = self.mentions.bodies_in(words[a].start, words[min(a + 2, b) - 1].end)
        return Subject(words[a].start, named[0][1], "name") if named and has_finite(words[a:b]) else None

    def _named_before(self, words: Sentence, a: int, floor: int) -> Subject | None:
        """The name before a title whose second comma is left out: "Jane Roe, a member of the board said"."""
        if a - 2 < floor or not words[a - 1].is_comma or words[a].tag not in ("DT", "NN", "JJ"):
            return None
        x, y = next(chunks_left(words, a - 1, floor), (a, a))
        if x == y or begins_aside(words[x]) or has_finite(words[x:y]):
            return None
        person = self._person(words, x, y)
        return person if person and person.end == words[y - 1].end else None

    def _across_asides(self, words: Sentence, comma: int, floor: int) -> Subject | None:
        """Over titles, ages and relative clauses back to the name they belong to."""
        phrase: Subject | None = None
        beyond_clause = False
        for a, b in chunks_left(words, comma, floor):
            if begins_aside(words[a]):
                continue
            person = self._person(words, a, b)
            if person and (not beyond_clause or person.end == words[b - 1].end):
                return person
            if beyond_clause:
                break
            beyond_clause = has_finite(words[a:b])
            phrase = phrase if beyond_clause else self._phrase(words, a, b) or phrase
            if phrase and phrase.form == "name" and words[a].start < phrase.start and words[a].tag != "CC":
                break  # "91-year-old Jane Roe"
        return phrase

    def _antecedent(self, words: Sentence, relative: int, floor: int) -> Subject | None:
        """Whom "who" stands for."""
        end = relative
        while end > floor and words[end - 1].is_comma:
            end -= 1
        if end <= floor:
            return None
        near = words[max(floor, end - _NEAR)].start
        for start, stop in reversed(self.mentions.persons_in(near, words[end - 1].end)):
            if stop >= words[end - 1].start:
                return Subject(start, stop, "name")
        return self._adjacent(words, end - 1, floor)

    def _shared(self, words: Sentence, last: int) -> Subject | None:
        """The subject of a verb before, where verbs share one: "She smiled and said".

        Of the verbs before, one of speech is taken rather than a verb of what is reported, and one that has a
        person for subject rather than another.
        """
        finite = [i for i in range(last, -1, -1) if words[i].is_finite]
        speaking = next((i for i in finite if words[main_verb(words, i)].cue), None)
        if speaking is not None:
            return self.subject_of(words, speaking)
        subjects = [self.subject_of(words, i) for i in finite[:_MOST_SHARING]]
        persons = (s for s in subjects if s is not None and self.is_person(words, s))
        return next(persons, subjects[0] if subjects else None)

    def _of_participle(self, words: Sentence, verb: int) -> Subject | None:
        """The subject of the verb that "adding that ..." goes with, or its own in "with Roe adding".

        In "quotes Roe, the chair, as saying" it is Roe.
        """
        if verb > 1 and words[verb - 1].lower == "as" and not words[verb - 2].tag.startswith("VB"):
            at = verb - 2
            return self._across_asides(words, at, 0) if words[at].is_comma else self._adjacent(words, at, 0)
        if verb and words[verb - 1].tag[:2] in ("NN", "PR"):
            a = verb
            while a and not (words[a - 1].lower == "with" or words[a - 1].is_comma):
                a -= 1
            return self._person(words, a, verb) or self._phrase(words, a, verb)
        finite = [i for i in range(verb) if words[i].is_finite]
        speaking = [i for i in finite if words[i].cue]
        main = speaking[-1:] or finite[:1]
        return self.subject_of(words, main[0]) if main else None

    # --- phrases ---

    def _person(self, words: Sentence, a: int, b: int) -> Subject | None:
        """The person a phrase is about: not one in it after a preposition, nor one who owns something."""
        if a >= b:
            return None
        for start, end in self.mentions.persons_in(words[a].start, words[b - 1].end):
            at = next((i for i in range(a, b) if words[i].end > start), b)
            after = next((i for i in range(at, b) if words[i].start >= end), b)
            owns = after < b and words[after].lower in ("'s", "'")
            if not owns and not _depends(words, a, at):
                return Subject(start, end, "name")
        return None

    def _phrase(self, words: Sentence, a: int, b: int) -> Subject | None:
        while a < b and (words[a].is_one_of("clause_openers") or words[a].tag == "CC"):
            a += 1
        b = before_participle(words, a, b)
        if not may_be_subject(words, a, b):
            return None
        a = bare_name_start(words, a, b)
        return _subject(words, a, b, "name" if is_written_as_name(words, a, b) else "phrase")


def _subject(words: Sentence, a: int, b: int, form: Form) -> Subject:
    return Subject(words[a].start, words[b - 1].end, form)


def _is_word(word: Word) -> bool:
    return not (word.is_comma or word.is_stop or word.tag == QUOTE)


def _is_coordinated(words: Sentence, last: int) -> bool:
    """Whether "and" or "but" stands before the verb, with a comma perhaps."""
    return words[last].tag == "CC" or (words[last].is_comma and last > 0 and words[last - 1].tag == "CC")


def _is_honorific(word: Word) -> bool:
    """Whether it is "Mr.", "Gen.", "Senator" before a name."""
    is_cut_short = word.text.endswith(".") and len(word.text) <= _LONGEST_HONORIFIC
    return is_cut_short or (word.text[0].isupper() and is_role(word.text))


def _depends(words: Sentence, a: int, at: int) -> bool:
    """Whether a preposition governs the name at `at`: "a lawyer for Mr. Roe"."""
    before = at - 1
    while before >= a and _is_honorific(words[before]):
        before -= 1
    if before < a:
        return False
    return words[before].tag in PREPOSITIONS and not words[before].is_one_of("clause_openers")
