"""Whether an analysis gives the same sentences with other cut-offs, and without each of its cases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from pcc_data.analysis.qca.given import Given
from pcc_data.analysis.qca.minimize import minimize
from pcc_data.analysis.qca.truth_table import combinations_in, out_of, table_of, truth_table
from pcc_data.arguments import listed


def by_cut_off(
    memberships: pd.DataFrame,
    outcome: str,
    conditions: Iterable[str] | None = None,
    incl_cuts: Sequence[float] = (0.75, 0.8, 0.85, 0.9, 1.0),
    n_cuts: Sequence[int] = (1, 2),
    kind: str = "conservative",
    pri_cut: float = 0.0,
    expect: Mapping[str, Any] | None = None,
) -> pd.DataFrame:
    """The models at each pair of cut-offs. One row a model; its model is missing where no row goes with the outcome.

    Columns: incl_cut, n_cut, rows (that go with the outcome), of (rows with enough cases), models (how many equally
    short ones there are), model, inclS, PRI, covS. Raises ValueError as `truth_table` and `minimize` do.
    """
    chosen = None if conditions is None else listed(conditions)
    rows = []
    for incl_cut in listed(incl_cuts):
        for n_cut in listed(n_cuts):
            table = truth_table(memberships, outcome, chosen, incl_cut, pri_cut, n_cut)
            found = minimize(table, kind, expect)
            on = len(table.on)
            head = (float(incl_cut), int(n_cut), on, on + len(table.off), len(found.models))
            rows += [(*head, str(model), *model.fit.iloc[-1][["inclS", "PRI", "covS"]]) for model in found.models]
            rows += [] if found.models else [(*head, None, None, None, None)]
    columns = ["incl_cut", "n_cut", "rows", "of", "models", "model", "inclS", "PRI", "covS"]
    table = pd.DataFrame(rows, columns=columns)
    return table.astype({"model": "str", "inclS": float, "PRI": float, "covS": float})


def without_each(
    memberships: pd.DataFrame,
    outcome: str,
    conditions: Iterable[str] | None = None,
    incl_cut: float = 1.0,
    pri_cut: float = 0.0,
    n_cut: int = 1,
    kind: str = "conservative",
    expect: Mapping[str, Any] | None = None,
) -> pd.DataFrame:
    """The models when one case is left out, case by case (index).

    Columns: models (texts of all equally short ones, none where no row goes with the outcome) and same (whether they
    are those of all cases).
    Raises ValueError as `truth_table` and `minimize` do.
    """
    whole = truth_table(memberships, outcome, conditions, incl_cut, pri_cut, n_cut)
    cuts = whole.incl_cut, whole.pri_cut, whole.n_cut
    known: dict[tuple, tuple[str, ...]] = {}  # the sentences follow from the rows alone, and most cases change no row

    def solved(parts: Given) -> tuple[str, ...]:
        rows = tuple((one.config, out_of(one, *cuts)) for one in combinations_in(parts))
        if rows not in known:
            found = minimize(table_of(parts, str(outcome), *cuts), kind, expect)
            known[rows] = tuple(str(model) for model in found.models)
        return known[rows]

    given, every = whole.given, {*solved(whole.given)}
    found = {}
    for at, case in enumerate(given.cases):
        cases = given.cases[:at] + given.cases[at + 1 :]
        texts = solved(Given(cases, given.conditions, np.delete(given.x, at, axis=0), np.delete(given.y, at)))
        found[case] = (texts, {*texts} == every)
    table = pd.DataFrame.from_dict(found, orient="index", columns=["models", "same"])
    return table.rename_axis("case").astype({"same": "bool"})
