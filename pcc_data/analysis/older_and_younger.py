"""When the cases of each group began, and how the older and the younger of them are rated."""

from __future__ import annotations

import pandas as pd

BEGUN_BY = 2010
"""The highest rating of durability asks for fifteen years; most records reach to 2025 or 2026."""
COLUMNS = ("cases", "median", "old", "old-median", "young", "young-median")


def older_and_younger(group: pd.Series, years: pd.Series, ratings: pd.Series, order: list[str]) -> pd.DataFrame:
    """Of each group: cases, median start, and number and median of the rated cases begun by 2010 and later."""
    rows = {}
    number = pd.to_numeric(ratings, errors="coerce")
    for code in order:
        inside = group == code
        row = [int(inside.sum()), years[inside].median()]
        for part in (years <= BEGUN_BY, years > BEGUN_BY):
            some = number[inside & part.fillna(False)].dropna()
            row += [len(some), some.median()]
        rows[code] = row
    return pd.DataFrame.from_dict(rows, orient="index", columns=list(COLUMNS))
