"""Who and what is missing from the collection: empty places, languages not read, kinds of failure, years."""

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.compare import compare
from pcc_data.analysis.coverage import begun_by_span, by_status_and_end, only_in, sources_counted
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, style, unreliable
from pcc_data.charts._kit.dot_chart import labelled
from pcc_data.charts._kit.stacks import crowded, height_of, stack, status_key
from pcc_data.charts._kit.told import column_names, counted
from pcc_data.colours import GREY, INK, LIGHT
from pcc_data.drawing.bars import BAR, bar_list
from pcc_data.drawing.canvas import box, canvas, spacing, write
from pcc_data.drawing.dot_table import DotTable, dot_figure
from pcc_data.drawing.key import key_lines, key_of
from pcc_data.drawing.style import room_left, row_high
from pcc_data.drawing.texts import text_width
from pcc_data.errors import pick
from pcc_data.say import of, of_cases, tied
from pcc_data.teaching import teaching

_EMPTY = "#FCEBDC"  # a place without a case: tinted, so that the gap is seen before the marks
_SPAN = 5  # years in a column


@of_data
def coverage(data: Dataset, view: str = "places") -> Chart:
    """What the collection holds and where it is empty.

    `view`: places (world regions by sectors), sources (their languages and kinds), failures (statuses and reasons for
    an end) or years (when the cases began). Raises ValueError for another view.
    """
    draw = _VIEWS[pick(view, _VIEWS, "view")]
    return draw(data) if len(data) else no_case([say("coverage.cases")])


def _places(data: Dataset) -> Chart:
    book, cases = load_codebook(), data.cases
    regions, sectors = book.codes("world_region"), list(cases["sector"].cat.categories)  # with codes of one's own
    counts = compare(data, "world_region", "sector").loc[list(regions), sectors]
    sizes = cases["world_region"].value_counts(sort=False)
    names = {region: book.short("world_region", region) for region in regions}
    empty = [(region, sector) for region in regions for sector in sectors if not counts.at[region, sector]]
    first = [names[region] for region in regions if sizes[region] == sizes.max()]
    none = [names[region] for region in regions if not sizes[region]]
    title = say(
        "coverage.places-title",
        empty=len(empty),
        total=counts.size,
        first=len(first),
        regions=tied(first, "n-regions"),
        most=sizes.max(),
        cases=of_cases(sizes.max(), len(data)),
        none=len(none),
        nowhere=none,
    )
    parts = counted({names[region]: sizes[region] for region in regions})
    gaps = [
        say("coverage.gap", sector=book.phrase("sector", sector), region=names[region])
        for region, sector in empty
        if sizes[region]
    ]
    text = say("coverage.places-text", regions=parts, gaps=gaps)
    held = cases["sector"].value_counts(sort=False)
    rows = {region: f"{name}\n{say('chart.n', n=sizes[region], few=False)}" for region, name in names.items()}
    columns = {
        sector: f"{book.label('sector', sector)}\n{say('chart.n', n=held[sector], few=False)}" for sector in sectors
    }
    places = cases[["sector"]].assign(row=cases["world_region"].astype("str"), column=cases["sector"].astype("str"))
    dots = DotTable(places, rows, columns, tinted=dict.fromkeys(empty, _EMPTY))
    figure = dot_figure(title, say("coverage.places-note", n=len(data)), dots, 0.66, f"{book.label('sector')} →")
    return Chart(figure, title, text, labelled(counts, "world_region", "sector"), dict(cases["name"]))


def _sources(data: Dataset) -> Chart:
    book, sources, spoken = load_codebook(), data.sources, teaching("languages")
    if not len(sources):
        return no_case([say("coverage.column-sources")])
    found = sources_counted(data)
    parts = {key: found[found["of"] == key] for key in ("language", "kind")}
    top = parts["language"].iloc[0]
    language, alone = spoken.get(top["code"], top["code"]), only_in(data, top["code"])
    rest = of(int(alone.sum()), len(data))
    title = say("coverage.sources-title", top=top["sources"], total=len(sources), language=language, alone=rest)
    shares = alone.groupby(data.cases["world_region"], observed=True).agg(["sum", "size"])
    regions = {
        book.short("world_region", region): of(*shares.loc[region])
        for region in book.codes("world_region")
        if region in shares.index
    }
    kinds = {book.phrase("sources.kind", row.code): row.sources for row in parts["kind"].itertuples()}
    values = {"total": len(sources), "languages": len(parts["language"]), "language": language}
    text = say("coverage.sources-text", regions=counted(regions), kinds=counted(kinds), **values)
    names = spoken | {kind: book.label("sources.kind", kind) for kind in parts["kind"]["code"]}
    rows = pd.DataFrame(
        [
            (say(f"coverage.{key}"), names.get(code, code), n, say("coverage.in-cases", sources=n, n=held))
            for key, code, n, held in found.itertuples(index=False)
        ],
        columns=column_names("coverage", ("of", "what", "sources", "cases")),
    )
    note = say("coverage.sources-note", total=len(sources), n=len(data))
    told = [*rows.iloc[:, 1:].itertuples(index=False, name=None)]
    languages, kinds = map(len, parts.values())
    wide, lines = (style().width - 0.4) / 2, max(languages, kinds) + 1
    high = row_high(style().inch * 1.12, lines, room_left(title, note, 0.1))
    second = (wide + 0.2, 0.0)
    if style().narrow:  # one list below the other
        wide, lines, second = 2 * wide, languages + kinds + 2.6, (0.0, -high * (languages + 1.6))
    figure, ax = canvas(title, note, 0, high * lines)
    largest = found["sources"].max()
    bar_list(ax, (0.0, 0.0), wide, say("coverage.head-language"), told[:languages], high, largest)
    bar_list(ax, second, wide, say("coverage.head-kind"), told[languages:], high, largest)
    return Chart(figure, title, text, rows)


def _failures(data: Dataset) -> Chart:
    book, found = load_codebook(), by_status_and_end(data)
    states, ends, ended = found["status"], found["end_reason"], len(found["status"]["ended"])
    rows = [(book.label("status", code), cases, len(data)) for code, cases in states.items()]
    rows += [(book.label("end_reason", code), cases, ended) for code, cases in ends.items()]
    none = [book.phrase("end_reason", code) for code, cases in ends.items() if ended and not len(cases)]
    values = {"share": of(ended, len(data)), "missing": len(none), "reasons": none}
    title = say("coverage.failures-title", **values)
    parts = [say("chart.tally", n=len(cases), code=book.phrase("status", code)) for code, cases in states.items()]
    why = counted({book.phrase("end_reason", code): len(cases) for code, cases in ends.items()})
    text = say("coverage.failures-text", n=len(data), ended=ended, states=parts, reasons=why)
    note = say("coverage.failures-note", n=len(data), many=crowded(len(data))) + unreliable("status", "end_reason")
    high = style().inch * 1.25
    figure, ax = canvas(title, note, 0, high * (len(rows) + 2.3))
    _lists(ax, data.cases["status"], rows, len(states), high)
    counts = [(label, of(len(cases), total)) for label, cases, total in rows]
    table = pd.DataFrame(counts, columns=[say("coverage.column-failures"), say("coverage.cases")])
    return Chart(figure, title, text, table, dict(data.cases["name"]))


def _lists(ax: Axes, status: pd.Series, rows: list[tuple[str, pd.Index, int]], first: int, high: float) -> None:
    """Two lists under one another, each row a code with its count and its cases in a line."""
    now, book = style(), load_codebook()
    counts = [say("chart.count", n=len(cases), total=total) for _, cases, total in rows]
    both = max(
        text_width(label, now.small) + text_width(count, now.small, "bold")
        for (label, _, _), count in zip(rows, counts, strict=True)
    )
    name = max(3.1 if now.width > 10 else 2.0, both + (0.3 if now.narrow else 0.4))
    room = now.width - 0.3 - name
    longest = max(1, *(len(cases) for _, cases, _ in rows))
    step = min(now.dot * 1.5 / 72, high * 0.9, room / longest)
    for place, (label, cases, _) in enumerate(rows):
        y = -(place + 1.5 + (1.3 if place >= first else 0)) * high
        if place in (0, first):
            ax.text(0, y + high, book.label("end_reason" if place else "status"), weight="bold", va="center")
        write(ax, 0.1, y, label)
        write(ax, name - 0.12, y, counts[place], ha="right", **_told(len(cases)))
        ax.plot([name, name + room], [y - high / 2] * 2, color=LIGHT, lw=0.8)
        if crowded(len(status)):
            box(ax, name, y - high * 0.3, room * len(cases) / longest, high * 0.6, BAR)
        elif len(cases):
            wide = step * len(cases) + 1e-3
            stack(ax, status[cases], name, y - step / 2, wide, step, whole=len(status))


def _told(count: int) -> dict[str, str]:
    """How a count is written: what there is stands out."""
    return {"color": INK, "weight": "bold"} if count else {"color": GREY}


def _years(data: Dataset) -> Chart:
    begun = data.cases["start_year"].dropna().astype(int)
    if not len(begun):
        return no_case([say("coverage.began"), say("coverage.cases")])
    held, newest = begun_by_span(data, _SPAN), int(data.cases["status_as_of"].max())
    counts = [len(cases) for cases in held.values()]
    low, high = (int(begun.quantile(part, interpolation="nearest")) for part in (0.25, 0.75))
    since = [*held][-1] - _SPAN
    title = say(
        "coverage.years-title",
        known="few" if len(begun) < 4 else "enough",
        n=len(begun),
        years=sorted(map(str, begun.unique())),
        low=str(low),
        high=str(high),
        late=of(int((begun >= since).sum()), len(begun)),
        since=str(since),
    )
    ends = [(str(year), str(min(year + _SPAN - 1, newest))) for year in held]
    spans = [say("coverage.span", first=first, last=last) for first, last in ends]
    gone = [span for span, count in zip(spans, counts, strict=True) if not count]
    values = {"first": str(begun.min()), "last": str(begun.max()), "unknown": len(data) - len(begun), "gone": gone}
    text = say("coverage.years-text", n=len(begun), **values)
    note = say("coverage.years-note", n=len(begun), many=crowded(len(data)), span=_SPAN)
    table = pd.DataFrame({say("coverage.began"): spans, say("coverage.cases"): counts})
    now = style()
    wide = (now.width - 0.2) / len(counts)
    step = spacing(counts, wide * 0.82, 1.9)
    up = max(height_of(count, wide * 0.82, step) for count in counts) + now.inch * 1.3
    status = data.cases.loc[begun.index, "status"]
    lines = key_lines(key_of("status", status, counted=True), now.width - 0.2)
    figure, ax = canvas(title, note, up, below=now.inch * (1.6 + lines))
    ax.axhline(0, color=GREY, lw=1)
    for place, (year, cases) in enumerate(held.items()):
        count = len(cases)
        left, pile = (place + 0.09) * wide, height_of(count, wide * 0.82, step)
        if count:
            stack(ax, data.cases.loc[cases, "status"], left, 0.03, wide * 0.82, step, whole=len(data))
        write(ax, (place + 0.5) * wide, pile + 0.08, f"{count:,}", ha="center", va="bottom", **_told(count))
        if year % 10 == 0 or wide > 2 * text_width("0000", now.small):
            write(ax, left, -0.07, f"{year}", va="top")
    status_key(ax, status, now.inch * 1.9)
    return Chart(figure, title, text, table, dict(data.cases["name"]))


_VIEWS = {"places": _places, "sources": _sources, "failures": _failures, "years": _years}
