"""From entries in tokens to records in characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.extract.awards.merge import Entry
from pressparse.extract.awards.names.prize import PrizeKind
from pressparse.extract.awards.parties import one_party
from pressparse.extract.awards.tokens import Range
from pressparse.records import Award
from pressparse.span import Span

if TYPE_CHECKING:
    from pressparse.nlp.reading import Reading

_CERTAINTY: dict[PrizeKind, float] = {
    "named": 0.9,
    "title": 0.85,
    "rank": 0.8,
    "degree": 0.85,
    "hall": 0.85,
    "weak": 0.7,
}


def award_of(reading: Reading, entry: Entry) -> Award:
    """The record of an entry."""
    details = entry.details
    return Award(
        name=_span(reading, _named(reading, entry)),
        recipients=entry.recipients,
        giver=one_party(reading, details.giver),
        event=_span(reading, details.event),
        category=_span(reading, details.category),
        place=_span(reading, details.place),
        date=_span(reading, details.date),
        reason=_span(reading, details.reason),
        accepted_by=entry.acceptor,
        status=entry.status,
        evidence=tuple(span for where in dict.fromkeys(entry.evidence) if (span := _span(reading, where))),
        confidence=_CERTAINTY.get(entry.prize.kind, 0.75) if entry.prize else 0.5,
    )


def _named(reading: Reading, entry: Entry) -> Range | None:
    """The award's name: "highly commended" is a status and none."""
    prize = entry.prize
    commended = prize and prize.kind == "mention" and reading.doc[prize.end - 1].lower_ == "commended"
    return prize.range if prize and not commended else None


def _span(reading: Reading, where: Range | None) -> Span | None:
    if where is None or where.end <= where.start:
        return None
    span = reading.doc[where.start : where.end]
    return Span.trimmed(reading.text, span.start_char, span.end_char)
