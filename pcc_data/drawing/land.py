"""Land under the marks of a map: the whole earth, or Europe."""

import json
from functools import cache

from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection

from pcc_data.paths import datasets_dir

WORLD = (-169, 191, -56, 74)
"""West, east, south, north: cut in the Bering Strait, so that the Pacific stays whole."""
EUROPE = (-16.5, 32, 35, 60)
PAST = 9
"""Degrees of the world that are drawn a second time behind its eastern edge, so that a ring in Samoa is whole."""

View = tuple[float, float, float, float]
_Shapes = list[list[list[float]]]


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
