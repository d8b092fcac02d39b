"""The names in a byline: "By Jane Roe and John Doe, Staff Writers"."""

from __future__ import annotations

import re
from functools import cache

from pressparse.rules import Rules, load_rules

# Longer than this and it is a sentence that happens to begin with "By".
_LONGEST = 160
_MOST_NAME_WORDS = 5
_TAIL_OF_SENTENCE = re.compile(r"by\s.*[a-zA-Z]{2}\.")
_ADDRESS = re.compile(r"\s{0,9}[(<\[]?(?<!\S)\S{1,100}@\S+[)>\]]?\s*|\s{0,9}\([^)]{0,100}\)\s*")


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
        >>> names_in("Jane Roe, Paper Conservator")
        ('Jane Roe',)
    """
    names: list[str] = []
    pieces = _rules().regex("name_break").split(_ADDRESS.sub(" ", text).strip(" .:&"))
    for piece in pieces:
        name = _name_at_head(piece)
        if names and (_is_letters(name or piece) or (" " in names[0] and " " not in name)):
            continue  # "Jane Roe, MS, RDN and Ola Nilsen", "Jane Roe, Reuters"
        if not name or (names and _is_job(name)):
            break
        may_be_account = lower_case or len(pieces) == 1
        if _is_label(name) or not (_reads_as_name(name) or (may_be_account and _is_account(name))):
            break
        names.append(name)
        if not _may_go_on(piece.strip(" .:")[len(name) :].strip()):
            break
    return tuple(dict.fromkeys(names))


def without_letters(name: str) -> str:
    """A name without the degrees that follow it.

    Examples:
        >>> without_letters("Jane Roe MS, RDN"), without_letters("BBC NEWS")
        ('Jane Roe', 'BBC NEWS')
    """
    kept: list[str] = []
    for word in name.split():
        if len(kept) > 1 and _is_letters(word) and not all(map(str.isupper, kept)):
            break
        kept.append(word)
    return " ".join(kept).rstrip(",")


def is_desk(name: str) -> bool:
    """Whether a name is that of a desk, and not of one person: "Gazette Staff", "The Harbour Team".

    Examples:
        >>> is_desk("Gazette Staff"), is_desk("Jane Roe")
        (True, False)
    """
    return not _rules().words("desks").isdisjoint(word.lower().strip(".,") for word in name.split())


def has_given_name(name: str) -> bool:
    """Whether a name begins with a given name that is common somewhere in the world.

    Examples:
        >>> has_given_name("Anna-Lena Roe"), has_given_name("Travel News")
        (True, False)
    """
    first = name.split(maxsplit=1)[0]
    return not _given_names().isdisjoint({first, first.partition("-")[0]})


def names_job(text: str) -> bool:
    """Whether a line holds the word for a writer's job: "Co-Founder & Marketing Director"."""
    return _is_job(" ".join(re.findall(r"[\w.-]+", text)))


def names_other_hand(text: str) -> bool:
    """Whether a line names who did something else than write: "Edited by Jane Roe", "Photography by Jane Roe".

    Examples:
        >>> names_other_hand("Fact-checked by Jane Roe"), names_other_hand("Written by Jane Roe")
        (True, False)
    """
    return _rules().regex("other_hand").match(text) is not None


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
    if len(kept) < 2:
        return False
    if without_letters(f"{' '.join(kept)} {word}") == " ".join(kept):
        return True
    of_desk = is_desk(word) and (is_desk(kept[-1]) or _is_job(kept[-1]))  # "Harbour News Team"
    is_named = kept[0].lower() == "the" or of_desk or any(_is_job(before) for before in kept)
    return _is_job(word) and not is_named


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


def _may_go_on(rest: str) -> bool:
    """Whether a further name may follow what stands behind one: nothing, its degrees, where it filed from."""
    return (
        not rest or _is_letters(rest.strip(" .:")) or _rules().regex("filed_from").fullmatch(rest) is not None
    )


def _is_letters(words: str) -> bool:
    """Whether words are the letters behind a name: degrees, orders, and outlets in capitals."""
    return bool(words) and all(map(_rules().regex("letters").fullmatch, words.replace(",", " ").split()))


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


@cache
def _given_names() -> frozenset[str]:
    return load_rules("given_names").words("given_names")
