"""Who is meant: a phrase that names winners, cut into its parties, and each resolved to the fullest name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from pressparse.extract.awards.lexicon import words
from pressparse.extract.awards.names.extents import ends_name_word, name_after
from pressparse.extract.awards.tokens import (
    DASHES,
    DETERMINERS,
    OPENING_QUOTES,
    POSSESSIVES,
    RELATIVES,
    Range,
    is_capital,
    is_inside_name,
    is_name_word,
)
from pressparse.nlp.names import is_honorific
from pressparse.nlp.roles import is_kin, is_role, is_role_of_several
from pressparse.records import Party

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

    from pressparse.nlp.reading import Reading

_ANY = frozenset({"every", "each", "any", "no", "anyone", "whoever", "everyone", "nobody"})
_NO_HEADS = frozenset({"PRP", "VB", "VBP", "RB", "IN", "MD"})
_ENTITLED = re.compile(r"[A-Z]\s?[-–]\s?[A-Z][A-Za-z.]{1,5}$")  # "R-Ga." after a name
_WHEN = frozenset({"today", "yesterday", "tonight", "recently", "also", "later", "now", "respectively"})


@cache
def _stoppers() -> frozenset[str]:
    """Words that end a name, and begin what is said of it."""
    return words("markers") | RELATIVES | {"that", "aged", "about"}


def winners(reading: Reading, where: Range, *, described: bool = False) -> tuple[Party, ...]:
    """The parties of a phrase; none where it speaks of nobody in particular.

    With `described`, a thing or body without a name is one too: "the footbridge", "its library".
    """
    pieces = list(party_ranges(reading.doc, where))
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
    first, _, rest = text.partition(" ")
    return rest if rest and first.lower() in DETERMINERS else text


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
