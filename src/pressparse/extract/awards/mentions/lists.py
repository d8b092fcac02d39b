"""Winners in lists and tables.

"Best Short Film: The Ferry", rows under "Winners", books under "The shortlist".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from pressparse.document import BODY_ROLES, Block
from pressparse.extract.awards.clauses.find import find_clauses
from pressparse.extract.awards.clauses.grammar import Part, Sentence
from pressparse.extract.awards.lexicon import frame_of, words
from pressparse.extract.awards.mentions.details import details_of, event_in
from pressparse.extract.awards.mentions.mention import Details, Mention
from pressparse.extract.awards.names.find import find_prizes
from pressparse.extract.awards.names.prize import Prize
from pressparse.extract.awards.tokens import AUXILIARIES, Range, is_finite, is_name_word
from pressparse.records import AwardStatus
from pressparse.rules import any_of, load_rules

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from pressparse.nlp.reading import Reading

_LONGEST_INTRODUCTION = 240  # characters
_LONGEST_ROW = 300
_LONGEST_LINE = 160  # of a paragraph that is a row
_LONGEST_LABEL = 9  # words of a label that is no award by its shape


@dataclass(frozen=True, slots=True)
class Heading:
    """What is said above some rows.

    Their status, the award or ceremony that it names, and what else it tells.

    Attributes:
        is_title: whether it is the post's title, which stands above much else: a row then needs an award's shape.
        names_winners: whether it speaks of winners or an award; else a row has to name what was won.
    """

    status: AwardStatus
    prize: Prize | None
    details: Details
    is_title: bool = False
    names_winners: bool = True


@dataclass(frozen=True, slots=True)
class Cell:
    """A stretch of a row, in characters of the post's text."""

    start: int
    end: int
    text: str


def list_mentions(reading: Reading) -> dict[Block, list[Mention]]:
    """The mentions of each block that is a row of winners, or holds such rows."""
    found: dict[Block, list[Mention]] = {}
    title = heading = _title(reading)
    columns: list[str | None] = []
    for block in reading.post.blocks:
        if block.role not in BODY_ROLES:
            continue
        text = reading.block_text(block)
        if _introduces(block, text):
            heading, columns = _heading(reading, block) or (heading if block.role != "heading" else title), []
            continue
        head = _columns(text) if block.role == "table" else []
        columns = (head or columns) if block.role == "table" else []
        if head:
            continue
        rows = list(_rows(reading, block, text, heading, columns))
        if rows:
            found[block] = rows
        elif block.role == "paragraph" and len(text) > _LONGEST_ROW:
            heading = title
    return found


def _title(reading: Reading) -> Heading | None:
    """What the post's title says of every list in it: "Winners of the 8th Harbour Awards"."""
    title = next((block for block in reading.post.blocks if block.role == "title"), None)
    heading = _heading(reading, title) if title else None
    return replace(heading, prize=None, status="won", is_title=True) if heading else None


def _introduces(block: Block, text: str) -> bool:
    """A heading, but of plain text a line "Best Actor: Jane Roe" may be taken for one; or "The winners are:"."""
    if block.role == "heading":
        row = load_rules("awards").regex("row_label").search(text)
        return row is None or any(_holds_word(row["value"].casefold(), w) for w in _heading_words())
    ends = text.rstrip().endswith((":", "as follows.", "below."))
    return block.role == "paragraph" and len(text) <= _LONGEST_INTRODUCTION and ends


def _heading_words() -> Mapping[str, AwardStatus]:
    return load_rules("awards").table("headings")


def _heading(reading: Reading, block: Block) -> Heading | None:
    text = reading.block_text(block).casefold()
    said: list[AwardStatus] = [
        status for words_, status in _heading_words().items() if _holds_word(text, words_)
    ]
    span = reading.doc.char_span(block.start, block.end, alignment_mode="expand")
    if span is None:
        return None
    prizes = find_prizes(reading.doc, span.start, span.end)
    sentence = Sentence(reading.doc, span.start, span.end, prizes)
    handed = _handed_over(sentence)
    if not said and handed is None:
        return None
    details = replace(handed or Details(), event=_event_of(sentence) or (handed.event if handed else None))
    named = next((p for p in prizes if p.kind in {"named", "hall", "degree", "weak"}), None)
    if said and said[-1] == "nominated" and not (prizes or details.event):
        return None  # "The Senate passed these nominations:"
    return Heading(said[-1] if said else "won", named, details, names_winners=bool(said or prizes))


def _holds_word(text: str, wanted: str) -> bool:
    return _word_pattern(wanted).search(text) is not None


@cache
def _word_pattern(wanted: str) -> re.Pattern[str]:
    return re.compile(rf"\b{any_of([wanted])}\b")


def _handed_over(sentence: Sentence) -> Details | None:
    """As in "These were given by the council in the hall:"."""
    for clause in find_clauses(sentence):
        if clause.passive and frame_of(clause.lemma) in {"give", "honour"}:
            details = details_of(sentence, clause, clause.parts, None)
            agent = clause.part("by")
            return replace(details, giver=agent.range if agent else None)
    return None


def _event_of(sentence: Sentence) -> Range | None:
    """As in "Winners of the 18th Harbour Film Festival", "Harbour Awards 2021: the winners"."""
    programme = next((p for p in sentence.prizes if p.kind == "programme"), None)
    if programme:
        return programme.range
    for at in range(sentence.start, sentence.end - 1):
        if sentence.doc[at].lower_ in {"of", "at", "from"}:
            return event_in(sentence, Part("at", at + 1, sentence.end))
    return None


def _columns(text: str) -> list[str | None]:
    """The columns of a table, where its row is the head; empty for other rows."""
    heads = load_rules("awards").table("columns")
    names = [cell.strip().casefold() for cell in text.split("|")]
    known = [heads.get(name) for name in names]
    return known if len(known) > 1 and "award" in known and set(known) - {"award", None} else []


def _rows(
    reading: Reading, block: Block, text: str, heading: Heading | None, columns: list[str | None]
) -> Iterator[Mention]:
    start = block.start
    for line in text.split("\n"):
        if len(line) <= _LONGEST_ROW:
            for row in _rows_of(Cell(start, start + len(line), line)):
                yield from _row(reading, row, block, heading, columns)
        start += len(line) + 1


def _rows_of(line: Cell) -> list[Cell]:
    """The rows that a line holds: several where semicolons part labels that each have a value."""
    label = load_rules("awards").regex("row_label")
    pieces = [
        Cell(line.start + m.start(), line.start + m.end(), m[0])
        for m in re.finditer(r"[^;\s][^;]*", line.text)
    ]
    return pieces if len(pieces) > 1 and all(label.search(piece.text) for piece in pieces) else [line]


def _row(
    reading: Reading, line: Cell, block: Block, heading: Heading | None, columns: list[str | None]
) -> Iterator[Mention]:
    cells = _cells(line)
    prose = len(line.text) > _LONGEST_LINE or line.text.isupper() or _is_sentence(reading.doc, line)
    if block.role in {"paragraph", "heading"} and prose:
        return
    if columns and len(cells) == len(columns):
        yield from _table_row(reading, cells, heading, columns)
    elif len(cells) >= 2:
        yield from _labelled_row(reading, cells[0], cells[1], heading)
    elif (
        heading
        and not heading.is_title
        and heading.names_winners
        and block.role in {"list_item", "table", "pre"}
    ):
        yield from _bare_row(reading, line, heading)


def _is_sentence(doc: Doc, line: Cell) -> bool:
    """Whether the line has a verb; one in the present tense may be a noun: "Best Score: Plays"."""
    span = _tokens(doc, line)
    told = (token for token in doc[span.start : span.end] if is_finite(token)) if span else ()
    return any(token.tag_ != "VBP" or token.lower_ in AUXILIARIES for token in told)


def _cells(line: Cell) -> list[Cell]:
    """The cells of a table's row, or a label and what it labels."""
    if "|" in line.text or "\t" in line.text:
        return [
            Cell(line.start + m.start(), line.start + m.end(), m[0])
            for m in re.finditer(r"[^|\t]+", line.text)
            if m[0].strip()
        ]
    match = load_rules("awards").regex("row_label").search(line.text)
    if not match:
        return [line]
    return [
        Cell(line.start + match.start(g), line.start + match.end(g), match[g]) for g in ("label", "value")
    ]


def _table_row(
    reading: Reading, cells: list[Cell], heading: Heading | None, columns: list[str | None]
) -> Iterator[Mention]:
    label = cells[columns.index("award")]
    if _tells_sum(label):
        return  # "Airport in Silver City $210,000: ...": money for a place
    prize = _prize_of(reading, label, trusted=True)
    for cell, column in zip(cells, columns, strict=True):
        if column and column != "award" and prize:
            status: AwardStatus = column  # type: ignore[assignment]
            yield from _mention(reading, prize, label, cell, heading, status)


def _labelled_row(reading: Reading, label: Cell, value: Cell, heading: Heading | None) -> Iterator[Mention]:
    if not _prize_at_start(reading, label) and _is_prize(reading, value):  # "Jane Roe | Best Actress"
        label, value = value, label
    elif _prize_at_start(reading, value):  # "two awards at the Harbour Awards: Best Art and Best Debut"
        return
    prize = _prize_of(reading, label, trusted=heading is not None and not heading.is_title)
    if prize:
        status = heading.status if heading else "won"
        yield from _mention(reading, prize, label, value, heading, _status_in(label, status))


def _status_in(label: Cell, otherwise: AwardStatus) -> AwardStatus:
    text = label.text.casefold()
    for name, status in load_rules("awards").table("columns").items():
        if status not in {"award", "won"} and name in text:
            found: AwardStatus = status
            return found
    return otherwise


def _bare_row(reading: Reading, line: Cell, heading: Heading) -> Iterator[Mention]:
    """A row that only names a winner: what it won stands above."""
    span = _tokens(reading.doc, line)
    if _prize_at_start(reading, line) or (heading.prize is None and _tells_sum(line)):
        return  # a list of somebody's awards, or of grants
    if span and not any(is_finite(token) for token in reading.doc[span.start : span.end]):
        yield from _mention(reading, heading.prize, line, line, heading, heading.status)


def _tells_sum(line: Cell) -> bool:
    return any(sign in line.text for sign in "$£€¥₹")


def _prize_of(reading: Reading, label: Cell, *, trusted: bool) -> Prize | None:
    """The award that a label names.

    By its shape, or, under a heading of winners, whatever short name it is.
    """
    shaped = _prize_at_start(reading, label)
    span = _tokens(reading.doc, label)
    if shaped or span is None:
        return shaped
    inside = [p for p in find_prizes(reading.doc, span.start, span.end) if p.kind in _SHAPED]
    if inside:
        return inside[0]
    short = span.end - span.start <= _LONGEST_LABEL and is_name_word(reading.doc[span.start])
    return Prize(span.start, span.end, "title", None, span) if trusted and short else None


_SHAPED = frozenset({"named", "weak", "title", "rank", "degree", "hall", "programme", "mention", "placing"})


def _prize_at_start(reading: Reading, cell: Cell) -> Prize | None:
    span = _tokens(reading.doc, cell)
    if span is None:
        return None
    prizes = find_prizes(reading.doc, span.start, span.end)
    return prizes[0] if prizes and prizes[0].kind in _SHAPED and prizes[0].start == span.start else None


def _is_prize(reading: Reading, cell: Cell) -> bool:
    """Whether a cell holds an award's name and nothing more."""
    prize, span = _prize_at_start(reading, cell), _tokens(reading.doc, cell)
    return prize is not None and span is not None and prize.end == span.end


def _mention(
    reading: Reading,
    prize: Prize | None,
    label: Cell,
    value: Cell,
    heading: Heading | None,
    status: AwardStatus,
) -> Iterator[Mention]:
    winners = [w for part in _parts_of(reading.doc, value, label) if (w := _winner(reading.doc, part))]
    details = heading.details if heading else Details()
    if prize:
        details = replace(details, category=prize.category, giver=prize.owner or details.giver)
        status = "honorable_mention" if prize.kind == "mention" else status
    evidence = _tokens(reading.doc, Cell(min(label.start, value.start), max(label.end, value.end), ""))
    shared = _is_shared(reading.doc, label, value) and ";" not in value.text
    groups = [tuple(winners)] if shared else [(w,) for w in winners]
    for group in groups:
        if group and evidence:
            yield Mention(
                "award",
                prize,
                group,
                replace(details, reason=_reason(reading.doc, value)),
                evidence,
                status,
                listed=True,
            )


def _is_shared(doc: Doc, label: Cell, value: Cell) -> bool:
    """Whether the label says so, or the cell is "Jane Roe and Ida Lund": people's names, joined, and no more."""
    if load_rules("awards").regex("shared").search(label.text):
        return True
    span = _tokens(doc, _names_in(value))
    if span is None or not any(token.lower_ in {"and", "&"} for token in doc[span.start : span.end]):
        return False
    kinds = {token.ent_type_ for token in doc[span.start : span.end] if token.lower_ not in {"and", "&", ","}}
    return kinds == {"PERSON"} and len(doc[span.start : span.end].ents) > 1


def _names_in(value: Cell) -> Cell:
    """The cell up to what is said of two winners: "Jane Roe and Ida Lund | , The Ferry", "| for The Ferry"."""
    stop = load_rules("awards").regex("winner_end").search(value.text)
    head = value.text[: stop.start()] if stop and stop.start() else value.text
    first = head.partition(", ")[0]
    text = first if re.search(r"\s(?:and|&)\s", first) else head  # "Jane Roe, Ida Lund and Tom Berg"
    return Cell(value.start, value.start + len(text), text)


def _parts_of(doc: Doc, value: Cell, label: Cell) -> Iterator[Cell]:
    """Several winners in one cell: between semicolons, or, where they share, joints."""
    shared = _is_shared(doc, label, value)
    separator = r"\s*;\s*" if ";" in value.text else r",?\s+(?:and|&)\s+" if shared else r"$^"
    at = 0
    for match in re.finditer(separator, value.text):
        yield Cell(value.start + at, value.start + match.start(), value.text[at : match.start()])
        at = match.end()
    yield Cell(value.start + at, value.end, value.text[at:])


def _winner(doc: Doc, cell: Cell) -> Range | None:
    """The name at the head of a cell, without what follows it."""
    stop = load_rules("awards").regex("winner_end").search(cell.text)
    end = stop.start() if stop and stop.start() > 0 else len(cell.text)
    words_ = cell.text[:end]
    named = words_.split(", ")[0] if words_.count(",") else words_
    span = _tokens(doc, Cell(cell.start, cell.start + len(named), named))
    if span is None or (not is_name_word(doc[_first_word(doc, span)]) and not is_capital_title(doc, span)):
        return None
    return None if words_.strip()[:1] in "$£€" or words_.strip().casefold() in words("nobody") else span


def is_capital_title(doc: Doc, span: Range) -> bool:
    """As in "The Old Quay", "A Small Boat": a work's title may begin with an article."""
    first = doc[_first_word(doc, span)]
    return first.text[0].isupper() and any(is_name_word(t) for t in doc[span.start + 1 : span.end])


def _first_word(doc: Doc, span: Range) -> int:
    return next((t.i for t in doc[span.start : span.end] if t.text[0].isalnum()), span.start)


def _reason(doc: Doc, value: Cell) -> Range | None:
    """As in "Jane Roe for The Ferry"."""
    match = re.search(r"\S,?\s+for\s+(?=\S)", value.text)
    if not match:
        return None
    stop = re.search(r"[(;]", value.text[match.end() :])
    end = value.end if stop is None else value.start + match.end() + stop.start()
    return _tokens(doc, Cell(value.start + match.end(), end, ""))


def _tokens(doc: Doc, cell: Cell) -> Range | None:
    text = doc.text[cell.start : cell.end]
    start = cell.start + len(text) - len(text.lstrip())
    end = cell.start + len(text.rstrip())
    span = doc.char_span(start, end, alignment_mode="expand") if end > start else None
    return Range(span.start, span.end) if span is not None else None
