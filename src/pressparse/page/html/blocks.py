"""Tree → blocks of canonical text: the one place where offsets are born.

The tree is walked once, in document order, without recursion. Every visible text of the page becomes a block,
clutter too; what is clutter is said later, by the blocks' paths.
"""

from __future__ import annotations

from pressparse.page.html.elements import BLOCKS, element_of, hints_of, is_block, is_silent
from pressparse.page.html.hidden import is_hidden
from pressparse.page.html.pictures import image_of
from pressparse.page.html.tables import is_data_table
from pressparse.page.html.text_writer import Opened, TextWriter, cleaned
from pressparse.page.html.tree import Node, Tree
from pressparse.page.raw import Image, RawBlock

_BOLD = frozenset({"b", "strong"})
_LABELS = frozenset({"a", "span", "time", "strong", "b", "small", "abbr", "cite"})
_SMALL_PRINT = frozenset({"small", "font", "em", "i"})
_STAMPED = frozenset({"published", "dtpublished", "datepublished"})
_LONGEST_CAPTION = 400


def blocks_of(tree: Tree, *, base: str | None = None) -> list[RawBlock]:
    r"""Every visible block of a page, in document order; blocks without text carry links or pictures alone.

    Args:
        tree: the page.
        base: the address that relative links are relative to.

    Examples:
        >>> from pressparse.page.html.tree import parse_tree
        >>> tree = parse_tree("<h1>A  <i>title</i></h1>one<br>two<br><br>three")
        >>> [(block.element, block.text) for block in blocks_of(tree)]
        [('h1', 'A title'), ('body', 'one\ntwo'), ('body', 'three')]
    """
    return _Walk(tree, base).run()


class _Walk:
    """The walk through the tree, with the block that is being written."""

    def __init__(self, tree: Tree, base: str | None) -> None:
        self._tree = tree
        self._base = base
        self._done: list[RawBlock] = []
        self._owners: list[Node] = []
        self._links: list[Opened] = []
        self._bold: list[Opened] = []
        self._preformatted = 0
        self._small = 0
        self._table: Node | None = None
        self._label_ended = False
        self._new_block()

    def _new_block(self) -> None:
        self._writer = TextWriter(self._base)
        self._images: list[Image] = []
        self._labels: dict[int, str] = {}
        self._data: dict[str, str] = {}
        self._picture_is_last = False
        self._is_caption = False

    def run(self) -> list[RawBlock]:
        root = self._tree.nodes[0]
        stack = [(root, iter(root.children))]
        self._enter(root)
        while stack:
            node, children = stack[-1]
            for child in children:
                if isinstance(child, str):
                    self._write(cleaned(child))
                elif child.tag not in BLOCKS and is_hidden(child):
                    self._name_link(child.text())
                elif not is_silent(child):
                    self._enter(child)
                    stack.append((child, iter(child.children)))
                    break
            else:
                self._leave(node)
                stack.pop()
        return self._done

    def _write(self, text: str) -> None:
        if self._preformatted:
            self._writer.write_as_is(text)
            return
        if text.isspace():
            self._writer.add_space()
            return
        if not text:
            return
        if self._writer.breaks >= 2 and self._writer.length:
            self._flush()
        if self._picture_is_last:
            self._is_caption = self._writer.breaks > 0 and self._small > 0
            self._picture_is_last = False
        self._writer.write(text)
        self._label_ended = False

    def _name_link(self, label: str) -> None:
        """Words that only a screen reader reads, and a picture's, name the link that they stand in."""
        if self._links:
            self._labels.setdefault(self._links[-1].node.number, label)

    # --- elements

    def _enter(self, node: Node) -> None:
        tag = node.tag
        if is_block(self._tree, node):
            self._enter_block(node)
        elif tag == "a" and "href" in node.attributes:
            self._links.append(Opened(node))
            self._writer.open(self._links[-1])
        elif tag in _BOLD:
            self._bold.append(Opened(node))
            self._writer.open(self._bold[-1])
        elif tag == "br":
            self._break_line()
        elif tag in {"img", "amp-img"}:
            self._picture(node)
        self._small += tag in _SMALL_PRINT
        if tag in _LABELS and self._label_ended:
            self._writer.adjoin()
        if (tag == "time" or not _STAMPED.isdisjoint(node.words)) and "datetime" not in self._data:
            self._note_date(node)

    def _leave(self, node: Node) -> None:
        tag = node.tag
        if self._owners[-1] is node or tag in BLOCKS:
            self._leave_block(node)
        elif self._links and self._links[-1].node is node:
            self._close_link(self._links.pop())
        elif self._bold and self._bold[-1].node is node:
            self._writer.close_bold(self._bold.pop())
        self._small -= tag in _SMALL_PRINT
        self._label_ended = tag in _LABELS

    def _enter_block(self, node: Node) -> None:
        if self._table is not None:
            if node.tag in {"td", "th"}:
                self._writer.begin_cell()
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
            self._writer.add_space()
            return
        self._flush()
        self._owners.pop()
        self._preformatted -= node.tag == "pre"
        if node is self._table:
            self._table = None

    def _break_line(self) -> None:
        if self._preformatted:
            self._writer.write_as_is("\n")
        elif self._table is not None:
            self._writer.add_space()
        else:
            self._writer.breaks += 1

    def _picture(self, node: Node) -> None:
        image = image_of(node, self._base)
        if image is None:
            return
        if self._writer.length and self._table is None:
            self._flush()
        self._images.append(image)
        self._picture_is_last = self._writer.length == 0
        self._name_link(image.alt)

    def _note_date(self, node: Node) -> None:
        if stamp := node.get("datetime") or node.get("title") or node.get("content"):
            self._data["datetime"] = stamp

    def _close_link(self, link: Opened) -> None:
        node = link.node
        label = node.get("title") or node.get("aria-label") or self._labels.get(node.number, "")
        self._writer.close_link(link, label)

    # --- blocks

    def _flush(self) -> None:
        """End the block; links and bold type that are still open go on in the next."""
        writer = self._writer
        if not (writer.length or writer.links or self._images or self._links or self._bold):
            writer.breaks = 0  # most elements begin where nothing was written
            return
        for link in self._links:
            self._close_link(link)
        for bold in self._bold:
            self._writer.close_bold(bold)
        if self._writer.length or self._writer.links or self._images:
            self._done.append(self._block())
        data = {} if self._writer.length else self._data
        self._new_block()
        self._data = data  # a date noted before the first word belongs to the words
        for opened in (*self._links, *self._bold):
            self._writer.open(opened)

    def _block(self) -> RawBlock:
        owner = self._owners[-1]
        text, links, emphasis = self._writer.written()
        return RawBlock(
            text=text,
            element=self._element(owner, len(text)),
            links=links,
            emphasis=emphasis,
            images=tuple(self._images),
            hints=hints_of(self._tree, owner),
            path=owner.path,
            data=self._data,
        )

    def _element(self, owner: Node, length: int) -> str:
        if self._table is not None:
            return "table"
        if self._is_caption and length < _LONGEST_CAPTION:
            return "figcaption"
        return element_of(self._tree, owner)
