"""The weights of pressparse's accurate English pipeline, as a package that spaCy can load."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language


def load(**overrides: Any) -> Language:
    """Load the pipeline; `spacy.load("pressparse_accurate")` calls this.

    Args:
        overrides: what `spacy.load` takes, such as `config={"components.annotator.threads": 4}`.
    """
    from spacy.util import load_model_from_path

    import pressparse.nlp.accurate.component  # noqa: F401  registers the component that the pipeline names

    return load_model_from_path(Path(__file__).parent / "pipeline", **overrides)
