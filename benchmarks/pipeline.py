"""Words a second and memory of our pipelines beside a stock spaCy pipeline of the same components.

    python benchmarks/pipeline.py

The stock pipeline is what spaCy's own `init config --pipeline tagger,parser,ner` makes, with thinc's default matrix
products. It is taught for a minute on the embedded pipeline's own readings, so that it has the same labels and takes
decisions of the same kind. The accurate pipeline has a row where it is installed. All read the same text, by turns,
in one process and on one thread; time is CPU time. Memory is the peak of a process of its own, with spaCy's imports
and the text; it is read from Linux's /proc.
"""

from __future__ import annotations

import os

os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")  # before numpy: one thread each

import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import spacy
from spacy.cli.init_config import init_config
from spacy.training import Example
from spacy.util import minibatch

from pressparse.errors import PressparseError
from pressparse.nlp.load import ACCURATE, EMBEDDED, load_pipeline

if TYPE_CHECKING:
    from spacy.language import Language

PRESS = Path(__file__).parents[1] / "training" / "press"
TURNS = 5
LESSONS = 40
_MARK = re.compile(r"\[\[[A-Z_]+\|(.+?)\]\]")


def press_text() -> list[str]:
    """The project's own press lines, without their marks."""
    lines = [line for file in sorted(PRESS.glob("?.txt")) for line in file.read_text("utf-8").splitlines()]
    return [_MARK.sub(r"\1", line) for line in lines if line]


def stock_pipeline(texts: list[str]) -> Language:
    """Make spaCy's own small pipeline, taught by the embedded one."""
    config = init_config(lang="en", pipeline=["tagger", "parser", "ner"], optimize="efficiency")
    nlp = spacy.util.load_model_from_config(config, auto_fill=True)
    teacher = load_pipeline()
    examples = [Example(nlp.make_doc(doc.text), doc) for doc in teacher.pipe(texts)]
    nlp.initialize(lambda: examples)
    for batch in list(minibatch(examples, 16))[:LESSONS]:
        nlp.update(batch)
    return nlp


def accurate_pipeline() -> dict[str, Language]:
    """The accurate pipeline by its name; nothing where it is not installed."""
    try:
        return {ACCURATE: load_pipeline(ACCURATE)}
    except PressparseError as error:
        print(f"no row for it: {error}")
        return {}


def words_a_second(nlp: Language, texts: list[str], words: int) -> float:
    start = time.process_time()
    for _ in nlp.pipe(texts):
        pass
    return words / (time.process_time() - start)


def peak_memory(place: str) -> float:
    """Megabytes of a process that loads the pipeline and reads all press lines."""
    command = [sys.executable, __file__, "--memory", place]
    return float(subprocess.run(command, check=True, capture_output=True, text=True).stdout)


def read_and_print_memory(place: str) -> None:
    nlp = load_pipeline(None if place == str(EMBEDDED) else place)
    for _ in nlp.pipe(press_text()):
        pass
    status = Path("/proc/self/status").read_text("utf-8")  # getrusage would count the parent's peak too
    print(int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) / 1024)


def compare() -> None:
    texts = press_text()
    start = time.process_time()
    embedded = load_pipeline()
    loading = time.process_time() - start
    stock = stock_pipeline(texts)
    words = sum(len(embedded.make_doc(text)) for text in texts)
    pipelines = {"embedded": embedded, "stock": stock, **accurate_pipeline()}
    speeds: dict[str, list[float]] = {name: [] for name in pipelines}
    for _ in range(TURNS):
        for name, nlp in pipelines.items():
            speeds[name].append(words_a_second(nlp, texts, words))
    with tempfile.TemporaryDirectory() as folder:
        stock.to_disk(folder)
        places = {"embedded": str(EMBEDDED), "stock": folder, ACCURATE: ACCURATE}
        memory = {name: peak_memory(places[name]) for name in pipelines}
    size = sum(file.stat().st_size for file in EMBEDDED.rglob("*") if file.is_file()) / 1e6
    print(f"embedded pipeline: {size:.1f} MB on disk, loads in {loading:.2f} s of CPU time (spaCy imported)")
    for name, each in speeds.items():
        print(f"{name:<9} {statistics.median(each):8.0f} words a second   {memory[name]:5.0f} MB at its peak")
    print(f"ratio     {statistics.median(speeds['embedded']) / statistics.median(speeds['stock']):8.2f}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--memory"]:
        read_and_print_memory(sys.argv[2])
    else:
        compare()
