"""Who and what a post speaks of: names, short names, titles and pronouns, resolved to entities."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressparse.document import Post
from pressparse.records import Entity, Party, Speaker

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True)
class People:
    """The entities of a post, with their mentions resolved.

    `People` covers persons, organisations, places and groups: whoever can speak, give or win.
    """

    entities: tuple[Entity, ...]

    def at(self, start: int, end: int) -> Entity | None:
        """The entity whose mention overlaps `[start, end)` most, or None."""
        raise NotImplementedError

    def resolve(self, start: int, end: int) -> Entity | None:
        """Who a noun phrase at `[start, end)` stands for: a name, a short name, a title ("the minister"), a pronoun."""
        raise NotImplementedError

    def party(self, start: int, end: int) -> Party | None:
        """The `Party` of a noun phrase: the entity's fullest name, or the phrase's own words without article."""
        raise NotImplementedError

    def speaker(self, start: int, end: int) -> Speaker | None:
        """The `Speaker` of a noun phrase, with title and affiliation; None where nobody is named."""
        raise NotImplementedError


def find_people(post: Post, doc: Doc) -> People:
    """All entities of the post, from names in the Doc, titles around them and later short mentions."""
    raise NotImplementedError
