"""What a spreadsheet holds, cell by cell, whatever program saved it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pcc_data.records.faults import printable
from pcc_data.say import say
from pcc_data.tables.export import LONGEST_CELL


class Cell(NamedTuple):
    """A cell: its value (None for an empty one), where it stands, and why its value cannot be taken ("" if it can)."""

    value: Any
    place: str
    trouble: str = ""


Row = dict[str, Cell]
_PIECE = re.compile(r"(.+) \(\d+\)")


@dataclass
class Sheet:
    """A sheet with its rows by column. `faults` were found while reading it, as (place, problem)."""

    name: str
    rows: list[Row] = field(default_factory=list)
    faults: list[tuple[str, str]] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    """Place of the head of each column."""
    comma: bool = False
    """Whether decimals may have a comma: in a CSV whose columns are parted by semicolons."""
    exported: bool = False
    """Whether it is one of a folder of tables, as an export writes them."""


class Unreadable(ValueError):
    """A file that is no spreadsheet which can be read; its text says what to do."""


def as_sheet(name: str, grid: list[list[Cell]], comma: bool = False) -> Sheet:
    """A sheet from its cells; the first row that is not empty is the head. Rows without any value are passed over."""
    sheet = Sheet(name, comma=comma)
    filled = [row for row in grid if any(cell.value is not None or cell.trouble for cell in row)]
    if not filled:
        return sheet
    heads: list[str] = []
    for cell in filled[0]:
        head = " ".join(str(cell.value).split()) if cell.value is not None else ""
        if cell.trouble:
            sheet.faults.append((cell.place, cell.trouble))
        if head in sheet.columns:
            told = say("incoming.twice", column=printable(head), first=sheet.columns[head])
            sheet.faults.append((cell.place, told))
            head = ""
        elif head:
            sheet.columns[head] = cell.place
        heads.append(head)
    for row in filled[1:]:
        sheet.rows.append({head: cell for head, cell in zip(heads, row, strict=False) if head})
        stray = [cell for head, cell in zip([*heads, *[""] * len(row)], row, strict=False) if not head]
        lost = [cell for cell in stray if cell.value is not None or cell.trouble]
        sheet.faults += [(cell.place, say("incoming.no-head")) for cell in lost[:1]]
    return sheet


def whole_texts(sheet: Sheet) -> None:
    """Put texts together again that an export cut for Excel into `summary`, `summary (2)` …, and take away the blanks
    around all texts. Other columns of such names stay as they are."""
    for name in list(sheet.columns):
        piece = _PIECE.fullmatch(name)
        if piece is None or not any(_cut(row.get(piece[1])) for row in sheet.rows):
            continue
        del sheet.columns[name]
        for row in sheet.rows:
            more, whole = row.pop(name, None), row.get(piece[1])
            if more is not None and whole is not None and isinstance(more.value, str) and isinstance(whole.value, str):
                row[piece[1]] = whole._replace(value=whole.value + more.value)
    for row in sheet.rows:
        for name, cell in row.items():
            if isinstance(cell.value, str):
                row[name] = cell._replace(value=cell.value.strip())


def _cut(cell: Cell | None) -> bool:
    """Whether a cell is as full as an export fills it before it takes a further column."""
    return cell is not None and isinstance(cell.value, str) and len(cell.value) >= LONGEST_CELL // 2
