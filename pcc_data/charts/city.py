"""Which roles and instruments the public side brings to which cases, and how those cases stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.figure import Figure

from pcc_data.arguments import several
from pcc_data.charts.chart import Chart, of_data
from pcc_data.charts.dots import DotTable, key_lines, sector_key, shrink
from pcc_data.charts.lives import no_case
from pcc_data.charts.style import drawing, frame, style, unreliable
from pcc_data.charts.words import cases_in_words, edges, listed, of, of_cases, tied
from pcc_data.city_roles import in_use, named
from pcc_data.codes import load_codebook
from pcc_data.comparison import FEW

if TYPE_CHECKING:
    from pcc_data.dataset import Dataset

NOUN = {"roles": "role", "instruments": "instrument"}
_FIELDS = ("public_instruments", "status")
_PARTS = {"all": "All of them", "some": "Some of them", "none": "None of them"}


@of_data
def city_roles(data: Dataset, level: str = "roles") -> Chart:
    """Which cases show which role of a city (or, with `level` instruments, which public instrument), by status.

    One mark a case and role: a case with three roles stands in three rows. Raises ValueError for another level.
    """
    used, names = in_use(data, level), named(level)
    if not len(data):
        return no_case(list(names.values()))
    totals = used.sum()
    rows = {code: f"{name}\n{totals[code]} of {len(data)}" for code, name in names.items()}
    places = pd.concat([_placed(data, used.index[used[code]], code) for code in names])
    table = _counts(data, {name: used[code] for code, name in names.items()})
    title = _ranked(names, totals, len(data), NOUN[level])
    by_status = [f"{name.lower()} {totals[code]}" for code, name in names.items()]
    text = (
        f"{NOUN[level].capitalize()}s of the public side in {cases_in_words(len(data), small=True)}, counted in cases: {listed(by_status)}."
    )
    return _drawn(
        data,
        (title, text),
        table,
        places,
        rows,
        0.6 if level == "roles" else 0.5,
        f"A case with several {NOUN[level]}s has a mark for each.",
    )


@of_data
def used_together(data: Dataset, chosen: Sequence[str], level: str = "roles") -> Chart:
    """How the cases stand that show all of the chosen roles (or public instruments), some of them, or none, by status.

    Raises ValueError when nothing is chosen, for an unknown role or instrument, and for another level.
    """
    names, used = named(level), in_use(data, level)
    wanted = [] if chosen is None else several(chosen, names, NOUN[level]) if not isinstance(chosen, str) or chosen else []
    if not wanted:
        raise ValueError(f"Choose at least one {NOUN[level]}.")
    codes = [code for code in names if code in wanted]
    if not len(data):
        return no_case(list(_PARTS.values()))
    count = used[codes].sum(axis=1)
    part = pd.Series("none", index=used.index).mask(count > 0, "some").mask(count == len(codes), "all")
    shown = [key for key in _PARTS if key != "some" or len(codes) > 1]
    words = {"all": "Recorded", "none": "Not recorded"} if len(codes) == 1 else _PARTS
    rows = {key: f"{words[key]}\n{(part == key).sum()} of {len(data)}" for key in shown}
    places = pd.concat([_placed(data, part.index[part == key], key) for key in shown])
    table = _counts(data, {words[key]: part == key for key in shown})
    note = f"Rows: cases with {'this' if len(codes) == 1 else 'these'} {NOUN[level]}{'' if len(codes) == 1 else 's'}."
    return _drawn(data, _said(data, [names[code] for code in codes], part == "all"), table, places, rows, 0.85, note)


def _placed(data: Dataset, cases: pd.Index, row: str) -> pd.DataFrame:
    part = data.cases.loc[cases]
    return pd.DataFrame({"row": row, "column": part["status"].astype("str"), "sector": part["sector"]}).sort_values("sector")


def _counts(data: Dataset, rows: dict[str, pd.Series]) -> pd.DataFrame:
    """For each row and status "3 of 10": the cases of that status that are in the row."""
    book, status = load_codebook(), data.cases["status"]
    sizes = status.value_counts(sort=False)
    cells = {
        book.label("status", code): [
            of(int(held[status == code].sum()), int(sizes[code])) if sizes[code] else "no case" for held in rows.values()
        ]
        for code in book.codes("status")
    }
    return pd.DataFrame({**cells, "All": [of(int(held.sum()), len(data)) for held in rows.values()]}, index=list(rows))


def _drawn(
    data: Dataset, said: tuple[str, str], table: pd.DataFrame, places: pd.DataFrame, rows: dict[str, str], high: float, more: str
) -> Chart:
    """A table of dots with the statuses across; `high` is the height of a row, `more` what the small line adds."""
    book, sizes = load_codebook(), data.cases["status"].value_counts(sort=False)
    columns = {
        code: f"{book.label('status', code)}\nn = {sizes[code]:,}{'*' if 0 < sizes[code] < FEW else ''}" for code in book.codes("status")
    }
    few = " * fewer than three cases." if any(0 < sizes[code] < FEW for code in columns) else ""
    note = f"Each mark is a case (n = {len(data):,}); the figure in a corner counts them. {more}{few}{unreliable(*_FIELDS)}"
    figure = dot_figure(said[0], note, DotTable(places, rows, columns), high, "How they stand →")
    return Chart(figure, *said, table, dict(data.cases["name"]))


def dot_figure(title: str, note: str, table: DotTable, high: float, across: str) -> Figure:
    """A figure with a table of dots by sector, its key under it, and rows `high` inches high (less on paper)."""
    now = style()
    left = 1.9 if now.width > 10 else 1.25
    width, height = now.width - left - 0.15, high * len(table.rows) * (1 if now.width > 10 else 0.72)
    table = replace(table, names=left - 0.15)
    lines = key_lines("sector", table.places["sector"], width)
    with drawing():
        figure, ax = frame(title, note, height + table.heads(width) + now.inch * 1.3, left=left, below=now.inch * (0.4 + lines))
        shrink(ax, height)
        table.draw(ax, width, height, across, "")
        sector_key(ax, table.places["sector"], now.inch * 0.8)
    return figure


def _ranked(names: dict[str, str], totals: pd.Series, cases: int, noun: str) -> str:
    """The most common and the rarest by name; where more than two are tied, how many they are."""
    first, last = edges({name: (int(totals[code]), cases) for code, name in names.items()})
    if not first:
        return f"All {noun}s are equally common, each in {of_cases(int(totals.iloc[0]), cases)}"
    most, rare = tied(first, f"{noun}s"), tied(last, f"{noun}s")
    is_, each = ("is", "") if len(first) == 1 else ("are", "each ")
    kind = noun if len(first) == 1 else f"{noun}s"
    title = f"{most[0].upper()}{most[1:]} {is_} the most common {kind if len(first) < 3 else ''}".rstrip()
    return f"{title}, {each}in {of_cases(int(totals.max()), cases)}; {rare.lower()} the rarest, in {totals.min()}"


def _said(data: Dataset, names: list[str], together: pd.Series) -> tuple[str, str]:
    """Title and text twin: how many use all of them, and how many of these and of the others are in the most common state."""
    status, book, count = data.cases["status"], load_codebook(), int(together.sum())
    what = names[0] if len(names) == 1 else f"{' + '.join([names[0], *(name[0].lower() + name[1:] for name in names[1:])])} together"
    if not count:
        return f"{what}: in none of {cases_in_words(len(data), small=True)}", f"No case of {len(data)} shows {what[0].lower()}{what[1:]}."
    title, other = f"{what}: {of_cases(count, len(data))}", len(data) - count
    top, _ = edges({code: (int(size), len(data)) for code, size in status.value_counts(sort=False).items()})
    label = book.label("status", top[0]).lower() if len(top) == 1 else ""  # where states are tied, none of them is set against the rest
    here, there = (int((part & (status == top[0])).sum()) if label else 0 for part in (together, ~together))
    if label:
        title += f". {label.capitalize()}: {of(here, count, 'of them')}" + (f", {of(there, other, 'of the others')}" if other else "")
    states = status[together].value_counts(sort=False)
    parts = [f"{found} {book.label('status', code).lower()}" for code, found in states.items() if found]
    text = f"{what}: {of_cases(count, len(data))}. How they stand: {listed(parts)}."
    if other:
        text += f" The other {other}: {there} {label}." if label else ""
        text += " Two groups of cases side by side; neither shows what made the difference."
    return title, text
