"""Reported speech without quotation marks: "Roe said that X", "X, Roe said", "According to Roe, X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressparse.extract.quotes.attribution import is_passive, is_unreal, is_verb_of_speech
from pressparse.extract.quotes.clauses import (
    begins_clause,
    clause_end,
    has_finite,
    is_according_to,
    named_chunks_end,
    reported_clause_start,
)
from pressparse.extract.quotes.joining import Draft
from pressparse.extract.quotes.scene import Scene
from pressparse.extract.quotes.speakers import head_of, speaks_as_document
from pressparse.extract.quotes.subjects import RELATIVES, Subject, SubjectFinder, is_day, is_inverted
from pressparse.extract.quotes.verbs import is_of
from pressparse.extract.quotes.words import Sentence, Word
from pressparse.rules import load_rules

_FIRST_AND_SECOND_PERSON = frozenset(("i", "we", "you"))
_FEWEST_WORDS = 2
_FEWEST_WORDS_OF_A_CLAUSE = 4  # a shorter one needs a verb that the tagger knows for one


@dataclass(frozen=True, slots=True)
class Reported:
    """A reported clause: what it says, as offsets, with its cue and the subject of the cue."""

    content: tuple[tuple[int, int], ...]
    cue: tuple[int, int]
    subject: Subject


def reported_speech(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Reported]:
    """The reported clauses of the body; one whose cue a quotation has already is that quotation's."""
    quoted_cues = {draft.attribution.cue for draft in drafts if draft.attribution is not None}
    for sentences in scene.sentences:
        for sentence in sentences:
            found = [r for r in _Reporter(scene.text, scene.finder, sentence).all() if r.cue not in quoted_cues]
            yield from _outermost(found)


class _Reporter:
    """Reads the reported clauses of one sentence."""

    def __init__(self, text: str, finder: SubjectFinder, words: Sentence) -> None:
        self.text, self.finder, self.words = text, finder, words

    def all(self) -> Iterator[Reported]:
        for at in range(len(self.words)):
            found = self._according_to(at) if is_according_to(self.words, at) else self._by_verb(at)
            if found is not None and self._is_report(found):
                yield found

    def _by_verb(self, verb: int) -> Reported | None:
        if not _may_report(self.words, verb):
            return None
        return self._ahead(verb) or self._around(verb)

    def _ahead(self, verb: int) -> Reported | None:
        """ Roe said (that) X """
        start = reported_clause_start(self.words, verb)
        if start is None:
            return None
        subject = self._subject(verb)
        if subject is None or not self._fits(verb, subject) or self._in_relative_clause(subject):
            return None
        end = clause_end(self.words, verb, start)
        if end - start < _FEWEST_WORDS_OF_A_CLAUSE and not has_finite(self.words[start:end]):
            return None
        return self._made([(start, end)], (verb, verb), subject)

    def _subject(self, verb: int) -> Subject | None:
        if self.words[verb].tag == "VBG":
            return self.finder.subject_of(self.words, verb)
        return self.finder.before(self.words, verb)

    def _in_relative_clause(self, subject: Subject) -> bool:
        """ "the tax, which he says is unfair": what is said is not a clause of its own."""
        at = next((i for i, word in enumerate(self.words) if word.end > subject.start), 0)
        return at > 0 and self.words[at - 1].lower in ("which", "who", "whom", "whose", "what")

    def _around(self, verb: int) -> Reported | None:
        """ X, Roe said · X, said Roe · X, Roe said, Y """
        inverted = is_inverted(self.words, verb, self.finder)
        if is_of(self.words[verb].cue, "ahead_only") or not (inverted or self._ends_clause(verb)):
            return None
        subject = self.finder.after(self.words, verb) if inverted else self.finder.before(self.words, verb)
        comma = self._comma_before(verb if inverted else None, verb, subject)
        if subject is None or comma is None or not has_finite(self.words[:comma]) or not self._fits(verb, subject):
            return None
        return self._made([(0, comma), *self._resumed(verb)], (verb, verb), subject)

    def _ends_clause(self, verb: int) -> bool:
        if verb + 1 >= len(self.words):
            return True
        following = self.words[verb + 1]
        return following.is_comma or following.tag in (".", "IN", "RB", "NFP") or is_day(following)

    def _comma_before(self, inverted: int | None, verb: int, subject: Subject | None) -> int | None:
        """Where the comma stands that sets the attribution off from what is reported."""
        if subject is None:
            return None
        limit = verb if inverted is not None else next((i for i, w in enumerate(self.words) if w.end > subject.start), verb)
        comma = next((i for i in range(limit - 1, 0, -1) if self.words[i].is_comma), None)
        if comma is None or any(w.is_finite or w.lower in RELATIVES for w in self.words[comma:limit]):
            return None
        return comma

    def _resumed(self, verb: int) -> list[tuple[int, int]]:
        """What goes on after an attribution in the middle."""
        comma = next((i for i in range(verb + 1, min(verb + 4, len(self.words))) if self.words[i].is_comma), None)
        if comma is None or comma + 2 >= len(self.words):
            return []
        following = self.words[comma + 1]
        if following.tag == "VBG" or following.tag == "CC" or is_according_to(self.words, comma + 1):
            return []
        return [(comma + 1, clause_end(self.words, verb, comma + 1))]

    def _according_to(self, at: int) -> Reported | None:
        subject = self.finder.after(self.words, at + 1)
        if subject is None or head_of(self.text[subject.start : subject.end]) in _no_speakers():
            return None
        named = self._end_of_source(at, subject)
        led_in = at > 0 and self.words[at - 1].lower in ("that", "which", "and", "but")
        before = has_finite(self.words[:at]) and not led_in
        content = [(0, at)] if before else [(named, clause_end(self.words, at, named))]
        if at > 1 and not has_finite(self.words[:at]) and self.words[at - 1].is_comma:
            content.insert(0, (0, at))
        if not any(has_finite(self.words[a:b]) for a, b in content):
            return None
        return self._made(content, (at, at + 1), subject)

    def _end_of_source(self, at: int, subject: Subject) -> int:
        """Where what the source says begins: after the comma, or right after a name that none follows."""
        after = next((i for i, word in enumerate(self.words) if word.start >= subject.end), len(self.words))
        follows_name = subject.form == "name" and after < len(self.words) and begins_clause(self.words, after)
        return after if follows_name else named_chunks_end(self.words, at + 2, self.finder)

    def _fits(self, verb: int, subject: Subject) -> bool:
        """Whether such a subject says such a thing: what people "find" is no speech, what reports find is."""
        lemma = self.words[verb].cue
        return is_of(lemma, "report") or speaks_as_document(self.text[subject.start : subject.end])

    def _made(self, content: list[tuple[int, int]], cue: tuple[int, int], subject: Subject) -> Reported | None:
        spans = [span for a, b in content if (span := self._span(a, b))]
        if not spans:
            return None
        return Reported(tuple(spans), (self.words[cue[0]].start, self.words[cue[1]].end), subject)

    def _span(self, a: int, b: int) -> tuple[int, int] | None:
        """From the first word to the last one, without commas and full stops around them."""
        while a < b and _is_edge(self.words[a]):
            a += 1
        while b > a and _is_edge(self.words[b - 1]):
            b -= 1
        return (self.words[a].start, self.words[b - 1].end) if b - a >= _FEWEST_WORDS else None

    def _is_report(self, found: Reported) -> bool:
        spoken_of = self.text[found.subject.start : found.subject.end].lower()
        return spoken_of not in _FIRST_AND_SECOND_PERSON


def _may_report(words: Sentence, verb: int) -> bool:
    lemma = words[verb].cue
    if lemma is None or not (is_of(lemma, "report") or is_of(lemma, "document")):
        return False
    if words[verb].tag == "VB" or not is_verb_of_speech(words, verb):
        return False
    return not is_unreal(words, verb) and not is_passive(words, verb)


def _is_edge(word: Word) -> bool:
    return word.is_comma or word.text in (".", "!", "?", ":", "…", "...", ",")


def _no_speakers() -> frozenset[str]:
    return load_rules("speech").words("no_speaker_after_according_to")


def _outermost(found: Sequence[Reported]) -> list[Reported]:
    """Of reports within one another the outer one; but a source that quotes a speaker gives way to the speaker."""
    kept: list[Reported] = []
    for report in found:
        start, end = report.content[0][0], report.content[-1][1]
        inner = [r for r in found if r is not report and start <= r.cue[0] < end]
        outer = [r for r in found if r is not report and r.content[0][0] <= report.cue[0] < r.content[-1][1]]
        if not outer or all(_gives_way(r) for r in outer):
            if not (inner and _gives_way(report)):
                kept.append(report)
    return kept


def _gives_way(report: Reported) -> bool:
    return report.cue[1] - report.cue[0] == len("according to")
