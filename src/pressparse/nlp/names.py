"""Names of people: their parts, and whether two of them may be one person's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from pressparse.nlp.spelling import is_misspelt, sound_alike
from pressparse.rules import load_rules

Gender = Literal["man", "woman"]

_NICKNAME = re.compile(r"\s{0,20}[\"'“”‘’(]\s{0,20}(?P<nick>[^\"“”‘’()]{2,30}?)\s{0,20}[\"'“”‘’)](?=\s|$)")
_POSSESSIVE = re.compile(r"(?:['’]s|(?<=s)['’])$")
_INITIALS = re.compile(r"(?:[A-Z]\.[-‐]?)+|[A-Z]")


@dataclass(frozen=True, slots=True)
class PersonName:
    """A person's name in its parts.

    Attributes:
        text: as printed, without honorifics before it and letters after it.
        parts: its words, folded to plain lower case; a surname with its particles is one part.
        nickname: the part given in quotation marks or brackets, folded.
        gender: what the honorific or the given name tells.
        address: the honorifics that stood before it, folded.
    """

    text: str
    parts: tuple[str, ...]
    nickname: str | None = None
    gender: Gender | None = None
    address: frozenset[str] = frozenset()

    @property
    def addressed(self) -> bool:
        """Whether an honorific stood before it."""
        return bool(self.address)

    @property
    def surname(self) -> str:
        return self.parts[-1] if self.parts else ""


def parse_name(address: str, text: str | None = None) -> PersonName:
    """The name in its parts; given alone, `address` is the whole name.

    Examples:
        >>> parse_name("Dr. Walter “Dub” van der Berg Jr.").parts
        ('walter', 'van der berg')
        >>> parse_name("Ms.", "Ruiz").gender
        'woman'
    """
    whole = address if text is None else f"{address} {text}"
    bare, told, honorifics = _without_honorifics(_POSSESSIVE.sub("", whole.strip()))
    bare = _without_letters_after(text if text is not None else bare)
    nickname = _NICKNAME.search(bare)
    words = (_NICKNAME.sub(" ", bare) if nickname else bare).replace(",", " ").split()
    parts = tuple(_parts(words))
    gender = told or (_gender_of_given_name(words[0]) if len(words) > 1 else None)
    return PersonName(bare, parts, fold(nickname["nick"]) if nickname else None, gender, honorifics)


def likeness(short: PersonName, full: PersonName) -> int:
    """How surely the first is a form of the second's name: 0 is not at all, 5 the same name.

    Examples:
        >>> park = parse_name("Park Min-seo")
        >>> likeness(parse_name("Mr. Park"), park), likeness(parse_name("Jane Park"), park)
        (2, 0)
        >>> likeness(parse_name("Dan Akaka"), parse_name("Daniel K. Akaka"))
        4
    """
    if not short.parts or not full.parts:
        return 0
    if short.parts == full.parts:
        return 5
    if len(full.parts) > 1 and " ".join(short.parts) == full.surname:
        return 4  # "Van der Berg" where a sentence begins
    if len(short.parts) > 1:
        return 4 if _is_shorter_form(short.parts, full) else 0
    return _likeness_of_one_word(short.parts[0], full)


@lru_cache(maxsize=16384)
def fold(word: str) -> str:
    """The word without accents, periods and capitals.

    Examples:
        >>> fold("Ní"), fold("K."), fold("Müller")
        ('ni', 'k', 'muller')
    """
    plain = unicodedata.normalize("NFKD", word.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold().replace(".", "")


def without_opening(phrase: str, openers: Set[str]) -> str:
    """A phrase without its first word, where that is one of some words in lower case and not all there is.

    Examples:
        >>> without_opening("The harbour board", {"the"}), without_opening("The", {"the"})
        ('harbour board', 'The')
    """
    first, _, rest = phrase.partition(" ")
    return rest if rest and first.lower() in openers else phrase


def is_honorific(word: str) -> bool:
    """Whether the word is a form of address ("Mr.", "Smt").

    Examples:
        >>> is_honorific("Mr."), is_honorific("Mayor")
        (True, False)
    """
    bare = word.rstrip(".")
    return bare in _honorifics() or (bare.isupper() and len(bare) > 1 and bare.capitalize() in _honorifics())


def is_given_name(word: str) -> bool:
    """Whether the word is a common given name.

    Examples:
        >>> is_given_name("Amina"), is_given_name("Table")
        (True, False)
    """
    first = re.split(r"[-‐–]", word, maxsplit=1)[0]
    return word in _given_names() or first in _given_names()


def may_begin_person(words: Sequence[str]) -> bool:
    """Whether a name of these words begins as a person's: with a given name, or initials before one.

    Examples:
        >>> may_begin_person(["C.", "Thomas", "Crooks"]), may_begin_person(["Acme", "Thomas"])
        (True, False)
    """
    first = next((w for w in words if not _INITIALS.fullmatch(w)), None)
    return first is not None and is_given_name(first)


def is_particle(word: str) -> bool:
    """Whether the word is a small word inside surnames ("van", "al", "bin")."""
    plain = word.replace("’", "'")
    return plain.rstrip("'") in _particles() or plain in _particles()


def is_after_name(word: str) -> bool:
    """Whether the word may stand after a surname: a generation, a degree, an order ("Jr.", "M.D.")."""
    return word.replace(".", "") in _after_names()


def is_generation(word: str) -> bool:
    """Whether the word tells one of a family from another ("Jr.", "III")."""
    return word.rstrip(".") in _generations()


def full_forms(word: str) -> tuple[str, ...]:
    """The given names that a folded nickname may stand for.

    Examples:
        >>> full_forms("bill")
        ('william',)
    """
    return tuple(_nicknames().get(word, ()))


def _without_honorifics(text: str) -> tuple[str, Gender | None, frozenset[str]]:
    gender: Gender | None = None
    address: list[str] = []
    while True:
        first, _, rest = text.partition(" ")
        style = next((s for s in _styles() if text.startswith(s + " ")), None)
        if style:
            first, rest = style, text[len(style) + 1 :]
        elif not rest or not is_honorific(first):
            return text, gender, frozenset(address)
        gender = gender or _gender_of_honorific(first)
        address.append(fold(first))
        text = rest.lstrip()


def _without_letters_after(text: str) -> str:
    head, comma, tail = text.partition(",")
    if comma and all(word.replace(".", "") in _letters() for word in tail.replace(",", " ").split()):
        text = head
    words = text.split()
    while len(words) > 2 and words[-1].replace(".", "") in _letters():
        words.pop()
    return " ".join(words)


def _parts(words: list[str]) -> Iterator[str]:
    """The words, particles joined to what follows; generations left out."""
    held: list[str] = []
    for position, word in enumerate(words):
        if is_particle(word) and (position or word.islower()):
            held.append(fold(word))
        elif word.replace(".", "") not in _generations() or position == 0:
            yield " ".join([*held, fold(word)])
            held = []
    if held:
        yield " ".join(held)


def _is_shorter_form(short: tuple[str, ...], full: PersonName) -> bool:
    """Whether the parts are found in the full name in order, the surname (or the first two) being whole."""
    if short[-1] != full.parts[-1] and (short[0] != full.parts[0] or short[-1] not in full.parts):
        return is_misspelt(short[-1], full.parts[-1]) and short[:-1] == full.parts[:-1]
    rest = iter([*full.parts[:-1], *([full.nickname] if full.nickname else [])])
    return all(any(_same_given(part, other) for other in rest) for part in short[:-1])


def _same_given(short: str, full: str) -> bool:
    if (
        short == full
        or (len(short) == 1 and full.startswith(short))
        or (len(full) == 1 and short.startswith(full))
    ):
        return True
    is_nickname = full in _nicknames().get(short, ()) or short in _nicknames().get(full, ())
    return is_nickname or (sound_alike(short, full) and _gender_of(short) == _gender_of(full))


def _gender_of(folded: str) -> Gender | None:
    return _gender_of_given_name(folded.title())


def _likeness_of_one_word(word: str, full: PersonName) -> int:
    surname = full.surname
    if word == surname or word == surname.rpartition(" ")[2] or word in surname.split("-"):
        return 3
    if word in full.parts or word == full.nickname:
        return 2
    if word in _nicknames() and any(_same_given(word, part) for part in full.parts[:-1]):
        return 2
    return 1 if len(full.parts) > 1 and is_misspelt(word, surname) else 0


def _gender_of_honorific(word: str) -> Gender | None:
    by_style: Gender | None = (
        "man" if word.startswith("His ") else "woman" if word.startswith("Her ") else None
    )
    bare = word.rstrip(".")
    return by_style or _honorifics().get(bare) or _honorifics().get(bare.capitalize())


def _gender_of_given_name(word: str) -> Gender | None:
    first = re.split(r"[-‐–]", word, maxsplit=1)[0]
    return _given_names().get(word) or _given_names().get(first)


@cache
def _honorifics() -> dict[str, Gender | None]:
    rules = load_rules("names")
    return _gendered(
        rules.words("honorifics"), rules.words("honorifics_of_men"), rules.words("honorifics_of_women")
    )


def _gendered(either: Iterable[str], men: Iterable[str], women: Iterable[str]) -> dict[str, Gender | None]:
    return {**dict.fromkeys(either), **dict.fromkeys(men, "man"), **dict.fromkeys(women, "woman")}


@cache
def _styles() -> tuple[str, ...]:
    return tuple(sorted(load_rules("names").words("styles"), key=len, reverse=True))


@cache
def _given_names() -> dict[str, Gender | None]:
    rules = load_rules("names")
    either, men, women = (rules.words(f"given_names_of_{who}") for who in ("either", "men", "women"))
    return _gendered(either, men, women)


@cache
def _particles() -> frozenset[str]:
    return load_rules("names").words("particles")


@cache
def _generations() -> frozenset[str]:
    return load_rules("names").words("generations")


@cache
def _letters() -> frozenset[str]:
    return load_rules("names").words("letters_after_names")


@cache
def _after_names() -> frozenset[str]:
    return _letters() | _generations()


@cache
def _nicknames() -> dict[str, list[str]]:
    return load_rules("names").table("nicknames")
