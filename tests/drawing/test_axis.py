"""The axis on a canvas."""

from __future__ import annotations

import pytest

from pcc_data.drawing.axis import Axis
from pcc_data.drawing.canvas import canvas
from pcc_data.drawing.style import drawing


def test_numbers_lie_between_the_ends_in_even_steps():
    axis = Axis(2000, 2010, 1.0, 6.0)
    assert [axis.at(year) for year in (2000, 2005, 2010)] == [1.0, 3.5, 6.0]
    assert Axis(2000, 2000, 1.0, 6.0).at(2000) == 1.0


@pytest.mark.parametrize(
    ("first", "last", "most", "years"),
    [
        (2019, 2022, 6, [2019, 2020, 2021, 2022]),
        (1946, 1985, 6, [1950, 1960, 1970, 1980]),
        (960, 2025, 6, [1000, 1200, 1400, 1600, 1800, 2000]),
        (2020, 2020, 6, [2020]),
    ],
)
def test_years_along_an_axis_are_round_and_few_over_any_span(first, last, most, years):
    assert Axis(first, last, 0.0, 8.0).years(most) == years


def test_each_number_that_is_told_has_a_line_and_its_words():
    with drawing():
        _, ax = canvas("Title", "Note", 1)
        Axis(0, 4, 0.0, 8.0).draw(ax, {0: "none", 2: "half"}, (0, 1), -0.1, va="top")
    assert [list(line.get_xdata()) for line in ax.lines] == [[0, 0], [4, 4]]
    assert [(text.get_text(), text.get_position(), text.get_va()) for text in ax.texts] == [
        ("none", (0, -0.1), "top"),
        ("half", (4, -0.1), "top"),
    ]
