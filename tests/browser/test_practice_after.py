"""The notebooks on what happened next and on the toolbox, in a real browser."""

from __future__ import annotations

import pytest

from tests.browser.conftest import real_errors

pytestmark = pytest.mark.browser


def _painted(locator) -> int:
    """Bytes of a picture of this part of the page: a blank one packs into very few."""
    return len(locator.screenshot())


def test_guess_then_reveal_by_keyboard_and_click(notebook):
    nb = notebook("2_practice/2_4_what_happened_next.ipynb", only=["what_next", "courses"])
    page, story = nb.page, nb.explorer(0)
    assert nb.cell_errors() == []
    story.scroll_into_view_if_needed()
    assert "Recorded, as of" not in story.inner_text()
    story.get_by_role("button", name="Contested").focus()
    page.keyboard.press("Enter")
    story.get_by_text("The guess: Contested").first.wait_for()
    story.get_by_role("button", name="Show what happened next").click()
    story.get_by_text("Recorded, as of").first.wait_for()
    assert "Contested" in story.locator("dl", has_text="The guess").first.inner_text()
    story.get_by_role("button", name="Start again").click()
    story.get_by_text("What happened after").first.wait_for()
    lines = nb.explorer(1)
    lines.scroll_into_view_if_needed()
    assert _painted(lines) > 40_000
    row = lines.locator("svg [data-pick]").first
    case = row.get_attribute("aria-label")
    row.click()
    lines.locator(".pcc-card h3").get_by_text(case).first.wait_for()
    lines.get_by_role("button", name="Promises").click()
    lines.get_by_text("promises on record").first.wait_for()
    assert real_errors(nb.errors) == []


def test_pick_note_print_and_download(notebook, tmp_path):
    nb = notebook("2_practice/2_5_toolbox.ipynb", only=["toolbox"])
    page, box = nb.page, nb.explorer()
    assert nb.cell_errors() == []
    box.scroll_into_view_if_needed()
    add = box.get_by_role("button", name="Add to my toolbox")
    add.nth(0).click()
    box.get_by_text("My toolbox: 1 picked").first.wait_for()
    add.nth(1).focus()
    page.keyboard.press("Enter")
    box.get_by_text("My toolbox: 2 picked").first.wait_for()
    box.get_by_label("Note").first.fill("Ask the council <first>")
    box.get_by_label("Note").first.press("Enter")
    box.get_by_role("button", name="Print my toolbox").click()
    with page.expect_download() as download:
        box.get_by_role("link", name="Open or keep the page").click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    text = file.read_text(encoding="utf-8")
    assert file.suffix == ".html" and "Ask the council &lt;first&gt;" in text and "Sources" in text
    sheet = page.context.new_page()
    sheet.goto(file.as_uri())
    assert sheet.locator("section.box").count() == 2 and len(sheet.screenshot()) > 10_000
    box.get_by_role("button", name="Take out").first.click()
    box.get_by_text("My toolbox: 1 picked").first.wait_for()
    assert real_errors(nb.errors) == []


def test_a_tool_is_chosen_and_its_page_is_kept(notebook, tmp_path):
    nb = notebook("2_practice/2_5_toolbox.ipynb", only=["tools", "checklist"])
    page, tools = nb.page, nb.explorer(0)
    assert nb.cell_errors() == []
    tools.scroll_into_view_if_needed()
    assert _painted(tools) > 40_000
    tools.get_by_label("Tool").select_option("5. Lease and right of use: ten terms to settle")
    tools.get_by_text("Who can end this, when, and what becomes of our work?").first.wait_for()
    tools.locator("summary", has_text="Says who?").first.click()
    tools.get_by_text("Told by").first.wait_for()
    with page.expect_download() as download:
        tools.get_by_role("link", name="Open or keep this page").click()
    assert download.value.suggested_filename == "tool_lease.html"
    download.value.save_as(tmp_path / "tool_lease.html")
    assert "Ask a lawyer before you sign" in (tmp_path / "tool_lease.html").read_text(encoding="utf-8")
    nb.explorer(1).get_by_role("heading", name="A checklist for a council").wait_for()
    nb.explorer(2).get_by_role("heading", name="A checklist for a community group").wait_for()
    assert real_errors(nb.errors) == []
