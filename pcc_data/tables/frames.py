"""Typed pandas frames of the tables: from rows of records, or from the CSV files that `pcc build` wrote."""

from __future__ import annotations

import csv
from collections.abc import Container, Iterable, Mapping
from functools import lru_cache
from io import StringIO
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from pcc_data.codes import Codebook
from pcc_data.errors import not_allowed
from pcc_data.tables.rows import Rows
from pcc_data.tables.spec import OWN_CODES, TABLES, Column, columns_of

BOM = b"\xef\xbb\xbf"
MISSING_WORDS = ("not_found", "does_not_apply")
# made once: looking up a name costs
_TEXT = pd.StringDtype(na_value=np.nan)
_WHOLE = pd.Int64Dtype()
_NUMBER = np.dtype("float64")
_ROW = np.dtype("int64")
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
    return {"case": _TEXT, **{column.name: _dtype(column, book) for column in columns_of(table, book)}}


@lru_cache(maxsize=64)
def _places(table: str, book: Codebook) -> dict[str, dict[str, int]]:
    """Place of each code, by column with codes."""
    coded = {
        name: kind.categories for name, kind in dtypes(table, book).items() if isinstance(kind, pd.CategoricalDtype)
    }
    return {name: {str(code): at for at, code in enumerate(codes)} for name, codes in coded.items()}


def _dtype(column: Column, book: Codebook) -> Any:
    if column.field in OWN_CODES:
        return pd.CategoricalDtype(OWN_CODES[column.field])
    if column.field == "row":
        return _ROW
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


def frames_from_rows(
    rows: Rows, book: Codebook, only: Mapping[str, Container[str]] | None = None
) -> dict[str, pd.DataFrame]:
    """Frames by table name; `cases` has the case's id as its index. `only` names the columns that are wanted of some
    tables."""
    frames = {}
    for table, found in rows.items():
        kinds = dtypes(table, book)
        columns = zip(*found, strict=True) if found else ([] for _ in kinds)
        frame = {
            name: pd.Series(_without_blanks(values), dtype=kind, name=name)
            for (name, kind), values in zip(kinds.items(), columns, strict=True)
            if only is None or name in only.get(table, kinds)
        }
        frames[table] = _indexed(table, pd.DataFrame(frame, index=pd.RangeIndex(len(found))))
    return frames


def frames_from_csv(folder: Path, book: Codebook) -> dict[str, pd.DataFrame]:
    """Frames by table name, read from the CSV files in `folder`, as `pcc build` and `Dataset.export` write them.

    Raises ValueError with file and line for what is no such table.
    """
    return {
        table: frame_from_csv((folder / f"{table}.csv").read_bytes(), folder / f"{table}.csv", table, book)
        for table in TABLES
    }


def frame_from_csv(content: bytes, path: Path, table: str, book: Codebook) -> pd.DataFrame:
    """The frame of a table from the bytes of its CSV file; `path` is named in what is raised.

    Made column by column, which is faster than `pandas.read_csv` with so many types, and tells of a code that the
    codebook does not know, where pandas would leave the cell empty. Raises ValueError with file and line.
    """
    kinds = dtypes(table, book)
    content, words = content.removeprefix(BOM), () if table == "missing" else MISSING_WORDS
    if content.partition(b"\n")[0].decode("utf-8", "replace").rstrip("\r").split(",") != list(kinds):
        raise ValueError(f"{path}: this is not the table {table}, whose columns are {', '.join(kinds)}.")
    columns = _columns(content, path, kinds, words)
    frame: dict[str, Any] = {}
    for name, kind in kinds.items():
        try:
            frame[name] = _column(columns[name], kind, _places(table, book).get(name))
        except ValueError as error:
            raise ValueError(f"{path}: column {name}: {error}") from None
    index = pd.Index(frame.pop("case"), name="case") if table == "cases" else None
    return pd.DataFrame(frame, index=index, copy=False)


def reserved(text: str) -> str:
    """A text as it stands in a CSV cell: a backslash before one that is itself a word for nothing, so that it comes
    back as a text."""
    return f"\\{text}" if text.endswith(MISSING_WORDS) and text.lstrip("\\") in MISSING_WORDS else text


def _columns(content: bytes, path: Path, kinds: Mapping[str, Any], words: tuple[str, ...]) -> dict[str, Any]:
    """Columns by their names, with nothing for a word for nothing: arrays of pyarrow, which reads five times as fast;
    where it is not installed, lists of texts."""
    try:
        if not content.endswith(b"\n"):
            raise ValueError("the last line has no end")
        return (_with_pyarrow if _TEXT.storage == "pyarrow" else _without_pyarrow)(content, kinds, words)
    except (ValueError, csv.Error) as error:
        raise ValueError(f"{path}: this is no whole CSV ({error}).") from None


def _with_pyarrow(content: bytes, kinds: Mapping[str, Any], words: tuple[str, ...]) -> dict[str, Any]:
    import pyarrow
    from pyarrow.csv import ConvertOptions, ParseOptions, ReadOptions, read_csv

    text, code = pyarrow.large_string(), pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
    table = read_csv(
        pyarrow.py_buffer(content),
        ReadOptions(use_threads=False, block_size=len(content) + 1),
        ParseOptions(newlines_in_values=b'"' in content),
        ConvertOptions(
            column_types={name: text if isinstance(kind, pd.StringDtype) else code for name, kind in kinds.items()},
            null_values=list(words),
            strings_can_be_null=True,
        ),
    )
    found = {name: column.combine_chunks() for name, column in zip(kinds, table.columns, strict=True)}
    if b"\\" not in content:
        return found
    plain = {
        name: [_plain(cell) for cell in column.to_pylist()] for name, column in found.items() if column.type == text
    }
    return found | {name: pyarrow.array(cells, type=text) for name, cells in plain.items()}


def _without_pyarrow(content: bytes, kinds: Mapping[str, Any], words: tuple[str, ...]) -> dict[str, Any]:
    _, *rows = csv.reader(StringIO(content.decode("utf-8"), newline=""), strict=True)
    columns = zip(*rows, strict=True) if rows else ((),) * len(kinds)
    return {
        name: [None if cell in words else _plain(cell) for cell in cells]
        for name, cells in zip(kinds, columns, strict=True)
    }


def _plain(cell: str | None) -> str | None:
    """A cell without the backslash before a text that is a word for nothing."""
    return cell[1:] if cell and cell[0] == "\\" and cell.lstrip("\\") in MISSING_WORDS else cell


def _column(cells: Any, kind: Any, places: dict[str, int] | None) -> Any:
    """A column of a table; raises ValueError for a cell that is none of it."""
    if isinstance(kind, pd.StringDtype):  # as pd.array, less its tests
        return pd.array(cells, dtype=kind) if isinstance(cells, list) else pd.arrays.ArrowStringArray(cells, dtype=kind)
    codes, found = _counted_off(cells)
    if places is not None:
        return pd.Categorical.from_codes(
            np.array([*_looked_up(found, places), -1], dtype="int64")[codes], dtype=kind, validate=False
        )
    make = {_WHOLE: int, _NUMBER: float, _ROW: int}.get(kind, _yes_no)
    values = [make(cell) for cell in found]
    if kind == _NUMBER:
        return np.array([*values, np.nan])[codes]
    if kind == _ROW and (codes < 0).any():
        raise ValueError("a row has no number")
    array = {_ROW: None, _WHOLE: pd.arrays.IntegerArray}.get(kind, pd.arrays.BooleanArray)
    whole = np.array([*values, 0], dtype="bool" if array is pd.arrays.BooleanArray else "int64")[codes]
    return whole if array is None else array(whole, codes < 0)


def _counted_off(cells: Any) -> tuple[np.ndarray, list[str]]:
    """For each cell the place of its text among the different texts of the column (-1 for nothing), and these."""
    if isinstance(cells, list):
        codes, found = pd.factorize(np.array(cells, dtype=object))
        return codes, list(found)
    places = cells.indices.fill_null(-1) if cells.null_count else cells.indices
    return places.to_numpy(), cells.dictionary.to_pylist()


def _looked_up(cells: list[str], values: dict[str, Any]) -> list[Any]:
    try:
        return [values[cell] for cell in cells]
    except KeyError as error:
        raise ValueError(not_allowed(error.args[0], values, "value of this column")) from None


def _yes_no(cell: str) -> bool:
    if cell not in ("true", "false"):
        raise ValueError(not_allowed(cell, ("true", "false"), "value of this column"))
    return cell == "true"


def _indexed(table: str, frame: pd.DataFrame) -> pd.DataFrame:
    return frame.set_index("case") if table == "cases" else frame


def _without_blanks(values: Iterable[Any]) -> list[Any]:
    return [None if value == "" else value for value in values]
