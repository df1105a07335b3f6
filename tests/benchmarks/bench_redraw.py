"""From a change of a control until the new picture is painted, in JupyterLab in Chromium:
`python tests/benchmarks/bench_redraw.py`.

Four notebook cells show the same chart of the same cases: our explorer, `interact` with an inline PNG, and a dropdown
whose change draws nothing. The four take turns; printed are ratios of medians.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

import nbformat
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from pcc_data.sheets import find_browser  # noqa: E402
from tests.browser.server import FLAGS, TOKEN, running_lab  # noqa: E402

CELLS = {
    "setup": """%matplotlib inline
import ipywidgets as widgets
from IPython.display import display
import pcc_data as pcc
from pcc_data.explore.base import Explorer, dropdown
ten = pcc.load().filter(collection="report")
options = [(name, str(case)) for case, name in ten.cases["name"].items()]
chart = pcc.charts.roles_strip""",
    "ours": """Explorer("ours", {"case": dropdown("Case", options)}, lambda case: chart(ten, case).html())""",
    "interact": """widgets.interact(lambda case: display(chart(ten, case).figure), case=widgets.Dropdown(options=options));""",
    "nothing": """shown, choice = widgets.HTML("-"), widgets.Dropdown(options=options)
choice.observe(lambda change: setattr(shown, "value", "<b>" + change["new"] + "</b>"), "value")
widgets.VBox([choice, shown])""",
}
CHANGE = """async ([cell, index]) => {
  const root = document.querySelectorAll('.jp-CodeCell')[cell].querySelector('.jp-OutputArea');
  const select = root.querySelector('select');
  const start = performance.now();
  return await new Promise((done) => {
    let last = null;
    const painted = () => requestAnimationFrame(() => requestAnimationFrame(() => done(performance.now() - start)));
    const watch = new MutationObserver((records) => {
      const added = records.flatMap((r) => [...r.addedNodes]).filter((n) => n.nodeType === 1 || n.nodeType === 3);
      if (!added.length) return;
      const image = root.querySelector('img');
      const fresh = !image || image.src !== before;
      if (!fresh) return;
      watch.disconnect();
      if (image && !image.complete) image.onload = painted; else painted();
    });
    const before = root.querySelector('img')?.src;
    watch.observe(root, { childList: true, subtree: true, characterData: true });
    select.selectedIndex = index;
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}"""


def notebook(folder: Path) -> str:
    """Write the notebook with the four cells and return its name."""
    cells = [nbformat.v4.new_code_cell(code) for code in CELLS.values()]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), folder / "bench.ipynb")
    return "bench.ipynb"


def measure(page, count: int) -> dict[str, list[float]]:
    """Milliseconds of each change: first time round and, for ours, a second round over states seen before."""
    times: dict[str, list[float]] = {"ours": [], "interact": [], "nothing": [], "again": []}
    for name in ("ours", "interact", "nothing", "again"):
        cell = list(CELLS).index("ours" if name == "again" else name)
        for index in [*range(1, count), 0]:
            times[name].append(page.evaluate(CHANGE, [cell, index]))
            page.wait_for_timeout(120)
    return times


def main() -> None:
    """Print the ratios with what they should stay under."""
    folder = Path(tempfile.mkdtemp())
    name = notebook(folder)
    with running_lab(folder) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 3000})
        page.goto(f"{url}/doc/tree/{name}?token={TOKEN}")
        page.wait_for_function("() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'")
        page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
        page.wait_for_function("() => document.querySelectorAll('.jp-OutputArea select').length === 3", timeout=60_000)
        page.wait_for_timeout(2000)
        middle = {key: median(values) for key, values in measure(page, 10).items()}
        browser.close()
    shutil.rmtree(folder)
    print(", ".join(f"{key} {value:.0f} ms" for key, value in middle.items()))
    print(f"first redraw / interact with inline PNG: {middle['ours'] / middle['interact']:.2f} (should be at most 0.8)")
    print(f"state seen before / a change that draws nothing: {middle['again'] / middle['nothing']:.2f} (should be at most 1.5)")


if __name__ == "__main__":
    main()
