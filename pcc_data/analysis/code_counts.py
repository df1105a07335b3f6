"""Codes that a case can have several of, such as its instruments: cases with each of them, group by group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.codes import load_codebook

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


ENOUGH = 5  # cases a group needs to be named in a sentence about the widest gap

Gap = tuple[str, list[str], list[str]]  # a code, the groups with its largest share and those with its smallest


def code_counts(data: Dataset, table: str, column: str, field: str, by: str | None) -> tuple[pd.DataFrame, pd.Series]:
    """Cases with each code (rows, in the codebook's order) in each group (columns), and the cases in each group.

    Groups without cases are left out. With `by` None there is one group, `all`. Raises ValueError when `by` has no
    codes.
    """
    group = pd.Series("all", index=data.cases.index) if by is None else data.state(by)
    totals = group.value_counts(sort=False)
    totals = totals[totals > 0]
    pairs = data.tables[table][["case", column]].drop_duplicates()
    counts = pd.crosstab(pairs[column].astype("str"), pairs["case"].map(group).astype("str"))
    counts = counts.reindex(index=list(load_codebook().codes(field)), columns=list(totals.index), fill_value=0)
    return counts, totals


def widest_gaps(counts: pd.DataFrame, totals: pd.Series) -> list[Gap]:
    """The codes whose share differs most between groups of at least five cases, with the groups that are highest and
    lowest.

    Several codes, or several groups at an end, are tied. Empty when fewer than two groups are large enough or no share
    differs.
    """
    large = [group for group in totals.index if totals[group] >= ENOUGH]
    if len(large) < 2:
        return []
    shares = counts[large] / totals[large]
    high, low = shares.max(axis=1), shares.min(axis=1)
    apart = (high - low).round(9)  # differences of equal size may differ in their last digit
    if not apart.max():
        return []
    found = apart.index[apart == apart.max()]
    return [(code, *(list(shares.columns[shares.loc[code] == end[code]]) for end in (high, low))) for code in found]
