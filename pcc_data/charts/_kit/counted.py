"""Codes counted in cases, as bars or group by group: what instruments, contributions and themes share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from pcc_data.analysis.compare import FEW
from pcc_data.charts._kit.chart import Chart
from pcc_data.charts._kit.pages import no_case
from pcc_data.charts._kit.style import drawing, frame, style, unreliable
from pcc_data.charts._kit.texts import fold
from pcc_data.codes import load_codebook
from pcc_data.colours import GREY, INK, ink_on
from pcc_data.say import cases_in_words, edges, listed, of, of_cases, tied

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


SHADES = ("#F7F7FB", "#DCD6F0", "#B4A9DC", "#8A7AC6", "#5A46A0", "#2D1B69")
"""None, then up to a fifth, two fifths … of the cases in a group: one hue, dark = more."""

ENOUGH = 5  # cases a group needs to be named in the sentence about the widest gap

Gap = tuple[str, list[str], list[str]]  # a code, the groups with its largest share and those with its smallest

_LEFT = 2.3  # inches for the names of the rows


def count_chart(data: Dataset, table: str, column: str, field: str, by: str | None) -> Chart:
    """Cases (not rows) of `table` with each code of `column`, group by group, as "4 of 7".

    `field` is the codebook's key of the codes. Raises ValueError when `by` has no codes.
    """
    counts, totals = counted(data, table, column, field, by)
    book = load_codebook()
    if not len(data):
        return no_case([book.label(field)])
    subject = book.label(field if field in ("public_instruments", "community_contributions") else table)
    title, text = _said(counts, totals, subject, field, by, len(data))
    names = [book.label(field, code) for code in counts.index]
    heads = _heads(totals, by)
    chart_table = pd.DataFrame(
        {
            head: [of(int(count), int(totals[group])) for count in counts[group]]
            for head, group in zip(heads, totals.index, strict=True)
        },
        index=pd.Index(names, name=book.label(field)),
    )
    fields = [key for key in (by, field) if key is not None]
    small = " * fewer than three cases." if (totals < FEW).any() else ""
    drawn = "The frame is all cases." if by is None else "The darker, the larger the share of the group."
    note = f"Cases with each of them (n = {len(data)}); a case can have several. {drawn}{small}{unreliable(*fields)}"
    now = style()
    lines = max(head.count("\n") + 1 for head in heads_wrapped(heads, totals))
    top = now.small * 1.3 / 72 * lines + 0.1
    row = now.inch * (1.75 if now.text < 12 else 2)
    with drawing():
        figure, ax = frame(title, note, top + row * len(counts), left=0.1, right=0.1)
        ax.set(xlim=(0, now.width - 0.2), ylim=(-row * len(counts), top), xticks=[], yticks=[])
        ax.spines[:].set_visible(False)
        (_bars if by is None else _cells)(ax, counts, totals, names, heads_wrapped(heads, totals), row)
    return Chart(figure, title, text, chart_table)


def counted(data: Dataset, table: str, column: str, field: str, by: str | None) -> tuple[pd.DataFrame, pd.Series]:
    """Cases with each code (rows, in the codebook's order) in each group (columns), and the cases in each group.

    Groups without cases are left out. With `by` None there is one group, `all`. Raises ValueError when `by` has no
    codes.
    """
    group = pd.Series("all", index=data.cases.index) if by is None else data.state(by)
    totals = group.value_counts(sort=False)
    totals = totals[totals > 0]
    pairs = data.tables[table][["case", column]].drop_duplicates()
    counts = pd.crosstab(pairs[column].astype("str"), pairs["case"].map(group).astype("str"))
    counts = counts.reindex(index=list(load_codebook().codes(field)), columns=list(totals.index), fill_value=0)
    return counts, totals


def _heads(totals: pd.Series, by: str | None) -> list[str]:
    return ["All cases"] if by is None else [load_codebook().short(by, group) for group in totals.index]


def heads_wrapped(heads: list[str], totals: pd.Series) -> list[str]:
    """Heads of the columns with the number of cases, broken to the columns' width."""
    room = _wide(len(heads)) - 0.04
    return [
        f"{fold(head, style().small, room)}\nn = {count}{'*' if count < FEW else ''}"
        for head, count in zip(heads, totals, strict=True)
    ]


def _wide(columns: int) -> float:
    """Width of a column in inches."""
    return min(3.0, (style().width - 0.2 - _left()) / columns)


def _left() -> float:
    return _LEFT if style().width > 10 else _LEFT * 0.66


def _cells(ax: Axes, counts: pd.DataFrame, totals: pd.Series, names: list[str], heads: list[str], row: float) -> None:
    """Names of rows and columns, and a shaded cell with its count for each pair."""
    now, wide, left = style(), _wide(len(heads)), _left()
    for place, head in enumerate(heads):
        ax.text(left + (place + 0.5) * wide, 0.06, head, ha="center", va="bottom", size=now.small, linespacing=1.2)
    for line, (name, values) in enumerate(zip(names, counts.to_numpy(), strict=True)):
        y = -(line + 1) * row
        ax.text(0, y + row / 2, fold(name, now.text, left - 0.1), va="center", linespacing=1.1)
        for place, (count, total) in enumerate(zip(values, totals, strict=True)):
            shade = SHADES[-(-count * (len(SHADES) - 1) // total)]
            few = total < FEW
            ax.add_patch(
                Rectangle(
                    (left + place * wide + 0.03, y + 0.03),
                    wide - 0.06,
                    row - 0.06,
                    facecolor="white" if few else shade,
                    edgecolor=GREY if few or not count else "none",
                    lw=0.8,
                    ls="--" if few else "-",
                )
            )
            ax.text(
                left + (place + 0.5) * wide,
                y + row / 2,
                f"{count} of {total}",
                ha="center",
                va="center_baseline",
                size=now.text if wide > 0.075 * now.text else now.small,
                color=INK if few else ink_on(shade),
                weight="bold" if count else "normal",
            )


def _bars(ax: Axes, counts: pd.DataFrame, totals: pd.Series, names: list[str], heads: list[str], row: float) -> None:
    """One group only: a bar for each name, inside a frame that stands for all cases."""
    now, left = style(), _left()
    wide, total = now.width - 0.2 - left - 1.3, int(totals.iloc[0])
    ax.text(left, 0.06, heads[0].replace("\n", ", "), va="bottom", size=now.small)
    for line, (name, count) in enumerate(zip(names, counts.iloc[:, 0], strict=True)):
        y = -(line + 1) * row
        ax.text(0, y + row / 2, fold(name, now.text, left - 0.1), va="center", linespacing=1.1)
        ax.add_patch(Rectangle((left, y + 0.06), wide * count / total, row - 0.12, facecolor=SHADES[4], lw=0))
        ax.add_patch(Rectangle((left, y + 0.06), wide, row - 0.12, fill=False, edgecolor="#B5BAC0", lw=0.9))
        ax.text(
            left + wide + 0.12,
            y + row / 2,
            f"{count} of {total}",
            va="center_baseline",
            weight="bold" if count else "normal",
        )


def _said(
    counts: pd.DataFrame, totals: pd.Series, subject: str, field: str, by: str | None, cases: int
) -> tuple[str, str]:
    """Title and text twin: the most common code, and where groups lie farthest apart."""
    book, all_cases = load_codebook(), counts.sum(axis=1).sort_values(ascending=False, kind="stable")
    title = f"{subject}: {_most(all_cases, field, cases)}"
    ranked = [f"{book.label(field, code).lower()} ({count})" for code, count in all_cases.items()]
    text = f"{subject} in {cases_in_words(cases, small=True)}, counted in cases: {listed(ranked)}."
    gaps = [] if by is None else widest_gaps(counts, totals)
    if gaps:
        names = [book.label(field, code).lower() for code, _, _ in gaps]
        title += f". {book.label(by)}: widest apart on {tied(names, 'of them')}"
        apart = [f"{name}: {_at(counts, totals, by, gap)}" for name, gap in zip(names, gaps, strict=True)]
        text += f" Among groups of at least {ENOUGH} cases, shares lie farthest apart for {'; and for '.join(apart)}."
    return title, text


def _most(all_cases: pd.Series, field: str, cases: int) -> str:
    """The most common code or codes; where all are equally common, that they are; where none is recorded, so much."""
    if not all_cases.any():
        return f"none is recorded in {cases_in_words(cases, small=True)}"
    first, _ = edges(
        {load_codebook().label(field, code).lower(): (int(count), cases) for code, count in all_cases.items()}
    )
    many = of_cases(int(all_cases.iloc[0]), cases)
    if not first:
        return f"each of them is recorded in {many}"
    return (
        f"{tied(first, 'of them')} {'is' if len(first) == 1 else 'are'} the most common,"
        f" {'' if len(first) == 1 else 'each '}in {many}"
    )


def _at(counts: pd.DataFrame, totals: pd.Series, by: str, gap: Gap) -> str:
    """'5 of 6 (Land trust) against 0 of 9 (Delegated)'; groups with equal shares are named beside one another."""
    code, *ends = gap
    said = [
        listed(
            [
                f"{of(int(counts.at[code, group]), int(totals[group]))} ({load_codebook().short(by, group)})"
                for group in groups
            ]
        )
        for groups in ends
    ]
    return " against ".join(said)


def widest_gaps(counts: pd.DataFrame, totals: pd.Series) -> list[Gap]:
    """The codes whose share differs most between groups of at least five cases, with the groups that are highest and
    lowest.

    Several codes, or several groups at an end, are tied. Empty when fewer than two groups are large enough or no share
    differs.
    """
    large = [group for group in totals.index if totals[group] >= ENOUGH]
    if len(large) < 2:
        return []
    shares = counts[large] / totals[large]
    high, low = shares.max(axis=1), shares.min(axis=1)
    apart = (high - low).round(9)  # differences of equal size may differ in their last digit
    if not apart.max():
        return []
    found = apart.index[apart == apart.max()]
    return [(code, *(list(shares.columns[shares.loc[code] == end[code]]) for end in (high, low))) for code in found]
