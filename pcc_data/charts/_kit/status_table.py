"""A table of dots with the statuses across: what the charts of a city's roles and instruments share."""

from collections.abc import Mapping

import pandas as pd

from pcc_data.analysis.compare import FEW
from pcc_data.codes import load_codebook
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.unreliable import unreliable
from pcc_data.drawing.chart import Chart
from pcc_data.drawing.dot_table import DotTable, dot_figure
from pcc_data.say import of, say


def status_table(data: Dataset, said: tuple[str, str], rows: Mapping[str, pd.Series], high: float, more: str) -> Chart:
    """A table of dots with the statuses across and the `rows` down: a name each, with whether a case is in it.

    `said` is the title and the text twin, `high` the height of a row in inches, `more` what the small line adds. The
    table tells of each row and status "3 of 10": the cases of that status that are in the row.
    """
    book, status = load_codebook(), data.cases["status"].astype("str")
    sizes = {code: int((status == code).sum()) for code in book.codes("status")}
    few = [say("chart.few")] if any(0 < size < FEW for size in sizes.values()) else []
    note = " ".join([say("chart.marks", n=len(data)), more, *few]) + unreliable("public_instruments", "status")
    columns = {
        code: f"{book.label('status', code)}\n{say('chart.n', n=size, few=0 < size < FEW)}"
        for code, size in sizes.items()
    }
    cases = pd.DataFrame({"column": status, "sector": data.cases["sector"]})
    places = pd.concat([cases[held].assign(row=name).sort_values("sector") for name, held in rows.items()])
    names = {name: f"{name}\n{say('chart.count', n=held.sum(), total=len(data))}" for name, held in rows.items()}
    figure = dot_figure(said[0], note, DotTable(places, names, columns), high, say("chart-by-status.across"))
    counts = {
        book.label("status", code): [
            of(int(held[status == code].sum()), size) if size else say("chart-by-status.none") for held in rows.values()
        ]
        for code, size in sizes.items()
    }
    table = pd.DataFrame(
        {**counts, say("chart.all"): [of(int(held.sum()), len(data)) for held in rows.values()]}, list(rows)
    )
    return Chart(figure, *said, table, dict(data.cases["name"]))
