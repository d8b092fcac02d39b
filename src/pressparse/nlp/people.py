"""Who and what a post speaks of: names, short names, titles and pronouns, resolved to entities."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from pressparse.document import Post
from pressparse.nlp.coreference import Coreference
from pressparse.nlp.figures import Figure, gather
from pressparse.nlp.mentions import Mention, find_mentions
from pressparse.nlp.name_forms import POSSESSIVES, address_end, tokens_in
from pressparse.nlp.names import without_opening
from pressparse.nlp.roles import gender_of_noun, is_body, is_document, is_role
from pressparse.nlp.titles import Title, TitleFinder, in_order, title_words
from pressparse.records import Entity, Party, Speaker
from pressparse.span import Span

if TYPE_CHECKING:
    from spacy.tokens import Doc

_ARTICLES = frozenset({"the", "a", "an"})
_PHRASE_ENDS = frozenset(
    {"of", "for", "at", "in", "from", "with", "who", "which", "that", "by", "on", "to", ","}
)
_CLAUSE = re.compile(r"\s{0,9},|\s(?:who|which|that)\s")
_VERBS = frozenset({"VBD", "VBN", "VBG", "VBZ", "VBP", "MD"})


class People:
    """The entities of a post, with their mentions resolved.

    `People` covers persons, organisations, places and groups: whoever can speak, give or win. All offsets are
    of characters in `post.text`, half open.
    """

    def __init__(self, text: str, doc: Doc, figures: list[Figure], coreference: Coreference) -> None:
        self._doc = doc
        self._text = text
        self._coreference = coreference
        self._ids = {figure: f"e{number}" for number, figure in enumerate(figures, start=1)}
        self._at = {i: (m, f) for f in figures for m in f.mentions for i in range(m.start, m.end)}
        self._entities = {figure: self._entity(figure) for figure in figures}

    @property
    def entities(self) -> tuple[Entity, ...]:
        """All entities, in order of first mention."""
        return tuple(self._entities.values())

    def at(self, start: int, end: int) -> Entity | None:
        """The entity whose name overlaps `[start, end)` most, or None."""
        best: dict[Figure, int] = {}
        for i in self._tokens(start, end):
            if i in self._at:
                figure = self._at[i][1]
                best[figure] = best.get(figure, 0) + len(self._doc[i])
        return self._entities[max(best, key=lambda f: best[f])] if best else None

    def resolve(self, start: int, end: int) -> Entity | None:
        """Who a noun phrase at `[start, end)` stands for: a name, full or short, a title, a pronoun."""
        figure = self._figure(start, end)
        return self._entities.get(figure) if figure else None

    def party(self, start: int, end: int) -> Party | None:
        """The `Party` of a noun phrase: the entity's fullest name, or its own words without article."""
        mention = Span.trimmed(self._text, start, end)
        if mention is None:
            return None
        figure = self._figure(start, end)
        if figure is None or self._is_told_in_full(figure, mention):
            return Party(without_opening(mention.text, _ARTICLES), None, mention)
        return Party(figure.name, self._ids.get(figure), mention)

    def speaker(self, start: int, end: int) -> Speaker | None:
        """The `Speaker` of a noun phrase, with title and affiliation; None where nobody is named.

        A body or a document without a name ("the jury", "a study by the university") speaks by its own words.
        """
        mention = Span.trimmed(self._text, start, end)
        if mention is None:
            return None
        figure = self._figure(start, end)
        if figure is None or self._is_told_in_full(figure, mention):
            return self._unnamed_speaker(mention)
        entity = self._entities.get(figure)
        title = entity.titles[0] if entity and entity.titles else None
        affiliation = entity.affiliation if entity else None
        if title and affiliation and affiliation in title:
            affiliation = None
        return Speaker(figure.name, self._ids.get(figure), mention, title, affiliation)

    def _is_told_in_full(self, figure: Figure, mention: Span) -> bool:
        """Whether the words at hand ("a study by two nurses") tell all there is to tell."""
        return figure.phrase is not None and " " in mention.text

    # -- whom a phrase means --------------------------------------------------------------------------------

    def _figure(self, start: int, end: int) -> Figure | None:
        tokens = self._without_address(self._tokens(start, end))
        if not tokens:
            return None
        if len(tokens) == 1 and tokens[0] in self._coreference.pronouns:
            return self._coreference.pronouns[tokens[0]]
        head = self._head(tokens)
        if head in self._at:
            return self._at[head][1]
        if is_document(self._doc[head].text):
            return self._owner(tokens, head) or self._described(tokens, head)
        if is_body(self._doc[head].text) and not is_role(self._doc[head].text):
            return self._named_after(tokens) or self._described(tokens, head)
        return (
            self._person_in_apposition(tokens) or self._described(tokens, head) or self._named_after(tokens)
        )

    def _without_address(self, tokens: range) -> range:
        """The phrase without "Mr."; where nothing else is left, the name that follows."""
        while tokens and (self._doc[tokens[0]].is_space or address_end(self._doc, tokens[0]) > tokens[0]):
            first = max(address_end(self._doc, tokens[0]), tokens[0] + 1)
            if first >= tokens.stop:
                return range(first, first + 1) if first in self._at else tokens[:0]
            tokens = range(first, tokens.stop)
        return tokens

    def _head(self, tokens: range) -> int:
        """The phrase's head noun: the last word before its first preposition, verb or comma."""
        head = tokens[0]
        for i in tokens:
            if i > tokens[0] and self._ends_noun_phrase(i):
                break
            if self._doc[i].is_alpha or i in self._at:
                head = i
        return head

    def _ends_noun_phrase(self, i: int) -> bool:
        token = self._doc[i]
        if i in self._at:
            return False
        return token.lower_ in _PHRASE_ENDS or (
            token.tag_ in _VERBS and self._doc[i - 1].tag_.startswith("NN")
        )

    def _person_in_apposition(self, tokens: range) -> Figure | None:
        """Roe in "the director of X, Jane Roe"."""
        people = (self._at[i] for i in tokens if i in self._at)
        return next((f for m, f in people if f.label == "person" and not self._is_owner(m)), None)

    def _is_owner(self, mention: Mention) -> bool:
        return mention.end < len(self._doc) and self._doc[mention.end].text in POSSESSIVES

    def _owner(self, tokens: range, head: int) -> Figure | None:
        """Whose document speaks: "Acme's statement", "the Acme report", "his will", "a report by Acme"."""
        for i in tokens:
            if i in self._at and (
                i < head or self._doc[self._at[i][0].start - 1].lower_ in {"by", "from", "the"}
            ):
                return self._at[i][1] if self._at[i][1].label in {"organization", "person"} else None
            if i in self._coreference.pronouns and i < head:
                return self._coreference.pronouns[i]
        return None

    def _named_after(self, tokens: range) -> Figure | None:
        """Acme in "the association Acme", where the phrase ends before the name."""
        after = tokens.stop
        follows = after < len(self._doc) and after in self._at and bool(self._doc[after - 1].whitespace_)
        return self._at[after][1] if follows else None

    def _described(self, tokens: range, head: int) -> Figure | None:
        for first in tokens[:2]:
            end, figure = self._coreference.phrases.get(first, (0, None))
            if head < end:
                return figure
        return None

    def _unnamed_speaker(self, mention: Span) -> Speaker | None:
        tokens = self._tokens(mention.start, mention.end)
        head = self._doc[self._head(tokens)] if tokens else None
        if head is None:
            return None
        plural_role = is_role(head.text) and head.tag_ in {"NNS", "NNPS"}
        if is_body(head.text) or is_document(head.text) or plural_role:
            clause = _CLAUSE.search(mention.text, 1)
            words = mention.text[: clause.start()] if clause else mention.text
            return Speaker(without_opening(words, _ARTICLES), None, mention)
        return None

    def _tokens(self, start: int, end: int) -> range:
        return tokens_in(self._doc, start, end)

    # -- entities -------------------------------------------------------------------------------------------

    def _entity(self, figure: Figure) -> Entity:
        printed = tuple(
            dict.fromkeys(self._words(t.start, t.end) for t in in_order(self._doc, figure.titles))
        )
        return Entity(
            id=self._ids[figure],
            label=figure.label,
            name=figure.name,
            aliases=figure.aliases,
            titles=printed,
            affiliation=self._affiliation(figure),
            mentions=tuple(self._mentions(figure)),
        )

    def _affiliation(self, figure: Figure) -> str | None:
        for title in self._titles_of_one_role(figure):
            owner = self._coreference.pronouns.get(title.possessor) if title.possessor is not None else None
            if owner and owner in self._ids and owner.label == "organization":
                return owner.name
            if title.organisation:
                is_in_title = title.organisation[1] >= title.start  # "USDA Secretary", "head of the Forum"
                return (
                    self._words(*title.organisation) if is_in_title else self._full_name(*title.organisation)
                )
        return self._full_name(*figure.affiliation) if figure.affiliation else None

    def _full_name(self, start: int, end: int) -> str:
        return self._at[start][1].name if start in self._at else self._words(start, end)

    def _titles_of_one_role(self, figure: Figure) -> list[Title]:
        """The first title, and what else tells of the same role: "the president", "president of Acme"."""
        titles = in_order(self._doc, figure.titles)
        first = title_words(self._words(titles[0].start, titles[0].end)) if titles else frozenset()
        return [t for t in titles if title_words(self._words(t.start, t.end)) & first]

    def _mentions(self, figure: Figure) -> Iterator[Span]:
        places = [(m.start, m.end) for m in figure.mentions]
        places += [(i, i + 1) for i, f in self._coreference.pronouns.items() if f is figure]
        places += [(start, end) for start, (end, f) in self._coreference.phrases.items() if f is figure]
        for start, end in sorted(places):
            span = self._doc[start:end]
            yield Span.of(self._text, span.start_char, span.end_char)

    def _words(self, start: int, end: int) -> str:
        return self._doc[start:end].text


def find_people(post: Post, doc: Doc) -> People:
    """All entities of the post, from names in the Doc, titles around them and later short mentions."""
    mentions = find_mentions(post, doc)
    by_token = {i: m for m in mentions for i in range(m.start, m.end)}
    titles = TitleFinder(doc, by_token)
    beside = {m: titles.beside(m) for m in mentions if m.label == "person"}
    told = {m: _words_of(titles, found) for m, found in beside.items()}
    figures = gather(mentions, told)
    for figure in figures:
        if figure.label == "person":
            _give_titles(figure, titles, beside)
    titled = {i: f for f in figures for t in f.titles for i in range(t.start, t.end)}
    return People(post.text, doc, figures, Coreference(post, doc, figures, titled))


def _give_titles(figure: Figure, titles: TitleFinder, beside: Mapping[Mention, list[Title]]) -> None:
    stated = []
    for mention in figure.mentions:
        figure.titles += beside[mention]
        stated += titles.stated(mention)
        figure.affiliation = figure.affiliation or titles.organisation_of(mention)
    figure.titles = figure.titles or stated
    words = _words_of(titles, figure.titles)
    figure.gender = figure.gender or next((g for word in words if (g := gender_of_noun(word))), None)


def _words_of(titles: TitleFinder, found: Iterable[Title]) -> frozenset[str]:
    """The folded words of titles: "actress" and "spokeswoman" tell a gender, "sheriff" one namesake from another."""
    return frozenset[str]().union(*(title_words(titles.words(title)) for title in found))
