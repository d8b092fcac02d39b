"""From the words that name a speaker to the speaker: the fullest name, title and affiliation."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import takewhile

from pressparse.extract.quotes.subjects import Subject
from pressparse.nlp.names import likeness, parse_name, without_opening
from pressparse.nlp.people import People
from pressparse.nlp.roles import is_body, is_kin, is_role, may_be_surname
from pressparse.records import Speaker
from pressparse.rules import any_of, load_rules
from pressparse.span import Span


def speaker_of(text: str, people: People, subject: Subject | None) -> Speaker | None:
    """The speaker that a subject names; None for somebody who is only described ("a nurse on the ward")."""
    if subject is None:
        return None
    mention = Span.of(text, subject.start, subject.end)
    if subject.form == "phrase" and _depends_on_name(people, mention):
        return None
    speaker = people.speaker(subject.start, subject.end)
    if speaker is not None or subject.form == "pronoun":
        return _without_roles(people, speaker) if speaker else None
    bearer = _by_surname(people, mention) if subject.form == "name" else None
    own_words = without_opening(mention.text, load_rules("speech").words("articles"))
    if bearer is None and (subject.form == "name" or is_speaking_phrase(own_words)):
        return Speaker(own_words, None, mention)
    return bearer


def _without_roles(people: People, speaker: Speaker) -> Speaker:
    """The speaker without a title that was taken for a part of the name: "Congressman Roe"."""
    words = speaker.name.split()
    is_title = len(words) > 1 and is_role(words[0]) and not (may_be_surname(words[0]) or is_body(words[-1]))
    is_person = any(e.id == speaker.entity and e.label == "person" for e in people.entities)
    if not (is_title and is_person):
        return speaker  # "Doctors Without Borders" is no doctor
    return replace(speaker, name=" ".join(words[1:]), title=speaker.title or words[0])


def _depends_on_name(people: People, mention: Span) -> bool:
    """Whether the phrase describes a person by another's name: "a lawyer for Jane Roe"."""
    found = _postmodifier().search(mention.text)
    if found is None or is_speaking_phrase(mention.text):
        return False
    named = people.at(mention.start + found.end(), mention.end)
    return named is not None and people.resolve(mention.start, mention.start + found.start()) is None


def _by_surname(people: People, mention: Span) -> Speaker | None:
    """The one person of the post who may be called so, where the short name was not recognised."""
    short = parse_name(mention.text)
    persons = [entity for entity in people.entities if entity.label == "person" and entity.mentions]
    bearers = [entity for entity in persons if likeness(short, parse_name(entity.name))]
    if len(bearers) != 1:
        return None
    full = bearers[0].mentions[0]
    speaker = people.speaker(full.start, full.end)
    return replace(speaker, mention=mention) if speaker else None


def is_speaking_phrase(phrase: str) -> bool:
    """Whether the phrase names a document or a body without a name: "the report", "its board"."""
    rules = load_rules("speech")
    head = head_of(phrase)
    return head in rules.words("documents") or head in rules.words("bodies")


def is_stranger(phrase: str) -> bool:
    """Whether the phrase brings in somebody without a name: "a retired teacher"."""
    first, _, rest = phrase.lower().partition(" ")
    head = head_of(rest)
    is_human = is_role(head) or is_kin(head) or head in load_rules("speech").words("people")
    return is_human and first in load_rules("speech").words("strangers_articles")


def speaks_as_document(phrase: str) -> bool:
    """Whether the phrase is a report, an inquiry or a court: what it finds, it says."""
    rules = load_rules("speech")
    head = head_of(phrase)
    return head in rules.words("documents") or head in rules.words("finders")


def head_of(phrase: str) -> str:
    """The noun that a phrase is about, in lower case.

    Examples:
        >>> head_of("A recent study of the harbour")
        'study'
    """
    postmodifiers = load_rules("speech").words("postmodifiers")
    head = takewhile(lambda word: word not in postmodifiers, phrase.lower().split())
    return next((word.strip(",.") for word in reversed(list(head)) if not word[0].isdigit()), "")


@cache
def _postmodifier() -> re.Pattern[str]:
    return re.compile(rf"\s{any_of(load_rules('speech').words('postmodifiers'))}\s")
