"""A run over many inputs: which files, in what order, and what is left when it goes wrong."""

import json
import os
from pathlib import Path
from typing import Any

import pytest

from pressparse import Document, Page, Parser, PressparseError, Source
from pressparse.batch.run import run_batch
from pressparse.batch.sources import find_inputs
from pressparse.writers.jsonl import JsonLinesWriter


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.html", "a.txt", "deep/c.HTM", "deep/picture.png", "notes.csv"):
        file = tmp_path / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("Some words.", encoding="utf-8")
    return tmp_path / "in"


def named(inputs: Any) -> list[str]:
    return [path.name for path in inputs]


def test_a_folder_gives_its_pages_in_order(folder: Path) -> None:
    assert named(find_inputs([str(folder)])) == ["a.txt", "b.html", "c.HTM"]


def test_a_named_file_is_read_whatever_it_is_called(folder: Path) -> None:
    assert named(find_inputs([str(folder / "notes.csv")])) == ["notes.csv"]


def test_globs_are_expanded_and_nothing_is_read_twice(folder: Path) -> None:
    assert named(
        find_inputs([str(folder / "b.html"), str(folder / "*.html"), str(folder / "**" / "*.HTM")])
    ) == ["b.html", "c.HTM"]


def test_documents_are_written_in_input_order(folder: Path, tmp_path: Path) -> None:
    report = run_batch([str(folder)], tmp_path / "out.jsonl", parser=Parser(only=["social_handles"]))
    lines = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert [os.path.basename(json.loads(line)["source"]["path"]) for line in lines] == [
        "a.txt",
        "b.html",
        "c.HTM",
    ]
    assert (report.written, report.failures) == (3, ())


def test_nothing_to_read_is_misuse(tmp_path: Path) -> None:
    with pytest.raises(PressparseError, match="no pages found"):
        run_batch([str(tmp_path)], tmp_path / "out.jsonl", parser=Parser())


@pytest.mark.parametrize("output", ["", "no/such/folder/out.jsonl"])
def test_an_output_that_cannot_be_written_is_misuse(folder: Path, tmp_path: Path, output: str) -> None:
    with pytest.raises(PressparseError, match=r"folder|cannot be written"):
        run_batch([str(folder)], tmp_path / output, parser=Parser())


def test_a_run_that_dies_leaves_the_old_file_and_whole_lines(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    output.write_text("old\n", encoding="utf-8")
    document = Document(Source(None, None, "text/plain", None, "0"), Page("text"), ())

    def dies_after_one_document() -> None:
        with JsonLinesWriter(output) as writer:
            writer.write(document)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        dies_after_one_document()
    assert output.read_text(encoding="utf-8") == "old\n"
    assert json.loads((tmp_path / "out.jsonl.part").read_text(encoding="utf-8")) == document.to_dict()


def test_an_input_is_never_written_over(folder: Path) -> None:
    page = folder / "a.txt"
    with pytest.raises(PressparseError, match="one of the inputs"):
        run_batch([str(page)], page, parser=Parser(only=["social_handles"]))
    assert page.read_text(encoding="utf-8") == "Some words."


def test_where_nothing_could_be_read_the_old_output_stays(tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    output.write_text("old\n", encoding="utf-8")
    report = run_batch([str(tmp_path / "missing.html")], output, parser=Parser(only=["social_handles"]))
    assert report.written == 0
    assert [file.name for file in tmp_path.iterdir()] == ["out.jsonl"]
    assert output.read_text(encoding="utf-8") == "old\n"


def test_a_name_that_is_no_utf8_does_not_stop_the_run(tmp_path: Path) -> None:
    odd = Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.html"))
    try:
        odd.write_text("<p>Some words.", encoding="utf-8")
    except OSError:
        pytest.skip("this file system takes UTF-8 names alone")
    run_batch([str(tmp_path)], tmp_path / "out.jsonl", parser=Parser(only=["social_handles"]))
    (line,) = (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["source"]["path"].endswith("caf\N{REPLACEMENT CHARACTER}.html")
