"""Weights of the room: means by plain arithmetic, and how often other weights turn the highest two round."""

from __future__ import annotations

import dataclasses

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pcc_data.analysis.weighting import group_means, weigh
from pcc_data.tables.spec import DOMAINS

LEVEL = dict.fromkeys(DOMAINS, 1)


def plain(data, by):
    """Ratings by group and domain, and the number of cases of each group."""
    group = data.state(by).astype(str).to_dict()
    rated, cases = {}, {}
    for row in data.outcomes.itertuples():
        cases[group[row.case], row.domain] = cases.get((group[row.case], row.domain), 0) + 1
        if pd.notna(row.rating):
            rated.setdefault((group[row.case], row.domain), []).append(int(row.rating))
    return rated, cases


@pytest.mark.parametrize("by", ["ownership_model", "sector", "status"])
def test_means_are_those_of_the_rated_cases(data, by):
    table, (rated, cases) = group_means(data, by), plain(data, by)
    assert len(table) == len(cases)
    for at, row in table.iterrows():
        values = rated.get(at, [])
        assert (row["rated"], row["cases"]) == (len(values), cases[at])
        assert row["mean"] == pytest.approx(sum(values) / len(values)) if values else pd.isna(row["mean"])


def test_only_groups_with_three_rated_cases_in_each_outcome_are_compared(data):
    found, (rated, _) = weigh(data, "ownership_model", LEVEL), plain(data, "ownership_model")
    enough = {
        group
        for group in set(data.cases["ownership_model"].astype(str))
        if all(len(rated.get((group, d), [])) >= 3 for d in DOMAINS)
    }
    assert set(found.means.index) == enough
    for group, mean in found.means.items():
        values = [rated[group, domain] for domain in DOMAINS]
        assert mean == pytest.approx(sum(sum(part) / len(part) for part in values) / 7)
    assert list(found.top) == list(found.means.sort_values(ascending=False).index[:2])


def test_weights_pull_the_mean(data):
    found, (rated, _) = (
        weigh(data, "sector", {**dict.fromkeys(DOMAINS, 0), "durability": 4, "democratic_control": 1}),
        plain(data, "sector"),
    )
    for group, mean in found.means.items():
        one, two = (
            sum(rated[group, domain]) / len(rated[group, domain]) for domain in ("durability", "democratic_control")
        )
        assert mean == pytest.approx((4 * one + two) / 5)
    gone = data.outcomes[data.outcomes["domain"].isin(["durability", "democratic_control"])]["rating"].isna().sum()
    assert found.missing == (gone, 2 * len(data))


def test_turned_counts_weightings_by_hand(data):
    found = weigh(data, "sector", LEVEL)
    one, two = (found.profile.loc[group].loc[list(DOMAINS), "mean"].to_numpy(float) for group in found.top)
    others = np.random.default_rng(2021).dirichlet(np.ones(7), 1000)
    assert found.turned == sum(float(weights @ two) > float(weights @ one) + 1e-12 for weights in others)
    assert found.draws == 1000 and weigh(data, "sector", LEVEL).turned == found.turned
    assert abs(weigh(data, "sector", LEVEL, draws=20_000, seed=7).turned / 20 - found.turned) < 50


def test_one_outcome_alone_cannot_turn(data):
    found = weigh(data, "sector", {**dict.fromkeys(DOMAINS, 0), "durability": 5})
    assert found.turned is None and len(found.top) == 2


def test_a_group_better_in_everything_never_turns(data):
    water = data.outcomes["case"].map(data.cases["sector"]).astype(str) == "water"
    made = data.outcomes.assign(rating=water.map({True: 3, False: 1}).astype("Int64"))
    found = weigh(dataclasses.replace(data, outcomes=made), "sector", LEVEL)
    assert found.top[0] == "water" and found.turned == 0 and found.means["water"] == pytest.approx(3)


@settings(max_examples=25)
@given(st.lists(st.integers(0, 5), min_size=7, max_size=7), st.integers(1, 4))
def test_weights_count_only_in_proportion(data, weights, times):
    one = weigh(data, "sector", dict(zip(DOMAINS, weights, strict=True)))
    two = weigh(data, "sector", dict(zip(DOMAINS, [weight * times for weight in weights], strict=True)))
    assert one.means.to_dict() == pytest.approx(two.means.to_dict()) and one.counting == two.counting
    if one.counting:
        for group, mean in one.means.items():
            row = one.profile.loc[group].loc[one.counting, "mean"]
            assert row.min() - 1e-9 <= mean <= row.max() + 1e-9
    else:
        assert not len(one.means) and one.top == ()


def test_wrong_weights_are_refused(data):
    with pytest.raises(ValueError, match="durability"):
        weigh(data, "sector", {"durability": 1})
    with pytest.raises(ValueError, match="numbers from 0"):
        weigh(data, "sector", {**LEVEL, "durability": -1})
    with pytest.raises(ValueError, match="sector"):
        weigh(data, "sectr", LEVEL)
