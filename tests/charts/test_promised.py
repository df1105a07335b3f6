"""Promised and delivered."""

from __future__ import annotations

import dataclasses
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.analysis import promise_rows as promised
from pcc_data.charts._promises import LIMIT
from pcc_data.dataset import promise_words


def test_title_and_text_count_what_became_of_promises(data):
    chart = pcc.charts.promises(data)
    counts = data.promises["state"].value_counts()
    assert chart.title.startswith(f"{len(data.promises)} promises on record")
    for code, count in counts[counts > 0].items():
        assert f"{count} {pcc.codebook.label('promises.state', code).lower()}" in chart.title
    assert f"in {data.promises['case'].nunique()} of {len(data)} cases" in chart.text


def test_shares_equal_delivered_by_promised(data):
    rows = promised.promise_rows(data)
    amounts = data.promises[data.promises["promised"].notna() & data.promises["delivered"].notna()]
    amounts = amounts[
        ~amounts["unit"].str.contains(r"^(?:year of|year$|weeks|months|days|date)") & (amounts["promised"] > 0)
    ]
    expected = sorted((amounts["delivered"] / amounts["promised"]).tolist())
    assert sorted(rows["share"].dropna().tolist()) == pytest.approx(expected)
    chart = pcc.charts.promises(data)
    assert f"{sum(share >= 1 for share in expected)} reached what was promised" in chart.text
    assert f"{sum(share == 0 for share in expected)} nothing of it" in chart.text
    shown = chart.table["share delivered"].dropna()
    assert sorted(shown) == pytest.approx([round(share, 3) for share in expected])


def test_what_is_overdue_is_told_apart_from_what_is_pending(data):
    pending = data.promises[data.promises["state"] == "pending"]
    late = pending[(pending["due"] < pending["as_of"]).fillna(False).astype(bool)]
    assert {"plymouth-energy-community", "rome-autorecupero-cooperatives"} <= set(late["case"])
    chart = pcc.charts.promises(data)
    assert chart.title.endswith(f"; {len(late)} of the pending ones are overdue")
    assert (chart.table["state"] == "Pending, overdue").sum() == len(late)
    assert pending["due"].isna().sum() > 20, "most have no date, which the text says"
    assert f"for {pending['due'].isna().sum()} no date was found" in chart.text
    one = pcc.charts.promises(data.only(["toronto-food-policy-council"]))
    assert "due December 2021" in one.svg and "Pending, overdue" in one.svg
    none = pcc.charts.promises(data.only(["thailand-baan-mankong-codi"]))
    assert "overdue" not in none.title and "Pending, overdue" not in none.svg


def test_table_holds_every_promise_with_its_unit(data):
    table = pcc.charts.promises(data).table
    assert len(table) == len(data.promises)
    assert table["unit"].isna().sum() == data.promises["unit"].isna().sum()
    assert (table["delivered"] == "not found").sum() == data.promises["delivered"].isna().sum()
    assert (table["delivered"] == "0").sum() == (data.promises["delivered"] == 0).sum(), (
        "zero is not the same as not found"
    )


@pytest.mark.parametrize(
    ("promise", "said"),
    [
        ((30, 28, "dwellings"), "28 of 30 dwellings (93%)"),
        ((30, np.nan, "dwellings"), "promised 30 dwellings, delivered not found"),
        ((np.nan, 5, "homes"), "delivered 5 homes, promised not found"),
        ((np.nan, np.nan, "homes"), "no amounts found"),
        ((2000, 0, "households"), "0 of 2,000 households (0%)"),
        ((50, 28.2, "%"), "28.2 of 50 %"),
        ((2019, 2022, "year of opening"), "year of opening: promised 2019, came 2022"),
    ],
)
def test_amounts_in_words(promise, said):
    first, then, unit = promise
    share = then / first if not unit.startswith("year of") else np.nan
    assert promise_words.amounts(SimpleNamespace(promised=first, delivered=then, unit=unit, share=share)) == said


def test_every_page_is_drawn_and_every_promise_can_be_clicked(data):
    pages = -(-len(data.promises) // LIMIT)
    marks = 0
    for page in range(1, pages + 1):
        svg = pcc.charts.promises(data, page=page).svg
        marks += svg.count("data-pick=") // 2
    assert marks == len(data.promises)


def test_page_that_is_not_there(data):
    with pytest.raises(ValueError, match="no page 99"):
        pcc.charts.promises(data, page=99)


def test_unknown_state_is_hollow(data):
    promises = data.promises.head(1).assign(
        state=pd.Categorical(["unknown"], categories=data.promises["state"].cat.categories)
    )
    chart = pcc.charts.promises(dataclasses.replace(data, promises=promises))
    assert pcc.codebook.codes("promises.state")["unknown"].colour == "#FFFFFF"
    assert "1 not found" in chart.title and "One promise" in chart.title


def test_cases_without_promises_say_so(data):
    without = [case for case in data.cases.index if case not in set(data.promises["case"])]
    chart = pcc.charts.promises(data.only(without[:2]))
    assert "No promise" in chart.title and "does not mean that none was made" in chart.svg and not len(chart.table)


def test_no_cases(data):
    assert pcc.charts.promises(data.only([])).title == "No case matches"
