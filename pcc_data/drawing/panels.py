"""Panels beside and below one another under one title."""

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pcc_data.drawing.style import frame


def panels(
    title: str, note: str, count: int, across: int, high: tuple[float, float], *, left: float, below: float
) -> tuple[Figure, list[Axes]]:
    """A figure with so many axes, row by row, `across` of them in a row.

    `high` is the height of what stands over each of them and their own, `left` and `below` are the margins of `frame`,
    all in inches.
    """
    rows, (head, body) = -(-count // across), high
    figure, whole = frame(title, note, max(rows, 1) * (head + body), left=left, right=0.1, below=below)
    box, tall = whole.get_position(), figure.get_size_inches()[1]
    whole.remove()
    wide, found = box.width / across, []
    for place in range(count):
        row, column = divmod(place, across)
        foot = box.y1 - ((row + 1) * (head + body)) / tall
        found.append(figure.add_axes((box.x0 + column * wide, foot, wide * 0.94, body / tall)))
    return figure, found
