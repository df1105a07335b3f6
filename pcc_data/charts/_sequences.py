"""How one became many: the steps of five places on one axis of years, each at the height of its stage."""

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.sequences import stages, steps, to_a_rule
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, style
from pcc_data.charts._kit.told import column_names, from_to, named_table, title_and_text
from pcc_data.colours import GREY, LIGHT, PAPER
from pcc_data.drawing.axis import Axis
from pcc_data.drawing.canvas import write
from pcc_data.drawing.key import draw_key, key_lines
from pcc_data.drawing.marks import Mark
from pcc_data.drawing.rows import row_canvas
from pcc_data.drawing.style import room_left, row_high
from pcc_data.drawing.texts import fold
from pcc_data.teaching import teaching

_COLUMNS = ("place", "year", "stage", "who", "what")
_SHAPES = {"public": "s", "community": "o", "both": "D"}
_NAMES = 0.19  # width of the names of places, as a part of the whole
_LEVEL = 1.35  # distance of two stages, in marks


@of_data
def sequences(data: Dataset) -> Chart:
    """Five places in rows, their dated steps from left to right, each as high as its stage and marked by who acted.

    A mark bears the number of its stage; what was taken back, or was to be, stands lowest. Title, sentence and table
    tell of the places whose cases are in `data`, and how many years lie between a first trial and a rule.
    """
    rows = steps(data)
    if not len(rows):
        return no_case(column_names("sequences", _COLUMNS), say("sequences.none"), say("sequences.none-note"))
    years, places = to_a_rule(data), dict(zip(rows["sequence"], rows["place"], strict=True))
    title, text = _said(rows, years, places)
    marks, now = _marks(), style()
    key = [(marks[part["id"]], part["name"]) for part in teaching("stages")["who"]]
    key += [(Mark(PAPER, "s", stage.number), stage.name) for stage in stages().values()]
    below, note = now.inch * (1.2 + key_lines(key, now.width - 0.3)), say("sequences.note", n=len(places))
    levels = len(stages()) + 1.2
    high = row_high(_level() * levels + _over(), len(places), room_left(title, note, below))
    level = (high - _over()) / levels
    figure, ax, tops = row_canvas(title, note, [high] * len(places), below=below)
    first, last = int(rows["year"].min()) // 10 * 10, int(rows["year"].max())
    left = now.width * (0.02 if now.narrow else _NAMES + 0.02)  # right of the names
    axis, foot = Axis(first, last + 1, left, now.width * 0.97), -high * len(places)
    axis.draw(ax, {year: str(year) for year in range(first, last + 1, 10)}, (0, foot), foot - now.inch * 0.5)
    for (place, name), top in zip(places.items(), tops, strict=True):
        spent = say("sequences.spent", n=years.at[place, "years"]) if place in years.index else ""
        _named(ax, place, (name, spent), top, high)
        _steps(ax, rows[rows["sequence"] == place], top - _over(), axis, level)
    draw_key(ax, key, now.inch * 1.7, inches=now.width - 0.3, size=now.dot * 1.2)
    return Chart(figure, title, text, _table(rows), places)


def _marks() -> dict[str, Mark]:
    """How each who acted is drawn: a colour and a shape of its own."""
    codes = load_codebook().codes("roles.initiative")
    return {part["id"]: Mark(codes[part["code"]].colour, _SHAPES[part["id"]]) for part in teaching("stages")["who"]}


def _level() -> float:
    """Inches from one stage to the next."""
    return max(style().pile * _LEVEL, style().lettered) / 72


def _over() -> float:
    """Inches for the name of a place where it stands over its steps and not beside them."""
    return style().inch * 2.1 if style().narrow else 0.0


def _named(ax: Axes, place: str, words: tuple[str, str], top: float, high: float) -> None:
    now, room = style(), style().width * (1 if style().narrow else _NAMES) - 0.15
    ax.plot([0, now.width - 0.25], [top, top], color=LIGHT, lw=0.8)
    name, spent = fold(words[0], now.text, room, "bold"), fold(words[1], now.small, room)
    head = {"va": "top", "weight": "bold", "size": now.text, "linespacing": 1.1}
    write(ax, 0.05, top - 0.08, name, gid=f"pick:{place}:name", **head)
    lines = name.count("\n") + 1
    write(ax, 0.05, top - 0.12 - lines * now.text * 1.25 / 72, spent, va="top", color=GREY, linespacing=1.15)


def _steps(ax: Axes, rows: pd.DataFrame, top: float, years: Axis, level: float) -> None:
    """The steps of a place, joined in their order; the higher, the further on, a stage so many inches."""
    now, marks, order = style(), _marks(), [*stages()]
    levels = {stage: (at + 1) % len(order) for at, stage in enumerate(order)}  # what was taken back stands lowest
    spots = [
        (years.at(row.year), top - (len(order) - levels[row.stage]) * level - level * 0.1) for row in rows.itertuples()
    ]
    ax.plot(*zip(*spots, strict=True), color=GREY, lw=0.9, zorder=1)
    for at, (row, (x, y)) in enumerate(zip(rows.itertuples(), spots, strict=True)):
        mark = Mark(marks[row.who].colour, marks[row.who].shape, stages()[row.stage].number)
        mark.draw(ax, x, y, now.dot * 1.35, f"pick:{row.sequence}:{at}")


def _said(rows: pd.DataFrame, years: pd.DataFrame, places: dict[str, str]) -> tuple[str, str]:
    """Title and text twin, about all places."""
    told = [
        say("sequences.part", place=places[place], n=row.years, trial=str(row.trial), rule=str(row.rule))
        for place, row in zip(years.index, years.itertuples(), strict=True)
    ]
    away = rows.loc[rows["stage"] == "taken_back", "sequence"].nunique()
    values = {"n": len(places), "known": len(years), "steps": len(rows), "away": away, "parts": told}
    values |= {"first": str(rows["year"].min()), "last": str(rows["year"].max())}
    if not len(years):
        return say("sequences.no-rule", **values), say("sequences.text", **values)
    return title_and_text("sequences", span=from_to(years["years"]), **values)


def _table(rows: pd.DataFrame) -> pd.DataFrame:
    who = {part["id"]: part["name"] for part in teaching("stages")["who"]}
    named = [stages()[key].name for key in rows["stage"]]
    cells = (rows["place"], rows["year"], named, rows["who"].map(who), rows["text"])
    return named_table("sequences", dict(zip(_COLUMNS, cells, strict=True)))
