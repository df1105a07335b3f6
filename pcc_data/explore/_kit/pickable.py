"""A picture with a control for the sector and one for the case that is shown below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from pcc_data.explore._kit.controls import case_options, codes_list, dropdown
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.pages.card import Card

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def pickable(
    data: Dataset, look_at: str, controls: dict[str, Any], draw: Callable[..., str], fields: tuple[str, ...]
) -> Explorer:
    """An explorer with these controls, one for the sector and one for the case that is shown below."""
    names = case_options(data)
    controls = {
        **controls,
        "sector": codes_list("Sector", "sector", "All sectors"),
        "case": dropdown("Case", [("none chosen", ""), *names], width="24rem"),
    }

    def drawn(sector: str, case: str, **values: Any) -> str:
        part = data.filter(sector=sector) if sector else data
        html = draw(part, **values) if len(part) else empty("Choose all sectors.")
        if not case:
            return html
        card = Card(data, case)
        return f"{html}<section role='status'>{card.head()}{card.facts(fields)}</section>"

    explorer = Explorer(look_at, controls, drawn, on_pick=lambda case: explorer.set(case=case))
    controls["case"].observe(
        explorer.guarded(lambda _: setattr(explorer.picture, "chosen", controls["case"].value)), "value"
    )
    return explorer
