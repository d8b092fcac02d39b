"""Awards as events: who was given what, by whom, at which occasion, where, when and what for.

The order of the work:

- `names`: what is given, by the shape of its name
- `clauses`: what stands around a verb, and who does it
- `mentions`: what a sentence, row or line tells of one award, from verbs (`events`), nouns and lists
- `reality`: whether it is told as a fact
- `sentences`: all of these, over a post
- `phrases`: whom a phrase names, cut into parties; `parties`: who they are
- `merge`: mentions of one award become one entry
- `occasion`: what holds for all awards of one occasion
- `writing`: entries become records
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pressparse.extract.awards.merge import Ledger
from pressparse.extract.awards.occasion import carry_over
from pressparse.extract.awards.sentences import read_mentions
from pressparse.extract.awards.writing import award_of
from pressparse.records import Award

if TYPE_CHECKING:
    from pressparse.nlp.reading import Reading


def extract_awards(reading: Reading) -> tuple[Award, ...]:
    """The awards of a post, in the order in which they are first told.

    Examples:
        >>> from pressparse.extract.awards import extract_awards
        >>> extract_awards.__name__
        'extract_awards'
    """
    ledger = Ledger(reading)
    for mention in read_mentions(reading):
        ledger.add(mention)
    carry_over(reading, ledger)
    return tuple(award_of(reading, entry) for entry in ledger.awards)
