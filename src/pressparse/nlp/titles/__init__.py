"""A person's role as printed beside the name: "Chief Executive Jane Roe", "Jane Roe, director of X"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from pressparse.nlp.mentions import Mention
from pressparse.nlp.names import fold
from pressparse.nlp.roles import is_role, is_role_of_several
from pressparse.nlp.titles.after import After
from pressparse.nlp.titles.before import Before
from pressparse.nlp.titles.phrases import ARTICLES, LINKS, Title
from pressparse.nlp.titles.stated import Stated
from pressparse.rules import load_rules

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Title", "TitleFinder", "in_order", "title_words"]

_SMALL_WORDS = ARTICLES | LINKS | {"and", "&", "in", "at"}


class TitleFinder:
    """Finds the titles beside the names of one `Doc`."""

    def __init__(self, doc: Doc, mentions: Mapping[int, Mention]) -> None:
        """`mentions` tells for each token which name holds it."""
        self._doc = doc
        self._before = Before(doc, mentions)
        self._after = After(doc, mentions)
        self._stated = Stated(doc, mentions)

    def beside(self, name: Mention) -> list[Title]:
        """Every title that stands directly before or after the name, or around a comma, the longest first.

        Those that a headline gives in small letters or in capitals are its own shorthand, and left out.
        """
        found = (
            self._before.adjacent(name),
            self._before.across_comma(name),
            self._after.apposition(name),
        )
        titles = [title for title in found if title and not self._is_of_several(title)]
        told = [t for t in titles if not (name.headline and self._is_shorthand(t))]
        return sorted(told, key=lambda t: t.start - t.end)

    def words(self, title: Title) -> str:
        """The title as printed."""
        return self._doc[title.start : title.end].text

    def stated(self, name: Mention) -> list[Title]:
        """The title that a sentence gives to the name: "appointed NAME as director", "NAME is a nurse"."""
        title = self._stated.title(name)
        return [title] if title and not self._is_of_several(title) else []

    def organisation_of(self, name: Mention) -> tuple[int, int] | None:
        """The organisation in "NAME of ORGANISATION" or "NAME, ORGANISATION", in tokens."""
        return self._after.organisation(name)

    def _is_of_several(self, title: Title) -> bool:
        """Whether it is the title of more people than one: "Senators Jane Roe and John Hale"."""
        head = title.start
        for token in self._doc[title.start : title.end]:
            if token.lower_ in LINKS or token.text == ",":
                break
            head = token.i if is_role(token.text) or token.i == title.start else head
        return is_role_of_several(self._doc[head].text)

    def _is_shorthand(self, title: Title) -> bool:
        words = self._doc[title.start : title.end].text
        return title.short or words[0].islower() or words.isupper()


def in_order(doc: Doc, titles: list[Title]) -> list[Title]:
    """The titles as they are to be told: the first one printed in full, or the fullest that holds its words."""
    words = {title: title_words(doc[title.start : title.end].text) for title in titles}
    first = next((title for title in titles if not title.short), None)
    fuller = [t for t in titles if first and not t.short and words[t] >= words[first]]
    best = max(fuller, key=lambda t: t.end - t.start, default=first)
    rest = sorted((t for t in titles if t is not best), key=lambda t: (t.short, t.start - t.end))
    return [best, *rest] if best else rest


def title_words(text: str) -> frozenset[str]:
    """The words of a title that tell one role from another, folded, those cut short in full.

    Examples:
        >>> sorted(title_words("The Minister of Health")), sorted(title_words("Lt. Gov."))
        (['health', 'minister'], ['governor', 'lieutenant'])
    """
    words = [fold(word.strip(",.'’")) for word in text.replace("-", " ").split()]
    full = load_rules("titles").table("full_titles")
    return frozenset(part for word in words for part in full.get(word, (word,))) - _SMALL_WORDS
