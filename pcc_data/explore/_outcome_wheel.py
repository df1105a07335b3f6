"""Weigh the outcomes as a room, and see how much of the order of groups is the weights."""

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data import charts
from pcc_data.codes import load_codebook
from pcc_data.controls.makers import toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.explore._kit.filters import filters, narrowed, none_left
from pcc_data.markup import details, joined, tag
from pcc_data.say import say
from pcc_data.tables.spec import DOMAINS


def outcome_wheel(data: Dataset, by: str = "ownership_model") -> Explorer:
    """Weigh the seven outcome domains; groups of cases are drawn as profiles, not ranked. Domains on which coders agree
    too little to draw conclusions begin without a weight.

    `by` is a coded field to group by, ownership_model or sector at first. A sentence tells how many of 1,000 other
    weightings would turn the order of the two highest groups round. Raises ValueError for a field without codes.
    """
    book = load_codebook()
    data.state(by)
    fields = dict.fromkeys((by, "ownership_model", "sector"))
    groups = toggles(say("outcome-wheel.groups"), [(book.label(field), field) for field in fields], by)
    groups.layout.width = "100%"  # a row of its own, so that the sliders stand in columns
    sliders = {
        domain: widgets.IntSlider(
            value=3 if book.field(f"outcomes.{domain}").reliable else 0,
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

    def draw(by: str, scale: str, **weights: int) -> Markup:
        part = narrowed(data, {"scale": scale})
        if not len(part):
            return none_left(["scale"]) if len(data) else empty(say("outcome-wheel.none"))
        how = details(say("outcome-wheel.how"), tag("p", say("outcome-wheel.reckoned")), key="how")
        return joined(charts.weighted_profiles(part, weights, by).html(), how)

    return Explorer(say("outcome-wheel.look"), {"by": groups, **filters("scale"), **sliders}, draw)
