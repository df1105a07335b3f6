"""Designs among the real cases: letters are designs, grey marks are cases."""

from collections.abc import Mapping

from matplotlib.axes import Axes

from pcc_data.colours import INK
from pcc_data.designs import Design
from pcc_data.drawing.canvas import spacing
from pcc_data.drawing.style import style
from pcc_data.drawing.texts import isolated

# a warm disc for what is imagined, grey for what is on record
_LETTER = "#FFD97A"

Designs = Mapping[str, Design]


def letters(ax: Axes, keys: list[str], left: float, top: float, wide: float, high: float) -> None:
    """Lettered discs from left to right and down, which can be chosen; they shrink until all fit into the box."""
    step = spacing([len(keys)], wide, high, min(style().text * 2.1 / 72, high))
    in_row = int(wide / step + 1e-6)
    for at, key in enumerate(keys):
        x, y = left + (at % in_row + 0.5) * step, top - (at // in_row + 0.5) * step
        ax.plot(x, y, "o", ms=step * 72 * 0.88, mfc=_LETTER, mec=INK, mew=1.2, gid=f"pick:{key}")
        ax.text(x, y, key, ha="center", va="center", weight="bold", size=step * 72 * 0.45)


def letters_high(count: int, wide: float) -> float:
    """Inches that so many lettered discs take in lines of this width, with letters that can be read."""
    step = style().text * 2.1 / 72
    return -(-count // max(1, int(wide / step + 1e-6))) * step + 1e-3


def picks(designs: Designs) -> dict[str, str]:
    """Names of what can be chosen: the designs by their letters."""
    return {key: f"{key}: {isolated(design.title)}" for key, design in designs.items()}
