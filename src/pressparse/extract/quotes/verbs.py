"""The words that attribute speech, in all their forms."""

from __future__ import annotations

from functools import cache

from pressparse.rules import load_rules

_VOWELS = frozenset("aeiou")
CLASSES = ("report", "speak", "phrasal", "describe", "document", "needs_that", "ahead_only", "hearer")


@cache
def forms_of(lemma: str) -> tuple[str, str, str, str]:
    """Third person, past, past participle and -ing form.

    Examples:
        >>> forms_of("reply")
        ('replies', 'replied', 'replied', 'replying')
        >>> forms_of("say")
        ('says', 'said', 'said', 'saying')
        >>> forms_of("chip in")[:2]
        ('chips in', 'chipped in')
    """
    verb, _, particle = lemma.partition(" ")
    if particle:
        third, past, participle, ing = (f"{form} {particle}" for form in forms_of(verb))
        return third, past, participle, ing
    irregular = load_rules("speech").table("irregular_forms").get(lemma)
    if irregular:
        third, past, participle, ing = irregular
        return third, past, participle, ing
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied", lemma + "ing"
    if lemma.endswith("e"):
        return lemma + "s", lemma + "d", lemma + "d", lemma[:-1] + "ing"
    third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
    return third, lemma + "ed", lemma + "ed", lemma + "ing"


@cache
def lemmas(verb_class: str) -> frozenset[str]:
    """One word list of `rules/speech.toml`: the verbs of a class, in their base form."""
    return load_rules("speech").words(verb_class)


@cache
def lemma_by_form() -> dict[str, str]:
    """Every form of every attribution verb, with its base form."""
    found: dict[str, str] = {}
    for lemma in sorted(set().union(*map(lemmas, CLASSES))):
        for form in (lemma, *forms_of(lemma)):
            found.setdefault(form, lemma)
    return found


@cache
def unmistakable_forms() -> frozenset[str]:
    """Forms that are nothing but verbs of speech, whatever the tagger says."""
    return frozenset(form for lemma in ("say", "tell", "add", "write") for form in forms_of(lemma))


def is_of(lemma: str | None, verb_class: str) -> bool:
    """Whether the verb belongs to the class."""
    return lemma is not None and lemma in lemmas(verb_class)
