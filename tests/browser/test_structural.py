"""From one project to a city's way of working, in JupyterLab and Chromium."""

from __future__ import annotations

import pytest

from tests.browser.conftest import real_errors
from tests.browser.driving import blank

pytestmark = pytest.mark.browser
NOTEBOOK = "3_imagination/3_3_towards_structural.ipynb"


def test_place_the_city_read_a_sequence_and_what_was_taken_back(notebook, tmp_path):
    opened = notebook(NOTEBOOK, only=["stages", "sequences", "setbacks"])
    page, stages, sequences, setbacks = opened.page, *(opened.explorer(number) for number in range(3))
    assert opened.cell_errors() == []
    stages.scroll_into_view_if_needed()
    stages.get_by_role("button", name="2 Pilot", exact=True).focus()
    page.keyboard.press("Enter")
    stages.get_by_role("heading", name="What others had at the next stage: Programme").wait_for()
    stages.locator("summary", has_text="Says who?").first.click()
    assert stages.locator("details[open] a").first.is_visible()

    mark = sequences.locator("svg [data-pick='kerala']").first
    mark.scroll_into_view_if_needed()
    mark.click()
    sequences.get_by_role("heading", name="Kerala, India").wait_for()
    sequences.locator("button", has_text="Naples, Italy").click()
    sequences.get_by_role("heading", name="Naples, Italy").wait_for()

    setbacks.locator(".widget-dropdown", has_text="Read the cases of").locator("select").select_option(
        label="Its own members"
    )
    setbacks.get_by_role("heading", name="Its own members:").wait_for()
    setbacks.get_by_role("button", name="Those that ended").click()
    setbacks.get_by_role("heading", name="Why they ended").wait_for()
    for name, explorer in (("stages", stages), ("sequences", sequences), ("setbacks", setbacks)):
        picture = tmp_path / f"{name}.png"
        explorer.screenshot(path=picture)
        assert not blank(picture)
    assert real_errors(opened.errors) == []


def test_make_a_road_map_and_print_it(notebook, tmp_path):
    opened = notebook(NOTEBOOK, only=["road_map"])
    page, road_map = opened.page, opened.explorer()
    road_map.scroll_into_view_if_needed()
    for words in ("Name one person whom", "Put the right where"):
        box = road_map.locator(".widget-checkbox", has_text=words)
        assert box.evaluate("box => box.scrollWidth <= box.clientWidth + 1")
        box.locator("input").check()
    town = road_map.get_by_label("Our town")
    town.fill("Žabno")
    town.press("Enter")
    road_map.locator("summary", has_text="Seen in").first.click()
    road_map.locator("details[open] summary", has_text="Says who?").first.click()
    assert road_map.locator("details[open] a").first.is_visible()
    link = road_map.locator("a[download='road_map_zabno.html']")
    link.wait_for()
    road_map.screenshot(path=tmp_path / "road_map.png")
    with page.expect_download() as download:
        link.click()
    file = tmp_path / download.value.suggested_filename
    download.value.save_as(file)
    sheet = page.context.new_page()
    sheet.goto(file.as_uri())
    assert sheet.locator(".step").count() == 2 and sheet.locator(".open").count() == 2 + 3 + 2
    assert "Žabno" in sheet.locator("body").inner_text()
    sheet.close()
    assert real_errors(opened.errors) == []
