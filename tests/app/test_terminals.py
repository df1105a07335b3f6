"""The command `pcc` in terminals and locales that lack our signs: it runs, and files with accents in their names are
found."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from pcc_data.paths import datasets_dir

CASE = datasets_dir() / "cases" / "iida-citizen-solar.yaml"
NAMES = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
TERMINALS = {
    "a plain locale": NAMES,
    "ascii": {"PYTHONIOENCODING": "ascii"},
    "latin-1": {"PYTHONIOENCODING": "latin-1"},
    "cp850": {"PYTHONIOENCODING": "cp850"},
    "a plain locale with cp850": {**NAMES, "PYTHONIOENCODING": "cp850"},
}


def pcc(*arguments: str, folder: Path, terminal: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command; its output is a pipe, as with `pcc … | more`."""
    command = [sys.executable, "-m", "pcc_data", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, env={**os.environ, **TERMINALS[terminal]})


@pytest.mark.parametrize("terminal", TERMINALS)
def test_faults_in_files_with_accents_are_told(terminal, tmp_path):
    folder = tmp_path / "Łódź"
    folder.mkdir()
    text = CASE.read_text(encoding="utf-8").replace("sector: energy", "sector: énergié…")
    (folder / "my-town.yaml").write_text(text, encoding="utf-8")
    done = pcc("check", "Łódź", folder=tmp_path, terminal=terminal)
    assert done.returncode == 1 and b"Traceback" not in done.stderr
    assert b"my-town.yaml:" in done.stdout
    assert ("énergié".encode("cp850") in done.stdout) == ("cp850" in terminal), "the terminal's own signs are used"


@pytest.mark.parametrize("terminal", TERMINALS)
def test_what_is_missing_is_one_sentence(terminal, tmp_path):
    done = pcc("lab", "Wörk … 東京.ipynb", folder=tmp_path, terminal=terminal)
    assert done.returncode == 2
    assert b"no such notebook" in done.stderr and done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("terminal", ["a plain locale", "latin-1"])
def test_a_template_is_written_where_the_name_has_accents(terminal, tmp_path):
    (tmp_path / "é #1").mkdir()
    done = pcc("new-case", "my-town-solar", "--folder", "é #1", folder=tmp_path, terminal=terminal)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "é #1" / "my-town-solar.yaml").is_file()
