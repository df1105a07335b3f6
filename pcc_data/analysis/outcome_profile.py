"""Ratings of outcomes, group by group: counts with their denominators, never shares on their own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

import pandas as pd

from pcc_data.analysis.compare import RATINGS, coded
from pcc_data.analysis.counts import counts
from pcc_data.dataset.dataset import Dataset
from pcc_data.errors import not_allowed
from pcc_data.tables.spec import DOMAINS

HIGH = (2, 3)
"""Ratings that the sentences count."""


def outcome_profile(data: Dataset | Any, by: str) -> pd.DataFrame:
    """Ratings of the seven outcome domains in groups of cases.

    `data` is a Dataset, or any frame (see `counts`) with a row a case and domain and the columns `by`, `domain` and
    `rating` (0 to 3, or missing). One row a group and domain (index: group, domain); columns `n0` … `n3` count the
    cases with each rating, `rated` and `not_found` add up to `cases`, `median` is the median rating of the rated cases
    (missing when none is rated). Groups are the states of the coded field `by` that occur. Raises ValueError for a
    field without codes, unknown codes, and ratings that do not exist.
    """
    frame = _rated(data, by) if isinstance(data, Dataset) else data
    found = counts(frame, (by, "domain", "rating"))
    found[by] = coded(found, frame, by)
    ratings = pd.to_numeric(found["rating"])
    for wrong in ratings.dropna()[~ratings.dropna().isin(RATINGS)]:
        raise ValueError(not_allowed(wrong, map(str, RATINGS), "rating"))
    parts = {f"n{rating}": found["n"].where(ratings == rating, 0) for rating in RATINGS}
    parts |= {"rated": found["n"].where(ratings.notna(), 0), "cases": found["n"]}
    keys = [found[by].astype("str"), found["domain"].astype("str")]
    profile = pd.DataFrame(parts).fillna(0).astype("int64").groupby(keys).sum()
    profile = profile.astype({"rated": "Int64", "cases": "Int64"})
    profile["not_found"] = profile["cases"] - profile["rated"]
    profile["median"] = _medians(profile[[f"n{rating}" for rating in RATINGS]])
    order = [code for code in found[by].cat.categories if (found[by] == code).any()]
    return profile.reindex(pd.MultiIndex.from_product([order, DOMAINS], names=[by, "domain"]))


def rated_high(profile: pd.DataFrame) -> tuple[int, int]:
    """How many ratings in some rows of a profile are 2 or 3, and how many ratings there are."""
    return int(profile[[f"n{rating}" for rating in HIGH]].to_numpy().sum()), int(profile["rated"].sum())


def cases_by_rating(data: Dataset, by: str, order: Iterable[str]) -> dict[tuple[str, str], list[list[str]]]:
    """For each group and domain the cases with each rating (0 to 3), and at last those without one, in this order of
    cases. Raises ValueError for a field without codes."""
    rows = data.outcomes.set_index("case").loc[order, ["domain", "rating"]]
    groups, domains = data.state(by).astype(str).reindex(rows.index), rows["domain"].astype(str)
    places = rows["rating"].astype("Int64").fillna(len(RATINGS))
    found: dict[tuple[str, str], list[list[str]]] = defaultdict(lambda: [[] for _ in range(len(RATINGS) + 1)])
    for case, group, domain, place in zip(rows.index, groups, domains, places, strict=True):
        found[group, domain][place].append(case)
    return found


def _rated(data: Dataset, by: str) -> pd.DataFrame:
    groups = data.state(by)
    table = data.outcomes[["case", "domain", "rating"]]
    return table.assign(**{by: table["case"].map(groups).astype(groups.dtype)})


def _medians(tallies: pd.DataFrame) -> pd.Series:
    """The median of ratings that were counted: the mean of the two in the middle; missing where there is none."""
    ends, total = tallies.cumsum(axis=1), tallies.sum(axis=1)
    low, high = ((ends.le((total - 1 + more) // 2, axis=0)).sum(axis=1) for more in (0, 1))
    return ((low + high) / 2).where(total > 0).astype("Float64")
