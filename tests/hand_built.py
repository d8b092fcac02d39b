"""Docs and readings built by hand, so that a unit test needs no model.

Two ways to annotate a text::

    marked_doc("Mr. [[PERSON|Roe]] met [[ORG|Acme Corp.]] in [[GPE|Oslo]].")  # names alone, no tags, no parse

    table_doc('''
        Mr.      NNP  Roe   compound
        Roe      NNP  said  nsubj     PERSON
        said     VBD  said  ROOT
        so       RB   said  advmod
        .        .    said  punct
    ''', "Mr. Roe said so.")

A row is `word tag head dependency label`, the last three optional ("-" leaves one out); `tag` is a Penn tag,
`VBD/AUX` where the part of speech does not follow from it; `head` is the head's word (the nearest such) or
`#N` for the N-th row (from 1). Neighbours with one label are one entity; `B-PERSON` begins another.

`reading_of` wraps either in the `Reading` that extractors take.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import filter_spans

from pressparse.document import Block, PageKind, Post, Role
from pressparse.nlp.reading import Reading
from pressparse.page.raw import PagePost

_MARK = re.compile(r"\[\[([A-Z_]+)\|(.+?)\]\]")
_POS = {
    "NNP": "PROPN", "NNPS": "PROPN", "NN": "NOUN", "NNS": "NOUN", "PRP": "PRON", "PRP$": "PRON",
    "WP": "PRON", "WDT": "PRON", "DT": "DET", "IN": "ADP", "TO": "PART", "CC": "CCONJ", "CD": "NUM",
    "JJ": "ADJ", "JJR": "ADJ", "JJS": "ADJ", "RB": "ADV", "RBR": "ADV", "MD": "AUX", "POS": "PART",
    "UH": "INTJ", "_SP": "SPACE", "$": "SYM",
}  # fmt: skip


def marked_doc(text: str) -> Doc:
    """The text without its `[[LABEL|words]]` marks, as a `Doc` with those entities and sentence bounds."""
    bare, names = _unmarked(text)
    return _named(_plain_english()(bare), names)


def table_doc(table: str, text: str | None = None) -> Doc:
    """A `Doc` of the table's rows; `text` says where spaces and line breaks stand (else one space a word)."""
    rows = [(line.split() + ["-"] * 4)[:5] for line in table.strip().splitlines() if line.strip()]
    words, spaces, places = _placed([row[0] for row in rows], text)
    filled = [["", "_SP", "-", "-", "-"] for _ in words]
    for row, place in zip(rows, places, strict=True):
        filled[place] = row
    heads = _heads(filled, places)
    return Doc(
        _plain_english().vocab,
        words=words,
        spaces=spaces,
        tags=[row[1].partition("/")[0] for row in filled],
        pos=[_pos(row[1]) for row in filled],
        heads=heads,
        deps=[row[3] if heads else "" for row in filled] if heads else None,
        ents=_bio([row[4] for row in filled]),
    )


def reading_of(
    blocks: str | Sequence[tuple[Role, str]],
    *,
    table: str | None = None,
    page_kind: PageKind = "article",
    reference_date: date | None = None,
    page: dict[str, Any] | None = None,
    **post_fields: Any,
) -> Reading:
    """A `Reading` of blocks (`[(role, text), ...]`, or one paragraph), names marked or given by a table.

    `page` holds further fields of `PagePost` (links, images, ...), `post_fields` those of `Post` (title...).
    """
    rows: Sequence[tuple[Role, str]] = [("paragraph", blocks)] if isinstance(blocks, str) else blocks
    marked = "\n\n".join(text for _, text in rows)
    bare, _ = _unmarked(marked)
    post = Post(bare, tuple(_blocks(rows)), **post_fields)
    reading = Reading(
        PagePost(post, **(page or {})),
        pipeline=_plain_english,
        page_kind=page_kind,
        reference_date=reference_date,
    )
    reading.__dict__["doc"] = table_doc(table, bare) if table else marked_doc(marked)
    return reading


@cache
def _plain_english() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return nlp


def _unmarked(text: str) -> tuple[str, list[tuple[int, int, str]]]:
    """The text without marks, and `(start, end, label)` of what was marked."""
    bare, names, position = "", [], 0
    for mark in _MARK.finditer(text):
        bare += text[position : mark.start()]
        names.append((len(bare), len(bare) + len(mark[2]), mark[1]))
        bare += mark[2]
        position = mark.end()
    return bare + text[position:], names


def _named(doc: Doc, names: Iterable[tuple[int, int, str]]) -> Doc:
    spans = [doc.char_span(start, end, label=label, alignment_mode="expand") for start, end, label in names]
    doc.set_ents(filter_spans([span for span in spans if span is not None]))
    return doc


def _blocks(rows: Sequence[tuple[Role, str]]) -> Iterable[Block]:
    position = 0
    for role, text in rows:
        length = len(_unmarked(text)[0])
        yield Block(role, position, position + length)
        position += length + len("\n\n")


def _placed(words: list[str], text: str | None) -> tuple[list[str], list[bool], list[int]]:
    """All tokens (a wide gap is a token too), the spaces that follow them, and where each word went."""
    text = " ".join(words) if text is None else text
    tokens: list[str] = []
    spaces: list[bool] = []
    places: list[int] = []
    position = 0
    for word in words:
        start = text.index(word, position)
        gap = text[position:start]
        assert not gap.strip(), f"the table leaves out {gap.strip()!r}"
        if gap == " ":
            spaces[-1] = True
        elif gap:
            tokens.append(gap)
            spaces.append(False)
        places.append(len(tokens))
        tokens.append(word)
        spaces.append(False)
        position = start + len(word)
    return tokens, spaces, places


def _heads(rows: list[list[str]], places: list[int]) -> list[int] | None:
    if all(row[2] == "-" for row in rows):
        return None
    return [_head(rows, places, at) for at in range(len(rows))]


def _head(rows: list[list[str]], places: list[int], at: int) -> int:
    name = rows[at][2]
    if name == "-":
        return at - 1 if rows[at][1] == "_SP" and at else at
    if re.fullmatch(r"#\d+", name):
        return places[int(name[1:]) - 1]
    candidates = [i for i, row in enumerate(rows) if row[0] == name]
    assert candidates, f"no word {name!r} for the head of {rows[at][0]!r}"
    return min(candidates, key=lambda i: abs(i - at))


def _pos(tag: str) -> str:
    tag, _, pos = tag.partition("/")
    if pos:
        return pos
    if tag.startswith("VB"):
        return "VERB"
    return _POS.get(tag, "PUNCT" if not tag.isalpha() else "X")


def _bio(labels: list[str]) -> list[str]:
    tags, before = [], "-"
    for label in labels:
        name = label.removeprefix("B-")
        begins = name != before or label.startswith("B-")
        tags.append("O" if name == "-" else f"{'B' if begins else 'I'}-{name}")
        before = name
    return tags
