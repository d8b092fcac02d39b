"""What is found in a post: one frozen dataclass a kind of record, named as in the JSON.

Offsets count Unicode code points of `Post.text`, half open. `confidence` runs from 0 to 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pressparse.span import Span

QuoteKind = Literal["direct", "mixed", "indirect"]
AwardStatus = Literal["won", "finalist", "nominated", "honorable_mention", "runner_up"]
NumberKind = Literal["count", "money", "percent", "measure", "duration", "age", "rank", "ratio"]
Modifier = Literal["about", "over", "under", "at_least", "at_most"]
Relation = Literal["publisher", "author", "mentioned"]
EntityLabel = Literal["person", "organization", "place", "group"]


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place or group, with every mention of it in the post.

    Attributes:
        id: unique in its post; records refer to it.
        name: the fullest name in the post, without honorific or title.
        aliases: the other names it goes by, in order of appearance.
        titles: the roles the post gives it, as printed.
        affiliation: the organisation a person belongs to, as printed.
        mentions: names, short names and descriptions, resolved.
    """

    id: str
    label: EntityLabel
    name: str
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    affiliation: str | None = None
    mentions: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """Someone who gives, wins or accepts.

    Attributes:
        name: the fullest name in the document, without honorific or title.
        entity: id of the `Entity`, or None.
        mention: where this record names it.
    """

    name: str
    entity: str | None
    mention: Span


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it: a `Party` with role and organisation.

    Attributes:
        title: the speaker's role as the document gives it anywhere.
        affiliation: the organisation, where it is not part of `title`.
    """

    name: str
    entity: str | None
    mention: Span
    title: str | None = None
    affiliation: str | None = None


@dataclass(frozen=True, slots=True)
class Quote:
    """One uninterrupted act of speech.

    Attributes:
        kind: `direct` in quotation marks, `mixed` a quoted part of a reported clause, `indirect` reported speech.
        text: the segments joined by one space.
        segments: the words without the outer quotation marks; several where an attribution or a paragraph break lies
            between.
        speaker: None where nobody is named.
        cue: the attribution verb or "according to", as printed.
    """

    kind: QuoteKind
    text: str
    segments: tuple[Span, ...]
    speaker: Speaker | None
    cue: Span | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Award:
    """One award to one party, or one joint award to several.

    Attributes:
        name: as printed, without article; None where the award is not named.
        event: the ceremony or programme.
        category: the class won.
        reason: what it was given for, without "for".
        evidence: every span that speaks of it.
    """

    name: Span | None
    recipients: tuple[Party, ...]
    giver: Party | None
    event: Span | None
    category: Span | None
    place: Span | None
    date: Span | None
    reason: Span | None
    accepted_by: Party | None
    status: AwardStatus
    evidence: tuple[Span, ...]
    confidence: float


@dataclass(frozen=True, slots=True)
class Number:
    """A quantity.

    Attributes:
        value: in plain units ("3.25 million" is 3250000, "4.5%" is 4.5); None for a range or a vague number.
        low: lower end of a range, or of a vague number ("millions" is 1000000).
        high: upper end of a range.
        unit: ISO 4217 code, `percent`, `percentage_point`, the printed unit, or the counted noun phrase.
        counted: where the counted noun phrase stands.
    """

    text: str
    start: int
    end: int
    kind: NumberKind
    value: int | float | None
    low: int | float | None
    high: int | float | None
    unit: str | None
    modifier: Modifier | None
    counted: Span | None
    confidence: float


@dataclass(frozen=True, slots=True)
class PhotoCredit:
    """The credit of a picture.

    Attributes:
        creators: people.
        sources: agencies, outlets, rights holders, sites.
        courtesy: whether the picture is given by courtesy of its source.
        caption: the caption that the credit stands in or beside.
    """

    text: str
    start: int
    end: int
    creators: tuple[str, ...]
    sources: tuple[str, ...]
    courtesy: bool
    license: str | None
    caption: Span | None
    image_url: str | None
    confidence: float


@dataclass(frozen=True, slots=True)
class SocialHandle:
    """An account on a social platform.

    Attributes:
        platform: lower-case name (`x`, `facebook`, ...).
        handle: without "@"; on Mastodon `user@host`.
        name: the display name, where only that is given.
        span: where the text gives it; None for a link outside the text.
    """

    platform: str
    handle: str | None
    name: str | None
    url: str | None
    span: Span | None
    relation: Relation
    confidence: float


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in the text.

    Attributes:
        value: ISO 8601 date, month or year; None where it cannot be resolved.
        relative: whether it is told from another date ("last July").
    """

    text: str
    start: int
    end: int
    value: str | None
    relative: bool
    confidence: float


@dataclass(frozen=True, slots=True)
class Contact:
    """Someone whom the release gives to call or write to."""

    name: str | None
    organization: str | None
    email: str | None
    phone: str | None
    span: Span
    confidence: float
