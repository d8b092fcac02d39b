"""Awards of one occasion share its ceremony, place, date and giver.

What an award's own sentence says comes first.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from pressparse.extract.awards.lexicon import words
from pressparse.extract.awards.mentions.mention import Details, filled
from pressparse.extract.awards.merge import Entry, Ledger, same_name
from pressparse.extract.awards.names.prize import PrizeKind
from pressparse.extract.awards.tokens import Range, is_name_word
from pressparse.nlp.names import is_honorific

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pressparse.nlp.reading import Reading


_OWN_NAMES: frozenset[PrizeKind] = frozenset({"named", "weak", "labelled", "rank", "degree", "hall"})
_LONGEST_OPENING = 20  # characters: "Professor Dr "


def carry_over(reading: Reading, ledger: Ledger) -> None:
    """Fills the entries' empty slots from what was told before of the same occasion."""
    _share_occasions(reading, ledger)
    for entry in ledger.awards:
        entry.details = _with_class_of_title(entry)


def _with_class_of_title(entry: Entry) -> Details:
    """At a programme "Novel of the Year" is the class that was won; alone it is the award itself."""
    is_class = entry.prize is not None and entry.prize.kind == "title" and entry.details.event is not None
    named = entry.prize.range if entry.prize and is_class else None
    return filled(entry.details, Details(category=named))


def _share_occasions(reading: Reading, ledger: Ledger) -> None:
    occasion = Details()
    previous: Entry | None = None
    for entry in (entry for entry in ledger.entries if not entry.in_passing):
        namesake = _namesake(ledger, entry)
        if namesake:
            entry.details = filled(entry.details, _of_occasion(namesake.details))
        elif entry.status in {"won", "honorable_mention"}:
            if _same_occasion(reading, occasion, entry) and not _is_note_apart(reading, previous, entry):
                entry.details = _classed(entry, previous)
                entry.details = _told_better(reading, filled(entry.details, occasion), occasion)
            else:
                occasion = Details()
        entry.details = _placed_by_dateline(reading, entry)
        previous = entry
        if entry.status == "won":
            occasion = _told_better(reading, filled(_passed_on(reading, entry), occasion), entry.details)


def _is_note_apart(reading: Reading, previous: Entry | None, entry: Entry) -> bool:
    """Whether two paragraphs each begin with a winner and tell of an award of another name: news of people.

    What a ceremony brings together is another matter.
    """
    if previous is None or previous.details.event or not (previous.prize and entry.prize):
        return False
    own_names = {previous.prize.kind, entry.prize.kind} <= _OWN_NAMES
    opened = [_paragraph_opened_by(reading, each) for each in (previous, entry)]
    return own_names and None not in opened and opened[0] != opened[1]


def _paragraph_opened_by(reading: Reading, entry: Entry) -> int | None:
    """Where the paragraph begins that opens with an entry's winner, after a title or an article at most."""
    if not entry.recipients:
        return None
    at = entry.recipients[0].mention.start
    block = next((b for b in reading.post.blocks if b.start <= at < b.end), None)
    if block is None or at - block.start > _LONGEST_OPENING or "," in reading.post.text[block.start : at]:
        return None  # "During the dinner, " is no title
    return block.start


def _classed(entry: Entry, previous: Entry | None) -> Details:
    """Second and third prize are of the class that the first prize before them is of."""
    places = previous is not None and {p.kind for e in (previous, entry) if (p := e.prize)} == {"placing"}
    return (
        filled(entry.details, Details(category=previous.details.category))
        if places and previous
        else entry.details
    )


def _namesake(ledger: Ledger, entry: Entry) -> Entry | None:
    """The first entry of the same award, earlier in the post and not of another year."""
    for other in ledger.entries:
        if other is entry:
            return None
        one, two = ledger.key(other.prize), ledger.key(entry.prize)
        if same_name(one, two) and not (entry.details.date and other.details.date):
            return other
    return None


def _same_occasion(reading: Reading, occasion: Details, entry: Entry) -> bool:
    """Whether nothing that the entry's own clause says sets it apart from the occasion so far."""
    own = entry.details
    event = own.event if own.event and _is_named(reading.doc, own.event) else None
    before = occasion.event if occasion.event and _is_named(reading.doc, occasion.event) else None
    pairs = ((before, event), (occasion.date, own.date), (occasion.place, own.place))
    if any(_differ(reading.doc, one, other) for one, other in pairs):
        return False
    return own.giver is None or occasion.giver is None or not _differ(reading.doc, occasion.giver, own.giver)


def _told_better(reading: Reading, details: Details, other: Details) -> Details:
    """A named ceremony instead of "a special ceremony"."""
    if (
        details.event
        and other.event
        and not _is_named(reading.doc, details.event)
        and _is_named(reading.doc, other.event)
    ):
        return replace(details, event=other.event)
    return details


def _is_named(doc: Doc, where: Range) -> bool:
    return any(is_name_word(token) for token in doc[where.start : where.end])


def _differ(doc: Doc, one: Range | None, other: Range | None) -> bool:
    """Whether an entry has a slot of its own that says something else than the occasion's.

    Or that this does not have.
    """
    if one is None or other is None:
        return False
    words, more = (set(doc[r.start : r.end].text.casefold().split()) for r in (one, other))
    return not words & more


def _of_occasion(details: Details) -> Details:
    return replace(details, reason=None, category=None)


def _passed_on(reading: Reading, entry: Entry) -> Details:
    """What holds for the next award.

    Not the patron or last year's winner who handed one over, but who handed over them all.
    """
    details = _of_occasion(entry.details)
    if details.giver and _hands_over_one(reading, details.giver, to_somebody=bool(entry.recipients)):
        return replace(details, giver=None)
    return details


def _hands_over_one(reading: Reading, where: Range, *, to_somebody: bool) -> bool:
    span = reading.doc[where.start : where.end]
    entity = reading.people.resolve(span.start_char, span.end_char)
    titled = entity is not None and (bool(entity.titles) or is_honorific(span[0].text))
    past_winner = any(token.lower_ in words("winner_nouns") for token in span)
    return past_winner or (to_somebody and titled and entity is not None and entity.label == "person")


def _placed_by_dateline(reading: Reading, entry: Entry) -> Details:
    """Told in the dateline's own paragraph, a ceremony without a place is where the story was filed."""
    dateline, details = reading.post.dateline, entry.details
    if dateline is None or not dateline.place or details.place or not details.event:
        return details
    told_at = reading.doc[entry.evidence[0].start].idx
    paragraph = next((b for b in reading.post.blocks if b.start <= dateline.span.start < b.end), None)
    at = reading.text.find(dateline.place, dateline.span.start, dateline.span.end)
    if paragraph is None or at < 0 or not paragraph.start <= told_at < paragraph.end:
        return details
    span = reading.doc.char_span(at, at + len(dateline.place), alignment_mode="expand")
    return replace(details, place=Range(span.start, span.end)) if span is not None else details
