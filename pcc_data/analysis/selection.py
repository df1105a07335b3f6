"""How, when and in which language each case was found, as far as anybody wrote it down."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from pcc_data.paths import datasets_dir

if TYPE_CHECKING:
    from pcc_data.dataset.dataset import Dataset

COLUMNS = ("added_with", "added_on", "how_found", "found_on", "language_of_search")
PARTS = ("report", "first_extension", "second_extension")
"""With which part of the collection a record came, in this order."""


def selection(data: Dataset) -> pd.DataFrame:
    """One row a case of `data` (index), with what `datasets/selection.csv` tells of it; missing where nobody wrote it
    down, as for records of one's own.

    Columns: added_with (report, first_extension, second_extension), added_on (day on which the record came into this
    repository: not the day on which the case was found), how_found, found_on, language_of_search (ISO 639-1).
    """
    found = pd.read_csv(datasets_dir() / "selection.csv", dtype="str", keep_default_na=False, na_values=[""])
    return found.set_index("case").reindex(data.cases.index)
