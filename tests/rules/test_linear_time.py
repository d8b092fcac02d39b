"""No pattern takes more than linear time on long runs of one character: text is hostile."""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import pytest

import pressparse
from pressparse.rules import load_rules, topics

RUNS = (
    " ",
    "\n",
    "-",
    "–",
    ".",
    "'",
    '"',
    "“",
    "(",
    "a",
    "A",
    "1",
    "- ",
    ". ",
    "a ",
    "1,",
    "1 ",
    "a-",
    "<!-- -->",
)
SHORT, LONG = 2_000, 20_000
MOST_GROWTH = 35  # of ten times the length: quadratic patterns take a hundred times as long
LEAST_SECONDS = 0.001  # of the short run; what takes less is quick on the long one, too


def patterns() -> Iterator[tuple[str, re.Pattern[str] | re.Pattern[bytes]]]:
    for topic in topics():
        yield from ((f"{topic}.{name}", found.regex) for name, found in load_rules(topic).patterns.items())
    for module in pkgutil.walk_packages(pressparse.__path__, "pressparse."):
        if not module.name.endswith("__main__"):
            names = vars(importlib.import_module(module.name)).items()
            yield from ((f"{module.name}.{n}", value) for n, value in names if isinstance(value, re.Pattern))


@pytest.mark.parametrize(("name", "pattern"), [pytest.param(*found, id=found[0]) for found in patterns()])
def test_pattern_takes_linear_time(name: str, pattern: re.Pattern[str] | re.Pattern[bytes]) -> None:
    slow = {run: growth for run in RUNS if (growth := growth_of(pattern, run)) > MOST_GROWTH}
    assert slow == {}, name


def growth_of(pattern: re.Pattern[str] | re.Pattern[bytes], run: str) -> float:
    """How many times as long the long run takes as the short one; 0 where the short one takes no time."""
    short = seconds(pattern, run, SHORT)
    return seconds(pattern, run, LONG) / short if short > LEAST_SECONDS else 0.0


def seconds(pattern: re.Pattern[str] | re.Pattern[bytes], run: str, length: int) -> float:
    text = run * (length // len(run)) + "\x01"
    started = time.process_time()
    for _ in pattern.finditer(text.encode() if isinstance(pattern.pattern, bytes) else text):  # type: ignore[arg-type]
        pass
    return max(time.process_time() - started, 1e-6)
