"""Words for what people and bodies are: "minister", "Sen.", "council"."""

from __future__ import annotations

from functools import cache

from pressparse.nlp.names import Gender, fold
from pressparse.rules import load_rules


def is_role(word: str) -> bool:
    """Whether the word is the head noun of a role, in the singular or the plural.

    Examples:
        >>> is_role("Minister"), is_role("glaciologists"), is_role("spokeswoman"), is_role("table")
        (True, True, True, False)
    """
    return any(form in _folded("roles") or _ends_as_role(form) for form in _singulars(fold(word)))


def is_role_of_several(word: str) -> bool:
    """Whether the word is a role in the plural, in full or cut short ("senators", "Sens.")."""
    if fold(word).endswith("men") and is_role(word):
        return True
    one = fold(word).removesuffix("s")
    return fold(word).endswith("s") and (one in _folded("roles") or one.capitalize() in _abbreviations())


def may_be_surname(word: str) -> bool:
    """Whether the role is a surname as well ("Baker", "Bishop")."""
    return word[:1].isupper() and fold(word) in _folded("roles_like_surnames")


def is_role_abbreviation(word: str) -> bool:
    """Whether the word is a role cut short before a name ("Sen.", "Supt", in a headline "SEN.")."""
    bare = word.rstrip(".")
    return bare in _abbreviations() or (
        bare.isupper() and len(bare) > 2 and bare.capitalize() in _abbreviations()
    )


def is_role_modifier(word: str) -> bool:
    """Whether the word belongs to the role that it stands before ("chief", "deputy")."""
    return fold(word) in _folded("role_modifiers")


def is_role_of_companies(word: str) -> bool:
    """Whether companies are called so as well ("leader", "developer")."""
    return fold(word) in _folded("roles_of_companies")


def may_name_paper(word: str) -> bool:
    """Whether the role ends names of newspapers and magazines as well ("Harbour Observer")."""
    return word[:1].isupper() and fold(word) in _folded("roles_in_names_of_papers")


def is_kin(word: str) -> bool:
    """Whether the word tells who somebody is to another ("wife", "friend")."""
    return fold(word) in _folded("kin")


def is_party(word: str) -> bool:
    """Whether the word is a member of a party ("Republican"), which looks like a name."""
    return word in _parties()


def is_body(word: str) -> bool:
    """Whether the word is a body or a group that speaks, though it has no name ("jury", "organisers")."""
    return any(form in _folded("bodies") for form in (fold(word), *_singulars(fold(word))))


def is_document(word: str) -> bool:
    """Whether the word is a document that speaks ("report", "ruling")."""
    return any(form in _folded("documents") for form in _singulars(fold(word)))


def is_organisation_word(word: str) -> bool:
    """Whether the word in a name says that it is an organisation's ("Council", "Ltd")."""
    return word[:1].isupper() and fold(word) in _organisation_words()


def is_state_body(word: str) -> bool:
    """Whether bodies called so list their fields in their names ("Department", "Committee")."""
    return word[:1].isupper() and fold(word) in _folded("state_bodies")


def words_of_bodies(noun: str) -> frozenset[str]:
    """The words in names of bodies that the noun may stand for ("company" for "Inc"), folded."""
    return _bodies_by_noun().get(fold(noun), frozenset())


def gender_of_noun(noun: str) -> Gender | None:
    """The gender that a noun tells.

    Examples:
        >>> gender_of_noun("spokeswoman"), gender_of_noun("doctor")
        ('woman', None)
    """
    return _gendered_nouns().get(fold(noun))


def _ends_as_role(word: str) -> bool:
    return any(word.endswith(ending) and len(word) > len(ending) + 2 for ending in _role_endings())


def _singulars(word: str) -> tuple[str, ...]:
    forms = [word]
    if word.endswith("s"):
        forms.append(word[:-1])
    if word.endswith("men"):
        forms.append(word[:-3] + "man")
    if word.endswith("ies"):
        forms.append(word[:-3] + "y")
    return tuple(forms)


@cache
def _folded(name: str) -> frozenset[str]:
    """One list of titles.toml, without regard to case."""
    return frozenset(map(fold, load_rules("titles").words(name)))


@cache
def _role_endings() -> tuple[str, ...]:
    return tuple(load_rules("titles").words("role_endings"))


@cache
def _abbreviations() -> frozenset[str]:
    return load_rules("titles").words("role_abbreviations")


@cache
def _parties() -> frozenset[str]:
    return load_rules("names").words("parties")


@cache
def _organisation_words() -> frozenset[str]:
    rules = load_rules("titles")
    return rules.words("organisation_words") | rules.words("legal_forms")


@cache
def _bodies_by_noun() -> dict[str, frozenset[str]]:
    return {noun: frozenset(words) for noun, words in load_rules("titles").table("bodies_by_noun").items()}


@cache
def _gendered_nouns() -> dict[str, Gender]:
    rules = load_rules("pronouns")
    men: dict[str, Gender] = dict.fromkeys(rules.words("nouns_of_men"), "man")
    women: dict[str, Gender] = dict.fromkeys(rules.words("nouns_of_women"), "woman")
    return men | women
