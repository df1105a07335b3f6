"""Numbers laid out from left to right: years, shares, means."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from matplotlib.axes import Axes

from pcc_data.colours import GREY, LIGHT
from pcc_data.drawing.canvas import write


class Axis(NamedTuple):
    """An axis on a canvas: the number `first` stands `left` inches from its left edge, `last` stands at `right`."""

    first: float
    last: float
    left: float
    right: float

    def at(self, number: float) -> float:
        """Where a number stands, in inches."""
        return self.left + (self.right - self.left) * (number - self.first) / ((self.last - self.first) or 1)

    def years(self, most: int) -> list[int]:
        """Round years along it, in so many steps at most."""
        steps = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
        step = next((step for step in steps if (self.last - self.first) / step <= most), steps[-1])
        return list(range(-(-int(self.first) // step) * step, int(self.last) + 1, step))

    def draw(
        self, ax: Axes, told: Mapping[float, str], ends: tuple[float, float], y: float, lw: float = 0.8, **look: Any
    ) -> None:
        """Thin lines between these `ends` at the numbers that are `told`, and at `y` what each is called; `look` (of
        matplotlib's texts) may say otherwise."""
        for number, words in told.items():
            x = self.at(number)
            ax.plot([x, x], ends, color=LIGHT, lw=lw, zorder=0)
            write(ax, x, y, words, **{"color": GREY, "ha": "center", **look})
