"""A sentence as attribution reads it: its words, with everything between quotation marks as one word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from pressparse.extract.quotes.retagging import retagged_as
from pressparse.extract.quotes.stretches import Stretch
from pressparse.extract.quotes.verbs import lemma_by_form, unmistakable_forms
from pressparse.rules import load_rules

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

QUOTE = "QUOTE"
FINITE_TAGS = frozenset(("VBD", "VBZ", "VBP", "MD"))
STOPS = frozenset((".", "!", "?", ":", "…", "..."))
_SENTENCE_ENDS = frozenset((".", "!", "?", "…", "..."))
_COMMAS = frozenset((",", "-", "--", "–", "—", ";"))
_LONGEST_BRACKET = 30  # words; a longer one is prose
_LONGEST_SENTENCE = 300  # words; bounds the work on text without full stops


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark of a sentence, or a whole quoted stretch.

    Attributes:
        tag: its Penn tag, or QUOTE.
        start: offset into the post's text, as `end`.
        stretch: what stands between the marks, where it is a quoted stretch.
    """

    text: str
    tag: str
    start: int
    end: int
    stretch: Stretch | None = None

    @property
    def lower(self) -> str:
        """The word in lower case, with a plain apostrophe."""
        return self.text.lower().replace("’", "'")

    @property
    def is_comma(self) -> bool:
        """Whether it sets off a part of the sentence: a comma, a dash, a semicolon."""
        return self.text in _COMMAS

    @property
    def is_stop(self) -> bool:
        """Whether a clause ends here at the latest."""
        return self.text in STOPS

    @property
    def cue(self) -> str | None:
        """The base form of the attribution verb that this word is, if it is one."""
        lemma = lemma_by_form().get(self.lower)
        if lemma is None or not self.text[0].isalpha():
            return None
        return lemma if self.tag[:2] in ("VB", "") or self.lower in unmistakable_forms() else None

    @property
    def is_finite(self) -> bool:
        """Whether it is tagged as a verb that has a subject."""
        return self.tag in FINITE_TAGS

    @property
    def _is_acronym(self) -> bool:
        """Whether it is a name that looks like a small word: WHO, IT."""
        return len(self.text) > 1 and self.text.isupper() and self.tag == "NNP"

    def is_one_of(self, word_list: str) -> bool:
        """Whether it is in a word list of `rules/grammar.toml`."""
        return self.lower in grammar(word_list) and not self._is_acronym


Sentence = Sequence[Word]


@cache
def grammar(word_list: str) -> frozenset[str]:
    """A word list of `rules/grammar.toml`."""
    return load_rules("grammar").words(word_list)


def sentences_of(doc: Doc, start: int, end: int, stretches: Sequence[Stretch]) -> list[list[Word]]:
    """The sentences of `[start, end)`, quoted stretches as one word each, brackets left out."""
    joined = _with_particles(_hyphenated_as_one(_words(doc, start, end, stretches)))
    words = _retagged(_without_brackets(joined))
    sentences: list[list[Word]] = [[]]
    for at, word in enumerate(words):
        sentences[-1].append(word)
        before = words[at - 1] if at else None
        following = words[at + 1] if at + 1 < len(words) else None
        if _ends_sentence(before, word, following) or len(sentences[-1]) >= _LONGEST_SENTENCE:
            sentences.append([])
    return [sentence for sentence in sentences if sentence]


def _words(doc: Doc, start: int, end: int, stretches: Sequence[Stretch]) -> Iterator[Word]:
    pending = [s for s in stretches if start <= s.quoted.outer_start < end]
    inside_until = start
    for token in _tokens(doc, start, end):
        while pending and token.idx + len(token) > pending[0].quoted.outer_start:
            stretch = pending.pop(0)
            inside_until = stretch.quoted.outer_end
            yield Word("“…”", QUOTE, stretch.quoted.outer_start, inside_until, stretch)
        if token.idx >= inside_until and not token.is_space:
            yield Word(token.text, token.tag_, token.idx, token.idx + len(token))


def _tokens(doc: Doc, start: int, end: int) -> Iterator[Token]:
    span = doc.char_span(start, end, alignment_mode="expand")
    return iter(span if span is not None else ())


def _hyphenated_as_one(words: Iterator[Word]) -> list[Word]:
    """Tokenizers cut "Faye-Brandis" in three; for us a hyphen inside a word is no dash."""
    joined: list[Word] = []
    for word in words:
        last = joined[-1] if joined else None
        if last is not None and _are_hyphenated(last, word):
            tag = last.tag if word.text == "-" else word.tag
            joined[-1] = Word(last.text + word.text, tag, last.start, word.end)
        else:
            joined.append(word)
    return joined


def _are_hyphenated(last: Word, word: Word) -> bool:
    touch = last.end == word.start and QUOTE not in (last.tag, word.tag)
    return touch and last.text != "-" and (word.text == "-" or last.text.endswith("-"))


def _with_particles(words: list[Word]) -> list[Word]:
    """A verb and its particle as one word, where they tell speech together alone: "chips in"."""
    forms = lemma_by_form()
    joined: list[Word] = []
    for word in words:
        verb = joined[-1] if joined else None
        if verb is not None and word.tag != QUOTE and f"{verb.lower} {word.lower}" in forms:
            joined[-1] = replace(verb, text=f"{verb.text} {word.text}", end=word.end)
        else:
            joined.append(word)
    return joined


def _without_brackets(words: list[Word]) -> list[Word]:
    """The words outside brackets: a party and state, a ticker, a short form do not break an attribution."""
    kept: list[Word] = []
    at = 0
    while at < len(words):
        close = _closing_bracket(words, at) if words[at].text in "([" else None
        if close is None:
            kept.append(words[at])
            at += 1
        else:
            at = close + 1
    return kept


def _closing_bracket(words: list[Word], at: int) -> int | None:
    for i in range(at + 1, min(at + _LONGEST_BRACKET, len(words))):
        if words[i].text in ")]":
            return i
        if words[i].text in "([":
            return None
    return None


def _retagged(words: list[Word]) -> list[Word]:
    forms = lemma_by_form()
    tags = retagged_as([(word.text.replace("’", "'"), word.tag, word.lower in forms) for word in words])
    return [replace(word, tag=tag) for word, tag in zip(words, tags, strict=True)]


def _ends_sentence(before: Word | None, word: Word, following: Word | None) -> bool:
    if following is None:
        return True
    begins = following.tag == QUOTE or following.text[0].isupper() or following.text[0].isdigit()
    if word.stretch is not None:
        return word.stretch.ends_sentence and following.tag != QUOTE and following.text[0].isupper()
    return word.text in _SENTENCE_ENDS and begins and not _ends_abbreviation(before, word, following)


def _ends_abbreviation(before: Word | None, stop: Word, following: Word) -> bool:
    """Whether the full stop belongs to "No. 22", "Supt. Roe", "J. Doe"."""
    if before is None or stop.text != "." or before.end != stop.start:
        return False
    if before.is_one_of("abbreviations_before_numbers"):
        return following.text[0].isdigit()
    is_initial = len(before.text) == 1 and before.text.isupper() and before.text != "I"
    return is_initial or before.is_one_of("abbreviated_titles")
