"""The courses of all cases side by side: life lines, promises, figures."""

from typing import Any

import ipywidgets as widgets
import pandas as pd
from markupsafe import Markup

from pcc_data import charts
from pcc_data.analysis.compare import FEW
from pcc_data.analysis.promise_rows import promise_rows
from pcc_data.charts._indicator import LIMIT as FIGURES
from pcc_data.charts._life_lines import GROUPS, LIMIT
from pcc_data.charts._promises import LIMIT as PROMISES
from pcc_data.codes import load_codebook
from pcc_data.controls.live import Printed
from pcc_data.controls.makers import dropdown, in_words, toggles
from pcc_data.dataset.dataset import Dataset
from pcc_data.drawing.rows import page_of, rows_a_page
from pcc_data.errors import pick
from pcc_data.explore._kit.case_below import case_below
from pcc_data.explore._kit.explorer import Explorer, empty
from pcc_data.explore._kit.filters import filters, narrowed
from pcc_data.explore._kit.paged import Paged
from pcc_data.markup import details, items, joined, tag
from pcc_data.pages.card import Card
from pcc_data.say import say

VIEWS = ("lives", "promises", "figures")


def courses(data: Dataset, view: str = "lives") -> Explorer:
    """Life lines, promises and measured figures of the cases of a sector or status; a case clicked on is shown below.

    `view` is lives, promises or figures. Raises ValueError for another view.
    """
    pick(view, VIEWS, "view")
    controls = _course_controls(data, view)

    def rows(view: str, figure: str, **values: Any) -> tuple[int, int]:
        part = narrowed(data, values)
        if view == "lives":
            return len(part), rows_a_page(LIMIT)
        if view == "promises":
            return len(part.promises), rows_a_page(PROMISES)
        return _figures(part, figure)["case"].nunique(), rows_a_page(FIGURES)

    def fit() -> None:
        controls["by"].disabled = controls["view"].value != "lives"
        controls["figure"].disabled = controls["view"].value != "figures"

    fit()
    return case_below(
        data,
        say(f"courses.look-{view}"),
        controls,
        _course,
        _story,
        listed="24rem",
        kind=Paged,
        rows=rows,
        first={"view": fit},
        printed=Printed(key=lambda: _lives(data)) if view == "lives" else None,
    )


def _lives(data: Dataset) -> Markup:
    """For a key: how all cases stand, in words, then those of each scale, and the lines of those that ended."""
    book, over = load_codebook(), data.filter(status="ended")
    parts = {book.label("scale", code): data.filter(scale=code) for code in book.codes("scale")}
    told = [tag("li", tag("b", f"{label}. "), charts.life_lines(part).text) for label, part in parts.items() if part]
    ended = joined(tag("h4", say("courses.ended")), charts.life_lines(over).html()) if len(over) else ""
    return joined(tag("p", charts.life_lines(data).text), tag("ul", told), ended)


def _course_controls(data: Dataset, view: str) -> dict[str, widgets.Widget]:
    """What to look at, filters, and what belongs to one of the views only."""
    book, units = load_codebook(), charts.indicator_units(data)
    figures = [
        (say("courses.one", label=row.label, unit=row.unit, n=row.cases), f"{row.code}|{row.unit}")
        for row in units.itertuples()
        if row.cases >= FEW
    ]
    return {
        "view": toggles(say("courses.view"), in_words("courses.view", VIEWS), view),
        **filters("sector", "scale", "status"),
        "by": dropdown(say("courses.by"), [(book.label(field), field) for field in GROUPS]),
        "figure": dropdown(say("courses.figure"), figures or [(say("courses.no-figure"), "")]),
        "page": dropdown(say("courses.page"), [("", 1)]),
    }


def _figures(data: Dataset, figure: str) -> pd.DataFrame:
    code, _, unit = figure.partition("|")
    return data.indicators[(data.indicators["code"] == code) & (data.indicators["unit"] == unit)]


def _sources(data: Dataset, rows: pd.DataFrame, words: str) -> Markup:
    """Who says so, row by row."""
    if not len(rows):
        return Markup()
    entries = [
        joined(say("courses.said", name=data.cases.at[case, "name"], said=said), Card(data, case).sources_list(ids))
        for case, said, ids in zip(rows["case"], rows[words], rows["sources"], strict=True)
    ]
    return details(say("says-who"), items(entries), key=f"why:{words}", label=say("courses.sources"))


def _course(part: Dataset, view: str, by: str, figure: str, page: int) -> Markup:
    """The picture of a view, and who says so."""
    if view == "lives":
        return charts.life_lines(part, by, page=page).html()
    if view == "promises":
        rows = page_of(promise_rows(part), rows_a_page(PROMISES), page)
        return joined(charts.promises(part, page=page).html(), _sources(part, rows, "what"))
    rows = _figures(part, figure)
    if not len(rows):
        return empty(say("courses.none-has"))
    return joined(charts.indicator(part, *figure.split("|"), page=page).html(), _sources(part, rows, "label"))


def _story(card: Card, **_: Any) -> Markup:
    """The story of the chosen case."""
    facts = card.brief(("status", "end_reason", "in_practice"))
    return joined(facts, charts.timeline(card.data, card.case).html(), card.says_who_rows("events"))
