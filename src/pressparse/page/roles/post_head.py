"""The head of a post: which of the lines before its first paragraph are title, subtitle and the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from pressparse.page.raw import RawBlock
from pressparse.page.roles.bylines import has_given_name, names_in, names_job
from pressparse.page.roles.datelines import find_dateline
from pressparse.rules import Rules, load_rules

_SENTENCE_END = re.compile(r"""[.!?…]["'”’»)\]]*$""")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ROWS = frozenset({"li", "table", "tr", "pre", "blockquote"})
_LONGEST_TITLE = 300
_LONGEST_SUBTITLE = 400
_LONGEST_STRAY = 40
_MOST_STRAYS = 3
_STORY_LENGTH = 140
_LONGEST_HEAD = 80
_FEWEST_WORDS = 4
_WORDS = re.compile(r"\w+")
_LETTERS = re.compile(r"[^\W\d_]{2,}|\d{2,}(?!\d*:)")  # "10:12 A.M. EST" has one
_AFTER_SUBTITLE = frozenset({"byline", "published", "dateline", "caption", "photo_credit", "embargo"})


def settle_head(
    blocks: Sequence[RawBlock], kinds: Sequence[str | None], *, title: str | None = None
) -> list[str | None]:
    """The kinds, with title, subtitle and the stray lines of the head told apart.

    Args:
        blocks: the blocks of one post.
        kinds: what is known of them.
        title: the post's title, where the page gives it; otherwise it is looked for in the head.

    Examples:
        >>> texts = ["Bridge over the Orr opens", "The bridge opened on Friday. " * 9]
        >>> settle_head([RawBlock(text, "p") for text in texts], [None, None])
        ['title', None]
    """
    settled = _with_jobs(blocks, kinds)
    subject = _email_subject(blocks)
    start = _story_start(blocks, kinds)
    place = _place_of(blocks, title) if title else _title_place(blocks, kinds, start, subject)
    if place is None:
        if subject is not None and not title:
            settled[subject] = "title"
        return settled
    settled[place] = "title"
    for stray in range(min(place, start)):
        if settled[stray] is None and _is_line(blocks[stray]):
            settled[stray] = "other"
    _settle_after_title(blocks, settled, place)
    return settled


def _with_jobs(blocks: Sequence[RawBlock], kinds: Sequence[str | None]) -> list[str | None]:
    """The kinds, the line under a byline that says what the writer is ("Courier staff writer") part of it."""
    settled = list(kinds)
    for place in range(1, min(len(settled), _LONGEST_HEAD)):
        follows = settled[place] is None and settled[place - 1] == "byline"
        if follows and len(blocks[place].text) <= _LONGEST_STRAY and _is_job_line(blocks[place].text):
            settled[place] = "byline"
    return settled


def _is_job_line(text: str) -> bool:
    return names_job(text) and _SENTENCE_END.search(text) is None


def _settle_after_title(blocks: Sequence[RawBlock], settled: list[str | None], title: int) -> None:
    """The subtitle and the stray lines between the title and the story."""
    has_subtitle = "subtitle" in settled
    strays = 0
    for place in range(title + 1, len(blocks)):
        if settled[place] is not None:
            continue
        if not has_subtitle and _is_subtitle(blocks, settled, place, title):
            settled[place] = "subtitle"
            has_subtitle = True
        elif strays < _MOST_STRAYS and _is_stray(blocks, settled, place):
            settled[place] = "other"
            strays += 1
        else:
            return


def _is_subtitle(blocks: Sequence[RawBlock], kinds: Sequence[str | None], place: int, title: int) -> bool:
    """Whether an undecided block after the title is its subtitle: a heading, or a line set apart."""
    block = blocks[place]
    if place + 1 >= len(blocks) or not _may_be_subtitle(block):
        return False
    if block.element in _HEADINGS:
        return all(kind is not None for kind in kinds[title + 1 : place])
    short = len(block.text) < (2 * _STORY_LENGTH if _is_bold(block) else _STORY_LENGTH)
    return short and (kinds[place + 1] in _AFTER_SUBTITLE or _dateline_follows(blocks, kinds, place))


def _may_be_subtitle(block: RawBlock) -> bool:
    return (
        block.element not in _ROWS
        and len(block.text) <= _LONGEST_SUBTITLE
        and not block.text.endswith(":")
        and len(_LETTERS.findall(block.text)) >= _FEWEST_WORDS
        and not _introduces_person(block.text)
        and find_dateline(block.text) is None
        and _rules().regex("about_post").search(block.text) is None
    )


def _dateline_follows(blocks: Sequence[RawBlock], kinds: Sequence[str | None], place: int) -> bool:
    """Whether the next undecided block opens the story with a place."""
    following = next((later for later in range(place + 1, len(kinds)) if kinds[later] is None), None)
    dateline = find_dateline(blocks[following].text) if following is not None else None
    return dateline is not None and dateline.place is not None


def _is_stray(blocks: Sequence[RawBlock], kinds: Sequence[str | None], place: int) -> bool:
    """A short line of the head that is no sentence and no heading: a rubric, the time it takes to read."""
    block = blocks[place]
    if block.element in _HEADINGS and not _is_stray_line_of_text(blocks, kinds, place):
        return False
    return (
        block.element not in _ROWS
        and len(block.text) <= _LONGEST_STRAY
        and _is_line(block)
        and block.text[-1] not in ":,"
        and place + 1 < len(blocks)
    )


def _is_stray_line_of_text(blocks: Sequence[RawBlock], kinds: Sequence[str | None], place: int) -> bool:
    """Whether a line of plain text that looks like a heading heads nothing: a place, the publisher's name."""
    following = slice(place + 1, place + 2)
    heads_nothing = any(block.element in _HEADINGS for block in blocks[following]) or any(kinds[following])
    is_masthead = _rules().regex("masthead").search(blocks[place].text) is not None
    return not blocks[place].path and (heads_nothing or is_masthead)


def _is_line(block: RawBlock) -> bool:
    return len(block.text) < _STORY_LENGTH and not _SENTENCE_END.search(block.text)


def _is_bold(block: RawBlock) -> bool:
    return any(start <= 1 and end >= len(block.text) - 1 for start, end in block.emphasis)


def _place_of(blocks: Sequence[RawBlock], title: str) -> int | None:
    wanted = _folded(title)
    return next((place for place, block in enumerate(blocks) if _folded(block.text) == wanted), None)


def _story_start(blocks: Sequence[RawBlock], kinds: Sequence[str | None]) -> int:
    """The first block that is the story's own: undecided, and a sentence or opened by a dateline."""
    for place, (block, kind) in enumerate(zip(blocks[:_LONGEST_HEAD], kinds, strict=False)):
        if kind is None and "email" not in block.hints and _opens_story(blocks, kinds, place):
            return place
    return min(len(blocks), _LONGEST_HEAD)


def _opens_story(blocks: Sequence[RawBlock], kinds: Sequence[str | None], place: int) -> bool:
    block = blocks[place]
    if block.element in _HEADINGS:
        return False
    if block.element in _ROWS or len(block.text) >= _STORY_LENGTH:
        return True
    dateline = find_dateline(block.text)
    if dateline is not None and len(block.text) > len(dateline.span.text) + 20:
        return True
    following = kinds[place + 1] if place + 1 < len(kinds) else None
    return _SENTENCE_END.search(block.text) is not None and (following not in _AFTER_SUBTITLE or place == 0)


def _title_place(
    blocks: Sequence[RawBlock], kinds: Sequence[str | None], start: int, subject: int | None
) -> int | None:
    """The line of the head that reads most like a headline; the first of several: a subtitle comes after.

    Lines with no story after them head nothing.
    """
    if start == len(blocks) and subject is None:
        return None
    weights = {
        place: _title_weight(blocks[place], blocks[subject].text if subject is not None else "")
        for place in range(start)
        if kinds[place] is None and place != subject and "email" not in blocks[place].hints
    }
    good = [place for place, weight in weights.items() if weight >= 3]
    if good:
        return good[0]
    best = max(weights, key=lambda place: weights[place], default=None)
    return best if best is not None and weights[best] >= 1 else None


def _title_weight(block: RawBlock, subject: str) -> int:
    text, words = block.text, _WORDS.findall(block.text)
    if len(text) > _LONGEST_TITLE or len(words) < 2 or block.element in _ROWS:
        return 0
    weight = 1 + (len(words) >= _FEWEST_WORDS) + (len(words) >= 6)
    weight += 3 * (block.element == "h1") + 3 * (bool(subject) and _shares_words(words, subject))
    weight += any(word.islower() and len(word) > 3 for word in words)
    weight -= 3 * bool(_rules().regex("masthead").search(text))
    weight -= 2 * (text[-1] in ":;,")
    weight -= 3 * _introduces_person(text)
    return weight


def _introduces_person(text: str) -> bool:
    """Whether a line names a person and the person's job: "Jane Roe, Director of Harbours"."""
    name, _, job = text.partition(",")
    return bool(job) and has_given_name(name) and names_in(name) == (name,) and names_job(job)


def _shares_words(words: Sequence[str], subject: str) -> bool:
    mine, theirs = ({w.casefold() for w in ws if len(w) > 2} for ws in (words, _WORDS.findall(subject)))
    return len(mine & theirs) >= 0.5 * max(1, min(len(mine), len(theirs)))


def _email_subject(blocks: Sequence[RawBlock]) -> int | None:
    return next((place for place, block in enumerate(blocks) if block.hints == ("email", "subject")), None)


def _folded(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))


@cache
def _rules() -> Rules:
    return load_rules("post_head")
