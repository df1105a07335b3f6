"""Drafts of designs: what stands on a canvas and has not been saved yet, kept through a reload.

All drafts of a folder lie in one hidden file of it, which is written whole or not at all. Each canvas keeps one draft
there; whatever the file holds, reading it never fails.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from pcc_data.designs.checking import DesignError, check_text
from pcc_data.designs.design import Design
from pcc_data.files.writing import write_whole
from pcc_data.settings import shared

FILE = ".drafts.json"
MOST = 6
"""Drafts that are kept: one for each canvas on this machine, the newest first."""
FRESH = timedelta(hours=12)
"""So long a draft is kept: the group of the next day does not meet it."""
_LARGEST = 1_000_000  # bytes


class Draft(NamedTuple):
    """A draft: which canvas wrote it, when, and the design. `file` and `text` are the file in which the same table
    saved an earlier state of it, and what was written there; empty where it did not."""

    key: str
    at: datetime
    design: Design
    file: str = ""
    text: str = ""


class Drafts:
    """The drafts of a folder; none in a room, where one table would be offered what another has typed.

    `problem` says in the words of the system why the last one could not be kept, or is None; `damaged` tells whether
    there was something that could not be read when they were read last.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.file = Path(folder).expanduser() / FILE
        self.problem: str | None = None
        self.damaged = False

    def read(self) -> list[Draft]:
        """All drafts that can be read and are fresh, newest first."""
        if shared():
            return []
        entries = self._entries()
        found = [_draft(entry) for entry in entries or ()]
        self.damaged = None in found or (entries is None and self.file.exists())
        fresh = [draft for draft in found if draft and abs(_now() - draft.at) < FRESH]
        return sorted(fresh, key=lambda draft: draft.at, reverse=True)[:MOST]

    def keep(self, key: str, design: Design, file: str = "", text: str = "", instead: str = "") -> None:
        """Keep a design as the draft of the canvas `key`, in place of the draft `instead`. An empty one is not kept:
        what was there before stays."""
        if design == Design() or shared():
            return
        others = [draft for draft in self.read() if draft.key not in (key, instead)]
        self._write([Draft(key, _now(), design, file, text), *others][:MOST])

    def forget(self, *keys: str) -> None:
        """Take the drafts of canvases away: their design has been saved."""
        found = self.read()
        if any(draft.key in keys for draft in found):
            self._write([draft for draft in found if draft.key not in keys])

    def _write(self, drafts: list[Draft]) -> None:
        entries = [one._asdict() | {"at": one.at.isoformat(), "design": one.design.text()} for one in drafts]
        self.problem = None
        try:
            if not drafts:
                return self.file.unlink(missing_ok=True)
            self.file.parent.mkdir(parents=True, exist_ok=True)
            write_whole(self.file, json.dumps({"drafts": entries}, ensure_ascii=False, indent=1), overwrite=True)
        except OSError as error:  # a folder that cannot be written: the canvas goes on without a draft
            self.problem = str(error)

    def _entries(self) -> list[Any] | None:
        """What the file holds; None where there is none, or none that can be read."""
        with suppress(OSError, ValueError, RecursionError):
            if self.file.stat().st_size <= _LARGEST:
                content = json.loads(self.file.read_text(encoding="utf-8"))
                entries = content.get("drafts") if isinstance(content, Mapping) else None
                return entries if isinstance(entries, list) else None
        return None


def _draft(entry: Any) -> Draft | None:
    if not isinstance(entry, Mapping) or not all(isinstance(entry.get(key), str) for key in Draft._fields):
        return None
    try:
        at = datetime.fromisoformat(entry["at"]).astimezone()
        design = Design(**check_text(entry["design"], FILE).values)
        return Draft(entry["key"], at, design, entry["file"], entry["text"])
    except (DesignError, ValueError, OverflowError, OSError):
        return None


def _now() -> datetime:
    return datetime.now().astimezone()
