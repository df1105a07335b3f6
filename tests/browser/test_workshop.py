"""A whole workshop in one room: three notebooks step by step, hands of twelve phones, four designs, the end.

The room's server and all its kernels refuse connections that leave the machine (`tests/offline`), the pages may ask
only the room.
"""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from types import SimpleNamespace
from urllib.parse import urlsplit

import pytest
import yaml
from playwright.sync_api import expect

from tests.browser.conftest import real_errors
from tests.browser.desk import READY
from tests.browser.server import ROOT
from tests.browser.test_live_pages import CODE
from tests.browser.test_present import FOOT, NOW, WHERE, shown
from tests.browser.test_room import PHONE, SLOW
from tests.room.visiting import Browser, open_room

pytestmark = pytest.mark.browser
PLAN = ("1_theory/1_2_who_decides", "2_practice/2_1_ten_experiences", "3_imagination/3_2_gallery")
PHONES = 12
DRAWN = 4
"""Phones that are pages in Chromium; the others ask and answer as a phone's page does."""


@contextmanager
def workshop(browser, folder):
    """The room of the plan, and how its pages are entered; each error and each request to elsewhere is kept."""
    shutil.copytree(ROOT / "notebooks", folder / "notebooks", ignore=shutil.ignore_patterns(".ipynb_checkpoints"))
    files = [folder / "notebooks" / f"{name}.ipynb" for name in PLAN]
    with open_room(folder, *files, visitors=2) as (port, way, own, _):
        base, out, errors = f"http://127.0.0.1:{port}", [], []

        def enter(path: str, **how: object):
            page = browser.new_context(**how).new_page()
            page.set_default_timeout(SLOW)
            page.on("pageerror", lambda error: errors.append(str(error)))
            page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
            page.on(
                "request", lambda one: None if one.url.startswith((base, "data:", "blob:")) else out.append(one.url)
            )
            page.goto(base + path)
            return page

        yield SimpleNamespace(port=port, way=way, own=own, enter=enter, out=out, errors=errors, folder=folder)


def turn_all(stage) -> int:
    """Turn the steps by the clicker's key from the first to the last (a long one is scrolled first); how many there
    were."""
    stage.wait_for_function(READY)
    at, steps = 0, int(shown(stage).split()[2].rstrip(":"))
    for _ in range(steps * 10):
        before, at = at, int(shown(stage).split()[0])
        assert at - before in (0, 1), shown(stage)
        assert stage.locator(f"{NOW}:visible").count() == 1 and not stage.locator(CODE).count()
        if stage.locator("#pcc-next").is_disabled():
            break
        stage.keyboard.press("PageDown")
    assert at == steps
    return steps


def test_ninety_minutes_without_a_network(browser, tmp_path):
    with workshop(browser, tmp_path) as room:
        trainer = room.enter(room.own, viewport={"width": 1280, "height": 720})
        with trainer.expect_popup() as opened:
            trainer.get_by_role("link", name="Who decides").click()
        stage = opened.value
        stage.set_default_timeout(SLOW)
        stage.on("pageerror", lambda error: room.errors.append(str(error)))
        assert turn_all(stage) > 5
        _hands(room, trainer)
        _anew(stage, trainer)
        for title in ("ten experiences", "gallery"):
            trainer.get_by_role("link", name=title).click()
            expect(stage.locator(WHERE)).to_contain_text(title, ignore_case=True, timeout=SLOW)
            assert turn_all(stage) > 5
        _designs(room, trainer, stage)
        trainer.on("dialog", lambda dialog: dialog.accept())
        trainer.click("#pcc-close")
        trainer.locator("#pcc-lost").wait_for()
        assert "closed" in trainer.inner_text("#pcc-lost")
        assert not trainer.locator("button:visible").count(), "nothing to press any more"
        assert room.out == [] and real_errors([one for one in room.errors if "ERR_CONNECTION" not in one]) == []


def _hands(room, trainer) -> None:
    """Twelve phones answer one guess; nobody sees an answer before the trainer shows them."""
    trainer.click("#pcc-open")
    pages = [room.enter(room.way, **PHONE) for _ in range(DRAWN)]
    others = [Browser(room.port) for _ in range(PHONES - DRAWN)]
    for page in pages:
        page.tap('[data-option="0"]')
        page.wait_for_selector('[data-option="0"][aria-pressed="true"]')
    for other in others:
        other.ask(room.way)
        asked = other.state()
        assert not asked["revealed"]
        other.tell("/room/question", question=asked["question"], option=1)
    expect(trainer.locator("#pcc-answered")).to_contain_text(str(PHONES), timeout=SLOW)
    assert not trainer.locator("#pcc-picture svg").count()
    trainer.click("#pcc-reveal")
    trainer.wait_for_selector("#pcc-picture svg")
    assert f"{PHONES} hands" in trainer.inner_text("#pcc-picture")
    for page in pages:
        page.wait_for_selector("[data-option]:disabled")
        page.context.close()


def _anew(stage, trainer) -> None:
    """A new group begins with every answer covered again."""
    covered = stage.locator(".pcc-covered > button:not(.mod-active)")
    before = covered.count()
    while not stage.locator(f"{NOW} .pcc-covered").count():
        stage.locator("#pcc-back").click()
    stage.locator(f"{NOW} .pcc-covered > button").first.click()
    expect(covered).to_have_count(before - 1, timeout=SLOW)
    stage.locator(f"{NOW} .pcc-explorer.pcc-big").first.wait_for()  # drawn for the projector, not for phones
    step = shown(stage)
    assert stage.evaluate(FOOT) <= stage.viewport_size["width"], "every button of the foot is on the screen"
    stage.keyboard.press("b")
    assert stage.locator("#pcc-black").bounding_box() == {"x": 0, "y": 0, **stage.viewport_size}
    stage.keyboard.press("b")
    trainer.locator(f'a[href^="{urlsplit(stage.url).path}"]').click()
    assert shown(stage) == step and covered.count() == before - 1, "its link leads back to the page as it is"
    stage.keyboard.press("g")
    with stage.expect_navigation():
        stage.get_by_role("button", name="Start again", exact=True).last.click()
    stage.wait_for_function(READY)
    assert covered.count() == before and shown(stage) == step


def _designs(room, trainer, stage) -> None:
    """Four tables send their design, and the gallery shows the four."""
    for at, file in enumerate(sorted((ROOT / "datasets" / "designs").glob("*.yaml"))):
        made = yaml.safe_load(file.read_text("utf-8"))
        own = room.folder / f"table-{at}.yaml"
        own.write_text(yaml.safe_dump(made | {"name": f"Table {at} of our room"}, allow_unicode=True), "utf-8")
        phone = room.enter(room.way, **PHONE)
        phone.get_by_text("Send a design to the gallery").tap()
        phone.set_input_files("#pcc-file", own)
        phone.click("#pcc-send")
        expect(phone.locator("#pcc-sent")).to_contain_text(f"Table {at}", timeout=SLOW)
        phone.context.close()
    expect(trainer.locator("#pcc-designs")).to_contain_text("4", timeout=SLOW)
    stage.keyboard.press("Home")
    while not stage.get_by_role("button", name="Look again").count():
        stage.click("#pcc-next")
    stage.get_by_role("button", name="Look again").click()
    for at in range(4):
        expect(stage.locator("main")).to_contain_text(f"Table {at} of our room", timeout=SLOW)
