"""How far what opens a stretch of blocks reaches: contacts, boilerplate, related links, final notes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressparse.page.raw import RawBlock
from pressparse.page.roles.bylines import has_given_name, names_in
from pressparse.page.roles.line_roles import line_kind

_DETAIL = re.compile(
    r"(?<![\w.+-])[\w.+-]+@[\w-]+\.\w|\[at\]|\+?\(?\d[\d\s().–-]{6,}\d|https?://|www\.", re.IGNORECASE
)
_SENTENCE = re.compile(r"""[.!?]["'”’»)\]]*$""")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_TABLES = frozenset({"table", "tr"})
# What the blocks of a stretch are, where it is not what the stretch is called.
_KINDS = {"comments": "drop", "legal": "boilerplate"}

_LONGEST_DETAIL = 160  # a line of an address or a job title is shorter
_CONTACT_REACH = 5  # so many lines of a name and desk come before the first telephone number
_LONGEST_TEASER = 150
_MOST_BETWEEN = 3  # blocks between a story and its contacts
_LONGEST_CONTACTS = 12
_MOST_OF_SIGNATURE = 3
_LONGEST_SIGNED = 60
# Shares of the undecided text that stand after a block.
_MOST_AFTER_STORY = 0.1
_MOST_AFTER_MORE = 0.15
_MOST_AFTER_END = 0.3  # an end mark with more after it only parts sections
_MOST_AFTER_OPENER = 0.6


def gives_contact(text: str) -> bool:
    """Whether a line holds a telephone number or an address on the net.

    Examples:
        >>> gives_contact("Jo Roe, 01555 010 203"), gives_contact("Jo Roe, Harbour Trust")
        (True, False)
    """
    return _DETAIL.search(text) is not None


def contacts_end(blocks: Sequence[RawBlock], end: int) -> int:
    """Where the contacts end that stand right below a story which ends at `end`; `end` where none do.

    Examples:
        >>> texts = ["The story.", "Media contact:", "Jo Roe", "jo@orr.example", "About us"]
        >>> contacts_end([RawBlock(text, "p") for text in texts], 1)
        4
    """
    openers = (
        place for place in range(end, min(end + _MOST_BETWEEN, len(blocks))) if _opens_contacts(blocks[place])
    )
    first = next(openers, None)
    if first is None:
        return end
    last = end
    for place in range(first, min(first + _LONGEST_CONTACTS, len(blocks))):
        if len(blocks[place].text) > _LONGEST_DETAIL:
            break
        if gives_contact(blocks[place].text):
            last = place + 1
    return last


def _opens_contacts(block: RawBlock) -> bool:
    return line_kind(block.text) == "contact_opener"


def spread_sections(blocks: Sequence[RawBlock], kinds: Sequence[str | None]) -> list[str | None]:
    """The kinds, with what opens a stretch carried on over the blocks that belong to it.

    Examples:
        >>> texts = ["An anvil fell.", "About Acme", "Acme makes anvils.", "Contact:", "Jo Roe, 555-123-4567"]
        >>> blocks = [RawBlock(text, "p") for text in texts]
        >>> spread_sections(blocks, [None, "legal_opener", None, "contact_opener", None])
        [None, 'boilerplate', 'boilerplate', 'contact', 'contact']
    """
    return _with_names_above(blocks, _Spreading(blocks, kinds).run())


def _with_names_above(blocks: Sequence[RawBlock], kinds: list[str | None]) -> list[str | None]:
    """The kinds, the lines of a signature right above its number or address contacts, too: who signs, as what."""
    for place, kind in enumerate(kinds):
        if kind != "contact" or not place or kinds[place - 1] is not None:
            continue
        first = place
        while first > max(0, place - _MOST_OF_SIGNATURE) and _may_sign(blocks[first - 1], kinds[first - 1]):
            first -= 1
        if any(_is_person(block.text) for block in blocks[first:place]):
            kinds[first:place] = ["contact"] * (place - first)
    return kinds


def _may_sign(block: RawBlock, kind: str | None) -> bool:
    is_line = len(block.text) <= _LONGEST_SIGNED and not _SENTENCE.search(block.text)
    return kind is None and is_line and not (block.path and block.element in _HEADINGS)


def _is_person(text: str) -> bool:
    return has_given_name(text) and names_in(text) == (text,)


class _Spreading:
    """The walk over the blocks of one post."""

    def __init__(self, blocks: Sequence[RawBlock], kinds: Sequence[str | None]) -> None:
        self._blocks = blocks
        self._kinds = kinds
        self._undecided = _running_lengths(blocks, kinds)
        self._section: str | None = None

    def run(self) -> list[str | None]:
        return [
            _KINDS.get(kind, kind) if kind else None for kind in map(self._next, range(len(self._blocks)))
        ]

    def _next(self, place: int) -> str | None:
        kind = self._kinds[place]
        if self._section == "comments":
            return "comments"
        if kind is not None:
            return self._at_kind(place, kind)
        if self._section is not None and not self._goes_on(place):
            self._section = None
        return self._section

    def _at_kind(self, place: int, kind: str) -> str | None:
        """At a block that says what it is: it may open a stretch, and ends one of another kind."""
        if kind == "more":
            return self._at_more_mark(place)
        if kind == "end_mark":
            return self._at_end_mark(place)
        if kind.endswith("_opener"):
            return self._open(place, kind.removesuffix("_opener"))
        if self._section is not None and kind not in {"drop", _KINDS.get(self._section, self._section)}:
            self._section = None
        return kind

    def _open(self, place: int, section: str) -> str | None:
        if section in {"boilerplate", "drop", "comments"} and self._share_after(place) > _MOST_AFTER_OPENER:
            self._section = None
            # "About the project" heads a section of the story itself; a link to a related one stands alone.
            return None if section == "boilerplate" else "drop"
        self._section = section
        return section

    def _at_more_mark(self, place: int) -> str:
        if self._share_after(place) <= _MOST_AFTER_MORE or self._is_cut_off(place):
            return "more"
        # A link to more of something else, or the foot of a page that the release goes on after.
        return "drop" if self._blocks[place].path else "other"

    def _is_cut_off(self, place: int) -> bool:
        """Whether a mark stands beside another, or under text that breaks off: "… no plans to […]", "Read more"."""
        before = self._blocks[place - 1].text if place else ""
        return "more" in self._kinds[place + 1 : place + 2] or before.rstrip("]) ").endswith(("…", "..."))

    def _at_end_mark(self, place: int) -> str:
        if self._share_after(place) > _MOST_AFTER_END:
            return "other"
        self._section = "boilerplate"
        return "end_mark"

    def _share_after(self, place: int) -> float:
        """The share of the undecided text that stands after a block."""
        total = self._undecided[-1]
        return (total - self._undecided[place + 1]) / total if total else 0.0

    def _goes_on(self, place: int) -> bool:
        block = self._blocks[place]
        if self._section == "contact":
            return self._is_contact(place)
        if block.path and block.element in _HEADINGS:
            return False
        if self._section == "drop":
            return len(block.text) <= _LONGEST_TEASER or not _SENTENCE.search(block.text)
        return not self._is_of_table(place)

    def _is_of_table(self, place: int) -> bool:
        """Whether a block is of a table, or heads one: figures after the legal notice are the story's."""
        here, following = self._blocks[place], self._blocks[place + 1 : place + 2]
        heads_table = any(block.element in _TABLES for block in following) and not _SENTENCE.search(here.text)
        return here.element in _TABLES or heads_table

    def _is_contact(self, place: int) -> bool:
        text = self._blocks[place].text
        if len(text) > _LONGEST_DETAIL:
            return False
        if gives_contact(text) or self._share_after(place) < _MOST_AFTER_STORY:
            return True
        return any(self._holds_detail(later) for later in range(place + 1, place + 1 + _CONTACT_REACH))

    def _holds_detail(self, place: int) -> bool:
        """Whether a later block of the same stretch gives a telephone number or an address."""
        if place >= len(self._blocks) or self._kinds[place] not in {None, "contact"}:
            return False
        text = self._blocks[place].text
        return len(text) <= _LONGEST_DETAIL and gives_contact(text)


def _running_lengths(blocks: Sequence[RawBlock], kinds: Sequence[str | None]) -> list[int]:
    """How much undecided text, tables left out, stands before each block, and in all."""
    lengths = [0]
    for block, kind in zip(blocks, kinds, strict=True):
        counts = kind is None and block.element not in _TABLES
        lengths.append(lengths[-1] + (len(block.text) if counts else 0))
    return lengths
