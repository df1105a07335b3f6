"""Which roles or public instruments come together in a case: one column a combination, one mark a case."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from pcc_data.analysis.city_roles import in_use, named
from pcc_data.charts._kit.by_status import NOUN
from pcc_data.charts._kit.canvas import spacing
from pcc_data.charts._kit.chart import Chart, of_data
from pcc_data.charts._kit.pages import no_case
from pcc_data.charts._kit.stacks import height_of, stack, status_key, unit
from pcc_data.charts._kit.style import drawing, frame, style, unreliable
from pcc_data.charts._kit.texts import fold, isolated
from pcc_data.codes import load_codebook
from pcc_data.colours import GREY, INK, LIGHT
from pcc_data.say import cases_in_words, listed, number, of

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

MANY = 1000  # with so many cases the rows show counts alone: the number of all stands in the small line
COLUMNS = 16  # combinations with a column of their own at most
_PILE = 1.75  # inches for the piles of marks
_FIELDS = ("public_instruments", "status")


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
        return no_case(["cases", "names"])
    groups = _grouped(used)
    shown = groups if len(groups) <= COLUMNS else groups[groups["cases"].map(len) > 1].head(COLUMNS)
    rest = [case for cases in groups["cases"].iloc[len(shown) :] for case in cases]
    title, text = _said(groups, names, len(data), NOUN[level])
    now, status = style(), data.cases["status"]
    row, left, right = now.inch * 1.15, 0.1 + (3.1 if now.width > 10 else 2.0), now.width - 0.3
    wide = min(0.6, (right - left) * (0.72 if rest else 1) / max(1, len(shown)))
    beside = left + wide * len(shown) + 0.25
    sizes = [(len(cases), wide * 0.9) for cases in shown["cases"]] + ([(len(rest), right - beside)] if rest else [])
    step = min(spacing([count], across, _PILE) for count, across in sizes)
    pile = max(height_of(count, across, step) for count, across in sizes) + now.inch * 1.3
    note = (
        f"{unit(len(data))} (n = {len(data):,}), by status; below them the {NOUN[level]}s of the combination. "
        f"A filled dot: part of it.{unreliable(*_FIELDS)}"
    )
    with drawing():
        figure, ax = frame(title, note, pile + row * len(names), left=0.1, right=0.1, below=now.inch * 1.4)
        ax.set(xlim=(0, now.width - 0.2), ylim=(-row * len(names), pile), xticks=[], yticks=[])
        ax.spines[:].set_visible(False)
        _names(ax, used, names, row, left)
        for place, (_, group) in enumerate(shown.iterrows()):
            at = (left + place * wide, wide, row, step)
            _column(ax, status[group["cases"]], group["codes"], list(names), at, len(data))
        if rest:
            at = (beside, right - beside, row * len(names), step)
            _rest(ax, status[rest], len(groups) - len(shown), at, len(data), level)
        status_key(ax, status, now.inch * 0.7)
    return Chart(figure, title, text, _table(groups, names, data), dict(data.cases["name"]))


def _grouped(used: pd.DataFrame) -> pd.DataFrame:
    """One row a combination (columns: codes, cases), the most common first, ties in the order of the codes."""
    held: dict[tuple[str, ...], list[str]] = {}
    for case, values in zip(used.index, used.to_numpy(), strict=True):
        held.setdefault(tuple(used.columns[values]), []).append(case)
    order = {code: place for place, code in enumerate(used.columns)}
    ranked = sorted(held.items(), key=lambda pair: (-len(pair[1]), len(pair[0]), [order[code] for code in pair[0]]))
    return pd.DataFrame({"codes": [codes for codes, _ in ranked], "cases": [cases for _, cases in ranked]})


def _names(ax: Axes, used: pd.DataFrame, names: dict[str, str], row: float, left: float) -> None:
    """Names of the rows with their counts, on bands."""
    now, total = style(), len(used)
    for place, (code, name) in enumerate(names.items()):
        y = -(place + 0.5) * row
        if place % 2 == 0:
            ax.add_patch(Rectangle((0, y - row / 2), now.width - 0.2, row, facecolor="#F3F4F6", lw=0))
        count = int(used[code].sum())
        ax.text(0.06, y, name, va="center", size=now.small)
        ax.text(
            left - 0.15,
            y,
            f"{count:,}" if total >= MANY else f"{count} of {total}",
            va="center",
            ha="right",
            size=now.small,
            color=INK if count else GREY,
        )


def _column(
    ax: Axes,
    status: pd.Series,
    codes: tuple[str, ...],
    rows: list[str],
    place: tuple[float, float, float, float],
    whole: int,
) -> None:
    """One combination: its pile of cases with their number, and its dots."""
    left, wide, row, step = place
    now, middle = style(), left + wide / 2
    stack(ax, status, left + wide * 0.05, 0.04, wide * 0.9, step, whole=whole)
    ax.text(
        middle,
        0.1 + height_of(len(status), wide * 0.9, step),
        f"{len(status):,}",
        ha="center",
        va="bottom",
        weight="bold",
        size=now.text if whole < MANY else now.small,
    )
    filled = [-(at + 0.5) * row for at, code in enumerate(rows) if code in codes]
    empty = [-(at + 0.5) * row for at, code in enumerate(rows) if code not in codes]
    size = min(now.dot, wide * 72 * 0.5)
    ax.plot([middle] * len(empty), empty, "o", ms=size * 0.7, color=LIGHT, mew=0)
    if filled:
        ax.plot([middle] * 2, [filled[0], filled[-1]], color=INK, lw=1.6)
        ax.plot([middle] * len(filled), filled, "o", ms=size, color=INK, mew=0)


def _rest(
    ax: Axes, status: pd.Series, combinations: int, place: tuple[float, float, float, float], whole: int, level: str
) -> None:
    """The cases whose combination has no column of its own, in one pile, and below it how many combinations these
    are."""
    left, wide, height, step = place
    now = style()
    stack(ax, status, left, 0.04, wide, step, whole=whole)
    ax.text(
        left + wide / 2,
        0.1 + height_of(len(status), wide, step),
        f"{len(status):,}",
        ha="center",
        va="bottom",
        weight="bold",
    )
    words = f"{combinations:,} other combinations of {NOUN[level]}s. The table behind the picture lists them."
    ax.add_patch(Rectangle((left, -height), wide, height, facecolor="white", edgecolor=LIGHT, lw=1))
    ax.text(left + 0.1, -0.1, fold(words, now.small, wide - 0.2), va="top", size=now.small, linespacing=1.2)


def _said(groups: pd.DataFrame, names: dict[str, str], total: int, noun: str) -> tuple[str, str]:
    sizes, count = groups["cases"].map(len), len(groups)
    alone = int((sizes == 1).sum())
    first = " + ".join(names[code].lower() for code in groups.at[0, "codes"]) if groups.at[0, "codes"] else f"no {noun}"
    kinds = f"{number(count)} combination{'' if count == 1 else 's'} of {noun}s"
    title = f"{cases_in_words(total)} show {kinds}; {of(alone, total)} share theirs with no other case"
    if total == 1:
        title = f"One case, with {first}"
    tied = int((sizes == sizes.iloc[0]).sum())
    text = f"{cases_in_words(total)}, {kinds}. The most common, in {of(int(sizes.iloc[0]), total)}: {first}"
    text += f" (and {number(tied - 1)} more with as many cases)." if tied > 1 else "."
    return title, text


def _table(groups: pd.DataFrame, names: dict[str, str], data: Dataset) -> pd.DataFrame:
    book = load_codebook()
    status, called = data.cases["status"].astype("str").to_dict(), data.cases["name"].to_dict()
    rows = []
    for codes, cases in zip(groups["codes"], groups["cases"], strict=True):
        counts = Counter(status[case] for case in cases)
        states = listed(
            [f"{counts[code]} {book.label('status', code).lower()}" for code in book.codes("status") if counts[code]]
        )
        rows.append(
            (
                " + ".join(names[code] for code in codes) or "none recorded",
                len(cases),
                states,
                "; ".join(isolated(called[case]) for case in cases),
            )
        )
    return pd.DataFrame(rows, columns=["combination", "cases", "how they stand", "which"])
