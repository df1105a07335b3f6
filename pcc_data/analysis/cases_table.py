"""What some fields say of each case, in words."""

from __future__ import annotations

import pandas as pd

from pcc_data.analysis.states import states
from pcc_data.codes import load_codebook
from pcc_data.dataset.dataset import Dataset


def cases_table(data: Dataset, fields: tuple[str, ...]) -> pd.DataFrame:
    """One row a case: name, town, country and the labels of what the fields say of it. Index: case."""
    book = load_codebook()
    said = {
        book.label(field): [book.label(field, code) for code in states(data, field)] for field in dict.fromkeys(fields)
    }
    place = data.cases[["name", "city", "country"]]
    return pd.concat([place, pd.DataFrame(said, index=data.cases.index)], axis=1)
