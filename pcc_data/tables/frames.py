"""Typed pandas frames of the tables: from rows of records, or from the CSV files that `pcc build` wrote."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd

from pcc_data.codes import Codebook
from pcc_data.tables.rows import Rows
from pcc_data.tables.spec import OWN_CODES, TABLES, Column

MISSING_WORDS = ("not_found", "does_not_apply")
_DTYPES = {
    "year": "Int64",
    "month": "Int64",
    "whole_number": "Int64",
    "number": "float64",
    "latitude": "float64",
    "longitude": "float64",
    "yes_no": "boolean",
}


def dtypes(table: str, book: Codebook) -> dict[str, Any]:
    """pandas dtype of every column of a table: categoricals hold all documented codes, ordered where the scale is."""
    return {"case": "str", **{column.name: _dtype(column, book) for column in TABLES[table]}}


def _dtype(column: Column, book: Codebook) -> Any:
    if column.field in OWN_CODES:
        return pd.CategoricalDtype(OWN_CODES[column.field])
    if column.field == "row":
        return "int64"
    if column.field == "field" and column.name == "field":
        return "str"
    field = book.fields.get(column.field)
    if field is None:
        return "str"
    if column.field == "outcomes.rating":
        return "Int64"
    if field.codes:
        return pd.CategoricalDtype(list(field.codes), ordered=field.scale == "ordinal")
    return _DTYPES.get(field.type, "str")


def frames_from_rows(rows: Rows, book: Codebook) -> dict[str, pd.DataFrame]:
    """Frames by table name; `cases` has the case's id as its index."""
    frames = {}
    for table, found in rows.items():
        kinds = dtypes(table, book)
        columns = zip(*found, strict=True) if found else ([] for _ in kinds)
        frame = {
            name: pd.Series(_without_blanks(values), dtype=kind, name=name)
            for (name, kind), values in zip(kinds.items(), columns, strict=True)
        }
        frames[table] = _indexed(table, pd.DataFrame(frame))
    return frames


def frames_from_csv(folder: Path, book: Codebook) -> dict[str, pd.DataFrame]:
    """Frames by table name, read from the CSV files in `folder`."""
    return {table: _indexed(table, _read(folder / f"{table}.csv", table, book)) for table in TABLES}


def _read(path: Path, table: str, book: Codebook) -> pd.DataFrame:
    words = () if table == "missing" else MISSING_WORDS
    return pd.read_csv(
        path, dtype=dtypes(table, book), keep_default_na=False, na_values=list(words), encoding="utf-8", low_memory=False
    )  # in one chunk: joining the categories of chunks takes longer than reading


def _indexed(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    return frame.set_index("case") if table == "cases" else frame


def _without_blanks(values: Iterable[Any]) -> list[Any]:
    return [None if value == "" else value for value in values]
