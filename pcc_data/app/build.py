"""`pcc build`: from records and codebook to tables, schema and the computed part of the data card."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pandas as pd

from pcc_data.analysis.agreement import CURRENT, SEVERAL, agreement, held
from pcc_data.app.code_log import LOG, PAGE, codes_of, log_text, logged, page_text, read_log
from pcc_data.app.data_card import data_card
from pcc_data.codes import Agreement, Codebook, codebook_in_use, read_codebook
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.load import make_of_folders
from pcc_data.files.built import INDEX, index_text
from pcc_data.files.writing import still_written, write_all
from pcc_data.tables.export import csv_of_frame, datapackage
from pcc_data.tables.frames import frames_from_rows
from pcc_data.tables.read_two_codings import read_two_codings
from pcc_data.tables.rows import table_rows


def built_files(folder: Path) -> dict[Path, str]:
    """Every file that follows from the records and the codebook in `folder` (a `datasets` folder), with its text.

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
        frames, texts = _whole(make_of_folders([folder / "cases"], book, partial(_tables, book)))
        tables = {f"{name}.csv": text for name, text in texts.items()}
        tables["codebook.json"] = _json(msgspec.to_builtins(book))
        tables["datapackage.json"] = datapackage(book)
        data = Dataset(**frames)
        card = data_card((folder / "README.md").read_text("utf-8"), data, book, codings, current)
        log = logged(read_log(folder / LOG), codes_of(data, book), book.version, str(book.dataset["released"]))
        tables[INDEX] = index_text({name: text.encode("utf-8") for name, text in tables.items()})
        files = {folder / "tables" / name: text for name, text in tables.items()}
        files |= {folder / LOG: log_text(log), folder / PAGE: page_text(log)}
        return {**files, folder / "schema.json": _json(json_schema()), folder / "README.md": card}


Tables = tuple[dict[str, pd.DataFrame], dict[str, str]]
"""All tables by name, as frames and as the texts of their CSV files."""


def _tables(book: Codebook, records: list[dict[str, Any]]) -> Tables:
    """The tables of some records."""
    with codebook_in_use(book):
        frames = frames_from_rows(table_rows(records, book), book)
        return frames, {name: csv_of_frame(name, frame, frames["missing"]) for name, frame in frames.items()}


def _whole(parts: list[Tables]) -> Tables:
    """The tables of all records, from those of their parts: rows below rows, under one line of names."""
    if len(parts) == 1:
        return parts[0]
    frames = {name: pd.concat([part[name] for part, _ in parts], ignore_index=name != "cases") for name in parts[0][0]}
    texts = {
        name: text + "".join(part[name].partition("\n")[2] for _, part in parts[1:])
        for name, text in parts[0][1].items()
    }
    return frames, texts


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
    changed = [file for file, text in files.items() if not file.is_file() or file.read_bytes() != text.encode("utf-8")]
    left_over = [file for file in (folder / "tables").glob("*") if file not in files and not still_written(file)]
    if not check:
        (folder / "tables").mkdir(exist_ok=True)
        write_all({file: files[file] for file in changed}, overwrite=True)
        for file in left_over:
            file.unlink(missing_ok=True)
    return changed + left_over


def _json(value: object) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False) + "\n"
