"""Records straight out of a spreadsheet, for who wants to look at them before any file is written."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from pcc_data.errors import RecordsError
from pcc_data.records.checking import check_text
from pcc_data.say import say
from pcc_data.tables.incoming.import_cases import incoming

_ENDINGS = (".xlsx", ".xlsm", ".csv")


def is_spreadsheet(path: Path) -> bool:
    """Whether a path leads to a spreadsheet, or to a folder of tables, and not to records."""
    return path.suffix.lower() in _ENDINGS or (path / "cases.csv").is_file()


def spreadsheet_records(path: Path) -> list[dict[str, Any]]:
    """The records that `pcc import` would write, as plain values; nothing is written.

    Raises RecordsError that lists every fault by sheet and cell and what is lacking, Unreadable (a ValueError) for what
    is no spreadsheet, OSError when there is none.
    """
    made = incoming(path, path.parent)
    lacks = [say("incoming.lacks", case=case, n=len(parts), parts=parts) for case, parts in made.lacks.items()]
    if made.faults or lacks:
        raise RecordsError("\n".join([say("incoming.not-loaded", file=path.name), *made.faults, *lacks]))
    checked = (check_text(text, f"{case}.yaml")[0] for case, text in made.texts.items())
    return [msgspec.to_builtins(record) for record in checked]
