"""Codings of one's own, read from spreadsheets: every fault is told with its file, line and field."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.codes import Code, Codebook, load_codebook, said
from pcc_data.errors import nearest, not_allowed
from pcc_data.records.codes_at import codes_at
from pcc_data.say import say
from pcc_data.tables.frames import MISSING_WORDS
from pcc_data.tables.spec import DOMAINS, case_fields

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset, Source

COLUMNS = ("round", "case", "field", "coder", "value", "basis")
_NEEDED = ("case", "field", "coder", "value")
_TOLD = 20  # faults at most
_TRIGGERS = "triggers"
_RATINGS = tuple(f"outcomes.{domain}" for domain in DOMAINS)
_Row = dict[str, str]


def read_codings(*files: Source, data: Dataset | None = None) -> pd.DataFrame:
    """Codings from CSV files such as `pcc.coding_sheets` writes: one file with all coders, or a file for each.

    The columns case, field, coder and value are needed; round (1 where it is missing) and basis may be there, others
    are passed over. Commas, semicolons or tabs part the cells. An empty value, `not_found` and `does_not_apply` mean
    that no code was given. Returns a frame for `pcc.agreement`, `pcc.disagreements` and `Dataset.coded_by` with the
    columns round, case, field, coder, value and basis. With `data` every case has to be one of theirs. Raises
    ValueError that lists every fault by file, line and field, with what is allowed and the nearest; FileNotFoundError.
    """
    if not files:
        raise ValueError(say("codings.no-file"))
    paths = [Path(file).expanduser() for file in files]
    for path in paths:
        if [other.resolve() for other in paths].count(path.resolve()) > 1:
            raise ValueError(say("codings.file-twice", file=path.name))
    book, rows, faults = load_codebook(), [], []
    seen: dict[tuple[str, ...], str] = {}
    for path in paths:
        for line, row in _lines(path):
            where = say("codings.where", file=path.name, line=str(line), field=row["field"], case=row["case"])
            wrong = _faults(row, book, data.cases.index if data is not None else None)
            key = tuple(row[name] for name in ("round", "case", "field", "coder"))
            wrong += [say("codings.twice", before=seen[key])] if key in seen else []
            seen.setdefault(key, say("codings.place", file=path.name, line=str(line)))
            faults += [f"{where}: {fault}" for fault in wrong]
            rows.append(row)
    if faults:
        more = [say("codings.more", n=len(faults) - _TOLD)] if len(faults) > _TOLD else []
        raise ValueError("\n".join([say("codings.refused", n=len(faults)), *faults[:_TOLD], *more]))
    table = pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")
    return table.assign(value=table["value"].where(~table["value"].isin(["", *MISSING_WORDS])))


def _lines(path: Path) -> Iterator[tuple[int, _Row]]:
    """The rows of a file with the number of the line on which each ends. Raises ValueError for what is no such
    file."""
    text = _text(path)
    first = text.partition("\n")[0]
    parted = csv.reader(StringIO(text, newline=""), delimiter=max(",;\t", key=first.count))
    heads = [head.strip().casefold() for head in next(parted, [])]
    lacking = [name for name in _NEEDED if name not in heads]
    if lacking:
        name = lacking[0]
        guess = nearest(name, heads) or ""
        raise ValueError(say("codings.no-column", file=path.name, name=name, guess=guess, there=", ".join(heads)))
    for cells in parted:
        found = dict(zip(heads, (cell.strip() for cell in cells), strict=False))
        row = {name: found.get(name, "") for name in COLUMNS}
        if row["case"] or row["field"]:
            yield parted.line_num, row | {"round": row["round"] or "1"}


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(say("codings.no-utf8", file=path.name)) from None


def _faults(row: _Row, book: Codebook, cases: Iterable[str] | None) -> list[str]:
    """What is wrong with one row."""
    faults = []
    if cases is not None and row["case"] not in set(cases):
        faults.append(not_allowed(row["case"], cases, say("codings.case")))
    if not row["coder"]:
        faults.append(say("codings.no-coder"))
    fields = {field: _codes(field, book) for field in (*case_fields(book), *_RATINGS, _TRIGGERS)}
    codes = fields.get(row["field"])
    if not codes:
        return [*faults, not_allowed(row["field"], [name for name in fields if fields[name]], say("codings.field"))]
    names = {code: [said(told.label), said(told.short)] for code, told in codes.items()}
    allowed = [*codes, *MISSING_WORDS]
    given = row["value"].split(";") if row["field"] == _TRIGGERS else [row["value"]]
    for code in filter(None, (part.strip() for part in given)):
        if code not in allowed:
            guess = nearest(code, allowed, names) or ""
            told = {"found": repr(code), "guess": repr(guess), "known": bool(guess), "codes": ", ".join(allowed)}
            faults.append(say("codings.no-code", field=row["field"], **told))
    return faults


def _codes(field: str, book: Codebook) -> dict[str, Code]:
    """Codes of a field that may be coded."""
    return codes_at(book, f"{field}.code" if field == _TRIGGERS else field)
