"""Two fields of cases as a table of counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.tables.frames import MISSING_WORDS

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


FEW = 3
"""Groups with fewer cases than this are marked: too few to compare."""

RATINGS = (0, 1, 2, 3)


def cells(data: Dataset, rows: str, columns: str) -> pd.DataFrame:
    """One row a case: its state in two coded fields. Index: case; columns: the two field keys.

    The states are the codes, and `not_found` / `does_not_apply` for missing values.
    Raises ValueError for a field without codes.
    """
    first, second = data.state(rows), data.state(columns)
    return pd.DataFrame({rows: first, columns: second}) if rows != columns else pd.DataFrame({rows: first})


def compare(data: Dataset, rows: str, columns: str) -> pd.DataFrame:
    """Cross-table of two coded fields: number of cases by code, with margins named `all`.

    Shape: codes of `rows` + 1 by codes of `columns` + 1, in the codebook's order. Documented codes that do not occur
    have zeros; `not_found` and `does_not_apply` appear only where they occur. Raises ValueError for a field without
    codes.
    """
    first, second = data.state(rows), data.state(columns)
    table = pd.crosstab(first, second, dropna=False, margins=False)
    table = table.reindex(index=_shown(first), columns=_shown(second), fill_value=0)
    table.loc["all"] = table.sum()
    table["all"] = table.sum(axis=1)
    return table.rename_axis(index=rows, columns=columns)


def _shown(states: pd.Series) -> list[str]:
    return [code for code in states.cat.categories if code not in MISSING_WORDS or (states == code).any()]
