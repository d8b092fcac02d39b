"""Reads a date expression: which day, month or year it means, told from a reference date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from pressparse.expressions.dates.find import DateExpression


def resolve(expression: DateExpression, reference: date | None, *, ahead: bool = False) -> str | None:
    """The ISO 8601 day, month or year that an expression means, or None where that cannot be told.

    A day without a year is the nearest to the reference, the past counting as nearer. A month or a weekday
    alone is the last one up to the reference, or with `ahead` the first one from it. Weeks, quarters, seasons
    and decades have no such form and give None.

    Args:
        expression: from `find_dates`.
        reference: what relative dates are told from, usually the post's own date.
        ahead: whether the text speaks of what is to come.

    Examples:
        >>> from pressparse.expressions.dates import find_dates
        >>> [resolve(d, date(2013, 12, 6)) for d in find_dates("last July, Tuesday, two years ago, Oct. 15")]
        ['2013-07', '2013-12-03', '2011', '2013-10-15']
    """
    try:
        return _absolute(expression) if expression.is_complete else _told(expression, reference, ahead)
    except (ValueError, OverflowError):  # 30 February, the year 0
        return None


def _absolute(expression: DateExpression) -> str:
    year, month, day = expression.year or 0, expression.month, expression.day
    if month is None:
        return f"{year:04d}"
    return date(year, month, day).isoformat() if day else f"{year:04d}-{month:02d}"


def _told(expression: DateExpression, reference: date | None, ahead: bool) -> str | None:
    if reference is None:
        return None
    if expression.unit == "year" and expression.month is not None:
        return _absolute(replace(expression, year=reference.year + (expression.shift or 0)))
    if expression.unit is not None:
        return _shifted(expression, reference)
    if expression.month is not None:
        return _month_or_day(expression, expression.month, reference, ahead)
    if expression.weekday is not None:
        return _weekday(expression, expression.weekday, reference, ahead).isoformat()
    return None


def _shifted(expression: DateExpression, reference: date) -> str | None:
    shift = expression.shift or 0
    if expression.unit == "day":
        return (reference + timedelta(days=shift)).isoformat()
    if expression.unit == "month":
        months = reference.year * 12 + reference.month - 1 + shift
        return f"{months // 12:04d}-{months % 12 + 1:02d}"
    return f"{reference.year + shift:04d}" if expression.unit == "year" else None


def _weekday(expression: DateExpression, weekday: int, reference: date, ahead: bool) -> date:
    days_since = (reference.weekday() - weekday) % 7
    if expression.shift == -1:
        return reference - timedelta(days=days_since or 7)
    if expression.shift is not None or ahead:
        days_until = -days_since % 7
        return reference + timedelta(days=days_until or (7 if expression.shift == 1 else 0))
    return reference - timedelta(days=days_since)


def _month_or_day(expression: DateExpression, month: int, reference: date, ahead: bool) -> str | None:
    candidates = [
        (year, date(year, month, expression.day or 1))
        for year in (reference.year - 1, reference.year, reference.year + 1)
        if not (expression.day == 29 and month == 2 and not _is_leap(year))
    ]
    if expression.weekday is not None:
        candidates = [c for c in candidates if c[1].weekday() == expression.weekday] or candidates
    if not candidates:
        return None
    chosen = _nearest([day for _, day in candidates], expression, reference, ahead)
    return chosen.isoformat() if expression.day else f"{chosen.year:04d}-{chosen.month:02d}"


def _nearest(days: list[date], expression: DateExpression, reference: date, ahead: bool) -> date:
    """The day meant by "last", "this" or "next"; else by the tense and by how near it is."""
    same_month = reference.replace(day=1)
    floor = reference if expression.day else same_month
    if expression.shift == -1:
        days = [d for d in days if d < floor] or days[:1]
        return days[-1]
    if expression.shift == 1:
        return next((d for d in days if d > floor), days[-1])
    if expression.shift == 0:
        return next((d for d in days if d.year == reference.year), days[0])
    if ahead:
        return next((d for d in days if d >= floor), days[-1])
    if expression.day is None:
        return max((d for d in days if d <= floor), default=days[0])
    return min(days, key=lambda d: (d - floor).days * 2 if d > floor else (floor - d).days)


def _is_leap(year: int) -> bool:
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
