"""The names in a byline: "By Jane Roe and John Doe, Staff Writers"."""

from __future__ import annotations

import re
from functools import cache

from pressparse.rules import Rules, load_rules

# Longer than this and it is a sentence that happens to begin with "By".
_LONGEST = 160
_MOST_NAME_WORDS = 5
_TAIL_OF_SENTENCE = re.compile(r"by\s.*[a-zA-Z]{2}\.")
_ADDRESS = re.compile(r"\s*[(<\[]?\S+@\S+[)>\]]?\s*|\s*\([^)]*\)\s*")


def byline_names(text: str) -> tuple[str, ...]:
    """The people or desks that a byline names, without "By", jobs and dates; empty where it is no byline.

    Examples:
        >>> byline_names("By Jane Roe and John Doe, Staff Writers")
        ('Jane Roe', 'John Doe')
        >>> byline_names("Posted on May 3, 2014 by admin")
        ('admin',)
        >>> byline_names("By noon the hall was full of people who had come to see it.")
        ()
    """
    text = " ".join(text.split())
    opening = _opening(text)
    if opening is None or len(text) > _LONGEST or _TAIL_OF_SENTENCE.fullmatch(text):
        return ()
    return names_in(text[opening.end() :], lower_case=opening.re is _rules().regex("dated_byline"))


def names_in(text: str, *, lower_case: bool = False) -> tuple[str, ...]:
    """The names in a list of writers, such as the text of an author link.

    `lower_case` allows for the names of accounts ("admin"), which a lone word may be anyway.

    Examples:
        >>> names_in("Jane Roe, club secretary")
        ('Jane Roe',)
    """
    names: list[str] = []
    pieces = _rules().regex("name_break").split(_ADDRESS.sub(" ", text).strip(" .:"))
    for place, piece in enumerate(pieces):
        name = _name_at_head(piece)
        if not name or (place and _is_job(name)):
            break
        may_be_account = lower_case or len(pieces) == 1
        if _is_label(name) or not (_reads_as_name(name) or (may_be_account and _is_account(name))):
            break
        names.append(name)
        if name != piece.strip(" .:"):
            break
    return tuple(dict.fromkeys(names))


def _opening(text: str) -> re.Match[str] | None:
    return _rules().regex("dated_byline").match(text) or _rules().regex("byline").match(text)


def _name_at_head(piece: str) -> str:
    """The words up to what ends a name: "Jane Roe in London" and "Jane Roe Staff Writer" are Jane Roe."""
    kept: list[str] = []
    for word in piece.split():
        if kept and _ends_name(kept, word):
            break
        kept.append(word)
    return " ".join(kept).strip(" .:,;")


def _ends_name(kept: list[str], word: str) -> bool:
    """Whether a name is over before `word`: a preposition, a date, a label, the writer's job."""
    if word[0].isdigit() or word.endswith(":") or word.lower().strip(".:") in _rules().words("byline_ends"):
        return True
    is_desk = kept[0].lower() == "the"  # "The Harbour Team"
    return len(kept) > 1 and not is_desk and _is_job(word) and not any(_is_job(before) for before in kept)


def _reads_as_name(name: str) -> bool:
    words = name.split()
    capitals = [w for w in words if w[0].isupper() or w[0] in "'’\"“‘"]
    return (
        0 < len(words) <= _MOST_NAME_WORDS
        and bool(capitals)
        and all(w in capitals or w in _rules().words("name_particles") for w in words)
        and not any(ch.isdigit() for ch in name)
    )


def _is_account(name: str) -> bool:
    return re.fullmatch(r"[\w.-]{2,30}", name) is not None and not name.isdigit()


def _is_label(name: str) -> bool:
    """Whether words that are spelt like a name label a date, a section or a control of the page."""
    words = {word.lower().strip(".:,") for word in name.split()}
    return not words.isdisjoint(_rules().words("not_names"))


def _is_job(name: str) -> bool:
    words = {word.lower().strip(",") for word in name.split()}
    singular = {word[:-1] for word in words if word.endswith("s")}
    return bool((words | singular) & _rules().words("writer_jobs"))


@cache
def _rules() -> Rules:
    return load_rules("bylines")
