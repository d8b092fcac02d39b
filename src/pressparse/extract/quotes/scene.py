"""Everything the steps of quote extraction share about one post."""

from __future__ import annotations

from dataclasses import dataclass

from pressparse.document import Block
from pressparse.extract.quotes.stretches import body_blocks, quoted_stretches
from pressparse.extract.quotes.subjects import Mentions, SubjectFinder
from pressparse.extract.quotes.words import Word, sentences_of
from pressparse.nlp.people import People
from pressparse.nlp.reading import Reading


@dataclass(frozen=True)
class Scene:
    """A post's body as sentences of words, and who is named in it.

    Attributes:
        blocks: the blocks that can hold speech.
        sentences: for each block its sentences, a quoted stretch as one word.
        finder: finds the subjects of verbs.
    """

    text: str
    blocks: list[Block]
    sentences: list[list[list[Word]]]
    people: People
    finder: SubjectFinder

    @classmethod
    def of(cls, reading: Reading) -> Scene:
        """The scene of a post."""
        blocks = body_blocks(reading.post)
        stretches = quoted_stretches(reading.post, blocks)
        sentences = [
            sentences_of(reading.doc, block.start, block.end, row) for block, row in zip(blocks, stretches, strict=True)
        ]
        return cls(reading.text, blocks, sentences, reading.people, SubjectFinder(Mentions.of(reading.people)))

    def line(self, block: int) -> list[Word]:
        """All words of a short block; nothing for a block that is no single line, or where there is none."""
        if not 0 <= block < len(self.sentences) or len(self.sentences[block]) > 2:
            return []
        return [word for sentence in self.sentences[block] for word in sentence]
