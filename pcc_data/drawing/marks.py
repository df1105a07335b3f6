"""How a code is drawn: its mark, with the same shape and colour in every chart."""

from dataclasses import dataclass
from functools import lru_cache

from matplotlib.axes import Axes
from matplotlib.transforms import Transform

from pcc_data.codes import Codebook, load_codebook
from pcc_data.colours import GREY, PAPER, ink_on
from pcc_data.drawing.canvas import dot
from pcc_data.drawing.style import style

PICKABLE = 400  # with more dots than this each group is one artist and no dot can be chosen: drawing stays fast
_FAIR = {"D": 0.84, "*": 1.25}  # shapes that look larger or smaller than others of the same size


@dataclass(frozen=True)
class Mark:
    """How a code is drawn: a colour with a shape, or with a letter on it."""

    colour: str
    shape: str
    letter: str = ""

    def look(self, size: float, *, crowded: bool = False) -> dict[str, object]:
        """Arguments of a line's markers that are `size` points large: where they are not `crowded`, with a letter at
        least so large that it can be read. Pale and hollow marks get an edge."""
        edge = {"mec": GREY, "mew": 1.0} if self.letter or self.colour == PAPER else {"mec": PAPER, "mew": 0.6}
        edge = {"mec": GREY, "mew": 2.0} if self.shape == "_" else edge
        size = max(size, style().lettered if self.letter and not crowded else 0) * _FAIR.get(self.shape, 1)
        return {"marker": self.shape, "ms": size, "mfc": self.colour, **edge}

    def draw(
        self,
        ax: Axes,
        x: float,
        y: float,
        size: float,
        gid: str | None = None,
        transform: Transform | None = None,
        *,
        crowded: bool = False,
    ) -> None:
        """Draw the mark at a place of the axes; `gid` names it, `transform` says in which units the place is."""
        dot(ax, x, y, gid=gid, transform=transform, **self.look(size, crowded=crowded))
        if self.letter:
            look = {
                "color": ink_on(self.colour),
                "ha": "center",
                "va": "center_baseline",
                "transform": transform or ax.transData,
            }
            ax.text(x, y, self.letter, size=letter_size(size, crowded=crowded), weight="bold", **look)


def letter_size(mark: float, *, crowded: bool = False) -> float:
    """Points of a letter on a mark of so many points."""
    least = style().lettered
    return max(mark, 0 if crowded else least) * (0.83 if least else 0.68)


HOLLOW = Mark(PAPER, "o")
DASH = Mark(GREY, "_")


def marks(field: str) -> dict[str, Mark]:
    """The mark of each code of a field, a hollow one for not found, and a dash for what does not apply.

    A code without a shape of its own is a square with its letter or with its number on the scale.
    Raises ValueError for a field whose codes have no colours.
    """
    return _marks(load_codebook(), field)


def mark_classes(field: str) -> list[tuple[Mark, list[str]]]:
    """Codes of a field that share a colour in the codebook: the mark of the first, and the codes."""
    classes: dict[str, list[str]] = {}
    codes = load_codebook().codes(field)
    for name, code in codes.items():
        classes.setdefault(code.colour, []).append(name)
    return [(Mark(colour, codes[names[0]].marker), names) for colour, names in classes.items()]


@lru_cache(maxsize=32)
def _marks(book: Codebook, field: str) -> dict[str, Mark]:
    codes = book.codes(field)
    if not codes or not all(code.colour for code in codes.values()):
        raise ValueError(
            f"{field} has no colours in the codebook. Choose another field to colour by, such as sector or status."
        )
    found = {"not_found": HOLLOW, "does_not_apply": DASH}
    for number, (name, code) in enumerate(codes.items(), start=1):
        letter = code.letter or (name if name.isdigit() else str(number))
        mark = Mark(code.colour or PAPER, code.marker or "s", "" if code.marker else letter)
        found[name] = HOLLOW if code.nothing == "not_found" else mark
    return found
