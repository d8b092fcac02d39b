#!/usr/bin/env python3
"""Measure records on expressions with gold (`../shared/reference`): so far numbers, by value.

    python benchmarks/records.py            # recall and precision
    python benchmarks/records.py --errors   # with every miss and every spurious number

A predicted number is right where its value (or bounds) is that of a gold quantity of the same sentence whose
words it shares. Scores of games ("15-2") are no numbers of ours and are left out of both sides.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pressparse import Parser
from pressparse.records import Number

REFERENCE = Path(__file__).parent.parent.parent / "shared" / "reference"
PRECISE = 1e-6


def same(gold: float | None, found: float | None) -> bool:
    if gold is None or found is None:
        return gold is found
    return abs(gold - found) <= PRECISE * max(1.0, abs(gold))


def is_right(gold: dict[str, Any], found: Number) -> bool:
    shares_words = bool(set(gold["span"].casefold().split()) & set(found.text.casefold().split()))
    if not (shares_words or found.text in gold["span"]):
        return False
    if gold["kind"] == "vague":  # gold gives no figure for "dozens"
        return found.value is None and found.low is not None
    return all(same(gold[part], getattr(found, part)) for part in ("value", "low", "high"))


def judge(row: dict[str, Any], parser: Parser) -> tuple[int, list[str], list[str]]:
    """How many gold quantities were found; what was missed; what was found besides."""
    quantities = [q for q in row["quantities"] if q["kind"] != "score"]
    left = [n for post in parser.parse_text(row["text"]).posts for n in post.numbers]
    missed = []
    for quantity in quantities:
        hit = next((n for n in left if is_right(quantity, n)), None)
        if hit is None:
            missed.append(quantity["span"])
        else:
            left.remove(hit)
    wholes = [q["of"] for q in quantities if q.get("of") is not None]  # "141 of 193": gold holds both in one
    spurious = [n.text for n in left if n.value not in wholes]
    return len(quantities) - len(missed), missed, spurious


def lines(rows: list[dict[str, Any]], *, errors: bool) -> Iterator[str]:
    parser = Parser(only=["numbers"])
    found = missing = besides = 0
    for row in rows:
        hits, missed, spurious = judge(row, parser)
        found, missing, besides = found + hits, missing + len(missed), besides + len(spurious)
        if errors and (missed or spurious):
            yield f"{row['text']}\n  missed: {missed}  spurious: {spurious}"
    recall, precision = found / (found + missing), found / (found + besides)
    yield f"numbers: recall {recall:.3f}, precision {precision:.3f} on {found + missing} quantities"


def main() -> int:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--errors", action="store_true")
    options = arguments.parse_args()
    file = REFERENCE / "numbers.json"
    if not file.is_file():
        print("no reference expressions beside the repository: not measured")
        return 0
    for line in lines(json.loads(file.read_text(encoding="utf-8")), errors=options.errors):
        print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
