"""A spreadsheet is loaded as it is: with the project's cases or without, all of it or nothing."""

from __future__ import annotations

import csv
import shutil

import pytest

import pcc_data as pcc
from pcc_data.errors import RecordsError
from tests.invented_cases import TABLES, workbook


def test_a_workbook_is_loaded_alone():
    assert len(pcc.load(TABLES)) == 12 and pcc.load(TABLES).own == 12


def test_a_workbook_and_its_records_are_the_same_data(tmp_path):
    pytest.importorskip("openpyxl")
    file = workbook(tmp_path / "twelve.xlsx")
    assert pcc.load(file).cases.equals(pcc.load(TABLES).cases)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["twelve.xlsx"]  # nothing was written


def test_what_is_wrong_or_lacking_is_refused(tmp_path):
    shutil.copytree(TABLES, tmp_path / "mine")
    file = tmp_path / "mine" / "cases.csv"
    file.write_text(file.read_text(encoding="utf-8").replace(",energy,", ",energie,", 1), encoding="utf-8")
    (tmp_path / "mine" / "lessons.csv").unlink()
    with pytest.raises(RecordsError, match="nothing was loaded") as refused:
        pcc.load(tmp_path / "mine")
    assert "'energie'" in str(refused.value) and "lessons: 1 row more" in str(refused.value)


def test_an_id_that_is_taken_is_refused_unless_it_replaces(tmp_path):
    shutil.copytree(TABLES, tmp_path / "mine")
    for file in (tmp_path / "mine").iterdir():
        rows = list(csv.reader(file.read_text(encoding="utf-8").splitlines()))
        texts = [[cell.replace("sampletown-mill-weir-power", "cadiz-energy-boards") for cell in row] for row in rows]
        with file.open("w", newline="", encoding="utf-8") as out:
            csv.writer(out).writerows(texts)
    with pytest.raises(RecordsError, match="cadiz-energy-boards"):
        pcc.load(extra=tmp_path / "mine")
    both = pcc.load(extra=tmp_path / "mine", replace=True)
    assert len(both) == len(pcc.load()) + 11 and both.cases.loc["cadiz-energy-boards", "city"] == "Sampletown"
