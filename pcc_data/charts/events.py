"""What happened when in one case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from matplotlib.axes import Axes

from pcc_data.charts.chart import Chart
from pcc_data.charts.style import GREY, INK, drawing, frame, style
from pcc_data.charts.texts import fold, isolated
from pcc_data.charts.words import number
from pcc_data.codes import load_codebook

if TYPE_CHECKING:
    import pandas as pd

    from pcc_data.dataset import Dataset


def timeline(data: Dataset, case: str) -> Chart:
    """Events of a case: on top to scale along the years, below in words, joined by their numbers.

    Raises ValueError for an unknown case.
    """
    row, events = data.one("cases", case).iloc[0], data.one("events", case).sort_values("year", kind="stable")
    book, now = load_codebook(), style()
    first, last = int(events["year"].min()), int(events["year"].max())
    span = f"in {first}" if first == last else f"from {first} to {last}"
    status = book.label("status", row["status"]).lower()
    title = f"{number(len(events)).capitalize()} recorded events {span}; {status} as of {row['status_as_of']}"
    lines = [fold(text, now.text, now.width - 2.9) for text in events["label"]]
    heights = [(line.count("\n") + 1) * now.inch + 0.09 for line in lines]
    stack = int(events["year"].value_counts().max())
    strip = now.inch * 1.9 + stack * now.dot * 1.7 / 72
    with drawing():
        figure, ax = frame(title, f"{isolated(row['name'])}. Top: to scale; below: in words.", strip + sum(heights), left=0.1, right=0.1)
        ax.set(xlim=(0, now.width - 0.2), ylim=(-sum(heights), strip), xticks=[], yticks=[])
        ax.spines[:].set_visible(False)
        _strip(ax, events, (first, last))
        y = 0.0
        for place, (event, line, height) in enumerate(zip(events.itertuples(), lines, heights, strict=True), start=1):
            y -= height
            middle = y + height - now.inch * 0.62
            ax.text(0.32, middle, str(place), ha="right", va="center", color=GREY, size=now.small)
            ax.text(0.45, middle, str(event.year), va="center", weight="bold")
            ax.text(1.15, middle, book.label("events.type", event.type), va="center", color=GREY, size=now.small)
            ax.text(2.65, y + height - now.inch * 0.1, line, va="top", linespacing=1.22)
    table = events.assign(type=[book.label("events.type", code) for code in events["type"]])[["year", "type", "label"]]
    begun, newest = (isolated(label) for label in events["label"].iloc[[0, -1]])
    said = f"{isolated(row['name'])}: {number(len(events))} events {span}. First: {begun}. Last: {newest}."
    return Chart(figure, title, said, table.reset_index(drop=True))


def _strip(ax: Axes, events: pd.DataFrame, years: tuple[int, int]) -> None:
    """A line of years with a numbered dot an event; events of one year are stacked."""
    now, (first, last) = style(), years
    wide = now.width - 1.2
    scale = wide / max(last - first, 1)
    base = now.inch * 1.35
    ax.plot([0.4, 0.4 + wide], [base, base], color=GREY, lw=1.5)
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if (last - first) / step <= 12)
    for year in sorted({first, *range(-(-first // step) * step, last + 1, step)}):
        if year != first and (year - first) * scale < 0.7:
            continue
        ax.text(0.4 + (year - first) * scale, base - now.dot * 1.1 / 72, str(year), ha="center", va="top", size=now.small, color=GREY)
    column, height_of = -10.0, 0
    for place, event in enumerate(events.itertuples(), start=1):
        x = 0.4 + (int(event.year) - first) * scale
        height_of = height_of + 1 if x - column < now.dot * 1.9 / 72 else 0
        column = x if height_of == 0 else column
        y = base + height_of * now.dot * 1.7 / 72
        ax.plot(x, y, "o", ms=now.dot * 1.6, color="white", mec=INK, mew=1.2, zorder=3 + place)
        ax.text(x, y, str(place), ha="center", va="center_baseline", size=now.small * 0.75, zorder=3 + place)
