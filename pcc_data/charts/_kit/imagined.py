"""Designs among the real cases: letters are designs, grey marks are cases."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from matplotlib.axes import Axes

from pcc_data.charts._kit.style import frame, style
from pcc_data.charts._kit.texts import isolated
from pcc_data.colours import INK

if TYPE_CHECKING:
    from pcc_data.designs import Design


# a warm disc for what is imagined, grey for what is on record
_LETTER = "#FFD97A"

Designs = Mapping[str, "Design"]

Place = tuple[str, str]  # who plans, who delivers


def canvas(title: str, note: str, height: float):
    """A frame whose axes count in inches from the lower left."""
    now = style()
    figure, ax = frame(title, note, height, left=0.1, right=0.1)
    ax.set(xlim=(0, now.width - 0.2), ylim=(0, height), xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    return figure, ax


def letters(ax: Axes, keys: list[str], left: float, top: float, wide: float, high: float) -> None:
    """Lettered discs from left to right and down, which can be chosen; they shrink until all fit into the box."""
    step = min(style().text * 2.1 / 72, high)
    while len(keys) > int(wide / step + 1e-6) * int(high / step + 1e-6):
        step *= 0.95
    in_row = int(wide / step + 1e-6)
    for at, key in enumerate(keys):
        x, y = left + (at % in_row + 0.5) * step, top - (at // in_row + 0.5) * step
        ax.plot(x, y, "o", ms=step * 72 * 0.88, mfc=_LETTER, mec=INK, mew=1.2, gid=f"pick:{key}")
        ax.text(x, y, key, ha="center", va="center", weight="bold", size=step * 72 * 0.45)


def picks(designs: Designs) -> dict[str, str]:
    """Names of what can be chosen: the designs by their letters."""
    return {key: f"{key}: {isolated(design.title)}" for key, design in designs.items()}
