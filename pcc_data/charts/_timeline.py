"""What happened when in one case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.charts._kit.chart import Chart, of_data
from pcc_data.charts._kit.style import drawing, frame, style
from pcc_data.charts._kit.texts import fold, isolated
from pcc_data.codes import load_codebook
from pcc_data.colours import GREY, INK
from pcc_data.dataset.fact_kinds import month_name
from pcc_data.dataset.facts import in_order
from pcc_data.say import number

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


@of_data
def timeline(data: Dataset, case: str) -> Chart:
    """Events of a case: on top to scale along the years, below in words, joined by their numbers.

    Raises ValueError for an unknown case.
    """
    row, events = data.one("cases", case).iloc[0], in_order(data.one("events", case))
    book, now = load_codebook(), style()
    years = _years(events)
    span = (
        "without a year"
        if years is None
        else f"in {years[0]}"
        if years[0] == years[1]
        else f"from {years[0]} to {years[1]}"
    )
    status = book.label("status", row["status"]).lower()
    title = f"{number(len(events)).capitalize()} recorded events {span}; {status} as of {row['status_as_of']}"
    words = [_words(event) for event in events.itertuples()]
    lines = [fold(text, now.text, now.width - 2.9) for text in words]
    heights = [(line.count("\n") + 1) * now.inch + 0.09 for line in lines]
    strip = 0 if years is None else now.inch * 1.9 + int(events["year"].value_counts().max()) * now.dot * 1.7 / 72
    with drawing():
        figure, ax = frame(
            title, f"{isolated(row['name'])}. {_note(events)}", strip + sum(heights), left=0.1, right=0.1
        )
        ax.set(xlim=(0, now.width - 0.2), ylim=(-sum(heights), strip), xticks=[], yticks=[])
        ax.spines[:].set_visible(False)
        if years is not None:
            _strip(ax, events, years)
        y = 0.0
        for place, (event, line, height) in enumerate(zip(events.itertuples(), lines, heights, strict=True), start=1):
            y -= height
            middle = y + height - now.inch * 0.62
            ax.text(0.32, middle, str(place), ha="right", va="center", color=GREY, size=now.small)
            ax.text(0.45, middle, "–" if pd.isna(event.year) else str(event.year), va="center", weight="bold")
            ax.text(1.15, middle, book.label("events.type", event.type), va="center", color=GREY, size=now.small)
            ax.text(2.65, y + height - now.inch * 0.1, line, va="top", linespacing=1.22)
    told = [column for column in ("year", "month", "when") if column == "year" or events[column].notna().any()]
    table = events.assign(type=[book.label("events.type", code) for code in events["type"]])[[*told, "type", "label"]]
    begun, newest = (isolated(label) for label in events["label"].iloc[[0, -1]])
    said = f"{isolated(row['name'])}: {number(len(events))} events {span}. First: {begun}. Last: {newest}."
    return Chart(figure, title, said, table.reset_index(drop=True))


def _years(events: pd.DataFrame) -> tuple[int, int] | None:
    """First and last year; None where no event has one."""
    known = events["year"].dropna()
    return (int(known.min()), int(known.max())) if len(known) else None


def _words(event: Any) -> str:
    """An event in words, with its month and what is told of its time besides the year."""
    month = "" if pd.isna(event.month) else month_name(event.month)
    when = ", ".join(part for part in (month, "" if pd.isna(event.when) else event.when) if part)
    return f"{when[:1].upper()}{when[1:]}: {event.label}" if when else event.label


def _note(events: pd.DataFrame) -> str:
    """How to read the picture; events without a year stand in words only."""
    undated = int(events["year"].isna().sum())
    if undated == len(events):
        return "In words, in the order of the record; no year is known."
    alone = f" Without a year, in words only: {number(undated)}." if undated else ""
    return f"Top: to scale; below: in words.{alone}"


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
        ax.text(
            0.4 + (year - first) * scale,
            base - now.dot * 1.1 / 72,
            str(year),
            ha="center",
            va="top",
            size=now.small,
            color=GREY,
        )
    column, height_of = -10.0, 0
    for place, event in enumerate(events.itertuples(), start=1):
        if pd.isna(event.year):
            continue
        x = 0.4 + (int(event.year) - first) * scale
        height_of = height_of + 1 if x - column < now.dot * 1.9 / 72 else 0
        column = x if height_of == 0 else column
        y = base + height_of * now.dot * 1.7 / 72
        ax.plot(x, y, "o", ms=now.dot * 1.6, color="white", mec=INK, mew=1.2, zorder=3 + place)
        ax.text(x, y, str(place), ha="center", va="center_baseline", size=now.small * 0.75, zorder=3 + place)
