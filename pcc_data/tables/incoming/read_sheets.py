"""Sheets of a file: a workbook of Excel, a CSV, or a folder of CSV files as `pcc export` writes it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from pcc_data.records.faults import shown
from pcc_data.say import say
from pcc_data.tables.frames import BOM, MISSING_WORDS
from pcc_data.tables.incoming.cells import Cell, Sheet, Unreadable, as_sheet, whole_texts
from pcc_data.tables.spec import TABLES

LARGEST = 50 * 2**20
"""Bytes of a file."""
UNPACKED = 300 * 2**20
"""Bytes of a workbook once it is unpacked: a small file can hide a very large one."""
MOST_CELLS = 2_000_000
_WIDEST = 16_384
_ERRORS = re.compile(r"#(?:REF!|N/A|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!|FIELD!|GETTING_DATA)", re.IGNORECASE)
_OLD = b"\xd0\xcf\x11\xe0"  # begins .xls, and workbooks with a password
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_DELIMITERS = (",", ";", "\t", "|")
_FORMULA_MARK = re.compile(r"'(?=[=+\-@＝＋－＠])")


def read_sheets(path: Path, head: int = 1) -> list[Sheet]:
    """All sheets of a file that have a head, which stands in row `head` or below.

    Raises Unreadable with what to do, OSError when there is no such file.
    """
    if path.is_dir():
        files = sorted(file for file in path.glob("*.csv") if file.stem in TABLES)
        if not any(file.stem == "cases" for file in files):
            raise Unreadable(say("incoming.no-cases-csv", path=str(path)))
        found = [sheet for file in files for sheet in _csv(file, head)]
        for sheet in found:
            sheet.exported = True
    else:
        with path.open("rb") as stream:
            start = stream.read(8)
        zipped = start.startswith(b"PK")
        if start.startswith(_OLD) or (not zipped and path.suffix.lower() in (".xls", ".xlsb", ".ods", ".numbers")):
            raise Unreadable(say("incoming.old", path=str(path)))
        found = _workbook(path, head) if zipped or path.suffix.lower() in (".xlsx", ".xlsm") else _csv(path, head)
    for sheet in found:
        whole_texts(sheet)
    return [sheet for sheet in found if sheet.columns or sheet.faults]


def _size(path: Path) -> None:
    if path.stat().st_size > LARGEST:
        raise Unreadable(say("incoming.large", path=str(path), most=LARGEST // 2**20))


def _workbook(path: Path, head: int) -> list[Sheet]:
    _size(path)
    try:
        import openpyxl
    except ImportError:
        raise Unreadable(say("incoming.needs-openpyxl")) from None
    try:
        with ZipFile(path) as packed:
            parts = packed.infolist()
        if sum(part.file_size for part in parts) > UNPACKED:
            raise Unreadable(say("incoming.large", path=str(path), most=UNPACKED // 2**20))
        book = openpyxl.load_workbook(path, keep_links=False)
    except (BadZipFile, KeyError, IndexError, TypeError, AttributeError, SyntaxError, ValueError) as error:
        if isinstance(error, Unreadable):
            raise
        raise Unreadable(say("incoming.no-workbook", path=str(path))) from None
    return [_sheet(sheet, head) for sheet in book.worksheets]


def _sheet(sheet: Any, head: int) -> Sheet:
    """A sheet of a workbook. Its cells are taken as they lie there, so that a mark far below costs nothing."""
    cells = {at: cell for at, cell in sheet._cells.items() if cell.value is not None and at[0] >= head}
    if len(cells) > MOST_CELLS:
        raise Unreadable(say("incoming.many", sheet=sheet.title, most=MOST_CELLS))
    merged = [(area.coord, area) for area in sheet.merged_cells.ranges]
    rows = sorted({row for row, _ in cells})
    last = max((column for _, column in cells), default=0)
    grid = []
    for row in rows:
        found = (cells.get((row, column)) for column in range(1, last + 1))
        grid.append([_cell(cell, f"{_letters(at)}{row}") for at, cell in enumerate(found, start=1)])
    made = as_sheet(sheet.title, grid)
    made.faults += [(coord, say("incoming.merged")) for coord, area in merged if rows and area.max_row >= rows[0]]
    return made


def _letters(column: int) -> str:
    name = ""
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(65 + rest) + name
    return name


def _cell(cell: Any, place: str) -> Cell:
    if cell is None:
        return Cell(None, place)
    if cell.data_type == "f":
        value = cell.value if isinstance(cell.value, str) else getattr(cell.value, "text", "") or "="
        return Cell(value, place, say("incoming.formula", found=shown(value)))
    if cell.data_type == "e":
        return Cell(cell.value, place, say("incoming.error", found=shown(cell.value)))
    value = _text(cell.value) if isinstance(cell.value, str) else cell.value
    return Cell(value, place)


def _text(value: str) -> str | None:
    """A text with line ends of one kind; None when it is blank. Blanks around it may lie where a long text was cut."""
    text = re.sub("_x000D_\n?|\r\n?", "\n", value)
    return text if text.strip() else None


def _csv(path: Path, head: int) -> list[Sheet]:
    _size(path)
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-16" if raw.startswith(_UTF_16) else "utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise Unreadable(say("incoming.no-utf-8", path=str(path), line=str(line))) from None
    if "\x00" in text:
        raise Unreadable(say("incoming.no-text", path=str(path)))
    text = text.removeprefix(BOM.decode("utf-8"))
    named = re.match(r"sep=(.)\r?\n", text)
    text = text[named.end() :] if named else text
    delimiter = named[1] if named else _delimiter(text)
    try:
        csv.field_size_limit(LARGEST)
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error:
        raise Unreadable(say("incoming.no-csv", path=str(path))) from None
    if sum(map(len, rows)) > MOST_CELLS or max(map(len, rows), default=0) > _WIDEST:
        raise Unreadable(say("incoming.many", sheet=path.name, most=MOST_CELLS))
    grid = [
        [_of_text(cell, f"{_letters(column)}{number}") for column, cell in enumerate(row, start=1)]
        for number, row in enumerate(rows, start=1 + bool(named))
        if number >= head
    ]
    return [as_sheet(path.stem, grid, comma=delimiter == ";")]


def _delimiter(text: str) -> str:
    """What parts the columns: the sign that parts the first line into most."""
    first: Iterable[str] = (line for line in text.splitlines() if line.strip())
    line = next(iter(first), "")
    return max(_DELIMITERS, key=lambda sign: len(next(csv.reader([line], delimiter=sign), [])))


def _of_text(cell: str, place: str) -> Cell:
    """A cell of a CSV, in which the tables' words for nothing are empty, and what a spreadsheet would compute is not
    taken."""
    value, bare = _text(cell), cell.strip()
    if value is None or bare in MISSING_WORDS:
        return Cell(None, place)
    if bare[0] == "=" and len(bare) > 1:
        return Cell(value, place, say("incoming.formula", found=shown(bare)))
    if _ERRORS.fullmatch(bare):
        return Cell(value, place, say("incoming.error", found=shown(bare)))
    if bare[0] == "\\" and bare.lstrip("\\") in MISSING_WORDS:
        return Cell(bare[1:], place)
    return Cell(_FORMULA_MARK.sub("", value, count=1) if _FORMULA_MARK.match(value) else value, place)
