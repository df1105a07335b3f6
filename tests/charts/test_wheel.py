"""Weighted profiles: groups side by side, means with their counts, and how easily the order turns."""

from __future__ import annotations

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.analysis.weighting import weigh
from pcc_data.charts import _weighted_profiles as wheel
from pcc_data.colours import PAPER
from pcc_data.tables.spec import DOMAINS

LEVEL = dict.fromkeys(DOMAINS, 1)
TWO = {**dict.fromkeys(DOMAINS, 0), "durability": 5, "democratic_control": 2}


def plain_mean(data, by, group, domain):
    cases = data.cases.index[data.state(by).astype(str) == group]
    part = data.outcomes[data.outcomes["case"].isin(cases) & (data.outcomes["domain"] == domain)]["rating"]
    return (part.dropna().astype(int).mean(), int(part.notna().sum()), len(part))


def name_of(ax):
    """The text with the name of the group above a panel."""
    return next(
        text
        for text in ax.texts
        if text.get_weight() == "bold" and "×" not in text.get_text() and text.get_text() != "–"
    )


@pytest.mark.parametrize("by", ["ownership_model", "sector"])
@pytest.mark.parametrize("weights", [LEVEL, TWO])
def test_table_equals_plain_means(data, by, weights):
    table = pcc.charts.weighted_profiles(data, weights, by).table
    groups = [group for group in pcc.codebook.codes(by) if (data.cases[by] == group).any()]
    assert len(table) == 7 * len(groups)
    for group, domain in ((group, domain) for group in groups for domain in DOMAINS):
        mine = (table.iloc[:, 0] == pcc.codebook.label(by, group)) & (
            table["outcome"] == pcc.codebook.label(f"outcomes.{domain}")
        )
        (row,) = table[mine].to_dict("records")
        mean, rated, cases = plain_mean(data, by, group, domain)
        assert (row["rated"], row["cases"], row["weight"]) == (rated, cases, weights[domain])
        assert row["mean of rated"] == pytest.approx(mean, abs=0.005) if rated else pd.isna(row["mean of rated"])
        assert (row["note"] != "") == (rated < 3)


@pytest.mark.parametrize("by", ["ownership_model", "sector"])
def test_title_and_sentence_tell_the_turns_and_what_is_missing(data, by):
    chart, found = pcc.charts.weighted_profiles(data, by=by), weigh(data, by, LEVEL)
    pair = " and ".join(pcc.codebook.short(by, group) for group in found.top)
    assert f"{found.turned} of 1,000 other sets would swap {pair}" in chart.title
    assert chart.title.startswith("Who is ahead depends"), "what other weights turn round is no rank"
    assert f"{data.outcomes['rating'].isna().sum()} of {len(data.outcomes)} ratings are missing" in chart.text
    for group in found.profile.index.unique("group"):
        assert (pcc.codebook.label(by, group) in chart.text.split("Not compared")[1]) == (
            group not in found.means.index
        )


def test_groups_stand_in_the_order_of_the_codebook_not_of_the_result(data):
    figure = pcc.charts.weighted_profiles(data, TWO, "ownership_model").figure
    names = [name_of(ax).get_text().replace("\n", " ") for ax in figure.axes]
    codes = [code for code in pcc.codebook.codes("ownership_model") if (data.cases["ownership_model"] == code).any()]
    assert names == [pcc.codebook.short("ownership_model", code) for code in codes]


def test_missing_is_a_dash_and_few_are_hollow(data):
    figure = pcc.charts.weighted_profiles(data, by="ownership_model").figure
    codes = [code for code in pcc.codebook.codes("ownership_model") if (data.cases["ownership_model"] == code).any()]
    for group, ax in zip(codes, figure.axes, strict=True):
        rated = [plain_mean(data, "ownership_model", group, domain)[1] for domain in DOMAINS]
        marks = [line for line in ax.lines if line.get_marker() == "o"]
        assert sum(text.get_text() == "–" for text in ax.texts) == rated.count(0)
        assert len(marks) == sum(count > 0 for count in rated)
        assert sum(line.get_markerfacecolor() == PAPER for line in marks) == sum(0 < count < 3 for count in rated)


def test_weak_fields_carry_a_caution_only_while_they_count(data):
    assert "Caution" in pcc.charts.weighted_profiles(data).svg
    assert "Caution" not in pcc.charts.weighted_profiles(data, TWO).svg


def test_special_weights_and_no_cases(data):
    assert "Give at least one outcome a weight" in pcc.charts.weighted_profiles(data, dict.fromkeys(DOMAINS, 0)).title
    assert (
        "Only one outcome counts"
        in pcc.charts.weighted_profiles(data, {**dict.fromkeys(DOMAINS, 0), "durability": 1}, "sector").title
    )
    assert "Too few ratings" in pcc.charts.weighted_profiles(data.only(["wolfhagen-energy-cooperative"])).title
    assert pcc.charts.weighted_profiles(data.only([])).title == "No case matches"
    with pytest.raises(ValueError, match="sector"):
        pcc.charts.weighted_profiles(data.only([]), by="sectr")


def test_level_groups_are_said_to_be_level(data):
    found = weigh(data, "sector", LEVEL)
    same = found.means.copy()
    same[:] = 1.0
    level = wheel.Weighted(found.profile, LEVEL, same, found.top, 500, 1000)
    assert "are level" in wheel._title(level, "sector")


def test_what_no_other_weights_turn_round_is_said_of_both_and_ranks_neither(data):
    found = weigh(data, "sector", LEVEL)
    steady = wheel._title(wheel.Weighted(found.profile, LEVEL, found.means, found.top, 0, 1000), "sector")
    assert "have the largest means, and none of 1,000 other sets of weights would swap them" in steady


@pytest.mark.parametrize("style", ["screen", "projector", "print", "phone"])
def test_names_of_panels_do_not_run_into_one_another(data, style):
    pcc.use_style(style)
    figure = pcc.charts.weighted_profiles(data).figure
    boxes = [name_of(ax).get_window_extent() for ax in figure.axes]
    for one in boxes:
        assert not any(one is not other and one.overlaps(other) for other in boxes)
        assert one.x1 <= figure.bbox.x1
