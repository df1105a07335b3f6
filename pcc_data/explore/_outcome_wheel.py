"""Weigh the outcomes as a room, and see how much of the order of groups is the weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

import ipywidgets as widgets

from pcc_data import charts
from pcc_data.codes import load_codebook
from pcc_data.explore._kit.controls import toggles
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.markup import details
from pcc_data.tables.spec import DOMAINS

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

_LOOK = (
    "What should count, and how much? Agree on a weight from 0 to 5 for each outcome. Then look how the groups differ,"
    " and how easily the order of the highest two turns round."
)
_HOW = """<p>Each point is the mean rating of the rated cases of a group. The weighted mean takes these means with
the weights of the
room. A group is compared only if at least three of its cases are rated in every outcome that has a weight. The other
weightings are
drawn at random so that every division of the weight among these outcomes is as likely as any other (1,000 draws,
always the same
ones). A mean takes the steps of the scale as equal, and the cases were chosen, not drawn by lot.</p>"""


def outcome_wheel(data: Dataset, by: str = "ownership_model") -> Explorer:
    """Weigh the seven outcome domains; groups of cases are drawn as profiles, not ranked.

    `by` is a coded field to group by, ownership_model or sector at first. A sentence tells how many of 1,000 other
    weightings would turn the order of the two highest groups round. Raises ValueError for a field without codes.
    """
    book = load_codebook()
    data.state(by)
    groups = toggles(
        "Groups", [(book.label(field), field) for field in dict.fromkeys((by, "ownership_model", "sector"))], by
    )
    groups.layout.width = "100%"  # a row of its own, so that the sliders stand in columns
    sliders = {
        domain: widgets.IntSlider(
            value=3,
            min=0,
            max=5,
            description=book.label(f"outcomes.{domain}"),
            continuous_update=False,
            style={"description_width": "9.5em"},
            layout=widgets.Layout(width="20.5rem", max_width="100%"),
        )
        for domain in DOMAINS
    }
    for slider in sliders.values():
        slider.add_class("pcc-weight")

    def draw(by: str, **weights: int) -> str:
        if not len(data):
            return empty("Load or filter the data anew: no case is left.")
        return charts.weighted_profiles(data, weights, by).html() + details("How this is reckoned", _HOW, key="how")

    return Explorer(_LOOK, {"by": groups, **sliders}, draw)
