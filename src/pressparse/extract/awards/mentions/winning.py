"""Who got what, from verbs of getting: "R won the prize", "the prize was won by R"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pressparse.extract.awards.clauses.grammar import Clause, Sentence
from pressparse.extract.awards.lexicon import frame_of, words
from pressparse.extract.awards.mentions.acceptances import taken_for
from pressparse.extract.awards.mentions.arguments import (
    NAMED,
    agent_of,
    prizes_among,
    receiver_before,
    relative_prize,
    source_of,
    subject_prize,
    subject_range,
)
from pressparse.extract.awards.mentions.details import with_giver
from pressparse.extract.awards.mentions.giving import to_receiver
from pressparse.extract.awards.mentions.mention import Mention
from pressparse.extract.awards.mentions.telling import GIVEN, mention_of, with_prizes


def get_mentions(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """As in "R won the prize", "the prize was won by R", "R accepted the prize on behalf of R2"."""
    if clause.lemma in _TAKEN_FOR_OTHERS and (taken := taken_for(sentence, clause)):
        yield taken
    elif clause.passive:
        prize = subject_prize(sentence, clause)
        agent = agent_of(sentence, clause)
        if prize and agent:
            yield mention_of(sentence, clause, prize, agent, clause.parts, None)
    elif clause.lemma in {"earn", "win"} and _has_receiver(sentence, clause):
        yield from to_receiver(sentence, clause, prizes_among(sentence, clause, GIVEN, ("",)), None)
    else:
        yield from _won(sentence, clause)


def _won(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    if clause.lemma == "secure" and clause.part("for"):
        return  # "secured medals for the veterans"
    recipients = subject_range(clause)
    if "to" in clause.helpers and not any(p.kind in NAMED - {"placing"} for p in sentence.prizes):
        return  # "the second potter to take the main award": of an award told elsewhere
    relative = relative_prize(sentence, clause) if frame_of(clause.lemma) == "get" else None
    if recipients and relative:
        yield mention_of(sentence, clause, relative, recipients, clause.parts, None)
    if recipients is None or relative or subject_prize(sentence, clause):
        return
    told = [
        _with_sharers(sentence, clause, m)
        for m in with_prizes(sentence, clause, recipients, None, GIVEN, ("",))
    ]
    given = [mention for mention in told if not _is_sport(sentence, mention)]
    honoured = any(mention.prize and mention.prize.kind == "named" for mention in given)
    yield from told if honoured else given  # "the Guild's Medal and the Quay Cup"


def _with_sharers(sentence: Sentence, clause: Clause, mention: Mention) -> Mention:
    """The mention with those whom the prize is shared with, and with who it is "from"."""
    sharers = clause.part("with") if clause.lemma == "share" else None
    joint = (*mention.recipients, sharers.range) if sharers else mention.recipients
    details = with_giver(sentence.doc, mention.details, source_of(sentence, clause, mention))
    return replace(mention, recipients=joint, details=details)


def _is_sport(sentence: Sentence, mention: Mention) -> bool:
    """Cups and titles are won on the field unless somebody gives them."""
    prize = mention.prize
    if prize is None or mention.details.giver:
        return False
    *before, head = (token.lower_ for token in sentence.doc[prize.start : prize.end])
    if head in {"medal", "medals"} and set(before) & words("sports"):
        return True  # "the country's first Olympic medal"
    if head in {"medal", "medals"} and set(before) <= words("metals"):
        return any(token.lower_ in words("sports") for token in sentence.doc[sentence.start : sentence.end])
    return head in words("contested") and not mention.details.reason


def take_mentions(sentence: Sentence, clause: Clause) -> Iterator[Mention]:
    """As "win", of verbs that take other things too: only what is shaped like an award counts."""
    if not clause.passive:
        for mention in _won(sentence, clause):
            if mention.prize and (mention.prize.kind in NAMED | {"weak"}):
                yield mention


_TAKEN_FOR_OTHERS = frozenset({"accept", "collect", "receive"})


def _has_receiver(sentence: Sentence, clause: Clause) -> bool:
    prizes = prizes_among(sentence, clause, NAMED | {"weak"}, ("",))
    return bool(prizes) and receiver_before(sentence, prizes[0][1], clause.verb + 1) is not None
