"""Who got what, from award verbs: one reader a frame, each giving the mentions that its clause tells."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from pressparse.extract.awards.clauses.find import find_clauses
from pressparse.extract.awards.clauses.grammar import Clause, Sentence
from pressparse.extract.awards.clauses.subjects import subject_of
from pressparse.extract.awards.lexicon import Frame, frame_of
from pressparse.extract.awards.mentions.details import date_in
from pressparse.extract.awards.mentions.giving import give_mentions, go_mentions
from pressparse.extract.awards.mentions.mention import Details, Mention, filled
from pressparse.extract.awards.mentions.naming import (
    announce_mentions,
    honour_mentions,
    induct_mentions,
    name_mentions,
    nominate_mentions,
    shortlist_mentions,
)
from pressparse.extract.awards.mentions.winning import get_mentions, take_mentions
from pressparse.extract.awards.reality import is_real
from pressparse.extract.awards.tokens import Range

Reader = Callable[[Sentence, Clause], Iterator[Mention]]


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
    if sentence.doc[mention.prize.start - 1].lower_ in {"its", "their"}:
        return _announced_before(sentence, mention, mention.prize.start)
    for at in range(mention.prize.end, sentence.end):
        if sentence.doc[at].lower_ in {"announced", "announces"}:
            subject = subject_of(sentence.doc, at, mention.prize.end)
            if subject is None or sentence.doc[subject.range.start - 1].text != ",":
                return mention
            date = date_in(sentence.doc, [Range(at, sentence.end)])
            return replace(mention, details=filled(mention.details, Details(giver=subject.range, date=date)))
    return mention


def _announced_before(sentence: Sentence, mention: Mention, end: int) -> Mention:
    """The mention with who told of "its prize": "The Guild announced that R has won | its Loom Medal"."""
    told = (t.i for t in sentence.doc[sentence.start : end] if t.lower_ in {"announced", "announces", "said"})
    verb = next(told, None)
    adverb = verb is not None and sentence.doc[verb - 1].lower_ in {"today", "yesterday"}
    subject = subject_of(sentence.doc, verb - adverb, sentence.start) if verb is not None else None
    return (
        mention
        if subject is None
        else replace(mention, details=replace(mention.details, giver=subject.range))
    )


_READERS: dict[Frame, Reader] = {
    "give": give_mentions,
    "honour": honour_mentions,
    "name": name_mentions,
    "get": get_mentions,
    "take": take_mentions,
    "go": go_mentions,
    "nominate": nominate_mentions,
    "shortlist": shortlist_mentions,
    "induct": induct_mentions,
    "announce": announce_mentions,
}
