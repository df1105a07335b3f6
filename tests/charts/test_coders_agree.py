"""How far coders agree, as a picture: what it draws is what `pcc.agreement` reckons."""

from __future__ import annotations

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.analysis.agreement import RELIABLE
from pcc_data.charts import coders_agree


@pytest.mark.parametrize("round", [None, 1])
def test_it_draws_what_is_reckoned(data, round):
    chart, found = coders_agree(data, round=round), pcc.agreement(round=round, overall=True)
    known = found[found["alpha"].notna()].drop(index="all")
    assert f"On {(known['alpha'] >= RELIABLE).sum()} of {len(known)} fields" in chart.title
    table = chart.table.set_index("field")
    for field, row in known.iterrows():
        told = table.loc[pcc.codebook.label(str(field))]
        assert told["alpha"] == round_(row["alpha"]) and told["cases"] == row["units"]
        assert (told["from"], told["to"]) == (round_(row["low"]), round_(row["high"]))
    assert table.loc["All fields together", "alpha"] == round_(found.at["all", "alpha"])
    weak = [pcc.codebook.label(str(field)) for field in known.index[known["alpha"] < RELIABLE]]
    assert all(name in chart.text.split("Below that line:")[1] for name in weak)


def round_(value: float) -> float:
    return round(float(value), 2)


def test_codings_of_ones_own_and_only_cases_of_the_data(data):
    rows = [
        ("1", case, "status", coder, code)
        for case, code in data.cases["status"].astype("str").head(20).items()
        for coder in ("Ada", "Ben")
    ]
    mine = pd.DataFrame(rows, columns=["round", "case", "field", "coder", "value"])
    chart = coders_agree(data.only(data.cases.index[:10]), codings=mine)
    assert chart.table["cases"].tolist() == [10, 10] and chart.table["alpha"].tolist() == [1, 1]
    assert coders_agree(data.only(data.cases.index[:1]), codings=mine).title.startswith("No field")
