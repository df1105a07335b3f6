"""Codes counted in cases, as bars or group by group: what instruments, contributions and themes share."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.code_counts import ENOUGH, Gap, code_counts, widest_gaps
from pcc_data.analysis.compare import FEW
from pcc_data.charts._kit.of_data import no_case
from pcc_data.codes import load_codebook
from pcc_data.colours import GREY, INK, ink_on
from pcc_data.dataset.dataset import Dataset
from pcc_data.dataset.unreliable import unreliable
from pcc_data.drawing.canvas import box, canvas, write
from pcc_data.drawing.chart import Chart
from pcc_data.drawing.heads import Heads
from pcc_data.drawing.style import room_left, row_high, style
from pcc_data.drawing.texts import fold, text_width
from pcc_data.say import edges, of, of_cases, say, tied

SHADES = ("#F7F7FB", "#DCD6F0", "#B4A9DC", "#8A7AC6", "#5A46A0", "#2D1B69")
"""None, then up to a fifth, two fifths … of the cases in a group: one hue, dark = more."""


def count_chart(
    data: Dataset, table: str, column: str, field: str, by: str | None, *, finding: str = "", more: str = ""
) -> Chart:
    """Cases (not rows) of `table` with each code of `column`, group by group, as "4 of 7".

    `field` is the codebook's key of the codes. A `finding` stands as the title in place of the usual one,
    and `more` goes with the small line and the text. Raises ValueError when `by` has no codes.
    """
    counts, totals = code_counts(data, table, column, field, by)
    book = load_codebook()
    if not len(data):
        return no_case([book.label(field)])
    subject = book.label(field if field in ("public_instruments", "community_contributions") else table)
    title, text = _said(counts, totals, subject, field, by, len(data))
    title, text = finding or title, f"{text} {more}".rstrip()
    names = [book.label(field, code) for code in counts.index]
    heads = [say("chart-counts.all")] if by is None else [book.short(by, group) for group in totals.index]
    weak = unreliable(*(key for key in (by, field) if key is not None))
    note = say("chart-counts.note", n=len(data), alone=by is None, few=bool((totals < FEW).any())) + weak
    note = f"{note} {more}".rstrip()
    now, shown = style(), _heads(heads, totals)
    if by is not None and not _share_size(totals.to_list()):
        note = f"{note} {say('chart-counts.alone')}"
    top = now.small * 1.3 / 72 + 0.1 if by is None else shown.high + 0.1
    folded = [fold(name, now.text, _left() - 0.1) for name in names]
    lines = max(name.count("\n") + 1 for name in folded)
    row = now.inch * max(1.75 if now.text < 12 else 2, 0.87 * lines)
    row = row_high(row, len(counts), room_left(title, note, top + 0.1))
    figure, ax = canvas(title, note, top, row * len(counts))
    for line, name in enumerate(folded):
        ax.text(0, -(line + 0.5) * row, name, va="center", linespacing=1.1)
    (_bars if by is None else _cells)(ax, counts.to_numpy(), totals.to_list(), shown, row)
    cells = [[of(count, total) for count, total in zip(row, totals, strict=True)] for row in counts.to_numpy()]
    return Chart(figure, title, text, pd.DataFrame(cells, pd.Index(names, name=book.label(field)), heads))


def _left() -> float:
    """Inches for the names of the rows."""
    return 2.3 if style().width > 10 else 1.4 if style().narrow else 1.518


def _wide(columns: int) -> float:
    """Width of a column in inches."""
    return min(3.0, (style().width - 0.2 - _left()) / columns)


def _heads(heads: list[str], totals: pd.Series) -> Heads:
    """Heads of the columns with the number of cases, broken to the columns' width."""
    counted = [f"{head}\n{say('chart.n', n=count, few=count < FEW)}" for head, count in zip(heads, totals, strict=True)]
    return Heads.of(counted, _wide(len(heads)) - 0.04)


def _share_size(totals: list[int]) -> float:
    """Points at which "4 of 7" fits into a cell; 0 where only the count does: its whole stands at the head."""
    widths = {size: max(text_width(_share(total, total), size, "bold") for total in totals) for size in _sizes()}
    return next((size for size, wide in widths.items() if wide < _wide(len(totals)) - 0.06), 0.0)


def _sizes() -> tuple[float, float]:
    return style().text, style().small


def _cells(ax: Axes, counts: np.ndarray, totals: list[int], heads: Heads, row: float) -> None:
    """A shaded cell with its count for each code and group."""
    wide, size = _wide(len(totals)), _share_size(totals)
    for place, total in enumerate(totals):
        left, few = _left() + place * wide, total < FEW
        heads.write(ax, place, left + wide / 2, 0.06, linespacing=1.2)
        for line, count in enumerate(counts[:, place]):
            low, shade = -(line + 1) * row, SHADES[-(-count * (len(SHADES) - 1) // total)]
            fill, edge = "white" if few else shade, GREY if few or not count else "none"
            dash = "--" if few else "-"
            box(ax, left + 0.03, low + 0.03, wide - 0.06, row - 0.06, fill, edgecolor=edge, lw=0.8, ls=dash)
            look = {"color": INK if few else ink_on(shade), "weight": "bold" if count else "normal"}
            middle = left + wide / 2, low + row / 2
            words = _share(count, total) if size else str(count)
            ax.text(*middle, words, ha="center", va="center_baseline", size=size or style().text, **look)


def _bars(ax: Axes, counts: np.ndarray, totals: list[int], heads: Heads, row: float) -> None:
    """One group only: a bar for each code, inside a frame that stands for all cases."""
    now, left, total = style(), _left(), totals[0]
    wide = now.width - 0.2 - left - 1.3
    write(ax, left, 0.06, heads.lines[0].replace("\n", ", "), va="bottom")
    for line, count in enumerate(counts[:, 0]):
        low, weight = -(line + 1) * row, "bold" if count else "normal"
        box(ax, left, low + 0.06, wide * count / total, row - 0.12, SHADES[4])
        box(ax, left, low + 0.06, wide, row - 0.12, edgecolor="#B5BAC0", lw=0.9)
        ax.text(left + wide + 0.12, low + row / 2, _share(count, total), va="center_baseline", weight=weight)


def _share(count: int, total: int) -> str:
    return say("chart.count", n=count, total=total)


def _said(
    counts: pd.DataFrame, totals: pd.Series, subject: str, field: str, by: str | None, cases: int
) -> tuple[str, str]:
    """Title and text twin: the most common code, and where groups lie farthest apart."""
    book, all_cases = load_codebook(), counts.sum(axis=1).sort_values(ascending=False, kind="stable")
    phrases = {code: book.phrase(field, code) for code in all_cases.index}
    gaps = [] if by is None else widest_gaps(counts, totals)
    first, _ = edges({phrases[code]: (int(count), cases) for code, count in all_cases.items()})
    title = say(
        "chart-counts.title",
        subject=subject,
        n=cases,
        kind="none" if not all_cases.any() else "first" if first else "level",
        first=len(first),
        names=tied(first, "chart-counts.of-them"),
        most=of_cases(int(all_cases.iloc[0]), cases),
        gaps=len(gaps),
        by="" if by is None else book.label(by),
        apart=tied([phrases[code] for code, _, _ in gaps], "chart-counts.of-them"),
    )
    counted = [say("with-share", name=phrases[code], share=str(count)) for code, count in all_cases.items()]
    apart = say("chart-counts.next-gap").join(_gap(counts, totals, by, gap, phrases[gap[0]]) for gap in gaps)
    values = {"counts": counted, "gaps": len(gaps), "enough": ENOUGH, "apart": apart}
    return title, say("chart-counts.text", subject=subject, n=cases, **values)


def _gap(counts: pd.DataFrame, totals: pd.Series, by: str, gap: Gap, name: str) -> str:
    """'5 of 6 (Land trust) against 0 of 9 (Delegated)'; groups with equal shares are named beside one another."""
    code, *ends = gap
    book = load_codebook()

    def cell(group: str) -> str:
        share = of(int(counts.at[code, group]), int(totals[group]))
        return say("with-share", name=share, share=book.short(by, group))

    high, low = ([cell(group) for group in groups] for groups in ends)
    return say("chart-counts.gap", name=name, high=high, low=low)
