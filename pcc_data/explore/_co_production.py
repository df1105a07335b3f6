"""Who plans and who delivers: all cases in the co-production grid (Bovaird, 2007)."""

from pcc_data import charts
from pcc_data.analysis.co_production import FIELDS, rule
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.case_below import case_below, you_chose
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.filters import filters, report_or_all
from pcc_data.markup import details, tag
from pcc_data.say import say


def co_production(data: Dataset) -> Explorer:
    """The co-production grid (Bovaird, 2007) with all cases or one sector on it."""
    return case_below(
        data,
        say("explore-co-production.look"),
        {**filters("sector", "scale"), "collection": report_or_all()},
        lambda part: charts.co_production_grid(part).html(),
        lambda card: you_chose(card, FIELDS),
        after=details(say("explore-co-production.rule"), tag("p", rule()), key="rule"),
    )
