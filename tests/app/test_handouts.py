"""`pcc handout`: what it writes, and what it refuses before any work."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from markupsafe import Markup

from pcc_data.app import handouts
from pcc_data.app.cli import main
from pcc_data.pages import handout as pages
from pcc_data.pages import sheets

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def no_run(monkeypatch):
    monkeypatch.setattr(pages, "pages_of", lambda notebook: pytest.fail("a notebook ran"))


@pytest.fixture
def quick(monkeypatch):
    """Notebooks are not run, and there is no browser."""
    page = sheets.page("Sheet", "<p>text</p>", foot="f")
    monkeypatch.setattr(pages, "pages_of", lambda notebook: pages.Pages(page, Markup(page), notebook.stem, 3))
    monkeypatch.setattr(sheets, "find_browser", lambda: None)


@pytest.mark.parametrize(
    ("words", "files"),
    [
        (["cards"], ["cards.html"]),
        (["cards", "--per-sheet", "4"], ["cards_4_to_a_sheet.html"]),
        (["cards", "cadiz-energy-boards", "--per-sheet", "2"], ["cards_2_to_a_sheet.html"]),
        (["canvas"], ["canvas.html"]),
        (["plays", "hearing"], ["play_hearing.html"]),
        (["plays"], ["play_hearing.html", "play_nine_chairs.html", "play_promise_wall.html"]),
        (["tools"], ["tools.html"]),
        (["roadmap"], ["road_map.html"]),
        (["vignettes"], ["stories_to_sort.html"]),
        (["request"], ["request.html"]),
    ],
)
def test_sheets(tmp_path, capsys, no_run, words, files):
    assert main(["handout", *words, "--folder", str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == files
    told = capsys.readouterr().out
    assert all(str(tmp_path / name) in told for name in files)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert main(["handout", *words, "--folder", str(tmp_path)]) == 2
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["2_7"], "2_5|2_1|2_"),
        (["2_1_ten_experience"], "2_1_ten_experiences"),
        (["card"], "cards"),
        (["quite-another-thing"], "There are: cards, "),
        (["cards", "cadiz-energy-board"], "cadiz-energy-boards"),
        (["plays", "hering"], "hearing"),
        (["canvas", "blue"], "canvas takes no more words; found blue"),
        (["tools", "--per-sheet", "2"], "Only cards"),
        (["all", "--key"], "no key"),
    ],
)
def test_refusals(tmp_path, capsys, no_run, words, told):
    import re

    assert main(["handout", *words, "--folder", str(tmp_path)]) == 2
    assert re.search(told, capsys.readouterr().err) and not list(tmp_path.iterdir())


def test_folders_that_cannot_be_written(tmp_path, capsys, no_run, monkeypatch):
    assert main(["handout", "2_1", "--folder", str(tmp_path / "nowhere")]) == 2
    assert "nowhere" in capsys.readouterr().err
    monkeypatch.setattr(os, "access", lambda *_: False)
    for words in (["2_1"], ["canvas"], ["all"]):
        assert main(["handout", *words, "--folder", str(tmp_path / "out" if words == ["all"] else tmp_path)]) == 2
        assert "nothing can be written" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_a_notebook_by_number_name_and_file(tmp_path, capsys, quick):
    assert main(["handout", "1_2", "--folder", str(tmp_path)]) == 0
    assert main(["handout", "1_2", "--key", "--folder", str(tmp_path)]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1_2_who_decides.html", "1_2_who_decides_key.html"]
    assert "1_2" in capsys.readouterr().err  # a long run says what it does


def test_all_is_a_folder_with_an_index(tmp_path, capsys, quick):
    import re

    folder = tmp_path / "paper"
    assert main(["handout", "all", "--folder", str(folder)]) == 0
    said, index = capsys.readouterr(), (folder / "index.html").read_text("utf-8")
    links = re.findall(r'href="([^"]+\.html)"', index)
    assert set(links) == {path.name for path in folder.iterdir()} - {"index.html"}
    for notebook in handouts.notebooks():
        assert {f"{notebook.stem}.html", f"{notebook.stem}_key.html"} <= set(links) and notebook.stem in said.err
    n = len(handouts.notebooks())
    assert f"Runs {n} notebooks" in said.err and f"{n} of {n}: " in said.err
    assert said.err.count("left for the notebooks") == n - 1, "the first one has nothing to be counted by"
    assert "No Chromium" in said.err and not (folder / "everything.pdf").exists()
    assert [path.name for path in tmp_path.iterdir()] == ["paper"]
    assert main(["handout", "all", "--folder", str(folder)]) == 2
    assert "holds something already" in capsys.readouterr().err


def test_an_empty_folder_is_filled(tmp_path, quick):
    (tmp_path / "paper").mkdir()
    assert main(["handout", "all", "--folder", str(tmp_path / "paper")]) == 0
    assert (tmp_path / "paper" / "index.html").is_file()


def test_all_or_nothing(tmp_path, capsys, quick, monkeypatch):
    def fails(notebook):
        raise ValueError(f"{notebook.name} could not be run: no")

    monkeypatch.setattr(pages, "pages_of", fails)
    assert main(["handout", "all", "--folder", str(tmp_path / "paper")]) == 2
    assert "could not be run" in capsys.readouterr().err and not list(tmp_path.iterdir())


def test_a_cell_that_fails_is_told_in_a_sentence(tmp_path, capsys):
    import nbformat

    cells = [nbformat.v4.new_code_cell("raise ValueError('of our own')")]
    nbformat.write(nbformat.v4.new_notebook(cells=cells), tmp_path / "bad.ipynb")
    assert main(["handout", str(tmp_path / "bad.ipynb"), "--folder", str(tmp_path)]) == 2
    assert "bad.ipynb could not be run: of our own" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["bad.ipynb"]


def test_help_names_every_word(capsys):
    with pytest.raises(SystemExit):
        main(["handout", "--help"])
    told = capsys.readouterr().out
    assert all(word in told for word in (*handouts.WORDS, "all", "--key", "--per-sheet"))


HEAVY = ("matplotlib", "pandas", "numpy", "ipywidgets", "nbformat", "nbclient", "jupyter_core", "msgspec")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--help"], "--per-sheet"),
        (["NOSUCHFOLDER"], "no such notebook"),
        (["2_1", "--folder", "nowhere"], "There is no folder nowhere"),
        (["cards", "--key"], "no key of its own"),
        (["cards", "cadiz-energy-board"], "cadiz-energy-boards"),
        (["plays", "hearings"], "hearing"),
        (["tools", "lawyers"], "is no tool"),
        (["canvas", "big"], "big"),
    ],
)
def test_help_and_refusals_come_before_what_is_heavy_is_imported(tmp_path, words, told):
    code = (
        "import sys\nfrom pcc_data.app.cli import main\n"
        f"try:\n    main(['handout', *{words!r}])\nexcept SystemExit:\n    pass\n"
        f"print('heavy:', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": path},
    )
    assert told in done.stdout + done.stderr
    assert "heavy: []" in done.stdout, done.stdout
    assert not list(tmp_path.iterdir())


def test_the_help_names_every_word(capsys):
    with pytest.raises(SystemExit):
        main(["help", "handout"])
    told = " ".join(capsys.readouterr().out.split())
    named = told.partition("or one of these: ")[2].partition(" NAME")[0].split(", ")
    assert set(named) == {*handouts.WORDS, "all"}
