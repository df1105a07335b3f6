"""Lines to write in: what the page says was typed, what counts, and what is put back."""

from __future__ import annotations

import pytest

from pcc_data.controls.lines import Line, Number
from pcc_data.explore._studio.choices import Blocs
from pcc_data.explore._toolbox import MyToolbox


def typed(line, text, *, done=False):
    """What the page sends for a key, and when Enter is pressed or the line is left."""
    line._typed(line, {"typed": text, "mark": f"page {text} {done}", "done": done}, [])


def test_a_line_counts_when_it_is_left_and_stands_there_before():
    line = Line("Name", value="old")
    typed(line, "ne")
    assert (line.text, line.value) == ("ne", "old")
    typed(line, "new", done=True)
    assert (line.text, line.value) == ("new", "new") and line.heard == "page new True"
    line.value = ""
    assert line.text == ""


def test_a_live_line_counts_key_by_key():
    line = Line("Our note", live=True)
    typed(line, "As")
    assert line.value == "As"


def test_what_is_heard_is_told_although_a_handler_fails():
    line = Line("Name")
    line.observe(lambda _: 1 / 0, "value")
    with pytest.raises(ZeroDivisionError):
        typed(line, "new", done=True)
    assert line.heard == "page new True" and line.text == "new"


@pytest.mark.parametrize(
    ("text", "value"),
    [("7", 7), ("007", 7), ("7.9", 7), ("-3", 0), ("99999", 50), ("1e999", 4), ("", 4), ("seven", 4), ("٣", 3)],
)
def test_a_number_is_kept_within_its_bounds_and_what_is_none_is_put_back(text, value):
    seats = Number("Seats", max=50, value=4)
    typed(seats, text)
    assert (seats.text, seats.value) == (text, 4)
    typed(seats, text, done=True)
    assert (seats.text, seats.value) == (str(value), value)


def test_rows_of_a_board_are_the_same_after_one_more_and_after_another_design():
    board = Blocs()
    rows, boxes = list(board.rows), board._lines.children
    typed(board.rows[1]["name"], "half typ")
    board.children[2].click()
    assert board.rows[:4] == rows and board._lines.children[:4] == boxes and board.rows[1]["name"].text == "half typ"
    board.value = (("Town", "public", 2, "against"),)
    assert board.rows == rows and board._lines.children[4].layout.display == "none" and rows[0]["name"].text == "Town"
    board.value = ()
    assert rows[0]["name"].value != "Town" and rows[0]["seats"].value == 0


def test_a_lesson_taken_out_keeps_its_note_and_the_rows_their_places(data):
    mine = MyToolbox(data)
    for key in ("lessons:0", "lessons:1", "lessons:2"):
        mine.toggle(key)
    rows = mine._list.children
    typed(mine._notes["lessons:0"], "ask the council")
    mine.toggle("lessons:0")
    assert (
        mine._list.children == rows
        and rows[0].layout.display == "none"
        and mine.notes == {"lessons:1": "", "lessons:2": ""}
    )
    mine.toggle("lessons:0")
    assert mine._list.children == rows and list(mine.value) == ["lessons:1", "lessons:2", "lessons:0"]
    assert [row.layout.order for row in rows] == ["2", "0", "1"] and mine.notes["lessons:0"] == "ask the council"
    mine.clearing.click()
    mine.toggle("lessons:0")
    assert mine.notes == {"lessons:0": ""}
