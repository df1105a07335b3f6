"""Where cases lie on earth, and how far they reach."""

from __future__ import annotations

import pandas as pd
import pytest

from pcc_data.analysis.placed import placed, reach

CASES = pd.DataFrame(
    {
        "latitude": ["51.5", -18.1, 95.0, None, 10.0],
        "longitude": [-0.1, "178.4", 0.0, 4.0, float("inf")],
        "reach": ["region", None, "place", "place", "country"],
    },
    index=["london", "suva", "beyond", "nowhere", "endless"],
)


def test_only_what_lies_on_earth_is_placed_and_longitudes_begin_where_the_map_does():
    found = placed(CASES, west=-169)
    assert list(found.index) == ["london", "suva"]
    assert found.at["london", "longitude"] == pytest.approx(-0.1)
    assert placed(CASES, west=0).at["london", "longitude"] == pytest.approx(359.9)


def test_a_case_without_a_reach_is_in_one_place():
    assert list(reach(CASES)) == ["region", "place", "place", "place", "country"]
    assert list(reach(CASES.drop(columns="reach")).unique()) == ["place"]
    with pytest.raises(ValueError, match="country"):
        reach(CASES.assign(reach="countri"))
