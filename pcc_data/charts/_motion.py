"""Who can carry a motion: seats, votes and power by bloc."""

from collections.abc import Mapping
from itertools import accumulate, pairwise

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pcc_data.analysis.motions import Room
from pcc_data.charts._kit.basics import Chart, load_codebook, say, style
from pcc_data.charts._kit.told import named_table
from pcc_data.codes import inside, said
from pcc_data.colours import GREY, INK, LIGHT, PAPER, ink_on
from pcc_data.drawing.canvas import box, canvas, write
from pcc_data.drawing.squares import squares
from pcc_data.drawing.style import drawing, scale
from pcc_data.drawing.texts import fold, fold_lines, isolated, text_width
from pcc_data.say import listed

_COUNTED = 1024
"""Up to so many ways to vote are counted one by one in a row; more are told in per cent."""
_NOTHING = "–"
_TOLD = 6
"""Blocs whose power stands in the sentence; the others are in the table."""

_COLUMNS = {"name": 2.8, "vote": 1.25, "seats": 1.95, "alone": 1.35, "owned": 0.98, "share": 0.98, "swings": 1.9}
"""Parts of a row from left to right: widths in inches of a picture that is 12 inches wide."""


def motion(room: Room, votes: Mapping[str, str]) -> Chart:
    """A board as it votes on a motion: result, needed votes, and for each bloc its vote, seats, what it can do alone,
    and power.

    Power: in how many of the ways in which the others can vote a bloc turns the result (Banzhaf 1965). The vote of a
    bloc can be chosen: its pick is the number of the bloc from 0.
    """
    power, book = room.power(), load_codebook()
    title, text = _said(room, votes, power)
    with drawing():
        figure = (_narrow if style().narrow else _wide)(room, votes, power, title)
    cast = {name: book.phrase("votes.blocs.vote", votes.get(name, "unknown")) for name in room.seats}
    told = [say("motion.pick", bloc=isolated(name), vote=vote) for name, vote in cast.items()]
    return Chart(figure, title, text, _numbers(room, votes, power), {str(at): words for at, words in enumerate(told)})


def _wide(room: Room, votes: Mapping[str, str], power: pd.DataFrame, title: str) -> Figure:
    """A row a bloc, under heads; over all of them one bar of all seats."""
    now, lefts = style(), _lefts(room)
    row = now.inch * (1.6 if len(power) <= 10 else 1.25)
    widths = [end - left - 0.06 for left, end in pairwise(lefts.values())]
    heads = {part: fold_lines(_head(part), now.small, wide) for part, wide in zip(lefts, widths, strict=False)}
    lines = max(head.count("\n") + 1 for head in heads.values())
    head, high = now.inch * max(2.5, 0.6 + 0.95 * lines), row * len(power)
    figure, ax = canvas(title, _note(room, votes), high + head + now.inch * 2.3)
    _tally(ax, room, votes, high + head)
    for part, shown in heads.items():
        look = {"color": GREY, "va": "baseline", "linespacing": 1.1}
        write(ax, lefts[part], high + now.inch * 0.3, shown, **look)
    for at, (bloc, told) in enumerate(_in_words(room, votes, power).items()):
        low = high - row * (at + 1)
        ax.plot([0, now.width - 0.2], [low, low], color=LIGHT, lw=0.8)
        _named(ax, bloc, at, votes.get(bloc, "unknown"), lefts, (low, row))
        _seats(ax, room, bloc, (lefts["seats"], low), (lefts["alone"] - lefts["seats"] - 0.4 * scale(), row))
        look = {"va": "center_baseline", "color": GREY if told["alone"] == _NOTHING else INK}
        write(ax, lefts["alone"], low + row / 2, told["alone"], **look)
        shares = {"owned": power.at[bloc, "owned"] / 100, "share": power.at[bloc, "share"]}
        for part, share in {**shares, "swings": power.at[bloc, "swings"] / room.ways}.items():
            if part in lefts:
                _bar(ax, lefts[part], low, row, share, told[part])
    return figure


def _narrow(room: Room, votes: Mapping[str, str], power: pd.DataFrame, title: str) -> Figure:
    """The same on a phone: of each bloc its name and vote, its seats, and its power in words."""
    now, width, told = style(), style().width - 0.2, {}
    lefts = {"vote": width - 1.25, "seats": width + 0.12}
    for bloc, words in _in_words(room, votes, power).items():  # each with what stands over a column elsewhere
        parts = [say("chart.labelled", name=" ".join(_head(part).split()), n=value) for part, value in words.items()]
        told[bloc] = fold(listed(parts, "unit"), now.small, width)
    rows = [now.inch * (3.2 + 0.9 * (words.count("\n") + 1)) for words in told.values()]
    figure, ax = canvas(title, _note(room, votes), sum(rows) + now.inch * 2.6)
    _tally(ax, room, votes, sum(rows) + now.inch * 0.3)
    low = sum(rows)
    for at, ((name, words), high) in enumerate(zip(told.items(), rows, strict=True)):
        low -= high
        ax.plot([0, width], [low, low], color=LIGHT, lw=0.8)
        top = low + high - now.inch * 1.8
        _named(ax, name, at, votes.get(name, "unknown"), lefts, (top, now.inch * 1.6))
        _seats(ax, room, name, (0.0, top - now.inch * 1.3), (width - 0.4, now.inch * 1.4))
        write(ax, 0, top - now.inch * 1.45, words, va="top", linespacing=1.15)
    return figure


def _in_words(room: Room, votes: Mapping[str, str], power: pd.DataFrame) -> dict[str, dict[str, str]]:
    """What each bloc can do alone, its shares in per cent, and in how many of the ways in which the others can vote it
    turns the result ('22 of 32'; in per cent where these are many); a dash for what is not known."""
    turners, told = room.alone(votes), {}
    ways = "motion.ways" if room.ways <= _COUNTED else "motion.ways-percent"
    for bloc, row in power.iterrows():
        can = [say("motion.turn-it")] * (bloc in turners) + [say("motion.block")] * bool(row["can_block"])
        told[str(bloc)] = words = {"alone": ", ".join(can) or _NOTHING}
        shares = {"owned": row["owned"], "share": row["share"] * 100}
        for part, per_cent in shares.items() if room.owned else [("share", shares["share"])]:
            words[part] = _NOTHING if pd.isna(per_cent) else f"{per_cent:.0f}"
        words["swings"] = _NOTHING
        if pd.notna(row["swings"]):
            percent = f"{row['swings'] / room.ways:.0%}"
            words["swings"] = say(ways, n=int(row["swings"]), total=room.ways, percent=percent)
    return told


def _lefts(room: Room) -> dict[str, float]:
    """Where each part of a row begins, and its end, in inches: each is as wide as the words of its head and the
    longest vote need, and the name gives room for it. Shares owned have no part where none is on record."""
    now, book = style(), load_codebook()
    wide = {part: width * scale() for part, width in _COLUMNS.items()}
    if not room.owned:
        wide["name"] += wide.pop("owned")
    needed = {part: max(text_width(word, now.small) for word in _head(part).split()) + 0.08 for part in wide}
    votes = (book.label("votes.blocs.vote", vote) for vote in book.codes("votes.blocs.vote"))
    needed["vote"] = max(needed["vote"], *(text_width(vote, now.small, "bold") + 0.24 for vote in votes))
    grown = {part: max(width, needed[part]) for part, width in wide.items() if part != "name"}
    name = wide["name"] - (sum(grown.values()) - sum(wide.values()) + wide["name"])
    return dict(zip((*wide, "end"), accumulate((name, *grown.values()), initial=0.0), strict=True))


def _head(part: str) -> str:
    return say(f"motion.head-{part}")


def _note(room: Room, votes: Mapping[str, str]) -> str:
    rule = load_codebook().codes("boards.majority")[room.majority]
    return say(
        "motion.note",
        rule=said(rule.label),
        definition=inside(said(rule.definition)),
        needed=room.tallied(votes).needed,
        seats=room.total,
        vetoes=int(room.veto is not None),
        veto=isolated(room.veto or ""),
        power=room.uncounted or say("motion.power"),
        dash=bool(room.owned) and not set(room.seats) <= set(room.owned),
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
        label = say("chart.counted", name=book.label("votes.blocs.vote", vote), n=count[vote])
        label = label if wide > text_width(label, now.text, "bold") + 0.15 else str(count[vote])
        look = {"va": "center_baseline", "color": ink_on(code.colour), "weight": "bold"}
        ax.text(left + 0.1, base + high / 2, label, **look)  # left of the line that marks the majority
        left += wide
    needed = room.tallied(votes).needed
    at, label = needed * unit, say("motion.needed", n=needed)
    half = text_width(label, now.small) / 2
    ax.plot([at, at], [base - 0.05, base + high + 0.08], color=INK, lw=2)
    write(ax, min(max(at, half), width - half), base + high + 0.1, label, ha="center", va="bottom")


def _named(ax: Axes, name: str, at: int, vote: str, lefts: Mapping[str, float], place: tuple[float, float]) -> None:
    """Name and vote of a bloc."""
    book, now, (low, high) = load_codebook(), style(), place
    code, middle = book.codes("votes.blocs.vote")[vote], low + high / 2
    label = fold(name, now.small, lefts["vote"] - 0.1, most=2)
    write(ax, 0, middle, label, va="center" if "\n" in label else "center_baseline", linespacing=1.05)
    left, wide = lefts["vote"], lefts["seats"] - lefts["vote"] - 0.12
    edge = {"edgecolor": INK, "lw": 1, "ls": "--" if code.nothing else "-"}
    box(ax, left, low + high * 0.1, wide, high * 0.8, code.colour, gid=f"pick:{at}", **edge)
    chip = {"ha": "center", "va": "center_baseline", "weight": "bold", "color": ink_on(code.colour)}
    write(ax, left + wide / 2, middle, book.label("votes.blocs.vote", vote), **chip)


def _seats(ax: Axes, room: Room, name: str, corner: tuple[float, float], size: tuple[float, float]) -> None:
    """A square a seat, with colour and letter of its side."""
    code = load_codebook().codes("boards.blocs.side").get(room.sides.get(name) or "")
    look = (code.colour, code.letter) if code else (PAPER, "")
    squares(ax, room.seats[name], max(room.seats.values()), corner, size, *look)


def _bar(ax: Axes, left: float, low: float, high: float, share: float, told: str) -> None:
    """A small bar with its number; a missing value is a dash, zero a line."""
    middle = low + high / 2
    if pd.isna(share):
        ax.text(left, middle, told, va="center_baseline", color=GREY)
        return
    long = max(share * 0.5 * scale(), 0.015)
    box(ax, left, middle - high * 0.2, long, high * 0.4, GREY)
    write(ax, left + long + 0.05, middle, told, va="center_baseline")


def _said(room: Room, votes: Mapping[str, str], power: pd.DataFrame) -> tuple[str, str]:
    """Title, short enough for one line so that nothing below it moves when a vote changes, and text twin."""
    count, tally = room.counted(votes), room.tallied(votes)
    groups = room.turners(votes)
    together = len(groups[0]) if groups else 0
    names = [isolated(name) for group in (groups if together == 1 else groups[:1]) for name in group]
    values = {"together": together, "n": len(names), "names": names}
    turns = [say("motion.turn", **values), say("motion.turn-briefly", **values)]
    if not tally.passed and count["for"] >= tally.needed:
        turns = [say("motion.vetoed", name=isolated(room.veto)), say("motion.vetoed-briefly")]
    result = {"passed": tally.passed, "for": count["for"], "against": count["against"]}
    title, briefly = (say("motion.title", turn=turn, **result) for turn in turns)
    idle = [isolated(str(name)) for name in power.index[power["banzhaf"] < 1e-12] if room.seats[str(name)]]
    text = say(
        "motion.text",
        aside=room.total - count["for"] - count["against"],
        needed=tally.needed,
        turn=turns[0],
        blockers=list(power.index[power["can_block"]].map(isolated)),
        idlers=len(idle),
        idle=idle,
        **result,
    )
    strong = power["swings"].dropna().sort_values(ascending=False, kind="stable").head(_TOLD)
    told = [say("motion.could", name=isolated(str(bloc)), n=int(n), total=room.ways) for bloc, n in strong.items()]
    text = f"{text} {say('motion.in-words', told=told, total=room.ways)}" if told else text
    fits = text_width(title, style().title, "bold") <= style().width - 0.25
    return title if fits else briefly, f"{text} {room.uncounted}".rstrip()


def _numbers(room: Room, votes: Mapping[str, str], power: pd.DataFrame) -> pd.DataFrame:
    book, names, power = load_codebook(), [str(name) for name in power.index], power.reset_index(drop=True)
    columns = {
        "bloc": names,
        "side": [side and book.label("boards.blocs.side", side) for side in map(room.sides.get, names)],
        "vote": [book.label("votes.blocs.vote", votes.get(name, "unknown")) for name in names],
        "seats": power["seats"],
        "owned": power["owned"],
        "share": (power["share"] * 100).round(1),
        "swings": power["swings"],
        "ways": room.ways,
        "banzhaf": (power["banzhaf"] * 100).round(1),
        "can_block": [say("motion.yes" if can else "motion.no") for can in power["can_block"]],
    }
    return named_table("motion", columns)
