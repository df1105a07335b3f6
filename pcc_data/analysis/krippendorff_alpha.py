"""Krippendorff's alpha: of one field, with the interval of its bootstrap, and of several fields together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from pcc_data.arguments import composed, is_number, one_of
from pcc_data.errors import not_allowed

DRAWS = 1000
LEVELS = ("nominal", "ordinal", "interval", "ratio")


def krippendorff_alpha(values: Any, level: str = "nominal", order: Sequence[Any] | None = None) -> float:
    """Krippendorff's alpha (Krippendorff 2011) of codings.

    `values`: coders in rows, units in columns; None or NaN where a coder gave no code. Units with fewer than two codes
    are left out. `level`: nominal, ordinal (by rank), interval or ratio. `order`: the codes from low to high for
    ordinal codes that are no numbers. Returns NaN where alpha is undefined, that is, when all codes given are the same.
    Raises ValueError for another level, a code that is not in `order`, fewer than two coders, and numbers that are
    infinite, written as texts or (level ratio) below zero where numbers are needed.
    """
    table, given = _table_and_codes(values, level, order)
    return float(_alphas(_pairs(table, given).sum(axis=0, keepdims=True), given, level)[0])


def _table_and_codes(values: Any, level: str, order: Sequence[Any] | None) -> tuple[np.ndarray, list[Any]]:
    """The codings, coders in rows, and the codes that were given, from low to high. Raises ValueError as
    `krippendorff_alpha`."""
    one_of(level, LEVELS, "level of measurement")
    table = _as_table(values)
    codes = set(table[pd.notna(table)])
    if order is not None:
        order = [composed(code) for code in order]
        for code in sorted(codes - set(order), key=str):
            raise ValueError(f"{not_allowed(code, map(str, order), 'code')} It is not in the order given.")
    elif level != "nominal" or len({isinstance(code, str) for code in codes}) > 1:
        _check_numbers(codes, level)
    return table, sorted(codes, key=None if order is None else order.index)


def _pairs(values: np.ndarray, given: Sequence[Any]) -> np.ndarray:
    """How often each two codes stand together in each unit, nothing in a unit with fewer than two codes; shape (units,
    codes, codes)."""
    count = np.array([(values == code).sum(axis=0) for code in given], dtype=float).reshape(len(given), values.shape[1])
    count[:, count.sum(axis=0) < 2] = 0
    share = count / np.maximum(count.sum(axis=0) - 1, 1)
    pairs = count.T[:, :, None] * share.T[:, None, :]
    pairs[:, range(len(given)), range(len(given))] -= share.T
    return pairs


def _alphas(pairs: np.ndarray, given: Sequence[Any], level: str) -> np.ndarray:
    """Alpha of each table of coincidences of codes, shape (tables, codes, codes); NaN where it is undefined."""
    found, expected, _ = _disagreement(pairs, given, level)
    return _one_less(found, expected)


def _one_less(found: np.ndarray, expected: np.ndarray) -> np.ndarray:
    return 1 - np.divide(found, expected, out=np.full(len(found), np.nan), where=expected != 0)


def _disagreement(pairs: np.ndarray, given: Sequence[Any], level: str) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Disagreement found in each table of coincidences and expected by chance, both as many times as there are codes to
    compare, and the largest difference of two codes there."""
    margin = pairs.sum(axis=1)
    distance = _distance(given, margin, level)
    found = (pairs * distance).sum(axis=(1, 2))
    expected = (margin[:, :, None] * margin[:, None, :] * distance).sum(axis=(1, 2))
    there = (margin[:, :, None] > 0) & (margin[:, None, :] > 0)
    most = np.where(there, distance, 0.0).max(axis=(1, 2), initial=0.0)
    return found, expected / np.maximum(margin.sum(axis=1) - 1, 1), most


def alpha_interval(
    values: Any, level: str, order: Sequence[Any] | None = None, draws: int = DRAWS
) -> tuple[float, float]:
    """Interval that holds the middle 95 per cent of alpha when as many units are drawn again at random, with
    replacement.

    `values`, `level`, `order` as for `krippendorff_alpha`, and the same errors. The same codings give the same interval
    on every run; draws in which alpha is undefined are left out. NaN, NaN where all are, and where there is
    one unit only: it is drawn again and again. Source: bootstrap by units
    (Zapf, Castell, Morawietz and Karch 2016). Hayes and Krippendorff (2007) draw pairs of codes against a fixed
    expected disagreement instead; units that are drawn whole keep what several coders said of one case together.
    """
    table, given = _table_and_codes(values, level, order)
    units = _pairs(table, given)
    units = units[units.any(axis=(1, 2))]
    if len(units) < 2:
        return float("nan"), float("nan")
    return _middle(_alphas(np.tensordot(_drawn(len(units), draws), units, axes=1), given, level))


def alpha_of_all(
    fields: Sequence[tuple[Any, str, Sequence[Any] | None]], draws: int = DRAWS
) -> tuple[float, float, float]:
    """One alpha of several fields that were coded in the same units, and the interval of its bootstrap.

    `fields`: values, level and order of each, as for `krippendorff_alpha`, with the same units in the columns. The
    disagreement found is added up over the fields, and so is the one expected by chance, which is reckoned within each
    field; differences are parts of the largest one in their field, so that no scale outweighs another. It is therefore
    the mean of the fields' alphas, weighted by the disagreement that chance would bring. The interval draws units with
    all their fields, since codes of one unit hang together; otherwise as `alpha_interval`. NaN where it is undefined.
    Raises ValueError as `krippendorff_alpha`, and for fields with different numbers of units.
    """
    made = [(*_table_and_codes(values, level, order), level) for values, level, order in fields]
    pairs = [(_pairs(table, given), given, level) for table, given, level in made if given]
    sizes = {len(units) for units, _, _ in pairs}
    if len(sizes) > 1:
        raise ValueError(f"All fields need the same units in their columns; found {sorted(sizes)} of them.")
    if not sizes:
        return float("nan"), float("nan"), float("nan")
    size = sizes.pop()
    times = _drawn(size, draws)
    alpha = _together([(units.sum(axis=0, keepdims=True), given, level) for units, given, level in pairs])
    again = _together([(np.tensordot(times, units, axes=1), given, level) for units, given, level in pairs])
    return float(alpha[0]), *(_middle(again) if size > 1 else (float("nan"), float("nan")))


def _together(tables: Sequence[tuple[np.ndarray, Sequence[Any], str]]) -> np.ndarray:
    """Alpha of several fields together, for each of their tables of coincidences."""
    sums = np.zeros((2, len(tables[0][0])))
    for pairs, given, level in tables:
        found, expected, most = _disagreement(pairs, given, level)
        sums += np.divide([found, expected], most, out=np.zeros_like(sums), where=most > 0)
    return _one_less(*sums)


@lru_cache(maxsize=8)
def _drawn(units: int, draws: int) -> np.ndarray:
    """How often each unit is drawn, a row a draw: the same on every run."""
    return np.random.default_rng(2026).multinomial(units, np.full(units, 1 / units), size=draws).astype(float)


def _middle(alphas: np.ndarray) -> tuple[float, float]:
    """Ends of the middle 95 per cent of those that are defined."""
    known = alphas[~np.isnan(alphas)]
    low, high = np.quantile(known, (0.025, 0.975)) if len(known) else (np.nan, np.nan)
    return float(low), float(high)


def _as_table(values: Any) -> np.ndarray:
    """Coders in rows, units in columns, texts with their accents composed."""
    try:
        table = pd.DataFrame(values, dtype=object)
    except (TypeError, ValueError):
        raise ValueError(
            f"Codings are a table, a row a coder and a column a unit; found {type(values).__name__}."
        ) from None
    if len(table) < 2:
        raise ValueError(f"Agreement needs at least two coders; found {len(table)}.")
    return each(composed, table.to_numpy(dtype=object))


def each(change: Callable[[Any], Any], values: np.ndarray) -> np.ndarray:
    """Every value changed, in an array of objects: a frame with a column a case would take far longer."""
    changed = np.empty(values.shape, dtype=object)
    changed.flat = [change(value) for value in values.flat]
    return changed


def _check_numbers(codes: set[Any], level: str) -> None:
    """Refuse what cannot be put in order or subtracted. Raises ValueError."""
    for code in sorted(codes, key=str):
        if not is_number(code) and not isinstance(code, bool | np.bool_):
            more = " or an `order` of the codes" if level == "ordinal" else ""
            raise ValueError(f"The code {code!r} is no finite number; level {level} needs numbers{more}.")
        if level == "ratio" and code < 0:
            raise ValueError(f"The code {code!r} is below zero; level ratio needs numbers from 0.")


def _distance(codes: Sequence[Any], margin: np.ndarray, level: str) -> np.ndarray:
    """Squared difference of every two codes on a level of measurement; ordinal, for each row of `margin` (shape
    (tables, codes))."""
    if level == "nominal":
        return 1.0 - np.eye(len(codes))
    if level == "ordinal":
        upto = np.cumsum(margin, axis=1) - margin / 2  # the difference of two ranks, each counted to its middle
        return (upto[:, :, None] - upto[:, None, :]) ** 2
    numbers = np.array(codes, dtype=float)
    away = numbers[:, None] - numbers[None]
    if level == "interval":
        return away**2
    total = numbers[:, None] + numbers[None]
    return np.divide(away, total, out=np.zeros_like(away), where=total != 0) ** 2
