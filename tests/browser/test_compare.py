"""Comparing sectors in JupyterLab and Chromium: the views, a mark, a cell, downloads, an empty selection, a fresh
start."""

from __future__ import annotations

import pandas as pd
import pytest

from pcc_data.charts._role_matrix import LIMIT
from pcc_data.say import number
from tests.browser.conftest import real_errors

pytestmark = pytest.mark.browser
NOTEBOOK = "2_practice/2_2_compare_sectors.ipynb"
SAYS = "e => e.querySelector('svg')?.getAttribute('aria-label') || e.querySelector('.pcc-empty')?.textContent || ''"


@pytest.fixture
def table(notebook):
    """The notebook and its explorer of comparisons."""
    opened = notebook(NOTEBOOK, only=["compare"])
    assert opened.cell_errors() == []
    explorer = opened.page.locator(".pcc-explorer", has=opened.page.get_by_role("button", name="Table of dots"))
    explorer.scroll_into_view_if_needed()
    return opened, explorer


def choose(explorer, control: str, **option) -> str:
    """Choose an option, wait for the new picture and return what it says."""
    picture = explorer.locator(".pcc-picture")
    before, select = picture.evaluate(SAYS), explorer.get_by_label(control, exact=True)
    chosen = select.evaluate("s => s.selectedIndex")
    select.select_option(**option)
    if select.evaluate("s => s.selectedIndex") != chosen:
        explorer.page.wait_for_function(
            f"([e, before]) => ({SAYS})(e) !== before", arg=[picture.element_handle(), before]
        )
    return drawn(explorer)


def drawn(explorer) -> str:
    """What the picture says; it is neither an error nor without marks."""
    picture = explorer.locator(".pcc-picture")
    assert picture.locator(".pcc-error").count() == 0
    if picture.locator(".pcc-empty").count() == 0:
        assert picture.locator("svg").first.evaluate("s => s.querySelectorAll('use, path, text').length") > 20
    return picture.evaluate(SAYS)


def test_the_views_say_what_they_show_and_long_lists_come_in_pages(table):
    opened, explorer = table
    for name, words in (
        ("Who holds which role", "most often holds"),
        ("Outcomes", "ratings were not found"),
        ("The report's ten", " of 70 ratings"),
    ):
        explorer.get_by_role("button", name=name).click()
        explorer.locator(".pcc-picture figcaption").first.get_by_text(words).first.wait_for()
    explorer.get_by_role("button", name="Who holds which role").click()
    choose_page = explorer.get_by_label("Cases shown", exact=True)
    choose_page.wait_for()
    assert choose_page.locator("option").count() == 1, "the ten fill one page"
    explorer.get_by_role("button", name="All cases").click()
    explorer.page.wait_for_function("s => s.options.length > 1", arg=choose_page.element_handle())
    choose_page.select_option(index=1)
    explorer.locator("svg").get_by_text(f"{LIMIT + 1} to {2 * LIMIT} of", exact=False).wait_for()
    assert real_errors(opened.errors) == []


def test_open_a_mark_and_a_cell_by_click_and_by_keyboard(table, data):
    opened, explorer = table
    explorer.locator('[data-pick="cadiz-energy-boards"]').click()
    explorer.locator(".pcc-card h3", has_text=data.cases.at["cadiz-energy-boards", "name"]).first.wait_for()
    explorer.locator("summary", has_text="Says who?").first.click()
    assert explorer.locator("details[open] a").first.get_attribute("href").startswith("http")
    cell = explorer.locator('svg [data-pick="energy|joint_enterprise"]')
    cases = data.filter(sector="energy", ownership_model="joint_enterprise").cases
    assert f"{number(len(cases))} cases" in cell.get_attribute("aria-label")
    cell.scroll_into_view_if_needed()
    box = cell.bounding_box()
    opened.page.mouse.click(box["x"] + box["width"] * 0.7, box["y"] + box["height"] * 0.85)
    names = explorer.locator(".pcc-names button")
    names.first.wait_for()
    assert sorted(names.all_inner_texts()) == sorted(cases["name"])
    names.nth(1).focus()
    opened.page.keyboard.press("Enter")
    explorer.locator(".pcc-card h3", has_text=names.nth(1).inner_text()).first.wait_for()
    explorer.locator('svg [data-pick="water|delegated_service"]').focus()
    opened.page.keyboard.press("Enter")
    explorer.locator("h3", has_text="Delegated service: ").wait_for()
    assert real_errors(opened.errors) == []


def test_download_widen_and_start_again(table, data, tmp_path):
    opened, explorer = table
    first = drawn(explorer)
    choose(explorer, "Status", label="Ended")
    for name, rows in (
        ("Download the numbers (CSV)", None),
        ("Download the cases (CSV)", data.filter(status="ended").cases.index),
    ):
        with opened.page.expect_download() as download:
            explorer.get_by_role("link", name=name).click()
        file = tmp_path / download.value.suggested_filename
        download.value.save_as(file)
        saved = pd.read_csv(file, index_col=0, encoding="utf-8-sig")
        assert (
            set(saved.index) == set(rows)
            if rows is not None
            else saved.at["All", "All"] == len(data.filter(status="ended"))
        )
    assert "all sectors or every status" in choose(explorer, "Sector", label="Water")
    explorer.get_by_role("button", name="Start again").click()
    explorer.page.wait_for_function(
        f"([e, first]) => ({SAYS})(e) === first", arg=[explorer.locator(".pcc-picture").element_handle(), first]
    )
    assert explorer.get_by_label("Status", exact=True).evaluate("s => s.selectedIndex") == 0
    assert real_errors(opened.errors) == []
