"""Cases piled up as marks of their status: what combinations of instruments and starting years share."""

from math import ceil, floor

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.codes import load_codebook
from pcc_data.colours import PAPER
from pcc_data.drawing.canvas import box, dot
from pcc_data.drawing.key import draw_key, key_of
from pcc_data.drawing.marks import PICKABLE


def stack(ax: Axes, status: pd.Series, left: float, low: float, wide: float, step: float, *, whole: int) -> None:
    """Pile up one mark a case (index of `status`: ids) from `low` upwards, centred in a column `wide` inches wide.

    With more than a few hundred cases in the whole picture (`whole`) the pile becomes a bar with a part for each
    status.
    """
    codes, status = load_codebook().codes("status"), status.sort_values(kind="stable")
    across = min(max(1, floor(wide / step + 1e-6)), max(1, len(status)))
    start = left + (wide - across * step) / 2
    if crowded(whole):
        at = low
        for code, count in status.value_counts(sort=False).items():
            part = count / across * step
            box(ax, start, at, across * step, part, codes[code].colour)
            at += part
        return
    for place, (case, code) in enumerate(status.items()):
        row, column = divmod(place, across)
        x, y = start + (column + 0.5) * step, low + (row + 0.5) * step
        look = {"marker": codes[code].marker, "color": codes[code].colour, "mec": PAPER, "mew": 0.5}
        dot(ax, x, y, ms=step * 72 * 0.86, gid=f"pick:{case}", **look)


def crowded(whole: int) -> bool:
    """Whether there are too many cases for a mark each: bars count them."""
    return whole > PICKABLE


def height_of(count: int, wide: float, step: float) -> float:
    """Height in inches of a pile of `count` marks."""
    return ceil(count / max(1, floor(wide / step + 1e-6))) * step


def status_key(ax: Axes, status: pd.Series, y: float) -> None:
    """The key of the statuses that occur, with their numbers of cases, `y` inches under the axes."""
    draw_key(ax, key_of("status", status, counted=True), y)
