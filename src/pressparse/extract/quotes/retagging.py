"""Mends the tags that taggers get wrong around attribution verbs, where their neighbours leave no doubt."""

from __future__ import annotations

from collections.abc import Sequence

from pressparse.rules import load_rules

Tagged = tuple[str, str, bool]

_DETERMINERS = frozenset(("DT", "PRP$", "POS"))
_NOUNS = ("NN", "PRP")
_NO_SUBJECT_TAGS = frozenset(("IN", "TO", "CC", "MD", "VBD", "VBZ", "VBN", "RB", "WDT", "WP", ",", ".", ":"))
_SMALL_WORD_TAGS = frozenset(("WP", "WDT", "PRP", "IN", "CC", "DT"))
_PARTICLES = frozenset(("in", "on", "out", "up", "back", "off"))
_NAME_OR_COMMA = frozenset(("NNP", "NNPS", "PRP", ","))
_AFTER_CUE = frozenset(("RP", "IN", "RB", ".", ",", ":", "QUOTE"))
_LONGEST_ATTRIBUTION = 20  # words
_FURTHEST_THAT = 7  # words from a verb to its "that"


def retagged_as(words: Sequence[Tagged]) -> list[str]:
    """The tag of each word, given as `(word, tag, is a form of an attribution verb)`.

    Examples:
        >>> retagged_as([("Roe", "NNP", False), ("noted", "VBN", True), ("that", "IN", False)])
        ['NNP', 'VBD', 'IN']
    """
    return [_mended(words, at) for at in range(len(words))]


def _mended(words: Sequence[Tagged], at: int) -> str:
    word, tag, is_cue = words[at]
    if not tag.startswith("VB"):
        return _mended_noun(words, at) if tag.startswith("NN") and is_cue else _mended_small(words, at)
    if word[0].isupper() and not is_cue and (_comes_before_cue(words, at) or _begins_name(words, at)):
        return "NNP"  # "Bergström confirmed"
    finite = load_rules("grammar").table("always_finite").get(word.lower())
    if finite and not _follows(words, at, "before_participles"):
        return str(finite)
    return _mended_cue(words, at) if is_cue else tag


def _is_acronym(words: Sequence[Tagged], at: int) -> bool:
    """Whether a word in capitals stands among words that are not."""
    neighbours = [word for word, _, _ in words[max(0, at - 1) : at + 2]]
    return (
        sum(word.isupper() for word in neighbours) == 1 and words[at][0].isupper() and len(words[at][0]) > 1
    )


def _mended_small(words: Sequence[Tagged], at: int) -> str:
    """The tag of what is taken for an adjective, a modal or a word of a closed class."""
    word, tag, is_cue = words[at]
    is_manner = word.lower() in load_rules("speech").words("manner")
    if tag in ("JJ", "RB") and word[0].isupper() and not is_manner and _comes_before_cue(words, at):
        return "NNP"  # "Long said"
    if tag in _SMALL_WORD_TAGS and _is_acronym(words, at):
        return "NNP"  # "WHO says"
    if tag == "MD" and at and words[at - 1][1] in _DETERMINERS:
        return "NN"  # "his will notes"
    if tag == "IN" and word.islower() and word not in load_rules("grammar").words("prepositions"):
        return "NN"  # "said engineer Jane Roe"
    return "VBD" if tag == "JJ" and is_cue and _follows_name(words, at) else tag


def _follows_name(words: Sequence[Tagged], at: int) -> bool:
    """Whether two words with a capital stand before a past form: no adjective stands there."""
    before = [word for word, _, _ in words[max(0, at - 2) : at]]
    return words[at][0].endswith("ed") and len(before) == 2 and all(word[0].isupper() for word in before)


def _mended_noun(words: Sequence[Tagged], at: int) -> str:
    """The tag of what may be a noun or a verb of speech: “...,” advises Jane Roe."""
    word, tag, _ = words[at]
    if _reports(words, at):
        return "VBP"
    first = word.split()[0]  # "chips in" is one word here
    if word.islower() and first.endswith(("s", "ed")) and _stands_beside_subject(words, at):
        return "VBZ" if first.endswith("s") else "VBD"
    return tag


def _stands_beside_subject(words: Sequence[Tagged], at: int) -> bool:
    return _stands_inverted(words, at) or _closes_attribution(words, at) or _leads_to_quotation(words, at)


def _leads_to_quotation(words: Sequence[Tagged], at: int) -> bool:
    """Whether it stands between a name and a quotation: Jane Roe notes, “...”."""
    if not at or words[at - 1][1] not in ("NNP", "PRP"):
        return False
    following = [tag for _, tag, _ in words[at + 1 : at + 3]]
    return following[:1] in ([","], [":"]) and following[1:] == ["QUOTE"]


def _stands_inverted(words: Sequence[Tagged], at: int) -> bool:
    """Whether a quotation stands before it and what may be its subject after it."""
    before = [tag for _, tag, _ in words[max(0, at - 2) : at]]
    follows_quotation = before[-1:] == ["QUOTE"] or before == ["QUOTE", ","]
    subject = at + 1
    if subject + 1 < len(words) and words[subject][0] in _PARTICLES:
        subject += 1
    return follows_quotation and subject < len(words) and words[subject][1] not in _NO_SUBJECT_TAGS


def _closes_attribution(words: Sequence[Tagged], at: int) -> bool:
    """Whether nothing but a name and asides stand between it and a quotation: “...,” Jane Roe points out."""
    is_noun = words[at - 1][1].startswith("NN") and words[at][1] == "VBN"
    if not (is_noun or words[at - 1][1] in _NAME_OR_COMMA) or not _may_end_clause(words, at):
        return False
    for _, tag, _ in reversed(words[max(0, at - _LONGEST_ATTRIBUTION) : at]):
        if tag == "QUOTE":
            return True
        if tag.startswith("VB") or tag in (".", ":"):
            return False
    return False


def _may_end_clause(words: Sequence[Tagged], at: int) -> bool:
    following = words[at + 1] if at + 1 < len(words) else ("", ".", False)
    return following[1] in _AFTER_CUE or following[0] in _PARTICLES


def _mended_cue(words: Sequence[Tagged], at: int) -> str:
    _, tag, _ = words[at]
    stands_finite = _follows_subject(words, at) or _closes_attribution(words, at)
    if tag == "VBN" and stands_finite and not _follows(words, at, "before_participles"):
        return "VBD"
    if tag == "VBD" and (_follows_auxiliary(words, at) or _opens_participle_clause(words, at)):
        return "VBN"
    follows_plural = at > 0 and (words[at - 1][1].startswith(_NOUNS) or words[at - 1][0] == ",")
    if tag == "VB" and follows_plural and not _follows(words, at, "before_infinitives"):
        return "VBP"
    return tag


def _follows(words: Sequence[Tagged], at: int, word_list: str) -> bool:
    """Whether one of the list is among the three words before."""
    listed = load_rules("grammar").words(word_list)
    return any(earlier.lower() in listed for earlier, _, _ in words[max(0, at - 3) : at])


def _follows_auxiliary(words: Sequence[Tagged], at: int) -> bool:
    """Whether "was" or "has been" stands right before, adverbs apart: then it is a participle."""
    before = at - 1
    while before >= 0 and words[before][1] == "RB":
        before -= 1
    return before >= 0 and words[before][0].lower() in load_rules("grammar").words("before_participles")


def _opens_participle_clause(words: Sequence[Tagged], at: int) -> bool:
    """Whether a sentence begins as in "Asked whether he would stay, Roe laughed."."""
    begins = not at or words[at - 1][1] in (".", "QUOTE")
    return begins and at + 1 < len(words) and words[at + 1][1] in ("IN", "WRB", "WP", "TO")


def _reports(words: Sequence[Tagged], at: int) -> bool:
    """Whether a word that may be a noun stands between a plural and "that": "researchers warn that"."""
    if not at or at + 1 >= len(words) or words[at - 1][1] not in ("NNP", "NNS", "NNPS", "PRP"):
        return False
    following, tag, _ = words[at + 1]
    return following.lower() == "that" and tag in ("IN", "WDT")


def _comes_before_cue(words: Sequence[Tagged], at: int) -> bool:
    return at + 1 < len(words) and words[at + 1][2] and words[at + 1][1].startswith("VB")


def _begins_name(words: Sequence[Tagged], at: int) -> bool:
    """Whether a name goes on after it, in mid-sentence: “...,” Subir Roe said; chief officer Mrs Roe."""
    word, tag, _ = words[at - 1] if at else ("", ".", False)
    in_sentence = tag == "QUOTE" or word.islower()
    return in_sentence and at + 1 < len(words) and words[at + 1][1].startswith("NNP")


def _follows_subject(words: Sequence[Tagged], at: int) -> bool:
    """Whether a participle stands where a past tense does: after a pronoun or name, or before "that"."""
    tag_before = words[at - 1][1] if at else ""
    if tag_before in ("PRP", "NNP", "NNPS"):
        return True
    for word, tag, _ in words[at + 1 : at + _FURTHEST_THAT]:
        if word.lower() == "that":
            return True
        if tag.startswith("VB") or tag == "MD":
            return False
    return False
