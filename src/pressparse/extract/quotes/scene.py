"""Everything the steps of quote extraction share about one post."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise

from pressparse.document import Block, Post
from pressparse.extract.quotes.clauses import source_phrase_end
from pressparse.extract.quotes.mentions import Mentions
from pressparse.extract.quotes.speakers import is_speaking_phrase, is_stranger
from pressparse.extract.quotes.stretches import body_blocks, quoted_stretches
from pressparse.extract.quotes.subjects import Subject, SubjectFinder
from pressparse.extract.quotes.verbs import lemmas
from pressparse.extract.quotes.words import Word, sentences_of
from pressparse.nlp.people import People
from pressparse.nlp.reading import Reading

_MOST_VERBS = 4  # of a sentence whose subjects are tried
_LONGEST_LABEL = 6  # words, with the colon


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

    def referent(self, subject: Subject) -> Subject | None:
        """What an "it", an "I" or the "A" of an interview stands for, where that is plain; else the subject itself.

        None where "she" stands for somebody who is only described.
        """
        word = self.text[subject.start : subject.end].lower() if subject.form == "pronoun" else ""
        if word in lemmas("answer_labels"):
            return self._interviewee(subject.start) or self._only_person_before(subject.start)
        if word == "i":
            return self._interviewee(subject.start) or subject
        if word in ("it", "they"):
            return self._body_before(subject.start) or subject
        return None if word in ("he", "she") and self._follows_stranger(subject.start) else subject

    def _follows_stranger(self, offset: int) -> bool:
        """Whether the sentence before is about "a retired teacher", and names nobody after."""
        before = self._sentence_before(offset) or self._end_of_block_before(offset)
        if before and before[-1].text == "?":
            return False  # what is asked about "one visitor" is answered by who is asked
        finite = [i for i, word in enumerate(before) if word.is_finite]
        subjects = [self.finder.subject_of(before, verb) for verb in finite[:_MOST_VERBS]]
        told_of_somebody = {after.start for word, after in pairwise(before) if word.is_one_of("copulas")}
        strangers = [
            s
            for s in subjects
            if s and is_stranger(self.text[s.start : s.end]) and s.start not in told_of_somebody
        ]
        return any(not self.finder.mentions.persons_in(s.start, offset) for s in strangers)

    def _end_of_block_before(self, offset: int) -> list[Word]:
        block = self._block_at(offset) - 1
        return self.sentences[block][-1] if block >= 0 and self.sentences[block] else []

    def _only_person_before(self, offset: int) -> Subject | None:
        """The person who answers, where nobody else is named before the answer."""
        named = [e for e in self.people.entities if e.label == "person" and e.mentions[0].start < offset]
        first = named[0].mentions[0] if len(named) == 1 else None
        return Subject(first.start, first.end, "name") if first else None

    def _body_before(self, offset: int) -> Subject | None:
        """The report or body that the sentence before is about."""
        before = self._sentence_before(offset) or self._end_of_block_before(offset)
        source = next((end for i in range(len(before)) if (end := source_phrase_end(before, i))), None)
        verb = next((i for i, word in enumerate(before) if word.is_finite), None)
        found = self.finder.subject_of(before, verb) if verb else None
        found = self.finder.after(before, source - 1) if source else found
        named = found is not None and is_speaking_phrase(self.text[found.start : found.end])
        return found if named else None

    def _interviewee(self, offset: int) -> Subject | None:
        """The person whose name is a label, "Jane Roe: ...", at the head of this block or one before."""
        for block in range(self._block_at(offset), -1, -1):
            first = self.sentences[block][0] if self.sentences[block] else []
            colon = next((word for word in first[:_LONGEST_LABEL] if word.text == ":"), None)
            names = self.finder.mentions.persons_in(first[0].start, colon.start) if colon else []
            if names:
                return Subject(*names[0], "name")
        return None

    def _block_at(self, offset: int) -> int:
        return bisect_right(self.blocks, offset, key=lambda b: b.start) - 1

    def _sentence_before(self, offset: int) -> list[Word]:
        before: list[Word] = []
        for sentence in self.sentences[self._block_at(offset)]:
            if sentence[-1].end > offset:
                break
            before = sentence
        return before

    def line(self, block: int) -> list[Word]:
        """All words of a short block; nothing for a block that is no single line, or where there is none."""
        if not 0 <= block < len(self.sentences) or len(self.sentences[block]) > 2:
            return []
        return [word for sentence in self.sentences[block] for word in sentence]
