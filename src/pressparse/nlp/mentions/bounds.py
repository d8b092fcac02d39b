"""The pipeline's entities at their true bounds: parted where they run together, grown where they are cut."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import dropwhile
from typing import TYPE_CHECKING

from pressparse.nlp.mentions.evidence import follows_age, may_be_name, speech_verbs
from pressparse.nlp.mentions.stretches import Stretches, bare
from pressparse.nlp.name_forms import (
    HYPHENS,
    LONGEST_NAME,
    POSSESSIVES,
    body_end,
    is_address,
    is_name_word,
    person_end,
    words_of_captions,
)
from pressparse.nlp.names import is_after_name, is_given_name, is_particle, may_begin_person
from pressparse.nlp.roles import (
    is_organisation_word,
    is_party,
    is_role,
    is_role_modifier,
    may_be_surname,
    may_name_paper,
)

if TYPE_CHECKING:
    from spacy.tokens import Doc

_DASHES = frozenset({"-", "–", "—", "--", "|"})
_LABELS = {
    "PERSON": "person", "PER": "person", "ORG": "organization", "GPE": "place", "LOC": "place",
    "FAC": "place", "NORP": "group",
}  # fmt: skip


def take_entities(found: Stretches) -> None:
    """Takes in what the pipeline's entity recogniser found."""
    for ent in found.doc.ents:
        for start, end, label in _parted(found, ent.start, ent.end, _LABELS.get(ent.label_, "other")):
            found.take(start, end, label)


def _parted(found: Stretches, start: int, end: int, label: str) -> Iterator[tuple[int, int, str]]:
    """The names that a stretch really holds."""
    doc = found.doc
    if label == "person" or _is_role_and_person(doc, start, end):
        yield from _people_in(found, start, end)
        return
    if _is_all_role(doc, start, end):
        label = "other"
    end = _before_dash(doc, start, end) if label == "place" else end
    end = _before_verb(found, start, end) if start in found.in_headline else end
    start, end = bare(doc, start, _before_role(doc, start, end))
    person = _person_at_end(doc, start, end)
    if person < end:
        body = (start, _before_role(doc, start, person))
        yield *bare(doc, *body), label
        yield person, person_end(doc, person), "person"
    elif label == "organization" and start < end and start not in found.in_headline:
        yield start, max(end, body_end(doc, start)), label
    else:
        yield start, end, label


def _before_dash(doc: Doc, start: int, end: int) -> int:
    """Before a dash between spaces, which parts a place from what follows it."""
    return next((i for i in range(start + 1, end) if doc[i].text in _DASHES and doc[i - 1].whitespace_), end)


def _is_all_role(doc: Doc, start: int, end: int) -> bool:
    words = [t for t in doc[start:end] if t.is_alpha]
    ends_as_role = bool(words) and (is_role(words[-1].text) or is_address(words[-1]))
    return ends_as_role and all(is_address(t) or is_role(t.text) or is_role_modifier(t.text) for t in words)


def _is_role_and_person(doc: Doc, start: int, end: int) -> bool:
    """Whether a body is none: "Congressman Steve Roe", "Detective Constable Amara Roe"."""
    words = [t.text for t in doc[start:end]]
    if not is_role(words[0]) or any(map(is_organisation_word, words)):
        return False
    name = list(dropwhile(is_role, words))
    is_ranked = len(words) - len(name) > 1 and len(name) > 1 and all(word[0].isupper() for word in name)
    return is_ranked or may_begin_person(words[1:])


def _people_in(found: Stretches, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """One person for each part between "and" and commas."""
    doc, from_ = found.doc, start
    for i in range(start, end + 1):
        if i == end or _parts_people(doc, i):
            yield from _person_in(found, from_, i)
            from_ = i + 1


def _parts_people(doc: Doc, i: int) -> bool:
    if doc[i].text in _DASHES:
        return bool(doc[i].whitespace_)
    return doc[i].lower_ in {"and", "&", ",", ";"} and not _is_before_suffix(doc, i)


def _is_before_suffix(doc: Doc, i: int) -> bool:
    return doc[i].text == "," and i + 1 < len(doc) and is_after_name(doc[i + 1].text)


def _person_in(found: Stretches, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    doc = found.doc
    end = _before_open_bracket(doc, start, _before_verb(found, start, end))
    start, end = bare(doc, _past_roles(doc, start, end), end)
    while end - start > 1 and doc[end - 1].text in words_of_captions():
        end -= 1
    if end <= start or _ends_as_role(doc, start, end) or all("." in t.text for t in doc[start:end]):
        return  # "McKay Senior Fellow", "U.S."
    if end - start > 2 and _is_place_before_person(doc, start):
        yield start, start + 1, "place"
        start += 1
    if is_name_word(doc[start]) or end - start > 1:
        yield *_grown(found, start, end), "person"


def _ends_as_role(doc: Doc, start: int, end: int) -> bool:
    last = doc[end - 1].text
    is_surname = (
        may_be_surname(last)
        or is_given_name(last)
        or may_begin_person([t.text for t in doc[start : end - 1]])
    )
    return is_role(last) and not is_surname


def _past_roles(doc: Doc, start: int, end: int) -> int:
    """After honorifics, roles with all that belongs to them ("Secretary-General"), and the verb of "Said Roe"."""
    begins_with_verb = doc[start].tag_ in {"VBD", "VBZ"} and doc[start].lower_ in speech_verbs()
    last = start + begins_with_verb
    for i in range(start, end):
        text = doc[i].text
        is_title = (is_role(text) and not is_given_name(text)) or is_party(text)
        if is_address(doc[i]) or (is_title and i + 1 < end):
            last = i + 1
    while last < end and doc[last].text in HYPHENS | {".", "of", "the"}:
        last += 1
    return last


def _before_open_bracket(doc: Doc, start: int, end: int) -> int:
    """Before a bracket that does not close within the name: "Roe (D-WA"."""
    closes = any(token.text == ")" for token in doc[start:end])
    return next((i for i in range(start + 1, end) if doc[i].text == "(" and not closes), end)


def _before_verb(found: Stretches, start: int, end: int) -> int:
    """Before the verb that follows a name, in a headline with a capital: "Roe Welcomes"."""
    words = found.doc[start + 1 : end]
    may_be_verb = (t for t in words if t.is_lower or t.i in found.in_headline)
    verb = next((token.i for token in may_be_verb if token.tag_ in {"VBZ", "VBD", "MD"}), end)
    linked = next((t.i for t in words if t.tag_ in {"IN", "TO"} and not is_particle(t.lower_)), end)
    return min(verb, linked)  # "Roe On Roofs"


def _is_place_before_person(doc: Doc, start: int) -> bool:
    """Whether it begins as in "Governor of Oregon Jane Roe"."""
    after_link = start > 0 and doc[start - 1].lower_ in {"of", "for", "at", "in"}
    return after_link and not is_given_name(doc[start].text) and is_given_name(doc[start + 1].text)


def _before_role(doc: Doc, start: int, end: int) -> int:
    """Before the role that a body's name has run into: "Acme's Area Manager", "ABC Regional Director"."""
    is_person = may_begin_person([t.text for t in doc[start : end - 1]]) or follows_age(doc, start)
    if is_person and may_be_surname(doc[end - 1].text):
        return end  # "Winnie Cartwright"
    cut = end
    while cut > start and (is_role(doc[cut - 1].text) or (cut < end and _is_part_of_role(doc[cut - 1].text))):
        cut -= 1
    possessive = next((i for i in range(start, end) if doc[i].text in POSSESSIVES), None)
    if possessive is not None:
        return possessive if cut < end else end
    names_a_paper = cut == end - 1 > start and may_name_paper(doc[cut].text)
    return end if names_a_paper else cut  # "Harbour Courier"


def _is_part_of_role(word: str) -> bool:
    return is_role_modifier(word) and not is_organisation_word(word)


def _person_at_end(doc: Doc, start: int, end: int) -> int:
    """Where the person begins whom an organisation has swallowed: "Heritage Council Jane Roe"."""
    for i in range(start + 1, end - 1):
        before = doc[i - 1].text
        parts = is_organisation_word(before) or before.endswith("s") or _completes_role(doc, start)
        if is_given_name(doc[i].text) and parts:
            return i if not any(is_organisation_word(t.text) for t in doc[i:end]) else end
    return end


def _completes_role(doc: Doc, start: int) -> bool:
    """Whether the stretch goes on from a role: "Secretary of the" before "Interior Jane Roe"."""
    link = start - 2 if start > 1 and doc[start - 1].lower_ == "the" else start - 1
    return link > 0 and doc[link].lower_ == "of" and is_role(doc[link - 1].text)


def _grown(found: Stretches, start: int, end: int) -> tuple[int, int]:
    """The person's name with the parts of it that the pipeline left out on either side."""
    if start in found.in_headline:
        return start, end
    is_lone = end - start == 1
    while start > 0 and end - start < LONGEST_NAME and _joins_left(found, start, is_lone=is_lone):
        start -= 1
    return start, max(end, person_end(found.doc, start))


def _joins_left(found: Stretches, start: int, *, is_lone: bool) -> bool:
    before = found.doc[start - 1]
    if not found.is_free(start - 1, start) or not before.whitespace_:
        return False
    if is_role(before.text) or before.tag_ in {"VBD", "VBZ"}:
        return False
    if is_given_name(before.text) or (is_lone and _is_given_name_after_role(found.doc, start - 1)):
        return True
    follows_verb = start > 1 and found.doc[start - 2].lower_ in speech_verbs()
    return (
        follows_verb and before.tag_ in {"NNP", ""} and may_be_name(before)
    )  # "says Achta Roe", "Roe" being found


def _is_given_name_after_role(doc: Doc, i: int) -> bool:
    """Whether the capitalised word stands between a role and a surname: "Chief Officer Dov Hale"."""
    word = doc[i]
    if not i or not is_name_word(word) or is_role_modifier(word.text) or is_organisation_word(word.text):
        return False
    before = doc[i - 1]
    return is_address(before) or (
        is_role(before.text) and bool(before.whitespace_) and not is_party(word.text)
    )
