"""From a change of a control until the new picture is painted, in JupyterLab in Chromium:
`python tests/benchmarks/bench_redraw.py`.

Notebook cells show the same pictures in several ways: our explorers, `interact` with an inline PNG, and a dropdown whose change
draws nothing. One explorer also shows 5,000 synthetic cases. They take turns, so that all meet the same noise of the machine;
printed are ratios of medians.
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Any

import nbformat
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from pcc_data.sheets import find_browser  # noqa: E402
from tests.browser.server import FLAGS, TOKEN, running_lab  # noqa: E402

CASES = 5000
CELLS = {
    "setup": f"""%matplotlib inline
import ipywidgets as widgets
from IPython.display import display
import pcc_data as pcc
from pcc_data.explore.base import Explorer, dropdown
from pcc_data.explore.comparing import coloured_fields
from tests.benchmarks.bench_redraw import synthetic
data = pcc.load()
ten = data.filter(collection="report")
options = [(name, str(case)) for case, name in ten.cases["name"].items()]
chart = pcc.charts.roles_strip
table = lambda columns: pcc.charts.cross_table(data, "sector", columns, colour="status")
fields = [field for field in coloured_fields(data) if field != "sector"]
large = pcc.dataset.from_records(synthetic({CASES}))""",
    "strip": """Explorer("strip", {"case": dropdown("Case", options)}, lambda case: chart(ten, case).html())""",
    "strip by interact": """widgets.interact(lambda case: display(chart(ten, case).figure), case=widgets.Dropdown(options=options));""",
    "nothing": """shown, choice = widgets.HTML("-"), widgets.Dropdown(options=options)
choice.observe(lambda change: setattr(shown, "value", "<b>" + change["new"] + "</b>"), "value")
widgets.VBox([choice, shown])""",
    "compare": "pcc.explore.compare(data)",
    "compare by interact": """widgets.interact(lambda columns: display(table(columns).figure), columns=widgets.Dropdown(options=fields));""",
    f"compare {CASES:,} cases": "pcc.explore.compare(large)",
}
SHOWN = [name for name in CELLS if name != "setup"]
SCROLL = "cell => document.querySelectorAll('.jp-CodeCell')[cell].querySelector('.jp-OutputArea').scrollIntoView()"
CHANGE = """async ([cell, label, step]) => {
  const root = document.querySelectorAll('.jp-CodeCell')[cell].querySelector('.jp-OutputArea');
  const named = [...root.querySelectorAll('label')].find((l) => l.textContent === label && l.control?.tagName === 'SELECT');
  const select = named ? named.control : root.querySelector('select');
  const choices = [...select.options].map((o, i) => i).filter((i) => !(label === 'Columns' && select.options[i].text === 'Sector'));
  const start = performance.now();
  return await new Promise((done) => {
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
    const at = choices.indexOf(select.selectedIndex);
    select.selectedIndex = choices[(at + step) % choices.length];
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}"""


def synthetic(count: int, seed: int = 7) -> list[dict[str, Any]]:
    """So many records with random codes and texts, in the shape that `datasets/schema.json` prescribes."""
    parts, chance = json.loads((ROOT / "datasets" / "schema.json").read_text(encoding="utf-8"))["$defs"], random.Random(seed)
    fixed = {"id": "s1", "sources": ["s1"], "url": "https://example.org/"}

    def made(shape: dict[str, Any], key: str) -> Any:
        if key in fixed and shape.get("type") in ("string", "array") and "$ref" not in shape.get("items", {}):
            return fixed[key]
        if "$ref" in shape:
            part = parts[shape["$ref"].rpartition("/")[2]]
            return {name: made(inner, name) for name, inner in part["properties"].items()}
        if "enum" in shape:
            return chance.choice(shape["enum"])
        if "anyOf" in shape:
            return made(chance.choice(shape["anyOf"]), key)
        if shape["type"] == "array":
            return [made(shape["items"], "") for _ in range(max(shape.get("minItems", 0), chance.randint(0, 3)))]
        return {"string": "Made up to measure with", "null": None, "boolean": True}.get(shape["type"], chance.randint(1950, 2025))

    return [{**made({"$ref": "#/$defs/Record"}, ""), "id": f"synthetic-{number}"} for number in range(count)]


def notebook(folder: Path) -> str:
    """Write the notebook with all cells and return its name."""
    cells = [nbformat.v4.new_code_cell(code) for code in CELLS.values()]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), folder / "bench.ipynb")
    return "bench.ipynb"


def measure(page: Any, count: int) -> dict[str, list[float]]:
    """Milliseconds of each change. The first round draws; the second one (`… again`) goes back over states seen before."""
    times: dict[str, list[float]] = {}
    for again, step in (("", 1), (" again", -1)):
        for _ in range(count):
            for name in SHOWN:
                page.evaluate(SCROLL, list(CELLS).index(name))
                page.wait_for_timeout(150)
                label = "Columns" if name.startswith("compare") and "interact" not in name else ""
                took = page.evaluate(CHANGE, [list(CELLS).index(name), label, step])
                times.setdefault(name + again, []).append(took)
    return times


def main() -> None:
    """Print the ratios with what they should stay under."""
    folder = Path(tempfile.mkdtemp())
    name = notebook(folder)
    with running_lab(folder) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 1600})
        page.goto(f"{url}/doc/tree/{name}?token={TOKEN}")
        page.wait_for_function("() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'")
        page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
        page.wait_for_function("() => document.querySelectorAll('.pcc-svg').length === 3", timeout=300_000)
        page.wait_for_timeout(3000)
        middle = {key: median(values) for key, values in measure(page, 9).items()}
        browser.close()
    shutil.rmtree(folder)
    print(", ".join(f"{key} {value:.0f} ms" for key, value in middle.items()))
    for ours in ("strip", "compare"):
        print(
            f"{ours}: first redraw / interact with inline PNG: {middle[ours] / middle[f'{ours} by interact']:.2f} (should be at most 0.8)"
        )
        print(
            f"{ours}: state seen before / a change that draws nothing: {middle[f'{ours} again'] / middle['nothing again']:.2f} (at most 1.5)"
        )
    print(f"compare: {CASES:,} cases / the real set: {middle[f'compare {CASES:,} cases'] / middle['compare']:.2f} (should be under 3)")


if __name__ == "__main__":
    main()
