"""How far independent coders agree: Krippendorff's alpha."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from pcc_data.arguments import composed, is_missing, is_number, one_of
from pcc_data.codes import load_codebook
from pcc_data.errors import not_allowed
from pcc_data.paths import datasets_dir

CODINGS = ("round", "case", "field", "coder", "value")
CURRENT = ("2", "3")
"""Rounds that were coded by today's definitions; together they hold every case."""
RELIABLE = 0.667
"""Below this alpha even tentative conclusions are not acceptable (Krippendorff 2011 and earlier works)."""
SEVERAL = "several"
"""Level of a field that takes several codes at once, for which there is no alpha."""
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
    """How often each two codes stand together in each unit that has at least two codes; shape (units, codes, codes)."""
    count = np.array([(values == code).sum(axis=0) for code in given], dtype=float).reshape(len(given), values.shape[1])
    count = count[:, count.sum(axis=0) >= 2]
    share = count / (count.sum(axis=0) - 1)
    pairs = count.T[:, :, None] * share.T[:, None, :]
    pairs[:, range(len(given)), range(len(given))] -= share.T
    return pairs


def _alphas(pairs: np.ndarray, given: Sequence[Any], level: str) -> np.ndarray:
    """Alpha of each table of coincidences of codes, shape (tables, codes, codes); NaN where it is undefined."""
    margin = pairs.sum(axis=1)
    distance = _distance(given, margin, level)
    expected = (margin[:, :, None] * margin[:, None, :] * distance).sum(axis=(1, 2))
    found = (pairs * distance).sum(axis=(1, 2)) * (margin.sum(axis=1) - 1)
    return 1 - np.divide(found, expected, out=np.full(len(pairs), np.nan), where=expected != 0)


def alpha_interval(
    values: Any, level: str, order: Sequence[Any] | None = None, draws: int = DRAWS
) -> tuple[float, float]:
    """Interval that holds the middle 95 per cent of alpha when as many units are drawn again at random, with
    replacement.

    `values`, `level`, `order` as for `krippendorff_alpha`, and the same errors. The same codings give the same interval
    on every run; draws in which alpha is undefined are left out. NaN, NaN where all are. Source: bootstrap by units
    (Zapf, Castell, Morawietz and Karch 2016).
    """
    table, given = _table_and_codes(values, level, order)
    units = _pairs(table, given)
    if not len(units):
        return float("nan"), float("nan")
    times = np.random.default_rng(2026).multinomial(len(units), np.full(len(units), 1 / len(units)), size=draws)
    alphas = _alphas(np.tensordot(times.astype(float), units, axes=1), given, level)
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
    return _each(composed, table.to_numpy(dtype=object))


def _each(change: Callable[[Any], Any], values: np.ndarray) -> np.ndarray:
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


def read_two_codings(folder: Path) -> pd.DataFrame:
    """Independent codings of every case, from a `datasets` folder: columns round, case, field, coder, value (text,
    missing where not coded)."""
    return pd.read_csv(folder / "two_codings.csv", dtype="str", keep_default_na=False, na_values=[""])


def agreement(
    codings: pd.DataFrame | None = None,
    levels: Mapping[str, tuple[str, Sequence[str] | None]] | None = None,
    round: str | int | Sequence[str] | None = None,
) -> pd.DataFrame:
    """Agreement of coders, field by field.

    `codings`: tidy frame with the columns round, case, field, coder, value; left out, the project's own codings
    (`datasets/two_codings.csv`). Rows without a coder are notes. `round`: one round, or several together; by default
    the last one, of the project's own codings the rounds by today's definitions. `levels`: scale and order of each
    field, from the codebook by default. Codes that say "not found" count as missing. Returns one row a field (index)
    with the columns level, units (cases that all coded), agree (share of these with equal codes), alpha and reliable
    (alpha of at least 0.667; False where alpha is undefined). Where coders give several codes, joined by `;`, level is
    `several`, units are all cases, agree is the mean overlap of their codes (Jaccard 1912; 1 where none gave any), and
    alpha is missing. Raises ValueError for anything but such a frame, an unknown field, code or round, a case that a
    coder coded twice in a field, and fewer than two coders.
    """
    if codings is None:
        codings = read_two_codings(datasets_dir())
        round = held(codings, CURRENT) if round is None else round
    if not isinstance(codings, pd.DataFrame) or not set(CODINGS) <= set(codings.columns):
        raise ValueError(
            f"Codings are a frame with the columns {', '.join(CODINGS)}; without one the project's own are taken."
        )
    chosen, rows = _of_rounds(_tidy(codings), round), {}
    for field, part in chosen.groupby("field", sort=False):
        level, order = _level(str(field), levels)
        rows[str(field)] = _agreed(str(field), part, level, order, [] if levels is not None else _not_found(str(field)))
    return pd.DataFrame.from_dict(
        rows, orient="index", columns=["level", "units", "agree", "alpha", "reliable"]
    ).rename_axis("field")


def held(codings: pd.DataFrame, rounds: Sequence[str]) -> list[str]:
    """Those of some rounds that were coded in `codings`."""
    known = set(codings.loc[codings["coder"].notna(), "round"].astype(str))
    return [round for round in rounds if round in known]


def interval(codings: pd.DataFrame, field: str, rounds: Sequence[str]) -> tuple[float, float]:
    """Bootstrap interval (see `alpha_interval`) of the alpha of one field of the codebook in some rounds."""
    chosen = _of_rounds(_tidy(codings), rounds)
    level, order = _scale(field)
    wide = _wide(chosen[chosen["field"] == field])
    known = wide if order is None else _each(lambda code: code if code in order else None, wide)
    return alpha_interval(known, level, order)


def _level(
    field: str, levels: Mapping[str, tuple[str, Sequence[str] | None]] | None
) -> tuple[str, Sequence[str] | None]:
    if levels is None:
        return _scale(field)
    one_of(field, levels, "field with a level")
    return levels[field]


def _tidy(codings: pd.DataFrame) -> pd.DataFrame:
    """The rows of coders as texts: numbers as they are written, accents composed, missing where nothing was coded."""
    table = codings[list(CODINGS)].reset_index(drop=True).apply(_as_texts)
    table = table[table["coder"].notna()]
    for column in ("round", "case", "field"):
        if table[column].isna().any():
            raise ValueError(f"The coding in row {table.index[table[column].isna()][0] + 1} has no {column}.")
    twice = table[table.duplicated(["round", "case", "field", "coder"])]
    if len(twice):
        first = twice.iloc[0]
        raise ValueError(
            f"Coder {first['coder']} coded {first['field']} of {first['case']} twice in round {first['round']}. Keep"
            " one row of each."
        )
    return table


def _as_texts(column: pd.Series) -> pd.Series:
    """A column as texts. Of a column of texts each different one is looked at once: codes are few."""
    if not isinstance(column.dtype, pd.StringDtype):
        return column.astype(object).map(_as_text)
    known = {value: _as_text(value) for value in column.dropna().unique()}
    return pd.Series([known.get(value) for value in column.astype(object)], index=column.index, dtype=object)


def _as_text(value: Any) -> str | None:
    if is_missing(value) or (isinstance(value, str) and not value):
        return None
    return str(int(value)) if is_number(value) and int(value) == value else composed(str(value))


def _of_rounds(table: pd.DataFrame, round: str | int | Sequence[str] | None) -> pd.DataFrame:
    """Codings of the rounds named, by default of the last; rounds that are numbers are put in order as numbers."""
    rounds = sorted(
        table["round"].unique(), key=lambda name: (name.isdecimal(), int(name) if name.isdecimal() else 0, name)
    )
    if not rounds:
        raise ValueError("There is no coding: each row needs a coder.")
    wanted = rounds[-1:] if round is None else [round] if isinstance(round, str | int) else list(round)
    wanted = [one_of(_as_text(name), rounds, "round") for name in wanted]
    chosen = table[table["round"].isin(wanted)]
    coders = list(chosen["coder"].unique())
    if len(coders) < 2:
        raise ValueError(
            f"Agreement needs at least two coders; round {' and '.join(wanted)} has {', '.join(coders)} only."
        )
    twice = chosen[chosen.duplicated(["case", "field", "coder"])]
    if len(twice):
        first = twice.iloc[0]
        raise ValueError(
            f"{first['field']} of {first['case']} was coded in more than one of the rounds {', '.join(wanted)}."
        )
    return chosen


def _wide(part: pd.DataFrame) -> np.ndarray:
    """Codes of one field: coders in rows, cases in columns; None where nothing was coded."""
    codes = part.pivot(index="case", columns="coder", values="value").to_numpy(dtype=object).T
    return _each(lambda code: None if pd.isna(code) else code, codes)


def _agreed(
    field: str, part: pd.DataFrame, level: str, order: Sequence[str] | None, nothing: Sequence[str]
) -> tuple[str, int, float, float, bool]:
    """Level, units, agree, alpha and reliable of one field."""
    wide = _wide(part)
    several_codes = level == SEVERAL or bool(part["value"].str.contains(";", na=False).any())
    split = _each(
        lambda value: frozenset() if value is None else frozenset(_codes_in(value) if several_codes else [value]), wide
    )
    known = None if order is None else [composed(str(code)) for code in order]
    for code in frozenset().union(*split.ravel()) - set(nothing) if known is not None else ():
        one_of(code, known, f"code of {field}")
    if several_codes:
        shares = [_overlap(list(sets)) for sets in split.T] if len(split) > 1 else []
        return SEVERAL, len(shares), float(np.mean(shares)) if shares else float("nan"), float("nan"), False
    wide = _each(lambda code: None if code in nothing else code, wide)
    both = [set(codes) for codes in wide.T if None not in codes] if len(wide) > 1 else []
    same = float(np.mean([len(codes) == 1 for codes in both])) if both else float("nan")
    alpha = krippendorff_alpha(wide, level, known) if len(wide) > 1 else float("nan")
    return level, len(both), same, alpha, bool(alpha >= RELIABLE)


def _codes_in(value: str) -> list[str]:
    return [code.strip() for code in value.split(";")]


def _overlap(sets: Sequence[frozenset[str]]) -> float:
    """Mean share of codes that two coders have in common, over all pairs of coders; 1 where neither gave any."""
    pairs = list(combinations(sets, 2))
    return float(np.mean([len(one & other) / len(one | other) if one | other else 1.0 for one, other in pairs]))


def _scale(field: str) -> tuple[str, list[str]]:
    """Scale and codes of a field, without the codes that say 'not found'. `triggers` stands for the codes of its
    items."""
    book = load_codebook()
    entry = book.field(field)
    if entry.type == "list":
        entry = book.field(f"{field}.code")
        return SEVERAL, list(entry.codes)
    level = SEVERAL if entry.type == "codes" else entry.scale or "nominal"
    return level, [code for code, told in entry.codes.items() if told.nothing != "not_found"]


def _not_found(field: str) -> list[str]:
    """The codes of a field that say 'not found'."""
    return [code for code, told in load_codebook().codes(field).items() if told.nothing == "not_found"]
