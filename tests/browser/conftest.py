"""A real JupyterLab and a real Chromium for the browser tests; they skip with a clear word where no Chromium is found."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
         "--disable-component-update", "--disable-sync"]
NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
TOKEN = "workshop"
EXPECTED = ("favicon", "service worker", "ServiceWorker", "source map", "Permissions-Policy")


def chromium() -> str:
    """Path of a Chromium; without one the test is skipped, or fails where PCC_REQUIRE_BROWSER is set."""
    found = os.environ.get("PCC_CHROMIUM") or next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None:
        say = pytest.fail if os.environ.get("PCC_REQUIRE_BROWSER") else pytest.skip
        say("No Chromium found: install the package 'chromium', or name one in PCC_CHROMIUM.")
    return found


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests."""
    path = chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield found
        found.close()


@pytest.fixture(scope="session")
def lab(tmp_path_factory) -> Iterator[str]:
    """Address of a JupyterLab that serves a copy of the notebooks; it ends with the tests."""
    chromium()
    folder = tmp_path_factory.mktemp("lab")
    shutil.copytree(ROOT / "notebooks", folder / "notebooks")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    settings = folder / "settings"
    settings.mkdir()
    for name, value in {"notebook-extension/tracker": {"windowingMode": "none"},
                        "apputils-extension/notification": {"fetchNews": "false", "checkForUpdates": False}}.items():
        file = settings / "@jupyterlab" / f"{name}.jupyterlab-settings"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(value), encoding="utf-8")
    command = [sys.executable, "-m", "jupyterlab", "--no-browser", "--allow-root", f"--port={port}", "--ip=127.0.0.1",
               f"--IdentityProvider.token={TOKEN}", f"--ServerApp.root_dir={folder}", "--LabApp.expose_app_in_browser=True",
               f"--LabApp.user_settings_dir={settings}", f"--LabApp.workspaces_dir={folder / 'workspaces'}"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "JUPYTER_PREFER_ENV_PATH": "1"}
    log = (folder / "log.txt").open("w")
    server = subprocess.Popen(command, stdout=log, stderr=log, env=environment, cwd=folder)
    try:
        _wait_for(f"http://127.0.0.1:{port}/api?token={TOKEN}", server, folder / "log.txt")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(20)
        log.close()


def _wait_for(url: str, server: subprocess.Popen, log: Path) -> None:
    for _ in range(240):
        if server.poll() is not None:
            pytest.fail(f"JupyterLab ended: {log.read_text()[-2000:]}")
        try:
            urllib.request.urlopen(url, timeout=1)
            return
        except OSError:
            time.sleep(0.25)
    pytest.fail("JupyterLab did not answer within a minute")


class Notebook:
    """An open notebook in the browser."""

    def __init__(self, page, errors: list[str]) -> None:
        self.page, self.errors = page, errors

    def settle(self, milliseconds: int = 60_000) -> None:
        """Wait until no cell runs any more."""
        self.page.wait_for_function(
            "() => { const p = [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].map(e => e.textContent);"
            " return p.length && !p.some(t => t.includes('*')) && p.some(t => /\\d/.test(t)); }", timeout=milliseconds)

    def explorer(self, number: int = 0):
        """The explorer with this number on the page."""
        return self.page.locator(".pcc-explorer").nth(number)

    def cell_errors(self) -> list[str]:
        """Texts of error outputs."""
        return self.page.locator(".jp-RenderedText[data-mime-type*='stderr'], .jp-OutputArea-output[data-mime-type*='error']"
                                 ).all_inner_texts()


@pytest.fixture
def notebook(browser, lab) -> Iterator[Callable[..., Notebook]]:
    """Open a notebook, run all its cells, and fail at the end when the console showed an error."""
    contexts = []

    def open_it(name: str, width: int = 1280, height: int = 720) -> Notebook:
        context = browser.new_context(viewport={"width": width, "height": height})
        contexts.append(context)
        page, errors = context.new_page(), []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
        page.goto(f"{lab}/doc/tree/notebooks/{name}?token={TOKEN}")
        page.wait_for_selector(".jp-Notebook .jp-CodeCell", timeout=60_000)
        page.wait_for_function("() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'",
                               timeout=60_000)
        page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
        opened = Notebook(page, errors)
        opened.settle()
        return opened

    yield open_it
    faults = []
    for context in contexts:
        context.close()
    assert not faults


def real_errors(errors: list[str]) -> list[str]:
    """Console errors that are not about JupyterLab's own icons, workers and source maps."""
    return [error for error in errors if not any(word in error for word in EXPECTED)]
