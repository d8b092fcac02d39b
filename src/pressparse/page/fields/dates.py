"""When a post was published and changed: what its reader sees is believed before its metadata."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit

from pressparse.document import BODY_ROLES
from pressparse.expressions.dates import DateExpression, find_dates, read_date
from pressparse.page.fields.signed import Signed
from pressparse.page.head_lines import pieces_of
from pressparse.page.metadata import Metadata
from pressparse.page.raw import RawBlock
from pressparse.rules import Rules, load_rules

_URL_DATE = re.compile(
    r"/(?P<year>(?:19|20)\d\d)[/-]"
    r"(?P<month>0?[1-9]|1[0-2]|(?P<name>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
    r"(?:[/-](?P<day>0?[1-9]|[12]\d|3[01]))?(?=[/_.-]|$)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY = len("2013-12-06")
_DATE_ROLES = ("published", "byline", "embargo", "dateline", "source")
_LONGEST_STATED = 100
_LONGEST_LABEL = 40


@dataclass(frozen=True, slots=True)
class Dates:
    """When a post was published, and when it was last changed, in ISO 8601; None where nothing says it."""

    published: str | None = None
    modified: str | None = None

    def __or__(self, other: Dates) -> Dates:
        """These dates, those that are missing taken from the other."""
        return Dates(self.published or other.published, self.modified or other.modified)


def dates_of(post: Signed, metadata: Metadata, title: str | None, *, is_signed: bool) -> Dates:
    """The dates of a page's article.

    A date over the story is the one that its reader is given, unless it is labelled as that of a change; then
    comes what the metadata states, then a date below the story, and at last that of a change.
    """
    head, shown = shown_dates(post.head()), shown_dates(post)
    stated = stated_dates(metadata, title, is_signed=is_signed)
    published = _agreed(head.published, stated.published) or shown.published or shown.modified
    return Dates(published, stated.modified or shown.modified)


def shown_dates(post: Signed) -> Dates:
    """When the post itself says that it was published and changed, in lines that are not of its story."""
    found, before = Dates(), ""
    for block, role in zip(post.blocks, post.roles, strict=True):
        if role not in BODY_ROLES and (role in _DATE_ROLES or "datetime" in block.data):
            found |= _dates_in(block, before, is_printed=role in _DATE_ROLES)
        before = block.text if _is_label(block) else ""
    return found


def visible_date(post: Signed) -> str | None:
    """The date that a post gives itself; that of a change where it gives no other."""
    shown = shown_dates(post)
    return shown.published or shown.modified


def stated_dates(metadata: Metadata, title: str | None, *, is_signed: bool) -> Dates:
    """When the page's metadata says its article was published and changed.

    The dates of the web page itself count where somebody signed it: every shop and start page has them, too.
    """
    article = metadata.article(title)
    published = [article.published] if article else []
    modified = [article.modified] if article else []
    published += metadata.stated("published")
    modified += metadata.stated("modified")
    if is_signed:
        published.append(metadata.linked.page_dates[0])
        modified.append(metadata.linked.page_dates[1])
    return Dates(_first_date(published), _first_date(modified))


def url_date(url: str | None) -> str | None:
    """The date in an address.

    Examples:
        >>> url_date("https://b.example/2013/12/06/ferry/"), url_date("https://b.example/2014/05/x.html")
        ('2013-12-06', '2014-05')
    """
    try:
        found = _URL_DATE.search(urlsplit(url or "").path)
    except ValueError:
        return None
    if found is None:
        return None
    month = str(_MONTHS.index(found["name"]) + 1) if found["name"] else found["month"]
    return "-".join(part.zfill(2) for part in (found["year"], month, found["day"]) if part)


def _agreed(shown: str | None, stated: str | None) -> str | None:
    """The date that a reader sees; the stated one where that is the same day, or says which figure is the month."""
    if not shown or not stated:
        return shown or stated
    if len(shown) < _DAY:
        return stated
    same_day = {shown[:_DAY], f"{shown[:5]}{shown[8:_DAY]}-{shown[5:7]}"}
    return max(stated, shown, key=len) if stated[:_DAY] in same_day else shown


def _dates_in(block: RawBlock, before: str, *, is_printed: bool) -> Dates:
    """The dates of a line: as it prints them, with the hour of its `time` element where that is the same day."""
    stamp = read_date(block.data.get("datetime", ""))
    printed = list(_printed_dates(block.text)) if is_printed else []
    if not printed and stamp:
        printed = [(stamp, block.text)]
    found = Dates()
    for value, label in printed:
        is_same_day = stamp is not None and stamp[:_DAY] == value[:_DAY]
        said = label if re.search(r"[^\W\d_]", label) else before
        found |= _meant(stamp if is_same_day else value, said)
    return found


def _meant(value: str | None, label: str) -> Dates:
    """What a date is of, by the words before it."""
    if _rules().regex("other_event").search(label):
        return Dates()
    is_change = _rules().regex("change").search(label) is not None
    return Dates(modified=value) if is_change else Dates(published=value)


def _printed_dates(text: str) -> Iterator[tuple[str, str]]:
    """Each date of a line with the words before it; of two side by side the earlier is when it was published."""
    for piece in pieces_of(text):
        days = [found for found in find_dates(piece) if found.is_complete and found.day is not None]
        if not days and (value := read_date(piece)):
            yield value, piece
        read = list(_labelled_dates(piece, days))
        yield from read if any(label.strip() for _, label in read[1:]) else sorted(read)


def _labelled_dates(piece: str, days: Sequence[DateExpression]) -> Iterator[tuple[str, str]]:
    starts = [day.start for day in days]
    ends = [day.end for day in days]
    for start, before, following in zip(starts, [0, *ends], [*starts[1:], len(piece)], strict=False):
        if value := read_date(piece[start:following]):
            yield value, piece[before:start]


def _is_label(block: RawBlock) -> bool:
    return len(block.text) <= _LONGEST_LABEL and not any(map(str.isdigit, block.text))


def _first_date(values: Iterable[str | None]) -> str | None:
    short = (value for value in values if value and len(value) < _LONGEST_STATED)
    return next(filter(None, map(read_date, short)), None)


@cache
def _rules() -> Rules:
    return load_rules("post_dates")
