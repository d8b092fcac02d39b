"""Which blocks caption a picture where no `figcaption` says so: by class names, or by standing beside one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from pressparse.page.html.outline import Outline, prose_length
from pressparse.page.html.tree import Tree
from pressparse.page.raw import RawBlock
from pressparse.page.roles.line_roles import line_kind
from pressparse.rules import load_rules

_SHARE = 0.3  # captions hold less than this of a page's running text: otherwise the marks mean something else
_LONGEST = 500
_PLAIN = frozenset({"p", "div", "td", "section", "center"})


def name_captions(tree: Tree, outline: Outline) -> list[RawBlock]:
    """The blocks of a page, those that caption a picture named `figcaption`."""
    marked = _below_marks(tree, outline)
    named = []
    for index, block in enumerate(outline.blocks):
        may_be = block.element in _PLAIN and 0 < len(block.text) <= _LONGEST and not _signs(block)
        if may_be and (index in marked or _stands_beside_picture(outline, index)):
            named.append(replace(block, element="figcaption"))
        else:
            named.append(block)
    return named


def _below_marks(tree: Tree, outline: Outline) -> set[int]:
    by_word: dict[str, set[int]] = defaultdict(set)
    for number, totals in outline.totals.items():
        for word in _words().intersection(tree.nodes[number].words):
            by_word[word].update(range(totals.first, totals.end))
    most = _SHARE * max(outline.whole.prose, 1)
    kept = [below for below in by_word.values() if sum(prose_length(outline.blocks[i]) for i in below) < most]
    return set().union(*kept)


def _stands_beside_picture(outline: Outline, index: int) -> bool:
    """Whether a picture and this text alone fill an element."""
    block = outline.blocks[index]
    if (
        index == 0
        or block.element == "p"
        or outline.blocks[index - 1].text
        or not outline.blocks[index - 1].images
    ):
        return False
    picture: Sequence[int] = outline.blocks[index - 1].path
    shared = [a for a, b in zip(picture, block.path, strict=False) if a == b]
    return bool(shared) and outline.totals[shared[-1]].end - outline.totals[shared[-1]].first == 2


def _signs(block: RawBlock) -> bool:
    """Whether a line says who wrote the page, or when; a picture beside it is the writer's portrait."""
    marked = not load_rules("page_words").words("author").isdisjoint(block.hints)
    return marked or line_kind(block.text) in {"byline", "published"}


@cache
def _words() -> frozenset[str]:
    return load_rules("page_words").words("caption")
