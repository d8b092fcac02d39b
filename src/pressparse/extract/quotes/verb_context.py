"""What a verb does in its sentence: whether it attributes, is passive, is denied or supposed."""

from __future__ import annotations

from itertools import pairwise

from pressparse.extract.quotes.verbs import is_of
from pressparse.extract.quotes.words import QUOTE, Sentence, Word

_LONGEST_ASIDE = 45  # words between a subject and its verb
_CLAUSE_SUBJECTS = frozenset(("that", "he", "she", "they", "it", "there"))
_BEFORE_PARTICIPLE_CUE = frozenset(("and", "as", "by", "while", "statement"))
_GROUP = 3  # words before a verb that can negate it
_LONGEST_GROUP = 6  # words from "do not" to a verb
_NOT = frozenset(("not", "n't"))


def is_verb_of_speech(words: Sentence, at: int) -> bool:
    """Whether the word attributes here: finite, or "adding" after a comma; not "to say", "the noted poet"."""
    word = words[at]
    if word.tag == "VBG":
        return _is_attributing_participle(words, at)
    if word.tag == "VBN":
        return word.lower == "said" or _is_perfect(words, at)
    return word.tag != "VB" or governing_verb(words, at) != at


def governing_verb(words: Sentence, at: int) -> int:
    """The finite verb that an infinitive of speech goes with, which says that it was said; else `at` itself.

    "did" of "did, however, acknowledge"; "liked" of "liked to say"; not of "hoped to say".
    """
    if words[at].tag not in ("VB", "VBP"):
        return at
    if at > 1 and words[at - 1].lower == "to":
        return at - 2 if words[at - 2].is_one_of("habits") else at
    auxiliary = at - 1
    while auxiliary > 0 and (words[auxiliary].tag == "RB" or words[auxiliary].is_comma):
        if words[auxiliary].is_one_of("negations"):
            return at
        auxiliary -= 1
    return auxiliary if auxiliary >= 0 and words[auxiliary].is_one_of("emphatic") else at


def _is_perfect(words: Sentence, at: int) -> bool:
    """Whether a participle follows "has" or "had": "had earlier told"."""
    group = words[max(0, at - _GROUP) : at]
    is_passive_perfect = any(word.lower == "been" for word in group)
    return any(word.is_one_of("perfect_auxiliaries") for word in group) and not is_passive_perfect


def _is_attributing_participle(words: Sentence, at: int) -> bool:
    if not at:
        return False
    leads_to_quotation = at + 1 < len(words) and words[at + 1].tag in (QUOTE, ":")
    return words[at - 1].is_comma or words[at - 1].lower in _BEFORE_PARTICIPLE_CUE or leads_to_quotation


def is_passive(words: Sentence, at: int) -> bool:
    """Whether a participle tells what was said of its subject, not by it."""
    return words[at].tag == "VBN" and not _is_perfect(words, at)


def is_unreal(words: Sentence, verb: int) -> bool:
    """Whether it is denied, wanted, possible or supposed that it was said."""
    verb = governing_verb(words, verb)
    group = _before_verb(words, verb, _GROUP)  # not "to" in "wrote to Roe and said"
    if any(word.is_one_of("negations") or word.is_one_of("unreal") for word in group):
        return True
    wide = _before_verb(words, verb, _LONGEST_GROUP)  # "do not in any way suggest"
    does_not = (a.is_one_of("auxiliaries") and b.lower in _NOT for a, b in pairwise(wide))
    return any(does_not) and not any(word.is_one_of("pronouns") for word in wide[1:])


def _before_verb(words: Sentence, verb: int, most: int) -> Sentence:
    """The words before the verb, back to a conjunction or a comma."""
    begin = max(0, verb - most)
    begin = next((i + 1 for i in range(verb - 1, begin - 1, -1) if _parts(words[i])), begin)
    return words[begin:verb]


def _parts(word: Word) -> bool:
    return word.tag == "CC" or word.is_comma


def first_finite(words: Sentence, begin: int) -> int | None:
    """The main verb of the first finite group from `begin`, relative clauses between commas left out."""
    at = begin
    while at < min(len(words), begin + _LONGEST_ASIDE):
        if words[at].tag == QUOTE:
            return None
        if words[at].is_one_of("relatives") and at > begin and words[at - 1].is_comma:
            at = next((i for i in range(at, len(words)) if words[i].is_comma), len(words))
        elif words[at].is_finite:
            return main_verb(words, at)
        else:
            at += 1
    return None


def main_clause_start(words: Sentence) -> int:
    """Where the main clause begins: after the comma of "When it rained,", "Asked whether he would stay,"."""
    opens_aside = words[0].tag in ("VBN", "VBG", "WRB") or words[0].is_one_of("subordinators")
    comma = next((i for i, word in enumerate(words) if word.is_comma), None) if opens_aside else None
    return 0 if comma is None else comma + 1


def main_verb(words: Sentence, at: int) -> int:
    """Over auxiliaries and adverbs to the verb they belong to: "has also said", "likes to say"."""
    verb = at
    while verb + 1 < len(words) and words[verb].is_one_of("verb_group"):
        verb += 1
    if verb + 2 < len(words) and words[verb + 1].lower == "to" and not words[verb].cue:
        verb += 2
    return verb if words[verb].cue else at


def takes_clause(words: Sentence, verb: int) -> bool:
    """Whether a reported clause begins right after the verb."""
    return verb + 1 < len(words) and words[verb + 1].lower in _CLAUSE_SUBJECTS


def last_report(words: Sentence) -> int | None:
    """The last verb that reports in the sentence's own voice: "noted" in "Roe noted that Poe said that ..."."""
    last: int | None = None
    for verb, word in enumerate(words):
        if is_of(word.cue, "report") and is_verb_of_speech(words, verb):
            between = words[last + 1 : verb] if last is not None else ()
            if last is None or any(w.is_comma or w.is_one_of("contrasts") for w in between):
                last = verb
    return last
