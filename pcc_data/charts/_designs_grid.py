"""Designs in the co-production grid (Bovaird, 2007), with the number of real cases in each place."""

from collections import Counter
from collections.abc import Mapping

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.co_production import FIELDS, SIDES, by_place, co_production, doing, place_of
from pcc_data.charts._kit.basics import Chart, Dataset, of_data, say, style, unreliable
from pcc_data.charts._kit.imagined import Designs, letters, letters_high, picks
from pcc_data.charts._kit.told import alone, named_table
from pcc_data.colours import GREY, PAPER
from pcc_data.drawing.canvas import box, canvas, write
from pcc_data.drawing.heads import Heads
from pcc_data.drawing.texts import fold, isolated

Place = tuple[str, str]  # who plans, who delivers


@of_data
def designs_grid(data: Dataset, designs: Designs) -> Chart:
    """Designs in the co-production grid (Bovaird, 2007), with the number of real cases in each place.

    `designs` maps a letter to a design; a letter can be chosen. The rule for the place is the one for real cases.
    """
    real, places = co_production(data), {key: place_of(design.codes) for key, design in designs.items()}
    columns, rows = (
        [*order, *(key for key in ("third_party", "not_found") if any(place[axis] == key for place in places.values()))]
        for axis, order in enumerate((SIDES, reversed(SIDES)))
    )
    counts = by_place(real)
    title, text = _grid_said(designs, places, counts, len(real))
    now = style()
    left = 1.1 if now.narrow else 2.3
    wide = (now.width - 0.2 - left) / len(columns)
    most = max(Counter(places.values()).values(), default=0)
    high = max(now.inch * 2.9, letters_high(most, wide - 0.2) + 0.4) if now.narrow else now.inch * 2.9
    note = say("designs-grid.note", n=len(real)) + unreliable(*FIELDS)
    size = now.small if now.narrow else now.text
    heads = Heads.of([_does(plans, "plan") for plans in columns], wide, "bold", size)
    head = heads.high + now.inch * 0.6 if now.narrow else now.inch * 1.4
    figure, ax = canvas(title, note, high * len(rows) + head)
    look = {"size": size, "weight": "bold"}
    for across, plans in enumerate(columns):
        middle, over = left + (across + 0.5) * wide, high * len(rows) + now.inch * (0.3 if now.narrow else 0.5)
        heads.write(ax, across, middle, over, **look, **({} if now.narrow else {"va": "baseline"}))
        for down, delivers in enumerate(rows):
            here = [key for key, place in places.items() if place == (plans, delivers)]
            cell = (left + across * wide, high * (len(rows) - 1 - down), wide, high)
            _place(ax, cell, counts[plans, delivers], here, plans == delivers == "shared")
    for down, delivers in enumerate(rows):
        label = fold(_does(delivers, "deliver"), size, left - 0.1, "bold")
        write(ax, 0, high * (len(rows) - 0.5 - down), label, **look)
    return Chart(figure, title, text, _grid_table(designs, places, counts, len(real)), picks(designs))


def _does(side: str, verb: str) -> str:
    """'Both sides plan'; of a design that is open there: 'Not decided'."""
    return say("designs-grid.open") if side == "not_found" else doing(side, verb).capitalize()


def _place(ax: Axes, cell: tuple[float, float, float, float], count: int, here: list[str], full: bool) -> None:
    """A place in the grid (left, low, wide, high): the real cases counted, and the letters of its designs."""
    left, low, wide, high = cell
    box(ax, *cell, "#F3F4F6" if full else PAPER, edgecolor=GREY, lw=0.8, clip_on=False)
    write(ax, left + wide - 0.08, low + 0.08, say("designs-grid.real", n=count), ha="right", va="baseline", color=GREY)
    letters(ax, here, left + 0.1, low + high - 0.1, wide - 0.2, high - (0.36 if style().narrow else 0.3))


def _grid_table(designs: Designs, places: Mapping[str, Place], counts: Mapping[Place, int], total: int) -> pd.DataFrame:
    columns = {
        "design": [f"{key}: {design.title}" for key, design in designs.items()],
        "plans": [_does(plans, "plan") for plans, _ in places.values()],
        "delivers": [_does(delivers, "deliver") for _, delivers in places.values()],
        "real": [say("chart.count", n=counts[place], total=total) for place in places.values()],
    }
    return named_table("designs-grid", columns)


def _grid_said(
    designs: Designs, places: Mapping[str, Place], counts: Mapping[Place, int], total: int
) -> tuple[str, str]:
    if not places:
        return alone("designs-grid.none")
    sizes = Counter(places.values())
    (top, here), *others = sizes.most_common()
    values = {"designs": len(places), "n": here, "place": _cell(*top), "real": counts[top], "total": total}
    title = say("designs-grid.title", **values)
    if others and others[0][1] == here:
        title = say("designs-grid.title-apart", designs=len(places), n=len(sizes))
    each = []
    for key, place in places.items():
        told = {"name": isolated(designs[key].title), "place": _cell(*place), "n": counts[place], "total": total}
        each.append(say("designs-grid.each", key=key, **told))
    return title, " ".join([say("chart.sentence", title=title), *each])


def _cell(plans: str, delivers: str) -> str:
    first = say("designs-grid.plans-open") if plans == "not_found" else doing(plans, "plan")
    second = say("designs-grid.delivers-open") if delivers == "not_found" else doing(delivers, "deliver")
    return f"{first}, {second}"
