"""Reads the credit of a picture: who made it, whose it is, by whose courtesy, under which licence."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from pressparse.expressions.credit_parties import (
    is_known_source,
    is_name,
    party_of,
    shares_pictures,
)
from pressparse.expressions.dates import find_dates
from pressparse.rules import Rules, any_of, load_rules

_EDGES = " \t\n.,;:|/-–—•·©()[]\"“”'‘*"
_PARENTHESES = re.compile(r"(?<=\s)\(([^()]+)\)")
_COURTESY = re.compile(r"\bcourtesy\b", re.IGNORECASE)
_PLURAL_LABEL = re.compile(r"s\W*(?:by\W*)?\Z", re.IGNORECASE)
_BY = re.compile(r"\bby\W*\Z", re.IGNORECASE)
_YEAR_BEHIND = re.compile(r"(?<=\w)[\s,]+(?:19|20)\d\d\Z")
_PICTURE_CODE = re.compile(r"[A-Z]{1,6}\d{3,12}[A-Z]?")
_AFTER_CODE = "code"
_LIST_WORDS = re.compile(r"\s{0,20}(?:and|und|et|y|with|mit|avec|con|&)\s*")
_CLIENT_WORDS = re.compile(r"\s{0,20}(?:for|pour|für|para)\s*")


@dataclass(frozen=True, slots=True)
class CreditLine:
    """What a credit says.

    Attributes:
        creators: people, without rank and title.
        sources: agencies, outlets, rights holders, sites, clients.
        courtesy: whether it says so.
        license: as printed.
    """

    creators: tuple[str, ...]
    sources: tuple[str, ...]
    courtesy: bool
    license: str | None

    @property
    def is_empty(self) -> bool:
        """Whether it names nobody ("Photo: courtesy")."""
        return not self.creators and not self.sources


@dataclass(frozen=True, slots=True)
class _Statement:
    """The label of a part of the credit, and what follows it."""

    label: str
    value: str


@dataclass(slots=True)
class _Named:
    """A name in a credit, and how it is joined to the one before."""

    text: str
    joint: str


def read_credit_line(
    text: str, *, is_organization: Callable[[str], bool] = lambda _name: False
) -> CreditLine | None:
    """What the credit `text` says; None where the words cannot be a credit.

    Args:
        text: the credit with its label, without the brackets around it.
        is_organization: asked about a name that could as well be a person's.

    Examples:
        >>> read_credit_line("Photo by Ann Poe/Getty Images for the Harbour Trust").creators
        ('Ann Poe',)
        >>> read_credit_line("Image: the mayor, left, opens the hall") is None
        True
    """
    unlicensed, license_ = _without_license(" ".join(text.split()))
    creators: list[str] = []
    sources: list[str] = []
    for statement in _statements(unlicensed):
        names = _names(statement.value)
        if names is None or not all(_is_meant(name.text, names, statement.label) for name in names):
            return None
        _sort(names, statement.label, creators, sources, is_organization)
    courtesy = bool(_COURTESY.search(text))
    return CreditLine(_unique(creators), _unique(sources), courtesy, license_)


def _without_license(text: str) -> tuple[str, str | None]:
    match = _rules().regex("license").search(text)
    if not match or (match[0].casefold() == "creative commons" and is_known_source(match[0])):
        return text, None
    return f"{text[: match.start()].rstrip(' (|,')} {text[match.end() :].lstrip(' )')}", match[0]


def _statements(text: str) -> list[_Statement]:
    """The parts of a credit by their labels; what belongs to another label ("Text:") is left out."""
    labels = sorted(
        (match.start(), match.end(), name)
        for name in ("label", "glued_label", "other_label")
        for match in _rules().regex(name).finditer(text)
    )
    if not labels or labels[0][0] > 0:
        head = _rules().regex("bare_label").match(text)
        labels.insert(0, (0, head.end() if head else 0, "label"))
    ends = [start for start, _, _ in labels[1:]] + [len(text)]
    return [
        _Statement(text[start:middle], text[middle:end])
        for (start, middle, name), end in zip(labels, ends, strict=True)
        if name != "other_label" and middle <= end
    ]


def _names(value: str) -> list[_Named] | None:
    """The names in what follows a label, without statuses; None where some words are no name."""
    spelled = _PARENTHESES.sub(r"/ \1 /", _rules().regex("reference").sub("", value))
    names = [named for piece in _pieces(spelled) for named in _joined_names(piece)]
    named = _without_codes([_Named(_bare(name.text), name.joint) for name in names])
    if any(not is_name(name.text) or _is_day(name.text) for name in named if name.text):
        return None
    return [name for name in named if name.text]


def _is_day(name: str) -> bool:
    """Whether it is a day of the calendar, as a dateline has between place and agency."""
    if not name[-1].isdigit():
        return False
    return any(date.day is not None and date.text == name for date in find_dates(name))


def _without_codes(names: list[_Named]) -> list[_Named]:
    """Without the number of the picture in an archive, behind which its maker stands: "UNICEF/UN0312/Poe"."""
    kept: list[_Named] = []
    follows_code = False
    for name in names:
        is_code = bool(kept) and bool(_PICTURE_CODE.fullmatch(name.text))
        if not is_code:
            kept.append(_Named(name.text, _AFTER_CODE if follows_code else name.joint))
        follows_code = is_code
    return kept


def _is_meant(name: str, names: list[_Named], label: str) -> bool:
    """Whether a word in small letters is a user name: one stands behind "by", in a list, or beside a site."""
    if not (name.isalpha() and name.islower()) or is_known_source(name):
        return True
    return bool(_BY.search(label)) or any(is_known_source(other.text) for other in names)


def _pieces(value: str) -> list[str]:
    bare = (piece.strip(_EDGES) for piece in _rules().regex("separator").split(value))
    return [part for piece in bare if piece for part in _without_glued_agency(piece)]


def _without_glued_agency(piece: str) -> tuple[str, ...]:
    """Person and agency where a mere hyphen joins them: "Ann Poe-USA TODAY Sports"."""
    for hyphen in re.finditer("-", piece):
        name, agency = piece[: hyphen.start()], piece[hyphen.end() :]
        if " " in name and is_known_source(agency) and not is_known_source(piece):
            return name, agency
    return (piece,)


def _joined_names(piece: str) -> list[_Named]:
    """The names of a list: cut at "and" between persons, at "for", at a comma unless a place follows."""
    piece = _without_rank(piece)
    names = [_Named("", "/")]
    position = 0
    for match in _rules().regex("joiner").finditer(piece):
        names[-1].text += piece[position : match.start()]
        following = piece[match.end() :]
        if _parts(names[-1].text, match[0], following):
            names.append(_Named("", match[0].strip()))
        else:
            names[-1].text += match[0]
        position = match.end()
    names[-1].text += piece[position:]
    return names


def _parts(before: str, joint: str, following: str) -> bool:
    """Whether the joint parts two names, rather than standing inside one."""
    after = re.split(r",|/| and | & ", following, maxsplit=1)[0].strip(_EDGES)
    if _CLIENT_WORDS.fullmatch(joint):
        return not party_of(before).endswith("organization") or is_known_source(before)
    if _LIST_WORDS.fullmatch(joint):
        one_known = is_known_source(before) or is_known_source(after)
        return all(_is_listed(name, beside_known=one_known) for name in (before, after))
    is_suffix = after in _words("name_suffixes")
    return not is_suffix and not (party_of(before) == "organization" and after in _places())


def _is_listed(name: str, *, beside_known: bool) -> bool:
    """Whether the name stands by itself in a list: a person's full one, a known body's, one beside it."""
    if is_known_source(name) or name.isupper():
        return True
    return len(name.split()) > 1 and ("person" in party_of(name) or beside_known)


def _without_rank(name: str) -> str:
    return _leading_ranks().sub("", name)


def _bare(name: str) -> str:
    """The name without rank, year and mere status, in the one form of a source that has several."""
    name = _without_rank(name).strip(_EDGES)
    year = _rules().regex("year").match(name)
    name = name[year.end() :].strip(_EDGES) if year else name
    name = _YEAR_BEHIND.sub("", name).removeprefix("and ").strip(_EDGES)
    if name.casefold() in _words("statuses") or name.isdigit():
        return ""
    shorter = _without_status(name)
    alias: str = _rules().table("aliases").get(shorter, shorter)
    bare = alias.removeprefix("the ")
    return alias if bare[:1].islower() else bare


def _without_status(name: str) -> str:
    """Without a word for the picture behind an agency's name: "AP Photo" is AP; "UN Photo" is a name."""
    match = _trailing_status().search(name)
    if not match or is_known_source(name):
        return name
    source = name[: match.start()]
    status = match[0].strip()
    is_plain = " " in status or status.islower() or is_known_source(source) or source.isupper()
    return source if is_plain else name


def _sort(
    names: list[_Named],
    label: str,
    creators: list[str],
    sources: list[str],
    is_organization: Callable[[str], bool],
) -> None:
    """Put each name with the creators or the sources, the doubtful ones by the company they keep."""
    is_by, is_plural = bool(_BY.search(label)), bool(_PLURAL_LABEL.search(label))
    wire_feed = any(name.text == "PR Newswire" for name in names)
    has_agency = any(is_known_source(name.text) for name in names)
    has_shared = any(shares_pictures(name.text) for name in names)
    has_full_name = any(" " in name.text and "person" in party_of(name.text) for name in names)
    for name in names:
        party = party_of(name.text)
        if party == "likely_person" and len(name.text.split()) > 1:
            follows_creator = bool(creators) and not is_plural and not _LIST_WORDS.fullmatch(name.joint)
            party = "organization" if follows_creator or is_organization(name.text) else "person"
        elif party == "likely_person" and has_full_name and not is_plural:
            party = "organization"  # "siteName/Ann Poe": a single word beside a full name
        elif party == "likely_organization" and " " in name.text:
            party = "person" if has_agency and not creators else "organization"  # "UN Photo/Ann Park"
        elif party == "likely_organization" and len(name.text.split()) == 1:
            party = "person" if (is_by and not creators) or has_shared else "organization"
        if name.joint == _AFTER_CODE:
            party = "person"
        if wire_feed or _CLIENT_WORDS.fullmatch(name.joint):
            party = "organization"
        (creators if "person" in party else sources).append(name.text)


def _unique(names: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))


def _rules() -> Rules:
    return load_rules("photo_credits")


def _words(name: str) -> frozenset[str]:
    return _rules().words(name)


@cache
def _places() -> frozenset[str]:
    """Towns, states and countries, as they stand behind an organisation's comma."""
    regions = load_rules("datelines").words("regions")
    return _words("cities") | regions


@cache
def _leading_ranks() -> re.Pattern[str]:
    return re.compile(rf"\A(?:{any_of(_words('ranks'))}\b\.?\s+)+(?=\S)", re.IGNORECASE)


@cache
def _trailing_status() -> re.Pattern[str]:
    return re.compile(rf"\s+{any_of(_words('trailing_statuses'))}\Z", re.IGNORECASE)
