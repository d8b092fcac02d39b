"""The head of a story that says where and when it was filed: "NEW YORK, July 21, 2026 /PRNewswire/ -- "."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pressparse.document import Dateline
from pressparse.rules import Rules, any_of, load_rules
from pressparse.span import Span

# Wires write it within the first line; nothing after this is read.
_REACH = 160
# The words that follow a line break or a dash must begin like a sentence.
_SENTENCE_START = re.compile(r"""["'“”‘’«»„(\[¿¡]*[A-Z0-9À-ÖØ-ÞĀ-Ž$€£¥₹@#]""")
_SEPARATOR = re.compile(r"\s*[,;]?\s*")


@dataclass(slots=True)
class _Head:
    """What has been read of a dateline so far, up to `end`."""

    end: int
    place: tuple[int, int] | None = None
    date: tuple[int, int] | None = None
    agency: tuple[int, int] | None = None
    slashed: bool = False


def find_dateline(text: str) -> Dateline | None:
    """The dateline at the head of a paragraph, or the one that a whole line is.

    Offsets are code points of `text`. `place` is as printed, city and region; `date` too; None where there is no
    dateline, which is most of the time.

    Examples:
        >>> dateline = find_dateline("OSLO, Norway, May 5, 2025 (GLOBE NEWSWIRE) -- Fjord Ltd. today opened ...")
        >>> dateline.place, dateline.date, dateline.agency
        ('OSLO, Norway', 'May 5, 2025', 'GLOBE NEWSWIRE')
        >>> find_dateline("The mayor of Oslo - a painter - opened it.") is None
        True
    """
    text = text[:_REACH]
    for place_end in _place_ends(text):
        head = _read_marks(text, place_end)
        end = _closing(text, head)
        if end is not None and _is_plausible(text, head, end):
            return _dateline(text, head, end)
    return None


def _place_ends(text: str) -> list[tuple[int, int]]:
    """Where the place may begin and end, longest first; an empty stretch where there is none."""
    start = len(text) - len(text.lstrip())
    ends = [(start, end) for end in _name_ends(text, start)]
    return [*reversed(ends), (start, start)]


def _name_ends(text: str, start: int) -> list[int]:
    ends: list[int] = []
    position = start
    while word := _word_pattern().match(text, position):
        if _rules().regex("date").match(text, word.start("name")):
            break
        position = word.end()
        if word["particle"] is None:
            ends.append(position)
        if len(ends) > 8:
            break
    return ends


def _read_marks(text: str, place: tuple[int, int]) -> _Head:
    """The date and the wire, in either order, after the place."""
    head = _Head(place[1], place=place if place[1] > place[0] else None)
    for _ in range(3):
        read_on = _read_date(text, head) or _read_wire(text, head)
        if not read_on:
            break
    return head


def _read_date(text: str, head: _Head) -> bool:
    if head.date is not None:
        return False
    opening = re.compile(r"\s*(?:[,;(]|-{1,2}|[–—])?\s*").match(text, head.end)
    found = _rules().regex("date").match(text, opening.end() if opening else head.end)
    if not found:
        return False
    head.date = found.span()
    closing = re.compile(r"\s*[),]*").match(text, found.end())
    head.end = closing.end() if closing else found.end()
    if head.slashed and (slash := re.compile(r"\s*/").match(text, head.end)):
        head.end = slash.end()
    return True


def _read_wire(text: str, head: _Head) -> bool:
    if head.agency is not None:
        return False
    opening = re.compile(r"\s*(?:,|-{1,2}|[–—])?\s*").match(text, head.end)
    found = _rules().regex("wire").match(text, opening.end() if opening else head.end)
    if not found or _rules().regex("date").fullmatch(found[0].strip("/()[] ")):
        return False
    head.slashed = found[0][0] == "/"
    inside = Span.trimmed(text, found.start() + 1, found.end() - 1)
    if inside is None:
        return False
    head.agency, head.end = (inside.start, inside.end), found.end()
    return True


def _closing(text: str, head: _Head) -> int | None:
    """The end of what closes the dateline, or None where nothing does."""
    gap = re.compile(r"[ \t]*").match(text, head.end)
    at = gap.end() if gap else head.end
    dash = _rules().regex("dash").match(text, at)
    if dash:
        return dash.end()
    if head.slashed and text[head.end - 1] == "/":
        return at
    rest = text[at:]
    if head.place and (head.date or head.agency) and (not rest.strip() or rest.startswith("\n")):
        return at
    return None


def _is_plausible(text: str, head: _Head, end: int) -> bool:
    if text[end:].strip() and not _SENTENCE_START.match(text, end):
        return False
    if head.place is None:
        return _stands_without_place(text, head)
    place = text[slice(*head.place)]
    if _names_known_place(place):
        return True
    if any(word in _rules().words("labels") for word in (place, place.split(",")[0])):
        return False
    if _is_upper(place.split(",")[0]):
        return head.date is not None or head.agency is not None or len(place) >= 5
    return head.date is not None or head.slashed


def _stands_without_place(text: str, head: _Head) -> bool:
    """A date that opens with its year, or a wire in capitals or slashes, may open a paragraph; "(2) -" may not."""
    if head.date is not None:
        return bool(re.search(r"\d{4}", text[slice(*head.date)]))
    return head.agency is not None and text[slice(*head.agency)][:1].isupper()


def _names_known_place(place: str) -> bool:
    city, _, region = place.partition(",")
    return _fold(city) in _known("cities") or bool(region) and _fold(region) in _known("regions")


def _is_upper(city: str) -> bool:
    words = [w for w in city.split() if w.lower() not in _rules().words("place_particles")]
    return bool(words) and all(w.upper() == w and any(map(str.isalpha, w)) for w in words)


def _dateline(text: str, head: _Head, end: int) -> Dateline:
    start = len(text) - len(text.lstrip())
    place = " ".join(text[slice(*head.place)].split()).replace(" ,", ",") if head.place else None
    return Dateline(
        place=place,
        date=" ".join(text[slice(*head.date)].split()) if head.date else None,
        agency=text[slice(*head.agency)] if head.agency else None,
        span=Span.of(text, start, start + len(text[start:end].rstrip())),
    )


def _fold(name: str) -> str:
    return " ".join(name.split()).casefold()


@cache
def _known(name: str) -> frozenset[str]:
    return frozenset(map(_fold, _rules().words(name)))


@cache
def _word_pattern() -> re.Pattern[str]:
    """One more word of a place name, with what joins it to the words before."""
    particles = any_of(_rules().words("place_particles"))
    name = r"[A-ZÀ-ÖØ-ÞĀ-Ž](?:[\w'’.]|-(?=\w))*"
    joint = r"\s*(?:,|/|&)?\s*"
    return re.compile(rf"{joint}(?P<name>(?P<particle>(?i:{particles})(?=\s))|{name})")


@cache
def _rules() -> Rules:
    return load_rules("datelines")
