"""What marks and capitals say of where sentences end."""

from __future__ import annotations

from collections.abc import Sequence

_STOPS = frozenset((".", "!", "?", "…", "...", "?!", "!!"))
_CLOSING = frozenset("\"'”’»)]")


def ends_sentence(words: Sequence[str], position: int) -> bool:
    """Whether a word is a full stop, or the mark that closes after one, and no closing mark follows.

    Examples:
        >>> words = ["“", "No", ".", "”", "Inc.", "paid"]
        >>> [word for position, word in enumerate(words) if ends_sentence(words, position)]
        ['”']
    """
    if position + 1 < len(words) and words[position + 1] in _CLOSING:
        return False
    last = position - 1 if words[position] in _CLOSING and position else position
    return words[last] in _STOPS


def seems_to_start(words: Sequence[str]) -> list[bool]:
    """For each word whether it seems to start a sentence: after a full stop, and not in lower case.

    Examples:
        >>> seems_to_start(["Yes", "!", "she", "said", ".", "We", "won", "."])
        [False, False, False, False, False, True, False, False]
    """
    return [
        position > 0 and ends_sentence(words, position - 1) and not word.islower()
        for position, word in enumerate(words)
    ]
