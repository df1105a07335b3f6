"""With every connection refused that leaves the machine, the package still runs; so does each notebook, because nbval's
kernels and the JupyterLab of the browser tests are started with the same cut (see conftest.py)."""

from __future__ import annotations

import subprocess
import sys

import nbformat
from nbclient import NotebookClient

ASK = "import urllib.request; urllib.request.urlopen('http://192.0.2.1/', timeout=5)"


def python(code: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)


def test_the_network_is_really_cut():
    done = python(ASK)
    assert done.returncode != 0
    assert "no network here" in done.stderr


def test_the_network_is_cut_in_kernels_too():
    notebook = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(f"try:\n    {ASK}\nexcept OSError as error:\n    print(error)")]
    )
    NotebookClient(notebook, kernel_name="python3", timeout=60).execute()
    assert "no network here" in notebook.cells[0].outputs[0].text


def test_the_package_runs():
    done = python(
        "import pcc_data as pcc; d = pcc.load(); pcc.charts.map_of_cases(d).svg; pcc.explore.cases(d);"
        "d.case('cadiz-energy-boards')._repr_html_(); print(len(d))"
    )
    assert done.stdout.strip().isdigit(), done.stderr
