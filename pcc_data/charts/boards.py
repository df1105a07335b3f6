"""Who can carry a motion: seats, votes and power by bloc; and the share owned against the seats held."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from pcc_data.charts.chart import Chart
from pcc_data.charts.style import GREY, INK, LIGHT, PAPER, drawing, frame, ink_on, style, wrap
from pcc_data.charts.words import figure_text, listed, number
from pcc_data.codes import load_codebook

if TYPE_CHECKING:
    from pcc_data.dataset import Dataset
    from pcc_data.motions import Room

MEASURES = {"owned": "Share\nowned", "share": "Seats", "banzhaf": "Power\nBanzhaf", "shapley_shubik": "Power\nShapley-Sh."}
"""Columns of the board picture, in per cent."""
_NAME, _CHIP, _SEATS, _BARS = 3.05, 1.25, 2.75, 1.15  # widths of the parts of a row in inches


def motion(room: Room, votes: Mapping[str, str]) -> Chart:
    """A board as it votes on a motion: result, needed votes, and for each bloc its vote, seats and power.

    Power: Banzhaf (1965) and Shapley and Shubik (1954), when every combination of votes is as likely as any other. The
    vote of a bloc can be chosen: its pick is the number of the bloc from 0.
    """
    book, power, now = load_codebook(), room.power(), style()
    row = now.inch * (1.6 if len(power) <= 10 else 1.25)
    head, bar = now.inch * 2.6, now.inch * 2.3
    height = row * len(power) + head + bar
    title, text = _said(room, votes, power)
    rule = book.label("boards.majority", room.majority).lower()
    veto = f" {room.veto} has a veto." if room.veto else ""
    note = (
        f"Majority: {rule}; {room.needed} of {room.total} votes carry a motion when all vote.{veto} Power in per cent: "
        "how often a bloc is the one that decides, if every combination of votes is equally likely."
    )
    with drawing():
        figure, ax = frame(title, note, height, left=0.1, right=0.1)
        ax.set(xlim=(0, now.width - 0.2), ylim=(0, height), xticks=[], yticks=[])
        ax.spines[:].set_visible(False)
        _tally(ax, room, votes, height - bar)
        _heads(ax, height - bar - head + now.inch * 0.35)
        for at, (name, values) in enumerate(power.iterrows()):
            _row(ax, room, at, str(name), votes.get(str(name), "unknown"), values, row * (len(power) - 1 - at), row)
    cast = {name: book.label("votes.blocs.vote", votes.get(name, "unknown")).lower() for name in room.seats}
    picks = {str(at): f"{name}: {vote}. Press to change its vote." for at, (name, vote) in enumerate(cast.items())}
    return Chart(figure, title, text, _numbers(room, votes, power), picks)


def _tally(ax: Axes, room: Room, votes: Mapping[str, str], low: float) -> None:
    """One bar of all seats by vote, with a line where the majority lies."""
    book, now, count = load_codebook(), style(), room.counted(votes)
    width = now.width - 0.2
    unit, left, high = width / room.total, 0.0, now.inch * 1.15
    base = low + now.inch * 0.2
    for vote, code in book.codes("votes.blocs.vote").items():
        if not count[vote]:
            continue
        wide = count[vote] * unit
        ax.add_patch(Rectangle((left, base), wide, high, facecolor=code.colour, edgecolor=GREY, lw=0.8, ls=":" if code.nothing else "-"))
        label = f"{book.label('votes.blocs.vote', vote)} {count[vote]}"
        fits = wide > len(label) * now.text * 0.64 / 72
        ax.text(
            left + wide / 2,
            base + high / 2,
            label if fits else str(count[vote]),
            ha="center",
            va="center",
            color=ink_on(code.colour),
            weight="bold",
        )
        left += wide
    at = room.needed * unit
    ax.plot([at, at], [base - 0.05, base + high + 0.08], color=INK, lw=2)
    ax.text(
        min(at, width - 0.6),
        base + high + 0.1,
        f"{room.needed} needed if all vote",
        ha="center" if at < width - 1.2 else "right",
        va="bottom",
        size=now.small,
    )


def _heads(ax: Axes, y: float) -> None:
    now = style()
    for x, label in ((0, "Bloc"), (_NAME, "Its vote"), (_NAME + _CHIP, "Its seats")):
        ax.text(x, y, label, size=now.small, color=GREY, va="bottom")
    for at, label in enumerate(MEASURES.values()):
        ax.text(_NAME + _CHIP + _SEATS + at * _BARS, y, f"{label} %", size=now.small, color=GREY, va="bottom", linespacing=1.1)


def _row(ax: Axes, room: Room, at: int, name: str, vote: str, values: pd.Series, low: float, high: float) -> None:
    book, now, middle = load_codebook(), style(), low + high / 2
    code = book.codes("votes.blocs.vote")[vote]
    ax.plot([0, now.width - 0.2], [low, low], color=LIGHT, lw=0.8)
    label = wrap(name, now.small, _NAME - 0.1).split("\n")
    ax.text(0, middle, "\n".join(label[:2]) + (" …" if len(label) > 2 else ""), va="center", size=now.small, linespacing=1.05)
    ax.add_patch(
        Rectangle(
            (_NAME, low + high * 0.1),
            _CHIP - 0.12,
            high * 0.8,
            facecolor=code.colour,
            edgecolor=INK,
            lw=1,
            ls="--" if code.nothing else "-",
            gid=f"pick:{at}",
        )
    )
    ax.text(
        _NAME + (_CHIP - 0.12) / 2,
        middle,
        book.label("votes.blocs.vote", vote),
        ha="center",
        va="center",
        weight="bold",
        color=ink_on(code.colour),
        size=now.small,
    )
    _seats(ax, room, name, low, high)
    for number_, measure in enumerate(MEASURES):
        _bar(ax, _NAME + _CHIP + _SEATS + number_ * _BARS, low, high, values[measure], 1 if measure == "owned" else 100)


def _seats(ax: Axes, room: Room, name: str, low: float, high: float) -> None:
    """A square a seat, with colour and letter of its side; a bar where there are too many."""
    now, seats, middle = style(), room.seats[name], low + high / 2
    left = _NAME + _CHIP
    code = load_codebook().codes("boards.blocs.side").get(room.sides.get(name) or "")
    colour = code.colour if code else PAPER
    side = min(high * 0.62, (_SEATS - 0.55) / max(1, *room.seats.values()))
    if side < 0.1:
        wide = (_SEATS - 0.55) * seats / max(room.seats.values())
        ax.add_patch(Rectangle((left, middle - high * 0.25), max(wide, 0.01), high * 0.5, facecolor=colour, edgecolor=INK, lw=0.8))
    else:
        wide = side * seats
        for seat in range(seats):
            ax.add_patch(
                Rectangle((left + seat * side, middle - side * 0.45), side * 0.88, side * 0.9, facecolor=colour, edgecolor=INK, lw=0.8)
            )
        if code and seats and side > now.small / 72:
            ax.text(left + side * 0.44, middle, code.letter, ha="center", va="center", size=now.small, weight="bold", color=ink_on(colour))
    ax.text(left + wide + 0.06, middle, str(seats), va="center", size=now.small)


def _bar(ax: Axes, left: float, low: float, high: float, value: float, scale: int) -> None:
    """A small bar with its number; a missing value is a dash, zero a line."""
    now, middle = style(), low + high / 2
    if pd.isna(value):
        ax.text(left, middle, "–", va="center", color=GREY)
        return
    per_cent = value * scale
    long = per_cent / 100 * (_BARS - 0.5)
    ax.add_patch(Rectangle((left, middle - high * 0.2), max(long, 0.015), high * 0.4, facecolor=GREY, edgecolor="none"))
    ax.text(left + max(long, 0.015) + 0.05, middle, f"{per_cent:.0f}", va="center", size=now.small)


def _said(room: Room, votes: Mapping[str, str], power: pd.DataFrame) -> tuple[str, str]:
    count, passed = room.counted(votes), room.passes(votes)
    turners = room.turners(votes)
    names = sorted({name for group in turners for name in group}, key=list(room.seats).index)
    if turners and len(turners[0]) == 1:
        turn = f"{listed(names)} alone could turn it" if len(names) == 1 else f"{listed(names)} could each turn it"
    elif turners:
        turn = f"it takes {number(len(turners[0]))} blocs together to turn it, such as {listed(list(turners[0]))}"
    else:
        turn = "no three blocs together could turn it"
    result = f"The motion {'passes' if passed else 'fails'} with {count['for']} to {count['against']}"
    title = f"{result}: {turn}" if len(turn) < 90 else result
    idle = [str(name) for name in power.index[power["banzhaf"] < 1e-12] if room.seats[str(name)]]
    blocks = [str(name) for name in power.index[power["can_block"]]]
    text = (
        f"For {count['for']}, against {count['against']}, no side taken "
        f"{room.total - count['for'] - count['against']}: the motion {'passes' if passed else 'fails'}; {turn}. Blocs "
        f"that can block on their own: {listed(blocks)}."
        + (f" {listed(idle)} {'has' if len(idle) == 1 else 'have'} seats but never the deciding vote." if idle else "")
    )
    return title, text


def _numbers(room: Room, votes: Mapping[str, str], power: pd.DataFrame) -> pd.DataFrame:
    book = load_codebook()
    sides = [book.label("boards.blocs.side", side) if (side := room.sides.get(str(name))) else None for name in power.index]
    return pd.DataFrame(
        {
            "bloc": list(power.index),
            "side": sides,
            "vote": [book.label("votes.blocs.vote", votes.get(str(name), "unknown")) for name in power.index],
            "seats": power["seats"].to_numpy(),
            "owned %": power["owned"].to_numpy(),
            "seats %": (power["share"] * 100).round(1).to_numpy(),
            "Banzhaf %": (power["banzhaf"] * 100).round(1).to_numpy(),
            "Shapley-Shubik %": (power["shapley_shubik"] * 100).round(1).to_numpy(),
            "can block": ["yes" if can else "no" for can in power["can_block"]],
        }
    )


def shares_and_seats(data: Dataset) -> pd.DataFrame:
    """The community's share owned and seats held in per cent, where either is on record. Index: case; columns owned,
    seats, from.

    Owned: the newest actual figure `community_share_pct`. Seats: the newest binding board in which the community sits,
    otherwise the newest actual figure `community_seats_pct`; `from` tells which. Missing: not on record.
    """
    figures = data.indicators[data.indicators["kind"] == "actual"].sort_values("year", na_position="first")
    found = {
        name: figures[figures["code"] == code].groupby("case")["value"].last()
        for name, code in (("owned", "community_share_pct"), ("seats", "community_seats_pct"))
    }
    boards = data.boards[data.boards["binding"].fillna(False)].copy()
    boards["held"] = boards["seats"].where(boards["side"] == "community", 0)
    held = boards.groupby(["case", "board"]).agg(held=("held", "sum"), total=("seats", "sum"), as_of=("as_of", "first")).reset_index()
    held = held[held["held"] > 0].sort_values("as_of", na_position="first", kind="stable").groupby("case").last()
    on_board = held["held"].astype(float) / held["total"].astype(float) * 100
    table = pd.DataFrame({"owned": found["owned"], "seats": on_board.combine_first(found["seats"])})
    table["from"] = ["board" if case in on_board.index else "figure" if pd.notna(seats) else None for case, seats in table["seats"].items()]
    return table.reindex([case for case in data.cases.index if case in table.index])


def owned_and_seated(data: Dataset) -> Chart:
    """Share owned against seats held by the community, a row a case that has either on record, most seats on top."""
    codes, now = load_codebook().codes("sector"), style()
    table = shares_and_seats(data).sort_values(["seats", "owned"], ascending=False, kind="stable")
    cases = data.cases.loc[table.index]
    title, text = _shares_said(data, table)
    note = (
        "Filled mark: seats of the community in per cent. Hollow square: share of capital or asset it owns. "
        "A dash: not on record. Line: half."
    )
    lines = max(len(table), 1)
    with drawing():
        figure, ax = frame(title, note, now.inch * 1.12 * lines, left=5.2, right=1.9, below=now.inch * 1.5)
        ax.set(xlim=(-2, 102), ylim=(-0.5, lines - 0.5), yticks=[], xticks=[0, 25, 50, 75, 100])
        ax.axvline(50, color=GREY, lw=1, ls="--")
        for at, (case, values) in enumerate(table.iterrows()):
            _shares(ax, lines - 1 - at, str(case), cases.at[case, "name"], codes[cases.at[case, "sector"]], values)
    shown = table.assign(case=cases["name"])[["case", "owned", "seats", "from"]].round(1).reset_index(drop=True)
    return Chart(figure, title, text, shown.rename(columns={"owned": "owned %", "seats": "seats %"}), dict(cases["name"]))


def _shares_said(data: Dataset, table: pd.DataFrame) -> tuple[str, str]:
    if not len(table):
        title = "No share and no seats are on record here" if len(data) else "No case matches"
        return title, f"{title}."
    both = table.dropna(subset=["owned", "seats"])
    half, seated = int((table["seats"] > 50).sum()), int(table["seats"].notna().sum())
    title = (
        f"The community holds more than half of the seats in {half} of {seated} cases; its share is known as well in {number(len(both))}"
    )
    said = [
        f"{data.cases.at[case, 'city']} owns {figure_text(pair['owned'])} and holds "
        f"{figure_text(round(pair['seats'], 1))} per cent of the seats"
        for case, pair in both.iterrows()
    ]
    owned = int(table["owned"].notna().sum())
    text = f"Seats of the community are on record in {seated} cases and its share in {owned}. Both: {listed(said)}."
    return title, text


def _shares(ax: Axes, y: int, case: str, name: str, sector, values: pd.Series) -> None:
    now = style()
    room = int(4.8 * 72 / (now.small * 0.58))
    short = name if len(name) <= room else name[: room - 2].rstrip() + " …"
    ax.annotate(short, (0, y), (-24, 0), textcoords="offset points", ha="right", va="center", size=now.small)
    ax.plot([0, 100], [y, y], color=LIGHT, lw=0.8, zorder=0)
    if values[["owned", "seats"]].notna().all():
        ax.plot(sorted([values["owned"], values["seats"]]), [y, y], color=GREY, lw=2, zorder=1)
    if pd.notna(values["owned"]):
        ax.plot(values["owned"], y, "s", ms=now.dot * 1.25, mfc=PAPER, mec=INK, mew=1.5)
    if pd.notna(values["seats"]):
        ax.plot(values["seats"], y, sector.marker, ms=now.dot, color=sector.colour, mec="white", mew=0.6, gid=f"pick:{case}", zorder=3)
    owned = "–" if pd.isna(values["owned"]) else f"{values['owned']:.0f}"
    seats = "–" if pd.isna(values["seats"]) else f"{values['seats']:.0f}"
    ax.annotate(f"owns {owned}, seats {seats}", (100, y), (14, 0), textcoords="offset points", va="center", size=now.small)
