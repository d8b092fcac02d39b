"""A quoted stretch in its sentence, and what an attribution of it says."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pressparse.extract.quotes.not_speech import has_words, is_name_or_term, is_title_like
from pressparse.extract.quotes.stretches import Stretch
from pressparse.extract.quotes.subjects import Subject, SubjectFinder
from pressparse.extract.quotes.words import QUOTE, Sentence, Word
from pressparse.records import QuoteKind

Manner = Literal["after", "before", "according", "label", "described", "floating"]

_SPEECH_ENDS = frozenset(",!?—–-…")
_FEWEST_BEFORE_OUTER_COMMA = 3  # words of a quotation whose comma stands outside its marks
_FEWEST_WITHOUT_COMMA = 4
_LONGEST_TERM = 3  # words


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a sentence says of who spoke.

    Attributes:
        cue: the attribution verb, or "according to"; None for a mere label ("Roe: ...").
        subject: where the speaker is named or described.
        kind: direct, or mixed where the marks hold a part of a reported clause.
        clause: the words of the sentence that attribute; two stretches with one clause are one quote.
        manner: how the attribution was found.
    """

    cue: tuple[int, int] | None
    subject: Subject | None
    kind: QuoteKind
    clause: tuple[int, int]
    manner: Manner

    def attributes_with(self, other: Attribution) -> bool:
        """Whether both are one attribution, found from two stretches."""
        return self.cue == other.cue and self.clause == other.clause


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quoted stretch as a word of its sentence.

    Attributes:
        words: its sentence.
        at: which word it is.
        stretch: what stands between the marks.
        following: the next sentence of its block.
    """

    text: str
    finder: SubjectFinder
    words: Sentence
    at: int
    stretch: Stretch
    following: Sentence = ()

    @property
    def before(self) -> Word | None:
        """The word before it."""
        return self.words[self.at - 1] if self.at else None

    @property
    def after(self) -> int:
        """Where the sentence goes on, commas and dashes skipped."""
        begin = self.at + 1
        while begin < len(self.words) and self.words[begin].is_comma:
            begin += 1
        return begin

    @property
    def starts_sentence(self) -> bool:
        """Whether it begins as a sentence does, with a capital or a digit."""
        first = next((c for c in self.stretch.words if c.isalnum()), "")
        return first.isupper() or first.isdigit()

    @property
    def kind(self) -> QuoteKind:
        """Mixed where words of a clause lead into it, else direct."""
        led_into = self.before is not None and not self.before.is_comma and self.before.tag != QUOTE
        return "mixed" if led_into and not self.starts_sentence else "direct"

    @property
    def stands_as_speech(self) -> bool:
        """Whether it ends as speech does before its attribution: in a comma, inside or outside the marks."""
        if not has_words(self.stretch):
            return False
        if self.stretch.words[-1] in _SPEECH_ENDS or self.stretch.ends_sentence:
            return True
        length = len(self.stretch.words.split())
        if self.at + 1 < len(self.words) and self.words[self.at + 1].is_comma:
            return length >= _FEWEST_BEFORE_OUTER_COMMA and not is_title_like(self.stretch.words)
        long_enough = length >= _FEWEST_WITHOUT_COMMA and self.starts_sentence
        return long_enough and not is_title_like(self.stretch.words)

    @property
    def is_name(self) -> bool:
        """Whether the marks set off a title, a name or a defined term."""
        return is_title_like(self.stretch.words.rstrip(".,;")) or is_name_or_term(self.text, self.stretch)

    @property
    def is_term(self) -> bool:
        """Whether its clause goes on from it: the “movement” has grown, “mission mode” is over."""
        following = self.words[self.at + 1] if self.at + 1 < len(self.words) else None
        if following is None or self.stretch.words[-1] in _SPEECH_ENDS:
            return False
        length = len(self.stretch.words.split())
        goes_on = following.text[0].isalpha() and following.tag != "CC"
        is_predicate = self.before is not None and self.before.is_finite  # was “heartbroken” by it
        return (length == 1 and goes_on and not is_predicate) or (
            length <= _LONGEST_TERM and following.is_finite
        )

    def attributed(
        self, words: Sentence, verb: int, subject: Subject | None, kind: QuoteKind, manner: Manner
    ) -> Attribution:
        """Its attribution by `words[verb]`; the clause lies between the quotations around the verb."""
        left = next((i for i in range(verb, -1, -1) if words[i].tag == QUOTE), -1)
        right = next((i for i in range(verb, len(words)) if words[i].tag == QUOTE), len(words))
        clause = (words[left + 1].start, words[right - 1].end)
        return Attribution((words[verb].start, words[verb].end), subject, kind, clause, manner)
