#!/usr/bin/env python3
"""Measure records on expressions with gold, beside other libraries: numbers, credits, handles, datelines, dates.

    python benchmarks/records.py                              # the table
    python benchmarks/records.py --errors                     # with every expression of ours that is wrong
    python benchmarks/records.py --peers ../peers/bin/python  # where quantulum3 and the others are installed

The expressions lie beside the repository (`../shared/reference`); dates are judged on the datelines there and on
the repository's own `tests/cases/dates.toml`, which our rules were written with. `peers.py` says what to install.
Times are of one processor, ours with the page and, for numbers, the tagging and parsing that no peer does.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from pressparse import Parser
from pressparse.expressions.credit_finder import find_credits
from pressparse.expressions.social_accounts import account_of
from pressparse.expressions.social_mentions import find_mentions
from pressparse.page.roles.datelines import find_dateline

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HERE = Path(__file__).parent
REFERENCE = HERE.parent.parent / "shared" / "reference"
DATE_CASES = HERE.parent / "tests" / "cases" / "dates.toml"
REFERENCE_DAY = "2026-07-21"  # for dates whose row says no other
PRECISE = 1e-6
CAPTION = "Boats lie at the harbour wall in the evening."
STORY = "The company said on Monday that it had opened a mill."

Row = dict[str, Any]


@dataclass(slots=True)
class Tally:
    """What was found of what there is, over all rows of one kind."""

    right: int = 0
    missed: int = 0
    spurious: int = 0
    seconds: float = 0.0
    errors: list[str] = field(default_factory=list)

    def add(self, text: str, wanted: list[Row], found: list[Row], same: Callable[[Row, Row], bool]) -> None:
        left, missed = list(found), []
        for gold in wanted:
            hit = next((one for one in left if same(gold, one)), None)
            if hit is None:
                missed.append(gold["text"])
            else:
                left.remove(hit)
        left = [one for one in left if not one.get("free") and not _is_free(wanted, one)]
        self.right += len(wanted) - len(missed)
        self.missed, self.spurious = self.missed + len(missed), self.spurious + len(left)
        if missed or left:
            self.errors.append(f"{text}\n    missed {missed}, spurious {[one['text'] for one in left]}")

    def __str__(self) -> str:
        recall = self.right / max(1, self.right + self.missed)
        precision = self.right / max(1, self.right + self.spurious)
        return f"recall {recall:.3f}  precision {precision:.3f}  {self.seconds * 1000:8.0f} ms"


def _is_free(wanted: list[Row], one: Row) -> bool:
    """Whether it is the whole of which gold names a part ("141 of 193"), found as a number of its own."""
    return one.get("value") is not None and one["value"] in [gold.get("of") for gold in wanted]


# ---------------------------------------------------------------------------------------------- numbers


def number_rows() -> list[tuple[str, list[Row]]]:
    """Sentences with gold quantities; scores of games ("15-2") are no numbers and are left out."""
    rows = _read("numbers.json")
    return [
        (row["text"], [{**q, "text": q["span"]} for q in row["quantities"] if q["kind"] != "score"])
        for row in rows
    ]


def same_number(gold: Row, found: Row) -> bool:
    shares_words = bool(set(gold["text"].casefold().split()) & set(found["text"].casefold().split()))
    if not (shares_words or found["text"] in gold["text"]):
        return False
    if gold["kind"] == "vague":  # gold gives no figure for "dozens"
        return found["value"] is None and found["low"] is not None
    return all(same_value(gold[part], found[part]) for part in ("value", "low", "high"))


def same_value(gold: float | None, found: float | None) -> bool:
    if gold is None or found is None:
        return gold is found
    return abs(gold - found) <= PRECISE * max(1.0, abs(gold))


def our_numbers(texts: list[Row]) -> tuple[list[list[Row]], float]:
    parser = Parser(only=["numbers"])
    parser.parse_text("The pipeline loads on first use.")
    started = time.process_time()
    documents = [parser.parse_text(row["text"]) for row in texts]
    seconds = time.process_time() - started
    return [[asdict(n) for post in d.posts for n in post.numbers] for d in documents], seconds


# ------------------------------------------------------------------------------------------------ dates


def date_rows() -> list[tuple[Row, list[Row]]]:
    """Texts with the dates in them that can be told; those that name no day, month or year are nobody's miss."""
    lines = [
        row for row in _read("release_forms.json")["datelines"] if (row["date"] or "-")[0] != "-"
    ]  # "--04-29" lacks a year
    told = [
        ({"text": r["text"], "reference": r["date"]}, [{"text": r["text"], "value": r["date"]}])
        for r in lines
    ]
    cases = tomllib.loads(DATE_CASES.read_text(encoding="utf-8"))["cases"]
    for case in cases:
        wanted = [{"text": text, "value": value, "is_null": not value} for text, value in case["dates"]]
        told.append(({"text": case["text"], "reference": case.get("reference", REFERENCE_DAY)}, wanted))
    return told


def same_date(gold: Row, found: Row) -> bool:
    printed, read = (" ".join(one["text"].split()) for one in (gold, found))
    overlaps = read in printed or printed in read
    return overlaps and (found["value"] or "").startswith(gold["value"])


def our_dates(rows: list[Row]) -> tuple[list[list[Row]], float]:
    parsers = [Parser(only=["dates"], reference_date=row["reference"]) for row in rows]
    parsers[0].parse_text("MADRID, 5 de mayo de 2021 - Rules and dateparser load on first use.")
    started = time.process_time()
    documents = [parser.parse_text(row["text"]) for parser, row in zip(parsers, rows, strict=True)]
    seconds = time.process_time() - started
    return [[asdict(d) for post in document.posts for d in post.dates] for document in documents], seconds


def judge_dates(found: list[list[Row]], seconds: float) -> Tally:
    tally = Tally(seconds=seconds)
    for (row, wanted), read in zip(date_rows(), found, strict=True):
        untold = [gold["text"] for gold in wanted if gold.get("is_null")]
        judged = [one for one in read if not any(one["text"] in t or t in one["text"] for t in untold)]
        tally.add(row["text"], [gold for gold in wanted if not gold.get("is_null")], judged, same_date)
    return tally


# -------------------------------------------------------------------------------------- whole expressions


def credit_is_whole(row: Row) -> bool:
    if row.get("negative"):
        return not any(find_credits(row["text"], is_caption=beside) for beside in (True, False))
    caption = row["caption"] or CAPTION
    found = find_credits(f"{caption.rstrip('.|? ')}. {row['credit']}", is_caption=True)
    wanted = [*row["creators"], *row["organisations"], *([row["client"]] if row["client"] else [])]
    return len(found) == 1 and plain([*found[0].line.creators, *found[0].line.sources]) == plain(wanted)


def plain(names: list[str]) -> set[str]:
    """Names as the guidelines compare them: "AP Photo" and "AP" are equally right."""
    folded = (name.casefold().removeprefix("the ").strip(" .") for name in names)
    return {"ap" if name == "ap photo" else name for name in folded}


def handles_are_right(row: Row) -> bool:
    """All accounts of a line or an address and no other; the author of a linked post is no account of the page."""
    wanted = sorted(
        ("x" if e["platform"] == "twitter" else e["platform"], e["handle"] or e["display_name"])
        for e in row["expect"]
        if e.get("role", "profile") == "profile"
    )
    if "url" in row:
        account = account_of(row["url"])
        return wanted == ([(account.platform, account.handle)] if account else [])
    return wanted == sorted((m.platform, m.handle or m.name or "") for m in find_mentions(row["text"]))


def dateline_is_right(row: Row) -> bool:
    place = ", ".join(part for part in (row["city"], row["region"]) if part) or None
    dateline = find_dateline(f"{row['text']}{STORY}")
    if dateline is None or (dateline.place, dateline.agency) != (place, row["wire"]):
        return False
    return (dateline.date is None) == (row["date"] is None)


WHOLE: dict[str, tuple[Callable[[], list[Row]], Callable[[Row], bool]]] = {
    "credit lines": (lambda: _read("credit_lines.json"), credit_is_whole),
    "handles": (lambda: _read("social_handles.json"), handles_are_right),
    "datelines": (lambda: _read("release_forms.json")["datelines"], dateline_is_right),
}


# ------------------------------------------------------------------------------------------------ output


def _read(name: str) -> Any:
    return json.loads((REFERENCE / name).read_text(encoding="utf-8"))


def read_by_peer(python: str, library: str, texts: list[Row]) -> tuple[list[list[Row]], float] | None:
    """What a peer finds, and in how many seconds; None where it is not installed."""
    command = [python, str(HERE / "peers.py"), library]
    done = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=False)
    if done.returncode:
        return None
    answer = json.loads(done.stdout.splitlines()[-1])
    return answer["found"], answer["seconds"]


def lines(python: str, *, errors: bool) -> Iterator[str]:
    numbers = number_rows()
    texts: list[Row] = [{"text": text} for text, _ in numbers]
    yield f"numbers, by value, in {len(numbers)} sentences"
    for library in ("pressparse", "quantulum3", "recognizers-text"):
        read = our_numbers(texts) if library == "pressparse" else read_by_peer(python, library, texts)
        tally = Tally(seconds=read[1]) if read else None
        for (text, wanted), found in zip(numbers, read[0] if read else [], strict=False):
            assert tally is not None
            tally.add(text, wanted, found, same_number)
        yield from reported(library, tally, errors=errors)
    for name, (rows, is_right) in WHOLE.items():
        wrong = [
            row.get("text") or row.get("credit") or row.get("url") for row in rows() if not is_right(row)
        ]
        yield f"{name}: {len(rows()) - len(wrong)} of {len(rows())} whole"
        yield from (f"    wrong: {text}" for text in wrong if errors)
    days = [row for row, _ in date_rows()]
    yield f"dates, by value, in {len(days)} texts"
    for library in ("pressparse", "search_dates"):
        read = our_dates(days) if library == "pressparse" else read_by_peer(python, library, days)
        yield from reported(library, judge_dates(*read) if read else None, errors=errors)


def reported(library: str, tally: Tally | None, *, errors: bool) -> Iterator[str]:
    yield f"  {library:18}{tally or 'not installed: see benchmarks/peers.py'}"
    if errors and tally and library == "pressparse":
        yield from (f"    {error}" for error in tally.errors)


def main() -> int:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--errors", action="store_true")
    arguments.add_argument("--peers", default=sys.executable, help="the Python that has the other libraries")
    options = arguments.parse_args()
    if not REFERENCE.is_dir():
        print("no reference expressions beside the repository (../shared/reference): not measured")
        return 0
    for line in lines(options.peers, errors=options.errors):
        print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
