"""Runs the language pipeline over the prose of a post, block by block, and joins the results to one `Doc`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressparse.document import Post, Role

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

_LEAST_COST = 40  # characters that the shortest block counts for: each takes its own pass
MOST_PROSE = 150_000  # characters of one post that are analysed; a book takes minutes and gigabytes
_LONG_RUN = re.compile(r"\S{201,}")  # spaCy's tokenizer takes time by the square of a run's length

PROSE_ROLES: frozenset[Role] = frozenset(
    {
        "title",
        "subtitle",
        "paragraph",
        "heading",
        "list_item",
        "blockquote",
        "table",
        "pre",
        "caption",
        "boilerplate",
    }
)


def annotate(post: Post, nlp: Language) -> Doc:
    """The whole post as one `Doc` whose text is `post.text`, character for character.

    Every block is analysed by itself, a dateline apart from the sentence it precedes, so that no sentence
    crosses a block; blocks without prose (contacts, tags), the white space between blocks and the prose after
    the first `MOST_PROSE` characters are tokenised and no more.
    """
    from spacy.tokens import Doc

    pieces = list(_within_bounds(post))
    prose = list(
        nlp.pipe(_tokenised(nlp, post.text[start:end]) for start, end, is_prose in pieces if is_prose)
    )
    parsed = any(doc.has_annotation("DEP") for doc in prose)
    analysed = iter(prose)
    docs = [
        next(analysed) if is_prose else _bare(nlp, post.text[start:end], parsed=parsed)
        for start, end, is_prose in pieces
    ]
    # The tensors of bare and analysed pieces differ in width and cannot be joined; nobody reads them.
    joined = Doc.from_docs(docs, ensure_whitespace=False, exclude=["tensor"]) if docs else nlp.make_doc("")  # type: ignore[call-arg]
    assert joined is not None  # from_docs gives None for no docs alone
    return joined


def unanalysed_prose(post: Post) -> int:
    """How many characters of the post's prose `annotate` leaves without analysis."""
    prose = sum(end - start for start, end, is_prose in _pieces(post) if is_prose)
    return prose - sum(end - start for start, end, is_prose in _within_bounds(post) if is_prose)


def _tokenised(nlp: Language, text: str) -> Doc:
    """The text's tokens, a run of more than 200 characters without a space being one."""
    from spacy.tokens import Doc

    docs, position = [], 0
    for run in _LONG_RUN.finditer(text):
        docs += [nlp.tokenizer(text[position : run.start()]), Doc(nlp.vocab, words=[run[0]], spaces=[False])]
        position = run.end()
    if not docs:
        return nlp.tokenizer(text)
    docs.append(nlp.tokenizer(text[position:]))
    joined = Doc.from_docs(docs, ensure_whitespace=False)
    assert joined is not None  # from_docs gives None for no docs alone
    return joined


def _bare(nlp: Language, text: str, *, parsed: bool) -> Doc:
    """Tokens alone, white space being one token however long.

    Beside parsed neighbours the words are one flat sentence: spaCy would else hang them on the one before.
    """
    from spacy.tokens import Doc

    if text.isspace():
        return Doc(nlp.vocab, words=[text], spaces=[False])
    tokens = _tokenised(nlp, text)
    if not (parsed and len(tokens)):
        return tokens
    return Doc(
        nlp.vocab,
        words=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        heads=[0] * len(tokens),
        deps=["ROOT", *["dep"] * (len(tokens) - 1)],
    )


def _within_bounds(post: Post) -> Iterator[tuple[int, int, bool]]:
    """`_pieces`, of whose prose no more than the first `MOST_PROSE` characters are called prose."""
    left = MOST_PROSE
    for start, end, is_prose in _pieces(post):
        cut = min(end, start + max(left, 0)) if is_prose else start
        left -= max(cut - start, _LEAST_COST) if is_prose else 0
        if cut > start:
            yield start, cut, True
        if end > cut:
            yield cut, end, False


def _pieces(post: Post) -> Iterator[tuple[int, int, bool]]:
    """`(start, end, is prose)` of consecutive stretches that together are the whole text."""
    position = 0
    for block in post.blocks:
        if block.start > position:
            yield position, block.start, False
        start = block.start
        if post.dateline and start <= post.dateline.span.start < block.end:
            cut = min(post.dateline.span.end, block.end)
            if cut > start:
                yield start, cut, False
            start = cut
        if block.end > start:
            yield start, block.end, block.role in PROSE_ROLES
        position = block.end
    if position < len(post.text):
        yield position, len(post.text), False
