#!/usr/bin/env python3
"""Draw random numbers or dates found in real press releases, each with its context, for a person to judge.

    python benchmarks/sample_records.py numbers --seed 7 --count 200
    python benchmarks/sample_records.py dates --seed 7 --count 100 --model en_core_web_trf

The releases (one paragraph a line) lie beside the repository (`../shared/model/text`) and are not ours to
publish: what is judged is kept as figures alone, in `benchmarks/tallies`. One record a line is drawn, so that a
long table cannot fill the sample.
"""

from __future__ import annotations

import argparse
import gzip
import random
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from pressparse import Parser
from pressparse.document import Post
from pressparse.records import DateMention, Number

RELEASES = Path(__file__).parent.parent.parent / "shared" / "model" / "text" / "senate-releases.txt.gz"
RELEASE_DAY = "2012-06-15"  # the paragraphs carry no dates of their own; a Friday
CONTEXT = 110  # characters either side
PARAGRAPHS_A_RECORD = 6  # enough of them: most hold a number
LONGEST = 4000  # characters


def paragraphs(seed: int, count: int) -> list[str]:
    """Random paragraphs; the same ones for the same seed."""
    with gzip.open(RELEASES, "rt", encoding="utf-8") as lines:
        usable = [line.strip() for line in lines if len(line) <= LONGEST]
    return random.Random(seed).sample(usable, count)


def drawn(kind: str, texts: Iterable[str], seed: int, parser: Parser) -> Iterator[str]:
    """One random record of each paragraph that has any."""
    chance = random.Random(seed)
    for text in texts:
        post = parser.parse_text(text).posts[0]
        records: tuple[Number | DateMention, ...] = post.numbers if kind == "numbers" else post.dates
        if records:
            yield shown(post, chance.choice(records))


def shown(post: Post, record: Number | DateMention) -> str:
    """A record between brackets in its context, and how it was read."""
    before, after = post.text[: record.start][-CONTEXT:], post.text[record.end :][:CONTEXT]
    context = " ".join(f"{before}[[{record.text}]]{after}".split())
    return f"{context}\n    {reading_of(record)}"


def reading_of(record: Number | DateMention) -> str:
    if isinstance(record, DateMention):
        return f"{record.value}{' relative' if record.relative else ''}"
    value = record.value if record.value is not None else f"{record.low}..{record.high}"
    return f"{record.kind} {value} unit={record.unit} modifier={record.modifier}"


def main() -> int:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("kind", choices=["numbers", "dates"])
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--count", type=int, default=200)
    arguments.add_argument("--model", help="the language pipeline; the embedded one where none is given")
    options = arguments.parse_args()
    if not RELEASES.is_file():
        print("no releases beside the repository (../shared/model/text): nothing to draw from")
        return 0
    parser = Parser(only=[options.kind], model=options.model, reference_date=RELEASE_DAY)
    texts = paragraphs(options.seed, options.count * PARAGRAPHS_A_RECORD)
    lines = islice(drawn(options.kind, texts, options.seed, parser), options.count)
    for number, line in enumerate(lines, start=1):
        print(f"{number}. {line}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
