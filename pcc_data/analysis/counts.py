"""How often codes occur together, in a frame of any kind: in memory, out of core, or in a database."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import narwhals as nw
import pandas as pd

from pcc_data.arguments import text_of
from pcc_data.codes import load_codebook
from pcc_data.errors import not_allowed
from pcc_data.tables.frames import MISSING_WORDS


def counts(frame: Any, by: Sequence[str]) -> pd.DataFrame:
    """Rows of `frame` counted by the values of the columns `by`; the counting is left to the frame's own engine.

    `frame` is any that Narwhals knows, lazy or not: pandas, Polars, DuckDB, Dask, PyArrow … Returns a pandas frame with
    a row for each combination that occurs, the columns `by` (a missing value is None) and `n`. Raises TypeError for
    what is no frame and ValueError for a column that is not there.
    """
    table = nw.from_native(frame).lazy()
    names = list(table.collect_schema().names())
    for column in by:
        if column not in names:
            raise ValueError(not_allowed(text_of(column, "column"), names, "column"))
    found = table.select(*dict.fromkeys(by)).group_by(*dict.fromkeys(by)).agg(n=nw.len()).collect("pandas")
    return found.to_native().astype({"n": "int64"}).reset_index(drop=True)


def codes_of(values: pd.Series, field: str) -> pd.Categorical:
    """Values of a coded field in the codebook's order, missing ones as `not_found`. Raises ValueError for a field
    without codes and for a value that is none of them."""
    book = load_codebook()
    coded = [name for name in book.fields if book.codes(name)]
    if field not in coded:
        raise ValueError(not_allowed(field, coded, "coded field"))
    allowed = [*book.codes(field), *MISSING_WORDS]
    given = values.astype("object").where(values.notna(), MISSING_WORDS[0])
    for value in given.unique():
        if value not in allowed:
            raise ValueError(not_allowed(str(value), allowed, f"code of {field}"))
    return pd.Categorical(given, categories=allowed)
