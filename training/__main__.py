"""Make the embedded pipeline and the accurate one: ``python -m training --data FOLDER`` (see README.md)."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from training.recipe import GOLD_SHARES, Plan, Recipe
from training.stages import ACCURATE, Fold, Workshop

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "src" / "pressparse" / "model"
SHIPPED_ACCURATE = ROOT / "models" / "pressparse-accurate" / "src" / "pressparse_accurate" / "pipeline"


def main() -> None:
    """Run all stages for every held-out press file, then for all files together, and package the last."""
    options = _options()
    gold_only = Recipe(teacher=False, plan=Plan(shares=GOLD_SHARES))
    workshop = Workshop(options.data, options.work, gold_only if options.without_teacher else Recipe())
    measured = [Fold(file) for file in options.hold_out]
    workshop.convert()
    shipped = Fold(teacher_of=measured[0] if options.borrow_teacher else None)
    folds = [*measured, shipped]
    if not options.without_teacher:
        _make_accurate(workshop, folds)
        workshop.package_accurate(shipped, measured, options.accurate_output, options.version)
    if not options.accurate_alone:
        _make_embedded(workshop, folds)
        workshop.package(shipped, measured, options.output, options.version)


def _make_accurate(workshop: Workshop, folds: Sequence[Fold]) -> None:
    for fold in folds:
        workshop.teach(fold)
        workshop.export_accurate(fold)
        workshop.evaluate(fold, ACCURATE)


def _make_embedded(workshop: Workshop, folds: Sequence[Fold]) -> None:
    for fold in folds:
        workshop.label(fold)
        workshop.train(fold)
        workshop.evaluate(fold)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument(
        "--data", type=Path, required=True, help="folder of the corpora, as corpora.toml lays it out"
    )
    parser.add_argument(
        "--work", type=Path, default=Path("build/training"), help="folder for everything between"
    )
    parser.add_argument(
        "--hold-out", nargs="*", default=["g"], help="press files to measure on, one run each"
    )
    parser.add_argument(
        "--borrow-teacher", action="store_true", help="ship what the first held-out run's teacher taught"
    )
    alone = parser.add_mutually_exclusive_group()
    alone.add_argument(
        "--without-teacher",
        action="store_true",
        help="make the embedded pipeline alone, of what people labelled; needs no torch",
    )
    alone.add_argument(
        "--accurate-alone", action="store_true", help="make the accurate pipeline and not the embedded one"
    )
    parser.add_argument("--output", type=Path, default=SHIPPED, help="where the embedded pipeline goes")
    parser.add_argument(
        "--accurate-output", type=Path, default=SHIPPED_ACCURATE, help="where the accurate pipeline goes"
    )
    parser.add_argument("--version", default="0.2.0", help="version of the pipelines")
    return parser.parse_args()


if __name__ == "__main__":
    main()
