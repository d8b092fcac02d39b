"""Sentences that tell of the occasion alone.

"the ceremony was held in Leeds", "the annual Harbour Awards honour ...".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pressparse.extract.awards.clauses.grammar import Sentence
from pressparse.extract.awards.clauses.parts import parts_between
from pressparse.extract.awards.lexicon import words
from pressparse.extract.awards.mentions.details import date_in, place_among
from pressparse.extract.awards.mentions.mention import Details, Mention
from pressparse.extract.awards.tokens import Range, is_name_word

_REACH = 20  # tokens from the ceremony to the verb that says where
_ELSEWHEN = frozenset({"next", "will", "previous", "past", "since", "former", "earlier", "first"})
_RUN_BY = frozenset(
    {"given", "awarded", "presented", "run", "organised", "organized", "hosted", "staged", "founded"}
)


def ceremony_mentions(sentence: Sentence) -> Iterator[Mention]:
    """What a sentence without winners tells of the ceremony: its name, giver, place and date."""
    tokens = sentence.doc[sentence.start : sentence.end]
    if any(token.lower_ in _ELSEWHEN for token in tokens):
        return
    held = next(
        filter(None, (_held(sentence, token.i) for token in tokens if token.lower_ in words("ceremonies"))),
        None,
    )
    programme = _programme(sentence)
    details = Details(event=programme, giver=_runner(sentence, programme))
    held = held or _at_prizegiving(sentence)
    if held:
        parts = [part for part in parts_between(sentence, held.start, held.end) if part.marker]
        details = replace(
            details, place=place_among(sentence, parts, None), date=date_in(sentence.doc, [held])
        )
    if details != Details():
        yield Mention("context", None, (), details, Range(sentence.start, sentence.end))


def _at_prizegiving(sentence: Sentence) -> Range | None:
    """The sentence itself where it tells what there was "at the annual prizegiving", or ended "with a gala"."""
    doc = sentence.doc
    there = any(
        token.lower_ in words("prizegivings") and doc[max(sentence.start, token.i - 1)].tag_ != "NNP"
        for token in doc[sentence.start : sentence.end]
    )
    return Range(sentence.start, sentence.end) if there else None


def _held(sentence: Sentence, ceremony: int) -> Range | None:
    """What follows "held" or "were presented", up to a comma; an aside before it is passed over."""
    for at in range(ceremony + 1, min(ceremony + _REACH, sentence.end)):
        token = sentence.doc[at]
        if token.text in {";", ":"}:
            return None
        if token.lower_ in words("held") and not _in_aside(sentence, ceremony, at):
            stop = next(
                (i for i in range(at, sentence.end) if sentence.doc[i].text in {",", ";"}), sentence.end
            )
            return Range(at + 1, stop)
    return None


def _in_aside(sentence: Sentence, start: int, at: int) -> bool:
    """Whether one comma, and no second, stands between: "the awards, | given each year by G, were held"."""
    commas = sum(token.text == "," for token in sentence.doc[start:at])
    return commas % 2 == 1


def _runner(sentence: Sentence, programme: Range | None) -> Range | None:
    """Who gives the awards of a programme: "the Harbour Awards, given each year by | the Guild"."""
    if programme is None:
        return None
    doc, run = sentence.doc, False
    for at in range(programme.end, min(programme.end + _REACH, sentence.end - 1)):
        run |= doc[at].lower_ in _RUN_BY
        if run and doc[at].lower_ == "by":
            stop = next((i for i in range(at, sentence.end) if doc[i].text in {",", ";", "."}), sentence.end)
            return Range(at + 1, stop) if any(is_name_word(token) for token in doc[at + 1 : stop]) else None
    return None


def _programme(sentence: Sentence) -> Range | None:
    """A programme that the sentence names, "annual" with it."""
    programme = next((prize for prize in sentence.prizes if prize.kind == "programme"), None)
    if programme is None:
        return None
    start = programme.start
    annual = start > sentence.start and sentence.doc[start - 1].lower_ == "annual"
    return Range(start - 1 if annual else start, programme.end)
