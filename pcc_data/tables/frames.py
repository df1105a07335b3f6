"""Typed pandas frames of the tables: from rows of records, or from the CSV files that `pcc build` wrote."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from pcc_data.codes import Codebook
from pcc_data.tables.rows import Rows
from pcc_data.tables.spec import OWN_CODES, TABLES, Column

MISSING_WORDS = ("not_found", "does_not_apply")
_TEXT, _WHOLE, _NUMBER = pd.StringDtype(na_value=np.nan), pd.Int64Dtype(), np.dtype("float64")  # made once: looking up a name costs
_DTYPES = {
    "year": _WHOLE,
    "month": _WHOLE,
    "whole_number": _WHOLE,
    "number": _NUMBER,
    "latitude": _NUMBER,
    "longitude": _NUMBER,
    "yes_no": pd.BooleanDtype(),
}


@lru_cache(maxsize=64)  # categories that are used again keep their look-up table, which halves the time of reading them
def dtypes(table: str, book: Codebook) -> dict[str, Any]:
    """pandas dtype of every column of a table: categoricals hold all documented codes, ordered where the scale is."""
    return {"case": _TEXT, **{column.name: _dtype(column, book) for column in TABLES[table]}}


def _dtype(column: Column, book: Codebook) -> Any:
    if column.field in OWN_CODES:
        return pd.CategoricalDtype(OWN_CODES[column.field])
    if column.field == "row":
        return np.dtype("int64")
    if column.field == "field" and column.name == "field":
        return _TEXT
    field = book.fields.get(column.field)
    if field is None:
        return _TEXT
    if column.field == "outcomes.rating":
        return _WHOLE
    if field.codes:
        return pd.CategoricalDtype(list(field.codes), ordered=field.scale == "ordinal")
    return _DTYPES.get(field.type, _TEXT)


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
