"""Saving tables: CSV, Parquet, Excel, a Frictionless Data Package; and their sources: BibTeX, CSL-JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas as pd
from pandas.api.types import is_bool_dtype, is_float_dtype, is_object_dtype

from pcc_data.codes import Codebook, load_codebook, said
from pcc_data.errors import pick
from pcc_data.files.writing import write_all
from pcc_data.say import own_records, say
from pcc_data.tables.bibliography import bibtex, csl_json, tex
from pcc_data.tables.frames import BOM, MISSING_WORDS, dtypes, reserved
from pcc_data.tables.kept import KEPT, foreign_files, kept_text
from pcc_data.tables.rows import Rows
from pcc_data.tables.spec import MARKS, OWN_CODES, TABLES, Column, columns_of

FORMATS = ("csv", "parquet", "xlsx", "datapackage", "bibtex", "csl-json")
_NEEDS = {"parquet": "pyarrow", "xlsx": "openpyxl"}
_TYPES = {
    "year": "integer",
    "month": "integer",
    "whole_number": "integer",
    "number": "number",
    "latitude": "number",
    "longitude": "number",
    "yes_no": "boolean",
}
_FILES = {"xlsx": "pcc_cases.xlsx", "bibtex": "pcc_sources.bib", "csl-json": "pcc_sources.json"}
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""A cell of a CSV that begins so is a formula to a spreadsheet."""
LONGEST_CELL = 32_000
"""So much of a text stands in one cell for Excel, which holds 32,767 at most; the rest follows in a column beside
it."""


def export(
    tables: Callable[[], dict[str, pd.DataFrame]],
    folder: Path,
    format: str,
    *,
    overwrite: bool = False,
    excel: bool = False,
) -> list[Path]:
    """Write the tables into `folder`; see `Dataset.export`. Every refusal comes before the tables are made."""
    refuse_export(folder, format, overwrite=overwrite, excel=excel)
    names = _names(format)
    contents = _contents(tables(), format, excel)
    folder.mkdir(parents=True, exist_ok=True)
    made = {folder / name: contents[name] for name in names}
    write_all({folder / KEPT: kept_text(folder, made), **made}, overwrite=True)
    return list(made)


def refuse_export(folder: Path, format: str, *, overwrite: bool = False, excel: bool = False) -> None:
    """Raise what `Dataset.export` raises, without any work: for another format, a missing package, files that are in
    the way."""
    pick(format, FORMATS, "format")
    if excel and format != "csv":
        raise ValueError(f"excel is a way of writing csv; found the format {format}.")
    needed = _NEEDS.get(format)
    if needed and find_spec(needed) is None:
        ways = "pip install 'pcc-data[export]', in a clone pip install -e '.[export]'"
        raise ImportError(f"Saving as {format} needs the package {needed}: {ways}.")
    if folder.exists() and not folder.is_dir():
        raise NotADirectoryError(f"{folder} is a file, no folder; nothing was written.")
    foreign = [] if overwrite else foreign_files(folder, _names(format))
    if foreign:
        more = f" and {len(foreign) - 3} more" if len(foreign) > 3 else ""
        raise FileExistsError(
            f"{folder} holds files that no export wrote or that were changed since: {', '.join(foreign[:3])}{more}."
            " They were left as they are. Choose another folder, or say that they may be replaced (overwrite=True, or"
            " --force)."
        )


def _names(format: str) -> list[str]:
    if format in _FILES:
        return [_FILES[format]]
    ending = "parquet" if format == "parquet" else "csv"
    return [*(f"{name}.{ending}" for name in TABLES), *(["datapackage.json"] if format == "datapackage" else [])]


def _contents(tables: dict[str, pd.DataFrame], format: str, excel: bool) -> dict[str, bytes]:
    """Bytes of every file by its name."""
    if format == "xlsx":
        return {_FILES[format]: _workbook(tables)}
    if format == "bibtex":
        return {_FILES[format]: (_own_note(tables["cases"]) + bibtex(tables["sources"])).encode("utf-8")}
    if format == "csl-json":
        own = set(tables["cases"].index[tables["cases"]["own"]])
        return {_FILES[format]: csl_json(tables["sources"], own).encode("utf-8")}
    if format == "parquet":
        return {f"{name}.parquet": _parquet(table) for name, table in tables.items()}
    if excel:
        texts = {name: _for_spreadsheets(name, table, tables["missing"]) for name, table in tables.items()}
    else:
        texts = {name: csv_of_frame(name, table, tables["missing"]) for name, table in tables.items()}
    files = {f"{name}.csv": (BOM if excel else b"") + text.encode("utf-8") for name, text in texts.items()}
    return files | (
        {"datapackage.json": datapackage(load_codebook(), tables["cases"]).encode("utf-8")}
        if format == "datapackage"
        else {}
    )


def _parquet(table: pd.DataFrame) -> bytes:
    out = io.BytesIO()
    table.to_parquet(out)
    return out.getvalue()


def csv_text(header: list[str], rows: Iterable[tuple]) -> str:
    """Comma separated values, UTF-8, lines end in LF."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue()


def _small(value: Any) -> Any:
    """true and false as words, which CSV writes in small letters."""
    return str(value).lower() if isinstance(value, bool) else value


def csv_of_frame(name: str, table: pd.DataFrame, missing: pd.DataFrame) -> str:
    """CSV of a frame in which each empty cell says why it is empty."""
    return csv_text(*_rows_of_frame(name, table, missing))


def csv_of_rows(rows: Rows, book: Codebook) -> dict[str, str]:
    """The same of every table by its name, straight from the rows: of many records in a third of the time."""
    reasons: dict[str, list[tuple]] = {name: [] for name in rows}
    for row in rows["missing"]:
        reasons[row[1]].append(row)
    texts = {}
    for name, found in rows.items():
        kinds = dtypes(name, book)
        columns = list(zip(*found, strict=True)) or [()] * len(kinds)
        cells = {
            column: _cells(list(values), kinds[column], name) for column, values in zip(kinds, columns, strict=True)
        }
        texts[name] = csv_text(*_with_reasons(cells, reasons[name]))
    return texts


def _rows_of_frame(name: str, table: pd.DataFrame, missing: pd.DataFrame) -> tuple[list[str], list[tuple]]:
    frame = table.reset_index() if name == "cases" else table
    cells = {column: _cells(_with_none(frame[column]), frame[column].dtype, name) for column in frame}
    reasons = missing[missing["table"] == name]
    return _with_reasons(cells, list(zip(*(_objects(reasons[column]) for column in reasons), strict=True)))


def _with_reasons(cells: dict[str, list[Any]], reasons: list[tuple]) -> tuple[list[str], list[tuple]]:
    """Names and rows of columns, with the word for nothing in each cell of which the rows of `missing` tell."""
    first = {case: place for place, case in reversed(list(enumerate(cells["case"])))}
    for case, _, number, field, why in reasons:
        cells[field][first[case] + number - 1] = why
    return list(cells), list(zip(*cells.values(), strict=True))


def _cells(values: list[Any], kind: Any, table: str) -> list[Any]:
    """The values of a column, with None where one is missing, as a CSV has them; in texts, words for nothing are marked
    as texts."""
    if isinstance(kind, pd.StringDtype):
        return values if table == "missing" else [text and reserved(text) for text in values]
    if any(test(kind) for test in (is_object_dtype, is_float_dtype, is_bool_dtype)):
        return [_plain(_small(value)) for value in values]
    return values


def _with_none(column: pd.Series) -> list[Any]:
    return [None if lost else value for value, lost in zip(_objects(column), column.isna().tolist(), strict=True)]


def _objects(column: pd.Series) -> list[Any]:
    """The values of a column as Python has them; asking the column for each takes ten times as long."""
    return column.astype(object).tolist()


def _for_spreadsheets(name: str, table: pd.DataFrame, missing: pd.DataFrame) -> str:
    """CSV for Excel: no text is taken for a formula (it gets an apostrophe in front), none is longer than a cell."""
    header, rows = _rows_of_frame(name, table, missing)
    frame = short_cells(pd.DataFrame(rows, columns=header, dtype=object))
    frame = frame.where(frame.notna(), None)
    return csv_text(list(frame.columns), [tuple(map(no_formula, row)) for row in frame.itertuples(index=False)])


def no_formula(value: Any) -> Any:
    """A cell of a CSV for spreadsheets: a text that would be a formula gets an apostrophe in front."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _own(cases: pd.DataFrame) -> str:
    """A sentence on the user's own records among the cases; empty when there are none."""
    count = int(cases["own"].sum())
    return f"{own_records(count).capitalize()}: {', '.join(cases.index[cases['own']])}." if count else ""


def _coded(cases: pd.DataFrame) -> str:
    """A sentence on the codes of another coder among the cases; empty when there are none."""
    if "coder" not in cases:
        return ""
    return say("coded-by.exported", n=int(cases["coder"].notna().sum()), total=len(cases))


def _own_note(cases: pd.DataFrame) -> str:
    return f"@comment{{{tex(_own(cases))}}}\n\n" if _own(cases) else ""


def datapackage(book: Codebook, cases: pd.DataFrame | None = None) -> str:
    """`datapackage.json` (Frictionless Data Package 2.0) that describes the CSV files beside it. `cases` is the table
    that was saved, where it may hold records of the user's own or codes of another coder: both are told."""
    dataset, marks = book.dataset, [name for name in MARKS if cases is not None and name in cases]
    notes = [] if cases is None else [_own(cases), _coded(cases)]
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": dataset["name"],
        "title": dataset["title"]["en"],
        "version": str(dataset["version"]),
        "description": " ".join(filter(None, (dataset["description"]["en"], *notes))),
        "licenses": [{"name": dataset["licence"], "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "contributors": [{"title": say("data-package.authors"), "roles": ["creator"]}],
        "resources": [_resource(table, book, marks if table == "cases" else ()) for table in TABLES],
    }
    return json.dumps(package, indent=1, ensure_ascii=False) + "\n"


def _resource(table: str, book: Codebook, marks: Sequence[str]) -> dict[str, Any]:
    case = {
        "name": "case",
        "type": "string",
        "description": say("data-package.case"),
        "constraints": {"required": True},
    }
    schema: dict[str, Any] = {"fields": [case, *(_field(column, book) for column in columns_of(table, book))]}
    told = ({"name": name, "type": "string", "description": say(f"coded-by.{name}")} for name in marks)
    schema["fields"] += told
    if table != "missing":
        schema["missingValues"] = [*MISSING_WORDS, *([""] if marks else [])]
    if table == "cases":
        schema["primaryKey"] = ["case"]
    else:
        schema["foreignKeys"] = [{"fields": ["case"], "reference": {"resource": "cases", "fields": ["case"]}}]
    return {
        "name": table,
        "path": f"{table}.csv",
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _field(column: Column, book: Codebook) -> dict[str, Any]:
    field = book.fields.get(column.field)
    if field is None:
        known = {"row": "integer"}.get(column.field, "string")
        codes = {"categories": list(OWN_CODES[column.field])} if column.field in OWN_CODES else {}
        return {"name": column.name, "type": known, **codes}
    rating = column.field == "outcomes.rating"
    described: dict[str, Any] = {
        "name": column.name,
        "type": "integer" if rating else _TYPES.get(field.type, "string"),
        "title": said(field.label),
        "description": said(field.definition),
    }
    if field.codes and not rating:
        described["categories"] = [{"value": code, "label": said(entry.label)} for code, entry in field.codes.items()]
        described["categoriesOrdered"] = field.scale == "ordinal"
    if column.name == "sources":
        described["description"] = say("data-package.sources")
    return described


def _workbook(tables: dict[str, pd.DataFrame]) -> bytes:
    out = io.BytesIO()
    with pd.ExcelWriter(out, engine="openpyxl") as book:
        for name, table in tables.items():
            short_cells(table.reset_index() if name == "cases" else table).to_excel(book, sheet_name=name, index=False)
            for row in book.sheets[name].iter_rows(min_row=2):
                for cell in row:
                    if cell.data_type in "fe" and isinstance(
                        cell.value, str
                    ):  # "=1" and "#N/A" are texts, no formula and no error
                        cell.data_type = "s"
                        cell.quotePrefix = True  # they stay so when somebody edits the cell
    return out.getvalue()


def short_cells(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with what does not fit into a cell of Excel in further columns: `summary`, `summary (2)` …"""
    columns: dict[str, Any] = {}
    for name in frame.columns:
        parts = [_pieces(value) for value in frame[name]] if _too_long(frame[name]) else []
        columns[name] = [part[0] for part in parts] if parts else frame[name]
        for number in range(2, max(map(len, parts), default=1) + 1):
            columns[f"{name} ({number})"] = [part[number - 1] if len(part) >= number else None for part in parts]
    return pd.DataFrame(columns, index=frame.index)


def _too_long(column: pd.Series) -> bool:
    """Whether a text of a column may not fit; Excel counts a sign beyond U+FFFF, such as an emoji, twice."""
    return not pd.api.types.is_numeric_dtype(column) and any(
        len(value) > LONGEST_CELL // 2 for value in column if isinstance(value, str)
    )


def _pieces(value: Any) -> list[Any]:
    if not isinstance(value, str):
        return [value]
    size = LONGEST_CELL // 2 if max(value, default="") > "\uffff" else LONGEST_CELL
    return [value[at : at + size] for at in range(0, len(value), size)] or [value]
