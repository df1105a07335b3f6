"""`docs/elsewhere.md`: each piece of code in it runs, where its program is found, and counts what pandas counts."""

from __future__ import annotations

import contextlib
import io
import re
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator

import pandas as pd
import pytest

from pcc_data.app.cli import main
from tests.conftest import ROOT

TEXT = (ROOT / "docs" / "elsewhere.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"(?s)```(\w+)\n(.*?)```", TEXT)


def blocks(language: str) -> list[str]:
    return [code for name, code in BLOCKS if name == language]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder in which the commands of the page were run."""
    there = tmp_path_factory.mktemp("elsewhere")
    with contextlib.chdir(there):
        for line in "".join(blocks("bash")).splitlines():
            assert main(line.removeprefix("pcc ").split()) == 0
    return there


@pytest.fixture(scope="module")
def old(data) -> pd.DataFrame:
    """What is asked in every language: durability of cases begun by 2010, model by model."""
    rated = data.outcomes[data.outcomes["domain"] == "durability"].set_index("case")["rating"]
    rows = data.cases.assign(rating=rated)
    rows = rows[rows["start_year"] <= 2010]
    return rows.groupby("ownership_model", observed=True)["rating"].agg(["size", "count", "median"])


def test_every_piece_of_code_is_tried():
    assert {name for name, _ in BLOCKS} == {"bash", "r", "sql", "python", "sqlite"}
    assert [code.splitlines()[0] for code in blocks("python")] == [
        "import json",
        "import duckdb",
        "import sqlite3",
        "import pcc_data as pcc",
    ]


def in_python(code: str, folder) -> str:
    """What Python code of the page prints in a folder."""
    said = io.StringIO()
    with contextlib.chdir(folder), contextlib.redirect_stdout(said):
        exec(compile(code, "docs/elsewhere.md", "exec"), {})
    return said.getvalue()


def test_pandas_counts_the_same(data, folder):
    counts = pd.crosstab(data.cases["scale"], data.cases["status"], margins=True)
    assert in_python(blocks("python")[0], folder) == f"{counts}\n"


def test_sqlite_counts_the_same(data, folder):
    in_python(blocks("python")[2], folder)
    with contextlib.closing(sqlite3.connect(folder / "pcc_cases.sqlite")) as database:
        rows = database.execute(blocks("sqlite")[0]).fetchall()
        assert {(scale, status): n for scale, status, n in rows} == data.cases.groupby(
            ["scale", "status"], observed=True
        ).size().to_dict()
        for name, table in data.tables.items():
            assert database.execute(f'SELECT count(*) FROM "{name}"').fetchone() == (len(table),)
        empty = database.execute("SELECT count(*) FROM cases WHERE surplus_use IS NULL").fetchone()
        assert empty == (data.cases["surplus_use"].isna().sum(),)


def test_duckdb_counts_the_same(old, folder):
    duckdb = pytest.importorskip("duckdb", reason="pip install duckdb")
    with contextlib.chdir(folder), duckdb.connect() as database:
        found = {model: rest for model, *rest in database.sql(blocks("sql")[0]).fetchall()}
    assert found == {model: [row["size"], row["count"], row["median"]] for model, row in old.iterrows()}


def test_duckdb_keeps_the_order_of_codes_in_frames(data, folder):
    pytest.importorskip("duckdb", reason="pip install duckdb")
    said = in_python(blocks("python")[1], folder)
    rows = re.findall(r"(?m)^\W*(\w+)\W+(\d+)\W*$", said)
    assert rows == [(code, str(n)) for code, n in data.cases["status"].value_counts(sort=False).items()]


def test_the_hash_is_compared_as_told(data, folder):
    assert data.filter(sector="water").cite() in in_python(blocks("python")[3], folder)


def test_excel_has_a_sheet_a_table_with_empty_cells_that_missing_tells(data, folder):
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(folder / "my_tables" / "pcc_cases.xlsx", read_only=True)
    assert book.sheetnames == list(data.tables)
    sheet = pd.read_excel(folder / "my_tables" / "pcc_cases.xlsx", sheet_name="cases")
    assert pd.crosstab(sheet["scale"], sheet["status"]).loc["project", "ended"] == len(
        data.filter(scale="project", status="ended")
    )
    missing = data.missing[(data.missing["table"] == "cases") & (data.missing["field"] == "surplus_use")]
    assert set(sheet.loc[sheet["surplus_use"].isna(), "case"]) == set(missing["case"])


def r_answers(folder) -> Iterator[list[str]]:
    """The lines that R writes after the code of the page, as cells."""
    asked = """
cat("\\n== levels\\n"); cat(levels(cases$status), sep = "\\n")
cat("\\n== ordered\\n"); cat(is.ordered(cases$participation_level), is.ordered(cases$sector), sep = "\\n")
cat("\\n== counts\\n"); cat(nrow(cases), sum(is.na(cases$surplus_use)), sum(cases$own), sep = "\\n")
counts <- as.data.frame(table(cases$scale, cases$status))
cat("\\n== table\\n"); cat(paste(counts$Var1, counts$Var2, counts$Freq), sep = "\\n")
found <- aggregate(rating ~ ownership_model, old, function(x) c(n = length(x), median = median(x)))
cat("\\n== old\\n"); cat(paste(found$ownership_model, found$rating[, "n"], found$rating[, "median"]), sep = "\\n")
cat("\\n")
"""
    (folder / "elsewhere.R").write_text(blocks("r")[0] + asked, encoding="utf-8")
    done = subprocess.run(["Rscript", "--vanilla", "elsewhere.R"], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    for part in done.stdout.split("== ")[1:]:
        yield part.strip().splitlines()


def test_r_reads_the_tables_with_factors_in_order(data, old, folder):
    if not shutil.which("Rscript"):
        pytest.skip("no R here (apt-get install r-base-core r-cran-jsonlite)")
    if subprocess.run(["Rscript", "-e", "library(jsonlite)"], capture_output=True).returncode:
        pytest.skip("R is here, its package jsonlite is not (apt-get install r-cran-jsonlite)")
    told = {head: lines for head, *lines in r_answers(folder)}
    assert told["levels"] == list(data.cases["status"].cat.categories)
    assert told["ordered"] == ["TRUE", "FALSE"]
    assert told["counts"] == [str(len(data)), str(data.cases["surplus_use"].isna().sum()), "0"]
    counts = pd.crosstab(data.cases["scale"], data.cases["status"])
    assert {tuple(line.split()) for line in told["table"]} == {
        (str(scale), str(status), str(n)) for (scale, status), n in counts.stack().items()
    }
    assert told["old"] == [f"{model} {row['count']:g} {row['median']:g}" for model, row in old.iterrows()]
