"""A link that saves a table."""

from __future__ import annotations

import pandas as pd
from markupsafe import Markup

from pcc_data.pages.sheets import download_link
from pcc_data.tables.export import no_formula


def csv_link(table: pd.DataFrame, filename: str, label: str) -> Markup:
    """A link that saves a table; it travels inside the link, with a mark by which spreadsheets know its letters."""
    text = table.astype(object).map(no_formula).to_csv(index=not isinstance(table.index, pd.RangeIndex))
    return download_link("\ufeff" + text, filename, label, kind="text/csv;charset=utf-8")
