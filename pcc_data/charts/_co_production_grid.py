"""The co-production grid: who plans, who delivers (Bovaird, 2007)."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.analysis.co_production import FIELDS, SIDES, co_production, doing, who
from pcc_data.charts._kit.chart import Chart, of_data
from pcc_data.charts._kit.dots import DotTable, table_figure
from pcc_data.charts._kit.style import style, unreliable
from pcc_data.colours import LIGHT
from pcc_data.errors import pick
from pcc_data.say import cases_in_words, number, of

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

_FULL = {("shared", "shared"): LIGHT}  # the one cell that Bovaird calls full co-production


@of_data
def co_production_grid(
    data: Dataset, chosen: str | None = None, *, hidden: bool = False, guess: tuple[str, str] | None = None
) -> Chart:
    """All cases by who plans and who delivers; `chosen` is ringed, `hidden` shows the empty grid to guess in, and
    `guess` is the cell that was guessed (who delivers, who plans).

    What does not lie on the two scales (a third party, not found) stands apart. Source of the grid: Bovaird (2007).
    Raises ValueError for a case that is not in `data`, and a guess that is no pair of sides.
    """
    if chosen is not None:
        pick(chosen, data.cases.index, "case of this selection")
    if guess is not None:
        guess = _guessed(guess)
    table = co_production(data)
    rows, columns = _names(table, "delivers", hidden), _names(table, "plans", hidden)
    places = pd.DataFrame({"row": table["delivers"], "column": table["plans"], "sector": data.cases["sector"]})
    places = places.sort_values("sector")
    title, text = _said(table, hidden)
    note = "Nine places and one case. Tinted: full co-production."
    if not hidden:
        note = (
            f"Each mark is a case (n = {len(table)}); the figure in a corner counts them. Tinted: full"
            f" co-production.{unreliable(*FIELDS)}"
        )
    grid = DotTable(places, rows, columns, ("third_party", "not_found"), _FULL, chosen, hidden, guess, names=1.95)
    axes, height = ("Who plans →", "Who delivers ↓"), 2.1 if hidden else 3.9
    figure = table_figure(title, note, grid, height, axes, above=style().inch * 2.5, key=not hidden)
    if hidden:
        picks = {f"{row}|{column}": f"{rows[row]}, {columns[column].lower()}" for row in rows for column in columns}
        return Chart(figure, title, text, pd.DataFrame(), picks)
    counts = pd.crosstab(table["delivers"], table["plans"], dropna=False)
    counts = counts.reindex(index=list(rows), columns=list(columns), fill_value=0).rename(index=rows, columns=columns)
    return Chart(figure, title, text, counts.rename_axis(index=None, columns=None), dict(data.cases["name"]))


def _guessed(guess: tuple[str, str]) -> tuple[str, str]:
    """The cell that was guessed, held to the sides of the grid."""
    if not isinstance(guess, tuple | list) or len(guess) != 2:
        raise ValueError(
            f"A guess is a pair, who delivers and who plans, such as ('community', 'shared'); found {guess!r}."
        )
    return pick(guess[0], SIDES, "side of the grid"), pick(guess[1], SIDES, "side of the grid")


def _names(table: pd.DataFrame, axis: str, hidden: bool) -> dict[str, str]:
    """What stands at the rows or columns: the three places, and what lies beside them where it occurs."""
    sides = list(reversed(SIDES)) if axis == "delivers" else list(SIDES)
    beside = [key for key in ("third_party", "not_found") if (table[axis] == key).any() and not hidden]
    names = {key: doing(key, axis.removesuffix("s")).capitalize() for key in (*sides, *beside)}
    return {**names, "not_found": "Not found"} if "not_found" in beside else names


def _said(table: pd.DataFrame, hidden: bool) -> tuple[str, str]:
    total = len(table)
    if hidden:
        return (
            "Where does this case belong?",
            "An empty grid: who plans from left to right, who delivers from top to bottom.",
        )
    if not total:
        return "No case matches", "No case matches."
    both = int(((table["plans"] == "shared") & (table["delivers"] == "shared")).sum())
    alone = int(((table["plans"] == "community") & (table["delivers"] == "community")).sum())
    public = int(((table["plans"] == "public") & (table["delivers"] == "public")).sum())
    shared = f"{doing('shared', 'plan')} and deliver in"
    title = f"{shared.capitalize()} {of(both, total)} cases; {who('community')} alone in {number(alone)}"
    text = (
        f"Of {cases_in_words(total, small=True)}, {shared} {number(both)}, {who('community')} does "
        f"both in {number(alone)} and {who('public')} in {number(public)}; the other "
        f"{number(total - both - alone - public)} mix the sides."
    )
    return title, text
