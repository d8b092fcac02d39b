"""Pages with their expected records, in a form short enough to read.

    python tests/golden.py            # write what the library finds now; read the diff before you commit it

Expected files hold what is right, as a person reads the page. Where the library falls short the field is named in
`KNOWN_FAILURES`, with the reason; the test fails when it comes right, so that the entry goes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
FOLDERS = (ROOT / "examples", ROOT / "tests" / "fixtures")
EXPECTED = ROOT / "tests" / "fixtures" / "expected"
FIELDS = (
    "title", "subtitle", "authors", "published", "dateline", "source", "truncated", "body", "quotes", "awards",
    "numbers", "photo_credits", "social_handles", "dates", "contacts",
)  # fmt: skip
KNOWN_FAILURES: dict[tuple[str, str], str] = {
    (
        "festival-winners.html",
        "awards",
    ): "giver 'the jury of X', works in quotation marks, 'for' a film that is no reason",
    (
        "mailed-release.txt",
        "awards",
    ): "'The county named the library X of the Year': double object with a described winner",
    ("news-front-page.html", "awards"): "'The garden at X won the County Bloom Award': a thing as the winner",
    (
        "tag-archive.html",
        "awards",
    ): "'the Forum’s Open Water Prize': the giver's short name; a ceremony told in another verb",
}
BODY_ROLES = {"paragraph", "heading", "list_item", "blockquote", "table", "pre"}


def pages() -> Iterator[Path]:
    for folder in FOLDERS:
        yield from sorted(p for p in folder.iterdir() if p.suffix in {".html", ".txt"})


def expected_file(page: Path) -> Path:
    return EXPECTED / f"{page.name}.json"


def compact(document: dict[str, Any]) -> dict[str, list[Any]]:
    """Field by field, one value a post."""
    return {field: [_field(post, field) for post in document["posts"]] for field in FIELDS}


def _field(post: dict[str, Any], field: str) -> Any:
    if field == "body":
        text, blocks = post["text"], post["blocks"]
        return [text[b["start"] : b["end"]] for b in blocks if b["role"] in BODY_ROLES]
    if field == "dateline":
        return post["dateline"] and post["dateline"]["place"]
    value = post[field]
    return (
        [_record(r) for r in value]
        if isinstance(value, list) and value and isinstance(value[0], dict)
        else value
    )


def _record(record: dict[str, Any]) -> dict[str, Any]:
    """What a person checks: spans as their words, parties as their names, nothing that is empty."""
    left_out = {"confidence", "start", "end", "evidence", "span", "counted", "caption"}
    if "segments" in record:
        left_out.add("text")
    shown = {key: _words(value) for key, value in record.items() if key not in left_out}
    return {key: value for key, value in shown.items() if value not in (None, [], False)}


def _words(value: Any) -> Any:
    if isinstance(value, list):
        return [_words(v) for v in value]
    if not isinstance(value, dict):
        return value
    if "name" in value:
        titled = [value["name"], value.get("title"), value.get("affiliation")]
        return " | ".join(part for part in titled if part)
    return value["text"]


def main() -> None:
    from pressparse import Parser

    EXPECTED.mkdir(exist_ok=True)
    parser = Parser(model=sys.argv[1] if len(sys.argv) > 1 else None)
    for page in pages():
        found = compact(parser.parse(page).to_dict())
        expected_file(page).write_text(
            json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
        )


if __name__ == "__main__":
    main()
