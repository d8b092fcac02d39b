"""Speakers named on a line of their own, above or below what they said."""

from __future__ import annotations

from pressparse.extract.quotes.mentions import Mentions
from pressparse.extract.quotes.quotation import Attribution
from pressparse.extract.quotes.subjects import Subject
from pressparse.extract.quotes.words import QUOTE, Sentence

_DASHES = frozenset(("—", "–", "-", "--", "―", "~"))
_LONGEST_SIGNATURE = 25  # words


def signature_after(
    mentions: Mentions, sentence: Sentence, at: int, next_block: Sentence
) -> Attribution | None:
    """The name below: “...” — Jane Roe, director of X, on the same line or the next, after a dash or not."""
    rest = sentence[at + 1 :]
    if rest:
        return _signed(mentions, rest[1:]) if rest[0].text in _DASHES else None
    if not next_block:
        return None
    if next_block[0].text in _DASHES:
        return _signed(mentions, next_block[1:])
    return _signed(mentions, next_block) if _is_name_line(mentions, next_block) else None


def heading_before(mentions: Mentions, previous_block: Sentence) -> Attribution | None:
    """A line "Jane Roe, director of X" above a quotation that fills its block."""
    return _signed(mentions, previous_block) if _is_name_line(mentions, previous_block) else None


def _is_name_line(mentions: Mentions, words: Sentence) -> bool:
    """Whether the line is a person's name, with a title perhaps, and no sentence."""
    if not words or len(words) > _LONGEST_SIGNATURE or words[-1].text in (".", "!", "?"):
        return False
    persons = mentions.persons_in(words[0].start, words[-1].end)
    return bool(persons) and persons[0][0] == words[0].start and not any(w.is_finite for w in words)


def _signed(mentions: Mentions, words: Sentence) -> Attribution | None:
    if not words or len(words) > _LONGEST_SIGNATURE or any(w.is_finite or w.tag == QUOTE for w in words):
        return None
    start, end = words[0].start, words[-1].end
    named = mentions.persons_in(start, end) or mentions.bodies_in(start, end)
    if not named:
        return None
    return Attribution(None, Subject(*named[0], "name"), "direct", (start, end), "label")
