"""A canvas that counts in inches, and what most pictures draw on it: boxes, small type, marks beside one another."""

from collections.abc import Callable, Sequence
from copy import copy
from functools import lru_cache
from math import floor
from typing import Any

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.path import Path
from matplotlib.text import Text
from matplotlib.transforms import IdentityTransform, Transform

from pcc_data.codes import Code
from pcc_data.colours import GREY, INK, ink_on
from pcc_data.drawing.style import frame, style

_NEAREST = 3.5 / 72  # inches from mark to mark at which they are still apart


def canvas(
    title: str, note: str, up: float, down: float = 0.0, *, left: float = 0.1, right: float = 0.1, below: float = 0.1
) -> tuple[Figure, Axes]:
    """A frame whose axes count in inches, `up` above and `down` below zero, from their left edge; nothing is drawn yet.

    `left`, `right`, `below` are the margins of `frame`.
    """
    figure, ax = frame(title, note, up + down, left=left, right=right, below=below)
    ax.set(xlim=(0, style().width - left - right), ylim=(-down, up), xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    return figure, ax


def box(ax: Axes, left: float, low: float, wide: float, high: float, colour: str = "none", **look: Any) -> None:
    """A rectangle filled with `colour`, without an edge unless `look` (of matplotlib's patches) gives one."""
    ax.add_artist(Rectangle((left, low), wide, high, facecolor=colour, **{"lw": 0, **look}))


def dot(
    ax: Axes, x: float, y: float, *, gid: str | None = None, transform: Transform | None = None, **look: Any
) -> None:
    """One mark at a place of the axes, whole even at their edge; `look` (of matplotlib's lines) tells marker, size and
    colours, `gid` names it, `transform` says in which units the place is.

    A mark is a copy of the first one that looks like it: that takes a twentieth of the time of making a line, and the
    pictures have hundreds.
    """
    mark = copy(_pattern(**look))
    mark.set_data([x], [y])
    mark.set_gid(gid)
    mark.set_transform(transform or ax.transData)
    ax.add_artist(mark)


@lru_cache(maxsize=1024)
def _pattern(**look: Any) -> Line2D:
    """A mark to copy. It has a path to be cut at, which it is not (`clip_on`), or the axes would give it theirs."""
    mark = Line2D([0], [0], ls="", clip_on=False, **look)
    mark.set_clip_path(Path.unit_rectangle(), IdentityTransform())
    return mark


def write(ax: Axes, x: float, y: float, text: str, **look: Any) -> Text:
    """Small type with its middle at `y`; `look` (of matplotlib's texts) may say otherwise."""
    return ax.text(x, y, text, **{"size": style().small, "va": "center", **look})


def spacing(counts: Sequence[int], wide: float, high: float, most: float | None = None) -> float:
    """Largest distance between marks, in inches, at which each of these numbers of marks fits into a box of this size;
    at most `most`, by default that of marks in a pile."""
    step = style().dot * 1.45 / 72 if most is None else most
    while step > 1e-3 and any(floor(wide / step + 1e-6) * floor(high / step + 1e-6) < count for count in counts):
        step *= 0.96
    return step


def pitch_for(rows: Callable[[float], list[float]], pitch: float, room: float) -> float:
    """Largest distance between marks, at most `pitch`, with which rows of these heights share the room."""
    while pitch > _NEAREST and sum(rows(pitch)) > room:
        pitch *= 0.96
    return pitch


def holder_box(ax: Axes, code: Code, left: float, low: float, wide: float, high: float) -> str:
    """A box in the colour of who holds a role, dashed where that is not known; returns the colour of what is written
    in it."""
    edge = {"edgecolor": GREY, "ls": "--"} if code.nothing else {"edgecolor": INK}
    box(ax, left, low, wide, high, code.colour, lw=1, **edge)
    return GREY if code.nothing else ink_on(code.colour)
