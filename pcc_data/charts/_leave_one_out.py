"""How far the mean rating of a group moves when one of its cases is taken out: the fewer the cases, the further."""

import numpy as np
import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.compare import FEW
from pcc_data.analysis.leave_one_out import moves
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, style, unreliable
from pcc_data.charts._kit.told import named_table
from pcc_data.colours import GREY, INK, LIGHT, PAPER
from pcc_data.drawing.axis import Axis
from pcc_data.drawing.canvas import canvas, dot, pitch_for, write
from pcc_data.drawing.key import key_lines, key_of, sector_key
from pcc_data.drawing.marks import PICKABLE
from pcc_data.drawing.style import room_left
from pcc_data.drawing.texts import fold, isolated, shorten
from pcc_data.errors import pick
from pcc_data.tables.spec import DOMAINS


@of_data
def leave_one_out(data: Dataset, by: str, domain: str) -> Chart:
    """The mean rating of each group in one outcome, and a mark for the mean without each of its cases, smallest groups
    on top.

    The case whose absence moves the mean most is ringed and named. The numbers are those of
    `pcc_data.analysis.leave_one_out` (Quenouille, 1956, takes out one observation at a time in this way). Groups with
    fewer than two rated cases are left out. Raises ValueError for a field without codes or an unknown outcome.
    """
    pick(domain, DOMAINS, "outcome")
    moved = moves(data, by, domain)
    if not len(data):
        return no_case(_table(data, moved, by).columns)
    groups = list(dict.fromkeys(moved.sort_values(["rated", "group"], kind="stable")["group"]))
    few = say("leave-one-out.few")
    title, text = _said(data, moved, by, domain, groups) if groups else (few, f"{few}.")
    now, crowd = style(), len(moved) > PICKABLE
    left = 3.4 if now.hall else 2.5 if now.width > 10 else 1.3
    left = 0.1 if now.narrow else left  # on a phone what is said of a group stands over its marks and under them
    wide, pitch = now.width - left - 0.15, now.pile * 0.85 / 72
    over, under = (now.inch * 1.1, now.inch * 1.9) if now.narrow else (0.0, 0.0)
    parts = [moved[moved["group"] == group] for group in groups]
    most = [1 if crowd else part["mean"].round(6).value_counts().max() for part in parts]  # marks above one another
    note = _note(data, moved, by, domain, groups)
    sectors = data.cases.loc[moved["case"].unique(), "sector"]
    below = now.inch * (0.4 + key_lines(key_of("sector", sectors), wide))

    def rows(pitch: float) -> list[float]:
        return [max(now.small * (1.8 if now.hall else 2.8) / 72, marks * pitch + 0.08) + over + under for marks in most]

    pitch = pitch_for(rows, pitch, room_left(title, note, now.inch + below))
    tall = rows(pitch)
    figure, ax = canvas(title, note, now.inch, sum(tall), left=left, right=0.15, below=below)
    if not groups:
        return Chart(figure, title, text, _table(data, moved, by))
    low = (moved["mean"].min() - 0.1) * 2 // 1 / 2
    high = -((-moved["mean"].max() - 0.1) * 2 // 1) / 2
    scale = Axis(low, high, 0.15, wide - 0.15 - (0 if now.narrow else _aside() + now.small / 72))
    steps = np.arange(low, high + 0.25, 0.5)  # from a half to a half point round all that is drawn
    scale.draw(ax, {step: f"{step:g}" for step in steps}, (-sum(tall), 0.02), 0.06, lw=1, va="bottom")
    for part, low, high in zip(parts, -np.cumsum(tall), tall, strict=True):
        ax.plot([0.1 - left, wide], [low, low], color=LIGHT, lw=0.8, clip_on=False)
        place = (0.0, low + high - over / 2) if now.narrow else (-0.12, low + high / 2)
        _name(ax, part, by, place, wide if now.narrow else left - 0.25)
        _row(ax, data, part, (low + under, high - over - under), scale, 0.0 if crowd else pitch)
    if not crowd:
        sector_key(ax, sectors, now.inch * 0.85)
    return Chart(figure, title, text, _table(data, moved, by), dict(data.cases["name"]))


def _name(ax: Axes, part: pd.DataFrame, by: str, place: tuple[float, float], wide: float) -> None:
    rated = part["rated"].iloc[0]
    name = f"{load_codebook().label(by, part['group'].iloc[0])}, n\u00a0=\u00a0{rated}{'*' if rated < FEW else ''}"
    look = {"weight": "bold"} if style().narrow else {"ha": "right"}
    write(ax, *place, fold(name, style().small, wide), linespacing=1.1, **look)


def _row(ax: Axes, data: Dataset, part: pd.DataFrame, place: tuple[float, float], scale: Axis, pitch: float) -> None:
    """The mean of a group as a line, and the means without each case; `place` is the foot of the row and its height."""
    now, (low, high), codes = style(), place, load_codebook().codes("sector")
    middle, whole = low + high / 2, part["whole"].iloc[0]
    reach = [scale.at(part["mean"].min()), scale.at(part["mean"].max())]
    ax.plot(reach, [middle] * 2, color=LIGHT, lw=6, zorder=0, solid_capstyle="round")
    for mean, cases in part.groupby(part["mean"].round(6)):
        if not pitch:  # too many cases: one mark for all that give the same mean
            ax.plot(scale.at(mean), middle, "o", ms=now.dot * 0.9, color=GREY)
            continue
        for at, row in enumerate(cases.itertuples()):
            code, y = codes[data.cases.at[row.case, "sector"]], middle + (at - (len(cases) - 1) / 2) * pitch
            look = {"mec": INK, "mew": 1.8, "zorder": 5} if row.most else {"mec": PAPER, "mew": 0.5, "zorder": 4}
            look |= {"marker": code.marker, "ms": pitch * 68, "color": code.colour, "gid": f"pick:{row.case}"}
            dot(ax, scale.at(mean), y, **look)
    ax.plot([scale.at(whole)] * 2, [low + 0.05, low + high - 0.05], color=INK, lw=2.5, zorder=3)
    if now.narrow:
        said = _moved_most(data, part, whole, ax.get_xlim()[1])
        write(ax, 0, low - 0.02, said, va="top", linespacing=1.2)
        return
    write(ax, ax.get_xlim()[1] - _aside(), middle, _moved_most(data, part, whole, _aside()), linespacing=1.2)


def _moved_most(data: Dataset, part: pd.DataFrame, whole: float, inches: float) -> str:
    """From which mean to which the case without which it moves most takes it, and its name, in so many inches."""
    most = part[part["most"]].iloc[0]
    if not most["change"]:
        return say("leave-one-out.same", mean=f"{whole:.2f}")
    alike = int((part["change"].abs().round(9) == round(abs(most["change"]), 9)).sum())
    said = say("leave-one-out.most", whole=f"{whole:.2f}", mean=f"{most['mean']:.2f}", alike=alike)
    name, small = data.cases.at[most["case"], "name"], style().small
    if style().hall:
        return shorten(f"{said} {isolated(name)}", small, inches)
    return f"{said}\n{shorten(name, small, inches)}"


def _aside() -> float:
    """Inches for what is said of a group behind its marks: in two lines, in a hall in one."""
    return style().small * (31 if style().hall else 20) / 72


def _note(data: Dataset, moved: pd.DataFrame, by: str, domain: str, groups: list[str]) -> str:
    there = data.state(by).value_counts(sort=False)
    gone = [load_codebook().label(by, code) for code in there.index[there > 0] if code not in groups]
    few = bool((moved["rated"] < FEW).any())
    note = say("leave-one-out.note", n=len(moved), gone=len(gone), groups=gone, few=few)
    return note + unreliable(by, f"outcomes.{domain}")


def _said(data: Dataset, moved: pd.DataFrame, by: str, domain: str, groups: list[str]) -> tuple[str, str]:
    book = load_codebook()
    label = book.label(f"outcomes.{domain}")
    most = moved[moved["most"]].set_index("group").loc[groups]
    far, name = most["change"].abs(), {group: book.short(by, group) for group in groups}
    widest = max(groups, key=lambda group: round(far[group], 9))
    parts = [
        say("leave-one-out.move", group=name[group], n=most.at[group, "rated"], change=f"{far[group]:.2f}")
        for group in dict.fromkeys((widest, groups[-1]))
    ]
    title = say("leave-one-out.title", label=label, moves=say("leave-one-out.and-of").join(parts))
    moving = sorted((group for group in groups if far[group]), key=lambda group: -far[group])[:3]
    rows = []
    for row in most.loc[moving].itertuples():
        means = {"whole": f"{row.whole:.2f}", "mean": f"{row.mean:.2f}"}
        case = isolated(data.cases.at[row.case, "name"])
        rows.append(say("leave-one-out.moved", group=name[row.Index], case=case, **means))
    still = [name[group] for group in groups if not far[group]]
    furthest = "; ".join(rows) or say("none")
    return title, say("leave-one-out.text", label=label, moves=furthest, still=len(still), groups=still)


def _table(data: Dataset, moved: pd.DataFrame, by: str) -> pd.DataFrame:
    book = load_codebook()
    table = moved[["case", "rated", "whole", "mean", "change"]].round(2).reset_index(drop=True)
    table["case"] = table["case"].map(data.cases["name"])
    table = named_table("leave-one-out", dict(table.items()))
    table.insert(0, book.label(by), [book.label(by, group) for group in moved["group"]])
    return table.assign(**{"": moved["most"].map({True: say("leave-one-out.is-most"), False: ""}).array})
