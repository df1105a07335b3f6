"""A table whose cells hold one mark a case: what the grids and cross-tables share."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from math import ceil, floor

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pcc_data.colours import GREY, INK, LIGHT, PAPER
from pcc_data.drawing.canvas import box, canvas, spacing, write
from pcc_data.drawing.heads import Heads
from pcc_data.drawing.key import draw_key, key_lines, key_of
from pcc_data.drawing.marks import PICKABLE, marks
from pcc_data.drawing.style import room_left, style
from pcc_data.drawing.texts import fold, fold_lines, text_width
from pcc_data.say import say

_GAP = 0.14  # inches before a row or column that is no step of the scale
_NARROW_NAMES = 1.0  # inches for the names of rows on a phone
_MOST = 2.4  # inches of marks in a row on a phone, where there are too many for one that can be chosen
_AROUND = 0.08  # inches over and under the marks of a cell
_FREE = 0.7  # inches of a row that is still to be guessed in, on a phone

Cell = tuple[str, str]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class DotTable:
    """What to draw: `places` has one row a case (index: case) with the columns row, column and one named as `colour`.

    `rows` run from top to bottom, `columns` from left to right. `apart` names rows and columns that are no step of the
    scale, such as not found: they stand behind a gap and are drawn dashed.
    """

    places: pd.DataFrame
    rows: Mapping[str, str]
    columns: Mapping[str, str]
    apart: Sequence[str] = ()
    tinted: Mapping[Cell, str] = field(default_factory=dict)
    chosen: str | None = None
    hidden: bool = False  # the frame alone, its cells to be chosen: the place is still to be guessed
    guess: Cell | None = None  # row and column that the user chose
    colour: str = "sector"  # the coded field that the marks show
    cells: bool = False  # cells with cases can be chosen, too
    names: float = 1.75  # inches for the names of rows

    def draw(self, ax: Axes, width: float, heights: Sequence[float], across: str, down: str) -> None:
        """Draw into axes that count in inches from zero up, rows of these heights; `across` and `down` name the two
        axes above it."""
        lefts, wide = _cuts(list(self.columns), width, self.apart)
        height, lows = self.lows(heights)
        groups = dict(tuple(self.places.groupby(["row", "column"], observed=True)))
        for row, low, high in zip(self.rows, lows, heights, strict=True):
            for column, left in zip(self.columns, lefts, strict=True):
                self._cell(ax, (row, column), (left, low, wide, high), groups.get((row, column)))
        heads = self.heads(width)
        for at, (key, left) in enumerate(zip(self.columns, lefts, strict=True)):
            heads.write(ax, at, left + wide / 2, height + 0.06, style="italic" if key in self.apart else "normal")
        for (key, label), low, high in zip(self.rows.items(), lows, heights, strict=True):
            look = {"ha": "right", "style": "italic" if key in self.apart else "normal"}
            write(ax, -0.12, low + high / 2, fold_lines(label, style().small, self.names), linespacing=1.05, **look)
        inch = style().inch
        if style().narrow:
            over = height + heads.high + 0.06 + inch * 0.2
            write(ax, 0, over, fold(across, style().small, width), color=GREY, va="bottom", linespacing=1.05)
        else:
            write(ax, 0, height + max(inch * 1.95, heads.high + 0.06 + inch * 0.6), across, color=GREY)
        down, look = fold(down, style().small, self.down()), {"ha": "right", "va": "bottom", "linespacing": 1.05}
        write(ax, -0.12, height + inch * 0.6, down, color=GREY, **look)

    def down(self) -> float:
        """Inches for the words that name what runs down."""
        return self.names + (0.02 if style().narrow else 0.1)

    def heads(self, width: float) -> Heads:
        """The names of columns above a table of this width."""
        _, wide = _cuts(list(self.columns), width, self.apart)
        return Heads.of(list(self.columns.values()), wide - (0.04 if style().narrow else 0.1))

    def heights(self, width: float, height: float) -> list[float]:
        """Height of each row in a table of this width: alike, or on a phone as much as its marks and its name need."""
        if not style().narrow:
            return [_cuts(list(self.rows), height, self.apart)[1]] * len(self.rows)
        _, wide = _cuts(list(self.columns), width, self.apart)
        per_row = max(1, floor((wide - 0.1) / self._step() + 1e-6))
        fullest = self.places.groupby(["row", "column"], observed=True).size().groupby("row", observed=True).max()
        few = len(self.places) <= PICKABLE
        needed = {row: ceil(count / per_row) * self._step() for row, count in fullest.items() if not self.hidden}
        marked = {row: _figure_line() + 0.12 + (high if few else min(high, _MOST)) for row, high in needed.items()}
        named = {
            row: (fold_lines(label, style().small, self.names).count("\n") + 1.6) * _figure_line()
            for row, label in self.rows.items()
        }
        return [max(_FREE if self.hidden else 0.36, marked.get(row, 0), named[row]) for row in self.rows]

    def enough(self, width: float) -> float:
        """Inches at which the letters on the marks of the fullest cell are as large as on any other; 0 without letters.

        Only where rows are alike, and for a table of this width.
        """
        if self.hidden or not self._bears() or not len(self.places):
            return 0.0
        _, wide = _cuts(list(self.columns), width, self.apart)
        fullest = int(self.places.groupby(["row", "column"], observed=True).size().max())
        lines = ceil(fullest / max(1, floor(_free(wide, fullest) / self._step() + 1e-6)))
        return len(self.rows) * (lines * self._step() + _AROUND) + _GAP * sum(key in self.apart for key in self.rows)

    def least(self) -> float:
        """Inches that the names of all rows need at least."""
        lines = max(fold_lines(label, style().small, self.names).count("\n") + 1 for label in self.rows.values())
        return len(self.rows) * lines * style().small * 1.1 / 72

    def lows(self, heights: Sequence[float]) -> tuple[float, list[float]]:
        """Height of the whole table, and the foot of each row above its own."""
        gaps = [_GAP if key in self.apart else 0 for key in self.rows]
        whole = sum(heights) + sum(gaps)
        ends = accumulate(high + gap for high, gap in zip(heights, gaps, strict=True))
        return whole, [whole - end for end in ends]

    def _step(self) -> float:
        """Inches from mark to mark, where there is room."""
        if style().lettered and self._bears():
            return style().lettered * 1.2 / 72
        return style().dot * (1.1 if style().narrow else 1.5) / 72

    def _bears(self) -> bool:
        """Whether the marks bear letters."""
        return any(mark.letter for mark in marks(self.colour).values())

    def _cell(self, ax: Axes, cell: Cell, place: Box, cases: pd.DataFrame | None) -> None:
        left, low, wide, high = place
        apart = cell[0] in self.apart or cell[1] in self.apart
        gid = f"pick:{cell[0]}|{cell[1]}" if self.hidden or (self.cells and cases is not None) else None
        edge = {"edgecolor": GREY, "ls": ":"} if apart else {"edgecolor": LIGHT}
        box(ax, *place, self.tinted.get(cell, PAPER), lw=1, gid=gid, clip_on=False, **edge)
        self._framed(ax, cell, place, cases)
        if self.hidden:
            return
        count = 0 if cases is None else len(cases)
        look = {"color": INK, "weight": "bold"} if count else {"color": GREY}
        write(ax, left + wide - 0.06, low + high - 0.05, f"{count:,}", ha="right", va="top", **look)
        if cases is not None:
            free = _free(wide, count), high - _AROUND
            if style().narrow:  # the figure has a line of its own over the marks
                free = wide - 0.1, high - 0.1 - _figure_line()
            self._dots(ax, cases, (left + 0.05, low + 0.04, *free))

    def _framed(self, ax: Axes, cell: Cell, place: Box, cases: pd.DataFrame | None) -> None:
        """A frame round the place that was guessed, and round the one where the chosen case lies."""
        left, low, wide, high = place
        here = self.chosen is not None and not self.hidden and cases is not None and self.chosen in cases.index
        if not here and cell != self.guess:
            return
        look = {"lw": 2.5, "ls": "-"} if here else {"lw": 1.5, "ls": "--"}
        box(ax, left + 0.03, low + 0.03, wide - 0.06, high - 0.06, edgecolor=INK, **look)
        coded = here and not self.cells
        words = say("chart.coded-place") if coded else ""
        if cell == self.guess:
            words = say("chart.both-places") if coded else say("chart.your-place")
        write(ax, left + 0.1, low + 0.08, words, weight="bold", va="bottom")

    def _dots(self, ax: Axes, cases: pd.DataFrame, place: Box) -> None:
        left, low, wide, high = place
        known, step = marks(self.colour), spacing([len(cases)], wide, high, self._step())
        per_row = max(1, floor(wide / step + 1e-6))
        size = min(style().lettered if style().hall and self._bears() else style().dot * 1.15, step * 72 * 0.82)
        spots = [
            (left + (at % per_row + 0.5) * step, low + high - (at // per_row + 0.5) * step) for at in range(len(cases))
        ]
        if self.chosen is not None and self.chosen in cases.index:
            ax.plot(*spots[cases.index.get_loc(self.chosen)], "o", ms=size * 1.9, mfc="none", mec=INK, mew=2)
        codes = cases[self.colour].array
        if len(self.places) > PICKABLE:
            where = pd.DataFrame(spots, columns=["x", "y"]).assign(code=codes)
            for code, part in where.groupby("code", observed=True):
                ax.plot(part["x"], part["y"], **{**known[code].look(size), "mew": 0, "ls": ""})
            return
        for case, code, (x, y) in zip(cases.index, codes, spots, strict=True):
            known[code].draw(ax, x, y, size, f"pick:{case}", crowded=not style().narrow)


def table_figure(
    title: str,
    note: str,
    table: DotTable,
    height: float,
    axes: tuple[str, str],
    *,
    above: float = 0.0,
    key: bool = True,
) -> Figure:
    """A figure with a table of dots `height` inches high and, unless `key` is False, the key of its marks under it.

    `axes` names what runs across and down; the room above the table is at least `above` inches.
    """
    narrow = style().narrow
    table = replace(table, names=min(table.names, _NARROW_NAMES)) if narrow else table
    left, inch = table.names + 0.15, style().inch
    width = style().width - left - 0.15
    entries, whole = key_of(table.colour, table.places[table.colour]) if key else [], style().width - 0.2
    heads = table.heads(width).high + 0.06
    below = inch * (0.4 + key_lines(entries, whole if narrow else width))
    if narrow:
        across, down = (
            fold(text, style().small, room).count("\n") + 1
            for text, room in zip(axes, (width, table.down()), strict=True)
        )
        above = max(heads + inch * (0.3 + across), (down + 1) * inch)
    else:
        above = max(heads + inch * 1.3, 0 if style().hall else above)
    room = max(room_left(title, note, above + below), table.least())
    if style().hall:
        height = max(height, table.enough(width))  # what is free on the screen makes letters on marks readable
    heights = table.heights(width, min(height, room))
    figure, ax = canvas(title, note, table.lows(heights)[0] + above, left=left, right=0.15, below=below)
    table.draw(ax, width, heights, *axes)
    draw_key(ax, entries, inch * 0.8, **({"x": 0.1 - left, "inches": whole} if narrow else {}))
    return figure


def dot_figure(title: str, note: str, table: DotTable, high: float, across: str) -> Figure:
    """`table_figure` with rows `high` inches high, less on paper."""
    wide = style().width > 10
    widest = max(text_width(line, style().small) for label in table.rows.values() for line in label.split("\n"))
    names = min(widest + 0.05, style().width / 4) if style().hall else 1.75 if wide else 1.1
    table = replace(table, names=names)
    return table_figure(title, note, table, high * len(table.rows) * (1 if wide else 0.72), (across, ""))


def _free(wide: float, count: int) -> float:
    """Inches that marks have beside the figure that counts them, in a cell of this width."""
    return max(wide * 0.3, wide - 0.1 - text_width(f"{count:,}", style().small, "bold") - 0.07)


def _figure_line() -> float:
    """Inches of a line of small type."""
    return style().small * 1.25 / 72


def _cuts(keys: list[str], length: float, apart: Sequence[str]) -> tuple[list[float], float]:
    """Where each row or column begins, and its size: a gap stands before those that are no step of the scale."""
    gap = _GAP
    size = (length - gap * sum(key in apart for key in keys)) / len(keys)
    starts, at = [], 0.0
    for key in keys:
        at += gap if key in apart else 0
        starts.append(at)
        at += size
    return starts, size
