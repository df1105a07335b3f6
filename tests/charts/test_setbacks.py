"""How far the model is real against how the case stands."""

from __future__ import annotations

import pandas as pd

import pcc_data as pcc


def test_table_title_and_marks(data):
    chart, cases = pcc.charts.real_and_status(data), data.cases
    plain = pd.crosstab(cases["in_practice"].astype(str), cases["status"].astype(str))
    for real in plain.index:
        for status in plain.columns:
            assert (
                chart.table.at[pcc.codebook.label("in_practice", real), pcc.codebook.label("status", status)]
                == plain.at[real, status]
            )
    full, active = cases["in_practice"] == "full", cases["status"] == "active"
    assert (
        f"{(full & active).sum()} of {full.sum()} cases" in chart.title
        and f"{(~full & active).sum()} of {(~full).sum()} of the rest" in chart.title
    )
    assert chart.svg.count("data-pick=") == len(data)


def test_small_selections(data):
    assert "fewer than three" in pcc.charts.real_and_status(data.only(["cadiz-energy-boards"])).title
    assert pcc.charts.real_and_status(data.only([])).title == "No case matches"
