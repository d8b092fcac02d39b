"""Pairs quotation marks: which stretches of a text stand between them, whatever marks they are.

A mark's shape says what it was meant to be, its neighbours say what it is: typesetters, word processors and
content systems turn marks round, mix curly and straight ones, double single ones and lose some. So the role
of a mark comes from its neighbours first, and one bad mark costs the stretch it stands at and no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal

from pressparse.rules import load_rules

Family = Literal["double", "single", "angle"]
Role = Literal["open", "close", "either", "weak_close"]

# Curly marks that a wrong charset has made several characters of, or a control character.
_GARBLED_OPENING = frozenset(("â€œ", "â\x80\x9c", "â", "\x93"))
_GARBLED_CLOSING = frozenset(("â€\x9d", "â€\ufffd", "â€", "â\x80\x9d", "â?", "\x94"))
_OPENING_SHAPES = _GARBLED_OPENING | {"“", "„", "‟", "‘‘", "``", ",,", "‘", "‚", "‛", "`", "\x91"}
_CLOSING_SHAPES = _GARBLED_CLOSING | {"”", "’’", "’", "´", "\x92"}
_ANGLES = frozenset("«»‹›")
_DOUBLES = frozenset(('"', "＂", "“", "”", "„", "‟", "''", "``", "‘‘", "’’", ",,"))
_DOUBLES |= _GARBLED_OPENING | _GARBLED_CLOSING
_MARK_CHARACTERS = frozenset("\"“”„‟＂«»‹›'‘’‚‛`´")
_BEFORE_OPENING = frozenset("([{—–-/…:")
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-/…")
_SPEECH_ENDS = frozenset(".,!?…—–")
_LOOKAHEAD = 40  # marks; bounds the work on text that is nothing but marks


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks.

    Attributes:
        start: offset of the first word, in code points.
        end: offset after the last word; white space inside the marks is left out.
        outer_start: offset of the opening mark (or of the first word, where it has none).
        outer_end: offset after the closing mark (or after the last word).
        opened: whether it has an opening mark.
        closed: whether it has a closing mark.
        inner: the stretches inside it.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    opened: bool = True
    closed: bool = True
    inner: tuple[Quoted, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    family: Family
    role: Role
    after_digit: bool


@dataclass(slots=True)
class _Open:
    mark: _Mark
    inner: list[Quoted]


def pair_quote_marks(text: str, start: int = 0, end: int | None = None) -> tuple[Quoted, ...]:
    """The outermost quoted stretches of `text[start:end]`, in order; offsets are those of `text`.

    A stretch that is never closed runs to the end, or to the mark that opens the next one; one that is never
    opened begins at the start, or after the one before.

    Examples:
        >>> [q] = pair_quote_marks('She said, “It’s in.”')
        >>> (q.start, q.end, q.closed)
        (11, 19, True)
        >>> [(q.opened, q.closed) for q in pair_quote_marks('“One. “Two,” she said.')]
        [(True, False), (True, True)]
    """
    end = len(text) if end is None else end
    return _Pairing(text, start, end).run()


class _Pairing:
    def __init__(self, text: str, start: int, end: int) -> None:
        self.text, self.start, self.end = text, start, end
        self.marks = list(_marks(text, start, end))
        self.open: list[_Open] = []
        self.found: list[Quoted] = []

    def run(self) -> tuple[Quoted, ...]:
        for at, mark in enumerate(self.marks):
            if self._is_closing(at, mark):
                self._close(mark)
            elif mark.role in ("open", "either") or self._opens_too_early(at, mark):
                self._begin(at, mark)
            elif mark.role == "close":
                self._close_unopened(mark)
        while self.open:
            self._give_up(self.end)
        return tuple(self.found)

    def _opens_too_early(self, at: int, mark: _Mark) -> bool:
        """Whether a space went to the wrong side of an opening mark, as in: he said," It leaks"."""
        is_stray = mark.role == "close" and mark.family == "double" and not self.open
        if not is_stray or self.text[mark.start - 1 : mark.start] not in (",", ":"):
            return False
        following = next((m for m in self.marks[at + 1 : at + 2] if m.family == mark.family), None)
        return following is not None and following.role == "close"

    def _is_closing(self, at: int, mark: _Mark) -> bool:
        if mark.role == "open" or not any(o.mark.family == mark.family for o in self.open):
            return False
        if mark.role == "weak_close" or mark.after_digit:
            return not self._closed_later(at, mark)
        return True

    def _closed_later(self, at: int, mark: _Mark) -> bool:
        """Whether a better mark follows: "ten years' time,'" or 'a 12" pipe,"'."""
        for later in self.marks[at + 1 : at + 1 + _LOOKAHEAD]:
            if later.family == mark.family and later.role != "weak_close":
                return later.role == "close"
            if later.family == "double" and later.role == "close" and self.open[-1].mark.family != "double":
                return False
        return False

    def _begin(self, at: int, mark: _Mark) -> None:
        if mark.role == "either" and mark.after_digit:
            return
        if mark.family == "single" and not self._may_open_single(at, mark):
            return
        if any(o.mark.family == mark.family for o in self.open) and not self._is_nested(at, mark):
            while any(o.mark.family == mark.family for o in self.open):
                self._give_up(mark.start)
        self.open.append(_Open(mark, []))

    def _may_open_single(self, at: int, mark: _Mark) -> bool:
        """A single mark opens where another closes it, or where a speech may begin that runs on."""
        rest = self.marks[at + 1 : at + 1 + _LOOKAHEAD]
        following = next((m for m in rest if m.family == "single" and m.role != "weak_close"), None)
        weak = any(m.family == "single" and m.role == "weak_close" for m in rest)
        if following is not None and following.role in ("close", "either"):
            return True
        return self._begins_speech(mark) or (weak and following is None) or self._closes_before(rest)

    def _closes_before(self, rest: Sequence[_Mark]) -> bool:
        first = next((m for m in rest if m.family == "single"), None)
        return first is not None and first.role == "weak_close"

    def _begins_speech(self, mark: _Mark) -> bool:
        before = self.text[max(self.start, mark.start - 4) : mark.start].rstrip()
        if not before:
            return mark.start - self.start <= 4
        return before[-1] in ":," or (before[-1] in ".!?" and self.text[mark.end : mark.end + 1].isupper())

    def _is_nested(self, at: int, mark: _Mark) -> bool:
        """Two marks of a kind open one after the other: nested where the outer one is closed as well.

        A word set off in the middle of a sentence is nested too, though the outer one runs on: "A "fair" price.
        """
        if self._sets_off_a_word(at, mark):
            return True
        depth = 1
        for later in self.marks[at + 1 : at + 1 + _LOOKAHEAD]:
            if later.family == mark.family:
                depth += 1 if later.role == "open" else -1
            if depth < 0:
                return True
        return False

    def _sets_off_a_word(self, at: int, mark: _Mark) -> bool:
        before = self.text[self.start : mark.start].rstrip()[-1:]
        close = next((m for m in self.marks[at + 1 : at + 2] if m.family == mark.family), None)
        if close is None or close.role not in ("close", "either") or not before.isalnum():
            return False
        after = self.text[close.end :].lstrip(" ")[:1]
        return self.text[close.start - 1].isalnum() and (after.islower() or after in ".,;")

    def _close(self, mark: _Mark) -> None:
        while self.open[-1].mark.family != mark.family:
            dropped = self.open.pop()
            self.open[-1].inner.extend(dropped.inner)
        opened = self.open.pop()
        self._emit(opened.mark.end, mark.start, opened.mark.start, mark.end, inner=opened.inner)

    def _close_unopened(self, mark: _Mark) -> None:
        before = self.text[self.start : mark.start].rstrip()
        if mark.family != "double" or self.open or not before or before[-1] not in _SPEECH_ENDS:
            return
        start = self.found[-1].outer_end if self.found else self.start
        self._emit(start, mark.start, None, mark.end, inner=())

    def _give_up(self, end: int) -> None:
        """The innermost open stretch is never closed: it ends at `end`."""
        opened = self.open.pop()
        if opened.mark.family == "single" and not self._begins_speech(opened.mark):
            (self.open[-1].inner if self.open else self.found).extend(opened.inner)
            return
        self._emit(opened.mark.end, end, opened.mark.start, None, inner=opened.inner)

    def _emit(
        self, start: int, end: int, outer_start: int | None, outer_end: int | None, inner: Sequence[Quoted]
    ) -> None:
        words = self.text[start:end]
        if not words.strip():
            return
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        quoted = Quoted(
            start,
            end,
            start if outer_start is None else outer_start,
            end if outer_end is None else outer_end,
            opened=outer_start is not None,
            closed=outer_end is not None,
            inner=tuple(inner),
        )
        (self.open[-1].inner if self.open else self.found).append(quoted)


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for found in load_rules("quote_marks").regex("mark").finditer(text, start, end):
        left, right = _neighbours(text, found.start(), found.end(), start, end)
        shape = found[0]
        family: Family = "angle" if shape in _ANGLES else "double" if shape in _DOUBLES else "single"
        after_digit = shape in "\"'" and left.isdigit() and not right.isalnum()
        role = _role(shape, family, left, right, text[found.end() : found.end() + 8])
        if role is not None:
            yield _Mark(found.start(), found.end(), family, role, after_digit)


def _neighbours(text: str, mark_start: int, mark_end: int, start: int, end: int) -> tuple[str, str]:
    """The characters on both sides, other marks skipped; a space where the stretch begins or ends."""
    left, right = mark_start - 1, mark_end
    while left >= start and text[left] in _MARK_CHARACTERS and mark_start - left < 4:
        left -= 1
    while right < end and text[right] in _MARK_CHARACTERS and right - mark_end < 3:
        right += 1
    return text[left] if left >= start else " ", text[right] if right < end else " "


def _role(shape: str, family: Family, left: str, right: str, following: str) -> Role | None:
    if family == "single":
        return _single_role(shape, left, right, following)
    may_open = (left.isspace() or left in _BEFORE_OPENING) and not right.isspace() and right not in ".,;)"
    may_close = not left.isspace() and (right.isspace() or right in _AFTER_CLOSING)
    if may_open != may_close:
        return "open" if may_open else "close"
    if shape in _OPENING_SHAPES or shape in "«‹":
        return "open"
    if shape in _CLOSING_SHAPES or shape in "»›":
        return "close"
    return "either"


def _single_role(shape: str, left: str, right: str, following: str) -> Role | None:
    if left.isalnum() and right.isalnum():
        return None  # an apostrophe
    may_open = left.isspace() or left in _BEFORE_OPENING
    if may_open and right.isalnum():
        return None if shape == "’" or _is_elision(following) else "open"
    if may_open and shape in _OPENING_SHAPES and not right.isspace():
        return "open"
    if not left.isspace() and (right.isspace() or right in _AFTER_CLOSING):
        return "weak_close" if left in "sSxXzZn" and right.isspace() else "close"
    return None


def _is_elision(following: str) -> bool:
    word = "".join(_leading_letters(following)).lower()
    return word in _elisions() or bool(load_rules("quote_marks").regex("decade_or_year").match(following))


def _leading_letters(text: str) -> Iterator[str]:
    for character in text:
        if not character.isalpha():
            return
        yield character


@cache
def _elisions() -> frozenset[str]:
    return load_rules("quote_marks").words("elisions")
