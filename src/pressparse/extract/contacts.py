"""Extracts whom a release gives to call or write to: one record a person or desk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from pressparse.document import Block, Post, Role
from pressparse.expressions.addresses import find_emails, find_phones
from pressparse.expressions.contact_fields import Field, read_fields
from pressparse.nlp.reading import Reading
from pressparse.page.raw import Link, PagePost
from pressparse.records import Contact
from pressparse.rules import load_rules
from pressparse.span import Span

_IN_BLOCK, _IN_TEXT = 0.9, 0.75
_WORDS = re.compile(r"\w+")
_PERSONS = frozenset({"person", "likely_person"})
_MOST_LINES_BEFORE = 4
_LONGEST_LINE = 200  # characters
_LEAST_TOLD = 0.6  # of a line's characters
_MAY_HOLD_NAMES: frozenset[Role] = frozenset({"heading", "paragraph", "list_item", "boilerplate", "other"})


@dataclass(slots=True)
class _Draft:
    """A contact in the making."""

    start: int
    end: int
    name: str | None = None
    is_likely_name: bool = False
    desk: str | None = None
    organization: str | None = None
    email: str | None = None
    phone: str | None = None
    is_named_with_next: bool = False

    @property
    def is_reachable(self) -> bool:
        return bool(self.email or self.phone)

    def cover(self, field: Field) -> None:
        self.start, self.end = min(self.start, field.start), max(self.end, field.end)


def extract_contacts(reading: Reading) -> tuple[Contact, ...]:
    """The contacts of a post, from its contact blocks and from text that introduces one.

    Whoever can be neither called nor written to is left out.
    """
    post = reading.post
    contacts: list[Contact] = []
    for start, end, confidence in _zones(post):
        if load_rules("contacts").regex("reporter").match(post.text, start, end):
            continue
        fields = _with_linked(reading.page_post, start, end, read_fields(post.text[start:end]))
        is_introduced = any(field.kind == "label" for field in fields)
        drafts = [draft for draft in _drafts(fields, post) if is_introduced or draft.name or draft.desk]
        contacts += [_record(post, draft, start, confidence) for draft in drafts]
    return tuple(_unique(contacts))


def _zones(post: Post) -> Iterator[tuple[int, int, float]]:
    """The stretches of text that give contacts: neighbouring contact blocks, and introduced paragraphs."""
    zone: tuple[int, int] | None = None
    for index, block in enumerate(post.blocks):
        if block.role == "contact":
            zone = (zone[0] if zone else _start_of_zone(post, index), block.end)
            continue
        if zone:
            yield *zone, _IN_BLOCK
            zone = None
        if _is_introduced(post, block):
            yield block.start, _end_before_credit(post, block), _IN_TEXT
    if zone:
        yield *zone, _IN_BLOCK


def _start_of_zone(post: Post, index: int) -> int:
    """Where a contact block begins, with the lines before it that say whose addresses it holds."""
    first = index
    while first > max(0, index - _MOST_LINES_BEFORE) and _is_name_line(post, post.blocks[first - 1]):
        first -= 1
    return post.blocks[first].start


def _is_name_line(post: Post, block: Block) -> bool:
    """Whether a block is a line of names, roles and labels, whatever the page takes it for."""
    words = post.text[block.start : block.end]
    return block.role in _MAY_HOLD_NAMES and len(words) <= _LONGEST_LINE and _is_all_fields(words)


def _is_all_fields(words: str) -> bool:
    told = sum(field.end - field.start for field in read_fields(words))
    return told >= _LEAST_TOLD * len(words)


def _is_introduced(post: Post, block: Block) -> bool:
    words = post.text[block.start : block.end]
    if not find_emails(words) and not find_phones(words):
        return False
    return bool(load_rules("contacts").regex("introduction").match(words)) or _is_signature(block, words)


def _end_before_credit(post: Post, block: Block) -> int:
    """The end of a block, or where the credit of a picture begins in it: who made that is no contact."""
    credit = load_rules("photo_credits").regex("label").search(post.text, block.start, block.end)
    return credit.start() if credit and credit.start() > block.start else block.end


def _is_signature(block: Block, words: str) -> bool:
    """Whether a line is somebody's name, role and addresses, and nothing else."""
    if block.role not in _MAY_HOLD_NAMES or len(words) > _LONGEST_LINE or not _is_all_fields(words):
        return False
    return read_fields(words)[0].kind in {"person", "likely_person"}


def _with_linked(page_post: PagePost, start: int, end: int, fields: list[Field]) -> list[Field]:
    """The fields, with the addresses that only links give ("E-mail Ann")."""
    given = {field.value.casefold() for field in fields}
    linked = [_linked(link, start) for link in page_post.links if start <= link.start < end]
    added = [field for field in linked if field and field.value.casefold() not in given]
    return sorted([*fields, *added], key=lambda field: field.start)


def _linked(link: Link, offset: int) -> Field | None:
    if not link.url.lower().startswith("mailto:"):
        return None
    emails = find_emails(link.url[len("mailto:") :].partition("?")[0])
    return Field("email", emails[0].value, link.start - offset, link.end - offset) if emails else None


def _drafts(fields: list[Field], post: Post) -> list[_Draft]:
    """One draft a person or desk, in the order of the fields."""
    drafts: list[_Draft] = []
    shared: str | None = None
    before: Field | None = None
    for kind, run in groupby(fields, key=lambda field: field.kind):
        row = list(run)
        if kind in {"email", "phone"}:
            _add_addresses(drafts, row)
        elif kind == "organization" and not drafts:
            shared = row[-1].value
        else:
            for field in row:
                _add_words(drafts, field, before)
                before = field
        before = row[-1]
    for draft in drafts:
        draft.organization = draft.organization or shared or (post.source if draft.name else None)
    return [draft for draft in _with_shared(drafts) if draft.is_reachable]


def _add_words(drafts: list[_Draft], field: Field, before: Field | None) -> None:
    """Add a field that is no address to the last draft, or begin another with it."""
    if not drafts:
        drafts.append(_started(field))
    elif _starts_another(drafts[-1], field):
        is_next = before is not None and before.kind in _PERSONS and field.kind in _PERSONS
        drafts[-1].is_named_with_next = is_next
        drafts.append(_started(field))
    elif field.kind == "organization":
        _add_organization(drafts, field)
    else:
        _add_word(drafts[-1], field)


def _with_shared(drafts: list[_Draft]) -> list[_Draft]:
    """Gives those named together before one address the address: "Ann Poe / Bob Roe, 555-0100"."""
    for draft, following in zip(drafts[-2::-1], drafts[:0:-1], strict=True):
        if draft.is_named_with_next and not draft.is_reachable:
            draft.email, draft.phone = following.email, following.phone
    return drafts


def _started(field: Field) -> _Draft:
    draft = _Draft(field.start, field.end)
    _add_word(draft, field)
    return draft


def _starts_another(current: _Draft, field: Field) -> bool:
    """Whether the field belongs to the next contact rather than to the current one."""
    if field.kind in {"label", "desk"}:
        return current.is_reachable or (current.name is not None and field.kind == "label")
    if field.kind == "person":
        is_a_bodys = current.organization is not None and current.name is None and current.desk is None
        is_taken = current.name is not None and not current.is_likely_name
        return is_taken or (current.is_reachable and not is_a_bodys)
    if field.kind == "likely_person":
        return current.is_reachable or (current.name is not None and current.organization is not None)
    return field.kind == "organization" and current.is_reachable and current.organization is not None


def _add_word(draft: _Draft, field: Field) -> None:
    draft.cover(field)
    if field.kind == "person":
        if draft.is_likely_name:
            draft.organization = draft.organization or draft.name
        draft.name, draft.is_likely_name = field.value, False
    elif field.kind == "likely_person" and draft.name is None:
        draft.name, draft.is_likely_name = field.value, True
    elif field.kind == "likely_person":
        draft.organization = draft.organization or field.value
    elif field.kind == "desk":
        draft.desk = draft.desk or field.value
    elif field.kind == "organization":
        draft.organization = field.value


def _add_organization(drafts: list[_Draft], field: Field) -> None:
    """Give the organisation to the last contact, and to those named before it on the same footing."""
    drafts[-1].cover(field)
    for draft in reversed(drafts):
        if draft.organization or (draft.is_reachable and draft is not drafts[-1]):
            return
        draft.organization = field.value


def _add_addresses(drafts: list[_Draft], row: list[Field]) -> None:
    """Give several addresses in a row to as many contacts that were named in a row, else each by itself."""
    slot = "email" if row[0].kind == "email" else "phone"
    named = drafts[-len(row) :]
    tells = slot == "email" and any(_is_named_in(draft, field.value) for draft in named for field in row)
    is_one_each = 1 < len(row) == len(named) and all(draft.is_named_with_next for draft in named[:-1])
    if is_one_each and not tells and all(getattr(draft, slot) is None for draft in named):
        for draft, field in zip(named, row, strict=True):
            draft.cover(field)
            setattr(draft, slot, field.value)
        return
    for field in row:
        _add_address(drafts, field)


def _add_address(drafts: list[_Draft], field: Field) -> None:
    """Give the address to the contact whose name it holds, else to the last that lacks one."""
    if not drafts:
        drafts.append(_Draft(field.start, field.end))
    slot = "email" if field.kind == "email" else "phone"
    lacking = [draft for draft in drafts if getattr(draft, slot) is None]
    named = [draft for draft in lacking if slot == "email" and _is_named_in(draft, field.value)]
    if named or drafts[-1] in lacking:
        owner = named[0] if named else drafts[-1]
        owner.cover(field)
        setattr(owner, slot, field.value)


def _is_named_in(draft: _Draft, email: str) -> bool:
    local = email.partition("@")[0].casefold()
    return any(len(word) > 2 and word.casefold() in local for word in _WORDS.findall(draft.name or ""))


def _record(post: Post, draft: _Draft, offset: int, confidence: float) -> Contact:
    span = Span.of(post.text, offset + draft.start, offset + draft.end)
    return Contact(draft.name or draft.desk, draft.organization, draft.email, draft.phone, span, confidence)


def _unique(contacts: list[Contact]) -> Iterator[Contact]:
    """Without what a later block repeats."""
    seen: set[tuple[str | None, str | None, str | None]] = set()
    for contact in contacts:
        key = contact.name, contact.email, contact.phone if not contact.email else None
        if key not in seen:
            seen.add(key)
            yield contact
