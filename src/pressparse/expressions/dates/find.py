"""Finds date expressions: the rows of `rules/dates.toml`, the longest that starts first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from pressparse.rules import load_rules

Unit = Literal["day", "week", "month", "year"]
_UNITS: dict[str, Unit] = {"day": "day", "night": "day", "week": "week", "month": "month", "year": "year"}
_YEARS = {"decade": 10, "century": 100}
_VERBS = frozenset({"may", "march", "mar"})
_LONG_AGO = 50  # "400 years ago" names no year
_REACH = 24  # characters around four figures that tell a year from an amount
_NOUN_AFTER = re.compile(r"\s([a-z]+s|people|men|women|children)\b")
_SHARED_YEAR = re.compile(r"\s?(?:[-–—]|to|through|thru|until|till|and|&)\s?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DateExpression:
    """A date as printed: the parts it names, and how it is told from another date, if it is.

    Attributes:
        start: offset of its first character in the text searched; `end` is the offset after its last.
        weekday: 0 is Monday.
        shift: with `unit`, how many units from the reference date ("two years ago" is -2 years); else -1 for
            "last", 0 for "this", 1 for "next".
        relative: whether it is told from another date.
    """

    text: str
    start: int
    end: int
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: Unit | None = None
    shift: int | None = None
    relative: bool = False

    @property
    def is_complete(self) -> bool:
        """Whether it names its own year."""
        return self.year is not None


def find_dates(text: str) -> list[DateExpression]:
    """Every date expression of `text`, in order, none overlapping another.

    Examples:
        >>> [(d.text, d.year, d.month, d.day) for d in find_dates("On Jan. 14, 2013, and last July")]
        [('Jan. 14, 2013', 2013, 1, 14), ('last July', None, 7, None)]
        >>> find_dates("2,013 people may march")
        []
    """
    candidates = sorted(_candidates(text), key=lambda d: (d.start, -d.end))
    found: list[DateExpression] = []
    for candidate in candidates:
        if not found or candidate.start >= found[-1].end:
            found.append(candidate)
    return _share_years(text, found)


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((name, row.regex) for name, row in load_rules("dates").patterns.items())


@cache
def _meanings(table: str) -> dict[str, int]:
    return {word.casefold(): meaning for word, meaning in load_rules("dates").table(table).items()}


def _candidates(text: str) -> Iterator[DateExpression]:
    for name, form in _forms():
        for match in form.finditer(text):
            if (name == "year" and not _is_year(match)) or _is_verb(match):
                continue
            expression = _read(match)
            if expression is not None:
                yield expression


def _read(match: re.Match[str]) -> DateExpression | None:
    """The expression that a match of any row stands for; None where its figures make no date."""
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    start = match.end("head") if "head" in groups and not groups.get("direction") else match.start()
    plain = DateExpression(match.string[start : match.end()], start, match.end())
    if "first" in groups:
        return _numeric(plain, groups)
    parts = replace(
        plain,
        year=_year(groups["year"]) if "year" in groups else None,
        month=_month(groups["month"]) if "month" in groups else None,
        day=int(groups.get("from_day") or groups["day"]) if "day" in groups else None,
        weekday=_meanings("weekdays")[groups["weekday"].casefold()] if "weekday" in groups else None,
    )
    return _told_from_another(parts, groups)


def _told_from_another(parts: DateExpression, groups: dict[str, str]) -> DateExpression:
    if "word" in groups:
        word = " ".join(groups["word"].casefold().split())
        return replace(parts, unit="day", shift=_meanings("day_words")[word], relative=True)
    if "count" in groups:
        count = groups["count"].casefold()
        amount = int(count) if count.isdigit() else _meanings("small_numbers")[count]
        return _shifted(parts, groups["unit"].casefold().removesuffix("s"), -amount)
    if "told_year" in groups:
        return _shifted(parts, "year", _meanings("directions")[groups["told_year"].casefold()])
    direction = (groups.get("direction") or groups.get("after") or "").casefold()
    shift = _meanings("directions").get(direction)
    if "unit" in groups:
        return _shifted(parts, groups["unit"].casefold(), shift or 0)
    told = shift is not None or (parts.weekday is not None and parts.day is None)
    return replace(parts, shift=shift, relative=told)


def _shifted(parts: DateExpression, unit: str, shift: int) -> DateExpression:
    if unit in _YEARS:
        vague = unit == "century" or abs(shift) <= 1
        return replace(parts, unit=None if vague else "year", shift=shift * _YEARS[unit], relative=True)
    if abs(shift) >= _LONG_AGO:
        return replace(parts, relative=True)
    return replace(parts, unit=_UNITS.get(unit), shift=shift, relative=True)


def _numeric(plain: DateExpression, groups: dict[str, str]) -> DateExpression | None:
    """The day comes first in "12.6.2013"; "6/12/2013" is read only where one of the two can be no month."""
    first, second = int(groups["first"]), int(groups["second"])
    if groups["dash"] == "." or first > 12 or first == second:
        day, month = first, second
    elif second > 12:
        month, day = first, second
    else:
        return plain if first and second else None
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    return replace(plain, year=_year(groups["year"]), month=month, day=day)


def _year(figures: str) -> int:
    """Two figures mean the century that puts them nearest to our time."""
    year = int(figures)
    return year if len(figures) == 4 else year + (2000 if year < 50 else 1900)


def _month(word: str) -> int:
    if word.isdigit():
        return int(word)
    known = _meanings("months")
    return (
        known[word.casefold()] if word.casefold() in known else _meanings("foreign_months")[word.casefold()]
    )


def _is_verb(match: re.Match[str]) -> bool:
    """Whether "may" or "march" in small letters beside a day is the verb: "under 18 may enter"."""
    groups = match.groupdict()
    month = groups.get("month") or ""
    return month in _VERBS and groups.get("year") is None


@cache
def _before(words: str) -> re.Pattern[str]:
    listed = sorted(load_rules("dates").words(words), key=len, reverse=True)
    return re.compile(r"(?:^|[\s(“\"‘-])(?:" + "|".join(map(re.escape, listed)) + r")[\s-]$", re.IGNORECASE)


def _is_year(match: re.Match[str]) -> bool:
    """Whether four figures are a year and no amount: amounts of that size mostly have a comma in print."""
    start, end = match.span()
    before = match.string[max(0, start - _REACH) : start]
    is_introduced = _before("before_year").search(before) is not None
    if is_introduced or _before("before_amount").search(before):
        return is_introduced
    noun = _NOUN_AFTER.match(match.string, end, end + _REACH)
    if noun is None or noun[1] in load_rules("dates").words("never_counted"):
        return True
    return int(match["year"]) % 100 != 0 and 1900 <= int(match["year"]) <= 2050


def _share_years(text: str, found: list[DateExpression]) -> list[DateExpression]:
    """Gives "June 30" in "June 30 to July 2, 2024" the year that its range ends with."""
    shared = list(found)
    for i in range(len(found) - 2, -1, -1):
        first, second = shared[i], shared[i + 1]
        lacks = first.month and first.year is None and not first.relative and second.month and second.year
        if lacks and _SHARED_YEAR.fullmatch(text, first.end, second.start):
            shared[i] = replace(first, year=second.year)
    return shared
