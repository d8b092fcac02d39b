"""The role that a sentence gives to a name: "appointed Jane Roe as director", "Jane Roe is a nurse"."""

from __future__ import annotations

from functools import cache

from pressparse.nlp.mentions import Mention
from pressparse.nlp.roles import is_kin
from pressparse.nlp.titles.after import After
from pressparse.nlp.titles.phrases import ARTICLES, Title
from pressparse.rules import load_rules

_LONGEST_LINK = 7  # tokens between a name and its role: "has been appointed to the position of"
_FARTHEST_VERB = 6  # tokens of "appointed the engineer and climber" before the name


class Stated(After):
    """Looks for the verb that joins a name to a role."""

    def title(self, name: Mention) -> Title | None:
        """The role after "NAME is", "NAME was appointed", and after "as" in "appointed NAME as"."""
        start = self._past_verb(name.end) or self._past_as(name)
        if not start:
            return None
        end = self._phrase_end(start)
        head = self._head_in(start, end)
        if head is None or is_kin(self.doc[head].text) or self._is_of_next(end):
            return None
        first = self._past_owners(start, head)
        organisation, possessor = self.owner(first)
        return Title(first, end, organisation or self.organisation_in(head, end), possessor)

    def _past_verb(self, i: int) -> int | None:
        """After "is", "has been appointed as", "serves as the"."""
        end = min(i + _LONGEST_LINK, len(self.doc))
        verb = next(
            (j for j in range(i, end) if self.doc[j].lower_ not in _words("before_verbs_of_office")), end
        )
        if verb >= end:
            return None
        if self.doc[verb].lower_ in ARTICLES and self.doc[verb - 1].lower_ == "is":
            return verb
        if self.doc[verb].lower_ not in _words("verbs_of_office"):
            return None
        after = verb + 1
        while after < end and self.doc[after].lower_ in _words("after_verbs_of_office"):
            after += 1
        return after

    def _past_as(self, name: Mention) -> int | None:
        before = self.doc[max(0, name.start - _FARTHEST_VERB) : name.start]
        appoints = any(token.lower_ in _words("verbs_of_appointing") for token in before)
        is_as = name.end < len(self.doc) and self.doc[name.end].lower_ in {"as", "to"}
        return name.end + 1 if appoints and is_as else None


@cache
def _words(name: str) -> frozenset[str]:
    return load_rules("titles").words(name)
