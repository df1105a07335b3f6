"""Key figures of one case: every recorded number with its unit, year and kind."""

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pcc_data.analysis.same_figures import shares_of_largest
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, of_data, say, style
from pcc_data.charts._kit.told import column_names
from pcc_data.colours import GREY, INK, LIGHT, PAPER
from pcc_data.dataset.fact_kinds import value_in_words
from pcc_data.drawing.canvas import box, write
from pcc_data.drawing.rows import first_that_fits, row_canvas
from pcc_data.drawing.style import room_left
from pcc_data.drawing.texts import fold, isolated, text_width


@of_data
def key_figures(data: Dataset, case: str) -> Chart:
    """All figures of a case in words and numbers. Bars compare only figures of the same kind of thing and the same
    unit.

    Actual figures have a filled bar, planned and estimated ones a hollow bar. Raises ValueError for an unknown case.
    """
    row, table = data.one("cases", case).iloc[0], data.one("indicators", case)
    actual = int((table["kind"] == "actual").sum())
    counts, name = {"n": len(table), "actual": actual}, isolated(row["name"])
    title, note = say("key-figures.title", **counts), say("key-figures.note", name=name)
    figure = _lines(table, title, note)
    book = load_codebook()
    first = []
    for fact in table.head(3).itertuples():
        told = {"label": isolated(fact.label), "kind": book.phrase("indicators.kind", fact.kind)}
        first.append(say("key-figures.figure", value=_value(fact), year=_year(fact), **told))
    text = say("key-figures.text", name=name, first="; ".join(first), **counts)
    shown = table.assign(
        code=[book.label("indicators.code", code) for code in table["code"]],
        kind=[book.phrase("indicators.kind", kind) for kind in table["kind"]],
    )
    shown = shown.drop(columns=["case", "sources"]).reset_index(drop=True)
    shown.columns = column_names("key-figures", shown.columns.str.replace("_", "-"))
    return Chart(figure, title, text, shown)


def _lines(table: pd.DataFrame, title: str, note: str) -> Figure:
    """One line a figure: what it is, a bar where another one is of the same kind and unit, the number, the year."""
    now = style()
    way = first_that_fits(_ways(table), lambda one: sum(one.heights), room_left(title, note, 0.1))
    figure, ax, tops = row_canvas(title, note, way.heights or [now.inch])
    told = zip(table.itertuples(), way.words, way.heights, tops, shares_of_largest(table), strict=False)
    for fact, words, height, top, share in told:
        _line(ax, fact, words, way.size, (top, height), share)
        ax.plot([0, now.width - 0.25], [top - height] * 2, color=LIGHT, lw=0.7)
    return figure


class _Told(NamedTuple):
    """How figures are told: what each is and how large, in type of this size, and how high each line is in inches."""

    words: list[tuple[str, str]]
    size: float
    heights: list[float]


def _ways(table: pd.DataFrame) -> Iterator[_Told]:
    """From the fullest to the shortest: all words; fewer lines of them, in small type."""
    now, (wide, _) = style(), _widths()
    for size, most, apart in ((now.text, None, 0.09), (now.small, 2, 0.05), (now.small, 1, 0.0)):
        names = [fold(text, size, now.width - 0.3 if now.narrow else wide, most=most) for text in table["label"]]
        words = [(name, _size(fact, size)) for name, fact in zip(names, table.itertuples(), strict=True)]
        line = now.inch if most is None else size * 1.25 / 72
        lines = [[text.count("\n") + 1 for text in pair] for pair in words]
        yield _Told(words, size, [(sum(both) if now.narrow else max(both)) * line + apart for both in lines])


def _widths() -> tuple[float, float]:
    """Inches for the names of figures, which stand over the bars on a phone, and for the bars."""
    return 0.0 if style().narrow else style().width * 0.47, style().width * 0.16


def _value(fact: Any) -> str:
    return value_in_words(fact.value, fact.low, fact.high, fact.about, isolated(fact.unit))


def _size(fact: Any, size: float) -> str:
    """Number and unit, in as many lines as they need between bar and year."""
    now, (left, wide) = style(), _widths()
    room = now.width - 0.5 - left - wide - text_width(_when(fact), now.small) - 0.1
    return fold(_value(fact), size, room, "bold")


def _when(fact: Any) -> str:
    """Year and, where the figure is no actual one, its kind."""
    kind = load_codebook().phrase("indicators.kind", fact.kind)
    return _year(fact) if fact.kind == "actual" else say("key-figures.when", year=_year(fact), kind=kind)


def _year(fact: Any) -> str:
    return say("key-figures.no-year") if pd.isna(fact.year) else str(fact.year)


def _line(ax: Axes, fact: Any, words: tuple[str, str], size: float, place: tuple[float, float], share: float) -> None:
    """One figure in its line (top, height); `words`, in type of this `size`, say what it is and how large."""
    now, (left, wide), hollow = style(), _widths(), fact.kind != "actual"
    look, (top, height) = {"size": size, "linespacing": 1.2}, place
    y, over = top - height / 2, (words[0].count("\n") + 1) * now.inch
    write(ax, 0, top - over / 2 - 0.03 if now.narrow else y, words[0], **look)
    y = top - over - (height - over) / 2 if now.narrow else y
    if share:
        colour = PAPER if hollow else "#5B7C99"
        box(ax, left + 0.1, y - now.inch * 0.275, wide * share, now.inch * 0.55, colour, edgecolor="#34516B", lw=1)
    write(ax, left + wide + 0.25, y, words[1], weight="bold", color=INK, **look)
    write(ax, now.width - 0.25, y, _when(fact), ha="right", color=GREY)
