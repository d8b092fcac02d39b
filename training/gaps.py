"""Without a teacher: words that may bear a label which their corpus never marks are left open.

Other corpora mark neither roles nor awards nor nationalities. What the press lines call a role, what looks like an
award or a nationality, and names that a corpus passes over, teach neither that label nor its absence there.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from training.labels import open_everywhere
from training.places import kind_of_place
from training.sample import Sample

_AWARD = re.compile(r"(?:awards?|prizes?|medals?|honou?rs?|fellowships?|troph(?:y|ies)|order)", re.IGNORECASE)
_NATIONALITY = re.compile(r"\w{3,}(?:ian|ish|ese|an)s?", re.IGNORECASE)
_LEAST_SHARE = 0.3
_SHORTEST_ROLE = 4
_SENTENCE_EDGES = {".", "?", "!", '"', ":"}


def open_gaps(samples: Iterable[Sample], press: Sequence[Sample]) -> Iterator[Sample]:
    """Settle the kinds of places in samples and leave their gaps open."""
    roles = {word for word in _usual_words(press, "TITLE") if len(word) >= _SHORTEST_ROLE}
    nations = _usual_words(press, "NORP")
    for sample in samples:
        named = {i for start, end, _ in sample.ents or [] for i in range(start, end)}
        gaps = {
            i for i in range(len(sample.words)) if i not in named and _may_hide(sample, i, roles, nations)
        }
        ents = [
            (start, end, kind_of_place(sample.words[start:end]) if label == "LOC" else label)
            for start, end, label in sample.ents or []
        ]
        yield replace(sample, ents=ents, unknown=sorted(gaps.union(sample.unknown or [])))


def _usual_words(press: Iterable[Sample], label: str) -> set[str]:
    """Words that press lines use in names of a label in a good share of cases."""
    inside: Counter[str] = Counter()
    anywhere: Counter[str] = Counter()
    for sample in press:
        anywhere.update(word.lower() for word in sample.words)
        for start, end, name in sample.ents or []:
            inside.update(word.lower() for word in sample.words[start:end] if name == label)
    return {word for word, count in inside.items() if count > _LEAST_SHARE * anywhere[word]}


def _may_hide(sample: Sample, position: int, roles: set[str], nations: set[str]) -> bool:
    word = sample.words[position]
    if word.lower() in roles:
        return True
    if not word[0].isupper():
        return False
    if word.lower() in nations or _AWARD.fullmatch(word) or _NATIONALITY.fullmatch(word):
        return True
    return open_everywhere(sample.corpus) and word.isalpha() and _is_inside_sentence(sample, position)


def _is_inside_sentence(sample: Sample, position: int) -> bool:
    before = sample.words[position - 1] if position else "."
    return sample.spaces[position - 1] and before not in _SENTENCE_EDGES and not before.isspace()
