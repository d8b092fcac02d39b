"""Whether two spellings are of one name: misspelt surnames, given names that sound alike."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import lru_cache

_LONG, _ALIKE = 8, 0.85  # a long surname may be misspelt in two letters
_MISSPELT_FROM = 5  # shorter surnames that differ in a letter are mostly two surnames
_SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"[-' ]", ""),
        (r"ph", "f"),
        (r"ck|c(?![eiyh])|q(?:u(?=e))?", "k"),
        (r"z(?=$)|x(?=$)", "s"),
        (r"(?<=[^cs])h", ""),  # "Sarah", "Thomas", "Johnathan"
        (r"ey$|ie$|ee$|y", "i"),
        (r"(?<=.{4})e$|(?<=nn)e$", ""),
        (r"(.)\1", r"\1"),
        (r"(?<=.{3})[aeiou]n$", "n"),  # "Kristin", "Kristen"
    )
)


def sound_alike(a: str, b: str) -> bool:
    """Whether two folded given names are one name in two spellings.

    Examples:
        >>> sound_alike("catherine", "katherine"), sound_alike("stefan", "stephan"), sound_alike("mark", "mary")
        (True, True, False)
    """
    return a[:1].isalpha() and len(a) > 2 and _sound(a) == _sound(b)


@lru_cache(maxsize=4096)
def _sound(name: str) -> str:
    for pattern, sound in _SOUNDS:
        name = pattern.sub(sound, name)
    return name


def is_misspelt(word: str, surname: str) -> bool:
    """Whether a folded word is likely the surname with a letter wrong, two in a long one.

    Examples:
        >>> is_misspelt("okonkow", "okonkwo"), is_misspelt("hansen", "jensen")
        (True, False)
    """
    shorter = min(len(word), len(surname))
    if shorter < _MISSPELT_FROM or word[0] != surname[0] or abs(len(word) - len(surname)) > 1:
        return False
    if one_letter_apart(word, surname):
        return True
    if shorter < _LONG:
        return False
    compared = SequenceMatcher(None, word, surname)
    return compared.quick_ratio() > _ALIKE and compared.ratio() > _ALIKE


def one_letter_apart(a: str, b: str) -> bool:
    """Whether one insertion, deletion, substitution or swap makes `a` into `b`.

    Examples:
        >>> one_letter_apart("okonkwo", "okonkow"), one_letter_apart("hansen", "jensen")
        (True, False)
    """
    if a == b or abs(len(a) - len(b)) > 1:
        return False
    start = next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    x, y = a[start:], b[start:]
    swapped = len(x) == len(y) > 1 and x[0] == y[1] and x[1] == y[0] and x[2:] == y[2:]
    return x[1:] == y[1:] or x[1:] == y or x == y[1:] or swapped
