"""The role before a name: "Acme CEO Jane Roe", "the director of X, Jane Roe"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.nlp.mentions import Mention
from pressparse.nlp.name_forms import address_before
from pressparse.nlp.roles import is_kin, is_role_abbreviation, is_role_modifier
from pressparse.nlp.titles.phrases import JOINS, LINKS, LONGEST_TITLE, RolePhrases, Title
from pressparse.rules import load_rules

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST_COMPLEMENT = 8  # tokens between a role and a name: "Minister of Health and Social Affairs Jane Roe"
_DAYS = frozenset(
    {
        "today",
        "yesterday",
        "tonight",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    }
)
_MODIFIERS = frozenset({"NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "CD", "HYPH"})


class Before(RolePhrases):
    """Looks to the left of a name."""

    def adjacent(self, name: Mention) -> Title | None:
        """The role directly before the name, in full or cut short."""
        last = address_before(self.doc, name.start) - 1
        if last >= 0 and not self.doc[last].is_space:
            head = last if self.is_role(last) else self._head_with_complement(last)
            if head is not None:
                return self._leftwards(head, last + 1)
        short = [i for i in range(last + 1, name.start) if self._is_role_in_address(i)]
        return Title(short[0], name.start, short=True) if short else None

    def _is_role_in_address(self, i: int) -> bool:
        """Whether the form of address tells an office: "Sen.", "Pastor"; not "Dr.", "Queen"."""
        word = self.doc[i].text
        return is_role_abbreviation(word) or word in load_rules("titles").words("addresses_of_office")

    def across_comma(self, name: Mention) -> Title | None:
        """The role in "the director of X, NAME", "its president, Judge NAME"."""
        nearer = self.adjacent(name)
        comma = (nearer.start if nearer else address_before(self.doc, name.start)) - 1
        if comma < 1 or self.doc[comma].text != ",":
            return None
        start = self._clause_start(comma)
        if start > 1 and self.doc[start - 1].text == "," and self.is_person(start - 2):
            return None  # "Jane Roe, the ambassador, John Hale" is a list
        if start > 1 and self.doc[start - 1].text == "," and self.doc[start - 2].text[0].isupper():
            return None
        heads = (i for i in range(start, comma) if self._heads_phrase(i))
        head = next(heads, None)
        return self._leftwards(head, comma) if head is not None and self._is_introduced(start, head) else None

    def _heads_phrase(self, i: int) -> bool:
        """Whether the token is a role that no further noun follows ("firefighter safety")."""
        after = self.doc[i + 1]
        ends = not after.text[0].isalnum() or after.tag_ in {"IN", "TO", "CC", ""} or after.lower_ in LINKS
        return self.is_role(i) and ends and not self.is_owner(i)

    def _head_with_complement(self, last: int) -> int | None:
        """The role in "Secretary of State NAME", whose complement is capitalised down to the name."""
        i = last
        while i > max(0, last - _LONGEST_COMPLEMENT) and self._may_be_complement(i):
            i -= 1
        is_linked = 0 < i < last and self.doc[i].lower_ in LINKS
        return i - 1 if is_linked and self.is_role(i - 1) else None

    def _may_be_complement(self, i: int) -> bool:
        return self.doc[i].text[0].isupper() or self.doc[i].lower_ in {"and", "&", "the"}

    def _leftwards(self, head: int, end: int) -> Title | None:
        """The title from what belongs to its head on the left, up to its `end`; with whom it belongs to."""
        if all(is_kin(token.text) for token in self.doc[head:end]):
            return None
        start = head
        is_capitalised = self.doc[head].text[0].isupper()
        while start > 0 and head - start < LONGEST_TITLE and self._belongs_to_role(start - 1):
            if is_capitalised and self._is_of_sentence(start - 1):
                break
            start -= 1
        while start < head and self.doc[start].text in JOINS:
            start += 1
        organisation, possessor = self.owner(start)
        start = self.with_common_owner(start)
        is_short = end - start == 1 and is_role_abbreviation(self.doc[start].text)
        return Title(start, end, organisation or self.organisation_in(head, end), possessor, is_short)

    def _is_of_sentence(self, i: int) -> bool:
        """Whether a word in small letters is a verb or a noun that a capitalised title follows by chance."""
        token = self.doc[i]
        if token.lower_ in _DAYS:
            return True
        if not token.is_lower or not token.is_alpha or token.text in JOINS:
            return False
        if token.tag_ in {"VBD", "VBZ", "VBG", "VBP", "VB"} or (i and not self.doc[i - 1].text[-1].isalnum()):
            return True
        return bool(token.tag_) and not is_role_modifier(token.text) and not self.is_role(i)

    def _belongs_to_role(self, i: int) -> bool:
        token = self.doc[i]
        if i in self.mentions:
            return self.mentions[i].label in {"group", "place"}
        if i + 1 < len(self.doc) and self.doc[i + 1].text == "-" and not token.whitespace_:
            return token.is_alpha  # "Under-Secretary"
        if token.text in JOINS:
            before = self.doc[i - 1].text if i else ""
            if token.text in {"-", "–"} and token.whitespace_:
                return False
            return token.text in {"-", "‑"} or is_role_modifier(before) or (i > 0 and self.is_role(i - 1))
        return is_role_modifier(token.text) or self.is_role(i) or self._is_modifier(token)

    def _is_modifier(self, token: Token) -> bool:
        if not token.is_alpha or token.is_stop or self.is_owning(token.i):
            return False
        return token.tag_ in _MODIFIERS if token.tag_ else token.text[0].isupper()

    def _clause_start(self, end: int) -> int:
        """Back to the verb, mark or name that the noun phrase before `end` follows."""
        i = end
        while i > 0 and end - i < LONGEST_TITLE and not self._bounds_phrase(i - 1):
            i -= 1
        return i

    def _bounds_phrase(self, i: int) -> bool:
        ends_sentence = i + 1 < len(self.doc) and bool(self.doc[i + 1].is_sent_start)
        return ends_sentence or self.is_person(i) or self.is_verb(i) or self.ends_phrase(i)

    def _is_introduced(self, start: int, head: int) -> bool:
        """Whether an article, a possessive or a name opens the role's noun phrase, or it opens the clause."""
        before = range(start, head)
        return start == head or any(self.is_owning(i) or i in self.mentions for i in before)
