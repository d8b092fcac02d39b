"""Sentences that tell of the occasion alone.

"the ceremony was held in Leeds", "the annual Harbour Awards honour ...".
"""

from __future__ import annotations

from collections.abc import Iterator

from pressparse.extract.awards.clauses import Sentence, parts_between
from pressparse.extract.awards.details import date_in, place_among
from pressparse.extract.awards.lexicon import words
from pressparse.extract.awards.mentions import Details, Mention
from pressparse.extract.awards.tokens import Range

_REACH = 6  # tokens from the ceremony to the verb that says where
_HELD = frozenset({"held", "hosted", "staged", "place", "celebrated"})
_ELSEWHEN = frozenset({"next", "will", "previous", "past", "since", "former", "earlier", "first"})


def ceremony_mentions(sentence: Sentence) -> Iterator[Mention]:
    """What a sentence without winners tells of the ceremony: its name, place and date."""
    tokens = sentence.doc[sentence.start : sentence.end]
    if any(token.lower_ in _ELSEWHEN for token in tokens):
        return
    held = next(
        filter(None, (_held(sentence, token.i) for token in tokens if token.lower_ in words("ceremonies"))),
        None,
    )
    details = Details(event=_programme(sentence))
    if held:
        parts = [part for part in parts_between(sentence, held.start, held.end) if part.marker]
        details = Details(
            event=details.event, place=place_among(sentence, parts, None), date=date_in(sentence.doc, [held])
        )
    if details != Details():
        yield Mention("context", None, (), details, Range(sentence.start, sentence.end))


def _held(sentence: Sentence, ceremony: int) -> Range | None:
    """What follows "held", up to a comma."""
    for at in range(ceremony + 1, min(ceremony + _REACH, sentence.end)):
        if sentence.doc[at].lower_ in _HELD:
            stop = next(
                (i for i in range(at, sentence.end) if sentence.doc[i].text in {",", ";"}), sentence.end
            )
            return Range(at + 1, stop)
    return None


def _programme(sentence: Sentence) -> Range | None:
    """A programme that the sentence names, "annual" with it."""
    programme = next((prize for prize in sentence.prizes if prize.kind == "programme"), None)
    if programme is None:
        return None
    start = programme.start
    annual = start > sentence.start and sentence.doc[start - 1].lower_ == "annual"
    return Range(start - 1 if annual else start, programme.end)
