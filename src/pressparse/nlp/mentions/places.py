"""Names of people whom their place in the sentence gives away: beside a verb of speech, after "her daughter"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.nlp.mentions.evidence import (
    is_placed_as_speaker,
    kinship_before,
    may_be_name,
    named_as,
    speech_verbs,
)
from pressparse.nlp.mentions.stretches import Stretches
from pressparse.nlp.name_forms import LONGEST_NAME, person_end

if TYPE_CHECKING:
    from spacy.tokens import Token


def take_kin(found: Stretches) -> None:
    """Rosa in "her daughter Rosa", "a widow named Rosa", whom the text may name by nothing but a given name."""
    for token in found.doc:
        if may_be_name(token) and (kinship_before(found.doc, token.i) or named_as(found.doc, token.i)):
            found.take(token.i, person_end(found.doc, token.i), "person")


def take_speakers(found: Stretches) -> None:
    """Capitalised words beside a verb of speech, which nothing says to be anything else."""
    for token in found.doc:
        if may_be_name(token) and found.is_free(token.i, token.i + 1) and _speaks(token):
            found.take(token.i, token.i + 1, "person")
            _grow_left(found, token.i, token.i + 1)


def take_bearers(found: Stretches) -> None:
    """The full names of people who are elsewhere named by one word: "Sterling Hale", where "Hale says".

    A word that a body's name begins with may stand for the body: "Hale said" of Hale Corp.
    """
    bodies = {words.split()[0] for words in found.called("organization") if " " in words}
    alone = {words for words in found.called("person") if " " not in words} - bodies
    for token in found.doc:
        if token.text in alone:
            end = person_end(found.doc, token.i, longest=1)
            held = found.holders(token.i, end)
            if all(key == (token.i, end) or found.labels[key] == "other" for key in held):
                _grow_left(found, token.i, end)


def _speaks(token: Token) -> bool:
    """Whether a verb of speech follows the word, or stands before it after a quotation."""
    doc = token.doc
    follows = token.i + 1 < len(doc) and doc[token.i + 1].lower_ in speech_verbs()
    return (follows and token.tag_ in {"NNP", "JJ"}) or is_placed_as_speaker(doc, token.i, token.i + 1)


def _grow_left(found: Stretches, last: int, end: int) -> None:
    """Takes the given names before a surname, which the pipeline has left out or taken for a place."""
    start = last
    while start > 0 and end - start < LONGEST_NAME and _may_be_given_name(found, start - 1):
        start -= 1
    if start < last:
        found.replace(start, end, "person")


def _may_be_given_name(found: Stretches, i: int) -> bool:
    token = found.doc[i]
    is_loose = all(
        key == (i, i + 1) and found.labels[key] in {"place", "other"} for key in found.holders(i, i + 1)
    )
    is_noun = token.tag_ in {"NNP", ""}
    return (
        is_loose and is_noun and bool(token.whitespace_) and i not in found.in_headline and may_be_name(token)
    )
