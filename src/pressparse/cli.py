"""The command line: arguments → library call → writer. Nothing is read or decided here."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from pressparse import __version__
from pressparse.errors import PressparseError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)

Only = Annotated[
    str | None,
    typer.Option(metavar="KINDS", help="Look for these kinds of records alone, e.g. quotes,awards."),
]
ReferenceDate = Annotated[
    str | None,
    typer.Option(
        "--date", metavar="YYYY-MM-DD", help="What relative dates are told from where a page has no date."
    ),
]
Model = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="An installed spaCy pipeline to use in place of the embedded one."),
]


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"pressparse {__version__}")
        raise typer.Exit


@app.callback()
def pressparse(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read press releases and blog pages: quotes with their speakers, awards, numbers, photo credits, social handles.

    \b
    Examples:
      pressparse parse release.html
      pressparse parse release.html --only quotes
      pressparse batch releases/ --output releases.jsonl
    """


@app.command()
def parse(
    file: Annotated[
        str, typer.Argument(metavar="FILE", help="A page, HTML or plain text; - reads standard input.")
    ],
    only: Only = None,
    date: ReferenceDate = None,
    model: Model = None,
    url: Annotated[
        str | None, typer.Option(metavar="URL", help="Where the page came from; never fetched.")
    ] = None,
) -> None:
    """Print one page's records as JSON.

    The JSON is indented on a terminal.

    \b
    Examples:
      pressparse parse release.html
      curl -s https://example.org/news | pressparse parse - --url https://example.org/news
    """
    from pressparse.parser import Parser
    from pressparse.writers.jsonl import to_line

    parser = Parser(model=model, reference_date=date, only=only)
    try:
        document = parser.parse(sys.stdin.buffer.read() if file == "-" else Path(file), url=url)
    except PressparseError as error:
        _fail(str(error))
    typer.echo(document.to_json(indent=2) if sys.stdout.isatty() else to_line(document))
    for warning in document.warnings:
        typer.echo(f"pressparse: {file}: {warning.message}", err=True)
    if not document.is_readable:
        raise typer.Exit(1)


@app.command()
def batch(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders (read with all below them), or globs."),
    ],
    output: Annotated[
        Path,
        typer.Option("--output", "-o", metavar="FILE.jsonl", help="Where to write, one document a line."),
    ],
    only: Only = None,
    date: ReferenceDate = None,
    model: Model = None,
) -> None:
    """Read many pages into a JSON Lines file.

    One document a line, in the order of the inputs.

    What cannot be read is named on standard error and the rest is still written;
    the exit code is then 1.

    \b
    Examples:
      pressparse batch releases/ more/*.html --output out.jsonl
      pressparse batch releases/ --output quotes.jsonl --only quotes
    """
    from pressparse.batch.run import run_batch
    from pressparse.parser import Parser

    parser = Parser(model=model, reference_date=date, only=only)
    report = run_batch(paths, output, parser=parser)
    for path, message in report.failures:
        typer.echo(f"pressparse: {path}: {message}", err=True)
    written, failed = _count(report.written, "document"), _count(len(report.failures), "input")
    typer.echo(f"{written} written to {output}, {failed} failed", err=True)
    if report.failures:
        raise typer.Exit(1)


@app.command()
def schema() -> None:
    """Print the JSON Schema of a document."""
    from pressparse.schema import json_schema

    typer.echo(json.dumps(json_schema(), indent=2))


@app.command()
def info(model: Model = None) -> None:
    """Print what is installed.

    The version, and the language pipeline with its scores, licence and attribution.
    """
    from pressparse.nlp.load import pipeline_info

    typer.echo(f"pressparse {__version__}")
    typer.echo(str(pipeline_info(model)))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _fail(message: str) -> NoReturn:
    typer.echo(f"pressparse: {message}", err=True)
    raise typer.Exit(1)


def main() -> None:
    """Run the command line; misuse ends with a message and exit code 2, a full disk with 1."""
    try:
        app()
    except PressparseError as error:
        typer.echo(f"pressparse: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        typer.echo(f"pressparse: cannot be written ({error.strerror or error})", err=True)
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115 - what is left in the buffer can go nowhere else
        sys.exit(1)
    except KeyboardInterrupt:
        typer.echo("pressparse: interrupted", err=True)
        sys.exit(130)
