"""A measured figure across cases: the same thing in the same unit, or not at all."""

from functools import partial
from typing import Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.transforms import ScaledTranslation

from pcc_data.analysis.same_figures import newest, same_figures
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, style
from pcc_data.charts._kit.told import counted, named_table, title_and_text
from pcc_data.colours import INK, LIGHT, PAPER
from pcc_data.drawing.canvas import write
from pcc_data.drawing.key import draw_key, key_lines
from pcc_data.drawing.marks import Mark, marks
from pcc_data.drawing.rows import paged
from pcc_data.drawing.style import frame, inches_from
from pcc_data.drawing.texts import isolated, shorten, text_width
from pcc_data.drawing.ticks import figures_axis
from pcc_data.say import figure_text, of

LIMIT = 24
DECADES = 100  # from here on the largest figure is so many times the smallest that equal steps would hide most cases
_DOWN = 0.12  # how far, in rows, marks stand under the middle of their row on a phone, where the name stands over them
_NAME = 0.35
_VALUE = 0.155


@of_data
def indicator(data: Dataset, code: str, unit: str, *, limit: int | None = None, page: int = 1) -> Chart:
    """A figure across cases, a row a case, `limit` rows a page: filled marks are actual, hollow ones planned or
    estimated.

    Only figures of this code in this unit are drawn; `indicator_units(data)` lists what there is. Years of one case are
    tied by a thin line. Where the largest figure is over a hundred times the smallest, each step of the axis is ten
    times the one before. Raises ValueError for an unknown code, for `other`, or a unit in which no case has this
    figure.
    """
    facts = same_figures(data, code, unit)
    label = load_codebook().label("indicators.code", code)
    if not len(facts):
        return no_case(list(_table(facts)))
    order = facts.drop_duplicates("case").set_index("case")
    shown, which = paged(order, LIMIT, limit, page)
    logs = bool(facts["value"].min() > 0 and facts["value"].max() >= DECADES * facts["value"].min())
    title, text = _said(facts, label, unit, len(data))
    rows = "all" if which["page"] == "all" else which["span"]
    note = say("indicator.note", n=len(order), rows=rows, several=len(facts) > len(order), logs=logs)
    now, key = style(), _key(facts)
    left, right = now.width * _NAME, now.width * _VALUE
    below = now.inch * (2.4 + key_lines(key, now.width - 0.4))
    if now.narrow:  # names stand over their lines
        left, right = 0.45, max(text_width(_newest(fact), now.small) for fact in newest(facts).itertuples()) + 0.08
    high = len(shown) * now.inch * (2.1 if now.narrow else 1.3)
    figure, ax = frame(title, note, high, left=left, right=right, below=below)
    _axis(ax, facts["value"], len(shown), logs, say("indicator.axis", label=label, unit=unit, logs=logs))
    _row_names(ax, shown, left, high)
    _marks(ax, facts[facts["case"].isin(shown.index)], {case: y for y, case in enumerate(shown.index)})
    draw_key(ax, key, now.inch * 2.95, x=0.1 - left, inches=now.width - 0.4, size=now.dot * 0.9)
    return Chart(figure, title, text, _table(facts), dict(order["name"]))


def _newest(fact: Any) -> str:
    return f"  {figure_text(fact.value)}" + ("" if pd.isna(fact.year) else f" ({fact.year})")


def _axis(ax: Axes, values: pd.Series, rows: int, logs: bool, label: str) -> None:
    figures_axis(ax, float(values.min()), float(values.max()), tenfold=logs)
    ax.set(ylim=(rows - 0.4, -0.6), yticks=[])
    room = style().width * (1 - _NAME + _VALUE)
    if style().narrow:  # under the axes, from the left edge of the figure
        foot = ax.figure.dpi_scale_trans + ScaledTranslation(0, ax.get_position().y0, ax.figure.transFigure)
        write(ax, 0.1, -style().inch * 1.85, shorten(label, style().small, style().width - 0.3), transform=foot)
    else:
        ax.set_xlabel(shorten(label, style().text, room), labelpad=4)


def _marks(ax: Axes, facts: pd.DataFrame, rows: dict[str, int]) -> None:
    """A thin line a case, a mark a figure, filled where it is actual, and the newest figure in words."""
    now, kinds, sectors = style(), load_codebook().codes("indicators.kind"), load_codebook().codes("sector")
    places = facts["case"].map(rows) + _DOWN * now.narrow
    reach = facts["value"].groupby(places).agg(["min", "max"])
    lines = [[(low, y), (high, y)] for y, low, high in reach.itertuples()]
    ax.add_collection(LineCollection(lines, colors="#9AA0A6", lw=1.2))
    for number, (fact, y) in enumerate(zip(facts.itertuples(), places, strict=True)):
        colour = sectors[fact.sector].colour
        look = {"color": "white", "mec": colour, "mew": 1.8, "ms": now.dot, "zorder": 4}
        if fact.kind == "actual":
            look = {"color": colour, "mec": INK, "mew": 0.7, "ms": now.dot * 1.1, "zorder": 5}
        ax.plot(fact.value, y, kinds[fact.kind].marker, gid=f"pick:{fact.case}:{number}", **look)
    for fact in newest(facts).itertuples():
        write(ax, 1, rows[fact.Index] + _DOWN * now.narrow, _newest(fact), transform=ax.get_yaxis_transform())


def _row_names(ax: Axes, shown: pd.DataFrame, wide: float, high: float) -> None:
    """Mark of the sector and name of each case, `wide` inches before the axis, and a line where another sector
    begins."""
    now, codes, left = style(), load_codebook().codes("sector"), inches_from(ax)
    before, start, rows = None, -wide, len(shown)
    room = now.width - 0.55 if now.narrow else -start - 0.55
    for y, (case, row) in enumerate(shown.iterrows()):
        sector, foot = codes[row["sector"]], (rows - 0.4 - y + 2 * _DOWN * style().narrow) / (rows + 0.2) * high
        ax.plot(start + 0.2, foot, sector.marker, ms=now.dot * 0.95, color=sector.colour, transform=left, clip_on=False)
        name = shorten(row["name"], now.small, room)
        write(ax, start + 0.36, foot, name, transform=left, gid=f"pick:{case}:name")
        if before not in (None, row["sector"]):
            ax.axhline(y - 0.5, color=LIGHT, lw=0.8)
        before = row["sector"]


def _key(facts: pd.DataFrame) -> list[tuple[Mark, str]]:
    """Kinds of figures, then sectors, as far as they occur."""
    book, known = load_codebook(), marks("sector")
    kinds, sectors = set(facts["kind"]), set(facts["sector"])
    looks = {
        kind: Mark("#777777" if kind == "actual" else PAPER, code.marker)
        for kind, code in book.codes("indicators.kind").items()
    }
    entries = [(looks[kind], book.short("indicators.kind", kind)) for kind in looks if kind in kinds]
    return entries + [(known[code], book.short("sector", code)) for code in book.codes("sector") if code in sectors]


def _said(facts: pd.DataFrame, label: str, unit: str, cases: int) -> tuple[str, str]:
    """Title and text twin."""
    found, unit = newest(facts), isolated(unit)
    last, names = found["value"], found["name"].map(isolated)
    low, high = last.idxmin(), last.idxmax()
    counts = facts["kind"].value_counts(sort=False)
    phrase = partial(load_codebook().phrase, "indicators.kind")
    return title_and_text(
        "indicator",
        label=label,
        unit=unit,
        n=len(last),
        known=of(len(last), cases),
        figures=len(facts),
        kinds=counted({phrase(kind): count for kind, count in counts.items() if count}),
        least=figure_text(last[low]),
        lowest=names[low],
        most=figure_text(last[high]),
        highest=names[high],
        median=figure_text(float(np.median(last))),
    )


def _table(facts: pd.DataFrame) -> pd.DataFrame:
    book, facts = load_codebook(), facts.reset_index(drop=True)
    columns = {
        "case": facts["name"],
        "sector": [book.label("sector", code) for code in facts["sector"]],
        "what": facts["label"],
        "value": facts["value"].map(figure_text),
        "unit": facts["unit"],
        "year": facts["year"],
        "kind": [book.label("indicators.kind", kind) for kind in facts["kind"]],
    }
    return named_table("indicator", columns)
