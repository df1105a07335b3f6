"""A table of dots with the statuses across: what the charts of a city's roles and instruments share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.analysis.compare import FEW
from pcc_data.charts._kit.chart import Chart
from pcc_data.charts._kit.dots import DotTable, dot_figure
from pcc_data.charts._kit.style import unreliable
from pcc_data.codes import load_codebook
from pcc_data.say import of

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


NOUN = {"roles": "role", "instruments": "instrument"}
_FIELDS = ("public_instruments", "status")


def placed(data: Dataset, cases: pd.Index, row: str) -> pd.DataFrame:
    """Cases with the row that they stand in, their status and their sector."""
    part = data.cases.loc[cases]
    return pd.DataFrame({"row": row, "column": part["status"].astype("str"), "sector": part["sector"]}).sort_values(
        "sector"
    )


def counts_by_status(data: Dataset, rows: dict[str, pd.Series]) -> pd.DataFrame:
    """For each row and status "3 of 10": the cases of that status that are in the row."""
    book, status = load_codebook(), data.cases["status"]
    sizes = status.value_counts(sort=False)
    cells = {
        book.label("status", code): [
            of(int(held[status == code].sum()), int(sizes[code])) if sizes[code] else "no case"
            for held in rows.values()
        ]
        for code in book.codes("status")
    }
    return pd.DataFrame({**cells, "All": [of(int(held.sum()), len(data)) for held in rows.values()]}, index=list(rows))


def status_table(
    data: Dataset,
    said: tuple[str, str],
    table: pd.DataFrame,
    places: pd.DataFrame,
    rows: dict[str, str],
    high: float,
    more: str,
) -> Chart:
    """A table of dots with the statuses across; `high` is the height of a row, `more` what the small line adds."""
    book, sizes = load_codebook(), data.cases["status"].value_counts(sort=False)
    columns = {
        code: f"{book.label('status', code)}\nn = {sizes[code]:,}{'*' if 0 < sizes[code] < FEW else ''}"
        for code in book.codes("status")
    }
    few = " * fewer than three cases." if any(0 < sizes[code] < FEW for code in columns) else ""
    note = (
        f"Each mark is a case (n = {len(data):,}); the figure in a corner counts them."
        f" {more}{few}{unreliable(*_FIELDS)}"
    )
    figure = dot_figure(said[0], note, DotTable(places, rows, columns), high, "How they stand →")
    return Chart(figure, *said, table, dict(data.cases["name"]))
