#!/usr/bin/env python3
"""Measure pressparse against gold documents and hold it to its floors.

    python benchmarks/quality.py            # exit 1 where a figure is below its floor
    python benchmarks/quality.py --raise    # write higher figures into floors.toml; never lower ones
    python benchmarks/quality.py --show     # the whole tables
    python benchmarks/quality.py --show --model en_core_web_trf

The gold documents and their scorer lie beside the repository (`../shared`); where they are absent there is nothing
to measure, and this says so.
"""

from __future__ import annotations

import argparse
import json
import math
import subprocess
import sys
from pathlib import Path

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

HERE = Path(__file__).parent
SHARED = HERE.parent.parent / "shared"
FLOORS = HERE / "floors.toml"
SETS = {
    "seed": SHARED / "seed",
    "dev": SHARED / "eval" / "dev",
    "gum-news": SHARED / "eval" / "gum-news",
    "fixtures": HERE.parent / "tests" / "fixtures" / "gold",
}
SLACK = 0.005  # another processor rounds a matrix product otherwise, and a tag may turn


def measure(folder: Path, model: str | None) -> dict[str, float]:
    """F1 by figure, over one folder of documents with gold."""
    command = [sys.executable, str(SHARED / "eval" / "score.py"), str(folder), "--json", "--run"]
    run = f"{sys.executable} -m pressparse batch {{inputs}} --output {{output}}" + (
        f" --model {model}" if model else ""
    )
    done = subprocess.run([*command, run], check=True, capture_output=True, text=True)
    return {figure: row["f1"] for figure, row in json.loads(done.stdout).items()}


def write(floors: dict[str, dict[str, float]]) -> None:
    lines = [
        "# F1 that pressparse reaches on each set of gold documents; raised by `quality.py --raise`, never lowered,",
        "# but for a set that has got new documents, and for seven figures of dev when the weights of 0.2.0 came in:",
        "# its rules had been tuned to the weights before.",
    ]
    for name, figures in floors.items():
        lines += [
            "",
            f"[{name}]",
            *(f'"{figure}" = {floor:.3f}' for figure, floor in sorted(figures.items())),
        ]
    FLOORS.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> int:
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--raise", dest="raise_floors", action="store_true")
    arguments.add_argument("--show", action="store_true")
    arguments.add_argument("--model", help="another pipeline than the embedded one")
    options = arguments.parse_args()
    if not SHARED.is_dir():
        print(f"no gold documents at {SHARED.name}/ beside the repository: floors not measured")
        return 0
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    short = []
    for name, folder in SETS.items():
        kept = floors.setdefault(name, {})
        measured = measure(folder, options.model)
        short += [f"{name} {figure}: not measured any more" for figure in kept.keys() - measured.keys()]
        for figure, f1 in measured.items():
            if options.show:
                print(f"{name:<10}{figure:<22}{f1:.3f}")
            if f1 + SLACK < kept.get(figure, 0.0):
                short.append(f"{name} {figure}: {f1:.3f} < {kept[figure]:.3f}")
            if options.raise_floors:
                kept[figure] = max(kept.get(figure, 0.0), math.floor(f1 * 100) / 100)
    if options.raise_floors:
        write(floors)
    print("\n".join(short) if short else f"every figure of {', '.join(SETS)} is at its floor or above")
    return 1 if short else 0


if __name__ == "__main__":
    sys.exit(main())
