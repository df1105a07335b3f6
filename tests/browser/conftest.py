"""A real JupyterLab and a real Chromium for the browser tests; they skip with a clear word where no Chromium is
found."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest

from pcc_data.pages.sheets import find_browser
from tests.browser.desk import LOCAL, Desk, Notebook
from tests.browser.server import FLAGS, LONG, ROOT, running_lab

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
    context.close()
    assert not asked, "requests that leave this computer"


def real_errors(errors: list[str]) -> list[str]:
    """Console errors that are not about JupyterLab's own icons, workers and source maps."""
    return [error for error in errors if not any(word in error for word in EXPECTED)]
