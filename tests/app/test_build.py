"""`pcc build`: fresh in the repository, the same bytes each time, and nothing written when it only checks."""

from __future__ import annotations

import json
import shutil

import pytest

from pcc_data.analysis.agreement import RELIABLE
from pcc_data.app.build import build, built_files
from pcc_data.app.data_card import data_card
from pcc_data.codes import load_codebook, read_codebook
from pcc_data.errors import RecordsError
from pcc_data.paths import datasets_dir


@pytest.fixture
def copy(tmp_path):
    """A small copy of the data folder: three records and all that is written by hand."""
    folder = tmp_path / "datasets"
    (folder / "cases").mkdir(parents=True)
    for name in ("codebook.yaml", "README.md", "two_codings.csv"):
        shutil.copy(datasets_dir() / name, folder / name)
    for name in ("cadiz-energy-boards", "iida-citizen-solar", "hastings-peoples-pier"):
        shutil.copy(datasets_dir() / "cases" / f"{name}.yaml", folder / "cases")
    return folder


def test_what_is_checked_in_is_fresh():
    assert build(datasets_dir(), check=True) == []


def test_the_same_records_give_the_same_bytes(copy):
    assert built_files(copy) == built_files(copy)


def test_build_writes_then_finds_everything_fresh(copy):
    assert build(copy)
    assert build(copy) == [] and build(copy, check=True) == []


def test_check_writes_nothing_and_names_what_is_stale(copy):
    build(copy)
    table = copy / "tables" / "cases.csv"
    table.write_text("old", encoding="utf-8")
    (copy / "tables" / "left_over.csv").write_text("x", encoding="utf-8")
    assert build(copy, check=True) == [table, copy / "tables" / "left_over.csv"]
    assert table.read_text(encoding="utf-8") == "old"
    build(copy)
    assert not (copy / "tables" / "left_over.csv").exists()


def test_a_faulty_record_changes_nothing(copy):
    build(copy)
    before = {file: file.read_bytes() for file in copy.rglob("*") if file.is_file()}
    record = copy / "cases" / "cadiz-energy-boards.yaml"
    broken = record.read_text(encoding="utf-8").replace("sector: energy", "sector: enrgy")
    record.write_text(broken, encoding="utf-8")
    before[record] = record.read_bytes()
    with pytest.raises(RecordsError, match="sector"):
        build(copy)
    assert {file: file.read_bytes() for file in copy.rglob("*") if file.is_file()} == before


def test_fields_with_too_little_agreement_are_marked_in_codebook_and_card():
    book, card = load_codebook(), (datasets_dir() / "README.md").read_text(encoding="utf-8")
    rated = {key: field for key, field in book.fields.items() if field.agreement}
    assert {"status", "ownership_model", "before", "public_duty"} < set(rated)
    for field in rated.values():
        alpha = field.agreement.alpha
        assert field.agreement.reliable == (alpha is not None and alpha >= RELIABLE)
        line = next(
            line for line in card.splitlines() if line.startswith(f"| {field.label['en']} |") and line.count("|") == 9
        )
        assert ("not for conclusions" in line) == (not field.agreement.reliable)


def test_schema_lists_the_codes_of_the_codebook():
    text = (datasets_dir() / "schema.json").read_text(encoding="utf-8")
    assert json.loads(text)
    for code in load_codebook().codes("ownership_model"):
        assert f'"{code}"' in text


def test_an_unknown_block_of_the_card_is_refused(data):
    with pytest.raises(ValueError, match="nothing computes the block 'odd'"):
        data_card("<!-- computed: odd -->\n<!-- end -->", data, load_codebook(), None, None)


def test_the_compiled_codebook_equals_its_source():
    source, compiled = read_codebook(datasets_dir() / "codebook.yaml"), load_codebook()
    for key, field in source.fields.items():
        assert compiled.fields[key].codes == field.codes and compiled.fields[key].label == field.label
