"""How far independent coders agree: Krippendorff's alpha."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from pcc_data.paths import datasets_dir

CODINGS = ("round", "case", "field", "coder", "value")
RELIABLE = 0.667
"""Below this alpha even tentative conclusions are not acceptable (Krippendorff 2011 and earlier works)."""
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
    given = (
        sorted(set(table.to_numpy()[table.notna().to_numpy()]), key=None if order is None else list(order).index)
        if order is None or set(table.to_numpy()[table.notna().to_numpy()]) <= set(order)
        else _foreign(table, order)
    )
    count = np.array([(table == code).sum(axis=0) for code in given], dtype=float)  # codes x units
    count = count[:, count.sum(axis=0) >= 2]
    if count.size == 0:
        return float("nan")
    pairs = (count @ (count / (count.sum(axis=0) - 1)).T) - np.diag((count / (count.sum(axis=0) - 1)).sum(axis=1))
    margin = pairs.sum(axis=0)
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
    codings: pd.DataFrame | None = None, levels: Mapping[str, tuple[str, Sequence[str] | None]] | None = None, round: str | None = None
) -> pd.DataFrame:
    """Agreement of coders, field by field.

    `codings`: tidy frame with the columns round, case, field, coder, value; left out, the project's own codings
    (`datasets/two_codings.csv`). Rows without a coder are notes. `round` defaults to the last one. `levels`: scale and order of each field, from the codebook by
    default. Codes that say "not found" count as missing. Returns one row a field (index) with the columns level, units
    (cases that both coded), agree (share of these with equal codes), alpha and reliable (alpha of at least 0.667; False where
    alpha is undefined). Raises ValueError for anything but such a frame.
    """
    codings = read_two_codings(datasets_dir()) if codings is None else codings
    if not isinstance(codings, pd.DataFrame) or not set(CODINGS) <= set(codings.columns):
        raise ValueError(f"Codings are a frame with the columns {', '.join(CODINGS)}; without one the project's own are taken.")
    known = codings[codings["coder"].notna() & (codings["coder"] != "")]
    chosen = known[known["round"].astype(str) == str(known["round"].astype(str).max() if round is None else round)]
    rows = {}
    for field, part in chosen.groupby("field", sort=False):
        level, order = levels[str(field)] if levels else _scale(str(field))
        wide = part.pivot(index="coder", columns="case", values="value")
        wide = wide.where(wide.isin(list(order))) if order is not None else wide
        both = wide.loc[:, wide.notna().all()]
        alpha = krippendorff_alpha(wide, level, order)
        same = float((both.nunique() == 1).mean()) if both.shape[1] else float("nan")
        rows[str(field)] = (level, both.shape[1], same, alpha, bool(alpha >= RELIABLE))
    return pd.DataFrame.from_dict(rows, orient="index", columns=["level", "units", "agree", "alpha", "reliable"]).rename_axis("field")


def _scale(field: str) -> tuple[str, list[str]]:
    """Scale and codes of a field, without the codes that say 'not found'."""
    from pcc_data.codes import load_codebook

    entry = load_codebook().field(field)
    return entry.scale or "nominal", [code for code, told in entry.codes.items() if told.nothing != "not_found"]
