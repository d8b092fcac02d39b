"""Reads a contact block into its fields: labels, names, roles, organisations, e-mail addresses, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pressparse.expressions.addresses import Address, find_emails, find_phones, find_urls
from pressparse.expressions.credit_parties import is_name, party_of
from pressparse.rules import Rules, any_of, load_rules

FieldKind = Literal["label", "desk", "person", "likely_person", "role", "organization", "email", "phone"]

_FEWEST_NAME_WORDS, _MOST_NAME_WORDS = 2, 5
_EDGES = " \t\n.,;:|*_•·–—-/()[]<>\"“”"
_ROLE_JOINTS = frozenset({"of", "for", "to", "at"})


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a contact block.

    Attributes:
        kind: `likely_person` is a name that could be an organisation's as well.
        value: the words; of an e-mail address, what it is however it is written.
        start: offset of the first character, in Unicode code points.
        end: offset after the last character.
        line: the number of the line it stands on, from 0.
    """

    kind: FieldKind
    value: str
    start: int
    end: int
    line: int


def read_fields(text: str) -> list[Field]:
    """The fields of `text`, in order; what is none of them (a postal address, running prose) is left out.

    Examples:
        >>> [(f.kind, f.value) for f in read_fields("Media: Ann Poe, Press Officer\\n555-555-0100 | ann@x.example")]
        [('label', 'Media'), ('person', 'Ann Poe'), ('role', 'Press Officer'), ('phone', '555-555-0100'), ('email', 'ann@x.example')]
    """
    fields: list[Field] = []
    position = 0
    for number, line in enumerate(text.split("\n")):
        fields += _line_fields(line, position, number)
        position += len(line) + 1
    return fields


def _line_fields(line: str, offset: int, number: int) -> list[Field]:
    addresses = _addresses(line)
    fields = [Field(kind, a.value, offset + a.start, offset + a.end, number) for kind, a in addresses if kind]
    position = 0
    for _, address in [*addresses, (None, Address("", len(line), len(line), ""))]:
        fields += _word_fields(line, position, address.start, offset, number)
        position = address.end
    return sorted(fields, key=lambda field: field.start)


def _addresses(line: str) -> list[tuple[FieldKind | None, Address]]:
    """E-mail addresses and telephone numbers, and without a kind what is neither: web addresses, fax numbers."""
    found: list[tuple[FieldKind | None, Address]] = [("email", email) for email in find_emails(line)]
    for phone in find_phones(line):
        is_fax = _rules().regex("fax").search(line[max(0, phone.start - 8) : phone.start])
        found.append((None if is_fax else "phone", phone))
    found += [(None, url) for url in find_urls(line)]
    kept: list[tuple[FieldKind | None, Address]] = []
    for kind, address in sorted(found, key=lambda pair: pair[1].start):
        if not kept or address.start >= kept[-1][1].end:
            kept.append((kind, address))
    return kept


def _word_fields(line: str, start: int, end: int, offset: int, number: int) -> Iterator[Field]:
    """The fields in the words of a line between two addresses."""
    position = start
    boundaries = [*_rules().regex("boundary").finditer(line, start, end)]
    for piece_end, following in [*((m.start(), m.end()) for m in boundaries), (end, end)]:
        yield from _piece_fields(line, position, piece_end, offset, number)
        position = following


def _piece_fields(line: str, start: int, end: int, offset: int, number: int) -> Iterator[Field]:
    words = line[start:end]
    start += len(words) - len(words.lstrip(_EDGES))
    words = words.strip(_EDGES)
    if not words:
        return
    kind = _kind(words)
    if kind:
        name = _without_honorific(words) if "person" in kind else words
        start += len(words) - len(name)
        yield Field(kind, name, offset + start, offset + start + len(name), number)
        return
    for run in _rules().regex("capital_run").finditer(words):
        yield from _run_fields(run, offset + start, number)


def _run_fields(run: re.Match[str], offset: int, number: int) -> Iterator[Field]:
    """The name in a run of capitals inside a sentence."""
    kind = _kind(run[0])
    if kind and kind not in {"label", "role"}:
        yield Field(kind, run[0], offset + run.start(), offset + run.end(), number)


def _kind(words: str) -> FieldKind | None:
    lowered = words.casefold().split()
    if " ".join(lowered).removeprefix("the ") in _rules().words("desks"):
        return "desk"
    if all(word.strip(_EDGES) in _label_words() or not word.strip(_EDGES) for word in lowered):
        return "label"
    if _is_role(lowered):
        return "role"
    return _name_kind(_without_honorific(words), was_addressed=_without_honorific(words) != words)


def _is_role(words: list[str]) -> bool:
    roles = _rules().words("role_words")
    ends_in_role = words[-1].strip(".") in roles
    begins_with_role = words[0] in roles and any(word in _ROLE_JOINTS for word in words[1:])
    return ends_in_role or begins_with_role


def _name_kind(name: str, *, was_addressed: bool) -> FieldKind | None:
    if not is_name(name) or any(character.isdigit() for character in name):
        return None
    party = "person" if was_addressed else party_of(name)
    if "person" in party and not _FEWEST_NAME_WORDS <= len(name.split()) <= _MOST_NAME_WORDS:
        return None
    if party == "likely_organization":
        return "organization" if len(name.split()) > 1 else None
    return party


def _without_honorific(words: str) -> str:
    return _honorific().sub("", words, count=1)


def _rules() -> Rules:
    return load_rules("contacts")


@cache
def _label_words() -> frozenset[str]:
    return _rules().words("label_words")


@cache
def _honorific() -> re.Pattern[str]:
    return re.compile(rf"\A(?:{any_of(_rules().words('honorifics'))}\.?\s+)+(?=\S)")
