"""What one clause says of one award, in token ranges: the stuff that records are made of."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Literal

from pressparse.extract.awards.names.prize import Prize
from pressparse.extract.awards.tokens import Range
from pressparse.records import AwardStatus

# award       somebody is said to have it
# acceptance  somebody takes it for somebody
# context     it is handed over, nobody in particular is named: only giver, ceremony, place and date are told
MentionKind = Literal["award", "acceptance", "context"]


@dataclass(frozen=True, slots=True)
class Details:
    """When, where, by whom and what for."""

    giver: Range | None = None
    event: Range | None = None
    place: Range | None = None
    date: Range | None = None
    category: Range | None = None
    reason: Range | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """One clause about one award.

    Attributes:
        kind: what it tells of.
        prize: the award, by name or as "the prize"; None where it is not spoken of.
        recipients: who has it, or, of an acceptance, for whom it is taken.
        details: what the clause itself says of the occasion.
        status: won, shortlisted, ...
        acceptor: who takes it for the recipients.
        evidence: the tokens of the sentence or line.
        listed: whether it is a row of a list, whose recipients are names and no phrases.
        headline: whether title or subtitle tells it.
        in_passing: whether it only says who somebody is ("prize winner R"): of another occasion than what is told.
    """

    kind: MentionKind
    prize: Prize | None
    recipients: tuple[Range, ...]
    details: Details
    evidence: Range
    status: AwardStatus = "won"
    acceptor: Range | None = None
    listed: bool = False
    headline: bool = False
    in_passing: bool = False


def filled(details: Details, more: Details) -> Details:
    """The details, their empty slots filled from others."""
    gaps = {f.name: getattr(more, f.name) for f in fields(Details) if getattr(details, f.name) is None}
    return replace(details, **gaps)
