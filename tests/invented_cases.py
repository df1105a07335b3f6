"""Twelve invented cases in the forms in which people have them: tables, a workbook, records.

The tables lie in `datasets/teaching/invented_cases/`; nothing in them is real.
"""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path
from typing import Any

from pcc_data.paths import datasets_dir
from pcc_data.records.shape import source_codebook
from pcc_data.tables.incoming.import_cases import run_import
from pcc_data.tables.incoming.template_workbook import template_workbook

TABLES = datasets_dir() / "teaching" / "invented_cases"
SECOND = {
    "sampletown-mill-weir-power": {"roles.capital": "community"},
    "exampleford-school-roofs": {"decision_right": "must_be_considered", "status": "active"},
    "madeupville-water-council": {"participation_level": "involve"},
    "nowhereton-food-council": {"status": "ended", "end_reason": "other", "in_practice": "planned"},
    "mock-hill-care-neighbours": {"decision_right": "decides"},
    "maybeville-square-works": {"ownership_model": "shared_planning_power", "status": "active"},
    "supposeton-waterfront-plan": {"decision_right": "informs"},
}
"""Codes in which a second coder differs, by case and field; all others are the same."""
_NUMBERS = {"latitude", "longitude", "start_year", "end_year", "status_as_of", "year", "as_of", "seats_total", "seats",
            "rating", "value", "board", "vote"}  # fmt: skip


def rows(table: str) -> list[dict[str, Any]]:
    """Rows of a table as a person would type them: numbers as numbers, empty cells as None."""
    text = (TABLES / f"{table}.csv").read_text(encoding="utf-8")
    return [
        {key: (float(cell) if key in _NUMBERS else cell) if cell else None for key, cell in row.items()}
        for row in csv.DictReader(io.StringIO(text))
    ]


def workbook(file: Path, second: bool = False) -> Path:
    """The template of `pcc new-case --xlsx` with the twelve cases typed into it; with `second` by the second coder."""
    file.write_bytes(_typed(second))
    return file


@cache
def _typed(second: bool) -> bytes:
    import openpyxl

    book, out = openpyxl.load_workbook(io.BytesIO(template_workbook(source_codebook()))), io.BytesIO()
    for path in sorted(TABLES.glob("*.csv")):
        sheet = book[path.stem]
        columns = {cell.value: cell.column for cell in sheet[1]}
        for number, row in enumerate(rows(path.stem), start=2):
            if second and path.stem == "cases":
                row |= SECOND.get(row["case"], {})
            for name, value in row.items():
                sheet.cell(number, columns[name], value)
    if second:  # an end needs a reason of its own
        book["codings"].append(["nowhereton-food-council", "end_reason", "So the newspaper tells it.", "s3"])
    book.save(out)
    return out.getvalue()


def records(folder: Path, second: bool = False) -> Path:
    """The twelve cases as records in a new folder, by way of the workbook."""
    told: list[str] = []
    file = workbook(folder.parent / f"{folder.name}.xlsx", second)
    assert run_import(file, folder, out=told.append) == 0, "\n".join(map(str, told))
    return folder
