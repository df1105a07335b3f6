"""Which roles or instruments the public side brings to which cases, and how those cases stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.analysis.city_roles import in_use, named
from pcc_data.charts._kit.by_status import NOUN, status_table
from pcc_data.charts._kit.chart import Chart, of_data
from pcc_data.charts._kit.pages import no_case
from pcc_data.say import cases_in_words, edges, listed, of_cases, tied

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


@of_data
def city_roles(data: Dataset, level: str = "roles") -> Chart:
    """Which cases show which role of a city (or, with `level` instruments, which public instrument), by status.

    One mark a case and role: a case with three roles stands in three rows. Raises ValueError for another level.
    """
    used, names = in_use(data, level), named(level)
    if not len(data):
        return no_case(list(names.values()))
    totals, noun = used.sum(), NOUN[level]
    counted = [f"{name.lower()} {totals[code]}" for code, name in names.items()]
    text = (
        f"{noun.capitalize()}s of the public side in {cases_in_words(len(data), small=True)}, counted in cases:"
        f" {listed(counted)}."
    )
    said = (_ranked(names, totals, len(data), noun), text)
    rows = {name: used[code] for code, name in names.items()}
    more = f"A case with several {noun}s has a mark for each."
    return status_table(data, said, rows, 0.6 if level == "roles" else 0.5, more)


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
