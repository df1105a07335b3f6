"""Who holds which role in every case: cases down, the six roles across, each holder by colour and letter."""

from functools import partial

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PolyCollection

from pcc_data.analysis.role_shares import role_shares
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, style, unreliable
from pcc_data.charts._kit.with_headings import with_headings
from pcc_data.colours import GREY, INK, ink_on
from pcc_data.drawing.canvas import box, write
from pcc_data.drawing.heads import Heads
from pcc_data.drawing.key import draw_key, key_lines
from pcc_data.drawing.marks import PICKABLE, Mark
from pcc_data.drawing.rows import paged, row_canvas
from pcc_data.drawing.style import room_left, row_high
from pcc_data.drawing.texts import fold, isolated, shorten, text_width
from pcc_data.say import Shares, edges, tied_shares
from pcc_data.tables.spec import ROLES

LIMIT = 12  # rows on a page: they stay large enough for a projector
FIELDS = tuple(f"roles.{role}" for role in ROLES)
_ORDER = ("roles.governance", "roles.ownership", "roles.delivery")  # cases alike in these stand together
_NAME = 0.36  # part of the width for the names


@of_data
def role_matrix(data: Dataset, *, by: str = "sector", limit: int = LIMIT, page: int = 1) -> Chart:
    """Who holds each of the six roles in every case, grouped by the coded field `by`, `limit` rows a page.

    Title and sentence are about all cases of `data`, the picture shows one page of them; each row can be chosen. The
    table has all cases, or those of the page where there are hundreds. Raises ValueError for a field without codes or a
    page that is not there.
    """
    rows = _rows(data, by)
    if not len(rows):
        return no_case([say("role-matrix.column-name"), *map(load_codebook().label, FIELDS)])
    shown, which = paged(rows, LIMIT, limit, page)
    places = with_headings(shown, rows, by)
    title, text = _said(data)
    note = say("role-matrix.note", **which) + unreliable(by, *FIELDS)
    now = style()
    line, book, (lefts, wide) = now.inch * (1.75 if now.narrow else 1.18), load_codebook(), _columns()
    heads = Heads.of([book.label(field) for field in FIELDS], wide)
    seen = set(rows[list(FIELDS)].astype(str).to_numpy().ravel())
    holders = [(name, code) for name, code in book.codes(FIELDS[-1]).items() if name in seen]
    entries = [(Mark(code.colour, "s", code.letter), book.short(FIELDS[-1], name)) for name, code in holders]
    below = now.inch * (0.3 + key_lines(entries, now.width - 0.2))
    up = max(now.inch * 2.3, heads.high + 0.14)
    line = row_high(line, len(places), room_left(title, note, up + below))
    figure, ax, tops = row_canvas(title, note, [line] * len(places), up=up, below=below)
    for at, left in enumerate(lefts):
        heads.write(ax, at, left + wide / 2, 0.08)
    for (words, group), top in zip(places, tops, strict=True):
        if group is None:
            _row(ax, words, shown.loc[words], top, line)
        else:
            _group(ax, words, rows[rows["group"] == group], top, line)
    draw_key(ax, entries, now.inch * 0.75, size=now.dot * 1.5)
    return Chart(figure, title, text, _table(rows if len(rows) <= PICKABLE else shown, by), dict(shown["name"]))


def _rows(data: Dataset, by: str) -> pd.DataFrame:
    """Name, town, group and holders of each case in the order of the picture; a case alike in governance, ownership and
    delivery stands beside those like it.
    """
    rows = data.cases[["name", "city"]].assign(group=data.state(by), **{field: data.state(field) for field in FIELDS})
    return rows.sort_values(["group", *_ORDER, "name"], kind="stable")


def _columns() -> tuple[list[float], float]:
    """Where the six columns begin, and how wide they are, in inches from the left of the axes."""
    width = style().width
    wide = (width * (1 - _NAME) - 0.2) / len(FIELDS)
    return [width * _NAME + place * wide for place in range(len(FIELDS))], wide


def _group(ax: Axes, words: str, holders: pd.DataFrame, y: float, line: float) -> None:
    """The heading of a group: its name, and for each role a bar whose parts are the holders, with their counts."""
    now, (lefts, wide), middle = style(), _columns(), y - line / 2
    fits = text_width(words, now.text, "bold") < now.width * _NAME
    told = words if fits else fold(words, now.small, now.width * _NAME - 0.05, "bold", most=2)
    write(ax, 0, middle, told, weight="bold", size=now.text if fits else now.small)
    for left, field in zip(lefts, FIELDS, strict=True):
        codes, counts, x = load_codebook().codes(field), holders[field].value_counts(sort=False), left + 0.04
        for code, count in counts[counts > 0].items():
            part, edge = (wide - 0.08) * count / len(holders), GREY if codes[code].nothing else INK
            box(ax, x, y - line * 0.86, part, line * 0.72, codes[code].colour, edgecolor=edge, lw=0.8)
            if part > text_width(str(count), now.small):
                look = {"size": now.small * (1 if now.lettered else 0.92), "color": ink_on(codes[code].colour)}
                write(ax, x + part / 2, middle, str(count), ha="center", va="center_baseline", **look)
            x += part


def _row(ax: Axes, case: str, row: pd.Series, y: float, line: float) -> None:
    """A case: its name, and a coloured box with a letter for each role; not found is hollow."""
    now, (lefts, wide), middle = style(), _columns(), y - line / 2
    room, city = (now.small, now.width * _NAME - 0.15), row["city"].partition(" (")[0]
    short = partial(fold, most=2) if now.narrow else shorten
    name = short(row["name"], *room)
    name = name if city in name.replace("\n", " ") else short(f"{isolated(city)}: {isolated(row['name'])}", *room)
    write(ax, 0.12, middle, name, linespacing=1.05, gid=f"pick:{case}:name")
    codes = [load_codebook().codes(field)[row[field]] for field in FIELDS]
    low, high = y - line * 0.94, y - line * 0.06
    boxes = [[(x, low), (x + wide - 0.08, low), (x + wide - 0.08, high), (x, high)] for x in np.add(lefts, 0.04)]
    look = {"facecolors": [code.colour for code in codes], "lw": 0.8, "gid": f"pick:{case}:roles"}
    edges = [GREY if code.nothing else code.colour for code in codes]
    ax.add_artist(PolyCollection(boxes, edgecolors=edges, **look))  # one artist, so that a row is one button
    for left, code in zip(lefts, codes, strict=True):
        look = {"color": GREY} if code.nothing else {"color": ink_on(code.colour), "weight": "bold"}
        write(ax, left + wide / 2, middle, code.letter, ha="center", va="center_baseline", size=now.text, **look)


def _said(data: Dataset) -> tuple[str, str]:
    """Title and text twin: the role that each side holds most often, of the cases in which its holder was found."""
    book, found = load_codebook(), role_shares(data)
    shares = {holder: {book.phrase(field): pair for field, pair in held.items()} for holder, held in found.items()}
    told = {holder: _holds(holder, held) for holder, held in shares.items()}
    first, second = (edges(shares[holder])[0] for holder in ("public", "community"))
    community, title = book.phrase(FIELDS[0], "community"), say("role-matrix.title", **told)
    if first and second:
        title = say(
            "role-matrix.title-most", who=community, roles=tied_shares(shares["community"], second, "n-roles"), **told
        )
    if first == second and len(first) == 1:
        n, total = shares["community"][first[0]]
        title = say("role-matrix.title-both", who=community, share=say("of-inside", n=n, total=total), **told)
    places = len(data) * len(FIELDS)
    gone = places - sum(total for _, total in shares["public"].values())
    return title, say("role-matrix.text", n=len(data), gone=gone, places=places, **told)


def _holds(holder: str, shares: Shares) -> str:
    """The role or roles in which this holder has the largest share, of the counts by role."""
    first, _ = edges(shares)
    much = "most" if first else "alike" if any(count for count, _ in shares.values()) else "none"
    roles = tied_shares(shares, first or list(shares), "n-roles") if shares else ""
    who = load_codebook().phrase(FIELDS[0], holder)
    return say("role-matrix.holds", who=who, holder=holder, much=much, roles=roles)


def _table(rows: pd.DataFrame, by: str) -> pd.DataFrame:
    book = load_codebook()
    table = rows[["name"]].set_axis([say("role-matrix.column-name")], axis=1).rename_axis(say("chart.case"))
    table[book.label(by)] = [book.label(by, code) for code in rows["group"]]
    for field in FIELDS:
        table[book.label(field)] = [book.label(field, code) for code in rows[field]]
    return table
