"""Codes that a case can have several of, counted in cases."""

from __future__ import annotations

import pandas as pd
import pytest

import pcc_data as pcc
from pcc_data.analysis.code_counts import code_counts, widest_gaps


@pytest.mark.parametrize("by", [None, "sector", "status"])
def test_cases_are_counted_once_a_code_and_group(data, by):
    counts, totals = code_counts(data, "lessons", "theme", "lessons.theme", by)
    group = data.cases[by].astype(str) if by else pd.Series("all", index=data.cases.index)
    pairs = {(row.theme, group[row.case], row.case) for row in data.lessons.itertuples()}
    assert totals.sum() == len(data) and list(counts.index) == list(pcc.codebook.codes("lessons.theme"))
    for code in counts.index:
        for name in totals.index:
            assert counts.at[code, name] == sum(pair[:2] == (code, name) for pair in pairs)


def test_a_field_without_codes_is_refused(data):
    with pytest.raises(ValueError, match="sector"):
        code_counts(data, "lessons", "theme", "lessons.theme", "sectr")


def test_widest_gap_is_found_by_hand():
    counts = pd.DataFrame({"a": [5, 1], "b": [0, 2], "tiny": [0, 2]}, index=["x", "y"])
    totals = pd.Series({"a": 5, "b": 10, "tiny": 2})
    assert widest_gaps(counts, totals) == [("x", ["a"], ["b"])]
    assert widest_gaps(counts[["a"]], totals[["a"]]) == widest_gaps(counts * 0, totals) == []
    wide = pd.DataFrame({"a": [5, 0], "b": [0, 10], "c": [0, 3]}, index=["x", "y"])
    assert widest_gaps(wide, pd.Series({"a": 5, "b": 10, "c": 6})) == [("x", ["a"], ["b", "c"]), ("y", ["b"], ["a"])]
