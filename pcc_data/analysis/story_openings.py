"""Which cases are told up to a year so that a room can guess how they stand, and up to which year."""

from __future__ import annotations

from hashlib import sha1

import pandas as pd

from pcc_data.dataset.dataset import Dataset

_MIX = {"ended": 4, "weakened": 3, "contested": 2, "stalled": 1, "active": 2}


def mixed(data: Dataset) -> list[str]:
    """Up to twelve cases of all states, always the same: more that ended, weakened or are contested than in the whole.

    The order gives nothing away, but the first case is none that simply goes on.
    """

    def order(case: str) -> str:
        return sha1(case.encode()).hexdigest()

    chosen = [
        case
        for status, count in _MIX.items()
        for case in sorted(data.cases.index[data.cases["status"] == status], key=order)[:count]
    ]
    chosen = sorted(chosen or data.cases.index[:12], key=order)
    troubled = [data.cases.at[case, "status"] in ("ended", "weakened", "contested") for case in chosen]
    first = troubled.index(True) if any(troubled) else 0
    return [str(case) for case in chosen[first:] + chosen[:first]]


def opening_years(data: Dataset, case: str) -> list[int]:
    """Years up to which a story can be told: those of its events; for a case without events the year of its status."""
    years = sorted({int(year) for year in data.one("events", case)["year"].dropna()})
    return years or [int(data.cases.at[case, "status_as_of"])]


def opening_year(data: Dataset, case: str) -> int:
    """The year at which the story stops at first: about half of the events are told, and never the end of the case."""
    years = opening_years(data, case)
    told = sorted(data.one("events", case)["year"].dropna())
    year = int(told[(len(told) - 1) // 2]) if told else years[0]
    end = data.cases.at[case, "end_year"]
    last = years[-1] if pd.isna(end) else int(end)
    before = [other for other in years if other <= year and other < last]
    return before[-1] if before else years[0]
