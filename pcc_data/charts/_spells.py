"""States over years: of each case that tells since when a code holds, a bar for each of its states."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.states_over_time import UNKNOWN, changes, states_over_time
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, style, unreliable
from pcc_data.charts._kit.told import named_table
from pcc_data.colours import GREY, INK, PAPER, ink_on
from pcc_data.drawing.axis import Axis
from pcc_data.drawing.canvas import box, canvas, write
from pcc_data.drawing.key import draw_key, key_lines, key_of
from pcc_data.drawing.marks import marks
from pcc_data.drawing.rows import paged
from pcc_data.drawing.texts import shorten, text_width

LIMIT = 24  # rows on a page: about what a screen shows at once
_NAMES = 0.31  # width of the names, as a part of the whole


@of_data
def spells(data: Dataset, field: str = "status", *, limit: int | None = None, page: int = 1) -> Chart:
    """States of `field` over the years, one row a case that tells of a change, `limit` rows a page.

    Years of a case that no spell tells of are drawn as not found. Title, sentence and table are about all cases of
    `data`, the picture shows one page of them. Raises ValueError for a field that has no spells by the codebook, and
    for a page that is not there.
    """
    states = states_over_time(data, field)
    if not len(states):
        none = (say("spells.none", n=len(data), field=load_codebook().phrase(field)), say("spells.none-note"))
        return no_case(_table(data, states, field).columns, *none, cases=bool(len(data)))
    begun = states[states["code"] != UNKNOWN].groupby("case")["to"].min()
    rows = data.cases.loc[begun.index, ["name"]].assign(first=begun).sort_values(["first", "name"], kind="stable")
    shown, which = paged(rows, LIMIT, limit, page)
    title, text = _said(data, states, field)
    note = say("spells.note", rest=len(data) - len(rows), **which) + unreliable(field)
    now, high = style(), style().inch * 1.25
    key = key_of(field, states["code"])
    down, below = high * len(shown), now.inch * (1.7 + key_lines(key, now.width - 0.3))
    figure, ax = canvas(title, note, 0.0, down, below=below)
    first, last = int(states["from"].min()), int(states["to"].max())
    years = Axis(first, last, now.width * _NAMES, now.width - 0.35)
    decades = range(-(-first // 10) * 10, last + 1, 10)
    years.draw(ax, {year: str(year) for year in decades}, (0, -down), -down - now.inch * 0.6)
    for at, (case, row) in enumerate(shown.iterrows()):
        middle = -(at + 0.5) * high
        name = shorten(row["name"], now.small, now.width * _NAMES - 0.15)
        write(ax, 0.0, middle, name, gid=f"pick:{case}:name")
        for state in states[states["case"] == case].to_dict("records"):
            _state(ax, state, field, middle, high * 0.36, years)
    draw_key(ax, key, now.inch * 1.75, inches=now.width - 0.3)
    return Chart(figure, title, text, _table(data, states, field), dict(shown["name"]))


def _state(ax: Axes, state: dict[str, Any], field: str, middle: float, half: float, years: Axis) -> None:
    """A bar from the first to the last year of a state, with its name or mark; dotted and empty where none is known."""
    mark, now, words = marks(field)[state["code"]], style(), load_codebook().short(field, state["code"])
    left, right = (years.at(state[end]) for end in ("from", "to"))
    right = max(right, left + now.dot / 72)  # a state of less than a year is seen, too
    edge = {"edgecolor": GREY, "ls": ":", "lw": 1.2} if mark.colour == PAPER else {"edgecolor": PAPER, "lw": 1.2}
    box(ax, left, middle - half, right - left, 2 * half, mark.colour, zorder=2, **edge)
    if not state["told"]:  # still so when last seen
        ax.plot([right, right + 0.14], [middle, middle], color=INK, lw=1.8, zorder=3, clip_on=False)
    if text_width(words, now.small) + 0.14 < right - left:
        write(ax, left + 0.07, middle, words, color=GREY if mark.colour == PAPER else ink_on(mark.colour), zorder=4)
    elif mark.colour != PAPER:
        mark.draw(ax, (left + right) / 2, middle, now.dot * 0.75)


def _said(data: Dataset, states: pd.DataFrame, field: str) -> tuple[str, str]:
    """Title and text twin, about all cases."""
    book, found = load_codebook(), changes(data, field)
    pairs = found.groupby(["before", "after"], sort=False).size().sort_values(ascending=False, kind="stable")
    told = [
        say("spells.pair", before=book.phrase(field, before), after=book.phrase(field, after), n=n)
        for (before, after), n in pairs.items()
    ]
    most = [part for part, n in zip(told, pairs, strict=True) if n == pairs.iloc[0]]
    values = {"n": states["case"].nunique(), "total": len(data), "changes": len(found), "field": book.phrase(field)}
    gaps = states.loc[states["code"] == UNKNOWN, "case"].nunique()
    text = say("spells.text", pairs=told, gaps=gaps, rest=len(data) - values["n"], **values)
    return say("spells.title", first=len(most), most=most, **values), text


def _table(data: Dataset, states: pd.DataFrame, field: str) -> pd.DataFrame:
    book = load_codebook()
    ends = [
        str(to) if told else say("spells.still", year=str(to))
        for to, told in zip(states["to"], states["told"], strict=True)
    ]
    columns = {
        "name": states["case"].map(data.cases["name"]),
        "state": [book.label(field, code) for code in states["code"]],
        "from": states["from"].astype("str"),
        "to": ends,
    }
    return named_table("spells", columns)
