"""Reported speech without quotation marks, in the whole post."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressparse.extract.quotes.joining import Draft
from pressparse.extract.quotes.reporter import Reported, Reporter
from pressparse.extract.quotes.scene import Scene
from pressparse.extract.quotes.speakers import speaks_as_document
from pressparse.extract.quotes.words import QUOTE, Sentence, grammar

_LONGEST_SMALL_WORD = 4  # letters; headlines may write them small


def reported_speech(scene: Scene, drafts: Sequence[Draft]) -> Iterator[Reported]:
    """The reported clauses of the body; one whose cue a quotation has already is that quotation's."""
    quoted_cues = {draft.attribution.cue for draft in drafts if draft.attribution is not None}
    for sentences in scene.sentences:
        for sentence in sentences:
            if not _is_headline(sentence):
                found = Reporter(scene.text, scene.finder, sentence).all()
                unquoted = [report for report in found if report.cue not in quoted_cues]
                yield from _outermost(
                    scene.text, [report for report in unquoted if _has_a_voice(scene, report)]
                )


def _has_a_voice(scene: Scene, report: Reported) -> bool:
    """Whether what "it" finds is said by a report."""
    if not report.needs_document:
        return True
    subject = scene.referent(report.subject)
    return subject is not None and speaks_as_document(scene.text[subject.start : subject.end])


def _is_headline(words: Sentence) -> bool:
    """Whether the line is set as a headline is: no full stop, every long word with a capital."""
    long_words = [word for word in words if len(word.text) > _LONGEST_SMALL_WORD and word.tag != QUOTE]
    ends = words[-1].is_stop or words[-1].tag == QUOTE
    return not ends and len(long_words) > 1 and all(not word.text[0].islower() for word in long_words)


def _is_of_many(text: str, report: Reported) -> bool:
    """Whether a share of people says it, who speak through whoever counted them: "94% of members said"."""
    first = text[report.subject.start : report.subject.end].lower().split()[0]
    return first[0].isdigit() or first in grammar("shares")


def _outermost(text: str, found: Sequence[Reported]) -> list[Reported]:
    """Of reports within one another the outer one; but a source that quotes a speaker gives way to him."""
    sources = [
        r for r in found if not r.by_verb and any(r.encloses(o) and not _is_of_many(text, o) for o in found)
    ]
    kept = [r for r in found if r not in sources]
    return [r for r in kept if not any(outer.encloses(r) for outer in kept)]
