"""Which roles or public instruments come together in a case: one column a combination, one mark a case."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.city_roles import combinations, in_use, named
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, style, unreliable
from pcc_data.charts._kit.stacks import crowded, height_of, stack, status_key
from pcc_data.charts._kit.told import column_names, tally, title_and_text
from pcc_data.codes import inside
from pcc_data.colours import GREY, INK, LIGHT
from pcc_data.drawing.canvas import box, canvas, spacing, write
from pcc_data.drawing.key import key_lines, key_of
from pcc_data.drawing.texts import fold, isolated, text_width
from pcc_data.say import listed, of

MANY = 1000  # with so many cases the rows show counts alone: the number of all stands in the small line
COLUMNS = 16  # combinations with a column of their own at most
_PILE = 1.75  # inches for the piles of marks
_COLUMNS = ("combination", "cases", "states", "which")
_COLUMNS_NARROW = 7
_REST = 1.42  # inches for the other combinations on a phone


@of_data
def instrument_combinations(data: Dataset, level: str = "instruments") -> Chart:
    """Combinations of public instruments (or, with `level` roles, of a city's roles) by number of cases, with their
    status.

    One column a combination, the most common first; a filled dot means that it is part of it. Combinations that only
    one case has stand together at the right when there are too many. Form of the picture: UpSet plots (Lex et al.,
    2014). Raises ValueError for another level.
    """
    used, names = in_use(data, level), named(level)
    if not len(data):
        return no_case(column_names("instrument-combinations", _COLUMNS))
    groups = combinations(used)
    most = _COLUMNS_NARROW if style().narrow else COLUMNS
    shown = groups if len(groups) <= most else groups[groups["cases"].map(len) > 1].head(most)
    rest = groups["cases"].iloc[len(shown) :].sum() or []
    title, text = _said(groups, names, len(data), level)
    now, status = style(), data.cases["status"]
    crowd = len(data) >= MANY
    counts = {code: f"{n:,}" if crowd else say("chart.count", n=n, total=len(data)) for code, n in used.sum().items()}
    widest = max(text_width(names[code], now.small) + text_width(counts[code], now.small) for code in names)
    left, right = max(0.1 + (3.1 if now.width > 10 else 2.0), widest + 0.35), now.width - 0.3
    if now.narrow:  # counts stand under the names
        left = 1.45
    free = right - left - _REST if rest and now.narrow else (right - left) * (0.72 if rest else 1)
    wide = min(0.6, free / max(1, len(shown)))
    beside = left + wide * len(shown) + (0.12 if now.narrow else 0.25)
    sizes = [(len(cases), wide * 0.9) for cases in shown["cases"]] + [(len(rest), right - beside)] * bool(rest)
    step = min(spacing([count], across, _PILE) for count, across in sizes)
    pile = max(height_of(count, across, step) for count, across in sizes) + now.inch * 1.3
    note = say("instrument-combinations.note", n=len(data), many=crowded(len(data)), level=level)
    note += unreliable("public_instruments", "status")
    row, labels = now.inch * 1.15, names
    if now.narrow:  # a row holds a name and under it its count
        labels = {code: f"{fold(name, now.small, left - 0.12)}\n{counts[code]}" for code, name in names.items()}
        row = now.inch * (1.3 + 0.85 * max(label.count("\n") for label in labels.values()))
    lines = key_lines(key_of("status", status, counted=True), now.width - 0.2)
    figure, ax = canvas(title, note, pile, row * len(names), below=now.inch * (0.4 + lines))
    _names(ax, labels, counts, used, row, left)
    size = now.small if crowd else now.text
    for at, group in enumerate(shown.itertuples()):
        _pile(ax, status[group.cases], (left + (at + 0.05) * wide, wide * 0.9, step), len(data), size)
        _dots(ax, left + (at + 0.5) * wide, np.isin(list(names), group.codes), row, min(now.dot, wide * 36))
    if rest:
        across = right - beside
        _pile(ax, status[rest], (beside, across, step), len(data), now.text)
        box(ax, beside, -row * len(names), across, row * len(names), "white", edgecolor=LIGHT, lw=1)
        words = say("instrument-combinations.rest", n=len(groups) - len(shown), level=level)
        write(ax, beside + 0.1, -0.1, fold(words, now.small, across - 0.2), va="top", linespacing=1.2)
    status_key(ax, status, now.inch * 0.7)
    return Chart(figure, title, text, _table(groups, names, data), dict(data.cases["name"]))


def _names(
    ax: Axes, labels: dict[str, str], counts: dict[str, str], used: pd.DataFrame, row: float, left: float
) -> None:
    """Names of the rows with their counts, on bands."""
    for place, (code, label) in enumerate(labels.items()):
        y = -(place + 0.5) * row
        look = {"color": INK if used[code].any() else GREY}
        if place % 2 == 0:
            box(ax, 0, y - row / 2, style().width - 0.2, row, "#F3F4F6")
        if style().narrow:
            write(ax, 0.06, y, label, linespacing=1.1, **look)
        else:
            write(ax, 0.06, y, label)
            write(ax, left - 0.15, y, counts[code], ha="right", **look)


def _pile(ax: Axes, status: pd.Series, place: tuple[float, float, float], whole: int, size: float) -> None:
    """The cases of a combination with their number on top; `place` is where the pile stands, how wide it is, and how
    far its marks are apart, in inches."""
    left, wide, step = place
    stack(ax, status, left, 0.04, wide, step, whole=whole)
    top = 0.1 + height_of(len(status), wide, step)
    ax.text(left + wide / 2, top, f"{len(status):,}", ha="center", va="bottom", weight="bold", size=size)


def _dots(ax: Axes, x: float, held: np.ndarray, row: float, size: float) -> None:
    """A dot in each row, filled and tied by a line where the combination holds it."""
    y = -(np.arange(len(held)) + 0.5) * row
    ax.plot([x] * int((~held).sum()), y[~held], "o", ms=size * 0.7, color=LIGHT, mew=0)
    if held.any():
        ax.plot([x] * 2, y[held][[0, -1]], color=INK, lw=1.6)
        ax.plot([x] * int(held.sum()), y[held], "o", ms=size, color=INK, mew=0)


def _said(groups: pd.DataFrame, names: dict[str, str], total: int, level: str) -> tuple[str, str]:
    sizes, most = groups["cases"].map(len), groups.at[0, "codes"]
    phrases = {code: inside(name) for code, name in names.items()}
    if level == "instruments":
        phrases = {code: load_codebook().phrase("public_instruments", code) for code in names}
    first = " + ".join(phrases[code] for code in most) or say("instrument-combinations.nothing", level=level)
    return title_and_text(
        "instrument-combinations",
        n=total,
        count=len(groups),
        level=level,
        alone=of(int((sizes == 1).sum()), total),
        most=of(int(sizes.iloc[0]), total),
        first=first,
        tied=int((sizes == sizes.iloc[0]).sum()) - 1,
    )


def _table(groups: pd.DataFrame, names: dict[str, str], data: Dataset) -> pd.DataFrame:
    name, rows = data.cases["name"].to_dict(), []
    for codes, cases in groups.itertuples(index=False):
        said = tally("status", data.cases.loc[cases, "status"])
        held = " + ".join(names[code] for code in codes) or say("instrument-combinations.none-recorded")
        rows.append((held, len(cases), listed(said), "; ".join(isolated(name[case]) for case in cases)))
    return pd.DataFrame(rows, columns=column_names("instrument-combinations", _COLUMNS))
