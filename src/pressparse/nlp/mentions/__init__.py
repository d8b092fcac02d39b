"""Where the post names somebody or something: the pipeline's entities, put right by the form of the words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from pressparse.document import Post
from pressparse.nlp.mentions import agreement, bounds, forms, places
from pressparse.nlp.mentions.evidence import kinship_before, named_as
from pressparse.nlp.mentions.stretches import Stretches
from pressparse.nlp.name_forms import address_before
from pressparse.nlp.names import PersonName, parse_name
from pressparse.nlp.roles import gender_of_noun
from pressparse.records import EntityLabel

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text: tokens `[start, end)` of the `Doc`, without honorific, role and possessive.

    Attributes:
        name: parts of a person's name, honorific taken into account; None for all else.
        headline: whether it stands in a headline, where names blur with their neighbours.
    """

    start: int
    end: int
    label: EntityLabel
    text: str
    name: PersonName | None = None
    headline: bool = False


def find_mentions(post: Post, doc: Doc) -> list[Mention]:
    """All names of persons, organisations, places and groups, in order, none overlapping another."""
    found = Stretches(post, doc)
    forms.take_addressed(found)
    places.take_kin(found)
    forms.take_authors(found)
    forms.take_source(found)
    bounds.take_entities(found)
    forms.take_full_names(found)
    forms.take_bodies(found)
    forms.take_full_names_again(found)
    places.take_speakers(found)
    places.take_bearers(found)
    agreement.agree_on_labels(found)
    forms.take_short_names(found)
    forms.take_short_bodies(found)
    return [_mention(found, key) for key, label in sorted(found.labels.items()) if label != "other"]


def _mention(found: Stretches, key: tuple[int, int]) -> Mention:
    start, end = key
    label: EntityLabel = found.labels[key]  # type: ignore[assignment]  # "other" is left out before
    words, headline = found.words(key), start in found.in_headline
    if label != "person":
        return Mention(start, end, label, words, None, headline)
    first = address_before(found.doc, start)
    name = parse_name(found.words((first, start)), words)
    noun = named_as(found.doc, first)
    told = kinship_before(found.doc, first) or (gender_of_noun(noun.text) if noun else None)
    name = replace(name, gender=name.gender or told)
    return Mention(start, end, label, name.text, name, headline)
