"""The lemmatizer: WordNet's rules and exceptions by part of speech, and what the trees know besides."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from training.sample import Sample

if TYPE_CHECKING:
    from spacy.language import Language

# Words of these classes are few: the trees show them all. WordNet has none of them.
_CLOSED = {"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"}
_OPEN = {"ADJ", "ADV", "NOUN", "VERB"}
_LEAST_SEEN = 2

Exceptions = dict[str, dict[str, list[str]]]


def add_lemmatizer(nlp: Language, trees: Iterable[Sample]) -> None:
    """Add the rule lemmatizer at the end, with the exceptions that the trees teach."""
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"})
    lemmatizer.initialize()  # type: ignore[attr-defined]
    table = lemmatizer.lookups.get_table("lemma_exc")  # type: ignore[attr-defined]
    for pos, forms in learn_exceptions(nlp, trees).items():
        table[pos.lower()] = {**table.get(pos.lower(), {}), **forms}
    lemmatizer.cache.clear()  # type: ignore[attr-defined]


def learn_exceptions(nlp: Language, trees: Iterable[Sample]) -> Exceptions:
    """Collect, by part of speech, the word forms whose lemma the lemmatizer does not find by itself."""
    lemmatizer = nlp.get_pipe("lemmatizer")
    seen: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    wrong: Counter[tuple[str, str]] = Counter()
    for tree in trees:
        doc = lemmatizer(replace(tree, lemmas=None).to_doc(nlp.vocab))
        for token, lemma in zip(doc, tree.lemmas or (), strict=True):
            key = token.pos_, token.lower_
            seen[key][lemma] += 1
            wrong[key] += token.lemma_ != lemma
    exceptions: Exceptions = defaultdict(dict)
    for (pos, form), lemmas in seen.items():
        if pos in _CLOSED or (pos in _OPEN and wrong[pos, form] >= _LEAST_SEEN):
            for printed in {form, form.replace("'", "’")}:
                exceptions[pos][printed] = [lemmas.most_common(1)[0][0]]
    return exceptions
