"""Names over columns: upright, or turned on a phone where a column is narrower than their words."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor
from typing import Any, Self

from matplotlib.axes import Axes

from pcc_data.drawing.canvas import write
from pcc_data.drawing.style import style
from pcc_data.drawing.texts import fold_lines, text_width

_LINE = 1.25  # from one line to the next, in sizes of the type
_LENGTHS = (0.8, 1.0, 1.2, 1.4, 1.6, 2.0, 2.6)  # inches that a turned name may take, the first that holds it


@dataclass(frozen=True)
class Heads:
    """Names of columns as they will be written: in lines, `high` inches in all."""

    lines: tuple[str, ...]
    high: float
    turned: bool

    @classmethod
    def of(cls, labels: Sequence[str], wide: float, weight: str = "normal", size: float | None = None) -> Self:
        """Names that fit over columns so many inches wide, in small type or in `size`."""
        size = size or style().small
        line = size * _LINE / 72
        if style().narrow and any(text_width(word, size, weight) > wide for text in labels for word in text.split()):
            lines = tuple(_turned(label, max(1, floor(wide / line + 0.1)), size, weight) for label in labels)
            longest = max(text_width(part, size, weight) for text in lines for part in text.split("\n"))
            return cls(lines, longest, True)
        lines = tuple(fold_lines(label, size, wide, weight) for label in labels)
        return cls(lines, line * max((text.count("\n") + 1 for text in lines), default=0), False)

    def write(self, ax: Axes, at: int, x: float, y: float, **look: Any) -> None:
        """Write the name number `at` with its middle at `x` and its foot at `y`."""
        if self.turned:
            look = {"rotation": 90, "rotation_mode": "default", **look}
        write(ax, x, y, self.lines[at], **{"ha": "center", "va": "bottom", "linespacing": 1.05, **look})


def _turned(label: str, most: int, size: float, weight: str) -> str:
    """A name in at most so many lines, each as short as that allows."""
    for inches in _LENGTHS:
        text = fold_lines(label, size, inches, weight)
        if text.count("\n") < most:
            return text
    return text
