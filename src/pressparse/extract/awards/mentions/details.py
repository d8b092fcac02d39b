"""Slots from the phrases of a clause: giver, ceremony, place, date, class and reason."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pressparse.expressions.dates import find_dates
from pressparse.extract.awards.clauses.grammar import Clause, Part, Sentence
from pressparse.extract.awards.clauses.parts import fronted_parts
from pressparse.extract.awards.lexicon import words
from pressparse.extract.awards.mentions.mention import Details
from pressparse.extract.awards.names.prize import Prize
from pressparse.extract.awards.tokens import (
    CLOSING_QUOTES,
    OPENING_QUOTES,
    POSSESSIVES,
    Range,
    is_capital,
    is_determiner,
    is_name_word,
    is_year,
    touches,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_NO_REASONS = frozenset({"time", "year", "years", "row", "running"})
# "in the first session of the 12th Congress", "at the end of each year"
_OF_PARLIAMENTS = frozenset({"session", "sessions", "each", "every"})
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_OPENING_ONLY = frozenset({"“", "‘", "«", "„"})
_CLOSING_ONLY = frozenset({"”", "»"})
_ELSEWHEN = frozenset({"since", "until", "before", "after", "from"})  # "our cook since 1987"


def details_of(sentence: Sentence, clause: Clause, parts: Sequence[Part], prize: Prize | None) -> Details:
    """What some parts of a clause, and what stands before its subject, tell of the occasion."""
    fronted = fronted_parts(sentence, clause)
    around = [*_outside_reasons(sentence, parts), *fronted]
    event = next(filter(None, (event_in(sentence, part) for part in around)), None)
    return Details(
        giver=prize.owner if prize and prize.owner else None,
        event=event or (prize.range if prize and prize.kind == "programme" else None),
        place=place_among(sentence, around, event),
        date=date_in(sentence.doc, [part.range for part in around if part.marker not in _ELSEWHEN]),
        category=(prize and prize.category)
        or next(filter(None, (category_in(sentence, p) for p in [*parts, *fronted])), None),
        reason=reason_among(sentence, parts) or reason_among(sentence, fronted),
    )


def _outside_reasons(sentence: Sentence, parts: Sequence[Part]) -> Iterator[Part]:
    """The parts that no reason takes in: "for ten years of tests in the Sound" tells no place of a ceremony."""
    inside = False
    for part in parts:
        opens = part.marker in words("reason_markers") and not _is_no_reason(sentence, part)
        inside = opens or (inside and not _tells_occasion(sentence, part))
        if not inside:
            yield part


def with_giver(doc: Doc, details: Details, giver: Range | None) -> Details:
    """The details with a giver, unless a name before the award tells one: "the Guild's", not "the jury's"."""
    own = details.giver
    named = own is not None and any(is_name_word(token) for token in doc[own.start : own.end])
    return replace(details, giver=giver) if giver and not named else details


def reason_among(sentence: Sentence, parts: Sequence[Part]) -> Range | None:
    """What stands after "for" or "in recognition of", up to where the occasion is told again."""
    for at, part in enumerate(parts):
        if (
            part.marker in words("reason_markers")
            and part.start < part.end
            and (not _is_no_reason(sentence, part) or _is_long_service(sentence, parts[at : at + 2]))
        ):
            end = part.end
            for following in parts[at + 1 :]:
                if _tells_occasion(sentence, following):
                    break
                end = following.end
            return unquoted(sentence.doc, Range(part.start, end))
    return None


def _is_no_reason(sentence: Sentence, part: Part) -> bool:
    """As in "for the third time", "for 2023", "for Best Film", "for her", "for an hour"."""
    doc, first = sentence.doc, sentence.doc[part.start]
    before = sentence.prize_at(part.start - 1 - len(part.marker.split()))
    mentioned = before is not None and before.kind == "mention"
    if mentioned and not doc[part.start - 1 - len(part.marker.split())].lower_.endswith("ed"):
        return True  # "an honourable mention for Roe"
    if sentence.prizes_in(part.range) and sentence.prizes_in(part.range)[0].start <= part.start + 1:
        return True
    if doc[part.start - 2].lower_ in {"named", "called", "known"}:  # "an award named for the founder"
        return True
    if is_year(first) or doc[part.end - 1].lower_ in _NO_REASONS:
        return True
    return part.end - part.start == 1 and first.tag_ in {"PRP", "NNP", "CD"}


def _is_long_service(sentence: Sentence, parts: Sequence[Part]) -> bool:
    """As in "for forty years | at the keyboard": what was done is told behind; not "for two years in a row"."""
    if len(parts) < 2 or sentence.doc[parts[0].end - 1].lower_ != "years":
        return False
    doc, behind = sentence.doc, parts[1]
    adjoins = behind.start - parts[0].end == len(behind.marker.split())
    return adjoins and doc[behind.end - 1].lower_ not in _NO_REASONS and not _tells_occasion(sentence, behind)


def _tells_occasion(sentence: Sentence, part: Part) -> bool:
    doc = sentence.doc
    if part.marker == "" or (part.marker in words("reason_markers") and part.marker != "for"):
        return True
    before = part.start - len(part.marker.split()) - 1
    if before > 0 and doc[before].text == "," and part.marker not in {"for", "as"}:
        return True
    if part.marker == "by":
        return any(
            t.ent_type_ == "ORG" or t.lower_ in words("organisation_nouns")
            for t in doc[part.start : part.end]
        )
    if event_in(sentence, part) is not None:
        return True
    return part.marker in {"on", "in", "at", "during"} and _is_date(doc, part.range)


def _is_date(doc: Doc, where: Range) -> bool:
    date = date_in(doc, [where])
    first = where.start + 1 if doc[where.start].tag_ == "DT" else where.start
    return date is not None and date.start <= first and date.end >= where.end - 2


def event_in(sentence: Sentence, part: Part) -> Range | None:
    """A ceremony or programme that a part names."""
    of_parliament = any(t.lower_ in _OF_PARLIAMENTS for t in sentence.doc[part.start : part.end])
    if part.marker not in {"at", "during", "in", "of", "as"} or part.start >= part.end or of_parliament:
        return None
    programme = next((p for p in sentence.prizes_in(part.range) if p.kind == "programme"), None)
    if programme and part.marker != "as":
        return Range(without_article(sentence.doc, Range(part.start, programme.end)).start, part.end)
    named = [p for p in sentence.prizes_in(part.range) if p.kind == "named" and part.marker == "at"]
    if named:
        return Range(named[0].start, named[0].end)
    core = _without_date(sentence.doc, core_phrase(sentence.doc, part.range))
    if (
        core.end > core.start
        and _head_before_of(sentence.doc, core).lower_ in words("ceremonies")
        and part.marker != "as"
    ):
        return _named_event(sentence.doc, core, part)
    labelled = part.marker == "at" and any(
        t.ent_type_ == "EVENT" for t in sentence.doc[core.start : core.end]
    )
    if part.marker in {"at", "in"} and (labelled or _has_ceremony_name(sentence, core)):
        return without_article(sentence.doc, core)
    return None


def _head_before_of(doc: Doc, core: Range) -> Token:
    """The head of "the annual conference of the Guild"."""
    of = next((token.i for token in doc[core.start + 1 : core.end] if token.lower_ == "of"), core.end)
    return doc[of - 1]


def _without_date(doc: Doc, core: Range) -> Range:
    date = date_in(doc, [core])
    return (
        Range(core.start, date.start) if date and core.start < date.start and date.end == core.end else core
    )


def _named_event(doc: Doc, core: Range, part: Part) -> Range | None:
    """The event without article, unless it is only "a ceremony"; a participle goes with it.

    As in "a dinner marking ...".
    """
    bare = without_article(doc, core)
    if core.end < part.end and doc[core.end].tag_ == "VBG":
        return Range(bare.start, part.end)
    return bare if bare.end - bare.start > 1 else None


def _has_ceremony_name(sentence: Sentence, core: Range) -> bool:
    doc = sentence.doc
    return (
        core.end > core.start
        and is_capital(doc[core.end - 1])
        and any(t.lower_ in words("ceremonies") and is_capital(t) for t in doc[core.start : core.end])
    )


def place_among(sentence: Sentence, parts: Sequence[Part], event: Range | None) -> Range | None:
    """Where: "in" a town or country, else "at" a house."""
    found = [
        place
        for marker in ("in", "at")
        for p in parts
        if p.marker == marker and (place := _place_in(sentence, p, event))
    ]
    return found[0] if found else None


def _place_in(sentence: Sentence, part: Part, event: Range | None) -> Range | None:
    doc = sentence.doc
    if part.start >= part.end or (event and part.range.overlaps(event)) or _is_date(doc, part.range):
        return None
    if sentence.prizes_in(part.range) or category_in(sentence, part) or _is_elsewhere(doc, part):
        return None
    labelled = [t.i for t in doc[part.start : part.end] if t.ent_type_ in _PLACES]
    start = labelled[0] if labelled else without_article(doc, part.range).start
    end = _place_end(doc, start, part.end)
    if (
        end == start
        or doc[end - 1].ent_type_ == "PERSON"
        or (end < len(doc) and doc[end].text in POSSESSIVES)
    ):
        return None
    if any(t.lower_ in words("fields") for t in doc[start:end]) and not labelled:
        return None
    return Range(start, end)


def _is_elsewhere(doc: Doc, part: Part) -> bool:
    """As in "while serving in Kandahar", "in the Senate": where somebody did or does something."""
    before = doc[part.start - 2] if part.start > 1 else None
    doing = before is not None and before.tag_ == "VBG" and before.lower_ not in words("held")
    return doing or any(token.lower_ in words("seats_of_power") for token in doc[part.start : part.end])


def _place_end(doc: Doc, start: int, end: int) -> int:
    """Past "Truro, New Brunswick"."""
    at = start
    while at < end and (
        is_name_word(doc[at]) or (doc[at].lower_ in {"of", "the", "-", "’s", "'s", ","} and at > start)
    ):
        at += 1
    while at > start and not is_name_word(doc[at - 1]):
        at -= 1
    return at


def date_in(doc: Doc, ranges: Sequence[Range]) -> Range | None:
    """The first date in some ranges, a bare year only where nothing closer is told."""
    found = [date for where in ranges for date in _dates(doc, where)]
    return next((date for date in found if not is_year(doc[date.start])), found[0] if found else None)


def _dates(doc: Doc, where: Range) -> Iterator[Range]:
    before = 1 if where.start > 0 and doc[where.start - 1].lower_ in {"in", "on"} else 0
    span = doc[where.start - before : where.end]
    for expression in find_dates(span.text):
        found = doc.char_span(
            span.start_char + expression.start, span.start_char + expression.end, alignment_mode="expand"
        )
        if found is not None and not _dates_somebody(doc, found.end):
            yield Range(found.start, found.end)


def _dates_somebody(doc: Doc, at: int) -> bool:
    """As in "presented by last year's | winner", unlike "at last night's ceremony"."""
    owns = at < len(doc) and doc[at].text in POSSESSIVES
    return owns and not any(token.lower_ in words("ceremonies") for token in doc[at + 1 : at + 4])


def category_in(sentence: Sentence, part: Part) -> Range | None:
    """As in "in the small theatre category", "in the category of Fine Choir"."""
    doc = sentence.doc
    if part.marker == "in the category of":
        return without_article(doc, part.range)
    core = core_phrase(doc, part.range)
    if (
        part.marker in {"in", "for"}
        and core.end - core.start > 1
        and doc[core.end - 1].lower_ in {"category", "section", "class", "division"}
    ):
        bare = without_article(doc, core)
        start = _after_body(doc, bare)
        return Range(start, bare.end - 1) if bare.end - start > 1 else None
    return None


def _after_body(doc: Doc, where: Range) -> int:
    """Past the body that a class belongs to: "the Guild's | School category", not "the Children's Book category"."""
    marks = [t.i for t in doc[where.start : where.end] if t.text in POSSESSIVES]
    owned = bool(marks) and doc[marks[-1] - 1].lower_ in words("organisation_nouns")
    return marks[-1] + 1 if owned else where.start


def core_phrase(doc: Doc, where: Range) -> Range:
    """A noun phrase without what hangs on it.

    Up to a comma, a bracket, a participle or a preposition but "of".
    """
    at = where.start
    while at < where.end:
        token = doc[at]
        stops = (
            token.text in {",", "(", ";", ":", "–", "—"}
            or (token.text == "-" and not touches(doc, at))
            or (token.tag_ in {"VBG", "VBN", "VBD", "WDT", "WP"} and at > where.start)
        )
        if stops and not is_name_word(token):
            break
        at += 1
    return Range(where.start, at)


def without_article(doc: Doc, where: Range) -> Range:
    """The phrase without its determiner or possessor."""
    start = where.start
    while start < where.end and is_determiner(doc[start]):
        start += 1
    mark = next((t.i for t in doc[start : where.end] if t.tag_ == "POS"), None)
    if mark is not None and not any(is_capital(t) for t in doc[start:mark]):
        start = mark + 1
    return Range(start, where.end)


def unquoted(doc: Doc, where: Range) -> Range:
    """Without quotation marks around the whole, and without marks at its end."""
    start, end = where
    opened = any(token.text in _OPENING_ONLY for token in doc[start + 1 : end])  # "her novel “Salt”"
    closing = {",", ".", ":"} if opened else {",", ".", ":"} | CLOSING_QUOTES
    while end > start and doc[end - 1].text in closing:
        end -= 1
    closed = any(token.text in _CLOSING_ONLY for token in doc[start + 1 : end])  # "“Salt”, her first novel"
    while start < end and doc[start].text in ({",", ":"} if closed else OPENING_QUOTES | {",", ":"}):
        start += 1
    return Range(start, end)
