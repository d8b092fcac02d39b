"""From the words that name a speaker to the speaker: the fullest name, title and affiliation."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import takewhile

from pressparse.extract.quotes.subjects import Subject
from pressparse.nlp.people import People
from pressparse.records import Speaker
from pressparse.rules import load_rules
from pressparse.span import Span

_ARTICLES = frozenset(("the", "a", "an", "our", "its", "their", "his", "her", "this", "that", "these", "both"))
_POSTMODIFIERS = frozenset((
    "of", "by", "at", "from", "for", "on", "released", "published", "into", "in", "that", "who", "which",
))  # fmt: skip


def speaker_of(text: str, people: People, subject: Subject | None) -> Speaker | None:
    """The speaker that a subject names; a document or a body speaks under its own words.

    Nobody who is only described ("a nurse on the ward") is named.
    """
    if subject is None:
        return None
    speaker = people.speaker(subject.start, subject.end)
    if speaker is not None or subject.form == "pronoun":
        return speaker
    mention = Span.of(text, subject.start, subject.end)
    if subject.form == "name":
        return _by_surname(people, mention) or Speaker(mention.text, None, mention)
    return _body_in_its_own_words(mention)


def _by_surname(people: People, mention: Span) -> Speaker | None:
    """The one person of the post who has this surname, where the short name was not recognised."""
    surname = f" {mention.text}"
    persons = [entity for entity in people.entities if entity.label == "person" and entity.mentions]
    bearers = [entity for entity in persons if entity.name.endswith(surname)]
    if len(bearers) != 1:
        return None
    full = bearers[0].mentions[0]
    speaker = people.speaker(full.start, full.end)
    return replace(speaker, mention=mention) if speaker else None


def _body_in_its_own_words(mention: Span) -> Speaker | None:
    words = mention.text.split()
    for at, word in enumerate(words):
        following = words[at + 1 :]
        if word.lower() in _speaking_nouns() and following and all(w[0].isupper() for w in following):
            return Speaker(" ".join(following), None, mention)  # "the campaign group Clean Rivers Now"
    if is_speaking_phrase(mention.text):
        return Speaker(_without_article(mention.text), None, mention)
    return None


def is_speaking_phrase(phrase: str) -> bool:
    """Whether the phrase names a document or a body without a name: "the report", "its board"."""
    return head_of(phrase) in _speaking_nouns()


def speaks_as_document(phrase: str) -> bool:
    """Whether the phrase is a report, an inquiry or a court: what it finds, it says."""
    rules = load_rules("speech")
    head = head_of(phrase)
    return head in rules.words("documents") or head in rules.words("finders")


def head_of(phrase: str) -> str:
    """The noun that a phrase is about, in lower case.

    Examples:
        >>> head_of("A joint study by the Chamber")
        'study'
    """
    head = takewhile(lambda word: word not in _POSTMODIFIERS, phrase.lower().split())
    return next((word.strip(",.") for word in reversed(list(head)) if not word[0].isdigit()), "")


def _without_article(phrase: str) -> str:
    first, _, rest = phrase.partition(" ")
    return rest if first.lower() in _ARTICLES else phrase


@cache
def _speaking_nouns() -> frozenset[str]:
    rules = load_rules("speech")
    return rules.words("documents") | rules.words("bodies")
