"""Promises, row by row."""

from __future__ import annotations

from pcc_data.analysis import promise_rows as promised


def test_a_date_has_no_share(data):
    rows = promised.promise_rows(data)
    dates = rows["unit"].fillna("").str.startswith("year of")
    assert dates.any() and rows.loc[dates, "share"].isna().all()
