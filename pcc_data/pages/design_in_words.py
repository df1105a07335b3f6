"""What a design makes, in a few words."""

from __future__ import annotations

from pcc_data.analysis.co_production import doing, place_of
from pcc_data.codes import load_codebook
from pcc_data.designs import Design
from pcc_data.designs.blocks import answer
from pcc_data.pages.likeness import fields_said
from pcc_data.say import say


def place_sentence(design: Design) -> str:
    """The place in the grid in words, or what is still open."""
    plans, delivers = place_of(design.codes)
    sides = {"roles.governance": plans, "roles.delivery": delivers}
    open_ = [field for field, side in sides.items() if side == "not_found"]
    if open_:
        return say("design-in-words.place-open", fields=fields_said(open_))
    if plans == delivers:
        return say("design-in-words.place-same", plans=doing(plans, "plan"), both=plans == "shared")
    return say("design-in-words.place", plans=doing(plans, "plan"), delivers=doing(delivers, "deliver"))


def model_sentence(design: Design) -> str:
    """The ownership model that the design makes, in plain words."""
    made, book = design.model, load_codebook()
    if made is None:
        return say("design-in-words.model-open")
    if made.model:
        return answer("ownership_model", made.model)
    return say("design-in-words.no-model", n=len(book.codes("ownership_model")))
