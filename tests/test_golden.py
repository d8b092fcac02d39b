"""Whole pages come out as a person reads them."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

import golden
from pressparse import Parser

pytestmark = pytest.mark.model


@cache
def found(page: Path) -> dict[str, Any]:
    return golden.compact(Parser().parse(page).to_dict())


def cases() -> list[Any]:
    return [
        pytest.param(page, field, id=f"{page.name}-{field}", marks=_known_failure(page, field))
        for page in golden.pages()
        for field in golden.FIELDS
    ]


def _known_failure(page: Path, field: str) -> list[Any]:
    reason = golden.KNOWN_FAILURES.get((page.name, field))
    return [pytest.mark.xfail(reason=reason, strict=True)] if reason else []


@pytest.mark.parametrize(("page", "field"), cases())
def test_page_gives_what_it_says(page: Path, field: str) -> None:
    expected = json.loads(golden.expected_file(page).read_text(encoding="utf-8"))
    assert found(page)[field] == expected[field]
