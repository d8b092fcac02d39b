"""Speakers named on a line of their own, above or below what they said."""

from __future__ import annotations

from pressparse.extract.quotes.mentions import Mentions
from pressparse.extract.quotes.quotation import Attribution
from pressparse.extract.quotes.subjects import Subject
from pressparse.extract.quotes.words import QUOTE, Sentence, Word

_DASHES = frozenset(("—", "–", "-", "--", "―", "~"))
_LONGEST_SIGNATURE = 25  # words
_LONGEST_HONORIFIC = 3  # words, with their full stops


def signature_after(
    mentions: Mentions, sentence: Sentence, at: int, next_block: Sentence
) -> Attribution | None:
    """The name below: “...” — Jane Roe, director of X, on the same line or the next, after a dash or not."""
    rest = sentence[at + 1 :]
    signature = rest or next_block
    if signature and signature[0].text in _DASHES:
        stretch = sentence[at].stretch
        return _signed(mentions, signature[1:], by_body=stretch is not None and stretch.ends_sentence)
    return None if rest else name_line(mentions, next_block)


def name_line(mentions: Mentions, line: Sentence) -> Attribution | None:
    """A line "Jane Roe, director of X" by itself, above a quotation that fills its block, or below it."""
    if not line or line[-1].is_stop:
        return None
    found = _signed(mentions, line)
    begins = found is not None and found.subject is not None and _begins_line(line, found.subject)
    return found if begins else None


def _begins_line(line: Sentence, name: Subject) -> bool:
    """Whether nothing but a short title or an honorific stands before the name."""
    before = [word for word in line if word.end <= name.start]
    return len(before) <= _LONGEST_HONORIFIC and all(not word.text[0].islower() for word in before)


def _signed(mentions: Mentions, words: Sentence, *, by_body: bool = False) -> Attribution | None:
    """The signature's attribution; a title of an article has no full stop and a newspaper behind it."""
    if not words or len(words) > _LONGEST_SIGNATURE or any(_is_prose(w) for w in words):
        return None
    start, end = words[0].start, words[-1].end
    named = mentions.persons_in(start, end) or (mentions.bodies_in(start, end) if by_body else [])
    if not named:
        return None
    return Attribution(None, Subject(*named[0], "name"), "direct", (start, end), "label")


def _is_prose(word: Word) -> bool:
    """Whether a quotation or a finite verb shows that the line is none of names; "Roe Tiles" is one."""
    return word.tag == QUOTE or (word.is_finite and word.text[0].islower())
