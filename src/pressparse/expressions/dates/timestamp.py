"""Reads a string that is or holds one date, with its time and its offset from Greenwich where printed."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pressparse.expressions.dates.find import DateExpression, find_dates
from pressparse.expressions.dates.resolve import resolve
from pressparse.rules import load_rules

_ISO = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?")
_COMPACT = re.compile(r"((?:19|20)\d\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])")
_BETWEEN = re.compile(r"[\s,;|·•–—@()-]*(?:at|on|from|[A-Z][a-z]+day)?[\s,;|·•–—()-]*")
_FOREIGN = re.compile(r"(?<!\d)\d{1,2}\D{1,6}[^\W\d_]{3,12}\D{1,6}(?:19|20)\d\d(?!\d)")  # 6 décembre 2013
_FIGURES_ALONE = re.compile(r"\d\s?[/-]\s?\d")
_LONGEST = 400  # no date line is longer
_FOREIGN_LONGEST = 48
_LANGUAGES = ["de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl"]


def read_date(text: str, *, reference: date | None = None) -> str | None:
    """The date of a string that is or holds one, in ISO 8601, as precise as it is printed.

    A relative date ("yesterday") is read only where `reference` is given; "06/12/2013", which may
    mean two days, never.

    Examples:
        >>> read_date("Oct 3, 2018, 09:15 ET")
        '2018-10-03T09:15:00-04:00'
        >>> read_date("Posted On: 3 MAY 2018 4:25PM by HBT Oslo")
        '2018-05-03T16:25:00'
        >>> read_date("06/12/2013") is None
        True
    """
    text = text[:_LONGEST].strip()
    compact = _COMPACT.fullmatch(text)
    if compact:
        return _valid_day("-".join(compact.groups()))
    for expression in _most_precise_first(find_dates(text)):
        if not expression.is_complete and reference is None:
            continue
        if expression.month is None and expression.is_complete and expression.text != text:
            continue  # a year inside a sentence dates nothing
        value = resolve(expression, reference)
        if value is not None:
            return _with_time(text, expression, value)
    return _foreign(text)


def find_clock_times(text: str) -> list[tuple[int, int]]:
    """Where clock times stand ("8:30 a.m. ET", "16:41", "4.15pm"): `(start, end)` offsets.

    Examples:
        >>> find_clock_times("at 8:30 a.m. or 10 people")
        [(3, 12)]
    """
    found = load_rules("times").regex("clock").finditer(text)
    return [match.span() for match in found if _is_time(match) and match["dot"] != "h"]


def _most_precise_first(expressions: list[DateExpression]) -> list[DateExpression]:
    return sorted(expressions, key=lambda e: (e.day is None, e.month is None, not e.is_complete))


def _valid_day(value: str) -> str | None:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        return None


def _with_time(text: str, expression: DateExpression, value: str) -> str:
    if len(value) < len("2013-12-06"):
        return value
    stamp = _ISO.fullmatch(expression.text)
    if stamp:
        return _iso_stamp(stamp)
    match = _clock_beside(text, expression)
    if match is None:
        return value
    moment = datetime.combine(date.fromisoformat(value), _time(match))
    zone = _zone(match["zone"])
    return moment.replace(tzinfo=zone).isoformat() if zone else moment.isoformat()


def _iso_stamp(stamp: re.Match[str]) -> str:
    clock = stamp[2] if stamp[2].count(":") == 2 else stamp[2] + ":00"
    offset = (stamp[3] or "").replace("Z", "+00:00")
    if len(offset) == len("+0000"):
        offset = f"{offset[:3]}:{offset[3:]}"
    return f"{stamp[1]}T{clock}{offset}"


def _clock_beside(text: str, expression: DateExpression) -> re.Match[str] | None:
    """The clock time that directly follows or precedes the date."""
    for match in load_rules("times").regex("clock").finditer(text):
        if not _is_time(match):
            continue
        between = text[expression.end : match.start()] if match.start() >= expression.end else None
        if between is None and match.end() <= expression.start:
            between = text[match.end() : expression.start]
        if between is not None and len(between) < 24 and _BETWEEN.fullmatch(between):
            return match
    return None


def _is_time(match: re.Match[str]) -> bool:
    """A number alone is no time; "4.15" is one only with "pm" or a zone, "10" only with "am" or "pm"."""
    hour = int(match["hour"])
    if match["half"]:
        return 1 <= hour <= 12
    return hour < 24 and (match["dot"] in {":", "h"} or (match["dot"] == "." and match["zone"] is not None))


def _time(match: re.Match[str]) -> time:
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] in "pP" else 0)
    return time(hour, int(match["minute"] or 0), int(match["second"] or 0))


def _zone(name: str | None) -> tzinfo | None:
    if name is None:
        return None
    if name[0] in "+-":
        figures = name[1:].replace(":", "")
        offset = timedelta(hours=int(figures[:2]), minutes=int(figures[2:]))
        return timezone(-offset if name[0] == "-" else offset)
    rules = load_rules("times")
    minutes = rules.table("offsets").get(name)
    return _place(rules.table("zones")[name]) if minutes is None else timezone(timedelta(minutes=minutes))


@cache
def _place(key: str) -> tzinfo | None:
    try:
        return ZoneInfo(key)
    except ZoneInfoNotFoundError:  # a system without a time zone database
        return None


def _foreign(text: str) -> str | None:
    """A full date in another European language, read by dateparser, which is too slow for anything else."""
    if len(text) > _FOREIGN_LONGEST or not _FOREIGN.search(text) or _FIGURES_ALONE.search(text):
        return None
    import dateparser

    settings = {"REQUIRE_PARTS": ["day", "month", "year"], "PARSERS": ["absolute-time"]}
    read = dateparser.parse(text, languages=_LANGUAGES, settings=settings)
    return read.date().isoformat() if read else None
