"""What titles are made of: roles, what may stand beside them, and whom they belong to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressparse.nlp.mentions import Mention
from pressparse.nlp.name_forms import POSSESSIVES, address_end, is_address
from pressparse.nlp.roles import is_kin, is_role

if TYPE_CHECKING:
    from spacy.tokens import Doc

LONGEST_TITLE = 40  # tokens
ARTICLES = frozenset({"the", "a", "an", "another"})
POSSESSIVE_PRONOUNS = frozenset({"his", "her", "its", "our", "their", "my", "your", "whose"})
LINKS = frozenset({"of", "for", "to"})
JOINS = frozenset({"and", "&", "/", "or", "-", "–", "‑"})
_STOPS = frozenset(
    {"who", "whom", "whose", "which", "that", "where", "when", "while", "but", "because", "as"}
)
_ENDS = frozenset('.;:!?()[]“”"‘«»…—–|,')
_OF_COMMON_OWNERS = frozenset({"NN", "NNS", "JJ", ""})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


@dataclass(frozen=True, slots=True)
class Title:
    """A role: tokens `[start, end)` of the `Doc`.

    Attributes:
        organisation: tokens of the organisation's name that goes with it, in the title or beside it.
        possessor: token of the possessive pronoun before it ("its founder").
        short: whether it is no more than an abbreviation ("Sen.").
    """

    start: int
    end: int
    organisation: tuple[int, int] | None = None
    possessor: int | None = None
    short: bool = False


class RolePhrases:
    """Questions about the tokens of one `Doc` that every search for a title asks."""

    def __init__(self, doc: Doc, mentions: Mapping[int, Mention]) -> None:
        """`mentions` tells for each token which name holds it."""
        self.doc = doc
        self.mentions = mentions

    def is_role(self, i: int) -> bool:
        """Whether the token is a role or a kinship, and no part of a person's name or of a longer word."""
        token = self.doc[i]
        if self.is_person(i):
            return False
        glued = i + 1 < len(self.doc) and self.doc[i + 1].text == "-" and not token.whitespace_
        return is_kin(token.text) or (is_role(token.text) and not glued)

    def is_person(self, i: int) -> bool:
        """Whether the token is in a person's name."""
        return i in self.mentions and self.mentions[i].label == "person"

    def person_follows(self, i: int) -> bool:
        """Whether a person's name begins at the token, a form of address before it or not."""
        while i < len(self.doc) and is_address(self.doc[i]):
            i = address_end(self.doc, i)
        return self.is_person(i)

    def is_owner(self, i: int) -> bool:
        """Whether a possessive mark follows the token."""
        return i + 1 < len(self.doc) and self.doc[i + 1].text in POSSESSIVES

    def is_owning(self, i: int) -> bool:
        """Whether the token is an article, a possessive pronoun or a possessive mark."""
        token = self.doc[i]
        return token.lower_ in ARTICLES or token.lower_ in POSSESSIVE_PRONOUNS or token.text in POSSESSIVES

    def is_verb(self, i: int) -> bool:
        """Whether the token is a finite verb."""
        return i < len(self.doc) and self.doc[i].tag_ in _FINITE and not self.is_role(i)

    def ends_segment(self, i: int) -> bool:
        """Whether a mark, white space or the end of the text stands there."""
        return i >= len(self.doc) or self.doc[i].text in _ENDS or self.doc[i].is_space

    def ends_phrase(self, i: int) -> bool:
        """Whether a segment ends there, or a relative or other clause begins."""
        return self.ends_segment(i) or self.doc[i].lower_ in _STOPS

    def owner(self, start: int) -> tuple[tuple[int, int] | None, int | None]:
        """The organisation ("Acme", "Acme's") or the possessive pronoun directly before a title."""
        i = start - 1
        if i >= 0 and self.doc[i].lower_ in POSSESSIVE_PRONOUNS:
            return None, i
        if i >= 0 and self.doc[i].text in POSSESSIVES:
            i -= 1
        if i >= 0 and self.doc[i].text == ")":  # "Acme Paper Goods (APG) President"
            i = next((j - 1 for j in range(i, max(i - 4, 0), -1) if self.doc[j].text == "("), i)
        owner = self.mentions.get(i)
        return ((owner.start, owner.end) if owner and owner.label == "organization" else None), None

    def with_common_owner(self, start: int) -> int:
        """Where "festival's director" begins, whose owner is neither a name nor a person; `start` if none owns it."""
        mark, first = start - 1, start - 2
        if first < 1 or self.doc[mark].text not in POSSESSIVES or not self._may_be_common_owner(first):
            return start
        if is_role(self.doc[first].text) or is_kin(self.doc[first].text):
            return start  # "the mayor's assistant"
        while first > 1 and self._may_be_common_owner(first - 1):
            first -= 1
        return first if self.is_owning(first - 1) else start

    def _may_be_common_owner(self, i: int) -> bool:
        token = self.doc[i]
        is_noun = token.tag_ in _OF_COMMON_OWNERS and not token.is_stop
        return token.is_lower and token.is_alpha and is_noun and i not in self.mentions

    def organisation_in(self, start: int, end: int) -> tuple[int, int] | None:
        """The first organisation named in the stretch."""
        bodies = (self.mentions[i] for i in range(start, end) if i in self.mentions)
        return next(((body.start, body.end) for body in bodies if body.label == "organization"), None)
