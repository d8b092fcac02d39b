"""Mends the tags that taggers get wrong around attribution verbs, where the words beside them leave no doubt."""

from __future__ import annotations

from collections.abc import Sequence

Tagged = tuple[str, str, bool]

_ALWAYS_FINITE = {
    "said": "VBD", "told": "VBD", "was": "VBD", "were": "VBD", "had": "VBD", "did": "VBD", "says": "VBZ", "is": "VBZ", "has": "VBZ",
    "does": "VBZ", "are": "VBP",
}  # fmt: skip
_BEFORE_PARTICIPLE = frozenset((
    "has", "have", "had", "having", "'ve", "'d", "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "get", "got",
    "gets",
))  # fmt: skip
_BEFORE_INFINITIVE = frozenset(("to", "do", "does", "did", "not", "n't", "let", "help", "helped", "make", "made", "and", "or"))
_DETERMINERS = frozenset(("DT", "PRP$", "POS"))
_NOUNS = ("NN", "PRP")


def retagged_as(words: Sequence[Tagged]) -> list[str]:
    """The tag of each word, given as `(word, tag, is an attribution verb)`.

    Examples:
        >>> retagged_as([("Roe", "NNP", False), ("noted", "VBN", True), ("that", "IN", False)])
        ['NNP', 'VBD', 'IN']
    """
    return [_mended(words, at) for at in range(len(words))]


def _mended(words: Sequence[Tagged], at: int) -> str:
    word, tag, is_cue = words[at]
    lower = word.lower()
    before = [earlier.lower() for earlier, _, _ in words[max(0, at - 3) : at]]
    tag_before = words[at - 1][1] if at else ""
    if word[0].isupper() and tag.startswith("VB") and not is_cue and _comes_before_cue(words, at):
        return "NNP"  # "Bergström confirmed"
    if tag == "MD" and tag_before in _DETERMINERS:
        return "NN"  # "his will notes"
    if lower in _ALWAYS_FINITE and tag.startswith("VB") and not (set(before) & _BEFORE_PARTICIPLE):
        return _ALWAYS_FINITE[lower]
    if tag == "VBN" and is_cue and not (set(before) & _BEFORE_PARTICIPLE) and _follows_subject(words, at):
        return "VBD"
    if tag == "VB" and is_cue and tag_before.startswith(_NOUNS) and not (set(before) & _BEFORE_INFINITIVE):
        return "VBP"
    return tag


def _comes_before_cue(words: Sequence[Tagged], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1][2] and words[at + 1][1].startswith("VB")


def _follows_subject(words: Sequence[Tagged], at: int) -> bool:
    """Whether a participle stands where a past tense does: after a pronoun or name, or before "that"."""
    following = words[at + 1][0].lower() if at + 1 < len(words) else ""
    tag_before = words[at - 1][1] if at else ""
    return following == "that" or tag_before in ("PRP", "NNP", "NNPS")
