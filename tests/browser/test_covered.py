"""Guesses in JupyterLab: nothing below them until the room has guessed, and covered again for the next group."""

from __future__ import annotations

import pytest

from tests.browser.conftest import real_errors
from tests.browser.driving import answered

pytestmark = pytest.mark.browser


def test_an_explorer_waits_for_the_guess_and_can_be_covered_again(notebook):
    opened = notebook("1_theory/1_2_who_decides.ipynb", guessed=False)
    page = opened.page
    covers = page.locator(".pcc-covered")
    assert covers.count() >= 4 and covers.locator(".pcc-explorer").count() == 0
    covers.first.get_by_role("button", name="Guess made: show it").focus()
    page.keyboard.press("Enter")
    covers.first.locator("svg.pcc-svg").first.wait_for()
    assert covers.locator(".pcc-explorer").count() == 1
    covers.first.get_by_role("button", name="Cover it again").click()
    answered(page)
    covers.first.locator(".pcc-explorer").wait_for(state="detached")
    assert real_errors(opened.errors) == []
