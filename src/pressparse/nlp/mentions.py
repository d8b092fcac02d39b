"""Where the post names somebody or something: the pipeline's entities, put right by the form of the words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pressparse.document import Block, Post
from pressparse.nlp.names import (
    PersonName,
    fold,
    is_after_name,
    is_given_name,
    is_honorific,
    is_particle,
    parse_name,
)
from pressparse.nlp.roles import is_organisation_word, is_role, is_role_abbreviation
from pressparse.records import EntityLabel
from pressparse.rules import load_rules

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LABELS: dict[str, EntityLabel] = {
    "PERSON": "person", "PER": "person", "ORG": "organization", "GPE": "place", "LOC": "place", "FAC": "place",
    "NORP": "group",
}  # fmt: skip
_HYPHENS = frozenset("-‐‑–")
_OPENING, _CLOSING = frozenset("\"'“‘("), frozenset("\"'”’)")
_LONGEST_NAME = 7  # tokens; more capitalised words in a row are a headline or a list
_HEADLINES = frozenset({"title", "subtitle", "heading"})


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text: tokens `[start, end)` of the `Doc`, without honorific, role and possessive.

    Attributes:
        name: parts of a person's name, honorific taken into account; None for all else.
        headline: whether it stands in a headline, where names blur with their neighbours.
    """

    start: int
    end: int
    label: EntityLabel
    text: str
    name: PersonName | None = None
    headline: bool = False


def find_mentions(post: Post, doc: Doc) -> list[Mention]:
    """All names of persons, organisations, places and groups, in order, none overlapping another."""
    return _Finder(post, doc).find()


class _Finder:
    """Labels stretches of one `Doc`; later steps see what the earlier ones found."""

    def __init__(self, post: Post, doc: Doc) -> None:
        self.doc = doc
        self.post = post
        self.tagged = doc.has_annotation("TAG")
        self.taken: dict[int, tuple[int, int]] = {}  # token to the stretch that holds it
        self.labels: dict[tuple[int, int], str] = {}
        self.headlines = [b for b in post.blocks if b.role in _HEADLINES]

    def find(self) -> list[Mention]:
        for start, end in self._addressed():
            self._label(start, end, "person")
        for start, end in self._authors():
            self._label(start, end, "person")
        for ent in self.doc.ents:
            self._take_entity(ent.start, ent.end, _LABELS.get(ent.label_, "other"))
        for start, end in self._people_by_form():
            self._label(start, end, "person")
        self._agree_on_labels()
        for start, end in self._short_forms():
            self._label(start, end, "person")
        named = sorted(key for key, label in self.labels.items() if label != "other")
        return [self._mention(start, end) for start, end in named]

    # -- what the pipeline found ------------------------------------------------------------------------------

    def _take_entity(self, start: int, end: int, label: str) -> None:
        if label == "person":
            for from_, to in self._single_people(start, end):
                self._label(*self._grown(*self._bare(from_, to)), label)
            return
        start, end = self._bare_of_articles(start, end)
        if label == "organization":
            end = self._with_legal_form(end)
        self._label(start, end, label)

    def _single_people(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The stretch cut at "and" and commas: one person each."""
        from_ = start
        for i in range(start, end):
            if self.doc[i].lower_ in {"and", "&", ",", ";"} and not self._is_suffix_comma(i):
                yield from_, i
                from_ = i + 1
        yield from_, end

    def _is_suffix_comma(self, i: int) -> bool:
        return self.doc[i].text == "," and i + 1 < len(self.doc) and is_after_name(self.doc[i + 1].text)

    def _bare(self, start: int, end: int) -> tuple[int, int]:
        """Without honorifics and roles before the name, possessives and punctuation after it."""
        while start < end and (_is_address(self.doc[start]) or self._is_leading_role(start, end)):
            start += 1
        while end > start and _is_trailing(self.doc[end - 1]):
            end -= 1
        return start, end

    def _is_leading_role(self, i: int, end: int) -> bool:
        """A role before a name; hyphens inside a role ("Secretary-General") fall with it."""
        token = self.doc[i]
        if token.text in _HYPHENS or token.lower_ in {"the", "a", "an", "former", "of"}:
            return True
        return i + 1 < end and is_role(token.text) and not is_given_name(token.text)

    def _bare_of_articles(self, start: int, end: int) -> tuple[int, int]:
        while start < end and (self.doc[start].lower_ in {"the", "a", "an"} or self.doc[start].is_space):
            start += 1
        while end > start and _is_trailing(self.doc[end - 1]):
            end -= 1
        return start, end

    def _with_legal_form(self, end: int) -> int:
        after = end + 1 if end < len(self.doc) and self.doc[end].text == "," else end
        if after < len(self.doc) and fold(self.doc[after].text) in _legal_forms() and self.doc[after].text[0].isupper():
            return after + 1
        return end

    def _grown(self, start: int, end: int) -> tuple[int, int]:
        """The person's name with the parts of it that the pipeline left out on either side."""
        if start >= end or self._in_headline(start):
            return start, end
        while start > 0 and end - start < _LONGEST_NAME and self._joins_left(start):
            start -= 1
        run = self._run(start, longest=_LONGEST_NAME)
        return start, max(end, run)

    def _joins_left(self, start: int) -> bool:
        before = self.doc[start - 1]
        if start - 1 in self.taken or before.is_sent_start or not before.whitespace_:
            return False
        return is_given_name(before.text) and not is_role(before.text)

    # -- what the form of the words tells -------------------------------------------------------------------

    def _addressed(self) -> Iterator[tuple[int, int]]:
        """Names after "Mr.", "Dr", "Sen."."""
        for i in range(len(self.doc) - 1):
            if _is_address(self.doc[i]) and not _is_address(self.doc[i + 1]):
                end = self._run(i + 1)
                if end > i + 1 and not is_role(self.doc[i + 1].text):
                    yield i + 1, end

    def _authors(self) -> Iterator[tuple[int, int]]:
        """Names of authors in bylines, which the pipeline does not read."""
        for block in self.post.blocks:
            if block.role == "byline":
                for author in filter(_looks_like_person, self.post.authors):
                    yield from self._find_in(block, author)

    def _find_in(self, block: Block, words: str) -> Iterator[tuple[int, int]]:
        at = self.post.text.find(words, block.start, block.end)
        span = self.doc.char_span(at, at + len(words)) if at >= 0 else None
        if span is not None:
            yield span.start, span.end

    def _people_by_form(self) -> Iterator[tuple[int, int]]:
        """Full names that begin with a common given name, or stand where a speaker or a person's age is named."""
        i = 0
        while i < len(self.doc):
            end = self._run(i) if self._may_begin_name(i) else i
            if end - i > 1 and self._is_full_name(i, end):
                yield i, end
            i = max(i + 1, end)

    def _may_begin_name(self, i: int) -> bool:
        token = self.doc[i]
        if not _is_name_word(token) or self._in_headline(i) or is_role(token.text) or token.is_stop:
            return False
        return i not in self.taken or self.labels[self.taken[i]] == "other"

    def _is_full_name(self, start: int, end: int) -> bool:
        words = [t.text for t in self.doc[start:end] if t.text not in _HYPHENS]
        known_as = {self.labels[self.taken[i]] for i in range(start, end) if i in self.taken}
        if known_as - {"other"} or any(is_organisation_word(w) for w in words) or len(words) < 2:
            return False
        if _is_award_like(words):
            return False
        return is_given_name(words[0]) or self._beside_speech(start, end) or self._has_age(end)

    def _beside_speech(self, start: int, end: int) -> bool:
        before = self.doc[start - 1].lower_ if start else ""
        after = self.doc[end].lower_ if end < len(self.doc) else ""
        return before in _speech_verbs() or after in _speech_verbs()

    def _has_age(self, end: int) -> bool:
        after = [t.text for t in self.doc[end : end + 3]]
        return len(after) > 2 and after[0] == "," and after[1].isdigit() and len(after[1]) == 2 and after[2] in ",.;"

    def _short_forms(self) -> Iterator[tuple[int, int]]:
        """Surnames and given names, standing alone, of people named in full elsewhere."""
        known = self._parts_of_known_people()
        for token in self.doc:
            i = token.i
            if i not in self.taken and fold(token.text) in known and _is_name_word(token) and self._is_proper(token):
                yield i, self._with_hyphens(i)

    def _parts_of_known_people(self) -> set[str]:
        parts: set[str] = set()
        for (start, end), label in self.labels.items():
            if label == "person":
                name = parse_name(self.doc[start:end].text)
                if len(name.parts) > 1:
                    parts.update(p for p in (name.parts[0], name.parts[-1], name.nickname) if p and len(p) > 1)
                    parts.update(name.surname.partition("-")[::2])
        return parts

    def _is_proper(self, token: Token) -> bool:
        return token.tag_ in {"NNP", "NNPS"} or not self.tagged or not token.tag_

    def _with_hyphens(self, i: int) -> int:
        return self._run(i, longest=1)

    # -- agreement ------------------------------------------------------------------------------------------------

    def _agree_on_labels(self) -> None:
        """One label for one string: what it is called mostly, what its own words say, what it is the short form of."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for (start, end), label in self.labels.items():
            votes[self._words(start, end)][label] += 1 + 3 * self._is_certain(start)
        organisations = self._first_words("organization")
        people = self._parts_of_known_people()
        for start, end in list(self.labels):
            words = self._words(start, end)
            self.labels[start, end] = self._agreed(start, words, votes[words], organisations, people)

    def _agreed(
        self, start: int, words: str, votes: Counter[str], organisations: set[str], people: set[str]
    ) -> str:
        if self._is_certain(start):
            return "person"
        if _is_organisation(words):
            return "organization"
        label = votes.most_common(1)[0][0]
        is_short = " " not in words
        if label == "person" and is_short and fold(words) in organisations - people:
            return "organization"
        if label in {"other", "organization", "place"} and is_short and fold(words) in people and votes["person"]:
            return "person"
        return label

    def _is_certain(self, start: int) -> bool:
        return start > 0 and _is_address(self.doc[start - 1])

    def _first_words(self, label: str) -> set[str]:
        names = (self._words(*key) for key, value in self.labels.items() if value == label)
        return {fold(words.split()[0]) for words in names if " " in words}

    # -- the rest -----------------------------------------------------------------------------------------------

    def _words(self, start: int, end: int) -> str:
        return self.doc[start:end].text

    def _run(self, start: int, longest: int = _LONGEST_NAME) -> int:
        """Where the name that may begin at `start` ends: capitalised words, initials, hyphens, particles, a nickname."""
        end, words = start, 0
        while end < len(self.doc) and words < longest:
            step = self._step(end, first=words == 0)
            if not step:
                break
            end, words = end + step, words + 1
        return self._with_suffix(end) if words > 1 else end

    def _step(self, i: int, *, first: bool) -> int:
        """How many tokens the name's next word takes at `i`; 0 where the name has ended."""
        token = self.doc[i]
        if not first and not self.doc[i - 1].whitespace_ and self.doc[i - 1].text not in _HYPHENS:
            return 0
        if _is_name_word(token) and (first or not self._ends_names(token)):
            return 1 + self._hyphenated(i + 1)
        if not first and is_particle(token.text) and token.whitespace_ and self._leads_to_name(i + 1):
            return 1
        return 0 if first else self._nickname(i)

    def _hyphenated(self, i: int) -> int:
        """Tokens of "-moon" in "Ki-moon"."""
        steps = 0
        while i + steps + 1 < len(self.doc) and self.doc[i + steps].text in _HYPHENS:
            glued = not self.doc[i + steps].whitespace_ and not self.doc[i + steps - 1].whitespace_
            if not (glued and self.doc[i + steps + 1].is_alpha):
                break
            steps += 2
        return steps

    def _leads_to_name(self, i: int) -> bool:
        if i < len(self.doc) and is_particle(self.doc[i].text):
            i += 1
        return i < len(self.doc) and _is_name_word(self.doc[i])

    def _nickname(self, i: int) -> int:
        """Tokens of a nickname in marks: Walter "Dub" Ingersoll."""
        if self.doc[i].text not in _OPENING or i + 3 >= len(self.doc):
            return 0
        inside, closing, after = self.doc[i + 1], self.doc[i + 2], self.doc[i + 3]
        fits = inside.text[0].isupper() and closing.text in _CLOSING and bool(closing.whitespace_)
        return 3 if fits and _is_name_word(after) and inside.is_alpha else 0

    def _ends_names(self, token: Token) -> bool:
        return is_role(token.text) or (self.tagged and token.pos_ in {"VERB", "AUX"} and not is_given_name(token.text))

    def _with_suffix(self, end: int) -> int:
        """With ", Jr." or "III", which are part of the name."""
        after = end + 1 if end < len(self.doc) and self.doc[end].text == "," else end
        generations = load_rules("names").words("generations")
        return after + 1 if after < len(self.doc) and self.doc[after].text.rstrip(".") in generations else end

    def _in_headline(self, i: int) -> bool:
        at = self.doc[i].idx
        return any(block.start <= at < block.end for block in self.headlines)

    def _label(self, start: int, end: int, label: str) -> None:
        """Takes the stretch, unless a firmer one holds part of it; what is weaker gives way."""
        if end <= start:
            return
        holders = {self.taken[i] for i in range(start, end) if i in self.taken}
        if any(self.labels[holder] != "other" for holder in holders):
            return
        for holder in holders:
            del self.labels[holder]
            for i in range(*holder):
                self.taken.pop(i, None)
        self.labels[start, end] = label
        self.taken.update(dict.fromkeys(range(start, end), (start, end)))

    def _mention(self, start: int, end: int) -> Mention:
        label: EntityLabel = self.labels[start, end]  # type: ignore[assignment]
        words = self._words(start, end)
        name = parse_name(self.doc[self._address_before(start) : end].text) if label == "person" else None
        return Mention(start, end, label, name.text if name else words, name, self._in_headline(start))

    def _address_before(self, start: int) -> int:
        while start > 0 and is_honorific(self.doc[start - 1].text):
            start -= 1
        return start


def _is_name_word(token: Token) -> bool:
    """Capitalised, and a word or an initial."""
    text = token.text
    return text[0].isupper() and (text[0].isalpha() and text.replace(".", "").replace("'", "").replace("’", "").isalpha())


def _is_address(token: Token) -> bool:
    return is_honorific(token.text) or is_role_abbreviation(token.text)


def _is_trailing(token: Token) -> bool:
    return token.is_space or token.lower_ in {"'s", "’s", "'", "’", ",", ".", ":", ";", "-", "–", "—", "(", "and"}


def _looks_like_person(author: str) -> bool:
    words = author.split()
    return 1 < len(words) < _LONGEST_NAME and not any(is_organisation_word(w) or w.isupper() for w in words)


def _is_organisation(words: str) -> bool:
    """Whether the words themselves say that they name an organisation: a legal form at the end."""
    last = words.split()[-1]
    return " " in words and fold(last.strip(",")) in _legal_forms() and last[0].isupper()


def _is_award_like(words: Iterable[str]) -> bool:
    return any(word in _NOT_NAMES for word in words)


_NOT_NAMES = frozenset(
    "Award Awards Prize Medal Cup Day Night Week Festival Street Road Avenue Park River Lake Mountain Valley Island"
    " Act Bill Report Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April June July"
    " August September October November December Christmas Easter House Hall Room Tower Bridge Station Airport"
    " University College School Church Hospital Center Centre County City State North South East West".split()
)


@cache
def _legal_forms() -> frozenset[str]:
    return load_rules("titles").words("legal_forms")


@cache
def _speech_verbs() -> frozenset[str]:
    return load_rules("pronouns").words("verbs_beside_speakers")
