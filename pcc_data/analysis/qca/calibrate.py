"""From values to memberships: 0 is fully out of a set, 1 fully in it, and 0.5 neither."""

from __future__ import annotations

from collections.abc import Sequence
from math import log
from typing import Any

import numpy as np
import pandas as pd

from pcc_data.arguments import is_number

_HALF = 1e-9
"""How close to 0.5 counts as exactly 0.5: less than any calibration tells apart."""


def crisp(values: pd.Series, at: float, below: bool = False) -> pd.Series:
    """1 for values from the threshold `at` on, 0 for those under it; with `below` the other way round.

    A value at the threshold is 1 unless `below`, then it is 0: x >= at, or x < at. Missing values stay missing.
    Returns a Series of floats with the index of `values`. Raises ValueError for values or a threshold that are no
    numbers.
    """
    given, bound = _numbers(values), _number(at, "threshold")
    member = given < bound if below else given >= bound
    return member.astype(float).where(given.notna())


def fuzzy(values: pd.Series, out: float, cross: float, full: float, idm: float | None = None) -> pd.Series:
    """Direct calibration with three anchors by a logistic curve (Ragin 2008, Redesigning Social Inquiry, ch. 5).

    `out` is where a case is fully out of the set, `cross` where it is neither in nor out (0.5), `full` where it is
    fully in; anchors that fall mean that low values are in. Membership at `full` has log-odds of exactly 3, about
    0.953, as in Ragin's program fsQCA; `idm` gives another membership there, and 0.95 is the default of the R package
    QCA. Missing values stay missing. Returns a Series of floats with the index of `values`. Raises ValueError for
    values or anchors that are no numbers, anchors out of order, and an `idm` that is not between 0.5 and 1.
    """
    given = _numbers(values)
    anchors = [_number(anchor, "anchor") for anchor in (out, cross, full)]
    if not (anchors[0] < anchors[1] < anchors[2] or anchors[0] > anchors[1] > anchors[2]):
        raise ValueError(
            f"The anchors are {out!r}, {cross!r}, {full!r}. They go one way, from fully out over the crossover to "
            "fully in, such as 400, 550, 900, or 15, 9.5, 5 where low values are in."
        )
    if idm is not None and not (is_number(idm) and 0.5 < idm < 1):
        raise ValueError(f"The membership at the anchor of full membership is {idm!r}; it lies between 0.5 and 1.")
    odds = 3.0 if idm is None else log(idm / (1 - idm))
    away = given - anchors[1]
    inside = away * np.sign(anchors[2] - anchors[1]) >= 0
    reach = np.where(inside, abs(anchors[2] - anchors[1]), abs(anchors[1] - anchors[0]))
    steps = away * np.sign(anchors[2] - anchors[1]) * odds / reach
    return 1 / (1 + np.exp(-steps.clip(-700, 700)))


def half_members(memberships: pd.DataFrame, columns: Sequence[str] | None = None) -> dict[str, list[str]]:
    """The cases whose membership in a set is exactly 0.5, each with those sets: they belong to no row of a truth table.

    `columns` names the sets to look at; left out, all. Raises ValueError for columns that are not numbers.
    """
    table = memberships if columns is None else memberships[list(columns)]
    half = table.apply(_numbers).sub(0.5).abs() < _HALF
    return {str(case): [str(name) for name in half.columns[row]] for case, row in half.iterrows() if row.any()}


def is_half(values: np.ndarray) -> np.ndarray:
    """Where a membership is exactly 0.5."""
    return np.abs(values - 0.5) < _HALF


def _numbers(values: Any) -> pd.Series:
    """The values as floats, missing ones as NaN."""
    try:
        return pd.Series(values).astype("Float64").astype(float)
    except (TypeError, ValueError):
        raise ValueError("Only numbers can be calibrated; these values hold something else.") from None


def _number(value: Any, what: str) -> float:
    if is_number(value):
        return float(value)
    raise ValueError(f"{value!r} is no {what}: a number is asked for.")
