"""Who and what is missing from the collection: empty places, languages not read, kinds of failure, years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from pcc_data.analysis.compare import compare
from pcc_data.charts._kit.canvas import spacing
from pcc_data.charts._kit.chart import Chart, of_data
from pcc_data.charts._kit.dots import PICKABLE, DotTable, dot_figure
from pcc_data.charts._kit.pages import no_case
from pcc_data.charts._kit.stacks import height_of, stack, status_key, unit
from pcc_data.charts._kit.style import drawing, frame, style, unreliable
from pcc_data.charts._kit.texts import shorten
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
    book = load_codebook()
    cases = data.cases
    regions, sectors = (
        list(book.codes("world_region")),
        list(cases["sector"].cat.categories),
    )  # own ones where the data have them
    sizes, counts = (
        cases["world_region"].value_counts(sort=False),
        compare(data, "world_region", "sector").loc[regions, sectors],
    )
    empty = [(region, sector) for region in regions for sector in sectors if not counts.at[region, sector]]
    by_name = {book.short("world_region", region): int(sizes[region]) for region in regions}
    title = f"{len(empty)} of {len(regions) * len(sectors)} places are empty; {_spread(by_name, len(data))}"
    parts = [f"{name} {size}" for name, size in by_name.items()]
    gaps = [
        f"{book.label('sector', sector).lower()} in {book.short('world_region', region)}"
        for region, sector in empty
        if sizes[region]
    ]
    text = f"Cases by world region: {listed(parts)}. Empty although the region has cases: {listed(gaps)}."
    rows = {region: f"{book.short('world_region', region)}\nn = {sizes[region]:,}" for region in regions}
    columns = {
        sector: f"{book.label('sector', sector)}\nn = {(cases['sector'] == sector).sum():,}" for sector in sectors
    }
    places = pd.DataFrame(
        {"row": cases["world_region"].astype("str"), "column": cases["sector"].astype("str"), "sector": cases["sector"]}
    )
    note = (
        f"Each mark is a case (n = {len(data):,}); the figure in a corner counts them. Tinted: no case. The cases were"
        " chosen, not drawn at random."
    )
    figure = dot_figure(
        title, note, DotTable(places, rows, columns, tinted=dict.fromkeys(empty, _EMPTY)), 0.66, "Sector →"
    )
    table = counts.rename(
        index=lambda code: book.label("world_region", code), columns=lambda code: book.label("sector", code)
    )
    return Chart(figure, title, text, table.rename_axis(index=None, columns=None), dict(cases["name"]))


def _spread(sizes: dict[str, int], cases: int) -> str:
    """Which regions hold most cases, and which hold none."""
    first, most = edges({name: (size, cases) for name, size in sizes.items()})[0] or list(sizes), max(sizes.values())
    if len(first) == 1:
        said = f"{of_cases(most, cases)} {'are' if most > 1 else 'is'} in {first[0]}"
    else:
        said = f"{tied(first, 'regions')} hold most cases, {number(most)} each"
    none = [name for name, size in sizes.items() if not size]
    return f"{said}, none in {listed(none)}" if none else said


def _sources(data: Dataset) -> Chart:
    book, sources, names = load_codebook(), data.sources, teaching("languages")
    total = len(sources)
    if not total:
        return no_case(["sources"])
    by_language = sources["language"].value_counts()
    top = by_language.index[0]
    spoken = sources.groupby("case")["language"].agg(set).reindex(data.cases.index)
    alone = spoken.map(lambda found: found == {top})
    language = names.get(top, top)
    title = (
        f"{by_language.iloc[0]:,} of {total:,} sources are in {language}; {of(int(alone.sum()), len(data))} cases rest"
        f" on {language} alone"
    )
    regions = data.cases["world_region"]
    parts = [
        f"{book.short('world_region', region)}"
        f" {of(int(alone[regions == region].sum()), int((regions == region).sum()))}"
        for region in book.codes("world_region")
        if (regions == region).any()
    ]
    kinds = sources["kind"].value_counts(sort=False)
    said = [f"{book.label('sources.kind', kind).lower()} {count}" for kind, count in kinds.items()]
    text = (
        f"{total:,} sources in {number(len(by_language))} languages. Cases with sources in {language} alone:"
        f" {listed(parts)}. Kinds: {listed(said)}."
    )
    held = {code: int(sources.loc[sources["language"] == code, "case"].nunique()) for code in by_language.index}
    left = [(names.get(code, code), int(count), _in_cases(count, held[code])) for code, count in by_language.items()]
    of_kind = {kind: int(sources.loc[sources["kind"] == kind, "case"].nunique()) for kind in kinds.index}
    right = [
        (book.label("sources.kind", kind), int(count), _in_cases(count, of_kind[kind])) for kind, count in kinds.items()
    ]
    now = style()
    row = now.inch * 1.12
    note = (
        f"Sources by language and by kind (n = {total:,} sources of {len(data)} cases). A source in a language that"
        " nobody read cannot be here."
    )
    with drawing():
        figure, ax = frame(title, note, row * (max(len(left), len(right)) + 1), left=0.1, right=0.1)
        ax.set(xlim=(0, now.width - 0.2), ylim=(-row * (max(len(left), len(right)) + 1), 0), xticks=[], yticks=[])
        ax.spines[:].set_visible(False)
        half, largest = (now.width - 0.4) / 2, max(count for _, count, _ in left + right)
        for start, head, entries in ((0.0, "Languages", left), (half + 0.2, "Kinds", right)):
            _bars(ax, start, half, head, entries, row, largest)
    table = pd.DataFrame(
        [(head, *entry) for head, entries in (("language", left), ("kind", right)) for entry in entries]
    )
    return Chart(figure, title, text, table.set_axis(["of", "what", "sources", "sources and cases"], axis=1))


def _in_cases(sources: int, cases: int) -> str:
    return f"{sources:,} in {cases:,} case{'' if cases == 1 else 's'}"


def _bars(
    ax: Axes, start: float, wide: float, head: str, entries: list[tuple[str, int, str]], row: float, largest: int
) -> None:
    """Rows of name, bar and number, `wide` inches wide, under a head."""
    now = style()
    ax.text(start, -row * 0.5, head, va="center", weight="bold")
    name, words = wide * 0.27, wide * 0.33
    for place, (label, count, text) in enumerate(entries, start=1):
        y = -(place + 0.5) * row
        long = (wide - name - words) * count / largest
        ax.text(start, y, shorten(label, now.small, name - 0.05), va="center", size=now.small)
        ax.add_patch(Rectangle((start + name, y - row * 0.36), long, row * 0.72, facecolor=_BAR, lw=0))
        ax.text(start + name + long + 0.08, y, text, va="center", size=now.small, color=INK if count else GREY)


def _failures(data: Dataset) -> Chart:
    book, status = load_codebook(), data.cases["status"]
    reasons = data.state("end_reason")[status == "ended"]
    ended = len(reasons)
    states = {code: status.index[status == code] for code in book.codes("status")}
    ends = {code: reasons.index[reasons == code] for code in [*book.codes("end_reason"), "not_found"]}
    if not len(ends["not_found"]):
        del ends["not_found"]
    none = [book.label("end_reason", code).lower() for code, cases in ends.items() if not len(cases)]
    title = f"{of(ended, len(data))} cases have ended"
    title += f". Reasons that no case shows: {listed(none)}" if none and ended else ""
    parts = [f"{len(cases)} {book.label('status', code).lower()}" for code, cases in states.items()]
    why = [f"{book.label('end_reason', code).lower()} {len(cases)}" for code, cases in ends.items()]
    text = (
        f"How {cases_in_words(len(data), small=True)} stand: {listed(parts)}. Reasons for the {number(ended)} that"
        f" ended: {listed(why)}."
    )
    rows = [(book.label("status", code), cases, len(data)) for code, cases in states.items()]
    rows += [(book.label("end_reason", code), cases, ended) for code, cases in ends.items()]
    now = style()
    row = now.inch * 1.25
    note = (
        f"{unit(len(data))} (n = {len(data):,}); an ended case stands in both lists. Ends that nobody wrote about "
        f"cannot be here.{unreliable('status', 'end_reason')}"
    )
    with drawing():
        figure, ax = frame(title, note, row * (len(rows) + 2.3), left=0.1, right=0.1)
        ax.set(xlim=(0, now.width - 0.2), ylim=(-row * (len(rows) + 2.3), 0), xticks=[], yticks=[])
        ax.spines[:].set_visible(False)
        _lists(ax, data, rows, len(states), row)
    table = pd.DataFrame(
        [(label, of(len(cases), total)) for label, cases, total in rows],
        columns=["how it stands, why it ended", "cases"],
    )
    return Chart(figure, title, text, table, dict(data.cases["name"]))


def _lists(ax: Axes, data: Dataset, rows: list[tuple[str, pd.Index, int]], first: int, row: float) -> None:
    """Two lists under one another, each row a code with its count and its cases in a line."""
    now, book = style(), load_codebook()
    name = 3.1 if now.width > 10 else 2.0
    room = now.width - 0.3 - name
    longest = max(1, *(len(cases) for _, cases, _ in rows))
    step = min(now.dot * 1.5 / 72, row * 0.9, room / longest)
    for place, (label, cases, total) in enumerate(rows):
        y = -(place + 1 + (1.3 if place >= first else 0)) * row
        if place in (0, first):
            ax.text(0, y + row * 0.5, book.label("status" if not place else "end_reason"), weight="bold", va="center")
        ax.text(0.1, y - row / 2, label, va="center", size=now.small)
        look = {"color": INK, "weight": "bold"} if len(cases) else {"color": GREY}
        ax.text(name - 0.12, y - row / 2, f"{len(cases)} of {total}", va="center", ha="right", size=now.small, **look)
        ax.plot([name, name + room], [y - row, y - row], color=LIGHT, lw=0.8)
        if len(data) > PICKABLE:
            ax.add_patch(Rectangle((name, y - row * 0.8), room * len(cases) / longest, row * 0.6, facecolor=_BAR, lw=0))
        elif len(cases):
            stack(
                ax,
                data.cases.loc[cases, "status"],
                name,
                y - row / 2 - step / 2,
                step * len(cases) + 1e-3,
                step,
                whole=len(data),
            )


def _years(data: Dataset) -> Chart:
    begun = data.cases["start_year"].dropna().astype(int)
    if not len(begun):
        return no_case(["began", "cases"])
    column = begun // _SPAN * _SPAN
    newest = int(data.cases["status_as_of"].max())
    columns = range(column.min(), newest // _SPAN * _SPAN + 1, _SPAN)
    counts = column.value_counts().reindex(columns, fill_value=0)
    low, high = (int(begun.quantile(part, interpolation="nearest")) for part in (0.25, 0.75))
    late = int((begun >= columns[-1] - _SPAN).sum())
    title = f"Half of the cases began between {low} and {high}, and {of(late, len(begun))} since {columns[-1] - _SPAN}"
    if len(begun) < 4:
        title = f"{cases_in_words(len(begun))}, begun in {listed(sorted(map(str, begun.unique())))}"
    unknown = len(data) - len(begun)
    spans = [f"{year} to {min(year + _SPAN - 1, newest)}" for year in columns]
    gone = [span for span, count in zip(spans, counts, strict=True) if not count]
    text = f"Starting years of {cases_in_words(len(begun), small=True)}, from {begun.min()} to {begun.max()}"
    text += f"; for {number(unknown)} none was found" if unknown else ""
    text += f". No case began in: {listed(gone)}."
    now = style()
    wide, room = (now.width - 0.2) / len(columns), 1.9
    sizes = [int(count) for count in counts]
    step = spacing(sizes, wide * 0.82, room)
    high_pile = max(height_of(count, wide * 0.82, step) for count in sizes)
    note = (
        f"{unit(len(data))} (n = {len(begun):,}), in steps of {number(_SPAN)} years, coloured by status. "
        "Young cases have had less time to be noticed, and to end."
    )
    with drawing():
        figure, ax = frame(title, note, high_pile + now.inch * 1.3, left=0.1, right=0.1, below=now.inch * 2.6)
        ax.set(xlim=(0, now.width - 0.2), ylim=(0, high_pile + now.inch * 1.3), xticks=[], yticks=[])
        ax.spines[:].set_visible(False)
        ax.axhline(0, color=GREY, lw=1)
        for place, (year, count) in enumerate(counts.items()):
            _year(
                ax,
                data.cases.loc[column.index[column == year], "status"],
                (place * wide, wide, step),
                int(year),
                int(count),
                len(data),
            )
        status_key(ax, data.cases.loc[begun.index, "status"], now.inch * 1.9)
    table = pd.DataFrame({"began": spans, "cases": sizes})
    return Chart(figure, title, text, table, dict(data.cases["name"]))


def _year(ax: Axes, status: pd.Series, place: tuple[float, float, float], year: int, count: int, whole: int) -> None:
    left, wide, step = place
    now, middle = style(), left + wide / 2
    if count:
        stack(ax, status, left + wide * 0.09, 0.03, wide * 0.82, step, whole=whole)
    look = {"color": INK, "weight": "bold"} if count else {"color": GREY}
    ax.text(
        middle,
        height_of(count, wide * 0.82, step) + 0.08,
        f"{count:,}",
        ha="center",
        va="bottom",
        size=now.small,
        **look,
    )
    if year % 10 == 0 or wide > 0.07 * now.small:
        ax.text(left + wide * 0.09, -0.07, f"{year}", ha="left", va="top", size=now.small)


_VIEWS = {"places": _places, "sources": _sources, "failures": _failures, "years": _years}
