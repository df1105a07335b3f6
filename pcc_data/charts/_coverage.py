"""Who and what is missing from the collection: empty places, languages not read, kinds of failure, years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.compare import compare
from pcc_data.charts._kit.canvas import box, canvas, spacing, write
from pcc_data.charts._kit.chart import Chart, of_data
from pcc_data.charts._kit.dots import PICKABLE, DotTable, dot_figure
from pcc_data.charts._kit.pages import no_case
from pcc_data.charts._kit.stacks import height_of, stack, status_key, unit
from pcc_data.charts._kit.style import style, unreliable
from pcc_data.charts._kit.texts import shorten, text_width
from pcc_data.codes import load_codebook
from pcc_data.colours import GREY, INK, LIGHT
from pcc_data.errors import pick
from pcc_data.say import cases_in_words, edges, listed, number, of, of_cases, tied
from pcc_data.teaching import teaching

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

_EMPTY = "#FCEBDC"  # a place without a case: tinted, so that the gap is seen before the marks
_BAR = "#7C93A8"
_SPAN = 5  # years in a column


@of_data
def coverage(data: Dataset, view: str = "places") -> Chart:
    """What the collection holds and where it is empty.

    `view`: places (world regions by sectors), sources (their languages and kinds), failures (statuses and reasons for
    an end) or years (when the cases began). Raises ValueError for another view.
    """
    draw = _VIEWS[pick(view, _VIEWS, "view")]
    return draw(data) if len(data) else no_case(["cases"])


def _places(data: Dataset) -> Chart:
    book, cases = load_codebook(), data.cases
    regions, sectors = book.codes("world_region"), list(cases["sector"].cat.categories)  # with codes of one's own
    counts = compare(data, "world_region", "sector").loc[list(regions), sectors]
    sizes = cases["world_region"].value_counts(sort=False)
    names = {region: book.short("world_region", region) for region in regions}
    empty = [(region, sector) for region in regions for sector in sectors if not counts.at[region, sector]]
    spread = _spread({names[region]: int(sizes[region]) for region in regions}, len(data))
    title = f"{len(empty)} of {len(regions) * len(sectors)} places are empty; {spread}"
    parts = [f"{name} {sizes[region]}" for region, name in names.items()]
    gaps = [f"{book.label('sector', sector).lower()} in {names[region]}" for region, sector in empty if sizes[region]]
    text = f"Cases by world region: {listed(parts)}. Empty although the region has cases: {listed(gaps)}."
    rows = {region: f"{name}\nn = {sizes[region]:,}" for region, name in names.items()}
    held = cases["sector"].value_counts(sort=False)
    columns = {sector: f"{book.label('sector', sector)}\nn = {held[sector]:,}" for sector in sectors}
    places = cases[["sector"]].assign(row=cases["world_region"].astype("str"), column=cases["sector"].astype("str"))
    note = (
        f"Each mark is a case (n = {len(data):,}); the figure in a corner counts them. Tinted: no case. The cases were"
        " chosen, not drawn at random."
    )
    dots = DotTable(places, rows, columns, tinted=dict.fromkeys(empty, _EMPTY))
    table = counts.rename(
        index=lambda code: book.label("world_region", code), columns=lambda code: book.label("sector", code)
    )
    figure = dot_figure(title, note, dots, 0.66, "Sector →")
    return Chart(figure, title, text, table.rename_axis(index=None, columns=None), dict(cases["name"]))


def _spread(sizes: dict[str, int], cases: int) -> str:
    """Which regions hold most cases, and which hold none."""
    first, most = edges({name: (size, cases) for name, size in sizes.items()})[0] or list(sizes), max(sizes.values())
    said = f"{tied(first, 'regions')} hold most cases, {number(most)} each"
    if len(first) == 1:
        said = f"{of_cases(most, cases)} {'are' if most > 1 else 'is'} in {first[0]}"
    none = [name for name, size in sizes.items() if not size]
    return f"{said}, none in {listed(none)}" if none else said


def _sources(data: Dataset) -> Chart:
    book, sources, spoken = load_codebook(), data.sources, teaching("languages")
    if not len(sources):
        return no_case(["sources"])
    found = {key: sources[key].value_counts(sort=key == "language") for key in ("language", "kind")}
    cases = {key: sources.groupby(key, observed=True)["case"].nunique() for key in found}
    top, most = found["language"].index[0], found["language"].iloc[0]
    language = spoken.get(top, top)
    alone = (sources["language"] == top).groupby(sources["case"]).all().reindex(data.cases.index, fill_value=False)
    title = (
        f"{most:,} of {len(sources):,} sources are in {language}; {of(int(alone.sum()), len(data))} cases rest on"
        f" {language} alone"
    )
    shares = alone.groupby(data.cases["world_region"], observed=True).agg(["sum", "size"])
    parts = [
        f"{book.short('world_region', region)} {of(*shares.loc[region])}"
        for region in book.codes("world_region")
        if region in shares.index
    ]
    kinds = {kind: book.label("sources.kind", kind) for kind in found["kind"].index}
    said = [f"{kinds[kind].lower()} {count}" for kind, count in found["kind"].items()]
    text = (
        f"{len(sources):,} sources in {number(len(found['language']))} languages. Cases with sources in {language}"
        f" alone: {listed(parts)}. Kinds: {listed(said)}."
    )
    names = {**spoken, **kinds}
    rows = pd.DataFrame(
        [
            (key, names.get(code, code), int(count), _in_cases(count, cases[key].get(code, 0)))
            for key, counts in found.items()
            for code, count in counts.items()
        ],
        columns=["of", "what", "sources", "sources and cases"],
    )
    note = (
        f"Sources by language and by kind (n = {len(sources):,} sources of {len(data)} cases). A source in a language"
        " that nobody read cannot be here."
    )
    high = style().inch * 1.12
    figure, ax = canvas(title, note, 0, high * (max(map(len, found.values())) + 1))
    half = (style().width - 0.4) / 2
    _bars(ax, 0.0, half, "Languages", rows[rows["of"] == "language"], high, rows["sources"].max())
    _bars(ax, half + 0.2, half, "Kinds", rows[rows["of"] == "kind"], high, rows["sources"].max())
    return Chart(figure, title, text, rows)


def _in_cases(sources: int, cases: int) -> str:
    return f"{sources:,} in {cases:,} case{'' if cases == 1 else 's'}"


def _bars(ax: Axes, start: float, wide: float, head: str, rows: pd.DataFrame, high: float, largest: int) -> None:
    """Rows of name, bar and number, `wide` inches wide, under a head."""
    ax.text(start, -high * 0.5, head, va="center", weight="bold")
    name, words = wide * 0.27, wide * 0.33
    for place, row in enumerate(rows.itertuples(index=False), start=1):
        _, label, count, text = row
        y, long = -(place + 0.5) * high, (wide - name - words) * count / largest
        write(ax, start, y, shorten(label, style().small, name - 0.05))
        box(ax, start + name, y - high * 0.36, long, high * 0.72, _BAR)
        write(ax, start + name + long + 0.08, y, text, color=INK if count else GREY)


def _failures(data: Dataset) -> Chart:
    book, status = load_codebook(), data.cases["status"]
    reasons = data.state("end_reason")[status == "ended"]
    states = {code: status.index[status == code] for code in book.codes("status")}
    ends = {code: reasons.index[reasons == code] for code in [*book.codes("end_reason"), "not_found"]}
    if not len(ends["not_found"]):
        del ends["not_found"]
    rows = [(book.label("status", code), cases, len(data)) for code, cases in states.items()]
    rows += [(book.label("end_reason", code), cases, len(reasons)) for code, cases in ends.items()]
    none = [label.lower() for label, cases, _ in rows[len(states) :] if not len(cases)]
    title = f"{of(len(reasons), len(data))} cases have ended"
    title += f". Reasons that no case shows: {listed(none)}" if none and len(reasons) else ""
    parts = [f"{len(cases)} {label.lower()}" for label, cases, _ in rows[: len(states)]]
    why = [f"{label.lower()} {len(cases)}" for label, cases, _ in rows[len(states) :]]
    text = (
        f"How {cases_in_words(len(data), small=True)} stand: {listed(parts)}. Reasons for the"
        f" {number(len(reasons))} that ended: {listed(why)}."
    )
    note = (
        f"{unit(len(data))} (n = {len(data):,}); an ended case stands in both lists. Ends that nobody wrote about "
        f"cannot be here.{unreliable('status', 'end_reason')}"
    )
    high = style().inch * 1.25
    figure, ax = canvas(title, note, 0, high * (len(rows) + 2.3))
    _lists(ax, status, rows, len(states), high)
    counts = [(label, of(len(cases), total)) for label, cases, total in rows]
    table = pd.DataFrame(counts, columns=["how it stands, why it ended", "cases"])
    return Chart(figure, title, text, table, dict(data.cases["name"]))


def _lists(ax: Axes, status: pd.Series, rows: list[tuple[str, pd.Index, int]], first: int, high: float) -> None:
    """Two lists under one another, each row a code with its count and its cases in a line."""
    now, book = style(), load_codebook()
    name = 3.1 if now.width > 10 else 2.0
    room = now.width - 0.3 - name
    longest = max(1, *(len(cases) for _, cases, _ in rows))
    step = min(now.dot * 1.5 / 72, high * 0.9, room / longest)
    for place, (label, cases, total) in enumerate(rows):
        y = -(place + 1.5 + (1.3 if place >= first else 0)) * high
        if place in (0, first):
            ax.text(0, y + high, book.label("status" if not place else "end_reason"), weight="bold", va="center")
        write(ax, 0.1, y, label)
        write(ax, name - 0.12, y, f"{len(cases)} of {total}", ha="right", **_told(len(cases)))
        ax.plot([name, name + room], [y - high / 2] * 2, color=LIGHT, lw=0.8)
        if len(status) > PICKABLE:
            box(ax, name, y - high * 0.3, room * len(cases) / longest, high * 0.6, _BAR)
        elif len(cases):
            wide = step * len(cases) + 1e-3
            stack(ax, status[cases], name, y - step / 2, wide, step, whole=len(status))


def _told(count: int) -> dict[str, str]:
    """How a count is written: what there is stands out."""
    return {"color": INK, "weight": "bold"} if count else {"color": GREY}


def _years(data: Dataset) -> Chart:
    begun = data.cases["start_year"].dropna().astype(int)
    if not len(begun):
        return no_case(["began", "cases"])
    column, newest = begun // _SPAN * _SPAN, int(data.cases["status_as_of"].max())
    counts = column.value_counts().reindex(range(column.min(), newest + 1, _SPAN), fill_value=0)
    low, high = (int(begun.quantile(part, interpolation="nearest")) for part in (0.25, 0.75))
    since = counts.index[-1] - _SPAN
    late = of(int((begun >= since).sum()), len(begun))
    title = f"Half of the cases began between {low} and {high}, and {late} since {since}"
    if len(begun) < 4:
        title = f"{cases_in_words(len(begun))}, begun in {listed(sorted(map(str, begun.unique())))}"
    spans = [f"{year} to {min(year + _SPAN - 1, newest)}" for year in counts.index]
    table, unknown = pd.DataFrame({"began": spans, "cases": counts.to_list()}), len(data) - len(begun)
    text = f"Starting years of {cases_in_words(len(begun), small=True)}, from {begun.min()} to {begun.max()}"
    text += f"; for {number(unknown)} none was found" if unknown else ""
    text += f". No case began in: {listed(list(table.loc[table['cases'] == 0, 'began']))}."
    note = (
        f"{unit(len(data))} (n = {len(begun):,}), in steps of {number(_SPAN)} years, coloured by status. "
        "Young cases have had less time to be noticed, and to end."
    )
    now = style()
    wide = (now.width - 0.2) / len(counts)
    step = spacing(table["cases"].to_list(), wide * 0.82, 1.9)
    up = max(height_of(count, wide * 0.82, step) for count in counts) + now.inch * 1.3
    figure, ax = canvas(title, note, up, below=now.inch * 2.6)
    ax.axhline(0, color=GREY, lw=1)
    for place, (year, count) in enumerate(counts.items()):
        left, pile = (place + 0.09) * wide, height_of(count, wide * 0.82, step)
        if count:
            cases = column.index[column == year]
            stack(ax, data.cases.loc[cases, "status"], left, 0.03, wide * 0.82, step, whole=len(data))
        write(ax, (place + 0.5) * wide, pile + 0.08, f"{count:,}", ha="center", va="bottom", **_told(count))
        if year % 10 == 0 or wide > 2 * text_width("0000", now.small):
            write(ax, left, -0.07, f"{year}", va="top")
    status_key(ax, data.cases.loc[begun.index, "status"], now.inch * 1.9)
    return Chart(figure, title, text, table, dict(data.cases["name"]))


_VIEWS = {"places": _places, "sources": _sources, "failures": _failures, "years": _years}
