"""A spreadsheet becomes records: the same as those it was made of, faults by sheet and cell, nothing overwritten."""

from __future__ import annotations

import csv
import datetime as dt
import io
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import pcc_data as pcc
from pcc_data.app.cli import main
from pcc_data.paths import datasets_dir
from pcc_data.records.checking import read_records, run_check
from pcc_data.records.formatting import run_format
from pcc_data.records.leaves import FILL_IN
from pcc_data.records.shape import source_codebook
from pcc_data.tables.incoming.amount import Amount, amount
from pcc_data.tables.incoming.import_cases import run_import
from pcc_data.tables.incoming.layout import columns_to_fill
from pcc_data.tables.spec import CODE_TABLES, TABLES
from tests.invented_cases import TABLES as INVENTED
from tests.invented_cases import records, workbook

openpyxl = pytest.importorskip("openpyxl")
PLAIN = datasets_dir() / "teaching" / "invented_tables"
SAMPLE = "sampletown-mill-weir-power"
Change = Callable[[Any], object]


def told(file: Path, folder: Path, status: int, **how: Any) -> list[str]:
    lines: list[str] = []
    assert run_import(file, folder, out=lines.append, **how) == status, "\n".join(map(str, lines))
    return lines


def normal(values: Any) -> Any:
    """An empty reason is no reason, whether it was written as nothing or as an empty text."""
    if isinstance(values, dict):
        return {key: None if key == "basis" and child == "" else normal(child) for key, child in values.items()}
    return [normal(child) for child in values] if isinstance(values, list) else values


@pytest.fixture(scope="module")
def ours() -> list[dict[str, Any]]:
    return normal(read_records([datasets_dir() / "cases"])[0])


@pytest.mark.parametrize("form", ["xlsx", "csv", "csv for Excel"])
def test_what_is_exported_comes_back_the_same(form, data, ours, tmp_path):
    files = data.export(tmp_path / "out", form.split()[0], excel=form.endswith("Excel"))
    told(files[0] if form == "xlsx" else tmp_path / "out", tmp_path / "back", 0)
    back, faults = read_records([tmp_path / "back"])
    assert not faults and len(back) == len(data)
    assert normal(back) == ours


def test_twelve_cases_in_a_workbook_become_records(tmp_path):
    folder = records(tmp_path / "my_cases")
    assert len(list(folder.glob("*.yaml"))) == 12
    assert run_check([folder], out=lambda line: None, strict=True) == 0
    assert run_format([folder], check=True, out=print) == 0
    both = pcc.load(extra=folder)
    assert both.own == 12 and len(both) == len(pcc.load()) + 12
    row = both.cases.loc[SAMPLE]
    assert (row["start_year"], row["roles.governance"], row["latitude"]) == (2009, "shared", 50.2)
    boards = both.boards[both.boards["case"] == SAMPLE]
    assert boards["seats"].tolist() == [4, 4] and boards["binding"].all()
    second = pcc.load(records(tmp_path / "second", second=True))
    assert second.cases.loc["nowhereton-food-council", "status"] == "ended"


def test_the_tables_and_the_workbook_give_the_same_records(tmp_path):
    told(INVENTED, tmp_path / "a", 0)
    records(tmp_path / "b")
    assert read_records([tmp_path / "a"]) == read_records([tmp_path / "b"])


def test_every_invented_case_says_that_it_is_invented(tmp_path):
    cases = pcc.load(records(tmp_path / "my_cases")).cases
    assert cases["name"].str.endswith("(invented)").all()
    assert cases["summary"].str.startswith("Invented for teaching").all()
    assert not set(cases.index) & set(pcc.load().cases.index)


def test_nothing_is_overwritten_and_nothing_is_half_written(tmp_path):
    folder = tmp_path / "my_cases"
    folder.mkdir()
    (folder / f"{SAMPLE}.yml").write_text("mine", encoding="utf-8")
    lines = told(INVENTED, folder, 1)
    assert f"{SAMPLE}.yaml" in lines[-1] or f"{SAMPLE}.yml" in lines[-1]
    assert [file.name for file in folder.iterdir()] == [f"{SAMPLE}.yml"]


def changed(tmp_path: Path, change: Change) -> Path:
    book = openpyxl.load_workbook(workbook(tmp_path / "twelve.xlsx"))
    change(book)
    book.save(tmp_path / "twelve.xlsx")
    return tmp_path / "twelve.xlsx"


def cell(book: Any, sheet: str, column: str, row: int = 2) -> Any:
    return next(head for head in book[sheet][1] if head.value == column).offset(row - 1)


def put(sheet: str, column: str, value: Any, row: int = 2) -> Change:
    return lambda book: setattr(cell(book, sheet, column, row), "value", value)


WRONG = [
    ("cases", "status", 2, "activ", ["is no code", "'activ'", "weakened", "did you mean", "active"]),
    ("cases", "status", 3, "=A1", ["formula", "=A1", "paste"]),
    ("cases", "name", 4, "=1+1", ["formula"]),
    ("cases", "start_year", 5, dt.datetime(2009, 5, 1), ["date (2009-05-01)", "did you mean", "2009"]),
    ("cases", "summary", 6, dt.datetime(2009, 5, 1), ["has become a date", "Text"]),
    ("cases", "name", 7, True, ["has become a yes or no"]),
    ("cases", "start_year", 8, "c. 1990", ["is no year", "did you mean", "1990"]),
    ("cases", "start_year", 10, dt.datetime(1905, 7, 1), ["date (1905-07-01)", "did you mean 2009?"]),
    ("cases", "status_as_of", 11, "05/2023", ["is no year", "did you mean 2023?"]),
    ("indicators", "value", 2, "about 2,000", ["is no number", "did you mean 2000?"]),
    ("indicators", "value", 3, "2.000", ["in two ways", "'2.000'", "write 2000, or write 2"]),
    ("indicators", "value", 5, "1.234", ["in two ways", "write 1234, or write 1.2340"]),
    ("indicators", "value", 6, "1,250", ["in two ways", "write 1250, or write 1.25"]),
    ("indicators", "value", 7, "1 234", ["is no number", "did you mean 1234?"]),
    ("indicators", "value", 8, "1'234", ["is no number", "did you mean 1234?"]),
    ("indicators", "value", 4, "1.250.000,50 EUR", ["is no number", "did you mean 1250000.50?"]),
    ("cases", "latitude", 2, "50,2", ["is no latitude", "50.2"]),
    ("cases", "latitude", 3, 512, ["is no latitude", "512"]),
    ("cases", "country_code", 4, "GER", ["is no country code", "DEU"]),
    ("cases", "summary", 9, "<script>alert(1)</script> was here", ["HTML", "<script"]),
    ("cases", "summary", 10, "hidden \u202e text in here", ["invisible"]),
    ("cases", "end_year", 6, 2011, ["end_year", "ended"]),
    ("events", "case", 3, "exampleford-school-roof", ["is no case of the sheet cases", "exampleford-school-roofs"]),
    ("events", "type", 2, "campain", ["is no code", "campaign"]),
    ("lessons", "sources", 2, "s1;s9", ["s9", "s3"]),
    ("codings", "field", 2, "statuss", ["is no code", "status"]),
    ("outcomes", "rating", 2, 5, ["is no code", "5"]),
    ("outcomes", "domain", 3, "democratic_control", ["has such a row already", "cell A2"]),
    ("boards", "power", 3, "Something else", ["differs from cell", "Decides on prices"]),
    ("boards", "seats", 4, 6, ["seats_total", "10"]),
    ("partners", "legal_form", 2, "cooperative", ["does not belong"]),
]


@pytest.fixture(scope="module")
def wrong(tmp_path_factory) -> tuple[Any, list[str]]:
    """A workbook with many things wrong in it, and all that is told of it at once."""
    folder = tmp_path_factory.mktemp("wrong")
    book = openpyxl.load_workbook(workbook(folder / "twelve.xlsx"))
    for sheet, column, row, value, _ in WRONG:
        cell(book, sheet, column, row).value = value
    book.save(folder / "twelve.xlsx")
    lines = told(folder / "twelve.xlsx", folder / "out", 1)
    assert "faults" in lines[-1] and "Nothing was written" in lines[-1] and not (folder / "out").exists()
    assert not [line for line in lines if "Broken" in line or "Expected" in line], "what is told already is told once"
    return book, lines


@pytest.mark.parametrize(("sheet", "column", "row", "value", "words"), WRONG)
def test_faults_are_told_by_sheet_and_cell(sheet, column, row, value, words, wrong):
    book, lines = wrong
    name = {"seats": "seats_total", "domain": "domain"}.get(column, column)
    place = f"twelve.xlsx, sheet {sheet}, cell {cell(book, sheet, name, row).coordinate}:"
    mine = [line for line in lines if line.startswith(place)]
    assert mine and any(all(word in line for word in words) for line in mine), "\n".join(lines)


@pytest.mark.parametrize("case", ["../../etc/passwd", "sampletown-mill-weir-power", "Big Letters"])
def test_an_id_is_small_letters_and_there_once(case, tmp_path):
    lines = told(changed(tmp_path, put("cases", "case", case, 3)), tmp_path / "deep" / "out", 1)
    words = "is there already" if case == SAMPLE else "is no id"
    assert any("sheet cases, cell A3" in line and words in line for line in lines)
    assert not (tmp_path / "deep").exists()


def test_an_id_with_capitals_and_blanks_is_told_once(tmp_path):
    written = SAMPLE.replace("-", " ").title()
    lines = told(changed(tmp_path, put("cases", "case", written)), tmp_path / "out", 1)
    assert [line for line in lines if "sheet " in line and ": warning: " not in line] == [lines[0]], lines
    assert "sheet cases, cell A2" in lines[0] and "is no id" in lines[0] and f"did you mean {SAMPLE}?" in lines[0]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda book: book["cases"].merge_cells("B2:B4"), "cell B2:B4"),
        (lambda book: setattr(book["events"], "title", "evnts"), "is the name of no table"),
        (put("cases", "status_as_of", "status as off", 1), "is no column"),
        (put("cases", "country", "city", 1), "is there twice"),
        (put("cases", "case", None, 3), "each row needs the id"),
        (lambda book: book["cases"].cell(2, 60, "stray"), "has no name in the first row"),
        (lambda book: book.remove(book["cases"]), "no sheet named cases"),
    ],
    ids=["merged", "sheet", "column", "twice", "no id", "stray", "no cases"],
)
def test_what_is_wrong_with_the_layout_is_told(change, words, tmp_path):
    lines = told(changed(tmp_path, change), tmp_path / "out", 1)
    assert any(words in line for line in lines), "\n".join(lines)
    assert not (tmp_path / "out").exists()


def test_errors_of_the_spreadsheet_are_no_values(tmp_path):
    def change(book):
        target = cell(book, "cases", "start_year")
        target.value, target.data_type = "#REF!", "e"

    lines = told(changed(tmp_path, change), tmp_path / "out", 1)
    assert any("holds an error" in line and "#REF!" in line for line in lines)


def test_what_is_clear_is_taken(tmp_path):
    typed = {"start_year": "2009", "end_year": 2015.0, "status": " Ended ", "end_reason": "other", "latitude": "50.25"}
    typed |= {"status_as_of": "2024", "ownership_model": "Joint enterprise", "local_name": 1984, "region": "=1"}

    def change(book):
        for column, value in typed.items():
            cell(book, "cases", column).value = value
        cell(book, "cases", "region").data_type = "s"  # marked as a text
        book["codings"].append([SAMPLE, "end_reason", "So the newspaper tells it.", "s3"])

    told(changed(tmp_path, change), tmp_path / "out", 0)
    case = pcc.load(tmp_path / "out").cases.loc[SAMPLE]
    read = {"start_year": 2009, "end_year": 2015, "status": "ended", "latitude": 50.25, "status_as_of": 2024}
    read |= {"ownership_model": "joint_enterprise", "local_name": "1984", "region": "=1"}
    assert {column: case[column] for column in read} == read


def test_what_is_lacking_is_listed_record_by_record(tmp_path):
    def change(book):
        for sheet, column in (("cases", "summary"), ("outcomes", "basis"), ("sources", "url")):
            put(sheet, column, None)(book)
        for row in range(2, book["codings"].max_row + 1):
            if cell(book, "codings", "field", row).value == "status" and row < 13:
                put("codings", "case", None, row)(book)
                for at in range(1, 6):
                    book["codings"].cell(row, at).value = None

    file = changed(tmp_path, change)
    lines = told(file, tmp_path / "out", 1)
    mine = next(line for line in lines if line.startswith(SAMPLE))
    place = cell(openpyxl.load_workbook(file), "cases", "summary").coordinate
    assert f"4 parts are lacking: summary (sheet cases, cell {place})" in mine
    assert "outcomes.democratic_control.basis" in mine and "sources[1].url" in mine and "a reason for status" in mine
    assert "--incomplete" in lines[-1] and not (tmp_path / "out").exists()
    told(file, tmp_path / "out", 0, incomplete=True)
    assert len(list((tmp_path / "out").iterdir())) == 12
    found: list[str] = []
    assert run_check([tmp_path / "out"], out=found.append) == 1
    faults = [line for line in found if "warning" not in line and ".yaml" in line]
    assert all("still to be filled in" in line for line in faults) and len(faults) == 5  # a reason has two parts


def test_a_csv_of_the_cases_alone(tmp_path):
    rows = list(csv.reader((INVENTED / "cases.csv").read_text(encoding="utf-8").splitlines()))
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows(rows)
    for name, content in (
        ("semicolons and a mark", b"\xef\xbb\xbf" + out.getvalue().encode()),
        ("sep", b"sep=;\r\n" + out.getvalue().encode()),
        ("utf-16", out.getvalue().replace(";", "\t").encode("utf-16")),
    ):
        if name == "utf-16":  # codes in one cell are parted by semicolons too
            tabs = io.StringIO()
            csv.writer(tabs, delimiter="\t").writerows(rows)
            content = tabs.getvalue().encode("utf-16")
        file = tmp_path / "people.csv"
        file.write_bytes(content)
        lines = told(file, tmp_path / name, 1)
        assert sum("parts are lacking" in line for line in lines) == 12, name
        told(file, tmp_path / name, 0, incomplete=True)
        text = (tmp_path / name / f"{SAMPLE}.yaml").read_text(encoding="utf-8")
        assert "start_year: 2009" in text and "latitude: 50.2" in text and f"summary: {FILL_IN}" not in text


@pytest.mark.parametrize(
    ("typed", "words"),
    [("=cmd|' /C calc'!A0", "formula"), ("#DIV/0!", "error"), ("<img src=x onerror=alert(1)>", "HTML")],
)
def test_hostile_cells_of_a_csv_are_refused(typed, words, tmp_path):
    text = (INVENTED / "cases.csv").read_text(encoding="utf-8")
    file = tmp_path / "cases.csv"
    file.write_text(text.replace('"Mill Weir Power, Sampletown (invented)"', f'"{typed}"'), encoding="utf-8")
    lines = told(file, tmp_path / "out", 1, incomplete=True)
    assert any("cell B2" in line and words in line for line in lines)


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("old.xls", b"\xd0\xcf\x11\xe0" + b"x" * 100, "an old format, or one with a password"),
        ("locked.xlsx", b"\xd0\xcf\x11\xe0" + b"x" * 100, "an old format, or one with a password"),
        ("sheet.ods", b"nothing", "an old format"),
        ("broken.xlsx", b"PK\x03\x04 nothing", "is damaged"),
        ("text.xlsx", b"a,b", "is damaged"),
        ("latin.csv", "case,name\na,Wöhr".encode("latin-1"), "line 2"),
        ("binary.csv", b"case\x00,name", "is not text"),
        ("open.csv", b'case,name\na,"b', "quotation mark"),
        ("empty.csv", b"", "holds no case"),
        ("head.csv", b"case,name\n", "holds no case"),
    ],
)
def test_files_that_are_no_spreadsheet_are_refused_in_words(name, content, words, tmp_path):
    (tmp_path / name).write_bytes(content)
    lines = told(tmp_path / name, tmp_path / "out", 2)
    assert words in lines[0] and not (tmp_path / "out").exists()


def test_a_small_file_that_unpacks_to_a_large_one_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.xlsx", "w", zipfile.ZIP_DEFLATED) as made:
        for number in range(4):
            made.writestr(f"xl/{number}.xml", b" " * (80 * 2**20))
    assert "too large" in told(tmp_path / "bomb.xlsx", tmp_path / "out", 2)[0]


def test_a_text_that_was_cut_for_excel_comes_back_whole(tmp_path):
    long = "Sentence after sentence. " * 1500

    def change(book):
        cell(book, "cases", "summary").value = long[:32_000]
        book["cases"].cell(1, book["cases"].max_column + 1, "summary (2)")
        book["cases"].cell(2, book["cases"].max_column, long[32_000:])

    told(changed(tmp_path, change), tmp_path / "out", 0)
    assert pcc.load(tmp_path / "out").cases.loc[SAMPLE, "summary"] == long.strip()


def test_a_mark_far_below_costs_nothing(tmp_path):
    file = changed(tmp_path, lambda book: setattr(book["cases"].cell(1_000_000, 1), "number_format", "0"))
    told(file, tmp_path / "out", 0)


def test_the_template_has_lists_help_and_every_column(tmp_path):
    assert main(["new-case", "--xlsx", "mine.xlsx", "--folder", str(tmp_path)]) == 0
    book, codes = openpyxl.load_workbook(tmp_path / "mine.xlsx"), source_codebook()
    tables = [name for name in TABLES if name != "missing" and name not in CODE_TABLES.values()]
    assert book.sheetnames == ["help", *tables, "codes"]
    for table in tables:
        assert [head.value for head in book[table][1]] == list(columns_to_fill(table, codes))
    lists = {str(rule.sqref).split(":")[0]: rule for rule in book["cases"].data_validations.dataValidation}
    rule = lists[cell(book, "cases", "status").coordinate]
    first, last = map(int, re.findall(r"\$B\$(\d+)", rule.formula1))
    words = [book["codes"].cell(row, 2).value for row in range(first, last + 1)]
    assert words == list(codes.codes("status")) and rule.type == "list" and rule.prompt
    helped = {(row[0].value, row[1].value) for row in book["help"].iter_rows()}
    assert {(table, column) for table in tables for column in columns_to_fill(table, codes)} <= helped
    assert all(len(rule.prompt) <= 255 for sheet in tables for rule in book[sheet].data_validations.dataValidation)
    assert main(["new-case", "--xlsx", "mine.xlsx", "--folder", str(tmp_path)]) == 2  # nothing is overwritten
    assert "holds no case" in told(tmp_path / "mine.xlsx", tmp_path / "out", 2)[0]


def left_over(folder: Path) -> set[tuple[str, str, str]]:
    (file,) = folder.glob("*.csv")
    rows = csv.DictReader(io.StringIO(file.read_text(encoding="utf-8-sig")))
    return {(row["cell"], row["column"], row["found"]) for row in rows}


def test_a_directory_of_land_trusts(tmp_path):
    file, columns = PLAIN / "land_trusts.csv", PLAIN / "land_trusts.yaml"
    lines = told(file, tmp_path / "out", 1, columns=columns)
    assert "--incomplete" in lines[-1]
    told(file, tmp_path / "out", 0, columns=columns, incomplete=True)
    text = (tmp_path / "out" / "exampleford-homes.yaml").read_text(encoding="utf-8")
    assert "longitude: -123.03" in text and "status: stalled" in text and "reach: place" in text
    assert "basis: The directory lists it under this status." in text and "value: 0" in text
    text = (tmp_path / "out" / "inventham-clt.yaml").read_text(encoding="utf-8")
    assert "value: 35" in text and "low: 35" in text and "status: ended" in text and "start_precision: null" in text
    assert left_over(tmp_path / "out") >= {
        ("G4", "Year founded", "c. 2004"),
        ("D7", "Longitude", "#REF!"),
        ("E8", "Latitude", "130.27"),
        ("F8", "Status", "???"),
        ("H8", "Homes", "???"),
        ("J1", "Notes", ""),
        ("A6", "the whole row", "Nowhereton; Ohio; -81.5; 41.1; Active; 2001; 12; Town; no name"),
    }
    found: list[str] = []
    run_check([tmp_path / "out"], out=found.append)
    assert all("still to be filled in" in line for line in found if ".yaml" in line and "warning" not in line)


def test_organisations_of_a_platform(tmp_path):
    file, columns = PLAIN / "organisations.csv", PLAIN / "organisations.yaml"
    told(file, tmp_path / "out", 0, columns=columns, incomplete=True)
    text = (tmp_path / "out" / "council-of-sampletown.yaml").read_text(encoding="utf-8")
    assert "name: Council of Sampletown" in text and "low: 10000000" in text and "high: 20000000" in text
    assert "value: 1500000" in (tmp_path / "out" / "exampleford-assembly.yaml").read_text(encoding="utf-8")
    assert "value: 2600" in (tmp_path / "out" / "inventham-panel.yaml").read_text(encoding="utf-8")
    left = left_over(tmp_path / "out")
    assert {("H4", "Yearly budget", "???"), ("H5", "Yearly budget", "€ 400k"), ("J5", "Members", ">1000"),
            ("I1", "Staff", ""), ("K5", "Focus", "streets")} <= left  # fmt: skip


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ("Status:", ["is no column of the table", "did you mean Status"]),
        ("field: status", ["is no field", "status"]),
        ("Active: active", ["is no code", "active"]),
        ("indicator: homes", ["is no code"]),
        ("case: [Town, Trust]", ["is no column of the table", "Town"]),
        ("collection: extended", ["is no field"]),
    ],
)
def test_faults_of_a_map_are_told_by_line(wrong, words, tmp_path):
    text = (PLAIN / "land_trusts.yaml").read_text(encoding="utf-8")
    slip = {"Status:": "Statsu:", "field: status": "field: statsu", "Active: active": "Active: actve",
            "indicator: homes": "indicator: hoomes", "case: [Town, Trust]": "case: [Twn, Trust]",
            "collection: extended": "colection: extended"}[wrong]  # fmt: skip
    columns = tmp_path / "columns.yaml"
    columns.write_text(text.replace(wrong, slip, 1), encoding="utf-8")
    line = text[: text.index(wrong)].count("\n") + 1
    (said,) = told(PLAIN / "land_trusts.csv", tmp_path / "out", 2, columns=columns)
    assert re.search(rf"columns\.yaml:{line}: ", said) and all(word in said for word in words), said


@pytest.mark.parametrize(
    ("text", "unit", "found"),
    [
        ("$10-20 million", "USD", Amount(None, 10e6, 20e6)),
        ("10 to 20 thousand", "people", Amount(None, 10e3, 20e3)),
        ("900k – 1.2m", "USD", Amount(None, 9e5, 1.2e6)),
        ("100+", "people", Amount(None, 100, None)),
        (">1,000", "people", Amount(None, 1000, None)),
        ("less than 5", "people", Amount(None, None, 5)),
        ("about 300", "people", Amount(300)),
        ("EUR 1,204,000.50", "EUR", Amount(1204000.5)),
        ("€ 400k", "USD", None),
        ("???", "USD", None),
        ("n/a", "USD", None),
        ("20-10", "people", None),
        ("12 or 13 people", "people", None),
        ("1.234", "people", None),
        ("$1.234 million", "USD", Amount(1.234e6)),
        ("1,234", "people", Amount(1234)),
        ("1'234", "people", Amount(1234)),
        ("1 234", "people", Amount(1234)),
    ],
)
def test_amounts_as_people_write_them(text, unit, found):
    assert amount(text, unit) == found


def test_the_command_refuses_what_is_not_there(tmp_path, capsys):
    assert main(["import", str(tmp_path / "none.xlsx"), "--folder", str(tmp_path / "out")]) == 2
    assert main(["new-case"]) == 2
    assert "--xlsx" in capsys.readouterr().err


def test_codes_of_the_folder_are_known(tmp_path):
    shutil.copytree(INVENTED, tmp_path / "in")
    file, folder = tmp_path / "in" / "cases.csv", tmp_path / "out"
    file.write_text(file.read_text(encoding="utf-8").replace(",energy,", ",internet,", 1), encoding="utf-8")
    assert any("'internet'" in line for line in told(tmp_path / "in", folder, 1))
    folder.mkdir()
    own = "sector:\n  internet:\n    label: Internet access\n    definition: Networks that bring people online.\n"
    (folder / "codebook.yaml").write_text(own, encoding="utf-8")
    told(tmp_path / "in", folder, 0)
    assert "sector: internet" in (folder / f"{SAMPLE}.yaml").read_text(encoding="utf-8")
