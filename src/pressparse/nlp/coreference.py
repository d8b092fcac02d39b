"""Who pronouns and descriptions stand for: "she", "the minister", "the company", "who"."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pressparse.document import Post
from pressparse.nlp.figures import Figure
from pressparse.nlp.mentions import Mention
from pressparse.nlp.names import Gender, fold
from pressparse.nlp.roles import gender_of_noun, is_body, is_document, is_role, words_of_bodies
from pressparse.nlp.titles import title_words
from pressparse.rules import load_rules

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass", "nsubj:outer", "csubj"})
_OBJECT_FORMS = frozenset({"him", "her", "them"})
_FARTHEST = 8  # sentences; a pronoun's antecedent is seldom farther
_CLEARLY = 0.4  # by which the best candidate must lead the next


@dataclass(slots=True)
class _Last:
    """Where a figure was last spoken of."""

    token: int
    sentence: int
    is_subject: bool
    is_quoted: bool
    head: int


class Coreference:
    """Reads the Doc once from its beginning, keeping who was last spoken of.

    Attributes:
        pronouns: the figure of each resolved pronoun, by token.
        phrases: resolved descriptions, `(start, end)` in tokens to figure.
    """

    def __init__(self, post: Post, doc: Doc, figures: list[Figure], at: Mapping[int, tuple[Mention, Figure]]) -> None:
        self.doc = doc
        self.figures = figures
        self.at = at
        self.pronouns: dict[int, Figure] = {}
        self.phrases: dict[tuple[int, int], Figure] = {}
        self._quoted = quoted_tokens(doc, post)
        self._sentences = _sentence_numbers(doc)
        self._last: dict[Figure, _Last] = {}
        self._read()

    def _read(self) -> None:
        i = 0
        while i < len(self.doc):
            i = self._read_at(i)

    def _read_at(self, i: int) -> int:
        """Takes in what stands at `i`; where to go on."""
        if i in self.at:
            mention, figure = self.at[i]
            self._note(figure, i, mention.end)
            return mention.end
        kind = _pronouns().get(self.doc[i].lower_)
        if kind:
            figure = self._pronoun(i, kind)
            if figure:
                self.pronouns[i] = figure
                self._note(figure, i, i + 1)
            return i + 1
        end = self._description_end(i)
        if end:
            figure = self._description(i, end)
            if figure:
                self.phrases[i, end] = figure
                self._note(figure, i, end)
                return end
        return i + 1

    def _note(self, figure: Figure, start: int, end: int) -> None:
        head = _head(self.doc, start, end)
        self._last[figure] = _Last(start, self._sentences[start], self._is_subject(head), start in self._quoted, head.i)

    def _is_subject(self, head: Token) -> bool:
        return head.dep_ in _SUBJECTS

    # -- pronouns ------------------------------------------------------------------------------------------------

    def _pronoun(self, i: int, kind: str) -> Figure | None:
        if kind == "relative":
            return self._antecedent_of_relative(i)
        if kind == "they":
            return None
        fitting = self._bodies(i) if kind == "it" else self._people(i, "man" if kind == "he" else "woman")
        figure = self._clear_winner([(self._salience(f, i), f) for f in fitting])
        if figure and kind != "it" and figure.gender is None:
            figure.gender = "man" if kind == "he" else "woman"
        return figure

    def _antecedent_of_relative(self, i: int) -> Figure | None:
        """Whoever was named right before "who"."""
        before = i - 1
        while before >= 0 and self.doc[before].text in {",", ")"}:
            before -= 1
        near = [(last.token, f) for f, last in self._last.items() if i - 30 < last.token and f.label == "person"]
        near = [(token, f) for token, f in near if self._sentences[token] == self._sentences[i]]
        return max(near, key=lambda pair: pair[0])[1] if near else None

    def _people(self, i: int, gender: Gender) -> Iterator[Figure]:
        for figure, last in self._last.items():
            fits = figure.label == "person" and figure.gender in (None, gender)
            if fits and not self._is_own_object(i, last) and self._may_refer_into(i, last):
                yield figure

    def _bodies(self, i: int) -> Iterator[Figure]:
        for figure, last in self._last.items():
            if figure.label == "organization" and self._may_refer_into(i, last):
                yield figure

    def _may_refer_into(self, i: int, last: _Last) -> bool:
        """Within a quote only what the same quote names: who speaks there is not who is spoken of."""
        if self._sentences[i] - last.sentence > _FARTHEST:
            return False
        return i not in self._quoted or (last.is_quoted and self._sentences[i] - last.sentence <= 1)

    def _is_own_object(self, i: int, last: _Last) -> bool:
        """Whether "him" would be the object of his own verb: "Roe told him" is not of Roe."""
        token = self.doc[i]
        is_object = token.lower_ in _OBJECT_FORMS and token.tag_ != "PRP$"
        return is_object and last.is_subject and self.doc[last.head].head.i == token.head.i

    def _salience(self, figure: Figure, i: int) -> float:
        last = self._last[figure]
        score = -1.0 * (self._sentences[i] - last.sentence)
        score += 1.5 * last.is_subject - 2.0 * (last.is_quoted and i not in self._quoted)
        score += 1.0 * (figure.gender is not None) + 0.1 * min(len(figure.mentions), 5)
        return score + 0.001 * (last.token - i)

    def _clear_winner(self, scored: list[tuple[float, Figure]]) -> Figure | None:
        scored.sort(key=lambda pair: -pair[0])
        if not scored or (len(scored) > 1 and scored[0][0] - scored[1][0] < _CLEARLY):
            return None
        return scored[0][1]

    # -- descriptions --------------------------------------------------------------------------------------------

    def _description_end(self, i: int) -> int | None:
        """Where a definite noun phrase that begins at `i` ("the chief executive") ends."""
        token = self.doc[i]
        if token.lower_ not in {"the", "our", "a", "an", "this"} and not (token.is_sent_start and token.is_alpha):
            return None
        end = i + 1 if token.lower_ in {"the", "our", "a", "an", "this"} else i
        head = None
        while end < len(self.doc) and end - i < 9 and end not in self.at and _in_noun_phrase(self.doc[end]):
            if is_role(self.doc[end].text) or is_body(self.doc[end].text) or is_document(self.doc[end].text):
                head = end
            end += 1
        return head + 1 if head is not None and head == end - 1 else None

    def _description(self, start: int, end: int) -> Figure | None:
        noun = self.doc[end - 1]
        if end < len(self.doc) and self.doc[end].text in {"'s", "’s"}:
            return None
        definite = self.doc[start].lower_ in {"the", "our", "this"}
        if definite and is_role(noun.text) and not is_document(noun.text):
            return self._person_with_title(start, end)
        named = self._body_called(noun.text) if definite and not is_document(noun.text) else None
        if named or not (is_body(noun.text) or is_document(noun.text)) or start in self._quoted:
            return named
        if noun.tag_ in {"NNS", "NNPS"}:
            return None
        return Figure("organization", phrase=self.doc[start:end].text.removeprefix("The ").removeprefix("the "))

    def _person_with_title(self, start: int, end: int) -> Figure | None:
        """Whose titles hold every word of the description; of several, who was spoken of last."""
        wanted = title_words(self.doc[start:end].text) - {"our", "this"}
        fitting = [f for f in self.figures if f.label == "person" and self._has_title(f, wanted)]
        known = [f for f in fitting if f in self._last]
        if len(known) > 1:
            known.sort(key=lambda f: -self._last[f].token)
            if self._last[known[0]].sentence == self._last[known[1]].sentence:
                return None
        return (known or fitting or [None])[0] if known or len(fitting) == 1 else None

    def _has_title(self, figure: Figure, wanted: frozenset[str]) -> bool:
        gender = next((gender_of_noun(w) for w in wanted if gender_of_noun(w)), None)
        if gender and figure.gender not in (None, gender):
            return False
        return any(wanted <= title_words(self.doc[t.start : t.end].text) for t in figure.titles)

    def _body_called(self, noun: str) -> Figure | None:
        """The organisation whose name holds the noun, or a word that the noun stands for."""
        word = fold(noun)
        bodies = [f for f in self.figures if f.label == "organization" and not f.phrase]
        exact = [f for f in bodies if word in map(fold, f.name.split())]
        akin = exact or [f for f in bodies if words_of_bodies(noun) & {fold(w.strip(",")) for w in f.name.split()}]
        known = [f for f in akin if f in self._last]
        if known:
            return max(known, key=lambda f: self._last[f].token)
        return akin[0] if len(akin) == 1 else None


def quoted_tokens(doc: Doc, post: Post) -> frozenset[int]:
    """The tokens between double quotation marks; a mark left open closes with its block."""
    ends = iter(sorted(block.end for block in post.blocks))
    block_end = next(ends, len(doc.text))
    quoted, inside = set(), False
    for token in doc:
        if token.idx >= block_end:
            inside, block_end = False, next((e for e in ends if e > token.idx), len(doc.text))
        if token.text in {"“", "„", "«"}:
            inside = True
        elif token.text in {"”", "»"}:
            inside = False
        elif token.text == '"':
            inside = not inside
        elif inside:
            quoted.add(token.i)
    return frozenset(quoted)


def _sentence_numbers(doc: Doc) -> list[int]:
    number, numbers = 0, []
    for token in doc:
        number += bool(token.is_sent_start and token.i)
        numbers.append(number)
    return numbers


def _head(doc: Doc, start: int, end: int) -> Token:
    """The token of the stretch that hangs on one outside it; the last where there is no parse."""
    inside = range(start, end)
    return next((doc[i] for i in inside if doc[i].head.i not in inside), doc[end - 1])


def _in_noun_phrase(token: Token) -> bool:
    if token.text in {"-", "'s", "’s", "‑"}:
        return True
    if not token.is_alpha:
        return False
    return token.tag_[:2] in {"NN", "JJ", "VB", "CD"} if token.tag_ else not token.is_stop


@cache
def _pronouns() -> dict[str, str]:
    rules = load_rules("pronouns")
    return {word: kind for kind in ("he", "she", "they", "it", "relative") for word in rules.words(kind)}
