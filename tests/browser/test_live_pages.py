"""Live pages as a student opens them: no code, nothing to run, nothing that is written, nothing asked outside."""

from __future__ import annotations

import hashlib

import nbformat
import pytest

from pcc_data.say import say
from tests.browser.conftest import real_errors
from tests.browser.server import LONG, ROOT, started

pytestmark = pytest.mark.browser
READY = "() => document.body && document.body.dataset.ready"
SMALLEST = """() => Math.min(...[...document.querySelectorAll('.pcc-svg')].flatMap((svg) => {
    const scale = svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
    return [...svg.querySelectorAll('text')].map((text) => parseFloat(getComputedStyle(text).fontSize) * scale);
}).filter(Boolean))"""
SLIDERS = """() => [...document.querySelectorAll('.noUi-handle')].filter(one => one.checkVisibility()).map(one => {
    one.scrollIntoView({ block: 'center' });
    const box = one.getBoundingClientRect(), x = box.x + box.width / 2, y = box.y + box.height / 2;
    const held = [[0, -21], [0, 21], [-21, 0], [21, 0]].every(([dx, dy]) =>
        x + dx < 0 || one.contains(document.elementFromPoint(x + dx, y + dy)));
    const number = one.closest('.widget-slider').querySelector('.widget-readout').getBoundingClientRect();
    return held && Math.abs(number.y + number.height / 2 - y) < 12;
})"""
"""Of each slider, whether a thumb takes its handle, and whether its number stands beside the track."""
CODE = ".jp-CodeCell .jp-InputArea-editor, .jp-CodeMirrorEditor"


def notebooks() -> dict[str, str]:
    """Each notebook of the project and what it holds, in short; JupyterLab's own copies of what it opened aside."""
    files = [path for path in (ROOT / "notebooks").rglob("*.ipynb") if ".ipynb_checkpoints" not in path.parts]
    return {str(file): hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def biggest(page) -> float:
    """Size of the biggest type in the first picture, in the picture's own units."""
    return page.locator(".pcc-svg").first.evaluate(
        "one => Math.max(...[...one.querySelectorAll('text')].map(text => parseFloat(getComputedStyle(text).fontSize)))"
    )


@pytest.fixture
def errors(page) -> list[str]:
    """Errors in the page's console."""
    found: list[str] = []
    page.on("pageerror", lambda error: found.append(str(error)))
    page.on("console", lambda said: found.append(said.text) if said.type == "error" else None)
    page.on("response", lambda answer: found.append(answer.url) if answer.status >= 400 else None)
    return found


def test_the_start_page_runs_by_itself_and_leads_to_a_notebook_and_its_code(page, errors):
    before = notebooks()
    with started("open") as address:
        page.goto(address, wait_until="commit")
        page.get_by_role("heading", name="Start here").wait_for()
        status = page.locator("#pcc-status")
        if not page.evaluate(READY):
            assert status.inner_text().endswith("…"), "it says what it is doing"
        page.wait_for_function(READY)
        assert status.is_hidden() and "token" not in page.url
        assert page.locator("main img").first.evaluate("one => one.naturalWidth") > 0
        assert page.locator("main .pcc-svg").count() and not page.locator(CODE).count()
        assert "//cdn" not in page.content() and "jsdelivr" not in page.content()

        wide = page.viewport_size
        page.set_viewport_size({"width": 360, "height": 740})
        alone = page.get_by_role("row").filter(has_text="2_1").locator("td", has_text="/")
        head = alone.evaluate("one => getComputedStyle(one, '::before').content")
        assert "Alone / in a room" in head, "on a phone a cell of a table tells its column"
        page.set_viewport_size(wide)
        size = "one => parseFloat(getComputedStyle(one).fontSize)"
        plain, text = biggest(page), page.locator("main p").first.evaluate(size)
        with page.expect_navigation():
            page.get_by_label("Type").select_option("projector")
        page.wait_for_function(READY)
        assert biggest(page) > plain and page.locator("main p").first.evaluate(size) > 1.3 * text
        page.get_by_role("link", name="What happened next").click()
        page.get_by_role("heading", name="What happened next").first.wait_for()
        page.wait_for_function(READY)
        assert "style=projector" in page.url
        assert page.locator(".pcc-explorer.pcc-big, .pcc-covered").count() and not page.locator(CODE).count()
        assert real_errors(errors) == []
        with page.expect_popup() as opened:
            page.get_by_role("link", name="Show the code").click()
        lab = opened.value
        lab.set_default_timeout(LONG * 1000)
        lab.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell").first.wait_for()
        assert "/lab/tree/notebooks/2_practice/2_4" in lab.url
        assert page.locator(".pcc-explorer.pcc-big, .pcc-covered").count(), "the page stays beside it"
    assert notebooks() == before


def test_on_a_phone_nothing_is_wider_than_the_screen_and_every_button_is_a_thumb_high(page):
    page.set_viewport_size({"width": 360, "height": 740})
    with started("open", "notebooks/2_practice/2_1_ten_experiences.ipynb") as address:
        page.goto(address)
        page.wait_for_function(READY)
        assert page.url.endswith("?style=phone"), "asked before its kernel started"
        for summary in page.locator("details[data-key='guess'] > summary").all():
            summary.click()
        assert page.evaluate("() => document.documentElement.scrollWidth") == 360
        assert page.evaluate(SMALLEST) >= 9
        for said in (".pcc-in-lab", ".pcc-keys"):
            told = page.locator(said).all()
            assert told and not any(one.is_visible() for one in told), "what is for another window or a keyboard"
        touched = page.locator("#rendered_cells :is(button, select, details > summary), .pcc-head :is(a, select)")
        heights = touched.evaluate_all("all => all.map(one => one.offsetHeight).filter(Boolean)")
        assert len(heights) > 20 and min(heights) >= 44
        assert page.evaluate(SLIDERS) == [True, True]
        page.locator('.pcc-beside [data-pick="recoleta-popular-pharmacy"]').click()
        title = page.locator(".pcc-beside h3", has_text="Neighbours count")
        title.wait_for()
        assert 0 <= title.bounding_box()["y"] < 740, "what is chosen on the map below comes into view"
        page.evaluate("() => { window.still = true }")
        page.set_viewport_size({"width": 740, "height": 360})
        assert page.evaluate("() => window.still"), "who turns a phone keeps the page"
        page.set_viewport_size({"width": 360, "height": 740})
        with page.expect_navigation():
            page.get_by_label("Type").select_option("screen")
        page.wait_for_function(READY)
        assert page.url.endswith("?style=screen") and page.evaluate(SMALLEST) < 6, "a choice wins"
        page.goto(page.url.replace("2_practice/2_1_ten_experiences", "1_theory/1_1_what_is_a_collaboration"))
        page.wait_for_function(READY)
        ticks = page.locator(".widget-checkbox label:has(input)")
        assert ticks.count() > 10 and min(ticks.evaluate_all("all => all.map(one => one.offsetHeight)")) >= 44


def test_a_page_that_lost_its_server_says_so_in_plain_words(page):
    with started("open", "notebooks/0_start_here.ipynb") as address:
        page.goto(address)
        page.wait_for_function(READY)
        page.context.set_offline(True)
        page.locator("#pcc-lost").get_by_text("Nothing is broken").first.wait_for()
        page.context.set_offline(False)
        page.locator("#pcc-lost").wait_for(state="hidden")
        assert page.evaluate(READY), "the page itself went on"
        _slow_to_leave(page)


def _slow_to_leave(page) -> None:
    """The kernel ends as soon as a link is pressed, and the next page takes its time: this one does not begin again."""
    asked, held = [], []
    page.on("request", lambda one: asked.append(one.url) if one.is_navigation_request() else None)
    page.route("**/2_4_*.ipynb*", lambda route: held.append(route))
    page.route("**/pcc/alive*", lambda route: route.fulfill(json={"kernel": False}))
    page.get_by_role("link", name="What happened next").click(no_wait_after=True)
    for _ in range(2):
        with page.expect_request("**/pcc/alive*"):
            pass
    assert len(held) == 1 and ["2_4_" in one for one in asked] == [True]


def test_a_page_whose_notebook_was_damaged_says_so_and_tells_the_way_back(page, tmp_path):
    notebook = nbformat.read(ROOT / "notebooks" / "2_practice" / "2_3_compare_ownership_models.ipynb", as_version=4)
    for cell in notebook.cells:
        cell.source = cell.source.replace("import pcc_data as pcc\n", "")
    nbformat.write(notebook, tmp_path / "damaged.ipynb")
    with started("open", str(tmp_path / "damaged.ipynb")) as address:
        page.goto(address)
        page.get_by_text("git restore notebooks").wait_for()
        shown = " ".join(page.locator("body").inner_text().split())
        assert say("live.stopped") in shown
        assert "show_tracebacks" not in shown and "NameError" not in shown
        (tmp_path / "cut.ipynb").write_text("{")
        for name, number in (("cut", "400"), ("nothing", "404")):
            page.goto(address.replace("damaged", name))
            assert page.locator("main p").all_inner_texts() == [say(f"live.trouble-{number}")]
