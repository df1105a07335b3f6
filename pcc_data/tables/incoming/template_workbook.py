"""`pcc new-case --xlsx`: a workbook to fill in, with lists to choose from and the codebook's words on every column."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import msgspec

from pcc_data.codes import Codebook, said
from pcc_data.records.leaves import words_for
from pcc_data.records.shape import Record, allowed_codes, core, fields_of, keys_of, source_codebook
from pcc_data.records.template import write_new
from pcc_data.say import say
from pcc_data.tables.incoming.cells import Unreadable
from pcc_data.tables.incoming.layout import LISTS, NOT_READ, columns_to_fill
from pcc_data.tables.rows import PLAIN, SIDES
from pcc_data.tables.spec import CODE_TABLES, DOMAINS, TABLES, Column, columns_of

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

ROWS = 2000
"""So many rows of each sheet know their lists."""
_PROMPT = 255  # signs that a program shows beside a cell
_NEEDED, _FREE = "1F3A4D", "DCE6EC"
_WIDE = ("summary", "basis", "text", "power", "motion", "label", "title", "url", "what")
_GROUPS_OF = {"boards": "boards", "votes": "votes"}


class About(NamedTuple):
    """What a column of a sheet takes: its name for people, what it is, whether it is needed, its codes, its kind."""

    column: str
    label: str
    definition: str
    needed: bool = False
    codes: tuple[tuple[str, str], ...] = ()
    kind: str = "text"


def run_template(file: Path, out: Callable[[str], object] = print) -> int:
    """The command `pcc new-case --xlsx`: write an empty workbook. 0 written, 2 not (the reason is told)."""
    return write_new(file, lambda: template_workbook(source_codebook(), file.name), out)


def template_workbook(book: Codebook, name: str = "my_cases.xlsx") -> bytes:
    """Bytes of an empty workbook: help, a sheet each table, the codes. Raises Unreadable without openpyxl."""
    try:
        from openpyxl import Workbook
    except ImportError:
        raise Unreadable(say("incoming.needs-openpyxl")) from None
    made = Workbook()
    made.active.title = "help"
    left_out = (*NOT_READ, *CODE_TABLES.values())  # codes of a case are lists in a cell among the cases
    tables = {table: list(_columns(table, book)) for table in TABLES if table not in left_out}
    ranges = _codes(made, tables)
    for table, columns in tables.items():
        _sheet(made.create_sheet(table), columns, ranges)
    _help(made["help"], tables, name)
    made.move_sheet("codes", len(made.sheetnames))
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def _columns(table: str, book: Codebook) -> Iterator[About]:
    """Every column of a sheet."""
    yield About("case", "case", say("incoming.help-case"), True)
    by_name = {column.name: column for column in columns_of(table, book)}
    for name in columns_to_fill(table, book)[1:]:
        if table == "cases" and name in LISTS:
            field = book.field(name)
            several = say("incoming.help-several")
            codes = _named(book, name)
            about = f"{said(field.definition)} {several}"
            yield About(name, said(field.label), about, name == "community_base", codes, "codes")
        else:
            yield _about(table, by_name[name], book)


def _named(book: Codebook, field: str) -> tuple[tuple[str, str], ...]:
    return tuple((code, said(entry.definition or entry.label)) for code, entry in book.codes(field).items())


def _about(table: str, column: Column, book: Codebook) -> About:
    own = {"side": SIDES, "domain": DOMAINS, "kind": ("paid", "unpaid")}
    if column.field == "row":
        return About(column.name, column.name, say("incoming.help-number"), kind="seats")
    if column.field in ("side", "domain", "work"):
        words = own[column.name]
        return About(column.name, column.name, "", True, tuple((word, "") for word in words), "code")
    if column.field == "field":
        fields = [key for key, field in book.fields.items() if field.basis]
        codes = tuple((key, said(book.field(key).label)) for key in fields)
        return About("field", "field", said(book.field("coding_basis").definition), True, codes, "code")
    field = book.field(column.field)
    found = _kind(table, column, book)
    required, extra = found if found else (False, {"kind": "text"})
    codes = ()
    if extra["kind"] == "code":
        codes = tuple((code, said(one.definition or one.label)) for code, one in allowed_codes(book, extra).items())
    definition = say("incoming.help-sources") if column.name == "sources" else said(field.definition)
    return About(column.name, said(field.label), definition, required, codes, extra["kind"])


def _kind(table: str, column: Column, book: Codebook) -> tuple[bool, dict[str, Any]] | None:
    """Whether a place of the shape has to be filled, and what its type says."""
    if table == "cases":
        path = column.key.split(".")
    elif table in (*PLAIN, *_GROUPS_OF):
        path = [table, *column.key.replace("bloc.", "blocs.").split(".")]
    elif table == "outcomes":
        path = ["outcomes", DOMAINS[0], column.key]
    elif table == "codings":
        path = ["coding_basis", "status", column.key]
    elif table == "partners":
        path = [column.field.partition(".")[0], column.key]
    else:
        path = ["staff" if column.field.startswith("staff") else "unpaid_work", column.key]
    known, entry = fields_of(Record), None
    for part in path:
        entry = known[part]
        inner = _inner(entry.type)
        known = keys_of(inner, book) if isinstance(inner, msgspec.inspect.StructType | msgspec.inspect.DictType) else {}
    if entry is None:
        return None
    inner, extra, null = core(entry.type)
    extra = {"kind": "text"} if isinstance(inner, msgspec.inspect.ListType) else extra
    needed = entry.required and not null and not (table == "partners" and column.key != "name")
    return needed, extra


def _inner(kind: msgspec.inspect.Type) -> msgspec.inspect.Type:
    inner = core(kind)[0]
    return core(inner.item_type)[0] if isinstance(inner, msgspec.inspect.ListType) else inner


def _codes(made: Workbook, tables: dict[str, list[About]]) -> dict[tuple[str, ...], str]:
    """The sheet that explains the codes, and where each list of them stands in it."""
    from openpyxl.styles import Font

    sheet = made.create_sheet("codes")
    sheet.append([say("incoming.codes-list"), say("incoming.codes-code"), say("incoming.help-definition")])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    ranges: dict[tuple[str, ...], str] = {}
    for table, columns in tables.items():
        for about in columns:
            words = tuple(code for code, _ in about.codes)
            if not words or words in ranges:
                continue
            first = sheet.max_row + 1
            for code, meaning in about.codes:
                sheet.append([f"{table}.{about.column}", code, meaning])
            ranges[words] = f"codes!$B${first}:$B${sheet.max_row}"
    for letter, width in zip("ABC", (30, 30, 100), strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "A2"
    return ranges


def _sheet(sheet: Worksheet, columns: list[About], ranges: dict[tuple[str, ...], str]) -> None:
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    for at, about in enumerate(columns, start=1):
        head, letter = sheet.cell(1, at, about.column), get_column_letter(at)
        head.fill = PatternFill("solid", fgColor=_NEEDED if about.needed else _FREE)
        head.font = Font(bold=True, color="FFFFFF" if about.needed else "000000")
        wide = about.column in _WIDE
        sheet.column_dimensions[letter].width = 50 if wide else max(14, len(about.column) + 3)
        sheet.add_data_validation(_validation(sheet.title, about, letter, ranges))
    sheet.freeze_panes = "B2"


def _validation(sheet: str, about: About, letter: str, ranges: dict[tuple[str, ...], str]) -> Any:
    """What a column lets in, and the words that stand beside a cell which is chosen."""
    from openpyxl.worksheet.datavalidation import DataValidation

    words = tuple(code for code, _ in about.codes)
    rule: dict[str, Any] = {}
    if about.column == "case" and sheet != "cases":
        rule = {"type": "list", "formula1": f"cases!$A$2:$A${ROWS}"}
    elif words and about.kind == "code":
        rule = {"type": "list", "formula1": ranges[words]}
    elif about.kind == "yes_no":
        rule = {"type": "list", "formula1": '"true,false"'}
    elif about.kind in ("latitude", "longitude"):
        most = 90 if about.kind == "latitude" else 180
        rule = {"type": "decimal", "operator": "between", "formula1": str(-most), "formula2": str(most)}
    elif about.kind in ("year", "year_ahead", "seats", "month"):
        most = {"month": 12, "seats": 10_000}.get(about.kind, 2300)
        rule = {"type": "whole", "operator": "between", "formula1": "0", "formula2": str(most)}
    found = DataValidation(allow_blank=True, showErrorMessage=bool(rule), showInputMessage=True, **rule)
    if rule:
        found.error = say("incoming.not-in-list") if rule["type"] == "list" else words_for(about.kind)[:_PROMPT]
    found.promptTitle = about.label[:32]
    found.prompt = about.definition if len(about.definition) <= _PROMPT else about.definition[: _PROMPT - 1] + "…"
    found.add(f"{letter}2:{letter}{ROWS}")
    return found


def _help(sheet: Worksheet, tables: dict[str, list[About]], name: str) -> None:
    from openpyxl.styles import Alignment, Font

    sheet.append([say("incoming.help-title")])
    sheet["A1"].font = Font(bold=True, size=14)
    for line in say("incoming.help-intro", file=name).splitlines():
        sheet.append([line])
    sheet.append([])
    parts = ("sheet", "column", "label", "needed", "definition")
    sheet.append([say(f"incoming.help-{part}") for part in parts])
    for cell in sheet[sheet.max_row]:
        cell.font = Font(bold=True)
    for table, columns in tables.items():
        for about in columns:
            needed = say("incoming.help-yes") if about.needed else ""
            sheet.append([table, about.column, about.label, needed, about.definition])
            sheet.cell(sheet.max_row, 5).alignment = Alignment(wrap_text=True, vertical="top")
    for letter, width in zip("ABCDE", (14, 26, 34, 9, 100), strict=True):
        sheet.column_dimensions[letter].width = width
