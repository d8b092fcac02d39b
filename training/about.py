"""What the metas and model cards of our pipelines say of them in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class About:
    """A pipeline in words.

    Attributes:
        name: its name, without the language.
        form: what kind of pipeline it is and where it ships.
        architecture: what it is built of.
        notes: how it was trained and measured.
    """

    name: str
    form: str
    architecture: str
    notes: str = ""


EMBEDDED = About(
    name="pressparse",
    form="A small convolutional spaCy pipeline that ships inside pressparse.",
    architecture="""\
One tok2vec (hashed embeddings of norm, prefix, suffix and shape; four convolutions), to which a tagger,
  a coarse tagger, a transition-based parser and a transition-based name recognizer listen; a rule lemmatizer.
  Weights are stored in half precision.""",
)
ACCURATE = About(
    name="pressparse_accurate",
    form="The larger of pressparse's two spaCy pipelines, in a package of its own (extra `pressparse[accurate]`).",
    architecture="""\
A transformer encoder of six layers (all-MiniLM-L6-v2, uncased) with the case shapes of words beside it; upon
  it a tagger, a coarse tagger, a name recognizer (best sequence of marks) and a biaffine parser (best trees); a
  rule lemmatizer. Weights and activations have eight bits (ONNX Runtime), each word with a scale of its own.""",
    notes="""\
The pretrained encoder was fine-tuned on all the sources below, each teaching only what it annotates, and
  its weights were rounded to eight bits. Measured, rounded, on press lines of files that its twin had not seen;
  the pipeline shipped was then trained in the same way on all files. No development set taught anything.
  `python -m training` in pressparse's repository does it again.""",
)
