"""Whether a clause tells of an award that somebody has.

Not hoped for, denied, declined, or given every five years.
"""

from __future__ import annotations

from pressparse.extract.awards.clauses import Clause, Sentence
from pressparse.extract.awards.lexicon import words

_REACH = 7  # tokens before an infinitive in which its governor stands


def is_real(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause is told as a fact."""
    helpers = set(clause.helpers)
    if helpers & words("unreal") or is_custom(sentence) or ("first" in helpers and clause.passive):
        return False  # "was first won by": its history
    if "to" in clause.helpers:
        return _is_fact_by_governor(sentence, clause)
    return not _before(sentence, clause) & (words("refusals") | {"without", "if"})


def is_custom(sentence: Sentence) -> bool:
    """As in "is awarded every five years": the award's habit."""
    text = sentence.doc[sentence.start : sentence.end].text.lower()
    return any(custom in text for custom in words("customs"))


def _is_fact_by_governor(sentence: Sentence, clause: Clause) -> bool:
    before = _before(sentence, clause)
    if clause.subject and clause.subject.shared_with is not None:
        before |= {sentence.doc[clause.subject.shared_with].lower_}
    return bool(before & words("factual")) and not before & (words("refusals") | words("unreal"))


def _before(sentence: Sentence, clause: Clause) -> frozenset[str]:
    first = clause.verb - len(clause.helpers)
    start = max(sentence.start, first - _REACH)
    return frozenset(token.lower_ for token in sentence.doc[start:first])
