"""Labels beside dots that do not cover one another."""

from collections.abc import Sequence

from matplotlib.axes import Axes

from pcc_data.colours import INK
from pcc_data.drawing.style import style
from pcc_data.drawing.texts import ems

Box = tuple[float, float, float, float]


def place_labels(ax: Axes, points: Sequence[tuple[float, float]], labels: Sequence[str], gap: float = 7) -> list[str]:
    """Write each label right, left, above or below its point, wherever it fits; return the labels that found no room.

    `points` are in data coordinates, `gap` in points.
    """
    size = style().small
    width, height = ax.figure.get_size_inches() * 72 * ax.get_position().size
    spots = [ax.transLimits.transform(point) * (width, height) for point in points]
    order = list(range(len(labels)))
    for _ in range(4):  # labels that found no room choose first in the next round
        placed = _arranged(spots, labels, order, size, gap, (width, height))
        missed = [number for number in order if number not in placed]
        if not missed:
            break
        order = missed + [number for number in order if number in placed]
    for number, (dx, dy, ha) in placed.items():
        look = {"ha": ha, "va": "center", "size": size, "color": INK, "zorder": 6}
        ax.annotate(labels[number], points[number], (dx, dy), textcoords="offset points", **look)
    return [labels[number] for number in range(len(labels)) if number not in placed]


def _arranged(
    spots: Sequence[tuple[float, float]],
    labels: Sequence[str],
    order: Sequence[int],
    size: float,
    gap: float,
    room: tuple[float, float],
) -> dict[int, tuple[float, float, str]]:
    """Offset and alignment of each label that finds room, by its number."""
    marks = [(x - gap * 0.7, y - gap * 0.7, x + gap * 0.7, y + gap * 0.7) for x, y in spots]
    taken: list[Box] = []
    placed = {}
    for number in order:
        others = marks[:number] + marks[number + 1 :] + taken
        for dx, dy, ha, box in _choices(*spots[number], ems(labels[number]) * size, size, gap):
            inside = box[0] >= 0 and box[2] <= room[0] and box[1] >= -size and box[3] <= room[1] + size
            if inside and not any(_overlap(box, other) for other in others):
                placed[number] = (dx, dy, ha)
                taken.append(box)
                break
    return placed


def _choices(x: float, y: float, long: float, size: float, gap: float) -> list[tuple[float, float, str, Box]]:
    half, up = size * 0.62, gap + size * 0.6
    side = [
        (gap, 0.0, "left", (x + gap, y - half, x + gap + long, y + half)),
        (-gap, 0.0, "right", (x - gap - long, y - half, x - gap, y + half)),
    ]
    for dy in (up, -up):
        for shift, ha, start in ((0.0, "center", -long / 2), (0.0, "left", 0.0), (0.0, "right", -long)):
            side.append((shift, dy, ha, (x + start, y + dy - half, x + start + long, y + dy + half)))
    return side


def _overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
