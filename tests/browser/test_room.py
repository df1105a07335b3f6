"""A room with its trainer and its phones, in Chromium: hands, a story, a live page, and the full room."""

from __future__ import annotations

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from pcc_data.say import say
from tests.browser.conftest import real_errors
from tests.room.visiting import open_room, small_notebook

PHONE = {"viewport": {"width": 360, "height": 700}, "has_touch": True, "is_mobile": True}
SMALL = """[...document.querySelectorAll('button, summary, a.big, input, select')]
    .filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44).map((one) => one.outerHTML)"""
SLOW = 240_000
EVIL = "<img src=x onerror=window.hit=1>"


@pytest.fixture(scope="module")
def opened(browser, tmp_path_factory) -> Iterator[SimpleNamespace]:
    folder = tmp_path_factory.mktemp("room")
    notebook = small_notebook(folder / "notebooks" / "a.ipynb", "Chosen")
    with open_room(folder, notebook, visitors=1) as (port, way, own, _):
        base, out, errors = f"http://127.0.0.1:{port}", [], []

        def enter(path: str, **how: object):
            page = browser.new_context(**how).new_page()
            page.set_default_timeout(SLOW)
            page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
            page.on(
                "request", lambda one: None if one.url.startswith((base, "data:", "blob:")) else out.append(one.url)
            )
            page.goto(base + path)
            return page

        yield SimpleNamespace(base=base, way=way, own=own, enter=enter, out=out, errors=errors)


def test_hands_a_story_and_a_live_page(opened):
    trainer, phones = opened.enter(opened.own), [opened.enter(opened.way, **PHONE) for _ in range(3)]
    assert opened.own.rsplit("/")[-1] not in trainer.url  # what is projected tells no secret
    assert trainer.locator(".code svg").is_visible() and opened.way.strip("/") in trainer.inner_text(".address")
    trainer.click("#pcc-open")
    for phone, option in zip(phones, (0, 1, 1), strict=True):
        phone.wait_for_selector("[data-option]")
        phone.tap(f'[data-option="{option}"]')
        phone.wait_for_selector(f'[data-option="{option}"][aria-pressed="true"]')
    expect(trainer.locator("#pcc-answered")).to_contain_text("3", timeout=SLOW)
    assert not trainer.locator("#pcc-picture svg").count()
    trainer.click("#pcc-reveal")
    trainer.wait_for_selector("#pcc-picture svg")
    assert "3 hands" in trainer.inner_text("#pcc-picture")
    phones[0].wait_for_selector("[data-option]:disabled")
    trainer.click("#pcc-new")
    phones[0].wait_for_selector("[data-option]", state="detached")
    trainer.set_viewport_size({"width": 1920, "height": 1080})
    for part in ("h1", "h2", ".address"):
        size = trainer.locator(f".trainer {part}").first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)")
        assert size >= 24, f"{part} is read from the last row"
    trainer.evaluate("window.scrollTo(0, document.documentElement.scrollHeight)")
    assert 0 <= trainer.locator("#pcc-close").bounding_box()["y"] < 1080 - 44, "the end of the room is always in sight"
    assert trainer.locator(".address span").evaluate("one => one.getClientRects().length") == 1
    _story(phones[0])
    _live(opened, phones, trainer)
    assert opened.out == [] and real_errors([one for one in opened.errors if "503" not in one]) == []


def _story(phone) -> None:
    after = phone.locator(".story .after").first
    phone.tap(".story summary")
    assert not after.is_visible()
    phone.tap(".story [data-guess]")
    assert after.is_visible() and "Closest" in after.inner_text()
    assert not phone.locator("#pcc-asked").is_visible(), "no question is open"
    assert phone.evaluate("document.documentElement.scrollWidth") == 360 and phone.evaluate(SMALL) == []


def _live(opened, phones, trainer) -> None:
    """A page lives, the next visitor waits for its place, and gets in by itself."""
    phones[0].goto(f"{opened.base}/voila/render/notebooks/a.ipynb")
    phones[0].wait_for_selector("body[data-ready]")
    assert "another" in phones[0].inner_text("main"), "a notebook that this room does not show is no link"
    assert not phones[0].get_by_role("link", name="another").count()
    slider = phones[0].get_by_role("slider").first
    slider.focus()
    slider.press("ArrowRight")
    expect(phones[0].locator("main")).to_contain_text("1 chosen", timeout=SLOW)
    phones[1].goto(f"{opened.base}/voila/render/notebooks/a.ipynb")
    assert "All places are taken" in phones[1].inner_text("main")
    expect(trainer.locator("#pcc-counts")).to_contain_text("open: 1", timeout=SLOW)
    phones[2].locator(".story").last.scroll_into_view_if_needed()
    trainer.click("#pcc-open")
    options = trainer.locator("#pcc-hands > ul li")
    options.first.wait_for()
    phones[2].tap("#pcc-asked")  # who reads a story further down is led to the question
    expect(phones[2].locator("[data-option]").first).to_be_in_viewport(timeout=SLOW)
    expect(phones[2].locator("#pcc-asked")).to_be_hidden(timeout=SLOW)
    phones[0].locator("#pcc-asked").wait_for()  # who reads a notebook is asked too
    assert phones[0].locator("#pcc-asked").bounding_box()["height"] >= 44
    phones[0].tap("#pcc-asked")  # leaves the place
    phones[0].wait_for_url("**/room")
    phones[0].tap('[data-option="0"]')
    expect(trainer.locator("#pcc-answered")).to_contain_text("phone: 1", timeout=SLOW)
    assert options.all_inner_texts() == phones[0].locator("[data-option]").all_inner_texts(), "before they are revealed"
    trainer.click("#pcc-new")
    phones[1].wait_for_selector("body[data-ready]")
    laptop = opened.enter(opened.way, viewport={"width": 1366, "height": 768})
    for page, style in ((laptop, "?style=screen"), (phones[2], "")):
        page.locator('a[href^="/voila/render/"]').click()
        page.wait_for_url(f"**/a.ipynb{style}")


def test_texts_of_others_stay_texts(opened):
    asked = {"question": 1, "ask": EVIL, "options": ["<script>window.hit=1</script>", "<b>b</b>"]}
    counts = dict.fromkeys(("pages", "visitors", "most", "phones", "ready", "waiting", "answered"), 0)
    told = {**asked, **counts, "designs": [EVIL], "key": "k", "typed": [0, 0], "revealed": False, "given": None}
    trainer, phone = opened.enter(opened.own), opened.enter(opened.way, **PHONE)
    phone.route("**/room/question", lambda route: route.fulfill(json=told))
    phone.wait_for_selector("[data-option]")
    assert phone.inner_text('[data-option="1"]') == "<b>b</b>" and phone.evaluate("window.hit ?? 0") == 0
    trainer.route("**/trainer/state", lambda route: route.fulfill(json=told))
    expect(trainer.locator("#pcc-designs")).to_contain_text("<img", timeout=SLOW)
    assert trainer.evaluate("window.hit ?? 0") == 0 and not trainer.locator("#pcc-hands img, #pcc-hands b").count()


def test_a_closed_room_says_so_at_once(opened):
    """Its last kernels need some seconds to end: until then the address still answers."""
    state = {"ask": "", "options": [], "typed": [], "designs": [], "question": 0, "revealed": False}
    state |= dict.fromkeys(("pages", "visitors", "most", "phones", "ready", "waiting", "answered"), 0)
    trainer = opened.enter(opened.own)
    trainer.route("**/trainer/state", lambda route: route.fulfill(json=state))
    trainer.on("dialog", lambda dialog: dialog.accept())
    trainer.click("#pcc-close")
    expect(trainer.locator("#pcc-lost")).to_have_text(say("room.closed"), timeout=SLOW)
    trainer.wait_for_timeout(2000)  # longer than it asks again
    expect(trainer.locator("#pcc-lost")).to_have_text(say("room.closed"))
