"""What happened when in one case."""

from collections.abc import Iterator
from functools import partial
from typing import Any, NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, of_data, say, style
from pcc_data.charts._kit.told import column_names
from pcc_data.colours import GREY, INK
from pcc_data.dataset.fact_kinds import month_name
from pcc_data.dataset.facts import in_order
from pcc_data.drawing.axis import Axis
from pcc_data.drawing.canvas import write
from pcc_data.drawing.rows import first_that_fits, row_canvas
from pcc_data.drawing.style import room_left
from pcc_data.drawing.texts import fold, isolated

_LEFT = 0.4  # inches before the first year


class _Told(NamedTuple):
    """How events are told: in these words, of this size, so many inches from line to line and between two events, under
    an axis of years of this height."""

    words: list[str]
    size: float
    line: float
    apart: float
    strip: float

    @property
    def heights(self) -> list[float]:
        """Inches of each event."""
        return [(words.count("\n") + 1) * self.line + self.apart for words in self.words]


@of_data
def timeline(data: Dataset, case: str) -> Chart:
    """Events of a case: on top to scale along the years, below in words, joined by their numbers.

    Raises ValueError for an unknown case.
    """
    row, events = data.one("cases", case).iloc[0], in_order(data.one("events", case))
    book, now = load_codebook(), style()
    known = events["year"].dropna()
    years = (int(known.min()), int(known.max())) if len(known) else None
    first, last = (str(year) for year in years or ("", ""))
    kind = "none" if years is None else "one" if first == last else "more"
    values = {"n": len(events), "kind": kind, "from": first, "to": last}
    status = {"status": book.phrase("status", row["status"]), "as-of": str(row["status_as_of"])}
    title = say("timeline.title", **values, **status)
    left, over = (0.45, now.inch) if now.narrow else (2.65, 0.0)  # on a phone an event is told under its year
    axis = Axis(*(years or (0, 0)), _LEFT, now.width - 0.8)
    spots = _spots(events, axis)
    piled = 0 if years is None else 1 + max(level for _, level in spots.values())
    strip = 0 if years is None else now.inch * 1.9 + piled * _dot() * 1.7 / 72
    name, undated = isolated(row["name"]), int(events["year"].isna().sum())
    note = partial(say, "timeline.note", name=name, n=undated)
    ways = _ways([_words(event) for event in events.itertuples()], now.width - left - 0.25, over, strip)
    way = first_that_fits(ways, lambda one: one.strip + sum(one.heights), room_left(title, note(told="both"), 0.1))
    told = "order" if years is None else "both" if way.strip else "words"
    figure, ax, tops = row_canvas(title, note(told=told), way.heights, up=way.strip)
    if way.strip:
        _strip(ax, spots, axis)
    for place, (event, line, top) in enumerate(zip(events.itertuples(), way.words, tops, strict=True), start=1):
        middle, year = top - way.line * 0.62, "–" if pd.isna(event.year) else str(event.year)
        write(ax, 0.32, middle, str(place), ha="right", color=GREY)
        write(ax, 0.45, middle, year, weight="bold", size=now.text)
        write(ax, 1.15, middle, book.label("events.type", event.type), color=GREY)
        write(ax, left, top - way.line * 0.1 - over, line, va="top", linespacing=1.22, size=way.size)
    told = [column for column in ("year", "month", "when") if column == "year" or events[column].notna().any()]
    table = events.assign(type=[book.label("events.type", code) for code in events["type"]])[[*told, "type", "label"]]
    table.columns = column_names("timeline", table)
    begun, newest = (isolated(label.rstrip(".")) for label in events["label"].iloc[[0, -1]])
    said = say("timeline.text", name=name, first=begun, last=newest, **values)
    return Chart(figure, title, said, table.reset_index(drop=True))


def _ways(told: list[str], wide: float, over: float, strip: float) -> Iterator[_Told]:
    """From the fullest to the shortest: all words; fewer lines of them, small type, and no axis of years."""
    now = style()
    line = now.small * 1.25 / 72
    yield _Told([fold(words, now.text, wide) for words in told], now.text, now.inch, 0.09 + over, strip)
    for most, apart, up in ((2, 0.06, strip), (1, 0.06, strip), (1, 0.0, strip), (1, 0.0, 0.0)):
        yield _Told([fold(words, now.small, wide, most=most) for words in told], now.small, line, apart, up)


def _words(event: Any) -> str:
    """An event in words, with its month and what is told of its time besides the year."""
    month = "" if pd.isna(event.month) else month_name(event.month)
    when = ", ".join(part for part in (month, "" if pd.isna(event.when) else event.when) if part)
    return f"{when[:1].upper()}{when[1:]}: {event.label}" if when else event.label


def _dot() -> float:
    """Points of a mark that bears a number, so that the number can be read."""
    return max(style().dot, style().lettered * 0.8)


def _strip(ax: Axes, spots: dict[int, tuple[float, int]], axis: Axis) -> None:
    """A line of years with a numbered dot an event; events of one year are stacked."""
    now, base = style(), style().inch * 1.35
    ax.plot([axis.left, axis.right], [base, base], color=GREY, lw=1.5)
    first = int(axis.first)
    for year in sorted({first, *axis.years(6 if now.narrow else 12)}):
        x = axis.at(year)
        if year == first or x >= 1.1:  # no year that would touch the first
            write(ax, x, base - now.dot * 1.1 / 72, str(year), ha="center", va="top", color=GREY)
    for place, (x, level) in spots.items():
        y = base + level * _dot() * 1.7 / 72
        ax.plot(x, y, "o", ms=_dot() * 1.6, color="white", mec=INK, mew=1.2, zorder=3 + place)
        look = {"ha": "center", "va": "center_baseline", "zorder": 3 + place}
        write(ax, x, y, str(place), size=now.small * (1 if now.lettered else 0.75), **look)


def _spots(events: pd.DataFrame, axis: Axis) -> dict[int, tuple[float, int]]:
    """Of each event with a year its inches from the left, and how many lie under it: those that would touch are
    piled."""
    spots, column, level = {}, -10.0, 0
    for place, year in enumerate(events["year"], start=1):
        if pd.isna(year):
            continue
        x = axis.at(int(year))
        level = level + 1 if x - column < _dot() * 1.9 / 72 else 0
        column = x if level == 0 else column
        spots[place] = (x, level)
    return spots
