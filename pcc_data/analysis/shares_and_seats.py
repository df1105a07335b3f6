"""The community's share owned and the seats that it holds, as far as they are on record."""

from __future__ import annotations

import pandas as pd

from pcc_data.dataset.dataset import Dataset

SHARES = {"owned": "community_share_pct", "seats": "community_seats_pct"}
"""Indicators that tell what the community owns and where it sits, in per cent."""


def shares_and_seats(data: Dataset) -> pd.DataFrame:
    """The community's share owned and seats held in per cent, where either is on record. Index: case; columns owned,
    seats, from.

    Owned: the newest actual figure `community_share_pct`. Seats: the newest binding board in which the community sits,
    otherwise the newest actual figure `community_seats_pct`; `from` tells which. Missing: not on record.
    """
    figures = data.indicators[data.indicators["kind"] == "actual"].sort_values("year", na_position="first")
    found = {name: figures[figures["code"] == code].groupby("case")["value"].last() for name, code in SHARES.items()}
    boards = data.boards[data.boards["binding"].fillna(False)].copy()
    unknown = (
        (boards["seats"].isna() & (boards["side"] == "community"))
        .groupby([boards["case"], boards["board"]])
        .transform("any")
    )
    boards = boards[~unknown.astype(bool)]
    boards["held"] = boards["seats"].where(boards["side"] == "community", 0)
    held = (
        boards.groupby(["case", "board"])
        .agg(held=("held", "sum"), total=("seats_total", "first"), as_of=("as_of", "first"))
        .reset_index()
    )
    held = held[held["held"] > 0].sort_values("as_of", na_position="first", kind="stable").groupby("case").last()
    on_board = held["held"].astype(float) / held["total"].astype(float) * 100
    table = pd.DataFrame({"owned": found["owned"], "seats": on_board.combine_first(found["seats"])})
    table["from"] = [
        "board" if case in on_board.index else "figure" if pd.notna(seats) else None
        for case, seats in table["seats"].items()
    ]
    return table.reindex([case for case in data.cases.index if case in table.index])
