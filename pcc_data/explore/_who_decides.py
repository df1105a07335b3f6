"""Who decides: habit, owner and seats against the right to decide, a mark a case."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from pcc_data import charts
from pcc_data.charts._owned_and_seated import SHARES
from pcc_data.explore._kit.case_below import case_below, you_chose
from pcc_data.explore._kit.controls import toggles
from pcc_data.explore._kit.filters import filters, report_or_all
from pcc_data.markup import items
from pcc_data.say import figure_text

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset
    from pcc_data.explore._kit.explorer import Explorer
    from pcc_data.pages.card import Card


_RIGHTS = ("participation_level", "decision_right", "roles.ownership", "roles.governance")


def who_decides(data: Dataset, view: str = "habit") -> Explorer:
    """Habit against right, owner against right, and shares against seats, for all cases or one sector.

    `view` opens on habit, owner or seats.
    """
    views = {
        "habit": charts.participation_and_right,
        "owner": charts.ownership_and_right,
        "seats": charts.owned_and_seated,
    }
    shown = toggles(
        "Compare", [("Habit and right", "habit"), ("Owner and right", "owner"), ("Shares and seats", "seats")], view
    )
    return case_below(
        data,
        "Each mark is a case. Do owning, taking part and deciding go together? Click a mark.",
        {"view": shown, **filters("sector"), "collection": report_or_all()},
        lambda part, view: views[view](part).html(),
        lambda card, **_: you_chose(card, _RIGHTS, _behind_shares(card)),
        widen="Choose all sectors or all cases.",
    )


def _behind_shares(card: Card) -> str:
    """What is on record of the shares and seats of a case, each with its sources; empty where nothing is."""
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
