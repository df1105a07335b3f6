"""Who can carry a motion: seats, votes and power by bloc."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes

from pcc_data.charts._kit.canvas import box, canvas, write
from pcc_data.charts._kit.chart import Chart
from pcc_data.charts._kit.style import drawing, scale, style
from pcc_data.charts._kit.texts import fold, isolated, text_width
from pcc_data.codes import load_codebook, said
from pcc_data.colours import GREY, INK, LIGHT, PAPER, ink_on
from pcc_data.say import listed, number

if TYPE_CHECKING:
    from pcc_data.analysis.motions import Room


MEASURES = {
    "owned": "Share\nowned %",
    "share": "Share of\nseats %",
    "banzhaf": "Power %\nBanzhaf",
    "shapley_shubik": "Power %\nShapley-Shubik",
}
"""Columns of the board picture, in per cent."""

_COLUMNS = {
    "name": 2.8,
    "vote": 1.25,
    "seats": 1.95,
    "alone": 1.35,
    "owned": 0.98,
    "share": 0.98,
    "banzhaf": 1.0,
    "shapley_shubik": 1.45,
}
"""Parts of a row from left to right: widths in inches of a picture that is 12 inches wide."""


def motion(room: Room, votes: Mapping[str, str]) -> Chart:
    """A board as it votes on a motion: result, needed votes, and for each bloc its vote, seats, what it can do alone,
    and power.

    Power: Banzhaf (1965) and Shapley and Shubik (1954), when every combination of votes is as likely as any other. The
    vote of a bloc can be chosen: its pick is the number of the bloc from 0.
    """
    book, power, now = load_codebook(), room.power(), style()
    row = now.inch * (1.6 if len(power) <= 10 else 1.25)
    head, high = now.inch * 2.5, row * len(power)
    title, text = _said(room, votes, power)
    turners, lefts = alone(room, votes), _lefts()
    with drawing():
        figure, ax = canvas(title, _note(room, votes), high + head + now.inch * 2.3)
        _tally(ax, room, votes, high + head)
        _heads(ax, lefts, high + now.inch * 0.3)
        for at, (name, values) in enumerate(power.iterrows(), start=1):
            can = [word for word, able in (("turn it", name in turners), ("block", values["can_block"])) if able]
            place, vote = (high - row * at, row), votes.get(str(name), "unknown")
            _row(ax, room, at - 1, vote, ", ".join(can), lefts, place)
            for measure in MEASURES:
                _bar(ax, lefts[measure], *place, values[measure] * (1 if measure == "owned" else 100))
    cast = {name: book.label("votes.blocs.vote", votes.get(name, "unknown")).lower() for name in room.seats}
    picks = {
        str(at): f"{isolated(name)}: {vote}. Press to change its vote." for at, (name, vote) in enumerate(cast.items())
    }
    return Chart(figure, title, text, _numbers(room, votes, power), picks)


def alone(room: Room, votes: Mapping[str, str]) -> list[str]:
    """Blocs of which each alone could turn the result by changing sides."""
    return [group[0] for group in room.turners(votes) if len(group) == 1]


def _lefts() -> dict[str, float]:
    """Where each part of a row begins, and under `end` where the last one ends."""
    lefts, at = {}, 0.0
    for name, width in _COLUMNS.items():
        lefts[name] = at
        at += width * scale()
    return {**lefts, "end": at}


def _note(room: Room, votes: Mapping[str, str]) -> str:
    book = load_codebook()
    rule = book.codes("boards.majority")[room.majority]
    veto = f" {isolated(room.veto)} has a veto." if room.veto else ""
    dash = "" if set(room.seats) <= set(room.owned) else " –: none, or not on record."
    power = "Power: how often a bloc is the one that decides, if every combination of votes is equally likely."
    return (
        f"{said(rule.label)}: {said(rule.definition)[:1].lower()}{said(rule.definition)[1:]} With these votes"
        f" {room.tallied(votes).needed} of {room.total:,} are needed.{veto} {room.uncounted or power}{dash}"
    )


def _tally(ax: Axes, room: Room, votes: Mapping[str, str], low: float) -> None:
    """One bar of all seats by vote, with a line where the majority lies for the votes that are cast."""
    book, now, count = load_codebook(), style(), room.counted(votes)
    width, high, base = now.width - 0.2, now.inch * 1.15, low + now.inch * 0.2
    unit, left = width / room.total, 0.0
    for vote, code in book.codes("votes.blocs.vote").items():
        if not count[vote]:
            continue
        wide = count[vote] * unit
        box(ax, left, base, wide, high, code.colour, edgecolor=GREY, lw=0.8, ls=":" if code.nothing else "-")
        label = f"{book.label('votes.blocs.vote', vote)} {count[vote]}"
        label = label if wide > text_width(label, now.text, "bold") + 0.15 else str(count[vote])
        look = {"va": "center_baseline", "color": ink_on(code.colour), "weight": "bold"}
        ax.text(left + 0.1, base + high / 2, label, **look)  # left of the line that marks the majority
        left += wide
    needed = room.tallied(votes).needed
    at, label = needed * unit, f"{needed} needed"
    half = text_width(label, now.small) / 2
    ax.plot([at, at], [base - 0.05, base + high + 0.08], color=INK, lw=2)
    write(ax, min(max(at, half), width - half), base + high + 0.1, label, ha="center", va="bottom")


def _heads(ax: Axes, lefts: Mapping[str, float], y: float) -> None:
    heads = {"name": "Bloc", "vote": "Its vote", "seats": "Its seats", "alone": "Alone it\ncan", **MEASURES}
    for part, label in heads.items():
        write(ax, lefts[part], y, label, color=GREY, va="baseline", linespacing=1.1)


def _row(
    ax: Axes, room: Room, at: int, vote: str, can: str, lefts: Mapping[str, float], place: tuple[float, float]
) -> None:
    """Name, vote, seats and what the bloc with this number can do alone; `place` is the foot and the height of the
    row."""
    book, now, (low, high) = load_codebook(), style(), place
    name, code, middle = list(room.seats)[at], book.codes("votes.blocs.vote")[vote], low + high / 2
    ax.plot([0, now.width - 0.2], [low, low], color=LIGHT, lw=0.8)
    label = fold(name, now.small, lefts["vote"] - 0.1, most=2)
    write(ax, 0, middle, label, va="center" if "\n" in label else "center_baseline", linespacing=1.05)
    left, wide = lefts["vote"], lefts["seats"] - lefts["vote"] - 0.12
    edge = {"edgecolor": INK, "lw": 1, "ls": "--" if code.nothing else "-"}
    box(ax, left, low + high * 0.1, wide, high * 0.8, code.colour, gid=f"pick:{at}", **edge)
    chip = {"ha": "center", "va": "center_baseline", "weight": "bold", "color": ink_on(code.colour)}
    write(ax, left + wide / 2, middle, book.label("votes.blocs.vote", vote), **chip)
    _seats(ax, room, name, (lefts["seats"], low), lefts["alone"] - lefts["seats"] - 0.4 * scale(), high)
    write(ax, lefts["alone"], middle, can or "–", va="center_baseline", color=INK if can else GREY)


def _seats(ax: Axes, room: Room, name: str, corner: tuple[float, float], width: float, high: float) -> None:
    """A square a seat, with colour and letter of its side; a bar where there are too many."""
    now, seats, (left, low) = style(), room.seats[name], corner
    middle, most = low + high / 2, max(room.seats.values())
    code = load_codebook().codes("boards.blocs.side").get(room.sides.get(name) or "")
    colour, edge = code.colour if code else PAPER, {"edgecolor": INK, "lw": 0.8}
    side = min(high * 0.62, width / most)
    wide = side * seats
    if side < 0.1:
        wide = max(width * seats / most, 0.01)
        box(ax, left, middle - high * 0.25, wide, high * 0.5, colour, **edge)
    else:
        for seat in range(seats):
            box(ax, left + seat * side, middle - side * 0.45, side * 0.88, side * 0.9, colour, **edge)
        if code and seats and side > now.small / 72:
            write(ax, left + side * 0.44, middle, code.letter, ha="center", weight="bold", color=ink_on(colour))
    write(ax, left + wide + 0.06, middle, str(seats), va="center_baseline")


def _bar(ax: Axes, left: float, low: float, high: float, per_cent: float) -> None:
    """A small bar with its number; a missing value is a dash, zero a line."""
    middle = low + high / 2
    if pd.isna(per_cent):
        ax.text(left, middle, "–", va="center_baseline", color=GREY)
        return
    long = max(per_cent / 100 * 0.5 * scale(), 0.015)
    box(ax, left, middle - high * 0.2, long, high * 0.4, GREY)
    write(ax, left + long + 0.05, middle, f"{per_cent:.0f}", va="center_baseline")


def _said(room: Room, votes: Mapping[str, str], power: pd.DataFrame) -> tuple[str, str]:
    """Title, short enough for one line so that nothing below it moves when a vote changes, and text twin."""
    count, tally = room.counted(votes), room.tallied(votes)
    turn, briefly = _turn(room, votes)
    result = f"The motion {'passes' if tally.passed else 'fails'} with {count['for']} to {count['against']}"
    if not tally.passed and count["for"] >= tally.needed:
        turn, briefly = f"the veto of {isolated(room.veto)} stops it", "a veto stops it"
    fits = text_width(f"{result}: {turn}", style().title, "bold") <= style().width - 0.25
    title = f"{result}: {turn if fits else briefly}"
    idle = [isolated(str(name)) for name in power.index[power["banzhaf"] < 1e-12] if room.seats[str(name)]]
    aside = room.total - count["for"] - count["against"]
    text = (
        f"For {count['for']}, against {count['against']}{f', without a side {aside}' if aside else ''}; {tally.needed}"
        f" needed: the motion {'passes' if tally.passed else 'fails'}; {turn}. Can block any motion alone:"
        f" {listed(_blockers(power))}."
    )
    if idle:
        text += f" {listed(idle)} {'has' if len(idle) == 1 else 'have'} seats but never the deciding vote."
    return title, f"{text} {room.uncounted}".rstrip()


def _turn(room: Room, votes: Mapping[str, str]) -> tuple[str, str]:
    """Who could turn the result, with names and without."""
    groups, names = room.turners(votes), [isolated(name) for name in alone(room, votes)]
    briefly = "no three blocs together could turn it"
    if len(names) == 1:
        return f"{names[0]} alone could turn it", "one bloc alone could turn it"
    if names:
        return f"{listed(names)} could each turn it", f"each of {number(len(names))} blocs could turn it"
    if groups:
        briefly = f"it takes {number(len(groups[0]))} blocs together to turn it"
        return f"{briefly}, such as {listed([isolated(name) for name in groups[0]])}", briefly
    return briefly, briefly


def _blockers(power: pd.DataFrame) -> list[str]:
    return [isolated(str(name)) for name in power.index[power["can_block"]]]


def _numbers(room: Room, votes: Mapping[str, str], power: pd.DataFrame) -> pd.DataFrame:
    book, names = load_codebook(), [str(name) for name in power.index]
    sides = [side and book.label("boards.blocs.side", side) for side in map(room.sides.get, names)]
    shares = (power[["share", "banzhaf", "shapley_shubik"]] * 100).round(1).reset_index(drop=True)
    shares.columns = ["seats %", "Banzhaf %", "Shapley-Shubik %"]
    table = pd.DataFrame(
        {
            "bloc": names,
            "side": sides,
            "vote": [book.label("votes.blocs.vote", votes.get(name, "unknown")) for name in names],
            "seats": power["seats"].to_numpy(),
            "owned %": power["owned"].to_numpy(),
        }
    )
    return table.join(shares).assign(**{"can block": power["can_block"].map({True: "yes", False: "no"}).to_numpy()})
