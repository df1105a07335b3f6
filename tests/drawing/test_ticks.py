"""Numbers along an axis."""

from __future__ import annotations

from pcc_data.drawing.style import drawing, frame
from pcc_data.drawing.ticks import even_ticks, figures_axis


def axis(low, high, tenfold):
    with drawing():
        _, ax = frame("Title", "Note", 1)
        figures_axis(ax, low, high, tenfold=tenfold)
    return ax


def told(ax):
    return [words for tick in ax.get_xticks() if (words := ax.xaxis.get_major_formatter()(tick, None))]


def test_even_ticks_are_whole_numbers_and_halves_on_a_short_scale():
    assert even_ticks(0, 2) == [0, 0.5, 1, 1.5, 2]
    assert even_ticks(0, 100) == list(range(0, 101, 10))


def test_an_even_axis_holds_zero_and_marks_at_its_edges_are_whole():
    low, high = axis(20, 100, tenfold=False).get_xlim()
    assert low < 0 and high > 100
    low, high = axis(-50, -20, tenfold=False).get_xlim()
    assert low < -50 and high > 0


def test_a_tenfold_axis_has_a_line_at_each_power_of_ten_and_their_numbers_as_far_as_there_is_room():
    ax = axis(0.8, 1.2e6, tenfold=True)
    assert list(ax.get_xticks()) == [1, 10, 100, 1e3, 1e4, 1e5, 1e6]
    assert told(ax) == ["1", "10", "100", "1,000", "10,000", "100,000", "1,000,000"]
    crowded = axis(0.8, 1.2e18, tenfold=True)
    assert len(crowded.get_xticks()) == 19 and 1 < len(told(crowded)) < 19
