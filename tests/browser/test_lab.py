"""`pcc lab` and `pcc present` as a trainer starts them: nothing asks, nothing pops up, and on the projector no code is seen."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tests.browser.server import ROOT, wait_for

pytestmark = pytest.mark.browser


@contextmanager
def started(*arguments: str) -> Iterator[str]:
    """Address at which the command `pcc` opens the browser; the lab ends with the block."""
    environment = {**os.environ, "BROWSER": "true", "PYTHONUNBUFFERED": "1"}
    command = [sys.executable, "-m", "pcc_data", *arguments]
    lab = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    assert lab.stdout is not None
    try:
        address = next(found[0] for line in lab.stdout if (found := re.search(r"http://127\S+token=\w+", line)))
        wait_for(address, lab)  # it is told before it is served
        yield address
    finally:
        lab.terminate()
        lab.communicate(timeout=30)


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    yield context.new_page()
    context.close()


def test_the_lab_opens_on_the_first_page_and_asks_nothing(page):
    with started("lab") as address:
        page.goto(address)
        page.wait_for_selector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell", timeout=60_000)
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=60_000)
        assert page.get_by_role("heading", name="Start here").first.is_visible()
        assert page.locator("dialog, .jp-Dialog").count() == 0
        assert page.get_by_text("Jupyter news").count() == 0


def test_present_shows_one_notebook_alone_in_big_type_without_code(page):
    with started("present", "notebooks/2_practice/2_1_ten_experiences.ipynb") as address:
        page.goto(address)
        page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(state="attached", timeout=60_000)
        assert page.locator(".jp-DirListing:visible").count() == 0
        size = page.locator(".jp-RenderedMarkdown p").first.evaluate("e => parseFloat(getComputedStyle(e).fontSize)")
        assert size > 16, "texts are bigger than JupyterLab's own 14 px before any cell has run"
        assert page.locator(".jp-CodeCell .jp-Cell-inputWrapper:visible").count() == 0
        page.get_by_role("menuitem", name="Run", exact=True).click()
        page.get_by_text("Run All Cells", exact=True).click()
        page.locator(".pcc-explorer.pcc-big").first.wait_for(timeout=60_000)
        assert page.locator(".jp-CodeCell .jp-Cell-inputWrapper:visible").count() == 0
