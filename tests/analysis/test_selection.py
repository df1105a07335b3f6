"""How the cases were found: each case once, nothing invented, and the days those of the repository's history."""

from __future__ import annotations

import re
import subprocess

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.analysis.agreement import read_two_codings
from pcc_data.analysis.selection import COLUMNS, PARTS
from pcc_data.paths import datasets_dir, shipped_ids


def raw() -> pd.DataFrame:
    return pd.read_csv(datasets_dir() / "selection.csv", dtype="str", keep_default_na=False)


def test_every_case_stands_there_once():
    table = raw()
    assert list(table.columns) == ["case", *COLUMNS]
    assert list(table["case"]) == sorted(shipped_ids())


def test_the_parts_are_those_of_the_records_and_of_the_rounds_of_coding(data):
    found = pcc.selection(data)
    report = data.cases["collection"] == "report"
    assert set(found["added_with"]) == set(PARTS)
    assert ((found["added_with"] == "report") == report).all()
    codings = read_two_codings(datasets_dir())
    first = set(codings.loc[codings["round"] == "1", "case"])
    assert set(found.index[found["added_with"] != "second_extension"]) == first


def test_what_nobody_wrote_down_is_empty(data):
    found = pcc.selection(data)
    report = data.cases["collection"] == "report"
    assert (found["how_found"].notna() == report).all() and set(found["how_found"].dropna()) == {"in_the_report"}
    assert found[["found_on", "language_of_search"]].isna().all().all()


def test_the_days_are_those_of_the_history(data):
    asked = ["git", "log", "--diff-filter=A", "--name-only", "--format=@%as", "--", "datasets/cases"]
    try:
        told = subprocess.run(asked, cwd=datasets_dir().parent, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no history here")
    days, now = {}, ""
    for line in told.splitlines():
        now = line[1:] if line.startswith("@") else now
        if file := re.match(r"datasets/cases/(.+)\.yaml$", line):
            days[file[1]] = now  # the oldest comes last
    found = pcc.selection(data)["added_on"]
    if set(days) != set(found.index):
        pytest.skip("the history here is cut short")
    assert days == found.to_dict()


def test_records_of_ones_own_have_an_empty_row(data):
    own = data.only(data.cases.index[:1])
    object.__setattr__(own, "cases", own.cases.rename(index={own.cases.index[0]: "my-town"}))
    assert pcc.selection(own).loc["my-town"].isna().all()
    assert "Nothing is written down of 1 of your own." in pcc.charts.selection(own).text


def test_candidates_have_a_reason_and_are_no_cases(data):
    table = pcc.candidates()
    assert table.index.is_unique and table.notna().all().all() and set(table["outcome"]) == {"turned down"}
    assert set(table["sector"]) <= set(pcc.codebook.codes("sector"))
    assert not set(table.index) & set(data.cases["name"])


def test_the_chart_counts_what_is_written_down(data):
    chart = pcc.charts.selection(data)
    counts = dict(zip(chart.table.iloc[:, 0], chart.table.iloc[:, 1], strict=True))
    report = int((data.cases["collection"] == "report").sum())
    assert counts["How it was found"] == f"{report} of {len(data)}"
    assert counts["When it was found"] == counts["Language of the search"] == f"0 of {len(data)}"
    assert chart.title.startswith(f"How a case was found is written down for {report} of {len(data)} cases")
