"""Sizes, greys and the frame that every picture shares: title on top, small line under it, source line below."""

from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from math import inf
from typing import Any

from matplotlib import rc_context
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.transforms import ScaledTranslation, Transform

from pcc_data.colours import GREY, INK, LIGHT, PAPER
from pcc_data.dataset.citing import data_line
from pcc_data.drawing.texts import MEASURE, fold
from pcc_data.settings import settings


def scale() -> float:
    """The width of pictures in the style in use, as a share of that on a screen."""
    return style().width / 12


FOOT_ID = "foot"
FOOT: ContextVar[Callable[[], str]] = ContextVar("foot", default=data_line)
"""What stands at the foot of a picture; `of_data` says it of the data that are drawn."""


@dataclass(frozen=True)
class Style:
    """Type sizes in points for a picture `width` inches wide. A mark is `dot` points large, one of a pile `pile`: piles
    make a picture tall, and a tall one is shown smaller, with its letters."""

    width: float
    title: float
    text: float
    small: float
    dot: float
    pile: float
    rows: float = 1.0
    """Rows of a page that goes on, as a share of those on a screen."""

    lettered: float = 0.0
    """A mark that bears a letter is at least so many points large, so that the letter can be read."""

    tall: float = inf
    """Points of height up to which small type can be read from the last row, when the picture fills a screen."""

    @property
    def narrow(self) -> bool:
        """Whether a picture is no wider than a phone: names stand over what they name, not beside it."""
        return self.width < 5

    @property
    def hall(self) -> bool:
        """Whether a picture has to stand whole on the screen of a hall, its type readable from the last row."""
        return self.tall < inf

    @property
    def inch(self) -> float:
        """Height of one line of `text` in inches, with its lead."""
        return self.text * 1.35 / 72


# A picture fills about 1,820 of the 1,920 pixels of a projector and 880 to 936 of its 1,080: 13 inches are 936 points,
# so that 12.5 points show as at least 24 pixels, if the picture is no taller than 460. On a phone 360 pixels wide a
# picture has 314 to 334 of them for its 331 points, so that 9.5 points show as at least 9 pixels.
_STYLES = {
    "screen": Style(width=12, title=15, text=11, small=9.5, dot=8, pile=8),
    "projector": Style(width=13, title=19, text=14.5, small=12.5, dot=10, pile=7.5, rows=0.45, lettered=15.5, tall=460),
    "print": Style(width=7, title=11.5, text=8.5, small=7.5, dot=6, pile=6),
    "phone": Style(width=4.6, title=13, text=11, small=9.5, dot=8, pile=8, lettered=11.5),
}


def style() -> Style:
    """Sizes of the style in use (`use_style`)."""
    return _STYLES[settings.style]


def rc() -> dict[str, Any]:
    """matplotlib's settings for a picture; used within `drawing()` only, never set for good."""
    now = style()
    return {
        "font.family": "sans-serif",
        "font.sans-serif": [MEASURE],
        "text.parse_math": False,  # a dollar sign is a dollar sign
        "font.size": now.text,
        "axes.labelsize": now.text,
        "xtick.labelsize": now.text,
        "ytick.labelsize": now.text,
        "text.color": INK,
        "axes.labelcolor": INK,
        "xtick.color": INK,
        "ytick.color": INK,
        "axes.edgecolor": LIGHT,
        "xtick.bottom": False,
        "ytick.left": False,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.spines.left": False,
        "axes.grid": False,
        "grid.color": LIGHT,
        "figure.facecolor": PAPER,
        "axes.facecolor": PAPER,
        "svg.fonttype": "none",
        "pdf.fonttype": 42,
        "lines.solid_capstyle": "butt",
        "axes.axisbelow": True,
    }


def drawing() -> Any:
    """Context in which every picture is made and saved: `with drawing(): …`."""
    return rc_context(rc())


def frame(
    title: str, note: str, height: float, *, left: float = 0.1, right: float = 0.15, below: float = 0.1
) -> tuple[Figure, Axes]:
    """A figure with its title, the small line under it and the line with the data's version, and one axes between.

    `height` is the height of the axes in inches; `left`, `right`, `below` are the margins for labels in inches.
    """
    now, (title, note, head, told, foot) = style(), _edges(title, note)
    total = head + height + below + foot
    figure = Figure(figsize=(now.width, total))
    figure.text(0.1 / now.width, 1 - 0.08 / total, title, size=now.title, weight="bold", va="top", linespacing=1.15)
    figure.text(
        0.1 / now.width, 1 - (head - 0.12) / total, note, size=now.small, color=GREY, va="bottom", linespacing=1.15
    )
    below_all = {"size": now.small, "color": GREY, "va": "bottom", "linespacing": 1.15}
    figure.text(0.1 / now.width, 0.05 / total, told, gid=FOOT_ID, **below_all)
    box = (left / now.width, (foot + below) / total, 1 - (left + right) / now.width, height / total)
    return figure, figure.add_axes(box)


def _edges(title: str, note: str) -> tuple[str, str, float, str, float]:
    """What stands over and under a picture: title and small line in lines that fit, and the inches that both take; the
    line at the foot, and its inches."""
    now = style()
    title, note = fold(title, now.title, now.width - 0.25, "bold"), fold(note, now.small, now.width - 0.25)
    line = {size: size * 1.32 / 72 for size in (now.title, now.small)}
    head = 0.1 + line[now.title] * (title.count("\n") + 1) + 0.04 + line[now.small] * (note.count("\n") + 1) + 0.12
    told = foot_text(FOOT.get()())
    return title, note, head, told, line[now.small] * (told.count("\n") + 1) + 0.12


def room_left(title: str, note: str, besides: float = 0.0) -> float:
    """Inches for the rows of a picture that is no taller than its type can be read from the last row; without end in a
    style that is not for a hall. `besides` are those over and under the rows."""
    _, _, head, _, foot = _edges(title, note)
    return style().tall / 72 - head - foot - besides


def row_high(wanted: float, rows: int, room: float) -> float:
    """Inches of each of so many rows that share this room: as many as wanted, or less, but those of a line."""
    return min(wanted, max(room / max(rows, 1), style().small * 1.25 / 72))


def foot_text(line: str) -> str:
    """The line at the foot of a picture, in as many lines as it needs."""
    return fold(line, style().small, style().width - 0.25)


def inches_from(ax: Axes) -> Transform:
    """Coordinates in inches, counted from the lower left corner of the axes."""
    return ax.figure.dpi_scale_trans + ScaledTranslation(0, 0, ax.transAxes)
