"""Which files a run reads: files as named, folders with all below them, globs."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from pathlib import Path

PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml", ".txt", ".text", ".md"})


def find_inputs(paths: Iterable[str]) -> Iterator[Path]:
    """Every input file, in the order of `paths`, each once; in a folder, and for a glob, in alphabetical order.

    A path that names nothing is given back as it stands: reading it says so.

    Examples:
        >>> [str(p) for p in find_inputs(["no-such-file.html"])]
        ['no-such-file.html']
    """
    seen: set[Path] = set()
    for named in paths:
        for path in _expand(named):
            if path not in seen:
                seen.add(path)
                yield path


def _expand(named: str) -> list[Path]:
    path = Path(named)
    if path.is_dir():
        return sorted(p for p in path.rglob("*") if p.suffix.lower() in PAGE_SUFFIXES and p.is_file())
    if not path.exists() and glob.has_magic(named):
        found = sorted(Path(p) for p in glob.glob(named, recursive=True))
        return [p for p in found if p.is_file()] or [path]
    return [path]
