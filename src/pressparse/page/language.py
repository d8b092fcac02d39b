"""What language a page is in: what it says of itself, else what its words say.

English is told by its commonest words, which costs microseconds; only a text that has few of them is handed to
py3langid (a naive Bayes classifier over byte n-grams, after Lui and Baldwin, "langid.py", ACL 2012), whose model
takes a second and some hundred megabytes to load.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from pressparse.document import PageWarning
from pressparse.rules import load_rules

ENGLISH = "en"
_READ = 3000  # characters that are read; more changes nothing
_FEWEST_WORDS = 20  # fewer are a name and a date as often as a sentence
_ENGLISH_SHARE = 0.08  # running English has over 0.3 of these words, lists of goods still some, Dutch 0.05
_LEAST_SURE = 0.7
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str | None:
    """The ISO 639 code of the language that a text is in; None where it is too short or too mixed to tell.

    Examples:
        >>> language_of("The ferry left at nine, and on board were many people who had come to see the harbour. " * 2)
        'en'
        >>> language_of("Oslo, 5 May 2014") is None
        True
    """
    read = text[:_READ]
    words = _WORD.findall(read.casefold())
    english = load_rules("language").words("english")
    if len(words) >= _FEWEST_WORDS and sum(word in english for word in words) >= _ENGLISH_SHARE * len(words):
        return ENGLISH
    if len(words) < _FEWEST_WORDS and read.isascii():
        return None
    return _classified(read) if len(read) > 2 * _FEWEST_WORDS else None


def language_warning(language: str | None) -> PageWarning | None:
    """A warning where a page is in a language that its records are not read in.

    Examples:
        >>> language_warning("en-GB") is None
        True
    """
    if language is None or re.split(r"[-_]", language.lower())[0] in {ENGLISH, "eng"}:
        return None
    return PageWarning(
        "language_not_supported",
        f"the page is in {language!r}; quotes, awards and numbers are read in English",
    )


def _classified(text: str) -> str | None:
    language, sureness = _identifier().classify(text)
    return language if sureness >= _LEAST_SURE and language != "zxx" else None  # zxx: no language


@cache
def _identifier() -> Any:
    """The classifier, loaded when a text asks for it."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
