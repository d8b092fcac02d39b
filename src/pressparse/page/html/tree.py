"""HTML → a light tree of nodes, bounded in size and depth, the same from lxml and from BeautifulSoup."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import chain, takewhile
from typing import Any

from bs4 import BeautifulSoup, Comment
from bs4.element import PreformattedString, Tag
from lxml import etree

from pressparse.document import PageWarning

MAX_CHARACTERS = 4_000_000
MAX_ELEMENTS = 30_000
MAX_DEPTH = 200  # deeper elements are laid into their ancestor at this depth: their text stays
MAX_SOUP_CHARACTERS = 1_000_000  # BeautifulSoup reads about a megabyte a second

_VOID_OF_TEXT = frozenset({"script", "style", "template", "svg", "math", "iframe", "object", "canvas"})
_RUNNING = frozenset({"b", "i", "em", "strong", "u", "sup", "sub", "font", "mark", "small"})
_LONG_TAG_LENGTH = 20_000
_LONG_TAG = re.compile(rb"<(?P<name>[a-zA-Z][^<>\s]*)(?P<attributes>\s[^<>]{%d,})>" % _LONG_TAG_LENGTH)
_TWICE_DECODED = re.compile(
    "[\u00c2-\u00df][\u0080-\u009f]|[\u00e0-\u00ef][\u0080-\u00bf][\u0080-\u009f]|\u00e2\u0080[\u0080-\u00bf]"
)
_TWICE_CANDIDATE = re.compile(
    "[\u00c2-\u00df][\u0080-\u00bf]|[\u00e0-\u00ef][\u0080-\u00bf]{2}|[\u00f0-\u00f4][\u0080-\u00bf]{3}"
)
_NO_ATTRIBUTES: dict[str, str] = {}  # shared: most elements have none, and nothing writes to them
_NAMING = ("class", "id", "role", "itemprop")
_LONGEST_NAMING = 500  # characters of class, id, role and itemprop that are read
_MAX_ATTRIBUTES = 2000  # libxml2 compares each attribute of a tag with all before it
_CONTROLS = bytes([*range(9), 11, *range(14, 32), 127])
_LATIN_CONTROL = re.compile(b"\xc2[\x80-\x9f]")  # U+0080 to U+009F in UTF-8


@dataclass(slots=True, eq=False, repr=False)
class Node:
    """An element, a comment (`#comment`) or the root (`#root`); `number` counts in document order.

    Attributes:
        children: pieces of text and nodes, in order.
        path: numbers of the ancestors, outermost first, its own last.
        words: lower-case words of its class, id, role and itemprop, whole and in parts.
    """

    tag: str
    attributes: dict[str, str]
    path: tuple[int, ...]
    words: tuple[str, ...]
    children: list[str | Node]

    @property
    def number(self) -> int:
        return self.path[-1]

    def get(self, name: str) -> str:
        """An attribute's value, or the empty string."""
        return self.attributes.get(name, "")

    def text(self) -> str:
        """All text below, white space collapsed, without scripts."""
        pieces: list[str] = []
        stack: list[str | Node] = [self]
        while stack:
            item = stack.pop()
            if isinstance(item, str):
                pieces.append(item)
            elif item.tag != "#comment":
                edge = "" if item.tag in _RUNNING else " "
                stack += [edge, *reversed(item.children), edge]
        return " ".join("".join(pieces).split())


@dataclass(slots=True)
class Tree:
    """A parsed page: every node by its number, and what was lost on the way."""

    nodes: list[Node]
    warnings: list[PageWarning]
    _holding: dict[frozenset[str], set[int]] = field(default_factory=dict, init=False)

    def upwards(self, node: Node) -> Iterator[Node]:
        """The node itself, its parent, and so on up to the root.

        Nodes know their ancestors by number alone: were they to hold their parents, every page would be a circle
        of references that only the garbage collector can take away.
        """
        return map(self.nodes.__getitem__, reversed(node.path))

    def holding(self, tags: frozenset[str]) -> set[int]:
        """The numbers of the elements that hold an element with one of the tags, however deep."""
        if tags not in self._holding:
            found = self._holding[tags] = set()
            for node in self.nodes:
                if node.tag in tags:
                    inner_first = reversed(node.path[:-1])
                    found.update(takewhile(lambda number: number not in found, inner_first))
        return self._holding[tags]


def parse_tree(html: str) -> Tree:
    """Parse `html`; any text gives a tree.

    Examples:
        >>> [node.tag for node in parse_tree("<p>Hello <b>world").nodes]
        ['#root', 'html', 'body', 'p', 'b']
    """
    warnings = []
    if len(html) > MAX_CHARACTERS:
        html = html[:MAX_CHARACTERS]
        warnings.append(
            PageWarning("page_too_large", f"only the first {MAX_CHARACTERS} characters were read")
        )
    encoded, mended = _mended(_encoded(html))
    if mended:
        warnings.append(PageWarning("repaired_encoding", f"{mended} characters had been decoded twice"))
    builder = _TreeBuilder()
    if not _feed_lxml(builder, _without_attribute_floods(encoded)):
        html = encoded.decode("utf-8")
        soup = BeautifulSoup(html[:MAX_SOUP_CHARACTERS], "html.parser")
        builder = _TreeBuilder()
        _feed_soup(builder, soup)
        lost = len(html) - MAX_SOUP_CHARACTERS
        tail = f"; the last {lost} characters were not read" if lost > 0 else ""
        warnings.append(
            PageWarning("page_too_deep", f"nested too deeply for lxml; read with BeautifulSoup{tail}")
        )
    builder.close()
    if builder.refused:
        warnings.append(
            PageWarning("too_many_elements", f"only the first {MAX_ELEMENTS} elements were kept apart")
        )
    return Tree(builder.nodes, warnings)


class _TreeBuilder:
    """The target of a parser: lxml calls `start`, `end`, `data` and `comment` in document order."""

    def __init__(self) -> None:
        self._current = Node("#root", {}, (0,), (), [])
        self.nodes = [self._current]
        self._open: list[tuple[str, Node | None]] = []  # (tag, the node around it if it has one of its own)
        self._pieces: list[str] = []
        self._silent = 0
        self.refused = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._pieces:
            self._lay_down_text()
        around = self._current
        if self._silent or len(around.path) >= MAX_DEPTH or len(self.nodes) >= MAX_ELEMENTS:
            self.refused = self.refused or len(self.nodes) >= MAX_ELEMENTS
            self._open.append((tag, None))
        else:
            self._open.append((tag, around))
            self._current = self._add(tag, attributes)
        if tag in _VOID_OF_TEXT:
            self._silent += 1

    def end(self, _tag: str) -> None:
        if self._pieces:
            self._lay_down_text()
        if not self._open:
            return
        tag, around = self._open.pop()
        if tag in _VOID_OF_TEXT:
            self._silent -= 1
        if around is not None:
            self._current = around

    def data(self, text: str) -> None:
        if not self._silent or _is_structured_data(self._current):
            self._pieces.append(text)  # a reference (&amp;) parts what is one text

    def comment(self, text: str) -> None:
        self._lay_down_text()
        if len(text) < 200 and not self._silent and len(self.nodes) < MAX_ELEMENTS:
            self._add("#comment", _NO_ATTRIBUTES).children.append(text)

    def close(self) -> None:
        """Called by lxml, and once more by whoever fed the builder."""
        self._lay_down_text()

    def _lay_down_text(self) -> None:
        if self._pieces:
            self._current.children.append("".join(self._pieces))
            self._pieces = []

    def _add(self, tag: str, attributes: dict[str, str]) -> Node:
        node = Node(
            tag,
            attributes or _NO_ATTRIBUTES,
            (*self._current.path, len(self.nodes)),
            _naming_words(attributes) if attributes else (),
            [],
        )
        self._current.children.append(node)
        self.nodes.append(node)
        return node


def _naming_words(attributes: dict[str, str]) -> tuple[str, ...]:
    names = [attributes[name] for name in _NAMING if name in attributes]
    return words_of(" ".join(names)[:_LONGEST_NAMING]) if names else ()


_WORD_BREAK = re.compile(r"[^a-zA-Z0-9]+|(?<=[a-z])(?=[A-Z])")


@lru_cache(maxsize=4096)
def words_of(names: str) -> tuple[str, ...]:
    """The lower-case names in an attribute, each whole and in its parts.

    Examples:
        >>> words_of("entry-meta articleBody")
        ('entry-meta', 'entry', 'meta', 'articlebody', 'article', 'body')
    """
    return tuple(dict.fromkeys(chain.from_iterable(map(_word_and_parts, names.split()))))


@lru_cache(maxsize=4096)  # names are fewer than the ways in which they stand together
def _word_and_parts(name: str) -> tuple[str, ...]:
    return (name.lower(), *(part.lower() for part in _WORD_BREAK.split(name) if part))


def _is_structured_data(node: Node) -> bool:
    return node.tag == "script" and "ld+json" in node.get("type").lower()


def _feed_lxml(builder: _TreeBuilder, html: bytes) -> bool:
    """Whether lxml read the page to its end."""
    target: Any = builder  # lxml gives text alone; its stubs say text or bytes
    parser = etree.HTMLParser(target=target, huge_tree=True, recover=True, encoding="utf-8")
    try:
        parser.feed(html or b" ")
        parser.close()
    except (etree.LxmlError, AssertionError):
        return False
    return not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)


def _feed_soup(builder: _TreeBuilder, soup: BeautifulSoup) -> None:
    open_tags: list[Tag] = []
    for item in soup.descendants:
        while open_tags and item.parent is not open_tags[-1]:
            builder.end(open_tags.pop().name)
        if isinstance(item, Tag):
            attributes = {k: " ".join(v) if isinstance(v, list) else str(v) for k, v in item.attrs.items()}
            builder.start(item.name, attributes)
            open_tags.append(item)
        elif isinstance(item, Comment):
            builder.comment(str(item))
        elif not isinstance(item, PreformattedString):
            builder.data(str(item))


def _encoded(html: str) -> bytes:
    """The page in UTF-8 without control characters; a lone surrogate is no character."""
    return html.encode("utf-8", "ignore").translate(None, _CONTROLS)


def _mended(html: bytes) -> tuple[bytes, int]:
    r"""The page, and how often UTF-8 that was read as Latin-1 was made right in it.

    That is "â\x80\x99" for "’", and only where the control characters U+0080 to U+009F give it away, which no
    page means to hold.
    """
    if not _LATIN_CONTROL.search(html):
        return html, 0
    text = html.decode("utf-8")
    if not _TWICE_DECODED.search(text):
        return html, 0
    mended, count = _TWICE_CANDIDATE.subn(_once_decoded, text)
    return mended.encode("utf-8"), count


def _once_decoded(match: re.Match[str]) -> str:
    try:
        return match[0].encode("latin-1").decode("utf-8")
    except UnicodeDecodeError:
        return match[0]


def _without_attribute_floods(html: bytes) -> bytes:
    """Strip tags of thousands of attributes of them all, in linear time."""
    if any(len(tag) > _LONG_TAG_LENGTH and not _ends_soon(tag) for tag in html.split(b"<")):
        return _LONG_TAG.sub(_bare_tag, html)
    return html


def _ends_soon(tag: bytes) -> bool:
    return 0 <= tag.find(b">") < _LONG_TAG_LENGTH


def _bare_tag(match: re.Match[bytes]) -> bytes:
    attributes = match["attributes"]
    is_flood = attributes.count(b"=") >= _MAX_ATTRIBUTES or len(attributes.split()) >= _MAX_ATTRIBUTES
    return b"<%b>" % match["name"] if is_flood else match[0]
