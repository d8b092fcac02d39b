"""From drafts to records: spans, speakers, confidence; a pull quote that repeats the text is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from pressparse.extract.quotes.joining import Draft
from pressparse.extract.quotes.quotation import Attribution
from pressparse.extract.quotes.reporter import Reported
from pressparse.extract.quotes.scene import Scene
from pressparse.extract.quotes.speakers import speaker_of
from pressparse.extract.quotes.subjects import Subject
from pressparse.records import Quote, Speaker
from pressparse.rules import load_rules
from pressparse.span import Span


def finished(scene: Scene, drafts: Sequence[Draft], reported: Iterable[Reported]) -> Iterator[Quote]:
    """The records of the drafts and of reported speech."""
    attributed = [_plain(_words(draft)) for draft in drafts if draft.attribution is not None]
    for draft in drafts:
        if draft.attribution is None and _repeats(draft, attributed):
            continue
        yield _quote(scene, draft)
    for report in reported:
        quote = _indirect(scene, report)
        if quote.speaker is not None or not _is_nobody(scene, report.subject):
            yield quote


def _quote(scene: Scene, draft: Draft) -> Quote:
    segments = tuple(Span.of(scene.text, s.quoted.start, s.quoted.end) for s in draft.stretches)
    source = draft.source
    speaker = _speaker(scene, source.subject) if source else None
    own = draft.attribution
    cue = Span.of(scene.text, *own.cue) if own and own.cue else None
    kind = own.kind if own else "direct"
    return Quote(kind, _joined(segments), segments, speaker, cue, _confidence(own, source, speaker))


def _indirect(scene: Scene, report: Reported) -> Quote:
    segments = tuple(Span.of(scene.text, start, end) for start, end in report.content)
    speaker = _speaker(scene, report.subject)
    cue = Span.of(scene.text, *report.cue)
    confidence = _sure("indirect", report.subject.form, speaker)
    return Quote("indirect", _joined(segments), segments, speaker, cue, confidence)


def _is_nobody(scene: Scene, subject: Subject) -> bool:
    """An "it" or "they" that stands for nobody in the text: "it is said"; or what is the writer's: "my own count"."""
    words = scene.text[subject.start : subject.end].lower()
    is_expletive = subject.form == "pronoun" and words not in ("he", "she")
    return is_expletive or words.split()[0] == "my"


def _speaker(scene: Scene, subject: Subject | None) -> Speaker | None:
    return speaker_of(scene.text, scene.people, scene.referent(subject)) if subject else None


def _confidence(own: Attribution | None, source: Attribution | None, speaker: Speaker | None) -> float:
    if source is None:
        return _confidences()["unattributed"]
    return _sure(own.manner if own else "goes_on", source.subject.form if source.subject else "name", speaker)


def _sure(manner: str, form: str, speaker: Speaker | None) -> float:
    told = _confidences()
    return round(told[manner] * told[form] * (1.0 if speaker else told["no_speaker"]), 2)


@cache
def _confidences() -> dict[str, float]:
    """How often each way of attributing is right, as measured; see `rules/speech.toml`."""
    return {way: float(share) for way, share in load_rules("speech").table("confidence").items()}


def _joined(segments: Sequence[Span]) -> str:
    return " ".join(segment.text for segment in segments)


def _words(draft: Draft) -> str:
    return " ".join(stretch.words for stretch in draft.stretches)


def _plain(words: str) -> str:
    return " ".join("".join(c for c in words.lower() if c.isalnum() or c.isspace()).split())


def _repeats(draft: Draft, others: Sequence[str]) -> bool:
    """Whether an unattributed quotation repeats what another one says: a pull quote."""
    words = _plain(_words(draft))
    return any(words in other for other in others)
