"""Make the embedded pipeline: ``python -m training --data FOLDER`` (see README.md)."""

from __future__ import annotations

import argparse
from pathlib import Path

from training.recipe import GOLD_SHARES, Plan, Recipe
from training.stages import Fold, Workshop

SHIPPED = Path(__file__).parents[1] / "src" / "pressparse" / "model"


def main() -> None:
    """Run all stages for every held-out press file, then for all files together, and package the last."""
    options = _options()
    gold_only = Recipe(teacher=False, plan=Plan(shares=GOLD_SHARES))
    workshop = Workshop(options.data, options.work, gold_only if options.without_teacher else Recipe())
    measured = [Fold(file) for file in options.hold_out]
    workshop.convert()
    shipped = Fold(teacher_of=measured[0] if options.borrow_teacher else None)
    for fold in [*measured, shipped]:
        workshop.teach(fold)
        workshop.label(fold)
        workshop.train(fold)
        workshop.evaluate(fold)
    workshop.package(shipped, measured, options.output, options.version)


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
    parser.add_argument(
        "--without-teacher", action="store_true", help="train on what people labelled alone; needs no torch"
    )
    parser.add_argument("--output", type=Path, default=SHIPPED, help="where the finished pipeline goes")
    parser.add_argument("--version", default="0.1.0", help="version of the pipeline")
    return parser.parse_args()


if __name__ == "__main__":
    main()
