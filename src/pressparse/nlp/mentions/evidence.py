"""What stands beside capitalised words and says that they are a person's name."""

from __future__ import annotations

from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from pressparse.nlp.mentions.stretches import Stretches
from pressparse.nlp.name_forms import HYPHENS, is_address, is_day_or_month, is_name_word
from pressparse.nlp.names import Gender, fold, is_after_name
from pressparse.nlp.roles import (
    gender_of_noun,
    is_body,
    is_document,
    is_kin,
    is_organisation_word,
    is_party,
    is_role,
    is_role_modifier,
    is_role_of_companies,
)
from pressparse.rules import load_rules

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LONGEST_APPOSITION = 15  # tokens
_OWNING = frozenset(
    {"the", "a", "an", "his", "her", "its", "our", "their", "my", "your", "'s", "’s", "'", "’"}
)
_COMPLEMENTS = frozenset({"of", "for", "at", "in", "to", "and", "on", "with", "from"})
_PLURAL = frozenset({"NNS", "NNPS"})
_OWNED_BY = frozenset({"his", "her", "my", "'s", "’s"})
_FARTHEST_OWNER = 4  # tokens of "his younger step brother"
_LONGEST_NAMING = 9  # tokens of "a retired teacher of physics named"
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def is_placed_as_person(doc: Doc, start: int, end: int) -> bool:
    """Whether what stands beside a name says that it is a person's: speech, a role, an age, degrees."""
    return (
        follows_role(doc, start)
        or (start > 0 and doc[start - 1].lower_ in speech_verbs())
        or follows_age(doc, start)
        or _follows_apposition(doc, start)
        or _precedes_what_people_have(doc, end)
    )


def is_surely_person(doc: Doc, start: int, end: int) -> bool:
    """Whether what stands beside a name is said of people alone, whoever bears such a name: an age, "who", kin."""
    if follows_age(doc, start) or kinship_before(doc, start):
        return True
    after = [token.text for token in doc[end : end + 3]]
    after = after[1:] if after[:1] == [","] else after
    return after[:1] == ["who"] or (len(after) > 1 and _is_age(*after[:2]))


def _is_age(number: str, mark: str) -> bool:
    return number.isdigit() and len(number) == 2 and mark in ",.;"


def is_placed_as_speaker(doc: Doc, start: int, end: int) -> bool:
    """Whether the name stands inverted after a quotation, as in `," said Roe.`."""
    verb = start - 1
    if verb < 0 or doc[verb].lower_ not in speech_verbs():
        return False
    opens = verb == 0 or bool(doc[verb].is_sent_start) or not doc[verb - 1].text[-1].isalnum()
    return opens and (end == len(doc) or not doc[end].text[0].isalnum())


def addressed_surnames(found: Stretches) -> set[str]:
    """The folded last words of the names that a form of address stands before."""
    people = (key for key, label in found.labels.items() if label == "person" and found.is_addressed(key[0]))
    return {fold(found.doc[end - 1].text) for _, end in people}


def follows_role(doc: Doc, start: int) -> bool:
    """Whether the role of one person stands right before the name."""
    before = doc[start - 1] if start else None
    return (
        before is not None
        and is_role(before.text)
        and before.tag_ not in _PLURAL
        and bool(before.whitespace_)
    )


def follows_age(doc: Doc, start: int) -> bool:
    """Whether "91-year-old" stands before the name."""
    return start > 2 and doc[max(0, start - 5) : start].text.lower().endswith(("year-old", "year old"))


def _follows_apposition(doc: Doc, start: int) -> bool:
    """Whether the name follows "the chair of the trust," and ends its clause's phrase."""
    if start < 3 or doc[start - 1].text != ",":
        return False
    first = start - 1
    while first > 0 and start - first < _LONGEST_APPOSITION and not _bounds_apposition(doc[first - 1]):
        first -= 1
    head = next((i for i in range(first, start - 1) if _heads_phrase(doc, i)), None)
    if head is None:
        return False
    return head == first or any(token.lower_ in _OWNING for token in doc[first:head])


def _bounds_apposition(token: Token) -> bool:
    is_mark = not token.text[0].isalnum() and token.lower_ not in _OWNING and token.text != "-"
    return is_mark or (token.tag_ in _FINITE and not is_role(token.text)) or token.lower_ in speech_verbs()


def _heads_phrase(doc: Doc, i: int) -> bool:
    """Whether the token is a role that no noun follows."""
    after = doc[i + 1]
    return is_role(doc[i].text) and (after.text == "," or after.lower_ in _COMPLEMENTS)


def _precedes_what_people_have(doc: Doc, end: int) -> bool:
    """Whether speech, "who", an age, degrees or a role in apposition follows the name."""
    after = [token.text for token in doc[end : end + 3]]
    if not after:
        return False
    if after[0] in speech_verbs() or after[0] == "who":
        return True
    if after[0] != "," or len(after) < 3:
        return False
    has_age = _is_age(*after[1:])
    has_degree = is_after_name(after[1]) and len(after[1]) > 1
    return has_age or has_degree or after[1] == "who" or _is_apposed_role(doc, end + 1)


def _is_apposed_role(doc: Doc, start: int) -> bool:
    """Whether "a retired potter" or "Chief Executive of" begins there, and nothing that companies are."""
    for i in range(start, min(start + 6, len(doc) - 1)):
        token = doc[i]
        if not token.text[0].isalnum() and token.lower_ not in _OWNING and token.text != "-":
            return False
        if is_role(token.text) and (not doc[i + 1].text[0].isalnum() or doc[i + 1].lower_ in _COMPLEMENTS):
            return not is_body(token.text) and not is_role_of_companies(token.text)
        if token.lower_ in _COMPLEMENTS or token.tag_ in _FINITE:
            return False
    return False


def kinship_before(doc: Doc, start: int) -> Gender | None:
    """The gender that "her daughter", "Roe's younger brother" before a name tells; None where no kin stands there."""
    last = start - 2 if start > 1 and doc[start - 1].text == "," else start - 1
    noun = doc[last] if last >= 0 else None
    if noun is None or not noun.is_lower or not is_kin(noun.text):
        return None
    before = doc[max(0, last - _FARTHEST_OWNER) : last]
    owned = any(t.tag_ == "PRP$" or t.lower_ in _OWNED_BY for t in before)
    return gender_of_noun(noun.text) if owned else None


def named_as(doc: Doc, start: int) -> Token | None:
    """The noun for a person that the name completes: the "widow" of "a widow of eighty named Rosa"."""
    if start < 3 or doc[start - 1].lower_ not in {"named", "called"}:
        return None
    first = next((i for i in range(start - 2, max(-1, start - _LONGEST_NAMING), -1) if _opens(doc[i])), None)
    if first is None:
        return None
    phrase = list(takewhile(lambda token: token.lower_ not in _COMPLEMENTS, doc[first : start - 1]))
    head = phrase[-1]
    told = is_kin(head.text) or is_role(head.text) or gender_of_noun(head.text) is not None
    return head if told and head.is_lower and not is_body(head.text) else None


def _opens(token: Token) -> bool:
    return token.lower_ in {"a", "an", "the"}


def may_be_name(token: Token) -> bool:
    """Whether the word is written as a name and is no role, body, party or thing."""
    word = token.text
    if not is_name_word(token) or not word.istitle() or token.is_stop or word in words_of_things():
        return False
    if is_address(token) or is_day_or_month(word) or (token.i and token.nbor(-1).text in HYPHENS):
        return False
    is_noun = is_role(word) or is_role_modifier(word) or is_body(word) or is_document(word)
    return not (is_noun or is_organisation_word(word) or is_party(word))


@cache
def words_of_awards() -> frozenset[str]:
    """Words that end names of awards."""
    return load_rules("names").words("words_of_awards")


@cache
def words_of_things() -> frozenset[str]:
    """Words that end names of awards, places, days and things."""
    return load_rules("names").words("words_of_things") | words_of_awards()


@cache
def speech_verbs() -> frozenset[str]:
    """Verbs beside which a name is most likely a speaker's."""
    return load_rules("pronouns").words("verbs_beside_speakers")
