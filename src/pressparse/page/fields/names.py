"""Names as metadata and marks give them: where each begins and ends, and whether it is a writer's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache

from pressparse.page.metadata import alike
from pressparse.page.roles.bylines import has_given_name, is_desk, names_in, without_letters
from pressparse.rules import load_rules

LONGEST_NAME = 80
_BY = re.compile(r"^\s*by:?\s+", re.IGNORECASE)
_MOST_WORDS = 3  # of a person's name that a site bears


def folded(text: str) -> str:
    """A text in lower case without accents and marks, for comparing names.

    Examples:
        >>> folded("José  Müller-Roe")
        'jose muller roe'
    """
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return " ".join(re.findall(r"\w+", plain.casefold()))


def bare_name(name: str) -> str:
    """A name without the section, outlet or degrees that a page puts behind it.

    Examples:
        >>> bare_name("Jane Roe, MS, RDN"), bare_name("Jane Roe | Sponsored"), bare_name("Doe, Jane")
        ('Jane Roe', 'Jane Roe', 'Doe, Jane')
    """
    first = re.split(r"\s+[|–—/-]\s+|,\s+", _BY.sub("", name), maxsplit=1)[0]
    return without_letters(first) if len(first.split()) >= 2 else name


def split_names(value: str) -> list[str]:
    """The names that a page states in one string: after a full name, single words are degrees or outlets.

    Examples:
        >>> split_names("By Jane Roe, MS and Ola Nilsen | WBEZ")
        ['Jane Roe', 'Ola Nilsen']
    """
    signed = re.split(r"\s+\|\s+", _BY.sub("", value), maxsplit=1)[0]
    parts = [part.strip() for part in re.split(r"[;,]|\s+(?:and|&)\s+", signed) if part.strip()]
    return [part for part in parts if part is parts[0] or _is_full_name(part)]


def is_writer(name: str, nobody: Iterable[str]) -> bool:
    """Whether a name may be a writer's: no address, no account's path, and none of the names of `nobody`."""
    if not 1 < len(name) <= LONGEST_NAME or "://" in name or "@" in name or name.startswith(("www.", "/")):
        return False
    if not name[0].isalnum() or not any(map(str.isalpha, name)) or ("." in name and " " not in name):
        return False
    return _is_persons(name) or not any(_is_same(name, other) for other in nobody)


def is_nobody(name: str, sites: Iterable[str]) -> bool:
    """Whether a name is that of a desk, of an agency, or begins with the site's own: "Gazette Staff", "AFP".

    Examples:
        >>> is_nobody("Editorial Team", []), is_nobody("Gull Studio", ["Gull"]), is_nobody("Reuters", [])
        (True, True, True)
        >>> is_nobody("Jane Roe", ["Gull"])
        False
    """
    words = folded(name).split()
    if is_desk(name) or name in _agencies():
        return True
    return any(own and words[: len(own)] == own and len(words) > len(own) for own in map(_words_of, sites))


def _words_of(name: str) -> list[str]:
    return folded(name).split()


def _is_same(name: str, other: str) -> bool:
    if name.casefold() == other.casefold() or (len(name) >= len(other) and alike(name, other)):
        return True
    return " " in name and folded(name).replace(" ", "") == folded(other).replace(" ", "")


def _is_persons(name: str) -> bool:
    """Whether a name is sure to be a person's, who may write on a site of that name."""
    words = name.split()
    return 2 <= len(words) <= _MOST_WORDS and has_given_name(name) and names_in(name) == (name,)


def _is_full_name(part: str) -> bool:
    """Whether a part is one more writer: behind a name, a job ("Senior Editor") is not taken for one."""
    return len(part.split()) >= 2 and names_in(f"Jane Roe, {part}") == ("Jane Roe", part)


@cache
def _agencies() -> frozenset[str]:
    return load_rules("agencies").words("news_agencies")
