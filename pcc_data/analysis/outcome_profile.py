"""Ratings of outcomes, group by group: counts with their denominators, never shares on their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.analysis.compare import RATINGS
from pcc_data.tables.spec import DOMAINS

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def outcome_profile(data: Dataset, by: str) -> pd.DataFrame:
    """Ratings of the seven outcome domains in groups of cases.

    One row a group and domain (index: group, domain); columns `n0` … `n3` count the cases with each rating, `rated` and
    `not_found` add up to `cases`, `median` is the median rating of the rated cases (missing when none is rated).
    Groups are the states of the coded field `by` that occur. Raises ValueError for a field without codes.
    """
    groups = data.state(by)
    table = data.outcomes.assign(group=data.outcomes["case"].map(groups).astype(groups.dtype))
    found = table.groupby(["group", "domain"], observed=True)["rating"]
    profile = pd.DataFrame(
        {f"n{rating}": found.apply(lambda part, wanted=rating: int((part == wanted).sum())) for rating in RATINGS}
    )
    profile["rated"], profile["cases"] = found.count(), found.size()
    profile["not_found"] = profile["cases"] - profile["rated"]
    profile["median"] = found.median().astype("Float64")
    order = [code for code in groups.cat.categories if (groups == code).any()]
    return profile.reindex(pd.MultiIndex.from_product([order, DOMAINS], names=[by, "domain"]))
