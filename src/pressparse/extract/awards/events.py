"""Who got what, from award verbs: one reader a frame, each giving the mentions that its clause tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from pressparse.expressions.dates import find_dates
from pressparse.extract.awards.acceptances import taken_for
from pressparse.extract.awards.arguments import (
    NAMED,
    agent_of,
    gapped_prizes,
    gapped_receiver,
    listed_after,
    praised,
    prize_before,
    prizes_among,
    receiver_before,
    relative_prize,
    source_of,
    subject_prize,
    subject_range,
)
from pressparse.extract.awards.clauses import Clause, Part, Sentence, find_clauses
from pressparse.extract.awards.details import date_in, details_of, with_giver
from pressparse.extract.awards.lexicon import Frame, frame_of, words
from pressparse.extract.awards.mentions import Details, Mention, MentionKind, filled
from pressparse.extract.awards.names import Prize, PrizeKind
from pressparse.extract.awards.parties import party_ranges
from pressparse.extract.awards.reality import is_real
from pressparse.extract.awards.subjects import subject_of
from pressparse.extract.awards.tokens import Range, is_capital
from pressparse.records import AwardStatus

if TYPE_CHECKING:
    pass

Reader = Callable[[Sentence, Clause], Iterator[Mention]]

_GIVEN: frozenset[PrizeKind] = NAMED | {"weak", "class", "generic"}
_WON: frozenset[PrizeKind] = NAMED | {"weak", "class", "generic"}
# Verbs that say themselves that what they govern is an award, or nearly so.
_TELLING = frozenset(
    {"award", "confer", "bestow", "present", "win", "receive", "nominate", "shortlist", "honour", "honor"}
)
_CALLED: frozenset[PrizeKind] = frozenset({"title", "rank", "degree", "named"})
_CONTESTED = frozenset({"cup", "shield", "championship", "trophy", "title", "bowl", "star"})


def clause_mentions(sentence: Sentence) -> Iterator[Mention]:
    """What the award verbs of a sentence tell."""
    for clause in find_clauses(sentence):
        if is_real(sentence, clause):
            yield from _READERS[frame_of(clause.lemma)](sentence, clause)


def announced(sentence: Sentence, mention: Mention) -> Mention:
    """The mention with who announced it at the sentence's end as giver.

    "..., the Guild announced in Leeds today".
    """
    if mention.prize is None or mention.details.giver or mention.kind != "award":
        return mention
    for at in range(mention.prize.end, sentence.end):
        if sentence.doc[at].lower_ in {"announced", "announces"}:
            subject = subject_of(sentence.doc, at, mention.prize.end)
            if subject is None or sentence.doc[subject.range.start - 1].text != ",":
                return mention
            date = date_in(sentence.doc, [Range(at, sentence.end)])
            return replace(mention, details=filled(mention.details, Details(giver=subject.range, date=date)))
    return mention


def _kinds(clause: Clause, kinds: frozenset[PrizeKind]) -> frozenset[PrizeKind]:
    """The kinds of prizes that a clause may tell of: what is but labelled one needs a verb of awards."""
    return kinds | {"labelled"} if clause.lemma in _TELLING else kinds


def _give(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
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
        if prize.kind in _kinds(clause, _GIVEN):
            yield from _handed(sentence, clause, prize, giver, ("to", "on", "upon"))
        return
    gerund = clause.helpers[:1] == ("being",) and sentence.doc[clause.verb - 2].lower_ in {"on", "for"}
    recipients = praised(sentence, clause) if gerund else subject_range(clause)
    if recipients:
        yield from _with_prizes(sentence, clause, recipients, giver, _GIVEN, ("", "with", "as"))


def _gives(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """As in "G gave R the prize", "G gave the prize to R", "G presented R with the prize"."""
    giver, bare = subject_range(clause), clause.part("")
    prize = relative_prize(sentence, clause)
    if prize:
        receiver = bare or clause.part("to", "on", "upon")
        yield _mention(sentence, clause, prize, receiver.range if receiver else None, clause.parts, giver)
        return
    prizes = prizes_among(sentence, clause, _kinds(clause, _GIVEN), ("",))
    handed_on = clause.part("to", "on", "upon")
    if prizes and handed_on and not receiver_before(sentence, prizes[0][1], clause.verb + 1):
        yield from _handed(sentence, clause, prizes[0][1], giver, ("to", "on", "upon"))
    elif prizes:
        yield from _to_receiver(sentence, clause, prizes, giver)
    elif bare:
        yield from _with_prizes(sentence, clause, bare.range, giver, _GIVEN, ("with", "as"))


def _to_receiver(
    sentence: Sentence, clause: Clause, prizes: Sequence[tuple[int, Prize]], giver: Range | None
) -> Iterator[Mention]:
    receiver = receiver_before(sentence, prizes[0][1], clause.verb + 1)
    cause = clause.lemma in {"earn", "win"}  # "the effort earned her the prize": what does it is no giver
    for at, prize in prizes:
        yield _mention(sentence, clause, prize, receiver, clause.parts[at + 1 :], None if cause else giver)


def _handed(
    sentence: Sentence, clause: Clause, prize: Prize, giver: Range | None, markers: tuple[str, ...]
) -> Iterator[Mention]:
    """One prize to each part that says to whom, a new one where another is named.

    As in "..., Best Actor to R2".
    """
    current, told = prize, False
    for at, part in enumerate(clause.parts):
        named = [p for p in sentence.prizes_in(part.range) if p.kind in _GIVEN - {"generic"}]
        if part.marker == "" and named and named[0] is not prize:
            current = named[0]
        elif part.marker in markers and part.start < part.end and not _is_date_like(sentence, part):
            told = True
            yield _mention(
                sentence, clause, current, part.range, _until_next(sentence, clause.parts, at, markers), giver
            )
    if not told:
        yield _mention(sentence, clause, prize, None, clause.parts, giver)


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


def _with_prizes(
    sentence: Sentence, clause: Clause, recipients: Range, giver: Range | None, kinds: frozenset[PrizeKind],
    markers: tuple[str, ...],
) -> Iterator[Mention]:  # fmt: skip
    """Every prize that the clause gives one and the same party.

    Where a prize has a party of its own, to that.
    """
    prizes = prizes_among(sentence, clause, _kinds(clause, kinds), markers)
    prizes = listed_after(sentence, clause, prizes) or prizes
    parties = tuple(party_ranges(sentence.doc, recipients))
    if len(prizes) == len(parties) and "respectively" in {
        t.lower_ for t in sentence.doc[clause.verb : clause.end]
    }:
        for (at, prize), party in zip(prizes, parties, strict=True):
            yield _mention(sentence, clause, prize, party, clause.parts[at + 1 :], giver)
        return
    for at, prize in prizes:
        own = gapped_receiver(sentence, prize, clause.parts[at]) if (at, prize) != prizes[0] else None
        yield _mention(sentence, clause, prize, own or recipients, clause.parts[at + 1 :], giver)
    for prize, own in gapped_prizes(sentence, clause, [prize for _, prize in prizes]):
        yield _mention(sentence, clause, prize, own, (), None)
    if not prizes and clause.lemma in {"award"} and _is_unnamed_award(sentence, clause):
        yield _mention(sentence, clause, None, recipients, clause.parts, giver)


def _is_unnamed_award(sentence: Sentence, clause: Clause) -> bool:
    """As in "awarded Ms. Roe at a ceremony for her work": the honour has no name, yet it is one."""
    details = details_of(sentence, clause, clause.parts, None)
    text = [token.lower_ for token in sentence.doc[clause.verb : clause.end]]
    is_thing = any(word in words("not_awards") or word[0] in "$€£" for word in text)
    return bool(details.reason and "ceremony" in text) and not is_thing


def _get(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """As in "R won the prize", "the prize was won by R", "R accepted the prize on behalf of R2"."""
    if clause.lemma in _TAKEN_FOR_OTHERS and (taken := taken_for(sentence, clause)):
        yield taken
    elif clause.passive:
        prize = subject_prize(sentence, clause)
        agent = agent_of(sentence, clause)
        if prize and agent:
            yield _mention(sentence, clause, prize, agent, clause.parts, None)
    elif clause.lemma in {"earn", "win"} and _has_receiver(sentence, clause):
        yield from _to_receiver(sentence, clause, prizes_among(sentence, clause, _WON, ("",)), None)
    else:
        yield from _won(sentence, clause)


def _won(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    if clause.lemma == "secure" and clause.part("for"):
        return  # "secured medals for the veterans"
    recipients = praised(sentence, clause) or subject_range(clause)
    if "to" in clause.helpers and not any(p.kind in NAMED - {"placing"} for p in sentence.prizes):
        return  # "the second potter to take the main award": of an award told elsewhere
    relative = relative_prize(sentence, clause)
    if recipients and relative:
        yield _mention(sentence, clause, relative, recipients, clause.parts, None)
    if recipients is None or relative or subject_prize(sentence, clause):
        return
    sharers = clause.part("with") if clause.lemma == "share" else None
    for mention in _with_prizes(sentence, clause, recipients, None, _WON, ("",)):
        giver = source_of(sentence, clause, mention)
        joint = (*mention.recipients, sharers.range) if sharers else mention.recipients
        told = replace(mention, recipients=joint, details=with_giver(sentence.doc, mention.details, giver))
        if not _is_sport(sentence, told):
            yield told


def _is_sport(sentence: Sentence, mention: Mention) -> bool:
    """Cups and titles are won on the field unless somebody gives them."""
    prize = mention.prize
    if prize is None or mention.details.giver:
        return False
    *before, head = (token.lower_ for token in sentence.doc[prize.start : prize.end])
    if head in {"medal", "medals"} and set(before) <= words("metals"):
        return any(token.lower_ in words("sports") for token in sentence.doc[sentence.start : sentence.end])
    return head in _CONTESTED and not mention.details.reason


def _take(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """As "win", of verbs that take other things too: only what is shaped like an award counts."""
    if not clause.passive:
        for mention in _won(sentence, clause):
            if mention.prize and (mention.prize.kind in NAMED | {"weak"}):
                yield mention


def _go(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    prize = subject_prize(sentence, clause)
    if prize and clause.part("to"):
        yield from _handed(sentence, clause, prize, None, ("to",))


def _honour(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """As in "R was honoured with the prize", "the prize honours R for", "R was highly commended"."""
    bare = clause.part("")
    itself = subject_prize(sentence, clause)
    if itself and itself.kind in NAMED and bare and not clause.passive:
        yield _mention(sentence, clause, itself, bare.range, clause.parts, None)
        return
    if clause.lemma == "commend" and clause.passive and "highly" in clause.helpers:
        yield from _put_forward(sentence, clause, "honorable_mention")
        return
    recipients = subject_range(clause) if clause.passive else (bare.range if bare else None)
    giver = agent_of(sentence, clause) if clause.passive else subject_range(clause)
    if recipients:
        markers = ("", "with", "as") if clause.passive else ("with", "as")
        yield from _with_prizes(sentence, clause, recipients, giver, NAMED | {"weak"}, markers)


def _name(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """As in "R was named Teacher of the Year by G", "G named R a Fellow", "G selected R for its Award"."""
    chosen = clause.lemma in {"select", "choose", "pick"}
    prizes = prizes_among(sentence, clause, _CALLED, ("", "as", "for", "to") if chosen else ("", "as"))
    if not prizes:
        if chosen and not clause.passive:
            yield from _chosen_for(sentence, clause)
        return
    if clause.passive:
        recipients, giver = subject_range(clause), agent_of(sentence, clause)
    else:
        bare = clause.part("")
        same = bare is not None and bare.range.overlaps(prizes[0][1].range)
        recipients = (
            receiver_before(sentence, prizes[0][1], clause.verb + 1)
            if same
            else (bare.range if bare else None)
        )
        giver = subject_range(clause)
    if recipients:
        for at, prize in prizes:
            yield _mention(sentence, clause, prize, recipients, clause.parts[at + 1 :], giver)


def _chosen_for(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """As in "The jury chose her for her work": the reason of an award told before."""
    bare, subject = clause.part(""), subject_range(clause)
    if bare and subject and sentence.doc[subject.end - 1].lower_ in words("juries"):
        mention = _mention(sentence, clause, None, bare.range, clause.parts, None)
        if mention.details.reason:
            yield replace(mention, kind="context")


def _nominate(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    return _put_forward(sentence, clause, "nominated")


def _shortlist(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    return _put_forward(sentence, clause, "finalist")


def _put_forward(sentence: Sentence, clause: Clause, status: AwardStatus) -> Iterator[Mention]:
    """As in "R was nominated for the prize", "G nominated R for the prize"."""
    bare = clause.part("")
    recipients = subject_range(clause) if clause.passive else (bare.range if bare else None)
    if recipients is None:
        return
    prizes = prizes_among(sentence, clause, _kinds(clause, NAMED | {"weak", "generic"}), ("for", "in", "as"))
    if not prizes and status == "honorable_mention":
        yield from _commended(sentence, clause, recipients)
    if clause.passive and (names := _names_behind_colon(sentence, clause)):
        recipients = names
    for at, prize in prizes:
        told = _mention(sentence, clause, prize, recipients, clause.parts[at + 1 :], None)
        yield replace(told, status=status)


def _commended(sentence: Sentence, clause: Clause, recipients: Range) -> Iterator[Mention]:
    """As in "R was highly commended in the school category at the Harbour Awards"."""
    told = _mention(sentence, clause, sentence.prize_at(clause.verb), recipients, clause.parts, None)
    if told.prize and (told.details.event or told.details.category):
        yield told


def _names_behind_colon(sentence: Sentence, clause: Clause) -> Range | None:
    """As in "Three novels have been shortlisted: The Ferry by R1 and Salt by R2"."""
    doc = sentence.doc
    colon = next((at for at in range(clause.verb, sentence.end - 1) if doc[at].text == ":"), None)
    named = (
        colon is not None
        and not sentence.prizes_in(Range(colon, sentence.end))
        and is_capital(doc[colon + 1])
    )
    return Range(colon + 1, sentence.end) if colon is not None and named else None


def _induct(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    bare = clause.part("")
    recipients = subject_range(clause) if clause.passive else (bare.range if bare else None)
    kinds: frozenset[PrizeKind] = frozenset({"hall", "rank", "named"})
    for at, prize in prizes_among(sentence, clause, kinds, ("into", "to", "as", "in")):
        if recipients:
            yield _mention(
                sentence, clause, prize, recipients, clause.parts[at + 1 :], agent_of(sentence, clause)
            )


def _announce(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """As in "the prize, which will be announced in Leeds on Friday": when and where, and no winner."""
    prize = subject_prize(sentence, clause)
    if prize and clause.passive:
        yield _mention(sentence, clause, prize, None, clause.parts, None)


_READERS: dict[Frame, Reader] = {
    "give": _give,
    "honour": _honour,
    "name": _name,
    "get": _get,
    "take": _take,
    "go": _go,
    "nominate": _nominate,
    "shortlist": _shortlist,
    "induct": _induct,
    "announce": _announce,
}
_TAKEN_FOR_OTHERS = frozenset({"accept", "collect", "receive"})


def _mention(
    sentence: Sentence, clause: Clause, prize: Prize | None, recipients: Range | None, parts: Sequence[Part],
    giver: Range | None,
) -> Mention:  # fmt: skip
    details = _all_told(sentence, clause, details_of(sentence, clause, parts, prize))
    status: AwardStatus = "honorable_mention" if prize and prize.kind == "mention" else "won"
    kind: MentionKind = "award" if recipients else "context"
    return Mention(
        kind,
        prize,
        (recipients,) if recipients else (),
        with_giver(sentence.doc, details, giver),
        _evidence(sentence),
        status,
    )


def _all_told(sentence: Sentence, clause: Clause, details: Details) -> Details:
    """Ceremony, place and date hold for every award of a clause, wherever in it they stand."""
    whole = details_of(sentence, clause, clause.parts, None)
    return Details(
        details.giver,
        details.event or whole.event,
        details.place or whole.place,
        details.date or whole.date,
        details.category or whole.category,
        details.reason,
    )


def _evidence(sentence: Sentence) -> Range:
    return Range(sentence.start, sentence.end)


def _is_date_like(sentence: Sentence, part: Part) -> bool:
    return (
        part.marker in {"on", "upon"}
        and sentence.doc[part.start].lower_ not in {"the", "a"}
        and _first_is_date(sentence, part)
    )


def _first_is_date(sentence: Sentence, part: Part) -> bool:
    found = find_dates(sentence.doc[part.start : part.end].text)
    return bool(found) and found[0].start == 0


def _has_receiver(sentence: Sentence, clause: Clause) -> bool:
    prizes = prizes_among(sentence, clause, NAMED | {"weak"}, ("",))
    return bool(prizes) and receiver_before(sentence, prizes[0][1], clause.verb + 1) is not None
