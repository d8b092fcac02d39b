"""What stands in quotation marks without being anybody's speech: titles, terms, nicknames, words as words."""

from __future__ import annotations

from functools import cache

from pressparse.extract.quotes.stretches import Stretch
from pressparse.rules import load_rules

_LONGEST_TITLE = 14  # words


def is_title_like(words: str) -> bool:
    """Whether the words are written like the title of a work: every word that matters has a capital.

    Examples:
        >>> is_title_like("The Rain Never Knocks")
        True
        >>> is_title_like("Congratulations to all of you")
        False
    """
    if not words or words[-1] in ".,?;":
        return False
    listed = words.split()
    small = load_rules("not_speech").words("small_words")
    weighty = [word for word in listed if word.lower() not in small]
    capitals = [word for word in weighty if not word.strip("'’“”\"(").strip()[:1].islower()]
    return len(listed) <= _LONGEST_TITLE and len(capitals) == len(weighty)


def is_name_or_term(text: str, stretch: Stretch) -> bool:
    """Whether the words before the stretch introduce a name or a term rather than speech."""
    before = text[max(0, stretch.quoted.outer_start - 80) : stretch.quoted.outer_start]
    if load_rules("not_speech").regex("defined_term_before").search(before):
        return True
    last_words = before.lower().split()[-3:]
    endings = {" ".join(last_words[-n:]) for n in (1, 2, 3) if len(last_words) >= n}
    is_work = (
        bool(endings & _works()) and not stretch.words[:1].islower()
    )  # the bill “buys pipe” has no title
    return is_work or bool(endings & _naming_words())


def has_words(stretch: Stretch) -> bool:
    """Whether there is a word in it at all."""
    return bool(load_rules("not_speech").regex("word").search(stretch.words))


@cache
def _naming_words() -> frozenset[str]:
    return load_rules("not_speech").words("naming_words")


@cache
def _works() -> frozenset[str]:
    return load_rules("not_speech").words("works")
