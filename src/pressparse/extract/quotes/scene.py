"""Everything the steps of quote extraction share about one post."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from pressparse.document import Block, Post
from pressparse.extract.quotes.mentions import Mentions
from pressparse.extract.quotes.speakers import is_speaking_phrase
from pressparse.extract.quotes.stretches import body_blocks, quoted_stretches
from pressparse.extract.quotes.subjects import Subject, SubjectFinder
from pressparse.extract.quotes.words import Word, sentences_of
from pressparse.nlp.people import People
from pressparse.nlp.reading import Reading


def _prose_start(post: Post, block: Block) -> int:
    """Where the block's sentences begin: after the dateline, where it has one."""
    if post.dateline and block.start <= post.dateline.span.start < block.end:
        return min(post.dateline.span.end, block.end)
    return block.start


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
            sentences_of(reading.doc, _prose_start(reading.post, block), block.end, row)
            for block, row in zip(blocks, stretches, strict=True)
        ]
        finder = SubjectFinder(Mentions.of(reading.people))
        return cls(reading.text, blocks, sentences, reading.people, finder)

    def referent(self, subject: Subject) -> Subject:
        """What an "it" stands for, where the sentence before is about a report or a body; else itself."""
        if subject.form != "pronoun" or self.text[subject.start : subject.end].lower() not in ("it", "they"):
            return subject
        before = self._sentence_before(subject.start)
        verb = next((i for i, word in enumerate(before) if word.is_finite), None)
        found = self.finder.subject_of(before, verb) if verb else None
        named = found is not None and is_speaking_phrase(self.text[found.start : found.end])
        return found if found is not None and named else subject

    def _sentence_before(self, offset: int) -> list[Word]:
        block = bisect_right(self.blocks, offset, key=lambda b: b.start) - 1
        before: list[Word] = []
        for sentence in self.sentences[block]:
            if sentence[-1].end > offset:
                break
            before = sentence
        return before

    def line(self, block: int) -> list[Word]:
        """All words of a short block; nothing for a block that is no single line, or where there is none."""
        if not 0 <= block < len(self.sentences) or len(self.sentences[block]) > 2:
            return []
        return [word for sentence in self.sentences[block] for word in sentence]
