"""A run over many inputs: each read, each written, what failed reported."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pressparse.batch.sources import find_inputs
from pressparse.errors import PressparseError
from pressparse.parser import Parser
from pressparse.writers.jsonl import JsonLinesWriter


@dataclass(frozen=True, slots=True)
class Report:
    """How a run went: documents written, and each failed input with the reason."""

    written: int
    failures: tuple[tuple[str, str], ...]


def run_batch(paths: Iterable[str], output: str | os.PathLike[str], *, parser: Parser) -> Report:
    """Read every input and write one document a line to `output`, in input order.

    Args:
        paths: files, folders or globs.
        output: the JSON Lines file; it takes its name only when the run is through. Where no input could be
            read, what stood there stays.
        parser: reads each input.

    Raises:
        PressparseError: nothing to read, `output` cannot be written, or it is one of the inputs.
    """
    inputs = list(find_inputs(paths))
    if not inputs:
        raise PressparseError("no pages found: name files, folders that hold .html or .txt files, or globs")
    _spare_inputs(inputs, Path(output))
    failures: list[tuple[str, str]] = []
    written = 0
    with JsonLinesWriter(output) as writer:
        for path in _with_progress(inputs):
            try:
                document = parser.parse(path)
            except PressparseError as error:
                failures.append((str(path), str(error).removeprefix(f"{path}: ")))
                continue
            except Exception as error:  # a fault in one page must not cost the others
                failures.append(
                    (str(path), f"could not be read ({type(error).__name__}: {error}); please report it")
                )
                continue
            writer.write(document)
            written += 1
            if not document.is_readable:
                failures.append((str(path), document.warnings[0].message))
        if not written:
            writer.discard()
    return Report(written, tuple(failures))


def _spare_inputs(inputs: Iterable[Path], output: Path) -> None:
    if output.is_file() and any(path.exists() and path.samefile(output) for path in inputs):
        raise PressparseError(f"{output}: is one of the inputs; name another file to write")


def _with_progress(inputs: list[Path]) -> Iterator[Path]:
    """The inputs, with a progress bar where standard error is a terminal."""
    if not sys.stderr.isatty():
        yield from inputs
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(inputs, description="Reading", console=Console(stderr=True))
