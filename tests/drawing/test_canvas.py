"""The canvas in inches, rows on it, and the key under it."""

from __future__ import annotations

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.drawing.canvas import box, canvas, spacing, write
from pcc_data.drawing.key import draw_key, key_lines, key_of
from pcc_data.drawing.marks import DASH, HOLLOW
from pcc_data.drawing.rows import paged, row_canvas
from pcc_data.drawing.style import drawing, style


@pytest.mark.parametrize("name", ["screen", "projector", "print", "phone"])
def test_a_unit_of_the_canvas_is_an_inch(name):
    pcc.use_style(name)
    with drawing():
        figure, ax = canvas("Title", "Note", 1.5, 2.0, left=0.7, right=0.3)
    size = ax.get_position().size * figure.get_size_inches()
    assert size == pytest.approx([style().width - 1.0, 3.5])
    assert ax.get_xlim() == pytest.approx((0, size[0])) and ax.get_ylim() == (-2.0, 1.5)


def test_rows_begin_where_the_one_above_ends():
    with drawing():
        _, ax, tops = row_canvas("Title", "Note", [0.5, 1.0, 0.25], up=0.3)
    assert tops == [0, -0.5, -1.5] and ax.get_ylim() == (-1.75, 0.3)


def test_boxes_and_small_type_may_be_told_otherwise():
    with drawing():
        _, ax = canvas("Title", "Note", 1)
        box(ax, 0.1, 0.2, 0.3, 0.4, "#004488")
        box(ax, 0.1, 0.2, 0.3, 0.4, edgecolor="#1A1A1A", lw=2)
        small, large = write(ax, 0, 0.5, "a"), write(ax, 0, 0.5, "a", size=20, va="top")
    filled, framed = ax.patches
    assert filled.get_linewidth() == 0 and filled.get_bbox().bounds == pytest.approx((0.1, 0.2, 0.3, 0.4))
    assert framed.get_linewidth() == 2 and framed.get_facecolor()[3] == 0
    assert (small.get_size(), small.get_va()) == (style().small, "center")
    assert (large.get_size(), large.get_va()) == (20, "top")


def test_marks_keep_their_distance_until_they_have_to_come_closer():
    assert spacing([3, 1], 2.0, 2.0, 0.25) == 0.25
    close = spacing([3, 400], 2.0, 2.0, 0.25)
    assert 0.09 < close <= 0.1 and spacing([], 1, 1, 0.2) == 0.2


def test_rows_of_a_page_are_counted_from_one():
    shown, which = paged(pd.DataFrame(index=range(24)), 10, 10, 3)
    assert list(shown.index) == [20, 21, 22, 23] and which == {"page": "part", "span": "21 to 24", "n": 24}


def test_a_key_names_what_occurs_with_its_counts():
    states = pd.Series(["ended", "active", "active", "not_found"])
    entries = key_of("status", states, counted=True)
    assert [words for _, words in entries] == ["Active 2", "Ended 1", "not found 1"]
    assert entries[-1][0] == HOLLOW != DASH and entries[0][0].colour == pcc.codebook.codes("status")["active"].colour


def test_a_key_takes_as_many_lines_as_it_needs():
    entries = [(HOLLOW, "Seven letters")] * 5
    assert key_lines([], 3) == 0 and key_lines(entries, 11) == 1 and key_lines(entries, 0.1) == 5
    with drawing():
        _, ax = canvas("Title", "Note", 1)
        draw_key(ax, entries, 0.5, inches=0.1)
    heights = [text.get_position()[1] for text in ax.texts]
    assert heights == sorted(heights, reverse=True) and len(set(heights)) == 5 and heights[0] == -0.5


@pytest.mark.parametrize("count", [1, 7, 26, 400, 5000])
def test_dots_always_fit_into_their_cell(count):
    step = spacing([1, count], 1.1, 0.6)
    assert step > 0 and int(1.1 / step + 1e-6) * int(0.6 / step + 1e-6) >= count
