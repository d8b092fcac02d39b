"""Walks the quoted stretches of a post in order, attributes each and joins them to quotes."""

from __future__ import annotations

from collections.abc import Iterator

from pressparse.extract.quotes.attribution import Attribution, Attributor, floating_after
from pressparse.extract.quotes.joining import Draft, Heard, join
from pressparse.extract.quotes.scene import Scene
from pressparse.extract.quotes.signatures import heading_before, signature_after
from pressparse.extract.quotes.words import Word


def draft_quotes(scene: Scene) -> list[Draft]:
    """The direct and mixed quotes of the post."""
    return join(scene.text, _heard(scene))


def _heard(scene: Scene) -> Iterator[Heard]:
    attributor = Attributor(scene.text, scene.finder)
    for block in range(len(scene.sentences)):
        for number, sentence in enumerate(scene.sentences[block]):
            for at, word in enumerate(sentence):
                if word.stretch is not None:
                    is_block = len(sentence) == len(scene.sentences[block]) == 1
                    attribution = _attribution(scene, attributor, block, number, at)
                    yield Heard(word.stretch, attribution, begins_sentence=at == 0, is_block=is_block)


def _attribution(scene: Scene, attributor: Attributor, block: int, number: int, at: int) -> Attribution | None:
    rows = scene.sentences[block]
    sentence = rows[number]
    following = rows[number + 1] if number + 1 < len(rows) else []
    found = attributor.attribute(sentence, at, following)
    if found is None and number == at == 0:
        found = _from_block_before(scene, attributor, block, sentence) or _from_lines_around(scene, block, sentence, at)
    if found is None and at == 0:
        found = _after_paraphrase(scene, block, number)
    return found


def _from_block_before(scene: Scene, attributor: Attributor, block: int, sentence: list[Word]) -> Attribution | None:
    """A block that ends in "said:" or "stated," introduces the quotation that begins the next one."""
    before = scene.sentences[block - 1][-1] if block and scene.sentences[block - 1] else []
    if not before or not (before[-1].text in (":", ",") or before[-1].cue):
        return None
    return attributor.introduced([*before, *sentence], len(before))


def _after_paraphrase(scene: Scene, block: int, number: int) -> Attribution | None:
    """A quotation without a cue goes on from the sentence before: "Roe said it was late. “We are sorry.”" """
    if number:
        return floating_after(scene.finder, scene.sentences[block][number - 1], needs_cue=False)
    before = scene.sentences[block - 1][-1] if block and scene.sentences[block - 1] else []
    return floating_after(scene.finder, before, needs_cue=True) if before else None


def _from_lines_around(scene: Scene, block: int, sentence: list[Word], at: int) -> Attribution | None:
    mentions = scene.finder.mentions
    found = signature_after(mentions, sentence, at, scene.line(block + 1))
    if found is None and len(sentence) == 1:
        found = heading_before(mentions, scene.line(block - 1))
    return found
