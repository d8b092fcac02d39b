"""Which tables hold data, and which only lay a page out."""

from __future__ import annotations

from pressparse.page.tree import Node

_LAYOUT_CONTENT = frozenset({"table", "h1", "h2", "h3", "form", "article", "section", "blockquote", "figure", "hr"})
_LONG_CELL = 400
_MAX_VISITED = 20_000


def is_data_table(table: Node) -> bool:
    """Whether the table has rows and columns of short cells; a table that lays out a page has neither.

    Examples:
        >>> from pressparse.page.tree import parse_tree
        >>> tree = parse_tree("<table><tr><td>Best Actor<td>Jane Roe<tr><td>Best Film<td>Salt</table>")
        >>> is_data_table(next(n for n in tree.nodes if n.tag == "table"))
        True
    """
    if table.get("role") in {"presentation", "none"}:
        return False
    rows, cell_length, paragraphs = 0, 0, 0
    columns = [0]
    stack: list[str | Node] = list(reversed(table.children))
    for _ in range(_MAX_VISITED):
        if not stack:
            break
        item = stack.pop()
        if isinstance(item, str):
            cell_length += len(item.strip())
            if cell_length > _LONG_CELL:
                return False
            continue
        if item.tag in _LAYOUT_CONTENT:
            return False
        if item.tag == "tr":
            rows += 1
            columns.append(0)
        elif item.tag in {"td", "th"}:
            columns[-1] += 1
            cell_length, paragraphs = 0, 0
        elif item.tag in {"p", "li"}:
            paragraphs += 1
            if paragraphs > 3:
                return False
        stack.extend(reversed(item.children))
    wide = sum(count >= 2 for count in columns)
    return rows >= 2 and wide >= 2 and wide * 2 >= rows
