#!/usr/bin/env python3
"""Find the awards of random real press releases and print each with its context, to be judged by a reader.

    python benchmarks/sample_awards.py --seed 7                  # 2,000 releases of United States senators
    python benchmarks/sample_awards.py --seed 7 --releases 200 --size 20

At most `--size` awards are printed, in the order in which they are found. What a reader found is in
`tallies/awards.md`; the texts are not.
"""

from __future__ import annotations

import argparse
import gzip
import random
from collections.abc import Iterator
from pathlib import Path

from sample_quotes import RELEASES, releases

from pressparse import Award, Parser

REACH = 160  # characters of context before and after what tells the award


def sample(texts: list[str], size: int, parser: Parser) -> Iterator[tuple[str, Award]]:
    """The first `size` awards that the releases tell of."""
    for text in texts:
        for post in parser.parse_text(text).posts:
            for award in post.awards:
                yield post.text, award
                size -= 1
                if not size:
                    return


def shown(number: int, text: str, award: Award) -> str:
    spans = {slot: getattr(award, slot) for slot in ("name", "event", "category", "place", "date", "reason")}
    slots = {slot: span.text for slot, span in spans.items() if span}
    slots |= {slot: party.name for slot in ("giver", "accepted_by") if (party := getattr(award, slot))}
    who = " + ".join(party.name for party in award.recipients)
    first, last = award.evidence[0], award.evidence[-1]
    begin, end = max(0, min(first.start, last.start) - REACH), max(first.end, last.end) + REACH
    context = " ¶ ".join(text[begin:end].split("\n\n"))[:1200]
    return f"{number}. {award.status}: {who}\n   {slots}\n   in: {context}\n"


def main() -> int:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--text", type=Path, default=RELEASES, help="gzipped, one paragraph a line")
    arguments.add_argument("--model", type=Path, help="a model to read with, instead of the built-in one")
    arguments.add_argument("--releases", type=int, default=2000)
    arguments.add_argument("--size", type=int, default=100)
    arguments.add_argument("--seed", type=int, required=True)
    given = arguments.parse_args()
    with gzip.open(given.text, "rt", encoding="utf-8") as file:
        texts = list(releases(file.read().splitlines()))
    drawn = random.Random(given.seed).sample(texts, min(given.releases, len(texts)))
    parser = Parser(model=given.model, only=["awards"])
    for number, (text, award) in enumerate(sample(drawn, given.size, parser), start=1):
        print(shown(number, text, award))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
