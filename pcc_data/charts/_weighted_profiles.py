"""Outcome profiles of groups of cases under the weights of the room: one narrow panel a group, none ranked."""

from collections.abc import Mapping
from functools import partial

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.analysis.compare import FEW
from pcc_data.analysis.weighting import Weighted, weigh
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, style, unreliable
from pcc_data.charts._kit.told import column_names, named_table
from pcc_data.colours import GREY, INK, LIGHT, PAPER
from pcc_data.drawing.panels import panels
from pcc_data.drawing.style import room_left, row_high
from pcc_data.drawing.texts import fold, text_width
from pcc_data.tables.spec import DOMAINS

_ACROSS = 5  # panels in a row at most
_ACROSS_NARROW = 2
_NARROW_NAMES = 1.95  # inches for the names of the domains on a phone, at most
_LEFT = 2.8  # inches for the names of the domains, at least
_HEAVIEST = 9.9  # as wide as any weight is written
_PLAIN = "#4C4C4C"
_COLUMNS = ("outcome", "weight", "mean", "rated", "cases")  # of the table of no case, behind the groups


@of_data
def weighted_profiles(data: Dataset, weights: Mapping[str, int] | None = None, by: str = "ownership_model") -> Chart:
    """Mean rating of each group in the seven outcome domains, with the counts behind it, under given weights.

    `weights` gives a whole number from 0 for each domain (all alike when left out). Groups stand in the codebook's
    order, not by result. Means of fewer than three rated cases are hollow; where none is rated there is a dash. Raises
    ValueError for a field without codes or wrong weights.
    """
    if not len(data):
        data.state(by)
        return no_case([load_codebook().label(by), *column_names("weighted-profiles", _COLUMNS)])
    found = weigh(data, by, weights if weights is not None else dict.fromkeys(DOMAINS, 1))
    groups = list(found.profile.index.unique("group"))
    title = _title(found, by)
    note = say("weighted-profiles.note", n=len(data), few=FEW)
    note += unreliable(by, *(f"outcomes.{domain}" for domain in found.counting))
    rows = -(-len(groups) // (_ACROSS_NARROW if style().narrow else _ACROSS)) or 1
    across = -(-len(groups) // rows) or 1
    left = _widest() + 0.15 if style().narrow else max(_LEFT, _widest() + 0.2)
    below, high = style().inch * 1.1, _heights(title, note, rows)
    drawn, parts = panels(title, note, len(groups), across, high, left=left, below=below)
    for place, group in enumerate(groups):
        _panel(parts[place], found, by, group, first=place % across == 0, last=place + across >= len(groups))
    return Chart(drawn, title, sentence(found, by), _table(found, by))


def _widest() -> float:
    """Inches that the longest name of an outcome takes with its weight."""
    lines = [line for domain in DOMAINS for line in _named(domain, _HEAVIEST).split("\n")]
    return max(text_width(line, style().small, "bold") for line in lines)


def _title(found: Weighted, by: str) -> str:
    kind, (one, two) = "nothing" if not found.counting else "few", ("", "")
    if found.counting and len(found.top) == 2:
        one, two = (load_codebook().short(by, group) for group in found.top)
        kind = "level" if found.level else "single" if found.turned is None else "turned"
    return say("weighted-profiles.title", kind=kind, one=one, two=two, turned=found.turned or 0, draws=found.draws)


def sentence(found: Weighted, by: str) -> str:
    """What the weights do, how easily the order of the highest two turns round, and what is missing."""
    if not found.counting:
        return say("weighted-profiles.nothing")
    parts, (gone, whole), label = [], found.missing, partial(load_codebook().label, by)
    if len(found.top) == 2:
        digits = 2 if len({round(found.means[group], 2) for group in found.top}) == 2 else 3
        one, two = (
            say("with-share", name=label(group), share=f"{found.means[group]:.{digits}f}") for group in found.top
        )
        parts.append(say("weighted-profiles.highest", one=one, two=two, n=len(found.means)))
        if found.turned is not None:
            parts.append(say("weighted-profiles.turned", turned=found.turned, draws=found.draws))
    short = [label(group) for group in found.profile.index.unique("group") if group not in found.means.index]
    if short:
        parts.append(say("weighted-profiles.short", few=FEW, groups=short))
    return " ".join([*parts, say("weighted-profiles.missing", gone=gone, whole=whole)])


def _heights(title: str, note: str, rows: int) -> tuple[float, float]:
    """Inches of the head of a panel, and of the panel."""
    now = style()
    lines = max(_named(domain, _HEAVIEST).count("\n") for domain in DOMAINS)
    # where a language needs more lines for the outcomes, it needs them for the groups, too
    head = now.small * ((3.5 if now.hall else 4.3) + 2.6 * bool(lines)) / 72
    wanted, lines = now.small * (1.6 + lines) / 72, rows * len(DOMAINS)
    return head, row_high(wanted, lines, room_left(title, note, rows * head + now.inch * 1.1)) * len(DOMAINS)


def _panel(ax: Axes, found: Weighted, by: str, group: str, *, first: bool, last: bool) -> None:
    """The profile of one group; the `first` of a row has the names of the outcomes, the `last` of a column the
    scale."""
    now, book, part = style(), load_codebook(), found.profile.loc[group]
    inches = ax.get_position().width * now.width
    edge = 3.2 + now.small * 3.4 / 72 / inches * 4.2  # room for the counts, in units of the scale
    ax.set(xlim=(-0.3, edge), ylim=(6.6, -0.6), yticks=[])
    ax.set_xticks([0, 1, 2, 3] if last else [], ["0", "1", "2", "3"] if last else [], size=now.small)
    ax.spines["bottom"].set_visible(False)
    ax.vlines([0, 1, 2, 3], -0.5, 6.5, color=LIGHT, lw=1, zorder=0)
    colour = (book.codes(by)[group].colour if group in book.codes(by) else None) or _PLAIN
    ax.plot(part["mean"], range(len(part)), color=GREY, lw=1.2, zorder=1)
    for place, (domain, row) in enumerate(part.iterrows()):
        weight = found.weights[domain]
        look = {"va": "center", "size": now.small, "color": INK if weight else GREY, "ha": "right"}
        _point(ax, row, place, weight, colour)
        ax.text(edge, place, f"{int(row['rated'])}/{int(row['cases'])}", **look)
        if first:
            look |= {"weight": "bold" if weight else "normal", "textcoords": "offset points"}
            ax.annotate(_named(str(domain), weight), (-0.3, place), (-6, 0), **look)
    said = say("weighted-profiles.not-compared")
    if group in found.means.index:
        said = say("weighted-profiles.mean", mean=f"{found.means[group]:.2f}")
    look = {"xycoords": "axes fraction", "textcoords": "offset points", "size": now.small, "va": "bottom"}
    name = fold(book.short(by, group), now.small, inches, "bold")
    if now.narrow:
        said = fold(said, now.small, inches)
    up = now.small * (1.9 + 1.2 * said.count("\n"))
    ax.annotate(name, (0, 1), (0, up), weight="bold", linespacing=1.1, **look)
    ax.annotate(said, (0, 1), (0, 4), color=GREY, **look)


def _named(domain: str, weight: float) -> str:
    name = f"{load_codebook().label(f'outcomes.{domain}')}  ×{weight}"
    return fold(name, style().small, _NARROW_NAMES, "bold").replace(" ×", "  ×") if style().narrow else name


def _point(ax: Axes, row: pd.Series, place: int, weight: int, colour: str) -> None:
    """The mean of the rated cases: larger with its weight, hollow for few, a dash where none is rated."""
    if not row["rated"]:
        ax.text(0, place, "–", ha="center", va="center", color=INK if weight else GREY, weight="bold")
        return
    few, shade = row["rated"] < FEW, colour if weight else LIGHT
    look = {"mfc": PAPER, "mec": shade, "mew": 2} if few else {"mfc": shade, "mec": INK, "mew": 0.6}
    ax.plot(row["mean"], place, "o", ms=style().dot * (0.7 + 0.1 * weight), zorder=3, **look)


def _table(found: Weighted, by: str) -> pd.DataFrame:
    book, rows = load_codebook(), found.profile.reset_index()
    few = say("weighted-profiles.few-rated", few=FEW)
    columns = {
        "outcome": [book.label(f"outcomes.{domain}") for domain in rows["domain"]],
        "weight": rows["domain"].map(found.weights),
        "mean": rows["mean"].round(2),
        "rated": rows["rated"],
        "cases": rows["cases"],
        "note": (rows["rated"] < FEW).map({True: few, False: ""}),
        "weighted": rows["group"].map(found.means).round(2),
    }
    table = named_table("weighted-profiles", columns)
    table.insert(0, book.phrase(by), [book.label(by, group) for group in rows["group"]])
    return table
