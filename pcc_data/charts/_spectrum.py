"""Arnstein's ladder (1969) with the cases on it."""

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, of_data, say, style, unreliable
from pcc_data.charts._kit.ladders import HABIT
from pcc_data.charts._kit.told import named_table
from pcc_data.colours import GREY, INK, LIGHT, ink_on
from pcc_data.drawing.canvas import box, canvas, write
from pcc_data.drawing.texts import fold
from pcc_data.say import listed, of
from pcc_data.teaching import teaching

_WIDE = 11.75
"""Width of the spectrum in its own measure, an inch of a picture twelve inches wide."""


# inches on a phone: names of rungs, questions; the counts have the rest
_NAMED, _ASKED = 1.25, 1.66


@of_data
def spectrum(data: Dataset) -> Chart:
    """Arnstein's eight rungs (1969), a question to each, and how many cases are coded at about that level."""
    ladder, levels = teaching("participation_ladder"), data.state(HABIT).astype(str)
    book, now = load_codebook(), style()
    rungs = list(reversed(ladder["rungs"]))
    powerful, known = int(levels.isin(["collaborate", "empower"]).sum()), int((levels != "not_found").sum())
    title = say("spectrum.title", n=powerful, total=known)
    if not known:
        title = say("spectrum.title-unknown") if len(data) else say("chart.no-case")
    note = say("spectrum.note", n=known) + unreliable(HABIT)
    high = now.inch * (3 if now.narrow else 1.95)
    height = high * len(rungs) + 0.05
    figure, ax = canvas(title, note, height, right=0.15)
    ax.set_xlim(0, _WIDE)
    for at, rung in enumerate(rungs):
        _rung(ax, rung, height - (at + 1) * high, high)
    _levels(ax, rungs, levels, high, height)
    counts = {code: int((levels == code).sum()) for code in (*book.codes(HABIT), "not_found")}
    parts = [say("chart.labelled", name=book.label(HABIT, code), n=count) for code, count in counts.items()]
    text = say("spectrum.text", parts=listed(parts, "unit"))
    return Chart(figure, title, text, _spectrum_table(ladder, rungs, levels))


def _rung(ax: Axes, rung: dict, low: float, high: float) -> None:
    """A rung: its name in a box, and the question; on a phone in small type, in as many lines as they need."""
    codes, now, inch = load_codebook().codes(HABIT), style(), _WIDE / (style().width - 0.25)
    colour = {"no_say": LIGHT, "token": codes["consult"].colour, "power": codes["collaborate"].colour}[rung["group"]]
    name, wide, edge, start, end = f"{rung['number']}  {rung['name']}", 2.9, 0.1, 3.05, 7.9
    size, room = now.text, 4.7 * now.width / 12
    if now.narrow:
        size, room, wide, edge, start = now.small, _ASKED, _NAMED * inch, 0.06 * inch, (_NAMED + 0.07) * inch
        name, end = fold(f"{rung['number']} {rung['name']}", size, _NAMED - 0.12, "bold"), start + _ASKED * inch
    box(ax, 0, low + 0.02, wide, high - 0.05, colour, edgecolor=INK, lw=0.8)
    lines = {"linespacing": 1.1} if now.narrow else {}
    write(ax, edge, low + high / 2, name, size=size, color=ink_on(colour), weight="bold", **lines)
    write(ax, start, low + high / 2, fold(rung["question"], size, room), size=size, linespacing=1.1)
    ax.plot([0, end], [low, low], color=LIGHT, lw=0.8)


def _spectrum_table(ladder: dict, rungs: list[dict], levels: pd.Series) -> pd.DataFrame:
    """A row a rung; rungs without a level of their own have no count."""
    book = load_codebook()
    columns = {
        "rung": [rung["number"] for rung in rungs],
        "name": [rung["name"] for rung in rungs],
        "group": [ladder["groups"][rung["group"]]["label"] for rung in rungs],
        "level": [", ".join(book.label(HABIT, level) for level in rung["levels"]) or None for rung in rungs],
        "cases": [int(levels.isin(rung["levels"]).sum()) if rung["levels"] else None for rung in rungs],
    }
    return named_table("spectrum", columns)


def _levels(ax: Axes, rungs: list[dict], levels: pd.Series, high: float, height: float) -> None:
    """On the right: a bracket and a count for each participation level, over the rungs it lies about."""
    book = load_codebook()
    most, small = max(1, *(int((levels == level).sum()) for level in book.codes(HABIT))), style().narrow
    inch = _WIDE / (style().width - 0.25)
    bracket, start = ((_NAMED + _ASKED + 0.15) * inch, (_NAMED + _ASKED + 0.28) * inch) if small else (9.25, 9.4)
    for level, code in book.codes(HABIT).items():
        rows = [at for at, rung in enumerate(rungs) if level in rung["levels"]]
        if not rows:
            continue
        top, low = height - min(rows) * high, height - (max(rows) + 1) * high
        middle, count = (top + low) / 2, int((levels == level).sum())
        bar, thick = (0.9 if small else 1.1) * count / most, high * (0.3 if small else 0.6)
        down = middle - (high * 0.22 if small else 0)
        box(ax, start, down - thick / 2, max(bar, 0.02), thick, code.colour, edgecolor=GREY, lw=0.8)
        edges = [bracket, bracket + 0.07, bracket + 0.07, bracket]
        ax.plot(edges, [low + 0.06, low + 0.06, top - 0.06, top - 0.06], color=GREY, lw=1)
        words, known = book.label(HABIT, level), int((levels != "not_found").sum())
        share = of(count, known)
        if small:
            label = fold(words, style().small, style().width - 0.25 - start / inch)
            write(ax, start, middle + high * 0.05, label, va="bottom", linespacing=1.05)
            write(ax, start + 0.12 + bar, down, say("chart.count", n=count, total=known), weight="bold")
        else:
            write(ax, 9.15, middle, words, ha="right")
            write(ax, 9.5 + bar, middle, share, weight="bold", size=style().text)
