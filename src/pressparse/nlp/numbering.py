"""Where each token of a `Doc` stands: in which block, in which sentence, between quotation marks or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.document import Post

if TYPE_CHECKING:
    from spacy.tokens import Doc


def quoted_tokens(doc: Doc, post: Post) -> frozenset[int]:
    """The tokens between double quotation marks; a mark left open closes with its block."""
    blocks = block_numbers(doc, post)
    quoted, inside = set(), False
    for token in doc:
        inside = inside and blocks[token.i] == blocks[token.i - 1]
        if token.text in {"“", "„", "«"}:
            inside = True
        elif token.text in {"”", "»"}:
            inside = False
        elif token.text == '"':
            inside = not inside
        elif inside and not token.is_space:
            quoted.add(token.i)
    return frozenset(quoted)


def block_numbers(doc: Doc, post: Post) -> list[int]:
    """The number of each token's block."""
    starts = sorted(block.start for block in post.blocks)
    number, numbers = 0, []
    for token in doc:
        while number < len(starts) and starts[number] <= token.idx:
            number += 1
        numbers.append(number)
    return numbers


def sentence_numbers(doc: Doc, quoted: frozenset[int]) -> list[int]:
    """The number of each token's sentence; those of a quote are one with the sentence that it stands in."""
    number, numbers = 0, []
    for token in doc:
        number += bool(token.is_sent_start and token.i and token.i not in quoted)
        numbers.append(number)
    return numbers
