"""Many records are checked as few are: the same faults in the same order, in one process or two, and each file once."""

from __future__ import annotations

import io
import multiprocessing
import pickle
import shutil
import sys
from collections.abc import Callable
from functools import partial
from itertools import chain
from pathlib import Path

import pytest

from pcc_data.app import build
from pcc_data.app.build import built_files
from pcc_data.codes import load_codebook
from pcc_data.paths import datasets_dir
from pcc_data.records import checking, doubts, spread
from pcc_data.records.checking import record_files, run_check

SHAPES = ("sector: energy", "sector: enrgy"), ("start_year:", "start_yaer:"), ("\nsources:", "\nsources: [")


def names_of(part: list[Path]) -> list[str]:
    """Work that another process can be told of."""
    return [file.stem for file in part]


def language_there(part: list[Path]) -> str:
    """The language of the session, where the part is worked on; refused in this process."""
    assert multiprocessing.parent_process() is not None
    return spread.settings.language


@pytest.fixture
def many(tmp_path):
    """A folder of 24 records: some whole, some with faults, two that bear one id, one that is no YAML at all."""
    folder = tmp_path / "many"
    folder.mkdir()
    for number, file in enumerate(sorted((datasets_dir() / "cases").glob("*.yaml"))[:22]):
        text = file.read_text(encoding="utf-8").replace(f"id: {file.stem}", f"id: {file.stem}-2", 1)
        if number % 3 == 0:
            text = text.replace(*SHAPES[number // 3 % 3], 1)
        (folder / f"{file.stem}-2.yaml").write_text(text, encoding="utf-8")
    shutil.copy(folder / f"{file.stem}-2.yaml", folder / f"{file.stem}-2.yml")
    (folder / "a.yaml").write_bytes(b"\xff")
    return folder


def told(folder: Path) -> tuple[int, list[str]]:
    lines: list[str] = []
    return run_check([folder], lines.append), lines


@pytest.fixture
def small_parts(monkeypatch):
    monkeypatch.setattr(spread, "FEW", 5)
    monkeypatch.setattr(spread, "PART", 7)


def test_two_processes_tell_the_faults_of_one_in_their_order(many, small_parts, monkeypatch):
    monkeypatch.setattr(spread, "cores", lambda: 2)
    two = told(many)
    monkeypatch.setattr(spread, "FEW", 1000)
    assert two == told(many)
    assert two[0] == 1 and len(two[1]) > 9 and any("id: " in line for line in two[1])


def test_another_process_knows_the_language_of_the_session(small_parts, many, monkeypatch):
    monkeypatch.setattr(spread, "cores", lambda: 2)
    monkeypatch.setattr(spread.settings, "language", "nl")
    found = spread.spread(language_there, record_files([many]))
    assert list(found) == ["nl"] * 4


def test_where_no_process_can_be_had_all_is_done_here(small_parts, many, monkeypatch):
    def refuse(*_: object) -> None:
        raise OSError("no semaphores")

    monkeypatch.setattr(spread, "cores", lambda: 2)
    monkeypatch.setattr(spread, "ProcessPoolExecutor", refuse)
    files = record_files([many])
    parts = list(spread.spread(names_of, files))
    assert list(chain.from_iterable(parts)) == [file.stem for file in files]
    assert len(parts) == -(-len(files) // 7)


def test_few_files_stay_in_this_process(many, monkeypatch):
    monkeypatch.setattr(spread, "_elsewhere", lambda *_: pytest.fail("another process was asked"))
    assert len(list(spread.spread(names_of, record_files([many])))) == 1


@pytest.mark.parametrize("terminal", [True, False])
def test_only_a_terminal_is_told_how_far_it_is(terminal, small_parts, many, monkeypatch):
    class Stream(io.StringIO):
        def isatty(self) -> bool:
            return terminal

    stream = Stream()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(spread, "cores", lambda: 1)
    list(spread.spread(names_of, record_files([many])))
    assert ("7 of 24 records" in stream.getvalue() and "24 of 24 records" in stream.getvalue()) is terminal
    assert bool(stream.getvalue()) is terminal


def test_each_file_is_looked_at_once_and_each_country_by_name(many, monkeypatch):
    """What is counted grows as the records do: twice as many records, twice as many looks."""
    counted = {"files": 0, "words": 0}
    check_file, plain_words = checking._check_file, doubts.plain_words

    def look(*given: object) -> object:
        counted["files"] += 1
        return check_file(*given)

    def words(text: str) -> str:
        counted["words"] += 1
        return plain_words(text)

    monkeypatch.setattr(checking, "_check_file", look)
    monkeypatch.setattr(doubts, "plain_words", words)
    told(many)  # the names of all countries are made plain once
    found = []
    for folder in (many, many.parent):
        counted |= {"files": 0, "words": 0}
        for file in many.iterdir() if folder == many.parent else ():
            named = f"\nid: {file.stem}\n".encode(), f"\nid: b-{file.stem}\n".encode()
            (many.parent / f"b-{file.name}").write_bytes(file.read_bytes().replace(*named))
        run_check([many, many.parent] if folder == many.parent else [many], lambda _: None)
        found.append(dict(counted))
    assert found[0]["files"] == 24 and 0 < found[0]["words"] <= 2 * 24, "as written, and as the country is called"
    assert found[1] == {what: 2 * count for what, count in found[0].items()}


@pytest.fixture
def datasets(tmp_path):
    """A small copy of the data folder: sixteen records and all that is written by hand."""
    folder = tmp_path / "datasets"
    (folder / "cases").mkdir(parents=True)
    for name in ("codebook.yaml", "README.md", "two_codings.csv"):
        shutil.copy(datasets_dir() / name, folder / name)
    for file in sorted((datasets_dir() / "cases").glob("*.yaml"))[:16]:
        shutil.copy(file, folder / "cases")
    return folder


def test_tables_of_parts_are_the_tables_of_the_whole(datasets, small_parts, monkeypatch):
    monkeypatch.setattr(spread, "cores", lambda: 2)
    parts = built_files(datasets)
    monkeypatch.setattr(spread, "FEW", 1000)
    assert parts == built_files(datasets)


def test_a_part_hands_over_little_beside_its_files(datasets):
    """All parts wait in one process until the last is done."""
    records, faults = checking.read_records([datasets / "cases"])
    assert not faults
    made = build._part(load_codebook(), records)
    assert set(made.files) == {f"{table}.csv" for table in made.tables}
    beside, files = (len(pickle.dumps(part)) for part in (made._replace(files={}), made.files))
    assert beside < files / 5


def calls(action: Callable[[], object]) -> int:
    """How many functions are called while something is done."""
    counted = 0

    def count(frame: object, event: str, what: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        action()
    finally:
        sys.setprofile(None)
    return counted


def assert_grows_as(sizes: tuple[int, int, int], actions: list[Callable[[], object]]) -> None:
    """Each size is twice the one before: what grows with it doubles its steps, what grows with its square takes four
    times as long ones; putting in order lies between, near the first."""
    few, more, most = map(calls, actions)
    assert more - few >= sizes[1] - sizes[0], "it does something with each"
    assert (most - more) / (more - few) < 2.4, (few, more, most)


def test_check_does_as_much_for_a_record_among_many(tmp_path, monkeypatch):
    """What is done with all files together: finding them, their order, whose ids are taken, what is told."""

    def found(path: Path, book: object) -> checking.Checked:
        doubt = checking.Fault(str(path), 1, "", "thin", warning=True)
        return checking.Checked(None, [], path.stem, warnings=[doubt])

    monkeypatch.setattr(checking, "_check_file", found)
    monkeypatch.setattr(spread, "cores", lambda: 1)
    sizes = (450, 900, 1800)
    for size in sizes:
        (tmp_path / str(size)).mkdir()
        for number in range(size):
            (tmp_path / str(size) / f"case-{number * 7919 % size}.yaml").touch()
    run_check([tmp_path / "450"], lambda _: None)  # words are looked up once
    assert_grows_as(sizes, [partial(run_check, [tmp_path / str(size)], lambda _: None) for size in sizes])


def test_build_does_as_much_for_a_record_among_many(datasets, monkeypatch):
    """What is done with all parts together: files and tables put together, the log of codes, its page."""
    records, _ = checking.read_records([sorted((datasets / "cases").iterdir())[0]])
    one, book = build._part(load_codebook(), records), load_codebook()

    def made(size: int) -> None:
        codes = [{(f"case-{number}", field): code for (_, field), code in one.codes.items()} for number in range(size)]
        whole = build._Whole()
        for part in codes:
            whole.add(one._replace(codes=part))
        assert len(whole.tables()["cases"]) == size and whole.files()["cases.csv"].count(b"\n") > size
        log = build.logged([], whole.codes, book.version, "2026-01-01")
        assert f"case-{size - 1},status," in build.log_text(log) and str(size) in build.page_text(log)

    made(1)
    sizes = (20, 40, 80)
    assert_grows_as(sizes, [partial(made, size) for size in sizes])
