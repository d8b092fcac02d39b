"""Finds what a number counts: the noun phrase after it, inside "of the …", or elsewhere in the sentence."""

from __future__ import annotations

from itertools import islice
from typing import Literal

from pressparse.extract.numbers.amounts import table, words
from pressparse.extract.numbers.passage import HYPHENS, Passage
from pressparse.span import Span

Phrase = tuple[int, int]  # lexemes [first, end)
Part = Literal["inside", "head", "outside"]

_ADJECTIVES = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "AFX", "HYPH"})
_SINGULAR = frozenset({"NN", "NNP"})
_PLURAL = frozenset({"NNS", "NNPS"})
_NOUNS = _SINGULAR | _PLURAL
_DETERMINERS = frozenset({"DT", "PDT", "PRP$", "CD", "POS"})
_PRONOUNS = frozenset({"them", "us", "it", "these", "those", "you", "whom", "which"})
_COMPARISONS = frozenset({"more", "less", "fewer", "such", "as", "than"})
_LONGEST = 9  # lexemes of a noun phrase
_HIGHEST = 12  # heads between a number and its verb
SENTENCE_ENDS = frozenset({".", "!", "?"})
_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "nsubjpass"})
_VERBS = ("VB", "MD")


def noun_phrase(passage: Passage, at: int) -> Phrase | None:
    """The noun phrase that begins at a lexeme, adjectives included, up to its head."""
    at = _past_degree(passage, at)
    if passage.key(at) == ",":
        return None
    head: int | None = None
    for index in range(at, min(at + _LONGEST, len(passage))):
        part = _part(passage, index, head)
        if part == "outside":
            break
        head = index if part == "head" else head
    return None if head is None else (at, _with_second_noun(passage, head + 1))


def _part(passage: Passage, index: int, head: int | None) -> Part:
    """What a lexeme is to the noun phrase that it follows, whose last noun so far is `head`."""
    lexeme, tag = passage.at(index), _tag(passage, index)
    is_letter_of_a_code = len(lexeme.text) == 1 and passage.key(index + 1) == "/"  # "24 F/A-22 jets"
    if passage.masked[index] or is_letter_of_a_code or lexeme.key in _COMPARISONS:
        return "outside"
    if (
        _is_inside_token(passage, index)
        or _joins_adjectives(passage, index, head)
        or _is_compounded(passage, index)
    ):
        return "inside"
    has_plural = head is not None and _tag(passage, head) in _PLURAL
    is_before_noun = head is None or (not has_plural and _tag(passage, index + 1) in _NOUNS)
    if tag in _ADJECTIVES and is_before_noun:
        return "inside"
    if lexeme.kind != "word" or tag not in _NOUNS or (has_plural and tag not in _PLURAL):
        return "outside"
    return "inside" if lexeme.is_possessive else "head"


def _is_compounded(passage: Passage, index: int) -> bool:
    """Whether it is a hyphen inside a compound, or the half before one: "investor-owned", "off-site"."""
    hyphen = index if passage.key(index) in HYPHENS else index + 1
    is_inside = passage.glued(hyphen) and passage.glued(hyphen + 1)
    return passage.key(hyphen) in HYPHENS and is_inside and not passage.is_number_word(index)


def of_phrase(passage: Passage, at: int) -> Phrase | None:
    """The noun phrase inside "of the town's population", "of them", or "the members" after "half"."""
    index = at + (passage.key(at) == "of")
    while passage.key(index) not in _PRONOUNS and _opens_noun_phrase(passage, index):
        index += 1
    if passage.key(index) in _PRONOUNS and _is_alone(passage, index):
        return index, index + 1
    index += passage.key(index) in _PRONOUNS
    return noun_phrase(passage, index)


def _is_alone(passage: Passage, pronoun: int) -> bool:
    """Whether no noun follows it: "half of it hers", but "half of these homes"."""
    return passage.key(pronoun) in {"it", "them", "us"} or noun_phrase(passage, pronoun + 1) is None


def subject_noun(passage: Passage, index: int) -> Span | None:
    """The plural subject of the verb that a bare number depends on ("sales have risen from 2.4 million")."""
    token = passage.token(index)
    if token is None or not passage.has_parse:
        return None
    for ancestor in islice(token.ancestors, _HIGHEST):
        if not ancestor.tag_.startswith(_VERBS):
            continue
        subjects = [child for child in ancestor.children if child.dep_ in _SUBJECTS and child.i < token.i]
        plurals = (s for s in subjects if s.tag_ in _PLURAL)
        return next((Span(s.text, s.idx, s.idx + len(s)) for s in plurals), None)
    return None


def number_of_what(passage: Passage, index: int) -> Phrase | None:
    """The foxes of "the number of foxes fell to 300", before a bare number in its sentence."""
    for noun in range(index - 1, max(-1, index - _HIGHEST), -1):
        if passage.key(noun) in SENTENCE_ENDS:
            return None
        if passage.key(noun) in words("of_how_many") and passage.key(noun + 1) == "of":
            phrase = of_phrase(passage, noun + 1)
            return None if phrase is None or passage.is_number_word(noun + 2) else phrase
    return None


def _past_degree(passage: Passage, at: int) -> int:
    """Past "very" in "two very patient trusts"."""
    if passage.key(at + 1) in HYPHENS:
        return at  # "hard-working nurses"
    tags = passage.tag(at), passage.tag(at + 1)
    return at + 1 if tags[0].startswith("RB") and (tags[1] in _ADJECTIVES) else at


def _with_second_noun(passage: Passage, end: int) -> int:
    """Takes in the second of two nouns that the parse joins: "countries and territories"."""
    tags = {_tag(passage, end - 1), _tag(passage, end + 1)}
    is_amount = passage.key(end + 1) in table("vague")  # "dozens of shops and thousands of homes"
    if passage.key(end) not in {"and", "&"} or is_amount or not (tags <= _PLURAL or tags == {"NN"}):
        return end
    first, second = passage.token(end - 1), passage.token(end + 1)
    is_pair = first is not None and second is not None and second.dep_ == "conj" and second.head == first
    return end + 2 if is_pair and _tag(passage, end + 2) not in _NOUNS else end


def _is_inside_token(passage: Passage, index: int) -> bool:
    """Whether it is a later part of one token, as the dots of "U.S."."""
    token = passage.token(index)
    return token is not None and passage.glued(index) and token == passage.token(index - 1)


def _joins_adjectives(passage: Passage, index: int, head: int | None) -> bool:
    """As "and" in "small and medium-sized firms", the comma of "heavy, 35-foot buses", the number in that."""
    is_free = head is None or passage.key(head - 1) in HYPHENS  # "heavy-duty" is no noun yet
    if passage.key(index) == "," and is_free:
        return _tag(passage, index + 1) in _ADJECTIVES or passage.key(index + 2) in HYPHENS
    if head is not None and not (passage.is_number_word(index) and passage.key(index - 1) == ","):
        return False
    if passage.key(index) in {"and", "or"}:
        return {_tag(passage, index - 1), _tag(passage, index + 1)} <= _ADJECTIVES
    return passage.is_number_word(index) and passage.key(index + 1) in HYPHENS


def _opens_noun_phrase(passage: Passage, index: int) -> bool:
    lexeme = passage.at(index)
    if index >= len(passage) or passage.key(index + 1) in HYPHENS:
        return False
    if lexeme.kind == "figure" or passage.masked[index]:
        return True
    if lexeme.kind != "word":
        return False
    return lexeme.is_possessive or passage.tag(index) in _DETERMINERS or lexeme.key in words("determiners")


def _tag(passage: Passage, index: int) -> str:
    """The tag, or where the pipeline gives none a guess: -s is a plural, a small word is no noun."""
    tag = passage.tag(index)
    if tag:
        return tag
    token = passage.token(index)
    if token is None or not token.text.isalpha() or token.is_stop:
        return ""
    return "NNS" if token.lower_.endswith("s") else "NN"
