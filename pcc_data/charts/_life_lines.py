"""Life lines: when each case began, what happened, how it stands, all on one axis of years."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from pcc_data.charts._kit.chart import Chart, of_data
from pcc_data.charts._kit.pages import no_case, page_of, with_headings
from pcc_data.charts._kit.style import drawing, frame, inches_from, style, unreliable
from pcc_data.charts._kit.texts import shorten, text_width
from pcc_data.codes import load_codebook
from pcc_data.colours import GREY, INK
from pcc_data.errors import pick
from pcc_data.say import cases_in_words, listed, number

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


LIMIT = 24  # rows on a page: about what a screen shows at once
GROUPS = ("status", "sector", "ownership_model", "world_region", "collection")

# columns left of the axis of years, as parts of the width
_NAME = 0.34
_START = 0.085


@of_data
def life_lines(data: Dataset, by: str = "status", *, limit: int = LIMIT, page: int = 1) -> Chart:
    """Start, events, end and status of every case on one axis of years, grouped by `by`, `limit` rows a page.

    `by` is status, sector, ownership_model, world_region or collection. Title, sentence and table are about all cases
    of `data`, the picture shows one page of them. Raises ValueError for another `by` or a page that is not there.
    """
    pick(by, GROUPS, "field to group life lines by")
    if not len(data):
        return no_case(["name", "start", "end", "status", "status as of", "events"])
    rows = _rows(data, by)
    shown = page_of(rows, limit, page)
    places = with_headings(shown, rows, by)
    lines = {text if group is None else f" {text}": at for at, (text, group) in enumerate(places)}
    now = style()
    years = (_floor(rows[["first", "from"]].min().min()), int(np.nanmax(rows[["last", "until"]].to_numpy(float))))
    title, text = _said(rows, years)
    note = (
        f"{_of_all(shown, rows, page, limit)} Thick line: from start to end, or to the year its status is known for;"
        f" thin line: before and after.{unreliable(by, 'status')}"
    )
    with drawing():
        figure, ax = frame(
            title,
            note,
            len(lines) * now.inch * 1.2,
            left=now.width * (_NAME + _START),
            right=_status_width(shown),
            below=now.inch * (2.5 + _key_places()[-1][1]),
        )
        ax.set(xlim=(years[0] - 1, years[1] + 2), ylim=(len(lines) - 0.4, -0.6), yticks=[])
        ax.spines[:].set_visible(False)
        ax.grid(axis="x", lw=0.8)
        _lives(ax, shown, lines)
        _events(ax, data, lines)
        _words(ax, shown, lines)
        event_key(ax, -now.inch * 1.9)
    return Chart(figure, title, text, _table(rows), dict(shown["name"]))


def event_classes() -> list[tuple[str, str, list[str]]]:
    """Kinds of events that share a colour in the codebook: (colour, marker of the first, codes)."""
    classes: dict[str, list[str]] = {}
    codes = load_codebook().codes("events.type")
    for name, code in codes.items():
        classes.setdefault(code.colour, []).append(name)
    return [(colour, codes[names[0]].marker, names) for colour, names in classes.items()]


def start_in_words(year: Any, precision: Any) -> str:
    """'2013', 'about 1992', 'by 1998' or 'start not found'."""
    if pd.isna(year):
        return "start not found"
    return f"{year}" if pd.isna(precision) or precision == "exact" else f"{precision} {year}"


def _rows(data: Dataset, by: str) -> pd.DataFrame:
    """One row a case in the order of the picture, with its first and last event and where its line ends."""
    cases = data.cases[["name", "start_year", "start_precision", "end_year", "status", "status_as_of"]].copy()
    seen = data.events.groupby("case", observed=True)["year"].agg(["min", "max", "size"]).reindex(cases.index)
    cases["first"], cases["last"], cases["events"] = seen["min"], seen["max"], seen["size"].fillna(0).astype(int)
    cases["until"] = cases["end_year"].fillna(cases["status_as_of"])
    cases["from"] = cases["start_year"].fillna(cases["first"]).fillna(cases["until"])
    cases["group"] = data.state(by)
    return cases.sort_values(["group", "from", "name"], kind="stable")


def _lives(ax: Axes, shown: pd.DataFrame, lines: dict[str, int]) -> None:
    """The lines, the mark at the start, the bar at the end and the mark of the status."""
    now, codes = style(), load_codebook().codes("status")
    y = np.array([lines[case] for case in shown.index], float)
    start, until = shown["from"].to_numpy(float), shown["until"].to_numpy(float)
    low = np.fmin(shown["first"].to_numpy(float, na_value=np.nan), start)
    high = np.fmax(shown["last"].to_numpy(float, na_value=np.nan), until)
    ax.add_collection(
        LineCollection([[(a, at), (b, at)] for a, b, at in zip(low, high, y, strict=True)], colors="#9AA0A6", lw=0.8)
    )
    ax.add_collection(
        LineCollection(
            [[(a, at), (b, at)] for a, b, at in zip(start, until, y, strict=True)], colors="#C4CBD3", lw=now.dot * 0.75
        )
    )
    known = shown["start_year"].notna().to_numpy()
    exact = known & (shown["start_precision"] == "exact").to_numpy()
    ax.scatter(start[exact], y[exact], marker="|", s=now.dot**2 * 2.2, color=INK, linewidths=1.6, zorder=3)
    ax.scatter(
        start[~exact], y[~exact], marker="|", s=now.dot**2 * 2.2, color=GREY, linewidths=0.8, linestyles=":", zorder=3
    )
    ended = (shown["status"] == "ended").to_numpy()
    ax.scatter(until[ended], y[ended], marker="|", s=now.dot**2 * 3.4, color=INK, linewidths=2.4, zorder=3)
    for case, status, x, at in zip(shown.index, shown["status"], until, y, strict=True):
        ax.plot(
            x,
            at,
            codes[status].marker,
            ms=now.dot * 1.05,
            color=codes[status].colour,
            mec=INK,
            mew=0.9,
            zorder=6,
            gid=f"pick:{case}:status",
        )


def _events(ax: Axes, data: Dataset, lines: dict[str, int]) -> None:
    """A small mark an event, one call for each class of events."""
    events = data.events[data.events["case"].isin(lines)]
    y = events["case"].map(lines)
    for colour, marker, names in event_classes():
        these = events["type"].isin(names)
        ax.scatter(
            events.loc[these, "year"].to_numpy(float),
            y[these],
            marker=marker,
            s=(style().dot * 0.78) ** 2,
            color=colour,
            edgecolors="white",
            linewidths=0.3,
            zorder=4,
        )


def _words(ax: Axes, shown: pd.DataFrame, lines: dict[str, int]) -> None:
    """Names and start years left of the lines, the status right of them."""
    now, (low, high) = style(), ax.get_xlim()
    scale = (high - low) / (now.width * (1 - _NAME - _START) - _status_width(shown))  # years an inch
    left, start = low - scale * now.width * (_NAME + _START) + 0.1 * scale, low - 0.12 * scale
    for line, y in lines.items():
        if line.startswith(" "):
            ax.text(left, y + 0.12, line.strip(), weight="bold", va="center")
            continue
        row = shown.loc[line]
        ax.text(
            left,
            y,
            shorten(row["name"], now.small, now.width * _NAME - 0.1),
            size=now.small,
            va="center",
            gid=f"pick:{line}:name",
        )
        word = start_in_words(row["start_year"], row["start_precision"]).removeprefix("start ")
        ax.text(start, y, word, size=now.small, va="center", ha="right", color=GREY)
        ax.text(high + 0.1 * scale, y, _status_words(row), size=now.small, va="center")
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:.0f}")


def _status_words(row: pd.Series) -> str:
    when = row["until"] if row["status"] != "ended" or pd.notna(row["end_year"]) else "year not found"
    return f"{load_codebook().short('status', row['status'])}, {when}"


def _status_width(shown: pd.DataFrame) -> float:
    """Inches that the words right of the lines take."""
    return 0.2 + max(text_width(_status_words(row), style().small) for _, row in shown.iterrows())


def event_key(ax: Axes, y: float) -> None:
    """Marks of the classes of events with the names of their kinds, in lines that begin `y` inches from the axes'
    foot."""
    now, place = style(), inches_from(ax)
    start = 0.15 - ax.get_position().x0 * now.width
    for x, line, colour, marker, words in _key_places():
        ax.plot(start + x, y - line * now.inch, marker, ms=now.dot * 0.8, color=colour, transform=place, clip_on=False)
        ax.text(start + x + 0.12, y - line * now.inch, words, size=now.small, va="center", transform=place)


def _key_places() -> list[tuple[float, int, str, str, str]]:
    """Where each class of events stands in the key: inches from the left, line, colour, marker, words."""
    now, book = style(), load_codebook()
    places, x, line = [], 0.0, 0
    for colour, marker, names in event_classes():
        words = ", ".join(book.short("events.type", name) for name in names)
        wide = 0.34 + text_width(words, now.small)
        if x and x + wide > now.width - 0.3:
            x, line = 0.0, line + 1
        places.append((x, line, colour, marker, words))
        x += wide
    return places


def _floor(year: float) -> int:
    return int(year) // 10 * 10


def _of_all(shown: pd.DataFrame, rows: pd.DataFrame, page: int, limit: int) -> str:
    if len(shown) == len(rows):
        return f"Each row is a case (n = {len(rows)})."
    first = (page - 1) * limit + 1
    return f"Each row is a case: {first} to {first + len(shown) - 1} of {len(rows)}."


def _said(rows: pd.DataFrame, years: tuple[int, int]) -> tuple[str, str]:
    """Title and text twin, both about all rows."""
    book = load_codebook()
    counts = rows["status"].value_counts(sort=False)
    parts = [f"{count} {book.label('status', code).lower()}" for code, count in counts.items() if count]
    title = f"{cases_in_words(len(rows))} since {int(rows['from'].min())}: {listed(parts)}"
    lasted = (rows["end_year"] - rows["start_year"]).dropna()
    text = (
        f"Life lines of {cases_in_words(len(rows), small=True)}, the first from {int(rows['from'].min())}, with "
        f"{int(rows['events'].sum()):,} recorded events: {listed(parts)}."
    )
    if len(lasted):
        span = f"{lasted.min()}" if lasted.min() == lasted.max() else f"{lasted.min()} to {lasted.max()}"
        text += f" {number(len(lasted)).capitalize()} with a known start and end lasted {span} years."
    return title, text


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    book = load_codebook()
    starts = [start_in_words(*pair) for pair in zip(rows["start_year"], rows["start_precision"], strict=True)]
    ends = [
        "year not found" if status == "ended" and pd.isna(end) else ("goes on" if pd.isna(end) else str(end))
        for status, end in zip(rows["status"], rows["end_year"], strict=True)
    ]
    return pd.DataFrame(
        {
            "name": rows["name"],
            "start": starts,
            "end": ends,
            "status": [book.label("status", code) for code in rows["status"]],
            "status as of": rows["status_as_of"],
            "events": rows["events"],
        },
        index=rows.index,
    )
