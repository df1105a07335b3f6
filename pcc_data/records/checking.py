"""Hold records to their shape and to all rules; tell every fault of every file at once."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from pcc_data.codes import Codebook
from pcc_data.records.faults import Fault, Report, printable
from pcc_data.records.reading import MAX_BYTES, Node, read
from pcc_data.records.rules import Draft, broken_rules
from pcc_data.records.shape import Record, source_codebook
from pcc_data.records.upgrade import old_format, upgrade
from pcc_data.records.walking import Walk

ENDINGS = (".yaml", ".yml")


@dataclass
class _Checked:
    """What was found in one file; `id_line` is 0 when the record has no readable id, `note` tells of an old format."""

    record: Record | None
    faults: list[Fault]
    id: str = ""
    id_line: int = 0
    note: str = ""


def check_text(data: str | bytes, filename: str, book: Codebook | None = None) -> tuple[Record | None, list[Fault]]:
    """The record in a YAML text and its faults. The record is None when there is any fault.

    `filename` is named in the faults, and its stem has to be the record's id. Raises nothing, whatever the text.
    """
    checked = _check(data, filename, book or source_codebook())
    return checked.record, checked.faults


def check_file(path: Path | str, book: Codebook | None = None) -> tuple[Record | None, list[Fault]]:
    """The record in a file and its faults, as `check_text` gives them. A file that cannot be read is a fault."""
    checked = _check_file(Path(path), book or source_codebook())
    return checked.record, checked.faults


def read_records(paths: Iterable[Path | str], book: Codebook | None = None) -> tuple[list[dict[str, Any]], list[Fault]]:
    """Records of files and folders as plain values in the order of the shape, missing keys filled in, and all faults.

    Warns once of records in an old format. Raises FileNotFoundError when a path does not exist or a folder holds
    no record.
    """
    checked = _check_all(paths, book)
    notes = [file.note for file in checked if file.note]
    if notes:
        more = f" There is more in format 1: {_counted(len(notes) - 1, 'other record')}." if notes[1:] else ""
        warnings.warn(f"{notes[0]}.{more}", stacklevel=4)
    records = [msgspec.to_builtins(file.record) for file in checked if file.record is not None]
    return records, [fault for file in checked for fault in file.faults]


def record_files(paths: Iterable[Path | str]) -> list[Path]:
    """Files named, and the records (*.yaml, *.yml) that lie in the folders named; each file once, sorted.

    Raises FileNotFoundError that names every path without a record.
    """
    files: dict[Path, Path] = {}
    nowhere = []
    for path in map(Path, paths):
        found = sorted(_records_in(path)) if path.is_dir() else [path] if path.is_file() else []
        if not found:
            nowhere.append(f"no record (*.yaml) in {path}" if path.is_dir() else f"no such file or folder: {path}")
        for file in found:
            files.setdefault(file.resolve(), file)
    if nowhere or not files:
        raise FileNotFoundError("; ".join(nowhere) or "no record named")
    return sorted(files.values())


def run_check(paths: Iterable[Path | str], out: Callable[[str], object] = print) -> int:
    """The command `pcc check`: tell all faults and a summary. 0 no faults, 1 faults, 2 it could not run."""
    try:
        checked = _check_all(paths, None)
    except (OSError, ValueError) as error:
        out(printable(f"pcc check: {error}"))
        return 2
    faults = [fault for file in checked for fault in file.faults]
    for fault in faults:
        out(str(fault))
    for file in checked:
        if file.note:
            out(file.note)
    if not faults:
        out(f"{_counted(len(checked), 'record')}, no faults")
        return 0
    faulty = sum(bool(file.faults) for file in checked)
    out(f"{_counted(len(faults), 'fault')} in {faulty} of {_counted(len(checked), 'record')}")
    return 1


def _records_in(folder: Path) -> list[Path]:
    return [file for file in folder.iterdir() if file.suffix.lower() in ENDINGS and not file.name.startswith(".") and file.is_file()]


def _check_all(paths: Iterable[Path | str], book: Codebook | None) -> list[_Checked]:
    files = record_files(paths)
    book = book or source_codebook()
    first: dict[str, Path] = {}
    found = []
    for file in files:
        checked = _check_file(file, book)
        other = first.setdefault(checked.id, file) if checked.id else file
        if other != file:
            problem = printable(f"is the id of another record too (found in {other})")
            fault = Fault(printable(str(file)), checked.id_line, "id", problem, "an id of its own")
            checked.faults = sorted([*checked.faults, fault])
            checked.record = None
        found.append(checked)
    return found


def _check_file(path: Path, book: Codebook) -> _Checked:
    name = printable(str(path))
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return _Checked(None, [Fault(name, 1, "", f"the file cannot be read ({error.strerror})")])
    return _check(data, name, book)


def _check(data: str | bytes, name: str, book: Codebook) -> _Checked:
    report = Report(name)
    root, faults = read(data, name)
    report.found += faults
    if root is None:
        return _Checked(None, report.faults())
    note = old_format(upgrade(root), name)
    checked = _held(root, name, report, book)
    checked.note = note
    return checked


def _held(root: Node, name: str, report: Report, book: Codebook) -> _Checked:
    """What is found when a record of the newest format is held to the shape and to the rules."""
    walk = Walk(report, book)
    values = walk.record(root)
    if values is None:
        return _Checked(None, report.faults())
    broken_rules(Draft(values, walk.lines, book, Path(name).stem), report)
    found = values["id"] if isinstance(values["id"], str) else ""
    line = walk.lines.get("id", 0)
    if report.found:
        return _Checked(None, report.faults(), found, line)
    try:
        return _Checked(msgspec.convert(values, Record), [], found, line)
    except msgspec.ValidationError as error:  # a bound of the shape that the walk does not know
        return _Checked(None, [Fault(name, 1, "", str(error))], found, line)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
