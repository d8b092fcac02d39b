"""JSON Lines: one document a line."""

from __future__ import annotations

import os
from pathlib import Path
from types import TracebackType
from typing import IO

from pressparse.document import Document
from pressparse.errors import PressparseError


def to_line(document: Document) -> str:
    """The document as one line of JSON, without a line break inside or at its end."""
    return document.to_json()


class JsonLinesWriter:
    """Writes documents to a file that appears under its name only when it is whole.

    Until `close`, the lines stand in `NAME.part`; a run that dies leaves that file, whole lines in it, and whatever
    stood under the name before.

    Raises:
        PressparseError: the file cannot be written.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._file: IO[str] = self._open()

    def _open(self) -> IO[str]:
        if self.path.is_dir():
            raise PressparseError(
                f"{self.path}: a folder; name the file to write, e.g. {self.path / 'out.jsonl'}"
            )
        try:
            return self._written_to.open("w", encoding="utf-8", newline="\n")
        except OSError as error:
            raise PressparseError(f"{self.path}: cannot be written ({error.strerror})") from error

    @property
    def _written_to(self) -> Path:
        """Where the lines go until the end; a device or a pipe takes them at once."""
        is_device = self.path.exists() and not self.path.is_file()
        return self.path if is_device else self.path.with_name(self.path.name + ".part")

    def write(self, document: Document) -> None:
        """Append one document; when this returns, its line has left the process."""
        self._file.write(to_line(document) + "\n")
        self._file.flush()

    def close(self) -> None:
        """Finish: the file takes its name, unless it was discarded."""
        if self._file.closed:
            return
        self._file.close()
        if self._written_to != self.path:
            self._written_to.replace(self.path)

    def discard(self) -> None:
        """Finish without a file: what stood under the name stays."""
        self._file.close()
        if self._written_to != self.path:
            self._written_to.unlink()

    def __enter__(self) -> JsonLinesWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self.close()
        else:
            self._file.close()
