"""Who pronouns and descriptions stand for: "she", "the minister", "the company", "who"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import islice
from typing import TYPE_CHECKING

from pressparse.document import Post
from pressparse.nlp.figures import Figure
from pressparse.nlp.mentions.evidence import named_as, speech_verbs
from pressparse.nlp.name_forms import POSSESSIVES, tokens_in
from pressparse.nlp.names import Gender, fold
from pressparse.nlp.numbering import block_numbers, quoted_tokens, sentence_numbers
from pressparse.nlp.roles import gender_of_noun, is_body, is_document, is_role, words_of_bodies
from pressparse.nlp.titles import title_words
from pressparse.rules import load_rules

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "nsubj:outer", "csubj"})
_RELATIVE_CLAUSES = frozenset({"acl:relcl", "relcl", "acl"})
_SIGNED = frozenset({"byline", "photo_credit", "contact", "source"})  # who signs is not spoken of
_OBJECT_FORMS = frozenset({"him", "her", "them"})
_DEFINITE = frozenset({"the", "our", "this", "that"})
_ARTICLES = _DEFINITE | {"a", "an"}
_REACH_OF_VERB = 4  # tokens of "she has also said"
_FARTHEST = 8  # sentences; a pronoun's antecedent is seldom farther
_MOST_RECENT = 50  # figures; a page that runs on without sentences must not cost more
_LONGEST_DESCRIPTION = 9  # tokens
_MOST_ALIKE = 40  # figures that share a word of title or name
_CLEARLY = 0.4  # by which the best candidate must lead the next


@dataclass(slots=True)
class _Last:
    """Where a figure was last spoken of."""

    token: int
    sentence: int
    block: int
    is_subject: bool
    is_topic: bool  # named first in its sentence
    is_quoted: bool
    head: int


class Coreference:
    """Reads the `Doc` once from its beginning, keeping who was last spoken of.

    Attributes:
        pronouns: the figure of each resolved pronoun, by token.
        phrases: resolved descriptions: their first token to their end and figure. A body or document that has
            no name is a figure of its own, with a `phrase`.
    """

    def __init__(self, post: Post, doc: Doc, figures: list[Figure], titled: dict[int, Figure]) -> None:
        """`titled` tells for each token of a title whose it is."""
        self.doc = doc
        self.pronouns: dict[int, Figure] = {}
        self.phrases: dict[int, tuple[int, Figure]] = {}
        self._by_title_word = _index(
            (word, f) for f in figures for t in f.titles for word in title_words(doc[t.start : t.end].text)
        )
        self._by_name_word = _index(
            (word, f) for f in figures if f.label == "organization" for word in _words_of(f)
        )
        self._starts = {m.start: (m.end, f) for f in figures for m in f.mentions}
        self._holder = {i: f for f in figures for m in f.mentions for i in range(m.start, m.end)}
        self._titled = titled
        self._quoted = quoted_tokens(doc, post)
        self._sentences = sentence_numbers(doc, self._quoted)
        self._topic_sentence = -1
        self._blocks = block_numbers(doc, post)
        self._last: dict[Figure, _Last] = {}
        self._signed = frozenset(
            i for b in post.blocks if b.role in _SIGNED for i in tokens_in(doc, b.start, b.end)
        )
        self._read()

    def _read(self) -> None:
        i = 0
        while i < len(self.doc):
            end, figure = self._at(i)
            if figure and i not in self._signed:
                self._note(figure, i, end)
            i = end

    def _at(self, i: int) -> tuple[int, Figure | None]:
        """What stands at `i`: where it ends, and whom it stands for."""
        if i in self._starts:
            return self._starts[i]
        kind = self._kind_of_pronoun(i)
        if kind:
            figure = self._pronoun(i, kind)
            if figure and figure.is_named:
                self.pronouns[i] = figure
            return i + 1, figure
        end = self._description_end(i)
        figure = self._description(i, end) if end else None
        if figure is None and self.doc[i].lower_ == "the":
            end = self._age_end(i)
            figure = self._untitled_subject(i, None, may_have_title=True) if end else None
        if end is None or figure is None:
            return i + 1, None
        if figure.is_named:
            self.phrases[i] = end, figure
        return end, figure

    def _note(self, figure: Figure, start: int, end: int) -> None:
        head = _head(self.doc, start, end)
        sentence, block = self._sentences[start], self._blocks[start]
        is_owner = self.doc[start].tag_ == "PRP$"  # "Her daughter Rosa" is about Rosa
        is_topic = sentence != self._topic_sentence and not is_owner
        self._topic_sentence = self._topic_sentence if is_owner else sentence
        is_subject = _is_subject(head)
        self._last.pop(figure, None)  # so that the order of the keys is that of time
        self._last[figure] = _Last(
            start, sentence, block, is_subject, is_topic, start in self._quoted, head.i
        )

    # -- pronouns -------------------------------------------------------------------------------------------

    def _kind_of_pronoun(self, i: int) -> str | None:
        """Which pronoun the token is; capitals are an acronym's ("WHO", "IT")."""
        token = self.doc[i]
        return None if token.is_upper and len(token) > 1 else _pronouns().get(token.lower_)

    def _pronoun(self, i: int, kind: str) -> Figure | None:
        if kind == "relative":
            return self._antecedent_of_relative(i)
        if kind == "they":
            return None
        if kind == "it":
            return self._clear_winner(i, self._bodies(i))
        gender: Gender = "man" if kind == "he" else "woman"
        figure = self._clear_winner(i, self._people(i, gender))
        if figure:
            figure.gender = figure.gender or gender
        return figure

    def _antecedent_of_relative(self, i: int) -> Figure | None:
        """Whoever the relative clause hangs on; without a parse, whoever was named right before "who"."""
        token = self.doc[i]
        for _ in range(4):
            if token.dep_ in _RELATIVE_CLAUSES:
                return self._holder.get(token.head.i) or self._titled.get(token.head.i)
            token = token.head
        before = i - 1
        while before > 0 and self.doc[before].text in {",", ")"}:
            before -= 1
        return self._holder.get(before) or self._titled.get(before)

    def _people(self, i: int, gender: Gender) -> Iterator[Figure]:
        speaks = i not in self._quoted and self._speaks(i)
        for figure, last in self._recent(i):
            fits = figure.label == "person" and figure.gender in (None, gender)
            fits = fits and not (speaks and self._is_named_in_quote_beside(figure, i))
            if fits and not self._is_own_object(i, last) and self._may_refer_into(i, last):
                yield figure

    def _speaks(self, i: int) -> bool:
        """Whether a verb of speech stands beside the pronoun."""
        beside = self.doc[max(0, i - 1) : i + _REACH_OF_VERB]
        return any(token.lower_ in speech_verbs() for token in beside)

    def _is_named_in_quote_beside(self, figure: Figure, i: int) -> bool:
        """Whether the figure is named in the quote of the same sentence: nobody speaks of himself by name."""
        return any(
            m.start in self._quoted and self._sentences[m.start] == self._sentences[i]
            for m in figure.mentions
        )

    def _bodies(self, i: int) -> Iterator[Figure]:
        for figure, last in self._recent(i):
            if figure.label == "organization" and self._may_refer_into(i, last):
                yield figure

    def _recent(self, i: int) -> Iterator[tuple[Figure, _Last]]:
        """Who was spoken of within the last sentences, the last first."""
        for figure in islice(reversed(self._last), _MOST_RECENT):
            last = self._last[figure]
            if self._sentences[i] - last.sentence > _FARTHEST:
                return
            yield figure, last

    def _may_refer_into(self, i: int, last: _Last) -> bool:
        """Within a quote only what the same quote names: who speaks there is not who is spoken of."""
        return i not in self._quoted or (last.is_quoted and self._sentences[i] - last.sentence <= 1)

    def _is_own_object(self, i: int, last: _Last) -> bool:
        """Whether "him" would be the object of his own verb: "Roe told him" is not of Roe."""
        token = self.doc[i]
        is_object = token.lower_ in _OBJECT_FORMS and token.tag_ != "PRP$"
        return is_object and last.is_subject and self.doc[last.head].head.i == token.head.i

    def _salience(self, figure: Figure, i: int) -> float:
        """How much the reader has the figure in mind at `i`: near, a subject, known, in one paragraph."""
        last = self._last[figure]
        score = float(last.sentence - self._sentences[i]) - 1.5 * (last.block != self._blocks[i])
        score += (
            1.5 * last.is_subject + 0.5 * last.is_topic - 2.0 * (last.is_quoted and i not in self._quoted)
        )
        score += 1.0 * (figure.gender is not None) + 0.1 * min(len(figure.mentions), 5)
        return score + 0.001 * (last.token - i)

    def _clear_winner(self, i: int, figures: Iterator[Figure]) -> Figure | None:
        scored = sorted(((self._salience(f, i), f) for f in figures), key=lambda pair: -pair[0])
        if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < _CLEARLY):
            return None
        return scored[0][1]

    # -- descriptions ---------------------------------------------------------------------------------------

    def _description_end(self, i: int) -> int | None:
        """Where a noun phrase with an article at `i` ("the chief executive", "the club's report") ends."""
        if self.doc[i].lower_ not in _ARTICLES or i + 1 in self._titled:
            return None
        end = i + 1
        while end < len(self.doc) and end - i < _LONGEST_DESCRIPTION and self._in_description(end):
            end += 1
        while end > i + 1 and not self._may_be_head(end - 1):
            end -= 1
        return end if end > i + 1 and self._is_speaking_noun(end - 1) else None

    def _age_end(self, i: int) -> int | None:
        """Where "the 51-year-old" at `i` ends, which stands for a person and no noun follows."""
        end = next(
            (j for j in range(i + 1, min(i + 7, len(self.doc))) if self.doc[j].lower_.endswith("old")), None
        )
        if end is None or not self.doc[i + 1].text[0].isdigit():
            return None
        is_noun_next = end + 1 < len(self.doc) and self.doc[end + 1].tag_[:2] in {"NN", "JJ"}
        return None if is_noun_next else end + 1

    def _in_description(self, i: int) -> bool:
        token = self.doc[i]
        if i in self._holder:
            return i + 1 < len(self.doc) and (
                self.doc[i + 1].text in POSSESSIVES or self._in_description(i + 1)
            )
        if token.text in POSSESSIVES or token.text == "-":
            return True
        if not token.tag_:  # without tags a phrase ends with the first noun that can speak
            return (
                token.is_alpha
                and not token.is_stop
                and (self._is_speaking_noun(i) or not self._is_speaking_noun(i - 1))
            )
        return token.text[0].isalnum() and (
            token.tag_[:2] in {"NN", "JJ", "CD"} or token.tag_ in {"VBN", "VBG"}
        )

    def _may_be_head(self, i: int) -> bool:
        return self.doc[i].is_alpha and self.doc[i].tag_[:2] in {"NN", "JJ", ""}

    def _is_speaking_noun(self, i: int) -> bool:
        word = self.doc[i].text
        speaks = is_role(word) or is_body(word) or is_document(word) or gender_of_noun(word) is not None
        return i not in self._holder and speaks

    def _description(self, start: int, end: int) -> Figure | None:
        noun = self.doc[end - 1]
        if is_document(noun.text) and not is_body(noun.text):
            return self._unnamed(start, end)
        if self.doc[start].lower_ in _DEFINITE:
            if is_role(noun.text):
                return self._person_with_title(start, end)
            named = self._body_called(start, end)
            if named:
                return named
        return self._unnamed(start, end) if is_body(noun.text) else self._nobody_named(start, end)

    def _nobody_named(self, start: int, end: int) -> Figure | None:
        """Whoever "a nurse" is, of whom the text goes on to speak: "she" after it is none of the named."""
        is_one = self.doc[start].lower_ in {"a", "an"} and self.doc[end - 1].tag_ == "NN"
        if not is_one or self._is_named_after(end) or not _is_subject(_head(self.doc, start, end)):
            return None
        return Figure("person", gender=gender_of_noun(self.doc[end - 1].text))

    def _is_named_after(self, end: int) -> bool:
        """Whether the description goes on to the name: "a widow of eighty named Rosa"."""
        after = range(end, min(end + _LONGEST_DESCRIPTION, len(self.doc)))
        nouns = (named_as(self.doc, i) for i in after if i in self._starts)
        return any(noun is not None and noun.i == end - 1 for noun in nouns)

    def _unnamed(self, start: int, end: int) -> Figure | None:
        """A body or document that goes by its own words."""
        if start in self._quoted or self.doc[end - 1].tag_ in {"NNS", "NNPS"}:
            return None
        return Figure("organization", phrase=self.doc[start + 1 : end].text)

    def _person_with_title(self, start: int, end: int) -> Figure | None:
        """Whose titles hold every word of the description; of several, who was spoken of last."""
        if self.doc[end - 1].tag_ in {"NNS", "NNPS"}:
            return None
        wanted = title_words(self.doc[start:end].text) - _ARTICLES
        noun = fold(self.doc[end - 1].text)
        fitting = [f for f in self._by_title_word.get(noun, ()) if self._has_title(f, wanted)]
        if len(fitting) < 2:
            return fitting[0] if fitting else self._untitled_subject(start, gender_of_noun(noun))
        known = sorted((f for f in fitting if f in self._last), key=lambda f: -self._last[f].token)
        alone = len(known) == 1 or (known and self._last[known[0]].sentence > self._last[known[1]].sentence)
        return known[0] if alone else None

    def _untitled_subject(
        self, i: int, gender: Gender | None, *, may_have_title: bool = False
    ) -> Figure | None:
        """Whom "the coach" means that nobody was called yet: the subject just before it, if no title is known."""
        for figure, last in self._recent(i):
            if figure.label == "person" and not last.is_quoted:
                is_near = (
                    last.is_subject
                    and last.block == self._blocks[i]
                    and self._sentences[i] - last.sentence == 1
                )
                fits = (may_have_title or not figure.titles) and (
                    gender is None or figure.gender in (None, gender)
                )
                return figure if is_near and fits and i not in self._quoted else None
        return None

    def _has_title(self, figure: Figure, wanted: frozenset[str]) -> bool:
        gender = next((gender_of_noun(w) for w in wanted if gender_of_noun(w)), None)
        if gender and figure.gender not in (None, gender):
            return False
        return any(wanted <= title_words(self.doc[t.start : t.end].text) for t in figure.titles)

    def _body_called(self, start: int, end: int) -> Figure | None:
        """The organisation whose name holds the noun ("the credit union"), or a word that it stands for."""
        words = [fold(t.text) for t in self.doc[start + 1 : end]]
        akin = [f for f in self._by_name_word.get(words[-1], ()) if set(words) <= _words_of(f)]
        if not akin and len(words) == 1:
            akin = [f for word in words_of_bodies(words[0]) for f in self._by_name_word.get(word, ())]
        known = [f for f in akin if f in self._last]
        if known:
            return self._body_in_mind(start, known)
        return akin[0] if len(akin) == 1 else None

    def _body_in_mind(self, i: int, bodies: list[Figure]) -> Figure:
        """The one spoken of just before, or else the one that the text is mostly about."""
        last = max(bodies, key=lambda f: self._last[f].token)
        if self._sentences[i] - self._last[last].sentence <= 1:
            return last
        return max(bodies, key=lambda f: len(f.mentions))


def _index(pairs: Iterable[tuple[str, Figure]]) -> dict[str, list[Figure]]:
    index: dict[str, dict[Figure, None]] = defaultdict(dict)
    for word, figure in pairs:
        index[word][figure] = None
    return {word: list(figures)[:_MOST_ALIKE] for word, figures in index.items()}


def _words_of(figure: Figure) -> frozenset[str]:
    return frozenset(fold(word.strip(",")) for mention in figure.mentions for word in mention.text.split())


def _head(doc: Doc, start: int, end: int) -> Token:
    """The token of the stretch that hangs on one outside it; the last where there is no parse."""
    inside = range(start, end)
    return next((doc[i] for i in inside if doc[i].head.i not in inside), doc[end - 1])


def _is_subject(head: Token) -> bool:
    """Whether the token, or the noun that it stands in apposition to, is a subject."""
    return head.dep_ in _SUBJECTS or (head.dep_ == "appos" and head.head.dep_ in _SUBJECTS)


@cache
def _pronouns() -> dict[str, str]:
    rules = load_rules("pronouns")
    return {word: kind for kind in ("he", "she", "they", "it", "relative") for word in rules.words(kind)}
