"""A chart with three faces: the picture, a sentence that says the same, and the table behind it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from os import PathLike
from pathlib import Path

import pandas as pd
from markupsafe import Markup
from matplotlib.figure import Figure

from pcc_data.drawing.fonts import fonts_for
from pcc_data.drawing.style import drawing
from pcc_data.drawing.svg import svg
from pcc_data.errors import pick, warn
from pcc_data.files.writing import write_whole
from pcc_data.markup import details, joined, page_style, table_box, tag
from pcc_data.say import say

GUESS = "guess"
"""Marks what is folded until a guess was made; on paper it stands open."""


@dataclass(frozen=True)
class Guessed:
    """A piece of a page behind a line to click: first the guess, then the picture. `text` says it in plain words."""

    html: Markup
    text: str

    def _repr_html_(self) -> str:
        folded = details(say("chart.guessed"), self.html, key=GUESS)
        return joined(page_style(), tag("div", folded, css="pcc mathjax_ignore"))

    def __repr__(self) -> str:
        return self.text


@dataclass
class Chart:
    """What every drawing function returns.

    `title` states what the selection shows; `text` is its text twin, computed from the same numbers as the picture and
    used as its alternative text; `table` holds those numbers; `picks` names the cases that can be chosen in the
    picture.
    """

    figure: Figure
    title: str
    text: str
    table: pd.DataFrame
    picks: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def svg(self) -> str:
        """The picture as SVG with an accessible name."""
        with drawing():
            return svg(self.figure, self.text, dict(self.picks))

    def html(self) -> Markup:
        """Picture, sentence and table as a piece of a page (without the style sheet)."""
        numbers = details(say("chart.numbers"), table_html(self.table), key="numbers")
        pieces = (Markup(self.svg), tag("figcaption", self.text), numbers)
        return tag("figure", *pieces, css="pcc-chart mathjax_ignore")

    def _repr_html_(self) -> str:
        return page_style() + self.html()

    def __repr__(self) -> str:
        return f"{self.title}\n{self.text}"

    def after_guess(self) -> Guessed:
        """The same, folded until somebody opens it: *Run All Cells* then gives nothing away to guess."""
        return Guessed(self.html(), repr(self))

    def save(self, file: str | PathLike[str]) -> Path:
        """Save the picture; the ending of the name (svg, pdf, png) tells how. Returns the file.

        A file of this name is replaced, in one step. Warns when a PNG or PDF has signs that no font of this computer
        has. Raises ValueError for another ending, NotWritten (an OSError) when the file cannot be written.
        """
        path = Path(file)
        ending = pick(
            path.suffix.lower().removeprefix("."), ("svg", "pdf", "png"), f"ending of a picture ({path.name})"
        )
        if ending == "svg":
            return write_whole(path, self.svg, overwrite=True)
        out = BytesIO()
        with drawing(), fonts_for(self.figure) as missing:
            self.figure.savefig(out, format=ending, dpi=200)
        if missing:
            warn(_boxes(missing, path))
        return write_whole(path, out.getvalue(), overwrite=True)


def _boxes(missing: list[str], path: Path) -> str:
    shown = " ".join([*missing[:8], *(["…"] if len(missing) > 8 else [])])
    return say("chart.boxes", n=len(missing), file=path.name, signs=shown)


def table_html(table: pd.DataFrame) -> Markup:
    """A table for people: no dots for hidden rows, missing values as an en dash, header cells marked as such."""
    shown = table.astype(object).where(table.notna(), "–")
    written = shown.to_html(border=0, index=not isinstance(table.index, pd.RangeIndex))
    return table_box(Markup(written.replace("<th></th>", "<td></td>")))  # an empty cell is the head of nothing
