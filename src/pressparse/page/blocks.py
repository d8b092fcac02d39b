"""Tree → blocks of canonical text: the one place where offsets are born.

The tree is walked once, in document order, without recursion. Every visible text of the page becomes a block, clutter
too; what is clutter is said later, by the blocks' paths.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urljoin

from pressparse.page.hidden import is_hidden
from pressparse.page.raw import Image, Link, RawBlock
from pressparse.page.tables import is_data_table
from pressparse.page.tree import Node, Tree

_SILENT = frozenset(
    "script style template svg math iframe object embed canvas head title button select option input "
    "textarea audio video source track param datalist progress meter area map #comment".split()
)
_BLOCK = frozenset(
    "#root html body p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre table caption thead tbody tfoot tr td th "
    "figure figcaption section article header footer aside nav main address center form fieldset legend details "
    "summary hr hgroup dialog menu search noscript".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NAMED = _HEADINGS | {"li", "blockquote", "figcaption", "pre", "dt", "dd", "address", "caption", "summary"}
_CONTAINERS = frozenset({"article", "section", "main", "body", "td", "table", "form"})
_PICTURES = frozenset({"img", "picture", "iframe", "video", "amp-img"})
_BOLD = frozenset({"b", "strong"})
_LABELS = frozenset({"a", "span", "time", "strong", "b", "small", "abbr", "cite"})
_SMALL_PRINT = frozenset({"small", "font", "em", "i"})
_CELL_MARK = " | "
_LEAST_FALLBACK = 300
_LARGE_SIZES = frozenset({"4", "5", "6", "7", "+1", "+2", "+3", "+4"})
_LONGEST_CAPTION = 400
_HINT_ANCESTORS = 4
_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u2060\ufeff]")
_SPACES = re.compile(r"[^\S\n]*\n[^\S\n]*|[^\S\n]+")
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[0-9a-fA-F]{2,5});")


def blocks_of(tree: Tree, *, base: str | None = None) -> list[RawBlock]:
    """Every visible block of a page, in document order; blocks without text carry links or pictures alone.

    Args:
        tree: the page.
        base: the address that relative links are relative to.

    Examples:
        >>> from pressparse.page.tree import parse_tree
        >>> [(b.element, b.text) for b in blocks_of(parse_tree("<h1>A  <i>title</i></h1>one<br>two<br><br>three"))]
        [('h1', 'A title'), ('body', 'one\\ntwo'), ('body', 'three')]
    """
    return _Walk(base).run(tree.nodes[0])


@dataclass(slots=True)
class _Open:
    """A link or a stretch of bold type that is not closed yet; it begins at the first word in it."""

    node: Node
    start: int | None = None


class _Walk:
    """The walk through the tree, with the block that is being written."""

    def __init__(self, base: str | None) -> None:
        self._base = base
        self._done: list[RawBlock] = []
        self._owners: list[Node] = []
        self._links: list[_Open] = []
        self._bold: list[_Open] = []
        self._waiting: list[_Open] = []
        self._preformatted = 0
        self._small = 0
        self._table: Node | None = None
        self._new_block()

    def run(self, root: Node) -> list[RawBlock]:
        stack: list[tuple[Node, int]] = [(root, 0)]
        self._enter(root)
        while stack:
            node, position = stack.pop()
            if position == len(node.children):
                self._leave(node)
                continue
            stack.append((node, position + 1))
            child = node.children[position]
            if isinstance(child, str):
                self._write(child)
            elif child.tag not in _BLOCK and is_hidden(child):
                self._label_link(child)
            elif not _is_silent(child):
                self._enter(child)
                stack.append((child, 0))
        return self._done

    def _label_link(self, node: Node) -> None:
        """Words that only a screen reader reads name the link they stand in."""
        if self._links:
            self._link_labels.setdefault(self._links[-1].node.number, node.text())

    # --- elements

    def _enter(self, node: Node) -> None:
        tag = node.tag
        if tag in _BLOCK or _is_large_print(node):
            self._enter_block(node)
        elif tag == "a" and "href" in node.attributes:
            self._open(node, self._links)
        elif tag in _BOLD:
            self._open(node, self._bold)
        elif tag == "br":
            self._break_line()
        elif tag in {"img", "amp-img"}:
            self._picture(node)
        self._small += tag in _SMALL_PRINT
        if tag in _LABELS and self._just_closed:
            self._adjoins = True
        self._note_date(node)

    def _leave(self, node: Node) -> None:
        tag = node.tag
        if self._owners and self._owners[-1] is node or tag in _BLOCK:
            self._leave_block(node)
        elif tag == "a" and self._links and self._links[-1].node is node:
            self._close_link(self._links.pop())
        elif tag in _BOLD and self._bold and self._bold[-1].node is node:
            self._emphasise(self._bold.pop())
        self._small -= tag in _SMALL_PRINT
        self._just_closed = tag in _LABELS

    def _open(self, node: Node, kind: list[_Open]) -> None:
        kind.append(_Open(node))
        self._waiting.append(kind[-1])

    def _enter_block(self, node: Node) -> None:
        if self._table is not None:
            if node.tag in {"td", "th"} and self._length:
                self._write_raw(_CELL_MARK)
            elif node.tag == "tr":
                self._flush()
                self._owners.append(node)
            return
        self._flush()
        self._owners.append(node)
        self._preformatted += node.tag == "pre"
        if node.tag == "table" and is_data_table(node):
            self._table = node

    def _leave_block(self, node: Node) -> None:
        if self._table is not None and node is not self._table and node.tag != "tr":
            self._pending_space = True
            return
        self._flush()
        self._owners.pop()
        self._preformatted -= node.tag == "pre"
        if node is self._table:
            self._table = None

    def _break_line(self) -> None:
        self._breaks += 1
        if self._after_picture and not self._preformatted:
            self._caption_follows = True
        if self._preformatted:
            self._write_raw("\n")
        elif self._table is not None:
            self._pending_space = True

    def _picture(self, node: Node) -> None:
        image = image_of(node, self._base)
        if image is None:
            return
        if self._length and _is_large(node) and self._table is None:
            self._flush()
        self._images.append(image)
        self._after_picture = self._length == 0
        if self._links and not self._links[-1].node.get("title"):
            self._link_labels[self._links[-1].node.number] = image.alt

    def _note_date(self, node: Node) -> None:
        attributes = node.attributes
        if not attributes or "datetime" in self._data:
            return
        if node.tag == "time" and attributes.get("datetime"):
            self._data["datetime"] = attributes["datetime"]
        elif attributes.get("title") and ("published" in node.words or "dtpublished" in node.words):
            self._data["datetime"] = attributes["title"]
        elif attributes.get("itemprop", "").lower() == "datepublished" and attributes.get("content"):
            self._data["datetime"] = attributes["content"]

    # --- the block being written

    def _new_block(self) -> None:
        self._pieces: list[str] = []
        self._length = 0
        self._pending_space = False
        self._breaks = 0
        self._block_links: list[Link] = []
        self._emphasis: list[tuple[int, int]] = []
        self._images: list[Image] = []
        self._link_labels: dict[int, str] = {}
        self._data: dict[str, str] = {}
        self._after_picture = False
        self._caption_follows = False
        self._is_caption = False
        self._just_closed = False
        self._adjoins = False

    def _write(self, text: str) -> None:
        text = _cleaned(text)
        if self._preformatted:
            self._begin_waiting()
            self._write_raw(text)
            return
        words = text.split()
        if not words:
            self._pending_space = self._pending_space or bool(text)
            return
        if self._breaks >= 2:
            self._restart()
        if self._caption_follows and not self._length:
            self._is_caption = self._small > 0
        if self._length and not self._pieces[-1].endswith(_CELL_MARK):
            self._separate(text[0])
        self._after_picture = False
        self._begin_waiting()
        self._write_raw(" ".join(words))
        self._pending_space = text[-1].isspace()
        self._just_closed = self._adjoins = False

    def _separate(self, first: str) -> None:
        if self._breaks:
            self._write_raw("\n")
        elif self._pending_space or first.isspace() or (self._adjoins and self._would_glue(first)):
            self._write_raw(" ")

    def _would_glue(self, first: str) -> bool:
        """Whether two labels that a style sheet sets apart ("Jane Roe", "Published") would run into one word."""
        last = self._pieces[-1]
        return first.isalnum() and last[-1].isalnum() and len(last) > 1

    def _write_raw(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)
        self._breaks = 0

    def _restart(self) -> None:
        """A paragraph that only line breaks part from the one before; open links and bold type go on in it."""
        if self._length:
            self._flush()
        self._breaks = 0

    def _begin_waiting(self) -> None:
        for opened in self._waiting:
            opened.start = self._length
        self._waiting = []

    def _close_link(self, link: _Open) -> None:
        node = link.node
        label = node.get("title") or node.get("aria-label") or self._link_labels.get(node.number, "")
        start = self._length if link.start is None else link.start
        url = joined(self._base, node.get("href"))
        self._block_links.append(Link(start, self._length, url, node.get("rel").lower(), label))

    def _emphasise(self, bold: _Open) -> None:
        if bold.start is not None and bold.start < self._length:
            self._emphasis.append((bold.start, self._length))

    def _flush(self) -> None:
        for link in self._links:
            self._close_link(link)
        for bold in self._bold:
            self._emphasise(bold)
        self._waiting = [*self._links, *self._bold]
        for opened in self._waiting:
            opened.start = None
        if self._length or self._block_links or self._images:
            self._done.append(self._block())
        kept = self._data if not self._length else {}
        self._new_block()
        self._data = kept

    def _block(self) -> RawBlock:
        owner = self._owners[-1]
        text, moved = _settled("".join(self._pieces), preformatted=bool(self._preformatted))
        return RawBlock(
            text=text,
            element="table" if self._table is not None else _element_of(owner, small=self._is_caption and self._length < _LONGEST_CAPTION),
            links=tuple(Link(moved(k.start), moved(k.end), k.url, k.rel, k.title) for k in self._block_links),
            emphasis=tuple((moved(a), moved(b)) for a, b in self._emphasis if moved(a) < moved(b)),
            images=tuple(self._images),
            hints=_hints_of(owner),
            path=owner.path,
            data=self._data,
        )


def _is_silent(node: Node) -> bool:
    """Whether nothing below is shown; a `noscript` of some length may be the page, for those who read without scripts."""
    return node.tag in _SILENT or (node.tag == "noscript" and len(node.text()) < _LEAST_FALLBACK)


def _settled(text: str, *, preformatted: bool) -> tuple[str, Callable[[int], int]]:
    """The text without white space at its ends, and how an offset into `text` moves."""
    cut = len(text) - len(text.lstrip()) if preformatted else 0
    settled = text.strip()
    return settled, lambda offset: min(max(offset - cut, 0), len(settled))


def _cleaned(text: str) -> str:
    if text.isascii():
        return html.unescape(text) if "&" in text and _ENTITY.search(text) else text
    text = _INVISIBLE.sub("", text)
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(text)
    return unicodedata.normalize("NFC", text)


def _element_of(owner: Node, *, small: bool) -> str:
    """The nearest element that says what the text is; a plain container's own name where none does."""
    if small:
        return "figcaption"
    for node in owner.ancestors():
        if node.tag == "font":
            return "h2"
        if node.tag in _NAMED:
            if node.tag == "li" and _holds(node, _HEADINGS):
                break
            return node.tag
        if node.tag == "figure":
            return "figcaption" if _holds(node, _PICTURES) else owner.tag
        if node.tag in _CONTAINERS:
            break
    return owner.tag


def _is_large_print(node: Node) -> bool:
    """Whether a `font` is a heading of the days before style sheets: large, short, and alone."""
    if node.tag != "font" or node.get("size").strip() not in _LARGE_SIZES:
        return False
    return len(node.text()) < 200 and not _holds(node, _BLOCK)


def _holds(node: Node, tags: frozenset[str]) -> bool:
    stack, seen = [node], 0
    while stack and seen < 200:
        seen += 1
        for child in stack.pop().children:
            if not isinstance(child, str):
                if child.tag in tags:
                    return True
                stack.append(child)
    return False


def _hints_of(owner: Node) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for depth, node in enumerate(owner.ancestors()):
        if depth == _HINT_ANCESTORS or node.tag == "body":
            break
        found.update(dict.fromkeys(node.words))
    return tuple(found)


def joined(base: str | None, url: str) -> str:
    """`url` made absolute, or as it is where there is no base or it is no URL."""
    url = url.strip()
    if not base or not url:
        return url
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def image_of(node: Node, base: str | None) -> Image | None:
    """The picture of an `img`, its real address where it is loaded late."""
    url = next((u for u in map(node.get, ("data-src", "data-lazy-src", "data-original", "src")) if u), "")
    if not url or url.startswith("data:") or not _is_large(node):
        return None
    credit = next((c for c in map(node.get, ("data-credit", "data-image-credit", "data-copyright")) if c), "")
    return Image(joined(base, url), node.get("alt").strip(), credit.strip())


def _is_large(node: Node) -> bool:
    """Whether a picture is more than an icon or a tracker; of unknown size it is."""
    sizes = [int(s) for s in (node.get("width"), node.get("height")) if s.isascii() and s.isdecimal() and len(s) < 6]
    return not sizes or max(sizes) >= 50
