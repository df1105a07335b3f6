"""Hold records to their shape and to all rules; tell every fault of every file at once."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from pcc_data.codes import Codebook
from pcc_data.errors import warn
from pcc_data.paths import is_shipped, shipped_ids
from pcc_data.records.doubts import DOUBTS, doubts
from pcc_data.records.faultless import faultless
from pcc_data.records.faults import Fault, Report, printable
from pcc_data.records.own_codes import OwnCodes, is_own_codebook, own_codes
from pcc_data.records.reading import BROKEN, MAX_BYTES, Node, read
from pcc_data.records.rules import RULES, Draft, broken_rules
from pcc_data.records.shape import Record, source_codebook
from pcc_data.records.spread import spread
from pcc_data.records.upgrade import old_format, upgrade
from pcc_data.records.walk import Walk
from pcc_data.say import say

ENDINGS = (".yaml", ".yml")


@dataclass
class Checked:
    """What was found in one file; `id` is empty when the record has no readable one, `note` tells of an old format,
    `own` that it is none of the collection's files."""

    record: Record | None
    faults: list[Fault]
    id: str = ""
    warnings: list[Fault] = field(default_factory=list)
    note: str = ""
    own: bool = True


class Found(NamedTuple):
    """Records as plain values in the order of the shape, missing keys filled in; all faults; ids of the user's own
    records; codes that their folders add."""

    records: list[dict[str, Any]]
    faults: list[Fault]
    own: frozenset[str]
    added: list[OwnCodes]


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
    """Records of files and folders and all faults, as `find_records` gives them."""
    found = find_records(paths, book)
    return found.records, found.faults


def find_records(paths: Iterable[Path | str], book: Codebook | None = None, *, replace: bool = False) -> Found:
    """Records of files and folders, all faults, and which records are the user's own.

    With `replace` a case of the collection is passed over where a record of one's own without faults has its id. Warns
    once of records in an old format. Raises FileNotFoundError when a path does not exist or a folder holds no record.
    """
    checked, added = _check_all(record_files(paths), book, replace)
    _warn_of_old_formats(checked)
    good = [file for file in checked if file.record is not None]
    return Found(
        [msgspec.to_builtins(file.record) for file in good],
        [fault for part in (*added, *checked) for fault in part.faults],
        frozenset(file.id for file in good if file.own),
        added,
    )


def make_of_records(
    paths: Iterable[Path | str],
    book: Codebook,
    make: Callable[[list[dict[str, Any]]], Any],
    take: Callable[[Any], object],
) -> list[Fault]:
    """Hand to `take` what `make` gives for the records of files and folders, part by part in the order of their ids, on
    all cores where they are many. Returns all faults, and then nothing is to be done with what was taken.

    `make` is a function of a module or a partial of one. Warns and raises as `find_records` does.
    """

    def check(order: list[Path], books: Books) -> dict[Path, Checked]:
        order = sorted(order, key=lambda file: file.stem)
        parts = []
        for checked, made in spread(partial(_make_part, books, make), order):
            parts.append(checked)
            if made is not None:
                take(made)
        return _in_order(order, parts)

    checked, _ = _check_all(record_files(paths), book, check=check)
    _warn_of_old_formats(checked)
    return [fault for file in checked for fault in file.faults]


def _warn_of_old_formats(checked: list[Checked]) -> None:
    notes = [file.note for file in checked if file.note]
    if notes:
        warn(say("check.old-format", note=notes[0], more=len(notes) - 1))


def record_files(paths: Iterable[Path | str]) -> list[Path]:
    """Files named, and the records (*.yaml, *.yml) that lie in the folders named; each file once, sorted.

    A codebook of one's own beside them is passed over. Raises FileNotFoundError that names every path without a record.
    """
    files: dict[Path, Path] = {}
    nowhere: list[str] = []
    beside: list[str] = []
    for path in map(Path, paths):
        found = sorted(_records_in(path)) if path.is_dir() else [path] if path.is_file() else []
        if found and is_own_codebook(path):
            beside.append(say("check.own-codebook", path=str(path)))
        elif not found:
            nowhere.append(_nowhere(path))
        for file in found if not is_own_codebook(path) else ():
            files.setdefault(file.resolve(), file)
    if nowhere or not files:
        raise FileNotFoundError("; ".join(nowhere) or "; ".join(beside) or say("check.none-named"))
    return sorted(files.values())


def run_check(paths: Iterable[Path | str], out: Callable[[str], object] = print, strict: bool = False) -> int:
    """The command `pcc check`: tell all faults and warnings and a summary. 0 no faults, 1 faults, 2 it could not run.

    With `strict` a warning counts as a fault.
    """
    try:
        checked, added = _check_all(record_files(paths), None, check=_check_spread)
    except (OSError, ValueError) as error:
        out(printable(f"pcc check: {error}"))
        return 2
    told = [
        sorted([*file.faults, *(replace(doubt, warning=not strict) for doubt in file.warnings)]) for file in checked
    ]
    codebooks = [own.faults for own in added if own.faults]
    thin = [fault.file for file in told for fault in file if _is_thin(fault)]
    for fault in (fault for file in (*codebooks, *told) for fault in file):
        if len(thin) < 2 or not _is_thin(fault):
            out(str(fault))
    if len(thin) > 1:
        out(say("check.thin", records=[Path(file).stem for file in thin]))
    for file in checked:
        if file.note:
            out(file.note)
    for faults in codebooks:
        out(say("check.in-codebook", n=len(faults), file=faults[0].file))
    for line in _summary(told):
        out(line)
    return int(bool(codebooks) or any(not fault.warning for file in told for fault in file))


def _summary(told: list[list[Fault]]) -> list[str]:
    """How many faults and warnings there are, in how many records, and in which sections of them."""
    lines = []
    for warning in (False, True):
        found = [[fault for fault in file if fault.warning == warning] for file in told]
        count, files = sum(map(len, found)), sum(map(bool, found))
        if not count:
            continue
        sections = Counter(_section(fault.field) for file in found for fault in file)
        listed = ", ".join(f"{name} {number}" for name, number in sections.most_common())
        values = {"n": count, "warning": warning, "files": files, "records": len(told), "sections": listed}
        lines.append(say("check.summary", **values))
        if not warning:
            lines.append(say("check.again"))
    if not any(not fault.warning for file in told for fault in file):
        lines.insert(0, say("check.no-faults", records=len(told)))
    return lines


def _is_thin(fault: Fault) -> bool:
    """Whether a warning says of a record as a whole that it is thin, which is told of many of them in one line."""
    return fault.warning and not fault.field


def _section(path: str) -> str:
    """The part of a record that a path leads into; the file itself for none."""
    return re.split(r"[.\[]", path)[0] or say("check.the-file")


def _nowhere(path: Path) -> str:
    """That a path leads to no record; where it was looked for if it does not begin at the root: a notebook runs in its
    own folder."""
    if path.is_dir():
        return say("check.no-record", path=str(path))
    folder = "" if path.is_absolute() else str(Path.cwd())
    return say("check.no-path", path=str(path), relative=bool(folder), folder=folder)


def _records_in(folder: Path) -> list[Path]:
    return [
        file
        for file in folder.iterdir()
        if file.suffix.lower() in ENDINGS
        and not file.name.startswith(".")
        and file.is_file()
        and not is_own_codebook(file)
    ]


class Books(NamedTuple):
    """The codebook that records are held to, and those of the folders that add codes of their own."""

    base: Codebook
    own: dict[Path, Codebook]

    def of(self, file: Path) -> Codebook:
        """The codebook for a file."""
        return self.own.get(file.parent, self.base)


def _check_here(files: list[Path], books: Books) -> dict[Path, Checked]:
    return {file: _check_file(file, books.of(file)) for file in files}


def _check_spread(files: list[Path], books: Books) -> dict[Path, Checked]:
    """What was found in each file, without the records."""
    return _in_order(files, spread(partial(_check_part, books), files))


def _check_part(books: Books, files: list[Path]) -> list[Checked]:
    return [replace(checked, record=None) for checked in _check_here(files, books).values()]


def _make_part(books: Books, make: Callable[[list[dict[str, Any]]], Any], files: list[Path]) -> tuple[Any, Any]:
    """What was found in some files, without the records, and what was made of these, unless one has a fault."""
    found = _check_here(files, books).values()
    records = [checked.record for checked in found if checked.record is not None]
    made = make([msgspec.to_builtins(record) for record in records]) if len(records) == len(found) else None
    return [replace(checked, record=None) for checked in found], made


def _in_order(files: list[Path], parts: Iterable[list[Checked]]) -> dict[Path, Checked]:
    """What was found in parts of some files, by file in the order of their paths."""
    return dict(sorted(zip(files, chain.from_iterable(parts), strict=True), key=lambda pair: pair[0]))


def _check_all(
    files: list[Path],
    book: Codebook | None,
    replace: bool = False,
    check: Callable[[list[Path], Books], dict[Path, Checked]] = _check_here,
) -> tuple[list[Checked], list[OwnCodes]]:
    """What was found in each file, and the codes that each folder adds (none where a codebook is given). `check` looks
    at each file alone."""
    base = book or source_codebook()
    added = {
        folder: own_codes(folder, base) for folder in ({file.parent: None for file in files} if book is None else ())
    }
    found = check(files, Books(base, {at: base.extended(own.codes) for at, own in added.items() if own.codes}))
    for file, checked in found.items():
        checked.own = not is_shipped(file)
    if replace:
        again = {checked.id for checked in found.values() if checked.own and checked.record is not None}
        found = {file: checked for file, checked in found.items() if checked.own or checked.id not in again}
    first: dict[str, Path] = {}
    for file, checked in sorted(found.items(), key=lambda pair: pair[1].own):  # the collection's own the id
        other = first.setdefault(checked.id, file) if checked.id else file
        name, taken = printable(str(file)), checked.own and checked.id in shipped_ids()
        if other != file:
            both = found[other].own or not taken
            problem = printable(say("id-taken.twice", other=str(other))) if both else say("id-taken.problem")
            allowed = say("id-taken.own") if both else say("id-taken.allowed")
            fault = Fault(name, _line_of_id(file), "id", problem, allowed)
            checked.faults = sorted([*checked.faults, fault])
            checked.record = None
        elif taken:
            told = say("id-taken.problem"), say("id-taken.allowed")
            checked.warnings.append(Fault(name, _line_of_id(file), "id", *told, warning=True))
    return list(found.values()), list(added.values())


def _line_of_id(file: Path) -> int:
    root, _ = read(file.read_bytes(), "")
    assert root is not None  # its id was read before
    return root.value["id"].line


def _check_file(path: Path, book: Codebook) -> Checked:
    name = printable(str(path))
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        return Checked(None, [Fault(name, 1, "", say("yaml.no-file", reason=error.strerror))])
    return _check(data, name, book)


def _check(data: str | bytes, name: str, book: Codebook) -> Checked:
    return _nothing_to_tell(data, name, book) or _with_care(data, name, book)


def _nothing_to_tell(data: str | bytes, name: str, book: Codebook) -> Checked | None:
    """A record with neither faults nor warnings; None where there may be one, which a careful look has to tell."""
    values = faultless(data, book)
    if values is None:
        return None
    draft = Draft(values, {}, book, Path(name).stem)
    if any(True for rule in (*RULES, *DOUBTS) for _ in rule(draft)):
        return None
    try:
        return Checked(msgspec.convert(values, Record), [], values["id"])
    except msgspec.ValidationError:
        return None


def _with_care(data: str | bytes, name: str, book: Codebook) -> Checked:
    report = Report(name)
    root, faults = read(data, name)
    report.found += faults
    if root is None:
        return Checked(None, report.faults())
    note = old_format(upgrade(root), name)
    checked = held(root, name, report, book)
    checked.note = note
    return checked


def _broken(value: Any) -> bool:
    """Whether a value, or one inside it, could not be read, which is told already."""
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return value is BROKEN or any(map(_broken, inside))


def held(root: Node, name: str, report: Report, book: Codebook) -> Checked:
    """What is found when a record of the newest format is held to the shape and to the rules."""
    walk = Walk(report, book)
    values = walk.record(root)
    if values is None:
        return Checked(None, report.faults())
    draft = Draft(values, walk.lines, book, Path(name).stem)
    broken_rules(draft, report)
    doubtful = Report(name, items=report.items)
    doubts(draft, doubtful)
    checked = Checked(None, report.faults(), warnings=doubtful.faults())
    checked.id = values["id"] if isinstance(values["id"], str) else ""
    if not report.found and not _broken(values):
        try:
            checked.record = msgspec.convert(values, Record)
        except msgspec.ValidationError as error:  # a bound of the shape that the walk does not know
            checked.faults = [Fault(name, 1, "", str(error))]
    return checked
