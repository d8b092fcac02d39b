"""Where a reported clause ends in its sentence."""

from __future__ import annotations

from pressparse.extract.quotes.clauses import reported_clause_start, source_phrase_end
from pressparse.extract.quotes.phrases import has_finite
from pressparse.extract.quotes.verbs import is_of
from pressparse.extract.quotes.words import QUOTE, Sentence, Word

_NEXT_WORDING = 5  # words from "called" to what something is called
_NEXT_ATTRIBUTION = 12  # words in which a new attribution may follow a conjunction


def clause_end(words: Sentence, verb: int, start: int) -> int:
    """Where the clause from `start` ends: with its sentence, or where another attribution or deed begins."""
    for at in range(start + 1, len(words)):
        may_end = words[at].is_comma or words[at].is_one_of("contrasts")
        if may_end and (_begins_something_new(words, verb, at) or _leaves_tense(words, verb, start, at)):
            return at
        if words[at].is_comma and _is_of_writer(words, at):
            return at
    return len(words)


def _begins_something_new(words: Sentence, verb: int, at: int) -> bool:
    after = at
    while after < len(words) and _joins(words[after]):
        after += 1
    if after >= len(words):
        return False
    is_cue = words[after].tag == "VBG" and (words[after].cue or words[after].lower == "citing")
    if (words[at].is_comma and is_cue) or source_phrase_end(words, after):
        return True
    if not any(word.is_one_of("contrasts") for word in words[at:after]):
        return False
    if words[after].is_finite:
        return _goes_with_attribution(words, verb, at, after)
    return _attributes_anew(words, after)


def _leaves_tense(words: Sentence, verb: int, start: int, comma: int) -> bool:
    """Whether a clause after ", and" is in another tense than the report: "said it would be, and it is"."""
    if (
        comma + 2 >= len(words)
        or not words[comma].is_comma
        or words[comma + 1].lower not in ("and", "but", "so")
    ):
        return False
    subject = words[comma + 2]
    if subject.lower == "that" or subject.is_finite:
        return False
    backshifted = words[verb].tag == "VBD" and _is_past(words, start)
    return backshifted and _is_present(words, comma + 2)


def _is_of_writer(words: Sentence, comma: int) -> bool:
    """Whether the writer goes on for himself: "said it was new; my own count is lower"."""
    after = comma + 1
    while after < len(words) and words[after].is_one_of("contrasts"):
        after += 1
    if after >= len(words) or not words[after].is_one_of("first_person"):
        return False
    return has_finite(words[after:]) and not any(w.is_one_of("first_person") for w in words[:comma])


def _is_past(words: Sentence, start: int) -> bool:
    finite = next((word for word in words[start:] if word.is_finite), None)
    return finite is not None and (finite.tag == "VBD" or finite.is_one_of("past_modals"))


def _is_present(words: Sentence, start: int) -> bool:
    finite = next((word for word in words[start:] if word.is_finite), None)
    return finite is not None and (finite.tag in ("VBZ", "VBP") or finite.is_one_of("present_modals"))


def _joins(word: Word) -> bool:
    return word.is_comma or word.is_one_of("contrasts") or word.tag == "RB"


def _goes_with_attribution(words: Sentence, verb: int, at: int, after: int) -> bool:
    """Whether the verb goes on from "said", not from what is reported: "Roe said he was ill, and left"."""
    if is_of(words[after].cue, "report") and _says_something(words, after):
        return True
    if is_of(words[after].cue, "describe") and _words_it(words, after):
        return True
    return words[at].is_comma and words[after].tag == words[verb].tag == "VBD"


def _words_it(words: Sentence, verb: int) -> bool:
    """Whether the verb goes with words in marks: "and called it “a mistake”"."""
    return any(word.tag == QUOTE for word in words[verb + 1 : verb + _NEXT_WORDING])


def _says_something(words: Sentence, verb: int) -> bool:
    quotes = verb + 1 < len(words) and (words[verb + 1].tag == QUOTE or words[verb + 1].text in (":", ","))
    return quotes or reported_clause_start(words, verb) is not None


def _attributes_anew(words: Sentence, start: int) -> bool:
    """Whether somebody else is quoted from here: ", although Poe warned that"."""
    if words[start].lower == "that":
        return False
    for word in words[start + 1 : start + _NEXT_ATTRIBUTION]:
        if word.is_finite and (is_of(word.cue, "report") or is_of(word.cue, "describe")):
            return True
        if word.is_comma or word.is_finite or word.tag == QUOTE:
            return False
    return False
