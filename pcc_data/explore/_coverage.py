"""What the collection holds and where it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcc_data import charts
from pcc_data.explore._kit.case_below import case_below, opened
from pcc_data.explore._kit.controls import toggles
from pcc_data.explore._kit.filters import filters

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset
    from pcc_data.explore._kit.explorer import Explorer


COVERAGE = (
    "Who and what is not here? Look for empty places before you draw a conclusion. Click a mark to open its case."
)
_GAPS = [
    ("Places and sectors", "places"),
    ("Sources", "sources"),
    ("Setbacks and ends", "failures"),
    ("Starting years", "years"),
]


def coverage(data: Dataset, view: str = "places") -> Explorer:
    """What the collection holds and where it is empty: places and sectors, sources, ends, starting years.

    `view` opens on places, sources, failures or years.
    """
    return case_below(
        data,
        COVERAGE,
        {"view": toggles("Look at", _GAPS, view), **filters("sector")},
        lambda part, view: charts.coverage(part, view).html(),
        lambda card, **_: opened(card, ("status",)),
        widen="Choose all sectors.",
        listed="24rem",
    )
