"""What a coded field, or the rating of an outcome, says of each case, and in which order."""

from __future__ import annotations

import pandas as pd

from pcc_data.codes import load_codebook
from pcc_data.dataset.dataset import Dataset
from pcc_data.errors import pick
from pcc_data.tables.frames import MISSING_WORDS
from pcc_data.tables.spec import DOMAINS


def codes_in_order(field: str) -> list[str]:
    """Codes of a field in the codebook's order, and the kinds of nothing behind them."""
    return [*load_codebook().codes(field), "not_found", "does_not_apply"]


def states(data: Dataset, field: str) -> pd.Series:
    """What a coded field of cases or an outcome (`outcomes.durability`) says of each case; a rating that is missing is
    not_found.

    A categorical in the codebook's order. Index: case. Raises ValueError for a field without codes or an unknown
    outcome.
    """
    if not isinstance(field, str) or not field.startswith("outcomes."):
        return data.state(field)
    domain = pick(field.removeprefix("outcomes."), DOMAINS, "outcome")
    found = data.outcomes[data.outcomes["domain"] == domain].set_index("case")["rating"].reindex(data.cases.index)
    words = found.astype("str").where(found.notna(), "not_found")
    return pd.Series(pd.Categorical(words, categories=codes_in_order(field)), index=data.cases.index, name=field)


def no_step(field: str) -> tuple[str, ...]:
    """Codes of a field that say nothing: not found, does not apply, and codes that mean not found."""
    return (
        *(name for name, code in load_codebook().codes(field).items() if code.nothing == "not_found"),
        *MISSING_WORDS,
    )


def coloured_fields(data: Dataset) -> list[str]:
    """Coded fields of cases whose codes have colours: they can stand in rows, in columns and in colours."""
    book = load_codebook()
    coded = [name for name in data.cases.columns if isinstance(data.cases[name].dtype, pd.CategoricalDtype)]
    return [name for name in coded if name in book.fields and all(code.colour for code in book.codes(name).values())]
