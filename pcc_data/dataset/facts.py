"""All that is recorded of one case, fact by fact, each in words, with its address, its sources and its own year."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from types import SimpleNamespace
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from pcc_data.codes import load_codebook
from pcc_data.dataset.fact import ONE_OF, Fact, Row
from pcc_data.dataset.fact_kinds import fact_of, with_blocs
from pcc_data.say import say

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


LISTS = (
    "boards",
    "votes",
    "promises",
    "indicators",
    "events",
    "lessons",
    "challenges",
    "triggers",
    "set_off",
    "spells",
    "sources",
    "gaps",
    "public_partners",
    "community_partners",
    "other_partners",
)
"""Lists of a record."""


class Facts:
    """The tables of one case as plain rows: a missing value is None. Every table is cut out once, when it is asked
    for."""

    def __init__(self, data: Dataset, case: str) -> None:
        self.data = data
        self.case = case
        self.book = load_codebook()
        self._rows: dict[str, list[Row]] = {}
        self._told: dict[str, tuple[Fact, ...]] = {}

    def frame(self, table: str) -> pd.DataFrame:
        """Rows of a table that belong to the case."""
        frame = getattr(self.data, table)
        if table == "cases":
            return frame.loc[[self.case]]
        at = np.flatnonzero((frame["case"] == self.case).to_numpy(bool))
        together = len(at) and at[-1] - at[0] + 1 == len(
            at
        )  # as the tables are built: a slice costs much less than a choice
        return frame.iloc[at[0] : at[-1] + 1] if together else frame.iloc[at]

    def rows(self, table: str) -> list[Row]:
        """Rows of a table that belong to the case, as dicts."""
        if table not in self._rows:
            frame = self.frame(table)
            columns = [
                [None if value is pd.NA or value != value else value for value in frame[name].tolist()]
                for name in frame
            ]
            self._rows[table] = [dict(zip(frame, values, strict=True)) for values in zip(*columns, strict=True)]
        return self._rows[table]

    @cached_property
    def row(self) -> Row:
        """The case's own row."""
        return self.rows("cases")[0]

    @cached_property
    def _sources(self) -> dict[str, SimpleNamespace]:
        return {row["source"]: SimpleNamespace(**row) for row in self.rows("sources")}

    def sources(self, ids: str | None = None) -> list[SimpleNamespace]:
        """Sources for ids joined by semicolons, in their order, with the columns of `data.sources`; without ids all of
        them."""
        return list(self._sources.values()) if ids is None else [self._sources[name] for name in ids.split(";") if name]

    @cached_property
    def codings(self) -> dict[str, Row]:
        """Reason and sources by field, where the record gives them."""
        return {row["field"]: row for row in self.rows("codings")}

    @cached_property
    def outcomes(self) -> dict[str, Row]:
        """Rating, reason and sources by domain."""
        return {row["domain"]: row for row in self.rows("outcomes")}

    @cached_property
    def knows_until(self) -> int:
        """Year of the newest source that shows how the case stands."""
        return int(self.row["status_as_of"])

    def years(self) -> str:
        """'since 2012', 'about 1998–2015', '1990 or earlier–end not found'."""
        year, end = self.row["start_year"], self.row["end_year"]
        start = say("period.start", known=year is not None, year=str(year), precision=self.row["start_precision"])
        if self.row["status"] == "ended":
            return say("period.ended", start=start, known=end is not None, end=str(end))
        return start if year is None else say("period.since", start=start)

    def state(self, field: str) -> str:
        """One case's code in a coded field, or not_found / does_not_apply."""
        value = self.row[field.removeprefix("place.")]
        if value is not None:
            return str(value)
        record = {**self.row, "status": str(self.row["status"])}
        return self.book.field(field).nothing_in(record) or "does_not_apply"

    def told(self, kind: str) -> tuple[Fact, ...]:
        """The facts of one of the LISTS or of ONE_OF."""
        if kind not in self._told:
            self._told[kind] = tuple(self._made(kind))
        return self._told[kind]

    def spells(self, field: str) -> tuple[Fact, ...]:
        """Years in which a field had its codes, in order of time; empty where nothing is told of a change."""
        return tuple(fact for fact in self.told("spells") if fact.row["field"] == field)

    def gaps(self, path: str) -> tuple[Fact, ...]:
        """Gaps of the record that are about a fact, about what holds it, or about a part of it."""
        return tuple(fact for fact in self.told("gaps") if fact.row["about"] and meets(fact.row["about"], path))

    def _made(self, kind: str) -> Iterator[Fact]:
        if kind in ONE_OF:
            wanted = "paid" if kind == "staff" else "unpaid"
            yield from (fact_of(self, kind, row, kind) for row in self.rows("work") if row["kind"] == wanted)
            return
        if kind.endswith("_partners"):
            rows = [row for row in self.rows("partners") if row["side"] == kind.removesuffix("_partners")]
        else:
            rows = with_blocs(self.rows(kind), kind[:-1]) if kind in ("boards", "votes") else self.rows(kind)
        for number, row in enumerate(rows, start=1):
            yield fact_of(self, kind, row, f"{kind}[{number}]")


def meets(about: str, path: str) -> bool:
    """Whether two addresses of fields are the same, or one lies inside the other; a list without a number means all
    items."""
    for one, other in zip(_steps(about), _steps(path), strict=False):
        if one[0] != other[0] or (one[1] and other[1] and one[1] != other[1]):
            return False
    return True


def _steps(path: str) -> list[tuple[str, str]]:
    return [(name, number) for name, number in re.findall(r"([^.\[\]]+)(?:\[(\d+)\])?", path)]


def in_order(events: pd.DataFrame) -> pd.DataFrame:
    """Events in the order of time, with a column `at`: their year, or for one without a year that of the event before
    it in the record (of the one after it, where there is none); missing where no event has a year."""
    at = events["year"].ffill().bfill()
    return events.assign(at=at).sort_values("at", kind="stable")
