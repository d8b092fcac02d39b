"""The head of a story that says where and when it was filed: "HALIFAX, May 3, 2018 /PRNewswire/ -- "."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from pressparse.document import Dateline
from pressparse.rules import Rules, any_of, load_rules
from pressparse.span import Span

# Wires write it within the first line; nothing after this is read.
_REACH = 160
_MOST_NAMES = 8  # words of a place, its region counted in
_LONGEST_BARE_PLACE = 3
_LEAST_BARE_PLACE = 5  # letters of a place in capitals with nothing but a dash: "LYON - ", not "NASA - "
# The words that follow a line break or a dash must begin like a sentence.
_SENTENCE_START = re.compile(r"""["'“”‘’«»„(\[¿¡]{0,9}[A-Z0-9À-ÖØ-ÞĀ-Ž$€£¥₹@#]""")
_OPENING = re.compile(r"[(\[]")
_BEFORE_DATE = re.compile(r"\s*(?P<mark>[,;(]|-{1,2}|[–—])?\s*(?:(?:le|el|am|on|den)\s+)?")
_AFTER_DATE = re.compile(r"\s*[),.]*")
_BEFORE_WIRE = re.compile(r"\s*(?:,|-{1,2}|[–—])?\s*")
_SLASH = re.compile(r"\s{0,20}/")
_BLANK = re.compile(r"[ \t]*[)\]]?[ \t]*")
_JOINED = re.compile(r"\s{1,20}(?:and|&|/)\s+")
_YEAR = re.compile(r"\d{4}")


@dataclass(slots=True)
class _Head:
    """What has been read of a dateline so far, up to `end`."""

    end: int
    place: tuple[int, int] | None = None
    date: tuple[int, int] | None = None
    agency: tuple[int, int] | None = None
    slashed: bool = False  # the wire stands between slashes, which may close the dateline
    listed: bool = False  # a comma or a bracket stands before the date


def find_dateline(text: str) -> Dateline | None:
    """The dateline at the head of a paragraph, or the one that a whole line is.

    Offsets are code points of `text`. `place` is as printed, city and region; `date` too; None where there is
    no dateline, which is most of the time.

    Examples:
        >>> dateline = find_dateline("OSLO, Norway, May 5, 2025 (GLOBE NEWSWIRE) -- Fjord Ltd. today ...")
        >>> dateline.place, dateline.date, dateline.agency
        ('OSLO, Norway', 'May 5, 2025', 'GLOBE NEWSWIRE')
        >>> find_dateline("The mayor of Oslo - a painter - opened it.") is None
        True
    """
    is_cut = len(text) > _REACH
    text = text[:_REACH]
    start = len(text) - len(text.lstrip())
    place_start = _end_of(_OPENING, text, start)
    for place_end in [*_place_ends(text, place_start), None]:
        head = _read_marks(text, start, (place_start, place_end) if place_end else None)
        if head.place is None and head.date is not None:
            _read_later_place(text, head)
        end = _closing(text, head, is_cut=is_cut)
        if end is not None and _is_plausible(text, head, end):
            return _dateline(text, start, head, end)
    return None


def _place_ends(text: str, start: int) -> list[int]:
    """Where the place may end, longest first."""
    ends: list[int] = []
    position = start
    while len(ends) < _MOST_NAMES and (word := _word_pattern().match(text, position)):
        if _rules().regex("date").match(text, word.start("name")):
            break
        position = word.end()
        if word["particle"] is None:
            ends.append(position)
    return ends[::-1]


def _read_marks(text: str, start: int, place: tuple[int, int] | None) -> _Head:
    """The date and the wire, in either order, after the place."""
    head = _Head(place[1] if place else start, place)
    while _read_date(text, head) or _read_wire(text, head):
        pass
    return head


def _read_date(text: str, head: _Head) -> bool:
    opening = _BEFORE_DATE.match(text, head.end)
    if head.date is not None or opening is None:
        return False
    found = _rules().regex("date").match(text, opening.end())
    if not found:
        return False
    head.date = found.span()
    head.listed = opening["mark"] in {",", ";", "("}
    head.end = _end_of(_AFTER_DATE, text, found.end())
    if head.slashed:
        head.end = _end_of(_SLASH, text, head.end)
    return True


def _read_later_place(text: str, head: _Head) -> None:
    """The place that follows the date, "May 5, 2014 - Ottawa, Ontario - ", where it is sure to be one."""
    start = _end_of(_BEFORE_WIRE, text, head.end)
    for end in _place_ends(text, start):
        place = text[start:end]
        is_sure = _names_known_place(place) or (_is_upper(place.partition(",")[0]) and _may_stand_bare(place))
        if is_sure and _rules().regex("dash").match(text, _end_of(_BLANK, text, end)):
            head.place, head.end = (start, end), end
            return


def _read_wire(text: str, head: _Head) -> bool:
    opening = _BEFORE_WIRE.match(text, head.end)
    if head.agency is not None or opening is None:
        return False
    found = _rules().regex("wire").match(text, opening.end())
    if not found or _rules().regex("date").fullmatch(found[0].strip("/()[] ")):
        return False
    inside = Span.trimmed(text, found.start() + 1, found.end() - 1)
    if inside is None:
        return False
    head.slashed = found[0][0] == "/"
    head.agency, head.end = (inside.start, inside.end), found.end()
    return True


def _end_of(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position


def _closing(text: str, head: _Head, *, is_cut: bool) -> int | None:
    """The end of what closes the dateline, or None where nothing does."""
    at = _end_of(_BLANK, text, head.end)
    dash = _rules().regex("dash").match(text, at)
    if dash:
        return dash.end()
    if head.slashed and text[head.end - 1] == "/":
        return at + text.startswith(".", at)
    if text[at : at + 1] == ":" and _may_end_in_colon(text, head):
        return at + 1
    ends_line = (at == len(text) and not is_cut) or text[at : at + 1] == "\n"
    return at if ends_line and _may_end_a_line(text, head) else None


def _may_end_a_line(text: str, head: _Head) -> bool:
    """Whether a line may be a dateline without a dash: by a wire's name, or by place, comma and date."""
    if head.place is None:
        return False
    if head.agency is not None:
        return _fold(text[slice(*head.agency)]) in _known("wires")
    if head.date is None or not head.listed:
        return False
    place = text[slice(*head.place)]
    return _names_known_place(place) or len(place.split()) <= _LONGEST_BARE_PLACE


def _may_end_in_colon(text: str, head: _Head) -> bool:
    """Whether a dateline may end in a colon: a known place in capitals, "NEW DELHI: The", is no label."""
    place = text[slice(*head.place)] if head.place else ""
    return bool(place) and _is_upper(place.partition(",")[0]) and _names_known_place(place)


def _is_plausible(text: str, head: _Head, end: int) -> bool:
    rest = text[end:].lstrip()
    if rest and not _SENTENCE_START.match(rest):
        return False
    if head.place is None:
        return _stands_without_place(text, head)
    place = text[slice(*head.place)]
    if _names_known_place(place):
        return True
    city = place.partition(",")[0].strip()
    if _is_no_place(place, city):
        return False
    if not _is_upper(city):
        return head.date is not None or head.slashed
    return head.date is not None or head.agency is not None or _may_stand_bare(place)


def _is_no_place(place: str, city: str) -> bool:
    """Whether a name is a label ("UPDATE"), or begins with a word that begins no place's name ("From")."""
    labelled = not _rules().words("labels").isdisjoint({place, city})
    return labelled or _fold(city.split(maxsplit=1)[0]) in _rules().words("not_places")


def _may_stand_bare(place: str) -> bool:
    """Whether a name in capitals that no list knows, or several of them, may be a place with a dash after it."""
    return all(
        len(one) >= _LEAST_BARE_PLACE
        and len(one.split()) <= _LONGEST_BARE_PLACE
        and _is_upper(one.partition(",")[0])
        and not _rules().regex("common_noun").search(one)
        for one in _JOINED.split(place)
    )


def _stands_without_place(text: str, head: _Head) -> bool:
    """A date with its year, or a wire that is known, may open a paragraph by itself; "(Right) -" may not."""
    if head.date is not None:
        return _YEAR.search(text[slice(*head.date)]) is not None
    return head.agency is not None and _fold(text[slice(*head.agency)]) in _known("wires")


def _names_known_place(place: str) -> bool:
    """Whether a place is a city that stands alone in datelines, or any name with a known region after it."""
    city, _, region = (part.strip() for part in place.partition(","))
    return _fold(city) in _known("cities") or (bool(region) and _fold(region) in _known("regions"))


def _is_upper(city: str) -> bool:
    words = [w for w in city.split() if w.lower() not in _rules().words("place_particles")]
    return bool(words) and all(w.upper() == w and any(map(str.isalpha, w)) for w in words)


def _dateline(text: str, start: int, head: _Head, end: int) -> Dateline:
    return Dateline(
        place=_printed(text, head.place).replace(" ,", ",") if head.place else None,
        date=_printed(text, head.date) if head.date else None,
        agency=_printed(text, head.agency) if head.agency else None,
        span=Span.of(text, start, len(text[:end].rstrip())),
    )


def _printed(text: str, stretch: tuple[int, int]) -> str:
    return " ".join(text[slice(*stretch)].split())


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
    return re.compile(rf"{joint}(?P<name>(?P<particle>{particles}(?=\s))|{name})")


@cache
def _rules() -> Rules:
    return load_rules("datelines")
