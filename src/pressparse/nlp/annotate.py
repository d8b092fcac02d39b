"""Runs the language pipeline over the prose of a post, block by block, and joins the results to one `Doc`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressparse.document import Post, Role

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

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
    crosses a block; blocks without prose (contacts, tags) and the white space between blocks are tokenised
    and no more.
    """
    from spacy.tokens import Doc  # noqa: PLC0415  spaCy takes a second to load

    pieces = list(_pieces(post))
    prose = list(nlp.pipe(post.text[start:end] for start, end, is_prose in pieces if is_prose))
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


def _bare(nlp: Language, text: str, *, parsed: bool) -> Doc:
    """Tokens alone, white space being one token however long.

    Beside parsed neighbours the words are one flat sentence: spaCy would else hang them on the one before.
    """
    from spacy.tokens import Doc  # noqa: PLC0415  spaCy takes a second to load

    if text.isspace():
        return Doc(nlp.vocab, words=[text], spaces=[False])
    tokens = nlp.make_doc(text)
    if not (parsed and len(tokens)):
        return tokens
    return Doc(
        nlp.vocab,
        words=[token.text for token in tokens],
        spaces=[bool(token.whitespace_) for token in tokens],
        heads=[0] * len(tokens),
        deps=["ROOT", *["dep"] * (len(tokens) - 1)],
    )


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
