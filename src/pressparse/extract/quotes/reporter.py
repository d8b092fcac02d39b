"""The reported clauses of one sentence: "Roe said that X", "X, Roe said", "According to Roe, X"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pressparse.extract.quotes.clause_ends import clause_end
from pressparse.extract.quotes.clauses import (
    adverbial_end,
    begins_clause,
    over_hearer,
    reported_clause_start,
    source_end,
    source_phrase_end,
)
from pressparse.extract.quotes.phrases import has_finite, is_day
from pressparse.extract.quotes.speakers import head_of, speaks_as_document
from pressparse.extract.quotes.subjects import Subject, SubjectFinder
from pressparse.extract.quotes.verb_context import is_passive, is_unreal, is_verb_of_speech
from pressparse.extract.quotes.verbs import is_of, lemmas
from pressparse.extract.quotes.words import QUOTE, Sentence, Word, grammar

_FEWEST_WORDS = 2
_FEWEST_WORDS_OF_A_CLAUSE = 4  # a shorter one needs a verb that the tagger knows for one
_FEWEST_WORDS_OF_A_SENTENCE = 6  # before "according to": so many are one, whatever their tags
_RESUMES_WITHIN = 4  # words after the verb of an attribution in the middle
_LONGEST_ATTRIBUTION = 20  # words of one that interrupts a clause
_LED_IN = frozenset(("that", "which", "and", "but"))
_OF_RELATIVE_CLAUSE = frozenset(("which", "who", "whom", "whose", "what"))

Part = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported clause.

    Attributes:
        content: what it says, as offsets.
        by_verb: whether a verb reports it, not "according to".
        needs_document: whether only a report or an inquiry says a thing in this way: "it found".
    """

    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    subject: Subject
    by_verb: bool
    needs_document: bool

    def holds(self, start: int, end: int) -> bool:
        """Whether the stretch lies in what is reported."""
        return any(a <= start and end <= b for a, b in self.content)

    def encloses(self, other: Reported) -> bool:
        """Whether the other's cue stands in what this one reports."""
        return self is not other and self.content[0][0] <= other.cue[0] < self.content[-1][1]


class Reporter:
    """Reads the reported clauses of one sentence."""

    def __init__(self, text: str, finder: SubjectFinder, words: Sentence) -> None:
        self.text, self.finder, self.words = text, finder, words

    def all(self) -> Iterator[Reported]:
        """The reports of the sentence, in the order of their cues."""
        for at in range(len(self.words)):
            end = source_phrase_end(self.words, at)
            found = self._by_source(at, end) if end else self._by_verb(at)
            if found is not None:
                yield found

    def _by_verb(self, verb: int) -> Reported | None:
        if not _may_report(self.words, verb):
            return None
        if self._is_parenthetical(verb):
            return self._around(verb) or self._ahead(verb)
        return self._ahead(verb) or self._around(verb)

    def _is_parenthetical(self, verb: int) -> bool:
        """Whether the verb and its subject stand between the only commas: "The roofs, said Roe, are old"."""
        only_comma = sum(word.is_comma for word in self.words[:verb]) == 1 and self.words[verb - 1].is_comma
        return only_comma and self.finder.is_inverted(self.words, verb)

    def _ahead(self, verb: int) -> Reported | None:
        """As in Roe said (that) X."""
        start = reported_clause_start(self.words, verb)
        if start is None:
            return None
        finder = self.finder
        is_participle = self.words[verb].tag == "VBG"
        subject = finder.subject_of(self.words, verb) if is_participle else finder.before(self.words, verb)
        if subject is None or not self._fits(verb, subject) or self._in_relative_clause(subject):
            return None
        end = clause_end(self.words, verb, start)
        if end - start < _FEWEST_WORDS_OF_A_CLAUSE and not has_finite(self.words[start:end]):
            return None
        return self._made([(start, end)], verb, verb, subject)

    def _around(self, verb: int) -> Reported | None:
        """As in X, Roe said; X, said Roe; X, Roe said, Y."""
        inverted = self.finder.is_inverted(self.words, verb)
        if is_of(self.words[verb].cue, "ahead_only") or not (inverted or self._ends_clause(verb)):
            return None
        subject = self.finder.after(self.words, verb) if inverted else self.finder.before(self.words, verb)
        if subject is None or not self._fits(verb, subject):
            return None
        comma = self._comma_before(verb if inverted else self._index(subject))
        content = [(0, comma), *self._resumed(verb)] if comma is not None else []
        if not any(_is_clause(self.words[a:b]) for a, b in content):
            return None
        return self._made(content, verb, verb, subject)

    def _by_source(self, at: int, end: int) -> Reported | None:
        """As in According to Roe, X; X, according to Roe: the phrase stands at `[at, end)`."""
        subject = self.finder.after(self.words, end - 1)
        if subject is None or head_of(self.text[subject.start : subject.end]) in lemmas("no_sources"):
            return None
        content = self._around_source(at, end, subject)
        if not any(has_finite(self.words[a:b]) for a, b in content):
            content = self._whole_clause(at, content)
        return self._made(content, at, end - 1, subject)

    def _whole_clause(self, at: int, content: list[Part]) -> list[Part]:
        """What is long enough to be a clause, though the tagger knows no verb in it."""
        if at >= _FEWEST_WORDS_OF_A_SENTENCE:
            return [(0, at)]
        return [(a, b) for a, b in content if at == 0 and b - a >= _FEWEST_WORDS_OF_A_SENTENCE]

    def _around_source(self, at: int, end: int, subject: Subject) -> list[Part]:
        led_in = at > 0 and self.words[at - 1].lower in _LED_IN
        if has_finite(self.words[:at]) and not led_in:
            return [(0, at)]
        start = self._end_of_source(end, subject)
        rest = (start, clause_end(self.words, at, start))
        is_in_the_middle = at > 1 and self.words[at - 1].is_comma
        return [(0, at), rest] if is_in_the_middle and not led_in else [rest]

    def _end_of_source(self, name: int, subject: Subject) -> int:
        """Where what the source says begins: after the comma, or right after a name that none follows."""
        after = next((i for i, word in enumerate(self.words) if word.start >= subject.end), len(self.words))
        if subject.form == "name" and begins_clause(self.words, after):
            return after
        return source_end(self.words, name, self.finder.mentions)

    def _ends_clause(self, verb: int) -> bool:
        after = verb + 1
        if self.words[verb].cue == "tell":
            after = over_hearer(self.words, after, must_be_told=True)
        if after >= len(self.words):
            return True
        following = self.words[after]
        if following.tag == "IN":  # "said in a statement", not "insisted in moving"
            return adverbial_end(self.words, after) is not None
        return following.is_comma or following.tag in (".", "RB", "NFP") or is_day(following)

    def _comma_before(self, at: int) -> int | None:
        """Where the comma stands that sets the attribution off from what is reported."""
        comma = next((i for i in range(at - 1, 0, -1) if self.words[i].is_comma), None)
        if comma is None or any(w.is_finite or w.is_one_of("relatives") for w in self.words[comma:at]):
            return None
        return comma

    def _resumed(self, verb: int) -> list[Part]:
        """What goes on after an attribution in the middle."""
        comma = self._comma_after(verb)
        if comma is None or comma + 2 >= len(self.words):
            return []
        goes_on = self.words[comma + 1]
        if (
            goes_on.tag in ("VBG", "CC")
            or goes_on.lower in _OF_RELATIVE_CLAUSE
            or source_phrase_end(self.words, comma + 1)
        ):
            return []
        return [(comma + 1, clause_end(self.words, verb, comma + 1))]

    def _comma_after(self, verb: int) -> int | None:
        """Where the attribution ends: soon, or where the clause that it interrupts goes on with its verb."""
        words, near = self.words, verb + _RESUMES_WITHIN
        commas = [
            i for i in range(verb + 1, min(verb + _LONGEST_ATTRIBUTION, len(words) - 1)) if words[i].is_comma
        ]
        interrupts = not has_finite(words[:verb])
        return next((i for i in commas if i < near or (interrupts and words[i + 1].is_finite)), None)

    def _index(self, subject: Subject) -> int:
        return next((i for i, word in enumerate(self.words) if word.end > subject.start), 0)

    def _in_relative_clause(self, subject: Subject) -> bool:
        """Whether what is said is no clause of its own: "the tax, which he says is unfair"."""
        at = self._index(subject)
        return at > 0 and self.words[at - 1].lower in _OF_RELATIVE_CLAUSE

    def _fits(self, verb: int, subject: Subject) -> bool:
        """Whether such a subject says such a thing: what people "find" is no speech, what reports find is."""
        phrase = self.text[subject.start : subject.end]
        if phrase.lower() in grammar("writer_and_reader") or phrase.lower().split()[0] in grammar("nobody"):
            return False
        return not self._needs_document(verb) or phrase.lower() == "it" or speaks_as_document(phrase)

    def _needs_document(self, verb: int) -> bool:
        return not is_of(self.words[verb].cue, "report")

    def _made(self, content: list[Part], first: int, last: int, subject: Subject) -> Reported | None:
        fewest = _FEWEST_WORDS if len(content) == 1 else 1
        told = [(a, b) for a, b in content if len(content) == 1 or not _is_adverbial(self.words[a:b])]
        spans = tuple(span for a, b in told if (span := self._span(a, b, fewest)))
        cue = (self.words[first].start, self.words[last].end)
        by_verb = first == last
        needs_document = by_verb and self._needs_document(first)
        return Reported(spans, cue, subject, by_verb, needs_document) if spans else None

    def _span(self, a: int, b: int, fewest: int) -> tuple[int, int] | None:
        """From the first word to the last one, without commas and full stops around them."""
        while a < b and _is_edge(self.words[a]):
            a += 1
        while b > a and _is_edge(self.words[b - 1]):
            b -= 1
        return (self.words[a].start, self.words[b - 1].end) if b - a >= fewest else None


def _may_report(words: Sentence, verb: int) -> bool:
    lemma = words[verb].cue
    is_of_headline = verb > 0 and words[verb].text[0].isupper()
    if is_of_headline or not (is_of(lemma, "report") or is_of(lemma, "document")):
        return False
    return is_verb_of_speech(words, verb) and not is_unreal(words, verb) and not is_passive(words, verb)


def _is_clause(words: Sentence) -> bool:
    """Whether a finite verb is among the words, or may be in a quoted part of them."""
    return has_finite(words) or any(word.tag == QUOTE for word in words)


def _is_adverbial(words: Sentence) -> bool:
    """Whether nothing but "Indeed," "And yet" or "In a letter" stands there."""
    if words and words[0].tag == "IN":
        return not has_finite(words) and any(word.lower in lemmas("occasions") for word in words)
    return all(word.tag in ("RB", "CC") or word.is_comma for word in words)


def _is_edge(word: Word) -> bool:
    return word.is_comma or word.is_stop or word.text == "#"
