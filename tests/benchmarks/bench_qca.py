"""Exact minimisation with ten conditions, beside the R package QCA where it is found:
`python tests/benchmarks/bench_qca.py`."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

import numpy as np
import pandas as pd

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from pcc_data.analysis import qca  # noqa: E402

CONDITIONS = [*"ABCDEFGHIJ"]
SCRIPT = """
suppressMessages(library(QCA))
tt <- truthTable(read.csv("sets.csv"), outcome = "Y", incl.cut = 0.8)
for (include in c("", "?")) {
  took <- system.time(found <- minimize(tt, include = include))["elapsed"]
  cat(took, length(found$solution), "\\n")
}
"""


def sets(cases: int) -> pd.DataFrame:
    """Random cases whose outcome follows a formula, but for one in ten."""
    rng = np.random.default_rng(cases)
    made = pd.DataFrame(rng.integers(0, 2, (cases, len(CONDITIONS))), columns=CONDITIONS)
    outcome = (made["A"] * made["B"]) | (made["C"] * (1 - made["D"]))
    return made.assign(Y=outcome ^ (rng.random(cases) < 0.1))


def in_r(table: pd.DataFrame) -> list[tuple[float, int]]:
    """Seconds and number of models of the conservative and the parsimonious solution in R; none where it is not
    found."""
    program = shutil.which("Rscript")
    if not program:
        return []
    with TemporaryDirectory() as folder:
        table.to_csv(Path(folder) / "sets.csv", index=False)
        (Path(folder) / "run.R").write_text(SCRIPT, encoding="utf-8")
        done = subprocess.run([program, "run.R"], cwd=folder, capture_output=True, text=True)
    lines = [line.split() for line in done.stdout.splitlines()]
    return [(float(seconds), int(models)) for seconds, models in lines]


def main() -> None:
    """Print the times."""
    for cases in (20, 40, 80, 300, 600):
        table, kinds = sets(cases), ("conservative", "parsimonious")
        theirs = in_r(table) or [None, None]
        for kind, other in zip(kinds, theirs, strict=True):
            begun = perf_counter()
            found = qca.minimize(qca.truth_table(table, "Y", incl_cut=0.8), kind)
            took = perf_counter() - begun
            beside = "R with QCA was not found" if other is None else f"R: {other[0]:.2f} s, {other[1]} models"
            more = "" if found.complete else " or more"
            print(f"{cases} cases, {kind}: {took:.2f} s, {len(found.models)}{more} models ({beside})")


if __name__ == "__main__":
    main()
