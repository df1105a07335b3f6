"""All promises with what was delivered of them."""

from __future__ import annotations

import numpy as np
import pandas as pd

from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.fact_kinds import overdue
from pcc_data.dataset.promise_words import is_time


def promise_rows(data: Dataset) -> pd.DataFrame:
    """All promises in the order of the picture: by what became of them, then by case; with the share delivered.

    `share` is delivered / promised, missing where an amount was not found or a date or time limit was promised. `late`
    tells whether it was still pending when it should have been kept.
    """
    rows = data.promises.assign(name=data.promises["case"].map(data.cases["name"]))
    dates = [is_time(unit) for unit in rows["unit"]]
    countable = rows["unit"].notna() & ~np.array(dates, dtype=bool) & (rows["promised"] > 0)
    rows["share"] = (rows["delivered"] / rows["promised"]).where(countable)
    years = rows[["due", "due_month", "as_of"]].astype(object)
    rows[["due", "due_month", "as_of"]] = years.where(years.notna(), None)
    known = rows["case"].map(data.cases["status_as_of"])
    rows["late"] = list(map(overdue, rows["state"], rows["due"], rows["as_of"], known))
    return rows.sort_values(["state", "name", "promised_in"], kind="stable").reset_index(drop=True)
