"""How far independent coders agree: Krippendorff's alpha."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from pcc_data.paths import datasets_dir

if TYPE_CHECKING:
    from pcc_data.codes import Codebook

CODINGS = ("round", "case", "field", "coder", "value")
CURRENT = ("2", "3")
"""Rounds that were coded by today's definitions; together they hold every case."""
RELIABLE = 0.667
"""Below this alpha even tentative conclusions are not acceptable (Krippendorff 2011 and earlier works)."""
DRAWS = 1000
SEVERAL = "several codes"
LEVELS = ("nominal", "ordinal", "interval", "ratio")


def krippendorff_alpha(values: Any, level: str = "nominal", order: Sequence[Any] | None = None) -> float:
    """Krippendorff's alpha (Krippendorff 2011) of codings.

    `values`: coders in rows, units in columns; None or NaN where a coder gave no code. Units with fewer than two codes
    are left out. `level`: nominal, ordinal (by rank), interval or ratio. `order`: the codes from low to high for
    ordinal codes that are no numbers. Returns NaN where alpha is undefined, that is, when all codes given are the same.
    Raises ValueError for another level, or for a code that is not in `order`.
    """
    from pcc_data.errors import pick

    pick(level, LEVELS, "level of measurement")
    table = pd.DataFrame(values)
    given = _given(table, order)
    units = _pairs(table, given)
    return _alpha(units.sum(axis=0), given, level)


def _given(table: pd.DataFrame, order: Sequence[Any] | None) -> list[Any]:
    """The codes that were given, from low to high. Raises ValueError for one that is not in `order`."""
    found = set(table.to_numpy()[table.notna().to_numpy()])
    if order is not None and not found <= set(order):
        _foreign(table, order)
    return sorted(found, key=None if order is None else list(order).index)


def _pairs(table: pd.DataFrame, given: Sequence[Any]) -> np.ndarray:
    """How often each two codes stand together in each unit that has at least two codes; shape (units, codes, codes)."""
    values = table.to_numpy(dtype=object)
    count = np.array([(values == code).sum(axis=0) for code in given], dtype=float)  # codes x units
    count = count[:, count.sum(axis=0) >= 2] if count.size else np.zeros((0, 0))
    share = count / (count.sum(axis=0) - 1)
    pairs = count.T[:, :, None] * share.T[:, None, :]
    pairs[:, range(len(given)), range(len(given))] -= share.T
    return pairs


def _alpha(pairs: np.ndarray, given: Sequence[Any], level: str) -> float:
    """Alpha of a table of coincidences of codes; NaN where it is undefined."""
    margin = pairs.sum(axis=0)
    if not margin.any():
        return float("nan")
    distance = _distance(given, margin, level)
    expected = (np.outer(margin, margin) * distance).sum() / (margin.sum() - 1)
    return float("nan") if expected == 0 else float(1 - (pairs * distance).sum() / expected)


def _foreign(table: pd.DataFrame, order: Sequence[Any]) -> list[Any]:
    found = sorted({str(code) for code in table.to_numpy()[table.notna().to_numpy()]} - {str(code) for code in order})
    raise ValueError(f"codes that are not in the order given: {', '.join(found)}")


def _distance(codes: Sequence[Any], margin: np.ndarray, level: str) -> np.ndarray:
    """Squared difference of every two codes on a level of measurement."""
    if level == "nominal":
        return 1.0 - np.eye(len(codes))
    if level == "ordinal":
        upto = np.cumsum(margin) - margin / 2  # the difference of two ranks, each counted to its middle
        return (upto[:, None] - upto[None]) ** 2
    numbers = np.array(codes, dtype=float)
    away = numbers[:, None] - numbers[None]
    if level == "interval":
        return away**2
    total = numbers[:, None] + numbers[None]
    return np.divide(away, total, out=np.zeros_like(away), where=total != 0) ** 2


def read_two_codings(folder: Path) -> pd.DataFrame:
    """Independent codings of every case, from a `datasets` folder: columns round, case, field, coder, value (text, missing
    where not coded)."""
    return pd.read_csv(folder / "two_codings.csv", dtype="str", keep_default_na=False, na_values=[""])


def agreement(
    codings: pd.DataFrame | None = None,
    levels: Mapping[str, tuple[str, Sequence[str] | None]] | None = None,
    round: str | Sequence[str] | None = None,
) -> pd.DataFrame:
    """Agreement of coders, field by field.

    `codings`: tidy frame with the columns round, case, field, coder, value; left out, the project's own codings
    (`datasets/two_codings.csv`). Rows without a coder are notes. `round`: one round or several together; by default the
    last one, of the project's own codings the rounds by today's definitions. `levels`: scale and order of each field,
    from the codebook by default; a field that takes several codes at once is left out (see `overlap`). Codes that say "not found" count as missing. Returns one row a field (index) with the columns level, units
    (cases that both coded), agree (share of these with equal codes), alpha and reliable (alpha of at least 0.667; False where
    alpha is undefined). Raises ValueError for anything but such a frame.
    """
    if codings is None:
        codings, round = read_two_codings(datasets_dir()), CURRENT if round is None else round
    if not isinstance(codings, pd.DataFrame) or not set(CODINGS) <= set(codings.columns):
        raise ValueError(f"Codings are a frame with the columns {', '.join(CODINGS)}; without one the project's own are taken.")
    known = codings[codings["coder"].notna() & (codings["coder"] != "")]
    rounds = [known["round"].astype(str).max()] if round is None else [round] if isinstance(round, str) else list(round)
    chosen = known[known["round"].astype(str).isin(rounds)]
    rows = {}
    for field, part in chosen.groupby("field", sort=False):
        level, order = levels[str(field)] if levels else scale_of(str(field))
        if level == SEVERAL:
            continue
        codes = _wide(part, order)
        both = codes.loc[:, codes.notna().all()]
        alpha = krippendorff_alpha(codes, level, order)
        same = float((both.nunique() == 1).mean()) if both.shape[1] else float("nan")
        rows[str(field)] = (level, both.shape[1], same, alpha, bool(alpha >= RELIABLE))
    return pd.DataFrame.from_dict(rows, orient="index", columns=["level", "units", "agree", "alpha", "reliable"]).rename_axis("field")


def wide(codings: pd.DataFrame, field: str, order: Sequence[str] | None, rounds: Sequence[str]) -> pd.DataFrame:
    """Codes of one field in some rounds, coders in rows and cases in columns; codes outside `order` are missing."""
    chosen = codings["coder"].notna() & (codings["field"] == field) & codings["round"].astype(str).isin(rounds)
    return _wide(codings[chosen], order)


def _wide(part: pd.DataFrame, order: Sequence[str] | None) -> pd.DataFrame:
    codes = part.pivot(index="case", columns="coder", values="value")
    codes = codes.where(codes.isin(list(order))) if order is not None else codes
    # one block of objects: a column of text for each of many cases costs far more than the computing
    return pd.DataFrame(codes.to_numpy(dtype=object).T, index=codes.columns, columns=codes.index)


def overlap(codings: pd.DataFrame, field: str) -> tuple[int, float]:
    """Agreement on a field that takes several codes at once, joined by semicolons: the number of cases that both coders
    looked at, and the mean share of codes given by both among those given by either (Jaccard 1912); 1 where neither
    gave any."""
    part = codings[(codings["field"] == field) & codings["coder"].notna()]
    sets = part["value"].map(lambda value: frozenset(value.split(";")) if isinstance(value, str) else frozenset())
    both = [pair for pair in sets.groupby(part["case"]).agg(list) if len(pair) == 2]
    shares = [len(first & second) / len(first | second) if first | second else 1.0 for first, second in both]
    return len(shares), float(np.mean(shares)) if shares else float("nan")


def alpha_interval(values: Any, level: str, order: Sequence[Any] | None, draws: int = DRAWS) -> tuple[float, float]:
    """Interval that holds the middle 95 per cent of alpha when as many units are drawn again at random, with replacement.

    `values`, `level`, `order` as for `krippendorff_alpha`. The same codings give the same interval on every run; draws in
    which alpha is undefined are left out. NaN, NaN where all are. Source: bootstrap by units (Zapf, Castell, Morawietz
    and Karch 2016).
    """
    table = pd.DataFrame(values)
    given = _given(table, order)
    units = _pairs(table, given)
    rng = np.random.default_rng(2026)
    drawn = rng.multinomial(len(units), np.full(len(units), 1 / len(units)), size=draws) if len(units) else np.zeros((0, 0))
    sums = np.tensordot(drawn.astype(float), units, axes=1) if len(units) else []
    alphas = [_alpha(pairs, given, level) for pairs in sums]
    known = [alpha for alpha in alphas if not np.isnan(alpha)]
    low, high = np.quantile(known, (0.025, 0.975)) if known else (np.nan, np.nan)
    return float(low), float(high)


def scale_of(field: str, book: Codebook | None = None) -> tuple[str, list[str]]:
    """Scale and codes of a field, without the codes that say 'not found'; of a field that takes several codes, SEVERAL."""
    from pcc_data.codes import load_codebook

    entry = (book or load_codebook()).field(field)
    level = SEVERAL if entry.type in ("codes", "list") else entry.scale or "nominal"
    return level, [code for code, told in entry.codes.items() if told.nothing != "not_found"]
