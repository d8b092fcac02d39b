"""Extracts whom a release gives to call or write to: one record a person or desk."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pressparse.document import Block, Post
from pressparse.expressions.addresses import find_emails, find_phones
from pressparse.expressions.contact_fields import Field, read_fields
from pressparse.nlp.reading import Reading
from pressparse.page.raw import Link, PagePost
from pressparse.records import Contact
from pressparse.rules import load_rules
from pressparse.span import Span

_IN_BLOCK, _IN_TEXT = 0.9, 0.75
_WORDS = re.compile(r"\w+")


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
        fields = _with_linked(reading.page_post, start, end, read_fields(post.text[start:end]))
        is_introduced = any(field.kind == "label" for field in fields)
        drafts = [draft for draft in _drafts(fields, post) if is_introduced or draft.name or draft.desk]
        contacts += [_record(post, draft, start, confidence) for draft in drafts]
    return tuple(_unique(contacts))


def _zones(post: Post) -> Iterator[tuple[int, int, float]]:
    """The stretches of text that give contacts: neighbouring contact blocks, and introduced paragraphs."""
    zone: tuple[int, int] | None = None
    for block in post.blocks:
        if block.role == "contact":
            zone = (zone[0] if zone else block.start, block.end)
            continue
        if zone:
            yield *zone, _IN_BLOCK
            zone = None
        if _is_introduced(post, block):
            yield block.start, block.end, _IN_TEXT
    if zone:
        yield *zone, _IN_BLOCK


def _is_introduced(post: Post, block: Block) -> bool:
    words = post.text[block.start : block.end]
    introduction = load_rules("contacts").regex("introduction").match(words)
    return bool(introduction) and bool(find_emails(words) or find_phones(words))


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
    for field in fields:
        current = drafts[-1] if drafts else None
        if field.kind in {"email", "phone"}:
            _add_address(drafts, field)
        elif field.kind == "organization" and current is None:
            shared = field.value
        elif current is None or _starts_another(current, field):
            drafts.append(_started(field))
        elif field.kind == "organization":
            _add_organization(drafts, field)
        else:
            _add_word(current, field)
    for draft in drafts:
        draft.organization = draft.organization or shared or (post.source if draft.name else None)
    return [draft for draft in drafts if draft.is_reachable]


def _started(field: Field) -> _Draft:
    draft = _Draft(field.start, field.end)
    _add_word(draft, field)
    return draft


def _starts_another(current: _Draft, field: Field) -> bool:
    """Whether the field belongs to the next contact rather than to the current one."""
    if field.kind in {"label", "desk"}:
        return current.is_reachable or (current.name is not None and field.kind == "label")
    if field.kind == "person":
        return current.is_reachable or (current.name is not None and not current.is_likely_name)
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


def _add_organization(drafts: list[_Draft], field: Field) -> None:
    """Give the organisation to the last contact, and to those named before it on the same footing."""
    drafts[-1].cover(field)
    for draft in reversed(drafts):
        if draft.organization or (draft.is_reachable and draft is not drafts[-1]):
            return
        draft.organization = field.value


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
