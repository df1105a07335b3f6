"""Numbers along an axis: as many as there is room for."""

import numpy as np
from matplotlib.axes import Axes
from matplotlib.ticker import MaxNLocator

from pcc_data.drawing.style import style
from pcc_data.drawing.texts import text_width
from pcc_data.say import figure_text

_APART = 0.12  # inches between two numbers at least


def even_ticks(low: float, high: float) -> list[float]:
    """About ten whole numbers from `low` to `high`; on a short scale halves, too."""
    if high - low <= 5:
        return [low + half / 2 for half in range(int((high - low) * 2) + 1)]
    return [tick for tick in MaxNLocator(nbins=10, integer=True).tick_values(low, high) if low <= tick <= high]


def tenfold_ticks(ax: Axes) -> set[float]:
    """Mark every power of ten on an axis that counts in them; returns those that there is room to write."""
    low, high = np.log10(ax.get_xlim())
    powers = [10.0**power for power in range(int(np.ceil(low)), int(np.floor(high)) + 1)]
    ax.set_xticks(powers)
    apart = style().width * ax.get_position().width / (high - low)
    widest = max((text_width(figure_text(power), style().text) for power in powers), default=0.0)
    return set(powers[:: max(1, int(np.ceil((widest + _APART) / apart)))])
