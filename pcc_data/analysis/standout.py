"""The cell of a comparison that holds most cases beyond an even spread."""

from __future__ import annotations

import pandas as pd

from pcc_data.analysis.code_counts import ENOUGH
from pcc_data.analysis.compare import FEW


def standout(counts: pd.DataFrame) -> tuple[str, str] | None:
    """The cell that holds most cases beyond an even spread of the columns over the rows.

    `counts` has no margins and nothing that is not known. Compared are rows of at least five cases with at least five
    in the others. A cell needs three cases, two beyond an even spread, and a share half as large again as in the other
    rows. None when there is no such cell.
    """
    total, in_row, in_column = counts.to_numpy().sum(), counts.sum(axis=1).to_numpy()[:, None], counts.sum().to_numpy()
    if not total:
        return None
    surplus = counts - in_row * in_column / total
    large = (in_row >= ENOUGH) & (total - in_row >= ENOUGH) & (counts >= FEW) & (surplus >= 2)
    often = counts * (total - in_row) >= 1.5 * (in_column - counts) * in_row
    found = surplus.where(large & often).stack().dropna()
    return found.idxmax() if len(found) else None
