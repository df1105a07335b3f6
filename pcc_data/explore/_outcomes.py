"""Outcomes of groups of cases: every rating a mark that opens its case, and what one case less does to a mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcc_data import charts
from pcc_data.codes import load_codebook
from pcc_data.errors import pick
from pcc_data.explore._kit.controls import dropdown, toggles
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.explore._kit.memory import memory, recalled, remember
from pcc_data.pages.card import Card
from pcc_data.tables.spec import DOMAINS

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

GROUPS = ("ownership_model", "sector", "world_region", "status")
VIEWS = {
    "ratings": (
        "Each mark is a case. Which groups differ, which only seem to, and what was not found? Click a mark to open its"
        " case."
    ),
    "less": (
        "Each mark is the mean of a group without one case. Where does a single case decide? Click a mark to open that"
        " case."
    ),
}


def outcomes(
    data: Dataset, by: str = "ownership_model", domain: str | None = "durability", view: str = "ratings"
) -> Explorer:
    """Ratings of an outcome in groups of cases, or how the mean of each group moves when one case is taken out.

    `by` is ownership_model, sector, world_region or status, `domain` an outcome or None for all seven, `view` ratings
    or less (which needs one outcome). A mark that is clicked opens its case below. Raises ValueError for another word.
    """
    pick(view, VIEWS, "view")
    book = load_codebook()
    groups = dropdown("Groups", [(book.label(field), field) for field in GROUPS], pick(by, GROUPS, "field to group by"))
    names = [("All seven", ""), *((book.label(f"outcomes.{one}"), one) for one in DOMAINS)]
    start = "" if domain is None else pick(domain, DOMAINS, "outcome")
    if view == "less" and not start:
        raise ValueError(f"To take out one case, choose one outcome: {', '.join(DOMAINS)}.")
    outcome = dropdown("Outcome", names[view == "less" :], start)
    some = toggles("Cases", [("All", ""), ("The report's ten", "report")])
    opened = memory()
    explorer = Explorer(
        VIEWS[view],
        {"by": groups, "domain": outcome, "group": some, "opened": opened},
        lambda by, domain, group, opened: _page(
            data.filter(collection=group) if group else data, by, domain, view, opened
        ),
        on_pick=lambda case: picked(case),
    )

    def picked(case: str) -> None:
        remember(opened, case=case)
        explorer.picture.chosen = case

    return explorer


def _page(data: Dataset, by: str, domain: str, view: str, opened: str) -> str:
    """The picture, and under it the case that was chosen with its rating and the reason for it."""
    if not len(data):
        return empty("Choose all cases.")
    chart = (
        charts.leave_one_out(data, by, domain)
        if view == "less"
        else charts.outcome_profile(data, by, domain=domain or None)
    )
    case = recalled(opened).get("case")
    if case not in data.cases.index:
        return chart.html()
    card = Card(data, case)
    facts = card.facts(("ownership_model", "status", *(f"outcomes.{one}" for one in ([domain] if domain else DOMAINS))))
    return f"{chart.html()}<section role='status'><h3>You chose: {card.title()}</h3>{facts}</section>"
