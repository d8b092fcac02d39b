"""Who got what, from verbs of calling and choosing: "G named R a Fellow", "R was shortlisted"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pressparse.extract.awards.clauses.grammar import Clause, Sentence
from pressparse.extract.awards.lexicon import words
from pressparse.extract.awards.mentions.arguments import (
    NAMED,
    agent_of,
    names_behind_colon,
    prizes_among,
    receiver_before,
    subject_prize,
    subject_range,
)
from pressparse.extract.awards.mentions.mention import Mention
from pressparse.extract.awards.mentions.telling import kinds_told_by, mention_of, with_prizes
from pressparse.extract.awards.names.prize import PrizeKind
from pressparse.extract.awards.tokens import Range
from pressparse.records import AwardStatus

_CALLED: frozenset[PrizeKind] = frozenset({"title", "rank", "degree", "named"})


def honour_mentions(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """As in "R was honoured with the prize", "the prize honours R for", "R was highly commended"."""
    bare = clause.part("")
    itself = subject_prize(sentence, clause)
    if itself and itself.kind in NAMED and bare and not clause.passive:
        yield mention_of(sentence, clause, itself, bare.range, clause.parts, None)
        return
    if clause.lemma == "commend" and clause.passive and "highly" in clause.helpers:
        yield from _put_forward(sentence, clause, "honorable_mention")
        return
    recipients = subject_range(clause) if clause.passive else (bare.range if bare else None)
    giver = agent_of(sentence, clause) if clause.passive else subject_range(clause)
    if recipients:
        markers = ("", "with", "as") if clause.passive else ("with", "as")
        yield from with_prizes(sentence, clause, recipients, giver, NAMED | {"weak"}, markers)


def name_mentions(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """As in "R was named Teacher of the Year by G", "G named R a Fellow", "G selected R for its Award"."""
    chosen = clause.lemma in {"select", "choose", "pick"}
    prizes = prizes_among(
        sentence, clause, _called_by(clause), ("", "as", "for", "to") if chosen else ("", "as")
    )
    if not prizes:
        if chosen and not clause.passive:
            yield from _chosen_for(sentence, clause)
        return
    if clause.passive:
        recipients = names_behind_colon(sentence, clause) or subject_range(clause)
        giver = agent_of(sentence, clause)
    else:
        bare = clause.part("")
        same = bare is not None and bare.range.overlaps(prizes[0][1].range)
        recipients = (
            receiver_before(sentence, prizes[0][1], clause.verb + 1)
            if same
            else (bare.range if bare else None)
        )
        giver = subject_range(clause)
    if recipients:
        for at, prize in prizes:
            yield mention_of(sentence, clause, prize, recipients, clause.parts[at + 1 :], giver)


def _called_by(clause: Clause) -> frozenset[PrizeKind]:
    """What a verb may call somebody: who makes things makes no prizes, but may make somebody a Knight."""
    return _CALLED - {"named"} if clause.lemma == "make" and not clause.passive else _CALLED


def _chosen_for(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """As in "The jury chose her for her work": the reason of an award told before."""
    bare, subject = clause.part(""), subject_range(clause)
    if bare and subject and sentence.doc[subject.end - 1].lower_ in words("juries"):
        mention = mention_of(sentence, clause, None, bare.range, clause.parts, None)
        if mention.details.reason:
            yield replace(mention, kind="context")


def nominate_mentions(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    return _put_forward(sentence, clause, "nominated")


def shortlist_mentions(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    return _put_forward(sentence, clause, "finalist")


def _put_forward(sentence: Sentence, clause: Clause, status: AwardStatus) -> Iterator[Mention]:
    """As in "R was nominated for the prize", "G nominated R for the prize"."""
    bare = clause.part("")
    recipients = subject_range(clause) if clause.passive else (bare.range if bare else None)
    if recipients is None:
        return
    prizes = prizes_among(
        sentence, clause, kinds_told_by(clause, NAMED | {"weak", "generic"}), ("for", "in", "as")
    )
    if not prizes and status == "honorable_mention":
        yield from _commended(sentence, clause, recipients)
    recipients = names_behind_colon(sentence, clause) or recipients
    for at, prize in prizes:
        told = mention_of(sentence, clause, prize, recipients, clause.parts[at + 1 :], None)
        yield replace(told, status=status)


def _commended(sentence: Sentence, clause: Clause, recipients: Range) -> Iterator[Mention]:
    """As in "R was highly commended in the school category at the Harbour Awards", "for its river songs"."""
    told = mention_of(sentence, clause, sentence.prize_at(clause.verb), recipients, clause.parts, None)
    if told.prize and (told.details.event or told.details.category or told.details.reason):
        yield told


def induct_mentions(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    bare = clause.part("")
    recipients = subject_range(clause) if clause.passive else (bare.range if bare else None)
    kinds: frozenset[PrizeKind] = frozenset({"hall", "rank", "named"})
    for at, prize in prizes_among(sentence, clause, kinds, ("into", "to", "as", "in")):
        if recipients:
            yield mention_of(
                sentence, clause, prize, recipients, clause.parts[at + 1 :], agent_of(sentence, clause)
            )


def announce_mentions(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """As in "the prize, which will be announced in Leeds on Friday": when and where, and no winner."""
    prize = subject_prize(sentence, clause)
    if prize and clause.passive:
        yield mention_of(sentence, clause, prize, None, clause.parts, None)
