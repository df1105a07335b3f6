"""Land under the marks of a map: the whole earth, or Europe."""

import json
from functools import cache

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.figure import Figure

from pcc_data.drawing.style import frame, style
from pcc_data.paths import datasets_dir

WORLD = (-169, 191, -56, 74)
"""West, east, south, north: cut in the Bering Strait, so that the Pacific stays whole."""
EUROPE = (-16.5, 32, 35, 60)
PAST = 9
"""Degrees of the world that are drawn a second time behind its eastern edge, so that a ring in Samoa is whole."""

View = tuple[float, float, float, float]

# heights of the two maps below one another, as parts of the width
_WORLD_HIGH, _EUROPE_HIGH = 0.48, 0.7

_Shapes = list[list[list[float]]]


def two_maps(title: str, note: str, below: float) -> tuple[Figure, Axes, Axes]:
    """A figure with axes for the world and axes for Europe: beside one another, on a phone below one another."""
    wide = style().width
    if style().narrow:
        figure, ax = frame(title, note, wide * (_WORLD_HIGH + _EUROPE_HIGH) + 0.06, left=0.1, right=0.1, below=below)
        place, high = ax.get_position(), wide / figure.get_size_inches()[1]
        ax.set_position((place.x0, place.y1 - _WORLD_HIGH * high, place.width, _WORLD_HIGH * high))
        return figure, ax, figure.add_axes((place.x0, place.y0, place.width, _EUROPE_HIGH * high))
    figure, ax = frame(title, note, wide * 0.3, left=0.1, right=wide * 0.4, below=below)
    place = ax.get_position()
    return figure, ax, figure.add_axes((place.x1 + 0.008, place.y0, 0.385, place.height))


def world_with(latitudes: pd.Series) -> View:
    """The world, up to the northernmost and down to the southernmost of these latitudes."""
    west, east, south, north = WORLD
    low, high = latitudes.min() - 4, latitudes.max() + 4
    return west, east + PAST, max(-90, low) if low < south else south, min(90, high) if high > north else north


def land(ax: Axes, view: View) -> None:
    """Turn axes into a map of this view: of Europe with a frame round it, or of the world."""
    west, east, south, north = view
    ax.set(xlim=(west, east), ylim=(south, north), xticks=[], yticks=[])
    ax.set_facecolor("#F4F6F8")
    ax.spines[:].set_visible(view == EUROPE)
    shapes = _outlines("europe") if view == EUROPE else [*_outlines("world"), *_shifted(_outlines("world"))]
    ax.add_collection(PolyCollection(shapes, facecolor="#E3E3DE", edgecolor="#BDBDB6", lw=0.5))


@cache
def _outlines(name: str) -> _Shapes:
    return json.loads((datasets_dir() / "world_outlines.json").read_text(encoding="utf-8"))[name]


def _shifted(shapes: _Shapes) -> _Shapes:
    """Land at the western edge of the map as it lies behind the eastern one."""
    near = [shape for shape in shapes if min(x for x, _ in shape) < WORLD[0] + PAST]
    return [[[x + 360, y] for x, y in shape] for shape in near]
