"""How far the mean rating of a group moves when one of its cases is taken out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.arguments import one_of
from pcc_data.tables.spec import DOMAINS

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def leave_one_out(data: Dataset, by: str, domain: str) -> pd.DataFrame:
    """How the mean and median rating of each group move when one case is taken out.

    One row a group and left-out case (columns: group, case, mean, median, rated); the row whose `case` is missing is
    the whole group. Only groups with at least two rated cases appear. Raises ValueError for a field without codes or an
    unknown domain.
    """
    one_of(domain, DOMAINS, "outcome")
    groups = data.state(by)
    ratings = data.outcomes[data.outcomes["domain"] == domain].set_index("case")["rating"].dropna().astype(float)
    rows = []
    for group, part in ratings.groupby(groups.reindex(ratings.index), observed=True):
        if len(part) < 2:
            continue
        rows.append((group, None, part.mean(), part.median(), len(part)))
        means = (part.sum() - part) / (len(part) - 1)
        without = {
            value: part.drop((part == value).idxmax()).median() for value in part.unique()
        }  # the four ratings, not every case
        rows += [(group, case, means[case], without[part[case]], len(part) - 1) for case in part.index]
    return pd.DataFrame(rows, columns=["group", "case", "mean", "median", "rated"])
