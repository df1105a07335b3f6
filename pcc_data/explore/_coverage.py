"""What the collection holds and where it is empty."""

from pcc_data import charts
from pcc_data.controls.makers import in_words, toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.explore._kit.case_below import case_below, opened
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.filters import filters
from pcc_data.say import say

VIEWS = ("places", "sources", "failures", "years")


def coverage(data: Dataset, view: str = "places") -> Explorer:
    """What the collection holds and where it is empty: places and sectors, sources, ends, starting years.

    `view` opens on places, sources, failures or years.
    """
    return case_below(
        data,
        say("explore-coverage.look"),
        {
            "view": toggles(say("explore-coverage.view"), in_words("explore-coverage.view", VIEWS), view),
            **filters("sector"),
        },
        lambda part, view: charts.coverage(part, view).html(),
        lambda card, **_: opened(card, ("status",)),
        listed="24rem",
    )
