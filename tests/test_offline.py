"""With every connection refused that leaves the machine, the package and the notebooks still run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CUT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "tests" / "offline"), str(ROOT)])}
RUN = """
import sys, nbformat
from nbclient import NotebookClient
notebook = nbformat.read(sys.argv[1], as_version=4)
NotebookClient(notebook, kernel_name="python3", timeout=120).execute()
"""


def test_the_network_is_really_cut():
    code = "import urllib.request; urllib.request.urlopen('http://192.0.2.1/', timeout=5)"
    done = subprocess.run([sys.executable, "-c", code], env=CUT, capture_output=True, text=True)
    assert done.returncode != 0 and "no network here" in done.stderr


def test_the_package_runs():
    code = (
        "import pcc_data as pcc; d = pcc.load(); pcc.charts.map_of_cases(d).svg; pcc.explore.cases(d);"
        "d.case('cadiz-energy-boards')._repr_html_(); print(len(d))"
    )
    assert subprocess.run([sys.executable, "-c", code], env=CUT, check=True, capture_output=True, text=True).stdout.strip()


@pytest.mark.parametrize("name", ["0_start_here", "2_practice/2_1_ten_experiences"])
def test_a_notebook_runs(name):
    subprocess.run([sys.executable, "-c", RUN, str(ROOT / "notebooks" / f"{name}.ipynb")], env=CUT, check=True)
