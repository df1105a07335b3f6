"""A picture of some of the cases; the case that is chosen in it, or in a list, is shown below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import ipywidgets as widgets

from pcc_data.explore._kit.controls import case_options, dropdown
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.explore._kit.filters import EVERY, narrowed
from pcc_data.explore._kit.memory import unseen
from pcc_data.pages.card import Card

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def case_below(
    data: Dataset,
    look_at: str,
    controls: dict[str, widgets.Widget],
    draw: Callable[..., str],
    below: Callable[..., str],
    *,
    widen: str = "",
    listed: str = "",
    after: str = "",
    kind: type[Explorer] = Explorer,
    **more: Any,
) -> Explorer:
    """An explorer with one more control, `case`: what is picked in the picture, and in a list of this width (`listed`).

    `draw(part, **values)` gets what the filters among the controls leave, and the values of the other controls. Where
    no case is left, `widen` says what to change instead, if it is given. `below(card, **values)` tells of the chosen
    case, which without a list has to be one of those that are left; `after` stands at the end.
    """
    case = dropdown("Case", [("none chosen", ""), *case_options(data)], width=listed) if listed else unseen()

    def drawn(case: str, **values: Any) -> str:
        part = narrowed(data, values)
        shown = {name: value for name, value in values.items() if name not in EVERY}
        html = draw(part, **shown) if len(part) or not widen else empty(widen)
        if case and (listed or case in part.cases.index):
            html += below(Card(data, case), **shown)
        return html + (after if len(part) else "")

    return kind(look_at, {**controls, "case": case}, drawn, chosen="case", **more)


def opened(card: Card, fields: tuple[str, ...], more: str = "") -> str:
    """A case in short and some of its facts."""
    return f"<section role='status'>{card.head()}{card.facts(fields)}{more}</section>"


def you_chose(card: Card, fields: tuple[str, ...], more: str = "") -> str:
    """The name of a case and some of its facts."""
    return f"<section role='status'><h3>You chose: {card.title()}</h3>{card.facts(fields)}{more}</section>"
