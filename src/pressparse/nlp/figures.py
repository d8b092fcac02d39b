"""Whoever and whatever a post names, each with all the names it goes by."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from pressparse.nlp.mentions import Mention
from pressparse.nlp.names import Gender, PersonName, fold, full_forms, likeness
from pressparse.nlp.roles import is_organisation_word
from pressparse.nlp.titles import Title
from pressparse.records import EntityLabel
from pressparse.rules import load_rules

_SMALL_WORDS = frozenset({"of", "the", "and", "for", "&", "de", "in", "on", "to", "la", "du", "des"})
_MOST_ALIKE = 40  # figures that share a word; a page that names more people of one surname is a list
_WORD = re.compile(r"[^\W_][\w.’'&-]*")


@dataclass(eq=False, slots=True)
class Figure:
    """A person, organisation, place or group of the post, as its mentions are gathered.

    Attributes:
        phrase: the words of a body or document that has no name ("the jury"); it is no entity.
        names: the different names of a person; `texts`: of anybody, as printed.
        told: folded words of the titles that stand beside a person's names.
    """

    label: EntityLabel
    mentions: list[Mention] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    affiliation: tuple[int, int] | None = None
    gender: Gender | None = None
    phrase: str | None = None
    names: set[PersonName] = field(default_factory=set)
    texts: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)

    @property
    def name(self) -> str:
        """The fullest name, of two spellings the first printed.

        It is the body's if it is there, for a headline's names blur with their neighbours.
        """
        if self.phrase:
            return self.phrase
        if self.label == "person":
            return max(self._printed(), key=lambda m: (_parts(m), _spelt_out(m), -m.start)).text
        spelt = Counter(m.text for m in self.mentions)
        return max(self._printed(), key=lambda m: (_parts(m), spelt[m.text], len(m.text))).text

    @property
    def is_named(self) -> bool:
        """Whether it has a name or words to go by; "a nurse" has none."""
        return bool(self.mentions or self.phrase)

    @property
    def aliases(self) -> tuple[str, ...]:
        name = self.name
        return tuple(dict.fromkeys(m.text for m in self.mentions if m.text != name))

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)
        self.texts.add(mention.text)
        self.names.update([mention.name] if mention.name else [])
        if mention.name and mention.name.gender and (mention.name.addressed or self.gender is None):
            self.gender = mention.name.gender

    def _printed(self) -> list[Mention]:
        body = [m for m in self.mentions if not m.headline]
        if self.label == "person" and body and max(map(_parts, body)) == 1:
            return body + [m for m in self.mentions if m.headline and not m.text.isupper()]
        return body or self.mentions


def gather(mentions: list[Mention], told: Mapping[Mention, frozenset[str]] | None = None) -> list[Figure]:
    """The figures that the mentions name, in order of first mention.

    `told` gives for a person's name the folded words of its title: of two people with one surname they tell
    which is meant.
    """
    people = _gather_people([m for m in mentions if m.label == "person"], told or {})
    bodies = _gather_bodies([m for m in mentions if m.label == "organization"])
    rest = _gather_others([m for m in mentions if m.label in {"place", "group"}])
    figures = [*people, *bodies, *rest]
    for figure in figures:
        figure.mentions.sort(key=lambda m: m.start)
    return sorted(figures, key=lambda f: f.mentions[0].start)


def _parts(mention: Mention) -> int:
    return len(mention.name.parts) if mention.name else len(mention.text.split())


def _spelt_out(mention: Mention) -> int:
    """How many words of a name are no initials."""
    return sum(len(part) > 1 for part in mention.name.parts) if mention.name else 0


class _Index:
    """Figures by the words of their names, so that a name is compared with its likes alone."""

    def __init__(self) -> None:
        self._figures: dict[str, list[Figure]] = defaultdict(list)

    def add(self, figure: Figure, keys: Iterable[str]) -> None:
        for key in set(keys):
            listed = self._figures[key]
            if figure not in listed[-_MOST_ALIKE:]:
                listed.append(figure)

    def find(self, keys: Iterable[str]) -> list[Figure]:
        """The figures under any of the keys, at most `_MOST_ALIKE` a key, in order of entry."""
        return list(dict.fromkeys(f for key in keys for f in self._figures.get(key, [])[-_MOST_ALIKE:]))


def _gather_people(mentions: list[Mention], told: Mapping[Mention, frozenset[str]]) -> list[Figure]:
    """Full names first, so that a short one finds its full one before or after it."""
    figures: list[Figure] = []
    index = _Index()
    for mention in sorted(
        mentions, key=lambda m: (-min(_parts(m), 2), -_parts(m) * (_parts(m) > 1), m.start)
    ):
        keys = _keys_of_person(mention)
        words = told.get(mention, frozenset())
        figure = _bearer(mention, index.find(keys), words)
        if figure is None:
            figure = Figure("person")
            figures.append(figure)
        figure.add(mention)
        figure.told |= words
        index.add(figure, keys)
    return figures


def _bearer(mention: Mention, figures: list[Figure], words: frozenset[str]) -> Figure | None:
    """Whose name it is: of several bearers the one whom its title tells, then the likeliest, then the last named.

    Who is named only later in the post comes after all who were named before.
    """
    least = 4 if _parts(mention) > 1 else 1
    scored = [(_best_likeness(mention, f), f) for f in figures if not _clash(mention, f)]
    bearers = [(score, f) for score, f in scored if score >= least]
    if len(bearers) < 2:
        return bearers[0][1] if bearers else None
    return max(bearers, key=lambda b: (*_standing(mention, b[1], words), b[0], _nearness(b[1], mention)))[1]


def _standing(mention: Mention, figure: Figure, words: frozenset[str]) -> tuple[int, bool]:
    """How well a short name's title fits the figure, and whether the figure was named before."""
    if _parts(mention) > 1:
        return 0, False
    address = mention.name.address if mention.name else frozenset()
    addressed_as = frozenset[str]().union(*(name.address for name in figure.names))
    shared = len(words & figure.told) + len(address & addressed_as)
    is_another = bool(address and addressed_as) and not address & addressed_as  # "Dr Roe" is not "Ms Roe"
    was_named = any(m.start < mention.start for m in figure.mentions)
    return shared - is_another, was_named


def _likeliest(mention: Mention, scored: list[tuple[int, Figure]], *, least: int) -> Figure | None:
    """The likeliest figure; of two equally likely ones, the one who was spoken of last."""
    top = max((score for score, _ in scored), default=0)
    best = [figure for score, figure in scored if score == top]
    if top < least:
        return None
    return best[0] if len(best) == 1 else max(best, key=lambda f: _nearness(f, mention))


def _best_likeness(mention: Mention, figure: Figure) -> int:
    return max((likeness(mention.name, other) for other in figure.names), default=0) if mention.name else 0


def _keys_of_person(mention: Mention) -> list[str]:
    """Every part of the name, the names that its nicknames stand for, and how its surname begins."""
    if not mention.name:
        return []
    words = [word for part in mention.name.parts for word in (part, *re.split(r"[ -]", part))]
    words += [mention.name.nickname] if mention.name.nickname else []
    return [*words, *(full for word in words for full in full_forms(word)), mention.name.surname[:1] + "…"]


def _clash(mention: Mention, figure: Figure) -> bool:
    told = mention.name.gender if mention.name and mention.name.addressed else None
    return bool(told and figure.gender and told != figure.gender)


def _nearness(figure: Figure, mention: Mention) -> int:
    """How near before the mention the figure was last named; who is named only after it is farther."""
    before = [m.start for m in figure.mentions if m.start < mention.start]
    return max(before) if before else -min((m.start for m in figure.mentions), default=0) - 1


def _gather_bodies(mentions: list[Mention]) -> list[Figure]:
    figures: list[Figure] = []
    index = _Index()
    for mention in sorted(mentions, key=lambda m: (m.headline, -len(_content_words(m.text)), m.start)):
        keys = _keys_of_body(mention.text)
        alike = [(max(body_likeness(mention.text, t) for t in f.texts), f) for f in index.find(keys)]
        figure = _likeliest(mention, alike, least=2)
        if figure is None:
            figure = Figure("organization")
            figures.append(figure)
        figure.add(mention)
        index.add(figure, keys)
    return figures


def _keys_of_body(name: str) -> list[str]:
    """The first, the last and the head word of the name, and its initials."""
    words = _content_words(name)
    return (
        [words[0], words[-1], _initials(words), *(w for w in words if is_organisation_word(w.title()))]
        if words
        else []
    )


def body_likeness(short: str, full: str) -> int:
    """How surely the first is a form of the second organisation's name: 0 is not at all, 5 the same name.

    Examples:
        >>> body_likeness("Acme", "Acme Storage, Inc."), body_likeness("WHO", "World Health Organization")
        (3, 4)
        >>> body_likeness("Acme Films", "Acme Books"), body_likeness("Senate", "Senate Finance Committee")
        (0, 0)
    """
    a, b = _content_words(short), _content_words(full)
    if not a or not b:
        return 0
    if a == b:
        return 5
    if len(a) == 1 and short.isupper() and len(short) > 1 and _initials(b) == fold(short):
        return 4
    if a == b[: len(a)]:
        return 3 if _may_stand_for(a, b) else 0
    return 2 if len(a) < len(b) and a == b[-len(a) :] and (len(a) > 1 or is_organisation_word(short)) else 0


def _may_stand_for(beginning: tuple[str, ...], whole: tuple[str, ...]) -> bool:
    """Whether the beginning of a name is short for it; "Senate" is not for "Senate Finance Committee"."""
    if not is_organisation_word(beginning[-1].title()):
        return True
    rest = whole[len(beginning) :]
    return rest[0] in _SMALL_WORDS or all(is_organisation_word(word.title()) for word in rest)


@lru_cache(maxsize=4096)
def _content_words(name: str) -> tuple[str, ...]:
    """The folded words of an organisation's name, without article and legal form."""
    words = [fold(w.rstrip(",.’'")) for w in _WORD.findall(name)]
    legal = load_rules("titles").words("legal_forms")
    while len(words) > 1 and words[-1] in legal:
        words.pop()
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _initials(words: Iterable[str]) -> str:
    return "".join(w[0] for w in words if w not in _SMALL_WORDS)


def _gather_others(mentions: list[Mention]) -> list[Figure]:
    figures: dict[tuple[str, str], Figure] = {}
    for mention in mentions:
        figures.setdefault((mention.label, fold(mention.text)), Figure(mention.label)).add(mention)
    return list(figures.values())
