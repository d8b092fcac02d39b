"""Cuts a phrase that names winners into its parties, each without what describes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from pressparse.extract.awards.lexicon import words
from pressparse.extract.awards.names.extents import ends_name_word
from pressparse.extract.awards.tokens import (
    DASHES,
    POSSESSIVES,
    RELATIVES,
    Range,
    is_capital,
    is_inside_name,
    is_name_word,
)
from pressparse.nlp.names import is_honorific

if TYPE_CHECKING:
    from spacy.tokens import Doc


_ANY = frozenset({"every", "each", "any", "no", "anyone", "whoever", "everyone", "nobody"})


_ENTITLED = re.compile(r"[A-Z]\s?[-–]\s?[A-Z][A-Za-z.]{1,5}$")  # "R-Ga." after a name


_WHEN = frozenset({"today", "yesterday", "tonight", "recently", "also", "later", "now", "respectively"})


@cache
def _stoppers() -> frozenset[str]:
    """Words that end a name, and begin what is said of it."""
    return words("markers") | RELATIVES | {"that", "aged", "about"}


def party_ranges(doc: Doc, where: Range) -> Iterator[Range]:
    """The parties that a phrase lists, each without descriptions."""
    if doc[where.start].lower_ in _ANY:
        return
    pieces = [(piece, core) for piece in _pieces(doc, where) if (core := _core(doc, piece))]
    if _is_plain_list(doc, pieces):
        yield from (core for _, core in pieces)
        return
    described = False  # within an apposition commas and joints list what the person is a member of
    for at, (piece, core) in enumerate(pieces):
        if _is_no_party(doc, piece, where):
            continue
        before = pieces[at - 1] if at else None
        following = pieces[at + 1] if at + 1 < len(pieces) else None
        if (
            following
            and not _joined(doc, piece.end, following[0].start)
            and _is_description(doc, piece, core, following[1])
        ):
            continue
        joined = before is not None and _joined(doc, before[0].end, piece.start)
        if before and not joined and _is_apposition(doc, piece, core):
            described = True
            continue
        if described and not (joined and doc[core.start].ent_type_ == "PERSON"):
            continue
        yield core


def _is_no_party(doc: Doc, piece: Range, where: Range) -> bool:
    """As in "Roe, | of the Harbour Guard |," and the place of filing before a sentence: "LEEDS, Jane Roe"."""
    if doc[piece.start].lower_ in {"of", "from"}:
        return True
    filed = piece.start == where.start and piece.end < where.end and doc[piece.end].text == ","
    shouted = doc[piece.start : piece.end].text.isupper() and not doc[piece.end : where.end].text.isupper()
    return filed and shouted and doc[piece.start].ent_type_ in {"GPE", "LOC"}


def _is_plain_list(doc: Doc, pieces: list[tuple[Range, Range]]) -> bool:
    """As in "Red Dust by R1, The Ferry by R2 and Salt by R3": names alone, three or more, the last joined."""
    if len(pieces) < 3 or not _joined(doc, pieces[-2][0].end, pieces[-1][0].start):
        return False
    people_and_places = {"PERSON", "GPE", "LOC", "TITLE"}
    return all(
        is_capital(doc[core.start])
        and not any(t.ent_type_ in people_and_places for t in doc[core.start : core.end])
        for _, core in pieces
    )


def _pieces(doc: Doc, where: Range) -> Iterator[Range]:
    """The stretches between commas and joints, relative clauses and brackets left out."""
    begin = where.start
    skipping = False
    depth = 0
    for at in range(where.start, where.end + 1):
        token = doc[at] if at < where.end else None
        if token is not None and token.text in {"(", "["}:
            depth += 1
        if (
            token is None
            or (depth == 0 and (_parts_names(doc, at) or _is_joint(doc, at)))
            or (depth == 1 and token.text == "(")
        ):
            if begin < at and not skipping:
                yield Range(begin, at)
            skipping = False
            begin = at + 1
        if token is not None:
            if token.text in {")", "]"}:
                depth = max(depth - 1, 0)
                begin = at + 1 if depth == 0 else begin
            if token.lower_ in RELATIVES and at == begin:
                skipping = True


def _parts_names(doc: Doc, at: int) -> bool:
    """A comma before a closing mark belongs to the words within: "“The Ferry,” directed by Roe"."""
    within = doc[at].text == "," and at + 1 < len(doc) and doc[at + 1].text in {"”", '"'}
    return doc[at].text in {",", ";", "("} and not within


def _is_joint(doc: Doc, at: int) -> bool:
    """Whether a token is an "and" between two parties, and not inside a name."""
    token = doc[at]
    if token.lower_ not in {"and", "&", "or"} or is_inside_name(token):
        return False
    if at + 1 >= len(doc) or at == 0:
        return False
    starts = (
        is_name_word(doc[at + 1])
        or is_honorific(doc[at + 1].text)
        or doc[at + 1].tag_ in {"DT", "PRP$", "TO"}
        or doc[at + 1].ent_iob_ == "B"
    )
    other = doc[at + 1].tag_ in {"NN", "JJ"} and any(is_name_word(t) for t in doc[at + 1 : at + 7])
    return token.text != "&" and (starts or other)


def _core(doc: Doc, piece: Range) -> Range | None:
    """The name in a piece, or the piece up to its first preposition but "of"."""
    start, end = _after_seat(doc, piece), piece.end
    while start < end and (
        doc[start].tag_ in {"CC", ",", "TO", "RB"}
        or doc[start].is_space
        or doc[start].is_quote
        or doc[start].text == "*"
    ):
        start += 1
    at = start
    while at < end and not (at > start and _stops(doc, at)):
        at += 1
    while at > start and (
        doc[at - 1].is_space
        or doc[at - 1].is_quote
        or doc[at - 1].text in {",", ":", "-", "–", "—"}
        or doc[at - 1].lower_ in _WHEN
    ):
        at -= 1
    if at <= start:
        return None
    return (
        _quoted_in(doc, Range(start, end))
        or _person_in(doc, Range(start, at))
        or _name_at_end(doc, Range(start, at))
        or Range(start, at)
    )


def _after_seat(doc: Doc, piece: Range) -> int:
    """Past where a body has its seat: "Leeds-based | Roe & Sons"."""
    based = (t.i for t in doc[piece.start : piece.end] if t.lower_ == "based" and doc[t.i - 1].text in DASHES)
    return next(based, piece.start - 1) + 1


def _quoted_in(doc: Doc, piece: Range) -> Range | None:
    """The work in "Jane Roe’s “Ferry Woman”"."""
    marks = [t.i for t in doc[piece.start : piece.end] if t.text in {"“", "”", '"', "‘", "«", "»"}]
    if len(marks) != 2 or marks[1] == marks[0] + 1:
        return None
    within = marks[0] > piece.start and marks[1] < piece.end - 1  # a nickname
    end = marks[1] - 1 if doc[marks[1] - 1].text == "," else marks[1]
    return None if within or end <= marks[0] + 1 else Range(marks[0] + 1, end)


def _stops(doc: Doc, at: int) -> bool:
    token = doc[at]
    if token.lower_ == "of" and _tells_origin(doc, at):
        return True
    if token.lower_ in _stoppers() and not _goes_on(doc, at) and not is_name_word(token):
        return not (at + 1 < len(doc) and is_name_word(doc[at + 1]) and _is_inside_body(doc, at))
    return token.tag_ in {"VBN", "VBG", "VBD", "VBZ"} and not is_name_word(token)


def _tells_origin(doc: Doc, at: int) -> bool:
    """As in "Jane Roe | of Leeds", "Studio Roe | of Leeds": a name ends, and a place's begins."""
    after = at + 2 if at + 2 < len(doc) and doc[at + 1].lower_ == "the" else at + 1
    ended = doc[at - 1].ent_type_ in {"PERSON", "ORG"} and not is_inside_name(doc[at])
    place = after < len(doc) and doc[after].ent_type_ in {"GPE", "LOC"} and doc[after].ent_iob_ == "B"
    return ended and place and doc[at - 1].lower_ not in words("organisation_nouns")


def _goes_on(doc: Doc, at: int) -> bool:
    """Whether a labelled name really goes on after a preposition: with a capitalised word."""
    after = at + 1
    while after < len(doc) and is_inside_name(doc[after]):
        if is_name_word(doc[after]):
            return is_inside_name(doc[at])
        after += 1
    return False


def _is_inside_body(doc: Doc, at: int) -> bool:
    """As in "the Society for Tidal Research": the preposition is the name's."""
    before = at - 1
    while before >= 0 and is_name_word(doc[before]):
        if doc[before].lower_ in words("organisation_nouns"):
            return doc[at].lower_ in {"for", "on", "in", "to"}
        before -= 1
    return False


def _person_in(doc: Doc, core: Range) -> Range | None:
    """The person whom a piece describes: "the Fund's director Jane Roe", not the owner or the namesake."""
    for entity in doc[core.start : core.end].ents:
        owner = entity.end < core.end and doc[entity.end].text in POSSESSIVES
        namesake = entity.start > core.start and doc[entity.start - 1].lower_ in {"of", "the", "for"}
        modifier = entity.end < core.end and doc[entity.end].tag_ in {"NN", "NNS"}  # "the Roe account"
        if entity.label_ == "PERSON" and not (owner or namesake or modifier):
            return Range(entity.start, entity.end)
    return None


def _name_at_end(doc: Doc, core: Range) -> Range | None:
    """The name after a description in small letters: "the Danish boat builder | Roe & Sons"."""
    last = next((e for e in doc[core.start : core.end].ents if e.end == core.end), None)
    if last is not None and last.start > core.start and doc[last.start - 1].tag_ in {"NN", "NNS"}:
        return Range(last.start, last.end)
    start = core.end
    owned = next(
        (t.i + 1 for t in doc[core.start : core.end] if t.text in {"'s", "’s"} and not is_inside_name(t)),
        None,
    )
    if (
        owned is not None
        and owned < core.end
        and all(is_capital(t) or not t.is_alpha for t in doc[owned : core.end])
    ):
        return Range(owned, core.end)  # "the agency's | Pathfinder"
    while start > core.start and (is_name_word(doc[start - 1]) or doc[start - 1].text in {"&", "-"}):
        start -= 1
    if start in {core.start, core.end} or doc[start - 1].tag_ not in {"NN", "NNS"}:
        return None
    return Range(start, core.end)


def _is_description(doc: Doc, piece: Range, core: Range, following: Range) -> bool:
    """As in "the deputy mayor, Jane Roe": a description in small letters, then a name behind a comma."""
    small_head = not ends_name_word(doc, core.end - 1)
    titled = doc[piece.start].tag_ in {"DT", "PRP$"} or doc[piece.start].lower_ in {
        "the",
        "her",
        "his",
        "its",
        "our",
    }
    person = all(token.ent_type_ == "PERSON" for token in doc[following.start : following.end])
    return (titled and person) or (small_head and is_name_word(doc[following.start]))


def _joined(doc: Doc, start: int, end: int) -> bool:
    """Whether a joint stands between two pieces, or begins the second."""
    return any(token.lower_ in {"and", "or", "&"} for token in doc[start : end + 1])


def _is_apposition(doc: Doc, piece: Range, core: Range) -> bool:
    """As in "Jane Roe, a potter", "Jane Roe, 88", "Roe Ltd., Leeds": says more of the name before."""
    if not ends_name_word(doc, core.end - 1) and not doc[piece.start].is_quote:
        return True
    first = doc[core.start]
    if _ENTITLED.match(doc[core.start : core.end].text):
        return True
    if first.ent_type_ == "ORG" and doc[piece.start - 2].ent_type_ == "PERSON":
        return True  # "Sgt. Jane Roe, U.S. Army"
    return (
        first.tag_ in {"DT", "PRP$", "CD", "NN", "JJ"}
        or first.ent_type_ in {"GPE", "LOC", "TITLE"}
        or first.lower_ == "inc."
    )
