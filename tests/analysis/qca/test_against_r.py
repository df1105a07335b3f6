"""The R package QCA as a cross-check, where R and the package are found."""

from __future__ import annotations

import shutil
import subprocess

import numpy as np
import pandas as pd
import pytest

from pcc_data.analysis import qca
from tests.analysis.qca.lipset import FUZZY, sums

SCRIPT = """
suppressMessages(library(QCA))
sets <- read.csv("sets.csv")
tt <- truthTable(sets, outcome = "Y", incl.cut = 0.8)
for (include in c("", "?")) {
  found <- minimize(tt, include = include)
  cat(paste(sapply(found$solution, paste, collapse = " + "), collapse = "\\n"), "\\n\\n")
}
"""


@pytest.fixture(scope="module")
def r():
    """Rscript with the package QCA."""
    program = shutil.which("Rscript")
    if not program:
        pytest.skip("Rscript was not found: models were not cross-checked with R")
    has = [program, "-e", "cat(requireNamespace('QCA', quietly = TRUE))"]
    if "TRUE" not in subprocess.run(has, capture_output=True, text=True).stdout:
        pytest.skip("the R package QCA was not found: models were not cross-checked with R")
    return program


def tables():
    rng = np.random.default_rng(7)
    yield FUZZY.rename(columns={"SURV": "Y"})
    for size in (3, 4, 5):
        sets = pd.DataFrame(rng.integers(0, 2, (20, size)), columns=[*"ABCDE"[:size]])
        yield sets.assign(Y=(sets["A"] * sets["B"]) | (1 - sets["C"]))


@pytest.mark.parametrize("sets", list(tables()), ids=["lipset", "three", "four", "five"])
def test_r_gives_the_same_models(r, sets, tmp_path):
    sets.to_csv(tmp_path / "sets.csv", index=False)
    (tmp_path / "run.R").write_text(SCRIPT, encoding="utf-8")
    said = subprocess.run([r, "run.R"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    table = qca.truth_table(sets, "Y", incl_cut=0.8)
    for kind, part in zip(("conservative", "parsimonious"), said.strip().split("\n\n"), strict=True):
        theirs = sums([line.strip() for line in part.splitlines() if line.strip()])
        ours = sums(qca.minimize(table, kind))
        assert len(ours) == len(theirs) and all(model in theirs for model in ours)
