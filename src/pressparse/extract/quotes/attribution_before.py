"""Attributions that come before their quotation."""

from __future__ import annotations

from pressparse.extract.quotes.not_speech import is_title_like
from pressparse.extract.quotes.phrases import has_finite
from pressparse.extract.quotes.quotation import Attribution, Quotation
from pressparse.extract.quotes.speakers import is_speaking_phrase
from pressparse.extract.quotes.subjects import Subject
from pressparse.extract.quotes.verb_context import first_finite, is_verb_of_speech
from pressparse.extract.quotes.verbs import is_of, lemmas
from pressparse.extract.quotes.words import QUOTE, Sentence, grammar
from pressparse.records import QuoteKind

_ALOUD = frozenset(("out", "aloud"))
_LONGEST_LABEL = 4  # words of a name that nothing else tells


def labelled(quotation: Quotation) -> Attribution | None:
    """As in Roe: “...”."""
    if quotation.before is None or quotation.before.text != ":":
        return None
    label = quotation.words[: quotation.at - 1]
    if not label or is_title_like(quotation.stretch.words):
        return None
    if any(w.is_finite or w.cue or w.tag == QUOTE for w in label):
        return None
    start, end = label[0].start, label[-1].end
    if len(label) == 1 and label[0].lower in lemmas("answer_labels") | lemmas("question_labels"):
        return Attribution(None, Subject(start, end, "pronoun"), "direct", (start, end), "label")
    mentions = quotation.finder.mentions
    names = mentions.persons_in(start, end) or mentions.bodies_in(start, end)
    if not names and len(label) <= _LONGEST_LABEL and all(word.text[0].isupper() for word in label):
        names = [(start, end)]
    if not names:
        return None
    return Attribution(None, Subject(*names[0], "name"), "direct", (start, end), "label")


def introduced(quotation: Quotation) -> Attribution | None:
    """As in Jane Roe, director of X, said in a statement: “...”."""
    before = quotation.before
    if before is None or not (before.text == ":" or before.is_comma or before.cue):
        return None
    verb = verb_before(quotation.words, quotation.at)
    if verb is None:
        return None
    if before.text != ":" and _leads_into_clause(quotation, verb):
        return None
    if before.text == ":" and _is_question_of_writer(quotation, verb):
        return None
    cue = quotation.words[verb].cue
    if before.text != ":" and quotation.is_name and cue not in lemmas("plain"):
        return None  # "sang “Home at Last”", "a reporter of the show, “Sixty Roofs,”"
    subject = quotation.finder.subject_of(quotation.words, verb)
    return quotation.attributed(quotation.words, verb, subject, _kind(quotation, verb), "before")


def _leads_into_clause(quotation: Quotation, verb: int) -> bool:
    """Whether the words before the quotation begin the clause that it is a part of."""
    between = quotation.words[verb + 1 : quotation.at]
    if between:
        return has_finite(between) or between[0].lower == "that"
    cue = quotation.words[verb]
    says = is_of(cue.cue, "report") or is_of(cue.cue, "document")
    return not quotation.starts_sentence and not says


def _kind(quotation: Quotation, verb: int) -> QuoteKind:
    if quotation.starts_sentence or quotation.words[quotation.at - 1].text == ":":
        return "direct"
    set_off = quotation.words[quotation.at - 1].is_comma and quotation.at - 1 > verb + 1
    return "direct" if set_off else "mixed"


def by_colon(quotation: Quotation) -> Attribution | None:
    """As in She had this to say: “...”."""
    words, at = quotation.words, quotation.at
    if quotation.before is None or quotation.before.text != ":":
        return None
    cue = verb_before(words, at)
    if cue is not None and not _is_question_of_writer(quotation, cue):
        return None
    verb = first_finite(words, 0 if cue is None else cue + 1)
    if verb is None or verb >= at:
        return None
    subject = quotation.finder.subject_of(words, verb)
    if subject is None or not (subject.form != "phrase" or is_speaking_phrase(_phrase(quotation, subject))):
        return None
    return Attribution(None, subject, "direct", (words[0].start, words[at - 1].end), "before")


def _is_question_of_writer(quotation: Quotation, cue: int) -> bool:
    """Whether the writer asked, and another verb brings the answer: "When I asked, she sent this: “...”"."""
    words = quotation.words
    subject = quotation.finder.subject_of(words, cue)
    is_writer = subject is not None and _phrase(quotation, subject).lower() in grammar("writer_and_reader")
    return is_writer and has_finite(words[cue + 1 : quotation.at])


def read_out(quotation: Quotation) -> Attribution | None:
    """As in Roe read out a message from Jane Poe: “...”: the words are the writer's, if one is named."""
    words = quotation.words
    reading = next((i for i in range(quotation.at - 1, 0, -1) if _is_reading(words, i)), None)
    if quotation.before is None or quotation.before.text != ":" or reading is None:
        return None
    between = range(reading + 1, quotation.at)
    if not any(words[i].lower in lemmas("messages") for i in between):
        return None
    sender = next((i for i in between if words[i].lower in ("from", "by")), None)
    subject = quotation.finder.after(words, sender) if sender is not None else None
    return quotation.attributed(words, reading, subject, "direct", "before")


def _is_reading(words: Sentence, at: int) -> bool:
    return words[at].lower in ("read", "reads", "reading") and words[at + 1].lower in _ALOUD


def _phrase(quotation: Quotation, subject: Subject) -> str:
    return quotation.text[subject.start : subject.end]


def verb_before(words: Sentence, at: int) -> int | None:
    """The attribution verb nearest before the quotation that can govern it."""
    for i in range(at - 1, -1, -1):
        if words[i].text in (";", ":") and i < at - 1:
            return None
        if words[i].cue and is_verb_of_speech(words, i):
            return i
    return None
