"""The canonical text of one block as it is written, with the links and bold stretches in it."""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import dataclass, replace

from pressparse.page.html.pictures import absolute
from pressparse.page.html.tree import Node
from pressparse.page.raw import Link

CELL_MARK = " | "
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});")


@dataclass(slots=True)
class Opened:
    """A link or a stretch of bold type that is not closed yet; it begins at the first word in it."""

    node: Node
    start: int | None = None


class TextWriter:
    """Writes words with single spaces between them; offsets are those of the text so far.

    Examples:
        >>> writer = TextWriter(None)
        >>> writer.write("  two  ")
        >>> writer.write("words")
        >>> writer.text
        'two words'
    """

    def __init__(self, base: str | None) -> None:
        self._base = base
        self._pieces: list[str] = []
        self._space = False
        self._adjoining = False
        self._waiting: list[Opened] = []
        self.length = 0
        self.breaks = 0
        self.links: list[Link] = []
        self.emphasis: list[tuple[int, int]] = []

    @property
    def text(self) -> str:
        return "".join(self._pieces)

    def write(self, text: str) -> None:
        """Write the words of `text`, which is clean; a line break before them if one was seen."""
        words = text.split()
        if not words:
            self._space = self._space or bool(text)
            return
        if self.length and not self._pieces[-1].endswith(CELL_MARK):
            self._separate(text[0])
        self._begin_waiting()
        self._put(" ".join(words))
        self._adjoining = False
        self._space = text[-1].isspace()

    def write_as_is(self, text: str) -> None:
        """Write preformatted text, every space of it."""
        self._begin_waiting()
        self._put(text)

    def add_space(self) -> None:
        """What follows stands apart."""
        self._space = True

    def adjoin(self) -> None:
        """What follows is a label of its own, though nothing stands between: a style sheet sets it apart."""
        self._adjoining = True

    def begin_cell(self) -> None:
        """The next cell of a table's row begins."""
        if self.length:
            self._put(CELL_MARK)
            self._space = False

    def open(self, opened: Opened) -> None:
        """A link or bold type opens."""
        opened.start = None
        self._waiting.append(opened)

    def close_link(self, opened: Opened, label: str) -> None:
        """The words since it opened are a link."""
        node = opened.node
        start = self.length if opened.start is None else opened.start
        url = absolute(self._base, node.get("href"))
        self.links.append(Link(start, self.length, url, node.get("rel").lower(), label))

    def close_bold(self, opened: Opened) -> None:
        """The words since it opened are bold."""
        if opened.start is not None and opened.start < self.length:
            self.emphasis.append((opened.start, self.length))

    def written(self) -> tuple[str, tuple[Link, ...], tuple[tuple[int, int], ...]]:
        """The text without white space around it, the links and the bold stretches in it."""
        whole = self.text
        text = whole.strip()
        if len(text) == len(whole):
            return text, tuple(self.links), tuple(self.emphasis)
        cut = len(whole) - len(whole.lstrip())

        def moved(offset: int) -> int:
            return min(max(offset - cut, 0), len(text))

        links = tuple(replace(link, start=moved(link.start), end=moved(link.end)) for link in self.links)
        return text, links, tuple((moved(a), moved(b)) for a, b in self.emphasis if moved(a) < moved(b))

    def _separate(self, first: str) -> None:
        if self.breaks:
            self._put("\n")
        elif self._space or first.isspace() or (self._adjoining and self._would_glue(first)):
            self._put(" ")

    def _would_glue(self, first: str) -> bool:
        last = self._pieces[-1]
        return first.isalnum() and last[-1].isalnum() and len(last) > 1

    def _begin_waiting(self) -> None:
        for opened in self._waiting:
            opened.start = self.length
        self._waiting = []

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)
        self.breaks = 0


def cleaned(text: str) -> str:
    r"""NFC text without invisible characters, and with what was escaped twice made right.

    Examples:
        >>> cleaned("it&rsquo;s a \N{SOFT HYPHEN}page")
        'it’s a page'
    """
    if not text.isascii():
        text = unicodedata.normalize("NFC", _INVISIBLE.sub("", text))
    return html.unescape(text) if "&" in text and _ENTITY.search(text) else text
