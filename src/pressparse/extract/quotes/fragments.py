"""Quoted parts of reported clauses: She said the plan was “a start”; he called it “a start”."""

from __future__ import annotations

from typing import Literal

from pressparse.extract.quotes.attribution_before import verb_before
from pressparse.extract.quotes.clauses import source_phrase_end
from pressparse.extract.quotes.not_speech import has_words
from pressparse.extract.quotes.phrases import PREPOSITIONS, has_finite, skip_manner
from pressparse.extract.quotes.quotation import Attribution, Manner, Quotation
from pressparse.extract.quotes.reporter import Reporter
from pressparse.extract.quotes.speakers import speaks_as_document
from pressparse.extract.quotes.subjects import Subject
from pressparse.extract.quotes.verb_context import is_passive, is_unreal
from pressparse.extract.quotes.verbs import is_of
from pressparse.extract.quotes.words import Sentence, grammar
from pressparse.records import QuoteKind

Use = Literal["reports", "describes", "finds"]

_FURTHEST_DESCRIBER = 12  # words
_WANTED = frozenset(("for", "on", "upon", "off", "out"))


def part_of_clause(quotation: Quotation) -> Attribution | None:
    """A part of what the verb before it reports, or the words that somebody is said to call something."""
    words, at = quotation.words, quotation.at
    verb = _passive_describer(words, at) or verb_before(words, at)
    if verb is None or is_unreal(words, verb) or not _is_worded(quotation):
        return None
    use = _use(quotation, verb)
    subject = _agent_or_subject(quotation, verb, use) if use else None
    if use is None or subject is None or not _may_say(quotation, subject, use):
        return None
    manner: Manner = "described" if use == "describes" else "before"
    return quotation.attributed(words, verb, subject, "mixed", manner)


def _passive_describer(words: Sentence, at: int) -> int | None:
    """The "called" of was called “...” by Jane Roe: nothing but the agent stands between it and the words."""
    near = range(at - 1, max(-1, at - _FURTHEST_DESCRIBER), -1)
    verb = next((i for i in near if words[i].cue or words[i].is_finite), None)
    return verb if verb and is_of(words[verb].cue, "describe") and is_passive(words, verb) else None


def _agent_or_subject(quotation: Quotation, verb: int, use: Use) -> Subject | None:
    """The verb's subject, or after "was called" the agent: “...” by Jane Roe, or by Jane Roe “...”."""
    words, at, finder = quotation.words, quotation.at, quotation.finder
    if use != "describes" or not is_passive(words, verb):
        return finder.subject_of(words, verb)
    by = next(
        (i for i in (*range(verb + 1, at), quotation.after) if i < len(words) and words[i].lower == "by"),
        None,
    )
    return finder.after(words, by) if by is not None else None


def part_of_source(quotation: Quotation) -> Attribution | None:
    """As in According to Jane Roe, the ferry costs “less than a sandwich”."""
    words, at = quotation.words, quotation.at
    begin, end = next(((i, end) for i in range(at) if (end := source_phrase_end(words, i))), (0, 0))
    if not end or not _is_worded(quotation):
        return None
    subject = quotation.finder.after(words, end - 1)
    if subject is None:
        return None
    cue = (words[begin].start, words[end - 1].end)
    stands_alone = words[at - 1].is_comma and quotation.starts_sentence
    kind: QuoteKind = "direct" if stands_alone else "mixed"
    return Attribution(cue, subject, kind, (words[begin].start, words[at].start), "according")


def part_of_report(quotation: Quotation) -> Attribution | None:
    """As in The review “found nothing” of note, said Jane Roe: a part of what is reported around a cue."""
    if not _is_worded(quotation):
        return None
    start, end = quotation.stretch.quoted.start, quotation.stretch.quoted.end
    for report in Reporter(quotation.text, quotation.finder, quotation.words).all():
        if report.holds(start, end):
            return Attribution(report.cue, report.subject, "mixed", report.cue, "before")
    return None


def _is_worded(quotation: Quotation) -> bool:
    """Whether the marks hold somebody's words, not a name or a term."""
    return has_words(quotation.stretch) and not quotation.is_name and not quotation.is_term


def _use(quotation: Quotation, verb: int) -> Use | None:
    """What the verb does with the words in marks."""
    words = quotation.words
    lemma, between = words[verb].cue, words[skip_manner(words, verb + 1) : quotation.at]
    if is_of(lemma, "report") and (quotation.starts_sentence or _may_be_clause(between)):
        return "reports"
    if is_of(lemma, "describe") and _names(between):
        return "describes"
    return "finds" if is_of(lemma, "document") else None


def _may_be_clause(between: Sentence) -> bool:
    """Whether the words between begin what is reported: not "pointed to the table with"."""
    has_that = any(word.lower == "that" for word in between)
    return has_that or not between or between[0].tag not in PREPOSITIONS or has_finite(between)


def _names(between: Sentence) -> bool:
    """Whether the words between are what is named: "called the data", not "called for talks"."""
    has_verb = any(word.tag.startswith("VB") for word in between)
    return not has_verb and not (between and between[0].lower in _WANTED)


def _may_say(quotation: Quotation, subject: Subject, use: Use) -> bool:
    phrase = quotation.text[subject.start : subject.end]
    if phrase.lower() in grammar("writer_and_reader"):
        return False
    return use != "finds" or speaks_as_document(phrase)
