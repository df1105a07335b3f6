"""What a type checker and an editor see from outside: every public name with its type, and a slip is reported."""

from __future__ import annotations

import subprocess
import sys

import pytest

import pcc_data as pcc
from tests.conftest import ROOT

PUBLIC = [
    *(f"pcc.{name}" for name in pcc.__all__),
    *(f"pcc.charts.{name}" for name in pcc.charts.__all__),
    *(f"pcc.explore.{name}" for name in pcc.explore.__all__),
]
METHODS = ["filter", "only", "case", "why", "cite", "export", "cases", "outcomes", "sources"]


@pytest.fixture(scope="module")
def checked(tmp_path_factory):
    """Check a script as somebody who installed the package does; returns what mypy says."""
    folder = tmp_path_factory.mktemp("outside")

    def check(script: str) -> str:
        file = folder / "script.py"
        file.write_text(f"import pcc_data as pcc\n\ndata = pcc.load()\n{script}", encoding="utf-8")
        options = ["--strict", "--ignore-missing-imports", "--follow-imports=silent", f"--cache-dir={folder / 'cache'}"]
        command = [sys.executable, "-m", "mypy", *options, str(file)]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, env={"MYPYPATH": str(ROOT)}).stdout

    return check


def test_every_public_name_has_a_type(checked):
    said = checked("".join(f"reveal_type({name})\n" for name in PUBLIC))
    types = dict(zip(PUBLIC, [line for line in said.splitlines() if "Revealed type" in line], strict=True))
    assert not [name for name, line in types.items() if 'type is "Any"' in line]
    assert not [line for line in said.splitlines() if "error:" in line]
    assert "-> pcc_data.drawing.chart.Chart" in types["pcc.charts.cross_table"]


SLIPS = [
    "pcc.compar",
    "pcc.charts.cross_tabel",
    "pcc.explore.comparee",
    "pcc.codebook.lable",
    "data.filtre",
    "data.casess",
]


def test_a_slip_in_a_name_is_reported(checked):
    names = [name for name in PUBLIC if name.count(".") == 2][:20]
    script = "\n".join([*names, *(f"data.{name}" for name in METHODS), *SLIPS])
    found = [line for line in checked(script).splitlines() if "error:" in line]
    assert len(found) == len(SLIPS)
    for slip, line in zip(SLIPS, found, strict=True):
        assert f'"{slip.rpartition(".")[2]}"' in line
