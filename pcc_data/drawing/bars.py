"""Labelled rows for bars, as high as their labels need."""

from collections.abc import Sequence
from itertools import accumulate

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pcc_data.drawing.style import frame, style
from pcc_data.drawing.texts import fold, text_width

THICK = 0.87  # of a bar, in lines of text


def bar_rows(labels: Sequence[str], title: str, note: str, right: float = 0.2) -> tuple[Figure, Axes, list[float]]:
    """A frame with one labelled row for each option, the first on top, and where the middle of each row is, in lines of
    text."""
    now = style()
    texts = [fold(label, now.text, now.width * (0.3 if now.narrow else 0.35)) for label in labels]
    longest = max(text_width(line, now.text) for text in texts for line in text.split("\n"))
    lines = [max(1.45, text.count("\n") + 1.3) for text in texts]
    middles = [foot - high / 2 for foot, high in zip(accumulate(lines), lines, strict=True)]
    drawn, ax = frame(title, note, now.inch * sum(lines), left=longest + 0.3, right=right)
    ax.set(ylim=(sum(lines), 0), xticks=[])
    ax.set_yticks(middles, texts, linespacing=1.15)
    ax.spines["bottom"].set_visible(False)
    return drawn, ax, middles
