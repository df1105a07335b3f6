"""The picture on top of the README, taken from the real notebook: `python -m tests.browser.first_look`."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from pcc_data.pages.sheets import find_browser
from tests.browser.server import FLAGS, ROOT, TOKEN, running_lab

PICTURE = ROOT / "notebooks" / "first_look.png"
NOTEBOOK = "2_practice/2_1_ten_experiences.ipynb"


def main() -> None:
    """Open the notebook, choose Cádiz on the map, and keep what a student then sees."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        shutil.copytree(ROOT / "notebooks", Path(folder) / "notebooks")
        with running_lab(Path(folder)) as url:
            browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
            page = browser.new_page(viewport={"width": 1180, "height": 1500})
            page.goto(f"{url}/doc/tree/notebooks/{NOTEBOOK}?token={TOKEN}")
            page.get_by_text("Python 3 (ipykernel) | Idle").first.wait_for(timeout=60_000)
            page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
            explorer = page.locator(".pcc-explorer", has=page.get_by_role("button", name="Next case"))
            explorer.locator('[data-pick="cadiz-energy-boards"]').click(timeout=60_000)
            explorer.locator("h3", has_text="Cádiz").wait_for()
            explorer.scroll_into_view_if_needed()
            page.mouse.move(0, 0)
            box = explorer.bounding_box()
            assert box is not None
            page.screenshot(path=PICTURE, clip={**box, "height": min(box["height"], 760)})
            browser.close()


if __name__ == "__main__":
    main()
