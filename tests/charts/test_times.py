"""The pictures of states over years, of what is on record before a change, and of ages when last seen."""

from __future__ import annotations

import pytest

import pcc_data as pcc
from pcc_data.analysis.states_over_time import changes, states_over_time

SAN_JUAN = "san-juan-cano-martin-pena-clt"


def test_spells_tell_how_many_cases_and_changes(data):
    chart, found = pcc.charts.spells(data), changes(data)
    cases = data.spells.loc[data.spells["field"] == "status", "case"].nunique()
    assert chart.title.startswith(f"{cases} of {len(data)} cases tell of a change of status: {len(found)} changes")
    pairs = found.groupby(["before", "after"]).size()
    before, after = pairs.idxmax()
    assert f"“{before}” to “{after}” ({pairs.max()})" in chart.title
    assert f"The other {len(data) - cases} tell of no dated change" in chart.text
    assert len(chart.table) == len(states_over_time(data))


def test_of_no_case_nothing_is_counted(data):
    began = data.cases["start_year"].astype("Int64")
    for part, lacking in ((began <= 2010, "began later"), (began > 2010, "began by 2010")):
        ids = list(data.cases.index[part.fillna(False)])
        text = pcc.charts.ages(data.only(ids)).text
        assert f"No rated case among these {lacking}" in text and " the 0 " not in text
    assert "No rated case" not in pcc.charts.ages(data).text


def test_years_without_a_state_are_drawn_and_told(data):
    chart = pcc.charts.spells(data, "roles.governance")
    assert "not found" in set(chart.table["state"]) and "not found" in chart.svg
    assert "no state is told for some of the years" in chart.text


def test_pages_hold_all_cases(data):
    pages = [pcc.charts.spells(data, page=page) for page in (1, 2)]
    assert len(set(pages[0].picks) | set(pages[1].picks)) == data.spells.query("field == 'status'")["case"].nunique()
    with pytest.raises(ValueError, match="no page 3"):
        pcc.charts.spells(data, page=3)


def test_one_case_and_none_with_a_change(data):
    assert "most often from “active” to “contested” (1) and" in pcc.charts.spells(data.only([SAN_JUAN])).title
    none = pcc.charts.spells(data, "decision_right")
    assert none.title.startswith("No change of decision right") and not len(none.table)


def test_before_a_change_compares_with_other_years(data):
    chart = pcc.charts.before_a_change(data, years=3)
    assert "does not show what brought the change about" in chart.text
    row = chart.table.iloc[0]
    assert (
        f"{row.iloc[0].lower()} in {row.iloc[1]} changes (other years of the same cases: {row.iloc[2]})" in chart.text
    )
    one = pcc.charts.before_a_change(data.only([SAN_JUAN]), years=1)
    assert "2 changes of status" in one.title and "in the year before" in one.title


def test_ages_keep_ends_and_last_sights_apart(data):
    chart = pcc.charts.ages_last_seen(data)
    ended = data.filter(status="ended").cases
    ages = ended["end_year"] - ended["start_year"]
    assert chart.title.startswith(f"{len(ended)} of {len(data)} cases ended, at ages of {ages.min()} to {ages.max()};")
    assert "that is not an end" in chart.title
    assert chart.table.loc["Ended"].tolist() == [len(ended), len(ages), ages.min(), ages.median(), ages.max()]
    assert chart.svg.count("data-pick=") == len(data)
    going = pcc.charts.ages_last_seen(data.filter(status="active"))
    assert going.text.endswith("No case with a known age has ended.")
