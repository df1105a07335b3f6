"""Where coders gave different codes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from pcc_data.analysis.agreement import SEVERAL, chosen_codings, codes_in, not_found, scale_of
from pcc_data.arguments import one_of

BASIS = "_basis"
"""Ending of the column with a coder's reasons."""


def disagreements(
    codings: pd.DataFrame | None = None, round: str | int | Sequence[str] | None = None, *, field: str | None = None
) -> pd.DataFrame:
    """Every coding on which coders part, with the code of each.

    `codings` and `round` as for `agreement`; `field` takes one field only. Returns a row a case and field, field by
    field, with the columns case, field, one for the code of each coder (missing where none was given), one for the
    reason of each where reasons were written (`first_basis`), and `in_alpha`: whether all gave a code, so that alpha
    counts it. Where a field takes several codes, sets that differ are in the list. Raises ValueError as `agreement`,
    and for a field that was not coded.
    """
    chosen = chosen_codings(codings, round)
    fields = list(chosen["field"].unique())
    wanted = fields if field is None else [one_of(field, fields, "field of these codings")]
    coders = list(chosen["coder"].unique())
    parts = [_apart(name, chosen[chosen["field"] == name], coders) for name in wanted]
    return pd.concat(parts, ignore_index=True)


def _apart(field: str, part: pd.DataFrame, coders: list[str]) -> pd.DataFrame:
    """The disagreements in one field."""
    several, nothing = scale_of(field)[0] == SEVERAL, not_found(field)
    wide = part.pivot(index="case", columns="coder", values="value").reindex(columns=coders)

    def read(value: Any) -> Any:
        if pd.isna(value) or value in nothing:
            return None
        return frozenset(codes_in(value)) if several else value

    given = [[read(value) for value in row] for row in wide.itertuples(index=False)]
    made = wide.reset_index().rename_axis(columns=None)
    made.insert(1, "field", field)
    if "basis" in part:
        reasons = part.pivot(index="case", columns="coder", values="basis").reindex(columns=coders)
        for coder in coders:
            made[f"{coder}{BASIS}"] = reasons[coder].to_numpy()
    made["in_alpha"] = [None not in row and not several for row in given]
    return made[[len(set(row)) > 1 for row in given]]
