"""The user's own records among the cases of a picture: a ring round each mark, names in italics."""

import re
from collections.abc import Collection

from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from pcc_data.colours import INK

_PICK = re.compile(r"pick:([^:]+)")
_WIDER = 1.55
_ROOM = 3.0  # points that a ring is wider than its mark at least


def own_marks(figure: Figure, own: Collection[str]) -> set[str]:
    """Ring every mark of these cases, and set their names in italics; which cases were found in the picture."""
    found = set()
    for ax in figure.axes:
        for artist in [*ax.lines, *ax.texts]:
            pick = _PICK.match(artist.get_gid() or "")
            if pick is None or pick[1] not in own:
                continue
            found.add(pick[1])
            if isinstance(artist, Text):
                artist.set_style("italic")
            else:
                ax.add_artist(_ring(artist))
    return found


def _ring(mark: Line2D) -> Line2D:
    size = float(mark.get_markersize())
    look = {"marker": "o", "ms": max(size * _WIDER, size + _ROOM), "mfc": "none", "mec": INK, "mew": 1.3, "ls": ""}
    ring = Line2D(*mark.get_data(), clip_on=False, zorder=mark.get_zorder() - 0.1, **look)
    ring.set_transform(mark.get_transform())
    return ring
