"""What stands out in a table of counts."""

from __future__ import annotations

import pandas as pd

from pcc_data.analysis.standout import standout


def test_standout_is_found_by_hand():
    counts = pd.DataFrame({"a": [6, 1, 1], "b": [1, 6, 1]}, index=["x", "y", "tiny"])
    assert standout(counts) == ("x", "a")
    assert standout(counts.iloc[::-1]) == ("y", "b")  # as large a surplus; the first row wins
    assert standout(pd.DataFrame({"a": [5, 5], "b": [5, 5]}, index=["x", "y"])) is None
    assert standout(pd.DataFrame({"a": [3, 0], "b": [0, 3]}, index=["x", "y"])) is None, (
        "groups under five are not compared"
    )
    assert standout(counts * 0) is None
    many = pd.DataFrame({"a": [110, 400], "b": [700, 3800]}, index=["x", "y"])
    assert standout(many) is None, "in a large set a share that is hardly larger does not stand out"
    assert standout(many + pd.DataFrame({"a": [90, 0], "b": [0, 0]}, index=["x", "y"])) == ("x", "a")
