"""The life of each case in years: when it began, from when to when something is known, until when it is told of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

_OF_CASES = ["name", "start_year", "start_precision", "end_year", "status", "status_as_of"]


def lives(data: Dataset, by: str) -> pd.DataFrame:
    """One row a case (index), by its group in the coded field `by`, then by when its life begins, then by name.

    Beside the columns of `data.cases` that tell of start, end and status: group; events, and the years of the first and
    the last of them (first, last); from, the start or, where it was not found, the first event, or the end; and until,
    the end or the newest source. Raises ValueError for a field without codes.
    """
    found = data.cases[_OF_CASES].assign(group=data.state(by))
    seen = data.events.groupby("case", observed=True)["year"].agg(["min", "max", "size"]).reindex(found.index)
    found["first"], found["last"], found["events"] = seen["min"], seen["max"], seen["size"].fillna(0).astype(int)
    found["until"] = found["end_year"].fillna(found["status_as_of"])
    found["from"] = found["start_year"].fillna(found["first"]).fillna(found["until"])
    return found.sort_values(["group", "from", "name"], kind="stable")
