"""`pcc build`: from records and codebook to tables, schema and the computed part of the data card."""

from __future__ import annotations

import json
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple

import msgspec
import pandas as pd

from pcc_data.analysis.agreement import CURRENT, SEVERAL, agreement, held
from pcc_data.app.code_log import LOG, PAGE, Codes, codes_of, log_text, logged, page_text, read_log
from pcc_data.app.data_card import asked, data_card
from pcc_data.codes import Agreement, Codebook, codebook_in_use, read_codebook
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.load import make_of_folders
from pcc_data.files.built import INDEX, index_text
from pcc_data.files.writing import still_written, write_all
from pcc_data.tables.export import csv_of_rows, datapackage
from pcc_data.tables.read_two_codings import read_two_codings
from pcc_data.tables.rows import table_rows


def built_files(folder: Path) -> dict[Path, bytes]:
    """Every file that follows from the records and the codebook in `folder` (a `datasets` folder), with its content.

    Of what an earlier run left only the log of codes is read, which keeps what each version said; whatever happened to
    the rest is mended. The same records give the same bytes on every run. Raises RecordsError when a record breaks the
    rules, ValueError when codes changed and the version did not.
    """
    from pcc_data.records.json_schema import json_schema

    book = read_codebook(folder / "codebook.yaml")
    with codebook_in_use(book):
        codings = read_two_codings(folder)
        current = agreement(codings, round=held(codings, CURRENT))
        add_agreement(book, current)
        whole = _Whole()
        make_of_folders([folder / "cases"], book, partial(_part, book), whole.add)
        log = logged(read_log(folder / LOG), whole.codes, book.version, str(book.dataset["released"]))
        whole.codes.clear()  # of many records they take as much memory as the log, in which they are now
        data = Dataset(**whole.tables())
        card = data_card((folder / "README.md").read_text("utf-8"), data, book, codings, current)
        made = whole.files()
        made["codebook.json"] = _json(msgspec.to_builtins(book))
        made["datapackage.json"] = datapackage(book).encode("utf-8")
        made[INDEX] = index_text(made).encode("utf-8")
        files = {folder / "tables" / name: content for name, content in made.items()}
        files |= {folder / LOG: log_text(log).encode("utf-8"), folder / PAGE: page_text(log).encode("utf-8")}
        return {**files, folder / "schema.json": _json(json_schema()), folder / "README.md": card.encode("utf-8")}


class _Part(NamedTuple):
    """What is made of some of the records: the CSV file of each table by its name, what the data card asks of the
    tables, and every code. Whole tables would take many times as much memory."""

    files: dict[str, bytes]
    tables: dict[str, pd.DataFrame]
    codes: Codes


def _part(book: Codebook, records: list[dict[str, Any]]) -> _Part:
    with codebook_in_use(book):
        rows = table_rows(records, book)
        files = {f"{name}.csv": text.encode("utf-8") for name, text in csv_of_rows(rows, book).items()}
        return _Part(files, asked(rows, book), codes_of(rows, book))


class _Whole:
    """The same of all records, part after part: rows below rows, under one line of names."""

    def __init__(self) -> None:
        self.codes: Codes = {}
        self._files: dict[str, BytesIO] = {}
        self._tables: list[dict[str, pd.DataFrame]] = []

    def add(self, part: _Part) -> None:
        """Put the next part below those before it."""
        for name, content in part.files.items():
            head = content.index(b"\n") + 1 if name in self._files else 0
            self._files.setdefault(name, BytesIO()).write(memoryview(content)[head:])
        self._tables.append(part.tables)
        self.codes |= part.codes

    def files(self) -> dict[str, bytes]:
        """The CSV file of each table by its name."""
        return {name: content.getvalue() for name, content in self._files.items()}

    def tables(self) -> dict[str, pd.DataFrame]:
        """What the data card asks of the tables."""
        return {name: pd.concat([part[name] for part in self._tables]) for name in self._tables[0]}


def add_agreement(book: Codebook, found: pd.DataFrame) -> None:
    """Mark in the codebook how far independent coders agreed in the rounds by today's definitions (Krippendorff's
    alpha), from the table of `agreement`."""
    for field, row in found[found["level"] != SEVERAL].iterrows():
        alpha = None if pd.isna(row["alpha"]) else round(float(row["alpha"]), 6)
        book.fields[str(field)].agreement = Agreement(
            alpha=alpha, units=int(row["units"]), reliable=bool(row["reliable"])
        )


def build(folder: Path, check: bool = False) -> list[Path]:
    """Write what changed and return it; with `check`, write nothing and return what is stale.

    Files in `tables/` that no table stands behind are removed (or, with `check`, reported).
    """
    files = built_files(folder)
    changed = [file for file, content in files.items() if not file.is_file() or file.read_bytes() != content]
    left_over = [file for file in (folder / "tables").glob("*") if file not in files and not still_written(file)]
    if not check:
        (folder / "tables").mkdir(exist_ok=True)
        write_all({file: files[file] for file in changed}, overwrite=True)
        for file in left_over:
            file.unlink(missing_ok=True)
    return changed + left_over


def _json(value: object) -> bytes:
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode("utf-8")
