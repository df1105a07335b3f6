"""A real JupyterLab and a real Chromium for the browser tests; they skip with a clear word where no Chromium is
found."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest

from pcc_data.pages.sheets import find_browser
from tests.browser.desk import LOCAL, Desk, Notebook, Screen
from tests.browser.server import FLAGS, LONG, ROOT, TOKEN, running_lab, started

EXPECTED = ("favicon", "service worker", "ServiceWorker", "source map", "Permissions-Policy")


def found_chromium() -> str:
    """Path of a Chromium; without one the test is skipped, or fails where PCC_REQUIRE_BROWSER is set."""
    found = find_browser()
    if found is None:
        say = pytest.fail if os.environ.get("PCC_REQUIRE_BROWSER") else pytest.skip
        say("No Chromium found: install the package 'chromium', or name one in PCC_CHROMIUM.")
    return found


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests."""
    path = found_chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def lab(tmp_path_factory) -> Iterator[str]:
    """Address of a JupyterLab that serves a copy of the notebooks."""
    found_chromium()
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    with running_lab(folder) as url:
        yield url


@pytest.fixture(scope="session")
def live(lab) -> Callable[[str], str]:
    """Address of a notebook as a live page: `live(name)`; the server of the lab has them too."""
    return lambda name: f"{lab}/voila/render/notebooks/{name}?token={TOKEN}"


PRESENTED = "2_practice/2_3_compare_ownership_models.ipynb"
"""The notebook that the presenter of a worker was started with: its pages wait drawn."""


@pytest.fixture(scope="session")
def stage() -> Iterator[Callable[[str], str]]:
    """Address of a notebook as it is presented: `stage(name)`.

    One presenter shows all: a notebook that it was not started with is drawn when it is opened. A presenter for each
    would cost its own start, and would draw each notebook a second time, for a group that never comes.
    """
    found_chromium()
    with started("present", f"notebooks/{PRESENTED}", "--no-browser") as address:
        yield lambda name: address.replace(PRESENTED, name)


@pytest.fixture(scope="session")
def screens() -> Iterator[dict[str, Screen]]:
    """The presented notebooks of `stand`."""
    found: dict[str, Screen] = {}
    yield found
    for screen in found.values():
        screen.leave()


@pytest.fixture
def stand(browser, stage, screens, request) -> Iterator[Callable[[str], Screen]]:
    """A presented notebook at its first step, on a page that all tests share which turn its steps and change nothing.

    After a test that failed the next one gets a new page.
    """
    failed, used = request.session.testsfailed, []

    def found(name: str) -> Screen:
        if name not in screens:
            screens[name] = Screen(browser, stage(name))
        screens[name].begin()
        used.append(name)
        return screens[name]

    yield found
    errors = [error for name in used for error in real_errors(screens[name].errors)]
    if errors or request.session.testsfailed > failed:
        for name in set(used):
            screens.pop(name).leave()
    assert errors == []


@pytest.fixture(scope="session")
def desk(browser, lab) -> Iterator[Desk]:
    """The one page on which the tests of a worker open their notebooks."""
    found = Desk(browser, lab)
    yield found
    found.leave()


@pytest.fixture
def notebook(desk, request) -> Iterator[Callable[..., Notebook]]:
    """Open a notebook and run all its cells: `notebook(name)` returns it.

    After a test that failed the next one gets a new page and a new kernel.
    """
    failed = request.session.testsfailed
    yield desk.open
    if request.session.testsfailed > failed:
        desk.leave()
    else:
        desk.clear()


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    page, asked = context.new_page(), []
    page.set_default_timeout(LONG * 1000)
    page.on("request", lambda request: None if request.url.startswith(LOCAL) else asked.append(request.url))
    yield page
    for opened in context.pages:
        if "/voila/" in opened.url:
            opened.goto("about:blank")  # who leaves a live page ends its kernel
    context.close()
    assert not asked, "requests that leave this computer"


def real_errors(errors: list[str]) -> list[str]:
    """Console errors that are not about JupyterLab's own icons, workers and source maps."""
    return [error for error in errors if not any(word in error for word in EXPECTED)]
