"""Cases piled up as marks of their status: what combinations of instruments and starting years share."""

from __future__ import annotations

from math import ceil, floor

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from pcc_data.charts._kit.dots import PICKABLE
from pcc_data.charts._kit.style import inches_from, style
from pcc_data.charts._kit.texts import text_width
from pcc_data.codes import load_codebook
from pcc_data.colours import PAPER


def spacing(counts: list[int], wide: float, high: float) -> float:
    """Largest distance between marks, in inches, at which each of these numbers of marks fits into a column of this
    size."""
    step = style().dot * 1.45 / 72
    while step > 1e-3 and any(floor(wide / step + 1e-6) * floor(high / step + 1e-6) < count for count in counts):
        step *= 0.96
    return step


def stack(ax: Axes, status: pd.Series, left: float, low: float, wide: float, step: float, *, whole: int) -> None:
    """Pile up one mark a case (index of `status`: ids) from `low` upwards, centred in a column `wide` inches wide.

    With more than a few hundred cases in the whole picture (`whole`) the pile becomes a bar with a part for each
    status.
    """
    codes, status = load_codebook().codes("status"), status.sort_values(kind="stable")
    across = min(max(1, floor(wide / step + 1e-6)), max(1, len(status)))
    start = left + (wide - across * step) / 2
    if whole > PICKABLE:
        at = low
        for code, count in status.value_counts(sort=False).items():
            part = count / across * step
            ax.add_patch(Rectangle((start, at), across * step, part, facecolor=codes[code].colour, lw=0))
            at += part
        return
    for place, (case, code) in enumerate(status.items()):
        row, column = divmod(place, across)
        spot = ([start + (column + 0.5) * step], [low + (row + 0.5) * step])
        look = {"marker": codes[code].marker, "color": codes[code].colour, "mec": PAPER, "mew": 0.5, "ls": ""}
        ax.add_artist(Line2D(*spot, ms=step * 72 * 0.86, gid=f"pick:{case}", **look))


def unit(whole: int) -> str:
    """What is drawn, for the small line under a title."""
    return "Each mark is a case" if whole <= PICKABLE else "Bars count cases"


def height_of(count: int, wide: float, step: float) -> float:
    """Height in inches of a pile of `count` marks."""
    return ceil(count / max(1, floor(wide / step + 1e-6))) * step


def status_key(ax: Axes, status: pd.Series, y: float) -> None:
    """A line of marks and names of the statuses that occur, with their numbers of cases, `y` inches under the axes."""
    now, book, x, place = style(), load_codebook(), 0.0, inches_from(ax)
    counts = status.value_counts(sort=False)
    for name, code in book.codes("status").items():
        if not counts.get(name, 0):
            continue
        words = f"{book.label('status', name)} {counts[name]}"
        ax.plot(x + 0.1, -y, code.marker, ms=now.dot, color=code.colour, transform=place, clip_on=False)
        ax.text(x + 0.25, -y, words, size=now.small, va="center", transform=place)
        x += 0.55 + text_width(words, now.small)
