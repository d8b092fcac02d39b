"""A person's role as printed beside the name: "Chief Executive Jane Roe", "Jane Roe, director of X"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressparse.nlp.mentions import Mention
from pressparse.nlp.name_forms import address_before, address_end, is_address, tokens_in
from pressparse.nlp.names import fold, is_after_name
from pressparse.nlp.roles import is_kin, is_role, is_role_abbreviation, is_role_modifier, is_role_of_several

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST_TITLE = 40  # tokens
_ARTICLES = frozenset({"the", "a", "an", "another"})
_POSSESSIVE_PRONOUNS = frozenset({"his", "her", "its", "our", "their", "my", "your", "whose"})
_POSSESSIVE_MARKS = frozenset({"'s", "’s", "'", "’"})
_LINKS = frozenset({"of", "for", "to"})
_JOINS = frozenset({"and", "&", "/", "or", "-", "–", "‑"})
_DASHES = frozenset({"—", "–", "-", "--", "|"})
_STOPS = frozenset(
    {"who", "whom", "whose", "which", "that", "where", "when", "while", "but", "because", "as"}
)
_ENDS = frozenset('.;:!?()[]“”"‘«»…—–|')
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_NOT_MODIFIERS = frozenset(
    {
        "VBD",
        "VBZ",
        "VBP",
        "VB",
        "VBG",
        "VBN",
        "MD",
        "IN",
        "TO",
        "RB",
        "WDT",
        "WP",
        "CC",
        "PRP",
        "PRP$",
        "DT",
        "UH",
    }
)
_PARTY_AND_STATE = re.compile(r"\([^()]{1,30}\)|,\s[A-Z]{1,3}[-–][A-Z][A-Za-z.]{0,9}(?=,)")


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


class TitleFinder:
    """Finds the titles beside the names of one `Doc`."""

    def __init__(self, doc: Doc, mentions: Mapping[int, Mention]) -> None:
        """`mentions` tells for each token which name holds it."""
        self.doc = doc
        self.mentions = mentions
        self.tagged = doc.has_annotation("TAG")

    def beside(self, name: Mention) -> list[Title]:
        """Every title that stands directly before or after the name, or around a comma."""
        found = (self._before(name), self._before_comma(name), self._after(name))
        return [title for title in found if title and not self._is_of_several(title)]

    def _is_of_several(self, title: Title) -> bool:
        """Whether it is the title of more people than one: "Senators Jane Roe and John Hale"."""
        return any(is_role_of_several(self.doc[i].text) for i in (title.start, title.end - 1))

    def is_lower(self, title: Title) -> bool:
        """Whether the title begins with a small letter, or is all in capitals."""
        words = self.doc[title.start : title.end].text
        return words[0].islower() or words.isupper()

    def organisation_of(self, name: Mention) -> tuple[int, int] | None:
        """The organisation in "NAME of ORGANISATION" or "NAME, ORGANISATION"."""
        link = self._past_suffixes(name.end)
        if link + 1 >= len(self.doc) or self.doc[link].lower_ not in {"of", "from", "at", ",", "("}:
            return None
        start = link + 1
        while start < link + 4 and self.doc[start].is_lower and start + 1 < len(self.doc):
            start += 1  # "of the brokers Roe & Hale"
        body = self.mentions.get(start)
        if body is None or body.label != "organization":
            return None
        is_closed = body.end >= len(self.doc) or self._ends_segment(body.end)
        return (body.start, body.end) if is_closed or self.doc[link].is_alpha else None

    def _ends_segment(self, i: int) -> bool:
        return self.doc[i].text == "," or self.doc[i].text in _ENDS or self.doc[i].is_space

    # -- before the name ------------------------------------------------------------------------------------

    def _before(self, name: Mention) -> Title | None:
        last = address_before(self.doc, name.start) - 1
        if last >= 0 and not self.doc[last].is_space:
            head = last if self._is_role_at(last) else self._head_of_linked_role(last)
            if head is not None:
                return self._leftwards(head, last + 1)
        abbreviated = [i for i in range(last + 1, name.start) if is_role_abbreviation(self.doc[i].text)]
        return Title(abbreviated[0], name.start, short=True) if abbreviated else None

    def _head_of_linked_role(self, last: int) -> int | None:
        """The role in "Secretary of State NAME", whose complement is capitalised down to the name."""
        i = last
        while i > max(0, last - 8) and (
            self.doc[i].text[0].isupper() or self.doc[i].lower_ in {"and", "&", "the"}
        ):
            i -= 1
        return i - 1 if i < last and self.doc[i].lower_ in _LINKS and i and self._is_role_at(i - 1) else None

    def _leftwards(self, head: int, end: int) -> Title | None:
        """The title from what belongs to its head on the left, up to its `end`; with whom it belongs to."""
        start = head
        while start > 0 and head - start < _LONGEST_TITLE and self._belongs_to_role(start - 1):
            start -= 1
        while start < head and self.doc[start].text in _JOINS:
            start += 1
        if all(is_kin(t.text) for t in self.doc[head:end]):
            return None
        organisation, possessor = self._owner(start)
        return Title(start, end, organisation or self._organisation_near(head, end), possessor)

    def _belongs_to_role(self, i: int) -> bool:
        token = self.doc[i]
        if i in self.mentions:
            return self.mentions[i].label in {"group", "place"}
        if token.text in _JOINS:
            return i > 0 and (
                self._is_role_at(i - 1) or token.text in {"-", "‑"} or is_role_modifier(self.doc[i - 1].text)
            )
        if is_role_modifier(token.text) or self._is_role_at(i):
            return True
        return token.is_alpha and not self._ends_modifiers(token)

    def _ends_modifiers(self, token: Token) -> bool:
        if token.lower_ in _ARTICLES or token.lower_ in _POSSESSIVE_PRONOUNS or token.is_stop:
            return True
        return token.tag_ in _NOT_MODIFIERS if self.tagged and token.tag_ else not token.text[0].isupper()

    def _owner(self, start: int) -> tuple[tuple[int, int] | None, int | None]:
        """The organisation ("Acme", "Acme's") or the possessive pronoun directly before a title."""
        i = start - 1
        if i >= 0 and self.doc[i].lower_ in _POSSESSIVE_PRONOUNS:
            return None, i
        if i >= 0 and self.doc[i].text in _POSSESSIVE_MARKS:
            i -= 1
        if i >= 0 and self.doc[i].text == ")":
            i = next((j - 1 for j in range(i, max(i - 4, 0), -1) if self.doc[j].text == "("), i)
        owner = self.mentions.get(i)
        return ((owner.start, owner.end) if owner and owner.label == "organization" else None), None

    def _before_comma(self, name: Mention) -> Title | None:
        """The role in "the director of X, NAME"."""
        comma = address_before(self.doc, name.start) - 1
        if comma < 1 or self.doc[comma].text != ",":
            return None
        start = self._clause_start(comma)
        if start > 1 and self.doc[start - 1].text == "," and self._is_person_at(start - 2):
            return None  # "Jane Roe, the ambassador, John Hale" is a list
        head = next(
            (i for i in range(start, comma) if self._is_role_at(i) and not self._is_possessive(i)), None
        )
        if head is None or not self._is_introduced(start, head):
            return None
        return self._leftwards(head, comma)

    def _clause_start(self, end: int) -> int:
        """Back to the verb, mark or name that the noun phrase before `end` follows."""
        i = end
        while i > 0 and end - i < _LONGEST_TITLE and not self._bounds_phrase(i - 1):
            i -= 1
        return i

    def _bounds_phrase(self, i: int) -> bool:
        token = self.doc[i]
        person = i in self.mentions and self.mentions[i].label == "person"
        ends = token.text in _ENDS or token.text == "," or token.is_space or token.lower_ in _STOPS
        return (
            person
            or ends
            or token.tag_ in _FINITE
            or (i + 1 < len(self.doc) and bool(self.doc[i + 1].is_sent_start))
        )

    def _is_introduced(self, start: int, head: int) -> bool:
        """Whether an article, a possessive or a name opens the role's noun phrase, or it opens the clause."""
        before = self.doc[start:head]
        owned = any(
            t.lower_ in _ARTICLES | _POSSESSIVE_PRONOUNS or t.text in _POSSESSIVE_MARKS for t in before
        )
        return owned or start == head or any(i in self.mentions for i in range(start, head))

    def _is_possessive(self, i: int) -> bool:
        return i + 1 < len(self.doc) and self.doc[i + 1].text in _POSSESSIVE_MARKS

    # -- after the name -------------------------------------------------------------------------------------

    def _after(self, name: Mention) -> Title | None:
        """The role in "NAME, M.D., 61, director of X, Acme,"."""
        start = self._past_suffixes(name.end)
        if start >= len(self.doc) or not self._opens_apposition(start):
            return None
        start = self._past_age(start + 1)
        end = self._phrase_end(start)
        head = self._head_in(start, end)
        if head is None or self._is_of_next(end) or self._is_listed(start, head, end):
            return None
        end = self._with_more_segments(end)
        first = self._past_articles(start, head)
        organisation, possessor = self._owner(first)
        return Title(
            first,
            end,
            organisation or self._organisation_near(end - 12, end + 4, within=(head, end)),
            possessor,
        )

    def _opens_apposition(self, i: int) -> bool:
        text = self.doc[i].text if i < len(self.doc) else ""
        return text in {",", "("} or text in _DASHES or ("\n" in text and text.count("\n") == 1)

    def _past_suffixes(self, i: int) -> int:
        """After degrees, and after party and state ("(D-HI)", ", R-Ga.")."""
        while i + 1 < len(self.doc):
            past = self._past_party_and_state(i)
            if past < len(self.doc) and self.doc[past].text == "," and past > i:
                i = past
            elif self.doc[i].text == "," and is_after_name(self.doc[i + 1].text):
                i += 2
            elif is_after_name(self.doc[i].text):
                i += 1
            else:
                break
        return i

    def _is_of_next(self, end: int) -> bool:
        """Whether the role is that of the name after it: "Jane Roe, Ambassador John Hale and others"."""
        return self.doc[end - 1].text != "," and self._person_follows(end)

    def _is_listed(self, start: int, head: int, end: int) -> bool:
        """Whether "the ambassador" stands between two people as one of three."""
        bare = self.doc[start].lower_ == "the" and head == end - 1
        return (
            bare and end + 1 < len(self.doc) and self.doc[end].text == "," and self._person_follows(end + 1)
        )

    def _is_person_at(self, i: int) -> bool:
        return i in self.mentions and self.mentions[i].label == "person"

    def _past_party_and_state(self, i: int) -> int:
        words = self.doc[i : i + 12].text
        aside = _PARTY_AND_STATE.match(words)
        return tokens_in(self.doc, self.doc[i].idx, self.doc[i].idx + aside.end()).stop if aside else i

    def _past_age(self, i: int) -> int:
        tokens = self.doc[i : i + 2]
        return i + 2 if len(tokens) > 1 and tokens[0].text.isdigit() and tokens[1].text == "," else i

    def _phrase_end(self, start: int) -> int:
        end = start
        while end < len(self.doc) and end - start < _LONGEST_TITLE and not self._ends_title(end):
            end += 1
        return end

    def _ends_title(self, i: int) -> bool:
        token = self.doc[i]
        if token.text == "," or token.text in _ENDS or token.is_space or token.lower_ in _STOPS:
            return True
        if i in self.mentions:
            return (
                self.mentions[i].label == "person"
                and self.doc[self.mentions[i].start - 1].lower_ not in _LINKS
            )
        if token.lower_ in {"and", "&"}:
            return self._person_follows(i + 1) or self._verb_at(i + 1)
        return self._verb_at(i)

    def _person_follows(self, i: int) -> bool:
        while i < len(self.doc) and is_address(self.doc[i]):
            i = address_end(self.doc, i)
        return self._is_person_at(i)

    def _verb_at(self, i: int) -> bool:
        return i < len(self.doc) and self.doc[i].tag_ in _FINITE and not self._is_role_at(i)

    def _head_in(self, start: int, end: int) -> int | None:
        """The role that heads the noun phrase: the last one before its first preposition."""
        head = None
        for i in range(start, end):
            token = self.doc[i]
            if self._is_role_at(i) and not self._is_possessive(i):
                head = i
            elif (
                token.lower_ in {"of", "for", "at", "in", "to", "from", "with", "on", "and", "by"}
                or token.text == ","
            ) or (head is not None and not (token.text in _JOINS or is_role_modifier(token.text))):
                break
        return head

    def _past_articles(self, start: int, head: int) -> int:
        """The title's first token: after its article, and after the organisation or pronoun that owns it."""
        first = start
        for i in range(start, head):
            if (
                self.doc[i].lower_ in _ARTICLES | _POSSESSIVE_PRONOUNS
                or self.doc[i].text in _POSSESSIVE_MARKS
            ):
                first = i + 1
        while first < head and first in self.mentions and self.mentions[first].label == "organization":
            first += 1
        return first

    def _with_more_segments(self, end: int) -> int:
        """With ", MedTech, Acme & Acme": further comma-separated roles and capitalised names of bodies."""
        while end < len(self.doc) and self.doc[end].text == ",":
            further = self._phrase_end(end + 1)
            if not self._continues_title(end + 1, further):
                break
            end = further
        return end

    def _continues_title(self, start: int, end: int) -> bool:
        closed = end < len(self.doc) and (
            self.doc[end].text in _ENDS or self.doc[end].text == "," or self.doc[end].is_space
        )
        said = end < len(self.doc) and self._verb_at(end)
        if end <= start or not (closed or said or end == len(self.doc)):
            return False
        if said and not (end - start > 1 or start in self.mentions):
            return False
        if self._head_in(start, end) is not None and self.doc[start].lower_ in _ARTICLES | {"and"} | {
            self.doc[start].lower_
        }:
            return True
        return all(self._is_name_like(i) for i in range(start, end))

    def _is_name_like(self, i: int) -> bool:
        token = self.doc[i]
        return token.text[0].isupper() or token.lower_ in {"of", "the", "and", "for", "&", "-", "'s", "’s"}

    # -- both -----------------------------------------------------------------------------------------------

    def _is_role_at(self, i: int) -> bool:
        token = self.doc[i]
        if i in self.mentions and self.mentions[i].label == "person":
            return False
        if is_kin(token.text):
            return True
        return is_role(token.text) and not (
            i + 1 < len(self.doc) and self.doc[i + 1].text == "-" and token.whitespace_ == ""
        )

    def _organisation_near(
        self, start: int, end: int, *, within: tuple[int, int] | None = None
    ) -> tuple[int, int] | None:
        """The first organisation that begins in `[start, end)`."""
        low, high = within or (start, end)
        for i in range(max(low, 0), min(high, len(self.doc))):
            mention = self.mentions.get(i)
            if mention and mention.label == "organization":
                return mention.start, mention.end
            if self.doc[i].text in ".;" or self.doc[i].is_space:
                return None
        return None


def title_words(text: str) -> frozenset[str]:
    """The words of a title that tell one role from another, folded.

    Examples:
        >>> sorted(title_words("The Minister of Health"))
        ['health', 'minister']
    """
    return (
        frozenset(fold(w.strip(",.'’")) for w in text.replace("-", " ").split())
        - _ARTICLES
        - _LINKS
        - {"and", "&", "in", "at"}
    )
