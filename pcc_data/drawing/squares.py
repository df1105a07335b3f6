"""Squares in a row, one a seat."""

from matplotlib.axes import Axes

from pcc_data.colours import INK, ink_on
from pcc_data.drawing.canvas import box, write
from pcc_data.drawing.style import style

_LEAST = 0.1  # inches of a square that is seen as one


def squares(
    ax: Axes,
    count: int,
    most: int,
    corner: tuple[float, float],
    size: tuple[float, float],
    colour: str,
    letter: str = "",
) -> None:
    """So many squares beside one another and their number, the first with a letter where there is room; a bar where
    they would be too small.

    `most` squares fill the box of this size (in inches) above and right of its corner.
    """
    (left, low), (width, high) = corner, size
    middle, edge = low + high / 2, {"edgecolor": INK, "lw": 0.8}
    side = min(high * 0.62, width / most)
    wide = side * count
    if side < _LEAST:
        wide = max(width * count / most, 0.01)
        box(ax, left, middle - high * 0.25, wide, high * 0.5, colour, **edge)
    else:
        for at in range(count):
            box(ax, left + at * side, middle - side * 0.45, side * 0.88, side * 0.9, colour, **edge)
        if letter and count and side > style().small / 72:
            write(ax, left + side * 0.44, middle, letter, ha="center", weight="bold", color=ink_on(colour))
    write(ax, left + wide + 0.06, middle, str(count), va="center_baseline")
