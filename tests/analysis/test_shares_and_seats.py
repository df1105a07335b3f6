"""Shares owned and seats held that are on record."""

from __future__ import annotations

import pandas as pd
import pytest

from pcc_data.analysis.shares_and_seats import shares_and_seats


def test_shares_and_seats_are_those_on_record(data):
    table = shares_and_seats(data)
    figures = data.indicators[data.indicators["kind"] == "actual"]
    owned = figures[figures["code"] == "community_share_pct"]
    assert set(table.index[table["owned"].notna()]) == set(owned["case"])
    assert table.loc["wolfhagen-energy-cooperative", ["owned", "seats"]].tolist() == [25, pytest.approx(200 / 9)]
    seated = table[table["from"] == "figure"]
    for case, seats in seated["seats"].items():
        own = figures[(figures["case"] == case) & (figures["code"] == "community_seats_pct")]
        assert seats in own["value"].tolist()


def test_empty_boards_leave_no_shares(data):
    assert isinstance(shares_and_seats(data.only([])), pd.DataFrame) and shares_and_seats(data.only([])).empty
