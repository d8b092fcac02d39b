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
_LONGEST_RECOVERED = 600  # characters that a stretch without opening mark may have
_REACH_OF_CUE = 80  # characters in which its cue begins
_LONGEST_NICKNAME = 3  # words
_LONGEST_UNMARKED_RUN = 6  # paragraphs between an opening mark and the one that closes it


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
        return self.words[-1] in _TERMINAL


def body_blocks(post: Post) -> list[Block]:
    """The blocks that can hold speech."""
    return [block for block in post.blocks if block.role in BODY_ROLES]


def quoted_stretches(post: Post, blocks: Sequence[Block]) -> list[list[Stretch]]:
    """The quoted stretches of each block, in order: nicknames left out, unclosed ones mended."""
    paired = [_named_apart(post.text, pair_quote_marks(post.text, b.start, b.end)) for b in blocks]
    mended = [_mended(post.text, blocks, paired, at) for at in range(len(blocks))]
    _fill_unmarked_runs(post.text, blocks, mended)
    last = [None, *(row[-1] if row else None for row in mended)]
    return [_usable(post.text, blocks[at], at, row, last[at]) for at, row in enumerate(mended)]


def _named_apart(text: str, found: Sequence[Quoted]) -> list[Quoted]:
    return [quoted for quoted in found if not _is_nickname(text, quoted)]


def _is_nickname(text: str, quoted: Quoted) -> bool:
    """A name's middle part: Walter "Dub" Ingersoll."""
    words = text[quoted.start : quoted.end].split()
    if len(words) > _LONGEST_NICKNAME or not all(word[0].isupper() and word[-1].isalnum() for word in words):
        return False
    before = text[max(0, quoted.outer_start - 30) : quoted.outer_start]
    after = text[quoted.outer_end : quoted.outer_end + 30]
    return _nickname_context().search(f"{before}\0{after}") is not None


@cache
def _nickname_context() -> re.Pattern[str]:
    return re.compile(r"(?:^|\s)[A-ZÀ-Þ][\w.'’-]*\s\0\s(?:[A-ZÀ-Þ]\w*\.?\s)?[A-ZÀ-Þ][\w'’-]+")


def _mended(text: str, blocks: Sequence[Block], paired: Sequence[Sequence[Quoted]], at: int) -> list[Stretch]:
    return [_stretch(text, blocks, paired, at, quoted) for quoted in paired[at]]


def _stretch(
    text: str, blocks: Sequence[Block], paired: Sequence[Sequence[Quoted]], at: int, quoted: Quoted
) -> Stretch:
    if quoted.closed:
        return Stretch(quoted, text[quoted.start : quoted.end], at)
    following = paired[at + 1][0] if at + 1 < len(blocks) and paired[at + 1] else None
    at_block_end = _ends_block(text, blocks[at], quoted)
    reopened = following is not None and following.opened and following.outer_start == blocks[at + 1].start
    runs_on = at_block_end and reopened and _attribution_inside(text, quoted) is None
    unmarked_run = at_block_end and not _is_fragment(text, quoted) and _closed_in_later_block(blocks, paired, at)
    if not runs_on and not unmarked_run:
        quoted = _cut(text, quoted)
    return Stretch(quoted, text[quoted.start : quoted.end], at, runs_on=runs_on)


def _ends_block(text: str, block: Block, quoted: Quoted) -> bool:
    return not text[quoted.outer_end : block.end].strip()


def _closed_in_later_block(blocks: Sequence[Block], paired: Sequence[Sequence[Quoted]], at: int) -> int | None:
    """The block whose stray closing mark ends a speech that was opened in block `at` and never reopened."""
    for later in range(at + 1, min(at + 1 + _LONGEST_UNMARKED_RUN, len(blocks))):
        if paired[later]:
            first = paired[later][0]
            return later if not first.opened and first.start == blocks[later].start else None
    return None


def _cut(text: str, quoted: Quoted) -> Quoted:
    """An unclosed stretch ends before its attribution; a fragment of a sentence ends with the sentence."""
    words = text[quoted.start : quoted.end]
    end = _attribution_inside(text, quoted)
    if end is None and _is_fragment(text, quoted):
        sentence_end = re.search(r"[.!?…](?=\s+[A-Z“\"‘])", words)
        end = quoted.start + sentence_end.end() if sentence_end else None
    return quoted if end is None else replace(quoted, end=end, outer_end=end)


def _is_fragment(text: str, quoted: Quoted) -> bool:
    before = text[max(0, quoted.outer_start - 3) : quoted.outer_start].strip()
    return text[quoted.start].islower() and before[-1:] not in (":", "")


def _attribution_inside(text: str, quoted: Quoted) -> int | None:
    found = _attribution_after_comma().search(text, quoted.start, quoted.end)
    return found.end(1) if found else None


@cache
def _attribution_after_comma() -> re.Pattern[str]:
    """A comma, then "said Jane" or "she said": where a quotation without its closing mark ends."""
    finite = [form for lemma in lemmas("report") for form in forms_of(lemma)[:2]]
    said = any_of(finite)
    return re.compile(rf"([,!?])\s+(?:{said}\s+(?:[A-Z]|the\b|an?\b|his\b|her\b|its\b)|(?:he|she|they)\s+{said}\b)")


@cache
def _attribution_begins() -> re.Pattern[str]:
    said = any_of([form for lemma in lemmas("report") for form in forms_of(lemma)[:2]])
    return re.compile(rf"\s*(?:{said}\b|(?:[\w.'’-]+,?\s+){{1,4}}{said}\b)")


def _fill_unmarked_runs(text: str, blocks: Sequence[Block], rows: list[list[Stretch]]) -> None:
    """Marks the blocks between an opening mark and the one that closes it, where none was reopened."""
    paired = [[stretch.quoted for stretch in row] for row in rows]
    for at, row in enumerate(rows):
        if not row or row[-1].quoted.closed or row[-1].runs_on:
            continue
        last = _closed_in_later_block(blocks, paired, at)
        if last is None or not _ends_block(text, blocks[at], row[-1].quoted) or _is_fragment(text, row[-1].quoted):
            continue
        row[-1] = replace(row[-1], runs_on=True)
        for between in range(at + 1, last):
            rows[between] = [_whole_block(text, blocks[between], between, runs_on=True)]


def _whole_block(text: str, block: Block, at: int, *, runs_on: bool) -> Stretch:
    quoted = Quoted(block.start, block.end, block.start, block.end, opened=False, closed=False)
    return Stretch(quoted, text[block.start : block.end], at, runs_on=runs_on)


def _usable(
    text: str, block: Block, at: int, row: list[Stretch], previous: Stretch | None
) -> list[Stretch]:
    """The stretches that can be speech; a block quotation is one without marks."""
    if not row and block.role == "blockquote" and text[block.start : block.end].strip():
        return [replace(_whole_block(text, block, at, runs_on=False), marked=False)]
    return [s for s in row if s.quoted.opened or s.runs_on or _may_lack_opening(text, block, s, previous)]


def _may_lack_opening(text: str, block: Block, stretch: Stretch, previous: Stretch | None) -> bool:
    """A stretch without its opening mark counts where the block before runs on into it, or where a cue follows."""
    if stretch.quoted.start != block.start:
        return False
    if previous is not None and previous.runs_on:
        return True
    following = text[stretch.quoted.outer_end : stretch.quoted.outer_end + _REACH_OF_CUE]
    return len(stretch.words) <= _LONGEST_RECOVERED and _attribution_begins().match(following) is not None

