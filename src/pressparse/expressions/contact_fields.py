"""Reads a contact block into its fields: labels, names, roles, organisations, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pressparse.expressions.addresses import Address, find_emails, find_phones, find_urls
from pressparse.expressions.credit_parties import is_name, party_of
from pressparse.rules import Rules, any_of, load_rules

FieldKind = Literal[
    "label", "joint", "desk", "person", "likely_person", "role", "organization", "email", "phone"
]  # fmt: skip

_FEWEST_NAME_WORDS, _MOST_NAME_WORDS = 2, 5
_EDGES = ' \t\n.,;:|*_•·–—-/()[]<>"“”'
_AND = re.compile(r"\s{1,20}(?:and|&)\s{1,20}")
_NO_NAME = re.compile(r"\d|[sS]?['’][sS]?\Z")
_SHORTEST_NAME = 2  # "T:", "E:" and "M:" say what kind of address follows
_ROLE_JOINTS = frozenset({"of", "for", "to", "at"})


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a contact block.

    Attributes:
        kind: `likely_person` is a name that could be an organisation's as well; a `joint` ("or by") is never
            handed out.
        value: the words; of an e-mail address, what it is however it is written.
        start: offset of the first character, in Unicode code points.
        end: offset after the last character.
    """

    kind: FieldKind
    value: str
    start: int
    end: int


def read_fields(text: str) -> list[Field]:
    """The fields of `text`, in order; what is none of them (a postal address, running prose) is left out.

    Examples:
        >>> for field in read_fields("Media: Ann Poe, Press Officer, ann@x.example"):
        ...     print(field.kind, field.value)
        label Media
        person Ann Poe
        role Press Officer
        email ann@x.example
    """
    fields: list[Field] = []
    position = 0
    for line in text.split("\n"):
        fields += _line_fields(line, position)
        position += len(line) + 1
    return fields


def _line_fields(line: str, offset: int) -> list[Field]:
    addresses = _addresses(line)
    fields = [Field(kind, a.value, offset + a.start, offset + a.end) for kind, a in addresses if kind]
    position = 0
    for _, address in [*addresses, (None, Address("", len(line), len(line), ""))]:
        fields += _word_fields(line, position, address.start, offset)
        position = address.end
    return sorted(fields, key=lambda field: field.start)


def _addresses(line: str) -> list[tuple[FieldKind | None, Address]]:
    """E-mail addresses and telephone numbers; without a kind, what is neither: web addresses, fax numbers."""
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


def _word_fields(line: str, start: int, end: int, offset: int) -> Iterator[Field]:
    """The fields in the words of a line between two addresses."""
    position = start
    boundaries = [*_rules().regex("boundary").finditer(line, start, end)]
    for piece_end, following in [*((m.start(), m.end()) for m in boundaries), (end, end)]:
        yield from _piece_fields(line, position, piece_end, offset)
        position = following


def _piece_fields(line: str, start: int, end: int, offset: int) -> Iterator[Field]:
    words = line[start:end]
    start += len(words) - len(words.lstrip(_EDGES))
    words = words.strip(_EDGES)
    if not words:
        return
    names = _listed_names(words)
    for first, last in names or ((0, len(words)),):
        yield from _whole_or_runs(words[first:last], offset + start + first)


def _listed_names(words: str) -> list[tuple[int, int]]:
    """Where the names stand in "Ann Poe and Bob Roe"; empty where it is no list of persons."""
    joint = _AND.search(words)
    names = (words[: joint.start()], words[joint.end() :]) if joint else ()
    if joint is None or not all("person" in (_kind(name) or "") for name in names):
        return []
    return [(0, joint.start()), (joint.end(), len(words))]


def _whole_or_runs(words: str, start: int) -> Iterator[Field]:
    """The field that all the words are, or the names that stand among them."""
    whose = _rules().regex("for_whom").match(words)
    if whose and all(word in _rules().words("label_words") for word in whose["label"].casefold().split()):
        yield Field("label", whose["label"], start, start + whose.end("label"))
        yield from _whole_or_runs(whose["name"], start + whose.start("name"))
        return
    kind = _kind(words)
    if kind == "joint":
        return
    if kind:
        name = _without_honorific(words) if "person" in kind else words
        first = start + len(words) - len(name)
        name = _bare_name(name, kind)
        yield Field(kind, name, first, first + len(name))
        return
    for desk in _rules().regex("desk_in_text").finditer(words):
        yield Field("desk", desk["desk"], start + desk.start("desk"), start + desk.end("desk"))
    for run in _rules().regex("capital_run").finditer(words):
        yield from _run_fields(run, start)


def _bare_name(name: str, kind: FieldKind) -> str:
    """A person without the place behind the name, an agency without its client."""
    client = _rules().regex("client").match(name) if kind == "organization" else None
    if client:
        return client["agency"]
    place = _rules().regex("place_behind").search(name) if "person" in kind else None
    return name[: place.start()] if place and "person" in (_kind(name[: place.start()]) or "") else name


def _run_fields(run: re.Match[str], offset: int) -> Iterator[Field]:
    """The name in a run of capitals inside a sentence."""
    kind = _kind(run[0])
    if kind and kind not in {"label", "joint", "role"}:
        name = _without_honorific(run[0])
        yield Field(kind, name, offset + run.end() - len(name), offset + run.end())


def _kind(words: str) -> FieldKind | None:
    lowered = words.casefold().split()
    if _without_hours(lowered) in _rules().words("desks"):
        return "desk"
    bare = [word.strip(_EDGES) for word in lowered if word.strip(_EDGES)]
    if all(word in _rules().words("label_words") for word in bare):
        return "joint" if _rules().words("label_heads").isdisjoint(bare) else "label"
    if _is_role(lowered):
        return "role"
    return _name_kind(_without_honorific(words), was_addressed=_without_honorific(words) != words)


def _without_hours(words: list[str]) -> str:
    """What a desk is called without the word for when it answers: "duty press desk", "the press desk"."""
    hours = _rules().words("desk_hours") | {"the", "our"}
    first = next((at for at, word in enumerate(words) if word not in hours), len(words))
    return " ".join(words[first:])


def _is_role(words: list[str]) -> bool:
    roles = _rules().words("role_words")
    ends_in_role = words[-1].strip(".") in roles
    is_for = words[-1] in _rules().words("function_words") and not roles.isdisjoint(words)
    begins_with_role = words[0] in roles and any(word in _ROLE_JOINTS for word in words[1:])
    return ends_in_role or is_for or begins_with_role


def _name_kind(name: str, *, was_addressed: bool) -> FieldKind | None:
    if len(name) < _SHORTEST_NAME or not is_name(name) or _NO_NAME.search(name):
        return None
    party = "person" if was_addressed else party_of(name)
    if "person" in party and not _FEWEST_NAME_WORDS <= len(name.split()) <= _MOST_NAME_WORDS:
        return None
    if party == "likely_organization":
        return "organization" if len(name.split()) > 1 else None
    return party


def _without_honorific(words: str) -> str:
    """The name without "Ms.", and without the verb that asks to contact it."""
    return _honorific().sub("", words, count=1)


def _rules() -> Rules:
    return load_rules("contacts")


@cache
def _honorific() -> re.Pattern[str]:
    words = _rules().words("honorifics") | _rules().words("calling_verbs")
    return re.compile(rf"\A(?:{any_of(words)}\.?\s+)+(?=\S)")
