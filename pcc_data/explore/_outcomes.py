"""Outcomes of groups of cases: every rating a mark that opens its case, and what one case less does to a mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pcc_data import charts
from pcc_data.codes import load_codebook
from pcc_data.errors import pick
from pcc_data.explore._kit.case_below import case_below, you_chose
from pcc_data.explore._kit.controls import dropdown
from pcc_data.explore._kit.filters import report_or_all
from pcc_data.tables.spec import DOMAINS

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset
    from pcc_data.explore._kit.explorer import Explorer
    from pcc_data.pages.card import Card

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

    def draw(part: Dataset, by: str, domain: str) -> str:
        if view == "less":
            return charts.leave_one_out(part, by, domain).html()
        return charts.outcome_profile(part, by, domain=domain or None).html()

    def below(card: Card, by: str, domain: str) -> str:
        rated = [domain] if domain else DOMAINS
        return you_chose(card, ("ownership_model", "status", *(f"outcomes.{one}" for one in rated)))

    controls = {"by": groups, "domain": outcome, "collection": report_or_all()}
    return case_below(data, VIEWS[view], controls, draw, below, widen="Choose all cases.")
