"""The share that the community owns against the seats that it holds."""

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.shares_and_seats import shares_and_seats
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, of_data, say, style
from pcc_data.charts._kit.told import alone, column_names
from pcc_data.colours import GREY, INK, LIGHT, PAPER
from pcc_data.drawing.style import frame, room_left, row_high, scale
from pcc_data.drawing.texts import isolated, shorten, text_width
from pcc_data.say import listed

_DOWN = 0.15  # how far, in rows, marks stand under the middle of their row on a phone
_SHORT = 1.25  # inches of the lines of two lists beside one another


@of_data
def owned_and_seated(data: Dataset) -> Chart:
    """Share owned against seats held by the community, a row a case that has either on record, most seats on top."""
    now, table = style(), shares_and_seats(data).sort_values(["seats", "owned"], ascending=False, kind="stable")
    names = data.cases.loc[table.index, "name"]
    title, text = _shares_said(data, table)
    note = say("owned-and-seated.note", n=len(table), total=len(data))
    widest = max((text_width(_told(values), now.small) for _, values in table.iterrows()), default=0)
    lines, row, below = max(len(table), 1), now.inch * (2 if now.narrow else 1.12), now.inch * 1.5
    room = room_left(title, note, below)
    beside = 1 if lines * row_high(row, lines, room) <= room else 2  # lists
    lines = -(-lines // beside)
    right = max(1.9 * scale() / beside, widest + 0.4)
    left = 5.2 * scale() if beside == 1 else now.width / beside - right - _SHORT  # the names have the rest
    if now.narrow:  # names and shares stand over their lines
        left, right = 0.2, 0.2
    figure, whole = frame(title, note, row_high(row, lines, room) * lines, below=below, left=0.0, right=0.0)
    box, wide = whole.get_position(), now.width / beside
    whole.remove()
    for at in range(beside):
        place = ((at * wide + left) / now.width, box.y0, (wide - left - right) / now.width, box.height)
        _list(figure.add_axes(place), table.iloc[at * lines : (at + 1) * lines], lines, names, left)
    shown = table.assign(case=names)[["case", "owned", "seats", "from"]].round(1).reset_index(drop=True)
    shown["from"] = [found if pd.isna(found) else say(f"owned-and-seated.from-{found}") for found in shown["from"]]
    shown.columns = column_names("owned-and-seated", shown)
    return Chart(figure, title, text, shown, dict(names))


def _shares_said(data: Dataset, table: pd.DataFrame) -> tuple[str, str]:
    if not len(table):
        return alone("owned-and-seated.title-none" if len(data) else "chart.no-case")
    both = table.dropna(subset=["owned", "seats"])
    half, seated = int((table["seats"] > 50).sum()), int(table["seats"].notna().sum())
    both = both.assign(seats=both["seats"].round(1), city=data.cases.loc[both.index, "city"].map(isolated))
    parts = [say("owned-and-seated.part", **pair) for pair in both[["city", "owned", "seats"]].to_dict("records")]
    counts = {"n": len(data), "seated": seated, "owned": int(table["owned"].notna().sum()), "both": len(parts)}
    text = say("owned-and-seated.text", parts="; ".join(parts), **counts)
    return say("owned-and-seated.title", n=half, total=seated, both=len(parts)), text


def _told(values: pd.Series) -> str:
    """Both shares in words, as far as they are known."""
    known = [(key, values[key]) for key in ("owned", "seats") if pd.notna(values[key])]
    return listed([say(f"owned-and-seated.mark-{key}", percent=round(value)) for key, value in known], "unit")


def _list(ax: Axes, table: pd.DataFrame, lines: int, names: pd.Series, left: float) -> None:
    """Cases in so many lines below one another, with their names in `left` inches beside them."""
    now = style()
    step = 25 if ax.get_position().width * now.width > _SHORT else 50
    ax.set(xlim=(-2, 102), ylim=(-0.5 - _DOWN * now.narrow, lines - 0.5), yticks=[], xticks=range(0, 101, step))
    ax.axvline(50, color=GREY, lw=1, ls="--", zorder=0.5)
    for at, (case, values) in enumerate(table.iterrows(), start=1):
        _shares(ax, lines - at - _DOWN * now.narrow, str(case), names[case], values, left - 0.45)
        beside = {"textcoords": "offset points", "va": "center", "size": now.small}
        if now.narrow:
            ax.annotate(_told(values), (102, lines - at + 0.2), (0, 0), ha="right", **beside)
        else:
            ax.annotate(_told(values), (100, lines - at), (14, 0), **beside)


def _shares(ax: Axes, y: int, case: str, name: str, values: pd.Series, wide: float) -> None:
    """A case in its line: its name in so many inches, and both shares."""
    now, community = style(), load_codebook().codes("boards.blocs.side")["community"]
    beside = {"textcoords": "offset points", "va": "center", "size": now.small}
    if now.narrow:
        room = now.width - 0.6 - text_width(_told(values), now.small)
        over = {"facecolor": PAPER, "lw": 0, "pad": 0.6}  # the line at half of all does not run through a name
        ax.annotate(shorten(name, now.small, room), (-2, y + _DOWN * style().narrow + 0.2), (0, 0), bbox=over, **beside)
    else:
        ax.annotate(shorten(name, now.small, wide), (0, y), (-24, 0), ha="right", **beside)
    ax.plot([0, 100], [y, y], color=LIGHT, lw=0.8, zorder=0)
    known = {key: values[key] for key in ("owned", "seats") if pd.notna(values[key])}
    if len(known) == 2:
        ax.plot(sorted(known.values()), [y, y], color=GREY, lw=2, zorder=1)
    if "owned" in known:
        look = {"ms": now.dot * 1.25, "mfc": PAPER, "mec": INK, "mew": 1.5, "zorder": 3.2, "clip_on": False}
        ax.plot(known["owned"], y, "s", gid=f"pick:{case}:owned", **look)
    if "seats" in known:
        look = {"ms": now.dot, "color": community.colour, "mec": INK, "mew": 0.8, "zorder": 3.5, "clip_on": False}
        ax.plot(known["seats"], y, "o", gid=f"pick:{case}:seats", **look)
