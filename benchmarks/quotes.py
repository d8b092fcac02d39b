#!/usr/bin/env python3
"""Quotes and speakers: pressparse beside published tools, on the same documents and the same annotations.

    python benchmarks/quotes.py                      # every set of gold documents that is there
    python benchmarks/quotes.py --bins               # how often we are right, by confidence
    python benchmarks/quotes.py --model en_core_web_trf

Every reader gets the same spaCy `Doc` of each post, made once, so that what differs is the reading alone. Where a
peer returns the noun of a speaker that stands in a name the pipeline marks, the whole name counts as its answer.
A peer that cannot be imported is named in the output. `../shared/eval/score.py` is the scorer.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from pressparse.extract.quotes import extract_quotes
from pressparse.nlp.load import load_pipeline
from pressparse.nlp.reading import Reading
from pressparse.page.decode import decode
from pressparse.page.read import read_html, read_text

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
SETS = {
    "dev": SHARED / "eval" / "dev",
    "gum-news": SHARED / "eval" / "gum-news",
    "fixtures": HERE.parent / "tests" / "fixtures" / "gold",
}
FIGURES = ("quotes.direct", "quotes+speaker", "quotes.indirect", "indirect+speaker")
BINS = (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.94, 1.01)
NAME = re.compile(r"[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+)+")
MARKED = re.compile(r"“([^“”]+)”|\"([^\"]+)\"")

Record = dict[str, Any]
Reader = Callable[[Reading], list[Record]]


def record(kind: str, segments: Iterable[str], speaker: str | None, cue: str | None, sure: float) -> Record:
    return {
        "kind": kind,
        "segments": [{"text": segment} for segment in segments],
        "speaker": {"name": speaker} if speaker else None,
        "cue": {"text": cue} if cue else None,
        "confidence": sure,
    }


def ours(reading: Reading) -> list[Record]:
    return [
        record(
            quote.kind,
            [segment.text for segment in quote.segments],
            quote.speaker.name if quote.speaker else None,
            quote.cue.text if quote.cue else None,
            quote.confidence,
        )
        for quote in extract_quotes(reading)
    ]


def floor(reading: Reading) -> list[Record]:
    """Pairs marks; the speaker is the nearest run of words with capitals outside them."""
    text = reading.text
    marked = list(MARKED.finditer(text))
    inside = [found.span() for found in marked]
    names = [n for n in NAME.finditer(text) if not any(a <= n.start() < b for a, b in inside)]
    return [record("direct", [found[1] or found[2]], nearest(names, found), None, 1.0) for found in marked]


def nearest(names: list[re.Match[str]], quoted: re.Match[str]) -> str | None:
    def distance(name: re.Match[str]) -> int:
        return quoted.start() - name.end() if name.end() <= quoted.start() else name.start() - quoted.end()

    return min(names, key=distance)[0] if names else None


class Triples:
    """A reader that gives (speaker, cue, content) triples as textacy does; where it raises, it finds nothing."""

    def __init__(self, find: Callable[[Any], Iterable[Any]]) -> None:
        self.find = find
        self.raised = 0

    def __call__(self, reading: Reading) -> list[Record]:
        doc = with_single_breaks(reading.doc)
        try:
            found = list(self.find(doc))
        except (ValueError, TypeError):
            self.raised += 1
            return []
        return [
            record("direct", [t.content.text], whole_name(doc, t.speaker), t.cue[0].text, 1.0) for t in found
        ]


def with_single_breaks(doc: Any) -> Any:
    """The same annotations with blank lines as one line break each: sayswho raises on any other."""
    words = ["\n" if token.text.isspace() and "\n" in token.text else token.text for token in doc]
    spaces = [bool(token.whitespace_) for token in doc]
    parsed = {"heads": [token.head.i for token in doc], "deps": [token.dep_ for token in doc]}
    tagged = {"tags": [token.tag_ for token in doc], "pos": [token.pos_ for token in doc]}
    ents = [token.ent_iob_ + ("-" + token.ent_type_ if token.ent_type_ else "") or "O" for token in doc]
    lemmas = [token.lemma_ for token in doc]
    return type(doc)(doc.vocab, words=words, spaces=spaces, lemmas=lemmas, ents=ents, **parsed, **tagged)


def whole_name(doc: Any, speaker: list[Any]) -> str:
    for entity in doc.ents:
        if any(entity.start <= token.i < entity.end for token in speaker):
            return str(entity.text)
    return " ".join(token.text for token in speaker)


def readers() -> Iterator[tuple[str, Reader | str]]:
    """The readers by name; for one that cannot be had, why not."""
    yield "pressparse", ours
    yield "mark pairing", floor
    for name, module, function in (
        ("textacy", "textacy.extract.triples", "direct_quotations"),
        ("sayswho, quotes alone", "sayswho.quote_finder", "quote_finder"),
    ):
        yield name, peer(module, function)
    coreference = importlib.util.find_spec("en_coreference_web_trf")
    if coreference is None:
        yield (
            "sayswho, with speakers",
            "not measured: it needs en_coreference_web_trf, which was not installed",
        )


def peer(module: str, function: str) -> Reader | str:
    try:
        return Triples(getattr(importlib.import_module(module), function))
    except ImportError as error:
        return f"not measured: {error}"


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Documents:
    """The gold documents of one folder, read and annotated once."""

    def __init__(self, folder: Path, model: str | None) -> None:
        self.folder = folder
        nlp = load_pipeline(model)
        self.golds = [json.loads(f.read_text(encoding="utf-8")) for f in sorted(folder.glob("*.gold.json"))]
        self.readings = [self._readings(folder / gold["input"], nlp) for gold in self.golds]
        start = time.perf_counter()
        for reading in self.all():
            _ = reading.doc
        self.tagging = time.perf_counter() - start
        start = time.perf_counter()
        for reading in self.all():
            _ = reading.people
        self.resolving = time.perf_counter() - start

    @staticmethod
    def _readings(file: Path, nlp: Any) -> list[Reading]:
        text = decode(file.read_bytes()).text
        page = read_html(text) if file.suffix == ".html" else read_text(text)
        return [Reading(post, pipeline=lambda: nlp, page_kind=page.page.kind) for post in page.posts]

    def all(self) -> Iterator[Reading]:
        return (reading for readings in self.readings for reading in readings)

    def read_by(self, reader: Reader) -> tuple[list[Record], float]:
        """A document of the output contract for each, with its quotes alone, and the seconds it took."""
        start = time.perf_counter()
        found = [[{"quotes": reader(reading)} for reading in readings] for readings in self.readings]
        seconds = time.perf_counter() - start
        documents = [
            {"source": {"path": gold["input"]}, "posts": posts}
            for gold, posts in zip(self.golds, found, strict=True)
        ]
        return documents, seconds


def table(name: str, documents: Documents, score: ModuleType) -> Iterator[str]:
    heading = ("speech in marks", "with speaker", "reported speech", "with speaker")
    yield f"{name}: {len(documents.golds)} documents; F1"
    yield f"| reader | {' | '.join(heading)} | seconds |"
    yield "|---|---|---|---|---|---|"
    for reader_name, reader in readers():
        if isinstance(reader, str):
            yield f"| {reader_name} | {reader} | | | | |"
            continue
        found, seconds = documents.read_by(reader)
        rows = dict(score.score(documents.folder, found).rows())
        raised = reader.raised if isinstance(reader, Triples) else 0
        label = f"{reader_name} (raised on {raised} posts)" if raised else reader_name
        cells = " | ".join(f"{rows[figure]['f1']:.3f}" for figure in FIGURES)
        yield f"| {label} | {cells} | {seconds:.2f} |"
    yield f"tagging and parsing took {documents.tagging:.2f} s, names and coreference {documents.resolving:.2f} s"


def judged(documents: Documents, score: ModuleType) -> Iterator[tuple[str, float, bool]]:
    """For each quote of ours its kind, its confidence, and whether span and speaker are right."""
    found, _ = documents.read_by(ours)
    for gold, document in zip(documents.golds, found, strict=True):
        wanted = [quote for post in gold["posts"] for quote in post.get("quotes", [])]
        got = [quote for post in document["posts"] for quote in post["quotes"]]
        kinds = gold.get("kinds", ["direct", "mixed", "indirect"])
        for group in (("direct", "mixed"), ("indirect",)):
            yield from judged_pieces(wanted, got, [k for k in group if k in kinds], score)


def judged_pieces(
    wanted: list[Record], got: list[Record], kinds: Iterable[str], score: ModuleType
) -> Iterator[tuple[str, float, bool]]:
    gold, found = score.pieces(wanted, tuple(kinds)), score.pieces(got, tuple(kinds))
    pairs = score.pair(gold, found, lambda a, b: score.bag_f1(a["text"], b["text"]), score.QUOTE_MATCH)
    partner = {j: gold[i]["quote"] for i, j in pairs}
    for j, piece in enumerate(found):
        quote, match = piece["quote"], partner.get(j)
        if match is None or not match.get("optional"):
            right = match is not None and score.speaker_is(match, quote)
            yield quote["kind"], quote["confidence"], right


def bins(sets: list[Documents], score: ModuleType) -> Iterator[str]:
    right: Counter[int] = Counter()
    told: Counter[int] = Counter()
    stated: defaultdict[int, float] = defaultdict(float)
    for _, confidence, is_right in (row for documents in sets for row in judged(documents, score)):
        at = max(i for i, low in enumerate(BINS) if confidence >= low)
        told[at] += 1
        right[at] += is_right
        stated[at] += confidence
    yield "| confidence from | segments | mean confidence | right in span and speaker |\n|---|---|---|---|"
    for at in sorted(told):
        yield f"| {BINS[at]:.2f} | {told[at]} | {stated[at] / told[at]:.2f} | {right[at] / told[at]:.2f} |"


def main() -> int:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--model", help="a spaCy pipeline instead of the embedded one")
    arguments.add_argument("--bins", action="store_true", help="how often we are right, by confidence")
    options = arguments.parse_args()
    if not (SHARED / "eval" / "score.py").is_file():
        print("no scorer beside the repository: not measured")
        return 0
    score = scorer()
    sets = {name: Documents(folder, options.model) for name, folder in SETS.items() if folder.is_dir()}
    lines = bins(list(sets.values()), score) if options.bins else ()
    for line in lines or (line for name, documents in sets.items() for line in table(name, documents, score)):
        print(line)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
