"""Marks with their key, and a table whose cells hold one mark a case: what the grids and cross-tables share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate
from math import ceil, floor

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import Transform

from pcc_data.charts._kit.canvas import box, canvas, dot, spacing, write
from pcc_data.charts._kit.heads import Heads
from pcc_data.charts._kit.style import inches_from, style
from pcc_data.charts._kit.texts import fold, text_width
from pcc_data.codes import Codebook, load_codebook
from pcc_data.colours import GREY, INK, LIGHT, PAPER, ink_on
from pcc_data.say import say

PICKABLE = 400  # with more dots than this each group is one artist and no dot can be chosen: drawing stays fast
_FAIR = {"D": 0.84, "*": 1.25}  # shapes that look larger or smaller than others of the same size
_GAP = 0.14  # inches before a row or column that is no step of the scale
_NARROW_NAMES = 1.0  # inches for the names of rows on a phone
_MOST = 2.4  # inches of marks in a row on a phone, where there are too many for one that can be chosen
_FREE = 0.7  # inches of a row that is still to be guessed in, on a phone
_KEY = 0.5  # inches that an entry of a key takes besides its words

Cell = tuple[str, str]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Mark:
    """How a code is drawn: a colour with a shape, or with a letter on it."""

    colour: str
    shape: str
    letter: str = ""

    def look(self, size: float) -> dict[str, object]:
        """Arguments of a line's markers that are `size` points large. Pale and hollow marks get an edge."""
        edge = {"mec": GREY, "mew": 1.0} if self.letter or self.colour == PAPER else {"mec": PAPER, "mew": 0.6}
        edge = {"mec": GREY, "mew": 2.0} if self.shape == "_" else edge
        size = max(size, style().lettered if self.letter else 0) * _FAIR.get(self.shape, 1)
        return {"marker": self.shape, "ms": size, "mfc": self.colour, **edge}

    def draw(
        self, ax: Axes, x: float, y: float, size: float, gid: str | None = None, transform: Transform | None = None
    ) -> None:
        """Draw the mark at a place of the axes; `gid` names it, `transform` says in which units the place is."""
        dot(ax, x, y, gid=gid, transform=transform, **self.look(size))
        if self.letter:
            look = {
                "color": ink_on(self.colour),
                "ha": "center",
                "va": "center_baseline",
                "transform": transform or ax.transData,
            }
            ax.text(x, y, self.letter, size=letter_size(size), weight="bold", **look)


def letter_size(mark: float) -> float:
    """Points of a letter on a mark of so many points."""
    least = style().lettered
    return max(mark, least) * (0.83 if least else 0.68)


HOLLOW = Mark(PAPER, "o")
DASH = Mark(GREY, "_")


def marks(field: str) -> dict[str, Mark]:
    """The mark of each code of a field, a hollow one for not found, and a dash for what does not apply.

    A code without a shape of its own is a square with its letter or with its number on the scale.
    Raises ValueError for a field whose codes have no colours.
    """
    return _marks(load_codebook(), field)


@lru_cache(maxsize=32)
def _marks(book: Codebook, field: str) -> dict[str, Mark]:
    codes = book.codes(field)
    if not codes or not all(code.colour for code in codes.values()):
        raise ValueError(
            f"{field} has no colours in the codebook. Choose another field to colour by, such as sector or status."
        )
    found = {"not_found": HOLLOW, "does_not_apply": DASH}
    for number, (name, code) in enumerate(codes.items(), start=1):
        letter = code.letter or (name if name.isdigit() else str(number))
        mark = Mark(code.colour or PAPER, code.marker or "s", "" if code.marker else letter)
        found[name] = HOLLOW if code.nothing == "not_found" else mark
    return found


def marks_in_order(field: str) -> list[str]:
    """Codes of a field in the codebook's order, and the kinds of nothing behind them."""
    return [*load_codebook().codes(field), "not_found", "does_not_apply"]


def key_of(field: str, states: pd.Series, *, counted: bool = False) -> list[tuple[Mark, str]]:
    """Marks and names of the codes of a field that occur, with their numbers of cases where they are `counted`."""
    counts, book, found = states.astype(str).value_counts(), load_codebook(), marks(field)
    return [
        (found[code], book.label(field, code) + (f" {counts[code]}" if counted else ""))
        for code in marks_in_order(field)
        if code in counts.index
    ]


def key_places(words: Sequence[str], inches: float) -> list[tuple[float, int]]:
    """Where each entry of a key stands: inches from the left, and in which line of so many inches."""
    places, x, line = [], 0.0, 0
    for text in words:
        lines = key_words(text, inches).split("\n")
        wide = _KEY + max(text_width(part, style().small) for part in lines)
        if x and x + wide - _KEY / 2 > inches:
            x, line = 0.0, line + 1
        places.append((x, line))
        x = x + wide if len(lines) == 1 else inches
        line += len(lines) - 1
    return places


def key_words(text: str, inches: float) -> str:
    """An entry of a key that is so many inches wide, on a phone in lines that fit."""
    return fold(text, style().small, inches - _KEY / 2) if style().narrow else text


def key_lines(entries: Sequence[tuple[Mark, str]], inches: float) -> int:
    """Lines that a key takes in so many inches: what to keep free under the axes."""
    places = key_places([words for _, words in entries], inches)
    return 1 + places[-1][1] + key_words(entries[-1][1], inches).count("\n") if places else 0


def draw_key(
    ax: Axes,
    entries: Sequence[tuple[Mark, str]],
    y: float,
    *,
    x: float = 0.0,
    inches: float | None = None,
    size: float | None = None,
) -> None:
    """Marks and what they stand for, in lines that begin `y` inches under the axes and `x` from their left edge.

    `inches` is the width of a line, by default that of the axes; `size` is that of the marks in points.
    """
    now, place = style(), inches_from(ax)
    inches = inches or ax.get_position().width * now.width
    for (mark, words), (at, line) in zip(entries, key_places([words for _, words in entries], inches), strict=True):
        middle = -y - line * now.inch
        mark.draw(ax, x + at + 0.1, middle, size or now.dot, transform=place)
        shown = key_words(words, inches)
        if "\n" in shown:
            top = middle + now.small * 0.62 / 72
            write(ax, x + at + 0.25, top, shown, va="top", linespacing=1.25, transform=place)
        else:
            write(ax, x + at + 0.25, middle, shown, transform=place)


def sector_key(ax: Axes, sectors: pd.Series, y: float) -> None:
    """The key of the sectors that occur, `y` inches under the axes."""
    draw_key(ax, key_of("sector", sectors), y)


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
            write(ax, -0.12, low + high / 2, fitted(label, self.names), linespacing=1.05, **look)
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
            row: (fitted(label, self.names).count("\n") + 1.6) * _figure_line() for row, label in self.rows.items()
        }
        return [max(_FREE if self.hidden else 0.36, marked.get(row, 0), named[row]) for row in self.rows]

    def lows(self, heights: Sequence[float]) -> tuple[float, list[float]]:
        """Height of the whole table, and the foot of each row above its own."""
        gaps = [_GAP if key in self.apart else 0 for key in self.rows]
        whole = sum(heights) + sum(gaps)
        ends = accumulate(high + gap for high, gap in zip(heights, gaps, strict=True))
        return whole, [whole - end for end in ends]

    def _step(self) -> float:
        """Inches from mark to mark, where there is room."""
        if not style().narrow:
            return style().dot * 1.5 / 72
        bears = any(mark.letter for mark in marks(self.colour).values())
        return style().lettered * 1.2 / 72 if bears else style().dot * 1.1 / 72

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
            figures = text_width(f"{count:,}", style().small, "bold") + 0.07
            free = max(wide * 0.3, wide - 0.1 - figures), high - 0.08
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
        size = min(style().dot * 1.15, step * 72 * 0.82)
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
            known[code].draw(ax, x, y, size, f"pick:{case}")


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
    heights, heads = table.heights(width, height), table.heads(width).high + 0.06
    below = inch * (0.4 + key_lines(entries, whole if narrow else width))
    if narrow:
        across, down = (
            fold(text, style().small, room).count("\n") + 1
            for text, room in zip(axes, (width, table.down()), strict=True)
        )
        above = max(heads + inch * (0.3 + across), (down + 1) * inch)
    else:
        above = max(above, heads + inch * 1.3)
    figure, ax = canvas(title, note, table.lows(heights)[0] + above, left=left, right=0.15, below=below)
    table.draw(ax, width, heights, *axes)
    draw_key(ax, entries, inch * 0.8, **({"x": 0.1 - left, "inches": whole} if narrow else {}))
    return figure


def dot_figure(title: str, note: str, table: DotTable, high: float, across: str) -> Figure:
    """`table_figure` with rows `high` inches high, less on paper."""
    wide = style().width > 10
    table = replace(table, names=1.75 if wide else 1.1)
    return table_figure(title, note, table, high * len(table.rows) * (1 if wide else 0.72), (across, ""))


def fitted(label: str, inches: float) -> str:
    """The label in lines of small type that fit into so many inches; a word is broken at its hyphen only when it must
    be."""
    return "\n".join(fold(part, style().small, inches) for part in label.split("\n"))


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
