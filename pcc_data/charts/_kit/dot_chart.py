"""Two coded fields as a table of dots: what the cross table, the ladders and the setbacks share."""

from collections.abc import Callable

import pandas as pd

from pcc_data.analysis.compare import FEW, compare
from pcc_data.analysis.states import no_step, states
from pcc_data.charts._kit.of_data import no_case
from pcc_data.codes import inside, load_codebook
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.unreliable import unreliable
from pcc_data.drawing.chart import Chart
from pcc_data.drawing.dot_table import DotTable, table_figure
from pcc_data.drawing.marks import marks
from pcc_data.drawing.style import style
from pcc_data.say import say

MANY = 5  # with more rows or columns than this, names stand in their short form

# inches: a row at most, all rows at least and, where there are many, at most
_ROW = 0.72
_LEAST = 1.7
_ALL = 4.0


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
    """Two coded fields as a table of dots. `said` is the title and the text twin, `axes` names what runs across and
    down.

    With `counts` (of `compare`) the names of rows and columns tell how many cases they hold, and cells can be chosen.
    """
    if not len(data):
        return no_case([load_codebook().label(rows)])
    places = pd.DataFrame(
        {"row": data.state(rows), "column": data.state(columns), colour: states(data, colour)}
    ).sort_values(colour)
    counted, counts = counts is not None, compare(data, rows, columns) if counts is None else counts
    across, down = _names(columns, places["column"], counted), _names(rows, places["row"], counted, upwards=True)
    apart = tuple(
        code for field, drawn in ((rows, down), (columns, across)) for code in drawn if code in no_step(field)
    )
    wide = style().width > 10
    high = max(_LEAST if wide else 1.2, min(_ROW if wide else 0.5, _ALL / len(down)) * len(down))
    names = 1.95 if wide else 1.15
    table = DotTable(places, down, across, apart, chosen=chosen, colour=colour, cells=counted, names=names)
    direct = colour in (rows, columns)  # the names of rows or columns tell already what the marks mean
    note = _note(table, (rows, columns, colour))
    figure = table_figure(said[0], note, table, high, axes, above=style().inch * 3.4, key=not direct)
    return Chart(figure, said[0], said[1], labelled(counts, rows, columns), _picks(data, table, rows, columns))


def _names(field: str, found: pd.Series, counted: bool, upwards: bool = False) -> dict[str, str]:
    """Codes that are drawn with their labels: all steps of a scale, of other fields those that occur; nothing comes
    last.

    With `upwards` a scale runs from the bottom to the top.
    """
    book, nothing = load_codebook(), no_step(field)
    scale, counts = book.field(field).scale == "ordinal", found.value_counts()
    steps = [code for code in book.codes(field) if code not in nothing and (scale or counts.get(code, 0))]
    order = [*(reversed(steps) if scale and upwards else steps), *(code for code in nothing if counts.get(code, 0))]
    name = book.short if counted and len(order) > MANY else book.label
    few = {code: bool(0 < counts[code] < FEW) for code in order}
    return {
        code: name(field, code) + (f"\n{say('chart.n', n=counts[code], few=few[code])}" if counted else "")
        for code in order
    }


def _note(table: DotTable, fields: tuple[str, str, str]) -> str:
    """The small line: what is drawn, n, and what to be careful about."""
    letters = "".join(mark.letter for mark in marks(table.colour).values())
    sign = "shape" if not letters else "number" if letters.isdigit() else "letter"
    said = [say("chart.marks", n=len(table.places))]
    if table.cells:
        said.append(say("chart-of-dots.colour-and", sign=sign, field=load_codebook().phrase(table.colour)))
    if table.apart or not table.cells:
        said.append(say("chart-of-dots.apart"))
    if any(label.endswith("*") for label in (*table.rows.values(), *table.columns.values())):
        said.append(say("chart.few"))
    return " ".join(said) + unreliable(*dict.fromkeys(fields))


def labelled(counts: pd.DataFrame, rows: str, columns: str) -> pd.DataFrame:
    """The counts under the labels of the codes."""
    book = load_codebook()

    def named(field: str) -> Callable[[str], str]:
        return lambda code: say("chart.all") if code == "all" else book.label(field, code)

    return counts.rename(index=named(rows), columns=named(columns)).rename_axis(index=None, columns=None)


def _picks(data: Dataset, table: DotTable, rows: str, columns: str) -> dict[str, str]:
    """Names of what can be chosen: the cases, and the cells that hold some."""
    names = dict(data.cases["name"])
    if table.cells:
        counts = table.places.groupby(["row", "column"], observed=True).size()
        for (row, column), count in counts.items():
            words = {"row": code_in_words(rows, row), "column": code_in_words(columns, column)}
            names[f"{row}|{column}"] = say("chart-of-dots.cell", **words, n=count)
    return names


def code_in_words(field: str, code: str) -> str:
    """Label of a code; codes that several fields share, such as the actors, with the name of the field."""
    book = load_codebook()
    if not book.field(field).codes_of:
        return book.label(field, code)
    return say("chart-of-dots.of-field", field=book.label(field), code=inside(book.label(field, code)))
