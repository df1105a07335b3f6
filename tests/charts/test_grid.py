"""The co-production grid and the ladders: places, counts and sentences come from the same numbers."""

from __future__ import annotations

import pytest

import pcc_data as pcc
from pcc_data import charts
from pcc_data.charts._co_production_grid import co_production_grid
from pcc_data.codes import load_codebook
from tests.charts.layout import assert_key_above_source

DOTS = {
    "grid": co_production_grid,
    "habit": charts.participation_and_right,
    "owner": charts.ownership_and_right,
    "ten": charts.ten_and_others,
}


@pytest.fixture(params=DOTS, ids=str)
def draw(request):
    return DOTS[request.param]


def test_every_case_is_counted_once(draw, data):
    chart = draw(data)
    inner = chart.table.drop(index="All", columns="All", errors="ignore")
    assert int(inner.to_numpy().sum()) == len(data)
    assert all(f'data-pick="{case}"' in chart.svg for case in data.cases.index)


def test_sentence_and_table_say_the_same(data):
    chart = co_production_grid(data)
    assert f"in {chart.table.loc['Both sides deliver', 'Both sides plan']} of {len(data)}" in chart.title
    assert chart.title.endswith(
        f"the community alone in {chart.table.loc['The community delivers', 'The community plans']}"
    )


def test_habit_and_right_count_with_plain_pandas(data):
    chart = charts.participation_and_right(data)
    known = data.cases.dropna(subset=["participation_level", "decision_right"])
    together = known[known["participation_level"].isin(["collaborate", "empower"])]
    secure = together["decision_right"].isin(["co_decides", "decides"]).sum()
    assert f"{secure} of {len(together)}" in chart.title and f"known for {len(known)} cases" in chart.text


def test_owner_and_right_count_with_plain_pandas(data):
    public = data.cases[(data.cases["roles.ownership"] == "public") & data.cases["decision_right"].notna()]
    holds = public["decision_right"].isin(["co_decides", "decides"]).sum()
    assert f"{holds} of {len(public)}" in charts.ownership_and_right(data).title


@pytest.mark.parametrize("count", [0, 1, 2])
def test_few_cases_draw(draw, data, count):
    chart = draw(data.only(list(data.cases.index[:count])))
    assert "<svg" in chart.svg
    assert count or chart.title == "No case matches"


@pytest.mark.parametrize("name", ["screen", "projector", "print", "phone"])
def test_every_style_draws(draw, data, name):
    pcc.use_style(name)
    assert "<svg" in draw(data).svg


def test_the_hidden_grid_tells_nothing_and_can_be_pressed(data):
    one = data.only(["wolfhagen-energy-cooperative"])
    chart = co_production_grid(one, hidden=True, guess=("public", "shared"))
    assert "wolfhagen" not in chart.svg and "Your place" in chart.svg and chart.table.empty
    assert 'data-pick="public|shared"' in chart.svg and len(chart.picks) == 9


def test_spectrum_counts_each_level_once(data):
    chart = charts.spectrum(data)
    counts = data.state("participation_level").astype(str).value_counts()
    shown = chart.table.dropna(subset=["cases at that level"]).drop_duplicates("about level")
    assert shown["cases at that level"].sum() == counts.drop("not_found").sum()
    power = counts[["collaborate", "empower"]].sum()
    assert f"{power} of {counts.drop('not_found').sum()}" in chart.title
    assert charts.spectrum(data.only([])).title == "No case matches"


def test_an_absent_group_is_named_and_not_counted_as_nothing(data):
    report, later = (charts.ten_and_others(data.filter(collection=collection)) for collection in ("report", "extended"))
    assert report.title.endswith("none of the cases added later is among these cases")
    assert later.title.endswith("none of the report's experiences is among these cases")
    ended = (data.cases.loc[data.cases["collection"] == "report", "status"] == "ended").sum()
    assert report.title.startswith(f"Ended: {ended} of 10 of the report's experiences")
    book = load_codebook()
    for field in ("roles.ownership", "participation_level", "decision_right", "collection"):
        for code in book.codes(field):
            part = data.filter({field: code})
            for draw in (*DOTS.values(), charts.spectrum):
                chart = draw(part)
                assert "0 of 0" not in chart.title + chart.text, (draw, field, code)


@pytest.mark.parametrize("style", ["screen", "projector", "print", "phone"])
def test_the_key_stays_above_the_source_line(draw, data, style):
    pcc.use_style(style)
    assert_key_above_source(draw(data).figure)
