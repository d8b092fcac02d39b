"""Whether a clause tells of an award that somebody has.

Not hoped for, denied, declined, or given every five years.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.extract.awards.clauses.grammar import Clause, Sentence
from pressparse.extract.awards.lexicon import frame_of, words
from pressparse.extract.awards.tokens import RELATIVES, is_finite

if TYPE_CHECKING:
    from spacy.tokens import Doc
from pressparse.extract.awards.mentions.arguments import subject_prize

_NAMED_LABELS = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT"})
_OBJECT_REACH = 12  # tokens after the verb in which its object's head stands
_REACH = 7  # tokens before an infinitive in which its governor stands


def is_real(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause is told as a fact, and of an honour."""
    helpers = set(clause.helpers)
    if helpers & words("unreal") or is_custom(sentence) or ("first" in helpers and clause.passive):
        return False  # "was first won by": its history
    if _is_proposed(sentence, clause) or _is_topic(sentence, clause):
        return False
    if _is_habit(sentence, clause) or _is_about_money(sentence, clause) or _is_declined(sentence, clause):
        return False
    if "to" in helpers or _is_hoped(sentence, clause):
        return _is_fact_by_governor(sentence, clause)
    return not _before(sentence, clause) & (words("refusals") | {"without", "if"})


def _is_habit(sentence: Sentence, clause: Clause) -> bool:
    """As in "The award is presented to members who": in the present tense an event has somebody named."""
    doc = sentence.doc
    present = doc[clause.verb].tag_ in {"VBZ", "VBP"} and not clause.helpers
    present |= clause.passive and bool({"is", "are"} & set(clause.helpers)) and "being" not in clause.helpers
    of_the_prize = subject_prize(sentence, clause) is not None
    frames = {"give", "go", "honour"} if of_the_prize else {"give"}
    if sentence.headline or not present or frame_of(clause.lemma) not in frames:
        return False
    after = of_the_prize or not clause.passive
    told = doc[clause.verb + 1 : _relative_after(doc, clause)] if after else doc[clause.start : clause.verb]
    return not any(token.ent_type_ in _NAMED_LABELS for token in told)


def _relative_after(doc: Doc, clause: Clause) -> int:
    """Where a relative clause begins that says to whom a prize is given: "to farmers | who sell in Leeds"."""
    return next((t.i for t in doc[clause.verb : clause.end] if t.lower_ in RELATIVES), clause.end)


def _is_about_money(sentence: Sentence, clause: Clause) -> bool:
    """As in "received a Safety Award in the amount of $19,800", "awarded a contract"."""
    told = sentence.doc[clause.verb + 1 : clause.end]
    things = (token for token in told[:_OBJECT_REACH] if not sentence.prize_at(token.i))
    amount = any(phrase in told.text.lower() for phrase in ("in the amount of", "totaling", "totalling"))
    return amount or any(token.text in words("not_awards") for token in things)


def _is_topic(sentence: Sentence, clause: Clause) -> bool:
    """As in "Bestowing the medal on R is right": nobody has done so."""
    tokens = sentence.doc[sentence.start : sentence.end]
    first = next((token.i for token in tokens if token.is_alpha), None)
    return clause.subject is None and clause.verb == first and sentence.doc[clause.verb].tag_ == "VBG"


def _is_proposed(sentence: Sentence, clause: Clause) -> bool:
    """As in "the bill, which will award a medal to R"."""
    subject = clause.subject and sentence.doc[clause.subject.range.start : clause.subject.range.end]
    planned = "will" in clause.helpers or "to" in clause.helpers
    return planned and bool(subject) and any(token.lower_ in words("proposals") for token in subject or ())


def _is_declined(sentence: Sentence, clause: Clause) -> bool:
    """As in "R, who had been chosen for the medal, declined it"."""
    doc = sentence.doc
    for at in range(clause.verb + 1, sentence.end - 1):
        spoken_of = doc[at + 1].lower_ in {"it", "them", "both"} or (
            doc[at + 1].lower_ in {"the", "that", "this"} and sentence.prize_at(at + 2) is not None
        )
        if doc[at].lower_ in {"declined", "refused", "rejected", "renounced", "spurned"} and spoken_of:
            return True
    return False


def is_custom(sentence: Sentence) -> bool:
    """As in "is awarded every seven years": the award's habit."""
    text = sentence.doc[sentence.start : sentence.end].text.lower()
    return any(custom in text for custom in words("customs"))


def _is_hoped(sentence: Sentence, clause: Clause) -> bool:
    """As in "asked for help in getting the medal": no fact unless what stands before makes it one."""
    doc, first = sentence.doc, clause.verb - len(clause.helpers)
    gerund = doc[first].lower_.endswith("ing") and first - 1 > sentence.start
    return gerund and doc[first - 1].lower_ in {"in", "of", "toward", "towards", "from", "about", "at"}


def _is_fact_by_governor(sentence: Sentence, clause: Clause) -> bool:
    before = _before(sentence, clause)
    if clause.subject and clause.subject.shared_with is not None:
        before |= {sentence.doc[clause.subject.shared_with].lower_}
    one_of_some = {"one", "of"} <= before  # "one of three schools to receive"
    return (one_of_some or bool(before & words("factual"))) and not before & (
        words("refusals") | words("unreal")
    )


def _before(sentence: Sentence, clause: Clause) -> frozenset[str]:
    first = clause.verb - len(clause.helpers)
    start = max(sentence.start, first - _REACH)
    if clause.subject and sentence.doc[first].tag_ == "VBG":  # "I want to congratulate | R on winning"
        start = max(start, min(clause.subject.range.start, first))
    joined = sentence.doc[first - 1].tag_ == "CC" and is_finite(sentence.doc[first])
    if joined and "to" not in clause.helpers:  # "sang without a slip | and was given the prize"
        return frozenset(t.lower_ for t in sentence.doc[start:first]) & {"if", "whether", "unless"}
    words_ = sentence.doc[start:first]  # but "Try of the Year" is nobody's attempt
    return frozenset(t.lower_ for t in words_ if t.is_lower or not sentence.prize_at(t.i))
