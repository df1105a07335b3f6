"""What is typed stays typed, however slow the kernel is: its drawing is held back by a file while one types and
presses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from markupsafe import escape

from tests.browser.conftest import real_errors
from tests.browser.driving import answered
from tests.browser.server import TOKEN

pytestmark = pytest.mark.browser
# As long as this file is there, nothing is drawn: the kernel is busy, as on a slow machine, until the test lets it go
# on.
_SLOW = """
import time
from pathlib import Path
import pcc_data as pcc
from pcc_data.explore._kit.explorer import Explorer

# What it needs it has as arguments: it stays when the names of the notebook are forgotten.
def held(
    explorer, draw=getattr(Explorer.redraw, "draw", Explorer.redraw), hold=Path({hold!r}), wait=time.sleep
):
    while hold.exists():
        wait(0.01)
    draw(explorer)

held.draw = held.__defaults__[0]  # the kernel may have held an explorer before
Explorer.redraw = held
data = pcc.load()
"""


class Slow:
    """An explorer in a notebook whose kernel draws nothing while it is held."""

    def __init__(self, opened, hold: Path) -> None:
        self.page, self.box, self._hold = opened.page, opened.explorer(), hold

    @property
    def held(self) -> bool:
        return self._hold.exists()

    def hold(self) -> None:
        self._hold.touch()

    def let_go(self) -> None:
        self._hold.unlink()

    def go_on(self) -> None:
        self.let_go()
        answered(self.page)


@pytest.fixture
def slow(notebook, lab, browser, tmp_path):
    """Show an explorer: `slow("pcc.explore.toolbox(data)")`."""
    hold, shown = tmp_path / "hold", []

    def open_it(source: str) -> Slow:
        cells = [
            {
                "cell_type": "code",
                "id": f"cell{at}",
                "execution_count": None,
                "metadata": {},
                "outputs": [],
                "source": code,
            }
            for at, code in enumerate((_SLOW.format(hold=str(hold)), source))
        ]
        kernel = {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}}
        content = {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
        with browser.new_context() as context:
            body = json.dumps({"type": "notebook", "format": "json", "content": content})
            answer = context.request.put(f"{lab}/api/contents/notebooks/slow.ipynb?token={TOKEN}", data=body)
            assert answer.ok, answer.text()
        shown.append(notebook("slow.ipynb"))
        assert shown[0].cell_errors() == []
        shown[0].explorer().scroll_into_view_if_needed()
        return Slow(shown[0], hold)

    yield open_it
    hold.unlink(missing_ok=True)
    for opened in shown:
        assert real_errors(opened.errors) == []


def page_of(slow: Slow, folder: Path) -> str:
    """The page that is offered to print."""
    with slow.page.expect_download() as download:
        slow.box.get_by_role("link", name="Open or keep").click()
    download.value.save_as(folder / "page.html")
    return (folder / "page.html").read_text(encoding="utf-8")


TEXTS = {
    "emoji": "👩🏽‍🌾 🏳️‍🌈 and 🇨🇿",
    "right to left": "تعاونية الطاقة (2019) – קואופרטיב",
    "signs": "市民能源合作社",
    "looks like code": '<b>$5_a & \\alpha</b> "quoted"',
    "very long": "Ask the council, and then ask again. " * 600,
}
_STANDS = "line => [document.activeElement === line, line.selectionStart, line.value]"


def two_picked(slow):
    """A toolbox with two lessons; the kernel draws the list anew after the second, and its draws are held."""
    toolbox = slow("pcc.explore.toolbox(data)")
    add = toolbox.box.get_by_role("button", name="Add to my toolbox")
    add.nth(0).click()
    toolbox.box.get_by_text("My toolbox: 1 picked").first.wait_for()
    answered(toolbox.page)
    toolbox.hold()
    add.nth(0).click()
    toolbox.box.get_by_text("My toolbox: 2 picked").first.wait_for()
    toolbox.notes = toolbox.box.get_by_label("Note")
    return toolbox


def printed(toolbox, folder: Path) -> str:
    toolbox.box.get_by_role("button", name="Print my toolbox").click()
    if toolbox.held:
        toolbox.go_on()
    return page_of(toolbox, folder)


@pytest.mark.parametrize("rate", [1, 6])
def test_a_note_written_while_the_list_is_drawn_anew_is_printed(slow, tmp_path, rate):
    toolbox = two_picked(slow)
    speed = toolbox.page.context.new_cdp_session(toolbox.page)
    speed.send("Emulation.setCPUThrottlingRate", {"rate": rate})
    toolbox.notes.first.press_sequentially("Ask the council")
    assert "Ask the council" in printed(toolbox, tmp_path)
    speed.detach()


def test_the_line_keeps_focus_and_cursor_while_all_around_it_changes(slow, tmp_path):
    toolbox = two_picked(slow)
    toolbox.box.get_by_role("button", name="Take out").first.click()
    note = toolbox.notes.nth(1)
    note.press_sequentially("Ask council")
    for _ in range(7):
        note.press("ArrowLeft")
    toolbox.box.get_by_label("Theme").evaluate(
        "one => { one.selectedIndex = 2; one.dispatchEvent(new Event('change', {bubbles: true})); }"
    )
    toolbox.go_on()
    toolbox.box.get_by_text("My toolbox: 1 picked").first.wait_for()
    assert note.evaluate(_STANDS) == [True, 4, "Ask council"]
    toolbox.page.keyboard.type("the ")
    assert "Ask the council" in printed(toolbox, tmp_path)


@pytest.mark.parametrize("kind", TEXTS)
def test_any_text_is_kept_letter_by_letter(slow, tmp_path, kind):
    toolbox = two_picked(slow)
    toolbox.notes.first.focus()
    toolbox.page.keyboard.insert_text(TEXTS[kind])
    toolbox.page.keyboard.type("!")
    assert str(escape(TEXTS[kind] + "!")) in printed(toolbox, tmp_path)
    assert toolbox.notes.first.input_value() == TEXTS[kind] + "!"


def test_what_is_pasted_twice_and_cut_is_kept(slow, tmp_path):
    toolbox = two_picked(slow)
    note = toolbox.notes.first
    note.press_sequentially("ask ")
    for keys in ("Control+a", "Control+c", "End", "Control+v", "Control+v", "Control+a", "Control+x", "Control+v"):
        note.press(keys)
    assert note.input_value() == "ask ask ask "
    toolbox.page.keyboard.type("them")
    assert "ask ask ask them" in printed(toolbox, tmp_path)


def test_signs_that_are_being_composed_are_not_torn(slow, tmp_path):
    toolbox = two_picked(slow)
    keys = toolbox.page.context.new_cdp_session(toolbox.page)
    toolbox.notes.first.press_sequentially("1 ")
    keys.send("Input.imeSetComposition", {"text": "ni", "selectionStart": 2, "selectionEnd": 2})
    toolbox.let_go()
    toolbox.box.get_by_role("button", name="take out").nth(1).wait_for()  # drawn anew while the sign is half made
    keys.send("Input.imeSetComposition", {"text": "nihao", "selectionStart": 5, "selectionEnd": 5})
    keys.send("Input.insertText", {"text": "你好"})
    assert toolbox.notes.first.input_value() == "1 你好"
    assert "1 你好" in printed(toolbox, tmp_path)


def test_three_quick_choices_are_all_taken(slow):
    toolbox = slow("pcc.explore.toolbox(data)")
    toolbox.hold()
    for at in range(3):
        toolbox.box.locator("[data-pick^=lessons]").nth(at).click()
    toolbox.go_on()
    toolbox.box.get_by_text("My toolbox: 3 picked").first.wait_for()


def busy_canvas(slow, folder: Path):
    """A canvas that draws what its sector makes, and is held."""
    canvas = slow(f"ours = pcc.explore.studio(data, {str(folder)!r})\nours")
    canvas.hold()
    canvas.box.get_by_role("button", name="Housing", exact=True).click()
    return canvas


def test_start_again_forgets_what_was_typed_before_it_and_keeps_what_comes_after(slow, tmp_path):
    canvas = busy_canvas(slow, tmp_path / "ours")
    name = canvas.box.get_by_label("Name of the design")
    name.press_sequentially("Old roofs")
    canvas.box.get_by_label("Town").press_sequentially("Oldtown")
    canvas.box.get_by_role("button", name="Start again").click()
    canvas.go_on()
    assert name.input_value() == "" and canvas.box.get_by_label("Town").input_value() == ""
    canvas.hold()
    canvas.box.get_by_role("button", name="Start again").click()
    name.press_sequentially("New roofs")
    canvas.go_on()
    assert name.input_value() == "New roofs"
    canvas.box.get_by_role("button", name="Save our design").click()
    canvas.box.get_by_text("Saved as").first.wait_for()
    (file,) = (tmp_path / "ours").glob("*.yaml")
    assert "New roofs" in file.read_text("utf-8")


def test_a_design_is_saved_as_it_was_typed(slow, tmp_path):
    canvas = busy_canvas(slow, tmp_path / "ours")
    canvas.box.get_by_label("Name of the design").press_sequentially("Roofs")
    canvas.box.get_by_role("button", name="Next").click()
    canvas.box.get_by_role("button", name="Back").focus()
    canvas.box.get_by_label("Drawn by").press_sequentially("Table 3")
    canvas.box.get_by_role("button", name="Save our design").click()
    canvas.go_on()
    canvas.box.get_by_text("Saved as").first.wait_for()
    text = next((tmp_path / "ours").glob("*.yaml")).read_text("utf-8")
    assert "Roofs" in text and "Table 3" in text


def test_blocs_are_named_while_a_row_is_added(slow, tmp_path):
    canvas = slow(f"ours = pcc.explore.studio(data, {str(tmp_path)!r})\nours")
    canvas.box.get_by_role("button", name="10 Vote").click()
    seats = canvas.box.get_by_label("Seats of bloc 1")
    canvas.hold()
    seats.fill("4")
    canvas.box.get_by_role("button", name="One more bloc").click()
    name = canvas.box.get_by_label("Name of bloc 2")
    name.fill("")
    name.press_sequentially("Neighbours")
    canvas.go_on()
    canvas.box.get_by_label("Name of bloc 5").wait_for()
    assert name.evaluate(_STANDS) == [True, 10, "Neighbours"] and seats.input_value() == "4"
    canvas.box.get_by_label("Seats of bloc 2").fill("3")
    canvas.page.keyboard.press("Tab")
    canvas.box.get_by_text("of 7 seats").first.wait_for()


def test_a_board_of_ones_own_is_read_as_it_was_typed(slow):
    board = slow("pcc.explore.board(data, seats='Town 4, Us 3')")
    line = board.box.get_by_role("textbox", name="Blocs")
    board.hold()
    board.box.get_by_role("button", name="All against").click()
    line.fill("")
    line.press_sequentially("Town 4, Residents 3, Staff 2")
    board.box.get_by_role("button", name="All for").click()
    board.go_on()
    board.box.get_by_text("The motion passes with 9 to 0").first.wait_for(state="attached")
    assert line.input_value() == "Town 4, Residents 3, Staff 2"
