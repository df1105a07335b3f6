"""How the cases stand in which chosen roles or instruments come together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.analysis.city_roles import in_use, named
from pcc_data.arguments import several
from pcc_data.charts._kit.by_status import NOUN, status_table
from pcc_data.charts._kit.chart import Chart, of_data
from pcc_data.charts._kit.pages import no_case
from pcc_data.codes import load_codebook
from pcc_data.say import cases_in_words, edges, listed, of, of_cases

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


_PARTS = {"all": "All of them", "some": "Some of them", "none": "None of them"}


@of_data
def used_together(data: Dataset, chosen: Sequence[str], level: str = "roles") -> Chart:
    """How the cases stand that show all of the chosen roles (or public instruments), some of them, or none, by status.

    Raises ValueError when nothing is chosen, for an unknown role or instrument, and for another level.
    """
    names, used = named(level), in_use(data, level)
    nothing = chosen is None or chosen == ""
    wanted = [] if nothing else several(chosen, names, NOUN[level])
    if not wanted:
        raise ValueError(f"Choose at least one {NOUN[level]}.")
    codes = [code for code in names if code in wanted]
    if not len(data):
        return no_case(list(_PARTS.values()))
    count, alone = used[codes].sum(axis=1), len(codes) == 1
    rows = {"all": count == len(codes), "some": (count > 0) & (count < len(codes)), "none": count == 0}
    words = {"all": "Recorded", "none": "Not recorded"} if alone else _PARTS
    note = f"Rows: cases with {'this' if alone else 'these'} {NOUN[level]}{'' if alone else 's'}."
    said = _said(data, [names[code] for code in codes], rows["all"])
    return status_table(data, said, {word: rows[key] for key, word in words.items()}, 0.85, note)


def _said(data: Dataset, names: list[str], together: pd.Series) -> tuple[str, str]:
    """Title and text twin: how many use all of them, and how many of these and of the others are in the most common
    state."""
    status, book, count = data.cases["status"], load_codebook(), int(together.sum())
    what = " + ".join([names[0], *(name[0].lower() + name[1:] for name in names[1:])])
    what += " together" if len(names) > 1 else ""
    if not count:
        return (
            f"{what}: in none of {cases_in_words(len(data), small=True)}",
            f"No case of {len(data)} shows {what[0].lower()}{what[1:]}.",
        )
    title, other = f"{what}: {of_cases(count, len(data))}", len(data) - count
    top, _ = edges({code: (int(size), len(data)) for code, size in status.value_counts(sort=False).items()})
    # where states are tied, none of them is set against the rest
    label = book.label("status", top[0]).lower() if len(top) == 1 else ""
    here, there = (int((part & (status == top[0])).sum()) if label else 0 for part in (together, ~together))
    if label:
        title += f". {label.capitalize()}: {of(here, count, 'of them')}"
        title += f", {of(there, other, 'of the others')}" if other else ""
    states = status[together].value_counts(sort=False)
    parts = [f"{found} {book.label('status', code).lower()}" for code, found in states.items() if found]
    text = f"{what}: {of_cases(count, len(data))}. How they stand: {listed(parts)}."
    if other:
        text += f" The other {other}: {there} {label}." if label else ""
        text += " Two groups of cases side by side; neither shows what made the difference."
    return title, text
