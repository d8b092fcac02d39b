"""The model card, written from the pipeline's meta so that the two cannot disagree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from training.evaluate import PLACE
from training.labels import ENTITY_LABELS

_NAMES_ORDER = (*ENTITY_LABELS, PLACE, "all")
_TREES = ("tag_acc", "pos_acc", "lemma_acc", "dep_uas", "dep_las", "sents_f")

_INTRODUCTION = """\
# {lang}_{name} {version}

{description}. {form}

- **Labels.** Tags: Penn Treebank (`token.tag_`) and UPOS (`token.pos_`). Dependencies: Universal
  Dependencies. Names: PERSON ORG GPE LOC FAC NORP EVENT AWARD PRODUCT WORK_OF_ART, and TITLE, a
  person's role. In the tables PLACE is GPE, LOC and FAC taken as one label.
- **Architecture.** {architecture}
- **Training.** {notes}
- **Licence of the weights.** {license}.
- **Limits.** English alone. Releases in capitals throughout, tables, and names of kinds that the press lines
  do not hold are read less well than the figures below say. Labels of names follow the guide in
  `training/press/GUIDE.md`, not OntoNotes: a TITLE is no name there, and honorifics are outside a PERSON.
"""


def model_card(meta: Mapping[str, Any]) -> str:
    """Give the card as Markdown."""
    return "\n".join(
        [_INTRODUCTION.format(**meta), *_scores(meta["performance"]), "", *_sources(meta["sources"])]
    )


def _scores(performance: Mapping[str, Any]) -> Iterator[str]:
    yield "## Scores"
    for title, table in performance.get("names", {}).items():
        yield from [
            "",
            f"**Names: {title}**",
            "",
            "| label | precision | recall | F | entities |",
            "|---|---|---|---|---|",
        ]
        for label in filter(table.__contains__, _NAMES_ORDER):
            row = table[label]
            yield f"| {label} | {row['p']:.3f} | {row['r']:.3f} | {row['f']:.3f} | {row['support']} |"
    trees = performance.get("trees", {})
    if trees:
        yield from [
            "",
            "**Tags, lemmas, trees, sentences** (raw text; punctuation not counted in UAS and LAS)",
            "",
        ]
        yield "| corpus | " + " | ".join(_TREES) + " |"
        yield "|---" * (len(_TREES) + 1) + "|"
    for corpus, row in trees.items():
        yield f"| {corpus} | " + " | ".join(f"{row[name]:.3f}" for name in _TREES) + " |"


def _sources(sources: list[dict[str, str]]) -> Iterator[str]:
    yield from ["## Made from", "", "| source | by | licence | address |", "|---|---|---|---|"]
    for source in sources:
        yield f"| {source['name']} | {source['author']} | {source['license']} | {source['url']} |"
    yield ""
