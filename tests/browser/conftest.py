"""A real JupyterLab and a real Chromium for the browser tests; they skip with a clear word where no Chromium is
found."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator

import pytest

from pcc_data.pages.sheets import find_browser
from tests.browser.driving import listen
from tests.browser.server import FLAGS, ROOT, TOKEN, running_lab

LOCAL = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:")
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


class Notebook:
    """An open notebook in the browser."""

    def __init__(self, page, errors: list[str]) -> None:
        self.page, self.errors = page, errors

    def settle(self, milliseconds: int = 60_000) -> None:
        """Wait until no cell runs any more."""
        self.page.wait_for_function(
            "() => { const p = [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].map(e => e.textContent);"
            " return p.length && !p.some(t => t.includes('*')) && p.some(t => /\\d/.test(t)); }",
            timeout=milliseconds,
        )

    def explorer(self, number: int = 0):
        """The explorer with this number on the page."""
        return self.page.locator(".pcc-explorer").nth(number)

    def cell_errors(self) -> list[str]:
        """Texts of error outputs."""
        return self.page.locator(
            ".jp-RenderedText[data-mime-type*='stderr'], .jp-OutputArea-output[data-mime-type*='error']"
        ).all_inner_texts()


@pytest.fixture
def notebook(browser, lab) -> Iterator[Callable[..., Notebook]]:
    """Open a notebook and run all its cells: `notebook(name)` returns it."""
    contexts = []

    def open_it(name: str, width: int = 1280, height: int = 720) -> Notebook:
        context = browser.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        page, errors = context.new_page(), []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url.startswith(LOCAL) else errors.append(f"a request to {request.url}"),
        )
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.goto(f"{lab}/doc/tree/notebooks/{name}?token={TOKEN}")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=60_000)
        page.wait_for_function(
            "() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'",
            timeout=60_000,
        )
        listen(page)
        page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
        opened = Notebook(page, errors)
        opened.settle()
        return opened

    yield open_it
    for context in contexts:
        context.close()


def real_errors(errors: list[str]) -> list[str]:
    """Console errors that are not about JupyterLab's own icons, workers and source maps."""
    return [error for error in errors if not any(word in error for word in EXPECTED)]
