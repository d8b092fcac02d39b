"""Who is meant: the parties of a phrase, each resolved to the fullest name."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from pressparse.extract.awards.lexicon import words
from pressparse.extract.awards.names.extents import ends_name_word, name_after
from pressparse.extract.awards.phrases import party_ranges
from pressparse.extract.awards.tokens import (
    DETERMINERS,
    OPENING_QUOTES,
    Range,
    is_inside_name,
    is_name_word,
)
from pressparse.nlp.names import without_opening
from pressparse.nlp.roles import is_kin, is_role, is_role_of_several
from pressparse.records import Party

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from pressparse.nlp.reading import Reading

_NO_HEADS = frozenset({"PRP", "VB", "VBP", "RB", "IN", "MD"})


def winners(reading: Reading, where: Range, *, described: bool = False) -> tuple[Party, ...]:
    """The parties of a phrase; none where it speaks of nobody in particular.

    With `described`, a thing or body without a name is one too: "the footbridge", "its library".
    """
    pieces = list(party_ranges(reading.doc, where))
    if pieces and _is_membership(reading.doc, pieces[0]):
        return ()  # "members of the House and Senate": nor is the Senate one
    found = [winner(reading, piece) for piece in pieces]
    if described and not any(found):
        found = [described_winner(reading, piece) for piece in pieces[:1]]
    return tuple({party.name: party for party in found if party}.values())


def winner(reading: Reading, piece: Range) -> Party | None:
    """Whom one phrase names: "she", "the cellist Jane Roe", "the town"."""
    doc = reading.doc
    cut = _before_award(doc, piece)
    piece = cut or piece
    span = doc[piece.start : piece.end]
    party = reading.people.party(span.start_char, span.end_char)
    if party is None or _is_membership(doc, piece):
        return None
    entity = reading.people.resolve(span.start_char, span.end_char)
    if entity and entity.label == "group" and span[-1].ent_type_ != "NORP":
        return None  # "the Danish-born teacher" is no people
    named = _holds_name(span)
    if (
        party.entity is None
        or (named and _is_thing_of(doc, piece, party.name))
        or _overruns(party, span)
        or cut
    ):
        quoted = span.start > 0 and doc[span.start - 1].text in OPENING_QUOTES
        name = span.text if quoted else without_article(span.text)
        party = Party(name, None, reading.span(span.start_char, span.end_char))
    if "(" in party.name and ")" not in party.name:
        party = replace(party, name=party.name.partition("(")[0].rstrip())
    if party.entity is None and doc[piece.end - 1].lower_ in words("deeds"):
        return None  # "recognised Jane Roe's tireless work"
    if span[0].lower_ in {"a", "an"} and not any(t.tag_ == "NNP" and t.ent_type_ != "NORP" for t in span):
        return None  # "has gone to a Scottish university"
    anybody = (doc[piece.end - 1].lower_ in words("nobody") and not named) or _is_any_number(doc, piece)
    return _in_full(reading, party) if party.entity or (named and not anybody) else None


def _overruns(party: Party, span: Span) -> bool:
    """Whether a name was taken for longer than the phrase: "the Society's Lamp" of "the Society"."""
    words_, owned = span.text.split(), re.split(r"[’']s? ", party.name)
    behind = party.name.rpartition(words_[-1])[2].split()
    if behind and words_[-1] in party.name and all(word.islower() for word in behind):
        return True  # "the Roe Foundation for his" of "the Roe Foundation"
    if party.name.rpartition(" ")[2].casefold() in words("named_after_people") and not party.name.endswith(
        words_[-1]
    ):
        return True  # "the Jane Roe Act" of "Roe"
    return len(owned) > 1 and owned[0].split() == words_


def described_winner(reading: Reading, piece: Range) -> Party | None:
    """A definite thing or body without a name, or whose work it is: "the garden at Roe House", "her first book"."""
    doc = reading.doc
    first, head = doc[piece.start], doc[piece.end - 1]
    told = {token.lower_ for token in doc[piece.start : piece.end]}
    definite = first.lower_ == "the" or first.tag_ == "PRP$"
    is_deed = head.lower_ in words("deeds") - words("works")
    is_thing = head.tag_ == "NN" and not (is_deed or is_role(head.text) or is_kin(head.text))
    if not (definite and is_thing and piece.end - piece.start > 1) or told & words("unnamed_winners"):
        return None
    if first.tag_ == "PRP$" and head.lower_ in words("works"):
        author = winner(reading, Range(piece.start, piece.start + 1))
        if author and author.entity:
            return author
    span = doc[piece.start : _with_place(doc, piece.end)]
    return Party(without_article(span.text), None, reading.span(span.start_char, span.end_char))


def _with_place(doc: Doc, end: int) -> int:
    """Past where a described thing stands: "the garden | at Roe House"."""
    placed = end + 1 < len(doc) and doc[end].lower_ in {"at", "of", "in", "on"}
    stop = name_after(doc, end + 1, len(doc)) if placed else end
    return stop if stop > end + 1 else end


def _before_award(doc: Doc, piece: Range) -> Range | None:
    """The name in a piece whose entity runs on into the award: "Ms. | Jane Roe | Baker of the Year"."""
    after = doc[piece.end] if piece.end < len(doc) else None
    if after is None or not (is_inside_name(after) and is_name_word(after)):
        return None
    first = piece.end - 1
    while first > piece.start and is_inside_name(doc[first]):
        first -= 1
    return Range(first, piece.end) if piece.end - first > 1 else None


def _in_full(reading: Reading, party: Party) -> Party:
    """The body that "the Society" is short for: the last one named in full before it with that noun."""
    noun = party.name.casefold().removeprefix("the ")
    if noun not in words("organisation_nouns") or not party.name[0].isupper():
        return party
    for entity in reversed(reading.doc.ents):
        told = entity.start_char < party.mention.start and entity.label_ == "ORG" and len(entity) > 1
        if told and noun in entity.text.casefold().split():
            full = reading.people.party(entity.start_char, entity.end_char)
            return replace(party, name=full.name, entity=full.entity) if full else party
    return party


def without_article(text: str) -> str:
    return without_opening(text, DETERMINERS)


def _holds_name(span: Span) -> bool:
    """Whether a phrase names somebody, by more than a people's adjective."""
    words_of_names = (token for token in span if is_name_word(token) and token.ent_type_ != "NORP")
    return span[-1].tag_ not in _NO_HEADS and any(words_of_names)


def _is_membership(doc: Doc, piece: Range) -> bool:
    """As in "Members of Congress", "Members": of which nobody is named, though Congress is."""
    first = doc[piece.start]
    alone = piece.end - piece.start == 1 or doc[piece.start + 1].lower_ in {"of", "from"}
    return first.lower_ in words("nobody") and alone and first.tag_ in {"NNS", "NNPS"}


def _is_any_number(doc: Doc, piece: Range) -> bool:
    """As in "congressional websites", "three Utah schools": a plural that nothing picks out."""
    first = doc[piece.start]
    of = next((t.i for t in doc[piece.start + 1 : piece.end] if t.lower_ == "of"), piece.end)
    last = doc[of - 1]
    if doc[piece.start].lower_ in {"hundreds", "dozens", "scores", "thousands", "several", "many", "some"}:
        return True
    counted = first.tag_ == "CD" and not any(t.ent_type_ for t in doc[piece.start + 1 : of])
    if (counted and last.lower_.endswith("s")) or (of - piece.start == 1 and is_role_of_several(last.text)):
        return True
    if last.lower_ in words("nobody") and (last.tag_ == "NNPS" or of < piece.end):  # "Members of Congress"
        return True
    before = doc[piece.start - 1] if piece.start else None
    picked = first.tag_ in {"DT", "PRP$"} or (before is not None and before.tag_ in {"DT", "PRP$", "POS"})
    return (
        last.tag_ == "NNS"
        and not is_name_word(last)
        and (not picked or any(t.tag_ == "CD" for t in doc[piece.start : piece.end]))
    )


def _is_thing_of(doc: Doc, piece: Range, name: str) -> bool:
    """Whether a phrase means something of a body, and not the body: "the Roe Institute account"."""
    return (
        doc[piece.end - 1].tag_ in {"NN", "NNS"}
        and not ends_name_word(doc, piece.end - 1)
        and name in doc[piece.start : piece.end].text
    )


def one_party(reading: Reading, where: Range | None) -> Party | None:
    """The party of a giver or acceptor: the first that the phrase names."""
    if where is None:
        return None
    return next(iter(winners(reading, _behind_jury(reading.doc, where))), None)


def _behind_jury(doc: Doc, where: Range) -> Range:
    """Whose jury it is that gives: "the jury of | the Harbour Festival"."""
    first = where.start + (doc[where.start].tag_ == "DT")
    of_body = first + 2 < where.end and doc[first].lower_ in words("juries") and doc[first + 1].lower_ == "of"
    return Range(first + 2, where.end) if of_body else where
