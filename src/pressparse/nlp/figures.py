"""Whoever and whatever a post names, each with all the names it goes by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from pressparse.nlp.mentions import Mention
from pressparse.nlp.names import Gender, fold, likeness
from pressparse.nlp.roles import is_organisation_word
from pressparse.nlp.titles import Title
from pressparse.records import EntityLabel
from pressparse.rules import load_rules

_SMALL_WORDS = frozenset({"of", "the", "and", "for", "&", "de", "in", "on", "to", "la", "du", "des"})
_WORD = re.compile(r"[^\W_][\w.’'&-]*")


@dataclass(eq=False, slots=True)
class Figure:
    """A person, organisation, place or group of the post, as its mentions are gathered.

    Attributes:
        phrase: the words of a body or document that has no name ("the jury"); it is no entity.
        firsts: tokens at which its mentions begin, in order.
    """

    label: EntityLabel
    mentions: list[Mention] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    affiliation: tuple[int, int] | None = None
    gender: Gender | None = None
    phrase: str | None = None

    @property
    def name(self) -> str:
        """The fullest name; in the body if it is there, for a headline's names blur with their neighbours."""
        if self.phrase:
            return self.phrase
        spelt = Counter(m.text for m in self.mentions)
        return max(self._printed(), key=lambda m: (_parts(m), spelt[m.text], len(m.text))).text

    @property
    def aliases(self) -> tuple[str, ...]:
        name = self.name
        return tuple(dict.fromkeys(m.text for m in self.mentions if m.text != name))

    def add(self, mention: Mention) -> None:
        self.mentions.append(mention)
        if mention.name and mention.name.gender and (mention.name.addressed or self.gender is None):
            self.gender = mention.name.gender

    def _printed(self) -> list[Mention]:
        body = [m for m in self.mentions if not m.headline]
        if self.label == "person" and body:
            shouted = [m for m in self.mentions if m.headline and not m.text.isupper()]
            return body + [m for m in shouted if _parts(m) > max(map(_parts, body))]
        return body or self.mentions


def gather(mentions: list[Mention]) -> list[Figure]:
    """The figures that the mentions name, in order of first mention."""
    people = _gather_people([m for m in mentions if m.label == "person"])
    bodies = _gather_bodies([m for m in mentions if m.label == "organization"])
    rest = _gather_others([m for m in mentions if m.label in {"place", "group"}])
    figures = [*people, *bodies, *rest]
    for figure in figures:
        figure.mentions.sort(key=lambda m: m.start)
    return sorted(figures, key=lambda f: f.mentions[0].start)


def _parts(mention: Mention) -> int:
    return len(mention.name.parts) if mention.name else len(mention.text.split())


def _gather_people(mentions: list[Mention]) -> list[Figure]:
    """Full names first, so that a short one finds its full one before or after it."""
    figures: list[Figure] = []
    full = [m for m in mentions if _parts(m) > 1]
    for mention in sorted(full, key=lambda m: (-_parts(m), m.start)):
        _join(mention, figures, lambda m, f: max(_person_likeness(m, other) for other in f.mentions), least=4)
    known = list(figures)
    for mention in (m for m in mentions if _parts(m) <= 1):
        _join_short(mention, known, figures)
    return figures


def _person_likeness(short: Mention, full: Mention) -> int:
    return likeness(short.name, full.name) if short.name and full.name else 0


def _join(
    mention: Mention, figures: list[Figure], alike: Callable[[Mention, Figure], int], *, least: int
) -> None:
    """Adds the mention to the likeliest figure, or to a new one."""
    best = max(figures, key=lambda f: alike(mention, f), default=None)
    if best is None or alike(mention, best) < least:
        best = Figure(mention.label)
        figures.append(best)
    best.add(mention)


def _join_short(mention: Mention, known: list[Figure], figures: list[Figure]) -> None:
    """Adds "Mr. Roe" to the likeliest Roe; of two equally likely ones, to the one who was spoken of last."""
    scored = [(max(_person_likeness(mention, m) for m in f.mentions), f) for f in figures]
    fitting = [(score, f) for score, f in scored if score and not _clash(mention, f)]
    top = max((score for score, _ in fitting), default=0)
    best = [f for score, f in fitting if score == top]
    if not best:
        figures.append(Figure("person"))
        best = figures[-1:]
    max(best, key=lambda f: _nearness(f, mention)).add(mention)


def _clash(mention: Mention, figure: Figure) -> bool:
    told = mention.name.gender if mention.name and mention.name.addressed else None
    return bool(told and figure.gender and told != figure.gender)


def _nearness(figure: Figure, mention: Mention) -> int:
    """How near before the mention the figure was last named; those named only after it are farther than any."""
    before = [m.start for m in figure.mentions if m.start < mention.start]
    return max(before) if before else -min((m.start for m in figure.mentions), default=0) - 1


def _gather_bodies(mentions: list[Mention]) -> list[Figure]:
    figures: list[Figure] = []
    in_body_first = sorted(mentions, key=lambda m: (m.headline, -len(_content_words(m.text)), m.start))
    for mention in in_body_first:
        _join(mention, figures, lambda m, f: max(body_likeness(m.text, o.text) for o in f.mentions), least=2)
    return figures


def body_likeness(short: str, full: str) -> int:
    """How surely the first is a form of the second organisation's name: 0 is not at all, 5 the same name.

    Examples:
        >>> body_likeness("Acme", "Acme Grid Storage, Inc."), body_likeness("WRP", "World Rivers Programme")
        (3, 4)
        >>> body_likeness("Acme Films", "Acme Books"), body_likeness("Senate", "Senate Finance Committee")
        (0, 0)
    """
    a, b = _content_words(short), _content_words(full)
    if not a or not b:
        return 0
    if a == b:
        return 5
    if len(a) == 1 and short.isupper() and len(short) > 1 and _initials(b, full) == fold(short):
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


def _content_words(name: str) -> tuple[str, ...]:
    """The folded words of an organisation's name, without article and legal form."""
    words = [fold(w.rstrip(",.’'")) for w in _WORD.findall(name)]
    legal = load_rules("titles").words("legal_forms")
    while len(words) > 1 and words[-1] in legal:
        words.pop()
    return tuple(words[1:] if len(words) > 1 and words[0] == "the" else words)


def _initials(words: Iterable[str], full: str) -> str:
    return "".join(w[0] for w in words if w not in _SMALL_WORDS) if full else ""


def _gather_others(mentions: list[Mention]) -> list[Figure]:
    figures: dict[tuple[str, str], Figure] = {}
    for mention in mentions:
        figures.setdefault((mention.label, fold(mention.text)), Figure(mention.label)).add(mention)
    return list(figures.values())
