"""Memberships as a person hands them over, held to what an analysis can use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from pcc_data.arguments import found_twice, is_number, one_of, several

NEGATION = "~"
MARKS = ("*", "+", NEGATION)
"""Signs that solutions are written in; a set may not have them in its name."""


class Given(NamedTuple):
    """Names of cases and conditions, memberships (a row a case) and the memberships in the outcome."""

    cases: tuple[str, ...]
    conditions: tuple[str, ...]
    x: np.ndarray
    y: np.ndarray


def given(memberships: pd.DataFrame, outcome: str, conditions: Iterable[str] | None) -> Given:
    """The parts of an analysis. `outcome` is a column, with ~ before it for its absence; `conditions` left out are all
    other columns. Raises ValueError for unknown or doubled names, missing values and values outside 0 to 1."""
    if not isinstance(memberships, pd.DataFrame):
        raise ValueError("Memberships are a DataFrame with a row a case and a column a set; found something else.")
    columns = [str(name) for name in memberships.columns]
    _names_can_be_read([*columns], memberships.index)
    table = memberships.set_axis(columns, axis=1)
    plain = str(outcome).removeprefix(NEGATION)
    shown = one_of(plain, columns, "outcome")
    chosen = [name for name in columns if name != shown]
    if conditions is not None:
        chosen = several(conditions, columns, "condition")
    if shown in chosen:
        raise ValueError(f"{shown} is the outcome; it cannot be one of the conditions as well.")
    if not chosen:
        raise ValueError("No condition is left: an analysis needs at least one besides the outcome.")
    values = _values(table[[*chosen, shown]])
    y = 1 - values[:, -1] if str(outcome).startswith(NEGATION) else values[:, -1]
    return Given(tuple(str(case) for case in table.index), tuple(chosen), values[:, :-1], y)


def cut_off(value: Any, what: str) -> float:
    """A share from 0 to 1. Raises ValueError that says what was found."""
    if is_number(value) and 0 <= value <= 1:
        return float(value)
    raise ValueError(f"The value of {what} is {value!r}; allowed: numbers from 0 to 1.")


def _names_can_be_read(columns: list[str], cases: pd.Index) -> None:
    twice = found_twice(columns)
    if twice:
        raise ValueError(f"Each set needs a name of its own; found twice: {', '.join(twice)}.")
    doubled = found_twice(cases)
    if doubled:
        raise ValueError(f"Each case stands in one row; found twice: {', '.join(doubled[:5])}.")
    marked = [name for name in columns if any(mark in name for mark in MARKS) or not name.strip()]
    if marked:
        raise ValueError(f"A set's name is not empty and has none of the signs {' '.join(MARKS)} in it: {marked}.")


def _values(table: pd.DataFrame) -> np.ndarray:
    try:
        values = table.astype("Float64").astype(float)
    except (TypeError, ValueError):
        raise ValueError("Memberships are numbers from 0 to 1; these columns hold something else.") from None
    gone = values.isna().any(axis=1)
    if gone.any():
        names = ", ".join(str(case) for case in values.index[gone][:5])
        raise ValueError(f"{int(gone.sum())} cases lack a membership; leave them out and say so: {names}.")
    wrong = ((values < 0) | (values > 1)).any(axis=1)
    if wrong.any():
        names = ", ".join(str(case) for case in values.index[wrong][:5])
        raise ValueError(f"Memberships lie between 0 and 1; calibrate these cases first: {names}.")
    return np.asarray(values.to_numpy(), dtype=float)
