"""From one project to a city's way of working, in JupyterLab and Chromium."""

from __future__ import annotations

import pytest

from tests.browser.conftest import real_errors
from tests.browser.driving import blank

pytestmark = pytest.mark.browser
NOTEBOOK = "3_imagination/3_3_towards_structural.ipynb"


def test_choose_roles_by_click_and_keyboard_and_open_a_case(notebook, tmp_path):
    opened = notebook(NOTEBOOK)
    page, city = opened.page, opened.explorer(0)
    assert opened.cell_errors() == []
    city.scroll_into_view_if_needed()
    city.get_by_role("button", name="Land and buildings", exact=True).click()
    city.get_by_role("button", name="Finance", exact=True).focus()
    page.keyboard.press("Enter")
    city.get_by_text("Finance + land and buildings together").first.wait_for()
    mark = city.locator("svg [data-pick]").first
    case = mark.get_attribute("aria-label")
    mark.click()
    city.locator(".pcc-card h3").get_by_text(case).wait_for()
    city.locator("summary", has_text="Says who?").first.click()
    assert city.locator("details[open] a").first.is_visible()
    picture = tmp_path / "city.png"
    city.screenshot(path=picture)
    assert not blank(picture)
    city.get_by_role("button", name="Start again").click()
    city.get_by_text("is the most common role").first.wait_for()

    together = opened.explorer(1)
    together.get_by_role("button", name="Instruments", exact=True).click()
    together.get_by_text("combinations of instruments;").first.wait_for()
    assert real_errors(opened.errors) == []


def test_read_setbacks_print_a_checklist_and_see_the_gaps(notebook, tmp_path):
    opened = notebook(NOTEBOOK)
    page, setbacks = opened.page, opened.explorer(2)
    setbacks.locator(".widget-dropdown", has_text="Read the challenges on").locator("select").select_option(
        label="Political change"
    )
    setbacks.get_by_role("heading", name="Challenges: Political change").wait_for()
    setbacks.get_by_role("button", name="Those that ended").click()
    setbacks.get_by_role("heading", name="Why they ended").wait_for()

    for number, who in ((3, "council"), (4, "community")):
        checklist = opened.explorer(number)
        checklist.locator("summary").first.click()
        assert checklist.locator("details[open] a").first.is_visible()
        with page.expect_download() as download:
            checklist.get_by_role("link", name="Open or keep the page to print").click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        sheet = page.context.new_page()
        sheet.goto(file.as_uri())
        assert file.name == f"checklist_{who}.html" and sheet.locator(".write").count() >= 12
        sheet.close()

    gaps = opened.explorer(5)
    for name, words in (
        ("Sources", "sources are in"),
        ("Setbacks and ends", "cases have ended"),
        ("Starting years", "began between"),
    ):
        gaps.get_by_role("button", name=name, exact=True).click()
        gaps.locator("figcaption, svg text").get_by_text(words).first.wait_for(state="attached")
    picture = tmp_path / "gaps.png"
    gaps.screenshot(path=picture)
    assert not blank(picture)
    assert real_errors(opened.errors) == []
