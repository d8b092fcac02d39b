"""The parts of a sentence between its commas, and where a noun phrase begins and ends among them."""

from __future__ import annotations

from collections.abc import Iterator

from pressparse.extract.quotes.verbs import lemmas
from pressparse.extract.quotes.words import QUOTE, Sentence, Word, grammar

PARTICIPLES = frozenset(("VBG", "VBN"))
PREPOSITIONS = frozenset(("IN", "TO"))
_ASIDE_TAGS = frozenset(("IN", "TO", "WP", "WDT", "WRB", "RB"))
_NO_SUBJECT_TAGS = _ASIDE_TAGS | {QUOTE}
_NOUN_TAGS = frozenset(("NN", "PR", "CD", "DT", ""))
_ALSO_DETERMINERS = frozenset(("both", "all", "in"))  # they may begin what is said
_MOST_CHUNKS = 8
_FEWEST_NAMES = 2  # words of a name that nothing else tells

Chunk = tuple[int, int]


def chunks_right(words: Sentence, begin: int) -> Iterator[Chunk]:
    """The parts between commas from `begin` to the end of the clause, as `(first, after last)`."""
    a = begin
    for _ in range(_MOST_CHUNKS):
        b = a
        while b < len(words) and not (words[b].is_comma or words[b].is_stop or words[b].tag == QUOTE):
            b += 1
        if b > a:
            yield a, b
        if b >= len(words) or not words[b].is_comma:
            return
        a = b + 1


def chunks_left(words: Sentence, comma: int, floor: int) -> Iterator[Chunk]:
    """The parts between commas before `comma`, nearest first, back to `floor`."""
    b = comma
    for _ in range(2 * _MOST_CHUNKS):
        a = b
        while a > floor and not (words[a - 1].is_comma or words[a - 1].is_stop):
            a -= 1
        if b > a:
            yield a, b
        if a <= floor or words[a - 1].is_stop:
            return
        b = a - 1


def begins_aside(word: Word) -> bool:
    """Whether what begins with the word is said by the way: "who ...", "speaking ...", "in a statement"."""
    starts_with_verb = word.tag.startswith("VB") and word.text[0].islower()  # "Ms" is often tagged as one
    if starts_with_verb or word.is_one_of("relatives"):
        return True
    return word.tag in _ASIDE_TAGS and not word.is_one_of("clause_openers")


def bounds_phrase(word: Word) -> bool:
    """Whether a noun phrase that stands after the word cannot reach beyond it."""
    if word.is_comma or word.is_stop or word.tag == QUOTE or word.is_finite:
        return True
    return word.is_one_of("relatives") or word.is_one_of("subordinators")


def may_be_subject(words: Sentence, a: int, b: int) -> bool:
    """Whether the words can be a noun phrase in the place of a subject."""
    if a >= b or words[a].tag in _NO_SUBJECT_TAGS or words[a].is_finite or is_day(words[a]):
        return False
    return any(word.tag[:2] in _NOUN_TAGS for word in words[a:b])


def is_written_as_name(words: Sentence, a: int, b: int) -> bool:
    """Whether the phrase is written as a name, known or not; a sentence begins with a capital anyway."""
    if not all(word.text[0].isupper() for word in words[a:b]):
        return False
    return a > 0 or all(word.tag.startswith("NNP") for word in words[a:b]) or _is_bare_singular(words[a:b])


def bare_name_start(words: Sentence, a: int, b: int) -> int:
    """Where a name of two words or more begins after an age or a trade: "91-year-old Jane Roe", "plumber Jane Roe"."""
    name = b
    while name > a and words[name - 1].text[0].isupper() and words[name - 1].tag[:2] in ("NN", "JJ", "VB"):
        name -= 1
    before = words[a:name]
    is_bare = all(word.text[0].islower() or word.tag in ("JJ", "CD") for word in before)
    has_article = any(word.tag in ("DT", "PRP$", "POS", "IN", "CC") for word in before)
    return name if before and b - name >= _FEWEST_NAMES and is_bare and not has_article else a


def _is_bare_singular(words: Sentence) -> bool:
    """Whether a lone singular noun lacks the article that it would have if it were no name: "Holm wrote"."""
    return len(words) == 1 and words[0].tag == "NN" and not words[0].is_one_of("bare_subjects")


def before_adverbial(words: Sentence, a: int, b: int) -> int:
    """Where "in a statement", "on Tuesday", "released today" begin after a subject."""
    for i in range(a + 1, b):
        if words[i].is_one_of("adverbial_prepositions") or is_day(words[i]) or words[i].tag in PARTICIPLES:
            return i
    return b


def before_participle(words: Sentence, a: int, b: int) -> int:
    """Where "seen by Radio Nova", "published today" begin after a noun."""
    for i in range(a + 1, b):
        if words[i].tag in PARTICIPLES and words[i - 1].tag.startswith("NN"):
            return i
    return b


def skip_openers(words: Sentence, a: int, b: int) -> int:
    """Over "But", "Meanwhile", "also" to where a subject begins."""
    while a < b and (words[a].is_one_of("clause_openers") or words[a].tag in ("RB", "CC")):
        a += 1
    return a


def skip_manner(words: Sentence, at: int) -> int:
    """Over words after a verb that say how or when: "said later"."""
    while at < len(words) and words[at].lower in lemmas("manner") - _ALSO_DETERMINERS:
        at += 1
    return at


def skip_verb_group_back(words: Sentence, at: int, floor: int) -> int:
    """Over auxiliaries and adverbs before a verb: "has also said"."""
    while at >= floor:
        if at > floor and words[at].is_one_of("times_of_day") and is_day(words[at - 1]):
            at -= 2  # "this evening", "Monday night"
        elif _is_of_verb_group(words[at]):
            at -= 1
        else:
            break
    return at


def _is_of_verb_group(word: Word) -> bool:
    return word.tag in ("MD", "RB", "RBR") or word.is_one_of("auxiliaries") or word.lower in lemmas("manner")


def has_finite(words: Sentence) -> bool:
    """Whether a finite verb is among the words."""
    return any(word.is_finite for word in words)


def is_day(word: Word) -> bool:
    """Whether it names a day or month, or begins "last week", "next year"."""
    return word.text in grammar("days")
