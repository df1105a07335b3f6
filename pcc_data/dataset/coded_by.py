"""The same cases with another coder's codes in place of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from pcc_data.arguments import listed
from pcc_data.codes import load_codebook
from pcc_data.errors import pick
from pcc_data.paths import datasets_dir
from pcc_data.say import say
from pcc_data.tables.frames import MISSING_WORDS
from pcc_data.tables.read_two_codings import read_two_codings
from pcc_data.tables.spec import DOMAINS, MARKS

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

CURRENT = ("2", "3")
"""Rounds of the collection that were coded by today's definitions; together they hold every case."""
_RATINGS = "outcomes."
_SEVERAL = "triggers"
_COLUMNS = ("round", "case", "field", "coder", "value")


def coded_by(
    data: Dataset, coder: str, round: str | int | Sequence[str | int] | None, codings: pd.DataFrame | None
) -> Dataset:
    """See `Dataset.coded_by`."""
    told = _codings(codings)
    rounds = list(CURRENT) if round is None and codings is None else told["round"].unique() if round is None else round
    wanted = [pick(str(one), sorted(told["round"].unique()), "round") for one in listed(rounds)]
    told = told[told["round"].isin(wanted)]
    told = told[told["coder"] == pick(coder, sorted(told["coder"].unique()), f"coder of round {', '.join(wanted)}")]
    told = told.drop_duplicates(["case", "field"], keep="last")
    if codings is None:
        told = told[~told["case"].isin(data.cases.index[data.cases["own"]])]
    return _Recoded(data, told[told["case"].isin(data.cases.index)]).made()


def _codings(codings: pd.DataFrame | None) -> pd.DataFrame:
    """Codings as texts, without the notes that no coder made. Raises ValueError for what is no frame of codings."""
    table = read_two_codings(datasets_dir()) if codings is None else codings
    if not isinstance(table, pd.DataFrame) or not set(_COLUMNS) <= set(table.columns):
        raise ValueError(
            f"Codings are a frame with the columns {', '.join(_COLUMNS)}; without one the project's own are taken."
        )
    table = table[table["coder"].notna()].astype(dict.fromkeys(("round", "case", "field", "coder"), "str"))
    return table.sort_values("round", key=lambda name: name.str.zfill(9), kind="stable")


class _Recoded:
    """Tables of a data set in which codes are put in place of others, each with what is said of the reason."""

    def __init__(self, data: Dataset, told: pd.DataFrame) -> None:
        self.data, self.told, self.book = data, told, load_codebook()
        self.coded = [name for name in data.cases if self.book.fields.get(str(name)) and self.book.codes(str(name))]
        self.codes = data.cases[self.coded].to_dict("index")
        self.ratings = data.outcomes["rating"].to_dict()
        self.touched: set[tuple[str, str, int, str]] = set()
        self.empty: list[tuple[str, str, int, str, str]] = []
        kept = ("cases", "outcomes", "codings", "triggers", "missing")
        self.tables = {name: table.copy() if name in kept else table for name, table in data.tables.items()}
        self.rows = {
            (case, domain): at
            for at, case, domain in zip(
                data.outcomes.index, data.outcomes["case"], data.outcomes["domain"].astype("str"), strict=True
            )
        }

    def made(self) -> Dataset:
        """The data set with all codes in place, and the marks of whose they are."""
        changed = []
        for row in self.told.to_dict("records"):
            case, field = row["case"], row["field"]
            code = None if pd.isna(row["value"]) or row["value"] in MISSING_WORDS else str(row["value"])
            if field == _SEVERAL:
                self._several(row, code)
            elif self._before(case, field) != code:
                changed.append(self._replaced(row, code))
        self._reasons(changed)
        self._missing()
        cases = self.tables["cases"]
        last = self.told.drop_duplicates("case", keep="last").set_index("case")
        for name in MARKS:
            cases[name] = last[name].reindex(cases.index).astype("str")
        return type(self.data)(**self.tables)

    def _before(self, case: str, field: str) -> str | None:
        """The code that a case has in the data. Raises ValueError for a field that has none."""
        if field.startswith(_RATINGS):
            domain = pick(field.removeprefix(_RATINGS), DOMAINS, "outcome")
            value = self.ratings[self.rows[case, domain]]
        else:
            value = self.codes[case][pick(field, self.coded, "coded field of cases")]
        return None if pd.isna(value) else str(value)

    def _replaced(self, row: dict[str, Any], code: str | None) -> tuple[str, str, str | None, str]:
        """Put a code in its place; returns case, field, code and the reason to tell."""
        case, field = row["case"], row["field"]
        if code is not None:
            pick(code, self.book.codes(field), f"code of {field}")
        reason = self._reason(row, self.book.label(field, self._before(case, field) or MISSING_WORDS[0]))
        if field.startswith(_RATINGS):
            at, table = self.rows[case, field.removeprefix(_RATINGS)], self.tables["outcomes"]
            table.at[at, "rating"] = pd.NA if code is None else int(code)
            table.at[at, "basis"], table.at[at, "sources"] = reason, ""
            number = int((table.loc[table["case"] == case].index <= at).sum())
            self.touched |= {(case, "outcomes", number, name) for name in ("basis", "sources")}
            self._note((case, "outcomes", number, "rating"), code)
        else:
            self.tables["cases"].at[case, field] = None if code is None else code
            self._note((case, "cases", 1, field), code)
        return case, field, code, reason

    def _several(self, row: dict[str, Any], value: str | None) -> None:
        """Put the codes of a field with several in place: reasons stay with codes that stay."""
        case, table = row["case"], self.tables[_SEVERAL]
        codes = [code.strip() for code in value.split(";")] if value else []
        for code in codes:
            pick(code, self.book.codes(f"{_SEVERAL}.code"), f"code of {_SEVERAL}")
        here = table[table["case"] == case]
        if set(here["code"].astype("str")) == set(codes):
            return
        reason = self._reason(row, ", ".join(self.book.phrase(f"{_SEVERAL}.code", code) for code in here["code"]))
        kept = here[here["code"].astype("str").isin(codes)]
        new = [code for code in codes if code not in set(kept["code"].astype("str"))]
        added = pd.DataFrame({"case": case, "code": new, "basis": reason, "sources": ""}).astype(table.dtypes.to_dict())
        self.tables[_SEVERAL] = _by_case(table.drop(here.index), kept, added)

    def _reason(self, row: dict[str, Any], before: str) -> str:
        """Why a code stands here: what its coder wrote, or that nothing was written."""
        written = row.get("basis")
        told = {"coder": row["coder"], "round": row["round"], "before": before}
        if isinstance(written, str) and written.strip():
            return say("coded-by.written", basis=written.strip(), **told)
        return say("coded-by.unwritten", **told)

    def _note(self, cell: tuple[str, str, int, str], code: str | None) -> None:
        """Remember whether a cell (case, table, number of its row, column) is empty now, and why."""
        self.touched.add(cell)
        if code is None:
            case, table, _, column = cell
            record = {**self.data.cases.loc[case].to_dict(), "status": self.data.state_of(case, "status")}
            why = self.book.fields[column].nothing_in(record) if table == "cases" else None
            self.empty.append((*cell, why or MISSING_WORDS[0]))

    def _missing(self) -> None:
        """Say anew which of the cells that were touched are empty."""
        table = self.tables["missing"]
        cells = zip(
            table["case"], table["table"].astype("str"), table["row"], table["field"].astype("str"), strict=True
        )
        kept = table[np.array([cell not in self.touched for cell in cells], dtype=bool)]
        added = pd.DataFrame(self.empty, columns=list(table)).astype(table.dtypes.to_dict())
        self.tables["missing"] = _by_case(kept, added)

    def _reasons(self, changed: list[tuple[str, str, str | None, str]]) -> None:
        """Put the reasons of all codes that changed into the table of codings; ratings hold theirs themselves."""
        table = self.tables["codings"]
        places = dict(zip(zip(table["case"], table["field"], strict=True), table.index, strict=True))
        added = []
        for case, field, code, reason in changed:
            if field.startswith(_RATINGS):
                continue
            told = {"value": code, "basis": reason, "sources": ""}
            if (case, field) in places:
                for name, value in told.items():
                    table.at[places[case, field], name] = value
            else:
                added.append({"case": case, "field": field, **told})
        if added:
            new = pd.DataFrame(added).astype(table.dtypes.to_dict())
            table = _by_case(table, new)
        self.tables["codings"] = table


def _by_case(*parts: pd.DataFrame) -> pd.DataFrame:
    """Rows of several tables, the cases in their order and within a case the parts in theirs."""
    whole = pd.concat([part for part in parts if len(part)] or parts[:1], ignore_index=True)
    return whole.sort_values("case", kind="stable", ignore_index=True)
