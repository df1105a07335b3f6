"""Tables of dots with all cases; a click opens a case below."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from pcc_data.explore._kit.controls import codes_list, toggles
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.explore._kit.memory import memory, recalled, remember
from pcc_data.pages.card import Card

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


def dots(
    data: Dataset, look_at: str, shown, views: dict, fields: tuple[str, ...], more: Callable[[Card | None], str]
) -> Explorer:
    """Views with a mark a case; below stand the `fields` of a chosen case, and what `more` tells of it or of none."""
    sector = codes_list("Sector", "sector", "All sectors")
    group = toggles("Cases", [("All", ""), ("The report's ten", "report")])
    opened = memory()

    def draw(view: str, sector: str, group: str, opened: str) -> str:
        where = {key: value for key, value in (("sector", sector), ("collection", group)) if value}
        some = data.filter(where)
        case = recalled(opened).get("case")
        if not len(some):
            return empty("Choose all sectors or all cases.")
        picture = views[view](some).html()
        if case is None or case not in some.cases.index:
            return picture + more(None)
        card = Card(data, case)
        return (
            f"{picture}<section role='status'><h3>You chose:"
            f" {card.title()}</h3>{card.facts(fields)}{more(card)}</section>"
        )

    explorer = Explorer(
        look_at,
        {"view": shown, "sector": sector, "group": group, "opened": opened},
        draw,
        on_pick=lambda case: picked(case),
    )

    def picked(case: str) -> None:
        remember(opened, case=case)
        explorer.picture.chosen = case

    return explorer
