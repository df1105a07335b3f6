"""From a change of a control until the new picture is painted, in JupyterLab in Chromium:
`python tests/benchmarks/bench_redraw.py`.

Two notebooks show the same picture in three ways: our explorer, `interact` with an inline PNG, and a dropdown whose
change draws nothing. A third one shows `explore.compare` with the real set and with 5,000 synthetic cases. The cells of
a notebook take turns, so that all meet the same noise of the machine; printed are ratios of medians.
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
from pcc_data.pages.sheets import find_browser  # noqa: E402
from tests.browser.server import FLAGS, TOKEN, running_lab  # noqa: E402

CASES = 5000
SETUP = """%matplotlib inline
import ipywidgets as widgets
from IPython.display import display
import pcc_data as pcc
data = pcc.load()
ten = data.filter(collection="report")
options = [(name, str(case)) for case, name in ten.cases["name"].items()]"""
NOTHING = """shown, choice = widgets.HTML("-"), widgets.Dropdown(options=options)
choice.observe(lambda change: setattr(shown, "value", "<b>" + change["new"] + "</b>"), "value")
widgets.VBox([choice, shown])"""
NOTEBOOKS = {
    "one case": {
        "ours": (
            """from pcc_data.controls.makers import dropdown
from pcc_data.explore._kit.explorer import Explorer
Explorer("ours", {"case": dropdown("Case", options)}, lambda case: pcc.charts.roles_strip(ten, case).html())"""
        ),
        "interact": (
            """strip = lambda case: pcc.charts.roles_strip(ten, case).figure
widgets.interact(lambda case: display(strip(case)), case=widgets.Dropdown(options=options));"""
        ),
        "nothing": NOTHING,
    },
    "compare": {
        "ours": "pcc.explore.compare(data)",
        "interact": (
            """from pcc_data.analysis.states import coloured_fields
fields = [field for field in coloured_fields(data) if field != "sector"]
table = lambda columns: pcc.charts.cross_table(data, "sector", columns, colour="status")
chosen = widgets.Dropdown(options=fields, value="ownership_model")
widgets.interact(lambda columns: display(table(columns).figure), columns=chosen);"""
        ),
        "nothing": NOTHING,
    },
    "many": {
        "ours": "pcc.explore.compare(data)",
        "large": (
            f"""from pcc_data.dataset.load import from_records
from tests.benchmarks.bench_redraw import synthetic
pcc.explore.compare(from_records(synthetic({CASES})))"""
        ),
    },
}
"""The cells of each notebook by what they show."""
CHANGE = """async ([cell, label, step]) => {
  const root = document.querySelectorAll('.jp-CodeCell')[cell].querySelector('.jp-OutputArea');
  const named = [...root.querySelectorAll('label')]
    .find((l) => l.textContent === label && l.control?.tagName === 'SELECT');
  const select = named ? named.control : root.querySelector('select');
  const choices = [...select.options].map((o, i) => i)
    .filter((i) => !(label === 'Columns' && select.options[i].text === 'Sector'));
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
    watch.observe(root.querySelector('.pcc-picture') ?? root, { childList: true, subtree: true, characterData: true });
    const at = choices.indexOf(select.selectedIndex);
    select.selectedIndex = choices[(at + step) % choices.length];
    select.dispatchEvent(new Event('change', { bubbles: true }));
  });
}"""


def synthetic(count: int, seed: int = 7) -> list[dict[str, Any]]:
    """So many records with random codes and texts, in the shape that `datasets/schema.json` prescribes."""
    parts, chance = (
        json.loads((ROOT / "datasets" / "schema.json").read_text(encoding="utf-8"))["$defs"],
        random.Random(seed),
    )
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
        return {"string": "Made up to measure with", "null": None, "boolean": True}.get(
            shape["type"], chance.randint(1950, 2025)
        )

    return [{**made({"$ref": "#/$defs/Record"}, ""), "id": f"synthetic-{number}"} for number in range(count)]


def notebook(folder: Path, name: str) -> str:
    """Write a notebook with its cells and return the name of its file."""
    cells = [nbformat.v4.new_code_cell(code) for code in (SETUP, *NOTEBOOKS[name].values())]
    kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    file = f"{name.replace(' ', '_')}.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=kernel), folder / file)
    return file


def measure(page: Any, name: str, count: int) -> dict[str, float]:
    """Median milliseconds of a change in each cell of a notebook: at first, over states seen before (`again`), and
    where cases are filtered sector by sector (`filtered`, comparisons only)."""
    times: dict[str, list[float]] = {}
    rounds = [("", "Columns", 1), (" again", "Columns", -1)] + [(" filtered", "Sector", 1)] * (name == "many")
    for round_, label, step in rounds:
        for _ in range(count):
            for cell, kind in enumerate(NOTEBOOKS[name], start=1):
                times.setdefault(kind + round_, []).append(page.evaluate(CHANGE, [cell, label, step]))
                page.wait_for_timeout(120)
    return {kind: median(values) for kind, values in times.items()}


def main() -> None:
    """Print the ratios with what they should stay under."""
    folder, found = Path(tempfile.mkdtemp()), {}
    with running_lab(folder) as url, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        for name, cells in NOTEBOOKS.items():
            page = browser.new_page(viewport={"width": 1280, "height": 3000})
            page.goto(f"{url}/doc/tree/{notebook(folder, name)}?token={TOKEN}")
            page.wait_for_function(
                "() => window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
            )
            page.evaluate("() => window.jupyterapp.commands.execute('notebook:run-all-cells')")
            drawn = (
                "() => [...document.querySelectorAll('.jp-OutputArea')].filter((o) =>"
                f" o.querySelector('select')).length === {len(cells)}"
            )
            page.wait_for_function(drawn, timeout=120_000)
            page.wait_for_timeout(3000)
            found[name] = measure(page, name, 9 if name == "one case" else 6)
            page.close()
        browser.close()
    shutil.rmtree(folder)
    for name, middle in found.items():
        print(f"{name}: " + ", ".join(f"{kind} {value:.0f} ms" for kind, value in middle.items()))
    for name in ("one case", "compare"):
        print(
            f"{name}: first redraw / interact with inline PNG: {found[name]['ours'] / found[name]['interact']:.2f} (at"
            " most 0.8)"
        )
        print(
            f"{name}: state seen before / a change that draws nothing:"
            f" {found[name]['ours again'] / found[name]['nothing']:.2f} (at most 1.5)"
        )
    for round_ in ("", " filtered"):
        print(
            f"{CASES:,} cases / the real set{round_}:"
            f" {found['many']['large' + round_] / found['many']['ours' + round_]:.2f} (under 3)"
        )


if __name__ == "__main__":
    main()
