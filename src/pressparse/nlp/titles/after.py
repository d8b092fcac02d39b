"""The role after a name: "Jane Roe, M.D., 61, director of X, Acme,"; and the bare organisation after it."""

from __future__ import annotations

import re

from pressparse.nlp.mentions import Mention
from pressparse.nlp.name_forms import address_before, tokens_in
from pressparse.nlp.names import is_after_name
from pressparse.nlp.roles import is_role_modifier
from pressparse.nlp.titles.phrases import JOINS, LINKS, LONGEST_TITLE, RolePhrases, Title

_DASHES = frozenset({"—", "–", "-", "--", "|"})
_PREPOSITIONS = frozenset({"of", "for", "at", "in", "to", "from", "with", "on", "and", "by", ","})
_IN_NAMES = frozenset({"of", "the", "and", "for", "&", "-", "'s", "’s"})
_PARTY_AND_STATE = re.compile(r"\([^()]{1,30}\)|,\s[A-Z]{1,3}[-–][A-Z][A-Za-z.]{0,9}(?=,)")
_DOTTED = re.compile(r"(?:[A-Z][A-Za-z]{0,3}\.){2,}")
_ADVERBS = frozenset({"also", "currently", "himself", "herself", "now", "then"})
_LONGEST_ASIDE = 12  # tokens of "(D-HI)", ", R-Ga."


class After(RolePhrases):
    """Looks to the right of a name."""

    def apposition(self, name: Mention) -> Title | None:
        """The role in "NAME, director of X", with all further segments that belong to it."""
        start = self._past_suffixes(name.end)
        if not self._opens_apposition(start):
            return None
        start = self._past_age(start + 1)
        end = self._phrase_end(start)
        head = self._head_in(start, end)
        if head is None or self._is_of_next(end) or self._is_listed(start, head, end):
            return None
        if self._is_source(name) and self.is_verb(end):
            return None  # "According to Roe, a collector from Oslo has offered more"
        first, end = self._past_owners(start, head), self._with_more_segments(end, start + LONGEST_TITLE)
        organisation, possessor = self.owner(first)
        first = self.with_common_owner(first)
        return Title(first, end, organisation or self.organisation_in(head, end), possessor)

    def organisation(self, name: Mention) -> tuple[int, int] | None:
        """The organisation in "NAME of ORGANISATION" or "NAME, ORGANISATION"."""
        link = self._past_suffixes(name.end)
        if link + 1 >= len(self.doc) or self.doc[link].lower_ not in {"of", "from", "at", ",", "("}:
            return None
        start = link + 1
        while start < min(link + 4, len(self.doc) - 1) and self.doc[start].is_lower:
            start += 1  # "of the brokers Roe & Hale"
        body = self.mentions.get(start)
        if body is None or body.label != "organization":
            return None
        return (body.start, body.end) if self.doc[link].is_alpha or self.ends_segment(body.end) else None

    def _opens_apposition(self, i: int) -> bool:
        text = self.doc[i].text if i < len(self.doc) else ""
        return text in {",", "("} or text in _DASHES or (text.isspace() and text.count("\n") == 1)

    def _past_suffixes(self, i: int) -> int:
        """After degrees, and after party and state."""
        while i + 1 < len(self.doc):
            aside = self._past_party_and_state(i)
            if i < aside < len(self.doc) and self.doc[aside].text == ",":
                i = aside
            elif self.doc[i].text == "," and self._is_degree(i + 1):
                i += 2
            elif is_after_name(self.doc[i].text):
                i += 1
            else:
                break
        return i

    def _is_degree(self, i: int) -> bool:
        """Whether letters stand there that may follow a name, known or, with their points, between commas."""
        word = self.doc[i].text
        is_dotted = _DOTTED.fullmatch(word) is not None and self.doc[i + 1 : i + 2].text == ","
        return is_after_name(word) or is_dotted

    def _past_party_and_state(self, i: int) -> int:
        aside = _PARTY_AND_STATE.match(self.doc[i : i + _LONGEST_ASIDE].text)
        start = self.doc[i].idx
        return tokens_in(self.doc, start, start + aside.end()).stop if aside else i

    def _past_age(self, i: int) -> int:
        tokens = [token.text for token in self.doc[i : i + 2]]
        return i + 2 if len(tokens) > 1 and tokens[0].isdigit() and tokens[1] == "," else i

    def _phrase_end(self, start: int) -> int:
        end = start
        while end < len(self.doc) and end - start < LONGEST_TITLE and not self._ends_title(end):
            end += 1
        return end

    def _ends_title(self, i: int) -> bool:
        mention = self.mentions.get(i)
        if mention:
            return mention.label == "person" and self.doc[mention.start - 1].lower_ not in LINKS
        if self.doc[i].lower_ in {"and", "&"}:
            return self.person_follows(i + 1) or self.is_verb(i + 1)
        return self.ends_phrase(i) or self.is_verb(i)

    def _is_of_next(self, end: int) -> bool:
        """Whether the role is that of the name after it: "Jane Roe, Ambassador John Hale and others"."""
        return self.doc[end - 1].text != "," and self.person_follows(end)

    def _is_source(self, name: Mention) -> bool:
        first = address_before(self.doc, name.start)
        return self.doc[max(0, first - 2) : first].text.lower() == "according to"

    def _is_listed(self, start: int, head: int, end: int) -> bool:
        """Whether "the ambassador" stands between two people as one of three."""
        is_bare = self.doc[start].lower_ == "the" and head == end - 1
        return is_bare and end < len(self.doc) and self.doc[end].text == "," and self.person_follows(end + 1)

    def _head_in(self, start: int, end: int) -> int | None:
        """The role that heads the noun phrase: the last one before its first preposition."""
        head = None
        for i in range(start, end):
            token = self.doc[i]
            if self.is_role(i) and not self.is_owner(i):
                head = i
            elif token.lower_ in _PREPOSITIONS or (head is not None and not self._joins_roles(i)):
                break
        return head

    def _joins_roles(self, i: int) -> bool:
        return self.doc[i].text in JOINS or is_role_modifier(self.doc[i].text)

    def _past_owners(self, start: int, head: int) -> int:
        """The title's first token: after its article, and after the organisation or pronoun that owns it."""
        first = max((i + 1 for i in range(start, head) if self.is_owning(i)), default=start)
        while first < head and (self._is_body(first) or self.doc[first].lower_ in _ADVERBS):
            first += 1
        return first

    def _is_body(self, i: int) -> bool:
        return i in self.mentions and self.mentions[i].label == "organization"

    def _with_more_segments(self, end: int, limit: int) -> int:
        """With ", MedTech, Acme & Acme": further comma-separated roles and capitalised names of bodies."""
        while end < min(len(self.doc), limit) and self.doc[end].text == ",":
            further = self._phrase_end(end + 1)
            if not self._continues_title(end + 1, further):
                break
            end = further
        return end

    def _continues_title(self, start: int, end: int) -> bool:
        is_said = self.is_verb(end)
        if end <= start or not (is_said or self.ends_segment(end)):
            return False
        if is_said and end - start == 1 and start not in self.mentions:
            return False  # "president, Jane said"
        return self._head_in(start, end) is not None or all(map(self._may_be_in_name, range(start, end)))

    def _may_be_in_name(self, i: int) -> bool:
        return self.doc[i].text[0].isupper() or self.doc[i].lower_ in _IN_NAMES
