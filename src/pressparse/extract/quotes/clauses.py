"""Where a reported clause begins in its sentence, after a verb or a phrase that brings a source."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from pressparse.extract.quotes.mentions import Mentions
from pressparse.extract.quotes.phrases import has_finite, is_day, skip_manner
from pressparse.extract.quotes.verbs import is_of, lemmas
from pressparse.extract.quotes.words import QUOTE, Sentence

# The tags of words that a subject begins with.
_CLAUSE_OPENERS = frozenset((
    "DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "JJR", "JJS", "EX", "PDT", "$", "VBG", QUOTE,
))  # fmt: skip
_TITLE_OPENERS = frozenset(("NN", "NNP", "DT", "JJ", "PRP$", "WP", "WDT", "VBN", "VBG"))
_OBJECT_RELATIVES = frozenset(("which", "who", "that", "whose", "whom", "where"))
_FURTHEST_THAT = 14  # words from the verb to its "that"
_FURTHEST_DAY = 5  # words from a preposition to the day or document that it leads to
_LONGEST_TIME = 4  # words of "60 years ago"
_LONGEST_NAME = 6  # words
_LONGEST_TITLE = 12  # words
_MOST_ASIDES = 2  # a name and a title


def reported_clause_start(words: Sentence, verb: int) -> int | None:
    """Where the clause that `words[verb]` reports begins, after "that" if there is one."""
    that = _that_after(words, verb)
    if that is not None:
        return that + 1 if _begins_what_is_said(words, verb, that + 1) else None
    if is_of(words[verb].cue, "needs_that"):
        return None
    start = _over_adverbials(words, verb + 1)
    if is_of(words[verb].cue, "hearer"):
        start = over_hearer(words, start, must_be_told=words[verb].cue == "tell")
    return start if begins_clause(words, start) else None


def _begins_what_is_said(words: Sentence, verb: int, start: int) -> bool:
    """Whether a clause follows "that"; in "new rules that could change" it stands for the rules."""
    return start < len(words) and not (words[start].is_finite and is_of(words[verb].cue, "needs_that"))


def _that_after(words: Sentence, verb: int) -> int | None:
    """A "that" which the verb governs: right after it, or after a hearer, an adverb, "in a statement"."""
    for at in range(verb + 1, min(verb + 1 + _FURTHEST_THAT, len(words))):
        word = words[at]
        if word.lower == "that":
            return at if at == verb + 1 or _leads_to_that(words, verb) else None
        if word.is_finite or word.tag == QUOTE or word.text in (":", ";"):
            return None
    return None


def _leads_to_that(words: Sentence, verb: int) -> bool:
    following = words[verb + 1]
    if is_of(words[verb].cue, "hearer") or is_day(following):
        return True
    return following.tag in ("IN", "TO", "RB", "RP") or following.lower in lemmas("manner")


def _over_adverbials(words: Sentence, at: int) -> int:
    """Over "also", "on Tuesday", "in a statement"."""
    at = skip_manner(words, at)
    while at < len(words):
        if is_day(words[at]) and not _is_determiner(words, at):
            at += 1
            continue
        is_adverbial = words[at].is_one_of("adverbial_prepositions")
        end = adverbial_end(words, at) if is_adverbial else _time_ago_end(words, at)
        if end is None:
            return at
        at = end
    return at


def _is_determiner(words: Sentence, at: int) -> bool:
    """Whether "this" or "last" stands before what is spoken of, not before a time: "said this tax is unfair"."""
    following = words[at + 1] if at + 1 < len(words) else None
    is_time = following is not None and (is_day(following) or following.is_one_of("times_of_day"))
    return words[at].text.islower() and words[at].tag in ("DT", "JJ") and not is_time


def _time_ago_end(words: Sentence, at: int) -> int | None:
    """Where "60 years ago" ends."""
    ago = next((i for i in range(at, min(at + _LONGEST_TIME, len(words))) if words[i].lower == "ago"), None)
    return ago + 1 if ago is not None and ago > at else None


def adverbial_end(words: Sentence, preposition: int) -> int | None:
    """Where "in a statement", "on Tuesday" ends, of which `preposition` is the first word."""
    for at in range(preposition + 1, min(preposition + _FURTHEST_DAY, len(words))):
        if is_day(words[at]) or words[at].lower in lemmas("occasions"):
            return at + 1
    return None


def over_hearer(words: Sentence, at: int, *, must_be_told: bool) -> int:
    """Over "him", "reporters", "Radio Nova", "the crowd" to what they are told.

    What one says has a hearer or not; what one tells always has, and nothing is told where a comma follows him.
    """
    if at < len(words) and words[at].tag == "PRP":
        return at + 1
    end = at + 1 if at < len(words) and words[at].tag in ("DT", "PRP$") else at
    nouns = ("NNP", "NNPS", "NNS") if end == at else ("JJ", "NN", "NNP", "NNPS", "NNS")
    while end < len(words) and words[end].tag in nouns:
        end += 1
    is_all = must_be_told and end < len(words) and words[end].is_comma
    return end if is_all or begins_clause(words, end) else at


def begins_clause(words: Sentence, start: int) -> bool:
    """Whether a clause with its own subject and verb may begin at `start`."""
    if start + 1 >= len(words):
        return False
    is_about = words[start].is_one_of("before_figures") and words[start + 1].tag == "CD"
    return (words[start].tag in _CLAUSE_OPENERS or is_about) and _has_own_verb(words, start)


def _has_own_verb(words: Sentence, start: int) -> bool:
    """Whether a finite verb follows that is not the verb of a relative clause."""
    in_relative = had_relative = had_comma = False
    for before, word in pairwise(words[start:]):
        goes_on = had_relative and (before.is_comma or before.tag == "CC")  # "which helps, and transition"
        if word.is_finite and before.is_comma and not had_comma:
            return False  # "who kept the equipment, was ..."
        if word.is_finite and not in_relative and not goes_on:
            return True
        had_comma = had_comma or before.is_comma
        if word.text in (":", ";"):
            return False
        had_relative = had_relative or word.lower in _OBJECT_RELATIVES
        in_relative = word.lower in _OBJECT_RELATIVES or (in_relative and not word.is_finite)
    return False


def source_phrase_end(words: Sentence, at: int) -> int | None:
    """Where a phrase ends that begins at `at` and brings a source: "according to", "in the words of"."""
    for phrase in _source_phrases():
        end = at + len(phrase)
        if end <= len(words) and all(words[at + i].lower == word for i, word in enumerate(phrase)):
            return end
    return None


@cache
def _source_phrases() -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(phrase.split()) for phrase in sorted(lemmas("source_phrases")))


def source_end(words: Sentence, start: int, mentions: Mentions) -> int:
    """Where what follows "according to Jane Roe, director of X," begins."""
    end = _next_comma(words, start)
    for _ in range(_MOST_ASIDES):
        following = _next_comma(words, end + 1)
        if following >= len(words) or not _is_apposition(words, end + 1, following, mentions):
            break
        if not has_finite(words[following:]):
            break
        end = following
    return min(end + 1, len(words))


def _is_apposition(words: Sentence, a: int, b: int, mentions: Mentions) -> bool:
    """Whether the part between two commas is a name or a title."""
    chunk = words[a:b]
    if not chunk or has_finite(chunk):
        return False
    if len(chunk) <= _LONGEST_NAME and mentions.persons_in(chunk[0].start, chunk[0].end):
        return True
    has_verb = any(word.tag.startswith("VB") or word.tag == QUOTE for word in chunk[1:])
    return chunk[0].tag in _TITLE_OPENERS and len(chunk) <= _LONGEST_TITLE and not has_verb


def _next_comma(words: Sentence, start: int) -> int:
    return next((i for i in range(start, len(words)) if words[i].is_comma), len(words))
