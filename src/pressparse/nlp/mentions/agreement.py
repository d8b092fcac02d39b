"""One label for one string, all over the post."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from pressparse.nlp.mentions.evidence import (
    addressed_surnames,
    follows_role,
    is_placed_as_person,
    is_placed_as_speaker,
    is_surely_person,
    may_be_name,
    speech_verbs,
    words_of_awards,
    words_of_things,
)
from pressparse.nlp.mentions.forms import is_acronym, is_organisation
from pressparse.nlp.mentions.stretches import Stretches
from pressparse.nlp.names import fold, is_generation, may_begin_person, parse_name
from pressparse.nlp.roles import is_body, is_organisation_word, is_party, is_role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_BEFORE_PLACES = frozenset({"in", "at", "from", "to", "near", "of", "into", "across", "outside"})
_LONGEST_APPOSITION = 10  # tokens
_Key = tuple[int, int]


def agree_on_labels(found: Stretches) -> None:
    """Full names by what they are mostly called and what speaks against it; then words alone by full names.

    A name with a form of address before it is a person's and stays so.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for key, label in found.labels.items():
        votes[found.words(key)][label] += 1
    open_keys = [key for key in found.labels if not found.is_addressed(key[0])]
    _settle_full_names(found, [key for key in open_keys if " " in found.words(key)], votes)
    _settle_words(found, [key for key in open_keys if " " not in found.words(key)], votes)


def _settle_full_names(found: Stretches, keys: list[_Key], votes: dict[str, Counter[str]]) -> None:
    known = addressed_surnames(found) | _surnames_of_speakers(found)
    bodies = {found.words(key) for key in keys if _stands_as_body(found.doc, *key)}
    surnames_of_several_words = _ends_of_people(found)
    for key in keys:
        words = found.words(key)
        label = votes[words].most_common(1)[0][0]
        if label == "person" and (words in bodies or _has_acronym(words)):
            label = "organization"
        label = _label_of_full_name(found.doc, key, words, label, known)
        if label in {"place", "organization"} and _is_joined_to_person(found, key):
            label = "person"
        if fold(words) in surnames_of_several_words:
            label = "person"
        found.labels[key] = label


def _ends_of_people(found: Stretches) -> set[str]:
    """The folded surnames of more than one word, as they begin a sentence: "De la Cruz"."""
    surnames = (name.surname for name in map(parse_name, found.called("person")) if len(name.parts) > 1)
    return {surname for surname in surnames if " " in surname}


def _surnames_of_speakers(found: Stretches) -> set[str]:
    """The folded words that stand alone before a verb of speech, and that the pipeline calls no place.

    A body goes by the beginning of its name, a person by its end: "Semi Hale" is one where "Hale said".
    """
    alone = (start for (start, end), label in found.labels.items() if end - start == 1 and label != "place")
    tokens = [found.doc[i] for i in alone if i + 1 < len(found.doc)]
    return {fold(t.text) for t in tokens if t.nbor(1).lower_ in speech_verbs() and may_be_name(t)}


def _label_of_full_name(doc: Doc, key: _Key, words: str, label: str, surnames: set[str]) -> str:
    parts = words.replace(",", "").split()
    if parts[-1] in words_of_awards() or (label == "person" and parts[-1] in words_of_things()):
        return "other" if label in {"person", "organization"} else label
    if is_organisation(parts):
        return "organization"
    if label == "person" or len(parts) > 4:
        return label
    if fold(parts[-1]) in surnames and not any(map(is_organisation_word, parts)):
        return "person"
    if is_surely_person(doc, *key):
        return "person"
    is_person = is_generation(parts[-1]) or is_placed_as_person(doc, *key)
    return "person" if is_person and may_begin_person(parts) else label


def _settle_words(found: Stretches, keys: list[_Key], votes: dict[str, Counter[str]]) -> None:
    organisations = {fold(words.split()[0]) for words in found.called("organization") if " " in words}
    people = found.parts_of_people()
    speakers = {found.words(key) for key in keys if is_placed_as_speaker(found.doc, *key)}
    for key in keys:
        words = found.words(key)
        label = votes[words].most_common(1)[0][0]
        if label == "person" and (is_party(words) or _is_nation(found.doc[key[0]])):
            label = "group"
        elif label == "person" and words in words_of_things():
            label = "other"
        elif (
            label == "person"
            and fold(words) in organisations - people
            and not follows_role(found.doc, key[0])
        ):
            label = "organization"
        elif fold(words) in people - organisations and not is_acronym(words):
            label = label if label == "place" and _follows_preposition(found.doc, key[0]) else "person"
        elif label == "place" and words in speakers:
            label = "person"
        found.labels[key] = label


def _is_joined_to_person(found: Stretches, key: _Key) -> bool:
    """Whether a name that begins as a person's is joined to a person's by "and"."""
    start, end = key
    parts = found.words(key).split()
    if not may_begin_person(parts) or is_organisation(parts):
        return False
    joints = ((start - 1, start - 2), (end, end + 1))
    doc = found.doc
    return any(
        0 <= other < len(doc) and doc[link].lower_ in {"and", "&"} and _is_full_person(found, other)
        for link, other in joints
    )


def _is_full_person(found: Stretches, i: int) -> bool:
    return any(found.labels[key] == "person" and key[1] - key[0] > 1 for key in found.holders(i, i + 1))


def _follows_preposition(doc: Doc, start: int) -> bool:
    is_source = doc[max(0, start - 2) : start].text.lower() == "according to"
    return start > 0 and doc[start - 1].lower_ in _BEFORE_PLACES and not is_source


def _is_nation(token: Token) -> bool:
    """Whether the word is a people's name in the plural ("Americans")."""
    return token.tag_ == "NNPS" and token.text.endswith("ans")


def _has_acronym(words: str) -> bool:
    """Whether one of several words is an acronym: "ABC Scotland" is nobody's name."""
    return not words.isupper() and any(
        part.isupper() and part.isalpha() and len(part) > 1 for part in words.split()
    )


def _stands_as_body(doc: Doc, start: int, end: int) -> bool:
    """Whether a group before the name or an apposition after it tells of a body."""
    return _follows_group(doc, start) or _is_apposed_as_body(doc, end)


def _follows_group(doc: Doc, start: int) -> bool:
    """Whether the name follows "the brokers", "the association"."""
    before = doc[start - 1] if start else None
    if before is None or not before.is_lower or not before.whitespace_:
        return False
    several = is_role(before.text) and before.text.endswith("s")
    return several or (is_body(before.text) and not is_role(before.text))


def _is_apposed_as_body(doc: Doc, end: int) -> bool:
    """Whether the name goes on with ", a maker of tents" or ", the country's largest platform"."""
    if end + 1 >= len(doc) or doc[end].text != ",":
        return False
    nouns = []
    for token in doc[end + 1 : end + 1 + _LONGEST_APPOSITION]:
        if token.tag_ in {"IN", "TO", "VBD", "VBZ", "MD", "WDT", "WP", "CC"} or token.text in {",", "."}:
            break
        nouns += [token] if token.tag_ in {"NN", "NNS"} else []
    head = nouns[-1] if nouns else None
    return head is not None and head.is_lower and is_body(head.text) and not is_role(head.text)
