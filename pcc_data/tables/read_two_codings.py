"""The independent codings of the collection's cases, as they stand in their file."""

from __future__ import annotations

from pathlib import Path

import pandas as pd


def read_two_codings(folder: Path) -> pd.DataFrame:
    """Independent codings of every case, from a `datasets` folder: columns round, case, field, coder, value (text,
    missing where not coded)."""
    return pd.read_csv(folder / "two_codings.csv", dtype="str", keep_default_na=False, na_values=[""])
