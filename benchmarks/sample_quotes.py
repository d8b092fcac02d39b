#!/usr/bin/env python3
"""Draw quotes at random from real press releases, with their context, to be judged by a reader.

    python benchmarks/sample_quotes.py --seed 7            # 100 quotes of releases of United States senators
    python benchmarks/sample_quotes.py --seed 7 --text releases.txt.gz --size 20

The text has one paragraph a line. A release begins at its dateline ("WASHINGTON, D.C. – ..."), with the headline
above it if there is one; a list without datelines is cut after `LONGEST` paragraphs. The seed draws releases, then
one quote of each that has any. What a reader found is in `tallies/quotes.md`; the texts are not.
"""

from __future__ import annotations

import argparse
import gzip
import random
import re
from collections.abc import Iterator
from pathlib import Path

from pressparse import Document, Parser, Quote

RELEASES = Path(__file__).parent.parent.parent / "shared" / "model" / "text" / "senate-releases.txt.gz"
LONGEST = 30  # paragraphs of a release
SHORTEST = 3
DATELINE = re.compile(r"\W*(?:\([A-Z]|[A-Z][A-Za-z.]+,? )[^a-z—–]{0,20}[\w., ()/-]{0,40}?\s?(?:--|[—–-])\s")
REACH = 350  # characters of context before and after


def releases(lines: list[str]) -> Iterator[str]:
    """The releases that the lines hold, as plain texts with a blank line between paragraphs."""
    release: list[str] = []
    for line in lines:
        begins = DATELINE.match(line) is not None
        if release and (begins or len(release) >= LONGEST):
            headline = release[-1:] if begins and is_headline(release[-1]) else []
            body = release[: len(release) - len(headline)]
            if len(body) >= SHORTEST:
                yield "\n\n".join(body)
            release = headline
        release.append(line)
    if len(release) >= SHORTEST:
        yield "\n\n".join(release)


def is_headline(line: str) -> bool:
    return len(line) < 200 and line[-1:] not in '.”"!:'


def quotes_of(document: Document) -> list[tuple[str, Quote]]:
    return [(post.text, quote) for post in document.posts for quote in post.quotes]


def sample(texts: list[str], size: int, seed: int) -> Iterator[tuple[str, Quote]]:
    chance = random.Random(seed)
    parser = Parser(only=["quotes"])
    drawn = 0
    for text in chance.sample(texts, len(texts)):
        found = quotes_of(parser.parse_text(text))
        if found and drawn < size:
            drawn += 1
            yield chance.choice(found)
        if drawn == size:
            return


def shown(number: int, text: str, quote: Quote) -> str:
    start, end = quote.segments[0].start, quote.segments[-1].end
    said = "".join(f"\n   | {segment.text}" for segment in quote.segments)
    speaker = f"{quote.speaker.name} ({quote.speaker.title})" if quote.speaker else "nobody"
    cue = quote.cue.text if quote.cue else "no cue"
    context = f"{text[max(0, start - REACH) : start]}[[{text[start:end]}]]{text[end : end + REACH]}"
    line = " ¶ ".join(context.split("\n\n"))
    return f"{number}. {quote.kind}, {cue}, {quote.confidence}: {speaker}{said}\n   in: {line}\n"


def main() -> int:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--text", type=Path, default=RELEASES)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--size", type=int, default=100)
    options = arguments.parse_args()
    if not options.text.is_file():
        print(f"{options.text} is not there: nothing to sample from")
        return 0
    with gzip.open(options.text, "rt", encoding="utf-8") as file:
        texts = list(releases([line.strip() for line in file if line.strip()]))
    print(f"{len(texts)} releases")
    for number, (text, quote) in enumerate(sample(texts, options.size, options.seed), start=1):
        print(shown(number, text, quote))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
