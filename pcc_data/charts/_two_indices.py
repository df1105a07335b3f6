"""Two ways to count power on a board: the indices of Banzhaf and of Shapley and Shubik, bloc by bloc."""

from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.two_indices import two_indices as indices_of
from pcc_data.charts._kit.basics import Chart, Dataset, no_case, of_data, say, style
from pcc_data.charts._kit.told import column_names, named_table, title_and_text
from pcc_data.colours import INK, PAPER
from pcc_data.drawing.axis import Axis
from pcc_data.drawing.canvas import canvas, dot, write
from pcc_data.drawing.key import draw_key, key_lines
from pcc_data.drawing.marks import Mark
from pcc_data.drawing.style import room_left, row_high
from pcc_data.drawing.texts import isolated, shorten

BOARDS = 4  # boards that are drawn at most: about what a screen shows at once
_LEAST = 1.25  # lines of small type from one row to the next
_NAMES = 0.36  # width of the names of blocs, as a part of the whole
_MARKS = {"share": Mark("#BBBBBB", "s"), "banzhaf": Mark("#0072B2", "o"), "shapley_shubik": Mark(PAPER, "D")}
_COLUMNS = ("board", "bloc", "seats", "share", "banzhaf", "shapley_shubik")


@of_data
def two_indices(data: Dataset) -> Chart:
    """Power of each bloc by two indices, beside its share of the seats, on the boards on which the two differ most.

    Title, sentence and table are about all boards whose seats are known (`pcc_data.analysis.two_indices`).
    """
    found = indices_of(data)
    if not len(found):
        none = (say("two-indices.none"), say("two-indices.none-note"))
        return no_case(column_names("two-indices", _COLUMNS), *none, cases=bool(len(data)))
    boards = list(dict.fromkeys(zip(found["case"], found["board"], strict=True)))
    title, text = _said(data, found, len(boards))
    now = style()
    key = list(zip(_MARKS.values(), column_names("two-indices", _MARKS), strict=True))
    below = now.inch * max(1.4, 0.6 + key_lines(key, now.width - 0.3))
    room = room_left(title, say("two-indices.note", n=len(boards), shown=BOARDS), now.inch * 1.2 + below)
    shown = [_lines(data, found, *board) for board in boards[:BOARDS]]
    while len(shown) > 1 and sum(map(len, shown)) * now.small * _LEAST / 72 > room:
        shown.pop()
    note, lines = say("two-indices.note", n=len(boards), shown=len(shown)), [line for board in shown for line in board]
    high = row_high(now.inch * 1.15, len(lines), room)
    figure, ax = canvas(title, note, now.inch * 1.2, high * len(lines), below=below)
    shares = Axis(0, 100, now.width * _NAMES, now.width - 0.6)
    percents = {percent: say("two-indices.percent", n=percent) for percent in range(0, 101, 20)}
    shares.draw(ax, percents, (0, -high * len(lines)), now.inch * 0.5)
    for at, line in enumerate(lines):
        _line(ax, line, -(at + 0.5) * high, shares)
    draw_key(ax, key, now.inch * 0.8, inches=now.width - 0.3)
    return Chart(figure, title, text, _table(data, found))


def _lines(data: Dataset, found: pd.DataFrame, case: str, board: str) -> list[Any]:
    """The name of a board, and its blocs."""
    rows = found[(found["case"] == case) & (found["board"] == board)]
    city = isolated(data.cases.at[case, "city"])
    return [say("two-indices.board", city=city, name=isolated(rows["name"].iloc[0])), *rows.to_dict("records")]


def _line(ax: Axes, line: Any, y: float, shares: Axis) -> None:
    """The name of a board, or a bloc with its share of the seats and its two indices."""
    now = style()
    if isinstance(line, str):
        write(ax, 0.0, y, shorten(line, now.small, now.width * 0.95, "bold"), weight="bold", backgroundcolor=PAPER)
        return
    write(ax, 0.15, y, shorten(str(line["bloc"]), now.small, now.width * _NAMES - 0.35))
    ends = [shares.at(100 * line[column]) for column in ("banzhaf", "shapley_shubik")]
    ax.plot(ends, [y, y], color=INK, lw=1, zorder=1)
    for column, mark in _MARKS.items():
        look = {**mark.look(now.dot * 0.9), "mec": INK, "mew": 1.1}
        dot(ax, shares.at(100 * line[column]), y, **look, zorder=3 if column == "banzhaf" else 2)


def _said(data: Dataset, found: pd.DataFrame, boards: int) -> tuple[str, str]:
    """Title and text twin, about all boards."""
    each = found.drop_duplicates(["case", "board"])
    same, first = int((each["apart"] < 0.005).sum()), found.iloc[0]
    rows = found[(found["case"] == first["case"]) & (found["board"] == first["board"])]
    far = rows.loc[(rows["banzhaf"] - rows["shapley_shubik"]).abs().idxmax()]
    return title_and_text(
        "two-indices",
        n=same,
        total=boards,
        city=isolated(data.cases.at[first["case"], "city"]),
        bloc=isolated(str(far["bloc"])),
        share=round(100 * far["share"]),
        one=round(100 * far["banzhaf"]),
        other=round(100 * far["shapley_shubik"]),
        apart="yes" if same < boards else "no",
    )


def _table(data: Dataset, found: pd.DataFrame) -> pd.DataFrame:
    percent = [(100 * found[column].astype(float)).round(1) for column in _MARKS]
    cities = found["case"].map(data.cases["city"])
    boards = [say("two-indices.board", city=city, name=name) for city, name in zip(cities, found["name"], strict=True)]
    cells = (boards, found["bloc"], found["seats"], *percent)
    return named_table("two-indices", dict(zip(_COLUMNS, cells, strict=True)))
