"""Built files that are cut or damaged are told by name and mended by `pcc build`; hand-written ones that are no YAML,
by file and line."""

from __future__ import annotations

import os
import re
import shutil

import pytest

import pcc_data as pcc
from pcc_data import codes, paths
from pcc_data.app.build import build
from pcc_data.app.cli import main
from pcc_data.records import shape
from pcc_data.teaching import teaching

CASES = ("cadiz-energy-boards", "iida-citizen-solar", "hastings-peoples-pier")


def forget() -> None:
    """Begin as a fresh Python does."""
    for cached in (codes._compiled, codes._with_own, shape.source_codebook, teaching):
        cached.cache_clear()


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A small data folder, built."""
    folder, real = tmp_path_factory.mktemp("made") / "datasets", paths.datasets_dir()
    (folder / "cases").mkdir(parents=True)
    for name in ("codebook.yaml", "README.md", "selection.csv", "candidates.csv"):
        shutil.copy(real / name, folder / name)
    head, *codings = (real / "two_codings.csv").read_text("utf-8").splitlines(keepends=True)
    few = "".join(line for line in codings if any(case in line for case in CASES))  # agreement of all takes seconds
    (folder / "two_codings.csv").write_text(head + few, "utf-8", newline="\n")
    for name in CASES:
        shutil.copy(real / "cases" / f"{name}.yaml", folder / "cases")
    (folder / "teaching").mkdir()
    build(folder)
    return folder


@pytest.fixture
def datasets(made, tmp_path, monkeypatch):
    """A copy of it that is in use."""
    shutil.copytree(made, tmp_path / "datasets")
    words = paths.words_dir()
    monkeypatch.setattr("pcc_data.say.words_dir", lambda: words)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "pcc_data")
    forget()
    yield tmp_path / "datasets"
    forget()


def content(folder):
    return {file: file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def cut(text: bytes) -> bytes:
    return text[: len(text) // 2]


def one_row_less(text: bytes) -> bytes:
    return text[: text[:-1].rindex(b"\n") + 1]


def one_sign_other(text: bytes) -> bytes:
    return text[:-9] + bytes([text[-9] ^ 1]) + text[-8:]


@pytest.mark.parametrize("name", ["cases", "events"])
@pytest.mark.parametrize("spoil", [cut, one_row_less, one_sign_other, lambda _: b"", None])
def test_a_damaged_table_is_told_by_file_and_mended(datasets, capsys, name, spoil):
    file, whole = datasets / "tables" / f"{name}.csv", content(datasets)
    file.unlink() if spoil is None else file.write_bytes(spoil(whole[file]))
    with pytest.raises(ValueError, match=rf"{name}\.csv is cut or damaged .*pcc build"):
        pcc.load().tables
    assert main(["build"]) == 0 and content(datasets) == whole
    assert len(pcc.load()) == len(CASES) and f"tables/{name}.csv" in capsys.readouterr().out.replace("\\", "/")


@pytest.mark.parametrize("name", ["codebook.json", "index.json", "datapackage.json"])
@pytest.mark.parametrize("spoil", [cut, lambda text: text.replace(b"e", b"x", 40)])
def test_other_built_files_are_mended_too(datasets, capsys, name, spoil):
    file, whole = datasets / "tables" / name, content(datasets)
    file.write_bytes(spoil(whole[file]))
    forget()
    if name != "datapackage.json":
        with pytest.raises(ValueError, match=rf"{name} is cut or damaged .*pcc build"):
            pcc.load()
        assert main(["export", str(datasets / "out")]) == 2 and name in capsys.readouterr().err
        assert not (datasets / "out").exists()
    assert main(["build", "--check"]) == 1
    assert main(["build"]) == 0 and content(datasets) == whole
    assert len(pcc.load()) == len(CASES)


def test_tables_of_two_builds_are_never_mixed(datasets):
    data = pcc.load()
    assert len(data) == len(CASES)
    (datasets / "cases" / f"{CASES[0]}.yaml").unlink()
    (datasets / "codes_by_version.csv").unlink()  # a version begun anew: one that is out keeps its cases
    assert main(["build"]) == 0
    with pytest.raises(ValueError, match=r"events\.csv .*load again"):
        data.events
    assert len(pcc.load()) == len(CASES) - 1


def test_what_a_killed_build_left_aside_goes_when_nobody_writes_it_any_more(datasets):
    fresh, old = datasets / "tables" / ".cases.ab12.part", datasets / "tables" / ".events.cd34.part"
    fresh.write_text("x")
    old.write_text("x")
    os.utime(old, (1, 1))
    assert main(["build"]) == 0
    assert fresh.exists() and not old.exists()


def test_a_new_code_is_in_force_while_the_build_runs(datasets):
    book = datasets / "codebook.yaml"
    text = book.read_text("utf-8")
    book.write_text(text.replace("version:", "version: 9.9.9 #", 1), "utf-8")
    assert main(["build"]) == 0
    forget()
    assert pcc.codebook.version == "9.9.9"


@pytest.mark.parametrize(
    ("spoil", "line"),
    [
        (lambda lines: [line + " : [" if line.startswith("dataset:") else line for line in lines], r"\d+"),
        (lambda lines: [*lines, "report: " + "[" * 3000], r"\d+"),
        (lambda lines: [*lines, "odd: 'a text without an end"], r"\d+"),
        (lambda lines: [*lines, "fields: {}"], r"\d+"),
        (lambda lines: [*lines[:9], "\t" + lines[9], *lines[10:]], "10"),
    ],
    ids=["colon", "brackets", "quote", "twice", "tab"],
)
def test_a_codebook_that_is_no_yaml_is_told_by_file_and_line(datasets, capsys, spoil, line):
    book, before = datasets / "codebook.yaml", content(datasets)
    lines = book.read_text("utf-8").splitlines()
    book.write_text("\n".join(spoil(lines)) + "\n", "utf-8")
    before[book] = book.read_bytes()
    forget()
    for command in (["build"], ["check", str(datasets / "cases")], ["new-case", "my-town-solar"]):
        assert main(command) == 2
        out = "".join(capsys.readouterr())
        assert "Traceback" not in out
        assert re.search(rf"codebook\.yaml:{line}: ", out), out
    assert content(datasets) == before


@pytest.mark.parametrize(
    ("old", "new", "named"),
    [("    label:", "    lable:", r"fields\.\w+.*lable"), ("\nfields:", "\nfeilds:", "feilds|fields")],
)
def test_a_codebook_of_a_wrong_shape_names_the_field(datasets, capsys, old, new, named):
    book = datasets / "codebook.yaml"
    text = book.read_text("utf-8")
    at = text.index("\nfields:") if old.startswith(" ") else 0
    book.write_text(text[:at] + text[at:].replace(old, new, 1), "utf-8")
    assert main(["build"]) == 2
    assert re.search(rf"codebook\.yaml: .*({named})", capsys.readouterr().err)


@pytest.mark.parametrize("bad", ["a: b: c", "a: [1, 2", "x: " + "[" * 3000, "a: 1\na: 2\n", "{a: 1, a: 2}", "a: @x"])
def test_a_teaching_file_that_is_no_yaml_is_told_by_file_and_line(datasets, bad):
    (datasets / "teaching" / "glossary.yaml").write_text(bad)
    with pytest.raises(ValueError, match=r"glossary\.yaml:\d: "):
        teaching("glossary")


def test_text_that_is_no_utf8_is_told_by_line(datasets):
    (datasets / "teaching" / "glossary.yaml").write_bytes("a: 1\nb: caf\xe9\n".encode("latin-1"))
    with pytest.raises(ValueError, match=r"glossary\.yaml:2: .*UTF-8"):
        teaching("glossary")
