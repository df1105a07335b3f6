"""The first notebook in JupyterLab and Chromium, used as a student would."""

from __future__ import annotations

import pytest

from tests.browser.conftest import real_errors
from tests.browser.driving import blank

pytestmark = pytest.mark.browser
NOTEBOOK = "2_practice/2_1_ten_experiences.ipynb"


def test_choose_click_and_ask(notebook, tmp_path):
    opened = notebook(NOTEBOOK)
    page = opened.page
    explorer = page.locator(".pcc-explorer", has=page.get_by_role("button", name="Next case"))
    explorer.scroll_into_view_if_needed()
    assert opened.cell_errors() == []
    assert explorer.locator("[data-pick]").count() == 10

    chosen = explorer.locator("select").first
    explorer.locator('[data-pick="wolfhagen-energy-cooperative"]').click()
    page.wait_for_function("s => s.selectedOptions[0].label.startsWith('Wolfhagen')", arg=chosen.element_handle())
    explorer.locator("h3", has_text="Wolfhagen").wait_for()

    explorer.get_by_role("button", name="Next case").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("s => !s.selectedOptions[0].label.startsWith('Wolfhagen')", arg=chosen.element_handle())

    explorer.get_by_role("button", name="Who does what").click()
    explorer.locator("dt", has_text="Initiative").wait_for()
    explorer.locator("summary", has_text="Says who?").first.click()
    link = explorer.locator("details[open] a").first
    assert link.get_attribute("href").startswith("http") and link.is_visible()

    explorer.get_by_role("button", name="All cases").click()
    page.wait_for_function("s => s.options.length > 10", arg=chosen.element_handle())
    explorer.get_by_role("button", name="Start again").click()
    page.wait_for_function("s => s.options.length === 10", arg=chosen.element_handle())
    explorer.locator("button.mod-active", has_text="The report's ten").wait_for()  # what is pressed is what is shown

    picture = tmp_path / "explorer.png"
    explorer.screenshot(path=picture)
    assert not blank(picture)
    assert real_errors(opened.errors) == []


def test_dots_are_chosen_by_keyboard(notebook):
    page = notebook(NOTEBOOK).page
    explorer = page.locator(".pcc-explorer", has=page.get_by_role("button", name="Next case"))
    explorer.locator('[data-pick][tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")
    focused = page.evaluate("() => document.activeElement.dataset.pick")
    page.keyboard.press("Enter")
    explorer.locator(f'[data-pick="{focused}"][data-chosen]').wait_for(state="attached")
