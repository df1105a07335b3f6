"""Who plans and who delivers: all cases in the co-production grid (Bovaird, 2007)."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pcc_data import charts
from pcc_data.analysis.co_production import FIELDS, rule
from pcc_data.explore._kit.dots import dots
from pcc_data.explore._kit.explorer import Explorer, toggles
from pcc_data.markup import details

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def co_production(data: Dataset) -> Explorer:
    """The co-production grid (Bovaird, 2007) with all cases or one sector on it."""
    shown = toggles("Show", [("The grid", "grid")], "grid")
    shown.layout.display = "none"
    folded = details("The rule behind the grid", f"<p>{escape(rule())}</p>", key="rule")
    return dots(
        data,
        "Each mark is a case. Which places are full, and which stay empty? Click a mark.",
        shown,
        {"grid": lambda some, chosen=None: charts.co_production_grid(some, chosen)},
        FIELDS,
        lambda _: folded,
    )
