"""Dates in a post's text, told from the post's own date."""

from __future__ import annotations

from datetime import date

from pressparse.document import BODY_ROLES, Block, Role
from pressparse.expressions.dates import DateExpression, find_dates, read_date, resolve
from pressparse.nlp.reading import Reading
from pressparse.records import DateMention
from pressparse.rules import load_rules

_ALSO_READ: frozenset[Role] = frozenset(
    {"title", "subtitle", "byline", "published", "dateline", "embargo", "caption", "boilerplate"}
)
_READ_ROLES = BODY_ROLES | _ALSO_READ
_CLAUSE = 120  # characters before a date in which a verb says whether it is past or to come
_SURE, _RESOLVED, _UNRESOLVED = 0.95, 0.8, 0.6


def extract_dates(reading: Reading) -> tuple[DateMention, ...]:
    """Every date that the post's text names, in order of appearance.

    Relative dates are told from the date of the dateline, else from the post's own date, else from the
    reading's reference date. `value` is None where none is known, or where no day, month or year is named.
    """
    reference = _reference(reading)
    return tuple(
        _mention(reading, block, expression, reference)
        for block in reading.post.blocks
        if block.role in _READ_ROLES
        for expression in find_dates(reading.block_text(block))
    )


def _reference(reading: Reading) -> date | None:
    dateline = reading.post.dateline
    published = _day(reading.post.published)
    told = read_date(dateline.date, reference=published) if dateline is not None and dateline.date else None
    return _day(told) or published or reading.reference_date


def _day(value: str | None) -> date | None:
    """The day of an ISO 8601 date; None where it is less precise than that."""
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def _mention(
    reading: Reading, block: Block, expression: DateExpression, reference: date | None
) -> DateMention:
    start, end = block.start + expression.start, block.start + expression.end
    clause = reading.text[max(block.start, start - _CLAUSE) : start]
    is_untold = _is_of_untold_year(expression, reading.text[end : end + _CLAUSE])
    value = None if is_untold else resolve(expression, reference, ahead=_looks_ahead(clause))
    confidence = _SURE if expression.is_complete and value else _RESOLVED if value else _UNRESOLVED
    return DateMention(expression.text, start, end, value, expression.relative, confidence)


def _is_of_untold_year(expression: DateExpression, after: str) -> bool:
    """Whether the year is another than the post's ("in May of that year", "the September 11th attacks")."""
    times = load_rules("times")
    is_event = (
        not expression.is_complete and expression.day is not None and times.regex("of_an_event").search(after)
    )
    return bool(is_event or times.regex("of_another_year").search(after))


def _looks_ahead(clause: str) -> bool:
    """Whether the last verb before a date speaks of what is to come ("will be decided in March")."""
    return load_rules("times").regex("clause_ahead").search(clause) is not None
