"""What single tokens are, as the reading of awards needs it: by letters first, by tag where there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from pressparse.extract.awards.lexicon import words

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
DASHES = frozenset({"-", "–", "‑"})
OPENING_QUOTES = frozenset({"“", '"', "‘", "«", "„", "'"})
CLOSING_QUOTES = frozenset({"”", '"', "’", "»", "“", "'"})
RELATIVES = frozenset({"who", "which", "whom", "whose", "where", "when"})
BE = frozenset({"is", "was", "were", "are", "be", "been", "being", "am", "'s", "’s", "get", "gets", "got"})
_HAVE = frozenset({"has", "have", "had", "having", "'ve", "’ve", "'s", "’s"})
_OTHER_AUXILIARIES = frozenset(
    {
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "must",
        "should",
        "shall",
        "do",
        "does",
        "did",
        "to",
        "ca",
        "wo",
    }
)
AUXILIARIES = BE | _HAVE | _OTHER_AUXILIARIES
_FINITE_TAGS = frozenset({"VBD", "VBZ", "VBP", "MD"})
_FINITE_WORDS = frozenset(
    {"is", "was", "were", "are", "has", "have", "had", "will", "would", "could", "can", "did"}
)
DETERMINERS = frozenset({"the", "a", "an", "its", "his", "her", "their", "our", "my", "your"})
_NOUN_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "FW", "PRP"})
_PHRASE_TAGS = _NOUN_TAGS | {
    "DT",
    "PDT",
    "JJ",
    "JJR",
    "JJS",
    "CD",
    "PRP$",
    "POS",
    "HYPH",
    "$",
    "ADD",
    "AFX",
    "GW",
}


class Range(NamedTuple):
    """Tokens from `start` to before `end`."""

    start: int
    end: int

    def overlaps(self, other: Range) -> bool:
        return self.start < other.end and other.start < self.end


def is_capital(token: Token) -> bool:
    """Whether a token can be a word of a name: "Prize", "of" not, "3M", "2021" yes."""
    return token.text[0].isupper() or (token.text[0].isdigit() and any(c.isalpha() for c in token.text))


def is_name_word(token: Token) -> bool:
    """A capitalised word that is not merely the head of a sentence, or a headline's verb."""
    return is_capital(token) and token.lower_ not in words("function_words")


def is_finite(token: Token) -> bool:
    """Whether a token makes a clause of its own."""
    return token.tag_ in _FINITE_TAGS if token.tag_ else token.lower_ in _FINITE_WORDS


def is_noun(token: Token) -> bool:
    return token.tag_ in _NOUN_TAGS if token.tag_ else is_capital(token)


def in_noun_phrase(token: Token) -> bool:
    """Whether a token can stand inside a noun phrase, before its end."""
    if token.text in DASHES or token.text in POSSESSIVES:
        return True
    return (
        token.tag_ in _PHRASE_TAGS if token.tag_ else is_capital(token) or token.lower_ in {"the", "a", "an"}
    )


def is_year(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isdigit() and token.text[:2] in {"18", "19", "20"}


def touches(doc: Doc, index: int) -> bool:
    """Whether token `index` is written together with the one before it."""
    return index > 0 and not doc[index - 1].whitespace_


def is_inside_name(token: Token) -> bool:
    """Whether a token goes on a name that begins before it.

    What is labelled an award is asked by shape instead.
    """
    return token.ent_iob_ == "I" and token.ent_type_ != "AWARD"


def is_determiner(token: Token) -> bool:
    """An article or a possessive: what a noun phrase begins with."""
    return token.tag_ in {"DT", "PRP$", "PDT"} or token.lower_ in DETERMINERS
