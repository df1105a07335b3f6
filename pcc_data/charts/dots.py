"""A table whose cells hold one dot a case: what the co-production grid and other cross-tables share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import floor, sqrt

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from pcc_data.charts.style import GREY, INK, LIGHT, PAPER, inches_from, style, wrap
from pcc_data.codes import load_codebook

PICKABLE = 400  # with more dots than this each group is one artist and no dot can be chosen: drawing stays fast
Cell = tuple[str, str]
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class DotTable:
    """What to draw: `places` has one row a case with the columns row, column and sector (index: case).

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
        now = style()
        place = inches_from(ax)
        ax.text(0, height + now.inch * 1.95, across, size=now.small, color=GREY, transform=place, va="center")
        ax.text(-0.12, height + now.inch * 0.9, down, size=now.small, color=GREY, transform=place, ha="right", va="center")

    def _cell(self, ax: Axes, cell: Cell, box: Box, cases: pd.DataFrame | None) -> None:
        left, low, wide, high = box
        apart = cell[0] in self.apart or cell[1] in self.apart
        gid = f"pick:{cell[0]}|{cell[1]}" if self.hidden else None
        look = {"facecolor": self.tinted.get(cell, PAPER), "edgecolor": GREY if apart else LIGHT, "ls": ":" if apart else "-"}
        ax.add_patch(Rectangle((left, low), wide, high, lw=1, gid=gid, **look))
        self._framed(ax, cell, box, cases)
        if self.hidden:
            return
        now, count = style(), 0 if cases is None else len(cases)
        look = {"color": INK, "weight": "bold"} if count else {"color": GREY}
        ax.text(left + wide - 0.06, low + high - 0.05, str(count), size=now.small, ha="right", va="top", **look)
        if cases is not None:
            self._dots(ax, cases, (left + 0.05, low + 0.04, wide - 0.13 - now.small / 72 * 1.3, high - 0.08))

    def _framed(self, ax: Axes, cell: Cell, box: Box, cases: pd.DataFrame | None) -> None:
        """A frame round the place that was guessed, and round the one where the chosen case lies."""
        left, low, wide, high = box
        here = not self.hidden and cases is not None and self.chosen in cases.index
        if not here and cell != self.guess:
            return
        look = {"lw": 2.5, "ls": "-"} if here else {"lw": 1.5, "ls": "--"}
        ax.add_patch(Rectangle((left + 0.03, low + 0.03), wide - 0.06, high - 0.06, fill=False, edgecolor=INK, **look))
        words = ["Your place"] * (cell == self.guess) + ["Coded place"] * here
        ax.text(left + 0.1, low + 0.08, " = ".join(words), size=style().small, weight="bold", va="bottom")

    def _dots(self, ax: Axes, cases: pd.DataFrame, box: Box) -> None:
        left, low, wide, high = box
        codes, step = load_codebook().codes("sector"), _step(len(cases), wide, high)
        per_row = max(1, floor(wide / step + 1e-6))
        size = min(style().dot * 1.15, step * 72 * 0.82)
        spots = [(left + (at % per_row + 0.5) * step, low + high - (at // per_row + 0.5) * step) for at in range(len(cases))]
        if len(self.places) > PICKABLE:
            where = pd.DataFrame(spots, columns=["x", "y"]).assign(sector=cases["sector"].astype(str).to_numpy())
            for sector, part in where.groupby("sector"):
                ax.plot(part["x"], part["y"], codes[sector].marker, ls="", ms=size, color=codes[sector].colour, mew=0)
            return
        for case, sector, (x, y) in zip(cases.index, cases["sector"], spots, strict=True):
            if case == self.chosen:
                ax.plot(x, y, "o", ms=size * 1.9, mfc="none", mec=INK, mew=2)
            # an artist added as it is takes a third of the time of ax.plot, which looks for units and limits
            ax.add_artist(
                Line2D(
                    [x],
                    [y],
                    marker=codes[sector].marker,
                    ms=size,
                    color=codes[sector].colour,
                    mec=PAPER,
                    mew=0.6,
                    ls="",
                    gid=f"pick:{case}",
                )
            )

    def _names(self, ax: Axes, lefts: list[float], wide: float, tops: list[float], high: float, height: float) -> None:
        now = style()
        place = inches_from(ax)
        for (key, label), left in zip(self.columns.items(), lefts, strict=True):
            ax.text(
                left + wide / 2,
                height + 0.06,
                wrap(label, now.small, wide),
                size=now.small,
                ha="center",
                va="bottom",
                transform=place,
                style="italic" if key in self.apart else "normal",
                linespacing=1.05,
            )
        for (key, label), top in zip(self.rows.items(), tops, strict=True):
            ax.text(
                -0.12,
                height - top - high / 2,
                wrap(label, now.small, 1.75),
                size=now.small,
                ha="right",
                va="center",
                transform=place,
                style="italic" if key in self.apart else "normal",
                linespacing=1.05,
            )


def sector_key(ax: Axes, sectors: pd.Series, y: float) -> None:
    """A line of marks and names of the sectors that occur, `y` inches under the axes."""
    now, book, x = style(), load_codebook(), 0.0
    place = inches_from(ax)
    for name, code in book.codes("sector").items():
        if not (sectors == name).any():
            continue
        label = book.label("sector", name)
        ax.plot(x + 0.1, -y, code.marker, ms=now.dot, color=code.colour, transform=place, clip_on=False)
        ax.text(x + 0.25, -y, label, size=now.small, va="center", transform=place)
        x += 0.5 + len(label) * now.small * 0.62 / 72


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
