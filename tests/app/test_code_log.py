"""The log of codes: each version keeps its own, and what changes them needs a new version."""

from __future__ import annotations

import csv
import re
import shutil

import pytest

from pcc_data.app.build import build
from pcc_data.app.cli import main
from pcc_data.app.code_log import LOG, PAGE, Row, codes_at, codes_of, logged, page_text, read_log
from pcc_data.codes import load_codebook
from pcc_data.paths import datasets_dir
from pcc_data.records.checking import read_records
from pcc_data.tables.rows import table_rows

VERSION = load_codebook().version
NAMES = ("cadiz-energy-boards", "iida-citizen-solar", "hastings-peoples-pier")


@pytest.fixture(scope="module", autouse=True)
def no_card():
    """The data card, whose intervals take most of the time of a build, is left as it is."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("pcc_data.app.build.data_card", lambda text, *_: text)
        yield


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """A small copy of the data folder, built: three records and all that is written by hand."""
    folder = tmp_path_factory.mktemp("log") / "datasets"
    (folder / "cases").mkdir(parents=True)
    for name in ("codebook.yaml", "README.md", "two_codings.csv"):
        shutil.copy(datasets_dir() / name, folder / name)
    for name in NAMES:
        shutil.copy(datasets_dir() / "cases" / f"{name}.yaml", folder / "cases")
    build(folder)
    return folder


@pytest.fixture
def copy(built, tmp_path):
    """The same for one test, which may change it."""
    return shutil.copytree(built, tmp_path / "datasets")


def change(folder, name, old, new):
    """Put another text into a record or the codebook."""
    file = folder / name
    text = file.read_text("utf-8")
    assert re.search(old, text)
    file.write_text(re.sub(old, new, text, count=1), "utf-8")


def recode(folder):
    change(folder, "cases/hastings-peoples-pier.yaml", r"(?m)^in_practice: \w+", "in_practice: partial")


def move(folder, version):
    change(folder, "codebook.yaml", r'(?m)^  version: ".*"', f'  version: "{version}"')


@pytest.fixture(scope="module")
def codes():
    """The codes of the records as they are."""
    records, faults = read_records([datasets_dir() / "cases"])
    assert not faults
    return codes_of(table_rows(records, load_codebook()), load_codebook())


def test_the_log_checked_in_holds_the_codes_in_use(codes):
    log = read_log(datasets_dir() / LOG)
    assert log[-1].version == VERSION
    assert codes_at(log) == codes


def test_every_coded_field_of_a_case_is_in_it(data, codes):
    fields = {field for _, field in codes}
    assert {"status", "roles.governance", "start_year", "outcomes.durability", "public_instruments"} <= fields
    assert not fields & {"world_region", "own", "summary", "name"}
    for case, row in data.cases.iterrows():
        assert codes[case, "status"] == row["status"]
        assert codes[case, "surplus_use"] == data.state_of(case, "surplus_use")
    ratings = data.outcomes["rating"].notna().sum()
    assert sum(field.startswith("outcomes.") and code != "not_found" for (_, field), code in codes.items()) == ratings


@pytest.mark.parametrize("check", [True, False])
def test_codes_that_change_without_the_version_are_refused(copy, check):
    recode(copy)
    before = {file: file.read_bytes() for file in copy.rglob("*") if file.is_file()}
    with pytest.raises(
        ValueError, match=rf"version {VERSION} .1 in one case differ; hastings-peoples-pier, in_practice"
    ):
        build(copy, check=check)
    assert {file: file.read_bytes() for file in copy.rglob("*") if file.is_file()} == before, "nothing was written"


def test_the_command_says_what_to_do(copy, monkeypatch, capsys):
    monkeypatch.setattr("pcc_data.app.cli.datasets_dir", lambda: copy)
    recode(copy)
    assert main(["build", "--check"]) == 2
    said = capsys.readouterr().err
    assert "Raise `version` and `released` in datasets/codebook.yaml" in said and "CITATION.cff" in said
    trial = re.search(r"such as (\S+dev0)", said)[1]
    move(copy, trial)
    assert main(["build"]) == 0, "what it says can be done"


def test_a_text_may_change_without_it(copy):
    change(copy, "cases/hastings-peoples-pier.yaml", r"(?m)^summary: .*\n(  .*\n)*", "summary: Something else.\n")
    assert {file.name for file in build(copy)} == {"cases.csv", "index.json"}


def test_a_new_version_says_what_changed_and_keeps_what_was(copy):
    old = read_log(copy / LOG)
    recode(copy)
    (copy / "cases" / "iida-citizen-solar.yaml").unlink()
    move(copy, "2.1.0")
    build(copy)
    log = read_log(copy / LOG)
    assert log[: len(old)] == old and codes_at(old)["iida-citizen-solar", "sector"] == "energy"
    assert {case for case, _ in codes_at(log)} == set(NAMES) - {"iida-citizen-solar"}
    page = (copy / PAGE).read_text("utf-8")
    assert page.index("## 2.1.0") < page.index(f"## {VERSION}")
    assert "Taken out (1): iida-citizen-solar." in page
    assert re.search(r"\| hastings-peoples-pier \| in_practice \| \w+ \| partial \|", page)
    assert build(copy, check=True) == []
    change(copy, "cases/hastings-peoples-pier.yaml", "in_practice: partial", "in_practice: full")
    with pytest.raises(ValueError, match=r"version 2\.1\.0"):
        build(copy)


def rows(version, *codes):
    return [Row(version, "", "released", "2026-01-01"), *(Row(version, *code) for code in codes)]


FIRST = rows("1.0", ("a", "status", "active"), ("b", "status", "ended"))
CODES = {("a", "status"): "active", ("b", "status"): "ended"}


def test_while_a_version_is_under_way_its_codes_change_freely_and_only_the_last_stay():
    one = logged(FIRST, {**CODES, ("a", "status"): "ended"}, "1.1.dev0", "2026-02-01")
    two = logged(one, {**CODES, ("a", "status"): "stalled"}, "1.1.dev0", "2026-02-01")
    assert [row.code for row in two if row.version == "1.1.dev0"] == ["2026-02-01", "stalled"]
    out = logged(two, {**CODES, ("a", "status"): "stalled"}, "1.1", "2026-03-01")
    assert out == [*FIRST, Row("1.1", "", "released", "2026-03-01"), Row("1.1", "a", "status", "stalled")]
    with pytest.raises(ValueError, match=r"a, status: stalled → active"):
        logged(out, CODES, "1.1", "2026-03-01")


def test_a_version_in_which_no_code_changed_is_closed_too():
    same = logged(FIRST, CODES, "1.1", "2026-02-01")
    assert "## 1.1 (2026-02-01)\n\nNo code changed." in page_text(same)
    with pytest.raises(ValueError, match=r"version 1\.1"):
        logged(same, {**CODES, ("b", "status"): "active"}, "1.1", "2026-02-01")


def test_a_version_no_later_than_the_last_is_refused():
    with pytest.raises(ValueError, match=r"0\.9 .* no later than 1\.0"):
        logged(FIRST, CODES, "0.9", "2026-02-01")
    assert logged(FIRST, CODES, "1.0", "2026-01-01") == FIRST


def test_the_page_tells_new_cases_and_fields_apart_from_changed_codes():
    codes = {**CODES, ("c", "status"): "active", ("c", "duty"): "kept", ("a", "duty"): "kept", ("b", "status"): "x"}
    page = page_text(logged(FIRST, codes, "2.0", "2026-02-01"))
    newest = page.split("## 1.0")[0]
    assert "New case (1): c." in newest and "New field (1): duty." in newest
    assert [line for line in newest.splitlines() if line.startswith("| ")][2:] == ["| b | status | ended | x |"]
    assert "2 cases with 2 codes" in page.split("## 1.0")[1]


@pytest.mark.parametrize("text", ["", "version,case\n", "version,case,field,code\n1.0,a,status\n"])
def test_a_damaged_log_is_named_with_its_line(tmp_path, text):
    file = tmp_path / LOG
    file.write_text(text, "utf-8")
    with pytest.raises(ValueError, match=rf"{LOG}:\d+: this is no row"):
        read_log(file)


def test_the_log_is_plain_csv():
    lines = list(csv.reader((datasets_dir() / LOG).read_text("utf-8").splitlines()))
    assert lines[0] == ["version", "case", "field", "code"] and all(len(line) == 4 for line in lines)
