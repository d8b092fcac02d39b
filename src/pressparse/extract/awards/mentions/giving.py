"""Who got what, from verbs of giving: "G gave R the prize", "the prize went to R"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressparse.expressions.dates import find_dates
from pressparse.extract.awards.clauses.grammar import Clause, Part, Sentence
from pressparse.extract.awards.mentions.arguments import (
    agent_of,
    names_behind_colon,
    prize_before,
    prizes_among,
    receiver_before,
    relative_prize,
    subject_prize,
    subject_range,
)
from pressparse.extract.awards.mentions.mention import Mention
from pressparse.extract.awards.mentions.telling import GIVEN, kinds_told_by, mention_of, with_prizes
from pressparse.extract.awards.names.prize import Prize
from pressparse.extract.awards.tokens import Range


def give_mentions(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    if clause.passive:
        yield from _given(sentence, clause)
    else:
        yield from _gives(sentence, clause)


def _given(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """As in "R was given the prize by G", "the prize was given to R by G"."""
    giver = agent_of(sentence, clause)
    prize = subject_prize(sentence, clause) or (
        prize_before(sentence, clause) if clause.subject is None else None
    )
    if prize:
        if prize.kind in kinds_told_by(clause, GIVEN):
            yield from handed(sentence, clause, prize, giver, ("to", "on", "upon"))
        return
    recipients = names_behind_colon(sentence, clause) or subject_range(clause)
    if recipients:
        yield from with_prizes(sentence, clause, recipients, giver, GIVEN, ("", "with", "as"))


def _gives(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """As in "G gave R the prize", "G gave the prize to R", "G presented R with the prize"."""
    giver, bare = subject_range(clause), clause.part("")
    prize = relative_prize(sentence, clause)
    if prize:
        receiver = bare or clause.part("to", "on", "upon")
        yield mention_of(sentence, clause, prize, receiver.range if receiver else None, clause.parts, giver)
        return
    prizes = prizes_among(sentence, clause, kinds_told_by(clause, GIVEN), ("",))
    handed_on = clause.part("to", "on", "upon")
    if prizes and handed_on and not receiver_before(sentence, prizes[0][1], clause.verb + 1):
        yield from handed(sentence, clause, prizes[0][1], giver, ("to", "on", "upon"))
    elif prizes:
        yield from to_receiver(sentence, clause, prizes, giver)
    elif bare:
        yield from with_prizes(sentence, clause, bare.range, giver, GIVEN, ("with", "as"))


def to_receiver(
    sentence: Sentence, clause: Clause, prizes: Sequence[tuple[int, Prize]], giver: Range | None
) -> Iterator[Mention]:
    receiver = receiver_before(sentence, prizes[0][1], clause.verb + 1)
    cause = clause.lemma in {"earn", "win"}  # "the effort earned her the prize": what does it is no giver
    for at, prize in prizes:
        yield mention_of(sentence, clause, prize, receiver, clause.parts[at + 1 :], None if cause else giver)


def handed(
    sentence: Sentence, clause: Clause, prize: Prize, giver: Range | None, markers: tuple[str, ...]
) -> Iterator[Mention]:
    """One prize to each part that says to whom, a new one where another is named.

    As in "..., Best Actor to R2".
    """
    current, told = prize, False
    for at, part in enumerate(clause.parts):
        named = [p for p in sentence.prizes_in(part.range) if p.kind in GIVEN - {"generic"}]
        if part.marker == "" and named and named[0] is not prize:
            current = named[0]
        elif part.marker in markers and part.start < part.end and not _is_date_like(sentence, part):
            told, markers = True, (part.marker,)  # "on the envoy to Chad": the second is no receiver
            yield mention_of(
                sentence, clause, current, part.range, _until_next(sentence, clause.parts, at, markers), giver
            )
    if not told:
        yield mention_of(sentence, clause, prize, None, clause.parts, giver)


def _until_next(
    sentence: Sentence, parts: Sequence[Part], at: int, markers: tuple[str, ...]
) -> Sequence[Part]:
    """The parts that go with part `at`: up to the next receiver, a reason's own phrases included."""
    for following in range(at + 1, len(parts)):
        again = parts[following].marker in markers and parts[following].marker == parts[at].marker
        if again and not _is_date_like(sentence, parts[following]):
            after_reason = any(p.marker == "for" for p in parts[at + 1 : following])
            if (
                not after_reason
                or following + 1 == len(parts)
                or parts[following].start - parts[following - 1].end > 1
            ):
                return parts[at + 1 : following]
    return parts[at + 1 :]


def go_mentions(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    prize = subject_prize(sentence, clause)
    if prize and clause.part("to"):
        yield from handed(sentence, clause, prize, None, ("to",))


def _is_date_like(sentence: Sentence, part: Part) -> bool:
    return (
        part.marker in {"on", "upon"}
        and sentence.doc[part.start].lower_ not in {"the", "a"}
        and _first_is_date(sentence, part)
    )


def _first_is_date(sentence: Sentence, part: Part) -> bool:
    found = find_dates(sentence.doc[part.start : part.end].text)
    return bool(found) and found[0].start == 0
