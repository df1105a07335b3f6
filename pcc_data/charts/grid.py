"""The co-production grid: who plans, who delivers (Bovaird, 2007)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.charts.chart import Chart
from pcc_data.charts.dots import DotTable, sector_key
from pcc_data.charts.style import LIGHT, drawing, frame, style, unreliable
from pcc_data.charts.words import cases_in_words, number, of
from pcc_data.co_production import FIELDS, SIDES, co_production
from pcc_data.codes import load_codebook

if TYPE_CHECKING:
    from pcc_data.dataset import Dataset

_WHO = {"public": "the public side", "shared": "both sides", "community": "the community", "third_party": "a third party",
        "not_found": "not found"}
_FULL = {("shared", "shared"): LIGHT}  # the one cell that Bovaird calls full co-production


def co_production_grid(data: Dataset, chosen: str | None = None, *, hidden: bool = False, guess: tuple[str, str] | None = None) -> Chart:
    """All cases by who plans and who delivers; `chosen` is ringed, `hidden` shows the empty grid to guess in, and `guess` is
    the cell that was guessed (who delivers, who plans).

    What does not lie on the two scales (a third party, not found) stands apart. Source of the grid: Bovaird (2007).
    """
    table = co_production(data)
    places = pd.DataFrame({"row": table["delivers"], "column": table["plans"], "sector": data.cases["sector"]}).sort_values("sector")
    used = {axis: [key for key in ("third_party", "not_found") if (table[axis] == key).any() and not hidden] for axis in table}
    rows = {key: f"{_WHO[key]} delivers".replace("sides delivers", "sides deliver").capitalize()
            for key in (*reversed(SIDES), *used["delivers"])}
    columns = {key: f"{_WHO[key]} plans".replace("sides plans", "sides plan").capitalize() for key in (*SIDES, *used["plans"])}
    for names in (rows, columns):
        names.update({"not_found": "Not found"} if "not_found" in names else {})
    counts = pd.crosstab(table["delivers"], table["plans"], dropna=False).reindex(index=list(rows), columns=list(columns), fill_value=0)
    title, text = _said(table, hidden)
    now, height = style(), 2.1 if hidden else 3.9
    left = 2.1
    width = now.width - left - 0.15
    note = (f"Each mark is a case (n = {len(table)}); the figure in a corner counts them. Tinted: the cell of full "
            f"co-production.{unreliable(*FIELDS)}")
    with drawing():
        figure, ax = frame(title, note if not hidden else "Nine places and one case. Tinted: full co-production.",
                           height + now.inch * 2.5, left=left, below=now.inch * 1.4)
        _shrink(ax, height)
        DotTable(places, rows, columns, ("third_party", "not_found"), _FULL, chosen, hidden, guess).draw(
            ax, width, height, "Who plans →", "Who delivers ↓")
        if not hidden:
            sector_key(ax, [str(code) for code in load_codebook().codes("sector") if (places["sector"] == code).any()], now.inch * 0.8)
    shown = counts.rename(index=rows, columns=columns).rename_axis(index=None, columns=None)
    picks = {f"{row}|{column}": f"{rows[row]}, {columns[column].lower()}" for row in rows for column in columns} if hidden else data.cases["name"]
    return Chart(figure, title, text, shown.iloc[:0] if hidden else shown, dict(picks))


def _shrink(ax, height: float) -> None:
    """Leave room for the names of columns above the grid."""
    box = ax.get_position()
    ax.set_position((box.x0, box.y0, box.width, height / ax.figure.get_size_inches()[1]))


def _said(table: pd.DataFrame, hidden: bool) -> tuple[str, str]:
    total = len(table)
    if hidden:
        return "Where does this case belong?", "An empty grid: who plans from left to right, who delivers from top to bottom."
    if not total:
        return "No case matches", "No case matches."
    both = int(((table["plans"] == "shared") & (table["delivers"] == "shared")).sum())
    alone = int(((table["plans"] == "community") & (table["delivers"] == "community")).sum())
    public = int(((table["plans"] == "public") & (table["delivers"] == "public")).sum())
    title = f"Both sides plan and deliver together in {of(both, total)}; in {number(alone)} the community does both"
    text = (f"Of {cases_in_words(total, small=True)}, both sides plan and deliver in {number(both)}, the community does both in "
            f"{number(alone)} and the public side in {number(public)}; the other {number(total - both - alone - public)} mix the sides.")
    return title, text
