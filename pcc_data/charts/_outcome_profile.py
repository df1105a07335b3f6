"""Outcome profiles of groups of cases: every rating a mark, what was not found beside it, medians never alone."""

from collections.abc import Mapping
from typing import NamedTuple, Self

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from pcc_data.analysis import outcome_profile as numbers
from pcc_data.analysis.compare import FEW, RATINGS
from pcc_data.charts._kit.basics import Chart, Dataset, load_codebook, no_case, of_data, say, style, unreliable
from pcc_data.charts._kit.told import counted
from pcc_data.colours import GREY, INK, LIGHT, PAPER
from pcc_data.drawing.canvas import box, canvas, pitch_for, write
from pcc_data.drawing.heads import Heads
from pcc_data.drawing.key import key_lines, key_of, sector_key
from pcc_data.drawing.marks import marks
from pcc_data.drawing.piles import Piles
from pcc_data.drawing.style import room_left
from pcc_data.drawing.texts import fold, fold_lines
from pcc_data.errors import pick
from pcc_data.say import edges, figure_text, tied_shares
from pcc_data.tables.spec import DOMAINS

MARKS = 800  # all seven ratings of about a hundred cases
MARKS_ON_A_PHONE = 150  # of about twenty: more of them side by side can neither be told apart nor be tapped
_NONE = len(RATINGS)  # place of "not found", behind the ratings
_GAP = 0.16  # inches before what is no step of the scale


@of_data
def outcome_profile(data: Dataset, by: str = "ownership_model", *, domain: str | None = None) -> Chart:
    """Ratings of an outcome in groups of cases: a mark a case, the median of each group, and what was not found beside
    it.

    With `domain` the rows are the groups. Without it all seven outcomes are drawn side by side in small, or, where
    there is one group only, below one another. The numbers are those of `pcc.outcome_profile`. A group of which fewer
    than three cases are rated is marked. Raises ValueError for a field without codes or an unknown outcome.
    """
    if domain is not None:
        pick(domain, DOMAINS, "outcome")
    profile = numbers.outcome_profile(data, by)
    if not len(data):
        return no_case(_table(profile, by).columns)
    if domain is not None:
        profile = profile.xs(domain, level="domain", drop_level=False)
    title, text = _said_one(profile, by, domain) if domain is not None else _said_all(profile, by)
    side_by_side = domain is None and profile.index.get_level_values(0).nunique() > 1
    most = MARKS_ON_A_PHONE if side_by_side and style().narrow else MARKS
    sectors = data.cases["sector"].sort_values(kind="stable")
    cells = numbers.cases_by_rating(data, by, sectors.index)
    rows = {row: cells[row] for row in profile.index}
    piles = Piles(rows, sectors, marks("sector"), int(profile["cases"].sum()) > most)
    figure = (_small if side_by_side else _large)(piles, profile, by, title)
    return Chart(figure, title, text, _table(profile, by), dict(data.cases["name"]))


def _large(piles: Piles, profile: pd.DataFrame, by: str, title: str) -> Figure:
    """One row a group of one outcome (or an outcome of one group), a wide cell a rating."""
    now = style()
    left = 3.6 if now.hall else 2.5 if now.width > 10 else 1.3 if now.narrow else 1.6
    right = 0.05 if now.narrow else now.small * (17.5 if now.hall else 12.5) / 72  # for what is said of a row
    wide = (now.width - left - right - 0.1 - _GAP) / (_NONE + 1)
    figures, line = (0.06, now.small * 1.3 / 72) if now.narrow else (now.small * 3.6 / 72, 0.0)  # beside or over marks
    names = [load_codebook().label("outcomes.rating", rating) for rating in (*map(str, RATINGS), "not_found")]
    foot, heads = now.pile * 1.6 / 72, Heads.of(names, wide)
    head = heads.high + 0.15 if now.narrow or now.hall else now.small * 2.9 / 72
    said = _said_of_rows(profile, by, left - 0.25)
    least = [max(1.8 if now.hall else 2.75, now.narrow * (1.2 * name.count("\n") + 1.8)) for name, _ in said]

    def across(pitch: float) -> list[int]:
        return [max(1, int((wide - figures) / pitch + 1e-6))] * (_NONE + 1)

    def rows(pitch: float) -> list[float]:
        high = (foot + piles.high(row, across(pitch), pitch) + line + 0.06 for row in profile.index)
        return [max(now.small * lines / 72, one) for lines, one in zip(least, high, strict=True)]

    room = room_left(title, _note(piles, profile, by), _below(piles, left) + head)
    tall = rows(pitch := pitch_for(rows, now.pile * 1.4 / 72, room))
    figure, ax = _paper(piles, profile, by, title, tall, left, head)
    lefts = [place * wide + _GAP * (place == _NONE) for place in range(_NONE + 1)]
    for place in range(_NONE + 1):
        look = {"style": "italic" if place == _NONE else "normal"} | ({} if now.narrow else {"va": "baseline"})
        heads.write(ax, place, lefts[place] + wide / 2, 0.09, **look)
    lows = -np.cumsum(tall)
    for row, (name, aside), low, high in zip(profile.index, said, lows, tall, strict=True):
        write(ax, -0.12, low + high / 2, name, ha="right", linespacing=1.1)
        write(ax, lefts[-1] + wide + 0.12, low + high / 2, aside, linespacing=1.2)
        for place, cases in enumerate(piles.cells[row]):
            piles.draw(ax, row, place, (lefts[place] + wide / 2, low + foot), across(pitch)[place], pitch)
            look = {"weight": "bold"} if cases else {"color": GREY}
            write(ax, lefts[place] + wide - 0.07, low + high - 0.05, str(len(cases)), ha="right", va="top", **look)
    ax.vlines(lefts[1:_NONE], lows[-1], 0, color=LIGHT, lw=0.8)
    box(ax, lefts[-1], lows[-1], wide, -lows[-1], edgecolor=GREY, ls=":", lw=1)
    _medians(ax, profile, [(wide / 2, low + foot * 0.45) for low in lows], wide, now.dot * 0.8)
    return figure


def _said_of_rows(profile: pd.DataFrame, by: str, inches: float) -> list[tuple[str, str]]:
    """The name of each row in so many inches, and its counts: behind the marks, on a phone below the name."""
    now, book, lines = style(), load_codebook(), []
    groups = profile.index.get_level_values(0).nunique() > 1 or len(profile) == 1
    for (group, domain), row in profile.iterrows():
        rated, cases = int(row["rated"]), int(row["cases"])
        name = book.label(by, group) if groups else _caution(domain)
        median = figure_text(row["median"]) if rated else ""
        told = [say("outcome-profile.aside", rated=rated, cases=cases, median=median, few=rated < FEW)]
        told += [say("outcome-profile.aside-rated", rated=rated, cases=cases)] * bool(rated)
        under = [name, *told] if now.narrow else [name]
        aside = "" if now.narrow else (", " if now.hall else "\n").join(told)
        lines.append((fold_lines("\n".join(under), now.small, inches), aside))
    return lines


class _Cell(NamedTuple):
    """A place of one outcome in a group, in inches: how wide it is, how far its ratings are apart and their marks, and
    the room under the marks; and how many of them stand beside one another in each place."""

    wide: float
    slot: float
    pitch: float
    foot: float
    across: tuple[int, ...]

    @classmethod
    def of(cls, wide: float) -> Self:
        """A place so many inches wide."""
        slot, beside = (wide - 0.1) / (_NONE + 1.9), 3 if style().hall else 2
        return cls(wide, slot, slot / beside, style().pile / 72, (beside,) * _NONE + (beside + 1,))

    @property
    def middles(self) -> list[float]:
        """Where the marks of each rating stand, and of those without one."""
        return [0.02 + (place + 0.5) * self.slot for place in range(_NONE)] + [self.wide - 0.06 - self.slot * 0.75]


def _small(piles: Piles, profile: pd.DataFrame, by: str, title: str) -> Figure:
    """All outcomes side by side: one row a group, a column an outcome, in it a narrow place a rating; on a phone three
    or four outcomes, and the next ones below."""
    now, left = style(), 2.7 if style().hall else 1.9 if style().width > 10 else 1.05 if style().narrow else 1.15
    beside = (4 if piles.bars else 3) if now.narrow else len(DOMAINS)
    bands = [DOMAINS[at : at + beside] for at in range(0, len(DOMAINS), beside)]
    cell = _Cell.of((now.width - left - 0.1) / beside)
    least = 1.6 if now.hall else 2.75
    names = {group: _group_name(profile, by, group, left - 0.15) for group in profile.index.unique(0)}
    labels = {domain: fold(_caution(domain), now.small, cell.wide - 0.12) for domain in DOMAINS}
    tall, heads = [], []  # heights of the rows, and before those of a next band the height of its head
    for band in bands:
        lines = max(labels[domain].count("\n") + 1 for domain in band)
        heads.append(now.small * (1.26 * lines + 1.7) / 72 + 0.1 * bool(heads))
        tall += [heads[-1]] * bool(tall)
        for group, name in names.items():
            high = max(piles.high((group, domain), cell.across, cell.pitch) for domain in band)
            tall.append(max(now.small * max(least, 1.3 * name.count("\n") + 1.6) / 72, cell.foot + high + 0.07))
    figure, ax = _paper(piles, profile, by, title, tall, left, heads[0])
    lows, places = -np.cumsum(tall), {}
    for at, (band, head) in enumerate(zip(bands, heads, strict=True)):
        first = at * (len(names) + 1)
        feet = dict(zip(names, lows[first : first + len(names)], strict=True))
        for name, low, high in zip(names.values(), feet.values(), tall[first:], strict=False):
            write(ax, -0.1, low + high / 2, name, ha="right", linespacing=1.1)
        top = lows[first - 1] if first else 0.0
        for column, domain in enumerate(band):
            left = column * cell.wide
            _domain(ax, piles, domain, (left, feet), cell, top)
            write(ax, left + 0.06, top + head, labels[domain], va="top", linespacing=1.05)
            ax.plot([left, left], [min(feet.values()), top + head], color=LIGHT, lw=1)
            places |= {(group, domain): (left + cell.middles[0], low + cell.foot * 0.5) for group, low in feet.items()}
    _medians(ax, profile, [places[row] for row in profile.index], cell.slot, now.dot * 0.6)
    return figure


def _group_name(profile: pd.DataFrame, by: str, group: str, inches: float) -> str:
    """The name of a group with its number of cases, in so many inches."""
    cases = profile.at[(group, DOMAINS[0]), "cases"]
    name, counted = load_codebook().short(by, group), say("chart.n", n=cases, few=cases < FEW)
    if style().hall:
        return fold(f"{name}, {counted}", style().small, inches)
    return f"{fold(name, style().small, inches)}\n{counted}"


def _domain(
    ax: Axes, piles: Piles, domain: str, place: tuple[float, Mapping[str, float]], cell: _Cell, top: float
) -> None:
    """An outcome: its ratings over a column, and the marks of each group on its foot."""
    left, feet = place
    for at, (mark, middle) in enumerate(zip((*map(str, RATINGS), "○"), cell.middles, strict=True)):
        write(ax, left + middle, top + 0.05, mark, color=GREY, ha="center", va="bottom")
        for group, low in feet.items():
            piles.draw(ax, (group, domain), at, (left + middle, low + cell.foot), cell.across[at], cell.pitch)


def _paper(
    piles: Piles, profile: pd.DataFrame, by: str, title: str, tall: list[float], left: float, head: float
) -> tuple[Figure, Axes]:
    """Title, note and an axes in inches whose rows begin at zero and run downwards; `head` is the room for names of
    columns."""
    now, note, below = style(), _note(piles, profile, by), _below(piles, left)
    figure, ax = canvas(title, note, head, sum(tall), left=left, below=below)
    ax.hlines(-np.cumsum(tall), 0.1 - left, now.width - left - 0.1, color=LIGHT, lw=0.8, clip_on=False)
    if not piles.bars:
        sector_key(ax, piles.codes, now.inch * 0.75)
    return figure, ax


def _below(piles: Piles, left: float) -> float:
    """Inches for the key under the rows."""
    lines = 1 if piles.bars else key_lines(key_of("sector", piles.codes), style().width - left - 0.1)
    return style().inch * (0.3 + lines)


def _note(piles: Piles, profile: pd.DataFrame, by: str) -> str:
    """The small line: what is drawn, n, and what to be careful about."""
    domains, groups = profile.index.unique("domain"), profile.index.unique(0)
    few = bool((profile["cases"] < FEW).any()) and len(groups) > 1 and len(domains) > 1
    key, named = "outcome-profile.note", {}
    if len(groups) == 1:
        key, named = "outcome-profile.note-one", {"group": load_codebook().label(by, groups[0])}
    note = say(key, n=len(piles.codes), many=piles.bars, few=few, **named)
    return note + unreliable(by, *(f"outcomes.{domain}" for domain in domains))


def _medians(ax: Axes, profile: pd.DataFrame, feet: list[tuple[float, float]], step: float, size: float) -> None:
    """Thin scales under the ratings, a diamond at the median; hollow where fewer than three cases are rated.

    `feet` is the place of the rating 0 in each row of the profile, `step` the distance to the next rating, in inches.
    """
    x, y = np.array(feet).T
    ax.hlines(y, x, x + step * (_NONE - 1), color=LIGHT, lw=1.5, zorder=0)
    at, rated = x + step * profile["median"].to_numpy(dtype=float, na_value=np.nan), profile["rated"].to_numpy()
    for some, fill in ((rated >= FEW, INK), ((rated > 0) & (rated < FEW), PAPER)):
        ax.plot(at[some], y[some], "D", ms=size, mfc=fill, mec=INK, mew=1.2, zorder=4)


def _caution(domain: str) -> str:
    book, field = load_codebook(), f"outcomes.{domain}"
    label = book.label(field)
    return label if book.field(field).reliable else say("chart-caution", label=label)


def _spread(part: pd.DataFrame, by: str) -> dict[str, object]:
    """From which lowest to which highest median the groups of one outcome run, among those with three or more rated
    cases: values of a message."""
    enough = part[part["rated"] >= FEW]["median"].astype(float)
    if not len(enough):
        return {"groups": 0}
    low, high = enough.min(), enough.max()
    least, most = ([load_codebook().short(by, row[0]) for row in enough.index[enough == end]] for end in (low, high))
    medians = {"low": figure_text(low), "lowest": least, "high": figure_text(high), "highest": most}
    return {"groups": len(enough), "differ": bool(low < high), **medians}


def _said_one(profile: pd.DataFrame, by: str, domain: str) -> tuple[str, str]:
    book, (high, rated) = load_codebook(), numbers.rated_high(profile)
    label, cases = book.label(f"outcomes.{domain}"), int(profile["cases"].sum())
    if not rated:
        values = {"label": label, "n": cases}
        return say("outcome-profile.none-title", **values), say("outcome-profile.none-text", **values)
    medians = []
    for row in profile.itertuples():
        told = {"group": book.short(by, row.Index[0]), "median": figure_text(row.median) if row.rated else ""}
        medians.append(say("outcome-profile.median", rated=row.rated, cases=row.cases, **told))
    values = {"label": label, "n": high, "total": rated}
    more = {"by": book.phrase(by), "missing": cases - rated, "cases": cases, "medians": medians}
    title = say("outcome-profile.title", **values, **_spread(profile, by))
    return title, say("outcome-profile.text", **values, **more)


def _said_all(profile: pd.DataFrame, by: str) -> tuple[str, str]:
    """Title and text over all outcomes; only those on which coders agree are named in the title."""
    book = load_codebook()
    counts = {domain: numbers.rated_high(profile.xs(domain, level="domain")) for domain in DOMAINS}
    name = {domain: book.phrase(f"outcomes.{domain}") for domain in DOMAINS}
    ranked = {
        name[domain]: counts[domain]
        for domain in DOMAINS
        if counts[domain][1] >= FEW and book.field(f"outcomes.{domain}").reliable
    }
    most, least = edges(ranked)
    level = "level" if any(high for high, _ in ranked.values()) else "never"
    missing = {"missing": int(profile["not_found"].sum()), "total": int(profile["cases"].sum())}
    title = say(
        "outcome-profile.title-all",
        kind="differ" if most else level if len(ranked) > 1 else "few",
        most=tied_shares(ranked, most, "n-outcomes"),
        least=tied_shares(ranked, least, "n-outcomes"),
        all=tied_shares(ranked, list(ranked), "n-outcomes"),
        **missing,
    )
    shares = {name[domain]: say("chart.count", n=n, total=rated) for domain, (n, rated) in counts.items() if rated}
    return title, say("outcome-profile.text-all", counts=counted(shares), by=book.phrase(by), **missing)


def _table(profile: pd.DataFrame, by: str) -> pd.DataFrame:
    """The profile with labels: a row a group and outcome, counts of each rating, not found, rated, cases, median."""
    book, table = load_codebook(), profile.reset_index()
    counts = {say(f"outcome-profile.column-{name}"): table[name] for name in ("not_found", "rated", "cases", "median")}
    labels = {
        book.label(by): [book.label(by, group) for group in table[by]],
        say("outcome-profile.column-outcome"): [book.label(f"outcomes.{domain}") for domain in table["domain"]],
        **{book.label("outcomes.rating", str(rating)): table[f"n{rating}"] for rating in RATINGS},
        **counts,
        "": (table["rated"] < FEW).map({True: say("outcome-profile.few-rated"), False: ""}),
    }
    return pd.DataFrame(labels)
