"""How far independent coders agree: Krippendorff's alpha."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np
import pandas as pd

from pcc_data.analysis.krippendorff_alpha import alpha_interval, alpha_of_all, each, krippendorff_alpha
from pcc_data.arguments import composed, is_missing, is_number, one_of
from pcc_data.codes import load_codebook
from pcc_data.paths import datasets_dir
from pcc_data.tables.read_two_codings import read_two_codings

CODINGS = ("round", "case", "field", "coder", "value")
CURRENT = ("2", "3")
"""Rounds that were coded by today's definitions; together they hold every case."""
RELIABLE = 0.667
"""Below this alpha even tentative conclusions are not acceptable (Krippendorff 2011 and earlier works)."""
SEVERAL = "several"
"""Level of a field that takes several codes at once, for which there is no alpha."""
ALL = "all"
"""Name of the row of all fields together, and its level."""
COLUMNS = ("level", "units", "agree", "alpha", "low", "high", "reliable")
Row = tuple[str, int, float, float, float, float, bool]
"""One row of the table of agreement: its COLUMNS."""


def agreement(
    codings: pd.DataFrame | None = None,
    levels: Mapping[str, tuple[str, Sequence[str] | None]] | None = None,
    round: str | int | Sequence[str] | None = None,
    *,
    overall: bool = False,
) -> pd.DataFrame:
    """Agreement of coders, field by field, and with `overall` of all fields together in a last row, `all`.

    `codings`: tidy frame with the columns round, case, field, coder, value; left out, the project's own codings
    (`datasets/two_codings.csv`). Rows without a coder are notes. `round`: one round, or several together; by default
    the last one, of the project's own codings the rounds by today's definitions. `levels`: scale and order of each
    field, from the codebook by default. Codes that say "not found" count as missing. Returns one row a field (index)
    with the columns level, units (cases that all coded), agree (share of these with equal codes), alpha (Krippendorff
    2011), low and high (ends of its interval, see `alpha_interval`) and reliable (alpha of at least 0.667; False where
    alpha is undefined). Where coders give several codes, joined by `;`, level is `several`, units are all cases, agree
    is the mean overlap of their codes (Jaccard 1912; 1 where none gave any), and alpha is missing. In the row `all`
    units are the pairs of a case and a field that all coded, and alpha is that of `alpha_of_all`, without fields that
    take several codes. Raises ValueError for anything but such a frame, an unknown field, code or round, a case that a
    coder coded twice in a field, and fewer than two coders.
    """
    chosen, rows, scales = chosen_codings(codings, round), {}, []
    cases = list(chosen["case"].unique())
    for name, part in chosen.groupby("field", sort=False):
        field = str(name)
        level, order = _level(field, levels)
        nothing = [] if levels is not None else not_found(field)
        rows[field] = _agreed(field, part, level, order, nothing)
        if overall and rows[field][0] != SEVERAL:
            scales.append((_coded(_wide(part, cases), nothing), level, _order(order)))
    if overall:
        rows[ALL] = _of_all([row for row in rows.values() if row[0] != SEVERAL], scales)
    return pd.DataFrame.from_dict(rows, orient="index", columns=[*COLUMNS]).rename_axis("field")


def chosen_codings(codings: pd.DataFrame | None, round: str | int | Sequence[str] | None) -> pd.DataFrame:
    """The codings of the rounds that `agreement` means, as texts, without notes. Raises ValueError as it does."""
    if codings is None:
        codings = read_two_codings(datasets_dir())
        round = held(codings, CURRENT) if round is None else round
    if not isinstance(codings, pd.DataFrame) or not set(CODINGS) <= set(codings.columns):
        raise ValueError(
            f"Codings are a frame with the columns {', '.join(CODINGS)}; without one the project's own are taken."
        )
    return _of_rounds(_tidy(codings), round)


def _of_all(rows: Sequence[Row], scales: Sequence[tuple[Any, str, Sequence[str] | None]]) -> Row:
    """The row of all fields together, from theirs and from what was coded in each."""
    units = sum(row[1] for row in rows)
    same = sum(row[1] * row[2] for row in rows if row[1]) / units if units else float("nan")
    alpha, low, high = alpha_of_all(scales)
    return ALL, units, same, alpha, low, high, bool(alpha >= RELIABLE)


def held(codings: pd.DataFrame, rounds: Sequence[str]) -> list[str]:
    """Those of some rounds that were coded in `codings`."""
    known = set(codings.loc[codings["coder"].notna(), "round"].astype(str))
    return [round for round in rounds if round in known]


def _level(
    field: str, levels: Mapping[str, tuple[str, Sequence[str] | None]] | None
) -> tuple[str, Sequence[str] | None]:
    if levels is None:
        return scale_of(field)
    one_of(field, levels, "field with a level")
    return levels[field]


def _tidy(codings: pd.DataFrame) -> pd.DataFrame:
    """The rows of coders as texts: numbers as they are written, accents composed, missing where nothing was coded."""
    kept = [*CODINGS, *(name for name in ("basis",) if name in codings.columns)]
    table = codings[kept].reset_index(drop=True).apply(_as_texts)
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


def _wide(part: pd.DataFrame, cases: Sequence[str] | None = None) -> np.ndarray:
    """Codes of one field: coders in rows, cases in columns, those of the field or the ones given; None where nothing
    was coded."""
    given = part[part["value"].notna()]
    rows = {coder: at for at, coder in enumerate(sorted(part["coder"].unique()))}
    columns = {case: at for at, case in enumerate(sorted(part["case"].unique()) if cases is None else cases)}
    wide = np.full((len(rows), len(columns)), None, dtype=object)
    wide[given["coder"].map(rows), given["case"].map(columns)] = given["value"]
    return wide


def _coded(wide: np.ndarray, nothing: Sequence[str]) -> np.ndarray:
    """The same without the codes that say 'not found'."""
    return each(lambda code: None if code in nothing else code, wide)


def _order(order: Sequence[str] | None) -> list[str] | None:
    return None if order is None else [composed(str(code)) for code in order]


def _agreed(field: str, part: pd.DataFrame, level: str, order: Sequence[str] | None, nothing: Sequence[str]) -> Row:
    """The row of one field."""
    wide, known = _wide(part), _order(order)
    several_codes = level == SEVERAL or bool(part["value"].str.contains(";", na=False).any())
    split = each(
        lambda value: frozenset() if value is None else frozenset(codes_in(value) if several_codes else [value]), wide
    )
    for code in frozenset().union(*split.ravel()) - set(nothing) if known is not None else ():
        one_of(code, known, f"code of {field}")
    none = float("nan")
    if several_codes:
        shares = [_overlap(list(sets)) for sets in split.T] if len(split) > 1 else []
        return SEVERAL, len(shares), float(np.mean(shares)) if shares else none, none, none, none, False
    wide = _coded(wide, nothing)
    both = [set(codes) for codes in wide.T if None not in codes] if len(wide) > 1 else []
    same = float(np.mean([len(codes) == 1 for codes in both])) if both else none
    if len(wide) < 2:
        return level, len(both), same, none, none, none, False
    alpha = krippendorff_alpha(wide, level, known)
    return level, len(both), same, alpha, *alpha_interval(wide, level, known), bool(alpha >= RELIABLE)


def codes_in(value: str) -> list[str]:
    """The codes of a value that holds several."""
    return [code.strip() for code in value.split(";")]


def _overlap(sets: Sequence[frozenset[str]]) -> float:
    """Mean share of codes that two coders have in common, over all pairs of coders; 1 where neither gave any."""
    pairs = list(combinations(sets, 2))
    return float(np.mean([len(one & other) / len(one | other) if one | other else 1.0 for one, other in pairs]))


def scale_of(field: str) -> tuple[str, list[str]]:
    """Scale and codes of a field, without the codes that say 'not found'. `triggers` stands for the codes of its
    items."""
    book = load_codebook()
    entry = book.field(field)
    if entry.type == "list":
        entry = book.field(f"{field}.code")
        return SEVERAL, list(entry.codes)
    level = SEVERAL if entry.type == "codes" else entry.scale or "nominal"
    return level, [code for code, told in entry.codes.items() if told.nothing != "not_found"]


def not_found(field: str) -> list[str]:
    """The codes of a field that say 'not found'."""
    return [code for code, told in load_codebook().codes(field).items() if told.nothing == "not_found"]
