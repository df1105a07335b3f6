"""Marks in piles, and panels."""

from __future__ import annotations

import pandas as pd
import pytest

from pcc_data.drawing.canvas import canvas
from pcc_data.drawing.marks import Mark
from pcc_data.drawing.panels import panels
from pcc_data.drawing.piles import Piles
from pcc_data.drawing.style import drawing

ROW = ("a", "b")
IDS = [f"case-{at}" for at in range(5)]
LOOKS = {"water": Mark("#0072B2", "o")}


def piles(bars: bool) -> Piles:
    return Piles({ROW: [IDS[:3], IDS[3:]]}, pd.Series("water", IDS), LOOKS, bars)


def test_a_pile_grows_line_by_line_from_the_middle_of_its_foot():
    with drawing():
        _, ax = canvas("Title", "Note", 1)
        piles(False).draw(ax, ROW, 0, (1.0, 0.0), 2, 0.2)
        piles(False).draw(ax, ROW, 1, (2.0, 0.0), 2, 0.2)
    spots = [(line.get_gid(), line.get_xdata()[0], line.get_ydata()[0]) for line in ax.lines]
    assert [gid for gid, _, _ in spots] == [f"pick:{one}:b" for one in IDS]
    assert [x for _, x, _ in spots] == pytest.approx([0.9, 1.1, 0.9, 1.9, 2.1])
    assert [y for _, _, y in spots] == pytest.approx([0.1, 0.1, 0.3, 0.1, 0.1])
    filled = [line.get_markerfacecolor() for line in ax.lines]
    assert filled[:3] == ["#0072B2"] * 3 and "#0072B2" not in filled[3:]  # the last cell is what was not found


def test_too_many_for_marks_are_bars_by_their_number():
    with drawing():
        _, ax = canvas("Title", "Note", 1)
        for place in (0, 1):
            piles(True).draw(ax, ROW, place, (1.0, 0.0), 2, 0.2)
    tall, low = (bar.get_height() for bar in ax.patches)
    assert low / tall == pytest.approx(2 / 3) and not ax.lines


def test_panels_fill_their_figure_row_by_row():
    with drawing():
        figure, found = panels("Title", "Note", 5, 3, (0.5, 1.0), left=1.0, below=0.2)
    places = [ax.get_position() for ax in found]
    assert len({round(place.y0, 6) for place in places}) == 2 and places[3].x0 == places[0].x0
    assert places[0].height * figure.get_size_inches()[1] == pytest.approx(1.0)
    assert (places[0].y0 - places[3].y0) * figure.get_size_inches()[1] == pytest.approx(1.5)
