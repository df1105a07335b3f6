"""Comparisons of cases: counts with denominators, never shares on their own and never causal words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.arguments import one_of
from pcc_data.tables.frames import MISSING_WORDS
from pcc_data.tables.spec import DOMAINS

if TYPE_CHECKING:
    from pcc_data.dataset import Dataset

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

    Shape: codes of `rows` + 1 by codes of `columns` + 1, in the codebook's order. Documented codes that do not occur have
    zeros; `not_found` and `does_not_apply` appear only where they occur. Raises ValueError for a field without codes.
    """
    first, second = data.state(rows), data.state(columns)
    table = pd.crosstab(first, second, dropna=False, margins=False)
    table = table.reindex(index=_shown(first), columns=_shown(second), fill_value=0)
    table.loc["all"] = table.sum()
    table["all"] = table.sum(axis=1)
    return table.rename_axis(index=rows, columns=columns)


def _shown(states: pd.Series) -> list[str]:
    return [code for code in states.cat.categories if code not in MISSING_WORDS or (states == code).any()]


def outcome_profile(data: Dataset, by: str) -> pd.DataFrame:
    """Ratings of the seven outcome domains in groups of cases.

    One row a group and domain (index: group, domain); columns `n0` … `n3` count the cases with each rating, `rated` and
    `not_found` add up to `cases`, `median` is the median rating of the rated cases (missing when none is rated).
    Groups are the states of the coded field `by` that occur. Raises ValueError for a field without codes.
    """
    groups = data.state(by)
    table = data.outcomes.assign(group=data.outcomes["case"].map(groups).astype(groups.dtype))
    found = table.groupby(["group", "domain"], observed=True)["rating"]
    profile = pd.DataFrame({f"n{rating}": found.apply(lambda part, wanted=rating: int((part == wanted).sum())) for rating in RATINGS})
    profile["rated"], profile["cases"] = found.count(), found.size()
    profile["not_found"] = profile["cases"] - profile["rated"]
    profile["median"] = found.median().astype("Float64")
    order = [code for code in groups.cat.categories if (groups == code).any()]
    return profile.reindex(pd.MultiIndex.from_product([order, DOMAINS], names=[by, "domain"]))


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
        without = {value: part.drop((part == value).idxmax()).median() for value in part.unique()}  # the four ratings, not every case
        rows += [(group, case, means[case], without[part[case]], len(part) - 1) for case in part.index]
    return pd.DataFrame(rows, columns=["group", "case", "mean", "median", "rated"])
