"""Measured figures across cases."""

from __future__ import annotations

import dataclasses

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.charts import _indicator
from pcc_data.drawing.key import key_places
from pcc_data.say import figure_text
from tests.charts.layout import assert_key_above_source

COMMON = [("people_served", "people"), ("members", "people"), ("community_seats_pct", "%"), ("price_change_pct", "%")]


def test_units_count_cases(data):
    units = pcc.charts.indicator_units(data)
    assert "other" not in set(units["code"])
    assert units["cases"].is_monotonic_decreasing
    for row in units.head(12).itertuples():
        facts = data.indicators[(data.indicators["code"] == row.code) & (data.indicators["unit"] == row.unit)]
        assert (row.cases, row.figures) == (facts["case"].nunique(), len(facts))
    assert len(data.indicators[data.indicators["code"] != "other"]) == units["figures"].sum()


@pytest.mark.parametrize(("code", "unit"), COMMON)
def test_numbers_are_those_of_the_table(data, code, unit):
    chart = pcc.charts.indicator(data, code, unit)
    facts = data.indicators[(data.indicators["code"] == code) & (data.indicators["unit"] == unit)]
    assert len(chart.table) == len(facts) and (chart.table["unit"] == unit).all()
    assert sorted(chart.table["value"]) == sorted(figure_text(value) for value in facts["value"])
    latest = {}
    for case, part in facts.groupby("case"):
        actual = part[part["kind"] == "actual"]
        part = actual if len(actual) else part
        latest[case] = part.assign(year=part["year"].fillna(-1)).sort_values("year", kind="stable")["value"].iloc[-1]
    values = pd.Series(latest)
    assert f"{figure_text(values.min())}" in chart.title and f"{figure_text(values.max())}" in chart.title
    assert f"{len(values)} of {len(data)} cases, with {len(facts)} figures" in chart.text
    assert f"Median of the cases: {figure_text(float(values.median()))}." in chart.text
    assert set(chart.picks) == set(values.index)


@pytest.mark.parametrize(("code", "unit"), COMMON)
def test_every_figure_is_a_mark_that_can_be_clicked(data, code, unit):
    marks = 0
    cases = data.indicators[(data.indicators["code"] == code) & (data.indicators["unit"] == unit)]["case"].nunique()
    for page in range(1, -(-cases // _indicator.LIMIT) + 1):
        svg = pcc.charts.indicator(data, code, unit, page=page).svg
        marks += svg.count("data-pick=")
    facts = data.indicators[(data.indicators["code"] == code) & (data.indicators["unit"] == unit)]
    assert marks == len(facts) + cases


def test_axis_grows_tenfold_only_where_values_span_decades(data):
    wide = pcc.charts.indicator(data, "people_served", "people")
    assert wide.figure.axes[0].get_xscale() == "log" and "ten times the one before" in wide.svg
    narrow = pcc.charts.indicator(data, "community_seats_pct", "%")
    assert narrow.figure.axes[0].get_xscale() == "linear" and "tenfold" not in narrow.svg


def test_marks_at_the_edge_are_whole(data):
    facts = data.indicators[(data.indicators["code"] == "community_seats_pct") & (data.indicators["unit"] == "%")]
    low, high = pcc.charts.indicator(data, "community_seats_pct", "%").figure.axes[0].get_xlim()
    assert low < facts["value"].min() and high > facts["value"].max()


def test_figures_of_different_things_are_refused(data):
    with pytest.raises(ValueError, match="different things"):
        pcc.charts.indicator(data, "other", "%")


def test_unknown_unit_names_the_nearest_and_what_there_is(data):
    with pytest.raises(ValueError, match="Did you mean 'people'.*members"):
        pcc.charts.indicator(data, "members", "peopel")


def test_no_cases(data):
    assert pcc.charts.indicator(data.only([]), "members", "people").title == "No case matches"


def test_one_case(data):
    chart = pcc.charts.indicator(data.only(["wolfhagen-energy-cooperative"]), "members", "members")
    assert "one case only" in chart.title and "<svg" in chart.svg


def test_zero_and_large_values_share_a_linear_axis(data):
    facts = data.indicators[(data.indicators["code"] == "members") & (data.indicators["unit"] == "people")].copy()
    facts.iloc[0, facts.columns.get_loc("value")] = 0
    chart = pcc.charts.indicator(dataclasses.replace(data, indicators=facts), "members", "people")
    assert chart.figure.axes[0].get_xscale() == "linear"


@pytest.mark.parametrize("style", ["screen", "projector", "print", "phone"])
@pytest.mark.parametrize(("code", "unit"), COMMON)
def test_the_key_is_whole_and_stays_above_the_source_line(data, code, unit, style):
    pcc.use_style(style)
    assert_key_above_source(pcc.charts.indicator(data, code, unit).figure)


def test_the_key_names_each_kind_and_sector_once_and_goes_on_in_a_second_line(data):
    facts = data.indicators.iloc[[0] * 6].assign(kind="actual", sector=list(pcc.codebook.codes("sector")))
    facts = pd.concat([facts, *(facts.head(1).assign(kind=kind) for kind in pcc.codebook.codes("indicators.kind"))])
    words = [name for _, name in _indicator._key(facts)]
    assert len(words) == len(set(words)) == 6 + len(pcc.codebook.codes("indicators.kind"))
    pcc.use_style("print")
    places = key_places(words, 5)
    assert max(line for _, line in places) == 1 and max(x for x, _ in places) < 4.6
    assert next(x for x, line in places if line == 1) == 0
