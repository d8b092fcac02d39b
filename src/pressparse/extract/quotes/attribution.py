"""Who a quoted stretch is attributed to by the words around it, and by which cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from pressparse.extract.quotes.clauses import is_according_to
from pressparse.extract.quotes.not_speech import has_words, is_name_or_term, is_title_like
from pressparse.extract.quotes.speakers import speaks_as_document
from pressparse.extract.quotes.stretches import Stretch
from pressparse.extract.quotes.subjects import Subject, SubjectFinder
from pressparse.extract.quotes.verbs import is_of
from pressparse.extract.quotes.words import QUOTE, Sentence, Word
from pressparse.records import QuoteKind
from pressparse.rules import load_rules

Manner = Literal["after", "before", "according", "label", "described", "floating"]

_SPEECH_ENDS = frozenset(",!?—–-…")
_RELATIVES = frozenset(("who", "which", "whose", "whom", "where"))
_LONGEST_LABEL = 4  # words
_LONGEST_ASIDE = 45  # words between a quotation and the verb of its attribution
_ANSWERS = frozenset(("agree", "reply", "respond", "answer", "counter", "retort", "concur", "confirm", "object", "protest"))


@dataclass(frozen=True, slots=True)
class Attribution:
    """What a sentence says of who spoke.

    Attributes:
        cue: the attribution verb, or "according to"; None for a mere label ("Roe: ...").
        subject: where the speaker is named or described.
        kind: direct, or mixed where the marks hold a part of a reported clause.
        clause: the words of the sentence that attribute; two stretches with one clause are one quote.
        manner: how the attribution was found.
    """

    cue: tuple[int, int] | None
    subject: Subject | None
    kind: QuoteKind
    clause: tuple[int, int]
    manner: Manner


class Attributor:
    """Reads attributions off the sentences of one post."""

    def __init__(self, text: str, finder: SubjectFinder) -> None:
        self.text = text
        self.finder = finder

    def attribute(self, sentence: Sentence, at: int, following: Sentence = ()) -> Attribution | None:
        """The attribution of the stretch `sentence[at]`, from its sentence or, in a few forms, from the next one."""
        return (
            self._verb_first(sentence, at)
            or self.introduced(sentence, at)
            or self._subject_first(sentence, at)
            or self._according_after(sentence, at)
            or self._within_clause(sentence, at)
            or self._in_next_sentence(sentence, at, following)
        )

    # --- after the quotation ---

    def _verb_first(self, words: Sentence, at: int) -> Attribution | None:
        """ “...,” said Jane Roe """
        verb = _after_commas(words, at)
        if verb >= len(words) or words[verb].cue is None or not _stands_as_speech(words, at):
            return None
        if words[verb].tag == "VBG" or (verb + 1 < len(words) and words[verb + 1].lower == "that"):
            return None
        return self._made(words, verb, self.finder.after(words, verb), self._kind_by_start(words, at), "after")

    def _subject_first(self, words: Sentence, at: int) -> Attribution | None:
        """ “...,” Jane Roe, director of X, said """
        begin = _after_commas(words, at)
        verb = _first_finite(words, begin)
        if verb is None or verb == begin or words[verb].cue is None or not _stands_as_speech(words, at):
            return None
        if words[begin].tag in ("IN", "TO", "CC", "WDT", "WP", "VBG", "VBN") or _takes_clause(words, verb):
            return None
        subject = self.finder.before(words, verb)
        return self._made(words, verb, subject, self._kind_by_start(words, at), "after") if subject else None

    def _according_after(self, words: Sentence, at: int) -> Attribution | None:
        begin = _after_commas(words, at)
        if not is_according_to(words, begin):
            return None
        subject = self.finder.after(words, begin + 1)
        cue = (words[begin].start, words[begin + 1].end)
        return Attribution(cue, subject, self._kind_by_start(words, at), (words[begin].start, words[-1].end), "according")

    def _in_next_sentence(self, words: Sentence, at: int, following: Sentence) -> Attribution | None:
        """ “Is it?” Roe asked. “It is.” She said. """
        if at != len(words) - 1 or not following or words[at].stretch is None or not words[at].stretch.ends_sentence:
            return None
        verb = _first_finite(following, 0)
        if verb is None or not verb or following[verb].cue is None or following[verb].cue in _ANSWERS:
            return None
        rest = following[verb + 1 :]
        if any(word.is_finite or word.tag == QUOTE or word.text == ":" for word in rest) or _takes_clause(following, verb):
            return None
        if rest and rest[0].tag not in (".", "IN", "RB", "NNP", "TO") and not is_of(following[verb].cue, "hearer"):
            return None
        subject = self.finder.before(following, verb)
        return self._made(following, verb, subject, "direct", "after") if subject else None

    # --- before the quotation ---

    def _labelled(self, words: Sentence, at: int) -> Attribution | None:
        """ Roe: “...” """
        if at < 2 or words[at - 1].text != ":" or any(w.is_finite or w.cue or w.tag == QUOTE for w in words[: at - 1]):
            return None
        start, end = words[0].start, words[at - 1].start
        names = self.finder.mentions.persons_in(start, end) or self.finder.mentions.bodies_in(start, end)
        if not names and at - 1 <= _LONGEST_LABEL and all(word.text[0].isupper() for word in words[: at - 1]):
            names = [(start, words[at - 2].end)]
        if not names:
            return None
        return Attribution(None, Subject(*names[0], "name"), "direct", (start, words[at - 1].end), "label")

    def introduced(self, words: Sentence, at: int) -> Attribution | None:
        """The attribution of `words[at]` by what leads up to it: a label or a clause with a colon or comma."""
        return self._labelled(words, at) or self._introduced(words, at)

    def _introduced(self, words: Sentence, at: int) -> Attribution | None:
        """ Jane Roe, director of X, said in a statement: “...” """
        if at == 0 or not (words[at - 1].text == ":" or words[at - 1].is_comma or words[at - 1].cue):
            return None
        verb = self._verb_before(words, at)
        if verb is None:
            return self._by_colon(words, at)
        between = words[verb + 1 : at]
        if words[at - 1].text != ":" and (any(w.is_finite for w in between) or (between and between[0].lower == "that")):
            return None
        if words[at - 1].cue and words[at - 1].tag != "VBG" and not self._starts_sentence(words[at]) and not is_of(words[verb].cue, "report"):
            return None
        subject = self.finder.subject_of(words, verb)
        kind: QuoteKind = "direct" if words[at - 1].text == ":" or self._starts_sentence(words[at]) else "mixed"
        if between and kind == "mixed" and words[at - 1].is_comma:
            kind = "direct"
        return self._made(words, verb, subject, kind, "before")

    def _by_colon(self, words: Sentence, at: int) -> Attribution | None:
        """ She had this to say: “...” """
        verb = _first_finite(words, 0)
        if words[at - 1].text != ":" or verb is None or verb >= at:
            return None
        subject = self.finder.subject_of(words, verb)
        if subject is None or subject.form == "phrase":
            return None
        return Attribution(None, subject, "direct", (words[0].start, words[at - 1].end), "before")

    def _within_clause(self, words: Sentence, at: int) -> Attribution | None:
        """ She said the plan was “a start” · called it “a start” """
        stretch = words[at].stretch
        if stretch is None or not has_words(stretch) or self._is_name(words, at):
            return None
        verb = self._verb_before(words, at)
        if verb is None:
            return self._according_before(words, at)
        lemma = words[verb].cue
        if is_unreal(words, verb):
            return None
        between = words[verb + 1 : at]
        reported = is_of(lemma, "report")
        described = is_of(lemma, "describe") and not any(w.is_finite for w in between)
        documented = is_of(lemma, "document")
        if not described and not ((reported or documented) and (between or self._starts_sentence(words[at]))):
            return None
        if not described and _is_scare_quote(words, at):
            return None
        subject = self.finder.subject_of(words, verb)
        if subject is not None and not (described or reported):
            documented = speaks_as_document(self.text[subject.start : subject.end])
        if subject is None or not (described or reported or documented) or (described and is_passive(words, verb)):
            return None
        return self._made(words, verb, subject, "mixed", "described" if described and not reported else "before")

    def _according_before(self, words: Sentence, at: int) -> Attribution | None:
        begin = next((i for i in range(at) if is_according_to(words, i)), None)
        if begin is None or _is_scare_quote(words, at):
            return None
        subject = self.finder.after(words, begin + 1)
        if subject is None:
            return None
        cue = (words[begin].start, words[begin + 1].end)
        return Attribution(cue, subject, "mixed", (words[begin].start, words[at].start), "according")

    # --- what the forms share ---

    def _made(
        self, words: Sentence, verb: int, subject: Subject | None, kind: QuoteKind, manner: Manner
    ) -> Attribution:
        """The attribution by `words[verb]`; its clause is what lies between the quotations around the verb."""
        left = next((i for i in range(verb, -1, -1) if words[i].tag == QUOTE), -1)
        right = next((i for i in range(verb, len(words)) if words[i].tag == QUOTE), len(words))
        clause = (words[left + 1].start, words[right - 1].end)
        return Attribution((words[verb].start, words[verb].end), subject, kind, clause, manner)

    def _verb_before(self, words: Sentence, at: int) -> int | None:
        """The attribution verb nearest before the stretch that can govern it."""
        for i in range(at - 1, -1, -1):
            word = words[i]
            if word.text in (";", ":") and i < at - 1:
                return None
            if word.cue and is_verb_of_speech(words, i):
                return i
        return None

    def _kind_by_start(self, words: Sentence, at: int) -> QuoteKind:
        """Direct where the quotation begins its sentence, mixed where words of a clause lead into it."""
        if at == 0 or self._starts_sentence(words[at]):
            return "direct"
        return "mixed" if not words[at - 1].is_comma and words[at - 1].tag != QUOTE else "direct"

    def _starts_sentence(self, word: Word) -> bool:
        first = next((c for c in self.text[word.start : word.end] if c.isalnum()), "")
        return first.isupper() or first.isdigit()

    def _is_name(self, words: Sentence, at: int) -> bool:
        stretch = words[at].stretch
        return stretch is not None and (is_title_like(stretch.words) or is_name_or_term(self.text, stretch))


def floating_after(finder: SubjectFinder, before: Sentence, *, needs_cue: bool) -> Attribution | None:
    """The attribution of a quotation without a cue to whom the sentence before it speaks of.

    That is whose words the sentence reports, or else, unless a cue is needed, the person that it is about.
    """
    if any(word.tag == QUOTE for word in before):
        return None
    cues = [i for i, word in enumerate(before) if is_of(word.cue, "report") and is_verb_of_speech(before, i)]
    verb = cues[-1] if cues else None if needs_cue else _first_finite(before, 0)
    subject = finder.subject_of(before, verb) if verb is not None else None
    if subject is None or subject.form == "phrase" or finder.is_thing(before, subject):
        return None
    return Attribution(None, subject, "direct", (before[0].start, before[-1].end), "floating")


def _after_commas(words: Sentence, at: int) -> int:
    begin = at + 1
    while begin < len(words) and words[begin].is_comma:
        begin += 1
    return begin


def _stands_as_speech(words: Sentence, at: int) -> bool:
    """Whether the quotation ends as speech does before its attribution: in a comma, inside or after the marks."""
    stretch = words[at].stretch
    if stretch is None or not has_words(stretch):
        return False
    if stretch.words[-1] in _SPEECH_ENDS or (at + 1 < len(words) and words[at + 1].is_comma):
        return not (is_title_like(stretch.words) and stretch.words[-1] not in _SPEECH_ENDS)
    return stretch.ends_sentence or len(stretch.words.split()) >= 4


def _first_finite(words: Sentence, begin: int) -> int | None:
    """The first finite verb that is not in a relative clause set off by commas."""
    at = begin
    while at < min(len(words), begin + _LONGEST_ASIDE):
        if words[at].tag == QUOTE:
            return None
        if words[at].lower in _RELATIVES and at > begin and words[at - 1].is_comma:
            at = _aside_end(words, at)
            continue
        if words[at].is_finite:
            return _main_verb(words, at)
        at += 1
    return None


def _aside_end(words: Sentence, at: int) -> int:
    return next((i for i in range(at, len(words)) if words[i].is_comma), len(words))


def _main_verb(words: Sentence, at: int) -> int:
    """Over auxiliaries and adverbs to the verb they belong to: "has also said"."""
    verb = at
    while verb + 1 < len(words) and words[verb].lower in ("has", "have", "had", "did", "does", "do", "later", "also", "then"):
        verb += 1
    return verb if words[verb].cue else at


def _takes_clause(words: Sentence, verb: int) -> bool:
    return verb + 1 < len(words) and words[verb + 1].lower in ("that", "he", "she", "they", "it", "there")


def is_verb_of_speech(words: Sentence, at: int) -> bool:
    """Whether the word attributes here: finite, or "adding" after a comma; not "to say", not "the said plan"."""
    tag = words[at].tag
    if tag == "VBG":
        goes_with_verb = words[at - 1].is_comma or words[at - 1].lower in ("and", "by", "while", "statement")
        return at > 0 and (goes_with_verb or (at + 1 < len(words) and words[at + 1].tag in (QUOTE, ":")))
    if tag == "VB":
        return False
    return tag != "VBN" or (at > 0 and words[at - 1].lower in ("has", "have", "had", "also", "'ve") or words[at].lower == "said")


def is_passive(words: Sentence, at: int) -> bool:
    return words[at].tag == "VBN" and (at == 0 or words[at - 1].lower not in ("has", "have", "had"))


def is_unreal(words: Sentence, verb: int) -> bool:
    """Whether it is denied, refused, asked or supposed that it was said."""
    rules = load_rules("speech")
    group = [word.lower for word in words[max(0, verb - 3) : verb]]
    return any(word in rules.words("negations") or word in rules.words("hypothetical") for word in group)


def _is_scare_quote(words: Sentence, at: int) -> bool:
    """A term in marks that the clause goes on from: the “movement” has grown, “mission mode” is over."""
    stretch = words[at].stretch
    following = words[at + 1] if at + 1 < len(words) else None
    if stretch is None or following is None or stretch.words[-1] in _SPEECH_ENDS:
        return False
    length = len(stretch.words.split())
    return (length == 1 and following.text[0].isalpha() and following.tag != "CC") or (length <= 3 and following.is_finite)
