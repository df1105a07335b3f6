"""Memory of a kernel that ran the first Practice notebook, against one that only imported what it needs:
`python tests/benchmarks/bench_memory.py`."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient

ROOT = Path(__file__).resolve().parents[2]
READ = """
import gc, psutil
gc.collect()
print("MiB", psutil.Process().memory_info().rss / 2**20)
"""
IMPORTS = "import pandas, matplotlib, matplotlib.figure, matplotlib.backends.backend_svg, ipywidgets"


def memory_after(cells: list[str]) -> float:
    """MiB that a kernel uses after it ran `cells`."""
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code) for code in [*cells, READ]])
    NotebookClient(notebook, kernel_name="python3", resources={"metadata": {"path": str(ROOT)}}).execute()
    return float(notebook.cells[-1].outputs[-1].text.split()[-1])


def main() -> None:
    """Print the ratio with what it should stay under."""
    notebook = nbformat.read(ROOT / "notebooks" / "2_practice" / "2_1_ten_experiences.ipynb", as_version=4)
    ran = memory_after([cell.source for cell in notebook.cells if cell.cell_type == "code"])
    base = memory_after([IMPORTS])
    print(
        f"kernel after 2_1 / kernel with imports: {ran / base:.2f} ({ran:.0f} and {base:.0f} MiB; should be at most"
        " 1.3)"
    )


if __name__ == "__main__":
    main()
