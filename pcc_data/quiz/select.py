"""The cases and the rows that a measure is about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from pcc_data.errors import pick
from pcc_data.tables.frames import MISSING_WORDS

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset


Where = Mapping[str, Any]


def select(data: Dataset, where: Where | None) -> Dataset:
    """The cases that match: as `Dataset.filter`, and also `{start_year: {from: 2000, to: 2010}}` for numbers."""
    plain, spans = {}, {}
    for key, wanted in (where or {}).items():
        (spans if isinstance(wanted, Mapping) else plain)[key] = wanted
    chosen = data.filter(plain) if plain else data
    for key, span in spans.items():
        numbers = [name for name in data.cases.columns if pd.api.types.is_numeric_dtype(data.cases[name].dtype)]
        values = chosen.cases[pick(key, numbers, "field with numbers")]
        for end in span:
            pick(end, ("from", "to"), f"key of {key}")
        inside = values.ge(span.get("from", float("-inf"))) & values.le(span.get("to", float("inf")))
        chosen = chosen.only(chosen.cases.index[inside.fillna(False).to_numpy(dtype=bool)])
    return chosen


def rows_of(data: Dataset, table: str, where: Where | None) -> pd.DataFrame:
    """Rows of a table that match every condition (one value or a list; `not_found` and `does_not_apply` for missing
    ones)."""
    frame = data.tables[pick(table, data.tables, "table")]
    keep = pd.Series(True, index=frame.index)
    for key, wanted in (where or {}).items():
        column = frame[pick(key, frame.columns, f"column of {table}")]
        many = list(wanted) if isinstance(wanted, (list, tuple)) else [wanted]
        if isinstance(column.dtype, pd.CategoricalDtype):
            for code in many:
                pick(str(code), [*column.cat.categories, *MISSING_WORDS], f"code of {table}.{key}")
        reasons = data.missing.loc[(data.missing["table"] == table) & (data.missing["field"] == key), "why"].unique()
        asked = [word for word in many if word in MISSING_WORDS]
        if asked and len(reasons) > 1:
            raise ValueError(
                f"{table}.{key} is missing for more than one reason; ask for `cases` or another column instead."
            )
        known = [value for value in many if value not in MISSING_WORDS]
        keep &= column.isin(known) | (column.isna() & any(word in reasons for word in asked))
    return frame[keep.fillna(False)]
