"""Outcomes of groups of cases: every rating a mark that opens its case, and what one case less does to a mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from pcc_data import charts
from pcc_data.codes import load_codebook
from pcc_data.errors import pick
from pcc_data.explore._kit.case_below import case_below, you_chose
from pcc_data.explore._kit.controls import dropdown
from pcc_data.explore._kit.filters import report_or_all
from pcc_data.say import say
from pcc_data.tables.spec import DOMAINS

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset
    from pcc_data.explore._kit.explorer import Explorer
    from pcc_data.pages.card import Card

GROUPS = ("ownership_model", "sector", "world_region", "status")
VIEWS = ("ratings", "less")


def outcomes(
    data: Dataset, by: str = "ownership_model", domain: str | None = "durability", view: str = "ratings"
) -> Explorer:
    """Ratings of an outcome in groups of cases, or how the mean of each group moves when one case is taken out.

    `by` is ownership_model, sector, world_region or status, `domain` an outcome or None for all seven, `view` ratings
    or less (which needs one outcome). A mark that is clicked opens its case below. Raises ValueError for another word.
    """
    pick(view, VIEWS, "view")
    book = load_codebook()
    groups = dropdown(
        say("outcomes.by"), [(book.label(field), field) for field in GROUPS], pick(by, GROUPS, "field to group by")
    )
    names = [(say("outcomes.all"), ""), *((book.label(f"outcomes.{one}"), one) for one in DOMAINS)]
    start = "" if domain is None else pick(domain, DOMAINS, "outcome")
    if view == "less" and not start:
        raise ValueError(f"To take out one case, choose one outcome: {', '.join(DOMAINS)}.")
    outcome = dropdown(say("outcomes.domain"), names[view == "less" :], start)

    def draw(part: Dataset, by: str, domain: str) -> Markup:
        if view == "less":
            return charts.leave_one_out(part, by, domain).html()
        return charts.outcome_profile(part, by, domain=domain or None).html()

    def below(card: Card, by: str, domain: str) -> Markup:
        rated = [domain] if domain else DOMAINS
        return you_chose(card, ("ownership_model", "status", *(f"outcomes.{one}" for one in rated)))

    controls = {"by": groups, "domain": outcome, "collection": report_or_all()}
    return case_below(data, say(f"outcomes.look-{view}"), controls, draw, below)
