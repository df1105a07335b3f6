"""The hands of a whole room beside what the data say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.charts._guess import DATA, GUESS
from pcc_data.charts._kit.bars import THICK, bar_rows
from pcc_data.charts._kit.chart import Chart
from pcc_data.charts._kit.style import drawing
from pcc_data.charts._kit.texts import isolated
from pcc_data.colours import GREY, INK, LIGHT
from pcc_data.say import figure_text, listed


def hands(
    ask: str,
    raised: Mapping[str, int],
    *,
    right: Sequence[str] = (),
    counts: Mapping[str, float] | None = None,
    explain: str = "",
) -> Chart:
    """Hands counted for each option and, beside them, what the data say: the right options and the cases behind each.

    Without `right` it is a vote and nothing is right or wrong. Raises ValueError for no option or a negative count.
    """
    if not raised or min(raised.values()) < 0:
        raise ValueError("Hands need at least one option, and no count below zero.")
    total, labels, ask = sum(raised.values()), list(raised), isolated(ask)
    title = _hands_title(raised, total, right)
    with drawing():
        marks = "Hands raised" + (", and to the right what the data say." if right else ".") + f" {total} hands in all."
        drawn, ax, middles = bar_rows(labels, title, f"{ask} {marks}")
        ax.set_xlim(0, 2.1)
        top = max(max(raised.values()), 1)
        most = max([*(counts or {}).values(), 1])
        for place, label in zip(middles, labels, strict=True):
            ax.barh(place, 0.75 * raised[label] / top, height=THICK, color=GUESS)
            share = f"  ({100 * raised[label] / total:.0f} %)" if total else ""
            _words(ax, 0.75 * raised[label] / top, place, f"{raised[label]}{share}", INK)
            if right:
                _data_side(ax, place, label, label in right, counts, most)
    table = pd.DataFrame({"option": labels, "hands": list(raised.values())})
    if right:
        if counts:
            table["cases"] = [counts.get(label) for label in labels]
        table["the data"] = ["right" if label in right else "" for label in labels]
    said = listed([f"{isolated(label)}: {count}" for label, count in raised.items()])
    return Chart(drawn, title, f"{ask} {total} hands. {said}. {title}." + (f" {explain}" if right else ""), table)


def _data_side(
    ax: Axes, place: float, label: str, right: bool, counts: Mapping[str, float] | None, most: float
) -> None:
    start, wide = 1.15, 0.0
    if counts and label in counts:
        wide = 0.55 * counts[label] / most
        ax.barh(place, wide, left=start, height=THICK, color=DATA if right else LIGHT)
    ax.plot([start, start], [place - 0.58, place + 0.58], color=GREY, lw=1)
    count = figure_text(counts[label]) if counts and label in counts else ""
    _words(ax, start + wide, place, f"{count}{'  ✔ the data' if right else ''}".strip(), DATA if right else INK)


def _words(ax: Axes, x: float, y: float, text: str, colour: str) -> None:
    weight = "bold" if colour == DATA else "normal"
    ax.annotate(text, (x, y), (6, 0), textcoords="offset points", va="center", color=colour, weight=weight)


def _hands_title(raised: Mapping[str, int], total: int, right: Sequence[str]) -> str:
    if not total:
        start = "No hand was raised"
    else:
        top = max(raised.values())
        first = [isolated(label) for label, count in raised.items() if count == top]
        start = f"Most hands ({top} of {total}) went to {listed(first)}"
        if len(first) > 1:
            start = f"{listed(first)} are level with {top} of {total} hands each"
    if not right:
        return start
    held = sum(raised[label] for label in raised if label in right)
    share = f" ({held} of {total} hands)" if total else ""
    return f"{start}; the data say {' or '.join(map(isolated, right))}{share}"
