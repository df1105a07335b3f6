"""Records of one's own are marked in every picture whose marks are cases; where nothing is one's own, nothing is."""

from __future__ import annotations

import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

import pcc_data as pcc
from tests.invented_cases import TABLES

OWN = "sampletown-mill-weir-power"


@pytest.fixture(scope="module")
def both() -> pcc.Dataset:
    return pcc.load(extra=TABLES).filter(sector="energy")


def ringed(figure: Figure) -> list[tuple[float, float]]:
    """Places of hollow rings, in the order in which they were drawn."""
    lines = [line for ax in figure.axes for line in ax.lines if isinstance(line, Line2D)]
    return [line.get_data() for line in lines if line.get_markerfacecolor() == "none" and line.get_marker() == "o"]


def sloping(figure: Figure) -> set[str]:
    texts = [text for ax in figure.axes for text in ax.texts if isinstance(text, Text)]
    return {text.get_text() for text in texts if text.get_style() == "italic"}


def test_marks_of_own_cases_are_ringed_and_told(both):
    chart = pcc.charts.cross_table(both, "sector", "ownership_model", colour="status")
    marks = [line for ax in chart.figure.axes for line in ax.lines if str(line.get_gid()).startswith(f"pick:{OWN}")]
    assert len(ringed(chart.figure)) == 2
    assert [list(place) for place in marks[0].get_data()] in [
        [list(part) for part in at] for at in ringed(chart.figure)
    ]
    assert "ring" in chart.text and "2 records of your own" in chart.text.replace("two", "2")
    foot = next(text.get_text() for text in chart.figure.texts if text.get_gid() == "foot")
    assert "ring" in foot


def test_names_of_own_cases_slope(both):
    names = sloping(pcc.charts.life_lines(both).figure)
    assert len(names) == 2 and all("(invented)" in name for name in names)


@pytest.mark.parametrize("only", ["none", "all"])
def test_where_nothing_is_to_be_told_apart_nothing_is_marked(both, only):
    own = both.cases["own"]
    part = both.only(list(both.cases.index[own if only == "all" else ~own]))
    chart = pcc.charts.cross_table(part, "sector", "ownership_model", colour="status")
    assert not ringed(chart.figure) and "ring" not in chart.text
