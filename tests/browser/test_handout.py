"""A notebook as a page to print, seen as the printer sees it."""

from __future__ import annotations

import pytest

from pcc_data.pages.handout import handout
from tests.browser.server import ROOT

pytestmark = pytest.mark.browser


def test_paper_shows_no_buttons_and_no_folded_parts(browser, tmp_path):
    file = handout(ROOT / "notebooks" / "3_imagination" / "3_3_towards_structural.ipynb", tmp_path)
    page = browser.new_context(viewport={"width": 690, "height": 1000}).new_page()  # about the width of the text on A4
    page.goto(file.as_uri())
    assert page.locator("summary").first.is_visible()
    assert not page.locator(".pcc-download").first.is_visible()
    page.emulate_media(media="print")
    assert page.locator("svg.pcc-svg").count() >= 2 and page.locator("summary").count() > 10
    assert not page.locator("summary:visible, .pcc-add:visible, .pcc-download:visible").count()
    assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('footer')).fontSize)") > 8
    page.context.close()
