"""`pcc ready`: each line says how things stand and what to do; 0 only when there is nothing to look at."""

from __future__ import annotations

import socket

import nbformat
import pytest

from pcc_data.app import ready
from pcc_data.app.cli import main
from pcc_data.app.notebooks_dir import notebooks_dir
from pcc_data.pages import sheets
from pcc_data.room.places import VISITORS


@pytest.fixture
def plan(tmp_path):
    """Two small notebooks: one that runs, one that stops."""

    def made(name: str, code: str):
        file = tmp_path / f"{name}.ipynb"
        nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(code)]), file)
        return file

    return [made("good", "1 + 1"), made("bad", "1 / 0")]


def test_quick_takes_seconds_and_leaves_nothing_behind(capsys, monkeypatch):
    monkeypatch.setattr(ready, "free_memory", lambda: 8000)
    monkeypatch.setattr(ready, "versions", lambda lock: ready.Finding("versions", "fine", "134"))
    monkeypatch.setattr(sheets, "find_browser", lambda: "/usr/bin/chromium")
    before = sorted(notebooks_dir().rglob("*"))
    assert main(["ready", "--quick"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 11 and lines[-1].startswith("Nothing is left")
    assert (
        sum(line.startswith("fine ") for line in lines) == 7
        and sum(line.startswith("left out ") for line in lines) == 2
    )
    assert len({line.index(word) for line in lines for word in ("Data:", "Fonts:", "Port:") if word in line}) == 1
    assert sorted(notebooks_dir().rglob("*")) == before


def test_it_says_which_plan_it_looks_at_and_how_to_choose_another(capsys):
    main(["ready", "--quick", "--minutes", "45"])
    assert "plan of 45 minutes. For those of 90 and 180, write --minutes" in capsys.readouterr().out


def test_one_thing_to_look_at_is_enough_for_a_one(capsys, monkeypatch):
    monkeypatch.setattr(ready, "free_memory", lambda: 900)
    assert main(["ready", "--quick", "--phones", "20"]) == 1
    out = capsys.readouterr().out
    assert "900 MB are free, about 5,225 are needed" in out and "look at this" in out


@pytest.mark.parametrize("given", [["--minutes", "60"], ["--phones", "-1"], ["--port", "70000"]])
def test_what_cannot_be_is_refused_before_work(capsys, given):
    assert main(["ready", *given]) == 2
    told = capsys.readouterr()
    assert told.out == "" and told.err.count("\n") == 1


def test_libraries_are_held_to_the_lock(tmp_path):
    from importlib.metadata import version

    lock = tmp_path / "requirements.lock"
    assert ready.versions(lock).state == "unknown"
    right = f"# a comment\nmatplotlib=={version('matplotlib')} \\\n    --hash=sha256:00\n"
    right += "nothing==1 ; sys_platform == 'other' \\\n"
    lock.write_text(right, encoding="utf-8")
    assert ready.versions(lock) == ("versions", "fine", "All 1 are those that were tested together.")
    lock.write_text(f"{right}pandas==0.1 \\\nnobody-has-this==1\n", encoding="utf-8")
    found = ready.versions(lock)
    assert found.state == "look" and "2 of 3" in found.told and "nobody-has-this and pandas" in found.told


def test_signs_without_a_font_are_named(monkeypatch):
    assert ready.fonts().state == "fine"
    monkeypatch.setattr("pcc_data.drawing.fonts._signs", lambda family: frozenset("abc"))
    found = ready.fonts()
    assert found.state == "look" and " d " in found.told


def test_a_taken_port_matters_only_when_it_was_asked_for():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        found = ready.free_port(port)
        assert found.state == "look" and str(port) in found.told
    assert ready.free_port(port).state == "fine" and ready.free_port(None).state == "fine"


def test_memory_counts_pages_and_phones(monkeypatch):
    monkeypatch.setattr(ready, "free_memory", lambda: 2000)
    found = ready.memory(5, 0)  # 170 + 600 + 5 * 165 = 1595; (2000 - 1595) // 165 = 2
    assert found.state == "fine" and "about 1,595" in found.told and "alone 2 live" in found.told
    assert f"places for {VISITORS} people" in found.told
    assert ready.memory(4, 1).state == "fine" and ready.memory(4, 2).state == "look", (
        "two wait for the projector besides"
    )
    monkeypatch.setattr(ready, "free_memory", lambda: None)
    assert ready.memory(5, 0).state == "unknown"


def test_a_folder_that_is_closed_or_full_is_told(tmp_path, monkeypatch):
    assert ready.disk(tmp_path).state == "fine"
    assert ready.disk(tmp_path / "gone").state == "look"
    monkeypatch.setattr(ready.shutil, "disk_usage", lambda folder: type("Usage", (), {"free": 5_000_000}))
    found = ready.disk(tmp_path)
    assert found.state == "look" and "5 MB" in found.told


def test_data_with_a_fault_are_told(tmp_path, monkeypatch):
    assert ready.data().state == "fine"
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "my-town.yaml").write_text("id: other\n", encoding="utf-8")
    monkeypatch.setattr(ready, "datasets_dir", lambda: tmp_path)
    found = ready.data()
    assert found.state == "look" and "in 1 of 1 record" in found.told and "fault" in found.told


def test_without_a_browser_printing_cannot_be_tried(monkeypatch):
    monkeypatch.setattr(sheets, "find_browser", lambda: None)
    assert ready.browser().state == "look" and ready.pdf().state == "unknown"


def test_a_browser_that_prints_nothing_is_told(monkeypatch, tmp_path):
    monkeypatch.setattr(ready, "notebooks_dir", lambda: tmp_path)
    monkeypatch.setattr(sheets, "find_browser", lambda: "/bin/false")
    found = ready.pdf()
    assert found.state == "look" and "false" in found.told and not list(tmp_path.iterdir())


@pytest.mark.skipif(sheets.find_browser() is None, reason="no Chromium to print with")
def test_printing_is_tried_and_leaves_nothing(monkeypatch, tmp_path):
    monkeypatch.setattr(ready, "notebooks_dir", lambda: tmp_path)
    assert ready.pdf().state == "fine" and not list(tmp_path.iterdir())


def test_a_notebook_that_stops_is_named(plan, capsys):
    assert ready.pages(plan[:1], print).state == "fine"
    found = ready.pages(plan, print)
    assert found.state == "look" and found.told.startswith("bad stopped")
    assert "opening bad (2 of 2)" in capsys.readouterr().out


def test_the_pages_are_those_of_the_plan():
    assert [file.stem[:3] for file in ready._files(45)] == ["0_s", "2_1", "1_2"]
    assert len(ready._files(180)) == 9
