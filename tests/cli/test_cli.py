"""The command line as a user meets it: what it prints, where, and how it ends."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).parents[2] / "examples"


def run(*arguments: str, stdin: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "pressparse", *arguments]
    return subprocess.run(command, input=stdin, capture_output=True, check=False, timeout=120)


def test_help_shows_examples_and_loads_no_language_pipeline() -> None:
    code = "import sys\nfrom pressparse.cli import app\ntry:\n app(['--help'])\nexcept SystemExit:\n print(sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert "pressparse batch releases/ --output" in done.stdout
    assert not {"spacy", "lxml", "bs4", "pydantic", "dateparser"} & set(done.stdout.split("'"))


def test_parse_prints_one_json_document() -> None:
    done = run("parse", str(EXAMPLES / "mailed-release.txt"), "--only", "contacts,social_handles")
    document = json.loads(done.stdout)
    assert done.returncode == 0, done.stderr
    assert document["schema_version"] == "1"
    assert document["source"]["path"].endswith("mailed-release.txt")


def test_parse_reads_standard_input() -> None:
    done = run(
        "parse",
        "-",
        "--only",
        "social_handles",
        stdin=b"<html><body><p>Twitter: @acme_press</p></body></html>",
    )
    [post] = json.loads(done.stdout)["posts"]
    assert post["social_handles"][0]["handle"] == "acme_press"


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["parse", "missing.html"], 1, "missing.html: no such file"),
        (["parse", "."], 1, "a folder; `pressparse batch` reads folders"),
        (["parse", "-", "--only", "quots"], 2, "no such kind of record: 'quots'"),
        (["parse", "-", "--date", "yesterday"], 2, "'yesterday' is no date"),
        (["parse", "-", "--model", "no_such_pipeline"], 2, "no_such_pipeline"),
        (["parse"], 2, "Missing argument"),
        (["batch", "."], 2, "Missing option"),
        (["bacth"], 2, "No such command"),
    ],
)
def test_errors_are_one_message_and_an_exit_code(arguments: list[str], code: int, message: str) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (code, b"")
    assert message in done.stderr.decode()
    assert b"Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("content", "named"), [(b"%PDF-1.7\n\x00\xff", "PDF"), (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG")]
)
def test_a_binary_file_is_named_and_fails(tmp_path: Path, content: bytes, named: str) -> None:
    file = tmp_path / "release.html"
    file.write_bytes(content)
    done = run("parse", str(file))
    assert done.returncode == 1
    assert named in done.stderr.decode()
    assert json.loads(done.stdout)["posts"] == []


def test_batch_writes_what_can_be_read_and_names_the_rest(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "b.txt").write_text("Photo: Ada Osei/Reuters", encoding="utf-8")
    (tmp_path / "in" / "a.html").write_text("<p>Words.</p>", encoding="utf-8")
    (tmp_path / "in" / "c.html").write_bytes(b"")
    output = tmp_path / "out.jsonl"
    done = run(
        "batch",
        str(tmp_path / "in"),
        str(tmp_path / "gone.html"),
        "-o",
        str(output),
        "--only",
        "photo_credits",
    )
    documents = [json.loads(line) for line in output.read_text(encoding="utf-8").splitlines()]
    assert [Path(d["source"]["path"]).name for d in documents] == ["a.html", "b.txt", "c.html"]
    assert done.returncode == 1
    assert "gone.html: no such file" in done.stderr.decode()
    assert not list(tmp_path.glob("*.part"))


def test_schema_is_the_committed_one() -> None:
    committed = Path(__file__).parents[2] / "docs" / "schema.json"
    assert json.loads(run("schema").stdout) == json.loads(committed.read_text(encoding="utf-8"))
