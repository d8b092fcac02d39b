"""Who a quoted stretch is attributed to by the words around it, and by which cue."""

from __future__ import annotations

from collections.abc import Callable

from pressparse.extract.quotes.attribution_after import (
    according_to,
    as_put,
    in_next_sentence,
    subject_first,
    verb_first,
)
from pressparse.extract.quotes.attribution_before import by_colon, introduced, labelled, read_out
from pressparse.extract.quotes.fragments import part_of_clause, part_of_report, part_of_source
from pressparse.extract.quotes.quotation import Attribution, Quotation
from pressparse.extract.quotes.speakers import head_of
from pressparse.extract.quotes.subjects import SubjectFinder
from pressparse.extract.quotes.verb_context import first_finite, last_report, main_clause_start
from pressparse.extract.quotes.verbs import lemmas
from pressparse.extract.quotes.words import QUOTE, Sentence

Rule = Callable[[Quotation], Attribution | None]

# The forms of attribution, the surest first; the first that fits is taken.
FORMS: tuple[Rule, ...] = (
    verb_first,
    labelled,
    read_out,
    introduced,
    subject_first,
    according_to,
    as_put,
    by_colon,
    part_of_clause,
    part_of_source,
    part_of_report,
    in_next_sentence,
)
INTRODUCTIONS: tuple[Rule, ...] = (labelled, read_out, introduced, by_colon)


def attribution_of(quotation: Quotation, forms: tuple[Rule, ...] = FORMS) -> Attribution | None:
    """The attribution of a quotation by its own sentence or, in one form, by the next."""
    for form in forms:
        found = form(quotation)
        if found is not None:
            return None if _is_anonymous_wisdom(quotation.text, found) else found
    return None


def _is_anonymous_wisdom(text: str, found: Attribution) -> bool:
    """Whether it is a saying that nobody in the text says: "as the proverb goes"."""
    subject = found.subject
    return subject is not None and head_of(text[subject.start : subject.end]) in lemmas("sayings")


def attribution_to_paraphrase(
    finder: SubjectFinder, before: Sentence, *, needs_cue: bool
) -> Attribution | None:
    """The attribution of a quotation without a cue to the person that the sentence before it speaks of.

    That is whose words the sentence reports, or else, unless a cue is needed, whom it is about.
    """
    if any(word.tag == QUOTE for word in before):
        return None
    if before and before[-1].text == "?":
        return _attribution_to_question(finder, before)
    verb = last_report(before)
    if verb is None and not needs_cue:
        verb = first_finite(before, main_clause_start(before))
    subject = finder.subject_of(before, verb) if verb is not None else None
    if subject is None or not finder.is_person(before, subject):
        return None
    return Attribution(None, subject, "direct", (before[0].start, before[-1].end), "floating")


def _attribution_to_question(finder: SubjectFinder, before: Sentence) -> Attribution | None:
    """The answer to a question about somebody is that person's: Why did she stay? “It was late.”."""
    auxiliary = next((i for i, word in enumerate(before) if word.is_finite), None)
    subject = finder.after(before, auxiliary) if auxiliary is not None else None
    if subject is None or not finder.is_person(before, subject):
        return None
    return Attribution(None, subject, "direct", (before[0].start, before[-1].end), "floating")
