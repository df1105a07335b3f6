"""Which cases change their place in a comparison when other codes stand in it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd

from pcc_data.analysis.compare import cells
from pcc_data.analysis.states import no_step
from pcc_data.codes import load_codebook
from pcc_data.dataset.dataset import Dataset

BEFORE, AFTER = ("row", "column"), ("row_after", "column_after")


def moves(data: Dataset, again: Dataset, rows: str, columns: str) -> pd.DataFrame:
    """The place of each case in a comparison of two coded fields, with the codes of `data` and with those of `again`.

    `again` holds the same cases (`Dataset.coded_by`). Index: case; columns row, column, row_after, column_after (codes,
    `not_found` and `does_not_apply`) and moved. Raises ValueError for a field without codes and when both are the same.
    """
    if isinstance(rows, str) and isinstance(columns, str) and rows == columns:
        raise ValueError(f"Rows and columns are both {rows!r}: choose two different fields.")
    both = [
        cells(one, rows, columns).astype("str").set_axis(names, axis=1)
        for one, names in ((data, BEFORE), (again, AFTER))
    ]
    table = both[0].join(both[1])
    table["moved"] = (table["row"] != table["row_after"]) | (table["column"] != table["column_after"])
    return table


class Cell(NamedTuple):
    """A cell of the comparison: how many cases with either codes, and which came and left."""

    before: int
    after: int
    came: list[str]
    left: list[str]


def moves_by_cell(found: pd.DataFrame, rows: str, columns: str) -> dict[tuple[str, str], Cell]:
    """Every cell, row by row, in the order of the codebook; nothing comes last."""
    before, after = found.groupby(list(BEFORE)).groups, found.groupby(list(AFTER)).groups
    grid = {}
    for row in _codes(rows, (found["row"], found["row_after"])):
        for column in _codes(columns, (found["column"], found["column_after"])):
            was, now = (list(groups.get((row, column), [])) for groups in (before, after))
            came, left = [case for case in now if case not in was], [case for case in was if case not in now]
            grid[row, column] = Cell(len(was), len(now), came, left)
    return grid


def _codes(field: str, found: Iterable[pd.Series]) -> list[str]:
    """Codes of a field that occur."""
    there, nothing = set(pd.concat(found)), no_step(field)
    steps = [code for code in load_codebook().codes(field) if code not in nothing]
    return [code for code in (*steps, *nothing) if code in there]
