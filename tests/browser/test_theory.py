"""The Theory notebooks in JupyterLab and Chromium, used as students would."""

from __future__ import annotations

import pytest

from tests.browser.conftest import real_errors
from tests.browser.driving import answered, blank

pytestmark = pytest.mark.browser
NOTEBOOKS = ("1_1_what_is_a_collaboration", "1_2_who_decides", "1_3_co_production")


@pytest.mark.parametrize("name", NOTEBOOKS)
def test_a_wrong_answer_brings_a_hint_and_start_again_forgets_it(notebook, name):
    opened = notebook(f"1_theory/{name}.ipynb", only=["self_check"])
    page = opened.page
    check = page.locator(".pcc-explorer", has=page.locator(".pcc-choices")).last
    for choices in check.locator(".pcc-choices").all():
        for button in choices.get_by_role("button").all():
            button.click()
            answered(opened.page)
    for button in check.get_by_role("button", name="Check my answer").all():
        button.click()
        answered(opened.page)
    check.get_by_text("Not yet.").or_(check.get_by_text("Right.")).nth(2).wait_for()
    assert all("“" in hint for hint in check.locator(".pcc-feedback", has_text="Not yet.").all_inner_texts()), (
        "a hint names a place"
    )
    check.get_by_role("button", name="Start again").click()
    check.locator(".pcc-feedback").first.wait_for(state="detached")
    assert check.locator(".pcc-feedback").count() == 0
    assert real_errors(opened.errors) == []


def test_sort_a_story_and_build_one(notebook, tmp_path):
    opened = notebook("1_theory/1_1_what_is_a_collaboration.ipynb", only=["is_it_one", "build_one"])
    page = opened.page
    assert opened.cell_errors() == []
    stories = page.locator(".pcc-explorer", has=page.get_by_role("button", name="Next story"))
    stories.get_by_role("button", name="It is not one").click()
    stories.get_by_text("We think so too.").first.wait_for()
    stories.get_by_role("button", name="Next story").focus()
    page.keyboard.press("Enter")
    stories.locator("h3", has_text="A quarter of the utility").wait_for()
    stories.get_by_text("One of 13 sorted; one as we did.").first.wait_for()

    build = page.locator(".pcc-explorer", has=page.get_by_text("Start from", exact=True))
    build.get_by_text("This makes: Civic use of a public asset").first.wait_for()
    build.locator(".widget-dropdown", has=page.get_by_text("Ownership", exact=True)).locator("select").select_option(
        label="Community"
    )
    build.get_by_text("This makes: Community-owned, publicly backed").first.wait_for()
    picture = tmp_path / "build.png"
    build.screenshot(path=picture)
    assert not blank(picture)
    assert real_errors(opened.errors) == []


def test_turn_a_vote_by_click_and_by_keyboard(notebook, tmp_path):
    opened = notebook("1_theory/1_2_who_decides.ipynb", only=["board"])
    page = opened.page
    assert opened.cell_errors() == []
    march = page.locator(
        ".pcc-explorer", has=page.get_by_role("heading", name="Board of directors of Eléctrica de Cádiz, March 2017")
    )
    march.get_by_text("The motion fails with 4 to 5").first.wait_for()
    bloc = march.locator('[data-pick="4"]')
    assert "Partido Popular: against" in bloc.get_attribute("aria-label")
    bloc.click()
    march.get_by_text("The motion passes with 4 to 3").first.wait_for()
    march.locator('[data-pick="4"]').focus()
    page.keyboard.press("Enter")
    march.get_by_text("The motion passes with 6 to 3").first.wait_for()
    assert "Partido Popular: for" in march.locator('[data-pick="4"]').get_attribute("aria-label")
    march.get_by_role("button", name="As recorded").click()
    march.get_by_text("The motion fails with 4 to 5").first.wait_for()
    picture = tmp_path / "board.png"
    march.screenshot(path=picture)
    assert not blank(picture)

    own = page.locator(".pcc-explorer", has=page.get_by_text("This board is yours."))
    own.locator("input[type=text]:visible").fill("Town 4, Residents 3, Staff 2")
    page.keyboard.press("Enter")
    own.get_by_text("Residents + Staff").first.wait_for(state="attached")
    assert real_errors(opened.errors) == []


def test_place_a_case_with_a_click_and_see_the_coded_place(notebook, tmp_path):
    opened = notebook("1_theory/1_3_co_production.ipynb", only=["place_it"])
    page = opened.page
    assert opened.cell_errors() == []
    placer = page.locator(".pcc-explorer", has=page.get_by_role("button", name="Show the coded place"))
    placer.locator('[data-pick="shared|shared"]').click()
    placer.get_by_text("You placed it.").first.wait_for()
    assert placer.get_by_text("Coded place:").count() == 0
    placer.get_by_role("button", name="Show the coded place").click()
    placer.get_by_text("Coded place:").first.wait_for()
    picture = tmp_path / "placer.png"
    placer.screenshot(path=picture)
    assert not blank(picture)
    assert real_errors(opened.errors) == []
