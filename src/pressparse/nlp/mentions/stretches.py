"""Labelled stretches of one `Doc`, none overlapping another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressparse.document import Post
from pressparse.nlp.name_forms import POSSESSIVES, address_before, tokens_in
from pressparse.nlp.names import is_given_name, parse_name

if TYPE_CHECKING:
    from spacy.tokens import Doc

_HEADLINES = frozenset({"title", "subtitle", "heading"})
_ARTICLES = frozenset({"the", "a", "an"})
_TRAILING = POSSESSIVES | {",", ".", ":", ";", "-", "–", "—", "(", "and", "&", "of", "for", "the"}


class Stretches:
    """What has been found so far: the surest first, later finds give way to earlier ones.

    Attributes:
        labels: `(start, end)` in tokens to "person", "organization", "place", "group", or "other" for what
            the pipeline calls something else; "other" gives way to any name.
        in_headline: the tokens of titles and headings.
    """

    def __init__(self, post: Post, doc: Doc) -> None:
        self.post = post
        self.doc = doc
        self.labels: dict[tuple[int, int], str] = {}
        self.in_headline = frozenset(
            i for b in post.blocks if b.role in _HEADLINES for i in tokens_in(doc, b.start, b.end)
        )
        self._holders: dict[int, tuple[int, int]] = {}  # token to the stretch that holds it

    def take(self, start: int, end: int, label: str) -> None:
        """Takes the stretch, unless a name holds part of it."""
        start, end = bare(self.doc, start, end) if label == "other" else (start, end)
        if end <= start or not self.is_free(start, end):
            return
        for holder in self.holders(start, end):
            self._release(holder)
        self.labels[start, end] = label
        self._holders.update(dict.fromkeys(range(start, end), (start, end)))

    def replace(self, start: int, end: int, label: str) -> None:
        """Takes the stretch from whoever holds parts of it."""
        for holder in self.holders(start, end):
            self._release(holder)
        self.take(start, end, label)

    def cut_out(self, start: int, end: int) -> None:
        """Gives the stretch to a person, and what is before it to whoever held it."""
        holders = self.holders(start, end)
        parts = {key for key in holders if start <= key[0] and key[1] <= end}  # "Hale" in "Mara Hale"
        if any(self.labels[holder] == "person" or holder[1] > end for holder in holders - parts):
            return
        for holder in holders:
            label = self._release(holder)
            self.take(*bare(self.doc, holder[0], start), label)
        self.take(start, end, "person")

    def is_free(self, start: int, end: int) -> bool:
        """Whether no name holds any of the tokens."""
        return all(self.labels[holder] == "other" for holder in self.holders(start, end))

    def holders(self, start: int, end: int) -> set[tuple[int, int]]:
        """The stretches that hold any of the tokens."""
        return {self._holders[i] for i in range(start, end) if i in self._holders}

    def words(self, key: tuple[int, int]) -> str:
        """What is printed there."""
        return self.doc[key[0] : key[1]].text

    def called(self, label: str) -> Iterator[str]:
        """What is printed at each stretch of that label."""
        return (self.words(key) for key, value in self.labels.items() if value == label)

    def is_addressed(self, start: int) -> bool:
        """Whether a form of address stands before the token."""
        return address_before(self.doc, start) < start

    def parts_of_people(self) -> set[str]:
        """The given names, surnames and nicknames of all who are named in full, folded."""
        parts: set[str] = set()
        for name in map(parse_name, self.called("person")):
            if len(name.parts) > 1:
                inner = (part for part in name.parts[1:-1] if not is_given_name(part.title()))
                words = {name.parts[0], name.surname, *name.surname.split("-"), name.nickname or "", *inner}
                parts.update(word for word in words if len(word) > 1)
        return parts

    def _release(self, holder: tuple[int, int]) -> str:
        for i in range(*holder):
            self._holders.pop(i, None)
        return self.labels.pop(holder)


def bare(doc: Doc, start: int, end: int) -> tuple[int, int]:
    """The stretch without articles and marks before it, and possessives and punctuation after it."""
    while start < end and (doc[start].lower_ in _ARTICLES or not any(map(str.isalnum, doc[start].text))):
        start += 1
    while end > start and (doc[end - 1].is_space or doc[end - 1].lower_ in _TRAILING):
        end -= 1
    return start, end
