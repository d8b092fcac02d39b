"""A block of a post as a row of lexemes: figures, words and marks, with the pipeline's tags beside them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from pressparse.rules import load_rules

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from pressparse.extract.numbers.amounts import Amount

LexemeKind = Literal["figure", "word", "mark"]
HYPHENS = frozenset("-‐‑")
DASHES = frozenset("-‐‑–—−")
_SPACES = "   "  # also the narrow and the unbreakable one, which some languages group figures with
_LEXEME = re.compile(
    rf"""(?P<figure>\d{{1,3}}(?:,\d{{3}}){{1,6}}(?:\.\d{{1,9}})?(?![\d,]\d)
                  |\d{{1,2}}(?:,\d\d){{1,6}},\d{{3}}(?:\.\d{{1,9}})?(?!\d)
                  |\d{{1,3}}(?:\.\d{{3}}){{2,6}}(?!\d)
                  |\d{{1,3}}(?:[{_SPACES}]\d{{3}}){{1,6}}(?![\d.,]*\d)
                  |\d{{1,15}},\d{{1,2}}(?![\d,])
                  |\d{{1,15}}(?:\.\d{{1,9}})?(?!\d)
                  |\.\d{{1,9}}(?!\d)
                  |[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
      |(?P<word>[^\W\d_]+(?:['’][^\W\d_]+)*)
      |(?P<mark>\d+|\S)""",
    re.VERBOSE,
)
_VULGAR = {
    "½": Fraction(1, 2), "⅓": Fraction(1, 3), "⅔": Fraction(2, 3), "¼": Fraction(1, 4), "¾": Fraction(3, 4),
    "⅕": Fraction(1, 5), "⅖": Fraction(2, 5), "⅗": Fraction(3, 5), "⅘": Fraction(4, 5), "⅙": Fraction(1, 6),
    "⅚": Fraction(5, 6), "⅛": Fraction(1, 8), "⅜": Fraction(3, 8), "⅝": Fraction(5, 8), "⅞": Fraction(7, 8),
}  # fmt: skip
_SENTENCE_BREAKS = frozenset(".!?:—–")
_DECIMAL_COMMA = re.compile(r"\d{1,20},\d{1,2}")


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A figure, a word or a mark; offsets into the post's text. `key` is the word in lower case."""

    text: str
    start: int
    end: int
    kind: LexemeKind
    key: str

    @property
    def is_vulgar(self) -> bool:
        """Whether it is a fraction in one character."""
        return self.text in _VULGAR

    @property
    def is_possessive(self) -> bool:
        """Whether it owns what follows: "Oslo's"."""
        return self.text.endswith(("'s", "’s"))

    @property
    def value(self) -> Fraction:
        """What a figure amounts to, exactly."""
        if self.text in _VULGAR:
            return _VULGAR[self.text]
        if _DECIMAL_COMMA.fullmatch(self.text):
            return Fraction(self.text.replace(",", "."))
        plain = re.sub(rf"[,{_SPACES}]", "", self.text)
        return Fraction(plain.replace(".", "") if plain.count(".") > 1 else plain)


class Tokens:
    """The tokens of a whole post, by offset."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._starts = [token.idx for token in doc]
        self.has_parse = doc.has_annotation("DEP")

    def at(self, offset: int) -> Token | None:
        """The token that holds the character at an offset."""
        index = bisect_right(self._starts, offset) - 1
        return self._doc[index] if index >= 0 else None


class Passage:
    """The lexemes of one block, by index; an index outside gives an empty word rather than an error.

    Attributes:
        text: the whole post's text, which all offsets point into.
        is_heading: a title or heading, where capitals say nothing.
        masked: for each lexeme, whether it is no part of a quantity.
        amounts: what `read_amount` has read, by first lexeme, for the readers that try one after another.
    """

    def __init__(self, text: str, start: int, end: int, tokens: Tokens, *, is_heading: bool = False) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.is_heading = is_heading or text[start:end].isupper()
        self.lexemes = [
            Lexeme(m[0], m.start(), m.end(), m.lastgroup, m[0].casefold())  # type: ignore[arg-type]
            for m in _LEXEME.finditer(text, start, end)
        ]
        self._starts = [lexeme.start for lexeme in self.lexemes]
        self._tokens = tokens
        self.masked = [False] * len(self.lexemes)
        self.amounts: dict[int, Amount | None] = {}

    def __len__(self) -> int:
        return len(self.lexemes)

    def at(self, index: int) -> Lexeme:
        """The lexeme, or an empty mark outside the block."""
        if 0 <= index < len(self.lexemes):
            return self.lexemes[index]
        return Lexeme("", self.end, self.end, "mark", "")

    def key(self, index: int) -> str:
        return self.at(index).key

    def is_figure(self, index: int) -> bool:
        return self.at(index).kind == "figure"

    def is_number_word(self, index: int) -> bool:
        """Whether a figure or a cardinal stands here."""
        return self.is_figure(index) or self.key(index) in load_rules("numbers").table("cardinals")

    def glued(self, index: int) -> bool:
        """Whether no space stands between this lexeme and the one before."""
        return 0 < index < len(self.lexemes) and self.lexemes[index - 1].end == self.lexemes[index].start

    def phrase(self, first: int, end: int) -> str:
        """The keys of some lexemes, one space between them."""
        return " ".join(self.key(i) for i in range(first, end))

    def index_from(self, offset: int) -> int:
        """The index of the first lexeme that starts at or after an offset."""
        return bisect_left(self._starts, offset)

    def mask(self, start: int, end: int) -> None:
        """Take the lexemes between two offsets out of consideration."""
        first = max(0, bisect_right(self._starts, start) - 1)
        for i in range(first, self.index_from(end)):
            self.masked[i] = self.masked[i] or self.lexemes[i].end > start

    def match(self, topic: str, name: str, offset: int) -> re.Match[str] | None:
        """A pattern of the rules, at exactly this offset."""
        return load_rules(topic).regex(name).match(self.text, offset, self.end)

    def matches_anywhere(self, topic: str, name: str) -> bool:
        """Whether a pattern of the rules is found in the block."""
        return load_rules(topic).regex(name).search(self.text, self.start, self.end) is not None

    def token(self, index: int) -> Token | None:
        """The pipeline's token that holds the start of a lexeme."""
        if not 0 <= index < len(self.lexemes):
            return None
        return self._tokens.at(self.lexemes[index].start)

    @property
    def has_parse(self) -> bool:
        """Whether the pipeline gives dependencies."""
        return self._tokens.has_parse

    def tag(self, index: int) -> str:
        """The Penn tag of a lexeme; empty where the pipeline gives none."""
        token = self.token(index)
        return token.tag_ if token is not None else ""

    def begins_sentence(self, index: int) -> bool:
        """Whether only marks stand between the lexeme and the end of a sentence, or the block's start."""
        index -= 1
        while index >= 0 and self.at(index).kind == "mark" and self.key(index) not in _SENTENCE_BREAKS:
            index -= 1
        return index < 0 or self.key(index) in _SENTENCE_BREAKS
