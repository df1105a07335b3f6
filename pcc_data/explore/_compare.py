"""Compare cases by any two coded fields: a table of dots, who holds which role, outcomes; a mark or a cell opens its
cases."""

from __future__ import annotations

from base64 import b64encode
from functools import lru_cache
from html import escape
from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data import charts
from pcc_data.charts._kit.dot_chart import states
from pcc_data.charts._kit.dots import PICKABLE
from pcc_data.charts._role_matrix import FIELDS as ROLE_FIELDS
from pcc_data.charts._role_matrix import LIMIT
from pcc_data.codes import load_codebook
from pcc_data.errors import pick
from pcc_data.explore._kit.explorer import dropdown, empty, toggles
from pcc_data.explore._kit.memory import memory, recalled, remember
from pcc_data.explore._kit.paged import Paged
from pcc_data.markup import details, items
from pcc_data.pages.card import Card
from pcc_data.say import cases_in_words
from pcc_data.settings import settings
from pcc_data.tables.export import no_formula
from pcc_data.tables.spec import DOMAINS

if TYPE_CHECKING:
    from pcc_data.charts._kit.chart import Chart
    from pcc_data.dataset.dataset import Dataset

LOOK_AT = (
    "Each mark is a case. Which cells are full, which stay empty, and would you have guessed it? Click a mark to open"
    " its case, or a cell to list its cases."
)
VIEWS = [("Table of dots", "dots"), ("Who holds which role", "roles"), ("Outcomes", "outcomes")]
FILTERS = {
    "collection": "all cases",
    "sector": "all sectors",
    "ownership_model": "all models",
    "world_region": "all regions",
    "status": "every status",
}
"""Filters, with what they are called when they are open."""
LISTED = 60  # names of a cell that are listed at most
Where = tuple[tuple[str, str], ...]


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

    @lru_cache(maxsize=16)
    def narrowed(where: Where) -> Dataset:
        return data.filter(dict(where)) if where else data

    @lru_cache(maxsize=64)
    def picture(where: Where, look: tuple[str, str], **shown: Any) -> str:
        """The picture, its numbers and links to save them; kept, so that opening a case need not draw it anew."""
        return _picture(narrowed(where), **shown)

    def draw(opened: str, **values: Any) -> str:
        where, shown = filters_set(values), {name: value for name, value in values.items() if name not in FILTERS}
        part = narrowed(where)
        if not len(part):
            return empty(widen(dict(where)))
        return picture(where, (settings.style, settings.language), **shown) + _opened(part, recalled(opened), **shown)

    def rows_of(view: str, **values: Any) -> tuple[int, int]:
        return (len(narrowed(filters_set(values))), LIMIT) if view == "roles" else (1, 1)

    controls = {**_controls(fields, rows, columns), "opened": opened}
    explorer = _Comparison(LOOK_AT, controls, draw, rows=rows_of, on_pick=lambda key: explorer.picked(data, key))
    return explorer


def filters_set(values: dict[str, Any]) -> Where:
    """The filters that narrow something down, with their codes."""
    return tuple((field, values[field]) for field in FILTERS if values[field])


def coloured_fields(data: Dataset) -> list[str]:
    """Coded fields of cases whose codes have colours: they can stand in rows, in columns and in colours."""
    book = load_codebook()
    coded = [name for name in data.cases.columns if isinstance(data.cases[name].dtype, pd.CategoricalDtype)]
    return [name for name in coded if name in book.fields and all(code.colour for code in book.codes(name).values())]


class _Comparison(Paged):
    """The explorer: rows and columns never show the same field, and controls that do nothing in a view are off."""

    def picked(self, data: Dataset, key: str) -> None:
        """Open what was picked: a cell (row and column) or a case."""
        opened, values = self.controls["opened"], self.values()
        if "|" in key:
            remember(opened, cell=[values["rows"], values["columns"], *key.split("|")], case=None)
            self.picture.said = "The cases of this cell are listed below the picture."
        else:
            held = recalled(opened.value).get("cell")
            remember(opened, case=key, cell=held if held and key in _in_cell(data, *held) else None)
            self.picture.said = f"{data.cases.at[key, 'name']} is opened below the picture."

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
    outcomes = [("no outcome", ""), *((book.label(f"outcomes.{domain}"), domain) for domain in DOMAINS)]

    def some(field: str) -> Any:
        codes = [(book.label(field, code), code) for code in book.codes(field)]
        return dropdown(book.label(field), [(FILTERS[field], ""), *codes])

    return {
        "view": toggles("View", VIEWS),
        "rows": dropdown("Rows", named, rows),
        "columns": dropdown("Columns", named, columns),
        "colour": dropdown("Colour", named, "status"),
        "outcome": dropdown("Rating of", outcomes),
        "collection": toggles("Cases", [("All cases", ""), ("The report's ten", "report")]),
        **{field: some(field) for field in FILTERS if field != "collection"},
        "page": dropdown("Cases shown", [("", 1)]),
    }


def widen(where: dict[str, str]) -> str:
    """What to change when nothing matches: the filters that are set."""
    return f"Choose {' or '.join(FILTERS[field] for field in where)}." if where else "Load data that hold a case."


def _picture(data: Dataset, view: str, rows: str, columns: str, colour: str, outcome: str, page: int) -> str:
    colour = f"outcomes.{outcome}" if outcome else colour
    if view == "roles":
        chart, fields = charts.role_matrix(data, by=rows, page=page), (rows, *ROLE_FIELDS)
    elif view == "outcomes":
        chart = charts.outcome_profile(data, rows, domain=outcome or None)
        fields = (rows, *(f"outcomes.{domain}" for domain in DOMAINS if outcome in ("", domain)))
    else:
        chart, fields = charts.cross_table(data, rows, columns, colour=colour), (rows, columns, colour)
    return chart.html() + _downloads(data, chart, fields)


def _downloads(data: Dataset, chart: Chart, fields: tuple[str, ...]) -> str:
    """Links that save the numbers behind the picture and, unless there are very many, its cases."""
    links = [csv_link(chart.table, "numbers.csv", "Download the numbers (CSV)")]
    if len(data) <= PICKABLE:
        links.append(csv_link(cases_table(data, fields), "cases.csv", "Download the cases (CSV)"))
    return f"<p>{' &nbsp; '.join(links)}</p>"


def cases_table(data: Dataset, fields: tuple[str, ...]) -> pd.DataFrame:
    """One row a case: name, town, country and the labels of what the fields say of it. Index: case."""
    book = load_codebook()
    said = {
        book.label(field): [book.label(field, code) for code in states(data, field)] for field in dict.fromkeys(fields)
    }
    place = data.cases[["name", "city", "country"]]
    return pd.concat([place, pd.DataFrame(said, index=data.cases.index)], axis=1)


def csv_link(table: pd.DataFrame, filename: str, label: str) -> str:
    """A link that saves a table; it travels inside the link, with a mark by which spreadsheets know its letters."""
    text = table.astype(object).map(no_formula).to_csv(index=not isinstance(table.index, pd.RangeIndex))
    packed = b64encode(text.encode("utf-8-sig")).decode("ascii")
    return (
        f'<a class="pcc-download" download="{filename}"'
        f' href="data:text/csv;charset=utf-8;base64,{packed}">{escape(label)}</a>'
    )


def _in_cell(data: Dataset, rows: str, columns: str, row: str, column: str) -> pd.Index:
    """Cases of a cell."""
    return data.cases.index[(data.state(rows) == row) & (data.state(columns) == column)]


def _opened(
    data: Dataset, held: dict[str, Any], view: str, rows: str, columns: str, colour: str, outcome: str, **_: Any
) -> str:
    """The list of the cell that was chosen, and the card of the case."""
    html, cell, case = "", held.get("cell"), held.get("case")
    if cell and view == "dots" and cell[:2] == [rows, columns]:
        html = _list(data, *cell)
    if case is None or case not in data.cases.index:
        return html
    rated = [f"outcomes.{domain}" for domain in DOMAINS if outcome in ("", domain)]
    fields = {"roles": (rows, *ROLE_FIELDS), "outcomes": (rows, *rated)}.get(view) or (
        rows,
        columns,
        rated[0] if outcome else colour,
    )
    based = load_codebook().fields_with(basis="needed")
    told = tuple(field for field in dict.fromkeys(fields) if field in based or field.startswith("outcomes."))
    card = Card(data, case)
    return (
        f"{html}{card.head()}{card.facts(told)}{details('All that is recorded of this case', card.html(), key='card')}"
    )


def _list(data: Dataset, rows: str, columns: str, row: str, column: str) -> str:
    """Names of the cases of a cell; each opens its card."""
    book = load_codebook()
    cases = data.cases.loc[_in_cell(data, rows, columns, row, column)].sort_values("name")
    names = [
        f'<button class="pcc-add" data-pick="{case}">{escape(name)}</button> <span'
        f' class="pcc-quiet">{escape(place)}</span>'
        for case, name, place in zip(cases.index[:LISTED], cases["name"], cases["country"], strict=False)
    ]
    more = (
        f"<p>{len(cases) - LISTED:,} more are not listed: narrow the selection down.</p>" if len(cases) > LISTED else ""
    )
    where = f"{book.label(rows)} {book.label(rows, row)}, {book.label(columns).lower()} {book.label(columns, column)}"
    return (
        f'<section role="status"><h3>{escape(where)}:'
        f" {cases_in_words(len(cases), small=True)}</h3>{items(names, css='pcc-names')}{more}</section>"
    )
