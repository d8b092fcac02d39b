#!/usr/bin/env python3
"""Text, title, author and date of real pages: ours beside what others use, in one run.

    python benchmarks/pages.py                                # whatever of the peers is installed here
    python benchmarks/pages.py --peers peers/bin/python       # peers in an environment apart
    python benchmarks/pages.py --only pressparse trafilatura --pages 100

The peers:

    python -m venv peers
    peers/bin/pip install trafilatura readability-lxml newspaper4k lxml_html_clean resiliparse jusText

Each tool runs alone, one after the other, over the same pages; time is CPU time of one process. The pages, their gold
and the scorer lie beside the repository (`../shared/eval`); where they are absent there is nothing to measure, and this
says so. A tool that cannot be imported is named and left out.
"""

from __future__ import annotations

import argparse
import gzip
import json
import subprocess
import sys
import tempfile
from itertools import islice
from pathlib import Path

from page_readers import READERS

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared" / "eval"
CORPORA = {"news": SHARED / "pages" / "news-dev.jsonl.gz", "web": SHARED / "pages" / "web-dev.jsonl.gz"}
OURS = "pressparse"


def run(tool: str, python: str, corpus: Path, pages: int, folder: Path) -> dict[str, float | str] | None:
    """One tool's figures on one corpus; None where it cannot be imported."""
    interpreter = sys.executable if tool == OURS else python
    out = folder / f"{tool}.jsonl"
    command = [interpreter, str(HERE / "page_readers.py"), tool, str(corpus), str(out), str(pages)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = done.stderr.strip().splitlines()[-1:] or ["no message"]
        print(f"{tool} does not run with {interpreter}: {reason[0]}")
        return None
    figures: dict[str, float | str] = json.loads(done.stdout.splitlines()[-1])
    return figures | score(corpus, out)


def score(corpus: Path, predictions: Path) -> dict[str, str]:
    """What the scorer prints, by figure."""
    command = [sys.executable, str(SHARED / "pages.py"), str(corpus), str(predictions)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    words = {
        line.split()[0] + line.split()[1] * (line.split()[0] == "body"): line.split()
        for line in lines
        if line
    }
    figures = {"body": words["bodyF1"][2], "exact": words["bodyF1"][-1]}
    by_type = words["bodyby"][3:]
    figures["listings"] = by_type[by_type.index("listing") + 1] if "listing" in by_type else "-"
    figures["articles"] = by_type[by_type.index("article") + 1] if "article" in by_type else "-"
    for field in ("title", "author", "date"):
        figures[field] = words[field][2] if field in words else "-"
        figures[f"{field} false"] = words[field][words[field].index("false") + 1] if field in words else "-"
    return figures


def subset(corpus: Path, pages: int, folder: Path) -> Path:
    """The first pages of a corpus, as one of its own: the scorer counts what is missing as wrong."""
    cut = folder / corpus.name
    with gzip.open(corpus, "rt", encoding="utf-8") as lines, gzip.open(cut, "wt", encoding="utf-8") as kept:
        kept.writelines(islice(lines, pages))
    return cut


COLUMNS = (
    "body", "exact", "articles", "listings", "title", "author", "author false", "date", "date false", "ms", "growth_mb",
)  # fmt: skip


def table(rows: dict[str, dict[str, float | str]]) -> str:
    """Rows of Markdown, a tool each."""
    lines = ["| tool | " + " | ".join(COLUMNS) + " |", "|---" * (len(COLUMNS) + 1) + "|"]
    for tool, row in rows.items():
        cells = [f"{cell:.1f}" if isinstance(cell, float) else cell for cell in (row[c] for c in COLUMNS)]
        lines.append(f"| {tool} {row['version']} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--peers", default=sys.executable, help="the Python that the peers are installed for")
    parser.add_argument("--only", nargs="+", choices=READERS, default=list(READERS))
    parser.add_argument("--pages", type=int, default=10_000, help="the most pages of each corpus")
    args = parser.parse_args()
    missing = [corpus for corpus in CORPORA.values() if not corpus.exists()]
    if missing:
        print(f"nothing to measure: {missing[0]} is absent")
        return 1
    with tempfile.TemporaryDirectory() as name:
        for title, corpus in CORPORA.items():
            cut = subset(corpus, args.pages, Path(name))
            found = {tool: run(tool, args.peers, cut, args.pages, Path(name)) for tool in args.only}
            print(f"\n### {title}\n\n" + table({tool: row for tool, row in found.items() if row}), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
