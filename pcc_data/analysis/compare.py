"""Two fields of cases as a table of counts."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from pcc_data.analysis.counts import codes_of, counts
from pcc_data.dataset.dataset import Dataset
from pcc_data.tables.frames import MISSING_WORDS

FEW = 3
"""Groups with fewer cases than this are marked: too few to compare."""

RATINGS = (0, 1, 2, 3)


def cells(data: Dataset, rows: str, columns: str) -> pd.DataFrame:
    """One row a case: its state in two coded fields. Index: case; columns: the two field keys.

    The states are the codes, and `not_found` / `does_not_apply` for missing values.
    Raises ValueError for a field without codes.
    """
    for field, other in ((rows, columns), (columns, rows)):
        if str(field).startswith("outcomes."):
            raise ValueError(
                f"{field!r} is a rating, no coded field of cases: see pcc.outcome_profile(data, {other!r})."
            )
    first, second = data.state(rows), data.state(columns)
    return pd.DataFrame({rows: first, columns: second}) if rows != columns else pd.DataFrame({rows: first})


def compare(data: Dataset | Any, rows: str, columns: str) -> pd.DataFrame:
    """Cross-table of two coded fields: number of cases by code, with margins named `all`.

    `data` is a Dataset, or any frame with a row a case and these two columns (see `counts`): the counting is left to
    its own engine. Shape: codes of `rows` + 1 by codes of `columns` + 1, in the codebook's order. Documented codes that
    do not occur have zeros; `not_found` and `does_not_apply` appear only where they occur. Raises ValueError for a
    field without codes and for unknown codes in a frame.
    """
    frame = cells(data, rows, columns) if isinstance(data, Dataset) else data
    found = counts(frame, (rows, columns))
    first, second = (coded(found, frame, field) for field in (rows, columns))
    grid = np.zeros((len(first.categories), len(second.categories)), dtype="int64")
    np.add.at(grid, (first.codes, second.codes), found["n"])
    table = pd.DataFrame(grid, first.categories, second.categories)
    table = table.loc[_shown(table.sum(axis=1)), _shown(table.sum())]
    table.loc["all"] = table.sum()
    table["all"] = table.sum(axis=1)
    return table.rename_axis(index=rows, columns=columns)


def coded(found: pd.DataFrame, frame: Any, field: str) -> pd.Categorical:
    """The values of a column of counts as codes in their order: those of the frame that was counted, where it has them
    (as a Dataset does, own codes among them), else those of the codebook."""
    own = isinstance(frame, pd.DataFrame) and isinstance(frame[field].dtype, pd.CategoricalDtype)
    return pd.Categorical(found[field], frame[field].cat.categories) if own else codes_of(found[field], field)


def _shown(totals: pd.Series) -> list[str]:
    return [code for code, total in totals.items() if code not in MISSING_WORDS or total]
