"""Where a reported clause begins and ends in its sentence."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse.extract.quotes.subjects import SubjectFinder, is_day, skip_manner
from pressparse.extract.quotes.verbs import is_of
from pressparse.extract.quotes.words import QUOTE, Sentence, Word
from pressparse.rules import load_rules

_CLAUSE_OPENERS = frozenset(("DT", "PRP", "PRP$", "NN", "NNS", "NNP", "NNPS", "CD", "JJ", "JJR", "JJS", "EX", "PDT", "$", "VBG", QUOTE))
_CONTRASTS = frozenset(("and", "but", "although", "though", "while", "whereas", "however"))
_ADVERBIAL_PREPOSITIONS = frozenset(("in", "on", "at", "during", "via", "through", "by", "to", "after", "before"))
_FURTHEST_THAT = 14  # words from the verb to its "that"
_NEXT_ATTRIBUTION = 12  # words in which a new attribution may follow a conjunction
_LONGEST_NAME = 6  # words
_MOST_ASIDES = 2  # a name and a title
_TITLE_OPENERS = frozenset(("NN", "NNP", "DT", "JJ", "PRP$", "WP", "WDT", "VBN", "VBG"))


def reported_clause_start(words: Sentence, verb: int) -> int | None:
    """Where the clause that `words[verb]` reports begins, after "that" if there is one."""
    that = _that_after(words, verb)
    if that is not None:
        return that + 1 if that + 1 < len(words) else None
    if is_of(words[verb].cue, "needs_that") and words[verb].cue != "tell":
        return None
    start = _over_adverbials(words, verb + 1)
    if is_of(words[verb].cue, "hearer"):
        start = _over_hearer(words, start)
    return start if begins_clause(words, start) else None


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
    if is_of(words[verb].cue, "hearer"):
        return True
    return following.tag in ("IN", "TO", "RB", "RP") or is_day(following) or following.lower in load_rules("speech").words("manner")


def _over_adverbials(words: Sentence, at: int) -> int:
    """Over "also", "on Tuesday", "in a statement"."""
    documents = load_rules("speech").words("documents") | {"interview", "conference", "briefing", "interviews"}
    at = skip_manner(words, at)
    while at < len(words):
        if is_day(words[at]):
            at += 1
            continue
        if words[at].lower not in _ADVERBIAL_PREPOSITIONS:
            return at
        end = next(
            (i for i in range(at + 1, min(at + 5, len(words))) if is_day(words[i]) or words[i].lower in documents), None
        )
        if end is None:
            return at
        at = end + 1
    return at


def _over_hearer(words: Sentence, at: int) -> int:
    """Over "him", "reporters", "Radio Nova" to what they are told."""
    if at < len(words) and words[at].tag == "PRP":
        return at + 1
    while at < len(words) and words[at].tag in ("NNP", "NNPS", "NNS"):
        at += 1
    return at


def begins_clause(words: Sentence, start: int) -> bool:
    """Whether a clause with its own subject and verb may begin at `start`."""
    if start + 1 >= len(words):
        return False
    opens = words[start].tag in _CLAUSE_OPENERS or (words[start].tag == "RB" and words[start + 1].tag == "CD")
    return opens and _has_own_verb(words, start)


def _has_own_verb(words: Sentence, start: int) -> bool:
    relative = False
    for word in words[start + 1 :]:
        if word.is_finite and not relative:
            return True
        if word.text in (":", ";"):
            return False
        relative = word.lower in ("which", "who", "that") or (relative and not word.is_finite)
    return words[start].tag == QUOTE


def has_finite(words: Sequence[Word]) -> bool:
    """Whether a finite verb is among the words."""
    return any(word.is_finite for word in words)


def clause_end(words: Sentence, verb: int, start: int) -> int:
    """Where the clause ends that begins at `start`: with its sentence, or where another attribution or deed begins."""
    for at in range(start + 1, len(words)):
        if (words[at].is_comma or words[at].lower in _CONTRASTS) and _begins_something_new(words, verb, start, at):
            return at
    return len(words)


def _begins_something_new(words: Sentence, verb: int, start: int, at: int) -> bool:
    after = at
    while after < len(words) and (words[after].is_comma or words[after].lower in _CONTRASTS or words[after].tag == "RB"):
        after += 1
    if after >= len(words):
        return False
    following = words[after]
    if following.tag == "VBG" and (following.cue or following.lower == "citing") and words[at].is_comma:
        return True
    if is_according_to(words, after):
        return True
    joined = any(word.lower in _CONTRASTS for word in words[at:after])
    if joined and following.is_finite:
        return _goes_on_after_report(words, verb, start, at, after)
    return joined and _attributes_anew(words, after)


def _goes_on_after_report(words: Sentence, verb: int, start: int, at: int, after: int) -> bool:
    """ "Roe said he was ill, and left": the verb goes with "said", not with what is reported."""
    if is_of(words[after].cue, "report") and reported_clause_start(words, after) is not None:
        return True
    same_tense = words[after].tag == words[verb].tag == "VBD"
    return words[at].is_comma and same_tense


def _attributes_anew(words: Sentence, start: int) -> bool:
    """ ", although Poe warned that ..." """
    if words[start].lower == "that":
        return False
    for at in range(start + 1, min(start + _NEXT_ATTRIBUTION, len(words))):
        if words[at].is_finite and (is_of(words[at].cue, "report") or is_of(words[at].cue, "describe")):
            return True
        if words[at].is_comma or words[at].is_finite or words[at].tag == QUOTE:
            return False
    return False


def is_according_to(words: Sentence, at: int) -> bool:
    """Whether "according to" stands at `at`."""
    return at + 1 < len(words) and words[at].lower == "according" and words[at + 1].lower == "to"


def named_chunks_end(words: Sentence, start: int, finder: SubjectFinder) -> int:
    """Where what follows "according to Jane Roe, director of X," begins."""
    end = _next_comma(words, start)
    for _ in range(_MOST_ASIDES):
        if end + 1 >= len(words):
            break
        following = _next_comma(words, end + 1)
        chunk = words[end + 1 : following]
        is_name = len(chunk) <= _LONGEST_NAME and bool(finder.mentions.persons_in(words[end + 1].start, words[end + 1].end))
        is_title = bool(chunk) and chunk[0].tag in _TITLE_OPENERS and len(chunk) <= 2 * _LONGEST_NAME
        is_title = is_title and not any(word.tag[:2] in ("VB", QUOTE[:2]) for word in chunk[1:])
        if following >= len(words) or has_finite(chunk) or not (is_name or is_title) or not has_finite(words[following:]):
            return end + 1
        end = following
    return end + 1


def _next_comma(words: Sentence, start: int) -> int:
    return next((i for i in range(start, len(words)) if words[i].is_comma), len(words))
