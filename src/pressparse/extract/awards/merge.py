"""From mentions to records: one for an award and its winners.

However often and in whatever words it is told of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressparse.extract.awards.lexicon import singulars_and_plurals, words
from pressparse.extract.awards.mentions.mention import Details, Mention, filled
from pressparse.extract.awards.names.prize import Prize, PrizeKind
from pressparse.extract.awards.parties import one_party, winner, winners, without_article
from pressparse.extract.awards.tokens import DETERMINERS, Range, is_name_word
from pressparse.records import AwardStatus, Party

if TYPE_CHECKING:
    from pressparse.nlp.reading import Reading


_PROPER: frozenset[PrizeKind] = frozenset({"named", "title", "programme", "hall", "mention"})
_FARTHEST = 250  # tokens from an award's name to where it is only "the prize"


@dataclass(slots=True)
class Entry:
    """An award in the making; without recipients, what is said of an occasion between awards."""

    prize: Prize | None
    recipients: tuple[Party, ...]
    details: Details
    status: AwardStatus
    evidence: list[Range]
    acceptor: Party | None = None
    in_passing: bool = False


class Ledger:
    """Takes mentions in reading order and keeps one entry for each award and party."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._spoken_of: Prize | None = None
        self.entries: list[Entry] = []

    def add(self, mention: Mention) -> Entry | None:
        """Enters a mention; the entry that it made or added to, or None where it told nothing new."""
        entry = self._add(mention)
        if not self._is_anaphor(mention.prize):
            self._spoken_of = mention.prize
        return entry

    @property
    def awards(self) -> list[Entry]:
        """The entries that somebody has won, or was put forward for."""
        return [entry for entry in self.entries if entry.recipients]

    def _add(self, mention: Mention) -> Entry | None:
        if mention.kind == "acceptance":
            return self._accept(mention)
        recipients = self._recipients(mention)
        if mention.kind == "context" or not recipients:
            return self._tell_more(mention)
        return self._award(mention, recipients)

    def _recipients(self, mention: Mention) -> tuple[Party, ...]:
        if mention.listed:
            return tuple(self._as_listed(where) for where in mention.recipients)
        described = mention.prize is not None and mention.prize.kind in _PROPER
        found = (
            party
            for where in mention.recipients
            for party in winners(self._reading, where, described=described)
        )
        return tuple(self._in_own_words(party, mention.prize) for party in found if not _is_award(party))

    def _in_own_words(self, party: Party, prize: Prize | None) -> Party:
        """The phrase itself where a noun in the award's name was taken for a body: "the bank" for "Best Bank"."""
        name = self._reading.doc[prize.start : prize.end].text if prize else ""
        return (
            Party(without_article(party.mention.text), None, party.mention) if party.name in name else party
        )

    def _as_listed(self, where: Range) -> Party:
        """The winner in a row: a known name, or the row's own words.

        Where an article may begin a work's title.
        """
        span = self._reading.doc[where.start : where.end]
        known = winner(self._reading, where)
        mention = self._reading.span(span.start_char, span.end_char)
        of_several = (
            any(token.lower_ in {"and", "&"} for token in span) and known and known.name != mention.text
        )
        return known if known and known.entity and not of_several else Party(mention.text, None, mention)

    def _award(self, mention: Mention, recipients: tuple[Party, ...]) -> Entry | None:
        entry = None
        for group in self._groups(mention, recipients):
            entry = self._award_to(mention, group)
        return entry

    def _groups(self, mention: Mention, recipients: tuple[Party, ...]) -> Iterator[tuple[Party, ...]]:
        """An award is one record however many share it; places on a list and several medals are one each."""
        if mention.status == "won" and not self._is_one_each(mention.prize):
            yield recipients
        else:
            yield from ((party,) for party in recipients)

    def _is_one_each(self, prize: Prize | None) -> bool:
        """As in "honorary degrees", "Fellows of the Guild", "the Roe Fellowship", which nobody shares."""
        if prize is None or prize.kind == "programme":
            return False
        head, last = (self._reading.doc[at] for at in (prize.start, prize.end - 1))
        many = (last if prize.kind != "rank" else head).tag_ in {"NNS", "NNPS"}
        return many or last.lower_ in words("held_alone")

    def _award_to(self, mention: Mention, recipients: tuple[Party, ...]) -> Entry | None:
        known = self._known(mention, recipients)
        if known:
            self._fill(known, mention)
            return known
        prize = self._last_named(mention) if self._is_anaphor(mention.prize) else mention.prize
        if self._gives_itself(mention, recipients):
            return None
        if (self._is_anaphor(prize) and mention.prize is not None) or (
            mention.headline and not _stands_alone(prize, recipients)
        ):
            return None
        evidence = [mention.evidence]
        entry = Entry(
            prize, recipients, mention.details, mention.status, evidence, in_passing=mention.in_passing
        )
        self.entries.append(entry)
        return entry

    def _last_named(self, mention: Mention) -> Prize | None:
        """What "the prize" is: the award named last, unless that is pages away; not "accolades"."""
        if mention.prize and not self._is_definite(mention.prize):
            return None
        reach = mention.evidence.start - self._spoken_of.end if self._spoken_of else 0
        near = mention.prize is None or reach <= _FARTHEST
        return self._spoken_of if near else None

    def _is_definite(self, prize: Prize) -> bool:
        """Whether "award" stands for one told before: "the prestigious award", "winner", not "several awards"."""
        before = self._reading.doc[max(0, prize.start - 4) : prize.end]
        definite = DETERMINERS - {"a", "an"} | {"this", "that", "these", "both", "same"}
        of_winners = singulars_and_plurals("generic_nouns").isdisjoint({before[-1].lower_})
        return of_winners or any(token.lower_ in definite for token in before)

    def _gives_itself(self, mention: Mention, recipients: tuple[Party, ...]) -> bool:
        """Whether giver and winner are one: then one of them was taken for somebody else."""
        giver = one_party(self._reading, mention.details.giver)
        return giver is not None and len(recipients) == 1 and _share(recipients, (giver,))

    def _known(self, mention: Mention, recipients: tuple[Party, ...]) -> Entry | None:
        for entry in reversed(self.awards):
            shared = _share(entry.recipients, recipients)
            if mention.headline and self._repeats(mention, entry, shared=shared):
                return entry
            same = (
                shared
                and self._same_award(entry.prize, mention.prize)
                and not self._two_reasons(entry, mention)
            )
            if same and (entry.status == mention.status or "won" in {entry.status, mention.status}):
                return entry
        return None

    def _two_reasons(self, entry: Entry, mention: Mention) -> bool:
        """An award without a name is another one where it was given for something else."""
        unnamed = entry.prize is None or mention.prize is None
        return unnamed and entry.details.reason is not None and mention.details.reason is not None

    def _repeats(self, mention: Mention, entry: Entry, *, shared: bool) -> bool:
        """A headline names winner or award in short, and may call either by other words."""
        one, other = self.key(entry.prize), self.key(mention.prize)
        called_alike = same_name(one, other) and entry.status == mention.status
        return called_alike or (shared and bool(one & other))

    def _same_award(self, one: Prize | None, other: Prize | None) -> bool:
        if self._is_anaphor(one) or self._is_anaphor(other):
            return True
        return same_name(self.key(one), self.key(other))

    def key(self, prize: Prize | None) -> frozenset[str]:
        """The words that tell one award from another."""
        if prize is None:
            return frozenset()
        return (
            frozenset(
                t.lower_.removesuffix("s")
                for t in self._reading.doc[prize.start : prize.end]
                if is_name_word(t) or t.is_alpha
            )
            - _WEAK_WORDS
        )

    def _is_anaphor(self, prize: Prize | None) -> bool:
        return prize is None or prize.kind == "generic"

    def _antecedent(self, recipients: tuple[Party, ...]) -> Entry | None:
        named = [entry for entry in self.awards if not self._is_anaphor(entry.prize)]
        theirs = [entry for entry in named if _share(entry.recipients, recipients)] if recipients else named
        return theirs[-1] if theirs else None

    def _fill(self, entry: Entry, mention: Mention) -> None:
        entry.details = filled(entry.details, mention.details)
        entry.evidence.append(mention.evidence)
        entry.status = "won" if mention.status == "won" else entry.status
        if self._is_anaphor(entry.prize) or self._says_more(mention.prize, entry.prize):
            entry.prize = mention.prize if not self._is_anaphor(mention.prize) else entry.prize

    def _says_more(self, prize: Prize | None, than: Prize | None) -> bool:
        return self.key(prize) > self.key(than)

    def _tell_more(self, mention: Mention) -> Entry | None:
        """As in "The prize was presented by Jane Roe": more about the award before."""
        if self._is_anaphor(mention.prize):
            targets = [self._antecedent(self._recipients(mention))]
        else:
            targets = [*self._named_like(mention.prize)]
        told = [
            entry
            for entry in targets
            if entry and (entry.status == "won" or self._same_sentence(entry, mention))
        ]
        for entry in told:
            entry.details = filled(entry.details, mention.details)
            entry.evidence.append(mention.evidence)
        if told:
            return told[-1]
        self.entries.append(Entry(mention.prize, (), mention.details, mention.status, [mention.evidence]))
        return None

    def _same_sentence(self, entry: Entry, mention: Mention) -> bool:
        return entry.evidence[-1] == mention.evidence

    def _named_like(self, prize: Prize | None) -> list[Entry]:
        return [entry for entry in self.awards if same_name(self.key(entry.prize), self.key(prize))]

    def _accept(self, mention: Mention) -> Entry | None:
        acceptor = one_party(self._reading, mention.acceptor)
        recipients = self._recipients(mention)
        entry = self._accepted(mention, recipients, acceptor)
        if entry is None:
            return self._accepted_anew(mention, recipients, acceptor)
        if acceptor and not _share(entry.recipients, (acceptor,)):
            entry.acceptor = entry.acceptor or acceptor
        entry.details = filled(entry.details, replace(mention.details, reason=None, giver=None))
        entry.evidence.append(mention.evidence)
        return entry

    def _accepted(
        self, mention: Mention, recipients: tuple[Party, ...], acceptor: Party | None
    ) -> Entry | None:
        won = [entry for entry in self.awards if entry.status == "won"]
        if not self._is_anaphor(mention.prize):
            won = [entry for entry in won if same_name(self.key(entry.prize), self.key(mention.prize))]
        theirs = [entry for entry in won if recipients and _share(entry.recipients, recipients)]
        theirs = theirs or [entry for entry in won if self._names_one(mention, entry.recipients)]
        if theirs:
            return theirs[-1]
        own = [entry for entry in won if acceptor and _share(entry.recipients, (acceptor,))]
        if own and not recipients:
            return own[-1]
        spoken_of = self.key(self._spoken_of)
        told = [entry for entry in won if same_name(self.key(entry.prize), spoken_of)] or won
        return told[-1] if told else None

    def _names_one(self, mention: Mention, recipients: tuple[Party, ...]) -> bool:
        """Whether the acceptance speaks of a winner: "Roe, head of | the Lakes School |, accepted it"."""
        told = self._reading.doc[mention.evidence.start : mention.evidence.end].text
        return any(party.name in told for party in recipients)

    def _accepted_anew(
        self, mention: Mention, recipients: tuple[Party, ...], acceptor: Party | None
    ) -> Entry | None:
        """An award first heard of as it is accepted: for somebody, or by its winner."""
        if self._is_anaphor(mention.prize):
            return None
        own = (acceptor,) if acceptor and not mention.recipients else ()
        who = recipients or own
        if not who:
            return None
        entry = Entry(mention.prize, who, mention.details, "won", [mention.evidence])
        entry.acceptor = acceptor if recipients else None
        self.entries.append(entry)
        return entry


def _is_award(party: Party) -> bool:
    """A pronoun may be taken for the award itself."""
    return party.name.rpartition(" ")[2].casefold() in singulars_and_plurals("award_nouns")


def _stands_alone(prize: Prize | None, recipients: tuple[Party, ...]) -> bool:
    """Whether a headline says enough by itself: a named award, and somebody whom the post knows."""
    named = prize is not None and prize.kind in {"named", "title", "rank", "degree", "hall"}
    return named and all(party.entity for party in recipients)


_WEAK_WORDS = frozenset({"the", "a", "an", "award", "prize", "of", "for", "honorary", "in", "and"})


def same_name(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two names are one award's: the words of the shorter are among those of the longer."""
    return bool(one and other) and (one <= other or other <= one)


def _share(some: Iterable[Party], others: Iterable[Party]) -> bool:
    one, other = tuple(some), tuple(others)
    keys = set(_keys(one))
    return (
        any(key in keys for key in _keys(other)) or _are_short_for(one, other) or _are_short_for(other, one)
    )


def _are_short_for(some: Iterable[Party], others: Iterable[Party]) -> bool:
    """Whether a name is another's in short: "Roe" of "Jane Roe", "Harbour Fund" of "Old Harbour Workers' Fund"."""
    names = [
        (party.name.casefold().split(), other.name.casefold().split()) for party in some for other in others
    ]
    return any(short[-1] == long[-1] and set(short) <= set(long) for short, long in names)


def _keys(parties: Iterable[Party]) -> Iterator[str]:
    for party in parties:
        name = party.name.casefold().removeprefix("the ")
        yield "".join(letter for letter in name if letter.isalnum())
        if party.entity:
            yield party.entity
