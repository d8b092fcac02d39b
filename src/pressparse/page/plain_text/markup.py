"""Inline marks of Markdown-like text: emphasis, links, pictures."""

from __future__ import annotations

import re

from pressparse.page.raw import Image, Link, RawBlock

_INLINE = re.compile(
    r"""(?x)
    !\[(?P<alt>[^\]\n]{0,200})\]\(\s*(?P<src>[^)\s]{1,1000})[^)\n]{0,200}\)
    | \[(?P<label>[^\]\n]{1,300})\]\(\s*<?(?P<target>(?:https?:|mailto:|/|www\.|\#)[^)\s>]{0,1000})>?
      (?:\s+"(?P<title>[^"\n]{0,200})")?\s*\)
    | <(?P<address>(?:https?://|mailto:)[^<>\s]{1,1000})>
    | (?P<mark>\*\*\*|\*\*|__|\*|_)(?=[^\s*_])(?P<inner>[^*_\n]{1,400}?)(?<=[^\s*_])(?P=mark)(?![\w*])
    """
)


def marked_block(text: str, element: str, data: dict[str, str] | None = None) -> RawBlock:
    """A block of `text` without its inline marks; what they say becomes links, pictures and emphasis.

    Examples:
        >>> block = marked_block("The _Daily Bote_ and [a link](https://a.example)", "p")
        >>> block.text, block.links[0].url, block.emphasis
        ('The Daily Bote and a link', 'https://a.example', ((4, 14),))
    """
    pieces: list[str] = []
    links: list[Link] = []
    images: list[Image] = []
    emphasis: list[tuple[int, int]] = []
    length = position = 0
    for found in _INLINE.finditer(text):
        if (
            found["mark"]
            and found.start()
            and (text[found.start() - 1].isalnum() or text[found.start() - 1] in "*_@/")
        ):
            continue
        shown = _shown(found)
        before = text[position : found.start()]
        start = length + len(before)
        pieces += (before, shown)
        length = start + len(shown)
        position = found.end()
        if found["src"]:
            images.append(Image(found["src"], found["alt"]))
        elif found["mark"]:
            emphasis.append((start, length))
        else:
            links.append(Link(start, length, found["target"] or found["address"], title=found["title"] or ""))
    pieces.append(text[position:])
    return RawBlock("".join(pieces), element, tuple(links), tuple(emphasis), tuple(images), data=data or {})


def _shown(found: re.Match[str]) -> str:
    """The words that a mark shows; a picture shows none."""
    return found["label"] or found["address"] or found["inner"] or ""
