"""The truth table: every combination of conditions that some case has, and whether it goes with the outcome."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd

from pcc_data.analysis.qca.calibrate import is_half
from pcc_data.analysis.qca.fit import sufficiency
from pcc_data.analysis.qca.given import NEGATION, Given, cut_off, given
from pcc_data.analysis.qca.implicants import written
from pcc_data.arguments import whole

MAX_CONDITIONS = 10
_SLACK = 1e-9  # 0.8 that comes out of a division may be a hair under 0.8


@dataclass(frozen=True, repr=False)
class TruthTable:
    """A truth table with what it was made of.

    `table` has a row for each combination that at least one case has, from the highest inclusion down within those
    that go with the outcome. Its index is the number of the row (1 is the absence of all conditions; the first
    condition counts most). Columns: config (a figure a condition, in the order of `conditions`), term (the same with
    names), n, incl, PRI, out (1, 0, or missing where there are fewer cases than `n_cut`), contradictory (whether it
    has cases with and cases without the outcome), cases, and against (those of its cases that do not have the outcome).
    """

    given: Given
    outcome: str
    incl_cut: float
    pri_cut: float
    n_cut: int
    table: pd.DataFrame

    @property
    def conditions(self) -> tuple[str, ...]:
        """Names of the conditions, in the order of `config`."""
        return self.given.conditions

    @property
    def on(self) -> list[int]:
        """Numbers of the rows that go with the outcome."""
        return [int(row) for row in self.table.index[self.table["out"].eq(1).fillna(False)]]

    @property
    def off(self) -> list[int]:
        """Numbers of the rows that do not go with it."""
        return [int(row) for row in self.table.index[self.table["out"].eq(0).fillna(False)]]

    @property
    def remainders(self) -> list[int]:
        """Numbers of the rows without cases, or with fewer than `n_cut`."""
        known = {*self.on, *self.off}
        return [row for row in range(1, 2 ** len(self.conditions) + 1) if row not in known]

    @cached_property
    def undecided(self) -> dict[str, list[str]]:
        """Cases with a membership of exactly 0.5 in a condition, which are in no row, or in the outcome; with which."""
        values = np.column_stack([self.given.x, self.given.y])
        names = [*self.conditions, self.outcome.removeprefix(NEGATION)]
        half = is_half(values)
        cases = zip(self.given.cases, half, strict=True)
        return {
            case: [name for name, is_so in zip(names, row, strict=True) if is_so] for case, row in cases if row.any()
        }

    def term(self, row: int) -> str:
        """The combination of a row with its names, such as `DEV*~URB`."""
        return written(self.conditions, 2 ** len(self.conditions) - 1, row - 1)

    def with_and_without(self, row: int) -> tuple[list[str], list[str]]:
        """The cases of a row that have the outcome, and those that do not."""
        one = self.table.loc[row]
        against = [case for case in one["cases"] if case in one["against"]]
        return [case for case in one["cases"] if case not in against], against

    def __repr__(self) -> str:
        return repr(self.table)

    def negated(self) -> TruthTable:
        """The truth table of the outcome's absence, with the same cut-offs."""
        plain = self.outcome.removeprefix(NEGATION)
        other = plain if plain != self.outcome else NEGATION + plain
        turned = self.given._replace(y=1 - self.given.y)
        return table_of(turned, other, self.incl_cut, self.pri_cut, self.n_cut)


def truth_table(
    memberships: pd.DataFrame,
    outcome: str,
    conditions: Iterable[str] | None = None,
    incl_cut: float = 1.0,
    pri_cut: float = 0.0,
    n_cut: int = 1,
) -> TruthTable:
    """The truth table of an outcome, for crisp or fuzzy memberships (Ragin 1987, 2008).

    `memberships` has a row a case and a column a set with values from 0 to 1; `outcome` is one of its columns, with ~
    before it for its absence; `conditions` left out are all other columns. A case belongs to the row in which its
    membership exceeds 0.5; a membership of exactly 0.5 belongs to none (`undecided` names these cases). A row goes with
    the outcome when it has `n_cut` cases, an inclusion of `incl_cut` and a PRI of `pri_cut`. Raises ValueError for
    unknown or doubled names, more than 10 conditions, missing values, values outside 0 to 1 and cut-offs out of reach.
    """
    parts = given(memberships, outcome, conditions)
    if len(parts.conditions) > MAX_CONDITIONS:
        raise ValueError(f"{len(parts.conditions)} conditions are too many; allowed: at most {MAX_CONDITIONS}.")
    cuts = cut_off(incl_cut, "incl_cut"), cut_off(pri_cut, "pri_cut"), whole(n_cut, "n_cut", 1)
    return table_of(parts, str(outcome), *cuts)


def table_of(parts: Given, outcome: str, incl_cut: float, pri_cut: float, n_cut: int) -> TruthTable:
    """The truth table of memberships and cut-offs that have been checked already."""
    found = combinations_in(parts)
    rows = []
    for one in found:
        bits = f"{one.config:0{len(parts.conditions)}b}"
        rows.append((one, bits, out_of(one, incl_cut, pri_cut, n_cut), *_cases(parts, one.members)))
    rows.sort(
        key=lambda row: (-1 if row[2] is None else row[2], row[0].incl, len(row[4]), -row[0].config), reverse=True
    )
    return TruthTable(parts, outcome, incl_cut, pri_cut, n_cut, _frame(parts, rows))


class Combination(NamedTuple):
    """A row of a truth table, counted from 0: which cases are its members, its inclusion and its PRI."""

    config: int
    members: np.ndarray
    incl: float
    pri: float


def combinations_in(parts: Given) -> list[Combination]:
    """The combinations of conditions that at least one case has."""
    size = len(parts.conditions)
    weights = 2 ** np.arange(size - 1, -1, -1)
    configs = (parts.x > 0.5) @ weights
    configs[is_half(parts.x).any(axis=1)] = -1
    found = []
    for config in sorted({int(config) for config in configs} - {-1}):
        x = np.where((config & weights) > 0, parts.x, 1 - parts.x).min(axis=1)
        incl, pri, _ = sufficiency(x, parts.y)
        found.append(Combination(config, configs == config, incl, pri))
    return found


def out_of(one: Combination, incl_cut: float, pri_cut: float, n_cut: int) -> int | None:
    """1 where a combination goes with the outcome, 0 where it does not, None where it has too few cases."""
    if one.members.sum() < n_cut:
        return None
    return int(one.incl >= incl_cut - _SLACK and one.pri >= pri_cut - _SLACK)


def _cases(parts: Given, members: np.ndarray) -> tuple[bool, tuple[str, ...], tuple[str, ...]]:
    """Whether cases of a row disagree about the outcome, its cases, and those without the outcome."""
    inside = [case for case, is_in in zip(parts.cases, members, strict=True) if is_in]
    y = parts.y[members]
    against = tuple(case for case, value in zip(inside, y, strict=True) if value < 0.5 and not is_half(value))
    having = int(((y > 0.5) & ~is_half(y)).sum())
    return bool(against) and having > 0, tuple(inside), against


def _frame(parts: Given, rows: list[tuple]) -> pd.DataFrame:
    full = 2 ** len(parts.conditions) - 1
    columns = {
        "config": ("str", [row[1] for row in rows]),
        "term": ("str", [written(parts.conditions, full, row[0].config) for row in rows]),
        "n": ("int64", [len(row[4]) for row in rows]),
        "incl": ("float64", [row[0].incl for row in rows]),
        "PRI": ("float64", [row[0].pri for row in rows]),
        "out": ("Int64", [row[2] for row in rows]),
        "contradictory": ("bool", [row[3] for row in rows]),
        "cases": ("object", [row[4] for row in rows]),
        "against": ("object", [row[5] for row in rows]),
    }
    index = pd.Index([row[0].config + 1 for row in rows], name="row", dtype="int64")
    return pd.DataFrame({name: pd.Series(values, index, kind) for name, (kind, values) in columns.items()})
