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


def moves(data: Dataset, by: str, domain: str) -> pd.DataFrame:
    """One row a group and case taken out: `leave_one_out` with the mean of the whole group beside it.

    Columns: group, case, rated (cases of the whole group), whole, mean (without the case), change, most (whether no
    other case of the group moves the mean further; the first one where several do alike).
    """
    table = leave_one_out(data, by, domain)
    whole = table[table["case"].isna()].set_index("group")
    rows = table[table["case"].notna()].drop(columns="median").reset_index(drop=True)
    group = rows["group"]
    rows = rows.assign(group=group.astype("str"), rated=group.map(whole["rated"]), whole=group.map(whole["mean"]))
    rows["change"] = rows["mean"] - rows["whole"]
    far = rows["change"].abs().round(9).sort_values(ascending=False, kind="stable")
    first = ~group[far.index].duplicated()
    return rows.assign(most=first)[["group", "case", "rated", "whole", "mean", "change", "most"]]
