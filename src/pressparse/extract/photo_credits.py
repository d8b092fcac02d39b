"""Extracts the credits of a post's pictures: who made each, whose it is, and the caption it belongs to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from pressparse.document import Block, Post, Role
from pressparse.expressions.credit_finder import LABELLED, FoundCredit, find_credits, is_page_notice
from pressparse.expressions.credit_lines import CreditLine, read_credit_line
from pressparse.nlp.reading import Reading
from pressparse.page.raw import Image, PagePost
from pressparse.records import PhotoCredit
from pressparse.rules import load_rules
from pressparse.span import Span

_STATED_BY_PAGE = 0.9
_NO_CREDITS: frozenset[Role] = frozenset(
    {
        "title",
        "subtitle",
        "published",
        "dateline",
        "source",
        "social",
        "tags",
        "more",
        "embargo",
        "end_mark",
        "pre",
    }
)
_BESIDE_PICTURES: frozenset[Role] = frozenset({"caption", "photo_credit"})
_BRACKETS = "()[] \n"


def extract_photo_credits(reading: Reading) -> tuple[PhotoCredit, ...]:
    """The credits of a post's pictures: in captions, lines of their own, brackets, and the page's attributes.

    A credit that stands in the page's attributes alone has an empty span, at the caption of its picture.
    """
    page_post = reading.page_post
    is_organization = _organizations(reading)
    printed = [
        _record(page_post, index, credit)
        for index, block in enumerate(page_post.post.blocks)
        for credit in _credits(page_post.post, block, is_organization)
    ]
    return (*printed, *_stated_by_page(page_post, printed))


def _credits(post: Post, block: Block, is_organization: Callable[[str], bool]) -> list[FoundCredit]:
    if block.role in _NO_CREDITS:
        return []
    words = post.text[block.start : block.end]
    found = find_credits(words, is_caption=block.role in _BESIDE_PICTURES, is_organization=is_organization)
    if found or block.role != "photo_credit":
        return found
    return _whole(words, is_organization)


def _whole(words: str, is_organization: Callable[[str], bool]) -> list[FoundCredit]:
    """The credit that is all of a block which the page marks as one: any name will do."""
    line = read_credit_line(words.strip(_BRACKETS), is_organization=is_organization)
    has_date = bool(load_rules("photo_credits").regex("date_or_duration").search(words))
    if line is None or line.is_empty or has_date or is_page_notice(words, line):
        return []
    start = len(words) - len(words.lstrip(_BRACKETS))
    return [FoundCredit(start, start + len(words.strip(_BRACKETS)), line, LABELLED)]


def _record(page_post: PagePost, index: int, credit: FoundCredit) -> PhotoCredit:
    post = page_post.post
    block = post.blocks[index]
    start, end = block.start + credit.start, block.start + credit.end
    caption_block = _caption_block(post, index)
    return PhotoCredit(
        text=post.text[start:end],
        start=start,
        end=end,
        creators=credit.line.creators,
        sources=credit.line.sources,
        courtesy=credit.line.courtesy,
        license=credit.line.license,
        caption=_caption(post, caption_block, start, end) if caption_block is not None else None,
        image_url=_image_url(page_post, index, caption_block),
        confidence=credit.confidence,
    )


def _caption_block(post: Post, index: int) -> int | None:
    """The caption that the credit stands in, or beside."""
    if post.blocks[index].role == "caption":
        return index
    if post.blocks[index].role != "photo_credit":
        return None
    beside = (i for i in (index - 1, index + 1) if 0 <= i < len(post.blocks))
    return next((i for i in beside if post.blocks[i].role == "caption"), None)


def _caption(post: Post, index: int, start: int, end: int) -> Span | None:
    """The words of the caption without the credit."""
    block = post.blocks[index]
    if not block.start <= start < block.end:
        return Span.trimmed(post.text, block.start, block.end)
    before = post.text[block.start : start].rstrip("([ \n|—–-")
    return Span.trimmed(post.text, block.start, block.start + len(before)) or Span.trimmed(
        post.text, min(end + 1, block.end), block.end
    )


def _image_url(page_post: PagePost, *indices: int | None) -> str | None:
    wanted = {index for index in indices if index is not None}
    return next((image.url for image, index in page_post.images if index in wanted), None)


def _stated_by_page(page_post: PagePost, printed: list[PhotoCredit]) -> Iterator[PhotoCredit]:
    """Credits in the attributes of pictures and in metadata that no printed credit repeats."""
    known = {_parties(credit) for credit in printed}
    for image, index in page_post.images:
        credit = _attribute_credit(page_post.post, image, index)
        if credit and _parties(credit) not in known:
            known.add(_parties(credit))
            yield credit


def _attribute_credit(post: Post, image: Image, index: int | None) -> PhotoCredit | None:
    line = read_credit_line(image.credit) if image.credit.strip() else _line_in_alternative(image.alt)
    if line is None or line.is_empty:
        return None
    at = post.blocks[index].start if index is not None else 0
    caption = Span.trimmed(post.text, at, post.blocks[index].end) if index is not None else None
    return PhotoCredit(
        "",
        at,
        at,
        line.creators,
        line.sources,
        line.courtesy,
        line.license,
        caption,
        image.url,
        _STATED_BY_PAGE,
    )


def _line_in_alternative(alt: str) -> CreditLine | None:
    """The labelled credit in a picture's alternative text: "The quay. (Photo by Ann Poe)"."""
    labelled = (credit for credit in find_credits(alt) if credit.confidence == LABELLED)
    return next((credit.line for credit in labelled), None)


def _parties(credit: PhotoCredit) -> frozenset[str]:
    return frozenset(name.casefold() for name in (*credit.creators, *credit.sources))


def _organizations(reading: Reading) -> Callable[[str], bool]:
    """Whether the post speaks of a name as an organisation; asked only where the name alone does not tell."""

    @cache
    def is_organization(name: str) -> bool:
        post = reading.post
        if name in (post.source or "") or f"About {name}" in post.text:
            return True
        if name in post.authors or post.text.count(name) < 2:
            return False
        return any(ent.label_ == "ORG" and name in ent.text for ent in reading.doc.ents)

    return is_organization
