"""Dots moved apart as little as needed."""

from collections.abc import Sequence

import numpy as np
from matplotlib.axes import Axes

from pcc_data.drawing.style import style

_RELAXED = 1500  # with more marks than this they are laid out in one go: pushing each from each would take seconds
_ROUNDS = 60
_CROWD = 0.6  # marks that shrink below this share of their size are counted


def spread(
    ax: Axes, points: Sequence[tuple[float, float]], apart: float, bound: float
) -> tuple[list[tuple[float, float]], list[float], list[int]]:
    """The points moved as little as needed so that no two lie closer than `apart`, and none further than `bound` from
    its place (both in points of type), nor out of the axes.

    Where more lie together than find room within the bound they come closer: the second list tells for each by how much
    its mark has to shrink (1: not at all), the third how many lie around it. The same points always end in the same
    places.
    """
    size = ax.figure.get_size_inches() * 72 * ax.get_position().size
    homes = np.array([ax.transLimits.transform(point) * size for point in points], dtype=float).reshape(-1, 2)
    around = np.array([int((np.hypot(*(homes - home).T) < bound).sum()) for home in homes], dtype=int)
    # so many marks fill a disc of the radius `bound` when each takes a hexagon; a tenth is lost at the edge
    room = np.minimum(apart, 0.9 * bound / np.maximum(0.525 * np.sqrt(around) - 0.5, 1e-9))
    spots = homes + _fanned(homes, room, bound, 1e-6 if len(homes) <= _RELAXED else bound / 2)
    for _ in range(_ROUNDS if 1 < len(homes) <= _RELAXED else 0):
        away = spots[:, None] - spots[None]
        distance = np.hypot(away[..., 0], away[..., 1]) + np.eye(len(spots)) * 1e9
        push = np.clip((room[:, None] + room[None]) / 2 - distance, 0, None)
        if not push.any():
            break
        spots = _bounded(spots + (away / distance[..., None] * push[..., None] * 0.5).sum(axis=1), homes, bound)
    spots = np.clip(_bounded(spots, homes, bound), 0, size) if len(spots) else spots
    inverse = ax.transLimits.inverted()
    return (
        [tuple(inverse.transform(spot / size)) for spot in spots],
        [float(share) for share in room / apart],
        around.tolist(),
    )


def count_crowds(
    ax: Axes, homes: Sequence[tuple[float, float]], sizes: Sequence[float], around: Sequence[int], gap: float
) -> None:
    """Beside marks that had to shrink to little of their size: how many they are, `gap` points from their homes. Each
    mark is counted once; `sizes` and `around` are those of `spread`."""
    left = {number for number, size in enumerate(sizes) if size < _CROWD}
    spots = [ax.transData.transform(home) / ax.figure.dpi * 72 for home in homes]
    for number in sorted(left, key=lambda number: -around[number]):
        if number not in left:
            continue
        x, y = spots[number]
        members = {other for other in left if (spots[other][0] - x) ** 2 + (spots[other][1] - y) ** 2 < gap**2}
        left -= members
        look = {"textcoords": "offset points", "va": "center", "size": style().small, "weight": "bold", "zorder": 6}
        ax.annotate(f"{len(members):,}", homes[number], (gap, 0), **look)


def _fanned(homes: np.ndarray, room: np.ndarray, bound: float, cell: float) -> np.ndarray:
    """Where to begin: points in one cell stand around it like the seeds of a sunflower."""
    steps, seen = np.zeros((len(homes), 2)), {}
    for number, home in enumerate(homes):
        key = tuple(np.round(home / cell).astype(int))
        rank = seen[key] = seen.get(key, -1) + 1
        far = min(0.53 * room[number] * np.sqrt(rank), bound)
        turn = (rank - 1) * 2.39996  # the golden angle; two alone stand side by side
        steps[number] = far * np.cos(turn), far * np.sin(turn)
    return steps


def _bounded(spots: np.ndarray, homes: np.ndarray, bound: float) -> np.ndarray:
    """The spots, none further from its home than `bound`."""
    moved = spots - homes
    far = np.hypot(moved[:, 0], moved[:, 1])
    return homes + moved * np.minimum(1, bound / np.maximum(far, 1e-9))[:, None]
