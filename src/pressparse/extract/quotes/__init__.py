"""Quotes: what is said, and who says it.

The steps, each a module: stretches between quotation marks (`stretches`) in sentences of words (`words`); who
each is attributed to (`attribution`, `signatures`, by the verbs of `verbs` and their `subjects`); halves and
paragraphs joined to one act of speech (`joining`); reported speech without marks (`reported`); the speaker's
fullest name (`speakers`).
"""

from __future__ import annotations

from pressparse.extract.quotes.drafting import draft_quotes
from pressparse.extract.quotes.finishing import finished
from pressparse.extract.quotes.reported import reported_speech
from pressparse.extract.quotes.scene import Scene
from pressparse.nlp.reading import Reading
from pressparse.records import Quote


def extract_quotes(reading: Reading) -> tuple[Quote, ...]:
    """All direct, mixed and indirect quotes of a post's body, in the order of the text."""
    scene = Scene.of(reading)
    drafts = draft_quotes(scene)
    quotes = finished(scene, drafts, reported_speech(scene, drafts))
    return tuple(sorted(quotes, key=lambda quote: quote.segments[0].start))


__all__ = ["extract_quotes"]
