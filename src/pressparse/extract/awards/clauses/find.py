"""Cuts what stands around an award verb: its subject, its bare objects, the phrases after prepositions.

A small parser errs most where these sentences are long, and errs in ways that move a winner: so the clause is
cut by tags, names, commas and function words, which it gets right, and not by the dependency tree.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressparse.extract.awards.clauses.ends import clause_end
from pressparse.extract.awards.clauses.grammar import Clause, Part, Sentence
from pressparse.extract.awards.clauses.parts import parts_between
from pressparse.extract.awards.clauses.subjects import Subject, subject_of
from pressparse.extract.awards.clauses.verbs import is_award_verb, lemma_at, verb_group
from pressparse.extract.awards.lexicon import frame_of, words
from pressparse.extract.awards.tokens import AUXILIARIES, BE, Range, is_finite

_PARTICLES = frozenset({"up", "over", "out", "home", "away", "back"})


def find_clauses(sentence: Sentence) -> Iterator[Clause]:
    """The award verbs of a sentence, each with its subject and complements."""
    for at in range(sentence.start, sentence.end):
        lemma = lemma_at(sentence, at)
        if lemma and is_award_verb(sentence, at):
            yield _clause(sentence, at, lemma)


def _clause(sentence: Sentence, at: int, lemma: str) -> Clause:
    first, helpers = verb_group(sentence, at)
    subject = _praised(sentence, first) or subject_of(sentence.doc, first, sentence.start)
    end = clause_end(sentence, at)
    subject = subject or _subject_behind(sentence, at, end)
    infinitive = "to" in helpers
    ahead = subject is not None and subject.range.start < first and not infinitive
    start = subject.range.start if subject and ahead else first
    particle = at + 1 < end and sentence.doc[at + 1].lower_ in _PARTICLES
    parts = tuple(parts_between(sentence, at + 2 if particle else at + 1, end))
    passive = _is_passive(sentence, at, helpers, subject, parts)
    return Clause(at, lemma, helpers, passive, subject, parts, start, end)


def _praised(sentence: Sentence, first: int) -> Subject | None:
    """As in "congratulated | R | on winning", "thanked | G | for awarding her the prize"."""
    doc = sentence.doc
    gerund = first > sentence.start and doc[first].lower_.endswith("ing")
    if not gerund or doc[first - 1].lower_ not in {"on", "for"}:
        return None
    praise = next(
        (i for i in range(first - 2, sentence.start - 1, -1) if doc[i].lower_ in words("praises")), None
    )
    if praise is None or any(is_finite(token) for token in doc[praise + 1 : first]):
        return None
    start = praise + 2 if doc[praise + 1].lower_ == "to" else praise + 1
    return Subject(Range(start, first - 1)) if start < first - 1 else None


def _subject_behind(sentence: Sentence, at: int, end: int) -> Subject | None:
    """As in "Accepting the prize in Leeds, | Jane Roe | thanked"."""
    doc = sentence.doc
    opens = at == sentence.start and doc[at].tag_ in {"VBG", "VBN"} and end < sentence.end - 1
    if not opens or doc[end].text != ",":
        return None
    stop = next((i for i in range(end + 1, sentence.end) if is_finite(doc[i]) or doc[i].text == ","), None)
    return Subject(Range(end + 1, stop)) if stop and stop > end + 1 else None


def _is_passive(
    sentence: Sentence, at: int, helpers: tuple[str, ...], subject: Subject | None, parts: tuple[Part, ...]
) -> bool:
    token = sentence.doc[at]
    if token.lower_.endswith("ing") or not _can_be_participle(token.lower_):
        return False
    auxiliaries = [word for word in helpers if word in AUXILIARIES]
    if auxiliaries:
        return _is_be(auxiliaries[-1])
    if not any(part.marker == "" for part in parts) and any(part.marker == "by" for part in parts):
        return True
    if subject and subject.shared_with is not None:
        _, earlier = verb_group(sentence, subject.shared_with)
        return any(_is_be(word) for word in earlier) and token.tag_ != "VBD"
    takes_object = frame_of(lemma_at(sentence, at) or "win") in {"get", "take"} and any(
        p.marker == "" for p in parts
    )
    return not takes_object and _is_bare_participle(sentence, at)


def _is_bare_participle(sentence: Sentence, at: int) -> bool:
    """As in "Roe, awarded the prize in 1999, ..." or a headline's "Roe Named Teacher of the Year".

    It is no participle where it is the sentence's only verb.
    """
    if sentence.headline:
        return sentence.doc[at].lower_.endswith("ed")
    if sentence.doc[at].tag_ != "VBN":
        return False
    return any(is_finite(token) for token in sentence.doc[sentence.start : sentence.end])


def _is_be(word: str) -> bool:
    return word in BE


def _can_be_participle(word: str) -> bool:
    return word.endswith(("ed", "en", "ne", "on", "ade", "eld", "ent"))
