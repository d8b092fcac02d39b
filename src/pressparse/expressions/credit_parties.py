"""Decides whether a name in a picture's credit is a person's or an organisation's, by what it is made of.

A gazetteer of agencies and outlets decides first, then words that only organisations have in their names,
then given names, then the shape of the name; its place in the credit decides nothing that these do.
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from pressparse.rules import Rules, load_rules

Party = Literal["person", "likely_person", "likely_organization", "organization"]

_KNOWN_SOURCES = ("news_agencies", "picture_agencies", "sharing_sites", "outlets", "institutions")
_LONGEST_NAME = 10
_LONGEST_PERSON = 4
_SHORT_ACRONYM = 3


def is_name(text: str) -> bool:
    """Whether the words could be somebody's name, or some body's: capitals, small words, one user name.

    Examples:
        >>> is_name("Museum of the Sea"), is_name("is replaced by")
        (True, False)
    """
    words = text.split()
    if not 0 < len(words) <= _LONGEST_NAME:
        return False
    if is_known_source(text) or len(words) == 1:
        return any(character.isalnum() for character in text)
    particles = _words("name_particles") | _words("person_particles")
    ends_well = _is_capital(words[-1]) or words[-1] in load_rules("agencies").words("organization_words")
    return ends_well and all(_is_capital(word) or word.casefold() in particles for word in words[:-1])


def is_known_source(name: str) -> bool:
    """Whether the gazetteer has the name, with or without its article.

    Examples:
        >>> is_known_source("the Associated Press"), is_known_source("Ann Poe")
        (True, False)
    """
    bare = name.removeprefix("the ")
    if bare.islower():  # "nature" is a word, "Nature" and "NATURE" a journal
        return bare in _spelled_sources()
    return name.casefold() in _known_sources() or bare.casefold() in _known_sources()


def shares_pictures(name: str) -> bool:
    """Whether people put pictures there under user names.

    Examples:
        >>> shares_pictures("Flickr"), shares_pictures("Reuters")
        (True, False)
    """
    return name.casefold() in _folded("sharing_sites")


def party_of(name: str) -> Party:
    """What the name is by itself, as far as it tells.

    Examples:
        >>> party_of("Ann Poe"), party_of("Harbour Gazette"), party_of("Kasper Boll"), party_of("NASA")
        ('person', 'organization', 'person', 'organization')
    """
    words = name.split()
    if is_known_source(name) or _rules().regex("site").search(name):
        return "organization"
    if len(words) == 1:
        return _party_of_word(name)
    is_given = words[0] in _given_names() or words[0].title() in _given_names()
    if _has_organization_word(words, is_given=is_given) or _has_joining_word(words):
        is_surname = len(words) == 2 and words[1].casefold() in _folded("organization_surnames")
        return "likely_organization" if is_surname else "organization"
    core = [word for word in words if word.casefold() not in _words("person_particles")]
    if len(core) > _LONGEST_PERSON or any(character.isdigit() for character in name):
        return "likely_organization"
    if not is_given and (_holds_acronym(words) or any(map(_is_compound, words))):
        return "organization"
    return "person" if is_given or _is_initial(words[0]) else "likely_person"


def _party_of_word(word: str) -> Party:
    if word in _given_names():
        return "likely_person"
    if word.isupper() or word.casefold() in _folded("organization_words") or _is_compound(word):
        return "organization"
    is_user_name = (
        word[0].islower() or word[0] == "@" or any(not c.islower() for c in word[1:] if c not in "-.’'")
    )
    return "likely_person" if is_user_name else "likely_organization"


def _has_organization_word(words: list[str], *, is_given: bool) -> bool:
    surnames = _folded("organization_surnames") if is_given and len(words) <= _LONGEST_PERSON else frozenset()
    stated = _folded("organization_words") - surnames
    return any(word.casefold().strip(",’'") in stated for word in words)


def _has_joining_word(words: list[str]) -> bool:
    """Whether a small word stands in it that no person's name holds: "Friends of the Marsh"."""
    joining = _words("name_particles") - _words("person_particles")
    return any(word.casefold() in joining for word in words)


def _holds_acronym(words: list[str]) -> bool:
    """Whether an acronym opens or closes a name in mixed case: "NASA Goddard", "Saltmarsh FF".

    One of two letters may open a person's name ("JD Poe"), a long one may close it: a surname in capitals.
    """
    first, last = words[0].strip("."), words[-1].strip(".")
    opens = first.isupper() and len(first) >= _SHORT_ACRONYM
    closes = last.isupper() and 1 < len(last) <= _SHORT_ACRONYM
    return (opens or closes) and not all(word.isupper() for word in words)


def _is_compound(word: str) -> bool:
    """Whether it ends as only agencies' and outlets' names do: "Photosport", "Sportsphoto", "Newspix"."""
    return bool(_rules().regex("agency_compound").search(word))


def _is_initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1 and word[0].isupper()


def _is_capital(word: str) -> bool:
    """Whether the word starts as a name does; scripts without capitals always do."""
    first = next((character for character in word if character.isalnum()), "")
    return bool(first) and (first.isdigit() or not first.islower() or word[1:2].isupper())


def _rules() -> Rules:
    return load_rules("photo_credits")


def _words(name: str) -> frozenset[str]:
    return _rules().words(name)


@cache
def _folded(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in load_rules("agencies").words(name))


@cache
def _known_sources() -> frozenset[str]:
    return frozenset().union(*map(_folded, _KNOWN_SOURCES))


@cache
def _spelled_sources() -> frozenset[str]:
    return frozenset().union(*(load_rules("agencies").words(name) for name in _KNOWN_SOURCES))


@cache
def _given_names() -> frozenset[str]:
    return load_rules("given_names").words("given_names")
