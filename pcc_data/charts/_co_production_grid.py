"""The co-production grid: who plans, who delivers (Bovaird, 2007)."""

import pandas as pd

from pcc_data.analysis.co_production import FIELDS, SIDES, by_place, co_production, doing, who
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, of_data, say, style, unreliable
from pcc_data.charts._kit.told import alone
from pcc_data.colours import LIGHT
from pcc_data.drawing.dot_table import DotTable, table_figure
from pcc_data.errors import pick

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
    note = say("co-production-grid.note-hidden")
    if not hidden:
        note = say("co-production-grid.note", n=len(table)) + unreliable(*FIELDS)
    grid = DotTable(places, rows, columns, ("third_party", "not_found"), _FULL, chosen, hidden, guess, names=1.95)
    axes, height = (say("co-production-grid.across"), say("co-production-grid.down")), 2.1 if hidden else 3.9
    figure = table_figure(title, note, grid, height, axes, above=style().inch * 2.5, key=not hidden)
    if hidden:
        picks = {
            f"{row}|{column}": say("co-production-grid.cell", delivers=rows[row], plans=doing(column, "plan"))
            for row in rows
            for column in columns
        }
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
    return {**names, "not_found": load_codebook().label(FIELDS[0], "unknown")} if "not_found" in beside else names


def _said(table: pd.DataFrame, hidden: bool) -> tuple[str, str]:
    total = len(table)
    if hidden:
        return say("co-production-grid.title-hidden"), say("co-production-grid.text-hidden")
    if not total:
        return alone("chart.no-case")
    counts = by_place(table)
    public, both, by_community = (counts[side, side] for side in SIDES)
    sides = {"sides": who("shared"), "community": who("community"), "public": who("public")}
    counts = {
        "both": both,
        "alone": by_community,
        "only-public": public,
        "others": total - both - by_community - public,
    }
    title = say("co-production-grid.title", n=both, total=total, alone=by_community, **sides)
    return title, say("co-production-grid.text", n=total, **counts, **sides)
