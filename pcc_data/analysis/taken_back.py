"""What was taken back of cases that no longer simply go on, and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data.dataset.grounds import Ground, grounds
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

NOT_ACTIVE = ("weakened", "contested", "stalled", "ended")
_COLUMNS = ["year", "what", "who", "stands", "text", "sources", "later", "later_text", "later_sources"]


def taken_back(data: Dataset) -> pd.DataFrame:
    """One row a case (index) with a line in `datasets/teaching/taken_back.yaml`: year, what, who, stands, and the event
    of the record with its sources; `later` is the year of the event that tells how it went on, where there is one."""
    rows: dict[str, dict[str, Any]] = {}
    for line in teaching("taken_back")["lines"]:
        for told in found_in(data, line, line):
            kept = {key: line.get(key) for key in ("year", "what", "who", "stands")}
            rows[line["case"]] = {**kept, "text": told.text, "sources": told.sources}
            for later in found_in(data, line, line.get("then")):
                then = {"later": line["then"]["year"], "later_text": later.text, "later_sources": later.sources}
                rows[line["case"]] |= then
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=_COLUMNS)
    return frame.astype({"year": "Int64", "later": "Int64"})


def found_in(data: Dataset, line: dict[str, Any], part: dict[str, Any] | None) -> list[Ground]:
    """The event (or challenge) that a line, or what came after it (`part`), names; none where the case is not there."""
    return [] if part is None else grounds(data, {"from": [{"kind": "events", **part, "case": line["case"]}]})


def names(kind: str) -> dict[str, str]:
    """Names of who took it (`who`) or of what was taken (`what`), by id."""
    return {part["id"]: part["name"] for part in teaching("taken_back")[kind]}
