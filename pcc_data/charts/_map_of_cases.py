"""Map of cases: the world, and Europe enlarged, because most recorded cases lie there."""

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.placed import ONE_PLACE, placed, reach
from pcc_data.arguments import one_of
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, of_data, say, style
from pcc_data.charts._kit.told import alone, column_names, counted
from pcc_data.codes import Code
from pcc_data.colours import GREY, INK
from pcc_data.drawing.canvas import box, dot
from pcc_data.drawing.key import draw_key, key_lines, key_of
from pcc_data.drawing.land import EUROPE, WORLD, View, land, two_maps, world_with
from pcc_data.drawing.place_labels import place_labels
from pcc_data.drawing.spread import count_crowds, spread
from pcc_data.drawing.texts import isolated, shorten

RINGS = {"region": 1.7, "country": 2.2, "several_countries": 2.8}
"""How far a case reaches that is wider than one place; the ring round its mark, in marks, grows with it."""
_LABELLED = 14  # with more dots than this, names would cover the map: they are in the table and behind each dot


@of_data
def map_of_cases(data: Dataset, chosen: str | None = None) -> Chart:
    """Where the cases are, coloured and shaped by sector; the case `chosen` is ringed and named.

    Marks in one place are moved apart by no more than a mark and a half; where more lie together than that leaves room
    for they are smaller, and a number tells how many. When `cases` has a column `reach`, cases wider than one place
    have a ring. Cases without a place on record are not drawn, and named. Raises ValueError for an unknown case or
    reach.
    """
    cases = data.cases
    if chosen is not None:
        one_of(chosen, cases.index, "case of this selection")
    here, wide = placed(cases, WORLD[0]), reach(cases)
    values = {"n": len(cases), "countries": cases["country"].nunique(), "regions": _regions(cases)}
    title = say("map-of-cases.title", **values) if len(cases) else say("chart.no-case")
    if chosen is not None:
        city, country = (isolated(cases.at[chosen, key]) for key in ("city", "country"))
        title = say("map-of-cases.title-one", city=city, country=country, **values)
    now = style()
    sectors, wide_key = key_of("sector", cases["sector"]), now.width - 0.2
    below = now.inch * (0.4 + max(1, key_lines(sectors, wide_key)))
    note = say("map-of-cases.note", n=len(cases), rings=bool((wide != ONE_PLACE).any()))
    figure, ax, zoom = two_maps(title, " ".join([note, *_left_out(cases, here)]), below)
    inside = here["longitude"].between(*EUROPE[:2]) & here["latitude"].between(*EUROPE[2:])
    # Europe's cases are drawn in the enlarged part only, so that none is drawn twice
    for panel, view, part in ((ax, world_with(here["latitude"]), here[~inside]), (zoom, EUROPE, here[inside])):
        _panel(panel, view, part, chosen, len(cases) <= _LABELLED)
    west, east, south, north = EUROPE
    box(ax, west, south, east - west, north - south, edgecolor=GREY, lw=1.2)
    draw_key(zoom if now.narrow else ax, sectors, now.inch * 0.8, inches=wide_key)
    shown = ["name", "city", "country", "sector", "latitude", "longitude", *({"reach"} & set(cases.columns))]
    table = cases[shown].rename_axis(say("chart.case"))
    for key, field in {"sector": "sector", "reach": "place.reach"}.items():
        if key in table:
            table[key] = [load_codebook().label(field, code) for code in table[key]]
    table.columns = column_names("map-of-cases", shown)
    return Chart(figure, title, _told(cases, here, wide, chosen), table, dict(cases["name"]))


def _regions(cases: pd.DataFrame) -> list[str]:
    short, counts = load_codebook().short, cases["world_region"].value_counts()
    return [say("map-of-cases.region", n=n, region=short("world_region", code)) for code, n in counts.items() if n]


def _left_out(cases: pd.DataFrame, here: pd.DataFrame) -> list[str]:
    """A sentence about cases that cannot be drawn because their place is not on record; none when all are."""
    names = list(cases["name"].drop(here.index))
    if not names:
        return []
    more = [say("map-of-cases.more", n=len(names) - 5)] if len(names) > 5 else []
    return [say("map-of-cases.left-out", n=len(names), names=[*names[:5], *more])]


def _told(cases: pd.DataFrame, here: pd.DataFrame, wide: pd.Series, chosen: str | None) -> str:
    if not len(cases):
        return alone("chart.no-case")[1]
    sectors = cases["sector"].value_counts()
    counts = counted({load_codebook().label("sector", code): n for code, n in sectors.items() if n})
    said = [say("map-of-cases.text", n=len(cases), regions=_regions(cases), sectors=counts)]
    if chosen is not None:
        place = {key: cases.at[chosen, key] for key in ("name", "city", "country")}
        said.insert(0, say("map-of-cases.marked", **place))
    wider = wide[wide != ONE_PLACE].value_counts()
    if len(wider):
        parts = [say("map-of-cases.reach", n=wider[code], reach=code) for code in RINGS if code in wider.index]
        said.append(say("map-of-cases.wider", n=wider.sum(), total=len(cases), parts=parts))
    return " ".join([*said, *_left_out(cases, here)])


def _panel(ax: Axes, view: View, cases: pd.DataFrame, chosen: str | None, named: bool) -> None:
    """One part of the map with its cases; `named`: with the town beside each mark."""
    land(ax, view)
    mark, homes = style().dot, list(zip(cases["longitude"], cases["latitude"], strict=True))
    points, sizes, around = spread(ax, homes, mark * 1.25, mark * 1.6)
    codes = load_codebook().codes("sector")
    for case, point, size in zip(cases.index, points, sizes, strict=True):
        sector, far, marked = cases.at[case, "sector"], cases.at[case, "reach"], case == chosen
        _mark(ax, case, codes[sector], far, point, mark * (1 if marked else max(size, 0.2)), marked)
    count_crowds(ax, homes, sizes, around, mark * 2.4)
    shown = [number for number, case in enumerate(cases.index) if named or case == chosen]
    names = [shorten(city, style().small, max(1.3, style().width * 0.2)) for city in cases["city"].iloc[shown]]
    place_labels(ax, [points[number] for number in shown], names, mark * 1.5 if chosen else mark)


def _mark(ax: Axes, case: str, code: Code, reach: str, point: tuple[float, float], size: float, chosen: bool) -> None:
    ring = size * 1.15 * RINGS.get(reach, 1)
    if reach in RINGS:
        dot(ax, *point, marker="o", ms=ring, mfc="none", mec=code.colour, mew=1.3, zorder=2.5)
    if chosen:
        outer = max(size * 2.6, ring + size * 0.7)
        dot(ax, *point, marker="o", ms=outer, mfc="none", mec=INK, mew=2.2, zorder=4)
    look = {"color": code.colour, "mec": "white", "mew": min(0.8, size * 0.1)}
    dot(ax, *point, marker=code.marker, ms=size * 1.15, zorder=5 if chosen else 3, gid=f"pick:{case}", **look)
