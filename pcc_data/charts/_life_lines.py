"""Life lines: when each case began, what happened, how it stands, all on one axis of years."""

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.lives import lives
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, style, unreliable
from pcc_data.charts._kit.told import column_names, from_to, named_table, tally, title_and_text
from pcc_data.charts._kit.with_headings import with_headings
from pcc_data.colours import GREY, INK
from pcc_data.dataset.fact_kinds import start_in_words
from pcc_data.drawing.canvas import dot, write
from pcc_data.drawing.key import draw_key, key_lines
from pcc_data.drawing.marks import mark_classes
from pcc_data.drawing.rows import paged
from pcc_data.drawing.style import frame
from pcc_data.drawing.texts import shorten, text_width
from pcc_data.errors import pick

LIMIT = 24  # rows on a page: about what a screen shows at once
GROUPS = ("status", "sector", "ownership_model", "world_region", "collection")

# columns left of the axis of years, as parts of the width
_NAME = 0.34
_START = 0.085
_DOWN = 0.14  # how far, in rows, a line stands under the middle of its row on a phone, where its name stands over it
_COLUMNS = ("name", "start", "end", "status", "as-of", "events")


@of_data
def life_lines(data: Dataset, by: str = "status", *, limit: int | None = None, page: int = 1) -> Chart:
    """Start, events, end and status of every case on one axis of years, grouped by `by`, `limit` rows a page.

    `by` is status, sector, ownership_model, world_region or collection. Title, sentence and table are about all cases
    of `data`, the picture shows one page of them. Raises ValueError for another `by` or a page that is not there.
    """
    pick(by, GROUPS, "field to group life lines by")
    if not len(data):
        return no_case(column_names("life-lines", _COLUMNS))
    rows = _rows(data, by)
    shown, which = paged(rows, LIMIT, limit, page)
    places = with_headings(shown, rows, by)
    lines = {text if group is None else f" {text}": at for at, (text, group) in enumerate(places)}
    now, short = style(), partial(load_codebook().short, "events.type")
    kinds = [(mark, ", ".join(map(short, codes))) for mark, codes in mark_classes("events.type")]
    years = (int(rows[["first", "from"]].min().min()) // 10 * 10, int(np.nanmax(rows[["last", "until"]].astype(float))))
    title, text = _said(rows)
    note = say("life-lines.note", **which) + unreliable(by, "status")
    left, right = now.width * (_NAME + _START), 0.2 + max(text_width(words, now.small) for words in shown["stands"])
    if now.narrow:  # what is said of a case stands over its line
        left, right = 0.15, 0.15
    below = now.inch * (1.5 + key_lines(kinds, now.width - 0.3))
    row = now.inch * (2.1 if now.narrow else 1.2)
    figure, ax = frame(title, note, len(lines) * row, left=left, right=right, below=below)
    ax.set(xlim=(years[0] - 1, years[1] + 2), ylim=(len(lines) - 0.4, -0.6), yticks=[])
    ax.spines[:].set_visible(False)
    ax.grid(axis="x", lw=0.8)
    if now.narrow:  # no tick beyond the axis
        every = 10 if years[1] - years[0] <= 80 else 20
        ax.set_xticks(list(range(years[0], years[1] + 1, every)))
    ax.xaxis.set_major_formatter("{x:.0f}")
    _lives(ax, shown, shown.index.map(lines).to_numpy(float) + _DOWN * style().narrow)
    _events(ax, data, lines)
    _words(ax, shown, lines, (years[1] - years[0] + 3) / (now.width - left - right))
    edge = (0.1 if now.narrow else 0.05) - left
    draw_key(ax, kinds, now.inch * 1.9, x=edge, inches=now.width - 0.3, size=now.dot * 0.8)
    return Chart(figure, title, text, _table(rows), dict(shown["name"]))


def _rows(data: Dataset, by: str) -> pd.DataFrame:
    """The lives of the cases in the order of the picture, with start and status in words."""
    rows = lives(data, by)
    begun = [start_in_words(*pair) for pair in zip(rows["start_year"], rows["start_precision"], strict=True)]
    return rows.assign(begun=begun, stands=[_stands(row) for _, row in rows.iterrows()])


def _stands(row: pd.Series) -> str:
    """How a case stands, and since or as of when."""
    unknown = row["status"] == "ended" and pd.isna(row["end_year"])
    when = say("life-lines.no-year") if unknown else str(row["until"])
    return say("life-lines.stands", status=load_codebook().short("status", row["status"]), when=when)


def _lives(ax: Axes, shown: pd.DataFrame, y: np.ndarray) -> None:
    """The lines, the mark at the start, the bar at the end and the mark of the status."""
    now, codes = style(), load_codebook().codes("status")
    start, until, first, last = (
        shown[name].to_numpy(float, na_value=np.nan) for name in ("from", "until", "first", "last")
    )
    ax.hlines(y, np.fmin(first, start), np.fmax(last, until), color="#9AA0A6", lw=0.8)
    ax.hlines(y, start, until, color="#C4CBD3", lw=now.dot * 0.75)
    exact = (shown["start_year"].notna() & (shown["start_precision"] == "exact")).to_numpy()
    ended, bar, size = (shown["status"] == "ended").to_numpy(), {"marker": "|", "zorder": 3}, now.dot**2
    ax.scatter(start[exact], y[exact], s=size * 2.2, color=INK, linewidths=1.6, **bar)
    ax.scatter(start[~exact], y[~exact], s=size * 2.2, color=GREY, linewidths=0.8, linestyles=":", **bar)
    ax.scatter(until[ended], y[ended], s=size * 3.4, color=INK, linewidths=2.4, **bar)
    for case, status, x, at in zip(shown.index, shown["status"], until, y, strict=True):
        look = {"ms": now.dot * 1.05, "color": codes[status].colour, "mec": INK, "mew": 0.9, "zorder": 6}
        dot(ax, x, at, marker=codes[status].marker, gid=f"pick:{case}:status", **look)


def _events(ax: Axes, data: Dataset, lines: dict[str, int]) -> None:
    """A small mark an event, one call for each class of events."""
    events = data.events[data.events["case"].isin(lines)]
    years = events["year"].to_numpy(float, na_value=np.nan)
    y = events["case"].map(lines).to_numpy() + _DOWN * style().narrow
    for mark, codes in mark_classes("events.type"):
        these = events["type"].isin(codes).to_numpy()
        look = {"s": (style().dot * 0.78) ** 2, "edgecolors": "white", "linewidths": 0.3, "zorder": 4}
        ax.scatter(years[these], y[these], marker=mark.shape, color=mark.colour, **look)


def _words(ax: Axes, shown: pd.DataFrame, lines: dict[str, int], inch: float) -> None:
    """Names and start years left of the lines, the status right of them; `inch` is the years that an inch holds."""
    now, (low, high) = style(), ax.get_xlim()
    left = low if now.narrow else low - inch * (now.width * (_NAME + _START) - 0.1)
    for line, y in lines.items():
        if line.startswith(" "):
            write(ax, left, y + 0.12, line.strip(), weight="bold", size=now.text)
            continue
        row = shown.loc[line]
        begun = say("chart.not-found") if pd.isna(row["start_year"]) else row["begun"]
        if now.narrow:
            told = f"{begun} – {row['stands']}"
            room = (high - low) / inch - text_width(told, now.small) - 0.12
            write(ax, low, y - 0.22, shorten(row["name"], now.small, room), gid=f"pick:{line}:name")
            write(ax, high, y - 0.22, told, ha="right", color=GREY)
            continue
        write(ax, left, y, shorten(row["name"], now.small, now.width * _NAME - 0.1), gid=f"pick:{line}:name")
        write(ax, low - 0.12 * inch, y, begun, ha="right", color=GREY)
        write(ax, high + 0.1 * inch, y, row["stands"])


def _said(rows: pd.DataFrame) -> tuple[str, str]:
    """Title and text twin, both about all rows."""
    lasted = (rows["end_year"] - rows["start_year"]).dropna()
    return title_and_text(
        "life-lines",
        n=len(rows),
        since=str(int(rows["from"].min())),
        states=tally("status", rows["status"]),
        events=rows["events"].sum(),
        lasted=len(lasted),
        years=from_to(lasted) if len(lasted) else "",
    )


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    book, unknown, on = load_codebook(), say("life-lines.no-year"), say("life-lines.goes-on")
    ends = [
        (unknown if status == "ended" else on) if pd.isna(end) else str(end)
        for status, end in zip(rows["status"], rows["end_year"], strict=True)
    ]
    statuses = [book.label("status", code) for code in rows["status"]]
    cells = (rows["name"], rows["begun"], ends, statuses, rows["status_as_of"], rows["events"])
    return named_table("life-lines", dict(zip(_COLUMNS, cells, strict=True)), rows.index.rename(say("chart.case")))
