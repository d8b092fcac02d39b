"""Which tables hold data, and which only lay a page out."""

from __future__ import annotations

from dataclasses import dataclass, field

from pressparse.page.html.tree import Node

_LAYOUT_CONTENT = frozenset(
    {"table", "h1", "h2", "h3", "form", "article", "section", "blockquote", "figure", "hr"}
)
_LONGEST_CELL = 400
_MOST_PARAGRAPHS = 3
_MOST_VISITED = 20_000


def is_data_table(table: Node) -> bool:
    """Whether the table has rows and columns of short cells; a table that lays out a page has neither.

    Examples:
        >>> from pressparse.page.html.tree import parse_tree
        >>> tree = parse_tree("<table><tr><td>Best Actor<td>Jane Roe<tr><td>Best Film<td>Salt</table>")
        >>> is_data_table(next(node for node in tree.nodes if node.tag == "table"))
        True
    """
    if table.get("role") in {"presentation", "none"}:
        return False
    shape = _Shape()
    stack: list[str | Node] = list(reversed(table.children))
    for _ in range(_MOST_VISITED):
        if not stack or shape.is_layout:
            break
        item = stack.pop()
        if isinstance(item, str):
            shape.take_text(item)
        else:
            shape.take_element(item.tag)
            stack.extend(reversed(item.children))
    return shape.is_data


@dataclass(slots=True)
class _Shape:
    """What has been seen of a table: cells by row, and whether a cell is too much for data."""

    columns: list[int] = field(default_factory=list)
    cell_length: int = 0
    paragraphs: int = 0
    is_layout: bool = False

    def take_text(self, text: str) -> None:
        self.cell_length += len(text.strip())
        self.is_layout = self.is_layout or self.cell_length > _LONGEST_CELL

    def take_element(self, tag: str) -> None:
        if tag == "tr":
            self.columns.append(0)
        elif tag in {"td", "th"}:
            self.columns = self.columns or [0]
            self.columns[-1] += 1
            self.cell_length = self.paragraphs = 0
        self.paragraphs += tag in {"p", "li"}
        self.is_layout = self.is_layout or tag in _LAYOUT_CONTENT or self.paragraphs > _MOST_PARAGRAPHS

    @property
    def is_data(self) -> bool:
        wide = sum(count >= 2 for count in self.columns)
        return not self.is_layout and wide >= 2 and wide * 2 >= len(self.columns)
