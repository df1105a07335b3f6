"""Numbers in words: codes with the cases of each, and from the lowest to the highest of several."""

from collections.abc import Mapping

import pandas as pd

from pcc_data.codes import load_codebook
from pcc_data.say import say


def tally(field: str, states: pd.Series) -> list[str]:
    """'58 active', '18 weakened': the codes of `field` that occur in a categorical, in its order, with their counts."""
    book, counts = load_codebook(), states.value_counts(sort=False)
    return [say("chart.tally", n=count, code=book.phrase(field, code)) for code, count in counts.items() if count]


def counted(counts: Mapping[str, object]) -> list[str]:
    """'energy 21', 'water 9': names with what was counted of each, such as a number or '4 of 7'."""
    return [say("chart.counted", name=name, n=count) for name, count in counts.items()]


def from_to(numbers: pd.Series) -> str:
    """'3 to 17', of whole numbers; '3' where they are all alike."""
    low, high = int(numbers.min()), int(numbers.max())
    return str(low) if low == high else say("chart.span", first=low, last=high)
