"""The map: a case that is counted is seen, where it lies, and wide cases are drawn as wide."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.drawing.style import style

EARTH = {
    "Apia": (-13.83, -171.77),
    "Hamilton": (-37.79, 175.28),
    "Suva": (-18.14, 178.44),
    "Taveuni": (-16.8, -179.9),
    "the seam from the east": (-16.8, 180.0),
    "the seam from the west": (-16.8, -180.0),
    "Anchorage": (61.22, -149.9),
    "Longyearbyen": (78.22, 15.65),
    "Alert": (82.5, -62.3),
    "McMurdo": (-77.85, 166.67),
    "Ushuaia": (-54.8, -68.3),
    "the North Pole": (90.0, 0.0),
    "the South Pole": (-90.0, 0.0),
}


def lying(data, places):
    """Cases at these places (latitude, longitude), in a data set of their own."""
    rows = data.cases.iloc[[at % len(data) for at in range(len(places))]]
    rows = rows.set_axis(pd.Index([f"case-{at}" for at in range(len(places))], name="case"))
    latitude, longitude = zip(*places, strict=True)
    return replace(
        data,
        cases=rows.assign(latitude=latitude, longitude=longitude, name=[f"Case {at}" for at in range(len(places))]),
    )


def marks(chart):
    """Where each case is drawn: its panel, and how far it lies from there in points of type, as a function of a
    place."""
    return {
        line.get_gid().removeprefix("pick:"): line for ax in chart.figure.axes for line in ax.lines if line.get_gid()
    }


def points_from(line, latitude, longitude):
    """How far from a place a mark is drawn, in points of type."""
    ax = line.axes
    east = (longitude + 169) % 360 - 169
    away = ax.transData.transform((line.get_xdata()[0], line.get_ydata()[0])) - ax.transData.transform((east, latitude))
    return float(np.hypot(*away)) / ax.figure.dpi * 72


@pytest.mark.parametrize("name", EARTH)
def test_every_place_on_earth_has_its_mark_inside_the_map(data, name):
    chart = pcc.charts.map_of_cases(lying(data, [EARTH[name]]))
    (line,) = marks(chart).values()
    assert chart.svg.count("data-pick") == 1 and points_from(line, *EARTH[name]) < 0.1
    (west, east), (south, north) = line.axes.get_xlim(), line.axes.get_ylim()
    assert west <= line.get_xdata()[0] <= east and south <= line.get_ydata()[0] <= north


def test_all_of_them_together_are_drawn(data):
    assert pcc.charts.map_of_cases(lying(data, list(EARTH.values()))).svg.count("data-pick") == len(EARTH)


def test_the_pacific_stays_whole(data):
    pacific = ["Hamilton", "Taveuni", "Apia"]
    drawn = marks(pcc.charts.map_of_cases(lying(data, [EARTH[name] for name in pacific])))
    hamilton, taveuni, apia = (drawn[f"case-{at}"].get_xdata()[0] for at in range(3))
    assert hamilton < taveuni < apia < hamilton + 20


@pytest.mark.parametrize("look", ["screen", "projector", "print", "phone"])
@pytest.mark.parametrize("count", [2, 19, 300])
def test_many_marks_in_one_city_are_all_drawn_there_and_counted(data, look, count):
    pcc.use_style(look)
    places = [(-13.83, -171.77)] * count + [(52.52, 13.4)] * count
    chart = pcc.charts.map_of_cases(lying(data, places))
    drawn = marks(chart)
    assert chart.svg.count("data-pick") == 2 * count
    spots = {case: (line.get_xdata()[0], line.get_ydata()[0]) for case, line in drawn.items()}
    assert len(set(spots.values())) == 2 * count, "no mark lies on another"
    for at, place in enumerate(places):
        assert points_from(drawn[f"case-{at}"], *place) <= 1.7 * style().dot, "within two marks of its city"
    assert chart.svg.count(f">{count}<") == (2 if count == 300 else 0), (
        "where marks had to shrink their number stands beside them"
    )


def test_two_crowded_cities_do_not_mix(data):
    places = [(52.52, 13.4)] * 150 + [(48.21, 16.37)] * 150 + [(50.08, 14.43)] * 150
    chart = pcc.charts.map_of_cases(lying(data, places))
    drawn = marks(chart)
    for at, place in enumerate(places):
        assert points_from(drawn[f"case-{at}"], *place) <= 1.7 * style().dot
    assert chart.svg.count("data-pick") == 450 and chart.svg.count(">150<") == 3


def test_thousands_in_one_region_stay_there(data):
    places = [(10 + at % 7 * 0.01, 20 + at % 11 * 0.01) for at in range(2000)]
    drawn = marks(pcc.charts.map_of_cases(lying(data, places)))
    assert len(drawn) == 2000
    assert max(points_from(drawn[f"case-{at}"], *place) for at, place in enumerate(places)) <= 1.7 * style().dot


@pytest.mark.parametrize(
    "wrong", [(np.nan, 10.0), (50.0, np.nan), (np.inf, 10.0), (50.0, -np.inf), (95.0, 10.0), (None, None)]
)
def test_cases_that_cannot_be_drawn_are_counted_and_named(data, wrong):
    chart = pcc.charts.map_of_cases(lying(data, [(50.0, 10.0), wrong]))
    assert set(marks(chart)) == {"case-0"}
    assert "Not drawn, without coordinates on record (1): Case 1." in chart.text
    drawn = " ".join(text.get_text().replace("\n", " ") for text in chart.figure.texts)
    assert "Not drawn, without coordinates on record (1): Case 1." in drawn


def test_longitudes_counted_from_zero_to_360_and_numbers_as_texts_are_drawn_where_they_lie(data):
    chart = pcc.charts.map_of_cases(lying(data, [("-13.83", "188.23")]))
    assert points_from(marks(chart)["case-0"], -13.83, -171.77) < 0.1


def reaching(data, *reach):
    part = lying(data, [(50.0 + at, 40.0 + 20 * at) for at in range(len(reach))])
    return replace(
        part, cases=part.cases.assign(reach=pd.Categorical(reach, ["place", "region", "country", "several_countries"]))
    )


def rings(chart):
    """Hollow marks of the picture by case, as their size."""
    drawn = [line for ax in chart.figure.axes for line in ax.lines if line.get_markerfacecolor() == "none"]
    return {
        case: one.get_markersize()
        for case, line in marks(chart).items()
        for one in drawn
        if tuple(one.get_data()) == tuple(line.get_data())
    }


def test_wide_cases_have_a_ring_that_grows_with_their_reach(data):
    chart = pcc.charts.map_of_cases(reaching(data, "place", "region", "country", "several_countries", None, "country"))
    sizes = rings(chart)
    assert set(sizes) == {"case-1", "case-2", "case-3", "case-5"} and sizes["case-2"] == sizes["case-5"]
    assert style().dot * 1.5 < sizes["case-1"] < sizes["case-2"] < sizes["case-3"]
    shown = ["One place", "Region", "Country", "Several countries", "not found", "Country"]
    assert chart.svg.count("data-pick") == 6 and list(chart.table["reach"]) == shown
    told = "4 of 6 are wider than one place: 1 covers a region, 2 cover a whole country and 1 covers several countries."
    assert told in chart.text and "A ring" in chart.svg


@pytest.mark.parametrize("reach", [("place", "place"), (None, None)])
def test_without_wide_cases_no_ring_is_drawn_or_told(data, reach):
    chart = pcc.charts.map_of_cases(reaching(data, *reach))
    assert rings(chart) == {} and "wider" not in chart.text and "A ring" not in chart.svg
    assert rings(pcc.charts.map_of_cases(lying(data, [(50, 10)]))) == {}


def test_a_reach_that_is_none_is_refused(data):
    part = lying(data, [(50.0, 10.0)])
    with pytest.raises(ValueError, match="Did you mean 'country'"):
        pcc.charts.map_of_cases(replace(part, cases=part.cases.assign(reach="contry")))


def test_a_chosen_case_is_ringed_beyond_its_own_ring_and_an_unknown_one_refused(data):
    part = reaching(data, "several_countries", "place")
    inked = [
        line.get_markersize()
        for line in pcc.charts.map_of_cases(part, "case-0").figure.axes[0].lines
        if line.get_markeredgewidth() == 2.2
    ]
    assert inked and inked[0] > rings(pcc.charts.map_of_cases(part))["case-0"]
    with pytest.raises(ValueError, match="Did you mean 'case-0'"):
        pcc.charts.map_of_cases(part, "case-00")
