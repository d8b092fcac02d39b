"""Names that only their verb or the pipeline makes awards: "Golden Otter", "its Velvet Drum for best debut"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from pressparse.extract.awards.lexicon import frame_of, singulars_and_plurals, verb_of, words
from pressparse.extract.awards.names.extents import (
    is_headline_verb,
    name_end,
    name_start,
)
from pressparse.extract.awards.tokens import (
    is_capital,
    is_determiner,
    is_name_word,
)
from pressparse.nlp.roles import is_role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

from pressparse.extract.awards.names.honours import with_honorary
from pressparse.extract.awards.names.prize import Prize

_GIVING_REACH = 8  # tokens between "gave" and what is given


def labelled_names(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """What the pipeline takes for an award."""
    for entity in doc[start:end].ents:
        if (
            entity.label_ == "AWARD"
            and is_capital(entity[0])
            and not (_is_body(entity) or _is_office(entity) or _describes_noun(entity))
        ):
            yield Prize(entity.start, entity.end, "labelled")


def _describes_noun(entity: Span) -> bool:
    """As in "a Green Roof system": the name says what kind of thing."""
    after = entity.doc[entity.end] if entity.end < len(entity.doc) else None
    return after is not None and after.tag_ in {"NN", "NNS"} and after.is_lower and not is_role(after.text)


def _is_body(entity: Span) -> bool:
    return any(token.lower_ in words("organisation_nouns") for token in entity)


def handed_names(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "gave her its Velvet Drum for best debut", "won the Velvet Drum for her role": what is for a deed."""
    for at in range(start + 1, end - 1):
        before = [frame for token in doc[max(start, at - _GIVING_REACH) : at] if (frame := _frame(token))]
        own = doc[at].lower_ in {"its", "their", "his", "her"} and "give" in before
        if not own and not (doc[at].lower_ in {"the", "a"} and {"give", "get"} & {*before}):
            continue
        stop = at + 1
        while stop < end and is_name_word(doc[stop]) and doc[stop].ent_type_ not in {"GPE", "PERSON", "NORP"}:
            stop += 1
        if stop > at + 2 and stop < end and _is_told_of(doc, stop, end, own=own):
            yield Prize(at + 1, stop, "weak")


def _is_told_of(doc: Doc, stop: int, end: int, *, own: bool) -> bool:
    """Whether what follows makes a name an award's: "for best debut", ", the Guild's highest prize"."""
    if doc[stop].lower_ == "for":
        return own or _is_for_deed(doc, stop, end)
    apposed = doc[stop].text == "," and stop + 2 < end and is_determiner(doc[stop + 1])
    return apposed and any(t.lower_ in words("award_nouns") for t in doc[stop + 2 : min(stop + 8, end)])


def _frame(token: Token) -> str | None:
    verb = verb_of(token)
    return frame_of(verb) if verb else None


def _is_for_deed(doc: Doc, at: int, end: int) -> bool:
    """As in "for | her leading role in", "for | best director": not "for the third time"."""
    told = doc[at + 1 : min(at + 5, end)]
    if told[0].lower_ == "best":
        return True
    contested = doc[at - 1].lower_ in words("contested") | words("ceremonies") | words("organisation_nouns")
    return told[0].tag_ == "PRP$" and not contested and any(t.lower_ in words("deeds") for t in told)


def _is_office(entity: Span) -> bool:
    """As in "Border Security Summit", "Montana Senator", "Juris Doctor Degree": no award, whatever its label."""
    last = entity[-1].lower_
    if last in words("heads_of_no_award") or not (entity[-1].is_alpha or entity[-1].is_digit):
        return True
    occasion = last in words("ceremonies") and last not in singulars_and_plurals("weak_award_nouns")
    return occasion or is_role(entity[-1].text)


def precious_names(doc: Doc, start: int, end: int) -> Iterator[Prize]:
    """As in "Golden Otter for Best Feature", "honorary Lifetime Otter"."""
    for at in range(start, end - 1):
        if is_capital(doc[at]) and doc[at].lower_ in words("precious") and is_name_word(doc[at + 1]):
            if at > start and (is_name_word(doc[at - 1]) or verb_of(doc[at + 1])):
                continue
            right = at + 1
            while right < end and is_name_word(doc[right]) and not is_headline_verb(doc, right):
                right += 1
            if doc[right - 1].lower_ in words("heads_of_no_award"):  # "Supreme Court"
                continue
            right, category, _ = name_end(doc, right, end)
            _, owner = name_start(doc, at, start)
            yield Prize(with_honorary(doc, at, start), right, "weak", owner, category)
