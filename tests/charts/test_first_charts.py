"""The charts of a single case and the map: what they say equals the tables, and missing values show as missing."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import pcc_data as pcc
from pcc_data import charts
from pcc_data.say import figure_text, listed, number, of, say
from pcc_data.tables.spec import ROLES


def test_roles_strip_tells_who_holds_each_role(data):
    for case in data.cases.index:
        chart = charts.roles_strip(data, case)
        told = [pcc.codebook.label(f"roles.{role}", data.cases.at[case, f"roles.{role}"]) for role in ROLES]
        assert list(chart.table["held by"]) == told
        shared = sum(data.cases.at[case, f"roles.{role}"] == "shared" for role in ROLES)
        assert chart.title.lower().startswith("no role" if shared == 0 else number(shared))


def test_a_role_that_was_not_found_is_hollow(data):
    column = data.cases[[f"roles.{role}" for role in ROLES]]
    case = column.index[(column == "unknown").any(axis=1)][0]
    picture = charts.roles_strip(data, case).svg
    assert "stroke-dasharray" in picture and ">?<" in picture


def test_timeline_of_a_thousand_years_is_drawn_on_a_phone(data):
    case = data.events["case"].iloc[0]
    events = data.events.copy()
    events.loc[events.index[events["case"] == case][0], "year"] = 960
    pcc.use_style("phone")
    drawn = {text.get_text() for text in charts.timeline(replace(data, events=events), case).figure.axes[0].texts}
    assert {"960", "1200", "1400", "2000"} <= drawn


def test_timeline_holds_every_event_in_order(data):
    for case in data.cases.index[::6]:
        chart, events = charts.timeline(data, case), data.one("events", case)
        assert list(chart.table["year"]) == sorted(events["year"])
        assert sorted(chart.table["label"]) == sorted(events["label"])
        assert str(events["year"].min()) in chart.title and str(events["year"].max()) in chart.title


def test_key_figures_tell_every_figure_with_unit_and_kind(data):
    case = "cadiz-energy-boards"
    chart, table = charts.key_figures(data, case), data.one("indicators", case)
    assert list(chart.table["value"]) == list(table["value"]) and list(chart.table["unit"]) == list(table["unit"])
    assert f"{(table['kind'] == 'actual').sum()} of them actual" in chart.title


def test_key_figures_of_a_case_without_figures(data):
    case = data.cases.index[0]
    part = pcc.Dataset(**{**data.only([case]).tables, "indicators": data.indicators.iloc[:0]})
    assert "No figures" in charts.key_figures(part, case).title


def test_map_counts_cases_and_countries(data):
    water = data.filter(sector="water")
    chart = charts.map_of_cases(water)
    assert f"{water.cases['country'].nunique()} countries" in chart.title and len(chart.table) == len(water)
    for region, count in water.cases["world_region"].value_counts().items():
        assert count == 0 or f"{count} in {pcc.codebook.short('world_region', region)}" in chart.text


def test_map_of_no_case_says_so(data):
    assert charts.map_of_cases(data.only([])).title == "No case matches"


def test_map_draws_every_case_wherever_it_lies(data):
    far = data.cases.iloc[:4].copy()
    far["latitude"], far["longitude"] = [64.0, -41.0, 21.0, -17.0], [-150.0, 174.0, -157.0, 178.0]
    moved = pcc.Dataset(**{**data.only(far.index).tables, "cases": far})
    assert charts.map_of_cases(moved).svg.count("data-pick") == 4


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1234567, "1,234,567"),
        (22.2, "22.2"),
        (64.94, "64.9"),
        (0.35, "0.35"),
        (1e6, "1,000,000"),
        (1234.5, "1,234"),
        (999.9, "1,000"),
        (0.00002, "0.00002"),
        (-0.0, "0"),
    ],
)
def test_figures_are_written_as_people_do(value, text):
    assert figure_text(value) == text


@given(st.floats(-1e6, 1e6, allow_nan=False))
def test_figures_have_three_digits_and_no_exponent(value):
    text = figure_text(value)
    assert "e" not in text and float(text.replace(",", "")) == pytest.approx(value, rel=0.006)


def test_words():
    assert listed(["a", "b", "c"]) == "a, b and c" and listed([]) == "none" and listed(["a"]) == "a"
    assert say("cases-first", n=1) == "One case" and say("cases-first", n=77) == "77 cases" and number(12) == "twelve"
    assert "fewer than three" in of(1, 2) and of(4, 7) == "4 of 7"


def test_missing_years_say_so(data):
    rows = data.indicators[data.indicators["year"].isna()]
    case = rows["case"].iloc[0]
    assert "no year" in charts.key_figures(data, case).svg
    assert pd.isna(charts.key_figures(data, case).table["year"]).any()
