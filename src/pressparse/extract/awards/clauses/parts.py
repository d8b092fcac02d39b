"""Cuts a stretch of a sentence at prepositions, asides and further prizes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressparse.extract.awards.clauses.grammar import Clause, Part, Sentence
from pressparse.extract.awards.lexicon import verb_of, words
from pressparse.extract.awards.tokens import (
    CLOSING_QUOTES,
    DASHES,
    RELATIVES,
    is_finite,
    is_inside_name,
    is_name_word,
    touches,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


_TRAILING = frozenset({",", ".", "!", "…", ":"}) | RELATIVES


_LONGEST_ASIDE = 24  # tokens of a bracket or enclosed relative clause


def past_aside(sentence: Sentence, at: int) -> int | None:
    """Past a bracket, or a relative clause that commas enclose and a preposition follows.

    As in "the medal, which is gold, for".
    """
    doc = sentence.doc
    if doc[at].text == "(":
        close = next(
            (i for i in range(at, min(at + _LONGEST_ASIDE, sentence.end)) if doc[i].text == ")"), None
        )
        return None if close is None else close + 1
    if doc[at].text != "," or at + 1 >= sentence.end or not _opens_aside(doc[at + 1]):
        return None
    for comma in range(at + 2, min(at + _LONGEST_ASIDE, sentence.end - 1)):
        if doc[comma].text == "," and doc[comma + 1].lower_ in {"for", "in", "at", "by", "on"}:
            return comma
    return None


def _opens_aside(token: Token) -> bool:
    """As in "which is gold", "run by the Guild": not "accepted by her son", which is told of the award itself."""
    return token.lower_ in {"which", "who"} or (token.tag_ == "VBN" and verb_of(token) is None)


def parts_between(sentence: Sentence, start: int, end: int) -> Iterator[Part]:
    """The stretches between markers; prizes and names of bodies are not cut."""
    doc, at, begin, marker = sentence.doc, start, start, ""
    while at < end:
        prize = sentence.prize_at(at)
        if prize and prize.kind != "generic":
            at = prize.end
            continue
        past = past_aside(sentence, at)
        if past and doc[at].text == ",":
            yield from _part(doc, marker, begin, at)
            marker, begin, at = "", past, past
            continue
        if past:
            at = past
            continue
        length = _marker_length(sentence, at, end)
        if length:
            yield from _part(doc, marker, begin, at)
            marker = doc[at : at + length].text.lower()
            begin = at = at + length
        elif doc[at].text == ":" or _begins_another_prize(sentence, at, end):
            yield from _part(doc, marker, begin, at)
            marker, begin, at = "", at + 1, at + 1
        else:
            at += 1
    yield from _part(doc, marker, begin, end)


def _part(doc: Doc, marker: str, start: int, end: int) -> Iterator[Part]:
    """The part without marks and joints at its ends."""
    while end > start and (
        doc[end - 1].text in _TRAILING or doc[end - 1].tag_ == "CC" or doc[end - 1].is_space
    ):
        end -= 1
    while start < end and doc[start].text in {",", ":"}:
        start += 1
    if start < end:
        yield Part(marker, start, end)


def _marker_length(sentence: Sentence, at: int, end: int) -> int:
    doc = sentence.doc
    if doc[at].lower_ not in words("markers") and doc[at].lower_ not in {"thanks", "because"}:
        return 0
    if doc[at - 1].text in DASHES and touches(doc, at):  # "not-for-profit"
        return 0
    infinitive = doc[at].lower_ == "to" and at + 1 < len(doc) and doc[at + 1].tag_.startswith("VB")
    behind_prize = sentence.prize_at(at - 1) is not None  # "the Harbour Cup | from the Guild"
    if infinitive or (_inside_name(doc, at) and not behind_prize):
        return 0
    for length in (4, 3, 2):
        if at + length <= end and doc[at : at + length].text.lower() in words("long_markers"):
            return length
    return 0 if doc[at].tag_ in {"RP"} or doc[at].lower_ not in words("markers") else 1


def _inside_name(doc: Doc, at: int) -> bool:
    """As in "the Society for Tidal Research", "Committee on Trade": the preposition is the name's."""
    after = at + 2 if at + 2 < len(doc) and doc[at + 1].tag_ == "DT" else at + 1
    if after >= len(doc) or not is_name_word(doc[after]):
        return False
    if is_inside_name(doc[at]) and is_inside_name(doc[at + 1]):
        return True
    if doc[at].lower_ not in {"for", "on", "in", "to", "with"} or (
        doc[at].lower_ == "in" and doc[at + 1].ent_type_ in {"GPE", "LOC"}
    ):
        return False
    before = at - 1
    while before > 0 and is_name_word(doc[before]):
        if doc[before].lower_ in words("organisation_nouns"):
            return doc[at].lower_ in {"for", "on"}
        before -= 1
    return False


def _begins_another_prize(sentence: Sentence, at: int, end: int) -> bool:
    """As in "... and the Harbour Cup": a second object after other parts."""
    doc = sentence.doc
    if doc[at].tag_ != "CC" and doc[at].text != ",":
        return False
    comma = at
    at += 1
    while (
        at < end
        and (doc[at].tag_ in {"DT", "CC", "PRP$", "JJ", "CD"} or doc[at].text in CLOSING_QUOTES)
        and not sentence.prize_at(at)
    ):
        at += 1
    prize = sentence.prize_at(at) if at < end else None
    called = sentence.prize_at(comma - 1)  # "its highest award, the Golden Spanner": the same one
    apposed = doc[comma].text == "," and called is not None and called.kind == "generic"
    return prize is not None and prize.kind != "generic" and not apposed


def fronted_parts(sentence: Sentence, clause: Clause) -> tuple[Part, ...]:
    """The phrases before a clause's subject: "On Friday", "At the dinner in Bergen"."""
    doc, begin = sentence.doc, clause.start
    while begin > sentence.start and not (is_finite(doc[begin - 1]) or doc[begin - 1].tag_ == "CC"):
        begin -= 1
    return tuple(parts_between(sentence, begin, clause.start))
