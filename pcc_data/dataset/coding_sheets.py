"""Spreadsheets for two people who code the same cases without seeing each other's codes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from pcc_data.arguments import found_twice, several
from pcc_data.codes import Codebook, load_codebook
from pcc_data.files.slug import slug
from pcc_data.files.writing import write_all
from pcc_data.records.codes_at import codes_at
from pcc_data.say import say
from pcc_data.settings import shared
from pcc_data.tables.export import csv_text, no_formula
from pcc_data.tables.frames import BOM
from pcc_data.tables.spec import DOMAINS

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset, Source

FIELDS = (
    "ownership_model",
    "status",
    "scale",
    "participation_level",
    "decision_right",
    "roles.ownership",
    "roles.governance",
    "roles.delivery",
)
"""Fields that are coded where nobody names others."""
COLUMNS = ("round", "coder", "case", "name", "field", "allowed", "value", "basis")


def coding_fields(data: Dataset, fields: Iterable[str]) -> list[str]:
    """The fields named, of which a case has one code or rating. Raises ValueError for another one."""
    book = load_codebook()
    known = [str(name) for name in data.cases if str(name) in book.fields and book.codes(str(name))]
    return several(fields, [*known, *(f"outcomes.{domain}" for domain in DOMAINS)], "coded field of cases")


def _allowed(book: Codebook, field: str) -> list[str]:
    """The codes of a field as a sheet offers them; whatever the code for it in a record, "not found" is one word."""
    codes = [code for code, told in codes_at(book, field).items() if told.nothing != "not_found"]
    return [*codes, say("codings.nothing")]


def coding_sheets(
    data: Dataset,
    folder: Source,
    *,
    cases: Iterable[str] | None = None,
    fields: Iterable[str] = FIELDS,
    coders: Sequence[str] = ("first", "second"),
    round: str | int = 1,
    overwrite: bool = False,
) -> list[Path]:
    """Write a spreadsheet (CSV) for each coder into `folder`, which is made if need be, and return the files.

    Each has a row a case and field, with the codes that are allowed; `value` and `basis` are to be filled in, and
    `pcc.read_codings` reads both again; `not_found` is for what no source tells. Codes are not in it. `cases`: some of
    `data`, by default all. Raises ValueError for an unknown case or field, for fewer than two coders, and where
    visitors of a room use this machine; FileExistsError where there is such a file, unless `overwrite`.
    """
    if shared():
        raise ValueError(say("sheet.not-in-room"))
    chosen = list(data.cases.index) if cases is None else several(cases, data.cases.index, "case")
    names = [str(coder) for coder in coders]
    if len(names) < 2 or found_twice(names):
        raise ValueError(f"Two coders with different names are needed; found {', '.join(names) or 'none'}.")
    book, where = load_codebook(), Path(folder).expanduser()
    rows = [
        (case, data.cases.at[case, "name"], field, ", ".join(_allowed(book, field)), "", "")
        for case in chosen
        for field in coding_fields(data, fields)
    ]
    files = {}
    for name in names:
        told = [tuple(no_formula(cell) for cell in (str(round), name, *row)) for row in rows]
        files[where / f"codes_{slug(name)}.csv"] = BOM + csv_text(list(COLUMNS), told).encode("utf-8")
    where.mkdir(parents=True, exist_ok=True)
    return write_all(files, overwrite=overwrite)
