"""The few morphological features that a Penn tag implies, and that the lemmatizer and extractors use."""

from __future__ import annotations

_FEATURES = {
    "NN": "Number=Sing", "NNP": "Number=Sing", "NNS": "Number=Plur", "NNPS": "Number=Plur",
    "JJ": "Degree=Pos", "JJR": "Degree=Cmp", "JJS": "Degree=Sup", "RBR": "Degree=Cmp", "RBS": "Degree=Sup",
    "VB": "VerbForm=Inf", "VBG": "VerbForm=Ger", "VBN": "VerbForm=Part",
    "VBD": "Tense=Past|VerbForm=Fin", "VBP": "Tense=Pres|VerbForm=Fin",
    "VBZ": "Number=Sing|Tense=Pres|VerbForm=Fin",
}  # fmt: skip
_OF_VERBS_AND_NOUNS = {"NOUN", "PROPN", "VERB", "AUX", "ADJ", "ADV"}


def features(tag: str, pos: str) -> str:
    """Give the features of a word ("Number=Plur"); empty where its tag implies none.

    >>> features("NNS", "NOUN"), features("IN", "ADP")
    ('Number=Plur', '')
    """
    return _FEATURES.get(tag, "") if pos in _OF_VERBS_AND_NOUNS else ""
