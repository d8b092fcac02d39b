"""Finds e-mail addresses, telephone numbers and web addresses in running text.

All three are what numbers, handles and contacts need to know first; they depend on nothing but the text, and
cost linear time whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pressparse.rules import load_rules

_PHONE_PATTERNS = (
    "phone_international",
    "phone_north_american",
    "phone_vanity",
    "phone_national",
    "phone_labelled",
)
# E.164 allows fifteen digits; a local number behind the word "Tel" has six or more, any other number eight.
_PHONE_DIGITS = range(8, 16)
_LABELLED_PHONE_DIGITS = range(6, 16)
# What a text without addresses lacks, so that most texts cost a glance.
_AT_MARKS = (
    "@",
    " AT ",
    *(f"{bracket}{at}" for bracket in "[({<" for at in ("at", "AT", "At", " at", " AT", "@", " @")),
)
_DIGITS = re.compile(r"\d\D{0,3}\d\D{0,3}\d")
_INNER_MARK = re.compile(r"\w[.:][\w/]")
_SENTENCE_MARKS = ".,;:!?'’\"*_…"
_BRACKETS = {")": "(", "]": "[", "}": "{"}


@dataclass(frozen=True, slots=True)
class Address:
    """Where somebody can be reached.

    Attributes:
        text: as printed, `source[start:end]`.
        start: offset of the first character, in Unicode code points.
        end: offset after the last character.
        value: to use: `name@host` for an e-mail address however it is written, a URL with its scheme, a
            telephone number as printed.
    """

    text: str
    start: int
    end: int
    value: str


def find_emails(text: str) -> list[Address]:
    """E-mail addresses, also written out ("name [at] host [dot] org").

    Examples:
        >>> [a.value for a in find_emails("Write to jane [at] agency.example or press@agency.example.")]
        ['jane@agency.example', 'press@agency.example']
    """
    if not any(mark in text for mark in _AT_MARKS):
        return []
    rules = load_rules("addresses")
    plain = [_address(match, match[0]) for match in rules.regex("email").finditer(text)]
    written_out = [
        _address(match, f"{match['local']}@{_spelled_host(match['host'])}")
        for match in rules.regex("email_written_out").finditer(text)
    ]
    return _without_overlaps([*plain, *written_out])


def find_phones(text: str) -> list[Address]:
    """Telephone numbers with their extensions, without the word that introduces them.

    Examples:
        >>> [a.text for a in find_phones("Call 207-555-0142 ext. 3 or +44 20 7946 0000 before 02-05-2014.")]
        ['207-555-0142 ext. 3', '+44 20 7946 0000']
    """
    if not _DIGITS.search(text):
        return []
    return _without_overlaps(address for name in _PHONE_PATTERNS for address in _phones(name, text))


def find_urls(text: str) -> list[Address]:
    """Web addresses, with or without their scheme; marks that end a sentence or close a bracket are left out.

    Examples:
        >>> [a.value for a in find_urls("See www.agency.example/a (or t.me/agency).")]
        ['http://www.agency.example/a', 'http://t.me/agency']
    """
    if not _INNER_MARK.search(text):
        return []
    rules = load_rules("addresses")
    matches = (m for name in ("url_with_scheme", "url_bare") for m in rules.regex(name).finditer(text))
    return _without_overlaps(map(_url, matches))


def _address(match: re.Match[str], value: str) -> Address:
    return Address(match[0], match.start(), match.end(), value)


def _spelled_host(host: str) -> str:
    """The host of an address that is written out: "agency [dot] org" is agency.org."""
    return re.sub(r"\W*\b(?:dot|DOT)\b\W*|\W*\.\W*", ".", host)


def _phones(name: str, text: str) -> Iterator[Address]:
    rules = load_rules("addresses")
    group: int | str = "number" if name == "phone_labelled" else 0
    allowed = _LABELLED_PHONE_DIGITS if name == "phone_labelled" else _PHONE_DIGITS
    for match in rules.regex(name).finditer(text):
        number = _without_open_ends(match[group])
        if name == "phone_vanity" or _is_phone(number, allowed):
            start = match.start(group)
            end = start + len(number)
            extension = rules.regex("phone_extension").match(text[end : end + 20])
            end += extension.end() if extension else 0
            yield Address(text[start:end], start, end, text[start:end])


def _without_open_ends(number: str) -> str:
    """Without trailing marks, and without a closing bracket that the number did not open."""
    number = number.rstrip(" .-/(")
    return number[:-1] if number.endswith(")") and number.count(")") > number.count("(") else number


def _is_phone(number: str, allowed: range) -> bool:
    digits = sum(character.isdigit() for character in number)
    return digits in allowed and not load_rules("addresses").regex("date_like").search(number)


def _url(match: re.Match[str]) -> Address:
    text = _without_trailing_marks(match[0])
    value = text if "://" in text else f"http://{text}"
    return Address(text, match.start(), match.start() + len(text), value)


def _without_trailing_marks(url: str) -> str:
    """Without what is the sentence's: its last mark, and a bracket that the address did not open."""
    end = len(url)
    while end and (url[end - 1] in _SENTENCE_MARKS or _is_unopened(url, end)):
        end -= 1
    return url[:end]


def _is_unopened(url: str, end: int) -> bool:
    closing = url[end - 1]
    return closing in _BRACKETS and url.count(closing, 0, end) > url.count(_BRACKETS[closing], 0, end)


def _without_overlaps(found: Iterable[Address]) -> list[Address]:
    """In order of appearance; of two that overlap the earlier one, of two that start together the longer."""
    kept: list[Address] = []
    for address in sorted(found, key=lambda a: (a.start, -a.end)):
        if not kept or address.start >= kept[-1].end:
            kept.append(address)
    return kept
