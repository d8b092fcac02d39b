"""What each block is by itself: by its element and class names, and by its words."""

from __future__ import annotations

import re
from functools import cache

from pressparse.page.raw import RawBlock
from pressparse.page.roles.line_roles import line_kind
from pressparse.rules import Rules, load_rules

# Class names of farther ancestors speak of whole regions, not of the block.
_NEAR_HINTS = 6
_LONGEST_HINTED = {
    "boilerplate": 3000, "contact": 600, "caption": 1000, "subtitle": 500, "byline": 120, "kicker": 60,
}  # fmt: skip
_NO_SENTENCES = frozenset({"byline", "tags", "kicker", "source"})
_SENTENCE_END = re.compile(r"[a-z]{2}[.!?]$")
_USUALLY_LONGEST = 240
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ROWS = frozenset({"li", "table", "tr", "dt", "dd"})
# Kinds that words alone give too freely to stand against a class name.
_YIELDING = frozenset({None, "contact_opener", "published", "other"})


def block_kind(block: RawBlock) -> str | None:
    """The kind of a block by itself: a role, `drop`, or a role with `_opener`; None where nothing tells.

    Examples:
        >>> block_kind(RawBlock("Jane Roe", "p", hints=("byline",)))
        'byline'
        >>> block_kind(RawBlock("Fishers at dusk. Photo: Mateo Urrutia", "figcaption"))
        'caption'
    """
    kind = line_kind(block.text)
    if block.element in {"figcaption", "caption"}:
        return _caption_kind(block, kind)
    if block.element in _ROWS and kind in _rules().words("not_in_rows"):
        return None
    if kind == "byline" and block.element in _HEADINGS and block.path:
        return _hinted_kind(block)  # "By function" heads a section as easily
    if kind in _YIELDING and (hinted := _hinted_kind(block)) is not None:
        return hinted
    if kind is None and block.data.get("datetime") and len(block.text) < 80 and block.element not in _ROWS:
        return "published"
    return kind


def _caption_kind(block: RawBlock, kind: str | None) -> str:
    """A caption that is a credit and nothing else is a credit."""
    if block.element == "caption":  # a table's
        return kind or "heading"
    called_credit = not _rules().words("credits_in_figures").isdisjoint(block.hints[:_NEAR_HINTS])
    is_credit = kind == "photo_credit" or called_credit or _hinted_kind(block) == "photo_credit"
    return "photo_credit" if is_credit else "caption"


def _hinted_kind(block: RawBlock) -> str | None:
    kinds = _hint_kinds()
    for hint in block.hints[:_NEAR_HINTS]:
        kind = kinds.get(hint)
        if kind and _may_be(block, kind):
            return "other" if kind == "kicker" else kind
    return None


def _may_be(block: RawBlock, kind: str) -> bool:
    """Whether a block is what a class name calls it: names, dates and rubrics are no sentences."""
    if len(block.text) > _LONGEST_HINTED.get(kind, _USUALLY_LONGEST):
        return False
    if block.element in _ROWS and kind in _rules().words("not_in_rows"):
        return False
    if kind == "published":
        return any(map(str.isdigit, block.text))
    return kind not in _NO_SENTENCES or _SENTENCE_END.search(block.text) is None


@cache
def _hint_kinds() -> dict[str, str]:
    """What each class name calls its block."""
    return {word: kind for kind, words in _rules().table("hints").items() for word in words}


@cache
def _rules() -> Rules:
    return load_rules("role_hints")
