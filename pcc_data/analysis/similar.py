"""The cases most like a case or a design."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from pcc_data.analysis.gower import Column, column_of, distances, weights_of
from pcc_data.arguments import is_missing, one_of, several, whole
from pcc_data.errors import pick
from pcc_data.tables.spec import ROLES

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset
    from pcc_data.designs import Design


LIST_TABLES = {"public_instruments": "instruments", "community_contributions": "contributions"}
FEATURES: dict[str, float] = {
    "sector": 1,
    "scale": 1,
    "community_base": 1,
    "ownership_model": 1,
    **{f"roles.{role}": 1 for role in ROLES},
    "participation_level": 1,
    "decision_right": 1,
    **dict.fromkeys(LIST_TABLES, 1),
}
"""Fields in which cases are compared, with their weights: all equal unless the user changes them."""


def features(data: Dataset) -> pd.DataFrame:
    """The fields of all cases that are compared: codes as in `data.cases` (not found is missing), lists as
    frozensets."""
    from pcc_data.codes import load_codebook

    book, frame = load_codebook(), data.cases[[name for name in FEATURES if name not in LIST_TABLES]].copy()
    for name in frame.columns:
        nothing = [code for code, entry in book.codes(name).items() if entry.nothing == "not_found"]
        frame[name] = frame[name].where(~frame[name].isin(nothing))
    for name, table in LIST_TABLES.items():
        found: dict[str, set[str]] = {}
        rows = data.tables[table]
        for case, code in zip(rows["case"].astype(object), rows["code"].astype(object), strict=True):
            found.setdefault(case, set()).add(code)
        frame[name] = pd.Series([frozenset(found.get(case, ())) for case in frame.index], frame.index, dtype=object)
    return frame


def similar(
    data: Dataset, to: str | Mapping[str, Any] | Design, n: int = 3, weights: Mapping[str, float] | None = None
) -> pd.DataFrame:
    """The `n` cases most like a case or a design.

    `to`: the id of a case, which is then left out, a Design, or a mapping of fields in `FEATURES` to codes (lists for
    public instruments and community contributions); fields that it lacks are not compared. `weights` changes the weight
    of single fields. Returns one row a case, nearest first (ties in the order of ids), with `distance` (Gower 1971; 0
    is alike in all that is known of both), and `shared` and `different`: lists of the fields that are equal or not.
    Raises ValueError for an unknown case, field or code, a number `n` that is none, and weights as in `gower`.
    """
    frame, columns = _prepared(data)
    n = whole(n, "The number of cases (n)")
    wanted = (
        frame.loc[pick(to, frame.index, "case")].to_dict()
        if isinstance(to, str)
        else _design(getattr(to, "features", lambda: to)())
    )
    places = {name: columns[name].place(value) for name, value in wanted.items()}
    compared = [name for name in FEATURES if name in places and not columns[name].missing(places[name])]
    used, target = [columns[name] for name in compared], [places[name] for name in compared]
    distance = distances(used, target, weights_of(compared, weights, FEATURES))
    if isinstance(to, str):
        distance[frame.index.get_loc(to)] = np.nan
    near = _nearest(distance, frame.index, n)
    apart = {
        name: np.where(column.known[near], column.away(place, near), np.nan)
        for name, column, place in zip(compared, used, target, strict=True)
    }
    rows = {
        case: (away, *_told(apart, row))
        for row, (case, away) in enumerate(zip(frame.index[near], distance[near], strict=True))
    }
    return pd.DataFrame.from_dict(rows, orient="index", columns=["distance", "shared", "different"]).rename_axis("case")


def _nearest(distance: np.ndarray, ids: pd.Index, n: int) -> np.ndarray:
    """Places of the `n` least distances, ties in the order of ids; those that are missing (NaN) are none."""
    rounded = distance.round(12)  # ties differ in the last digit
    there = np.flatnonzero(~np.isnan(rounded))
    if n < len(there):  # only what may be among them is put in order
        there = there[rounded[there] <= np.partition(rounded[there], n)[n]]
    found = pd.DataFrame({"away": rounded[there], "id": ids[there], "place": there})
    return found.sort_values(["away", "id"], kind="stable")["place"].to_numpy()[:n]


@lru_cache(maxsize=4)
def _prepared(data: Dataset) -> tuple[pd.DataFrame, dict[str, Column]]:
    frame = features(data)
    return frame, {name: column_of(frame[name]) for name in frame.columns}


def _told(apart: Mapping[str, np.ndarray], row: int) -> tuple[list[str], list[str]]:
    """Fields in which the target and a row are equal, and in which they differ; missing ones (NaN) in neither."""
    shared = [name for name, away in apart.items() if away[row] == 0]
    return shared, [name for name, away in apart.items() if away[row] > 0]


def _design(wanted: Mapping[str, Any]) -> dict[str, Any]:
    from pcc_data.codes import load_codebook

    if not isinstance(wanted, Mapping):
        raise ValueError(
            f"Compare with the id of a case, a Design, or a dict such as {{'sector': 'energy'}}; found {wanted!r}."
        )
    book, values = load_codebook(), {}
    for name, value in wanted.items():
        one_of(name, FEATURES, "field that can be compared")
        if is_missing(value):
            continue
        if name in LIST_TABLES:
            values[name] = frozenset(several(value, book.codes(name), f"code of {name}"))
        elif book.codes(name)[one_of(value, book.codes(name), f"code of {name}")].nothing != "not_found":
            values[name] = value
    if not values:
        raise ValueError(f"Nothing to compare: give at least one of {', '.join(FEATURES)}.")
    return values
