"""Life lines of cases."""

from __future__ import annotations

import dataclasses

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.charts import _life_lines
from pcc_data.drawing.marks import mark_classes
from tests.charts.layout import boxes


def test_title_counts_each_status(data):
    chart = pcc.charts.life_lines(data)
    counts = data.cases["status"].value_counts()
    for code, count in counts[counts > 0].items():
        assert f"{count} {pcc.codebook.label('status', code).lower()}" in chart.title
        assert f"{count} {pcc.codebook.label('status', code).lower()}" in chart.text


def test_text_twin_counts_events_and_years_of_ended_cases(data):
    chart = pcc.charts.life_lines(data)
    assert f"{len(data.events):,} recorded events" in chart.text
    lasted = (data.cases["end_year"] - data.cases["start_year"]).dropna()
    assert f"lasted {lasted.min()} to {lasted.max()} years" in chart.text


def test_table_holds_every_case_with_its_years(data):
    table = pcc.charts.life_lines(data, page=2).table
    assert set(table.index) == set(data.cases.index)
    assert (table["events"] == data.events.groupby("case").size().reindex(table.index)).all()
    assert (table["status as of"] == data.cases["status_as_of"].reindex(table.index)).all()
    exact = data.cases.index[data.cases["start_precision"] == "exact"]
    assert (table.loc[exact, "start"] == data.cases.loc[exact, "start_year"].astype(str)).all()
    about = data.cases.index[data.cases["start_precision"] == "about"]
    assert len(about) and table.loc[about, "start"].str.startswith("about ").all()
    going_on = data.cases.index[data.cases["status"] != "ended"]
    assert (table.loc[going_on, "end"] == "goes on").all()


@pytest.mark.parametrize("by", _life_lines.GROUPS)
def test_groups_follow_the_codebook(data, by):
    rows = _life_lines._rows(data, by)
    order = {code: place for place, code in enumerate(data.state(by).cat.categories)}
    places = [order[code] for code in rows["group"]]
    assert places == sorted(places) and len(rows) == len(data)
    first = rows["group"].iloc[0]
    assert (
        f"{pcc.codebook.label(by, first)}: {(rows['group'] == first).sum()} of {len(data)}"
        in pcc.charts.life_lines(data, by).svg
    )


def test_pages_hold_every_case_once(data):
    seen = [
        case
        for page in range(1, -(-len(data) // 20) + 1)
        for case in pcc.charts.life_lines(data, limit=20, page=page).picks
    ]
    assert sorted(seen) == sorted(data.cases.index)


@pytest.mark.parametrize("page", [0, 99])
def test_a_page_that_is_not_there_is_refused(data, page):
    with pytest.raises(ValueError, match="rows"):
        pcc.charts.life_lines(data, limit=20, page=page)


def test_unknown_grouping_names_the_nearest(data):
    with pytest.raises(ValueError, match="sector"):
        pcc.charts.life_lines(data, "sectr")


def test_each_row_can_be_clicked(data):
    chart = pcc.charts.life_lines(data.filter(status="ended"))
    for case, name in chart.picks.items():
        assert chart.svg.count(f'data-pick="{case}"') == 2, "the name and the mark"
        assert data.cases.at[case, "name"] == name


def test_start_not_found_is_said_and_not_drawn_as_a_year(data):
    case = data.cases.index[0]
    cases = data.cases.copy()
    cases.loc[case, ["start_year", "start_precision"]] = pd.NA
    chart = pcc.charts.life_lines(dataclasses.replace(data, cases=cases).only([case]))
    assert chart.table.at[case, "start"] == "start not found" and ">not found<" in chart.svg


def test_ended_without_a_year_says_so(data):
    case = data.filter(status="ended").cases.index[0]
    cases = data.cases.copy()
    cases.loc[case, "end_year"] = pd.NA
    chart = pcc.charts.life_lines(dataclasses.replace(data, cases=cases).only([case]))
    assert chart.table.at[case, "end"] == "year not found" and "year not found" in chart.svg


def test_case_without_events_is_drawn(data):
    chart = pcc.charts.life_lines(dataclasses.replace(data, events=data.events.iloc[:0]))
    assert (chart.table["events"] == 0).all() and "<svg" in chart.svg


def test_no_cases(data):
    chart = pcc.charts.life_lines(data.only([]))
    assert chart.title == "No case matches" and not len(chart.table) and "<svg" in chart.svg


def test_event_classes_cover_every_kind_once():
    names = [name for _, group in mark_classes("events.type") for name in group]
    assert sorted(names) == sorted(pcc.codebook.codes("events.type"))
    markers = [mark.shape for mark, _ in mark_classes("events.type")]
    assert len(set(markers)) == len(markers), "classes differ by shape, too"


@pytest.mark.parametrize("style", ["screen", "projector", "print", "phone"])
def test_key_of_events_stays_within_the_picture(data, style):
    pcc.use_style(style)
    figure = pcc.charts.life_lines(data).figure
    ends = {" ".join(text.split()): box.x1 for text, box in boxes(figure)}
    for _, group in mark_classes("events.type"):
        words = ", ".join(pcc.codebook.short("events.type", code) for code in group)
        assert ends[words] <= figure.get_size_inches()[0] * 72, words
