"""Marks piled up in the cells of a picture, or bars where they would be too many."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.colours import GREY, PAPER
from pcc_data.drawing.canvas import box, dot
from pcc_data.drawing.marks import Mark
from pcc_data.drawing.style import style

Row = tuple[str, str]


@dataclass(frozen=True)
class Piles:
    """What lies in each cell of each row: ids, whose code is in `codes` and the mark of a code in `looks`.

    Marks in the last cell are hollow: what was not found. With `bars` there are too many for a mark each.
    """

    cells: Mapping[Row, list[list[str]]]
    codes: pd.Series
    looks: Mapping[str, Mark]
    bars: bool

    def high(self, row: Row, across: list[int], pitch: float) -> float:
        """Inches that the fullest cell of a row needs, with so many marks in a line of each cell."""
        lines = [-(-len(ids) // wide) for ids, wide in zip(self.cells[row], across, strict=True)]
        return self._tallest(pitch) + pitch / 2 if self.bars else max(lines) * pitch

    def _tallest(self, pitch: float) -> float:
        """Inches of the tallest bar; on a phone the names of the rows leave room for more than where it is wide."""
        return max(1.5 * pitch, style().inch * 1.3 if style().narrow else 0.0)

    @property
    def most(self) -> int:
        """How many lie in the fullest cell."""
        return max(1, *(len(ids) for row in self.cells.values() for ids in row))

    def draw(self, ax: Axes, row: Row, place: int, foot: tuple[float, float], across: int, pitch: float) -> None:
        """The marks of a cell, upwards from the middle of its foot (in inches)."""
        ids, hollow, (middle, low) = self.cells[row][place], place == len(self.cells[row]) - 1, foot
        if self.bars:
            if ids:
                wide, high = across * pitch * 0.8, self._tallest(pitch) * len(ids) / self.most
                look = {"edgecolor": GREY, "lw": 0.8, "ls": ":" if hollow else "-"}
                box(ax, middle - wide / 2, low, wide, high, PAPER if hollow else GREY, **look)
            return
        wide = min(len(ids), across)
        for at, one in enumerate(ids):
            mark = self.looks[self.codes[one]]
            x, y = middle + (at % across - (wide - 1) / 2) * pitch, low + (at // across + 0.5) * pitch
            look = {"mfc": PAPER, "mec": mark.colour, "mew": 1.1}
            if not hollow:
                look = {"mfc": mark.colour, "mec": PAPER, "mew": 0.4}
            dot(ax, x, y, marker=mark.shape, ms=pitch * 72 * 0.74, gid=f"pick:{one}:{row[1]}", **look)
