"""Key figures of one case: every recorded number with its unit, year and kind."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.charts.chart import Chart
from pcc_data.charts.style import GREY, INK, LIGHT, drawing, frame, style, wrap
from pcc_data.charts.words import figure_text, number
from pcc_data.codes import load_codebook

if TYPE_CHECKING:
    from pcc_data.dataset import Dataset


def key_figures(data: Dataset, case: str) -> Chart:
    """All figures of a case in words and numbers. Bars compare only figures of the same kind of thing and the same unit.

    Actual figures have a filled bar, planned and estimated ones a hollow bar. Raises ValueError for an unknown case.
    """
    row, table = data.one("cases", case).iloc[0], data.one("indicators", case)
    book, now = load_codebook(), style()
    actual = int((table["kind"] == "actual").sum())
    title = f"{number(len(table)).capitalize()} figures are on record, {actual} of them actual" if len(table) else "No figures were found"
    label_wide, bar_wide = now.width * 0.47, now.width * 0.16
    lines = [wrap(text, now.text, label_wide) for text in table["label"]]
    heights = [(line.count("\n") + 1) * now.inch + 0.09 for line in lines]
    note = f"{row['name']}. Bars compare figures of the same kind and unit; filled = actual, hollow = planned or estimated."
    most = table.groupby(["code", "unit"], observed=True)["value"].transform(lambda values: values.abs().max())
    alone = (table.groupby(["code", "unit"], observed=True)["value"].transform("size") < 2) | (table["code"] == "other")
    with drawing():
        figure, ax = frame(title, note, max(sum(heights), now.inch), left=0.1, right=0.1)
        ax.set(xlim=(0, now.width - 0.2), ylim=(-max(sum(heights), now.inch), 0), xticks=[], yticks=[])
        ax.spines[:].set_visible(False)
        y = 0.0
        for fact, line, height, top, single in zip(table.itertuples(), lines, heights, most, alone, strict=True):
            middle = y - height / 2
            ax.text(0, middle, line, va="center", linespacing=1.2)
            if not single and top:
                hollow = fact.kind != "actual"
                ax.barh(
                    middle,
                    bar_wide * abs(fact.value) / top,
                    now.inch * 0.55,
                    left=label_wide + 0.1,
                    color="white" if hollow else "#5B7C99",
                    edgecolor="#34516B",
                    lw=1,
                )
            year = "no year" if pd.isna(fact.year) else f"{fact.year}"
            kind = "" if fact.kind == "actual" else f", {book.label('indicators.kind', fact.kind).lower()}"
            ax.text(label_wide + bar_wide + 0.25, middle, f"{figure_text(fact.value)} {fact.unit}", va="center", weight="bold", color=INK)
            ax.text(now.width - 0.25, middle, f"{year}{kind}", va="center", ha="right", color=GREY, size=now.small)
            y -= height
            ax.plot([0, now.width - 0.25], [y, y], color=LIGHT, lw=0.7)
    shown = table.assign(code=[book.label("indicators.code", code) for code in table["code"]])
    first = [
        f"{fact.label}: {figure_text(fact.value)} {fact.unit} ({'no year' if pd.isna(fact.year) else fact.year}, {fact.kind})"
        for fact in table.head(3).itertuples()
    ]
    text = f"{row['name']}: {number(len(table))} figures, {actual} of them actual. " + (
        f"The first: {'; '.join(first)}. The table has all." if first else ""
    )
    return Chart(figure, title, text, shown.drop(columns=["case", "sources"]).reset_index(drop=True))
