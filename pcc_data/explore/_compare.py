"""Compare cases by any two coded fields: a table of dots, who holds which role, outcomes; a mark or a cell opens its
cases."""

from functools import lru_cache, partial
from typing import Any

import pandas as pd
from markupsafe import Markup

from pcc_data import charts
from pcc_data.analysis.cases_table import cases_table
from pcc_data.analysis.states import coloured_fields
from pcc_data.charts._role_matrix import FIELDS as ROLE_FIELDS
from pcc_data.charts._role_matrix import LIMIT
from pcc_data.codes import load_codebook
from pcc_data.controls.makers import dropdown, in_words, toggles
from pcc_data.controls.memory import memory, recalled, remember
from pcc_data.dataset.dataset import Dataset
from pcc_data.drawing.chart import Chart
from pcc_data.drawing.marks import PICKABLE
from pcc_data.errors import pick
from pcc_data.explore._kit.explorer import empty
from pcc_data.explore._kit.filters import FIELDS, filters, filters_set, narrowed, none_left, report_or_all
from pcc_data.explore._kit.paged import Paged
from pcc_data.markup import Inside, details, items, joined, tag
from pcc_data.pages.card import Card
from pcc_data.pages.csv_link import csv_link
from pcc_data.say import say
from pcc_data.settings import settings
from pcc_data.tables.spec import DOMAINS

VIEWS = ("dots", "roles", "outcomes")
LISTED = 60  # names of a cell that are listed at most


def compare(data: Dataset, rows: str = "sector", columns: str = "ownership_model") -> Paged:
    """Compare cases by two coded fields, coloured by a third one or by the ratings of an outcome, for all cases or
    some.

    A mark opens the card of its case, a cell the list of its cases; numbers and cases can be saved as CSV.
    Raises ValueError for a field without codes or colours, and when rows and columns are the same.
    """
    fields = coloured_fields(data)
    pick(rows, fields, "field to compare by")
    pick(columns, [field for field in fields if field != rows], "field for the columns")
    opened = memory()

    @lru_cache(maxsize=64)
    def picture(where: tuple[tuple[str, str], ...], look: tuple[str, str], **shown: Any) -> Markup:
        """The picture, its numbers and links to save them; kept, so that opening a case need not draw it anew."""
        return _picture(narrowed(data, dict(where)), **shown)

    def draw(opened: str, **values: Any) -> Markup:
        where, shown = filters_set(values), {name: value for name, value in values.items() if name not in FIELDS}
        part = narrowed(data, where)
        if not len(part):
            return none_left(where) if where else empty(say("compare.load"))
        look = (settings.style, settings.language)
        return joined(picture(tuple(where.items()), look, **shown), _opened(part, recalled(opened), **shown))

    def rows_of(view: str, **values: Any) -> tuple[int, int]:
        return (len(narrowed(data, values)), LIMIT) if view == "roles" else (1, 1)

    controls = {**_controls(fields, rows, columns), "opened": opened}
    return _Comparison(say("compare.look"), controls, draw, rows=rows_of, data=data)


class _Comparison(Paged):
    """The explorer: rows and columns never show the same field, and controls that do nothing in a view are off."""

    def __init__(self, *args: Any, data: Dataset, **more: Any) -> None:
        super().__init__(*args, on_pick=partial(self._picked, data), **more)

    def _picked(self, data: Dataset, key: str) -> None:
        """Open what was picked: a cell (row and column) or a case."""
        opened, values = self.controls["opened"], self.values()
        if "|" in key:
            remember(opened, cell=[values["rows"], values["columns"], *key.split("|")], case=None)
            self.picture.said = say("compare.cell-opened")
        else:
            held = recalled(opened.value).get("cell")
            remember(opened, case=key, cell=held if held and key in _in_cell(data, *held) else None)
            self.picture.said = say("compare.case-opened", name=data.cases.at[key, "name"])

    def redraw(self) -> None:
        if self._held:
            return
        control = self.controls
        axes = (control["rows"].value, control["columns"].value)
        before = getattr(self, "_axes", axes)
        with self.held():
            if axes[0] == axes[1]:  # the one that was changed last takes the place, the other one gets what was there
                name, value = ("columns", before[0]) if axes[0] != before[0] else ("rows", before[1])
                control[name].value = value
            view = control["view"].value
            control["columns"].disabled = view != "dots"
            control["colour"].disabled = view != "dots" or control["outcome"].value != ""
            control["outcome"].disabled = view == "roles"
            control["page"].layout.display = None if view == "roles" else "none"
        self._axes = (control["rows"].value, control["columns"].value)
        held = recalled(control["opened"].value)
        self.picture.chosen = held.get("case") or "|".join(held.get("cell", [])[2:])
        super().redraw()


def _controls(fields: list[str], rows: str, columns: str) -> dict[str, Any]:
    book = load_codebook()
    named = [(book.label(field), field) for field in fields]
    outcomes = [(book.label(f"outcomes.{domain}"), domain) for domain in DOMAINS]
    return {
        "view": toggles(say("compare.view"), in_words("compare.view", VIEWS)),
        "rows": dropdown(say("compare.rows"), named, rows),
        "columns": dropdown(say("compare.columns"), named, columns),
        "colour": dropdown(say("compare.colour"), named, "status"),
        "outcome": dropdown(say("compare.outcome"), [(say("compare.no-outcome"), ""), *outcomes]),
        "collection": report_or_all(say("compare.all-cases")),
        **filters(*FIELDS[1:], small=True),
        "page": dropdown(say("compare.page"), [("", 1)]),
    }


def _picture(data: Dataset, view: str, rows: str, columns: str, colour: str, outcome: str, page: int) -> Markup:
    colour = f"outcomes.{outcome}" if outcome else colour
    if view == "roles":
        chart, fields = charts.role_matrix(data, by=rows, page=page), (rows, *ROLE_FIELDS)
    elif view == "outcomes":
        chart, fields = charts.outcome_profile(data, rows, domain=outcome or None), (rows, *_rated(outcome))
    else:
        chart, fields = charts.cross_table(data, rows, columns, colour=colour), (rows, columns, colour)
    return joined(chart.html(), _downloads(data, chart, fields))


def _rated(outcome: str) -> list[str]:
    """The field of an outcome; those of all where none is chosen."""
    return [f"outcomes.{domain}" for domain in DOMAINS if outcome in ("", domain)]


def _downloads(data: Dataset, chart: Chart, fields: tuple[str, ...]) -> Markup:
    """Links that save the numbers behind the picture and, unless there are very many, its cases."""
    links = csv_link(chart.table, "numbers.csv", say("compare.numbers"))
    if len(data) <= PICKABLE:
        cases = csv_link(cases_table(data, fields), "cases.csv", say("compare.cases"))
        links = joined(links, Markup(" &nbsp; "), cases)
    return tag("p", links)


def _in_cell(data: Dataset, rows: str, columns: str, row: str, column: str) -> pd.Index:
    """Cases of a cell."""
    return data.cases.index[(data.state(rows) == row) & (data.state(columns) == column)]


def _opened(
    data: Dataset, held: dict[str, Any], view: str, rows: str, columns: str, colour: str, outcome: str, **_: Any
) -> Markup:
    """The list of the cell that was chosen, and the card of the case."""
    cell, case = held.get("cell"), held.get("case")
    cases: Inside = _list(data, *cell) if cell and view == "dots" and cell[:2] == [rows, columns] else ""
    if case is None or case not in data.cases.index:
        return joined(cases)
    seen = {"roles": (rows, *ROLE_FIELDS), "outcomes": (rows, *_rated(outcome))}
    fields = seen.get(view, (rows, columns, f"outcomes.{outcome}" if outcome else colour))
    based = load_codebook().fields_with(basis="needed")
    told = tuple(field for field in dict.fromkeys(fields) if field in based or field.startswith("outcomes."))
    card = Card(data, case)
    return joined(cases, card.brief(told), details(say("compare.card"), card.html(), key="card"))


def _list(data: Dataset, rows: str, columns: str, row: str, column: str) -> Markup:
    """Names of the cases of a cell; each opens its card."""
    book = load_codebook()
    cases = data.cases.loc[_in_cell(data, rows, columns, row, column)].sort_values("name")
    names = [
        joined(tag("button", name, css="pcc-add", data_pick=case), " ", tag("span", place, css="pcc-quiet"))
        for case, name, place in zip(cases.index[:LISTED], cases["name"], cases["country"], strict=False)
    ]
    title = say(
        "compare.cell",
        rows=book.label(rows),
        row=book.label(rows, row),
        columns=book.phrase(columns),
        column=book.label(columns, column),
        n=len(cases),
    )
    more = tag("p", say("compare.unlisted", n=len(cases) - LISTED)) if len(cases) > LISTED else ""
    return tag("section", tag("h3", title), items(names, css="pcc-names"), more, role="status")
