"""Saving tables and reading them back."""

from __future__ import annotations

import json

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.codes import load_codebook
from pcc_data.tables.frames import frames_from_csv


def test_csv_reads_back_the_same(data, tmp_path):
    data.export(tmp_path, "csv")
    for name, table in frames_from_csv(tmp_path, load_codebook()).items():
        pd.testing.assert_frame_equal(table, data.tables[name])


def test_a_filtered_set_reads_back_the_same(data, tmp_path):
    part = data.filter(sector="water")
    part.export(tmp_path, "csv")
    for name, table in frames_from_csv(tmp_path, load_codebook()).items():
        pd.testing.assert_frame_equal(table, part.tables[name] if name == "cases" else part.tables[name].reset_index(drop=True))


def test_datapackage_describes_every_column(data, tmp_path):
    data.export(tmp_path, "datapackage")
    package = json.loads((tmp_path / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        header = (tmp_path / resource["path"]).read_text(encoding="utf-8").splitlines()[0].split(",")
        assert header == [field["name"] for field in resource["schema"]["fields"]]


def test_bibtex_has_every_source(data, tmp_path):
    (file,) = data.filter(sector="care").export(tmp_path, "bibtex")
    text = file.read_text(encoding="utf-8")
    assert text.count("@misc{") == len(data.filter(sector="care").sources)


def test_excel_keeps_texts_that_look_like_formulas(data, tmp_path):
    pytest.importorskip("openpyxl")
    lessons = data.lessons.copy()
    lessons.loc[0, "text"] = "=1+1"
    (file,) = pcc.Dataset(**{**data.tables, "lessons": lessons}).export(tmp_path, "xlsx")
    assert pd.read_excel(file, sheet_name="lessons").loc[0, "text"] == "=1+1"


def test_an_unknown_format_is_refused(data, tmp_path):
    with pytest.raises(ValueError, match="Did you mean 'xlsx'"):
        data.export(tmp_path, "xls")
