"""Tables of dots with all cases: who decides, and who plans and delivers. A click opens a case below."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import TYPE_CHECKING

from pcc_data import charts
from pcc_data.cards import Card
from pcc_data.charts.boards import SHARES
from pcc_data.charts.words import figure_text
from pcc_data.co_production import FIELDS, RULE
from pcc_data.codes import load_codebook
from pcc_data.explore.base import Explorer, dropdown, empty, toggles
from pcc_data.explore.memory import memory, recalled, remember
from pcc_data.html import details, items

if TYPE_CHECKING:
    from pcc_data.dataset import Dataset

_RIGHTS = ("participation_level", "decision_right", "roles.ownership", "roles.governance")


def who_decides(data: Dataset, view: str = "habit") -> Explorer:
    """Habit against right, owner against right, and shares against seats, for all cases or one sector.

    `view` opens on habit, owner or seats.
    """
    views = {"habit": charts.participation_and_right, "owner": charts.ownership_and_right, "seats": charts.owned_and_seated}
    shown = toggles("Compare", [("Habit and right", "habit"), ("Owner and right", "owner"), ("Shares and seats", "seats")], view)
    return _dots(
        data, "Each mark is a case. Do owning, taking part and deciding go together? Click a mark.", shown, views, _RIGHTS, _behind_shares
    )


def _behind_shares(card: Card | None) -> str:
    """What is on record of the shares and seats of a case, each with its sources; empty where nothing is, or no case is chosen."""
    if card is None:
        return ""
    facts, boards = card.data.one("indicators", card.case), card.data.one("boards", card.case)
    facts = facts[facts["code"].isin(SHARES.values())]
    boards = boards[boards["binding"].fillna(False)].drop_duplicates("board")
    entries = [
        f"{escape(row.label)}: {figure_text(row.value)} {escape(row.unit)}{card.says_who(row.sources, f'share:{at}')}"
        for at, row in enumerate(facts.itertuples())
    ]
    entries += [
        f"{escape(row.name)}: {row.seats_total} seats{card.says_who(row.sources, f'seats:{row.board}')}"
        for row in boards.itertuples(index=False)
    ]
    return f"<h4>Shares and seats on record</h4>{items(entries)}" if entries else ""


def co_production(data: Dataset) -> Explorer:
    """The co-production grid (Bovaird, 2007) with all cases or one sector on it."""
    shown = toggles("Show", [("The grid", "grid")], "grid")
    shown.layout.display = "none"
    rule = details("The rule behind the grid", f"<p>{escape(RULE)}</p>", key="rule")
    return _dots(
        data,
        "Each mark is a case. Which places are full, and which stay empty? Click a mark.",
        shown,
        {"grid": lambda some, chosen=None: charts.co_production_grid(some, chosen)},
        FIELDS,
        lambda _: rule,
    )


def _dots(data: Dataset, look_at: str, shown, views: dict, fields: tuple[str, ...], more: Callable[[Card | None], str]) -> Explorer:
    """Views with a mark a case; below stand the `fields` of a chosen case, and what `more` tells of it or of none."""
    book = load_codebook()
    sector = dropdown("Sector", [("All sectors", ""), *((book.label("sector", code), code) for code in book.codes("sector"))])
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
        return f"{picture}<section role='status'><h3>You chose: {card.title()}</h3>{card.facts(fields)}{more(card)}</section>"

    explorer = Explorer(
        look_at, {"view": shown, "sector": sector, "group": group, "opened": opened}, draw, on_pick=lambda case: picked(case)
    )

    def picked(case: str) -> None:
        remember(opened, case=case)
        explorer.picture.chosen = case

    return explorer
