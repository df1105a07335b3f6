"""A measured figure across cases: the same thing in the same unit, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection

from pcc_data.arguments import composed
from pcc_data.charts._kit.chart import Chart, of_data
from pcc_data.charts._kit.pages import no_case, page_of
from pcc_data.charts._kit.style import drawing, frame, inches_from, style
from pcc_data.charts._kit.texts import isolated, shorten, text_width
from pcc_data.codes import load_codebook
from pcc_data.colours import GREY, INK, LIGHT
from pcc_data.errors import nearest, pick
from pcc_data.say import cases_in_words, figure_text, listed, of

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


LIMIT = 24
DECADES = 100  # from here on the largest figure is so many times the smallest that equal steps would hide most cases
NOT_ONE_THING = "other"
_NAME = 0.35
_VALUE = 0.155


@of_data
def indicator(data: Dataset, code: str, unit: str, *, limit: int = LIMIT, page: int = 1) -> Chart:
    """A figure across cases, a row a case, `limit` rows a page: filled marks are actual, hollow ones planned or
    estimated.

    Only figures of this code in this unit are drawn; `indicator_units(data)` lists what there is. Years of one case are
    tied by a thin line. Where the largest figure is over a hundred times the smallest, each step of the axis is ten
    times the one before. Raises ValueError for an unknown code, for `other`, or a unit in which no case has this
    figure.
    """
    facts = _facts(data, code, unit)
    label = load_codebook().label("indicators.code", code)
    if not len(facts):
        return no_case(["case", "what", "value", "unit", "year", "kind"])
    order = facts.drop_duplicates("case")[["case", "name", "sector"]].set_index("case")
    shown = page_of(order, limit, page)
    on_page = facts[facts["case"].isin(shown.index)]
    logs = bool(facts["value"].min() > 0 and facts["value"].max() >= DECADES * facts["value"].min())
    now = style()
    title, text = _said(facts, label, unit, len(data))
    with drawing():
        figure, ax = frame(
            title,
            _note(facts, shown, order, page, limit, logs),
            len(shown) * now.inch * 1.3,
            left=now.width * _NAME,
            right=now.width * _VALUE,
            below=now.inch * (3.4 + _key(facts)[-1][1]),
        )
        _axis(ax, facts["value"], len(shown), logs, f"{label} ({unit})")
        _marks(ax, on_page, shown)
        _kinds(ax, facts)
    return Chart(figure, title, text, _table(facts), dict(order["name"]))


def _facts(data: Dataset, code: str, unit: str) -> pd.DataFrame:
    """Figures of this code and unit in the order of the picture: by sector, then by the case's newest actual figure."""
    pick(code, load_codebook().codes("indicators.code"), "figure")
    if code == NOT_ONE_THING:
        raise ValueError(
            "Figures coded 'other' are of different things and cannot be compared. indicator_units(data) lists those"
            " that can."
        )
    facts = data.indicators[data.indicators["code"] == code]
    units = facts["unit"].value_counts()
    if len(facts) and (not isinstance(unit, str) or composed(unit) not in map(composed, units.index)):
        guess = nearest(unit, units.index)
        shown = ", ".join(f"{name} ({count})" for name, count in units.head(8).items())
        raise ValueError(
            f"No case has {code!r} in {unit!r}. "
            + (f"Did you mean {guess!r}? " if guess else "")
            + f"There is: {shown}."
        )
    facts = facts[(facts["unit"].map(composed) == composed(unit)) & facts["value"].notna()].copy()
    facts["name"], facts["sector"] = facts["case"].map(data.cases["name"]), facts["case"].map(data.cases["sector"])
    facts["last"] = facts["case"].map(newest(facts))
    facts["sector"] = pd.Categorical(facts["sector"], categories=list(load_codebook().codes("sector")))
    return facts.sort_values(["sector", "last", "case", "year"], ascending=[True, False, True, True], kind="stable")


def newest(facts: pd.DataFrame) -> pd.Series:
    """One value a case: its newest actual figure; without one, its newest planned or estimated figure. Undated ones
    give way."""
    return _newest_rows(facts)["value"]


def _newest_rows(facts: pd.DataFrame) -> pd.DataFrame:
    ranked = facts.assign(actual=facts["kind"] == "actual", when=facts["year"].fillna(-1))
    return ranked.sort_values(["actual", "when"], kind="stable").drop_duplicates("case", keep="last").set_index("case")


def _axis(ax: Axes, values: pd.Series, rows: int, logs: bool, label: str) -> None:
    low, high = float(values.min()), float(values.max())
    if logs:
        ax.set_xscale("log")
        ax.set_xlim(low / 1.6, high * 1.6)
        labelled = _labelled(ax)
        label += ": each step is ten times the one before"
    else:
        low, high = min(0.0, low), max(0.0, high)
        room = (high - low or 1.0) * 0.04  # so that a mark at the edge is whole
        ax.set_xlim(low - room, high + room)
        ax.axvline(0, color=GREY, lw=1)
    ax.set(ylim=(rows - 0.4, -0.6), yticks=[])
    ax.set_xlabel(shorten(label, style().text, style().width * (1 - _NAME + _VALUE)), labelpad=4)
    ax.xaxis.set_major_formatter(lambda value, _: figure_text(value) if not logs or value in labelled else "")
    ax.minorticks_off()
    ax.spines[:].set_visible(False)
    ax.grid(axis="x", lw=0.8)


def _labelled(ax: Axes) -> set[float]:
    """Powers of ten on an axis, all of them as lines, as many of them with their number as there is room for."""
    now, (low, high) = style(), np.log10(ax.get_xlim())
    powers = [10.0**power for power in range(int(np.ceil(low)), int(np.floor(high)) + 1)]
    ax.set_xticks(powers)
    apart = now.width * (1 - _NAME - _VALUE) / (high - low)
    widest = max((text_width(figure_text(power), now.text) for power in powers), default=0.0)
    return set(powers[:: max(1, int(np.ceil((widest + 0.12) / apart)))])


def _marks(ax: Axes, facts: pd.DataFrame, shown: pd.DataFrame) -> None:
    """Names, a thin line a case, a mark a figure, and the newest figure in words."""
    rows = {case: y for y, case in enumerate(shown.index)}
    reach = facts.groupby("case")["value"].agg(["min", "max"])
    ax.add_collection(
        LineCollection(
            [[(low, rows[case]), (high, rows[case])] for case, low, high in reach.itertuples()],
            colors="#9AA0A6",
            lw=1.2,
        )
    )
    _row_names(ax, shown)
    for number, fact in enumerate(facts.itertuples()):
        _figure(ax, fact, rows[fact.case], f"pick:{fact.case}:{number}")
    for fact in _newest_rows(facts).itertuples():
        year = "" if pd.isna(fact.year) else f" ({fact.year})"
        ax.text(
            1,
            rows[fact.Index],
            f"  {figure_text(fact.value)}{year}",
            transform=ax.get_yaxis_transform(),
            va="center",
            size=style().small,
        )


def _row_names(ax: Axes, shown: pd.DataFrame) -> None:
    """Mark of the sector and name of each case, and a line where another sector begins."""
    now, codes, left = style(), load_codebook().codes("sector"), inches_from(ax)
    before, start, rows = None, -now.width * _NAME, len(shown)
    for y, (case, row) in enumerate(shown.iterrows()):
        sector, foot = codes[row["sector"]], (rows - 0.4 - y) / (rows + 0.2) * rows * now.inch * 1.3
        ax.plot(start + 0.2, foot, sector.marker, ms=now.dot * 0.95, color=sector.colour, transform=left, clip_on=False)
        name = shorten(row["name"], now.small, -start - 0.55)
        ax.text(start + 0.36, foot, name, size=now.small, va="center", transform=left, gid=f"pick:{case}:name")
        if before not in (None, row["sector"]):
            ax.axhline(y - 0.5, color=LIGHT, lw=0.8)
        before = row["sector"]


def _figure(ax: Axes, fact: Any, y: float, gid: str) -> None:
    """The mark of a figure: filled where it is actual, else hollow."""
    now, book, solid = style(), load_codebook(), fact.kind == "actual"
    colour = book.codes("sector")[fact.sector].colour
    look = (
        {"color": colour, "mec": INK, "mew": 0.7, "zorder": 5}
        if solid
        else {"color": "white", "mec": colour, "mew": 1.8, "zorder": 4}
    )
    ax.plot(
        fact.value,
        y,
        book.codes("indicators.kind")[fact.kind].marker,
        ms=now.dot * (1.1 if solid else 1.0),
        gid=gid,
        **look,
    )


def _key(facts: pd.DataFrame) -> list[tuple[float, int, str, str]]:
    """Kinds of figures, then sectors, as far as they occur: inches from the left, line, field, code."""
    now, book, places, x, line = style(), load_codebook(), [], 0.0, 0
    for field, used in (("indicators.kind", set(facts["kind"])), ("sector", set(facts["sector"]))):
        for code in (code for code in book.codes(field) if code in used):
            wide = 0.42 + text_width(book.short(field, code), now.small)
            if x and x + wide > now.width:  # the gap behind the last name lies on the margin
                x, line = 0.0, line + 1
            places.append((x, line, field, code))
            x += wide
    return places


def _kinds(ax: Axes, facts: pd.DataFrame) -> None:
    """The key under the picture, in as many lines as it needs."""
    now, book, place = style(), load_codebook(), inches_from(ax)
    for left, line, field, name in _key(facts):
        code, kind = book.codes(field)[name], field == "indicators.kind"
        x, y = 0.2 - now.width * _NAME + left, -now.inch * (2.95 + line)
        face = ("#777777" if name == "actual" else "white") if kind else code.colour
        edge = "#777777" if kind else code.colour
        ax.plot(x, y, code.marker, ms=now.dot * 0.9, color=face, mec=edge, mew=1.4, transform=place, clip_on=False)
        ax.text(x + 0.14, y, book.short(field, name), size=now.small, va="center", transform=place)


def _note(facts: pd.DataFrame, shown: pd.DataFrame, order: pd.DataFrame, page: int, limit: int, logs: bool) -> str:
    first = (page - 1) * limit + 1
    rows = f"Each row is a case (n = {len(order)}" + (
        ")" if len(shown) == len(order) else f"; {first} to {first + len(shown) - 1} shown)"
    )
    tied = (
        " A thin line ties the figures of one case; what exactly was counted may differ: see the numbers."
        if len(facts) > len(order)
        else ""
    )
    return (
        f"{rows}, by sector and size; size is no merit. Right: the newest actual figure, or the newest at all.{tied}"
        + (" The axis grows tenfold at each step." if logs else "")
    )


def _said(facts: pd.DataFrame, label: str, unit: str, cases: int) -> tuple[str, str]:
    """Title and text twin."""
    last = newest(facts)
    names, unit = facts.drop_duplicates("case").set_index("case")["name"].map(isolated), isolated(unit)
    low, high = last.idxmin(), last.idxmax()
    if len(last) == 1:
        title = f"{label}: one case only, {figure_text(last.iloc[0])} {unit}"
    else:
        title = (
            f"{label}, in {unit}: from {figure_text(last[low])} to {figure_text(last[high])} in"
            f" {cases_in_words(len(last), small=True)}"
        )
    kinds = facts["kind"].value_counts(sort=False)
    parts = [
        f"{load_codebook().label('indicators.kind', kind).lower()} {count}" for kind, count in kinds.items() if count
    ]
    text = (
        f"{label} in {unit} is known for {of(len(last), cases)} cases, with {len(facts)} figures: {listed(parts)}. "
        f"Least: {figure_text(last[low])} ({names[low]}). Most: {figure_text(last[high])} ({names[high]}). "
        f"Median of the cases: {figure_text(float(np.median(last)))}."
    )
    return title, text


def _table(facts: pd.DataFrame) -> pd.DataFrame:
    book = load_codebook()
    return pd.DataFrame(
        {
            "case": facts["name"],
            "sector": [book.label("sector", code) for code in facts["sector"]],
            "what": facts["label"],
            "value": facts["value"].map(figure_text),
            "unit": facts["unit"],
            "year": facts["year"],
            "kind": [book.label("indicators.kind", kind) for kind in facts["kind"]],
        }
    ).reset_index(drop=True)
