"""How far cases lie apart: Gower's distance on mixed fields."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import numpy as np
import pandas as pd

from pcc_data.analysis.product import product
from pcc_data.arguments import checked_weight, composed, found_twice, is_number, one_of
from pcc_data.errors import not_allowed


def gower(
    frame: pd.DataFrame, ranks: Mapping[str, Sequence[Any]] | None = None, weights: Mapping[str, float] | None = None
) -> pd.DataFrame:
    """Gower's distance (1971) of every two rows; index and columns are those of `frame`, values 0 to 1.

    Numbers and ordered codes (ordered categoricals, or columns in `ranks` with their levels from low to high) differ by
    their distance over the column's range, and so do dates; other codes differ or not, texts however their accents are
    composed; sets (or lists) differ by the share of members that they do not have in common (Jaccard). A comparison
    with a missing side is left out of numerator and denominator; a pair without any comparison is NaN. Raises
    ValueError for a weight that is no finite number from 0, a column that is not there or there twice, infinite
    numbers, numbers among texts, and codes without a rank.
    """
    if not isinstance(frame, pd.DataFrame):
        raise ValueError(f"Gower's distance takes a frame, one row a case; found {type(frame).__name__}.")
    twice = found_twice(frame.columns)
    if twice:
        raise ValueError(f"Each column needs a name of its own; found twice: {', '.join(twice)}.")
    for name in ranks or {}:
        one_of(name, frame.columns, "column of the frame")
    columns = [column_of(frame[name], (ranks or {}).get(name)) for name in frame.columns]
    weight = weights_of(frame.columns, weights, frame.columns)
    rows = np.full((len(frame), len(frame)), np.nan)
    for place in range(len(frame) if columns else 0):
        rows[place] = distances(columns, [column.at(place) for column in columns], weight)
    return pd.DataFrame(rows, index=frame.index, columns=frame.index)


ALL = slice(None)
Rows = slice | np.ndarray
"""Rows of a column, by their places."""


class _Codes:
    """Codes that are equal or not, as whole numbers; -1 is missing."""

    def __init__(self, column: Sequence[Any]) -> None:
        self.values, self.codes = pd.factorize(
            pd.Series([composed(value) for value in column], dtype=object), use_na_sentinel=True
        )
        self.values = self.values.astype(np.int32)  # half as much to go through
        self.known = self.values >= 0
        self.complete = bool(self.known.all())

    def place(self, value: Any) -> Any:
        found = np.flatnonzero(self.codes == composed(value))
        return -1 if _missing(value) else found[0] if len(found) else -2

    def at(self, row: int) -> Any:
        return self.values[row]

    def missing(self, at: Any) -> bool:
        return at == -1

    def away(self, at: Any, rows: Rows = ALL) -> np.ndarray:
        return (self.values[rows] != at).astype(float)


class _Numbers:
    """Numbers or ranks divided by their range; NaN is missing."""

    def __init__(self, values: np.ndarray, rank: Mapping[Any, float] | None = None) -> None:
        self.rank, self.known = rank, ~np.isnan(values)
        self.complete = bool(self.known.all())
        self.spread = float(np.ptp(values[self.known])) if self.known.any() else 0.0
        self.values = values / self.spread if self.spread else values

    def place(self, value: Any) -> Any:
        number = np.nan if _missing(value) else self.rank[value] if self.rank is not None else float(value)
        return number / self.spread if self.spread else number

    def at(self, row: int) -> Any:
        return self.values[row]

    def missing(self, at: Any) -> bool:
        return bool(np.isnan(at))

    def away(self, at: Any, rows: Rows = ALL) -> np.ndarray:
        # a value outside the range of the others is at most as far as that
        return np.minimum(np.abs(self.values[rows] - at), 1.0)


class _Sets:
    """Sets of codes as rows of zeros and ones, those that are alike once; `kinds` tells which row each case has."""

    def __init__(self, column: Sequence[frozenset[Any] | None]) -> None:
        self.known = np.array([value is not None for value in column])
        self.complete = bool(self.known.all())
        alike = list(dict.fromkeys(column))
        self.members = sorted({member for value in alike for member in value or ()})
        self.values = np.array([self._row(value) for value in alike])
        self.sizes = self.values.sum(axis=1)
        places = {value: place for place, value in enumerate(alike)}
        self.kinds = np.array([places[value] for value in column])

    def _row(self, value: Any) -> list[float]:
        inside = value if isinstance(value, (set, frozenset)) else ()
        return [float(member in inside) for member in self.members] + [float(len(set(inside) - set(self.members)))]

    def place(self, value: Any) -> Any:
        return np.array(self._row(value)) if isinstance(value, (set, frozenset)) else None

    def at(self, row: int) -> Any:
        return self.values[self.kinds[row]] if self.known[row] else None

    def missing(self, at: Any) -> bool:
        return at is None

    def away(self, at: Any, rows: Rows = ALL) -> np.ndarray:
        both = product(self.values, at)  # what no row has, the last place, counts nothing here
        either = self.sizes + at.sum() - both
        return (1 - np.divide(both, either, out=np.ones_like(both), where=either > 0))[self.kinds[rows]]


Column = _Codes | _Numbers | _Sets


def column_of(column: pd.Series, levels: Sequence[Any] | None = None) -> Column:
    """A column as what can be compared: codes, numbers or sets. Raises ValueError for what cannot."""
    if levels is None and isinstance(column.dtype, pd.CategoricalDtype) and column.dtype.ordered:
        levels = list(column.dtype.categories)
    if levels is not None:
        rank = {level: float(place) for place, level in enumerate(levels)}
        for value in set(column.dropna()) - set(rank):
            raise ValueError(f"{column.name}: {not_allowed(value, map(str, rank), 'code with a rank')}")
        return _Numbers(column.astype(object).map(rank).to_numpy(dtype=float, na_value=np.nan), rank)
    if any(isinstance(value, date) for value in column) or pd.api.types.is_datetime64_any_dtype(column.dtype):
        return _Numbers(_days(column))
    if pd.api.types.is_numeric_dtype(column.dtype) and not pd.api.types.is_bool_dtype(column.dtype):
        return _Numbers(_finite(column))
    if any(isinstance(value, (set, frozenset, list)) for value in column):
        return _Sets([_as_set(value, str(column.name)) for value in column])
    return _Codes(_of_one_kind(column))


def _finite(column: pd.Series) -> np.ndarray:
    values = column.to_numpy(dtype=float, na_value=np.nan)
    if np.isinf(values).any():
        raise ValueError(
            f"{column.name} holds an infinite number: row {column.index[np.isinf(values)][0]}. Leave it out where it is"
            " missing."
        )
    return values


def _days(column: pd.Series) -> np.ndarray:
    """Dates as days."""
    try:
        found = pd.to_datetime(column)
    except (TypeError, ValueError):
        raise ValueError(
            f"{column.name} holds dates and something else. Write all as dates, and None where one is missing."
        ) from None
    return ((found - pd.Timestamp(0, tz=found.dt.tz)) / pd.Timedelta(days=1)).to_numpy(dtype=float, na_value=np.nan)


def _as_set(value: Any, name: str) -> frozenset[Any] | None:
    """A set of members, None where it is missing."""
    if isinstance(value, (set, frozenset, list)):
        return frozenset(map(composed, value))
    if _missing(value):
        return None
    raise ValueError(
        f"{name} holds sets and also {value!r}. Write it as a set, such as {{{value!r}}}, or None where it is missing."
    )


def _of_one_kind(column: pd.Series) -> list[Any]:
    """Codes; numbers among texts would count as different from the same numbers written as texts."""
    values = list(column)
    texts = {value for value in values if isinstance(value, str)}
    for value in values:
        if texts and is_number(value):
            raise ValueError(
                f"{column.name} holds texts such as {min(texts)!r} and the number {value!r}. Write all as numbers or"
                " all as texts."
            )
    return values


def distances(columns: Sequence[Column], target: Sequence[Any], weights: Sequence[float]) -> np.ndarray:
    """Distance of every row from the target, given by its place in each column."""
    size = len(columns[0].known)
    total, counted = np.zeros(size), np.zeros(size)
    for column, at, weight in zip(columns, target, weights, strict=True):
        if not column.missing(at):
            away = column.away(at) if column.complete else np.where(column.known, column.away(at), 0.0)
            total += away if weight == 1 else weight * away
            counted += weight if column.complete else weight * column.known
    return np.divide(total, counted, out=np.full(size, np.nan), where=counted > 0)


def _missing(value: Any) -> bool:
    return value is None or value is pd.NA or value != value


def weights_of(names: Iterable[str], given: Mapping[str, float] | None, known: Iterable[str]) -> list[float]:
    """The weight of each of `names`, 1 where none was given. Raises ValueError for another field or no weight."""
    checked: dict[str, float] = {}
    if given is not None and not isinstance(given, Mapping | pd.Series):
        raise ValueError(f"Weights are given by field, such as {{'sector': 2}}; found {given!r}.")
    for name, value in ({} if given is None else given).items():
        checked[one_of(name, list(known), "field that can be weighted")] = checked_weight(value, name)
    return [checked.get(name, 1.0) for name in names]
