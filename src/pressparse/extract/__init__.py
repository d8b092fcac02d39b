"""From a reading to records: one kind of record a module, listed here in the order in which they run.

To add one, write `extract/KIND.py` with a function from `Reading` to a tuple of records, and add its line here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from pressparse.extract.awards import extract_awards
from pressparse.extract.contacts import extract_contacts
from pressparse.extract.dates import extract_dates
from pressparse.extract.numbers import extract_numbers
from pressparse.extract.photo_credits import extract_photo_credits
from pressparse.extract.quotes import extract_quotes
from pressparse.extract.social_handles import extract_social_handles
from pressparse.nlp.reading import Reading

GRAMMAR = ("tags", "parse", "ents", "sents")


class Extractor(NamedTuple):
    """How one kind of record is found.

    Attributes:
        kind: the field of `Post` that holds the records.
        extract: a pure function from a reading to the records.
        needs: the annotations of the `Doc` that it works from; without one it finds less.
    """

    kind: str
    extract: Callable[[Reading], tuple[Any, ...]]
    needs: tuple[str, ...] = ()


EXTRACTORS: tuple[Extractor, ...] = (
    Extractor("quotes", extract_quotes, GRAMMAR),
    Extractor("awards", extract_awards, GRAMMAR),
    Extractor("numbers", extract_numbers, ("tags", "parse")),
    Extractor("photo_credits", extract_photo_credits),
    Extractor("social_handles", extract_social_handles),
    Extractor("dates", extract_dates),
    Extractor("contacts", extract_contacts),
)
