"""Typed pandas frames of the tables: from rows of records, or from the CSV files that `pcc build` wrote."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from pcc_data.codes import Codebook
from pcc_data.errors import not_allowed
from pcc_data.tables.rows import Rows
from pcc_data.tables.spec import OWN_CODES, TABLES, Column

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
    return {"case": _TEXT, **{column.name: _dtype(column, book) for column in TABLES[table]}}


@lru_cache(maxsize=64)
def _places(table: str, book: Codebook) -> dict[str, dict[str, int]]:
    """Place of each code, by column with codes; a word for nothing has the place -1, which is what pandas calls it."""
    words = dict.fromkeys(() if table == "missing" else MISSING_WORDS, -1)
    coded = {name: kind.categories for name, kind in dtypes(table, book).items() if isinstance(kind, pd.CategoricalDtype)}
    return {name: {**words, **{str(code): at for at, code in enumerate(codes)}} for name, codes in coded.items()}


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
    """Frames by table name, read from the CSV files in `folder`, as `pcc build` and `Dataset.export` write them.

    Raises ValueError with file and line for what is no such table.
    """
    return {table: frame_from_csv((folder / f"{table}.csv").read_bytes(), folder / f"{table}.csv", table, book) for table in TABLES}


def frame_from_csv(content: bytes, path: Path, table: str, book: Codebook) -> pd.DataFrame:
    """The frame of a table from the bytes of its CSV file; `path` is named in what is raised.

    Made column by column from plain values, which takes half the time of `pandas.read_csv` with so many types, and tells of a code
    that the codebook does not know, where pandas would leave the cell empty. Raises ValueError with file and line.
    """
    kinds = dtypes(table, book)
    columns = _columns(content, path)
    if [column[0] for column in columns] != list(kinds):
        raise ValueError(f"{path}: this is not the table {table}, whose columns are {', '.join(kinds)}.")
    words = () if table == "missing" else MISSING_WORDS
    frame: dict[str, Any] = {}
    for (name, kind), (_, *cells) in zip(kinds.items(), columns, strict=True):
        try:
            places = _places(table, book).get(name)
            frame[name] = (
                _column(cells, kind, words) if places is None else pd.Categorical.from_codes(_looked_up(cells, places), dtype=kind)
            )
        except ValueError as error:
            raise ValueError(f"{path}: column {name}: {error}") from None
    index = pd.Index(frame.pop("case"), name="case") if table == "cases" else None
    return pd.DataFrame(frame, index=index, copy=False)


def reserved(text: str) -> str:
    """A text as it stands in a CSV cell: a backslash before one that is itself a word for nothing, so that it comes back as a text."""
    return f"\\{text}" if text.lstrip("\\") in MISSING_WORDS else text


# stand for what separates cells where it belongs to a text; no record may hold them
_COMMA = "\x1d"
_LINE = "\x1e"
_CELL = "\x1f"


def _columns(content: bytes, path: Path) -> list[list[str]]:
    """Columns of cells, the name first, in which each byte is still a sign of its own: what the csv module does, in a third of its
    time, because most columns hold nothing but ASCII."""
    text = content.removeprefix(BOM).decode("latin-1")
    parts = text.split('"')  # every other part lies inside quotes
    for at in range(1, len(parts), 2):
        parts[at] = parts[at].replace(",", _COMMA).replace("\n", _LINE)
    for at in range(2, len(parts) - 1, 2):
        parts[at] = parts[at] or '"'  # two quotes in a row stand for one
    marked = "".join(parts)
    width, height = marked.partition("\n")[0].count(",") + 2, marked.count("\n")
    cells = marked.replace("\n", ",\n,").split(",")[:-1]  # after each row a cell that holds the end of its line
    columns = [cells[at::width] for at in range(width)]
    if len(parts) % 2 == 0 or not text.endswith("\n") or columns.pop() != ["\n"] * height:
        raise ValueError(f"{path}: this is no whole CSV: a row is too short or too long, or a quotation mark is open.")
    if any(sign in text for sign in (_COMMA, _LINE, _CELL)):
        raise ValueError(f"{path}: this holds signs that no record may hold (U+001D to U+001F).")
    return columns


def _column(cells: list[str], kind: Any, words: tuple[str, ...]) -> Any:
    """A column without codes; raises ValueError for a cell that is none of it."""
    if isinstance(kind, pd.StringDtype):
        return _text_column(_texts(cells, words), kind)
    make = {_WHOLE: int, _NUMBER: float, _ROW: int}.get(kind, _yes_no)
    known = {cell: make(cell) for cell in set(cells) - set(words)}
    if kind == _ROW:
        return np.array(_looked_up(cells, known), dtype=kind)
    if kind == _NUMBER:
        return np.array(_looked_up(cells, {**dict.fromkeys(words, np.nan), **known}), dtype=kind)
    values, nothing = _looked_up(cells, {**dict.fromkeys(words, 0), **known}), [cell in words for cell in cells]
    whole = kind == _WHOLE
    array = pd.arrays.IntegerArray if whole else pd.arrays.BooleanArray
    return array(np.array(values, dtype="int64" if whole else "bool"), np.array(nothing, dtype="bool"))


def _text_column(texts: list[str] | list[str | None], kind: pd.StringDtype) -> Any:
    if kind.storage != "pyarrow":
        return pd.array(texts, dtype=kind)
    import pyarrow

    return pd.arrays.ArrowStringArray(pyarrow.array(texts, type=pyarrow.large_string()), dtype=kind)  # as pd.array, less its tests


def _texts(cells: list[str], words: tuple[str, ...]) -> list[str | None] | list[str]:
    """Texts with None for a word for nothing."""
    found = whole = _CELL.join(cells)
    if not whole.isascii():
        whole = whole.encode("latin-1").decode("utf-8")
    if _COMMA in whole or _LINE in whole:
        whole = whole.replace(_COMMA, ",").replace(_LINE, "\n")
    if whole is not found:
        cells = whole.split(_CELL)
    if not any(word in whole for word in words):
        return cells
    kept = [None if cell in words else cell for cell in cells]
    return [cell[1:] if cell and cell[0] == "\\" and cell.lstrip("\\") in words else cell for cell in kept] if "\\" in whole else kept


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
