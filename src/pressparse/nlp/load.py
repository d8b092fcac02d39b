"""Loads a spaCy pipeline, the embedded English one or another installed one, and says what it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pressparse.errors import PressparseError

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

EMBEDDED = Path(__file__).parents[1] / "model"
ACCURATE = "accurate"
_ACCURATE_PACKAGE = "pressparse_accurate"  # models/pressparse-accurate in the repository
_ACCURATE_NEEDS = (_ACCURATE_PACKAGE, "onnxruntime", "tokenizers")
_ANNOTATIONS = {
    "tags": ("TAG", "POS"),
    "parse": ("DEP",),
    "ents": ("ENT_IOB",),
    "sents": ("SENT_START",),
}


@dataclass(frozen=True, slots=True)
class PipelineInfo:
    """What a pipeline is called, what it may be used for, whom to name, and how good it is.

    Attributes:
        name: the pipeline's name, language first ("en_pressparse").
        version: the pipeline's own version.
        licence: the licence of the weights.
        attribution: the works it was made from, as their licences ask; empty where the pipeline names none.
        scores: measures between 0 and 1 by name, as its makers give them; empty where they give none.
    """

    name: str
    version: str
    licence: str
    attribution: tuple[str, ...]
    scores: Mapping[str, float]

    def __str__(self) -> str:
        lines = [f"pipeline {self.name} {self.version}", f"licence: {self.licence or 'not stated'}"]
        lines += [f"  {measure:<28} {score:.3f}" for measure, score in self.scores.items()]
        lines += ["made from:", *(f"  {work}" for work in self.attribution)] if self.attribution else []
        return "\n".join(lines)


@cache
def load_pipeline(name: str | None = None) -> Language:
    """Load a pipeline; a second call for the same one gives the same object.

    Args:
        name: an installed pipeline package ("en_core_web_sm") or the folder of one; "accurate" for our own
            larger one, which is installed apart; the embedded one if None.

    Raises:
        PressparseError: no such pipeline is installed, or it cannot be loaded.
    """
    return _load_embedded() if name is None else _load_named(name)


def pipeline_info(name: str | None = None) -> PipelineInfo:
    """Say what a pipeline is, without loading it.

    Args:
        name: as for `load_pipeline`.

    Raises:
        PressparseError: no such pipeline is installed.

    Examples:
        >>> pipeline_info().name
        'en_pressparse'
    """
    meta = json.loads(_meta_file(name).read_text(encoding="utf-8"))
    return PipelineInfo(
        name=f"{meta['lang']}_{meta['name']}",
        version=meta["version"],
        licence=meta.get("license", ""),
        attribution=tuple(_credit(source) for source in meta.get("sources") or ()),
        scores={k: v for k, v in meta.get("performance", {}).items() if isinstance(v, float)},
    )


def missing_annotations(doc: Doc) -> tuple[str, ...]:
    """Name what a `Doc` lacks of what extractors work from: "tags", "parse", "ents", "sents".

    Examples:
        >>> import spacy
        >>> missing_annotations(spacy.blank("en")("No pipeline has read this."))
        ('tags', 'parse', 'ents', 'sents')
    """
    return tuple(
        annotation
        for annotation, attributes in _ANNOTATIONS.items()
        if not all(doc.has_annotation(attribute) for attribute in attributes)
    )


def _load_embedded() -> Language:
    import spacy
    from thinc.api import use_ops

    _meta_file(None)
    # numpy's matrix products (OpenBLAS) are faster than thinc's own (blis) at this pipeline's sizes
    with use_ops("numpy", use_blis=False):
        nlp = spacy.load(EMBEDDED)
    _widen_weights(nlp)
    return nlp


def _widen_weights(nlp: Language) -> None:
    """Weights are kept in half precision on disk, but thinc computes in single precision."""
    from spacy.pipeline import TrainablePipe

    pipes = [pipe for _, pipe in nlp.pipeline if isinstance(pipe, TrainablePipe)]
    for node in (node for pipe in pipes for node in pipe.model.walk()):
        for name in node.param_names:
            if node.has_param(name) and node.get_param(name).dtype == "float16":
                node.set_param(name, node.get_param(name).astype("float32"))


def _load_named(name: str) -> Language:
    import spacy

    from pressparse.nlp.accurate import component  # noqa: F401  a folder of such a pipeline can be named too

    try:
        nlp = spacy.load(_package(name))
    except (OSError, ValueError, ImportError) as error:
        raise PressparseError(f"{_advice(name)} ({error})") from error
    _widen_weights(nlp)  # a copy of the embedded pipeline can be named too
    return nlp


def _meta_file(name: str | None) -> Path:
    folder = EMBEDDED if name is None else _folder(name)
    file = folder / "meta.json"
    if not file.is_file() or (name == ACCURATE and _missing_packages()):
        raise PressparseError(_advice(name))
    return file


def _folder(name: str) -> Path:
    """The folder of a pipeline that is named by path or package; nothing of it is imported."""
    package = _package(name)
    if Path(package).is_dir() or not package.isidentifier():
        return Path(package)
    spec = find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else Path(package)


def _package(name: str) -> str:
    """What spaCy knows a pipeline by: "accurate" is short for a package of ours."""
    return _ACCURATE_PACKAGE if name == ACCURATE else name


def _missing_packages() -> list[str]:
    return [package for package in _ACCURATE_NEEDS if find_spec(package) is None]


def _advice(name: str | None) -> str:
    if name is None:
        return "the embedded pipeline is missing from this installation: install pressparse again"
    if name == ACCURATE:
        return (
            f"the accurate pipeline is not installed (missing: {', '.join(_missing_packages()) or 'its weights'}): "
            "in a copy of pressparse's repository, run pip install '.[accurate]' ./models/pressparse-accurate"
        )
    return (
        f"no spaCy pipeline {name!r} can be loaded: install it, give the path of its folder, "
        "or name none to use the embedded one"
    )


def _credit(source: Mapping[str, Any] | str) -> str:
    """One line of credit for a source, as spaCy's meta.json lists them."""
    if isinstance(source, str):
        return source
    parts = (source.get("name"), source.get("author"), source.get("license"), source.get("url"))
    return " · ".join(part for part in parts if part)
