"""`pcc lab` as a trainer starts it: nothing asks, nothing pops up."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest

from pcc_data.app.lab_files import LIVE
from tests.browser.server import ROOT, TOKEN, running_lab, started

pytestmark = pytest.mark.browser


def run_all(page) -> None:
    """Run all cells of the open notebook, as a person does, and wait for its last explorer."""
    page.get_by_text("Python 3 (ipykernel) | Idle").first.wait_for(state="attached")
    choose(page, "Run", "Run All Cells")
    page.wait_for_function(
        "() => { const all = [...document.querySelectorAll('.jp-CodeCell .jp-InputPrompt')].map(e => e.textContent);"
        " return all.length && all.every(text => /\\d/.test(text)); }"
    )


def choose(page, menu: str, entry: str) -> None:
    page.get_by_role("menuitem", name=menu, exact=True).click()
    page.get_by_role("menuitem", name=re.compile(f"^{entry}")).click()


@pytest.fixture
def copied(tmp_path) -> Path:
    """A notebook of one's own with an awkward name."""
    file = tmp_path / "notebooks" / 'Week 1: 100% #1 wörk "x"?.ipynb'
    if os.name == "nt":
        file = file.with_name("Week 1; 100% #1 wörk.ipynb")
    file.parent.mkdir()
    shutil.copy(ROOT / "notebooks" / "2_practice" / "2_1_ten_experiences.ipynb", file)
    return file


def test_the_lab_opens_on_the_first_page_and_asks_nothing(page):
    with started("lab") as address:
        page.goto(address)
        page.wait_for_selector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell")
        page.get_by_text("Python 3 (ipykernel) | Idle").first.wait_for()
        assert page.get_by_role("heading", name="Start here").first.is_visible()
        assert page.locator("dialog, .jp-Dialog").count() == 0
        assert page.get_by_text("Jupyter news").count() == 0


def test_a_saved_notebook_that_is_opened_again_shows_opening_views_and_what_to_do(page, copied, tmp_path):
    (tmp_path / "file").touch()
    home = str(tmp_path / "file" / "none")  # on a computer without a home folder, too
    with started("lab", str(copied), HOME=home, USERPROFILE=home) as address:
        page.goto(address)
        run_all(page)
        page.locator(".pcc-explorer").nth(2).wait_for()
        assert not page.locator("[data-mime-type*='stderr']").count()
        page.keyboard.press("Control+s")
        page.wait_for_function("() => !document.querySelector('.lm-DockPanel-tabBar .jp-mod-dirty')")
        page.get_by_role("tab", name=copied.name[:6]).locator(".lm-TabBar-tabCloseIcon").click()
        page.locator(".jp-NotebookPanel").wait_for(state="detached")
        outputs = [
            output for cell in json.loads(copied.read_text("utf-8"))["cells"] for output in cell.get("outputs", [])
        ]
        assert outputs and not [output for output in outputs if LIVE in output.get("data", {})]
        page.goto(address)
        page.locator(".jp-RenderedHTML .pcc-live").first.wait_for()
        assert page.get_by_text("Run ▸ Run All Cells").count() >= 3
        assert page.locator(".jp-RenderedHTML svg").count() >= 2, "pictures of the opening views"
        assert not page.get_by_text("model not found").count() and not page.get_by_text("Error displaying").count()
        run_all(page)
        page.locator(".pcc-explorer").nth(2).wait_for()


def test_what_has_lost_its_kernel_says_what_to_do(page, copied):
    with running_lab(copied.parent) as lab:
        page.goto(f"{lab}/lab/tree/{quote(copied.name)}?token={TOKEN}")
        run_all(page)
        page.evaluate("() => window.jupyterapp.shell.currentWidget.sessionContext.session.kernel.restart()")
        stopped = page.locator(".pcc-explorer.jupyter-widgets-disconnected")
        stopped.nth(2).wait_for()
        lines = page.locator(".jupyter-widgets-disconnected").evaluate_all(_BEFORE)
        assert len([line for line in lines if "Run All Cells" in line]) == stopped.count()
        assert all("Run All Cells" in line or line == "none" for line in lines), "no broken chains beside it"
        page.evaluate(_POINT)  # as when an output is copied from another notebook
        lost = page.locator(".jp-OutputArea-output.jupyter-widgets").get_by_text("model not found")
        lost.wait_for()
        shown = lost.evaluate("e => [getComputedStyle(e).fontSize, getComputedStyle(e, '::after').content]")
        assert shown[0] == "0px" and "Run All Cells" in shown[1]


_BEFORE = """all => all.map(e => getComputedStyle(e, '::before'))
    .map(style => style.display === 'none' ? 'none' : style.content)"""
_POINT = """() => window.jupyterapp.shell.currentWidget.content.widgets
    .find(cell => cell.model.type === 'code').model.outputs.add({
    output_type: 'display_data', metadata: {},
    data: { 'application/vnd.jupyter.widget-view+json': { model_id: 'gone', version_major: 2, version_minor: 0 } },
})"""
