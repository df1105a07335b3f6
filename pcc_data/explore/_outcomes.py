"""What is reported of groups of cases: every rating a mark that opens its case, the decades in which cases began, and
what one case less does to a mean."""

from markupsafe import Markup

from pcc_data import charts
from pcc_data.analysis.older_and_younger import BEGUN_BY
from pcc_data.codes import load_codebook
from pcc_data.controls.makers import dropdown
from pcc_data.dataset.dataset import Dataset
from pcc_data.errors import pick
from pcc_data.explore._kit.case_below import case_below, you_chose
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.explore._kit.filters import filters, report_or_all
from pcc_data.pages.card import Card
from pcc_data.say import say
from pcc_data.tables.spec import DOMAINS

GROUPS = ("ownership_model", "sector", "world_region", "status")
VIEWS = ("ratings", "ages", "less")


def outcomes(
    data: Dataset, by: str = "ownership_model", domain: str | None = "durability", view: str = "ratings"
) -> Explorer:
    """Ratings of an outcome in groups of cases, with the decades in which they began, or how the mean of each group
    moves when one case is taken out; of all cases, or of those that had time.

    `by` is ownership_model, sector, world_region or status, `domain` an outcome or None for all seven, `view` ratings,
    ages or less (these two need one outcome). A mark that is clicked opens its case below. Raises ValueError for
    another word.
    """
    pick(view, VIEWS, "view")
    book = load_codebook()
    groups = dropdown(
        say("outcomes.by"), [(book.label(field), field) for field in GROUPS], pick(by, GROUPS, "field to group by")
    )
    names = [(say("outcomes.all"), ""), *((book.label(f"outcomes.{one}"), one) for one in DOMAINS)]
    start = "" if domain is None else pick(domain, DOMAINS, "outcome")
    if view != "ratings" and not start:
        raise ValueError(f"The view {view} needs one outcome: {', '.join(DOMAINS)}.")
    outcome = dropdown(say("outcomes.domain"), names[view != "ratings" :], start)

    def draw(part: Dataset, by: str, domain: str, began: str) -> Markup:
        part = part.only(part.cases.index[part.cases["start_year"] <= BEGUN_BY]) if began else part
        if not len(part):
            return empty(say("outcomes.none-old", year=str(BEGUN_BY)))
        if view == "ratings":
            return charts.outcome_profile(part, by, domain=domain or None).html()
        return (charts.leave_one_out if view == "less" else charts.ages)(part, by, domain).html()

    def below(card: Card, by: str, domain: str, began: str) -> Markup:
        rated = [domain] if domain else DOMAINS
        return you_chose(card, ("ownership_model", "status", *(f"outcomes.{one}" for one in rated)))

    any_, old = ((say(f"outcomes.began-{when}", year=str(BEGUN_BY)), when) for when in ("any", "old"))
    began = dropdown(say("outcomes.began"), [(any_[0], ""), old])
    controls = {"by": groups, "domain": outcome, "began": began, **filters("scale"), "collection": report_or_all()}
    return case_below(data, say(f"outcomes.look-{view}"), controls, draw, below)
