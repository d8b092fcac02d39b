"""The quoted stretches of a post's body: what marks enclose, mended where a mark is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from pressparse.document import BODY_ROLES, Block, Post
from pressparse.expressions.quote_marks import Quoted, pair_quote_marks
from pressparse.extract.quotes.verbs import forms_of, lemmas
from pressparse.rules import any_of

_TERMINAL = frozenset(".!?…")
_DASHES = frozenset("—–-―~")
_LONGEST_UNMARKED_RUN = 6  # paragraphs between an opening mark and the one that closes it
_LONGEST_RECOVERED = 600  # characters that a stretch without opening mark may have
_REACH_OF_CUE = 80  # characters in which its cue begins
_LONGEST_NICKNAME = 3  # words
_NICKNAME_CONTEXT = re.compile(r"(?:^|\s)[A-ZÀ-Þ][\w.'’-]*\s\0\s(?:[A-ZÀ-Þ]\w*\.?\s)?[A-ZÀ-Þ][\w'’-]+")
_SENTENCE_END = re.compile(r"[.!?…](?=\s+[A-Z“\"‘])")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A quoted stretch and the block it stands in.

    Attributes:
        quoted: its offsets in the post's text.
        words: the text between the marks.
        block: index of its block among the body blocks.
        runs_on: whether the speech is left open and runs on into the next block.
        marked: whether marks enclose it; a block quotation needs none.
    """

    quoted: Quoted
    words: str
    block: int
    runs_on: bool = False
    marked: bool = True

    @property
    def ends_sentence(self) -> bool:
        """Whether its last word ends a sentence."""
        return self.words[-1] in _TERMINAL


def body_blocks(post: Post) -> list[Block]:
    """The blocks that can hold speech."""
    return [block for block in post.blocks if block.role in BODY_ROLES]


def quoted_stretches(post: Post, blocks: Sequence[Block]) -> list[list[Stretch]]:
    """The quoted stretches of each block, in order: nicknames left out, unclosed ones mended."""
    return _Body(post.text, blocks).stretches()


class _Body:
    """The body's blocks with the stretches that their marks enclose."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self.text = text
        self.blocks = blocks
        self.paired = [self._paired(block) for block in blocks]

    def _paired(self, block: Block) -> list[Quoted]:
        found = pair_quote_marks(self.text, block.start, block.end)
        return [quoted for quoted in found if not self._is_nickname(quoted)]

    def _is_nickname(self, quoted: Quoted) -> bool:
        """Whether it is a name's middle part: Walter "Dub" Ingersoll."""
        words = self.text[quoted.start : quoted.end].split()
        if len(words) > _LONGEST_NICKNAME or not all(w[0].isupper() and w[-1].isalnum() for w in words):
            return False
        before = self.text[max(0, quoted.outer_start - 30) : quoted.outer_start]
        after = self.text[quoted.outer_end : quoted.outer_end + 30]
        return _NICKNAME_CONTEXT.search(f"{before}\0{after}") is not None

    def stretches(self) -> list[list[Stretch]]:
        rows = [[self._stretch(at, quoted) for quoted in row] for at, row in enumerate(self.paired)]
        for at, row in enumerate(rows):
            closing = self._closing_block(at, row[-1].quoted) if row and row[-1].runs_on else None
            for between in range(at + 1, closing or at):
                rows[between] = [self._whole_block(between, runs_on=True)]
        last = [None, *(row[-1] if row else None for row in rows)]
        return [self._usable(at, row, last[at]) for at, row in enumerate(rows)]

    def _stretch(self, at: int, quoted: Quoted) -> Stretch:
        is_open = not quoted.closed
        runs_on = is_open and (self._is_reopened(at, quoted) or self._closing_block(at, quoted) is not None)
        if is_open and not runs_on:
            quoted = self._cut(quoted)
        elif not is_open:
            quoted = self._without_signing_off(at, quoted)
        return Stretch(quoted, self.text[quoted.start : quoted.end], at, runs_on=runs_on)

    def _is_reopened(self, at: int, quoted: Quoted) -> bool:
        """Whether the next block begins with an opening mark, as a speech of several paragraphs does."""
        following = self.paired[at + 1][:1] if at + 1 < len(self.blocks) else []
        if not following or not self._ends_block(at, quoted) or self._attribution_inside(quoted):
            return False
        return following[0].opened and following[0].outer_start == self.blocks[at + 1].start

    def _closing_block(self, at: int, quoted: Quoted) -> int | None:
        """The block whose stray closing mark ends a speech that block `at` left open."""
        if not self._ends_block(at, quoted) or self._is_fragment(quoted):
            return None
        for later in range(at + 1, min(at + 1 + _LONGEST_UNMARKED_RUN, len(self.blocks))):
            if self.paired[later]:
                first = self.paired[later][0]
                return later if not first.opened and first.start == self.blocks[later].start else None
        return None

    def _ends_block(self, at: int, quoted: Quoted) -> bool:
        return not self.text[quoted.outer_end : self.blocks[at].end].strip()

    def _cut(self, quoted: Quoted) -> Quoted:
        """An unclosed stretch ends before its attribution; a fragment of a sentence ends with it."""
        end = self._attribution_inside(quoted)
        if end is None and self._is_fragment(quoted):
            sentence_end = _SENTENCE_END.search(self.text, quoted.start, quoted.end)
            end = sentence_end.end() if sentence_end else None
        return quoted if end is None else replace(quoted, end=end, outer_end=end)

    def _without_signing_off(self, at: int, quoted: Quoted) -> Quoted:
        """Without the attribution that a mark set too late takes in: “It leaks, said Jane Roe.”."""
        found = _attribution_at_end().search(self.text, quoted.start, quoted.end)
        block = self.blocks[at]
        before = self.text[block.start : quoted.outer_start].rstrip()
        after = self.text[quoted.outer_end : block.end].lstrip()
        is_sentence = before[-1:] in ("", *_TERMINAL) and (not after or after[0].isupper())
        if found is None or not is_sentence:
            return quoted
        return replace(quoted, end=found.end("comma"), outer_end=found.end("comma"))

    def _is_fragment(self, quoted: Quoted) -> bool:
        before = self.text[max(0, quoted.outer_start - 3) : quoted.outer_start].strip()
        return self.text[quoted.start].islower() and before[-1:] not in (":", "")

    def _attribution_inside(self, quoted: Quoted) -> int | None:
        found = _attribution_after_comma().search(self.text, quoted.start, quoted.end)
        return found.end("comma") if found else None

    def _whole_block(self, at: int, *, runs_on: bool = False, marked: bool = True) -> Stretch:
        block = self.blocks[at]
        quoted = Quoted(block.start, block.end, block.start, block.end, opened=False, closed=False)
        return Stretch(quoted, self.text[block.start : block.end], at, runs_on, marked)

    def _usable(self, at: int, row: list[Stretch], previous: Stretch | None) -> list[Stretch]:
        """The stretches that can be speech; a block quotation is one without marks."""
        if not row and self._is_unmarked_speech(self.blocks[at]):
            return [self._whole_block(at, marked=False)]
        return [s for s in row if s.quoted.opened or s.runs_on or self._may_lack_opening(s, previous)]

    def _is_unmarked_speech(self, block: Block) -> bool:
        """Whether a block quotation holds sentences, not the line that signs them."""
        words = self.text[block.start : block.end].strip()
        return block.role == "blockquote" and words[-1:] in _TERMINAL and words[:1] not in _DASHES

    def _may_lack_opening(self, stretch: Stretch, previous: Stretch | None) -> bool:
        """Whether the block before runs on into a stretch without opening mark, or a cue follows it."""
        if stretch.quoted.start != self.blocks[stretch.block].start:
            return False
        if previous is not None and previous.runs_on:
            return True
        end = stretch.quoted.outer_end
        following = self.text[end : end + _REACH_OF_CUE]
        return len(stretch.words) <= _LONGEST_RECOVERED and _attribution_begins().match(following) is not None


@cache
def _attribution_after_comma() -> re.Pattern[str]:
    """A comma, then "said Jane" or "she said": where a quotation without its closing mark ends."""
    said = any_of(_finite_forms())
    subject = r"(?:[A-Z]|the\b|an?\b|his\b|her\b|its\b)"
    return re.compile(rf"(?P<comma>[,!?])\s+(?:{said}\s+{subject}|(?:he|she|they)\s+{said}\b)")


@cache
def _attribution_at_end() -> re.Pattern[str]:
    """A comma, then "said" and a name with its title or "she said", and nothing more."""
    said = any_of(_finite_forms())
    words = r"(?:[\w.'’-]+ ){0,6}[A-Z][\w'’-]+"
    return re.compile(rf"(?P<comma>[,!?])\s+(?:{said} {words}|(?:he|she) {said})\.?\s*\Z")


@cache
def _attribution_begins() -> re.Pattern[str]:
    said = any_of(_finite_forms())
    return re.compile(rf"\s*(?:[\w.'’-]+,?\s+){{0,4}}{said}\b")


def _finite_forms() -> list[str]:
    return [form for lemma in lemmas("report") for form in forms_of(lemma)[:2]]
