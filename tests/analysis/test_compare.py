"""Comparisons against the same counts made in the plain way."""

from __future__ import annotations

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.analysis.compare import cells
from pcc_data.analysis.leave_one_out import leave_one_out
from pcc_data.analysis.outcome_profile import rated_high
from pcc_data.tables.spec import DOMAINS

PAIRS = [
    ("sector", "ownership_model"),
    ("status", "decision_right"),
    ("end_reason", "surplus_use"),
    ("sector", "sector"),
]


@pytest.mark.parametrize(("rows", "columns"), PAIRS)
def test_a_cross_table_counts_every_case_once(data, rows, columns):
    table = pcc.compare(data, rows, columns)
    assert table.at["all", "all"] == len(data) == len(cells(data, rows, columns))
    assert (table.loc["all"] == table.drop(index="all").sum()).all()
    for row in data.cases[rows].cat.categories:
        for column in data.cases[columns].cat.categories:
            assert table.at[row, column] == ((data.cases[rows] == row) & (data.cases[columns] == column)).sum()


def test_the_kinds_of_nothing_stay_apart(data):
    table = pcc.compare(data, "end_reason", "surplus_use")
    assert table.at["does_not_apply", "all"] == (data.cases["status"] != "ended").sum()
    assert table.at["all", "not_found"] == data.cases["surplus_use"].isna().sum()
    assert "not_found" not in pcc.compare(data, "sector", "sector").index
    assert list(pcc.compare(data.only([]), "sector", "status").loc["all"].unique()) == [0]


def test_codes_that_do_not_occur_still_appear(data):
    water = data.filter(sector="water")
    assert list(pcc.compare(water, "sector", "status").index) == [*pcc.codebook.codes("sector"), "all"]


def test_an_unknown_field_names_the_nearest(data):
    with pytest.raises(ValueError, match="Did you mean 'sector'"):
        pcc.compare(data, "sectr", "status")
    with pytest.raises(ValueError, match=r"is a rating.*: see pcc.outcome_profile\(data, 'sector'\)"):
        pcc.compare(data, "sector", "outcomes.durability")
    with pytest.raises(ValueError, match="'name' is no coded field"):
        pcc.outcome_profile(data, by="name")


@pytest.mark.parametrize("by", ["sector", "ownership_model", "world_region", "status"])
def test_a_profile_counts_every_rating_and_every_missing_one(data, by):
    profile = pcc.outcome_profile(data, by=by)
    merged = data.outcomes.merge(data.cases[[by]], left_on="case", right_index=True)
    for group, domain in profile.index:
        ratings = merged.loc[(merged[by] == group) & (merged["domain"] == domain), "rating"]
        found = profile.loc[(group, domain)]
        assert [found[f"n{rating}"] for rating in range(4)] == [(ratings == rating).sum() for rating in range(4)]
        assert (found["rated"], found["not_found"], found["cases"]) == (
            ratings.notna().sum(),
            ratings.isna().sum(),
            len(ratings),
        )
        assert (
            pd.isna(found["median"]) if not found["rated"] else found["median"] == ratings.dropna().astype(int).median()
        )
    ratings = data.outcomes["rating"].dropna()
    assert rated_high(profile) == ((ratings >= 2).sum(), len(ratings))


@pytest.mark.parametrize("domain", DOMAINS)
def test_leaving_one_out_is_what_dropping_it_gives(data, domain):
    ratings = data.outcomes[data.outcomes["domain"] == domain].set_index("case")["rating"].dropna().astype(float)
    table = leave_one_out(data, "sector", domain)
    for row in table.itertuples():
        group = ratings[data.cases.loc[ratings.index, "sector"] == row.group]
        rest = group if pd.isna(row.case) else group.drop(row.case)
        assert (row.mean, row.median, row.rated) == pytest.approx((rest.mean(), rest.median(), len(rest)))
    assert (table.groupby("group", observed=True)["rated"].max() >= 2).all()
    assert table["case"].notna().sum() == table.loc[table["case"].isna(), "rated"].sum()
