"""The first notebook in JupyterLab and Chromium, used as a student would."""

from __future__ import annotations

import pytest

from tests.browser.conftest import real_errors
from tests.browser.driving import blank

pytestmark = pytest.mark.browser
NOTEBOOK = "2_practice/2_1_ten_experiences.ipynb"


def test_choose_click_and_ask(notebook, tmp_path):
    opened = notebook(NOTEBOOK, only=["cases"])
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
    page = notebook(NOTEBOOK, only=["cases"]).page
    explorer = page.locator(".pcc-explorer", has=page.get_by_role("button", name="Next case"))
    explorer.locator('[data-pick][tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")
    focused = page.evaluate("() => document.activeElement.dataset.pick")
    page.keyboard.press("Enter")
    explorer.locator(f'[data-pick="{focused}"][data-chosen]').wait_for(state="attached")


IN_SIGHT = "e => { const at = e.getBoundingClientRect(); return at.top >= 0 && at.top < window.innerHeight - 40; }"


def height(explorer) -> float:
    """How high an explorer is on the page."""
    return explorer.bounding_box()["height"]


def test_what_was_closed_leaves_no_empty_screens(notebook):
    page = notebook(NOTEBOOK, only=["cases"]).page
    explorer = page.locator(".pcc-explorer", has=page.get_by_role("button", name="Next case"))
    explorer.scroll_into_view_if_needed()
    before = height(explorer)
    explorer.get_by_role("button", name="Whole card").click()
    explorer.locator("h3", has_text="What it learned").wait_for()
    assert height(explorer) > before + 720
    explorer.get_by_role("button", name="Where", exact=True).click()
    explorer.locator("h3", has_text="What it learned").wait_for(state="detached")
    assert height(explorer) < before + 720 / 5 + 10


def test_a_story_comes_into_view_and_goes_on_after_a_guess(notebook):
    opened = notebook(NOTEBOOK, only=["stories"])
    page = opened.page
    explorer = page.locator(".pcc-explorer", has=page.get_by_role("button", name="Previous story"))
    explorer.scroll_into_view_if_needed()
    explorer.locator('[data-pick="recoleta-popular-pharmacy"]').click()
    title = explorer.locator("h3", has_text="Neighbours count")
    title.wait_for()
    assert title.evaluate(IN_SIGHT)
    assert explorer.get_by_text("The turn.").count() == 0

    guess = explorer.get_by_role("button", name="Something stops it")
    guess.focus()
    page.keyboard.press("Enter")
    turn = explorer.get_by_text("The turn.")
    turn.wait_for()
    assert turn.evaluate(IN_SIGHT)
    explorer.locator("dt", has_text="What it set off").wait_for()

    explorer.locator("button.pcc-add", has_text="Next story").click()
    turn.wait_for(state="detached")
    assert real_errors(opened.errors) == []
