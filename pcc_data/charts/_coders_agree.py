"""How far coders agree: Krippendorff's alpha of each field with its interval."""

from collections.abc import Sequence

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.agreement import ALL, RELIABLE, agreement, chosen_codings
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, style
from pcc_data.charts._kit.told import column_names
from pcc_data.colours import GREY, INK, LIGHT, PAPER
from pcc_data.drawing.style import frame, room_left, row_high
from pcc_data.drawing.texts import fold, text_width
from pcc_data.say import listed

_LEAST = 2  # cases: one alone cannot tell agreement from chance
_NAMES, _MARKS = 0.4, 0.25  # parts of the width that names and figures may take
_COLUMNS = ("scale", "units", "agree", "alpha", "low", "high")


@of_data
def coders_agree(
    data: Dataset, *, codings: pd.DataFrame | None = None, round: str | int | Sequence[str] | None = None
) -> Chart:
    """Alpha of each field with its interval, the highest on top, and of all fields together.

    `codings` and `round` as for `pcc.agreement`; only cases of `data` count. A hollow mark stands for a field below
    0.667, from which nothing should be concluded. Raises ValueError as `pcc.agreement`.
    """
    heads = column_names("coders-agree", ("field", *_COLUMNS))
    if not len(data):
        return no_case(heads)
    chosen = chosen_codings(codings, round)
    chosen = chosen[chosen["case"].isin(data.cases.index)]
    if chosen["case"].nunique() < _LEAST:
        return no_case(heads, say("coders-agree.none"))
    found = agreement(chosen, round=list(chosen["round"].unique()), overall=True)
    known = found[found["alpha"].notna()].drop(index=ALL, errors="ignore").sort_values("alpha", ascending=False)
    if not len(known):
        return no_case(heads, say("coders-agree.none"))
    whole, book = found.loc[ALL], load_codebook()
    title = say("coders-agree.title", n=int(known["reliable"].sum()), total=len(known))
    counts = {"cases": chosen["case"].nunique(), "rounds": listed(sorted(chosen["round"].unique()))}
    note = say("coders-agree.note", least=str(RELIABLE), **counts)
    names = {str(field): book.label(str(field)) for field in known.index} | {ALL: say("coders-agree.all")}
    rows = [*known.iterrows(), (ALL, whole)]
    marks = {str(field): say("coders-agree.mark", alpha=_two(row["alpha"]), n=int(row["units"])) for field, row in rows}
    now = style()
    left_names, right_marks = _folded(names, _NAMES), _folded(marks, _MARKS)
    left, right = (
        max(text_width(line, now.small) for text in texts.values() for line in text.split("\n")) + 0.35
        for texts in (left_names, right_marks)
    )
    most = max(text.count("\n") for text in (*left_names.values(), *right_marks.values()))
    high = max(now.inch * 1.1, (most + 1) * now.small * 1.32 / 72 + 0.08)
    high = row_high(high, len(rows), room_left(title, note, now.inch * 1.5))
    figure, ax = frame(title, note, high * len(rows), left=left, right=right, below=now.inch * 1.5)
    low = min(0.0, float(known["low"].min()))
    ticks = [tick / 5 for tick in range(-5, 6) if tick / 5 >= low]
    ax.set(xlim=(low - 0.02, 1.02), ylim=(-len(rows) + 0.4, 0.6), yticks=[], xticks=ticks)
    ax.axvline(RELIABLE, color=GREY, lw=1, ls="--", zorder=0)
    for at, (field, row) in enumerate(rows):
        _row(ax, -at, left_names[str(field)], right_marks[str(field)], row)
    table = pd.DataFrame([(names[str(field)], *_cells(row)) for field, row in rows], columns=heads)
    return Chart(figure, title, _text(title, found, known, names, whole), table)


def _row(ax: Axes, y: int, name: str, mark: str, row: pd.Series) -> None:
    """A field: its name, the interval as a line, alpha as a mark, and both in figures."""
    now = style()
    beside = {"textcoords": "offset points", "va": "center", "size": now.small, "annotation_clip": False}
    low, high = ax.get_xlim()
    ax.plot([low, high], [y, y], color=LIGHT, lw=0.6, zorder=0)
    ax.plot([row["low"], row["high"]], [y, y], color=GREY, lw=2.5, zorder=1)
    ax.plot(row["alpha"], y, "o", ms=now.dot, mfc=INK if row["reliable"] else PAPER, mec=INK, mew=1.5, zorder=2)
    ax.annotate(name, (low, y), (-8, 0), ha="right", **beside)
    ax.annotate(mark, (high, y), (8, 0), ha="left", **beside)


def _folded(texts: dict[str, str], part: float) -> dict[str, str]:
    """The texts in lines that take at most a part of the picture's width."""
    return {key: fold(text, style().small, style().width * part) for key, text in texts.items()}


def _two(value: float) -> str:
    return f"{value:.2f}"


def _cells(row: pd.Series) -> list[object]:
    scale = "" if row["level"] == ALL else say(f"coders-agree.{row['level']}")
    return [scale, int(row["units"]), *(round(float(row[name]), 2) for name in _COLUMNS[2:])]


def _text(title: str, found: pd.DataFrame, known: pd.DataFrame, names: dict[str, str], whole: pd.Series) -> str:
    """What the picture says in words."""
    high, low = (
        say("coders-agree.field", field=names[str(field)], alpha=_two(known.at[field, "alpha"]))
        for field in known.index[[0, -1]]
    )
    together = say("coders-agree.whole", **{name: _two(whole[name]) for name in ("alpha", "low", "high")})
    told = [say("chart.sentence", title=title), say("coders-agree.text", high=high, low=low, all=together)]
    weak = [names[str(field)] for field in known.index[~known["reliable"]]]
    told += [say("coders-agree.weak", fields=weak)] if weak else []
    without = [load_codebook().label(str(field)) for field in found.index[found["alpha"].isna()] if field != ALL]
    return " ".join([*told, *([say("coders-agree.undefined", fields=without, n=len(without))] if without else [])])
