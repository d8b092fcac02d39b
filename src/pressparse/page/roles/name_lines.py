"""Lines that hold nothing but names: a credit without its label, an organisation or a writer beside a date."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pressparse.expressions.credit_lines import read_credit_line
from pressparse.expressions.credit_parties import is_known_source, is_name
from pressparse.expressions.dates import find_clock_times, find_dates
from pressparse.page.roles.bylines import has_given_name, names_in
from pressparse.rules import Rules, load_rules

_LONGEST_CREDIT = 120
_LONGEST_DATED = 100
_EDGES = " ,|·•–—-()[]"
_JOINED = re.compile(r"/|(?i:\bvia\b)")


def is_bare_credit(text: str) -> bool:
    """Whether a line is the credit of a picture without a label: its parts are names, one of them an agency's.

    Examples:
        >>> is_bare_credit("AP Photo/Jane Roe, File"), is_bare_credit("Handout via REUTERS")
        (True, True)
        >>> is_bare_credit("News/Politics"), is_bare_credit("Reuters"), is_bare_credit("Jane Roe, Reuters")
        (False, False, False)
    """
    if len(text) > _LONGEST_CREDIT or text[-1:] in ".?!:" or text.lower().startswith("by "):
        return False
    if text.strip(_EDGES).casefold() in _picture_agencies():
        return True
    if not _JOINED.search(text):
        return False
    if _rules().regex("handout").search(text):
        return read_credit_line(text) is not None
    line = read_credit_line(text)
    return line is not None and any(map(_is_agency, line.sources))


def dated_organization(text: str) -> str | None:
    """The organisation that a line names beside a date, and nothing else.

    Examples:
        >>> dated_organization("Harbour Institute, 3 February 2020")
        'Harbour Institute'
        >>> dated_organization("Geneva, 3 February 2020") is None
        True
    """
    name = _name_beside_date(text)
    return name if name and _is_organization(name) else None


def dated_writer(text: str) -> str | None:
    """The person whom a line names beside a date, and nothing else.

    Examples:
        >>> dated_writer("Jane Roe, 3 February 2020"), dated_writer("OSLO, 3 February 2020")
        ('Jane Roe', None)
    """
    name = _name_beside_date(text)
    if not name or name.isupper() or not has_given_name(name) or _is_organization(name):
        return None
    return name if len(name.split()) >= 2 and names_in(name) == (name,) else None


@lru_cache(maxsize=64)  # a line is asked whether it names a source, then whether it names its writer
def _name_beside_date(text: str) -> str | None:
    """What a line of one date and one name names; None for any other line."""
    if len(text) > _LONGEST_DATED or "\n" in text or not any(map(str.isdigit, text)):
        return None
    days = [day for day in find_dates(text) if day.is_complete and day.day is not None]
    if len(days) != 1:
        return None
    before, after = text[: days[0].start].strip(_EDGES), text[days[0].end :]
    for start, end in reversed(find_clock_times(after)):
        after = after[:start] + after[end:]
    name = " ".join(filter(None, (before, after.strip(_EDGES))))
    return name if is_name(name) and not (before and after.strip(_EDGES)) else None


def _is_organization(name: str) -> bool:
    return (" " in name and is_known_source(name)) or _rules().regex("organization").search(name) is not None


def _is_agency(name: str) -> bool:
    return name.casefold() in _agencies()


@cache
def _picture_agencies() -> frozenset[str]:
    return frozenset(map(str.casefold, load_rules("agencies").words("picture_agencies")))


@cache
def _agencies() -> frozenset[str]:
    news = load_rules("agencies").words("news_agencies")
    return frozenset(map(str.casefold, news)) | _picture_agencies()


@cache
def _rules() -> Rules:
    return load_rules("post_head")
