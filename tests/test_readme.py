"""The README's first screen is true."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from pressparse import Parser

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def is_part_of(shown: Any, whole: Any) -> bool:
    """Whether `whole` holds what is shown of it; a list shows some of its items, in order."""
    if isinstance(shown, dict):
        return isinstance(whole, dict) and all(
            k in whole and is_part_of(v, whole[k]) for k, v in shown.items()
        )
    if isinstance(shown, list):
        rest = iter(whole)
        return all(any(is_part_of(item, candidate) for candidate in rest) for item in shown)
    return bool(shown == whole)


@pytest.mark.model
def test_the_output_shown_is_the_output_given() -> None:
    [shown] = blocks("json")
    given = Parser().parse(ROOT / "examples" / "tag-archive.html").to_dict()
    without_elisions = re.sub(r",?\s*…", "", shown)
    assert is_part_of(json.loads(without_elisions), given)


def test_there_is_one_line_to_install_and_run_and_one_to_test() -> None:
    install, test, *_ = blocks("sh")
    assert install.strip() == "pip install . && pressparse parse examples/tag-archive.html"
    assert test.strip() == "pip install '.[test]' && pytest"


@pytest.mark.model
def test_the_python_examples_run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    for example in blocks("python"):
        exec(compile(example, "README.md", "exec"), {})
    assert "Corinne Abara: Hospitals are buying again" in capsys.readouterr().out
