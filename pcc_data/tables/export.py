"""Saving tables: CSV, Parquet, Excel, a Frictionless Data Package, BibTeX."""

from __future__ import annotations

import csv
import io
import json
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pandas as pd

from pcc_data.codes import Codebook, load_codebook, said
from pcc_data.errors import pick
from pcc_data.tables.frames import MISSING_WORDS
from pcc_data.tables.spec import OWN_CODES, TABLES, Column

FORMATS = ("csv", "parquet", "xlsx", "datapackage", "bibtex")
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
_BIBTEX = str.maketrans({char: f"\\{char}" for char in "&%$#_{}"})


def export(tables: dict[str, pd.DataFrame], folder: Path, format: str) -> list[Path]:
    """Write `tables` into `folder`; see `Dataset.export`."""
    pick(format, FORMATS, "format")
    needed = _NEEDS.get(format)
    if needed and find_spec(needed) is None:
        raise ImportError(f"Saving as {format} needs the package {needed}: pip install 'pcc-data[{format}]'.")
    folder.mkdir(parents=True, exist_ok=True)
    if format == "xlsx":
        return [_workbook(tables, folder / "pcc_cases.xlsx")]
    if format == "bibtex":
        return [_write(folder / "pcc_sources.bib", bibtex(tables["sources"]))]
    if format == "parquet":
        files = [folder / f"{name}.parquet" for name in tables]
        for file, table in zip(files, tables.values(), strict=True):
            table.to_parquet(file)
        return files
    files = [_write(folder / f"{name}.csv", csv_of_frame(name, table, tables["missing"])) for name, table in tables.items()]
    if format == "datapackage":
        files.append(_write(folder / "datapackage.json", datapackage(load_codebook())))
    return files


def csv_text(header: list[str], rows: list[tuple]) -> str:
    """Comma separated values, UTF-8, lines end in LF; true and false in small letters."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    writer.writerows([[str(value).lower() if isinstance(value, bool) else value for value in row] for row in rows])
    return out.getvalue()


def csv_of_frame(name: str, table: pd.DataFrame, missing: pd.DataFrame) -> str:
    """CSV of a frame in which each empty cell says why it is empty."""
    frame = table.reset_index() if name == "cases" else table
    frame = frame.astype(object).where(frame.notna(), None)
    reasons = missing[missing["table"] == name]
    for position, field, why in zip(_positions(frame, reasons), reasons["field"], reasons["why"], strict=True):
        frame.iat[position, frame.columns.get_loc(field)] = str(why)
    rows = [tuple(_plain(value) for value in row) for row in frame.itertuples(index=False)]
    return csv_text(list(frame.columns), rows)


def _positions(frame: pd.DataFrame, reasons: pd.DataFrame) -> list[int]:
    """Row positions for (case, number of the row within its case), both counted as `missing` counts them."""
    first = {case: place for place, case in reversed(list(enumerate(frame["case"])))}
    return [first[case] + int(row) - 1 for case, row in zip(reasons["case"], reasons["row"], strict=True)]


def _plain(value: Any) -> Any:
    return int(value) if isinstance(value, float) and value.is_integer() else value


def datapackage(book: Codebook) -> str:
    """`datapackage.json` (Frictionless Data Package 2.0) that describes the CSV files beside it."""
    dataset = book.dataset
    package = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": dataset["name"],
        "title": dataset["title"]["en"],
        "version": str(dataset["version"]),
        "description": dataset["description"]["en"],
        "licenses": [{"name": dataset["licence"], "path": "https://creativecommons.org/licenses/by/4.0/"}],
        "contributors": [{"title": "The pcc_data authors", "roles": ["creator"]}],
        "resources": [_resource(table, book) for table in TABLES],
    }
    return json.dumps(package, indent=1, ensure_ascii=False) + "\n"


def _resource(table: str, book: Codebook) -> dict[str, Any]:
    case = {"name": "case", "type": "string", "description": "Id of the case.", "constraints": {"required": True}}
    schema: dict[str, Any] = {"fields": [case, *(_field(column, book) for column in TABLES[table])]}
    if table != "missing":
        schema["missingValues"] = [{"value": word, "label": word.replace("_", " ")} for word in MISSING_WORDS]
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
        described["description"] = "Ids of the sources of this row, separated by semicolons; see the table sources."
    return described


def bibtex(sources: pd.DataFrame) -> str:
    """One BibTeX entry a source, keyed `case:source`."""
    entries = []
    for row in sources.itertuples(index=False):
        parts = {
            "title": f"{{{_tex(row.title)}}}",
            "author": f"{{{_tex(row.publisher)}}}",
            "url": row.url,
            "language": row.language,
            **({} if pd.isna(row.year) else {"year": str(row.year)}),
        }
        body = ",\n".join(f"  {key} = {{{value}}}" for key, value in parts.items())
        entries.append(f"@misc{{{row.case}:{row.source},\n{body}\n}}\n")
    return "\n".join(entries)


def _tex(text: str) -> str:
    return text.translate(_BIBTEX)


def _workbook(tables: dict[str, pd.DataFrame], file: Path) -> Path:
    with pd.ExcelWriter(file, engine="openpyxl") as book:
        for name, table in tables.items():
            table.to_excel(book, sheet_name=name, index=name == "cases")
            for row in book.sheets[name].iter_rows(min_row=2):
                for cell in row:
                    if cell.data_type == "f":  # a text that begins with "=" is a text, never a formula
                        cell.data_type = "s"
    return file


def _write(file: Path, text: str) -> Path:
    file.write_text(text, encoding="utf-8", newline="\n")
    return file
