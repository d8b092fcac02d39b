"""Blocks of canonical text from plain text: a pasted page, an e-mailed release, a copy from PDF."""

from __future__ import annotations

import re
import unicodedata

from pressparse.page.line_roles import split_more_mark
from pressparse.page.raw import RawBlock
from pressparse.document import Role
from collections.abc import Sequence

def canonical_line(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("ﬁ", "fi").replace("ﬂ", "fl")
    return " ".join(text.split())


def text_blocks(text: str) -> list[RawBlock]:
    """The blocks of a plain text, in reading order."""
    blocks = []
    for paragraph in re.split(r"\n\s*\n", text):
        for piece in split_more_mark(canonical_line(paragraph)):
            if piece:
                blocks.append(RawBlock(piece, "p"))
    return blocks


def split_posts(blocks: Sequence[RawBlock], roles: Sequence[Role | None]) -> list[slice]:
    """Where each post of a text begins and ends."""
    return [slice(0, len(blocks))]
