"""Cases that were looked at and turned down, as far as anybody wrote it down."""

from __future__ import annotations

import pandas as pd

from pcc_data.paths import datasets_dir


def candidates() -> pd.DataFrame:
    """One row a candidate (index: its name) of `datasets/candidates.csv`: country, sector, looked_at (day), outcome and
    why, in the project's own words.

    Only candidates of one day were written down; how many were looked at before is not known.
    """
    table = pd.read_csv(datasets_dir() / "candidates.csv", dtype="str", keep_default_na=False, na_values=[""])
    return table.set_index("candidate")
