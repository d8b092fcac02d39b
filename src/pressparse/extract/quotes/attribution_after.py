"""Attributions that follow their quotation."""

from __future__ import annotations

from pressparse.extract.quotes.clauses import source_phrase_end
from pressparse.extract.quotes.phrases import has_finite
from pressparse.extract.quotes.quotation import Attribution, Quotation
from pressparse.extract.quotes.verb_context import first_finite, takes_clause
from pressparse.extract.quotes.verbs import is_of, lemmas
from pressparse.extract.quotes.words import QUOTE, Sentence

_NO_SUBJECT = frozenset(("IN", "TO", "CC", "WDT", "WP", "VBG", "VBN"))
_MAY_FOLLOW_CUE = frozenset((".", "IN", "RB", "NNP", "TO"))


def verb_first(quotation: Quotation) -> Attribution | None:
    """As in “...,” said Jane Roe."""
    words, verb = quotation.words, quotation.after
    if verb >= len(words) or words[verb].cue is None or not quotation.stands_as_speech:
        return None
    if not any(is_of(words[verb].cue, verb_class) for verb_class in ("report", "speak", "phrasal")):
        return None
    following = words[verb + 1].lower if verb + 1 < len(words) else ""
    if words[verb].tag == "VBG" or following in ("that", "to"):  # "continues to grow"
        return None
    subject = quotation.finder.after(words, verb)
    return quotation.attributed(words, verb, subject, quotation.kind, "after")


def subject_first(quotation: Quotation) -> Attribution | None:
    """As in “...,” Jane Roe, director of X, said."""
    words, begin = quotation.words, quotation.after
    verb = first_finite(words, begin)
    if verb is None or verb == begin or words[verb].cue is None or not quotation.stands_as_speech:
        return None
    if words[begin].tag in _NO_SUBJECT or takes_clause(words, verb):
        return None
    subject = quotation.finder.before(words, verb)
    if subject is None or (quotation.is_name and subject.start > words[begin].start):
        return None  # the “Fair Roofs Act,” legislation Roe wrote
    return quotation.attributed(words, verb, subject, quotation.kind, "after")


def according_to(quotation: Quotation) -> Attribution | None:
    """As in “...,” according to Jane Roe."""
    words, begin = quotation.words, quotation.after
    end = source_phrase_end(words, begin)
    if end is None:
        return None
    subject = quotation.finder.after(words, end - 1)
    cue = (words[begin].start, words[end - 1].end)
    return Attribution(cue, subject, quotation.kind, (words[begin].start, words[-1].end), "according")


def as_put(quotation: Quotation) -> Attribution | None:
    """As in “so simple that it hurts”, as the jury put it."""
    words, begin = quotation.words, quotation.after
    if begin >= len(words) or words[begin].lower != "as" or quotation.is_name:
        return None
    verb = first_finite(words, begin + 1)
    if verb is None or words[verb].cue is None or has_finite(words[verb + 1 :]):
        return None
    subject = quotation.finder.before(words, verb)
    return quotation.attributed(words, verb, subject, quotation.kind, "after") if subject else None


def in_next_sentence(quotation: Quotation) -> Attribution | None:
    """As in “Is it?” Roe asked: a sentence that does nothing but attribute."""
    words = quotation.following
    if quotation.at != len(quotation.words) - 1 or not quotation.stretch.ends_sentence:
        return None
    verb = first_finite(words, 0)
    if not verb or words[verb].cue is None or words[verb].cue in lemmas("answers"):
        return None
    if not _does_nothing_else(words, verb):
        return None
    subject = quotation.finder.before(words, verb)
    return quotation.attributed(words, verb, subject, "direct", "after") if subject else None


def _does_nothing_else(words: Sentence, verb: int) -> bool:
    rest = words[verb + 1 :]
    if takes_clause(words, verb) or has_finite(rest) or any(w.tag == QUOTE or w.text == ":" for w in rest):
        return False
    return not rest or rest[0].tag in _MAY_FOLLOW_CUE or is_of(words[verb].cue, "hearer")
