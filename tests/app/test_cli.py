"""The command `pcc`, as a person would call it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys

import nbformat
import pytest

from pcc_data.app.cli import main
from pcc_data.paths import datasets_dir

CASE = datasets_dir() / "cases" / "iida-citizen-solar.yaml"


def test_check_of_a_good_record(capsys):
    assert main(["check", str(CASE)]) == 0
    assert "1 record, no faults" in capsys.readouterr().out


def test_check_of_a_bad_record_and_of_nothing(capsys, tmp_path):
    bad = tmp_path / CASE.name
    bad.write_text(CASE.read_text(encoding="utf-8").replace("sector: energy", "sector: enrgy"), encoding="utf-8")
    assert main(["check", str(bad)]) == 1
    out = capsys.readouterr().out
    assert f"{CASE.name}:" in out and "did you mean energy?" in out
    assert main(["check", str(tmp_path / "nothing.yaml")]) == 2


def test_new_case_then_check(capsys, tmp_path):
    assert main(["new-case", "my-town-solar", "--folder", str(tmp_path)]) == 0
    assert main(["new-case", "my-town-solar", "--folder", str(tmp_path)]) == 2
    assert main(["check", str(tmp_path)]) == 1
    assert main(["new-case", "My Town", "--folder", str(tmp_path)]) == 2
    assert "my-town" in "".join(capsys.readouterr())


def test_build_check_is_fresh(capsys):
    assert main(["build", "--check"]) == 0
    assert "fresh" in capsys.readouterr().out


def test_export(capsys, tmp_path):
    own = tmp_path / "own"
    own.mkdir()
    (own / "my-town.yaml").write_text(
        CASE.read_text(encoding="utf-8").replace("id: iida-citizen-solar", "id: my-town"), encoding="utf-8"
    )
    assert main(["export", str(tmp_path / "out"), "--extra", str(own)]) == 0
    assert "my-town" in (tmp_path / "out" / "cases.csv").read_text(encoding="utf-8")
    assert main(["export", str(tmp_path / "out"), "--format", "xls"]) == 2
    assert "xlsx" in capsys.readouterr().err


def test_handout_is_a_page_without_code_scripts_or_network(tmp_path, capsys):
    notebook = datasets_dir().parent / "notebooks" / "2_practice" / "2_1_ten_experiences.ipynb"
    shutil.copy(notebook, tmp_path)
    assert main(["handout", str(tmp_path / notebook.name), "--folder", str(tmp_path)]) == 0
    text = (tmp_path / "2_1_ten_experiences.html").read_text(encoding="utf-8")
    assert "<svg" in text and "<script" not in text and "import pcc_data" not in text and text.count("<h1") == 1
    assert main(["handout", str(tmp_path / notebook.name), "--folder", str(tmp_path)]) == 2
    assert main(["handout", str(tmp_path / "none.ipynb")]) == 2


def test_the_foot_of_a_handout_names_records_of_ones_own(tmp_path):
    own = (datasets_dir() / "cases" / "iida-citizen-solar.yaml").read_text("utf-8")
    (tmp_path / "our-solar.yaml").write_text(own.replace("id: iida-citizen-solar", "id: our-solar"), "utf-8")
    cells = ["import pcc_data as pcc", f"data = pcc.load(extra={str(tmp_path)!r})", "pcc.charts.map_of_cases(data)"]
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    nbformat.write(notebook, tmp_path / "own.ipynb")
    assert main(["handout", str(tmp_path / "own.ipynb"), "--folder", str(tmp_path)]) == 0
    text = (tmp_path / "own.html").read_text(encoding="utf-8")
    assert re.search("<footer>Data: pcc-cases [^<]* and a record of your own", text) and "data_line" not in text


def test_an_unknown_command_says_which_there_are(capsys):
    with pytest.raises(SystemExit) as ended:
        main(["chekc"])
    assert ended.value.code == 2 and "new-case" in capsys.readouterr().err


@pytest.mark.parametrize(("asked", "told"), [(["help"], "COMMAND"), (["help", "room"], "--visitors")])
def test_help_is_that_of_the_command_it_names(capsys, asked, told):
    with pytest.raises(SystemExit) as ended:
        main(asked)
    assert ended.value.code == 0 and told in capsys.readouterr().out


def test_a_thread_that_waits_for_ever_does_not_keep_the_command():
    waiting = """
import threading
import pcc_data.app.cli as cli
cli.main = lambda: threading.Thread(target=threading.Event().wait, name="AnyIO worker thread").start() or 3
cli.entry()
"""
    assert subprocess.run([sys.executable, "-c", waiting], timeout=120).returncode == 3


def test_no_command_waits_for_a_grammar_of_addresses():
    """Whoever starts a server or reads a notebook would wait for it."""
    loads = "import nbformat; cli.main = lambda: sum(name in sys.modules for name in ('nbformat', 'lark'))"
    code = f"import sys; from pcc_data.app import cli; cli.main = lambda: exec({loads!r}) or cli.main(); cli.entry()"
    assert subprocess.run([sys.executable, "-c", code]).returncode == 1, "nbformat is loaded, the grammar is not"
