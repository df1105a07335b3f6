"""Two coded fields as a table in which every dot is a case, coloured by a third field or by the rating of an outcome."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.charts.chart import Chart, of_data
from pcc_data.charts.dots import DotTable, key_places, mark_key, marks, marks_in_order, shrink
from pcc_data.charts.lives import no_case
from pcc_data.charts.style import drawing, frame, style, unreliable
from pcc_data.charts.tools import ENOUGH
from pcc_data.charts.words import cases_in_words, listed, number, of
from pcc_data.codes import load_codebook
from pcc_data.comparison import FEW, compare
from pcc_data.errors import pick
from pcc_data.tables.frames import MISSING_WORDS
from pcc_data.tables.spec import DOMAINS

if TYPE_CHECKING:
    from pcc_data.dataset import Dataset

MANY = 5  # with more rows or columns than this, names stand in their short form
# inches: a row at most, all rows at least and, where there are many, at most
_ROW = 0.72
_LEAST = 1.7
_ALL = 4.0


@of_data
def cross_table(data: Dataset, rows: str, columns: str, *, colour: str = "sector", chosen: str | None = None) -> Chart:
    """Cases by two coded fields, one mark a case; a cell can be chosen as well (its key is `row|column`).

    The marks show `colour`: a coded field with colours in the codebook, or an outcome such as `outcomes.durability`, whose
    missing ratings are hollow. The case `chosen` is ringed. The title names the cell that holds most cases beyond what an even
    spread of the columns over the rows would put there, among rows of at least five cases and without those not found.
    Raises ValueError for a field without codes or without colours, when rows and columns are the same, and for an unknown case.
    """
    if isinstance(rows, str) and isinstance(columns, str) and rows == columns:
        raise ValueError(f"Rows and columns are both {rows!r}: choose two different fields.")
    if chosen is not None:
        pick(chosen, data.cases.index, "case of this selection")
    counts = compare(data, rows, columns)
    states(data, colour)  # refuses a field that it cannot show before anything is drawn
    book = load_codebook()
    if not len(data):
        return no_case([book.label(rows)])
    said = _said(data, counts, rows, columns, colour)
    axes = (f"{book.label(columns)} →", f"{book.label(rows)} ↓")
    return dot_chart(data, rows, columns, said, axes, colour=colour, chosen=chosen, counts=counts)


def dot_chart(
    data: Dataset,
    rows: str,
    columns: str,
    said: tuple[str, str],
    axes: tuple[str, str],
    *,
    colour: str = "sector",
    chosen: str | None = None,
    counts: pd.DataFrame | None = None,
) -> Chart:
    """Two coded fields as a table of dots. `said` is the title and the text twin, `axes` names what runs across and down.

    With `counts` (of `compare`) the names of rows and columns tell how many cases they hold, and cells can be chosen.
    """
    if not len(data):
        return no_case([load_codebook().label(rows)])
    places = pd.DataFrame({"row": data.state(rows), "column": data.state(columns), colour: states(data, colour)}).sort_values(colour)
    counted, counts = counts is not None, compare(data, rows, columns) if counts is None else counts
    across, down = _names(columns, places["column"], counted), _names(rows, places["row"], counted, upwards=True)
    apart = tuple(code for field, drawn in ((rows, down), (columns, across)) for code in drawn if code in no_step(field))
    now, wide = style(), style().width > 10
    left = 2.1 if wide else 1.3
    width, height = now.width - left - 0.15, max(_LEAST if wide else 1.2, min(_ROW if wide else 0.5, _ALL / len(down)) * len(down))
    table = DotTable(places, down, across, apart, chosen=chosen, colour=colour, cells=counted, names=left - 0.15)
    above = max(now.inch * 3.4, table.heads(width) + now.inch * 1.3)
    direct = colour in (rows, columns)  # the names of rows or columns tell already what the marks mean
    lines = 0 if direct else 1 + key_places(colour, places[colour], width)[-1][1]
    with drawing():
        figure, ax = frame(said[0], _note(table, (rows, columns, colour)), height + above, left=left, below=now.inch * (0.4 + lines))
        shrink(ax, height)
        table.draw(ax, width, height, *axes)
        if not direct:
            mark_key(ax, colour, places[colour], now.inch * 0.8)
    return Chart(figure, said[0], said[1], _labelled(counts, rows, columns), _picks(data, table, rows, columns))


def states(data: Dataset, field: str) -> pd.Series:
    """What a coded field of cases or an outcome (`outcomes.durability`) says of each case; a rating that is missing is not_found.

    A categorical in the codebook's order. Index: case. Raises ValueError for a field without codes or an unknown outcome.
    """
    if not isinstance(field, str) or not field.startswith("outcomes."):
        return data.state(field)
    domain = pick(field.removeprefix("outcomes."), DOMAINS, "outcome")
    found = data.outcomes[data.outcomes["domain"] == domain].set_index("case")["rating"].reindex(data.cases.index)
    words = found.astype("str").where(found.notna(), "not_found")
    return pd.Series(pd.Categorical(words, categories=marks_in_order(field)), index=data.cases.index, name=field)


def no_step(field: str) -> tuple[str, ...]:
    """Codes of a field that say nothing: not found, does not apply, and codes that mean not found."""
    return (*(name for name, code in load_codebook().codes(field).items() if code.nothing == "not_found"), *MISSING_WORDS)


def _names(field: str, found: pd.Series, counted: bool, upwards: bool = False) -> dict[str, str]:
    """Codes that are drawn with their labels: all steps of a scale, of other fields those that occur; nothing comes last.

    With `upwards` a scale runs from the bottom to the top.
    """
    book, nothing = load_codebook(), no_step(field)
    scale, counts = book.field(field).scale == "ordinal", found.value_counts()
    steps = [code for code in book.codes(field) if code not in nothing and (scale or counts.get(code, 0))]
    order = [*(reversed(steps) if scale and upwards else steps), *(code for code in nothing if counts.get(code, 0))]
    say = book.short if counted and len(order) > MANY else book.label
    few = {code: "*" if 0 < counts[code] < FEW else "" for code in order}
    return {code: say(field, code) + (f"\nn = {counts[code]:,}{few[code]}" if counted else "") for code in order}


def _note(table: DotTable, fields: tuple[str, str, str]) -> str:
    """The small line: what is drawn, n, and what to be careful about."""
    book, n = load_codebook(), len(table.places)
    letters = "".join(mark.letter for mark in marks(table.colour).values())
    sign = "shape" if not letters else "number" if letters.isdigit() else "letter"
    shown = f" Colour and {sign}: {book.label(table.colour).lower()}." if table.cells else ""
    apart = " Dashed: not found or no step of the scale." if table.apart or not table.cells else ""
    few = " * fewer than three cases." if any(label.endswith("*") for label in (*table.rows.values(), *table.columns.values())) else ""
    weak = unreliable(*dict.fromkeys(fields))
    return f"Each mark is a case (n = {n:,}); the figure in a corner counts them.{shown}{apart}{few}{weak}"


def _labelled(counts: pd.DataFrame, rows: str, columns: str) -> pd.DataFrame:
    """The counts under the labels of the codes."""
    book = load_codebook()

    def named(field: str) -> Callable[[str], str]:
        return lambda code: "All" if code == "all" else book.label(field, code)

    return counts.rename(index=named(rows), columns=named(columns)).rename_axis(index=None, columns=None)


def _picks(data: Dataset, table: DotTable, rows: str, columns: str) -> dict[str, str]:
    """Names of what can be chosen: the cases, and the cells that hold some."""
    names = dict(data.cases["name"])
    if table.cells:
        counts = table.places.groupby(["row", "column"], observed=True).size()
        for (row, column), count in counts.items():
            names[f"{row}|{column}"] = f"{_code(rows, row)}, {_code(columns, column)}: {cases_in_words(count, small=True)}"
    return names


def _code(field: str, code: str) -> str:
    """Label of a code; codes that several fields share, such as the actors, with the name of the field."""
    book = load_codebook()
    return f"{book.label(field)}: {book.label(field, code).lower()}" if book.field(field).codes_of else book.label(field, code)


def standout(counts: pd.DataFrame) -> tuple[str, str] | None:
    """The cell that holds most cases beyond an even spread of the columns over the rows.

    `counts` has no margins and nothing that is not known. Compared are rows of at least five cases with at least five in the
    others. A cell needs three cases, two beyond an even spread, and a share half as large again as in the other rows. None when
    there is no such cell.
    """
    total, in_row, in_column = counts.to_numpy().sum(), counts.sum(axis=1).to_numpy()[:, None], counts.sum().to_numpy()
    if not total:
        return None
    surplus = counts - in_row * in_column / total
    large = (in_row >= ENOUGH) & (total - in_row >= ENOUGH) & (counts >= FEW) & (surplus >= 2)
    often = counts * (total - in_row) >= 1.5 * (in_column - counts) * in_row
    found = surplus.where(large & often).stack().dropna()
    return found.idxmax() if len(found) else None


def _said(data: Dataset, counts: pd.DataFrame, rows: str, columns: str, colour: str) -> tuple[str, str]:
    """Title and text twin."""
    book = load_codebook()
    known = counts.drop(index=[*no_step(rows), "all"], columns=[*no_step(columns), "all"], errors="ignore")
    total, names = int(known.to_numpy().sum()), (book.label(rows).lower(), book.label(columns).lower())
    title, more = _finding(known, rows, columns, len(data))
    text = f"{cases_in_words(len(data))} by {names[0]} and {names[1]}. {title}{more}."
    if total < len(data):
        text += f" Both are known for {total:,} of {len(data):,} cases."
    empty = int((known.loc[known.sum(axis=1) > 0, known.sum() > 0] == 0).to_numpy().sum())
    text += f" {number(empty).capitalize()} of the combinations do not occur." if empty else ""
    if colour not in (rows, columns):
        shares = [f"{book.label(colour, code)} {count}" for code, count in states(data, colour).value_counts(sort=False).items() if count]
        text += f" {book.label(colour)}: {listed(shares)}."
    return title, text


def _finding(known: pd.DataFrame, rows: str, columns: str, cases: int) -> tuple[str, str]:
    """What stands out, with its counts, and what an even spread would give; else what occurs most often together."""
    total = int(known.to_numpy().sum())
    if not total:
        names = [load_codebook().label(field).lower() for field in (rows, columns)]
        return f"Of {cases_in_words(cases, small=True)} none has both {names[0]} and {names[1]} known", ""
    found = standout(known)
    if found is None:
        return _no_standout(known, rows, columns), ""
    row, column = found
    here, size, whole = int(known.at[row, column]), int(known.loc[row].sum()), int(known[column].sum())
    title = f"{_code(rows, row)}: {of(here, size)} are coded “{_code(columns, column)}”; elsewhere {of(whole - here, total - size)}"
    return title, f". An even spread would put {whole * size / total:.1f} of them there"


def _no_standout(known: pd.DataFrame, rows: str, columns: str) -> str:
    """What to say where no cell stands out: that all differ, or what comes up most often together."""
    total, top, book = int(known.to_numpy().sum()), int(known.to_numpy().max()), load_codebook()
    (row, column), ties = known.stack().idxmax(), int((known.to_numpy() == top).sum()) - 1
    pair = f"“{_code(rows, row)}” and “{_code(columns, column)}”"
    if total == 1:
        return f"One case, coded {pair}"
    if top == 1:
        who = "The two cases do not" if total == 2 else f"No two of these {number(total)} cases"
        return f"{who} share both {book.label(rows).lower()} and {book.label(columns).lower()}"
    most = f"{pair}, in {of(top, total)}"
    if ties:
        most += f" ({number(ties)} other combination{'s hold' if ties > 1 else ' holds'} as many)"
    return f"Most often together: {most}" if total < 2 * ENOUGH else f"No combination stands out; the most frequent is {most}"
