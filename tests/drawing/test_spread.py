"""Dots that do not lie on one another, and labels beside them."""

from __future__ import annotations

import pytest

from pcc_data.drawing.place_labels import place_labels
from pcc_data.drawing.spread import spread
from pcc_data.drawing.style import drawing, frame


def test_labels_that_find_no_room_are_named():
    with drawing():
        _, ax = frame("t", "n", 1)
    ax.set(xlim=(0, 10), ylim=(0, 10))
    assert place_labels(ax, [(5, 5)], ["short"]) == []
    assert place_labels(ax, [(5, 5)], ["long " * 60]) == ["long " * 60]


def test_spread_moves_equal_points_apart_and_leaves_others():
    with drawing():
        _, ax = frame("t", "n", 3)
    ax.set(xlim=(0, 10), ylim=(0, 10))
    given = [(5, 5), (5, 5), (9, 9)]
    moved, sizes, around = spread(ax, given, 10, 15)
    assert moved[0] != moved[1] and moved[2] == pytest.approx((9, 9), abs=0.01)
    assert sizes == [1, 1, 1] and around == [2, 2, 1]
    assert moved == spread(ax, given, 10, 15)[0] and spread(ax, [], 5, 5) == ([], [], [])
