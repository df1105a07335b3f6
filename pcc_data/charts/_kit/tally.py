"""Codes with the number of cases of each, in words."""

from __future__ import annotations

import pandas as pd

from pcc_data.codes import load_codebook
from pcc_data.say import say


def tally(field: str, states: pd.Series) -> list[str]:
    """'58 active', '18 weakened': the codes of `field` that occur in a categorical, in its order, with their counts."""
    book, counts = load_codebook(), states.value_counts(sort=False)
    return [say("chart.tally", n=count, code=book.phrase(field, code)) for code, count in counts.items() if count]
