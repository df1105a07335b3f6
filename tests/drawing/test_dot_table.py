"""A table of dots."""

from __future__ import annotations

import pandas as pd

from pcc_data.drawing.dot_table import DotTable
from pcc_data.drawing.marks import PICKABLE


def test_thousands_of_cases_take_one_artist_a_group(data):
    from matplotlib.figure import Figure

    places = pd.DataFrame(
        {"row": "a", "column": "b", "sector": ["water", "energy"] * PICKABLE}, index=range(2 * PICKABLE)
    )
    ax = Figure().add_axes((0, 0, 1, 1))
    DotTable(places, {"a": "A"}, {"b": "B"}).draw(ax, 5, [3], "", "")
    assert len(ax.lines) == 2
