"""Pages for everybody: nothing that axe-core calls serious or critical, all by keyboard with the focus in sight, room
for big type, and what changes is announced once."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from pcc_data.pages.canvas import blank_canvas
from pcc_data.pages.cards import cards
from pcc_data.pages.handout import pages_of
from tests.browser.conftest import PRESENTED as MODELS
from tests.browser.desk import READY
from tests.browser.driving import ALL_SPEAK
from tests.browser.server import ROOT
from tests.browser.test_present import NOW, WHERE, shown
from tests.room.visiting import open_room, small_notebook

pytestmark = pytest.mark.browser
CASES = "2_practice/2_1_ten_experiences.ipynb"
PHONE = {"viewport": {"width": 360, "height": 700}, "has_touch": True, "is_mobile": True}
ZOOMED = {"viewport": {"width": 640, "height": 360}, "device_scale_factor": 2}
"""A screen of 1280 by 720 on which everything is twice as big."""
AXE = Axe().axe_script
VIOLATIONS = """async part => {
    const found = await axe.run(part ?? document, { resultTypes: ['violations'] });
    return found.violations.map(({ id, impact, nodes }) =>
        ({ id, impact, nodes: nodes.map(({ target, html }) => ({ target, html })) }));
}"""
OPEN = "() => { for (const one of document.querySelectorAll('main details')) one.open = true; }"
SLOW = 120_000
# Everything that can be used in the part of the page that is in sight.
USABLE = """place => [...place.querySelectorAll(
    'a[href], button, select, summary, input, textarea, [role=slider], [data-pick][tabindex="0"], .pcc-table')]
    .filter(one => !one.disabled && one.checkVisibility({ visibilityProperty: true }))"""
NUMBERED = f"place => ({USABLE})(place).map((one, at) => (one.dataset.usable = String(at)))"
FOCUSED = """() => {
    const one = document.activeElement, look = getComputedStyle(one);
    const framed = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 1;
    const seen = framed || look.filter !== 'none' || look.boxShadow !== 'none';
    return { at: one.dataset.usable ?? null, what: one.outerHTML.slice(0, 200), seen,
             body: one === document.body, foot: Boolean(one.closest('#pcc-foot')) };
}"""
# What a screen reader would say: texts that come to a place that is live, and live places that come with their text.
LISTEN = """() => {
    const live = '[role=status], [role=alert], [aria-live]', heard = window.heard = [];
    new MutationObserver(records => {
        const places = new Set();
        for (const { target, addedNodes } of records) {
            const place = (target.nodeType === 1 ? target : target.parentElement)?.closest(live);
            if (place) places.add(place);
            for (const one of addedNodes) if (one.nodeType === 1)
                for (const part of [one, ...one.querySelectorAll('*')]) if (part.matches(live)) places.add(part);
        }
        const said = [...places].filter(place => place.isConnected).map(place => place.textContent.trim());
        heard.push(...said.filter(Boolean));
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
}"""


def serious(page, part: str | None = None) -> list[str]:
    """What axe-core finds on a page, or on a part of it, that keeps somebody from using it."""
    if not page.evaluate("() => 'axe' in window"):  # its script is long: once a page, not once a look
        page.evaluate(AXE)
    found = page.evaluate(VIOLATIONS, part)
    return [
        f"{one['impact']} {one['id']} {node['target']}: {node['html'][:200]}"
        for one in found
        if one["impact"] in ("serious", "critical")
        for node in one["nodes"]
    ]


def unfold(page) -> None:
    """Every guess made, every line opened."""
    for button in page.locator(".pcc-covered > button:not(.mod-active)").element_handles():
        button.click()
    page.locator(".pcc-covered:not(:has(.pcc-explorer))").first.wait_for(state="detached")
    page.evaluate(OPEN)


QUIET = """() => new Promise(done => {
    let before = -1;
    const look = () => {
        if (heard.length === before) return done(heard.length = 0);
        before = heard.length;
        setTimeout(look, 1000);
    };
    look();
})"""
"""Wait until nothing more is heard for a second, and forget what was: of the parts of an explorer some speak late."""


def opened(page, address: str) -> None:
    page.goto(address)
    page.wait_for_function(READY)


@pytest.mark.parametrize("name", ["0_start_here.ipynb", CASES, MODELS])
def test_live_pages(page, live, name):
    opened(page, live(name))
    assert serious(page) == []
    unfold(page)
    assert serious(page) == [], "with everything open"


def test_the_presenter(stand):
    page = stand(MODELS).page
    for key in "ong":
        page.keyboard.press(key)
        assert serious(page) == [], key
        page.keyboard.press("Escape")
    last = ""
    while shown(page) != last or page.locator("#pcc-next").is_enabled():
        if shown(page) != last:
            assert serious(page, NOW) == [], shown(page)  # what stands around the step is the same on each
        last = shown(page)
        page.keyboard.press("PageDown")


def test_the_room_of_trainer_and_phones(browser, tmp_path):
    notebook = small_notebook(tmp_path / "notebooks" / "a.ipynb", "Chosen")
    with open_room(tmp_path, notebook, visitors=1) as (port, way, own, _):
        base = f"http://127.0.0.1:{port}"
        trainer, phone = browser.new_context().new_page(), browser.new_context(**PHONE).new_page()
        for page, path in ((trainer, own), (phone, way)):
            page.set_default_timeout(SLOW)
            page.goto(base + path)
        assert serious(trainer) == serious(phone) == []
        phone.evaluate(LISTEN)
        trainer.click("#pcc-open")
        phone.tap('[data-option="0"]')
        phone.wait_for_selector('[data-option="0"][aria-pressed="true"]')
        assert serious(phone) == []
        trainer.click("#pcc-reveal")
        trainer.wait_for_selector("#pcc-picture svg")
        phone.wait_for_selector("[data-option]:disabled")
        heard = phone.evaluate("window.heard")
        assert len(heard) == 3 and "answer is in" in heard[1], "the question, the answer, and that they are shown"
        phone.evaluate(OPEN)
        phone.locator(".story [data-guess]").first.tap()
        assert serious(trainer) == serious(phone) == []
        phone.goto(f"{base}/nowhere")
        assert serious(phone) == []
        trainer.goto(f"{base}/voila/render/notebooks/a.ipynb")
        trainer.wait_for_selector("body[data-ready]")
        phone.goto(f"{base}/voila/render/notebooks/a.ipynb")
        assert "All places are taken" in phone.inner_text("main") and serious(phone) == []
        for page in (trainer, phone):
            page.context.close()


def test_paper(browser, data):
    made = pages_of(ROOT / "notebooks" / CASES)
    page = browser.new_context().new_page()
    for html in (made.worksheet, made.key, cards(data, (), 2), blank_canvas(data)):
        page.set_content(html)
        assert serious(page) == []
    page.context.close()


def test_everything_on_a_presented_page_works_by_keyboard(page, stage):
    opened(page, stage(MODELS))
    last, used = "", 0
    while shown(page) != last or page.locator("#pcc-next").is_enabled():
        if shown(page) != last and page.locator(f"{NOW} .pcc-covered > button").count():
            page.locator(f"{NOW} .pcc-covered > button").focus()
            page.keyboard.press("Enter")
            page.locator(f"{NOW} .pcc-covered .pcc-explorer").first.wait_for()
            assert page.evaluate(FOCUSED)["at"] is None and not page.evaluate(FOCUSED)["body"]
        if shown(page) != last:
            used += through(page)
        last = shown(page)
        page.keyboard.press("PageDown")
    assert used > 20


def through(page) -> int:
    """Tab through the step: everything that can be used gets the focus, in sight; how much it was."""
    wanted = set(page.locator(NOW).evaluate(NUMBERED))
    page.locator(NOW).evaluate("one => one.focus()")
    met: dict[str, dict] = {}
    for _ in range(2 * len(wanted) + 3):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if now["foot"] or now["body"]:
            break
        met[now["at"]] = now
    missed = page.locator(NOW).evaluate(
        f"(place, met) => ({USABLE})(place).filter(one => !met.includes(one.dataset.usable))"
        ".map(one => one.outerHTML.slice(0, 200))",
        list(met),
    )
    assert not missed, f"{shown(page)}: not reached"
    assert not [one["what"] for one in met.values() if not one["seen"]], "the focus is in sight"
    return len(wanted)


def test_a_change_by_keyboard_keeps_the_focus_and_is_announced_once(page, live):
    opened(page, live(MODELS))
    page.locator(".pcc-covered > button").first.click()
    explorer = page.locator(".pcc-explorer").first
    before = explorer.locator("figcaption").first.inner_text()
    page.wait_for_function(ALL_SPEAK)  # or the opening of another explorer is heard
    page.evaluate(LISTEN)
    page.evaluate(QUIET)
    choice = explorer.locator("select").first
    choice.focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_function(
        "before => document.querySelector('.pcc-explorer figcaption').innerText !== before", arg=before
    )
    page.wait_for_function("() => window.heard.length")
    page.wait_for_timeout(1000)  # whatever else might be said
    assert len(page.evaluate("window.heard")) == 1
    assert choice.evaluate("one => one === document.activeElement")
    explorer.get_by_role("button", name="Start again").press("Enter")
    page.wait_for_function(
        "before => document.querySelector('.pcc-explorer figcaption').innerText === before", arg=before
    )
    assert not page.evaluate(FOCUSED)["body"]


def test_twice_as_big_nothing_scrolls_sideways(browser, live, stage):
    page = browser.new_context(**ZOOMED).new_page()
    page.set_default_timeout(SLOW)
    for name in ("0_start_here.ipynb", MODELS):
        opened(page, live(name))
        unfold(page)
        assert page.evaluate("document.documentElement.scrollWidth") == 640, name
    opened(page, stage(MODELS))
    last = ""
    while shown(page) != last or page.locator("#pcc-next").is_enabled():
        last = page.locator(WHERE).inner_text()
        assert page.locator(NOW).evaluate("step => step.scrollWidth <= step.clientWidth"), last
        page.keyboard.press("PageDown")
    page.context.close()
