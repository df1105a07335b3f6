"""A table whose cells hold one dot a case: what the co-production grid and other cross-tables share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import floor, sqrt

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.transforms import Transform

from pcc_data.charts._kit.style import drawing, frame, inches_from, style
from pcc_data.charts._kit.texts import fold, text_width
from pcc_data.codes import Codebook, load_codebook
from pcc_data.colours import GREY, INK, LIGHT, PAPER, ink_on


def dot_figure(title: str, note: str, table: DotTable, high: float, across: str) -> Figure:
    """A figure with a table of dots by sector, its key under it, and rows `high` inches high (less on paper)."""
    now = style()
    left = 1.9 if now.width > 10 else 1.25
    width, height = now.width - left - 0.15, high * len(table.rows) * (1 if now.width > 10 else 0.72)
    table = replace(table, names=left - 0.15)
    lines = key_lines("sector", table.places["sector"], width)
    with drawing():
        figure, ax = frame(
            title, note, height + table.heads(width) + now.inch * 1.3, left=left, below=now.inch * (0.4 + lines)
        )
        shrink(ax, height)
        table.draw(ax, width, height, across, "")
        sector_key(ax, table.places["sector"], now.inch * 0.8)
    return figure


PICKABLE = 400  # with more dots than this each group is one artist and no dot can be chosen: drawing stays fast
_FAIR = {"D": 0.84, "*": 1.25}  # shapes that look larger or smaller than others of the same size

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
        size *= _FAIR.get(self.shape, 1)
        return {"marker": self.shape, "ms": size, "mfc": self.colour, "ls": "", **edge}

    def draw(
        self, ax: Axes, x: float, y: float, size: float, gid: str | None = None, transform: Transform | None = None
    ) -> None:
        """Draw the mark at a place of the axes; `gid` names it, `transform` says in which units the place is."""
        # an artist added as it is takes a third of the time of ax.plot, which looks for units and limits
        ax.add_artist(Line2D([x], [y], gid=gid, clip_on=False, transform=transform or ax.transData, **self.look(size)))
        if self.letter:
            look = {
                "color": ink_on(self.colour),
                "ha": "center",
                "va": "center_baseline",
                "transform": transform or ax.transData,
            }
            ax.text(x, y, self.letter, size=size * 0.68, weight="bold", **look)


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

    def draw(self, ax: Axes, width: float, height: float, across: str, down: str) -> None:
        """Draw into an axes of this size (in inches); `across` and `down` name the two axes."""
        ax.set(xlim=(0, width), ylim=(0, height), xticks=[], yticks=[])
        ax.spines[:].set_visible(False)
        lefts, wide = _cuts(list(self.columns), width, self.apart)
        tops, high = _cuts(list(self.rows), height, self.apart)
        groups = dict(tuple(self.places.groupby(["row", "column"], observed=True)))
        for row, top in zip(self.rows, tops, strict=True):
            for column, left in zip(self.columns, lefts, strict=True):
                box = (left, height - top - high, wide, high)
                self._cell(ax, (row, column), box, groups.get((row, column)))
        self._names(ax, lefts, wide, tops, high, height)
        now, place = style(), inches_from(ax)
        above = max(now.inch * 1.95, self.heads(width) + now.inch * 0.6)
        ax.text(0, height + above, across, size=now.small, color=GREY, transform=place, va="center")
        down = fold(down, now.small, self.names + 0.1)
        ax.text(
            -0.12,
            height + now.inch * 0.6,
            down,
            size=now.small,
            color=GREY,
            transform=place,
            ha="right",
            va="bottom",
            linespacing=1.05,
        )

    def heads(self, width: float) -> float:
        """Inches that the names of columns take above a table of this width."""
        _, wide = _cuts(list(self.columns), width, self.apart)
        return (
            0.06
            + max(fitted(label, wide - 0.1).count("\n") + 1 for label in self.columns.values())
            * style().small
            * 1.25
            / 72
        )

    def _cell(self, ax: Axes, cell: Cell, box: Box, cases: pd.DataFrame | None) -> None:
        left, low, wide, high = box
        apart = cell[0] in self.apart or cell[1] in self.apart
        gid = f"pick:{cell[0]}|{cell[1]}" if self.hidden or (self.cells and cases is not None) else None
        look = {
            "facecolor": self.tinted.get(cell, PAPER),
            "edgecolor": GREY if apart else LIGHT,
            "ls": ":" if apart else "-",
        }
        ax.add_artist(Rectangle((left, low), wide, high, lw=1, gid=gid, clip_on=False, **look))
        self._framed(ax, cell, box, cases)
        if self.hidden:
            return
        now, count = style(), 0 if cases is None else len(cases)
        look = {"color": INK, "weight": "bold"} if count else {"color": GREY}
        ax.text(left + wide - 0.06, low + high - 0.05, f"{count:,}", size=now.small, ha="right", va="top", **look)
        if cases is not None:
            figures = text_width(f"{count:,}", now.small, "bold") + 0.07
            self._dots(ax, cases, (left + 0.05, low + 0.04, max(wide * 0.3, wide - 0.1 - figures), high - 0.08))

    def _framed(self, ax: Axes, cell: Cell, box: Box, cases: pd.DataFrame | None) -> None:
        """A frame round the place that was guessed, and round the one where the chosen case lies."""
        left, low, wide, high = box
        here = self.chosen is not None and not self.hidden and cases is not None and self.chosen in cases.index
        if not here and cell != self.guess:
            return
        look = {"lw": 2.5, "ls": "-"} if here else {"lw": 1.5, "ls": "--"}
        ax.add_patch(Rectangle((left + 0.03, low + 0.03), wide - 0.06, high - 0.06, fill=False, edgecolor=INK, **look))
        words = ["Your place"] * (cell == self.guess) + ["Coded place"] * (here and not self.cells)
        ax.text(left + 0.1, low + 0.08, " = ".join(words), size=style().small, weight="bold", va="bottom")

    def _dots(self, ax: Axes, cases: pd.DataFrame, box: Box) -> None:
        left, low, wide, high = box
        known, step = marks(self.colour), _step(len(cases), wide, high)
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
                ax.plot(part["x"], part["y"], **{**known[code].look(size), "mew": 0})
            return
        for case, code, (x, y) in zip(cases.index, codes, spots, strict=True):
            known[code].draw(ax, x, y, size, f"pick:{case}")

    def _names(self, ax: Axes, lefts: list[float], wide: float, tops: list[float], high: float, height: float) -> None:
        now = style()
        look = {"size": now.small, "transform": inches_from(ax), "linespacing": 1.05}
        for (key, label), left in zip(self.columns.items(), lefts, strict=True):
            kind = "italic" if key in self.apart else "normal"
            ax.text(
                left + wide / 2, height + 0.06, fitted(label, wide - 0.1), ha="center", va="bottom", style=kind, **look
            )
        for (key, label), top in zip(self.rows.items(), tops, strict=True):
            kind, middle = "italic" if key in self.apart else "normal", height - top - high / 2
            ax.text(-0.12, middle, fitted(label, self.names), ha="right", va="center", style=kind, **look)


def fitted(label: str, inches: float) -> str:
    """The label in lines of small type that fit into so many inches; a word is broken at its hyphen only when it must
    be."""
    return "\n".join(fold(part, style().small, inches) for part in label.split("\n"))


def sector_key(ax: Axes, sectors: pd.Series, y: float) -> None:
    """A line of marks and names of the sectors that occur, `y` inches under the axes."""
    mark_key(ax, "sector", sectors, y)


def mark_key(ax: Axes, field: str, states: pd.Series, y: float) -> None:
    """Marks and names of the codes of a field that occur, in lines that begin `y` inches under the axes."""
    now, place, known = style(), inches_from(ax), marks(field)
    for x, line, code, label in key_places(field, states, ax.get_position().width * now.width):
        known[code].draw(ax, x + 0.1, -y - line * now.inch, now.dot, transform=place)
        ax.text(x + 0.25, -y - line * now.inch, label, size=now.small, va="center", transform=place)


def key_places(field: str, states: pd.Series, inches: float) -> list[tuple[float, int, str, str]]:
    """Where each code that occurs stands in the key: inches from the left, line, code, label."""
    book, places, x, line = load_codebook(), [], 0.0, 0
    seen = set(states.astype(str))
    for code in (code for code in marks_in_order(field) if code in seen):
        label = book.label(field, code)
        wide = 0.5 + text_width(label, style().small)
        if x and x + wide - 0.25 > inches:
            x, line = 0.0, line + 1
        places.append((x, line, code, label))
        x += wide
    return places


def key_lines(field: str, states: pd.Series, inches: float) -> int:
    """Lines that the key of these codes takes in so many inches: what to keep free under the axes."""
    places = key_places(field, states, inches)
    return 1 + places[-1][1] if places else 0


def marks_in_order(field: str) -> list[str]:
    """Codes of a field in the codebook's order, and the kinds of nothing behind them."""
    return [*load_codebook().codes(field), "not_found", "does_not_apply"]


def shrink(ax: Axes, height: float) -> None:
    """Make the axes `height` inches high, so that there is room above for the names of columns."""
    box = ax.get_position()
    ax.set_position((box.x0, box.y0, box.width, height / ax.figure.get_size_inches()[1]))


def _cuts(keys: list[str], length: float, apart: Sequence[str]) -> tuple[list[float], float]:
    """Where each row or column begins, and its size: a gap stands before those that are no step of the scale."""
    gap = 0.14
    gaps = sum(key in apart for key in keys)
    size = (length - gap * gaps) / len(keys)
    starts, at = [], 0.0
    for key in keys:
        at += gap if key in apart else 0
        starts.append(at)
        at += size
    return starts, size


def _step(count: int, wide: float, high: float) -> float:
    """Largest distance between dots, in inches, at which `count` of them fit into the box."""
    step = min(style().dot * 1.5 / 72, wide, high)
    while floor(wide / step + 1e-6) * floor(high / step + 1e-6) < count:
        step = min(step * 0.96, sqrt(wide * high / count)) if step > 0.02 else step * 0.5
        if step < 1e-3:
            break
    return step
