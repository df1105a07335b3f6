"""A truth table: which combinations of conditions cases have, and how far each goes with an outcome."""

from collections.abc import Iterable
from typing import NamedTuple

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.qca.ready import CONDITIONS, OPENING, ready_sets
from pcc_data.analysis.qca.sets_of import Sets
from pcc_data.analysis.qca.truth_table import TruthTable
from pcc_data.analysis.qca.truth_table import truth_table as made
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, style, unreliable
from pcc_data.charts._kit.told import column_names, title_and_text
from pcc_data.colours import GREY, INK, LIGHT
from pcc_data.drawing.canvas import box, write
from pcc_data.drawing.heads import Heads
from pcc_data.drawing.rows import first_that_fits, row_canvas
from pcc_data.drawing.style import room_left, row_high
from pcc_data.drawing.texts import fold, isolated, shorten, text_width

_NAMED = 12  # names of a row that are tried in its line
_COLUMNS = ("n", "incl", "pri", "out", "contradictory", "with", "without")
_TURNED = ("cases", "column-incl")  # names of columns that stand upright on a phone


class _Places(NamedTuple):
    """Where the columns begin, in inches: conditions, number of cases, bar, and names; and how wide a bar is."""

    step: float
    count: float
    bar: float
    wide: float
    names: float


@of_data
def truth_table(
    data: Dataset,
    conditions: Iterable[str] = OPENING,
    outcome: str = "durability",
    least: int = 2,
    incl_cut: float = 0.8,
    n_cut: int = 1,
) -> Chart:
    """Every combination of conditions that some case has, with its cases and its inclusion in an outcome.

    `conditions` are names of `pcc_data.analysis.qca.ready.CONDITIONS`, at most five; a case has the outcome when it is
    rated `least` or more. Cases without one of the codes or the rating are left out and counted in the small line. A
    truth table as in Ragin (1987, 2008). Raises ValueError for unknown names and cut-offs out of reach.
    """
    chosen = list(conditions) if not isinstance(conditions, str) else [conditions]
    sets = ready_sets(data, chosen, outcome, least)
    table = made(sets.memberships, sets.outcome, incl_cut=incl_cut, n_cut=n_cut)
    names = [say(f"configurations.set-{name}") for name in table.conditions]
    columns = [*names, *column_names("truth-table", _COLUMNS)]
    if not len(table.table):
        return no_case(columns, say("truth-table.nobody"), cases=bool(len(data)))
    title, text = _said(table, outcome, least)
    now = style()
    places = _places(names)
    line, heads = now.small * 1.32 / 72, Heads.of(names, places.step - 0.08)
    turned = [text_width(say(f"truth-table.{key}"), now.small) for key in _TURNED] if now.narrow else []
    up, note = max(heads.high, 2 * line, *turned) + 0.12, _note(data, sets, table)

    room = room_left(title, note, up + 0.1)
    least = row_high(_marks_high(), len(table.table), room)

    def high(rows: dict[int, str]) -> list[float]:
        told = [(words.count("\n") + 1) * line + (0.0 if now.hall else 0.16) for words in rows.values()]
        return [least + words if now.narrow else max(least, words) for words in told]

    ways = ({row: _names(data, table, row, places, most) for row in table.table.index} for most in (2, 1, 0))
    rows = first_that_fits(ways, lambda rows: sum(high(rows)), room)
    heights = high(rows)
    figure, ax, tops = row_canvas(title, note, heights, up=up)
    _heads(ax, heads, places)
    for (row, words), top, high in zip(rows.items(), tops, heights, strict=True):
        _row(ax, table, row, words, (top, high), places)
    low = -sum(heights)
    cut = places.bar + places.wide * incl_cut
    for ends in [(top - _marks_high(), top) for top in tops] if now.narrow else [(low, 0.0)]:
        ax.plot([cut, cut], ends, color=INK, lw=1, ls=(0, (3, 2)))
    shown = pd.DataFrame([_cells(data, table, row) for row in rows], columns=columns)
    return Chart(figure, title, text, shown)


def _places(names: list[str]) -> _Places:
    """Room for the columns; that of a condition holds the longest word of their names, where there is so much room."""
    now = style()
    share = now.width / 12
    word = max(text_width(word, now.small) for name in names for word in name.split()) + 0.1
    step = min(max(min(1.05, 4.6 / len(names)) * share, word), 1.05 * max(share, 0.75))
    count = step * len(names) + 0.1
    bar, wide = count + 0.62 * max(share, 0.8), 1.3 * share
    if now.narrow:  # the cases of a row stand under its marks
        figure = text_width("0.00", now.small) + 0.1
        bar = now.width - 0.3 - wide - figure
        count = bar - 0.55
        return _Places((count - 0.1) / len(names), count, bar, wide, 0.15)
    return _Places(step, count, bar, wide, bar + wide + now.small * 4.2 / 72)


def _marks_high() -> float:
    """Height of a row without the names of its cases, in inches."""
    return style().inch * 1.2


def _heads(ax: Axes, heads: Heads, places: _Places) -> None:
    for at in range(len(heads.lines)):
        heads.write(ax, at, (at + 0.5) * places.step, 0.08)
    narrow = style().narrow
    look = {"va": "bottom", **({"rotation": 90, "rotation_mode": "default"} if narrow else {})}
    write(ax, places.count + 0.2, 0.08, say("truth-table.cases"), ha="center", **look)
    at, ha = (places.bar + places.wide / 2, "center") if narrow else (places.bar, "left")
    write(ax, at, 0.08, say("truth-table.column-incl"), ha=ha, **look)
    if not narrow:
        write(ax, places.names, 0.08, say("truth-table.names"), **look)


def _row(ax: Axes, table: TruthTable, row: int, words: str, place: tuple[float, float], places: _Places) -> None:
    """A combination: a dot a condition, the number of cases, its inclusion as a bar, and the cases."""
    now, (top, high), one = style(), place, table.table.loc[row]
    middle, out = top - (_marks_high() if now.narrow else high) / 2, one["out"]
    below = top - (_marks_high() + high) / 2 if now.narrow else middle
    goes = not pd.isna(out) and out == 1
    ax.plot([0, now.width - 0.3], [top, top], color=LIGHT, lw=0.8)
    for at, bit in enumerate(one["config"]):
        fill = {"color": INK} if bit == "1" else {"mfc": "none", "mec": GREY, "mew": 1.2}
        ax.plot((at + 0.5) * places.step, middle, "o", ms=now.dot, ls="", **fill)
    write(ax, places.count + 0.2, middle, str(one["n"]), ha="center", size=now.text)
    edge = {"edgecolor": INK if goes else GREY, "lw": 0.8, "ls": "--" if pd.isna(out) else "-"}
    box(ax, places.bar, middle - 0.09, places.wide * one["incl"], 0.18, INK if goes else LIGHT, **edge)
    write(ax, places.bar + places.wide + 0.08, middle, f"{one['incl']:.2f}", weight="bold" if goes else "normal")
    write(ax, places.names, below, words, linespacing=1.2)


def _names(data: Dataset, table: TruthTable, row: int, places: _Places, most: int) -> str:
    """The cases of a row for its line: those with the outcome, and those without it, each in at most so many lines; in
    one line together where that is 0."""
    room = style().width - 0.3 - places.names
    parts = _parts(data, table, row, _NAMED)
    told = [say(f"truth-table.few-{key}", n=count, names=names) for key, (count, names) in parts.items()]
    if not most:
        return shorten("; ".join(told), style().small, room)
    return "\n".join(fold(words, style().small, room, most=most) for words in told)


def _parts(data: Dataset, table: TruthTable, row: int, most: int | None = None) -> dict[str, tuple[int, str]]:
    """How many cases of a row have the outcome and how many do not, with their names; none is left out. The user's own
    records are named as such and come first, where a line that is too long does not end."""
    parts = {}
    for key, cases in zip(("with", "without"), table.with_and_without(row), strict=True):
        found = data.cases.loc[list(cases), ["name", "own"]].sort_values("own", ascending=False, kind="stable")
        names = found["name"].map(isolated)
        named = [
            say("truth-table.own", name=name) if own else name for name, own in zip(names, found["own"], strict=True)
        ]
        if named:
            parts[key] = (len(named), "; ".join(named[:most]))
    return parts


def _cells(data: Dataset, table: TruthTable, row: int) -> list[str | int | float]:
    one, parts = table.table.loc[row], _parts(data, table, row)
    state = "few" if pd.isna(one["out"]) else "yes" if one["out"] == 1 else "no"
    return [
        *(say("truth-table.yes") if bit == "1" else say("truth-table.no") for bit in one["config"]),
        int(one["n"]),
        round(float(one["incl"]), 3),
        round(float(one["PRI"]), 3),
        say(f"truth-table.{state}"),
        say("truth-table.yes") if one["contradictory"] else say("truth-table.no"),
        *(parts.get(key, (0, ""))[1] for key in ("with", "without")),
    ]


def _note(data: Dataset, sets: Sets, table: TruthTable) -> str:
    """What the marks mean, how many cases are drawn and left out, and on which fields coders agree too little."""
    codes = len(sets.left_out) - len(sets.without_outcome)
    told = {"n": len(sets.memberships), "total": len(data), "codes": codes, "outcome": len(sets.without_outcome)}
    half = sum(case in data.cases.index for case in table.undecided)
    note = say("truth-table.note", **told, half=half, cut=f"{table.incl_cut:.2f}", few=table.n_cut)
    fields = [CONDITIONS[name][0] for name in table.conditions if CONDITIONS[name][1]]
    return note + unreliable(*dict.fromkeys(fields), f"outcomes.{sets.outcome}")


def _said(table: TruthTable, outcome: str, least: int) -> tuple[str, str]:
    return title_and_text(
        "truth-table",
        n=len(table.on),
        total=len(table.table),
        outcome=load_codebook().label(f"outcomes.{outcome}"),
        least=str(least),
        cut=f"{table.incl_cut:.2f}",
        possible=2 ** len(table.conditions),
        contradictory=int(table.table["contradictory"].sum()),
        cases=int(table.table.loc[table.on, "n"].sum()),
        conditions=[say(f"configurations.set-{name}") for name in table.conditions],
    )
