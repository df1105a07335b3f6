"""What changes in a comparison when the codes are another coder's: two fields, cell by cell."""

from collections.abc import Iterable

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pcc_data.analysis.moves import AFTER, BEFORE, Cell, moves, moves_by_cell
from pcc_data.charts._cross_table import cross_table_title
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, style, unreliable
from pcc_data.charts._kit.dot_chart import code_in_words
from pcc_data.charts._kit.told import column_names
from pcc_data.colours import GREY, INK, LIGHT
from pcc_data.dataset.citing import rounds_of
from pcc_data.drawing.canvas import box, canvas, write
from pcc_data.drawing.style import room_left, row_high
from pcc_data.drawing.texts import fold, isolated
from pcc_data.say import listed

_NAMES = 0.2  # part of the width for the names of rows
_NAMED = 6  # cases named in the sentence at most
_TINT = "#F3EBD3"
_COLUMNS = ("before", "after", "came", "left")


@of_data
def coded_twice(
    data: Dataset,
    rows: str,
    columns: str,
    *,
    coder: str = "second",
    round: str | int | Iterable[str | int] | None = None,
    codings: pd.DataFrame | None = None,
) -> Chart:
    """Cases by two coded fields with their own codes and with those of another coder, cell by cell.

    `coder`, `round` and `codings` as for `Dataset.coded_by`. A cell that changes shows both counts, and how many cases
    came and left; where `codings` hold none, the picture says so. The table has a row for each cell that holds a case
    with either codes. Raises ValueError as `Dataset.coded_by`, for a field without codes, and when rows and columns are
    the same.
    """
    book = load_codebook()
    heads = [book.label(rows), book.label(columns), *column_names("coded-twice", _COLUMNS)]
    if codings is not None and not len(codings):
        return no_case(heads, say("coded-twice.nobody"), say("coded-twice.nobody-note"))
    again = data.coded_by(coder, round, codings=codings)
    found = moves(data, again, rows, columns)
    if not len(found):
        return no_case(heads)
    grid = moves_by_cell(found, rows, columns)
    coded = again.cases[again.cases["coder"].notna()]
    whose = {"coder": coder, "rounds": rounds_of(coded), "coded": len(coded), "total": len(data)}
    fields = {"rows": book.phrase(rows), "columns": book.phrase(columns)}
    title = say("coded-twice.title", n=int(found["moved"].sum()), **whose, **fields)
    note = say("coded-twice.note", **whose, **fields) + unreliable(rows, columns)
    figure = _drawn(title, note, grid, rows, columns)
    names = data.cases["name"].map(isolated)
    table = []
    for (row, column), cell in grid.items():
        if cell.before or cell.after:
            moved = [listed(names[cases]) if cases else None for cases in (cell.came, cell.left)]
            table.append((book.label(rows, row), book.label(columns, column), cell.before, cell.after, *moved))
    text = " ".join([say("chart.sentence", title=title), *_said(data, again, found, rows, columns)])
    return Chart(figure, title, text, pd.DataFrame(table, columns=heads))


def _said(data: Dataset, again: Dataset, found: pd.DataFrame, rows: str, columns: str) -> list[str]:
    """Which cases move, from where to where, and whether the comparison says something else then."""
    gone = found[found["moved"]]
    parts = []
    for case, row in gone.head(_NAMED).iterrows():
        changed = [
            (field, row[was], row[now])
            for field, was, now in zip((rows, columns), BEFORE, AFTER, strict=True)
            if row[was] != row[now]
        ]
        ways = [
            say("coded-twice.way", before=code_in_words(field, was), after=code_in_words(field, now))
            for field, was, now in changed
        ]
        parts.append(say("coded-twice.move", name=isolated(data.cases.at[case, "name"]), ways=ways))
    told = [say("coded-twice.moves", moves="; ".join(parts), more=len(gone) - len(parts))] if parts else []
    first, then = (cross_table_title(one, rows, columns) for one in (data, again))
    return [*told, say("coded-twice.same" if first == then else "coded-twice.other", before=first, after=then)]


def _drawn(title: str, note: str, grid: dict[tuple[str, str], Cell], rows: str, columns: str) -> Figure:
    """The table as a picture."""
    now, book = style(), load_codebook()
    down, across = (list(dict.fromkeys(key[at] for key in grid)) for at in (0, 1))
    left, right = now.width * _NAMES + 0.1, now.width - 0.2
    wide, high = (right - left) / len(across), now.inch * 2.5
    heads = [fold(book.short(columns, code), now.small, wide - 0.1, most=3) for code in across]
    up = now.inch * (1.1 + max(head.count("\n") + 1 for head in heads))
    high = row_high(high, len(down), room_left(title, note, up + now.inch + 0.1))
    figure, ax = canvas(title, note, up + now.inch, high * len(down))
    axes = say("coded-twice.axes", rows=book.label(rows), columns=book.label(columns))
    write(ax, 0, up + now.inch * 0.4, axes, color=GREY)
    for at, head in enumerate(heads):
        write(ax, left + (at + 0.5) * wide, up * 0.45, head, ha="center", linespacing=1.1)
    for line, code in enumerate(down):
        top = -line * high
        ax.plot([0, right], [top, top], color=LIGHT, lw=0.8)
        write(ax, 0, top - high / 2, fold(book.short(rows, code), now.small, left - 0.2, most=2), linespacing=1.1)
        for at, column in enumerate(across):
            _cell(ax, grid[code, column], left + at * wide, top, wide, high)
    return figure


def _cell(ax: Axes, cell: Cell, left: float, top: float, wide: float, high: float) -> None:
    """The counts of a cell; one that changes stands out by a box, both counts and words."""
    now, middle = style(), left + wide / 2
    if not (cell.came or cell.left):
        colour = INK if cell.before else GREY
        write(ax, middle, top - high / 2, str(cell.before), ha="center", color=colour, size=now.text)
        return
    box(ax, left + 0.03, top - high + 0.03, wide - 0.06, high - 0.06, _TINT, edgecolor=INK, lw=1)
    counts = say("coded-twice.counts", before=cell.before, after=cell.after)
    down = 0.06 if now.hall else 0.0  # in low rows both lines stay inside their box
    write(ax, middle, top - high * (0.3 + down), counts, ha="center", size=now.text, weight="bold")
    moved = say("coded-twice.cell", came=len(cell.came), left=len(cell.left))
    words = fold(moved, now.small, wide - 0.1, most=2)
    write(ax, middle, top - high * (0.7 + down), words, ha="center", linespacing=1.0)
