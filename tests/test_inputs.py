"""What a caller may hand over."""

import io
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from pressparse.errors import PressparseError
from pressparse.inputs import load_input


def test_a_path_is_read_as_bytes_and_remembered(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(b"<p>caf\xe9</p>")
    loaded = load_input(page)
    assert (loaded.content, loaded.path) == (b"<p>caf\xe9</p>", str(page))


def test_the_name_of_an_existing_file_is_a_path(tmp_path: Path) -> None:
    page = tmp_path / "a page"
    page.write_text("words", encoding="utf-8")
    assert load_input(str(page)).content == b"words"


@pytest.mark.parametrize("text", ["One line of text.", "<p>markup</p>", "two\nlines", "", "x" * 5000])
def test_other_strings_are_the_text_itself(text: str) -> None:
    assert load_input(text).content == text


@pytest.mark.parametrize("name", ["missing.html", "no/such/folder/page", Path("missing")])
def test_a_missing_file_is_named(name: str | Path) -> None:
    with pytest.raises(PressparseError, match="no such file"):
        load_input(name)


def test_of_a_huge_input_no_more_is_read_than_can_be_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pressparse.inputs.MAX_BYTES", 4)
    page = tmp_path / "page.html"
    page.write_bytes(b"0123456789")
    assert load_input(page).content == b"01234"  # one more than is used: it says that there is more
    assert load_input(io.BytesIO(b"0123456789")).content == b"01234"


def test_a_folder_is_refused_with_advice(tmp_path: Path) -> None:
    with pytest.raises(PressparseError, match="pressparse batch"):
        load_input(tmp_path)


def test_open_files_of_bytes_and_text_are_read() -> None:
    assert load_input(io.BytesIO(b"bytes")).content == b"bytes"
    assert load_input(io.StringIO("text")).content == "text"


def test_a_soup_is_html() -> None:
    loaded = load_input(BeautifulSoup("<p>soup</p>", "lxml"))
    assert loaded.is_html
    assert "<p>soup</p>" in loaded.content


@pytest.mark.parametrize("wrong", [None, 3, ["page.html"]])
def test_anything_else_is_refused_with_advice(wrong: object) -> None:
    with pytest.raises(PressparseError, match="give a path, bytes, text"):
        load_input(wrong)  # type: ignore[arg-type]
