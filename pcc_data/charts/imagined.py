"""Designs among the real cases: their place in the grid, their roles and their models. Letters are designs, grey is the record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from pcc_data.advice import in_common
from pcc_data.charts.chart import Chart, of_data
from pcc_data.charts.style import GREY, INK, LIGHT, drawing, frame, ink_on, style, unreliable
from pcc_data.charts.texts import fold, isolated
from pcc_data.charts.words import edges, listed, number
from pcc_data.co_production import DELIVERS, FIELDS, PLANS, SIDES, co_production, doing, place_of
from pcc_data.codes import load_codebook
from pcc_data.tables.spec import ROLES

if TYPE_CHECKING:
    from pcc_data.dataset import Dataset
    from pcc_data.designs import Design

# a warm disc for what is imagined, grey for what is on record
_LETTER = "#FFD97A"
_PLAIN = "#E4E7EA"
Designs = Mapping[str, "Design"]
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
    counts = {
        (plans, delivers): int(((real[PLANS] == plans) & (real[DELIVERS] == delivers)).sum()) for plans in columns for delivers in rows
    }
    title, text = _grid_said(designs, places, counts, len(real))
    now = style()
    left, high = 2.3, now.inch * 2.9
    wide = (now.width - 0.2 - left) / len(columns)
    note = f"Letters are designs, imagined. In grey: real cases in the same place (n = {len(real)}). The middle is full co-production.{unreliable(*FIELDS)}"
    with drawing():
        figure, ax = _canvas(title, note, high * len(rows) + now.inch * 1.4)
        for across, plans in enumerate(columns):
            head = fold(_does(plans, "plan"), now.text, wide, "bold")
            ax.text(left + (across + 0.5) * wide, high * len(rows) + now.inch * 0.5, head, ha="center", weight="bold")
            for down, delivers in enumerate(rows):
                here = [key for key, place in places.items() if place == (plans, delivers)]
                box = (left + across * wide, high * (len(rows) - 1 - down), wide, high)
                _place(ax, box, counts[plans, delivers], here, plans == delivers == "shared")
        for down, delivers in enumerate(rows):
            label = fold(_does(delivers, "deliver"), now.text, left - 0.1, "bold")
            ax.text(0, high * (len(rows) - 0.5 - down), label, va="center", weight="bold")
    return Chart(figure, title, text, _grid_table(designs, places, counts, len(real)), _picks(designs))


def _does(side: str, verb: str) -> str:
    """'Both sides plan'; of a design that is open there: 'Not decided'."""
    return "Not decided" if side == "not_found" else doing(side, verb).capitalize()


def _place(ax: Axes, box: tuple[float, float, float, float], count: int, here: list[str], full: bool) -> None:
    """A place in the grid (left, low, wide, high): the real cases counted, and the letters of its designs."""
    left, low, wide, high = box
    ax.add_patch(Rectangle((left, low), wide, high, facecolor="#F3F4F6" if full else "white", edgecolor=GREY, lw=0.8, clip_on=False))
    ax.text(left + wide - 0.08, low + 0.08, f"{count} real", ha="right", size=style().small, color=GREY)
    _letters(ax, here, left + 0.1, low + high - 0.1, wide - 0.2, high - 0.3)


def _grid_table(designs: Designs, places: Mapping[str, Place], counts: Mapping[Place, int], total: int) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "design": [f"{key}: {design.title}" for key, design in designs.items()],
            "plans": [_does(plans, "plan") for plans, _ in places.values()],
            "delivers": [_does(delivers, "deliver") for _, delivers in places.values()],
            "real cases there": [f"{counts[place]} of {total}" for place in places.values()],
        }
    )


def _grid_said(designs: Designs, places: Mapping[str, Place], counts: Mapping[Place, int], total: int) -> tuple[str, str]:
    if not places:
        return "No design yet", "No design yet."
    sizes = Counter(places.values())
    (top, here), *others = sizes.most_common()
    if others and others[0][1] == here:
        title = f"The {number(len(places))} designs lie in {number(len(sizes))} different places"
    else:
        title = f"{number(here).capitalize()} of {number(len(places))} design{'' if len(places) == 1 else 's'}: {_cell(*top)}"
        title += f"; so it is in {counts[top]} of {total} real cases"
    each = [
        f"{key} ({isolated(designs[key].title)}): {_cell(*place)}, as in {counts[place]} of {total} real cases"
        for key, place in places.items()
    ]
    return title, f"{title}. {'. '.join(each)}."


def _cell(plans: str, delivers: str) -> str:
    first, second = (
        f"who {verb}s is open" if side == "not_found" else doing(side, verb) for side, verb in ((plans, "plan"), (delivers, "deliver"))
    )
    return f"{first}, {second}"


@of_data
def designs_roles(data: Dataset, designs: Designs) -> Chart:
    """Who holds each of the six roles in each design, a row a design, and under each role how many real cases have which holder."""
    book, now, fields = load_codebook(), style(), [f"roles.{role}" for role in ROLES]
    left, row = (3.4 if now.width > 10 else 2.0), now.inch * 1.9
    wide = (now.width - 0.2 - left) / len(fields)
    title, text = _roles_said(designs, fields)
    note = f"Letters in boxes: who holds the role; hollow: not decided. Last line: real cases (n = {len(data)}) by holder.{unreliable(*fields)}"
    last = now.inch * 5
    with drawing():
        figure, ax = _canvas(title, note, row * len(designs) + now.inch * 2.4 + last)
        top = row * len(designs) + last
        for at, field in enumerate(fields):
            ax.text(
                left + (at + 0.5) * wide,
                top + now.inch * 0.4,
                fold(book.label(field), now.small, wide * 0.95, "bold"),
                ha="center",
                size=now.small,
                weight="bold",
            )
            held = data.state(field).value_counts()
            lines = [f"{code.letter} {held.get(key, 0)}" for key, code in book.codes(field).items() if held.get(key, 0)]
            ax.text(left + (at + 0.5) * wide, last - now.inch * 0.5, "\n".join(lines), ha="center", va="top", size=now.small, color=GREY)
        ax.text(0, last - now.inch * 0.5, "Real cases", va="top", size=now.small, color=GREY)
        for down, (key, design) in enumerate(designs.items()):
            low = top - row * (down + 1)
            _letters(ax, [key], 0, low + row * 0.9, 1, row * 0.8)
            ax.text(0.6, low + row / 2, fold(design.title, now.small, left - 0.75, most=2), va="center", size=now.small)
            for at, field in enumerate(fields):
                _holder(ax, field, design[field], left + at * wide, low, wide, row)
    columns = {book.label(field): [_holder_word(field, design[field]) for design in designs.values()] for field in fields}
    table = pd.DataFrame({"design": [f"{key}: {design.title}" for key, design in designs.items()], **columns})
    return Chart(figure, title, text, table, _picks(designs))


def _holder_word(field: str, holder: str | None) -> str:
    return load_codebook().label(field, holder) if holder and holder != "unknown" else "not decided"


def _holder(ax: Axes, field: str, holder: str | None, left: float, low: float, wide: float, high: float) -> None:
    code, now = load_codebook().codes(field)[holder or "unknown"], style()
    hollow = code.nothing is not None
    look = {"facecolor": code.colour, "edgecolor": GREY if hollow else INK, "ls": "--" if hollow else "-"}
    ax.add_patch(Rectangle((left + 0.04, low + high * 0.1), wide - 0.08, high * 0.8, lw=1, **look))
    ink = GREY if hollow else ink_on(code.colour)
    ax.text(left + wide / 2, low + high / 2, code.letter, ha="center", va="center", weight="bold", color=ink, size=now.text * 1.2)


def _roles_said(designs: Designs, fields: list[str]) -> tuple[str, str]:
    if not designs:
        return "No design yet", "No design yet."
    book, table = load_codebook(), in_common(designs)
    table = table[table.index.isin(fields)]
    same = [book.label(field).lower() for field, row in table.iterrows() if row["decided"] == len(designs) and row["different"] == 1]
    if len(designs) == 1:
        title = f"One design; {number(len(table))} of six roles are decided"
    else:
        title = f"The {number(len(designs))} designs agree on {number(len(same)) if same else 'none'} of six roles" + (
            f": {listed(same)}" if same else ""
        )
    each = [
        f"{book.label(field).lower()}: {row['count']} of {row['decided']} {book.label(field, row['most']).lower()}"
        for field, row in table.iterrows()
    ]
    return title, f"{title}. Most frequent holders: {'; '.join(each) or 'none decided'}."


@of_data
def designs_models(data: Dataset, designs: Designs) -> Chart:
    """The ownership models that designs make (or were given), beside the number of real cases with each."""
    book, now = load_codebook(), style()
    made = {key: design.features().get("ownership_model") for key, design in designs.items()}
    real = data.state("ownership_model").value_counts()
    models = list(book.codes("ownership_model"))
    open_ = [key for key, model in made.items() if model is None]
    title, text = _models_said(designs, made, real, len(data))
    left, row, most = 3.9, now.inch * 2.1, max([int(real.get(model, 0)) for model in models] or [1]) or 1
    room = now.width - 0.2 - left - 3.6
    note = f"Grey bars: real cases (n = {len(data)}). Letters are designs, imagined.{unreliable('ownership_model')}"
    with drawing():
        figure, ax = _canvas(title, note, row * (len(models) + bool(open_)))
        for down, model in enumerate([*models, *(["open"] if open_ else [])]):
            low = row * (len(models) + bool(open_) - 1 - down)
            ax.plot([0, now.width - 0.2], [low, low], color=LIGHT, lw=0.8)
            label = "Not decided, or no model" if model == "open" else book.label("ownership_model", model)
            ax.text(0, low + row / 2, fold(label, now.text, left - 0.15), va="center")
            here = open_ if model == "open" else [key for key, found in made.items() if found == model]
            _letters(ax, here, left, low + row * 0.9, 2.2, row * 0.8)
            if model != "open":
                count = int(real.get(model, 0))
                ax.add_patch(
                    Rectangle((left + 2.3, low + row * 0.25), room * count / most, row * 0.5, facecolor=_PLAIN, edgecolor=GREY, lw=0.6)
                )
                ax.text(left + 2.4 + room * count / most, low + row / 2, f"{count} of {len(data)}", va="center", size=now.small, color=INK)
    table = pd.DataFrame(
        {
            "model": [book.label("ownership_model", model) for model in models],
            "designs": [", ".join(key for key, found in made.items() if found == model) for model in models],
            "real cases": [f"{real.get(model, 0)} of {len(data)}" for model in models],
        }
    )
    return Chart(figure, title, text, table, _picks(designs))


def _models_said(designs: Designs, made: Mapping[str, str | None], real: pd.Series, total: int) -> tuple[str, str]:
    book = load_codebook()
    found = [model for model in dict.fromkeys(made.values()) if model]
    if not found:
        return "No design makes a model yet", "No design makes a model yet: choose who owns what delivers the service."
    decided = sum(model is not None for model in made.values())
    first, _ = edges({code: (int(real.get(code, 0)), total) for code in book.codes("ownership_model")})
    frequent = f"the most frequent real one {'among' if first[0] in found else 'not among'} them" if len(first) == 1 else ""
    title = f"{number(decided).capitalize()} design{'' if decided == 1 else 's'} make{'s' if decided == 1 else ''} {number(len(found))} "
    title += f"model{'' if len(found) == 1 else 's'}" + (f", {frequent}" if frequent else "")
    each = [
        f"{key} ({isolated(designs[key].title)}): {book.label('ownership_model', model).lower()}, {real.get(model, 0)} of {total} real cases"
        for key, model in made.items()
        if model
    ]
    return title, f"{title}. {'. '.join(each)}."


def _canvas(title: str, note: str, height: float):
    """A frame whose axes count in inches from the lower left."""
    now = style()
    figure, ax = frame(title, note, height, left=0.1, right=0.1)
    ax.set(xlim=(0, now.width - 0.2), ylim=(0, height), xticks=[], yticks=[])
    ax.spines[:].set_visible(False)
    return figure, ax


def _letters(ax: Axes, keys: list[str], left: float, top: float, wide: float, high: float) -> None:
    """Lettered discs from left to right and down, which can be chosen; they shrink until all fit into the box."""
    step = min(style().text * 2.1 / 72, high)
    while len(keys) > int(wide / step + 1e-6) * int(high / step + 1e-6):
        step *= 0.95
    in_row = int(wide / step + 1e-6)
    for at, key in enumerate(keys):
        x, y = left + (at % in_row + 0.5) * step, top - (at // in_row + 0.5) * step
        ax.plot(x, y, "o", ms=step * 72 * 0.88, mfc=_LETTER, mec=INK, mew=1.2, gid=f"pick:{key}")
        ax.text(x, y, key, ha="center", va="center", weight="bold", size=step * 72 * 0.45)


def _picks(designs: Designs) -> dict[str, str]:
    return {key: f"{key}: {isolated(design.title)}" for key, design in designs.items()}
