"""Stage: make the trained pipeline small and put it, with meta and model card, where it ships."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import srsly

from training.about import About
from training.card import model_card

if TYPE_CHECKING:
    from spacy.language import Language

LICENCE = "CC BY-SA 4.0"
SPACY_VERSIONS = ">=3.8.0,<3.9.0"  # as pyproject.toml asks
WORDNET_LICENCE = Path(__file__).with_name("wordnet-license.txt")  # it asks to go with every copy
DESCRIPTION = "English for press releases and blog pages: tags, lemmas, dependencies (UD), names and titles"


def package(
    nlp: Language,
    folder: Path,
    about: About,
    *,
    version: str,
    scores: Mapping[str, Any],
    sources: list[dict[str, str]],
) -> None:
    """Write the pipeline to a folder, whole or not at all, in half precision.

    Args:
        nlp: the trained pipeline, with its lemmatizer.
        folder: replaced.
        about: what its meta and model card say in words.
        version: the pipeline's own version.
        scores: goes to ``meta.json`` as "performance", and to the model card.
        sources: name, author, license and url of everything the weights were made from.
    """
    nlp.meta.update(
        **asdict(about),
        version=version,
        spacy_version=SPACY_VERSIONS,
        license=LICENCE,
        description=DESCRIPTION,
        sources=sources,
        performance=scores,
    )
    partial = folder.with_name(folder.name + ".part")
    shutil.rmtree(partial, ignore_errors=True)
    nlp.to_disk(partial)
    srsly.write_json(partial / "vocab" / "strings.json", sorted(set(_needed_strings(nlp))))
    for weights in partial.glob("*/model"):
        halve(weights)
    shutil.copy(WORDNET_LICENCE, partial)
    (partial / "MODEL_CARD.md").write_text(model_card(nlp.meta), encoding="utf-8")
    shutil.rmtree(folder, ignore_errors=True)
    partial.rename(folder)


def _needed_strings(nlp: Language) -> Iterator[str]:
    """The labels; the words of the training texts, which training leaves behind, are of no use."""
    for name, pipe in nlp.pipeline:
        yield from getattr(pipe, "labels", ())
        yield name
    yield from ("dep", "ROOT", "_SP", *(f"{edge}-" for edge in "BILU"))


def halve(weights: Path) -> None:
    """Store single precision weights in half precision."""
    message = srsly.msgpack_loads(weights.read_bytes())
    message["params"] = [
        {name: value.astype("float16") if value is not None else None for name, value in params.items()}
        for params in message["params"]
    ]
    weights.write_bytes(srsly.msgpack_dumps(message))
