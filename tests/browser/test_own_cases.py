"""Twelve cases of one's own, from the spreadsheet to chart, agreement and truth table, on a live page."""

from __future__ import annotations

import csv

import nbformat
import pytest

import pcc_data as pcc
from pcc_data.app.cli import main
from tests.browser.conftest import real_errors
from tests.browser.desk import READY
from tests.browser.server import started
from tests.browser.test_live_pages import errors
from tests.invented_cases import SECOND, rows, workbook

__all__ = ["errors"]
pytestmark = pytest.mark.browser
FIELDS = ["status", "decision_right", "ownership_model"]
CELLS = (
    'import pcc_data as pcc\n\ndata = pcc.load("../my_cases")',
    'pcc.charts.cross_table(data, "sector", "ownership_model")',
    'codings = pcc.read_codings("../codes/codes_first.csv", "../codes/codes_second.csv", data=data)\n'
    "pcc.agreement(codings)",
    'pcc.charts.truth_table(data, ["decides", "owns"])',
)


def coded(folder, data) -> None:
    """The sheets of two coders, filled in with what each of them typed into the workbook."""
    first = {row["case"]: row for row in rows("cases")}
    for file, changes in zip(pcc.coding_sheets(data, folder, fields=FIELDS), ({}, SECOND), strict=True):
        with file.open(encoding="utf-8-sig", newline="") as lines:
            table = list(csv.DictReader(lines))
        for row in table:
            case, field = row["case"], row["field"]
            row["value"] = changes.get(case, {}).get(field) or first[case][field]
        with file.open("w", encoding="utf-8-sig", newline="") as lines:
            writer = csv.DictWriter(lines, list(table[0]))
            writer.writeheader()
            writer.writerows(table)


def test_from_the_spreadsheet_to_chart_alpha_and_truth_table(page, errors, tmp_path):
    book = workbook(tmp_path / "twelve.xlsx")
    assert main(["import", str(book), "--folder", str(tmp_path / "my_cases")]) == 0
    data = pcc.load(tmp_path / "my_cases")
    assert len(data) == 12
    coded(tmp_path / "codes", data)
    made = nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell("# Our twelve cases")])
    made.cells += [nbformat.v4.new_code_cell(cell) for cell in CELLS]
    made.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    (tmp_path / "notebooks").mkdir()
    nbformat.write(made, tmp_path / "notebooks" / "ours.ipynb")
    with started("open", str(tmp_path / "notebooks" / "ours.ipynb")) as address:
        page.goto(address)
        page.wait_for_function(READY)
        cross, truth = page.locator("main .pcc-svg").all()
        assert "12" in cross.inner_html() and "of your own" in cross.text_content()
        cells = page.locator("main table.dataframe tr", has=page.locator("th", has_text="decision_right")).locator("td")
        differ = sum("decision_right" in changes for changes in SECOND.values())
        agreed = (12 - differ) / 12
        assert any(text.startswith(f"{agreed:.4f}"[:5]) for text in cells.all_inner_texts()), "coders agree in 9 of 12"
        known = data.cases.index.intersection(data.outcomes.query("domain == 'durability'")["case"])
        assert any(data.cases.at[case, "city"] in truth.text_content() for case in known)
        assert real_errors(errors) == []
