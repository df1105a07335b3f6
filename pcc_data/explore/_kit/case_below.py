"""A picture of some of the cases; the case that is chosen in it, or in a list, is shown below it."""

from collections.abc import Callable
from typing import Any

import ipywidgets as widgets
from markupsafe import Markup

from pcc_data.controls.makers import dropdown
from pcc_data.controls.memory import unseen
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.cases import case_options
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.filters import FIELDS, narrowed, none_left
from pcc_data.markup import Inside, joined, say_html, tag
from pcc_data.pages.card import Card
from pcc_data.say import say


def case_below(
    data: Dataset,
    look_at: str,
    controls: dict[str, widgets.Widget],
    draw: Callable[..., Markup],
    below: Callable[..., Markup],
    *,
    listed: str = "",
    of_none: bool = False,
    after: Inside = "",
    kind: type[Explorer] = Explorer,
    **more: Any,
) -> Explorer:
    """An explorer with one more control, `case`: what is picked in the picture, and in a list of this width (`listed`).

    `draw(part, **values)` gets what the filters among the controls leave, and the values of the other controls; only
    with `of_none` it is asked for no case, too. `below(card, **values)` tells of the chosen case, which without a list
    has to be one of those that are left; `after` stands at the end.
    """
    none, label = say("explorer.none-chosen"), say("explorer.case")
    case = dropdown(label, [(none, ""), *case_options(data)], width=listed) if listed else unseen()

    def drawn(case: str, **values: Any) -> Markup:
        part = narrowed(data, values)
        shown = {name: value for name, value in values.items() if name not in FIELDS}
        html = draw(part, **shown) if len(part) or of_none else none_left(values)
        told = case and (listed or case in part.cases.index)
        return joined(html, below(Card(data, case), **shown) if told else "", after if len(part) else "")

    return kind(look_at, {**controls, "case": case}, drawn, chosen="case", **more)


def opened(card: Card, fields: tuple[str, ...], *more: Inside) -> Markup:
    """A case in short and some of its facts."""
    return tag("section", card.brief(fields), *more, role="status")


def you_chose(card: Card, fields: tuple[str, ...], *more: Inside) -> Markup:
    """The name of a case and some of its facts."""
    title = tag("h3", say_html("explorer.you-chose", name=card.title()))
    return tag("section", title, card.facts(fields), *more, role="status")
