"""The tags and categories that a line under a post lists."""

from __future__ import annotations

import re
from functools import cache

from pressparse.rules import Rules, load_rules

_BETWEEN_NAMES = re.compile(r"\s{0,20}[,;]\s*|\s{1,20}(?=#\w)")
_LONGEST_NAME = 60


def listed_tags(line: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The tags and the categories that a line lists, each as printed, without "#".

    Examples:
        >>> listed_tags("Posted in Birds | Tagged puffins, skerry | 3 Comments")
        (('puffins', 'skerry'), ('Birds',))
    """
    found: dict[str, list[str]] = {"tags": [], "categories": []}
    for part in _rules().regex("separator").split(line):
        for kind, names in found.items():
            if label := _rules().regex(kind).match(part):
                names.extend(_names(part[label.end() :]))
    return tuple(found["tags"]), tuple(found["categories"])


def _names(listed: str) -> list[str]:
    names = (name.strip(" .#") for name in _BETWEEN_NAMES.split(listed))
    return [name for name in names if 0 < len(name) <= _LONGEST_NAME]


@cache
def _rules() -> Rules:
    return load_rules("tag_lines")
