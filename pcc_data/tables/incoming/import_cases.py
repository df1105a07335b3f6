"""`pcc import`: a spreadsheet becomes records; every fault is told by sheet and cell before anything is written."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pcc_data.codes import Codebook
from pcc_data.files.writing import write_all
from pcc_data.records.checking import ENDINGS, held
from pcc_data.records.faults import MOST_FAULTS, Fault, Report, printable
from pcc_data.records.own_codes import own_codes
from pcc_data.records.reading import BROKEN, Node, plain
from pcc_data.records.shape import source_codebook
from pcc_data.records.template import schema_address
from pcc_data.records.writing import dump_record
from pcc_data.say import say
from pcc_data.tables.incoming.by_map import by_map
from pcc_data.tables.incoming.cells import Unreadable
from pcc_data.tables.incoming.completed import Completed
from pcc_data.tables.incoming.map_file import head_row
from pcc_data.tables.incoming.read_sheets import read_sheets
from pcc_data.tables.incoming.trees import Place, Trees, grown

_NULL = re.compile("(^|, )null$")
_MOST_LACKS = 30
"""So many lacking parts of a record are named; of more, how many there are."""


@dataclass
class Incoming:
    """What a spreadsheet gives: texts of records by id, faults and warnings in words, what each record lacks, and the
    text of a report on what a map left over."""

    texts: dict[str, str] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    lacks: dict[str, list[str]] = field(default_factory=dict)
    left_over: str = ""


def incoming(path: Path, folder: Path, columns: Path | None = None) -> Incoming:
    """Records that a spreadsheet would become in a folder, without writing anything.

    `columns` is a map of someone else's table. Raises Unreadable (a ValueError) for a file that is no spreadsheet or no
    map, OSError when it cannot be read.
    """
    book = _book(folder)
    sheets = read_sheets(path, 1 if columns is None else head_row(columns))
    if not sheets:
        raise Unreadable(say("incoming.nothing", path=str(path)))
    made = Incoming()
    if columns is None:
        trees = grown(sheets, book)
    else:
        trees, made.left_over = by_map(sheets, columns, book)
    found = [
        (trouble.place, Fault("", 1, trouble.column, trouble.problem, trouble.allowed, trouble.suggestion))
        for trouble in trees.troubles
    ]
    for case, tree in trees.found.items():
        found += _one(made, trees, case, tree, path, folder)
    order = [sheet.name for sheet in sheets]
    found.sort(key=lambda fault: (order.index(fault[0][0]) if fault[0][0] in order else 0, _row_first(fault[0][1])))
    made.faults = [_told(path, place, fault) for place, fault in found]
    if not made.faults and not made.texts:
        raise Unreadable(say("incoming.nothing", path=str(path)))
    return made


def _book(folder: Path) -> Codebook:
    """The codebook, with the codes that the folder adds. Raises Unreadable when these have faults."""
    base = source_codebook()
    added = own_codes(folder, base) if folder.is_dir() else None
    if added is not None and added.faults:
        raise Unreadable("\n".join(map(str, added.faults)))
    return base.extended(added.codes) if added is not None and added.codes else base


def _row_first(cell: str) -> tuple[int, int, str]:
    """A cell as people read a sheet: row by row."""
    found = re.match(r"([A-Z]+)(\d+)", cell)
    return (int(found[2]), len(found[1]), found[1]) if found else (0, 0, cell)


def _one(made: Incoming, trees: Trees, case: str, tree: Node, path: Path, folder: Path) -> list[tuple[Place, Fault]]:
    """Hold one record to the rules and keep its text; what is wrong with it, and where."""
    done = Completed(tree, trees.book, trees.places)
    still = say("value-wrong.fill-in")
    checked = held(tree, f"{case}.yaml", Report(f"{case}.yaml"), trees.book)
    wrong = [(_place(trees, tree, fault), fault) for fault in checked.faults if fault.problem != still]
    if done.lacks:
        made.lacks[case] = done.lacks
    else:
        made.warnings += [_told(path, _place(trees, tree, one), one) for one in checked.warnings]
    if not wrong and not _broken(tree):
        made.texts[case] = dump_record(plain(tree), schema_address(folder))
    return wrong


def _broken(tree: Node) -> bool:
    """Whether a part of a record could not be read, which is told already."""
    inner = tree.value.values() if isinstance(tree.value, dict) else tree.value if isinstance(tree.value, list) else ()
    return tree.value is BROKEN or any(map(_broken, inner))


def _place(trees: Trees, tree: Node, fault: Fault) -> tuple[str, str]:
    """The cell of a fault; what is wrong with a record as a whole stands where its row begins."""
    return trees.places[(fault.line if fault.field else tree.line) - 1]


def _told(path: Path, place: tuple[str, str], fault: Fault) -> str:
    """A fault with the sheet and the cell in which it is; an empty cell is what a record calls null."""
    allowed = _NULL.sub(rf"\1{say('incoming.empty-cell')}", fault.allowed)
    sheet, cell = place
    where = say("incoming.place", file=path.name, sheet=sheet, cell=cell, which="cell" if cell else "sheet")
    return printable(f"{where}: {replace(fault, allowed=allowed).told()}")


def run_import(
    path: Path,
    folder: Path,
    *,
    incomplete: bool = False,
    columns: Path | None = None,
    out: Callable[[str], object] = print,
) -> int:
    """The command `pcc import`: write the cases of a spreadsheet as records into a folder, all of them or none.

    0 written; 1 nothing written, because something is wrong or lacking (with `incomplete` what is lacking is marked in
    the records instead); 2 it could not run. No file is replaced.
    """
    try:
        made = incoming(path, folder, columns)
        report = folder / f"{path.stem}-left-over.csv"
        files = {folder / f"{case}.yaml": text for case, text in made.texts.items()}
        if made.left_over:
            files[report] = "\ufeff" + made.left_over  # so that Excel knows its letters
        _tell(made, out)
        if made.faults or (made.lacks and not incomplete):
            out(_not_written(made, path))
            return 1
        return _written(files, folder, made, out)
    except (Unreadable, OSError) as error:
        out(printable_lines(f"pcc import: {error}"))
        return 2


def printable_lines(text: str) -> str:
    """Lines without characters that would garble a terminal."""
    return "\n".join(printable(line) for line in text.split("\n"))


def _tell(made: Incoming, out: Callable[[str], object]) -> None:
    for line in [*made.warnings, *made.faults][:MOST_FAULTS]:
        out(line)
    if len(made.warnings) + len(made.faults) > MOST_FAULTS:
        out(say("fault.more", n=str(len(made.warnings) + len(made.faults) - MOST_FAULTS)))
    for case, parts in made.lacks.items():
        out(say("incoming.lacks", case=case, n=len(parts), parts=_shortened(parts)))


def _shortened(parts: list[str]) -> list[str]:
    if len(parts) <= _MOST_LACKS:
        return parts
    return [*parts[: _MOST_LACKS - 1], say("incoming.more-parts", n=len(parts) - _MOST_LACKS + 1)]


def _not_written(made: Incoming, path: Path) -> str:
    if made.faults:
        return say("incoming.refused", n=len(made.faults), file=path.name)
    return say("incoming.lacking", n=len(made.lacks))


def _written(files: Mapping[Path, str], folder: Path, made: Incoming, out: Callable[[str], object]) -> int:
    taken = [file.name for path in files for file in _beside(path) if os.path.lexists(file)]
    if taken:
        out(say("incoming.taken", folder=str(folder), n=len(taken), files=taken[:5], more=max(len(taken) - 5, 0)))
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    write_all(files)
    report = [path for path in files if path.suffix == ".csv"]
    done = {"n": len(made.texts), "folder": str(folder), "lacking": len(made.lacks)}
    out(say("incoming.written", **done))
    for path in report:
        out(say("incoming.report", file=str(path)))
    return 0


def _beside(path: Path) -> list[Path]:
    """A file, and those that would be the same record."""
    return [path.with_suffix(ending) for ending in ENDINGS] if path.suffix in ENDINGS else [path]
