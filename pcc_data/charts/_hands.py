"""The hands of a whole room beside what the data say."""

from collections.abc import Mapping, Sequence

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.charts._guess import DATA, GUESS
from pcc_data.charts._kit.basics import Chart, say, style
from pcc_data.colours import GREY, INK, LIGHT
from pcc_data.drawing.bars import THICK, bar_rows
from pcc_data.drawing.style import drawing
from pcc_data.drawing.texts import isolated
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
    counts = counts or {}
    total, labels, ask = sum(raised.values()), list(raised), isolated(ask)
    title = _hands_title(raised, total, right)
    with drawing():
        note = say("hands.note", ask=ask, right=bool(right), n=total)
        drawn, ax, middles = bar_rows(labels, title, note)
        ax.set_xlim(0, 2.1)
        long = 0.4 if right and style().narrow else 0.75
        top = max(max(raised.values()), 1)
        most = max([*counts.values(), 1])
        for place, label in zip(middles, labels, strict=True):
            ax.barh(place, long * raised[label] / top, height=THICK, color=GUESS)
            percent = round(100 * raised[label] / total) if total else 0
            words = say("hands.count", n=raised[label], total=total, percent=percent)
            _words(ax, long * raised[label] / top, place, words, INK)
            if right:
                _data_side(ax, place, label, label in right, counts, most)
    table = pd.DataFrame({say("hands.column-option"): labels, say("hands.column-hands"): list(raised.values())})
    if right:
        if counts:
            table[say("hands.column-cases")] = [counts.get(label) for label in labels]
        table[say("hands.column-data")] = [say("hands.right") if label in right else "" for label in labels]
    counted = [say("chart.labelled", name=isolated(label), n=count) for label, count in raised.items()]
    text = say("hands.text", ask=ask, n=total, counts=counted, title=title)
    return Chart(drawn, title, f"{text} {explain}".rstrip() if right else text, table)


def _data_side(ax: Axes, place: float, label: str, right: bool, counts: Mapping[str, float], most: float) -> None:
    start, wide = (1.0 if style().narrow else 1.15), 0.0
    if label in counts:
        wide = (0.15 if style().narrow else 0.55) * counts[label] / most
        ax.barh(place, wide, left=start, height=THICK, color=DATA if right else LIGHT)
    ax.plot([start, start], [place - 0.58, place + 0.58], color=GREY, lw=1)
    count = figure_text(counts[label]) if label in counts else ""
    words = f"{count}  {say('hands.the-data') if right else ''}".strip()
    _words(ax, start + wide, place, words, DATA if right else INK)


def _words(ax: Axes, x: float, y: float, text: str, colour: str) -> None:
    look = {"color": colour, "weight": "bold" if colour == DATA else "normal"}
    size = style().small if style().narrow else style().text
    ax.annotate(text, (x, y), (6, 0), textcoords="offset points", va="center", size=size, **look)


def _hands_title(raised: Mapping[str, int], total: int, right: Sequence[str]) -> str:
    first = [isolated(label) for label, count in raised.items() if count == max(raised.values())]
    values = {"n": total, "top": max(raised.values()), "first": len(first), "options": first}
    if not right:
        return say("hands.title", **values)
    held, answers = sum(raised[label] for label in raised if label in right), listed(map(isolated, right), "or")
    return say("hands.title-right", title=say("hands.title", **values), answers=answers, held=held, n=total)
