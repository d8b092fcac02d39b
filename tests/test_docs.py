"""The documents say what the code does."""

import dataclasses
import re
from pathlib import Path

import pytest

from pressparse import document, records

ROOT = Path(__file__).parents[1]
FIELDS = (ROOT / "docs" / "fields.md").read_text(encoding="utf-8")
DATACLASSES = [
    cls for module in (document, records) for cls in vars(module).values()
    if isinstance(cls, type) and dataclasses.is_dataclass(cls) and cls.__module__ == module.__name__
]  # fmt: skip
SAID = {
    name
    for cell in re.findall(r"^\|([^|]+)\|", FIELDS, re.MULTILINE)
    for name in re.findall(r"`([\w.]+)`", cell)
}
SAID |= {part for name in SAID for part in name.split(".")} | set(re.findall(r"`(\w+)`", FIELDS))


@pytest.mark.parametrize("cls", DATACLASSES, ids=lambda cls: cls.__name__)
def test_every_field_is_explained(cls: type) -> None:
    assert [f.name for f in dataclasses.fields(cls) if f.name not in SAID] == []


def test_the_changelog_has_the_version() -> None:
    import pressparse

    assert f"## {pressparse.__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
