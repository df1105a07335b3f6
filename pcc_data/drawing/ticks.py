"""Numbers along an axis: as many as there is room for."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from pcc_data.colours import GREY
from pcc_data.drawing.style import style
from pcc_data.drawing.texts import text_width
from pcc_data.say import figure_text

_APART = 0.12  # inches between two numbers at least


def even_ticks(low: float, high: float) -> list[float]:
    """About ten whole numbers from `low` to `high`; on a short scale halves, too."""
    if high - low <= 5:
        return [low + half / 2 for half in range(int((high - low) * 2) + 1)]
    return [tick for tick in MaxNLocator(nbins=10, integer=True).tick_values(low, high) if low <= tick <= high]


def figures_axis(ax: Axes, low: float, high: float, *, tenfold: bool) -> None:
    """Let the axis that runs across hold figures from `low` to `high`, with zero and in even steps, or with each step
    ten times the one before (`tenfold`), and a thin line at each."""
    labelled = _tenfold(ax, low, high) if tenfold else None
    if labelled is None:
        low, high = min(0.0, low), max(0.0, high)
        room = (high - low or 1.0) * 0.04  # so that a mark at the edge is whole
        ax.set_xlim(low - room, high + room)
        ax.axvline(0, color=GREY, lw=1)
        if style().narrow:  # no number beyond the axis
            ax.set_xticks([tick for tick in ax.get_xticks() if low - room <= tick <= high + room][::2])
    ax.xaxis.set_major_formatter(lambda value, _: figure_text(value) if labelled is None or value in labelled else "")
    ax.minorticks_off()
    ax.spines[:].set_visible(False)
    ax.grid(axis="x", lw=0.8)


def _tenfold(ax: Axes, low: float, high: float) -> set[float]:
    """Mark every power of ten; returns those that there is room to write."""
    ax.set_xscale("log")
    ax.set_xlim(low / 1.6, high * 1.6)
    low, high = np.log10(ax.get_xlim())
    powers = [10.0**power for power in range(int(np.ceil(low)), int(np.floor(high)) + 1)]
    ax.set_xticks(powers)
    apart = style().width * ax.get_position().width / (high - low)
    widest = max((text_width(figure_text(power), style().text) for power in powers), default=0.0)
    return set(powers[:: max(1, int(np.ceil((widest + _APART) / apart)))])
