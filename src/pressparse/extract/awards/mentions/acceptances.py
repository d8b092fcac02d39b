"""Who takes a prize for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.extract.awards.clauses.grammar import Clause, Sentence
from pressparse.extract.awards.mentions.arguments import agent_of, relative_prize, subject_range
from pressparse.extract.awards.mentions.details import details_of
from pressparse.extract.awards.mentions.mention import Mention
from pressparse.extract.awards.names.prize import Prize
from pressparse.extract.awards.tokens import Range, is_name_word

if TYPE_CHECKING:
    from spacy.tokens import Doc


def taken_for(sentence: Sentence, clause: Clause) -> Mention | None:
    """Who takes the prize for whom: "accepted by her son", "collected it for the parish"."""
    doc = sentence.doc
    acceptor = agent_of(sentence, clause) if clause.passive else subject_range(clause)
    behalf = _behalf(sentence, clause)
    spoken_of = _prize_spoken_of(sentence, clause)
    if acceptor is None or spoken_of is None or (behalf is None and clause.lemma == "receive"):
        return None
    if behalf is None and not clause.passive:
        pronoun = next((p for p in clause.parts if p.marker == "for" and _is_one_person(doc, p.range)), None)
        behalf = pronoun.range if pronoun else None
    kept = [part for part in clause.parts if part.marker != "by"]
    details = details_of(sentence, clause, kept, None)
    recipients = (behalf,) if behalf else ()
    return Mention(
        "acceptance",
        _first(spoken_of),
        recipients,
        details,
        Range(sentence.start, sentence.end),
        "won",
        acceptor,
    )


def _first(prizes: list[Prize]) -> Prize | None:
    return prizes[0] if prizes else None


def _is_one_person(doc: Doc, where: Range) -> bool:
    return doc[where.start].tag_ == "PRP" or all(is_name_word(t) for t in doc[where.start : where.end])


def _prize_spoken_of(sentence: Sentence, clause: Clause) -> list[Prize] | None:
    """The prizes in object or subject; an empty list for "it"; None where the verb takes something else."""
    bare = clause.part("")
    where = subject_range(clause) if clause.passive else (bare.range if bare else None)
    relative = relative_prize(sentence, clause)
    if relative:
        return [relative]
    if where is None:
        return [] if clause.passive else None
    prizes = sentence.prizes_in(where)
    pronoun = sentence.doc[where.start].lower_ in {
        "it",
        "them",
        "that",
        "this",
        "one",
        "hers",
        "theirs",
        "his",
    }
    return prizes if prizes or pronoun or clause.passive else None


def _behalf(sentence: Sentence, clause: Clause) -> Range | None:
    """For whom: "on behalf of the company", "on her behalf"."""
    part = clause.part("on behalf of")
    if part:
        return part.range
    for other in clause.parts:
        if other.marker == "on" and any(t.lower_ == "behalf" for t in sentence.doc[other.start : other.end]):
            behalf = next(t.i for t in sentence.doc[other.start : other.end] if t.lower_ == "behalf")
            return Range(other.start, behalf)
    return None
