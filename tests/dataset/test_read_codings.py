"""Spreadsheets of two coders: written without codes, read back, and every fault named with file, line and field."""

from __future__ import annotations

import pandas as pd
import pytest

import pcc_data as pcc

CASES = ["cadiz-energy-boards", "durban-warwick-junction"]


@pytest.fixture
def sheets(data, tmp_path):
    return pcc.coding_sheets(data, tmp_path / "codes", cases=CASES, fields=["status", "scale", "outcomes.durability"])


def filled(path, **codes: str) -> None:
    """Put a code for each field into every row of a sheet, as a spreadsheet program saves it."""
    table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    table["value"] = table["field"].map(codes).fillna("")
    table["basis"] = table["field"] + " because"
    table.to_csv(path, index=False, sep=";", encoding="utf-8-sig", lineterminator="\r\n")


def test_a_sheet_for_each_coder_without_any_code(sheets, data):
    assert [path.name for path in sheets] == ["codes_first.csv", "codes_second.csv"]
    table = pd.read_csv(sheets[0], dtype=str, keep_default_na=False, encoding="utf-8-sig")
    assert list(table) == ["round", "coder", "case", "name", "field", "allowed", "value", "basis"]
    assert len(table) == 6 and set(table["coder"]) == {"first"} and set(table["value"] + table["basis"]) == {""}
    allowed = table.set_index("field")["allowed"]
    assert allowed["status"].iloc[0] == ", ".join([*pcc.codebook.codes("status"), "not_found (no source tells)"])
    with pytest.raises(FileExistsError):
        pcc.coding_sheets(data, sheets[0].parent, cases=CASES)


def test_a_code_that_a_record_cannot_have_is_no_code_of_a_coder(data, tmp_path):
    sheets = pcc.coding_sheets(data, tmp_path, cases=CASES[:1], fields=["roles.ownership", "roles.running_costs"])
    allowed = pd.read_csv(sheets[0], encoding="utf-8-sig").set_index("field")["allowed"]
    assert "own_income" not in allowed["roles.ownership"] and "own_income" in allowed["roles.running_costs"]
    filled(sheets[0], **{"roles.ownership": "own_income", "roles.running_costs": "own_income"})
    with pytest.raises(ValueError, match="One fault in the codings:\n.*roles.ownership.*'own_income' is no code"):
        pcc.read_codings(sheets[0], data=data)


def test_what_was_filled_in_is_read(sheets, data):
    filled(sheets[0], status="active", scale="programme")
    filled(sheets[1], status="weakened", scale="programme", **{"outcomes.durability": "not_found"})
    read = pcc.read_codings(*sheets, data=data)
    assert read.columns.tolist() == ["round", "case", "field", "coder", "value", "basis"] and len(read) == 12
    found = pcc.disagreements(read)
    assert found["field"].tolist() == ["status"] * 2 and found["first_basis"].tolist() == ["status because"] * 2
    table = pcc.agreement(read, overall=True)
    assert table.at["scale", "agree"] == 1 and table.at["outcomes.durability", "units"] == 0
    assert data.coded_by("second", codings=read).cases.loc[CASES, "status"].tolist() == ["weakened"] * 2


def text(*rows: str, head: str = "case,field,coder,value") -> str:
    return "\n".join([head, *rows]) + "\n"


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (
            text("cadiz-energy-boards,status,Ada,actve"),
            "mine.csv, line 2, status of cadiz-energy-boards: 'actve' is no code of status. Did you mean 'active'",
        ),
        (text("cadiz-energy-boards,status,Ada,Active"), "Did you mean 'active'"),
        (
            text('cadiz-energy-boards,ownership_model,Ada,"Public, with civic governance"'),
            "Did you mean 'public_with_civic_governance'",
        ),
        (text("cadiz-energy-boards,outcomes.durability,Ada,5"), "Allowed: 0, 1, 2, 3"),
        (text("cadiz-energy-boards,triggers,Ada,cost; nothing"), "is no code of triggers"),
        (text("cadiz-energy-boards,satus,Ada,active"), "'satus' is no coded field. Did you mean 'status'"),
        (text("cadiz-energy-board,status,Ada,active"), "Did you mean 'cadiz-energy-boards'"),
        (text("cadiz-energy-boards,status,,active"), "nobody is named in the column coder"),
        (text(*["cadiz-energy-boards,status,Ada,active"] * 2), r"line 3, .* coded already \(mine.csv, line 2\)"),
        (text("cadiz-energy-boards,active", head="case,value"), "no column field. It needs the columns case, field"),
        ("", "no column case"),
    ],
)
def test_faults_are_named_with_what_is_allowed(data, tmp_path, content, words):
    (tmp_path / "mine.csv").write_text(content, "utf-8")
    with pytest.raises(ValueError, match=words):
        pcc.read_codings(tmp_path / "mine.csv", data=data)


def test_all_faults_are_told_at_once(tmp_path):
    rows = [f"case-{at},status,Ada,wrong" for at in range(30)]
    (tmp_path / "mine.csv").write_text(text(*rows), "utf-8")
    with pytest.raises(ValueError, match="30 faults in the codings:") as told:
        pcc.read_codings(tmp_path / "mine.csv")
    assert len(str(told.value).splitlines()) == 22 and "10 more" in str(told.value)


def test_files_that_cannot_be_read(tmp_path):
    (tmp_path / "mine.csv").write_bytes("case,field,coder,value\nx,status,Zoë,active\n".encode("cp1252"))
    with pytest.raises(ValueError, match="CSV UTF-8"):
        pcc.read_codings(tmp_path / "mine.csv")
    with pytest.raises(FileNotFoundError):
        pcc.read_codings(tmp_path / "none.csv")
    with pytest.raises(ValueError, match="mine.csv is named twice"):
        pcc.read_codings(tmp_path / "mine.csv", str(tmp_path / "mine.csv"))
    with pytest.raises(ValueError, match="at least one file"):
        pcc.read_codings()


def test_wrong_arguments_of_sheets(data, tmp_path):
    for given, words in (
        ({"cases": ["cadiz-energy-board"]}, "Did you mean 'cadiz-energy-boards'"),
        ({"fields": ["statis"]}, "Did you mean 'status'"),
        ({"coders": ["Ada"]}, "Two coders"),
        ({"coders": ["Ada", "Ada"]}, "different names"),
    ):
        with pytest.raises(ValueError, match=words):
            pcc.coding_sheets(data, tmp_path / "new", **given)
    assert not (tmp_path / "new").exists()
