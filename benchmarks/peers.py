#!/usr/bin/env python3
"""What other libraries read in given texts, for `records.py` to judge beside ours.

    echo '["Some 20 million people"]' | python benchmarks/peers.py quantulum3

A list of texts as JSON in, one JSON object out: `{"found": [[{"text", "value", "low", "high"}, ...], ...], "seconds"}`,
for dates `[{"text", "value"}]`. It imports nothing of ours, so that the peers may live in an environment apart:

    python -m venv peers
    peers/bin/pip install quantulum3 dateparser recognizers-text-suite "emoji<2"
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

Reader = Callable[[dict[str, Any]], list[dict[str, Any]]]


def quantulum3() -> Reader:
    from quantulum3 import classifier, parser

    # its classifier decides between units of one symbol, not values, and loads with one scikit-learn alone
    classifier.USE_CLF = False

    def read(row: dict[str, Any]) -> list[dict[str, Any]]:
        return [
            {"text": q.surface, "value": q.value, "low": None, "high": None}
            if not q.uncertainty
            else {
                "text": q.surface,
                "value": None,
                "low": q.value - q.uncertainty,
                "high": q.value + q.uncertainty,
            }
            for q in parser.parse(row["text"])
        ]

    return read


def recognizers_text() -> Reader:
    import recognizers_number as numbers
    import recognizers_number_with_unit as units

    models = [
        units.recognize_currency,
        units.recognize_dimension,
        units.recognize_age,
        numbers.recognize_percentage,
        numbers.recognize_ordinal,
        numbers.recognize_number,
    ]

    def read(row: dict[str, Any]) -> list[dict[str, Any]]:
        found = [result for model in models for result in model(row["text"], "en-us")]
        return [_as_number(result) for result in _longest(found)]

    return read


def _longest(results: list[Any]) -> list[Any]:
    """The longest of those that overlap, the more particular model's first."""
    kept: list[Any] = []
    for result in sorted(results, key=lambda r: r.start - r.end):
        if all(result.end < other.start or result.start > other.end for other in kept):
            kept.append(result)
    return kept


def _as_number(result: Any) -> dict[str, Any]:
    printed = str((result.resolution or {}).get("value") or "").rstrip("%")
    try:
        value = float(printed)
    except ValueError:
        value = None
    return {"text": result.text, "value": value, "low": None, "high": None}


def search_dates() -> Reader:
    from dateparser.search import search_dates as search

    def read(row: dict[str, Any]) -> list[dict[str, Any]]:
        base = datetime.fromisoformat(row["reference"])
        found = search(row["text"], languages=["en"], settings={"RELATIVE_BASE": base}) or []
        return [{"text": text, "value": moment.date().isoformat()} for text, moment in found]

    return read


READERS = {"quantulum3": quantulum3, "recognizers-text": recognizers_text, "search_dates": search_dates}


def main() -> int:
    read = READERS[sys.argv[1]]()
    rows = [row if isinstance(row, dict) else {"text": row} for row in json.load(sys.stdin)]
    read(rows[0])  # what is loaded on first use is no part of the time
    started = time.process_time()
    found = [read(row) for row in rows]
    print(json.dumps({"found": found, "seconds": time.process_time() - started}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
