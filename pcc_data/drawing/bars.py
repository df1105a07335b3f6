"""Labelled rows for bars, as high as their labels need; and lists of bars on a canvas."""

from collections.abc import Iterable, Sequence
from itertools import accumulate

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pcc_data.colours import GREY, INK
from pcc_data.drawing.canvas import box, write
from pcc_data.drawing.style import frame, style
from pcc_data.drawing.texts import fold, shorten, text_width

THICK = 0.87  # of a bar, in lines of text
BAR = "#7C93A8"
_KNOWN = "#5B7C99"


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


def known_bars(title: str, note: str, rows: Sequence[tuple[str, int, str]], total: int, ls: str) -> Figure:
    """A row for each name, number and what is told of it: a bar in a frame of lines in this style, which stands for the
    total."""
    right = max(text_width(told, style().small) for _, _, told in rows) + 0.3
    figure, ax, middles = bar_rows([name for name, _, _ in rows], title, note, right)
    ax.set_xlim(0, total)
    for middle, (_, number, told) in zip(middles, rows, strict=True):
        ax.barh(middle, total, height=THICK, color="none", edgecolor=GREY, linewidth=0.9, linestyle=ls)
        ax.barh(middle, number, height=THICK, color=_KNOWN)
        ax.annotate(told, (total, middle), (6, 0), textcoords="offset points", va="center", size=style().small)
    return figure


def bar_list(
    ax: Axes,
    corner: tuple[float, float],
    wide: float,
    head: str,
    rows: Iterable[tuple[str, int, str]],
    high: float,
    largest: int,
) -> None:
    """Rows of a name, a bar for a number and what is told of it, under a head, on a canvas.

    The whole is `wide` inches wide, a row `high`; `corner` is the upper left one, `largest` the longest bar's number.
    """
    start, top = corner
    ax.text(start, top - high * 0.5, head, va="center", weight="bold")
    name, words = wide * 0.27, wide * 0.33
    for place, (label, count, told) in enumerate(rows, start=1):
        y, long = top - (place + 0.5) * high, (wide - name - words) * count / largest
        write(ax, start, y, shorten(label, style().small, name - 0.05))
        box(ax, start + name, y - high * 0.36, long, high * 0.72, BAR)
        write(ax, start + name + long + 0.08, y, told, color=INK if count else GREY)
