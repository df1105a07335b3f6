"""States over years, and what is on record before a change; a case clicked on is shown below with who says so."""

from typing import Any

from markupsafe import Markup

from pcc_data import charts
from pcc_data.analysis.states_over_time import YEARS, changes, fields_with_spells, states_over_time
from pcc_data.charts._before_a_change import LIMIT as CHANGES
from pcc_data.charts._spells import LIMIT as CASES
from pcc_data.codes import load_codebook
from pcc_data.controls.makers import dropdown, in_words, toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.drawing.rows import rows_a_page
from pcc_data.errors import pick
from pcc_data.explore._kit.case_below import case_below, opened
from pcc_data.explore._kit.explorer import Explorer
from pcc_data.explore._kit.filters import filters, narrowed
from pcc_data.explore._kit.paged import Paged
from pcc_data.markup import joined
from pcc_data.pages.card import Card
from pcc_data.say import say

VIEWS = ("states", "before")
WINDOWS = (1, 3, 5)
"""Years before a change that can be chosen."""


def spells(data: Dataset, view: str = "states") -> Explorer:
    """States of a field over the years, or the events before its changes, of the cases of a sector or scale.

    `view` opens on states or before. Raises ValueError for another view.
    """
    book, fields = load_codebook(), fields_with_spells(data) or ["status"]
    controls = {
        "view": toggles(say("explore-spells.view"), in_words("explore-spells.view", VIEWS), pick(view, VIEWS, "view")),
        "field": dropdown(say("explore-spells.field"), [(book.label(field), field) for field in fields]),
        "years": dropdown(
            say("explore-spells.years"), [(say("explore-spells.window", n=n), n) for n in WINDOWS], YEARS
        ),
        **filters("sector", "scale"),
        "page": dropdown(say("courses.page"), [("", 1)]),
    }

    def rows(view: str, field: str, **values: Any) -> tuple[int, int]:
        part = narrowed(data, values)
        if view == "before":
            return len(changes(part, field)), rows_a_page(CHANGES)
        return states_over_time(part, field)["case"].nunique(), rows_a_page(CASES)

    def fit() -> None:
        controls["years"].disabled = controls["view"].value != "before"

    fit()
    return case_below(
        data,
        say(f"explore-spells.look-{view}"),
        controls,
        _picture,
        _told,
        listed="24rem",
        kind=Paged,
        rows=rows,
        first={"view": fit},
    )


def _picture(part: Dataset, view: str, field: str, years: int, page: int) -> Markup:
    if view == "before":
        return charts.before_a_change(part, field, years, page=page).html()
    return charts.spells(part, field, page=page).html()


def _told(card: Card, field: str, **_: Any) -> Markup:
    """The chosen case: how the field stands and since when, its events, and who says so."""
    return joined(opened(card, (field,)), charts.timeline(card.data, card.case).html(), card.says_who_rows("events"))
