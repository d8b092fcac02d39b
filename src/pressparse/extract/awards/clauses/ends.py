"""Where the complements of an award verb end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.extract.awards.clauses.grammar import Sentence
from pressparse.extract.awards.clauses.parts import past_aside
from pressparse.extract.awards.clauses.subjects import phrase_start
from pressparse.extract.awards.clauses.verbs import is_award_verb
from pressparse.extract.awards.lexicon import verb_of, words
from pressparse.extract.awards.tokens import AUXILIARIES, RELATIVES, is_finite, is_name_word

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_ENDS = frozenset({";", "—", "–", "(", "…"})


_LONGEST_FRONT = 9  # tokens before a clause's subject


def clause_end(sentence: Sentence, verb: int) -> int:
    """Where the verb's own complements end: at a relative, a semicolon, or where another clause begins."""
    doc, at = sentence.doc, verb + 1
    while at < sentence.end:
        prize = sentence.prize_at(at)
        past = past_aside(sentence, at)
        if prize and prize.kind != "generic":
            at = max(prize.end, at + 1)
        elif past:
            at = past
        elif doc[at].text in _ENDS or (doc[at].text == ":" and _holds_verb(doc, at, sentence.end)):
            return at
        elif _is_relative(doc[at]) and not (_within_reason(doc, at, verb) and doc[at - 1].text != ","):
            return _before_comma(doc, at, verb)
        elif doc[at].text == "," and at + 1 < sentence.end and _opens_participle(sentence, at + 1):
            return at
        elif is_finite(doc[at]) and not is_name_word(doc[at]):
            boundary = _next_clause(sentence, verb, at)
            if boundary is not None:
                return boundary
            at += 1
        else:
            at += 1
    return sentence.end


def _holds_verb(doc: Doc, start: int, end: int) -> bool:
    """Whether a clause follows, and no list."""
    return any(is_finite(token) for token in doc[start:end])


def _is_relative(token: Token) -> bool:
    return (token.lower_ in RELATIVES and token.tag_ != "IN") or (
        token.lower_ == "that" and token.tag_ in {"WDT", "WP"}
    )


def _within_reason(doc: Doc, at: int, verb: int) -> bool:
    """As in "for work that helped thousands": a clause inside a reason is the reason's."""
    return any(token.lower_ in {"for", "recognition"} for token in doc[verb + 1 : at])


def _next_clause(sentence: Sentence, verb: int, finite: int) -> int | None:
    """Where the clause of a later finite verb begins, if it is one beside this: after a comma or joint."""
    doc = sentence.doc
    first = finite
    while first - 1 > verb and (doc[first - 1].lower_ in AUXILIARIES or doc[first - 1].tag_.startswith("RB")):
        first -= 1
    joint = first - 1
    if doc[joint].tag_ == "CC":
        return _before_comma(doc, joint, verb)
    if doc[joint].text == ",":  # "and her deputy, Jane Roe, received"
        joints = [at for at in range(verb + 1, joint) if doc[at].tag_ == "CC"]
        return _before_comma(doc, joints[-1], verb) if joints else joint
    return _boundary_before(sentence, verb, phrase_start(doc, first, verb + 1))


def _boundary_before(sentence: Sentence, verb: int, start: int) -> int | None:
    """The comma or joint before a clause's subject, over what is fronted ("..., and on Friday | she")."""
    doc = sentence.doc
    if doc[start - 1].tag_ in {"IN", "TO"}:
        return None  # "in recognition of years spent abroad"
    for at in range(start - 1, max(verb, start - _LONGEST_FRONT), -1):
        if doc[at].tag_ == "CC" or doc[at].text == ",":
            return at - 1 if doc[at - 1].text == "," and at - 1 > verb else at
        if doc[at].tag_ in {"NN", "NNS"} and doc[at + 1].lower_ not in words("markers"):
            return None  # "a tune nobody can hum": no mark, no clause of its own
    return None


def _before_comma(doc: Doc, at: int, verb: int) -> int:
    return at - 1 if at - 1 > verb and doc[at - 1].text == "," else at


def _opens_participle(sentence: Sentence, at: int) -> bool:
    """As in "..., accepted on its behalf by", "..., saying that", but not a list within a reason."""
    token = sentence.doc[at]
    return token.tag_ in {"VBG", "VBN", "VBD"} or (verb_of(token) is not None and is_award_verb(sentence, at))
