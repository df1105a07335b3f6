"""Files are whole or not written: killed at any step, with a full disk, with several writers at once."""

from __future__ import annotations

import errno
import os
import signal
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

import pcc_data as pcc
from pcc_data.app.cli import main
from pcc_data.pages import sheets

STEPS = [("open", 1), ("fsync", 1), ("fsync", 2), ("replace", 1), ("replace", 2), ("link", 1)]
OLD = b"the old file"
only_posix = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


@pytest.fixture(scope="module")
def care() -> pcc.Dataset:
    """A small selection."""
    data = pcc.load()
    return data.only(data.cases.index[:2])


def acts(data: pcc.Dataset, folder: Path) -> dict[str, tuple[Path, Callable[[], object], Callable[[bytes], bool]]]:
    """What writes a file over an old one: the file, how, and whether bytes are a whole new one."""
    design, picture = pcc.Design(name="Roofs", sector="energy"), folder / "picture.svg"
    sheet, drawn = folder / "sheet.html", folder / "our.yaml"
    return {
        "sheet": (sheet, lambda: sheets.save("new" * 9999, sheet, overwrite=True), lambda got: got == b"new" * 9999),
        "picture": (
            picture,
            lambda: pcc.charts.cross_table(data, "sector", "status").save(picture),
            lambda got: got.rstrip().endswith(b"</svg>"),
        ),
        "design": (
            drawn,
            lambda: design.save(folder, "our.yaml", overwrite=True),
            lambda got: got == design.text().encode(),
        ),
        "bibtex": (
            folder / "pcc_sources.bib",
            lambda: data.export(folder, "bibtex", overwrite=True),
            lambda got: got.count(b"@misc{") == len(data.sources) and got.endswith(b"}\n"),
        ),
        "workbook": (
            folder / "pcc_cases.xlsx",
            lambda: data.export(folder, "xlsx", overwrite=True),
            lambda got: b"PK\x05\x06" in got[-30:],
        ),
    }


def child(act: Callable[[], object]) -> int:
    """Do something in a process of its own; how that ended: 0 well, 1 with an error, -9 killed."""
    number = os.fork()
    if number == 0:
        try:
            act()
            os._exit(0)
        except BaseException:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def killing(act: Callable[[], object], call: str, number: int) -> Callable[[], object]:
    """The same, killed when it makes a call to the system for the so-manieth time."""
    real, count = getattr(os, call), iter(range(1, 10**6))

    def deadly(*args, **more):
        if next(count) == number:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **more)

    def run() -> None:
        setattr(os, call, deadly)
        act()

    return run


def left_aside(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.name.endswith(".part")]


@only_posix
@pytest.mark.parametrize("what", ["sheet", "picture", "design", "bibtex", "workbook"])
def test_killed_at_any_step_the_old_file_or_the_new_one_is_there(care, tmp_path, what):
    file, act, whole = acts(care, tmp_path)[what]
    if what == "workbook":
        pytest.importorskip("openpyxl")
    act()  # once here, so that the children need not import all again
    for call, number in STEPS:
        file.write_bytes(OLD)
        child(killing(act, call, number))
        got = file.read_bytes()
        assert got == OLD or whole(got), (call, number)
    assert child(act) == 0 and whole(file.read_bytes())


@only_posix
def test_a_new_case_that_is_killed_leaves_no_half_record(tmp_path):
    file = tmp_path / "my-town-solar.yaml"
    for call, number in STEPS:
        child(killing(lambda: main(["new-case", "my-town-solar", "--folder", str(tmp_path)]), call, number))
        assert not file.exists() or (
            file.read_text("utf-8").endswith("\n") and "coding_basis" in file.read_text("utf-8")
        )
        file.unlink(missing_ok=True)


@pytest.mark.parametrize("what", ["sheet", "picture", "design", "bibtex", "workbook"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
def test_a_full_disk_names_the_file_and_changes_nothing(care, tmp_path, monkeypatch, what, code):
    if what == "workbook":
        pytest.importorskip("openpyxl")
    file, act, _ = acts(care, tmp_path)[what]
    file.write_bytes(OLD)

    def full(_):
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OSError) as caught:
            act()
    assert caught.value.errno == code and os.strerror(code) in str(caught.value)
    named = tmp_path / ".pcc_export.json" if what in ("bibtex", "workbook") else file
    assert str(named) in str(caught.value) or str(file) in str(caught.value)
    assert file.read_bytes() == OLD and left_aside(tmp_path) == [] and len(list(tmp_path.iterdir())) == 1


@only_posix
def test_a_limit_of_the_system_leaves_every_table_as_it_was(care, tmp_path):
    import resource

    care.export(tmp_path)
    before = {file: file.read_bytes() for file in tmp_path.iterdir()}
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (20 * 1024, hard))
    try:
        with pytest.raises(OSError, match=r"\.csv could not be written"):
            pcc.load().export(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before


@only_posix
def test_of_several_writers_one_wins_and_the_file_is_whole(tmp_path):
    def at_once(act: Callable[[str], object]) -> list[int]:
        children = []
        for text in "abcd":
            number = os.fork()
            if number == 0:
                try:
                    act(text)
                    os._exit(0)
                except FileExistsError:
                    os._exit(3)
                except BaseException:
                    os._exit(1)
            children.append(number)
        return sorted(os.waitstatus_to_exitcode(os.waitpid(number, 0)[1]) for number in children)

    file = tmp_path / "sheet.html"
    assert at_once(lambda text: sheets.save(text * 99_999, file)) == [0, 3, 3, 3]
    assert at_once(lambda text: [sheets.save(text * 99_999, file, overwrite=True) for _ in range(20)]) == [0, 0, 0, 0]
    assert file.read_text() in [text * 99_999 for text in "abcd"] and list(tmp_path.iterdir()) == [file]


def test_a_file_system_without_links_is_no_obstacle(tmp_path, monkeypatch):
    def none(*_):
        raise PermissionError(errno.EPERM, "no links here")

    monkeypatch.setattr(os, "link", none, raising=False)
    file = sheets.save("one", tmp_path / "sheet.html")
    with pytest.raises(FileExistsError):
        sheets.save("two", file)
    assert file.read_text() == "one" and list(tmp_path.iterdir()) == [file]


@only_posix
def test_rights_and_links_stay(tmp_path):
    real, link = tmp_path / "real.html", tmp_path / "link.html"
    real.write_text("old")
    real.chmod(0o640)
    link.symlink_to(real)
    sheets.save("new", link, overwrite=True)
    assert link.is_symlink() and real.read_text() == "new" and real.stat().st_mode & 0o777 == 0o640


def test_pictures_name_the_endings_there_are_and_replace_the_last_one(care, tmp_path):
    chart = pcc.charts.cross_table(care, "sector", "status")
    for name in ("a.gif", "a", "a.svgz"):
        with pytest.raises(ValueError, match="svg, pdf, png"):
            chart.save(tmp_path / name)
    assert list(tmp_path.iterdir()) == []
    assert chart.save(chart.save(tmp_path / "A.PNG")).read_bytes().startswith(b"\x89PNG")


def test_a_handout_is_refused_before_anything_runs(tmp_path, monkeypatch):
    import nbclient

    monkeypatch.setattr(nbclient.NotebookClient, "execute", lambda *_: pytest.fail("the notebook ran"))
    notebook = tmp_path / "short.ipynb"
    notebook.write_text('{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}')
    (tmp_path / "short.html").write_text("mine")
    assert main(["handout", str(notebook), "--folder", str(tmp_path)]) == 2
    assert main(["handout", str(notebook), "--folder", str(tmp_path / "nowhere")]) == 2
    assert main(["handout", str(tmp_path / "none.ipynb")]) == 2
    assert (tmp_path / "short.html").read_text() == "mine" and len(list(tmp_path.iterdir())) == 2


def test_a_workbook_is_a_whole_archive(care, tmp_path):
    pytest.importorskip("openpyxl")
    (file,) = care.export(tmp_path, "xlsx")
    assert zipfile.ZipFile(file).testzip() is None
