"""Map of cases: the world, and Europe enlarged, because most recorded cases lie there."""

from __future__ import annotations

import json
from functools import cache
from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection
from matplotlib.patches import Rectangle

from pcc_data.charts.chart import Chart
from pcc_data.charts.labels import place_labels, spread
from pcc_data.charts.style import GREY, INK, drawing, frame, inches_from, style
from pcc_data.charts.texts import isolated, shorten, text_width
from pcc_data.charts.words import cases_in_words, listed
from pcc_data.codes import load_codebook
from pcc_data.paths import datasets_dir

if TYPE_CHECKING:
    from pcc_data.dataset import Dataset

WORLD = (-170, 180, -56, 74)
EUROPE = (-16.5, 32, 35, 60)
_LABELLED = 14  # with more dots than this, names would cover the map: they are in the table and behind each dot


def map_of_cases(data: Dataset, chosen: str | None = None) -> Chart:
    """Where the cases are, coloured and shaped by sector; the case `chosen` is ringed and named."""
    cases = data.cases
    book = load_codebook()
    regions = cases["world_region"].value_counts()
    regions = regions[regions > 0]
    parts = listed([f"{count} in {book.short('world_region', region)}" for region, count in regions.items()])
    title = f"{cases_in_words(len(cases))} in {_countries(cases)}: {parts}" if len(cases) else "No case matches"
    if chosen in cases.index:
        row = cases.loc[chosen]
        title = f"{isolated(row['city'])}, {isolated(row['country'])}: one of {len(cases)} cases in {_countries(cases)}"
    now = style()
    height = now.width * 0.3
    with drawing():
        figure, ax = frame(
            title,
            f"Each mark is a case (n = {len(cases)}); colour and shape show the sector. Marks that would cover one another are moved apart.",
            height,
            left=0.1,
            right=now.width * 0.4,
            below=now.inch * 1.4,
        )
        box = ax.get_position()
        zoom = figure.add_axes((box.x1 + 0.008, box.y0, 0.385, box.height))
        for panel, view in ((ax, WORLD), (zoom, EUROPE)):
            _panel(panel, view, cases, chosen)
        ax.add_patch(Rectangle((EUROPE[0], EUROPE[2]), EUROPE[1] - EUROPE[0], EUROPE[3] - EUROPE[2], fill=False, ec=GREY, lw=1.2))
        _key(ax, cases)
    table = cases[["name", "city", "country", "sector", "latitude", "longitude"]]
    sectors = [f"{book.label('sector', code)} {count}" for code, count in cases["sector"].value_counts().items() if count]
    text = f"Map of {cases_in_words(len(cases), small=True)}: {parts}. By sector: {listed(sectors)}." if len(cases) else "No case matches."
    if chosen in cases.index:
        name, city, country = (isolated(cases.at[chosen, column]) for column in ("name", "city", "country"))
        text = f"{name} in {city}, {country} is marked. {text}"
    return Chart(figure, title, text, table, dict(cases["name"]))


def _countries(cases: pd.DataFrame) -> str:
    count = cases["country"].nunique()
    return f"{count} countr{'y' if count == 1 else 'ies'}"


@cache
def _land(view: str) -> list[list[list[float]]]:
    return json.loads((datasets_dir() / "world_outlines.json").read_text(encoding="utf-8"))[view]


def _panel(ax: Axes, view: tuple[float, float, float, float], cases: pd.DataFrame, chosen: str | None) -> None:
    west, east, south, north = view
    ax.set(xlim=(west, east), ylim=(south, north), xticks=[], yticks=[])
    ax.set_facecolor("#F4F6F8")
    ax.spines[:].set_visible(view == EUROPE)
    ax.add_collection(PolyCollection(_land("europe" if view == EUROPE else "world"), facecolor="#E3E3DE", edgecolor="#BDBDB6", lw=0.5))
    inside = cases[cases["longitude"].between(west, east) & cases["latitude"].between(south, north)]
    if view == WORLD:  # Europe's cases are drawn in the enlarged part only, so that none is drawn twice
        west, east, south, north = EUROPE
        inside = inside[~(inside["longitude"].between(west, east) & inside["latitude"].between(south, north))]
    codes, dot = load_codebook().codes("sector"), style().dot
    points = spread(ax, list(zip(inside["longitude"], inside["latitude"], strict=True)), dot * 1.25)
    for case, sector, (x, y) in zip(inside.index, inside["sector"], points, strict=True):
        if case == chosen:
            ax.plot(x, y, "o", ms=dot * 2.6, mfc="none", mec=INK, mew=2.2)
        ax.plot(x, y, codes[sector].marker, ms=dot * 1.15, color=codes[sector].colour, mec="white", mew=0.8, gid=f"pick:{case}")
    named = [number for number, case in enumerate(inside.index) if len(cases) <= _LABELLED or case == chosen]
    place_labels(
        ax,
        [points[number] for number in named],
        [shorten(city, style().small, style().width * 0.2) for city in inside["city"].iloc[named]],
        gap=dot * 1.5 if chosen else dot,
    )


def _key(ax: Axes, cases: pd.DataFrame) -> None:
    """A line of marks and names under the map: one per sector that occurs."""
    now = style()
    x = 0.0
    for name, code in load_codebook().codes("sector").items():
        if not (cases["sector"] == name).any():
            continue
        label = load_codebook().label("sector", name)
        y = -now.inch * 0.8
        place = inches_from(ax)
        ax.plot(x + 0.1, y, code.marker, ms=now.dot, color=code.colour, transform=place, clip_on=False)
        ax.text(x + 0.25, y, label, size=now.small, va="center", transform=place)
        x += 0.5 + text_width(label, now.small)
