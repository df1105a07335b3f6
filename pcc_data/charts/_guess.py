"""A guess beside the answer that the data give: on a scale, among choices, as two orders."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pcc_data.charts._kit.basics import Chart, Dataset, of_data, say, style, unreliable
from pcc_data.colours import GREY, INK, LIGHT
from pcc_data.drawing.bars import THICK, bar_rows
from pcc_data.drawing.style import frame
from pcc_data.drawing.texts import fold, isolated
from pcc_data.drawing.ticks import even_ticks
from pcc_data.quiz.questions import Question, questions
from pcc_data.say import figure_text

# blue and vermillion of Okabe and Ito; shape and words say the same
DATA = "#0072B2"
GUESS = "#D55E00"
_SIDE = 0.36  # part of the width for the names of each of two orders
_OPEN = ["?"]  # a place in an order that waits to be filled


@of_data
def guess(data: Dataset, key: str | Question, given: Any = None, *, shown: bool = True) -> Chart:
    """The answer to a question of `questions.yaml` and a guess, drawn together.

    `given` is a number, the value of an option, or values in order; None draws the answer alone. With `shown=False`
    only the guess is drawn, in the same frame. Raises ValueError for an unknown question or a guess that is no possible
    answer.
    """
    question = key if isinstance(key, Question) else questions("questions", data, [key])[0]
    if given is not None and question.kind != "number":
        wrong = set([given] if question.kind == "choice" else given) - set(question.labels)
        if wrong:
            raise ValueError(
                f"{', '.join(map(str, wrong))} is no option of this question: {', '.join(question.labels)}."
            )
    draw = {"number": _number, "choice": _choice, "order": _order}[question.kind]
    drawn, table = draw(question, given, shown)
    title = _title(question, given, shown)
    return Chart(drawn, title, f"{question.ask} {title}." + (f" {question.why}" if shown else ""), table)


def _title(question: Question, given: Any, shown: bool) -> str:
    if not shown:
        return say("guess.none") if given is None else say("guess.given", guess=isolated(question.said(given)))
    found, answer = question.answer, question.answer_said()
    if question.kind == "number" and found.percent and found.denominator and found.numerator is not None:
        answer = say("guess.counts", answer=answer, n=found.numerator, total=found.denominator)
    if given is None:
        return say("guess.answer", answer=isolated(answer))
    if question.kind == "order":
        return say("guess.order", n=question.in_place(given), total=len(question.right))
    said = isolated(question.said(given))
    return say("guess.both", how=question.judged(given), guess=said, answer=isolated(answer))


def _note(question: Question, shown: bool) -> str:
    missing = (question.answer.not_found or 0) if shown and question.answer.percent else 0
    note = say("guess.note", ask=question.ask, circle=shown and question.kind == "number", missing=missing)
    return note + (unreliable(*question.fields) if shown else "")


def _places(ax: Axes, side: str, names: Sequence[str]) -> None:
    """The guessed order or that of the data: numbered places under its head; those that wait to be filled in grey."""
    x, ha, colour = (_SIDE, "right", GUESS) if side == "order" else (1 - _SIDE, "left", DATA)
    head = _head(side)
    look = {"va": "bottom", "linespacing": 1.0} if "\n" in head else {}
    ax.text(x, -0.85, head, ha=ha, color=colour, weight="bold", **look)
    for place, name in enumerate(names):
        look = {"color": GREY if [name] == _OPEN else INK, "linespacing": 1.1}
        ax.text(x, place, _place(place, name), ha=ha, va="center", **look)


def _head(side: str) -> str:
    """What stands over one of the two orders."""
    return fold(say(f"guess.head-{side}"), style().text, (style().width - 0.4) * _SIDE, "bold")


def _place(place: int, name: str) -> str:
    """'1.  Energy', in at most two lines that fit beside the lines between the two orders."""
    return fold(f"{place + 1}.\u00a0 {name}", style().text, (style().width - 0.4) * _SIDE, most=2)


def _number(question: Question, given: Any, shown: bool) -> tuple[Figure, pd.DataFrame]:
    now, (low, high, _) = style(), question.range
    found, value = question.answer, float(question.answer.value or 0)
    title, note = _title(question, given, shown), _note(question, shown)
    drawn, ax = frame(title, note, now.inch * 4.8, left=0.5, right=0.5, below=now.inch * 2)
    reach = (high - low) * 0.02
    ax.set(xlim=(low - reach, high + reach), ylim=(-1, 1), yticks=[])
    ax.spines["bottom"].set_color(GREY)
    ticks = even_ticks(low, high)
    ax.set_xticks(ticks, [figure_text(tick) for tick in ticks])
    ax.set_xlabel(question.unit)
    if shown and given is not None:
        ax.plot([value, float(given)], [0, 0], color=LIGHT, lw=6, zorder=1)
    if shown:
        if found.percent and found.not_found and found.denominator:  # what is not known could all be on this side
            far = min(100.0, value + 100 * found.not_found / found.denominator)
            ax.plot([value, far], [0, 0], color=DATA, lw=2, ls="--", zorder=2)
            ax.plot([far, far], [-0.12, 0.12], color=DATA, lw=2, zorder=2)
        ax.plot(value, 0, "o", ms=now.dot * 1.6, color=DATA, zorder=4)
        _beside(ax, value, 0.5, say("guess.mark-data", answer=question.answer_said()), DATA)
    if given is not None:
        ax.plot(float(given), 0, "D", ms=now.dot * 2, mfc="none", mec=GUESS, mew=3, zorder=5)
        _beside(ax, float(given), -0.55, say("guess.given", guess=question.said(given)), GUESS)
    rows = [(say("guess.row-data"), round(value, 1))] if shown else []
    rows += [] if given is None else [(say("guess.row-guess"), float(given))]
    return drawn, pd.DataFrame(rows, columns=["", question.unit or say("guess.number")])


def _beside(ax: Axes, x: float, y: float, text: str, colour: str) -> None:
    """Words over or under a mark; near an end of the scale they begin or end at the mark."""
    low, high = ax.get_xlim()
    at = (x - low) / (high - low)
    ha = "left" if at < 0.2 else "right" if at > 0.8 else "center"
    ax.text(x, y, text, ha=ha, va="center", color=colour, weight="bold", size=style().text)


def _choice(question: Question, given: Any, shown: bool) -> tuple[Figure, pd.DataFrame]:
    found, labels = question.answer, question.labels
    drawn, ax, middles = bar_rows(list(labels.values()), _title(question, given, shown), _note(question, shown))
    counts = {value: found.counts[value] for value in labels if value in found.counts} if shown else {}
    wide, words = ax.get_position().width * style().width, style().text * 18 / 72  # room behind the longest bar
    ax.set_xlim(0, max([1, *counts.values()]) * wide / (wide - words))
    for place, value in zip(middles, labels, strict=True):
        right = shown and value in question.right
        if value in counts:
            ax.barh(place, counts[value], height=THICK, color=DATA if right else LIGHT)
        count = figure_text(counts[value]) if value in counts else ""
        words = "  ".join([count] * bool(count) + [say("guess.is-data")] * right)
        look = {"textcoords": "offset points", "va": "center", "weight": "bold" if right else "normal"}
        said = ax.annotate(words, (counts.get(value, 0.0), place), (6, 0), color=DATA if right else INK, **look)
        if value == given:
            look |= {"xycoords": said, "color": GUESS, "weight": "bold"}
            ax.annotate(say("guess.is-guess"), (1, 0.5), (14 if words else 0, 0), **look)
    table = pd.DataFrame({say("guess.option"): list(labels.values())})
    if shown:
        if found.counts:
            table[say("guess.cases")] = [found.counts.get(value) for value in labels]
        table[say("guess.row-data")] = [say("guess.right") if value in question.right else "" for value in labels]
    table[say("guess.row-guess")] = [say("guess.yours") if value == given else "" for value in labels]
    return drawn, table


def _order(question: Question, given: Any, shown: bool) -> tuple[Figure, pd.DataFrame]:
    now, found, labels = style(), question.answer, question.labels
    right = list(question.right)
    note = say("guess.order-note", ask=question.ask) if shown and given else question.ask
    note += unreliable(*question.fields) if shown else ""
    row = 2.2 if any("\n" in _place(0, label) for label in labels.values()) else 1.5
    over = int(any("\n" in _head(side) for side in ("order", "data")))  # heads of two lines grow upwards
    high = now.inch * (len(right) * row + 1.2 + over)
    drawn, ax = frame(_title(question, given, shown), note, high, left=0.2, right=0.2)
    ax.set(xlim=(0, 1), ylim=(len(right) - 0.4, -1.1 - over / row), xticks=[], yticks=[])
    ax.spines["bottom"].set_visible(False)
    if given is not None or not shown:
        guessed = [isolated(labels[value]) for value in given] if given is not None else _OPEN * len(right)
        _places(ax, "order", guessed)
    counts = {value: f" ({figure_text(count)})" for value, count in found.counts.items()}
    names = [isolated(labels[value]) + counts.get(value, "") for value in right] if shown else _OPEN * len(right)
    _places(ax, "data", names)
    for place, value in enumerate(given if shown and given is not None else ()):
        same = found.ranks[value] == found.ranks[right[place]]
        look = {"color": DATA, "ls": "-"} if same else {"color": GUESS, "ls": "--"}
        ax.plot([0.375, 0.625], [place, right.index(value)], lw=2.5, **look)
    table = pd.DataFrame({say("guess.place"): range(1, len(right) + 1)})
    if shown:
        table[say("guess.row-data")] = [labels[value] for value in right]
        if found.counts:
            table[say("guess.cases")] = [found.counts.get(value) for value in right]
    if given is not None:
        table[say("guess.row-guess")] = [labels[value] for value in given]
    return drawn, table
