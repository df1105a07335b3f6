"""Pictures on a phone: as wide as one, in type that can be read there; names of columns turn, rows grow."""

from __future__ import annotations

import re

import pytest

import pcc_data as pcc
from pcc_data import charts
from tests.charts.hostile import plain_calls
from tests.charts.layout import boxes

PIXELS = 314  # of a picture inside an explorer's panels on a live page in a window of 360
LEAST = 9  # pixels of the smallest type, letters on marks too
VIEWS = [(name, at) for name, views in plain_calls().items() for at in range(len(views))]


def drawn(name: str, at: int) -> charts.Chart:
    pcc.use_style("phone")
    return getattr(charts, name)(**plain_calls()[name][at])


def note_of(chart: charts.Chart) -> str:
    """The small line, its ends of lines aside."""
    return chart.figure.texts[1].get_text().replace("\n", " ")


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view[0]}-{view[1]}")
def test_the_smallest_type_of_every_chart_can_be_read_at_360_pixels(view):
    chart = drawn(*view)
    width = float(re.search(r'viewBox="0 0 ([\d.]+) ', chart.svg)[1])
    sizes = [float(size) for size in re.findall(r"font(?:-size)?:[^;\"]*?([\d.]+)px", chart.svg)]
    assert width == pytest.approx(4.6 * 72) and min(sizes) * PIXELS / width >= LEAST
    outside = [text for text, box in boxes(chart.figure) if box.x0 < -1 or box.x1 > width + 1]
    assert not outside


def test_a_cell_tells_the_count_alone_where_its_whole_has_no_room_and_says_so(data):
    pcc.use_style("phone")
    chart = charts.instruments(data, "ownership_model")
    cells = [text.get_text() for text in chart.figure.axes[0].texts]
    assert not any(re.fullmatch(r"\d+ of \d+", cell) for cell in cells) and "counts cases of the n" in note_of(chart)
    assert re.fullmatch(r"\d+ of \d+", chart.table.iloc[0, 0]), "the table has both"
    pcc.use_style("screen")
    assert "counts cases of the n" not in note_of(charts.instruments(data, "ownership_model"))


def test_each_row_of_a_table_is_as_high_as_its_marks_and_a_letter_on_a_mark_can_be_read(data):
    pcc.use_style("phone")
    figure = charts.cross_table(data, "sector", "status", colour="outcomes.durability").figure
    letters = [text for text in figure.axes[0].texts if text.get_weight() == "bold" and text.get_text() in "0123"]
    assert len(letters) > 90 and min(text.get_size() for text in letters) >= 9
    # letters of two marks never touch
    places = [box for text, box in boxes(figure) if text in ("1", "2", "3")]
    assert not any(one is not two and one.overlaps(two) for one in places for two in places)


@pytest.mark.parametrize("draw", [charts.selection, charts.silences])
def test_what_is_known_of_one_case_fits_a_phone(data, draw):
    """The count of one case has a caution behind it, which is long."""
    pcc.use_style("phone")
    figure = draw(data.only(data.cases.index[:1])).figure
    assert max(box.x1 for _, box in boxes(figure)) <= figure.get_size_inches()[0] * 72


def test_the_page_of_a_phone_picture_is_no_wider_than_reading_needs(data):
    pcc.use_style("phone")
    assert "max-width: 34rem" in charts.silences(data)._repr_html_()
    pcc.use_style("screen")
    assert "max-width: 34rem" not in charts.silences(data)._repr_html_()
