"""The words that awards are told with, ready to be looked up."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from pressparse.rules import load_rules

if TYPE_CHECKING:
    from spacy.tokens import Token

Frame = Literal["give", "honour", "name", "get", "take", "go", "nominate", "shortlist", "induct", "announce"]


@cache
def words(name: str) -> frozenset[str]:
    """One word list of the rules for awards."""
    return load_rules("awards").words(name)


@cache
def singulars_and_plurals(name: str) -> frozenset[str]:
    """The nouns of one list with their plurals in -s."""
    return frozenset(form for noun in words(name) for form in (noun, noun + "s"))


def verb_of(token: Token) -> str | None:
    """The award verb that a token is a form of, by its letters: lemmas and tags may be missing or wrong."""
    return _verb_forms().get(token.lower_)


def frame_of(verb: str) -> Frame:
    """What stands where around a verb."""
    frame: Frame = load_rules("awards").table("verbs")[verb]
    return frame


@cache
def award_verb_forms(frames: frozenset[Frame]) -> frozenset[str]:
    """The forms of the verbs of some frames, and of those that need no award's name beside them."""
    nameless = {"award", "win", "accept", "collect", "pick"}
    told = (form for form, verb in _verb_forms().items() if verb in nameless or frame_of(verb) in frames)
    return frozenset(told)


@cache
def _verb_forms() -> dict[str, str]:
    rules = load_rules("awards")
    forms = dict(rules.table("irregular"))
    for verb in rules.table("verbs"):
        for form in _regular_forms(verb):
            forms.setdefault(form, verb)
    return {form: verb for form, verb in forms.items() if form not in words("no_verb_forms")}


def _regular_forms(verb: str) -> tuple[str, ...]:
    stem = verb.removesuffix("e")
    return verb, verb + "s", stem + "ed", stem + "ing"
