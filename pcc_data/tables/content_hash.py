"""The hash of what tables say, by which a result names the exact data it was made from."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from typing import Any

import msgspec
import numpy as np
import pandas as pd

from pcc_data.arguments import composed

_LEFT_OUT = ("case", "own")
"""The case stands above its facts; whose record it is says nothing of what it holds."""


def content_hash(tables: Mapping[str, pd.DataFrame]) -> str:
    """SHA-256 of all facts in the tables, as 64 letters and digits: the same on every machine, in any order of cases
    and however a record is laid out.

    A fact is a cell that is not empty: the JSON text `["table","row","column","cell"]`, with the number of the row
    within its case and the cell as an exported CSV has it, accents composed (NFC), all in UTF-8 without escapes. The
    facts of a case are sorted, each gets a line end, and together they are hashed. The lines `id hash` of all cases,
    sorted, are hashed again. Left out are the table `missing`, which follows from the others, and the column `own`.
    """
    facts: dict[str, list[bytes]] = defaultdict(list)
    for name, table in tables.items():
        if name != "missing":
            _add(facts, name, table.reset_index() if name == "cases" else table)
    return _sum(sorted(f"{case} {_sum(sorted(found))}".encode() for case, found in facts.items()))


def _add(facts: dict[str, list[bytes]], name: str, frame: pd.DataFrame) -> None:
    """Add the facts of a table to those of its cases."""
    cases = frame["case"].astype(object).tolist()
    rows = (frame.groupby("case", sort=False).cumcount() + 1).astype(str).tolist()
    for column in frame.columns.difference(_LEFT_OUT):
        there = frame[column].notna().tolist()
        cells = frame[column].astype(object).tolist()
        for case, row, cell, full in zip(cases, rows, cells, there, strict=True):
            if full:
                facts[case].append(msgspec.json.encode((name, row, column, _text(cell))))


def _text(cell: Any) -> str:
    if isinstance(cell, bool | np.bool_):
        return "true" if cell else "false"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(float(cell))
    return str(composed(cell))


def _sum(lines: list[bytes]) -> str:
    return hashlib.sha256(b"".join(line + b"\n" for line in lines)).hexdigest()
