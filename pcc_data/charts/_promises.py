"""Promises: what was promised against what was delivered, each in its own unit."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.promise_rows import promise_rows
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, style, unreliable
from pcc_data.charts._kit.told import named_table, tally, title_and_text
from pcc_data.colours import GREY, INK
from pcc_data.dataset.fact_kinds import dated
from pcc_data.dataset.promise_words import amounts, dated_figure, is_time, state_told, years_told
from pcc_data.drawing.canvas import box, write
from pcc_data.drawing.rows import paged, row_canvas
from pcc_data.drawing.texts import fold, shorten

LIMIT = 10  # promises on a page: each has up to three lines of words
_MOST = 1.5  # shares above this are drawn at the edge, with an arrow
# widths of the words and of the bar, as parts of the width
_WORDS = 0.44
_BAR = 0.25


@of_data
def promises(data: Dataset, *, limit: int | None = None, page: int = 1) -> Chart:
    """Every promise as a row: frame = promised, filled = delivered, and what became of it, `limit` rows a page.

    A bar shows the share of one promise in that promise's own unit, so amounts of different units never share an axis.
    There is no share where an amount was not found, or where a date or a time limit was promised. Title, sentence and
    table are about all promises of `data`. Raises ValueError for a page that is not there.
    """
    rows = promise_rows(data)
    if not len(rows):
        none = (say("promises.none", n=len(data)), say("promises.none-note"))
        return no_case(_table(rows).columns, *none, cases=bool(len(data)))
    shown, which = paged(rows, LIMIT, limit, page)
    now = style()
    room = now.width - 0.65 if now.narrow else now.width * _WORDS - 0.6
    texts = [fold(row.what, now.small, room) for row in shown.itertuples()]
    sides = [_side(row) for row in shown.itertuples()]
    heights = [
        (1.1 + 0.92 * (_lines(text, side) + 1)) * now.inch + 0.06 for text, side in zip(texts, sides, strict=True)
    ]
    title, text = _said(rows, len(data))
    part = which["page"] == "part"
    note = say("promises.note", part=part, span=which["span"]) + unreliable("promises.state")
    figure, ax, tops = row_canvas(title, note, heights)
    drawn = zip(shown.itertuples(), texts, sides, tops, heights, strict=True)
    for place, (row, words, side, top, height) in enumerate(drawn):
        _row(ax, row, (words, side), (top, height), f"pick:{row.case}:{place}")
    return Chart(figure, title, text, _table(rows), dict(zip(rows["case"], rows["name"], strict=True)))


def _lines(words: str, side: str) -> float:
    """Lines of a promise beyond the first: words and amounts beside one another, on a phone below one another."""
    if style().narrow:
        return words.count("\n") + side.count("\n") + 2.3
    return max(words.count("\n"), side.count("\n"))


def _row(ax: Axes, row: Any, words: tuple[str, str], place: tuple[float, float], pick_id: str) -> None:
    """One promise: case and words, its bar, and what became of it with the amounts and years."""
    now, book, (top, height) = style(), load_codebook(), place
    code = book.codes("promises.state")[row.state]
    middle, at, wide = top - height / 2, now.width * _WORDS, now.width * _BAR
    first = top - 0.06
    told = at + wide + 0.15, first
    if now.narrow:  # name, words, then bar and amounts
        at, wide = 0.32, now.width * _BAR
        told = at + wide + 0.15, first - now.inch * (1.1 + 0.92 * (words[0].count("\n") + 1))
        middle = told[1] - now.inch * 0.42
    ax.plot([0, now.width - 0.25], [top, top], color="#ECEEF0", lw=0.8)
    look = {"ms": now.dot * 1.3, "color": code.colour, "mec": INK, "mew": 0.9, "gid": pick_id}
    ax.plot(0.12, first - now.inch * 0.42 if now.narrow else middle, code.marker, **look)
    head, under, body = {"weight": "bold", "va": "top"}, now.inch * 0.98, {"va": "top", "linespacing": 1.2}
    room = now.width - 0.65 if now.narrow else at - 0.6
    write(ax, 0.32, first, shorten(row.name, now.small, room, "bold"), gid=f"{pick_id}:name", **head)
    write(ax, *told, state_told(row), **head)
    write(ax, 0.32, first - under, words[0], **body)
    write(ax, told[0], told[1] - under, words[1], **body)
    unit = wide / _MOST
    if pd.notna(row.promised) and not is_time(row.unit):
        box(ax, at, middle - now.inch * 0.42, unit, now.inch * 0.84, edgecolor=GREY, lw=1.2)
    if pd.notna(row.share):
        box(ax, at, middle - now.inch * 0.3, min(row.share, _MOST) * unit, now.inch * 0.6, code.colour)
        if row.share == 0:
            ax.plot([at, at], [middle - now.inch * 0.5, middle + now.inch * 0.5], color=INK, lw=3)
        elif row.share > _MOST:
            ax.plot(at + wide, middle, ">", ms=now.dot, color=INK)
    elif pd.isna(row.delivered):
        ax.plot(at + unit * 0.5, middle, "D", ms=now.dot * 0.9, mfc="white", mec=GREY, mew=1.2)


def _side(row: Any) -> str:
    """Amounts and years of a promise, in lines that fit beside its bar."""
    now = style()
    room = now.width * (1 - (0 if now.narrow else _WORDS) - _BAR) - (0.82 if now.narrow else 0.5)
    return "\n".join(fold(part, now.small, room) for part in (amounts(row), years_told(row)) if part)


def _said(rows: pd.DataFrame, cases: int) -> tuple[str, str]:
    """Title and text twin, both about all promises."""
    known, pending = rows["share"].dropna(), rows[rows["state"] == "pending"]
    counts = {"pending": len(pending), "late": pending["late"].sum(), "undated": pending["due"].isna().sum()}
    counts |= {"known": len(known), "reached": (known >= 1).sum(), "nothing": (known == 0).sum()}
    counts |= {"n": len(rows), "cases": cases, "holding": rows["case"].nunique()}
    return title_and_text("promises", states=tally("promises.state", rows["state"]), **counts)


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    columns = {
        "case": rows["name"],
        "promise": rows["what"],
        "unit": rows["unit"],
        "promised": [dated_figure(row, row.promised) for row in rows.itertuples()],
        "delivered": [dated_figure(row, row.delivered) for row in rows.itertuples()],
        "share": rows["share"].round(3),
        "promised-in": rows["promised_in"],
        "due": [dated(*due) or None for due in zip(rows["due"], rows["due_month"], strict=True)],
        "as-of": rows["as_of"],
        "state": [state_told(row) for row in rows.itertuples()],
    }
    return named_table("promises", columns)
