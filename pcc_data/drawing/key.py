"""The key of a chart: marks and what they stand for, in lines under its axes."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.states import codes_in_order
from pcc_data.codes import load_codebook
from pcc_data.drawing.canvas import write
from pcc_data.drawing.marks import Mark, marks
from pcc_data.drawing.style import inches_from, style
from pcc_data.drawing.texts import fold, text_width

_KEY = 0.5  # inches that an entry of a key takes besides its words


def key_of(field: str, states: pd.Series, *, counted: bool = False) -> list[tuple[Mark, str]]:
    """Marks and names of the codes of a field that occur, with their numbers of cases where they are `counted`."""
    counts, book, found = states.astype(str).value_counts(), load_codebook(), marks(field)
    return [
        (found[code], book.label(field, code) + (f" {counts[code]}" if counted else ""))
        for code in codes_in_order(field)
        if code in counts.index
    ]


def key_places(words: Sequence[str], inches: float) -> list[tuple[float, int]]:
    """Where each entry of a key stands: inches from the left, and in which line of so many inches."""
    places, x, line = [], 0.0, 0
    for text in words:
        lines = key_words(text, inches).split("\n")
        wide = _KEY + max(text_width(part, style().small) for part in lines)
        if x and x + wide - _KEY / 2 > inches:
            x, line = 0.0, line + 1
        places.append((x, line))
        x = x + wide if len(lines) == 1 else inches
        line += len(lines) - 1
    return places


def key_words(text: str, inches: float) -> str:
    """An entry of a key that is so many inches wide, on a phone in lines that fit."""
    return fold(text, style().small, inches - _KEY / 2) if style().narrow else text


def key_lines(entries: Sequence[tuple[Mark, str]], inches: float) -> int:
    """Lines that a key takes in so many inches: what to keep free under the axes."""
    places = key_places([words for _, words in entries], inches)
    return 1 + places[-1][1] + key_words(entries[-1][1], inches).count("\n") if places else 0


def draw_key(
    ax: Axes,
    entries: Sequence[tuple[Mark, str]],
    y: float,
    *,
    x: float = 0.0,
    inches: float | None = None,
    size: float | None = None,
) -> None:
    """Marks and what they stand for, in lines that begin `y` inches under the axes and `x` from their left edge.

    `inches` is the width of a line, by default that of the axes; `size` is that of the marks in points.
    """
    now, place = style(), inches_from(ax)
    beside = 0.3 if now.hall else 0.25  # words stand apart from a mark that is large enough for its letter
    inches = inches or ax.get_position().width * now.width
    for (mark, words), (at, line) in zip(entries, key_places([words for _, words in entries], inches), strict=True):
        middle = -y - line * now.inch
        mark.draw(ax, x + at + 0.1, middle, size or now.dot, transform=place)
        shown = key_words(words, inches)
        if "\n" in shown:
            top = middle + now.small * 0.62 / 72
            write(ax, x + at + beside, top, shown, va="top", linespacing=1.25, transform=place)
        else:
            write(ax, x + at + beside, middle, shown, transform=place)


def sector_key(ax: Axes, sectors: pd.Series, y: float) -> None:
    """The key of the sectors that occur, `y` inches under the axes."""
    draw_key(ax, key_of("sector", sectors), y)
