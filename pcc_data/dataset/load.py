"""Load the project's cases, records of one's own, or both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data.arguments import yes_or_no
from pcc_data.codes import Codebook, load_codebook, use_own_codes
from pcc_data.dataset.dataset import Dataset, Source
from pcc_data.errors import RecordsError, pick, warn
from pcc_data.files.built import Built
from pcc_data.paths import datasets_dir, shipped_ids
from pcc_data.say import say
from pcc_data.tables.frames import frame_from_csv, frames_from_rows
from pcc_data.tables.incoming.spreadsheet_records import is_spreadsheet, spreadsheet_records
from pcc_data.tables.rows import table_rows
from pcc_data.tables.spec import TABLES

if TYPE_CHECKING:
    from pcc_data.records.checking import Found
    from pcc_data.records.faults import Fault


BROKEN = ("raise", "skip")


def load(
    folder: Source | None = None, *, extra: Source | None = None, replace: bool = False, broken: str = "raise"
) -> Dataset:
    """Load the data set: the project's cases, the records in a folder of one's own, or (with `extra`) both.

    Own records are checked by the same rules as the project's; the column `own` of `cases` tells them apart. With
    `replace` a record in `extra` may have the id of a case of the collection and stands in its place, as who codes a
    case again needs it. A `codebook.yaml` beside own records adds codes to sector, themes and public_instruments. The
    session knows them from then on, in pictures of other data too (`settings.own_codes`), until their folder is loaded
    without them. With `broken="skip"` records with faults are left out, of which one warning tells, and the others are
    loaded. Either may also be a spreadsheet as `pcc new-case --xlsx` lays it out (.xlsx, .csv, or a folder of tables):
    its cases are taken as they are, and nothing is written.

    Raises RecordsError (a ValueError) that lists every fault of every record, FileNotFoundError when the folder holds
    no records, ValueError for another value of `broken` or `replace`, and Damaged (a ValueError) that names the file
    when a table of the project's is not as `pcc build` wrote it.
    """
    pick(broken, BROKEN, "way to treat broken records")
    if yes_or_no(replace, "value of replace") and extra is None:
        raise ValueError(
            "replace=True puts records of a folder in place of the collection's: name that folder, load(extra=…,"
            " replace=True)."
        )
    book = load_codebook()
    if folder is None and extra is None:
        tables = datasets_dir() / "tables"
        built = Built(tables)

        def read(name: str) -> pd.DataFrame:
            return frame_from_csv(built.read(f"{name}.csv"), tables / f"{name}.csv", name, book)

        return Dataset.later({name: partial(read, name) for name in TABLES})
    sheets = [Path(one) for one in (folder, extra) if one is not None and is_spreadsheet(Path(one))]
    if sheets:
        return _with_spreadsheets(folder, extra, replace=replace, broken=broken)
    folders = [Path(folder) if folder is not None else datasets_dir() / "cases"] + (
        [Path(extra)] if extra is not None else []
    )
    found = _checked(folders, replace=replace, skip=broken == "skip")
    for folder in found.added:
        use_own_codes(folder.folder, folder.codes)
    return from_records(found.records, found.own)


def _with_spreadsheets(folder: Source | None, extra: Source | None, *, replace: bool, broken: str) -> Dataset:
    """A data set of which a part or all comes from spreadsheets."""
    records: dict[str, dict[str, Any]] = {}
    own: set[str] = set()
    for path in [Path(folder) if folder is not None else datasets_dir() / "cases", *([Path(extra)] if extra else [])]:
        if is_spreadsheet(path):
            found, mine = spreadsheet_records(path), None
        else:
            checked = _checked([path], skip=broken == "skip")
            found, mine = checked.records, checked.own
        added = {record["id"]: record for record in found}
        twice = sorted(records.keys() & added)
        if twice and not replace:
            raise RecordsError(say("incoming.ids-taken", ids=twice, n=len(twice)))
        records |= added
        own |= added.keys() if mine is None else mine
    return from_records(list(records.values()), own)


def from_records(records: list[dict[str, Any]], own: Collection[str] | None = None) -> Dataset:
    """A data set of records that have been checked already (plain dicts in the shape of `pcc_data.records.shape`).

    `own` holds the ids of those that are the user's own; without it, of those that the collection does not have.
    """
    book = load_codebook()
    own = {record["id"] for record in records} - shipped_ids() if own is None else own
    return Dataset(**frames_from_rows(table_rows(records, book, own), book))


def read_folders(folders: list[Path], book: Codebook | None = None) -> list[dict[str, Any]]:
    """Checked records of all YAML files in the folders, by a codebook and no own codes if one is given.

    Raises RecordsError, FileNotFoundError.
    """
    return _checked(folders, book).records


def make_of_folders(
    folders: list[Path], book: Codebook, make: Callable[[list[dict[str, Any]]], Any], take: Callable[[Any], object]
) -> None:
    """Hand to `take` what `make` gives for the records of all YAML files in the folders, part by part in the order of
    their ids, on all cores where they are many. `make` is a function of a module or a partial of one.

    Raises RecordsError, FileNotFoundError; then nothing is to be done with what was taken.
    """
    from pcc_data.records.checking import make_of_records

    faults = make_of_records(folders, book, make, take)
    if faults:
        raise _refused(faults)


def _refused(faults: list[Fault]) -> RecordsError:
    return RecordsError("\n".join([say("load.refused", n=len(faults)), *map(str, faults)]))


def _checked(folders: list[Path], book: Codebook | None = None, *, replace: bool = False, skip: bool = False) -> Found:
    """Checked records of folders. Raises RecordsError for faults, unless they are skipped and a record is left; warns
    of these."""
    from pcc_data.records.checking import find_records

    found = find_records(folders, book, replace=replace)
    if found.faults and not (skip and found.records and not any(own.faults for own in found.added)):
        raise _refused(found.faults)
    if found.faults:
        files = Counter(fault.file for fault in found.faults)
        told = ", ".join(say("load.file", file=file, n=count) for file, count in files.items())
        warn(say("load.left-out", n=len(files), files=told))
    return found
