"""One clause's mentions of its prizes: what every frame of award verbs shares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressparse.extract.awards.clauses.grammar import Clause, Part, Sentence
from pressparse.extract.awards.lexicon import words
from pressparse.extract.awards.mentions.arguments import (
    NAMED,
    gapped_prizes,
    gapped_receiver,
    listed_after,
    prizes_among,
)
from pressparse.extract.awards.mentions.details import details_of, with_giver
from pressparse.extract.awards.mentions.mention import Details, Mention, MentionKind
from pressparse.extract.awards.names.prize import Prize, PrizeKind
from pressparse.extract.awards.phrases import party_ranges
from pressparse.extract.awards.tokens import Range
from pressparse.records import AwardStatus

GIVEN: frozenset[PrizeKind] = NAMED | {"weak", "class", "generic"}


# Verbs that say themselves that what they govern is an award, or nearly so.
_TELLING = frozenset(
    {"award", "confer", "bestow", "present", "win", "receive", "nominate", "shortlist", "honour", "honor"}
)


def kinds_told_by(clause: Clause, kinds: frozenset[PrizeKind]) -> frozenset[PrizeKind]:
    """The kinds of prizes that a clause may tell of: what is but labelled one needs a verb of awards."""
    return kinds | {"labelled"} if clause.lemma in _TELLING else kinds


def with_prizes(
    sentence: Sentence, clause: Clause, recipients: Range, giver: Range | None, kinds: frozenset[PrizeKind],
    markers: tuple[str, ...],
) -> Iterator[Mention]:  # fmt: skip
    """Every prize that the clause gives one and the same party.

    Where a prize has a party of its own, to that.
    """
    prizes = prizes_among(sentence, clause, kinds_told_by(clause, kinds), markers)
    prizes = listed_after(sentence, clause, prizes) or prizes
    parties = tuple(party_ranges(sentence.doc, recipients))
    if len(prizes) == len(parties) and "respectively" in {
        t.lower_ for t in sentence.doc[clause.verb : clause.end]
    }:
        for (at, prize), party in zip(prizes, parties, strict=True):
            yield mention_of(sentence, clause, prize, party, clause.parts[at + 1 :], giver)
        return
    for at, prize in prizes:
        own = gapped_receiver(sentence, prize, clause.parts[at]) if (at, prize) != prizes[0] else None
        yield mention_of(sentence, clause, prize, own or recipients, clause.parts[at + 1 :], giver)
    for prize, own in gapped_prizes(sentence, clause, [prize for _, prize in prizes]):
        yield mention_of(sentence, clause, prize, own, (), None)
    if not prizes and clause.lemma in {"award"} and _is_unnamed_award(sentence, clause):
        yield mention_of(sentence, clause, None, recipients, clause.parts, giver)


def _is_unnamed_award(sentence: Sentence, clause: Clause) -> bool:
    """As in "awarded Ms. Roe at a ceremony for her work": the honour has no name, yet it is one."""
    details = details_of(sentence, clause, clause.parts, None)
    text = [token.lower_ for token in sentence.doc[clause.verb : clause.end]]
    is_thing = any(word in words("not_awards") or word[0] in "$€£" for word in text)
    return bool(details.reason and "ceremony" in text) and not is_thing


def mention_of(
    sentence: Sentence, clause: Clause, prize: Prize | None, recipients: Range | None, parts: Sequence[Part],
    giver: Range | None,
) -> Mention:  # fmt: skip
    details = _all_told(sentence, clause, details_of(sentence, clause, parts, prize))
    status = _status_of(sentence, prize)
    kind: MentionKind = "award" if recipients else "context"
    return Mention(
        kind,
        prize,
        (recipients,) if recipients else (),
        with_giver(sentence.doc, details, giver),
        _evidence(sentence),
        status,
    )


def _status_of(sentence: Sentence, prize: Prize | None) -> AwardStatus:
    """What the award's own words tell: "an honourable mention", "several Harbour Prize nominations"."""
    if prize and prize.kind == "mention":
        return "honorable_mention"
    after = sentence.doc[prize.end].lower_ if prize and prize.end < sentence.end else ""
    return "nominated" if after in {"nomination", "nominations"} else "won"


def _all_told(sentence: Sentence, clause: Clause, details: Details) -> Details:
    """Ceremony, place and date hold for every award of a clause, wherever in it they stand."""
    whole = details_of(sentence, clause, clause.parts, None)
    return Details(
        details.giver,
        details.event or whole.event,
        details.place or whole.place,
        details.date or whole.date,
        details.category or whole.category,
        details.reason,
    )


def _evidence(sentence: Sentence) -> Range:
    return Range(sentence.start, sentence.end)
