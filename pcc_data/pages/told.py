"""What records tell, in a line with who says so: a step of one of the five places, and what a teaching file's line
rests on."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from pcc_data.analysis.sequences import stages
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.grounds import Ground
from pcc_data.markup import joined, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.say import say
from pcc_data.teaching import teaching


def step_told(data: Dataset, step: Any, *, place: bool = False) -> Markup:
    """A step (a row of `analysis.sequences.steps`): its year, what was done, its stage and who acted, and who says so;
    with the `place`, and without the stage, where others of the same
    stage stand beside it."""
    who = {part["id"]: part["name"] for part in teaching("stages")["who"]}
    stage = stages()[step.stage]
    head = tag("b", f"{step.year}, {step.place}" if place else str(step.year))
    acted = {"stage": f"{stage.number} {stage.name}", "who": who[step.who]}
    kind = say("told.step-of-a-place" if place else "told.step", **acted)
    line = joined(head, f" {step.text} ", tag("span", kind, css="pcc-quiet"))
    return joined(line, Card(data, step.case).says_who(step.sources, f"why:{step.sequence}:{step.Index}"))


def ground_told(data: Dataset, ground: Ground, key: str) -> Markup:
    """A lesson, challenge or event of a case in the record's words, and who says so."""
    card = Card(data, ground.case)
    told = say_html("told.ground", name=card.title(), kind=say(f"told.{ground.kind}"), text=ground.text)
    return joined(told, card.says_who(ground.sources, key))
