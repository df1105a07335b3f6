"""Which cases change their place in a comparison when other codes stand in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.analysis.compare import cells

if TYPE_CHECKING:
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
