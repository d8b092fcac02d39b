"""Where the post names somebody or something: the pipeline's entities, put right by the form of the words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from pressparse.document import Block, Post
from pressparse.nlp.name_forms import (
    HYPHENS,
    LONGEST_NAME,
    POSSESSIVES,
    address_before,
    address_end,
    body_end,
    is_address,
    is_name_word,
    legal_forms,
    person_end,
    tokens_in,
    words_of_captions,
)
from pressparse.nlp.names import (
    PersonName,
    fold,
    is_after_name,
    is_generation,
    is_given_name,
    may_begin_person,
    parse_name,
)
from pressparse.nlp.roles import is_body, is_organisation_word, is_role, is_role_modifier, may_be_surname
from pressparse.records import EntityLabel
from pressparse.rules import load_rules

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_LABELS: dict[str, EntityLabel] = {
    "PERSON": "person", "PER": "person", "ORG": "organization", "GPE": "place", "LOC": "place",
    "FAC": "place", "NORP": "group",
}  # fmt: skip
_HEADLINES = frozenset({"title", "subtitle", "heading"})
_ARTICLES = frozenset({"the", "a", "an"})
_BEFORE_PLACES = frozenset({"in", "at", "from", "to", "near", "of", "into", "across", "outside"})
_TRAILING = POSSESSIVES | {",", ".", ":", ";", "-", "–", "—", "(", "and", "&", "of", "for", "the"}


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
    """Labels stretches of one `Doc`, the surest first; later ones give way to earlier ones."""

    def __init__(self, post: Post, doc: Doc) -> None:
        self.doc = doc
        self.post = post
        self.taken: dict[int, tuple[int, int]] = {}  # token to the stretch that holds it
        self.labels: dict[tuple[int, int], str] = {}
        self.in_headline = _tokens_of(doc, [b for b in post.blocks if b.role in _HEADLINES])

    def find(self) -> list[Mention]:
        for start, end in self._addressed():
            self._label(start, end, "person")
        for start, end in self._authors():
            self._label(start, end, "person")
        for ent in self.doc.ents:
            for start, end, label in self._parted(ent.start, ent.end, _LABELS.get(ent.label_, "other")):
                self._label(start, end, label)
        for start, end in self._people_by_form():
            self._label(start, end, "person")
        for start, end in self._bodies_by_form():
            self._label(start, end, "organization")
        for start, end in self._full_names_again():
            self._cut_out(start, end)
        self._agree_on_labels()
        for start, end in self._short_forms():
            self._label(start, end, "person")
        named = sorted(key for key, label in self.labels.items() if label != "other")
        return [self._mention(start, end) for start, end in named]

    # -- what the pipeline found, at its true bounds --------------------------------------------------------

    def _parted(self, start: int, end: int, label: str) -> Iterator[tuple[int, int, str]]:
        """The names that a stretch really holds."""
        if label == "person" or self._is_role_and_person(start, end):
            yield from self._people_in(start, end)
            return
        if self._is_all_role(start, end):
            label = "other"
        start, end = self._bare(start, self._without_role(start, end))
        person = self._person_at_end(start, end)
        if person < end:
            yield *self._bare(start, person), label
            yield person, person_end(self.doc, person), "person"
        elif label == "organization" and start < end and start not in self.in_headline:
            yield start, max(end, body_end(self.doc, start)), label
        else:
            yield start, end, label

    def _is_all_role(self, start: int, end: int) -> bool:
        words = [t for t in self.doc[start:end] if t.is_alpha]
        return bool(words) and all(is_address(t) or is_role(t.text) for t in words)

    def _is_role_and_person(self, start: int, end: int) -> bool:
        """Whether a body is none: "Congressman Steve Roe"."""
        words = [t.text for t in self.doc[start:end]]
        return is_role(words[0]) and may_begin_person(words[1:]) and not any(map(is_organisation_word, words))

    def _people_in(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        """One person for each part between "and" and commas."""
        from_ = start
        for i in range(start, end + 1):
            if i == end or (self.doc[i].lower_ in {"and", "&", ",", ";"} and not self._is_before_suffix(i)):
                yield from self._person_in(from_, i)
                from_ = i + 1

    def _person_in(self, start: int, end: int) -> Iterator[tuple[int, int, str]]:
        start, end = self._bare(self._past_roles(start, end), self._before_verb(start, end))
        while end - start > 1 and self.doc[end - 1].text in words_of_captions():
            end -= 1
        if end - start == 1 and is_role(self.doc[start].text) and not may_be_surname(self.doc[start].text):
            return
        if end - start > 2 and self._is_place_before_person(start):
            yield start, start + 1, "place"
            start += 1
        if start < end and (is_name_word(self.doc[start]) or end - start > 1):
            yield *self._grown(start, end), "person"

    def _before_verb(self, start: int, end: int) -> int:
        """Before the verb that a headline's capital has made part of the name: "Roe Welcomes"."""
        verbs = (i for i in range(start + 1, end) if self.doc[i].tag_ in {"VBZ", "VBD", "MD"})
        return next(verbs, end)

    def _is_place_before_person(self, start: int) -> bool:
        """ "Washington" in "Governor of Washington Chris Roe"."""
        first, second = self.doc[start], self.doc[start + 1]
        after_link = start > 0 and self.doc[start - 1].lower_ in {"of", "for", "at", "in"}
        return after_link and not is_given_name(first.text) and is_given_name(second.text)

    def _is_before_suffix(self, i: int) -> bool:
        return self.doc[i].text == "," and i + 1 < len(self.doc) and is_after_name(self.doc[i + 1].text)

    def _past_roles(self, start: int, end: int) -> int:
        """After honorifics, and roles with all that belongs to them ("Secretary-General")."""
        last = start
        for i in range(start, end):
            text = self.doc[i].text
            is_title = (is_role(text) and not is_given_name(text)) or text in _parties()
            if is_address(self.doc[i]) or (is_title and i + 1 < end):
                last = i + 1
        while last < end and self.doc[last].text in HYPHENS | {".", "of", "the"}:
            last += 1
        return last

    def _bare(self, start: int, end: int) -> tuple[int, int]:
        """Without articles before, and possessives and punctuation after."""
        while start < end and (self.doc[start].lower_ in _ARTICLES or self.doc[start].is_space):
            start += 1
        while end > start and (self.doc[end - 1].is_space or self.doc[end - 1].lower_ in _TRAILING):
            end -= 1
        return start, end

    def _without_role(self, start: int, end: int) -> int:
        """Before the role that a body's name has run into: "Acme's Youth Envoy", "ABC Regional Director"."""
        cut = end
        while cut > start and (
            is_role(self.doc[cut - 1].text) or (cut < end and self._is_part_of_role(cut - 1))
        ):
            cut -= 1
        possessive = next((i for i in range(start, end) if self.doc[i].text in POSSESSIVES), None)
        if possessive is not None:
            return possessive if cut < end else end
        names_a_paper = cut == end - 1 > start and self.doc[cut].is_title and not self.doc[cut - 1].is_upper
        return end if names_a_paper else cut  # "Harbour Courier"

    def _is_part_of_role(self, i: int) -> bool:
        return is_role_modifier(self.doc[i].text) and not is_organisation_word(self.doc[i].text)

    def _person_at_end(self, start: int, end: int) -> int:
        """Where the person begins whom an organisation has swallowed: "Refugee Council Jane Roe"."""
        for i in range(start + 1, end - 1):
            before = self.doc[i - 1].text
            if is_given_name(self.doc[i].text) and (is_organisation_word(before) or before.endswith("s")):
                return i if not any(is_organisation_word(t.text) for t in self.doc[i:end]) else end
        return end

    def _grown(self, start: int, end: int) -> tuple[int, int]:
        """The person's name with the parts of it that the pipeline left out on either side."""
        if start >= end or start in self.in_headline:
            return start, end
        while start > 0 and end - start < LONGEST_NAME and self._joins_left(start):
            start -= 1
        return start, max(end, person_end(self.doc, start))

    def _joins_left(self, start: int) -> bool:
        before = self.doc[start - 1]
        if start - 1 in self.taken or not before.whitespace_:
            return False
        return is_given_name(before.text) and not is_role(before.text)

    # -- what the form of the words tells -------------------------------------------------------------------

    def _addressed(self) -> Iterator[tuple[int, int]]:
        """Names after "Mr.", "Dr", "Sen."."""
        for i in range(len(self.doc)):
            start = address_end(self.doc, i)
            if i < start < len(self.doc) and self._may_be_surname(start):
                yield start, person_end(self.doc, start)

    def _may_be_surname(self, i: int) -> bool:
        """Whether the word after a form of address is a name: "Dr. King", not "H.E. King Harald"."""
        token = self.doc[i]
        if may_be_surname(token.text):
            leads_on = i + 1 < len(self.doc) and is_name_word(self.doc[i + 1])
            return not (leads_on and is_address(token))
        return not is_address(token) and not is_role(token.text)

    def _authors(self) -> Iterator[tuple[int, int]]:
        """Names of authors in bylines, which the pipeline does not read."""
        for block in self.post.blocks:
            if block.role == "byline":
                for author in filter(_looks_like_person, self.post.authors):
                    yield from self._find_in(block, author)

    def _find_in(self, block: Block, words: str) -> Iterator[tuple[int, int]]:
        at = self.post.text.find(words, block.start, block.end)
        if at >= 0:
            tokens = tokens_in(self.doc, at, at + len(words))
            yield tokens.start, tokens.stop

    def _people_by_form(self) -> Iterator[tuple[int, int]]:
        """Full names known by a common given name, a role before, speech beside or an age after them."""
        i = 0
        while i < len(self.doc):
            end = person_end(self.doc, i) if self._may_begin_name(i) else i
            if end - i > 1 and self._is_full_name(i, end):
                yield i, end
            i = max(i + 1, end)

    def _may_begin_name(self, i: int) -> bool:
        token = self.doc[i]
        if not is_name_word(token) or i in self.in_headline or is_role(token.text) or token.is_stop:
            return False
        return i not in self.taken or self.labels[self.taken[i]] == "other"

    def _is_full_name(self, start: int, end: int) -> bool:
        words = [t.text for t in self.doc[start:end] if t.text not in HYPHENS]
        firm = {self.labels[self.taken[i]] for i in range(start, end) if i in self.taken} - {"other"}
        if firm or len(words) < 2 or any(is_organisation_word(w) or w in _words_of_things() for w in words):
            return False
        return may_begin_person(words) or self._is_placed_as_person(start, end)

    def _is_placed_as_person(self, start: int, end: int) -> bool:
        before = self.doc[start - 1] if start else None
        after = [t.text for t in self.doc[end : end + 3]]
        if before is not None and (before.lower_ in _speech_verbs() or self._is_role_of_one(before)):
            return True
        has_age = (
            len(after) > 2
            and after[0] == ","
            and after[1].isdigit()
            and len(after[1]) == 2
            and after[2] in ",.;"
        )
        has_letters = len(after) > 1 and after[0] == "," and is_after_name(after[1]) and len(after[1]) > 1
        return has_age or has_letters or bool(after and after[0] in _speech_verbs())

    def _is_role_of_one(self, token: Token) -> bool:
        return is_role(token.text) and token.tag_ not in {"NNS", "NNPS"} and bool(token.whitespace_)

    def _bodies_by_form(self) -> Iterator[tuple[int, int]]:
        """Capitalised runs whose own words say that they name an organisation."""
        i = 0
        while i < len(self.doc):
            end = body_end(self.doc, i) if self._may_begin_name(i) else i
            if end - i > 1 and self._is_free(i, end) and _is_organisation(self._words(i, end).split()):
                yield i, end
            i = max(i + 1, end)

    def _is_free(self, start: int, end: int) -> bool:
        return all(self.labels[self.taken[i]] == "other" for i in range(start, end) if i in self.taken)

    def _full_names_again(self) -> Iterator[tuple[int, int]]:
        """Full names of known people wherever they stand, also joined to other words by the pipeline."""
        people = [key for key, label in self.labels.items() if label == "person" and key[1] - key[0] > 1]
        by_first: dict[str, set[tuple[str, ...]]] = defaultdict(set)
        for start, end in people:
            words = tuple(t.text for t in self.doc[start:end])
            by_first[words[0]].add(words)
        for token in self.doc:
            for words in by_first.get(token.text, ()):
                end = token.i + len(words)
                if (token.i, end) not in self.labels and tuple(
                    t.text for t in self.doc[token.i : end]
                ) == words:
                    yield token.i, end

    def _cut_out(self, start: int, end: int) -> None:
        """Gives the stretch to a person, and what is before it to whoever held it."""
        holders = {self.taken[i] for i in range(start, end) if i in self.taken}
        if any(self.labels[holder] == "person" or holder[1] > end for holder in holders):
            return
        for holder in holders:
            label = self._release(holder)
            self._label(*self._bare(holder[0], start), label)
        self._label(start, end, "person")

    def _short_forms(self) -> Iterator[tuple[int, int]]:
        """Surnames and given names, standing alone, of people named in full elsewhere."""
        known = self._parts_of_known_people()
        for token in self.doc:
            if fold(token.text) in known and self._may_be_short_form(token):
                yield token.i, person_end(self.doc, token.i, longest=1)

    def _may_be_short_form(self, token: Token) -> bool:
        """A common noun may be a name that the tagger does not know; a verb or a small word is none."""
        free = token.i not in self.taken or self.labels[self.taken[token.i]] == "other"
        return free and is_name_word(token) and not token.is_stop and token.tag_[:2] in {"NN", ""}

    def _parts_of_known_people(self) -> set[str]:
        parts: set[str] = set()
        for (start, end), label in self.labels.items():
            name = parse_name(self._words(start, end)) if label == "person" else None
            if name and len(name.parts) > 1:
                words = {name.parts[0], name.surname, *name.surname.split("-")} | {name.nickname or ""}
                parts.update(word for word in words if len(word) > 1)
        return parts

    # -- agreement ------------------------------------------------------------------------------------------

    def _agree_on_labels(self) -> None:
        """One label for one string: what it is mostly called, what its own words say, what it is short for."""
        votes: dict[str, Counter[str]] = defaultdict(Counter)
        for (start, end), label in self.labels.items():
            votes[self._words(start, end)][label] += 1
        addressed = {fold(self.doc[start].text) for start, _ in self.labels if self._is_addressed(start)}
        short, full = [], []
        for key in self.labels:
            if not self._is_addressed(key[0]):
                (full if " " in self._words(*key) else short).append(key)
        for key in full:
            label = votes[self._words(*key)].most_common(1)[0][0]
            self.labels[key] = self._label_of_full(*key, label, addressed)
        organisations = {fold(words.split()[0]) for words in self._called("organization") if " " in words}
        people = self._parts_of_known_people()
        for key in short:
            label = votes[self._words(*key)].most_common(1)[0][0]
            self.labels[key] = self._label_of_short(*key, label, organisations, people)

    def _label_of_short(
        self, start: int, end: int, label: str, organisations: set[str], people: set[str]
    ) -> str:
        """A word alone is what the full name is that it begins or ends."""
        words = self._words(start, end)
        if label == "person" and words in _parties():
            return "group"
        if fold(words) in organisations - people:
            return "organization" if label == "person" else label
        if fold(words) in people - organisations and not _is_acronym(words):
            return "person" if label != "place" or not self._follows_preposition(start) else label
        return label

    def _follows_preposition(self, start: int) -> bool:
        return start > 0 and self.doc[start - 1].lower_ in _BEFORE_PLACES

    def _label_of_full(self, start: int, end: int, label: str, addressed: set[str]) -> str:
        parts = self._words(start, end).replace(",", "").split()
        if parts[-1] in _words_of_things():
            return "other" if label in {"person", "organization"} else label
        if _is_organisation(parts) and label != "organization":
            return "organization"
        if label == "person":
            return "organization" if self._is_no_person(start, parts) else label
        fits = len(parts) < 5 and may_begin_person(parts)
        placed = (
            fold(parts[-1]) in addressed or is_generation(parts[-1]) or self._is_placed_as_person(start, end)
        )
        return "person" if fits and placed else label

    def _is_no_person(self, start: int, parts: list[str]) -> bool:
        """Whether an acronym in the name, or a group before it ("the brokers Roe Hale"), tells of a body."""
        has_acronym = (
            any(p.isupper() and p.isalpha() and len(p) > 1 for p in parts) and not " ".join(parts).isupper()
        )
        return has_acronym or self._follows_group(start)

    def _follows_group(self, start: int) -> bool:
        before = self.doc[start - 1] if start else None
        if before is None or not before.is_lower or not before.whitespace_:
            return False
        several = is_role(before.text) and before.text.endswith("s")
        return several or (is_body(before.text) and not is_role(before.text))

    def _called(self, label: str) -> Iterator[str]:
        return (self._words(*key) for key, value in self.labels.items() if value == label)

    def _is_addressed(self, start: int) -> bool:
        return address_before(self.doc, start) < start

    # -- the stretches --------------------------------------------------------------------------------------

    def _words(self, start: int, end: int) -> str:
        return self.doc[start:end].text

    def _label(self, start: int, end: int, label: str) -> None:
        """Takes the stretch, unless a firmer one holds part of it; one labelled "other" gives way."""
        holders = {self.taken[i] for i in range(start, end) if i in self.taken}
        if end <= start or any(self.labels[holder] != "other" for holder in holders):
            return
        for holder in holders:
            self._release(holder)
        self.labels[start, end] = label
        self.taken.update(dict.fromkeys(range(start, end), (start, end)))

    def _release(self, holder: tuple[int, int]) -> str:
        for i in range(*holder):
            self.taken.pop(i, None)
        return self.labels.pop(holder)

    def _mention(self, start: int, end: int) -> Mention:
        label: EntityLabel = self.labels[start, end]  # type: ignore[assignment]  # "other" is left out before
        if label != "person":
            return Mention(start, end, label, self._words(start, end), None, start in self.in_headline)
        name = parse_name(self._words(address_before(self.doc, start), start), self._words(start, end))
        return Mention(start, end, label, name.text, name, start in self.in_headline)


def _tokens_of(doc: Doc, blocks: list[Block]) -> frozenset[int]:
    return frozenset(i for block in blocks for i in tokens_in(doc, block.start, block.end))


def _looks_like_person(author: str) -> bool:
    words = author.split()
    if not 1 < len(words) <= LONGEST_NAME:
        return False
    return not any(is_organisation_word(w) or is_body(w) or _is_acronym(w) for w in words)


def _is_acronym(word: str) -> bool:
    return sum(c.isupper() for c in word) > 1 and word[-1].isupper()


def _is_organisation(parts: list[str]) -> bool:
    """Whether the head of the name says that it is an organisation's: "Chamber of Commerce", "Wind LLC"."""
    if fold(parts[-1].strip(",")) in legal_forms() and parts[-1][0].isupper():
        return True
    head = next(
        (i for i, part in enumerate(parts) if part.casefold() in {"of", "for", "on", "in"} and i), len(parts)
    )
    return is_organisation_word(parts[head - 1])


@cache
def _words_of_things() -> frozenset[str]:
    return load_rules("names").words("words_of_things")


@cache
def _parties() -> frozenset[str]:
    return load_rules("names").words("parties")


@cache
def _speech_verbs() -> frozenset[str]:
    return load_rules("pronouns").words("verbs_beside_speakers")
