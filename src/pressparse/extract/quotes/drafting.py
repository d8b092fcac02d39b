"""Walks the quoted stretches of a post in order, attributes each and joins them to quotes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pressparse.extract.quotes.attribution import (
    INTRODUCTIONS,
    attribution_of,
    attribution_to_paraphrase,
)
from pressparse.extract.quotes.joining import Draft, Heard, join
from pressparse.extract.quotes.quotation import Attribution, Quotation
from pressparse.extract.quotes.scene import Scene
from pressparse.extract.quotes.signatures import name_line, signature_after
from pressparse.extract.quotes.words import Word


def draft_quotes(scene: Scene) -> list[Draft]:
    """The direct and mixed quotes of the post."""
    return join(scene.text, _heard(scene))


def _heard(scene: Scene) -> Iterator[Heard]:
    for block, sentences in enumerate(scene.sentences):
        for number, sentence in enumerate(sentences):
            for at, word in enumerate(sentence):
                if word.stretch is not None:
                    following = sentences[number + 1] if number + 1 < len(sentences) else []
                    quotation = Quotation(scene.text, scene.finder, sentence, at, word.stretch, following)
                    yield Heard(
                        word.stretch,
                        _attribution(scene, quotation, block, number),
                        begins_sentence=at == 0,
                        is_block=len(sentence) == len(sentences) == 1,
                    )


def _attribution(scene: Scene, quotation: Quotation, block: int, number: int) -> Attribution | None:
    """By its own sentence, by the lines around its block, or by the sentence before it."""
    found = attribution_of(quotation)
    if found is None and number == quotation.at == 0:
        found = _by_block_before(scene, quotation, block) or _by_lines_around(scene, quotation, block)
    if found is None and quotation.at == 0:
        found = _by_paraphrase(scene, block, number)
    return found


def _by_block_before(scene: Scene, quotation: Quotation, block: int) -> Attribution | None:
    """A block that ends in "said:" or "stated," introduces the quotation that begins the next one."""
    before = _introduction(_last_sentence(scene, block - 1))
    if not before or not (before[-1].text in (":", ",") or _ends_in_cue(scene, block - 1, before)):
        return None
    words = [*before, *quotation.words]
    joined = Quotation(scene.text, scene.finder, words, len(before), quotation.stretch)
    return attribution_of(joined, INTRODUCTIONS)


def _ends_in_cue(scene: Scene, block: int, sentence: list[Word]) -> bool:
    """Whether the quotation is the object of the last verb; a heading "What our clients say" introduces nothing."""
    return sentence[-1].cue is not None and scene.blocks[block].role != "heading"


def _introduction(sentence: list[Word]) -> list[Word]:
    """The sentence; a full stop after "issued the following statement" stands for a colon."""
    announces = any(word.lower == "following" for word in sentence) and sentence[-1].text == "."
    return [*sentence[:-1], replace(sentence[-1], text=":", tag=":")] if announces else sentence


def _by_paraphrase(scene: Scene, block: int, number: int) -> Attribution | None:
    """A quotation without a cue goes on from the sentence before it, as in Roe was sorry. “We failed.”."""
    if number:
        return attribution_to_paraphrase(scene.finder, scene.sentences[block][number - 1], needs_cue=False)
    before = _last_sentence(scene, block - 1)
    fills_block = len(scene.sentences[block]) == len(scene.sentences[block][0]) == 1
    return attribution_to_paraphrase(scene.finder, before, needs_cue=not fills_block) if before else None


def _by_lines_around(scene: Scene, quotation: Quotation, block: int) -> Attribution | None:
    mentions = scene.finder.mentions
    found = signature_after(mentions, quotation.words, quotation.at, scene.line(block + 1))
    if found is None and len(quotation.words) == 1:
        found = name_line(mentions, scene.line(block - 1))
    return found


def _last_sentence(scene: Scene, block: int) -> list[Word]:
    return scene.sentences[block][-1] if block >= 0 and scene.sentences[block] else []
