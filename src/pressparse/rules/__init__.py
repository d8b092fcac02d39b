"""Word lists and patterns as data: one TOML file a topic, and the loader that reads and checks them.

A rule file holds any of these::

    [words]                       # sets of words and phrases
    agencies = ["Associated Press", "AP"]

    [tables.currency]             # words with a meaning
    "US$" = "USD"

    [[patterns]]
    name = "credit"
    regex = '''(?P<agency>{agencies})\\s+photo'''   # {agencies} is any word of that list, longest first
    flags = "i"
    examples = ["AP photo"]                        # each is found (re.search)
    counter_examples = ["photo finish"]            # none is found
"""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Any

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

_PLACEHOLDER = re.compile(r"\{([a-z][a-z_]*)\}")
_FLAGS = {"i": re.IGNORECASE, "m": re.MULTILINE, "s": re.DOTALL, "x": re.VERBOSE}


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression with the texts that it must and must not be found in."""

    name: str
    regex: re.Pattern[str]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...]


@dataclass(frozen=True)
class Rules:
    """The words, tables and patterns of one topic."""

    topic: str
    _words: dict[str, tuple[str, ...]]
    _tables: dict[str, dict[str, Any]]
    patterns: dict[str, Pattern]

    def words(self, name: str) -> frozenset[str]:
        """The words of one list, as written."""
        return self._sets[name]

    @cached_property
    def _sets(self) -> dict[str, frozenset[str]]:
        return {name: frozenset(listed) for name, listed in self._words.items()}

    def table(self, name: str) -> dict[str, Any]:
        """One table, word to meaning."""
        return self._tables[name]

    def regex(self, name: str) -> re.Pattern[str]:
        """One pattern, compiled."""
        return self.patterns[name].regex


@cache
def load_rules(topic: str) -> Rules:
    """The rules of `topic`, read once a process from `rules/TOPIC.toml`.

    Examples:
        >>> "January" in load_rules("dates").table("months")
        True
    """
    data = tomllib.loads((files(__name__) / f"{topic}.toml").read_text(encoding="utf-8"))
    words = {name: tuple(listed) for name, listed in data.get("words", {}).items()}
    tables = data.get("tables", {})
    patterns = {row["name"]: _pattern(row, words | tables) for row in data.get("patterns", [])}
    return Rules(topic, words, tables, patterns)


def topics() -> tuple[str, ...]:
    """The names of all rule files.

    Examples:
        >>> "dates" in topics()
        True
    """
    return tuple(sorted(f.name[:-5] for f in files(__name__).iterdir() if f.name.endswith(".toml")))


def any_of(words: Any) -> str:
    """A regular expression for any of the words, longest first, white space between words free.

    Examples:
        >>> any_of(["AP", "AP Photo"])
        '(?:AP\\\\s+Photo|AP)'
    """
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    return "(?:" + "|".join(r"\s+".join(map(re.escape, w.split())) for w in longest_first) + ")"


def _pattern(row: dict[str, Any], lists: dict[str, Any]) -> Pattern:
    regex = _PLACEHOLDER.sub(lambda m: any_of(lists[m[1]]), row["regex"])
    flags = re.RegexFlag(0)
    for letter in row.get("flags", ""):
        flags |= _FLAGS[letter]
    compiled = re.compile(regex, flags)
    return Pattern(row["name"], compiled, tuple(row["examples"]), tuple(row.get("counter_examples", ())))
