"""Paper, seen as the printer sees it: nothing to press, nothing cut, nothing too small."""

from __future__ import annotations

import pytest

from pcc_data.pages.cards import cards
from pcc_data.pages.handout import pages_of
from tests.browser.server import ROOT

pytestmark = pytest.mark.browser
NOTEBOOK = ROOT / "notebooks" / "3_imagination" / "3_3_towards_structural.ipynb"
SMALLEST = """[...document.querySelectorAll('body *')].filter(e => !e.closest('svg, .notes, footer')
  && [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim()))
  .filter(e => parseFloat(getComputedStyle(e).fontSize) < 12.6 && e.tagName !== 'SUP').map(e => e.textContent)"""
"""Texts below 9.5 points, besides pictures, numbers of notes, and the notes."""
CUT = "[...document.querySelectorAll('.side-of-card')].filter(e => e.scrollHeight > e.clientHeight + 1).length"


BREAKS = """() => [...document.querySelectorAll('.keep:has(> .write)')]
    .map(lines => [lines, lines.previousElementSibling])
    .filter(([, before]) => before?.matches('.asked, .asked + .pcc'))
    .map(pair => pair.map(one => getComputedStyle(one)))
    .map(([lines, before]) => `${lines.breakBefore} ${lines.breakInside} ${before.breakInside}`)"""
"""Whether a page may end before or within lines to write on, and within what stands above them."""


def test_worksheet_and_key(browser):
    made = pages_of(NOTEBOOK)
    page = browser.new_context(viewport={"width": 690, "height": 1000}).new_page()  # about the width of the text on A4
    page.emulate_media(media="print")
    for html in (made.worksheet, made.key):
        page.set_content(html)
        assert not page.locator("summary, button, .pcc-add, .pcc-download, .pcc-live, details").count()
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        assert page.evaluate("parseFloat(getComputedStyle(document.querySelector('footer')).fontSize)") > 8
        assert not page.evaluate(SMALLEST)
    assert page.locator("svg.pcc-svg").count() >= 2  # the pictures that answer
    page.context.close()


def test_lines_to_write_on_stay_on_the_page_of_their_question(browser):
    page = browser.new_context().new_page()
    page.emulate_media(media="print")
    page.set_content(pages_of(ROOT / "notebooks" / "1_theory" / "1_2_who_decides.ipynb").worksheet)
    breaks = page.evaluate(BREAKS)
    assert len(breaks) >= 3 and set(breaks) == {"avoid avoid avoid"}
    page.context.close()


@pytest.mark.parametrize("each", [1, 2, 4])
def test_no_card_is_cut(browser, data, each):
    page = browser.new_context().new_page()
    page.emulate_media(media="print")
    for cases in ((), tuple(map(str, data.cases.index))):
        page.set_content(cards(data, cases, each))
        assert page.locator(".side-of-card").count() > 10 and not page.evaluate(CUT)
    page.context.close()
