"""What a caller may hand over, and the bytes or text in it."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Union

from pressparse.errors import PressparseError

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

Input = Union[str, bytes, "os.PathLike[str]", IO[Any], "BeautifulSoup"]

MAX_BYTES = 16_000_000  # the most that is read of an input
_LONGEST_PATH = 1024


@dataclass(frozen=True, slots=True)
class Loaded:
    """An input in memory: its bytes or its text, and the path it came from, if it came from one.

    Of a file no more than a little beyond `MAX_BYTES` is there, which says that there is more of it.
    """

    content: bytes | str
    path: str | None = None
    is_html: bool = False

    @property
    def sha256(self) -> str:
        """Digest of the bytes; of the UTF-8 form where text was given."""
        data = (
            self.content if isinstance(self.content, bytes) else self.content.encode("utf-8", "surrogatepass")
        )
        return hashlib.sha256(data).hexdigest()


def load_input(source: Input) -> Loaded:
    """The content of a path, bytes, text, an open file or a `BeautifulSoup`.

    A `str` is a path where such a file exists, or where it can be nothing else; otherwise it is the text itself.

    Raises:
        PressparseError: the file cannot be read, or `source` is none of these.

    Examples:
        >>> load_input("First line.\\nSecond line.").content
        'First line.\\nSecond line.'
        >>> load_input("missing/page.html")
        Traceback (most recent call last):
        ...
        pressparse.errors.PressparseError: missing/page.html: no such file
    """
    if isinstance(source, (bytes, bytearray, memoryview)):
        return Loaded(bytes(source))
    if isinstance(source, os.PathLike):
        return _read(Path(source))
    if isinstance(source, str):
        return _read(Path(source)) if _is_path(source) else Loaded(source)
    if hasattr(source, "prettify"):
        return Loaded(str(source), is_html=True)
    if hasattr(source, "read"):
        name = getattr(source, "name", None)
        return Loaded(_content_of(source), name if isinstance(name, str) else None)
    raise PressparseError(
        f"cannot read a {type(source).__name__}: give a path, bytes, text, an open file or a BeautifulSoup"
    )


def _content_of(file: IO[Any]) -> bytes | str:
    try:
        content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise PressparseError(f"the open file cannot be read ({error}); open it in binary mode") from error
    if not isinstance(content, (bytes, str)):
        raise PressparseError(f"the open file gave {type(content).__name__}, not bytes or text")
    return content


def _is_path(text: str) -> bool:
    if len(text) > _LONGEST_PATH or any(mark in text for mark in "\n\r\0<"):
        return False
    looks_like_one = " " not in text and (
        "/" in text or Path(text).suffix.lower() in {".html", ".htm", ".txt"}
    )
    return looks_like_one or os.path.isfile(text)  # pathlib raises on a name that is too long


def _read(path: Path) -> Loaded:
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            raise PressparseError(f"{path}: not a regular file")
        with path.open("rb") as file:
            return Loaded(file.read(MAX_BYTES + 1), _printable(path))
    except FileNotFoundError as error:
        raise PressparseError(f"{path}: no such file") from error
    except IsADirectoryError as error:
        raise PressparseError(f"{path}: a folder; `pressparse batch` reads folders") from error
    except OSError as error:
        raise PressparseError(f"{path}: {error.strerror or error}") from error


def _printable(path: Path) -> str:
    """A path as text that can be written: bytes of its name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", "replace")
