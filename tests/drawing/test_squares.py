"""Squares in a row."""

from __future__ import annotations

import pytest

from pcc_data.drawing.canvas import canvas
from pcc_data.drawing.squares import squares
from pcc_data.drawing.style import drawing


@pytest.fixture
def ax():
    with drawing():
        return canvas("Title", "Note", 1)[1]


def test_there_is_a_square_a_seat_with_its_number_behind(ax):
    squares(ax, 3, 5, (1.0, 0.0), (2.0, 0.4), "#0072B2", "P")
    assert len(ax.patches) == 3 and [text.get_text() for text in ax.texts] == ["P", "3"]
    assert ax.texts[1].get_position()[0] > ax.patches[-1].get_x()


def test_too_many_for_squares_are_a_bar_as_long_as_their_share(ax):
    squares(ax, 100, 400, (1.0, 0.0), (2.0, 0.4), "#0072B2", "P")
    (bar,) = ax.patches
    assert bar.get_width() == pytest.approx(0.5) and [text.get_text() for text in ax.texts] == ["100"]
